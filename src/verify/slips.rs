//! Slips of who typed a quote: quotation marks or a stop of their own, words left out by dots, digits grouped in another
//! way. Each is told as what it is, with the lines that stand.

use super::beside::{self, LeftOut};
use super::messages::{Case, side_by_side};
use super::pasted::{Proposed, Trial, exact_lines};
use super::quotes::omissions;
use crate::anchor::{self, Anchoring, Kind, Proposal, SegmentDifference, Standing, question_of};
use crate::finding::Finding;
use crate::fold::marks::lacks_optional_signs;
use crate::fold::numbers::value;
use crate::fold::questions::is_question_mark;
use crate::fold::{Difference, characters as ch};
use crate::text::{Span, Text};
use std::borrow::Cow;

/// What a person may put at the ends of a quote that is not the source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outer {
    /// A stop inside the quotation marks that close the quote, where the source has none or has it behind them.
    Inside,
    /// A stop behind these marks, where the source has it inside them.
    Behind,
    Marks,
    Stop,
    Both,
}

/// The ends that are a quote's own, and the lines without them.
pub(super) struct Own {
    outer: Outer,
    stop: Option<Stop>,
    /// Where the source has the mark of a question in the place of another stop, the whole question, and that mark with
    /// what asks before it.
    question: Option<(Span, Span)>,
    proposed: Proposed,
}

/// The marks that end a quote's sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    One(char),
    Dots,
}

impl Own {
    /// The quotation marks or the stop around a quote where its words stand without them; `None` where they do not.
    pub(super) fn of(case: &Case<'_>) -> Option<Self> {
        let written = case.quote.segments();
        let stop = written.last().and_then(|words| Stop::of(words));
        Outer::ALL.into_iter().find_map(|outer| {
            let segments: Vec<Cow<'_, str>> = written.iter().map(|words| outer.without(words)).collect();
            if segments == written || !segments.iter().all(|words| crate::parse::has_words(words)) {
                return None;
            }
            let segments = segments.iter().map(AsRef::as_ref).collect();
            let proposed = proposed(case, &Trial { segments, ..Trial::of(case) })?;
            Some(Self { outer, stop, question: None, proposed }.with_question(case))
        })
    }

    /// The same, with the mark of a question where the source has that and not the quote's stop.
    fn with_question(self, case: &Case<'_>) -> Self {
        if self.outer == Outer::Marks {
            return self;
        }
        let Some(place) = self.proposed.found.span() else { return self };
        let Some(question) = question_of(case.text, place) else { return self };
        let mut spans: Vec<Span> = self.proposed.found.segments.iter().copied().flatten().collect();
        let last = spans.len() - 1;
        spans[0].start = spans[0].start.min(question.start);
        spans[last].end = closed(case.text, Span::new(spans[last].start, question.end));
        let Some(proposed) = exact_lines(case, &spans) else { return self };
        let is_asked = matches!(self.stop, Some(Stop::One(c)) if is_question_mark(c));
        let mark = Span::new(place.end, question.end);
        Self { question: (!is_asked).then_some((question, mark)), proposed, ..self }
    }

    /// What is wrong, in a sentence.
    pub(super) fn message(&self, case: &Case<'_>) -> String {
        let asking = self.question.map(|(_, mark)| case.text.slice(mark).trim());
        match (asking, self.stop) {
            (Some(mark), Some(Stop::One(stop))) => {
                format!("in the source this is a question: it ends with “{mark}”, this quote with “{stop}”")
            }
            (Some(mark), _) => format!("in the source this is a question: it ends with “{mark}”"),
            (None, _) => {
                format!("the source has these words, but not {}", self.named("around them", "at their end"))
            }
        }
    }

    /// Whether the lines to paste have these words of the source.
    pub(super) fn shows(&self, words: Span) -> bool {
        self.proposed.found.span().is_some_and(|span| span.contains(words))
    }

    /// The finding with what to do and the lines to paste.
    pub(super) fn help(self, case: &Case<'_>, mut finding: Finding) -> Finding {
        if let Some((question, _)) = self.question {
            let whole = case.text.slice(question);
            finding.diff = Some(side_by_side(&case.quote.words(), whole));
            let help = "quote it with what makes a question of it, and see whether the claim still holds:";
            return self.proposed.told(case, finding, help);
        }
        let named = self.named("", "");
        let help = match self.stop {
            Some(Stop::Dots) if self.outer != Outer::Marks => {
                format!("leave {named} out, for a quote may begin and end in the middle of a sentence:")
            }
            _ if self.outer == Outer::Behind => {
                "write it where the source has it, inside the quotation marks:".to_owned()
            }
            _ => format!("leave {named} out:"),
        };
        self.proposed.told(case, finding, help)
    }

    fn named(&self, around: &str, at_end: &str) -> String {
        let stop = self.stop.map_or_else(|| "the mark".to_owned(), Stop::named);
        let named = match self.outer {
            Outer::Inside => format!("{stop} inside the quotation marks"),
            Outer::Behind => format!("{stop} behind the quotation marks"),
            Outer::Marks => format!("the quotation marks {around}"),
            Outer::Stop => format!("{stop} {at_end}"),
            Outer::Both => format!("the quotation marks and {stop}"),
        };
        named.trim().to_owned()
    }
}

impl Stop {
    fn of(words: &str) -> Option<Self> {
        let bare = words.trim_end_matches(|c| ch::is_quotation_mark(c) || ch::is_blank(c));
        let last = bare.chars().next_back().filter(|&c| is_stop(c))?;
        Some(if last == '…' || bare.ends_with("..") { Self::Dots } else { Self::One(last) })
    }

    fn named(self) -> String {
        match self {
            Self::Dots => "the dots".to_owned(),
            Self::One('.' | '。' | '۔' | '।') => "the full stop".to_owned(),
            Self::One(',' | '،' | '，' | '、') => "the comma".to_owned(),
            Self::One(c) => format!("the final “{c}”"),
        }
    }
}

impl Outer {
    pub(super) const ALL: [Self; 5] = [Self::Inside, Self::Behind, Self::Marks, Self::Stop, Self::Both];

    /// Some words without these of their ends.
    pub(super) fn without(self, words: &str) -> Cow<'_, str> {
        match self {
            Self::Inside => without_inner_stop(words),
            Self::Behind => with_inner_stop(words),
            _ => self.closed(self.opened(words)).into(),
        }
    }

    /// Some words without these marks before them.
    pub(super) fn opened(self, words: &str) -> &str {
        match self {
            Self::Marks | Self::Both => {
                words.trim_start_matches(|c| ch::is_blank(c) || ch::is_quotation_mark(c))
            }
            Self::Inside | Self::Behind | Self::Stop => words,
        }
    }

    /// Some words without these marks after them.
    pub(super) fn closed(self, words: &str) -> &str {
        let is_own = |c: char| match self {
            Self::Inside | Self::Behind => false,
            Self::Marks => ch::is_quotation_mark(c),
            Self::Stop => is_stop(c),
            Self::Both => ch::is_quotation_mark(c) || is_stop(c),
        };
        words.trim_end_matches(|c| ch::is_blank(c) || is_own(c))
    }
}

/// Where a passage ends with the mark that closes a quotation begun in it, where that is straight after it.
fn closed(text: &Text<'_>, span: Span) -> usize {
    const PAIRS: [(char, char); 6] =
        [('“', '”'), ('«', '»'), ('„', '“'), ('「', '」'), ('‘', '’'), ('"', '"')];
    let (words, rest) = (text.slice(span), &text.as_str()[span.end..]);
    let after = rest.trim_start_matches(ch::is_blank);
    let is_open = |&&(opening, closing): &&(char, char)| {
        let opened = words.rfind(opening).filter(|&at| at > 0);
        opened.is_some_and(|at| !words[at + opening.len_utf8()..].contains(closing))
            && after.starts_with(closing)
    };
    match PAIRS.iter().find(is_open) {
        Some((_, closing)) => span.end + (rest.len() - after.len()) + closing.len_utf8(),
        None => span.end,
    }
}

/// Some words without the stop before the marks that close a quotation in them.
fn without_inner_stop(words: &str) -> Cow<'_, str> {
    let inner = words.trim_end_matches(|c| ch::is_blank(c) || ch::is_quotation_mark(c));
    let bare = inner.trim_end_matches(is_stop);
    let closing = &words[inner.len()..];
    let is_opened = bare.contains(|c: char| ch::is_quotation_mark(c) && !ch::is_apostrophe(c));
    if bare.len() == inner.len() || !closing.contains(ch::is_quotation_mark) || !is_opened {
        return words.into();
    }
    // A space before the stop is not one before the mark.
    [bare.trim_end(), closing].concat().into()
}

/// Some words with the stop behind the marks that close a quotation in them before these.
fn with_inner_stop(words: &str) -> Cow<'_, str> {
    let quoted = words.trim_end_matches(is_stop);
    let bare = quoted.trim_end_matches(|c| ch::is_blank(c) || ch::is_quotation_mark(c));
    let (stop, closing) = (&words[quoted.len()..], &quoted[bare.len()..]);
    if stop.is_empty() || !closing.contains(ch::is_quotation_mark) {
        return words.into();
    }
    [bare, stop, closing].concat().into()
}

/// The lines of a quote that stands as it is tried, or in the source's own characters.
pub(super) fn proposed(case: &Case<'_>, trial: &Trial<'_>) -> Option<Proposed> {
    if let Some(proposed) = trial.proposed(case) {
        return Some(proposed);
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
const ELLIPSES: &[&str] =
    &["[...]", "[…]", "(...)", "(…)", "[. . .]", "［…］", "....", "...", ". . .", "……", "…"];

/// How to omit words, for a quote that tries to; first of all that is to be done.
pub(super) fn ellipsis_help(case: &Case<'_>, finding: Finding) -> Finding {
    let [segment] = &case.quote.segments()[..] else { return finding };
    let Some((mark, parts)) = parted(segment) else { return finding };
    if case.anchoring.spans().any(|span| case.text.slice(span).contains(mark)) {
        return finding;
    }
    let is_list = parts.len() > 1;
    let trial = Trial { segments: parts, ..Trial::of(case) };
    if !is_list {
        let help = format!("leave the `{mark}` out: a quote may begin and end in the middle of a sentence");
        return match proposed(case, &trial) {
            Some(proposed) => proposed.told(case, finding, help),
            None => finding,
        };
    }
    let help = format!("`{mark}` stands for itself here; to leave words out, give the parts as a list");
    if let Some(proposed) = trial.proposed(case) {
        return listed(case, finding, &help, &proposed);
    }
    let found = anchor::anchor(&trial.quote(), case.text);
    if let Some(negation) = omissions(&found, case.text).iter().find_map(|omission| omission.negation) {
        return finding.help(help).help(but_not_here(case, "negates", negation));
    }
    let Proposal::Exact(spans) = found.proposal else { return finding.help(help) };
    match exact_lines(case, &spans).filter(|_| found.standing == Standing::Variant) {
        Some(proposed) => listed(case, finding, &help, &proposed),
        None => finding.help(help),
    }
}

/// Whether a quote of which words are left out by such signs stands as a list of its parts: what it leaves out is no word or
/// number that differs.
pub(super) fn stands_as_list(case: &Case<'_>) -> bool {
    let [segment] = case.quote.segments()[..] else { return false };
    let parts = parted(segment).map(|(_, parts)| parts).filter(|parts| parts.len() > 1);
    parts.is_some_and(|segments| Trial { segments, ..Trial::of(case) }.stands(case))
}

/// The finding with the list to paste, unless what that would leave out denies the rest.
fn listed(case: &Case<'_>, finding: Finding, help: &str, proposed: &Proposed) -> Finding {
    let is_between = |one: &LeftOut| proposed.found.omitted.iter().any(|gap| gap.overlaps(one.words));
    match beside::left_out(case.text, &proposed.found).iter().find(|one| is_between(one)) {
        Some(one) => finding.help(help).help(but_not_here(case, one.verb(), one.words)),
        None => proposed.told(case, finding, help),
    }
}

/// Why words cannot be left out between others.
fn but_not_here(case: &Case<'_>, what_it_does: &str, words: Span) -> String {
    let words = case.text.slice(words);
    format!(
        "but not here: what lies between them {what_it_does}, “{words}”; quote that too, or write two quotes"
    )
}

/// Whether a text is a sign of several characters that words are left out.
pub(super) fn is_long_sign(text: &str) -> bool {
    text.chars().nth(1).is_some() && ELLIPSES.contains(&text)
}

/// Where some words have such signs.
pub(super) fn long_signs(words: &str) -> Vec<Span> {
    let long = signs(words).filter(|(_, mark)| is_long_sign(mark));
    long.map(|(at, mark)| Span::new(at, at + mark.len())).collect()
}

/// The signs in some words that others are left out, and where each begins; of several there the longest.
fn signs(words: &str) -> impl Iterator<Item = (usize, &'static str)> + '_ {
    let mut end = 0;
    words.match_indices(['…', '.', '[', '(', '［']).filter_map(move |(at, _)| {
        let rest = &words.as_bytes()[at..];
        let here = ELLIPSES.iter().copied().filter(|mark| at >= end && rest.starts_with(mark.as_bytes()));
        let mark = here.max_by_key(|mark| mark.len())?;
        end = at + mark.len();
        Some((at, mark))
    })
}

/// The first sign in some words that others are left out, and the words between all such signs.
fn parted(words: &str) -> Option<(&'static str, Vec<&str>)> {
    let (_, first) = signs(words).next()?;
    let (mut parts, mut start) = (Vec::new(), 0);
    for (at, mark) in signs(words) {
        parts.push(&words[start..at]);
        start = at + mark.len();
    }
    parts.push(&words[start..]);
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
    /// A word that the end of a line breaks in the source.
    Broken,
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
            Kind::Punctuation if is_broken(quote, source) => Some(Self::Broken),
            Kind::Number if has_same_digits() => Some(Self::Digits),
            Kind::Number if is_same_number(quote, source, language) => Some(Self::Numbers),
            Kind::Accent if lacks_optional_signs(quote, source) => Some(Self::Signs),
            _ => None,
        }
    }

    /// What is told of it.
    pub(super) const fn message(self) -> &'static str {
        match self {
            Self::Broken => "the source has these words, one of them broken by a hyphen at a line’s end",
            Self::Digits => "a number has the same digits in the source, written otherwise",
            Self::Numbers => "a number is the same in the source, written otherwise",
            Self::Signs => "the source has these words with their vowel signs, which this quote leaves out",
        }
    }
}

/// Whether a word of the source is that of a quote, broken by a hyphen at the end of a line.
pub(super) fn is_broken(quote: &str, source: &str) -> bool {
    let Some((head, tail)) = source.split_once('\n') else { return false };
    let first = head.trim_end();
    let hyphen = first.chars().next_back().filter(|&c| ch::is_hyphen(c) || c == '\u{AD}');
    hyphen.is_some_and(|hyphen| {
        quote.strip_prefix(&first[..first.len() - hyphen.len_utf8()]) == Some(tail.trim_start())
    })
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
        Some(proposed) => proposed.told(case, finding, "write it as the source does:"),
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
            ("the “limit.”", Outer::Inside, "the “limit”"),
            ("le « seuil. »", Outer::Inside, "le « seuil »"),
            ("“the limit,”", Outer::Inside, "“the limit”"),
            ("限制“太高。”", Outer::Inside, "限制“太高”"),
            ("the limit.”", Outer::Inside, "the limit.”"),
            ("the “limit”.", Outer::Behind, "the “limit.”"),
            ("le « seuil ».", Outer::Behind, "le « seuil. »"),
            ("the “limit.”", Outer::Behind, "the “limit.”"),
            ("the “limit”.", Outer::Inside, "the “limit”."),
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
    fn words_are_parted_at_every_sign_that_some_are_left_out() {
        assert_eq!(parted("a (...) b […] c… d"), Some(("(...)", vec!["a", "b", "c", "d"])));
        assert_eq!(parted("a…… b"), Some(("……", vec!["a", "b"])));
        assert_eq!(parted("a b"), None);
        assert_eq!(
            parted("(a) [b] c. d ［…］ e . . . . f .... g"),
            Some(("［…］", vec!["(a) [b] c. d", "e", ". f", "g"]))
        );
        // Every sign is looked at once: of a hundred thousand this takes no time.
        assert_eq!(parted(&"z… ".repeat(100_000)).unwrap().1.len(), 100_000);
    }
}
