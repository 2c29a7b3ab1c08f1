//! Slips of who typed a quote: quotation marks or a stop of their own, words left out by dots, digits grouped in another
//! way. Each is told as what it is, with the lines that stand.

use super::messages::{Case, exact_line};
use super::pasted::{Trial, exact_lines};
use super::quotes::omissions;
use crate::anchor::{self, Anchoring, Kind, Proposal, SegmentDifference, Standing};
use crate::finding::{Finding, Marked, Rule};
use crate::fold::marks::lacks_optional_signs;
use crate::fold::numbers::value;
use crate::fold::{Difference, characters as ch};
use crate::quoting::shortened;
use crate::text::Span;

/// So many letters of inserted words are told.
const INSERTED: usize = 60;

/// What a person may put at the ends of a quote that is not the source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outer {
    Marks,
    Stop,
    Both,
}

/// The ends that are a quote's own, and the lines without them.
#[derive(Debug)]
pub(super) struct Own {
    outer: Outer,
    stop: Option<char>,
    lines: String,
}

impl Own {
    /// The quotation marks or the stop around a quote where its words stand without them; `None` where they do not.
    pub(super) fn of(case: &Case<'_>) -> Option<Self> {
        let tried = [Outer::Marks, Outer::Stop, Outer::Both];
        tried.into_iter().find_map(|outer| {
            let written = case.quote.segments();
            let segments: Vec<&str> = written.iter().map(|words| outer.without(words)).collect();
            if segments == written || !segments.iter().all(|words| crate::parse::has_words(words)) {
                return None;
            }
            let stop = written.last().and_then(|words| {
                words.trim_end_matches(|c| ch::is_quotation_mark(c) || ch::is_space(c)).chars().next_back()
            });
            let stop = stop.filter(|&c| is_stop(c));
            Some(Self { outer, stop, lines: lines(case, &Trial { segments, ..Trial::of(case) })? })
        })
    }

    /// What is wrong, in a sentence.
    pub(super) fn message(&self) -> String {
        format!("the source has these words, but not {}", self.named("around them", "at their end"))
    }

    /// The finding with what to do and the lines to paste.
    pub(super) fn help(self, finding: Finding) -> Finding {
        finding.help(format!("leave {} out:", self.named("", ""))).help(self.lines)
    }

    fn named(&self, around: &str, at_end: &str) -> String {
        let stop = match self.stop {
            Some('.' | '。' | '۔' | '।') => "the full stop".to_owned(),
            Some(',' | '،' | '，' | '、') => "the comma".to_owned(),
            Some(c) => format!("the final “{c}”"),
            None => "the mark".to_owned(),
        };
        let named = match self.outer {
            Outer::Marks => format!("the quotation marks {around}"),
            Outer::Stop => format!("{stop} {at_end}"),
            Outer::Both => format!("the quotation marks and {stop}"),
        };
        named.trim().to_owned()
    }
}

impl Outer {
    /// Words without this at their ends.
    fn without(self, words: &str) -> &str {
        let is_own: fn(char) -> bool = match self {
            Self::Marks => ch::is_quotation_mark,
            Self::Stop => is_stop,
            Self::Both => |c| ch::is_quotation_mark(c) || is_stop(c),
        };
        let bare = words.trim_end_matches(|c| ch::is_blank(c) || is_own(c));
        match self {
            Self::Stop => bare,
            Self::Marks | Self::Both => {
                bare.trim_start_matches(|c| ch::is_blank(c) || ch::is_quotation_mark(c))
            }
        }
    }
}

/// The lines of a quote that stands as it is tried, or in the source's own characters.
fn lines(case: &Case<'_>, trial: &Trial<'_>) -> Option<String> {
    if trial.stands(case) {
        return Some(exact_line(&trial.segments));
    }
    if case.anchoring.standing != Standing::Altered {
        return None;
    }
    let found = anchor::anchor(&trial.quote(), case.text);
    match (found.standing, found.proposal) {
        (Standing::Stands, _) => {
            exact_lines(case, &found.segments.into_iter().collect::<Option<Vec<Span>>>()?)
        }
        (Standing::Variant, Proposal::Exact(spans)) => exact_lines(case, &spans),
        _ => None,
    }
}

fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '…'
            | '。'
            | '，'
            | '、'
            | '；'
            | '！'
            | '？'
            | '،'
            | '؛'
            | '؟'
            | '۔'
            | '।'
    )
}

/// Whether a quote differs in marks alone, and in characters that say the same.
pub(super) fn differs_in_marks(anchoring: &Anchoring) -> bool {
    let kinds = || anchoring.differences.iter().map(|one| one.difference.kind);
    kinds().any(|kind| kind == Kind::Punctuation)
        && kinds().all(|kind| kind.is_variant() || kind == Kind::Punctuation)
}

/// Ways in which people write that words are left out.
const ELLIPSES: &[&str] = &["[...]", "[…]", "(...)", "(…)", "[. . .]", "［…］", "...", "……", "…"];

/// How to omit words, for a quote that tries to; first of all that is to be done.
pub(super) fn ellipsis_help(case: &Case<'_>, finding: Finding) -> Finding {
    let [segment] = &case.quote.segments()[..] else { return finding };
    let Some((mark, parts)) = parted(segment) else { return finding };
    if case.anchoring.spans().any(|span| case.text.slice(span).contains(mark)) {
        return finding;
    }
    if parts.len() < 2 {
        let at_end = || lines(case, &Trial { segments: parts, ..Trial::of(case) });
        let help = format!("leave the `{mark}` out: a quote may begin and end in the middle of a sentence");
        return match at_end() {
            Some(lines) => finding.help(help).help(lines),
            None => finding,
        };
    }
    let finding = finding
        .help(format!("`{mark}` stands for itself here; to leave words out, give the parts as a list"));
    let trial = Trial { segments: parts, ..Trial::of(case) };
    if trial.stands(case) {
        return finding.help(exact_line(&trial.segments));
    }
    let found = anchor::anchor(&trial.quote(), case.text);
    if let Some(negation) = omissions(&found, case.text).iter().find_map(|omission| omission.negation) {
        return finding.help(format!(
            "but not here: what lies between them negates, “{}”; quote that too, or write two quotes",
            case.text.slice(negation)
        ));
    }
    let Proposal::Exact(spans) = found.proposal else { return finding };
    match exact_lines(case, &spans).filter(|_| found.standing == Standing::Variant) {
        Some(lines) => finding.help(lines),
        None => finding,
    }
}

/// Words between brackets that are a quote's own, and where the rest of it stands.
pub(super) struct Inserted<'c> {
    words: &'c str,
    /// Where the rest lies in the source.
    places: Vec<Span>,
    line: String,
}

impl<'c> Inserted<'c> {
    /// Those of a quote whose other words stand without them.
    pub(super) fn of(case: &Case<'c>) -> Option<Self> {
        let [segment] = case.quote.segments()[..] else { return None };
        let (words, parts) = without_insertions(segment).or_else(|| without_origin(segment))?;
        let has_them = |span: Span| case.text.slice(span).contains(words);
        let unbracketed = segment.replace(['[', ']'], "");
        let is_of_source =
            || lines(case, &Trial { segments: vec![&unbracketed], ..Trial::of(case) }).is_some();
        if case.anchoring.spans().any(has_them) || is_of_source() {
            return None;
        }
        // In a script without spaces nothing stands in the place of what is taken out.
        let (joined, close) = (parts.join(" "), parts.concat());
        let trials = [vec![joined.as_str()], vec![close.as_str()], parts.clone()];
        let mut trials = trials.into_iter().map(|segments| Trial { segments, ..Trial::of(case) });
        let trial = trials.find(|trial| trial.stands(case))?;
        let found = anchor::anchor_identical(&[trial.quote()], case.text).remove(0);
        let places = found.segments.into_iter().flatten().collect();
        Some(Self { words, places, line: exact_line(&trial.segments) })
    }

    /// The finding that tells of them, and how to do without.
    pub(super) fn told(self, case: &Case<'_>, rule: Rule) -> Finding {
        let own = shortened(self.words, INSERTED);
        let message = format!("the source has these words without {own}, which this quote puts in");
        let mut finding = case.finding(rule, message, "not in the source as it is written here");
        let places: Vec<Marked> =
            self.places.into_iter().map(|place| Marked::primary(place, "the source’s words")).collect();
        finding.excerpts.push(case.excerpt(&places));
        finding
            .help(format!("leave out what the source does not have, {own}; `note` has room for it:"))
            .help(self.line)
    }
}

/// How to do without square brackets around words that the source has.
pub(super) fn bracket_help(case: &Case<'_>, finding: Finding) -> Finding {
    let [segment] = case.quote.segments()[..] else { return finding };
    if without_insertions(segment).is_none() {
        return finding;
    }
    let unbracketed = segment.replace(['[', ']'], "");
    match lines(case, &Trial { segments: vec![&unbracketed], ..Trial::of(case) }) {
        Some(lines) => finding.help("the source has these words without the square brackets:").help(lines),
        None => finding,
    }
}

/// The first words in square brackets, and the words around all such; `None` where there are none of either.
fn without_insertions(words: &str) -> Option<(&str, Vec<&str>)> {
    let (mut first, mut parts, mut at) = (None, Vec::new(), 0);
    while let Some(open) = words[at..].find('[').map(|open| at + open) {
        let close = open + words[open..].find(']')?;
        if crate::parse::has_words(&words[open..close]) {
            first.get_or_insert(&words[open..=close]);
        }
        parts.push(&words[at..open]);
        at = close + 1;
    }
    parts.push(&words[at..]);
    let parts: Vec<&str> =
        parts.into_iter().map(str::trim).filter(|part| crate::parse::has_words(part)).collect();
    Some((first?, parts)).filter(|(_, parts)| !parts.is_empty())
}

/// The words in round brackets at the end of others, where a text says whose they are, and those before them.
fn without_origin(words: &str) -> Option<(&str, Vec<&str>)> {
    let at = words.rfind(['(', '（']).filter(|_| words.ends_with([')', '）']))?;
    let before = words[..at].trim_end();
    crate::parse::has_words(before).then(|| (&words[at..], vec![before]))
}

/// Whether a text is a sign of several characters that words are left out.
pub(super) fn is_long_sign(text: &str) -> bool {
    text.chars().nth(1).is_some() && ELLIPSES.contains(&text)
}

/// Where some words have such signs.
pub(super) fn long_signs(words: &str) -> Vec<Span> {
    let (mut signs, mut at) = (Vec::new(), 0);
    while let Some((next, mark)) = next_sign(&words[at..]) {
        let sign = Span::new(at + next, at + next + mark.len());
        signs.extend(is_long_sign(mark).then_some(sign));
        at = sign.end;
    }
    signs
}

/// The first sign in some words that others are left out, and where; of several there the longest.
fn next_sign(words: &str) -> Option<(usize, &'static str)> {
    let found = ELLIPSES.iter().filter_map(|mark| Some((words.find(mark)?, *mark)));
    found.min_by_key(|(at, mark)| (*at, std::cmp::Reverse(mark.len())))
}

/// The first sign in some words that others are left out, and the words between all such signs.
fn parted(words: &str) -> Option<(&'static str, Vec<&str>)> {
    let (_, first) = next_sign(words)?;
    let (mut parts, mut rest) = (Vec::new(), words);
    while let Some((at, mark)) = next_sign(rest) {
        parts.push(&rest[..at]);
        rest = &rest[at + mark.len()..];
    }
    parts.push(rest);
    let parts = parts.into_iter().map(str::trim).filter(|part| crate::parse::has_words(part));
    Some((first, parts.collect()))
}

/// Whether two numbers have the same digits and sign, with nothing but spaces between them: `1200` and `1 200`.
pub(super) fn are_grouped_otherwise(quote: &str, source: &str) -> bool {
    let is_plain = |number: &str| {
        number.starts_with(ch::is_digit)
            && number.ends_with(ch::is_digit)
            && number.chars().all(|c| ch::is_digit(c) || ch::is_space(c) || ch::is_apostrophe(c))
    };
    is_plain(quote) && is_plain(source) && have_same_digits(quote, source)
}

/// Whether two numbers have the same digits, whatever stands between these.
pub(super) fn have_same_digits(quote: &str, source: &str) -> bool {
    let digits = |number: &str| number.chars().filter(|&c| ch::is_digit(c)).collect::<Vec<char>>();
    let rest = |number: &str| {
        let is_between =
            |c: char| ch::is_digit(c) || ch::is_space(c) || ch::is_apostrophe(c) || matches!(c, '.' | ',');
        number.chars().filter(|&c| !is_between(c)).collect::<String>()
    };
    !digits(quote).is_empty() && digits(quote) == digits(source) && rest(quote) == rest(source)
}

/// Whether two numbers are the same, written with the digits and marks of two scripts: `1,200` and `١٬٢٠٠`.
pub(super) fn is_in_other_digits(quote: &str, source: &str) -> bool {
    let plain = |number: &str| {
        let plain = |c: char| match c {
            '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10).unwrap_or(c),
            '\u{6F0}'..='\u{6F9}' => char::from_digit(u32::from(c) - 0x6F0, 10).unwrap_or(c),
            '\u{966}'..='\u{96F}' => char::from_digit(u32::from(c) - 0x966, 10).unwrap_or(c),
            '\u{9E6}'..='\u{9EF}' => char::from_digit(u32::from(c) - 0x9E6, 10).unwrap_or(c),
            '\u{E50}'..='\u{E59}' => char::from_digit(u32::from(c) - 0xE50, 10).unwrap_or(c),
            '٫' => '.',
            '٬' => ',',
            _ => c,
        };
        number.chars().map(plain).collect::<String>()
    };
    quote != source && plain(quote) == plain(source)
}

/// Whether two numbers are the same fraction, in one character and in several: `½` and `1/2`.
pub(super) fn is_same_fraction(quote: &str, source: &str) -> bool {
    let has_one = |number: &str| number.contains(ch::is_fraction) || number.contains('⁄');
    let is_fraction = has_one(quote) || has_one(source);
    is_fraction && quote != source && ch::with_fractions_spelt(quote) == ch::with_fractions_spelt(source)
}

/// Whether two numbers are the same, at least one of them in words: `22` and `twenty-two`, `30,000` and `3万`; told in any
/// language, or in that of the text, whose *billion* need not be another's. Of two in digits the marks between these may
/// part decimals.
pub(super) fn is_same_number(quote: &str, source: &str, language: Option<&str>) -> bool {
    let is_spelt = |number: &str| number.contains(char::is_alphabetic);
    let has_same = |language: Option<&str>| {
        let number = value(quote, language);
        number.is_some() && number == value(source, language)
    };
    (is_spelt(quote) || is_spelt(source)) && (has_same(None) || has_same(language))
}

/// In what a quote differs that says the same, where it differs in nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Writing {
    /// Numbers of the same digits, and characters that say the same.
    Digits,
    /// Numbers in digits and in words too.
    Numbers,
    /// Signs that the quote leaves out upon letters, and numbers.
    Signs,
}

impl Writing {
    /// In what a quote differs, where that is all.
    pub(super) fn of(case: &Case<'_>) -> Option<Self> {
        let segments = case.quote.segments();
        let mut found = None;
        for one in &case.anchoring.differences {
            let Difference { kind, quote, source } = one.difference;
            let (quote, source) = (&segments[one.segment][quote.range()], case.text.slice(source));
            if kind.is_variant() {
                continue;
            }
            found = found.max(Some(Self::between(kind, quote, source, case.text.spoken())?));
        }
        found
    }

    fn between(kind: Kind, quote: &str, source: &str, language: Option<&str>) -> Option<Self> {
        let has_same_digits = || {
            are_grouped_otherwise(quote, source)
                || is_in_other_digits(quote, source)
                || is_same_fraction(quote, source)
        };
        match kind {
            Kind::Number if has_same_digits() => Some(Self::Digits),
            Kind::Number if is_same_number(quote, source, language) => Some(Self::Numbers),
            Kind::Accent if lacks_optional_signs(quote, source) => Some(Self::Signs),
            _ => None,
        }
    }

    /// What is told of it.
    pub(super) const fn message(self) -> &'static str {
        match self {
            Self::Digits => "a number has the same digits in the source, written otherwise",
            Self::Numbers => "a number is the same in the source, written otherwise",
            Self::Signs => "the source has these words with their vowel signs, which this quote leaves out",
        }
    }
}

/// Whether a difference is a number that is the same, written otherwise.
pub(super) fn is_number_otherwise(case: &Case<'_>, one: &SegmentDifference) -> bool {
    let Difference { kind, quote, source } = one.difference;
    let words = &case.quote.segments()[one.segment][quote.range()];
    kind == Kind::Number
        && Writing::between(kind, words, case.text.slice(source), case.text.spoken()).is_some()
}

/// Whether nothing differs but white space between letters.
pub(super) fn differs_in_spaces(anchoring: &Anchoring) -> bool {
    let mut kinds = anchoring.differences.iter().map(|one| one.difference.kind);
    !anchoring.differences.is_empty() && kinds.all(|kind| kind == Kind::Spacing)
}

/// The finding with the lines that have the digits or the spaces as the source does.
pub(super) fn grouping_help(case: &Case<'_>, finding: Finding) -> Finding {
    let spans: Option<Vec<Span>> = case.anchoring.segments.iter().copied().collect();
    match spans.and_then(|spans| exact_lines(case, &spans)) {
        Some(lines) => finding.help("write it as the source does:").help(lines),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outer_marks_and_stops_are_taken_off() {
        for (words, outer, bare) in [
            ("« une erreur »", Outer::Marks, "une erreur"),
            ("“une erreur", Outer::Marks, "une erreur"),
            ("une erreur.", Outer::Stop, "une erreur"),
            ("une erreur...", Outer::Stop, "une erreur"),
            ("“une erreur.”", Outer::Both, "une erreur"),
            ("“une erreur”.", Outer::Both, "une erreur"),
            ("「错误」。", Outer::Both, "错误"),
        ] {
            assert_eq!(outer.without(words), bare, "{words}");
        }
    }

    #[test]
    fn numbers_of_the_same_digits_are_known() {
        assert!(are_grouped_otherwise("1200", "1 200") && are_grouped_otherwise("1’200", "1\u{202f}200"));
        assert!(!are_grouped_otherwise("1200", "1 300") && !are_grouped_otherwise("1.200", "1200"));
        assert!(is_same_number("22", "twenty-two", None) && is_same_number("30,000", "3万", None));
        assert!(!is_same_number("4.000", "4,000", None) && !is_same_number("22", "twenty-three", None));
        assert!(is_same_number("14,700,000", "14.7 million", None));
        for (language, is_same) in [(Some("en"), true), (Some("fr"), false), (None, false)] {
            assert_eq!(is_same_number("3,000,000,000", "3 billion", language), is_same);
        }
        assert!(is_in_other_digits("25", "٢٥") && is_in_other_digits("1,200", "1٬200"));
        assert!(!is_in_other_digits("25", "٥٢") && !is_in_other_digits("25", "25"));
        assert!(have_same_digits("4.000", "4,000") && !have_same_digits("-4", "4"));
    }

    #[test]
    fn words_in_brackets_are_taken_out() {
        assert_eq!(
            without_insertions("le [vieux] roi [Jean] part"),
            Some(("[vieux]", vec!["le", "roi", "part"]))
        );
        assert_eq!(without_insertions("[Le roi] part"), Some(("[Le roi]", vec!["part"])));
        for words in ["le roi", "le […] roi", "[le roi]", "le [roi"] {
            assert_eq!(without_insertions(words), None, "{words}");
        }
    }

    #[test]
    fn words_are_parted_at_every_sign_that_some_are_left_out() {
        assert_eq!(parted("a (...) b […] c… d"), Some(("(...)", vec!["a", "b", "c", "d"])));
        assert_eq!(parted("a…… b"), Some(("……", vec!["a", "b"])));
        assert_eq!(parted("a b"), None);
    }
}
