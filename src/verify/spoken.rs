//! A quotation with who speaks beside it, all in one quote: `Reed: “We have the emails”`, `« … », a déclaré X`. The words
//! between the quotation marks stand in the source, and what is beside them does not.

use super::messages::{Case, exact_line};
use super::pasted::{Proposed, exact_lines, stands_whole};
use super::slips::Outer;
use crate::anchor::tokens::{Class, Term, terms};
use crate::anchor::{self, Anchoring, Kind, Proposal, SegmentDifference, Standing};
use crate::claim::Quote;
use crate::finding::{Finding, Rule};
use crate::fold::{Difference, characters as ch};
use crate::quoting::{shortened, toml_string};
use crate::text::{Span, Text, around};

/// So many letters of what is beside the words are told.
const BESIDE: usize = 60;

/// So many words of a quotation are known again, or of a script without spaces so many letters.
const KNOWN: usize = 4;
const KNOWN_LETTERS: usize = 6;

/// What opens a quotation, and closes it.
const MARKS: &[(char, &[char])] = &[
    ('“', &['”', '“']),
    ('„', &['“', '”']),
    ('«', &['»']),
    ('»', &['«', '»']),
    ('‹', &['›']),
    ('「', &['」']),
    ('『', &['』']),
    ('"', &['"']),
];

/// The words between the quotation marks of a quote that was not found, and how they are in a text.
pub(super) struct Said<'q> {
    quotations: Vec<Span>,
    /// What is beside the quotations, each with its place in the quote.
    beside: Vec<(Span, &'q str)>,
    /// The words as they are written, and without the stops at their ends.
    ways: Vec<Vec<&'q str>>,
    /// How each of these is in the text.
    found: Vec<Anchoring>,
}

/// Of quotes that were not found, those with quotations in them and words beside these: all looked for in one pass.
pub(super) fn said<'q>(quotes: &[(&'q Quote, &Anchoring)], text: &Text<'_>) -> Vec<Option<Said<'q>>> {
    let mut all: Vec<Option<Said<'q>>> = quotes.iter().map(|(quote, found)| Said::of(quote, found)).collect();
    let sought = quotes.iter().zip(&all).flat_map(|((quote, _), said)| {
        let ways = said.iter().flat_map(|said| &said.ways);
        ways.map(|segments| anchor::Quote {
            segments: segments.clone(),
            within: quote.within(),
            partial: quote.partial,
            repeated: quote.repeated,
        })
    });
    let sought: Vec<anchor::Quote<'q>> = sought.collect();
    if !sought.is_empty() {
        let mut found = anchor::anchor_alike(&sought, text).into_iter();
        for said in all.iter_mut().flatten() {
            said.found.extend(found.by_ref().take(said.ways.len()));
        }
    }
    all
}

impl<'q> Said<'q> {
    /// That of a quote of one part, of which nothing is found yet.
    fn of(quote: &'q Quote, anchoring: &Anchoring) -> Option<Self> {
        let fails = matches!(anchoring.standing, Standing::Altered | Standing::Absent);
        let [segment] = quote.segments()[..] else { return None };
        if !fails || !anchoring.within.is_kept() {
            return None;
        }
        let quotations = quotations(segment);
        let beside = beside(segment, &quotations);
        let inner: Vec<&str> = quotations.iter().map(|span| segment[span.range()].trim()).collect();
        if inner.is_empty() || beside.is_empty() || !are_known(&inner, segment) {
            return None;
        }
        let closed: Vec<&str> = inner.iter().map(|words| Outer::Stop.closed(words)).collect();
        let is_closed = closed == inner || !closed.iter().all(|words| crate::parse::has_words(words));
        let ways = if is_closed { vec![inner] } else { vec![inner, closed] };
        Some(Self { quotations, beside, ways, found: Vec::new() })
    }

    /// The lines of the first way that stands, or would in the source's own characters.
    fn proposed(&self, case: &Case<'_>) -> Option<Proposed> {
        self.ways.iter().zip(&self.found).find_map(|(words, found)| match &found.proposal {
            _ if stands_whole(found, case.text) => Some(Proposed::new(exact_line(words), found.clone())),
            Proposal::Exact(spans) if found.standing == Standing::Variant => exact_lines(case, spans),
            _ => None,
        })
    }
}

/// The words between the quotation marks of a quote, where they stand, and what is beside them.
pub(super) struct Spoken<'c> {
    beside: Vec<(Span, &'c str)>,
    speaker: Option<String>,
    proposed: Proposed,
}

impl<'c> Spoken<'c> {
    /// Those of a quote of which the source does not have the rest beside them.
    pub(super) fn of(case: &Case<'c>, said: &Said<'c>) -> Option<Self> {
        let [segment] = case.quote.segments()[..] else { return None };
        let beside = said.beside.clone();
        let proposed = said.proposed(case)?;
        if is_of_source(case, segment, &said.quotations, &proposed) {
            return None;
        }
        let own: Vec<&str> = beside.iter().map(|(_, words)| *words).collect();
        let speaker = speaker(&own).filter(|_| case.quote.speaker.is_none());
        let line = speaker.as_ref().map(|name| format!("speaker = {}", toml_string(name)));
        let proposed = match line {
            Some(line) => proposed.with_line(&line),
            None => proposed,
        };
        Some(Self { beside, speaker, proposed })
    }

    /// The quote where its quotation stands, which differs by what is beside that; a quote that is absent stays so.
    pub(super) fn anchoring(&self, case: &Case<'_>) -> Option<Anchoring> {
        if case.anchoring.standing != Standing::Altered {
            return None;
        }
        let found = &self.proposed.found;
        let whole = Span::hull(&found.spans().collect::<Vec<_>>())?;
        let mut anchoring = Anchoring::of_segments(Standing::Altered, vec![Some(whole)]);
        anchoring.within = found.within.clone();
        let differences = self.beside.iter().map(|&(quote, _)| {
            let at = if quote.start == 0 { whole.start } else { whole.end };
            let difference = Difference { kind: Kind::Words, quote, source: Span::new(at, at) };
            SegmentDifference { segment: 0, difference }
        });
        anchoring.differences = differences.collect();
        Some(anchoring)
    }

    /// The finding that tells where the quotation is, and how to write it.
    pub(super) fn told(&self, case: &Case<'_>) -> Finding {
        let named: Vec<String> =
            self.beside.iter().map(|(_, words)| format!("“{}”", shortened(words, BESIDE))).collect();
        let message = format!(
            "the source has the words in the quotation marks, but not {} where this quote has it",
            named.join(" or ")
        );
        let rule = match case.anchoring.standing {
            Standing::Absent => Rule::QuoteAbsent,
            _ => Rule::QuoteAltered,
        };
        let finding = case.finding(rule, message, "not in the source as it is written here");
        let help = match (&self.speaker, &case.quote.speaker) {
            (None, None) => "quote the words alone; `speaker` has room for who said them:",
            _ => "quote the words alone:",
        };
        self.proposed.shown(case, finding, help)
    }
}

/// Where the words between quotation marks lie in some text; of a quotation that is not closed up to the end.
fn quotations(words: &str) -> Vec<Span> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some((open, c)) =
        words[at..].char_indices().find(|(_, c)| MARKS.iter().any(|(one, _)| one == c))
    {
        let start = at + open + c.len_utf8();
        let closing = MARKS.iter().find(|(one, _)| *one == c).map_or(&[][..], |(_, closing)| *closing);
        let end = words[start..].find(closing).map_or(words.len(), |end| start + end);
        found.push(Span::new(start, end));
        at = end + words[end..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// What lies beside the quotations of some words, without the marks around it.
fn beside<'w>(words: &'w str, quotations: &[Span]) -> Vec<(Span, &'w str)> {
    let starts = std::iter::once(0).chain(quotations.iter().map(|span| span.end));
    let ends = quotations.iter().map(|span| span.start).chain(std::iter::once(words.len()));
    let parts = starts.zip(ends).filter(|(start, end)| start < end);
    let bare = |(start, end): (usize, usize)| {
        let own = words[start..end].trim_matches(|c: char| !ch::is_word(c));
        crate::parse::has_words(own).then_some((Span::new(start, end), own))
    };
    parts.filter_map(bare).collect()
}

/// Whether these words of a quote are enough to know a quotation by: so many, or most of the quote.
fn are_known(quoted: &[&str], whole: &str) -> bool {
    let own: Vec<Term> = quoted.iter().flat_map(|words| terms(words)).collect();
    let count = |class: &[Class]| own.iter().filter(|term| class.contains(&term.token.class)).count();
    let letters: usize = quoted.iter().map(|words| words.len()).sum();
    let words = count(&[Class::Word, Class::Number]);
    quoted.iter().all(|words| crate::parse::has_words(words))
        && (words >= KNOWN
            || words > 1 && 2 * letters > whole.len()
            || count(&[Class::Ideograph]) >= KNOWN_LETTERS)
}

/// Whether the source has what is beside the quotations there too, or some of it: what differs in that is to be told. So it
/// has where a quotation stands with its marks, and no mark parts it from what the quote has before it.
fn is_of_source(case: &Case<'_>, segment: &str, quotations: &[Span], proposed: &Proposed) -> bool {
    let (Some(first), Some(last)) = (quotations.first(), quotations.last()) else { return true };
    let Some(place) = Span::hull(&proposed.found.spans().collect::<Vec<_>>()) else { return true };
    let (before, after) = (&segment[..first.start], &segment[last.end..]);
    let content = case.text.as_str();
    let near = |length: usize| around(content, place, length + 2 * KNOWN_LETTERS);
    let source_before = &content[near(before.len()).start..place.start];
    let source_after = &content[place.end..near(after.len()).end];
    let is_marked = source_before.trim_end().ends_with(ch::is_quotation_mark);
    let own = before.trim_end_matches(|c| ch::is_blank(c) || ch::is_quotation_mark(c));
    let is_parted = own.ends_with(|c| ch::is_dash(c) || matches!(c, ':' | ',' | '：' | '，' | '،'));
    let goes_on = is_marked && !own.is_empty() && !is_parted;
    goes_on || are_alike(before, source_before, true) || are_alike(after, source_after, false)
}

/// Whether two texts beside the same words have the same word next to these, or mostly the same words.
fn are_alike(own: &str, source: &str, is_before: bool) -> bool {
    let words = |text: &str| {
        let mut words = terms(text);
        words.retain(|term| term.token.class != Class::Mark);
        if is_before {
            words.reverse();
        }
        words
    };
    let (own, source) = (words(own), words(source));
    let (Some(first), Some(other)) = (own.first(), source.first()) else { return false };
    let weight = |all: &mut dyn Iterator<Item = &Term>| all.map(|term| term.weight).sum::<i32>();
    let is_shared = |term: &&Term| source.iter().any(|other| other.is_same(term));
    first.is_same(other) || 2 * weight(&mut own.iter().filter(is_shared)) >= weight(&mut own.iter())
}

/// Words of saying beside a name, in several languages, and what begins one with a comma behind it.
const SAYING: &[&str] = &[
    "According to",
    "As",
    "D’après",
    "D'après",
    "Laut",
    "Para",
    "Secondo",
    "Segundo",
    "Según",
    "Selon",
    "a affirmé",
    "a assuré",
    "a déclaré",
    "a dit",
    "a expliqué",
    "added",
    "affirme",
    "afirmó",
    "assure",
    "asked",
    "conclut",
    "declared",
    "declaró",
    "dice",
    "dichiarò",
    "dijo",
    "disse",
    "dit",
    "déclare",
    "erklärte",
    "explique",
    "ha detto",
    "puts it",
    "put it",
    "said",
    "sagt",
    "sagte",
    "says",
    "told us",
    "wrote",
    "writes",
];

/// What begins words that are no name.
const NO_NAMES: &[&str] = &[
    "A", "An", "Das", "Der", "Die", "El", "Il", "La", "Las", "Le", "Les", "Los", "The", "This", "Un", "Una",
    "Une", "He", "She", "They", "We", "Elle", "Er", "Sie",
];

/// The name of who speaks, where nothing else is beside a quotation but a word of saying and, behind a comma, more of it.
fn speaker(beside: &[&str]) -> Option<String> {
    let [own] = beside else { return None };
    let mut name = *own;
    for saying in SAYING {
        let rest = name.strip_prefix(saying).filter(|rest| rest.starts_with(' '));
        name = rest.unwrap_or(name).trim_start();
    }
    name = name.split(',').next().unwrap_or(name);
    for saying in SAYING {
        let rest = name.strip_suffix(saying).filter(|rest| rest.ends_with(' '));
        name = rest.unwrap_or(name).trim_end();
    }
    let parts: Vec<&str> = name.split(' ').collect();
    let is_part = |part: &&str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| ch::is_letter(c) || ch::is_apostrophe(c) || ch::is_hyphen(c) || c == '.')
    };
    let is_name = (2..=4).contains(&parts.len()) && parts.iter().all(is_part);
    (is_name && !NO_NAMES.contains(&parts[0])).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_and_what_is_beside_them_are_told_apart() {
        let parted = |words: &str| {
            let found = quotations(words);
            let own: Vec<String> = beside(words, &found).into_iter().map(|(_, own)| own.to_owned()).collect();
            let inner: Vec<String> = found.iter().map(|span| words[span.range()].trim().to_owned()).collect();
            (inner, own)
        };
        for (words, inner, own) in [
            ("Reed: “We have it.”", vec!["We have it."], vec!["Reed"]),
            ("“We have it,” said Tom. “Now.”", vec!["We have it,", "Now."], vec!["said Tom"]),
            ("« On ne nous a rien », a dit X.", vec!["On ne nous a rien"], vec!["a dit X"]),
            ("Weiß: „Ich habe es.“", vec!["Ich habe es."], vec!["Weiß"]),
            ("X: «No he firmado", vec!["No he firmado"], vec!["X"]),
            ("“We have it.”", vec!["We have it."], vec![]),
            ("Reed’s it", vec![], vec!["Reed’s it"]),
        ] {
            let (found, beside) = parted(words);
            assert_eq!(
                (found, beside),
                (
                    inner.into_iter().map(str::to_owned).collect::<Vec<_>>(),
                    own.into_iter().map(str::to_owned).collect::<Vec<_>>(),
                ),
                "{words}"
            );
        }
    }

    #[test]
    fn a_name_alone_is_a_speaker() {
        for (beside, name) in [
            ("Tom Reed", Some("Tom Reed")),
            ("said Tom Reed, the chair of it", Some("Tom Reed")),
            ("As Tom Reed put it", Some("Tom Reed")),
            ("a déclaré Marie Le Bihan", Some("Marie Le Bihan")),
            ("Selon Yann Kerbrat", Some("Yann Kerbrat")),
            ("Colonel Banda said", Some("Colonel Banda")),
            ("The Minister", None),
            ("The minister told the House", None),
            ("a déclaré le syndicat", None),
            ("Reed", None),
            ("Reed, 2024", None),
            ("ليلى منصور", None),
        ] {
            assert_eq!(speaker(&[beside]).as_deref(), name, "{beside}");
        }
        assert_eq!(speaker(&["Tom Reed", "Ann Lee"]), None);
    }

    #[test]
    fn what_the_source_has_beside_the_words_is_known() {
        for (own, source, is_before, expected) in [
            ("The minister: “", "But it didn’t, and ", true, false),
            ("Mr Reed said: “", "The firm said: “", true, true),
            (",” he said.", ",” he said. Unless", false, true),
            (",” said Tom Reed", ",” he said. Unless", false, false),
            ("The mayor, a Tory, said yesterday: “", "mayor, a Tory, said today: “", true, true),
        ] {
            assert_eq!(are_alike(own, source, is_before), expected, "{own}");
        }
    }
}
