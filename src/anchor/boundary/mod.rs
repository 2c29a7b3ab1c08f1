//! Cuts: whether a quote begins or ends inside a word, a number or a character. Knows a text and one
//! place in it.
//!
//! Words are UAX 29 letters and digits, characters are its extended grapheme clusters; beyond UAX 29 a
//! compound joined by hyphens is one word, a number is one with its sign and all its groups, and a
//! negation belongs to what it negates.

mod graphemes;
mod hebrew;
mod joined;
mod markup;
mod negation;
mod number;
mod plain;
mod surroundings;

use crate::fold::{characters as ch, words};
use crate::text::{Span, Text};
use graphemes::is_grapheme_boundary;
use hebrew::{is_before_geresh, is_gershayim_inside, opens_quotation};
use plain::is_plainly_whole;
use surroundings::{READ, Surroundings};

/// Which end of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// What a quote cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CutKind {
    /// A word, an elided word or a compound.
    Word,
    /// A negation from what it negates.
    Negation,
    /// A number, or its sign, or a group of its digits.
    Number,
    /// What a reader sees as one character.
    Grapheme,
}

impl CutKind {
    /// Whether `partial = true` allows the cut: a part of a word may be meant, a sentence turned round never is.
    pub const fn is_allowed_when_partial(self) -> bool {
        matches!(self, Self::Word)
    }
}

/// One end of a quote that cuts something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Which end.
    pub edge: Edge,
    /// What it cuts.
    pub kind: CutKind,
}

/// What the span cuts at either end, the start first.
pub fn cuts(text: &Text<'_>, span: Span) -> impl Iterator<Item = Cut> {
    let at = |at, edge| cut_at(text, at, edge).map(|kind| Cut { edge, kind });
    at(span.start, Edge::Start).into_iter().chain(at(span.end, Edge::End))
}

/// The worst that the span cuts, or `None` where it cuts nothing.
pub fn worst_cut(text: &Text<'_>, span: Span) -> Option<CutKind> {
    cut_at(text, span.start, Edge::Start).max(cut_at(text, span.end, Edge::End))
}

/// The longest way, in bytes, that [`widened`] goes.
const WIDEST: usize = 256;

/// The span widened to the nearest places that cut nothing, or as it is where there are none near.
pub fn widened(text: &Text<'_>, span: Span) -> Span {
    let content = text.as_str();
    let least = content.floor_char_boundary(span.start.saturating_sub(WIDEST));
    let back = content[least..span.start].char_indices().rev().map(|(offset, _)| least + offset);
    let on = content[span.end..].chars().take(WIDEST).scan(span.end, |end, c| {
        *end += c.len_utf8();
        Some(*end)
    });
    // White space at the ends of a quote is not part of it, so none may become one.
    let starts = |at: &usize| {
        !content[*at..].starts_with(char::is_whitespace) && cut_at(text, *at, Edge::Start).is_none()
    };
    let ends =
        |at: &usize| !content[..*at].ends_with(char::is_whitespace) && cut_at(text, *at, Edge::End).is_none();
    let start = std::iter::once(span.start).chain(back).find(starts).unwrap_or(span.start);
    let end = std::iter::once(span.end).chain(on).find(ends);
    Span::new(with_whole_negation(content, start, span.start), end.unwrap_or(span.end))
}

/// Where a span begins that was widened from `from` to `start`, with all of the negation that it has now: `并非`.
fn with_whole_negation(content: &str, start: usize, from: usize) -> usize {
    let is_one = start < from && words::begins_with_negation(&content[start..from]);
    if is_one { start - words::before_negation(&content[..start]) } else { start }
}

/// What a quote cuts that begins or ends at byte `at`.
pub fn cut_at(text: &Text<'_>, at: usize, edge: Edge) -> Option<CutKind> {
    let content = text.as_str();
    if at == 0 || at == content.len() || is_plainly_whole(text, at, edge) {
        return None;
    }
    cut_closely(text, at, edge)
}

/// The same, of a place inside the text that is not [plainly whole](is_plainly_whole).
fn cut_closely(text: &Text<'_>, at: usize, edge: Edge) -> Option<CutKind> {
    let content = text.as_str();
    if !is_grapheme_boundary(content, at) {
        return Some(CutKind::Grapheme);
    }
    let seen = Surroundings::new(text, at);
    if number::cuts_raised(&seen) {
        return Some(CutKind::Number);
    }
    if let Some((content, at)) = markup::without(&seen, text, at) {
        return cut_at(&Text::new(&content).in_language(text.language()), at, edge);
    }
    if seen.left.is_empty() && seen.before.chars().nth(READ).is_some()
        || seen.right.is_empty() && seen.after.chars().nth(READ).is_some()
    {
        // More that cannot be seen than anyone writes: what it parts cannot be told.
        return Some(CutKind::Word);
    }
    if number::is_cut(&seen, edge) {
        return Some(CutKind::Number);
    }
    if negation::is_cut(&seen, edge) {
        return Some(CutKind::Negation);
    }
    if cuts_plus(&seen) || joined::is_cut(&seen, edge) {
        return Some(CutKind::Word);
    }
    cuts_word(&seen, edge)
}

/// Whether the place lies before a plus that belongs to what is before it: `AA|+`, `65|+`. One before a number or an
/// equals sign calculates.
fn cuts_plus(seen: &Surroundings<'_>) -> bool {
    let is_plus = |c: char| matches!(c, '+' | '＋');
    let calculates = seen.right(1, |c| ch::is_word(c) || c == '=') || seen.right(2, ch::is_digit);
    seen.left(0, ch::is_word) && seen.right(0, is_plus) && !calculates
}

/// Whether `c` may stand between a negation and what it negates without parting them: an opening
/// quotation mark or bracket, Markdown's emphasis.
fn is_transparent(c: char) -> bool {
    ch::is_invisible(c)
        || ch::is_emphasis(c)
        || c == '"'
        || (ch::is_opening(c) && !ch::is_apostrophe(c) && !matches!(c, '»' | '”'))
}

fn cuts_word(seen: &Surroundings<'_>, edge: Edge) -> Option<CutKind> {
    let is_joined = |c: char| ch::is_word(c) && !ch::is_apostrophe(c) && !ch::is_spaceless(c);
    // An apostrophe that is a letter, as in ʻAbd and samāʼ, is part of the word that it begins or ends.
    let is_letter = |c: char| ch::is_apostrophe(c) && ch::is_letter(c);
    let word_left = seen.left(0, is_joined) || seen.left(0, is_letter) && !seen.left(1, is_joined);
    let word_right = seen.right(0, is_joined) || seen.right(0, is_letter) && !seen.right(1, is_joined);
    if parts_korean(seen) {
        return None;
    }
    if word_left && word_right || is_before_geresh(seen) {
        return Some(CutKind::Word);
    }
    if word_left && seen.right(1, is_joined) {
        return before_joiner(seen, edge);
    }
    if word_right && seen.left(1, is_joined) {
        return after_joiner(seen, edge);
    }
    cuts_elision(seen, edge)
}

/// Whether a dot in the middle of the line is inside one word: Catalan `col·lecció`, French `étudiant·e`. In other
/// scripts it parts names and the items of a list.
const fn joins_by_dot(joiner: char, before: char, after: char) -> bool {
    matches!(joiner, '·' | '‧') && ch::is_western_letter(before) && ch::is_western_letter(after)
}

/// Whether the place lies beside the letter that Korean keyboards have for a dot, between two words: `한ㆍ|미`.
fn parts_korean(seen: &Surroundings<'_>) -> bool {
    let is_dot = |c: char| c == '\u{318D}';
    seen.right(0, is_dot) && seen.left(0, ch::is_hangul) && seen.right(1, ch::is_hangul)
        || seen.left(0, is_dot) && seen.left(1, ch::is_hangul) && seen.right(0, ch::is_hangul)
}

/// Whether the place lies beside the apostrophe of an elided word that no letter follows at once, as in
/// `l’« avion »`: the apostrophe belongs to the word, and the word to what follows.
fn cuts_elision(seen: &Surroundings<'_>, edge: Edge) -> Option<CutKind> {
    let goes_on =
        |index: usize| seen.right(index, |c| !ch::is_space(c) && (is_transparent(c) || ch::is_word(c)));
    let is_elided = |from: usize| {
        let word = elided_word(&seen.left[from..]);
        word == "n" || words::is_elision(&word, seen.language)
    };
    let is_before = seen.right(0, ch::is_apostrophe) && goes_on(1) && is_elided(0);
    let is_after = edge == Edge::End && seen.left(0, ch::is_apostrophe) && goes_on(0) && is_elided(1);
    (is_before || is_after).then_some(CutKind::Word)
}

/// The word before an apostrophe, in small letters; empty where a hyphen joins it to another.
fn elided_word(left: &[char]) -> String {
    let reversed: Vec<char> =
        left.iter().copied().take_while(|&c| ch::is_letter(c) && !ch::is_apostrophe(c)).collect();
    if left.get(reversed.len()).is_some_and(|&c| ch::is_hyphen(c)) {
        return String::new();
    }
    reversed.iter().rev().flat_map(|&c| ch::lower(c)).collect()
}

/// The first letters, in small ones.
fn first_word(right: &[char]) -> String {
    right.iter().take_while(|&&c| ch::is_letter(c)).flat_map(|&c| ch::lower(c)).collect()
}

/// A place between a word and an apostrophe or hyphen that joins it to the next.
fn before_joiner(seen: &Surroundings<'_>, edge: Edge) -> Option<CutKind> {
    let joiner = seen.right[0];
    if is_gershayim_inside(joiner, seen.left[0], seen.right[1]) {
        let is_free = edge == Edge::Start && opens_quotation(&seen.left, seen.near_after(), joiner);
        return (!is_free).then_some(CutKind::Word);
    }
    if joins_by_dot(joiner, seen.left[0], seen.right[1]) {
        return Some(CutKind::Word);
    }
    if ch::is_apostrophe(joiner) {
        let is_possessive = matches!(seen.right[1], 's' | 'S')
            && !seen.right(2, ch::is_word)
            && words::has_possessive(seen.language);
        return (!(is_possessive && edge == Edge::End)).then_some(CutKind::Word);
    }
    let joins = ch::is_hyphen(joiner) && ch::is_letter(seen.left[0]) && ch::is_letter(seen.right[1]);
    let is_euphonic_t = matches!(seen.left[0], 't' | 'T') && seen.left(1, ch::is_hyphen);
    let is_free = !is_euphonic_t && clitics_part(&seen.left, &seen.right[1..], seen.language);
    (joins && !is_free).then_some(CutKind::Word)
}

/// A place between an apostrophe or hyphen and the word that it joins to the one before.
fn after_joiner(seen: &Surroundings<'_>, edge: Edge) -> Option<CutKind> {
    let joiner = seen.left[0];
    if is_gershayim_inside(joiner, seen.left[1], seen.right[0]) {
        let is_free = edge == Edge::Start && opens_quotation(&seen.left[1..], seen.near_after(), joiner);
        return (!is_free).then_some(CutKind::Word);
    }
    if joins_by_dot(joiner, seen.left[1], seen.right[0]) {
        return Some(CutKind::Word);
    }
    if ch::is_apostrophe(joiner) {
        let before = elided_word(&seen.left[1..]);
        if before == "n" && words::elided_n_negates(seen.language) {
            return Some(CutKind::Negation);
        }
        let is_elided = edge == Edge::Start && words::is_elision(&before, seen.language);
        let is_whole = is_elided && !words::is_condition(&before, &first_word(&seen.right), seen.language);
        return (!is_whole).then_some(CutKind::Word);
    }
    let joins = ch::is_hyphen(joiner) && ch::is_letter(seen.left[1]) && ch::is_letter(seen.right[0]);
    (joins && !clitics_part(&seen.left[1..], &seen.right, seen.language)).then_some(CutKind::Word)
}

/// Nouns that look like a word and its clitics.
const NOUNS: &[(&str, &str)] = &[("rendez", "vous")];

/// Whether a hyphen between these joins clitics to a word, which are words of their own.
fn clitics_part(left: &[char], right: &[char], language: Option<&str>) -> bool {
    let reversed: Vec<char> = left.iter().copied().take_while(|&c| ch::is_letter(c)).collect();
    let word: String = reversed.iter().rev().flat_map(|&c| ch::lower(c)).collect();
    let next: String = right.iter().copied().take_while(|&c| ch::is_letter(c)).flat_map(ch::lower).collect();
    let is_noun = NOUNS.iter().any(|(first, second)| word == *first && next == *second);
    !is_noun && clitics_follow(right, language)
}

/// Whether what follows a hyphen is a chain of clitics: `il`, `t-il`, `le-moi`, `m’en`.
fn clitics_follow(right: &[char], language: Option<&str>) -> bool {
    let mut parts = vec![String::new()];
    for &c in right {
        if ch::is_letter(c) {
            parts.last_mut().expect("there is always a part").extend(ch::lower(c));
        } else if ch::is_hyphen(c) || ch::is_apostrophe(c) {
            parts.push(String::new());
        } else {
            break;
        }
    }
    parts.retain(|part| !part.is_empty());
    words::are_clitics(&parts, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the quote between `[` and `]` cuts in the text around it.
    fn cut(marked: &str) -> Option<CutKind> {
        cut_with(None, marked)
    }

    /// The same in a language.
    fn cut_in(language: &str, marked: &str) -> Option<CutKind> {
        cut_with(Some(language), marked)
    }

    fn cut_with(language: Option<&str>, marked: &str) -> Option<CutKind> {
        let (before, rest) = marked.split_once('[').unwrap();
        let (quote, after) = rest.split_once(']').unwrap();
        let text = format!("{before}{quote}{after}");
        let span = Span::new(before.len(), before.len() + quote.len());
        worst_cut(&Text::new(&text).in_language(language), span)
    }

    #[test]
    fn a_dot_in_the_middle_of_the_line_joins_in_latin_letters_alone() {
        for marked in ["Una col·[lecció] bona", "les [étudiant]·e·s", "3ㆍ[1운동]", "[3]·1운동"] {
            assert!(cut(marked).is_some(), "{marked}");
        }
        for marked in [
            "한·[미] 정상",
            "[서울]·경기",
            "한ㆍ[미] 정상",
            "[서울]ㆍ경기",
            "马克·[吐温]",
            "ロミオ・[ジュリエット]",
        ] {
            assert_eq!(cut(marked), None, "{marked}");
        }
    }

    #[test]
    fn numbers_are_whole_with_sign_and_groups() {
        for marked in [
            "à [environ 250]0 soldats",
            "3 [500 à 4 000] autres",
            "3\u{a0}[500 à 4] 000",
            "r = -[0,42]",
            "(−[0,42])",
            "[2],5 %",
            "1'[000] francs",
            "[1.234].567",
            "1.[234]",
            "r=−[0,42]",
            "3[-5 hommes]",
            "covid[-19 cas]",
            "[10]² m",
            "约[250]万人",
            "约有[三]百人",
            "数[百]人",
            "[١٢]٫٥",
            "[10]多万人",
            "[10]多人",
            "约[250] 万人",
            "[5]ล้านบาท",
            "약 [250]만 명",
            "**−[0,42]** point",
            "-[$5] million",
            "3×[10]⁻⁶",
            "10 [km]² de",
            "x:-[5]",
            "第[三次]",
            "第[3版]",
            "零下[15度]",
            "气温为负[15度]",
            "氷点下[5度]",
            "マイナス[三度]",
            "영하 [15도]",
            "三[点五亿]",
            "[三点]五亿",
            "百分之[五十]",
            "[三分之]二",
            "三[分の一]",
        ] {
            assert_eq!(cut(marked), Some(CutKind::Number), "{marked}");
        }
        for marked in [
            "[2500] soldats",
            "en 2021 [300] hommes",
            "[10] %",
            "de 2019-[2021]",
            "[3 millions] et",
            "[250]人",
            "le [16], 300",
            "[-0,42] et",
            "il y a [-5] là",
            "[Covid]-19",
            "约[250万]人",
            "*[-5 degrés]* hier",
            "在未来[一年内]完成",
            "伤亡[人数]三千人",
            "需要[更多]一些时间",
            "统一[一个]国家",
            "10%-[20%]",
            "本周五[两国领导人]",
            "星期三[一早]",
            "上周二[三名男子]",
            "[第三次]被捕",
            "[零下15度]",
            "负担[15元]",
        ] {
            assert_eq!(cut(marked), None, "{marked}");
        }
    }

    #[test]
    fn words_are_whole_with_compounds_and_elisions() {
        for marked in [
            "[les taliban]s",
            "vice-[président] Saleh",
            "[vice]-président",
            "aujourd’[hui]",
            "quelqu’[un] dit",
            "[l’]erreur",
            "[l]’erreur",
            "tali\u{ad}[bans]",
            "[can]’t go",
            "cessez-[le]-feu",
            "[cessez]-le-feu",
            "affirme[-t]-il",
            "affirme-[t]-il",
            "و[قال] الوزير",
            "[정부]는 밝혔다",
            "צה[״ל]",
            "o'[clock]",
            "[250]km",
            "chef-d’[œuvre]",
            "Val-d’[Oise]",
            "ce n[’*est* jamais]",
            "qu[’« il »]",
            "un rendez-[vous avec] lui",
            "[un rendez]-vous",
            "[l]’« avion »",
            "[l’]« avion »",
            "[ג׳ורג]׳ בא",
        ] {
            assert_eq!(cut(marked), Some(CutKind::Word), "{marked}");
        }
        for marked in [
            "l’[erreur]",
            "L'[Afghanistan]",
            "jusqu’[ici]",
            "[affirme]-t-il",
            "[donne]-le-moi",
            "[cet été]-là",
            "[va]-t’en",
            "[the president]’s men",
            "« [non] »",
            "他[说]好",
            "a,[-5] d",
            "**5**-[10] ans",
            "*[mot]*",
            "_[mot]_",
            "l’« [x] »",
            "׳[שלום]׳",
        ] {
            assert_eq!(cut(marked), None, "{marked}");
        }
    }

    #[test]
    fn a_line_end_parts_no_compound_and_nothing_that_is_written_without_spaces() {
        for marked in [
            "Le vice-\n[président a parlé]",
            "[Le vice]-\nprésident",
            "[Le vice-]\nprésident",
            "non-\r\n[contraignant]",
            "un\u{AD}\n[accepted]",
            "[un]\u{AD}\naccepted",
        ] {
            assert_eq!(cut(marked), Some(CutKind::Word), "{marked:?}");
        }
        for marked in ["政府不\n[同意这项决议]", "政府没有\r\n[同意]", "彼は[認め]\nない"]
        {
            assert_eq!(cut(marked), Some(CutKind::Negation), "{marked:?}");
        }
        assert_eq!(cut("增加二\n[百名]"), Some(CutKind::Number));
        for marked in [
            "vice-\n\n[président]",
            "a dit -\n[oui]",
            "dit-\n[il]",
            "政府不\n\n[同意]",
            "政府\n[同意这项决议]",
            "un mot\n[entier]",
        ] {
            assert_eq!(cut(marked), None, "{marked:?}");
        }
    }

    #[test]
    fn negations_and_characters_are_not_cut() {
        assert_eq!(cut("n’[est jamais anodin]"), Some(CutKind::Negation));
        assert_eq!(cut("他不[同意]"), Some(CutKind::Negation));
        assert_eq!(cut_in("fr", "nʼ[accepte]"), Some(CutKind::Negation));
        assert_eq!(cut("それは[事実]ではない"), Some(CutKind::Negation));
        assert_eq!(cut("何も[言わ]ず、"), Some(CutKind::Negation));
        assert_eq!(cut("彼は[行か]ない"), Some(CutKind::Negation));
        assert_eq!(cut("ไม่[ไป]"), Some(CutKind::Negation));
        assert_eq!(cut("[e]\u{301}te"), Some(CutKind::Grapheme));
        assert_eq!(cut("👨\u{200d}[👩]"), Some(CutKind::Grapheme));
        assert_eq!(cut("\r[\nx]"), Some(CutKind::Grapheme));
        for marked in [
            "ce n’*[est]* jamais",
            "ce n’[*est*] jamais",
            "ce n’« [est] »",
            "ce n’ [est] pas",
            "ce n'\n[est] pas",
            "他不「[同意]」",
            "他没有[同意]",
            "他不会[同意]",
            "他 不 [同意]",
            "他没有\u{3000}[同意]",
            "他**没有** [同意]",
            "他没有\t[同意]",
            "他没有 “[同意]”",
            "彼は[行く]まい",
            "それは「[事実]」ではない",
            "[それは「事実」]ではない",
            "彼は「[関与した]」とは述べていない",
        ] {
            assert_eq!(cut(marked), Some(CutKind::Negation), "{marked}");
        }
        for marked in [
            "中非[合作]",
            "南非[总统]",
            "南非 [总统]",
            "他说\"不\" [我同意]",
            "他说“不” [我同意]",
            "[彼は「事実」]と述べた",
            "彼は「[事実ではない]」と述べた",
            "彼は「[行く。]」ない。",
            "ตอบว่าไม่ [เขาไป]",
            "l’*[est]*",
            "il dit : « [est] »",
            "an’« [est] »",
            "rock 'n' [artists]",
            "guns n’ [roses]",
        ] {
            assert_eq!(cut(marked), None, "{marked}");
        }
        let flags = "🇫🇷".repeat(300);
        assert_eq!(cut(&format!("{flags}[🇫🇷]")), None);
        assert_eq!(cut(&format!("🇫{flags}[🇷]")), Some(CutKind::Grapheme));
    }

    #[test]
    fn elisions_clitics_and_possessives_are_those_of_the_language() {
        for (language, marked) in [
            ("en", "[add]-on fees"),
            ("en", "D’[Souza] said"),
            ("nl", "[foto]’s van"),
            ("en", "All’[s well]"),
            ("fr", "S’[il est coupable]"),
            ("fr", "s’[ils partent]"),
            ("it", "nient’[altro]"),
            ("uk", "пʼ[ять]"),
            ("en", "by ʻ[Abd] al"),
            ("en", "the [samā]ʼ is"),
        ] {
            assert_eq!(cut_in(language, marked), Some(CutKind::Word), "{marked}");
        }
        for (language, marked) in [
            ("pt", "[viram]-no ontem"),
            ("it", "dell’[accordo]"),
            ("it", "Se n’[è andato lunedì]"),
            ("it", "anch’[io]"),
            ("fr", "s’[illustre]"),
            ("fr", "lʼ[avion]"),
            ("fr", "[dit]-on"),
            ("en", "the [men]’s"),
        ] {
            assert_eq!(cut_in(language, marked), None, "{marked}");
        }
    }

    #[test]
    fn a_cut_is_widened_to_the_whole() {
        let text = "à environ 2500 soldats, n’est jamais anodin";
        let whole = |quote: &str| {
            let start = text.find(quote).unwrap();
            &text[widened(&Text::new(text), Span::new(start, start + quote.len())).range()]
        };
        assert_eq!(whole("environ 250"), "environ 2500");
        assert_eq!(whole("est jamais anodi"), "n’est jamais anodin");
        assert_eq!(whole("soldats"), "soldats");
        for (text, quote, expected) in [
            ("并非所有居民都反对", "所有居民都反对", "并非所有居民都反对"),
            ("他从未说过这话", "说过这话", "从未说过这话"),
            ("计划不被接受", "接受", "不被接受"),
            ("仪器检测不到信号", "仪器检测", "仪器检测不到"),
            ("知事は行かなかったという", "知事は行か", "知事は行かなかった"),
            ("知事は行きませんでした。", "知事は行き", "知事は行きませんでした"),
        ] {
            let start = text.find(quote).unwrap();
            let found = widened(&Text::new(text), Span::new(start, start + quote.len()));
            assert_eq!(&text[found.range()], expected);
        }
    }
}
