//! What a source calls a passage that it holds to be untrue: `Intox :` before it, `: false.` or `Verdict: false` behind it. A
//! small table, to be grown with cases. Knows single texts.

use super::super::characters as ch;
use super::super::numbers::is_in;
use super::super::words::in_table_form;
use super::DETERMINERS;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Labels of what is told and not so. They name the claim, wherever a sentence may begin.
const CLAIMS: &[&str] = &[
    "hoax",
    "fake news",
    "false claim",
    "rumour",
    "rumor",
    "intox",
    "infox",
    "rumeur",
    "canular",
    "fausse information",
    "fausse nouvelle",
    "fausse affirmation",
    "falschmeldung",
    "falschbehauptung",
    "falsche behauptung",
    "gerücht",
    "bulo",
    "noticia falsa",
    "bufala",
    "notizia falsa",
    "notícia falsa",
    "boato",
    "nepnieuws",
    "gerucht",
    "fejk",
    "фейк",
    "слух",
    "شائعة",
    "إشاعة",
    "خبر كاذب",
    "خبر زائف",
    "خبر مفبرك",
    "ادعاء كاذب",
    "谣言",
    "謠言",
    "流言",
    "谣传",
    "謠傳",
    "假消息",
    "假新闻",
    "假新聞",
    "假訊息",
    "不实信息",
    "不實訊息",
    "デマ",
    "가짜뉴스",
    "가짜 뉴스",
    "hoaks",
];
/// The same, each of which also stands alone in a line above the claim.
const MYTHS: &[&str] = &[
    "myth",
    "misconception",
    "mythe",
    "idée reçue",
    "idée fausse",
    "mythos",
    "irrtum",
    "mito",
    "миф",
    "міф",
    "خرافة",
    "误区",
    "誤區",
    "迷思",
];
/// Verdicts, which are said of what follows them or of what is before.
const VERDICTS: &[&str] = &[
    "false",
    "fake",
    "untrue",
    "not true",
    "mostly false",
    "totally false",
    "completely false",
    "pants on fire",
    "fabricated",
    "debunked",
    "unfounded",
    "baseless",
    "misleading",
    "faux",
    "c'est faux",
    "plutôt faux",
    "totalement faux",
    "complètement faux",
    "inexact",
    "mensonger",
    "trompeur",
    "infondé",
    "un mensonge",
    "falsch",
    "größtenteils falsch",
    "komplett falsch",
    "frei erfunden",
    "unwahr",
    "irreführend",
    "falso",
    "falsa",
    "engañoso",
    "mentira",
    "fuorviante",
    "enganoso",
    "onwaar",
    "misleidend",
    "fałsz",
    "nieprawda",
    "ложь",
    "неправда",
    "брехня",
    "زائف",
    "كاذب",
    "مفبرك",
    "مضلل",
    "غير صحيح",
    "كذب",
    "假",
    "假的",
    "虚假",
    "虛假",
    "错误",
    "錯誤",
    "不实",
    "不實",
    "不属实",
    "不屬實",
    "誤り",
    "虚偽",
    "거짓",
    "사실 아님",
    "salah",
    "yanlış",
    "asılsız",
    "झूठ",
    "फर्जी",
];
/// What announces a verdict, as the last word before it.
const ANNOUNCING: &str = "verdict rating ruling assessment conclusion verdikt bewertung urteil fazit veredicto calificación \
    conclusión valutazione verdetto veredito conclusão oordeel werdykt ocena вердикт вывод الحكم النتيجة الخلاصة التقييم";
const ANNOUNCING_IN_CHINESE: &[&str] =
    &["结论", "結論", "判定", "鉴定", "查核结果", "查核結果", "核查结论", "真相"];

/// So many bytes a label has at most.
const MOST: usize = 48;
/// So many line ends may stand between a passage and what announces a verdict on it: an empty line, as Windows has it.
const LINE_ENDS: usize = 4;
/// So many words announce a verdict at most: `The desk’s own assessment`.
const WORDS: usize = 4;

static CLAIM_LABELS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| CLAIMS.iter().chain(MYTHS).copied().collect());
static VERDICT_LABELS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| VERDICTS.iter().copied().collect());

/// The bytes of the label that `head`, which goes up to a passage, has before that: with a colon, a dash or in brackets, where
/// a line begins with it, or a sentence. With `is_whole` the head begins where its text does.
pub fn label_before(head: &str, is_whole: bool) -> Option<Range<usize>> {
    let bare = head.trim_end_matches(is_beside);
    if let Some(label) = bare.strip_suffix(is_behind_label) {
        let label = label.trim_end_matches(is_beside_in_line);
        let is_parted = !bare.ends_with(ch::is_dash) || bare[label.len()..].starts_with(ch::is_space);
        return labelled(label, is_whole).filter(|_| is_parted);
    }
    let is_alone = head[bare.len()..].contains(ch::is_line_end);
    let own = is_alone.then(|| line(bare, is_whole)).flatten()?;
    is_one(&bare[own.clone()], |form| MYTHS.contains(&form)).then_some(own)
}

/// The bytes of a label that some text ends with.
fn labelled(text: &str, is_whole: bool) -> Option<Range<usize>> {
    let found = sentence(text, is_whole)?;
    let words = &text[found.clone()];
    if is_one(words, |form| CLAIM_LABELS.contains(form)) {
        return Some(found);
    }
    // A verdict behind another sentence of its line may be said of that, and one behind a question or a quotation answers it.
    let own = line(text, is_whole)?;
    let opens_line = !text[own.start..found.start].contains(ch::is_letter);
    let before = text[..own.start].trim_end_matches(|c| !ch::is_word(c) && !may_be_answered(c));
    let answers = before.ends_with(may_be_answered);
    (opens_line && !answers && is_one(words, |form| VERDICT_LABELS.contains(form))).then_some(found)
}

/// The last line of a text, without what marks an item or emphasis; `None` where it may begin before the text.
fn line(text: &str, is_whole: bool) -> Option<Range<usize>> {
    let end = text.char_indices().rev().find(|(_, c)| ch::is_line_end(*c));
    let begin = end.map(|(at, c)| at + c.len_utf8()).or_else(|| is_whole.then_some(0))?;
    Some(without_marks(text, begin))
}

/// The last sentence of a text, which begins a line, a cell or brackets, or stands behind a stop; `None` where it may begin
/// before the text.
fn sentence(text: &str, is_whole: bool) -> Option<Range<usize>> {
    // `Myth No. 3`
    let is_of_number = |at: usize| text[at + 1..].trim_start().starts_with(ch::is_digit);
    let is_stop = |&(at, c): &(usize, char)| match c {
        '.' => !is_of_number(at),
        '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '[' | '【' | '|' | '\t' => true,
        _ => is_colon(c) || ch::is_line_end(c),
    };
    let stop = text.char_indices().rev().find(is_stop);
    let begin = stop.map(|(at, c)| at + c.len_utf8()).or_else(|| is_whole.then_some(0))?;
    Some(without_marks(text, begin))
}

fn without_marks(text: &str, from: usize) -> Range<usize> {
    let rest = text[from..].trim_start_matches(|c| !ch::is_word(c));
    text.len() - rest.len()..text.len()
}

/// Whether words are a label in a table, which may have an article before it and a number behind it: `Idée reçue n° 3`.
fn is_one(words: &str, in_table: impl Fn(&str) -> bool) -> bool {
    if words.is_empty() || words.len() > MOST {
        return false;
    }
    let form = words.replace('’', "'").to_lowercase();
    let label = unnumbered(&form);
    let without_article = || {
        let (first, rest) = label.split_once([' ', '\''])?;
        (is_in(first, DETERMINERS) || first == "l").then_some(rest)
    };
    in_table(label) || without_article().is_some_and(in_table)
}

/// A label without the number behind it: `misconception no. 4`, `误区一`.
fn unnumbered(label: &str) -> &str {
    let is_number = |c: char| ch::is_digit(c) || "一二三四五六七八九十".contains(c);
    let bare = label.trim_end_matches(is_number);
    if bare.len() == label.len() {
        return label;
    }
    let bare = bare.trim_end_matches(|c| !ch::is_word(c) || c == 'º');
    ["n", "no", "nr", "nº"].iter().find_map(|no| bare.strip_suffix(no)?.strip_suffix(' ')).unwrap_or(bare)
}

/// The bytes of the verdict that `tail`, which begins behind a passage, says of that: `: false.`, `(faux)`, `Verdict: false`.
pub fn verdict_behind(tail: &str) -> Option<Range<usize>> {
    let rest = tail.trim_start_matches(|c| is_beside(c) || is_before_verdict(c));
    let marks = &tail[..tail.len() - rest.len()];
    if !rest.starts_with(ch::is_word) || !parts(marks) {
        return None;
    }
    let is_in_line = !marks.contains(ch::is_line_end);
    let length = if is_in_line { verdict(rest, closes(marks)) } else { None };
    let found = length.map(|length| 0..length).or_else(|| announced(rest, marks))?;
    Some(marks.len() + found.start..marks.len() + found.end)
}

/// Whether what stands behind a passage parts it from a verdict, and opens no quotation.
fn parts(marks: &str) -> bool {
    let is_parting = |(at, c): (usize, char)| match c {
        '\t' => true,
        _ if ch::is_dash(c) => marks[at + c.len_utf8()..].starts_with(ch::is_space),
        _ => is_before_verdict(c) || ch::is_line_end(c),
    };
    let opens = marks.contains(ch::is_quotation_mark) && !closes(marks);
    !opens && (closes(marks) || marks.char_indices().any(is_parting))
}

/// Whether the last quotation mark of what stands behind a passage closes a quotation.
fn closes(marks: &str) -> bool {
    let Some(at) = marks.rfind(ch::is_quotation_mark) else { return false };
    marks[at..].starts_with('»') || !marks[..at].ends_with(ch::is_space)
}

/// The bytes of a verdict that some text begins with, and that is all that is said there.
fn verdict(text: &str, is_behind_quotation: bool) -> Option<usize> {
    let ends = |c: char| {
        matches!(c, '.' | '!' | ';' | ')' | ']' | '|' | '\t' | '。' | '！' | '；' | '）' | '】')
            || ch::is_line_end(c)
            || is_behind_quotation && is_colon(c)
    };
    let words = text.split(ends).next().unwrap_or(text).trim_end_matches(is_beside_in_line);
    let is_verdict = |form: &str| VERDICT_LABELS.contains(form) || CLAIM_LABELS.contains(form);
    is_one(words, is_verdict).then_some(words.len())
}

/// The bytes of a verdict with what announces it, behind `marks`: `Our verdict: False`; in the next paragraph, too.
fn announced(text: &str, marks: &str) -> Option<Range<usize>> {
    if marks.chars().filter(|c| ch::is_line_end(*c)).count() > LINE_ENDS {
        return None;
    }
    let length = text.find(|c| is_colon(c) || ch::is_line_end(c)).filter(|&length| length <= MOST)?;
    let heading = text[..length].trim_end_matches(is_beside_in_line);
    let mut words = heading.rsplit(|c: char| !ch::is_word(c)).filter(|word| !word.is_empty());
    let announces =
        is_in(&in_table_form(words.next()?), ANNOUNCING) || ANNOUNCING_IN_CHINESE.contains(&heading);
    if !announces || words.count() >= WORDS {
        return None;
    }
    let behind = text[length..].trim_start_matches(|c| is_beside(c) || is_colon(c));
    let begin = text.len() - behind.len();
    verdict(behind, false).map(|verdict| 0..begin + verdict)
}

const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '︰')
}

/// Whether a mark may stand between a label and the passage that it is of.
fn is_behind_label(c: char) -> bool {
    is_colon(c) || ch::is_dash(c) || matches!(c, ']' | '】' | '|' | '\t')
}

/// Whether a mark may stand between a passage and the verdict on it.
fn is_before_verdict(c: char) -> bool {
    is_colon(c)
        || ch::is_dash(c)
        || matches!(c, '.' | '!' | '。' | '！' | '…' | '(' | '[' | '（' | '【' | ')' | '|')
}

/// Whether a mark ends what a verdict may answer.
fn may_be_answered(c: char) -> bool {
    matches!(c, '?' | '？' | '؟') || ch::is_quotation_mark(c)
}

/// Whether a character between a label and its passage says nothing.
fn is_beside(c: char) -> bool {
    ch::is_blank(c) || ch::is_emphasis(c) || ch::is_quotation_mark(c)
}

fn is_beside_in_line(c: char) -> bool {
    is_beside(c) && !ch::is_line_end(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(head: &str) -> Option<&str> {
        label_before(head, true).map(|found| &head[found])
    }

    fn behind(tail: &str) -> Option<&str> {
        verdict_behind(tail).map(|found| &tail[found])
    }

    #[test]
    fn what_a_passage_is_labelled_is_seen_before_it() {
        for (head, label) in [
            ("Faux : ", "Faux"),
            ("La gare ferme.\n\nFAUX : « ", "FAUX"),
            ("- **Faux :** ", "Faux"),
            ("1. Faux\u{A0}: ", "Faux"),
            ("[FAUX] ", "FAUX"),
            ("Faux – ", "Faux"),
            ("Intox : ", "Intox"),
            ("La mairie précise. L’intox : ", "L’intox"),
            ("Idée reçue n° 3 : ", "Idée reçue n° 3"),
            ("Myth No. 2: ", "Myth No. 2"),
            ("Myth #1: ", "Myth #1"),
            ("MYTH\n\n", "MYTH"),
            ("The false claim: “", "The false claim"),
            ("Fake news: ", "Fake news"),
            ("谣言：", "谣言"),
            ("【谣言】", "谣言"),
            ("误区一：", "误区一"),
            ("خبر كاذب: ", "خبر كاذب"),
            ("Bulo: ", "Bulo"),
            ("| False | ", "False"),
        ] {
            assert_eq!(before(head), Some(label), "{head}");
        }
    }

    #[test]
    fn what_answers_or_is_more_than_a_label_is_none() {
        for head in [
            "Vrai ou faux : ",
            "Vrai/Faux : ",
            "Vrai – faux : ",
            "Pas faux : ",
            "La gare ferme-t-elle ? Faux : ",
            "La gare ferme-t-elle ?\n\nFaux : ",
            "« La gare ferme. »\nFaux : ",
            "La gare ferme. Faux : ",
            "Faux. ",
            "Faux\n\n",
            "Infox\n\n",
            "Vrai : ",
            "Fake news law: ",
            "Le maire : ",
            "intox-",
            ": ",
            "",
        ] {
            assert_eq!(before(head), None, "{head}");
        }
        // It may be the end of more.
        assert_eq!(label_before("faux : ", false), None);
    }

    #[test]
    fn a_verdict_is_seen_behind_a_passage() {
        for (tail, verdict) in [
            (": false.", "false"),
            (" : faux.", "faux"),
            (". Faux.", "Faux"),
            (". » Faux !", "Faux"),
            (" » : faux", "faux"),
            (".” False: he did not.", "False"),
            (" (faux)", "faux"),
            (" | **False** |", "False"),
            ("\tFalse\n", "False"),
            (" — a hoax.", "a hoax"),
            (". Verdict: false.", "Verdict: false"),
            (".\n\nOUR VERDICT\nFalse. The photo is old.", "OUR VERDICT\nFalse"),
            (".\n\nAP’S ASSESSMENT: False. While the", "AP’S ASSESSMENT: False"),
            ("。结论：不实。", "结论：不实"),
            ("（假）", "假"),
        ] {
            assert_eq!(behind(tail), Some(verdict), "{tail}");
        }
        for tail in [
            ": false, misleading and true.",
            ". False alarms are rare.",
            ".\n\nFalse.",
            ". Faux : la gare reste.",
            " “false”.",
            " : « faux ».",
            " false.",
            "-false.",
            ". Verdict: true.",
            ". Vrai.",
            ". Conclusion: he left.",
            "",
        ] {
            assert_eq!(behind(tail), None, "{tail}");
        }
    }

    #[test]
    fn every_listed_label_is_in_the_form_that_is_looked_up() {
        for label in CLAIMS.iter().chain(MYTHS).chain(VERDICTS) {
            assert_eq!(label.to_lowercase(), **label);
            assert!(is_one(label, |form| form == *label), "{label}");
        }
    }
}
