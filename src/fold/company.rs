//! Words that are written like a negation, and what stands beside them: that decides whether they negate. Knows single
//! texts.

use super::arabic;
use super::characters as ch;
use super::lexicons::lexicons;
use super::numbers::is_in;
use super::phrases::{Place, is_in_any_phrase, is_in_phrase, is_mark};
use super::words::{in_table_form, is_negation};
use std::ops::Range;

/// Words before French `pas` that make a noun of it: a step. *Les pas encore vaccinés* are none.
const DETERMINERS: &[&str] = &[
    "un", "le", "du", "au", "ce", "son", "mon", "ton", "leur", "notre", "votre", "premier", "grand", "petit",
    "faux", "chaque", "premiers", "grands", "petits", "quelques", "deux", "trois", "nouveau", "dernier",
];

/// Words at which a French clause ends, so that a `ne` before them is of another.
const CLAUSE_WORDS: &[&str] =
    &["et", "mais", "ou", "car", "que", "qui", "où", "dont", "donc", "quand", "si", "lorsque", "puisque"];

/// Words before French `plus` that make a comparison of it, whatever stands before them.
const COMPARING: &[&str] =
    &["le", "la", "les", "au", "de", "bien", "beaucoup", "encore", "toujours", "autant", "rien"];

/// Hebrew words that negate with one of some words after them: impossible, nobody, never. Alone they are an island, and
/// *even*.
const WITH_NEXT: &[(&str, &[&str])] = &[("אי", &["אפשר"]), ("אף", &["אחד", "אחת", "פעם"])];

/// Arabic *they are not*, of women: before what ends as their words do. Alone it is *for an age*.
const OF_WOMEN: (&str, &str) = ("لسن", "ات");

/// Whether a word, as it is written, negates in company only.
pub(super) fn in_company(word: &str) -> bool {
    WITH_NEXT.iter().any(|(one, _)| *one == word) || word.trim_start_matches(['و', 'ف']) == OF_WOMEN.0
}

/// Whether a word that negates in company is a noun in most texts: French *point*.
pub fn is_mostly_noun(word: &str) -> bool {
    word.eq_ignore_ascii_case("point")
}

/// Korean imperatives that forbid, after a verb in -지; elsewhere they are other words: 말라 is dry, too.
const FORBIDDING: &[&str] =
    &["말라", "말라고", "말라는", "말라며", "말아라", "말아야", "말고", "말자", "마라", "마라고", "마세요"];

/// Whether the word at `range` of `text` negates. The company that `text` has of it is regarded: in `not only` and
/// `No. 10` nothing is negated. `language` is a BCP 47 tag.
pub fn negates_between(text: &str, range: &Range<usize>, language: Option<&str>) -> bool {
    negates_left_out(text, &(0..text.len()), range, language)
}

/// Whether the word at `range` of `text` negates where the bytes `gap` of `text` are left out, which hold it.
///
/// Only what is left out is company that makes a phrase: of `not only a habit` the word `not` alone turns the rest. What
/// a word is, the words before the gap tell too: `plus` negates after `ne`.
pub fn negates_left_out(
    text: &str,
    gap: &Range<usize>,
    range: &Range<usize>,
    language: Option<&str>,
) -> bool {
    let company = Company {
        before: &text[..range.start],
        head: &text[gap.start..range.start],
        word: &text[range.clone()],
        tail: &text[range.end..gap.end],
        after: &text[range.end..],
    };
    if company.is_and() {
        return false;
    }
    if company.negates_with_next() {
        return true;
    }
    if !is_negation(company.word, language) {
        return company.forbids();
    }
    let form = in_table_form(company.word);
    // Not *which* but *would not have*, whatever stands before it.
    if form == "ما" && company.after.trim_start().starts_with("كان ل") {
        return true;
    }
    let languages: Vec<&str> = lexicons(language).map(|lexicon| lexicon.language).collect();
    let negates = |language: &&str| {
        is_negation(company.word, Some(language)) && !company.is_of_another_word(&form, language, &languages)
    };
    // Arabic *and* is written together with the first word: `ولا يزال`.
    let bare = form.strip_prefix(['و', 'ف']).filter(|_| languages.contains(&"ar"));
    let is_in_phrase = |language: &&str| {
        is_in_phrase(&form, company.place(), language)
            || *language == "ar"
                && bare
                    .is_some_and(|bare| is_in_phrase(bare, Place { head: "", ..company.place() }, language))
    };
    if languages.is_empty() {
        return !is_in_any_phrase(&form, company.place());
    }
    languages.iter().any(negates) && !languages.iter().any(is_in_phrase)
}

/// A word in its text, with what stands to either side of it.
struct Company<'t> {
    /// All that is before the word, and as much of it as is left out with it.
    before: &'t str,
    head: &'t str,
    word: &'t str,
    /// What is left out after the word, and all that is after it.
    tail: &'t str,
    after: &'t str,
}

impl Company<'_> {
    const fn place(&self) -> Place<'_> {
        Place { before: self.before, head: self.head, tail: self.tail, after: self.after }
    }

    /// Whether the word is *and* of `rock 'n' roll`, and not the negation of `‘n’est’`.
    fn is_and(&self) -> bool {
        !self.after.starts_with(ch::is_letter)
            && self.head.ends_with(ch::is_apostrophe)
            && self.word.starts_with(['n', 'N'])
            && self.word.ends_with(ch::is_apostrophe)
    }

    /// Whether the word is one that negates with the next one, which is there.
    fn negates_with_next(&self) -> bool {
        let goes_with = |(one, nexts): &(&str, &[&str])| {
            let next = self.after.trim_start().split(|c: char| !ch::is_letter(c)).next();
            *one == self.word && next.is_some_and(|next| nexts.contains(&next))
        };
        WITH_NEXT.iter().any(goes_with) || self.is_of_women()
    }

    fn is_of_women(&self) -> bool {
        let next = self.after.trim_start().split(|c: char| !ch::is_letter(c)).next().unwrap_or_default();
        let is_theirs = next.ends_with(OF_WOMEN.1) && !next.starts_with("ال");
        self.word.trim_start_matches(['و', 'ف']) == OF_WOMEN.0 && is_theirs
    }

    /// Whether the word is a Korean imperative that forbids.
    fn forbids(&self) -> bool {
        let is_verb = |word: &str| word.ends_with('지');
        FORBIDDING.contains(&self.word) && self.before.split_whitespace().next_back().is_some_and(is_verb)
    }

    /// Whether the word, in the form of the tables, is another here that is written like a negation of `language`;
    /// `languages` are all that the text may speak.
    fn is_of_another_word(&self, form: &str, language: &str, languages: &[&str]) -> bool {
        let Self { before, head, word, tail, after } = *self;
        match (language, form) {
            ("en", "no") => word.starts_with('N') && (is_numero(head, tail) || is_named(head)),
            ("es", "no") if word.starts_with('N') && tail.trim_start().starts_with("bien") => true,
            ("es" | "it", "no") | ("pt", "não") | ("fr", "non") | ("de", "nein") => {
                word.starts_with(char::is_uppercase) && is_named(head)
            }
            ("ru", "не") => is_until(before),
            // A French word, too.
            ("en", "dont") => languages.contains(&"fr"),
            // Rock n’ roll; elsewhere it ends a word, as in *didn’t*.
            ("en", "n'") => !tail.starts_with(['t', 'T']),
            ("fr", "plus") => is_comparison(before, tail),
            ("fr", "pas") => is_noun(before),
            ("fr", "sans") => is_every_time(before, after),
            ("fr", "point") => !is_half_after_ne(before),
            ("tr", "yok") => is_destroyed(after),
            // That it is relative, the word before it tells, be it left out or not.
            ("ar", "ما") => {
                is_in_phrase(form, Place { head: before, ..self.place() }, "ar")
                    || arabic::is_relative(before, after)
            }
            ("ar", "وما" | "فما") => arabic::is_relative("", after),
            ("ko", "아니라") => head.trim_end().ends_with("뿐만") || head.trim_end().ends_with('뿐'),
            _ => false,
        }
    }
}

/// Whether French `plus` compares: no `ne` before it in its clause, or another half between; or a number after it.
fn is_comparison(head: &str, tail: &str) -> bool {
    if tail.trim_start().strip_prefix("de ").is_some_and(|rest| rest.starts_with(ch::is_digit)) {
        return true;
    }
    let clause = head.rsplit(['.', '!', '?', ';', ':']).next().unwrap_or(head);
    let words = clause
        .rsplit(|c: char| c.is_whitespace() || ch::is_apostrophe(c))
        .filter(|word| !word.is_empty())
        .map(|word| in_table_form(word.trim_matches(is_mark)));
    for (number, word) in words.enumerate() {
        match &*word {
            last if number == 0 && COMPARING.contains(&last) => return true,
            "ne" | "n" => return false,
            "pas" | "jamais" | "rien" | "aucun" | "aucune" | "guère" | "qu" => return true,
            word if CLAUSE_WORDS.contains(&word) => return true,
            _ => {}
        }
    }
    true
}

/// Forms of the Turkish verbs with which `yok` is another one, by how they begin: destroy, perish, ignore.
const BEHIND_YOK: &[&str] = &[
    "ett", "etm", "ets", "edi", "edec", "edem", "eden", "eder", "edebil", "edel", "old", "olm", "olu",
    "olan", "olac", "ols", "saydı", "sayıl", "sayıy", "sayıp", "saym", "sayan", "sayar", "sayac",
];

/// Whether Turkish `yok` is a part of such a verb, by what stands after it.
fn is_destroyed(after: &str) -> bool {
    let next = after.trim_start();
    let word = &next[..next.find(|c| !ch::is_letter(c)).unwrap_or(next.len())];
    next.len() < after.len() && BEHIND_YOK.iter().any(|verb| in_table_form(word).starts_with(verb))
}

/// Articles and the like before a capital *No* that is the name of a side, or a noun, in any language.
const BEFORE_NAME: &str =
    "the a le du au ce el del al un il o do ao um das dem des ein einem zum beim vom dieses ihr sein";

/// Whether the word behind these, with its capital, is a noun: *the No campaign*, *das Nein*.
fn is_named(head: &str) -> bool {
    let before = head.trim_end_matches(|c| ch::is_space(c) || ch::is_quotation_mark(c));
    let last = before.rsplit(|c: char| !ch::is_word(c)).next().unwrap_or_default();
    before.len() < head.len() && is_in(&in_table_form(last), BEFORE_NAME)
}

/// What begins a Russian clause in which *not* says until when: `до того, как суд не решил`.
const UNTIL: &[&str] = &["о того, как ", "о того как ", "о тех пор, пока ", "о тех пор пока "];

/// Whether Russian `не` after these words denies nothing.
fn is_until(before: &str) -> bool {
    let mut clauses =
        UNTIL.iter().filter_map(|opening| before.rsplit_once(opening)).map(|(_, clause)| clause);
    clauses.any(|clause| !clause.contains([',', '.', ';', ':', '!', '?']))
}

/// Whether French `pas` after these words is a noun.
fn is_noun(head: &str) -> bool {
    let last = head.split_whitespace().next_back().map(in_table_form);
    head.ends_with(char::is_whitespace) && last.is_some_and(|last| DETERMINERS.contains(&&*last))
}

/// Whether French `sans` between these is denied itself: `pas un jour sans que`.
fn is_every_time(head: &str, after: &str) -> bool {
    let next = after.trim_start();
    if !["que ", "qu'", "qu’"].iter().any(|que| next.starts_with(que)) {
        return false;
    }
    let clause = head.rsplit(['.', '!', '?', ';', ':', ',']).next().unwrap_or(head);
    let forms: Vec<String> = clause.split_whitespace().map(in_table_form).collect();
    forms.windows(2).any(|pair| pair[0] == "pas" && matches!(&*pair[1], "un" | "une"))
}

/// So many words may stand between French *ne* and *point*: `ne l’a donc point`.
const BEFORE_POINT: usize = 3;

/// Whether French `point` after these words negates: *ne* stands near before it, and nothing that makes a noun of it.
fn is_half_after_ne(head: &str) -> bool {
    let clause = head.rsplit(['.', '!', '?', ';', ':', ',']).next().unwrap_or(head);
    let is_near = clause.ends_with(ch::is_space) || clause.ends_with(ch::is_apostrophe);
    let words = clause
        .rsplit(|c: char| c.is_whitespace() || ch::is_apostrophe(c))
        .filter(|word| !word.is_empty())
        .map(|word| in_table_form(word.trim_matches(is_mark)));
    let mut others = words.take(1 + BEFORE_POINT).take_while(|word| !is_in(word, NOUN_OR_HALF));
    is_near && others.any(|word| matches!(&*word, "ne" | "n"))
}

/// Words before *point* that make a noun of it, and other halves of a negation.
const NOUN_OR_HALF: &str = "un le ce au du de d quel tel son mon ton notre votre leur chaque premier dernier même seul \
    pas plus jamais rien aucun nul guère que qu";

/// Whether English `No` between these is *number*: `No. 10`, and inside a sentence `No 10`, for `No 10 people` may
/// begin one.
fn is_numero(head: &str, tail: &str) -> bool {
    let is_inside = head.trim_end().ends_with(|c| ch::is_letter(c) || c == ',');
    let number = tail.strip_prefix('.').or_else(|| is_inside.then_some(tail));
    number.is_some_and(|number| number.trim_start().starts_with(ch::is_digit))
}

#[cfg(test)]
mod tests {
    use super::negates_between;

    /// Whether the word between `[` and `]` negates in its company.
    fn negates(language: &str, marked: &str) -> bool {
        let (head, rest) = marked.split_once('[').unwrap();
        let (word, tail) = rest.split_once(']').unwrap();
        let text = format!("{head}{word}{tail}");
        negates_between(&text, &(head.len()..head.len() + word.len()), Some(language))
    }

    #[test]
    fn what_stands_in_a_phrase_does_not_negate() {
        for (language, marked) in [
            ("en", "he was [not] only, "),
            ("en", "[No]. 10 said"),
            ("en", "ranked [No] 1"),
            ("en", "took [no] less than four"),
            ("en", "there is [no] doubt"),
            ("fr", "[sans] doute le"),
            ("fr", "[plus] tard"),
            ("fr", "Il n’a [plus] de 40"),
            ("fr", "Le taux est [plus] élevé"),
            ("fr", "Il ne ment pas [plus] que toi"),
            ("fr", "Il ne vient que le [plus] tard"),
            ("fr", "Il ne ment. Le prix est [plus] bas"),
            ("fr", "le premier [pas] vers"),
            ("fr", "avance [pas] à pas"),
            ("es", "[nada] menos que"),
            ("ru", "тем [не] менее"),
            ("ko", "부자뿐만 [아니라]"),
            ("ar", "ما [لا] يقل عن"),
            ("es", "[Sin] embargo,"),
            ("de", "[nicht] nur"),
            ("ar", "وهو [ما] يعني"),
            ("ar", "على [ما] يبدو"),
            ("fr", "il part [n’]importe quand,"),
            ("fr", "plus que [jamais],"),
            ("fr", "[ni] plus ni moins"),
            ("fr", "ni plus [ni] moins"),
            ("fr", "parle [sans] cesse"),
            ("en", "[whether] or not he"),
            ("en", "whether or [not] he"),
            ("en", "[no] matter how"),
            ("en", "[none] other than"),
            ("de", "wie [nie] zuvor"),
            ("it", "più che [mai]"),
            ("es", "como [nunca]"),
            ("ru", "как [никогда]"),
            ("ar", "[ما] زال يعمل"),
            ("ar", "[لا] يزال يعمل"),
            ("ar", "[لا] سيما"),
            ("ar", "سجل [مو] صلاح هدفين"),
            ("en-x-fr", "le livre [dont] il parle"),
            ("en", "[with] or without"),
            ("en", "with or [without] the"),
            ("en", "as often as [not] he"),
            ("en", "in [no] time the"),
            ("en", "[nothing] if not kind"),
            ("en", "to [no] one’s surprise the"),
            ("en", "[not] far from the"),
            ("en", "[not] just as"),
            ("en", "The [No] campaign won"),
            ("fr", "avec ou [sans] le"),
            ("fr", "associé ou [non] à"),
            ("fr", "n’en demeure [pas] moins que"),
            ("fr", "Il n’est [pas] rare que"),
            ("fr", "n’y a [pas] si longtemps"),
            ("de", "mit oder [ohne] den"),
            ("de", "[Nicht] selten kommt"),
            ("de", "[Kein] Wunder, dass"),
            ("de", "Das [Nein] überrascht"),
            ("it", "[Non] appena le"),
            ("it", "È quanto [mai] opportuno"),
            ("it", "[Non] di rado il"),
            ("es", "[No] bien llegó"),
            ("es", "la [no] intervención"),
            ("es", "El [No] ganó"),
            ("pt", "[não] governamentais"),
            ("ru", "[Не] так давно он"),
            ("ru", "чуть ли [не] весь"),
            ("ru", "до того, как комиссия [не] вынесла"),
            ("ar", "منذ وقت [ليس] ببعيد"),
            ("ar", "أطباء [بلا] حدود"),
            ("tr", "bütün evleri [yok] etti"),
            ("tr", "yangında [yok] olmuş"),
            ("tr", "uyarıları [yok] saydı"),
            ("tr", "belgeler [yok] edildi"),
            ("tr", "[Sınır] Tanımayan Doktorlar"),
            ("fr", "a fait match [nul] contre"),
            ("fr", "Le score [nul] arrange"),
            ("fr", "Pas un jour [sans] que le préfet parle"),
            ("fr", "Il ne passe pas une semaine [sans] qu’il parle"),
            ("fr", "Le [point] quatre est adopté"),
            ("fr", "Il n’a qu’un [point] d’avance"),
            ("fr", "Il ne fait pas le [point] sur la loi"),
            ("fr", "Il ne dort pas. [Point] final"),
            ("fr", "Il n’a aucun [point] commun"),
            ("fr", "Le vote blanc et [nul] a"),
            ("en", "It was [not] without reason that he may go"),
            ("en", "He may win, but [not] without a fight"),
            ("en", "It is [no] secret that he left"),
            ("en", "He made [no] secret of it"),
            ("en", "It was [no] accident, he said"),
            ("en", "There is [no] denying the facts"),
            ("en", "a man of [no] fixed abode"),
            ("de", "Er ging [nicht] ohne Stolz"),
            ("de", "Das bleibt [nicht] ohne Folgen"),
            ("nl", "Het is [geen] geheim dat hij gaat"),
        ] {
            assert!(!negates(language, marked), "{marked}");
        }
    }

    #[test]
    fn without_the_whole_phrase_a_word_negates() {
        for (language, marked) in [
            ("en", "he was [not]"),
            ("en", "[not]. Only"),
            ("en", "[no] 10 people"),
            ("en", "Late. [No] 10 people"),
            ("en", "[No] doubts"),
            ("en", "[no] less"),
            ("fr", "Il n’a [plus] de pain"),
            ("fr", "Il ne négocie [plus] avec"),
            ("fr", "ne veut [plus] jamais"),
            ("fr", "Il n’a [pas] vers"),
            ("fr", "les [pas] encore vaccinés"),
            ("fr", "le [non] respect"),
            ("fr", "Il n’est, selon lui, [plus] ministre"),
            ("ar", "وهذا [ما] كان ليحدث"),
            ("fr", "[sans] eux"),
            ("fr", "il [n’]importe pas"),
            ("fr", "il ne vient [jamais]"),
            ("fr", "comme s’il ne vient [jamais]"),
            ("en", "it is [no] matter for"),
            ("en", "it is [not] the least"),
            ("ar", "[لا] يزول"),
            ("ar", "أنا [مش] إرهابي"),
            ("en", "I [dont] agree"),
            ("ar", "[لا] يبدو"),
            ("es", "[sin] él"),
            ("de", "[nicht] mehr"),
            ("ar", "وهو، [ما] جاء"),
            ("ar", "[ما] جاء"),
            ("en", "[not] far enough"),
            ("en", "They may [not] just leave the school"),
            ("de", "[nicht] allein baden"),
            ("de", "[nicht] erst ab"),
            ("en", "[not] justified"),
            ("en", "the [no] vote"),
            ("en", "[No] campaign won"),
            ("fr", "Il n’est [pas] moindre"),
            ("fr", "[sans] le"),
            ("de", "[nicht] lange"),
            ("de", "[Nein] zum"),
            ("es", "personas [no] bien informadas"),
            ("es", "[no] hace mucho calor"),
            ("ru", "он пока [не] министр"),
            ("ru", "до того, как он сказал, что [не] знает"),
            ("ru", "[не] так"),
            ("tr", "bilgisi [yok]"),
            ("tr", "belge [yok] sayın bakan"),
            ("tr", "böyle bir şey [yok] olay kapandı"),
            ("fr", "Il n’a [nul] besoin"),
            ("fr", "Ce n’est pas un maire, il part [sans] que le préfet parle"),
            ("fr", "Il n’est pas venu [sans] que le préfet le sache"),
            ("fr", "Le maire n’a [point] signé l’arrêté"),
            ("fr", "Il ne l’a donc [point] signé"),
            ("fr", "[nul] match"),
            ("en", "The state may [not] without notice cut the water"),
            ("en", "They were [none] too happy"),
            ("en", "They made [no] surprise visits"),
            ("en", "The bank holds [no] secret accounts"),
            ("en", "There was [no] accident at the plant"),
            ("en", "There is [no] denying visas"),
            ("en", "It has [no] fixed address"),
            ("de", "Die Polizei darf [nicht] ohne Beschluss durchsuchen"),
            ("de", "dass sie [nicht] ohne Beschluss durchsuchen darf"),
            ("de", "Der Vertrag ist [nicht] ohne Weiteres kündbar"),
            ("nl", "De politie mag het huis [niet] zonder bevel doorzoeken"),
            ("nl", "Hij had [geen] geheim archief"),
            ("ar", "إنهن [لسن] مسؤولات عن القتل"),
        ] {
            assert!(negates(language, marked), "{marked}");
        }
        // Where several languages may be spoken, a whole phrase tells which.
        assert!(!negates("ru-x-uk-bg", "он [не] только") && negates("ru-x-uk-bg", "он [не] знает"));
        assert!(negates("en-x-fr", "Il ne veut [plus] voter") && !negates("en-x-fr", "Il est [plus] grand"));
        assert!(negates("ko", "하지 [말라] 했다") && !negates("ko", "강이 [말라] 갔다"));
    }
}
