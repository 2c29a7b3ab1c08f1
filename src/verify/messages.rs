//! What is said of a quote that does not stand: what is wrong, where, the words themselves, what to do.

use super::beside::{self, LeftOut};
use super::between;
use super::cuts;
use super::differing::{deny_alike, difference_marks, is_typed_otherwise, kinds_of, named, told};
use super::holders;
use super::inserted;
use super::markup::{self, Bare};
use super::meant::Meant;
use super::pasted::{Trial, exact_lines};
use super::quotes::{Omission, is_mendable, negation_left_out, omissions};
use super::slips;
use crate::anchor::{Anchoring, Kind, Order, Proposal, Standing, Within};
use crate::citing::joined;
use crate::claim::{Claim, Located, Quote};
use crate::finding::{Excerpt, Finding, Marked, Place, Rule};
use crate::fragment::Page;
use crate::parse::{Document, grammar, words_span};
use crate::quoting::{counted, find_command, shortened, toml_string};
use crate::source::{Capture, Source};
use crate::text::{Span, Text};
use std::sync::{Arc, OnceLock};

/// A quote that was anchored, with all that a message about it needs.
pub(super) struct Case<'c> {
    pub claim: &'c Claim,
    pub quote: &'c Quote,
    /// The number of the quote in its claim.
    pub number: usize,
    pub document: &'c Document,
    pub claim_text: &'c Text<'c>,
    pub source: &'c Source,
    /// The capture that it was checked in, and the file of its text.
    pub capture: &'c Capture,
    pub path: &'c Arc<str>,
    pub text: &'c Text<'c>,
    /// The text as a browser searches it, made when first asked for.
    pub page: &'c OnceLock<Option<Page>>,
    pub anchoring: &'c Anchoring,
    pub omissions: Vec<Omission>,
    /// Where the words are without signs of another notation, where that is all that is wrong.
    pub bare: Option<&'c Bare<'c>>,
    /// What it writes beside the source’s words, where that is all that is wrong.
    pub meant: Option<&'c Meant<'c>>,
}

/// So many code points of a quote are repeated in a message.
pub(super) const REPEATED: usize = 60;
/// So many code points of either side of a diff are kept.
const DIFFED: usize = 2000;

/// Every finding about a quote.
pub(super) fn findings(case: &Case<'_>) -> Vec<Finding> {
    match &case.anchoring.within {
        Within::Wrong(holder) => return vec![holders::wrong(case, holder)],
        Within::Elsewhere(place) => return vec![holders::elsewhere(case, *place)],
        Within::None | Within::Stands(_) => {}
    }
    match case.anchoring.standing {
        Standing::Stands => omissions_told(case, |_| true),
        Standing::Ambiguous => vec![ambiguous(case)],
        Standing::Cut => with_turned(case, cuts::told(case)),
        Standing::Variant => with_turned(case, variant(case, case.anchoring)),
        Standing::Altered => vec![altered(case)],
        Standing::Absent => vec![case.meant.map_or_else(|| absent(case), |meant| meant.told(case))],
    }
}

/// A finding, and that of a negation among the words that the quote leaves out.
fn with_turned(case: &Case<'_>, finding: Finding) -> Vec<Finding> {
    let turned = omissions_told(case, |omission| omission.negation.is_some());
    std::iter::once(finding).chain(turned).collect()
}

impl Case<'_> {
    pub(super) fn words_of(&self, literal: &Located<String>) -> Span {
        words_span(&self.document.content, literal.span)
    }

    /// A finding with the quote's words underlined in the claim file.
    pub(super) fn finding(&self, rule: Rule, message: impl Into<String>, label: &str) -> Finding {
        let spans: Vec<Span> = self.quote.exact.iter().map(|segment| self.words_of(segment)).collect();
        self.finding_at(rule, &spans, message, label)
    }

    pub(super) fn finding_at(
        &self,
        rule: Rule,
        spans: &[Span],
        message: impl Into<String>,
        label: &str,
    ) -> Finding {
        let last = spans.len().saturating_sub(1);
        let label = |index| if index == last { label.to_owned() } else { String::new() };
        let marks: Vec<Marked> =
            spans.iter().enumerate().map(|(index, &span)| Marked::primary(span, label(index))).collect();
        let whole = Span::new(spans[0].start, spans[last].end);
        let mut finding = Finding::new(rule, Place::of(&self.document.path, self.claim_text, whole), message);
        finding.excerpts.push(Excerpt::cut(&self.document.path, self.claim_text, &marks));
        let finding = finding.about_claim(&self.claim.id.value).about_quote(self.number);
        finding.about_source(&self.source.id).about(self.quote.words())
    }

    pub(super) fn excerpt(&self, marks: &[Marked]) -> Excerpt {
        Excerpt::cut(self.path, self.text, marks)
    }

    /// An excerpt of the source with each segment that was found underlined.
    pub(super) fn excerpt_of_words(&self, label: &str) -> Excerpt {
        let marks: Vec<Marked> = self.anchoring.spans().map(|span| Marked::primary(span, label)).collect();
        self.excerpt(&marks)
    }
}

/// The line of TOML that makes `exact` these words, one string a segment.
pub(super) fn exact_line(words: &[&str]) -> String {
    match words {
        [single] => format!("exact = {}", toml_string(single)),
        _ => format!(
            "exact = [{}]",
            words.iter().map(|words| toml_string(words)).collect::<Vec<_>>().join(", ")
        ),
    }
}

/// The line of TOML that makes `within` these words.
pub(super) fn within_line(words: &str) -> String {
    format!("within = {}", toml_string(words))
}

fn variant(case: &Case<'_>, anchoring: &Anchoring) -> Finding {
    let kinds = named(&case.quote.segments(), &anchoring.differences, case.text);
    let message = format!("these words are in the source in other characters ({kinds})");
    let mut finding = case.finding(Rule::QuoteVariant, message, "not the source’s characters");
    let mut marks = difference_marks(anchoring, &case.quote.segments(), case.text);
    marks.extend(beside::marks(&beside::left_out(case.text, anchoring)));
    finding.excerpts.push(case.excerpt(&marks));
    finding.notes = told("the quote", &case.quote.segments(), &anchoring.differences, case.text);
    let mut finding = with_places(case, finding, "has these words");
    let Proposal::Exact(spans) = &anchoring.proposal else { return finding };
    let spans = &joined(case.text, spans);
    let crosses = spans.iter().any(|span| case.text.block(span.start) != case.text.block(span.end - 1));
    if crosses {
        finding.notes.push(
            "the words run across a paragraph’s end in the source, so `ibid fix` leaves them to you".into(),
        );
    }
    let Some(lines) = exact_lines(case, spans) else { return unmendable(case, finding, spans) };
    let help = if is_mendable(case) {
        format!("write the source’s own characters, or run `ibid fix {} --write`:", fixable(case))
    } else {
        "write the source’s own characters:".into()
    };
    lines.told(case, finding, help)
}

/// The finding with the places where such words are, where they are several.
pub(super) fn with_places(case: &Case<'_>, finding: Finding, has_them: &str) -> Finding {
    if case.anchoring.places.len() < 2 {
        return finding;
    }
    let (count, listed) = (case.anchoring.place_count, listed(case));
    finding.note(format!("the source {has_them} in {count} places, by line and column: {listed}"))
}

/// What to give `ibid fix`: the claim's id, or its file where the id is none that can be typed.
pub(super) fn fixable<'c>(case: &Case<'c>) -> &'c str {
    let id = &case.claim.id.value;
    if grammar::is_claim_id(id) { id } else { &case.document.path }
}

/// What to do where the source's own words would not stand either.
pub(super) fn unmendable(case: &Case<'_>, finding: Finding, spans: &[Span]) -> Finding {
    let found = beside::as_quoted(case, spans);
    if let Some(negation) = omissions(&found, case.text).iter().find_map(|omission| omission.negation) {
        return finding.help(format!(
            "what its segments leave out negates: “{}”; quote the negation too, or write two quotes that each stand alone",
            case.text.slice(negation)
        ));
    }
    let help = "quote more of the sentence: by these words alone the place cannot be told from others";
    let left_out = beside::left_out(case.text, &found);
    beside::minded(case, finding.help(help), &left_out, "the passage")
}

fn ambiguous(case: &Case<'_>) -> Finding {
    let count = case.anchoring.place_count;
    let message = format!("these words are in the source in {count} places, and nothing says which is meant");
    let mut finding = case.finding(Rule::QuoteAmbiguous, message, "which one?");
    for &place in case.anchoring.places.iter().take(2) {
        finding.excerpts.push(case.excerpt(&[Marked::primary(place, "")]));
    }
    let mut finding = finding.note(format!("the places, by line and column: {}", listed(case)));
    let holders = deciding(case);
    if !holders.is_empty() {
        finding = finding.help("add the passage around the one that is meant:");
        for &holder in &holders {
            finding = finding.help(within_line(case.text.slice(holder)));
        }
        finding = holders.into_iter().fold(finding, |finding, holder| decided_warned(case, finding, holder));
    }
    let is_plain = case.quote.exact.len() == 1;
    if is_plain || (Trial { repeated: true, ..Trial::of(case) }).stands(case) {
        let finding = finding.help("or, where any of them will do, add `repeated = true`");
        let Some((first, others)) = case.anchoring.places.split_first() else { return finding };
        let any = Anchoring { repeats: others.to_vec(), ..beside::as_quoted(case, &[*first]) };
        return beside::warned_of_any(case, finding, &any);
    }
    finding.help("quote more of the sentence, so that it is there once")
}

/// The finding with what would be warned of if `holder` were written as the `within` of an ambiguous quote.
fn decided_warned(case: &Case<'_>, finding: Finding, holder: Span) -> Finding {
    let Some(&place) = case.anchoring.places.iter().find(|place| holder.contains(**place)) else {
        return finding;
    };
    let at = case.text.position(place.start);
    let within = Within::Stands(holder);
    let found = if case.quote.exact.len() == 1 {
        Anchoring { within, ..beside::as_quoted(case, &[place]) }
    } else {
        let trial = Trial { within: Some(case.text.slice(holder)), ..Trial::of(case) };
        trial.found(case).unwrap_or_else(|| Anchoring { within, ..beside::as_quoted(case, &[place]) })
    };
    let name = format!("the passage at {}:{}", at.line, at.column);
    let left_out = beside::left_out(case.text, &found).into_iter();
    left_out.fold(finding, |finding, one| finding.help(one.warning(case.text, &name)))
}

/// The passages that decide between the places of an ambiguous quote.
fn deciding(case: &Case<'_>) -> Vec<Span> {
    let Proposal::Within(holders) = &case.anchoring.proposal else { return Vec::new() };
    // Of plain words each was tried already; looking for it again would take as long as the whole check.
    let is_tried = case.quote.exact.len() == 1 && case.quote.within.is_none();
    let stands = |span: Span| Trial { within: Some(case.text.slice(span)), ..Trial::of(case) }.stands(case);
    holders.iter().copied().filter(|&span| is_tried || stands(span)).collect()
}

/// The places between which nothing decides, by line and column.
fn listed(case: &Case<'_>) -> String {
    let at = |&place: &Span| {
        let position = case.text.position(place.start);
        format!("{}:{}", position.line, position.column)
    };
    let listed: Vec<String> = case.anchoring.places.iter().map(at).collect();
    let more = case.anchoring.place_count - listed.len();
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{rest}", listed.join(", "))
}

/// A quote that is near to several passages.
fn undecided(case: &Case<'_>) -> Finding {
    let anchoring = case.anchoring;
    let count = anchoring.place_count;
    let what = match weighty_kinds(case).first() {
        Some(Kind::Negation) => "a negation differs between this quote and the nearest passage",
        Some(Kind::Number) => "a number differs between this quote and the nearest passage",
        _ => "the source has other words than this quote",
    };
    let least = if anchoring.has_more_places { "at least " } else { "" };
    let message = format!("{what}; {least}{count} passages are near to it, and nothing says which is meant");
    let mut finding = case.finding(Rule::QuoteAltered, message, "not in the source as it is written here");
    for (number, &place) in anchoring.places.iter().take(2).enumerate() {
        let label = if number == 0 { "the nearest passage" } else { "near to it as well" };
        let mut marks = vec![Marked::primary(place, label)];
        marks.extend(beside::marks(&beside::beside_nearest(case, &[place])));
        finding.excerpts.push(case.excerpt(&marks));
    }
    let mut finding =
        finding.note(format!("the passages, the nearest first, by line and column: {}", listed(case)));
    let differences = told("the quote", &case.quote.segments(), &anchoring.differences, case.text);
    finding.notes.extend(differences.into_iter().map(|told| format!("beside the nearest: {told}")));
    finding.diff = Some(diff(case));
    let finding = slips::ellipsis_help(case, finding).help(
        "compare them, and correct the quote by hand if one of them was meant; ibid never changes words",
    );
    let nearest =
        anchoring.places.first().map_or_else(Vec::new, |&place| beside::beside_nearest(case, &[place]));
    beside::minded(case, finding, &nearest, "the nearest passage")
}

fn altered(case: &Case<'_>) -> Finding {
    let anchoring = case.anchoring;
    if let Some(told) = markup::told(case) {
        return told;
    }
    if !case.anchoring.places.is_empty() {
        return undecided(case);
    }
    match anchoring.order {
        Order::Apart => {
            return out_of_order(
                case,
                "these segments are all in the source, but too far apart to be one quote",
            );
        }
        Order::Changed => {
            return out_of_order(case, "these segments are in the source, but in another order");
        }
        Order::Kept => {}
    }
    if let Some(meant) = case.meant {
        return meant.told(case);
    }
    let passage: Vec<Span> = anchoring.segments.iter().copied().flatten().collect();
    let mut left_out = beside::beside_nearest(case, &passage);
    if let Some(told) = between::told(case, &left_out) {
        return beside::minded(case, told, &left_out, "the passage");
    }
    let own = slips::differs_in_marks(anchoring).then(|| slips::Own::of(case)).flatten();
    let writing = slips::Writing::of(case);
    let is_of_spaces = slips::differs_in_spaces(anchoring);
    let spaced = is_of_spaces.then_some("the source has these letters, but not the same spaces between them");
    let same = writing.map(slips::Writing::message).or(spaced);
    let message = match (&own, same) {
        (Some(own), _) => own.message(case),
        (None, Some(same)) => same.to_owned(),
        (None, None) => what_differs(case),
    };
    let finding = case.finding(Rule::QuoteAltered, message, "not in the source as it is written here");
    let finding = with_differences(case, finding, &left_out);
    let finding = match own {
        Some(own) => {
            left_out.retain(|one| !own.shows(one.words));
            own.help(case, finding)
        }
        None => altered_help(case, finding, writing.is_some() || is_typed_otherwise(case)),
    };
    let finding = match negation_left_out(anchoring, case.text) {
        Some(negation) => finding.help(format!(
            "mind that what lies between its segments in the source negates: “{}”",
            case.text.slice(negation)
        )),
        None => finding,
    };
    beside::minded(case, finding, &left_out, "the passage")
}

/// The finding with what to do about a quote that differs by more than the marks around it.
fn altered_help(case: &Case<'_>, finding: Finding, is_same: bool) -> Finding {
    let finding = markup::help(case, inserted::bracket_help(case, slips::ellipsis_help(case, finding)));
    let finding = if is_same { slips::grouping_help(case, finding) } else { finding };
    if finding.help.iter().any(|line| line.starts_with("exact = ")) {
        return finding;
    }
    finding.help("compare the two, and correct the quote by hand if this is the passage that was meant; ibid never changes words")
}

/// In what an altered quote differs from its source, the gravest first.
fn what_differs(case: &Case<'_>) -> String {
    let differences = &case.anchoring.differences;
    let kinds = weighty_kinds(case);
    let writes_otherwise = kinds_of(differences).len() > kinds.len();
    let grave: Vec<Kind> = kinds.iter().copied().filter(|kind| !kind.is_variant()).collect();
    let what = match grave.first() {
        Some(Kind::Negation) if deny_alike(case) => {
            "the source has other words than this quote, and both deny"
        }
        Some(Kind::Negation) => "a negation differs between this quote and the source",
        Some(Kind::Number) if !slips::stands_as_list(case) => {
            "a number differs between this quote and the source"
        }
        _ if grave == [Kind::Punctuation] => "the source has these words with other punctuation",
        _ if grave == [Kind::Accent] => "the source has these words with other marks on their letters",
        Some(_) => "the source has other words than this quote",
        None => "the source has these words with other marks or spaces, which may change what they say",
    };
    let is_said = kinds.is_empty()
        || matches!(grave[..], [Kind::Negation | Kind::Number | Kind::Punctuation | Kind::Words]);
    match (is_said, writes_otherwise) {
        (true, false) => return what.to_owned(),
        (true, true) => return format!("{what}, and writes a number otherwise"),
        (false, _) => {}
    }
    format!("{what} ({})", named(&case.quote.segments(), differences, case.text))
}

/// In what a quote differs, the gravest first, without numbers that are the same, written otherwise.
fn weighty_kinds(case: &Case<'_>) -> Vec<Kind> {
    let differences = case.anchoring.differences.iter();
    let weighty = differences.filter(|one| !slips::is_number_otherwise(case, one)).cloned();
    kinds_of(&weighty.collect::<Vec<_>>())
}

/// The finding with the nearest passage, what stands beside it, and each difference from it.
pub(super) fn with_differences(case: &Case<'_>, mut finding: Finding, left_out: &[LeftOut]) -> Finding {
    let anchoring = case.anchoring;
    let marks: Vec<Marked> = difference_marks(anchoring, &case.quote.segments(), case.text)
        .into_iter()
        .chain(beside::marks(left_out))
        .chain(anchoring.segments.iter().flatten().map(|&span| Marked::context(span, "the nearest passage")))
        .collect();
    finding.excerpts.push(case.excerpt(&marks));
    finding.notes = told("the quote", &case.quote.segments(), &anchoring.differences, case.text);
    finding.diff = Some(diff(case));
    if anchoring.place_count > 1 {
        finding.notes.push(format!("{} passages may be meant; the nearest is shown", anchoring.place_count));
    }
    finding
}

fn out_of_order(case: &Case<'_>, message: &str) -> Finding {
    let mut finding = case.finding(Rule::QuoteAltered, message, "");
    let places = case.anchoring.segments.iter().flatten();
    let mut beside = Vec::new();
    for (number, &span) in places.enumerate().take(3) {
        let name = format!("segment {}", number + 1);
        let left_out = beside::left_out(case.text, &beside::as_quoted(case, &[span]));
        let own = std::iter::once(Marked::primary(span, name.clone()));
        finding.excerpts.push(case.excerpt(&own.chain(beside::marks(&left_out)).collect::<Vec<_>>()));
        beside.push((left_out, name));
    }
    let finding = finding.help("segments stand in the source’s order, in one paragraph or two neighbouring ones; otherwise write two quotes");
    beside.iter().fold(finding, |finding, (left_out, name)| beside::minded(case, finding, left_out, name))
}

/// The quote and the passage, one string each, where both are short enough to be read side by side.
fn diff(case: &Case<'_>) -> (String, String) {
    let spans = case.anchoring.spans().chain(case.anchoring.places.first().copied());
    let found: Vec<&str> = spans.map(|span| case.text.slice(span)).collect();
    side_by_side(&case.quote.words(), &found.join(" […] "))
}

/// Two wordings to be read side by side, as much of each as a diff keeps.
pub(super) fn side_by_side(one: &str, other: &str) -> (String, String) {
    (shortened(one, DIFFED), shortened(other, DIFFED))
}

pub(super) fn absent(case: &Case<'_>) -> Finding {
    let missing: Vec<Span> = case
        .quote
        .exact
        .iter()
        .zip(&case.anchoring.segments)
        .filter(|(_, span)| span.is_none())
        .map(|(segment, _)| case.words_of(segment))
        .collect();
    let message = if case.anchoring.spans().next().is_none() {
        format!("nothing like these words is in the source `{}`", case.source.id)
    } else {
        format!("a part of this quote is nowhere in the source `{}`", case.source.id)
    };
    let finding = case.finding_at(Rule::QuoteAbsent, &missing, message, "not found");
    let finding = finding.note(format!("searched in `{}`", case.path));
    let finding = markup::help(case, inserted::bracket_help(case, slips::ellipsis_help(case, finding)));
    let finding = finding.help(
        "check that this is the right source, and copy the words from it; a translation goes into `translation`",
    );
    let segments = case.quote.segments();
    let lost = segments.iter().zip(&case.anchoring.segments).filter(|(_, span)| span.is_none());
    let lost: Vec<_> = lost.map(|(words, _)| markup::plain(words)).collect();
    match find_command(&lost.iter().map(AsRef::as_ref).collect::<Vec<_>>()) {
        Some(command) => finding.help("or look for the words in every source:").help(command),
        None => finding,
    }
}

/// A finding for the first omission that negates, and for the first that leaves nothing out; of further
/// ones the number.
fn omissions_told(case: &Case<'_>, is_told: fn(&Omission) -> bool) -> Vec<Finding> {
    let kinds: [fn(&&Omission) -> bool; 2] =
        [|one| one.negation.is_some(), |one| one.negation.is_none() && one.is_empty];
    let told = |kind: fn(&&Omission) -> bool| {
        let mut alike = case.omissions.iter().filter(|omission| is_told(omission)).filter(kind);
        let finding = omitted(case, alike.next()?)?;
        let more = alike.count();
        Some(if more > 0 {
            finding.note(format!("and so in {}", counted(more, "further place")))
        } else {
            finding
        })
    };
    if case.omissions.is_empty() { Vec::new() } else { kinds.into_iter().filter_map(told).collect() }
}

fn omitted(case: &Case<'_>, omission: &Omission) -> Option<Finding> {
    let words = shortened(case.text.slice(omission.span).trim(), 200);
    if let Some(negation) = omission.negation {
        let message = format!("what this quote leaves out negates: “{}”", case.text.slice(negation));
        let mut finding = case.finding(Rule::OmissionNegates, message, "words are left out between these");
        let marks = [Marked::primary(negation, "left out"), Marked::context(omission.span, "")];
        finding.excerpts.push(case.excerpt(&marks[..1]));
        let finding = finding.note(format!("left out: “{words}”"));
        return Some(finding.help("quote the negation too, or write two quotes that each stand alone"));
    }
    if !omission.is_empty {
        return None;
    }
    let mut finding =
        case.finding(Rule::OmissionEmpty, "nothing is left out between two segments of this quote", "");
    finding.excerpts.push(case.excerpt(&[Marked::primary(omission.span, "only white space")]));
    let spans: Vec<Span> = case.anchoring.spans().collect();
    Some(match exact_lines(case, &joined(case.text, &spans)) {
        Some(proposed) => finding.help("write them as one:").help(proposed.lines),
        None => finding.help("write them as one"),
    })
}
