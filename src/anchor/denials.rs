//! Words that deny what is straight beside a passage, and are no negations: `denied having`, `refused to`. Knows texts.

use super::local::heard;
use super::negations::{before_marks, is_closed, is_one_paragraph, negation_near};
use super::tokens::{Class, tokens};
use crate::fold::{characters as ch, denials, reach};
use crate::text::{Span, Text, head, tail};

/// So many bytes beside a passage are read.
const BESIDE: usize = 96;
/// So many words before a passage are looked at.
const WORDS: usize = 6;

/// What straight before or after a span denies it, and is itself denied by nothing: of `never denied that he knew` the
/// last words are as true as they stand.
pub fn denial_beside(text: &Text<'_>, span: Span) -> Option<Span> {
    let is_plain = |found: &Span| {
        let (from, to) =
            if found.start < span.start { (found.end, span.start) } else { (span.end, found.start) };
        is_one_paragraph(text, from, to) && negation_near(text, *found).is_none()
    };
    before(text, span).or_else(|| after(text, span)).filter(is_plain)
}

/// Whether a negation before a span denies a verb between them that denies, and not the span: of `nobody denies that he
/// knew` the last words are as true as they stand.
pub fn is_denied_twice(text: &Text<'_>, negation: Span, span: Span) -> bool {
    if negation.end > span.start {
        return false;
    }
    before(text, span).is_some_and(|found| found.start >= negation.end)
        || reach::is_second_half(text.slice(negation)) && denies_around(text, negation, span)
}

/// Whether a verb that denies a span stands before the second half of its French negation: `ne nie pas`.
fn denies_around(text: &Text<'_>, second: Span, span: Span) -> bool {
    let content = text.as_str();
    let to = content.ceil_char_boundary((span.start + BESIDE).min(span.end));
    let head = [head(content, second.start, BESIDE), &content[second.end..span.start]].concat();
    let bare = [&head, &content[span.start..to]].concat();
    let text = Text::new(&bare).in_language(text.spoken());
    before(&text, Span::new(head.len(), bare.len())).is_some()
}

fn before(text: &Text<'_>, span: Span) -> Option<Span> {
    let near = head(text.as_str(), span.start, BESIDE);
    let from = span.start - near.len();
    let head = before_marks(near);
    if head.ends_with(ch::is_spaceless) {
        let length = denials::chinese_denial(head);
        return (length > 0).then(|| Span::new(from + head.len() - length, from + head.len()));
    }
    let piece = head.rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or(head);
    let last = piece.trim_start_matches(|c: char| !ch::is_word(c)).trim_end_matches([',', '،']);
    let mut near = head.rsplit(|c| !ch::is_word(c)).filter(|word| !word.is_empty()).take(WORDS);
    if !denials::may_end_denial(last) || !near.any(denials::may_deny) {
        return None;
    }
    let all = tokens(head);
    let is_comma = |span: Span| matches!(&head[span.range()], "," | "،");
    let goes_on = |span: Span| from == 0 || span.start > 0;
    let near = all.iter().rev().filter(|token| !is_comma(token.span));
    let near = near.take_while(|token| token.class == Class::Word && goes_on(token.span)).take(WORDS);
    let spans: Vec<Span> = near.map(|token| token.span).collect();
    let words: Vec<&str> = spans.iter().map(|span| &head[span.range()]).collect();
    let quoted = text.slice(span).trim_start_matches(|c: char| !ch::is_word(c));
    let next = &quoted[..quoted.find(|c: char| !ch::is_word(c)).unwrap_or(quoted.len())];
    let count = heard(text, span, |text| denials::denial(&words, next, text.spoken()))?;
    Some(Span::new(spans[count - 1].start, spans[0].end).shifted(from))
}

fn after(text: &Text<'_>, span: Span) -> Option<Span> {
    let tail = tail(text.as_str(), span.end, BESIDE);
    let rest = tail.trim_start_matches(ch::is_space);
    if !denials::may_follow(rest) || is_closed(text, span) {
        return None;
    }
    let start = span.end + (tail.len() - rest.len());
    let following =
        |text: &Text<'_>| Some(denials::following_denial(rest, text.spoken())).filter(|&length| length > 0);
    heard(text, span, following).map(|length| Span::new(start, start + length))
}

#[cfg(test)]
mod tests {
    use super::super::marked::marked;
    use super::*;

    /// What denies the words between `|` and `|`.
    fn denial(language: &str, words: &str) -> Option<String> {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        denial_beside(&text, span).map(|found| text.slice(found).to_owned())
    }

    #[test]
    fn what_is_denied_beside_a_passage_is_seen() {
        for (language, words, denying) in [
            ("en", "The ministry denied |having met the delegation|.", "denied"),
            ("en", "The ministry denied having |met the delegation|.", "denied having"),
            ("en", "He denies categorically that |the army fired|.", "denies categorically that"),
            ("en", "He denied “|any link with them|”.", "denied"),
            ("en", "The firm refused to |pay the workers|.", "refused to"),
            ("en", "They failed to\n|protect the town|.", "failed to"),
            ("en", "It is false that |the minister resigned|.", "false that"),
            ("en", "It is false |that the minister resigned|.", "false"),
            ("en", "The firm refused |to pay the workers|.", "refused"),
            ("fr", "Il est faux |que le maire a menti|.", "faux"),
            ("fr", "Il est impossible |de prouver la fraude|.", "impossible"),
            ("de", "Es ist ausgeschlossen, |dass sie gezahlt hat|.", "ausgeschlossen"),
            ("fr", "Le ministre nie |avoir reçu de l’argent|.", "nie"),
            ("fr", "Il nie toujours |avoir reçu de l’argent|.", "nie toujours"),
            ("fr", "Il nie catégoriquement que |des soldats aient tiré|.", "nie catégoriquement que"),
            ("fr", "Il dément « |avoir signé l’accord| ».", "dément"),
            ("fr", "Kaboul dément que |des soldats aient passé la frontière|.", "dément que"),
            ("fr", "Il a refusé d’|admettre sa faute|.", "refusé d’"),
            ("fr", "Il refuse de |le reconnaître en public|.", "refuse de"),
            ("fr", "Il est faux que |le maire a menti|.", "faux que"),
            ("de", "Die Firma bestreitet, dass |sie gezahlt hat|.", "bestreitet, dass"),
            ("es", "El ministro negó que |hubiera un acuerdo|.", "negó que"),
            ("es", "La empresa se negó a |pagar los salarios|.", "negó a"),
            ("it", "Il ministro nega di |avere firmato|.", "nega di"),
            ("pt", "O governo negou que |houve um acordo|.", "negou que"),
            ("nl", "Hij ontkende dat |hij had betaald|.", "ontkende dat"),
            ("ru", "Министр отрицает, что |он подписал договор|.", "отрицает, что"),
            ("pl", "Zaprzeczył, że |podpisał umowę|.", "Zaprzeczył, że"),
            ("ar", "نفى المتحدث باسم الوزارة أن |القوات دخلت المدينة|.", "نفى المتحدث باسم الوزارة أن"),
            ("en", "It is unlikely that |the minister resigned|.", "unlikely that"),
            ("en", "The firm is unable to |pay the workers|.", "unable to"),
            ("fr", "Le maire exclut que |le pont ait cédé|.", "exclut que"),
            ("fr", "Il est impossible de |prouver la fraude|.", "impossible de"),
            ("de", "Es ist ausgeschlossen, dass |sie gezahlt hat|.", "ausgeschlossen, dass"),
            ("es", "El ministro descartó que |hubiera un acuerdo|.", "descartó que"),
            ("it", "Il sindaco esclude che |il ponte sia caduto|.", "esclude che"),
            ("pt", "O prefeito descartou que |houve um acordo|.", "descartou que"),
            ("ru", "Маловероятно, что |он подписал договор|.", "Маловероятно, что"),
            ("ar", "استبعد الوزير أن |تكون القوات دخلت المدينة|.", "استبعد الوزير أن"),
            ("zh", "发言人否认|参与了袭击|。", "否认"),
            ("zh", "公司拒绝了|支付工资|。", "拒绝了"),
            ("ja", "首相は|関与|を否定した。", "を否定"),
            ("ja", "首相は|関与|を否定している。", "を否定"),
            ("ja", "首相は|面会|を拒んだ。", "を拒んだ"),
            ("ko", "장관은 |사실을| 부인했다.", "부인했"),
            ("tr", "Bakan |anlaşma imzaladığını| yalanladı.", "yalanladı"),
        ] {
            assert_eq!(denial(language, words).as_deref(), Some(denying), "{words}");
        }
    }

    #[test]
    fn a_negation_of_what_denies_is_none_of_the_words_after_it() {
        let twice = |language: &str, words: &str, negation: &str| {
            let (content, span) = marked(words);
            let text = Text::new(&content).in_language(Some(language));
            let start = content.find(negation).unwrap();
            is_denied_twice(&text, Span::new(start, start + negation.len()), span)
        };
        for (language, words, negation) in [
            ("en", "Nobody denies that |he knew of it|.", "Nobody"),
            ("en", "He never denied |having met them|.", "never"),
            ("en", "He did not deny having |met them|.", "not"),
            ("fr", "Il ne nie pas |avoir signé l’accord|.", "pas"),
            ("fr", "Il ne nie pas que |le maire a menti|.", "pas"),
            ("fr", "Il ne refuse pas de |signer l’accord|.", "pas"),
            ("fr", "Personne ne nie |avoir signé l’accord|.", "ne"),
            ("es", "Nadie niega que |haya pagado|.", "Nadie"),
        ] {
            assert!(twice(language, words, negation), "{words}");
        }
        for (language, words, negation) in [
            ("en", "Nobody said that |he knew of it|.", "Nobody"),
            ("en", "He denied not |having met them|.", "not"),
            ("en", "He has not |denied having met them|.", "not"),
            ("fr", "Il ne dit pas |avoir signé l’accord|.", "pas"),
            ("fr", "Il nie ne pas |avoir signé l’accord|.", "ne"),
            ("fr", "Il nie. Il n’a pas |avoir signé|.", "pas"),
        ] {
            assert!(!twice(language, words, negation), "{words}");
        }
    }

    #[test]
    fn what_is_not_denied_or_denied_twice_is_not_told() {
        for (language, words) in [
            ("en", "He never denied that |he knew of it|."),
            ("en", "Nobody can deny that |the army fired|."),
            ("en", "He said that |the army fired|."),
            ("en", "It is not false |that the army fired|."),
            ("en", "He denied it |to save his post|."),
            ("fr", "Il a été exclu |de la course par le maire|."),
            ("en", "They refused. To |pay the workers| was his wish."),
            ("fr", "« Je n’ai rien signé », dément |le ministre de l’Intérieur|."),
            ("fr", "« Rien », nie |Jean Dupont, le maire|."),
            ("en", "He did not refuse to |pay the workers|."),
            ("fr", "Nul ne doute que |le maire a menti|."),
            ("fr", "Sans doute que |le maire a menti|."),
            ("fr", "Le ministre affirme que |le maire a menti|."),
            ("fr", "Il a été nié. |Avoir signé l’accord| fut une faute."),
            ("de", "Das bestreitet |die Regierung in Berlin|."),
            ("es", "La empresa negó a |los obreros todo descanso|."),
            ("es", "«No lo hice», negó |el ministro de Defensa|."),
            ("en", "It is not impossible that |the minister resigned|."),
            ("fr", "Il n’est pas exclu que |le pont ait cédé|."),
            ("fr", "Il a été exclu de |la course par le maire|."),
            ("es", "No descartó que |hubiera un acuerdo|."),
            ("ru", "Не исключено, что |он подписал договор|."),
            ("ar", "لا يستبعد الوزير أن |تكون القوات دخلت المدينة|."),
            ("zh", "不可否认|他参与了袭击|。"),
            ("zh", "没有否认|参与了袭击|。"),
            ("ja", "首相は|関与|を否定していない。"),
            ("ja", "首相は|関与|を否定してはいません。"),
            ("ja", "首相は|関与|を否定しておらず、"),
            ("ja", "首相は|関与|を否定できなかった。"),
            ("ja", "首相は|面会|を拒んでいない。"),
            ("nl", "Nie |was hij daar|."),
        ] {
            assert_eq!(denial(language, words), None, "{words}");
        }
    }
}
