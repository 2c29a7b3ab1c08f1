//! Words before others that make a question of them: *whether*, *is it true that*, and those that only lead over to one.

use super::super::characters as ch;
use super::super::lexicons::Known;
use super::OPENINGS;

/// The same in several words, or in a word that opens a question before its whole clause alone; between semicolons, since
/// some have commas.
const PHRASES: &[(&str, &str)] = &[
    (
        "en",
        "is it true that;is it really true that;is it the case that;isn't it true that;so;so,;and;but;then",
    ),
    (
        "fr",
        "est-ce que;est-ce qu';est-il vrai que;est-il vrai qu';est-il exact que;alors;alors,;donc;donc,;et;mais;\
        est-ce à dire que;est-ce à dire qu';serait-ce que;serait-ce qu';est-il possible que;est-il possible qu';\
        se peut-il que;se peut-il qu';faut-il croire que;faut-il croire qu';faut-il en conclure que;\
        faut-il en conclure qu';doit-on comprendre que;doit-on comprendre qu';peut-on dire que;peut-on dire qu';\
        pensez-vous que;pensez-vous qu';diriez-vous que;diriez-vous qu';vous affirmez que;vous affirmez qu';\
        vous voulez dire que;vous voulez dire qu';c'est vrai que;c'est vrai qu';est-ce vrai,;et si;et donc;ainsi donc,;\
        mais alors,;selon vous,;d'après vous,",
    ),
    ("de", "stimmt es, dass;ist es wahr, dass;ist es richtig, dass;ob;und;aber;also;also,"),
    ("es", "acaso;es verdad que;es cierto que;entonces;entonces,;y;pero"),
    ("it", "è vero che;forse che;allora;e;ma"),
    ("pt", "será que;acaso;é verdade que;então;então,;e;mas"),
    ("nl", "is het waar dat;klopt het dat;en;dus;maar"),
    ("ru", "правда ли, что;верно ли, что;правда, что;и;а;но;значит"),
    (
        "ar",
        "هل صحيح أن;هل صحيح أنه;هل صحيح أنها;هل الصحيح أن;أصحيح أن;هل يعقل أن;هل يعقل أنه;أيعقل أن;هل ثبت أن;هل تعتقد أن;\
        هل كان;هل كانت;هل فعلا;هل حقا;هل حقًا;هل بالفعل;يا ترى;ترى;أولم;واش;شو",
    ),
    (
        "zh",
        "难道;難道;难道说;難道說;难不成;難不成;是否;莫非;请问;請問;你认为;你認為;您认为;您認為;你觉得;你覺得;您觉得;您覺得;\
        你是否认为;你是否認為;您是否认为;您是否認為;谁说;誰說;怎么可能;怎麼可能",
    ),
];

/// The bytes of the words with which a text ends that make a question of those after them, or lead over to it, in
/// `language` (a BCP 47 tag) where it is known; 0 where it ends with none.
pub fn opening(head: &str, language: Option<&str>) -> usize {
    let known = Known::of(language);
    let particles = OPENINGS.iter().flat_map(|(own, words)| words.iter().map(move |word| (*own, *word)));
    let phrases = PHRASES.iter().flat_map(|(own, words)| words.split(';').map(move |word| (*own, word)));
    let all = particles.chain(phrases).filter(|(own, _)| known.may_be(own));
    all.filter_map(|(_, words)| ending(head, words)).max().unwrap_or(0)
}

/// The bytes of some words in any case that a text ends with, and in which no longer word does.
fn ending(head: &str, words: &str) -> Option<usize> {
    let trimmed = if words.ends_with('\'') { head } else { head.trim_end_matches(ch::is_blank) };
    if trimmed.len() == head.len() && !words.ends_with(|c| c == '\'' || ch::is_spaceless(c)) {
        return None;
    }
    let mut rest = trimmed;
    for c in words.chars().rev() {
        let last = rest.chars().next_back()?;
        let is_same = last == c
            || c == '\'' && ch::is_apostrophe(last)
            || c == ' ' && ch::is_space(last)
            || last.to_lowercase().eq(std::iter::once(c));
        if !is_same {
            return None;
        }
        rest = &rest[..rest.len() - last.len_utf8()];
    }
    let goes_on =
        |c: char| ch::is_word(c) && !ch::is_spaceless(c) || ch::is_apostrophe(c) || ch::is_hyphen(c);
    (!rest.ends_with(goes_on)).then(|| head.len() - rest.len())
}
