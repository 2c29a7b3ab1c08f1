//! The quotes of one capture: anchored together, each with its outcome and findings.

use super::beside;
use super::broken;
use super::captures::{Checked, Opened};
use super::context::contexts;
use super::markup::{self, Bare};
use super::meant::Meant;
use super::messages::{self, Case};
use super::pasted::{Trial, is_only_place};
use super::selectors::selectors;
use super::spoken::{self, Said};
use super::{FoundSegment, Location, NamedDifference, Outcome, QuoteIndex, Repair, Run, Status};
use crate::anchor::local::heard;
use crate::anchor::tokens::Class;
use crate::anchor::{self, Anchoring, Kind, Proposal, SegmentDifference, Standing, Within};
use crate::claim::Quote;
use crate::finding::{Finding, Level, Rule};
use crate::fold::{characters as ch, words};
use crate::text::{Span, Text, around};
use crate::together;
use std::sync::Arc;

/// So many quotes of one capture take longer to settle than a thread to begin.
const WORTH_A_THREAD: usize = 64;

impl Run<'_> {
    pub(super) fn quote(&self, (claim, quote): QuoteIndex) -> &Quote {
        &self.corpus.claims[claim].quotes[quote]
    }

    /// Where each of these quotes lies in a text of their source.
    pub(super) fn anchored(&self, text: &Text<'_>, citing: &[QuoteIndex]) -> Vec<Anchoring> {
        anchor::anchor_all(&self.sought(citing), text)
    }

    /// The same for what is identical there; the rest counts as absent.
    pub(super) fn identical(&self, text: &Text<'_>, citing: &[QuoteIndex]) -> Vec<Anchoring> {
        anchor::anchor_identical(&self.sought(citing), text)
    }

    /// The same for what is there in these or in other characters; the rest counts as absent.
    pub(super) fn alike(&self, text: &Text<'_>, citing: &[QuoteIndex]) -> Vec<Anchoring> {
        anchor::anchor_alike(&self.sought(citing), text)
    }

    fn sought(&self, citing: &[QuoteIndex]) -> Vec<anchor::Quote<'_>> {
        let quotes = citing.iter().map(|&at| self.quote(at));
        let sought = quotes.map(|quote| anchor::Quote {
            segments: quote.segments(),
            within: quote.within(),
            partial: quote.partial,
            repeated: quote.repeated,
        });
        sought.collect()
    }

    /// Checks quotes in a capture, whatever is in others.
    pub(super) fn check_quotes(&self, opened: &Opened<'_>, citing: &[QuoteIndex], checked: &mut Checked) {
        let anchored = self.anchored(&opened.text, citing);
        let found = citing.iter().copied().zip(anchored).collect();
        for (at, findings, outcome) in self.settled_together(opened, found) {
            checked.findings.extend(findings);
            checked.outcomes.push((at, outcome));
        }
    }

    /// What is told of quotes, and what came of each, by how they were found in one capture: in their order.
    pub(super) fn settled_together(
        &self,
        opened: &Opened<'_>,
        found: Vec<(QuoteIndex, Anchoring)>,
    ) -> Vec<(QuoteIndex, Vec<Finding>, Arc<Outcome>)> {
        let pairs: Vec<_> = found.iter().map(|(at, anchoring)| (self.quote(*at), anchoring)).collect();
        let otherwise = Otherwise::all(&pairs, &opened.text);
        let found: Vec<_> = found.into_iter().zip(otherwise).collect();
        together::map(found, WORTH_A_THREAD, |((at, anchoring), otherwise)| {
            let (findings, outcome) = self.settled(at, opened, &anchoring, &otherwise);
            (at, findings, outcome)
        })
    }

    /// Settles a quote by how it was found in one capture.
    pub(super) fn conclude(
        &self,
        at: QuoteIndex,
        opened: &Opened<'_>,
        anchoring: &Anchoring,
        checked: &mut Checked,
    ) {
        let otherwise = Otherwise::all(&[(self.quote(at), anchoring)], &opened.text).remove(0);
        let (findings, outcome) = self.settled(at, opened, anchoring, &otherwise);
        checked.findings.extend(findings);
        checked.outcomes.push((at, outcome));
    }

    /// What is told of a quote, and what came of it, by how it was found in one capture.
    fn settled(
        &self,
        at: QuoteIndex,
        opened: &Opened<'_>,
        anchoring: &Anchoring,
        otherwise: &Otherwise<'_>,
    ) -> (Vec<Finding>, Arc<Outcome>) {
        let bare = otherwise.bare.as_ref();
        let case = Case { bare, ..self.case(at, opened, anchoring) };
        let meant = Meant::of(&case, otherwise.said.as_ref());
        let own = meant.as_ref().and_then(|meant| meant.anchoring(&case));
        let anchored = own.or_else(|| bare.and_then(|bare| bare.anchoring(&case)));
        let case = match &anchored {
            Some(anchoring) => self.case(at, opened, anchoring),
            None => case,
        };
        let case = Case { bare, meant: meant.as_ref(), ..case };
        let mut findings = messages::findings(&case);
        broken::note(&case, &mut findings);
        findings.extend(self.beside(&case));
        let is_plain = self.options.without_places && status(&case) == Status::Stands;
        let outcome = if is_plain { Arc::clone(&opened.standing) } else { Arc::new(self.outcome(&case)) };
        (findings, outcome)
    }

    /// What stands beside a quote and makes its words say otherwise: of one that stands, and of one that does not but that
    /// ibid.toml lets pass, for there nothing else may tell of it.
    pub(super) fn beside(&self, case: &Case<'_>) -> Vec<Finding> {
        let anchoring = case.anchoring;
        let rule = match anchoring.standing {
            Standing::Stands => return beside::findings(case),
            Standing::Cut => Rule::QuoteCutsWord,
            Standing::Variant => Rule::QuoteVariant,
            Standing::Ambiguous => Rule::QuoteAmbiguous,
            Standing::Altered | Standing::Absent => return Vec::new(),
        };
        if self.corpus.config.level(rule) == Some(Level::Error) || !anchoring.within.is_kept() {
            return Vec::new();
        }
        match anchoring.places.as_slice() {
            [first, others @ ..] => {
                let mut any = beside::as_quoted(case, &[*first]);
                any.repeats = others.to_vec();
                beside::findings(&Case { anchoring: &any, omissions: Vec::new(), ..*case })
            }
            [] => beside::findings(case),
        }
    }

    /// A quote with all that is told of it.
    pub(super) fn case<'c>(
        &'c self,
        at: QuoteIndex,
        opened: &'c Opened<'c>,
        anchoring: &'c Anchoring,
    ) -> Case<'c> {
        let claim = &self.corpus.claims[at.0];
        Case {
            claim,
            quote: self.quote(at),
            number: at.1,
            document: &self.corpus.claim_files[claim.file],
            claim_text: &self.claim_texts[claim.file],
            source: opened.source,
            capture: opened.capture,
            path: &opened.path,
            text: &opened.text,
            page: &opened.page,
            anchoring,
            omissions: omissions(anchoring, &opened.text),
            bare: None,
            meant: None,
        }
    }

    /// What came of a quote in one capture.
    pub(super) fn outcome(&self, case: &Case<'_>) -> Outcome {
        let mut outcome = outcome(case);
        if self.options.context && outcome.status != Status::Absent {
            outcome.context = contexts(case.path, case.text, case.anchoring);
        }
        if self.options.selectors && outcome.status == Status::Stands {
            outcome.selectors = selectors(case);
        }
        outcome
    }
}

/// How a quote that was not found is in the source without what it has among or beside the words.
struct Otherwise<'q> {
    bare: Option<Bare<'q>>,
    said: Option<Said<'q>>,
}

impl<'q> Otherwise<'q> {
    /// That of each of these quotes: what is looked for again is looked for together.
    fn all(quotes: &[(&'q Quote, &Anchoring)], text: &Text<'_>) -> Vec<Self> {
        let each = markup::bare(quotes, text).into_iter().zip(spoken::said(quotes, text));
        each.map(|(bare, said)| Self { bare, said }).collect()
    }
}

/// What a quote's segments leave out, and whether that turns it round.
#[derive(Clone, Debug)]
pub(super) struct Omission {
    /// The words between two segments.
    pub span: Span,
    /// Where the first negation in them lies.
    pub negation: Option<Span>,
    /// Whether there is nothing but white space.
    pub is_empty: bool,
}

/// The omissions of a quote whose segments are in the text, as they are written or in other characters.
pub(super) fn omissions(anchoring: &Anchoring, text: &Text<'_>) -> Vec<Omission> {
    let is_there = matches!(anchoring.standing, Standing::Stands | Standing::Cut | Standing::Variant);
    let gaps = anchoring.omitted.iter().filter(|_| is_there);
    gaps.map(|&span| Omission {
        span,
        negation: negation_between(anchoring, text, span),
        is_empty: text.slice(span).chars().all(ch::is_blank),
    })
    .collect()
}

/// Whether what segments leave out between them negates.
pub fn negates_between(found: &Anchoring, text: &Text<'_>) -> bool {
    negation_left_out(found, text).is_some()
}

/// The first word that negates in what segments leave out between them.
pub fn negation_left_out(found: &Anchoring, text: &Text<'_>) -> Option<Span> {
    found.omitted.iter().find_map(|&gap| negation_between(found, text, gap))
}

/// The first word in a gap that negates, in the languages of the text or in that of the words around the gap.
fn negation_between(anchoring: &Anchoring, text: &Text<'_>, gap: Span) -> Option<Span> {
    let words = anchoring.span().filter(|words| words.contains(gap)).unwrap_or(gap);
    heard(text, words, |text| negation(text, gap))
}

/// So many bytes beside a gap are read, so that a word that reaches into it is seen whole.
const BESIDE: usize = 64;

/// The first word in a gap that negates, or that reaches into it and does.
fn negation(text: &Text<'_>, gap: Span) -> Option<Span> {
    let content = text.as_str();
    let Span { start: from, end: to } = around(content, gap, BESIDE);
    let words = anchor::tokens::tokens(&content[from..to])
        .into_iter()
        .filter(|token| token.class != Class::Ideograph);
    let may_negate = |span: &Span| words::may_negate_left_out(text.slice(*span));
    let negates = |span: &Span| {
        if !gap.contains(*span) {
            return words::is_negation(text.slice(*span), text.spoken());
        }
        let shifted = |span: Span| span.start - from..span.end - from;
        words::negates_left_out(&content[from..to], &shifted(gap), &shifted(*span), text.spoken())
    };
    let within = words.map(|token| token.span.shifted(from)).filter(|span| span.overlaps(gap));
    let word = within.filter(may_negate).find(negates);
    word.or_else(|| words::left_out_negation(content, &gap.range()).map(Span::from))
        .or_else(|| broken_negation(text, gap))
}

/// The first word that negates of those in a gap that are broken at a line's end: `ja-` and `mais`.
fn broken_negation(text: &Text<'_>, gap: Span) -> Option<Span> {
    let content = text.slice(gap);
    let breaks = content.match_indices(ch::is_hyphen).filter_map(|(at, hyphen)| {
        let (head, tail) = (&content[..at], &content[at + hyphen.len()..]);
        let rest = tail.trim_start();
        if !tail[..tail.len() - rest.len()].contains(ch::is_line_end) {
            return None;
        }
        let first = &head[head.trim_end_matches(ch::is_letter).len()..];
        let last = &rest[..rest.find(|c| !ch::is_letter(c)).unwrap_or(rest.len())];
        let is_short = first.len() + last.len() < BESIDE;
        let end = content.len() - rest.len() + last.len();
        (is_short && !first.is_empty() && !last.is_empty())
            .then(|| (at - first.len()..end, format!("{first}{last}")))
    });
    let negates = |(range, word): (std::ops::Range<usize>, String)| {
        words::is_negation(&word, text.spoken()).then(|| Span::from(range).shifted(gap.start))
    };
    breaks.filter(|(_, word)| !words::is_surely_none(word)).find_map(negates)
}

fn outcome(case: &Case<'_>) -> Outcome {
    let Case { anchoring, text, path, .. } = case;
    let location = |span| Location::of(path, text, span);
    let segment = |span: Option<Span>| {
        span.map(|span| FoundSegment { location: location(span), found: Some(text.slice(span).to_owned()) })
    };
    let status = status(case);
    let has_place = status != Status::Absent;
    let segments: Vec<Option<FoundSegment>> =
        anchoring.segments.iter().map(|&span| segment(span.filter(|_| has_place))).collect();
    let whole = match segments.as_slice() {
        [only] => only.as_ref().map(|found| found.location.clone()),
        _ => anchoring.span().filter(|_| has_place).map(location),
    };
    Outcome {
        status,
        capture: Some(case.capture.id.clone()),
        location: whole,
        segments,
        omitted: anchoring
            .omitted
            .iter()
            .filter(|_| has_place)
            .map(|&span| text.slice(span).to_owned())
            .collect(),
        differences: differences(case),
        places: anchoring.places.iter().map(|&span| location(span)).collect(),
        place_count: if anchoring.places.is_empty() { 0 } else { anchoring.place_count },
        unchecked: None,
        repair: repair(case),
        drift: None,
        context: Vec::new(),
        is_withheld: false,
        selectors: Vec::new(),
    }
}

/// The quote's status: how it stands, or its `within` where that is worse; altered where what it leaves
/// out negates.
pub(super) fn status(case: &Case<'_>) -> Status {
    status_with(case.anchoring, &case.omissions)
}

/// The same of how a quote was found in a text.
pub(super) fn status_in(anchoring: &Anchoring, text: &Text<'_>) -> Status {
    status_with(anchoring, &omissions(anchoring, text))
}

fn status_with(anchoring: &Anchoring, omissions: &[Omission]) -> Status {
    let own = status_of(anchoring.standing);
    let is_turned = omissions.iter().any(|omission| omission.negation.is_some());
    let own = if is_turned && own == Status::Stands { Status::Altered } else { own };
    match &anchoring.within {
        Within::None | Within::Stands(_) => own,
        Within::Elsewhere(_) => own.max(Status::Altered),
        // A passage that stands is wrong because it does not decide.
        Within::Wrong(holder) => own.max(status_of(holder.standing)).max(Status::Ambiguous),
    }
}

const fn status_of(standing: Standing) -> Status {
    match standing {
        Standing::Stands => Status::Stands,
        Standing::Ambiguous => Status::Ambiguous,
        Standing::Cut => Status::Cut,
        Standing::Variant => Status::Variant,
        Standing::Altered => Status::Altered,
        Standing::Absent => Status::Absent,
    }
}

pub(super) fn differences(case: &Case<'_>) -> Vec<NamedDifference> {
    let segments = case.quote.segments();
    let mut starts = Vec::with_capacity(segments.len());
    let mut total = 0;
    for segment in &segments {
        starts.push(total);
        total += segment.chars().count();
    }
    let named = |one: &SegmentDifference| {
        NamedDifference::of(&one.difference, segments[one.segment], starts[one.segment], case.text)
    };
    let own = case.anchoring.differences.iter().map(named);
    let omitted = case.omissions.iter().enumerate().filter_map(|(index, omission)| {
        let span = omission.negation?;
        Some(NamedDifference {
            kind: Kind::Negation,
            quote: String::new(),
            source: case.text.slice(span).to_owned(),
            name: String::new(),
            quote_char: starts.get(index + 1).copied().unwrap_or(total),
            source_char: case.text.position(span.start).char,
        })
    });
    own.chain(omitted).collect()
}

/// The source's own characters, where the quote or its `within` differs in nothing else, in one place
/// and inside one block.
fn repair(case: &Case<'_>) -> Option<Repair> {
    let mended = mended(case)?;
    if is_only_place(case, mended.exact.len()) {
        return Some(mended);
    }
    let exact: Vec<&str> = mended.exact.iter().map(String::as_str).collect();
    let segments = if exact.is_empty() { case.quote.segments() } else { exact };
    let within = mended.within.as_deref().or(case.quote.within());
    let would_stand = Trial { segments, within, ..Trial::of(case) }.stands(case);
    would_stand.then_some(mended)
}

/// Whether `ibid fix` writes the source’s own characters into the quote.
pub(super) fn is_mendable(case: &Case<'_>) -> bool {
    repair(case).is_some()
}

fn mended(case: &Case<'_>) -> Option<Repair> {
    let own = || mendable(case.anchoring, case.text);
    let words = |spans: Vec<Span>| -> Vec<String> {
        spans.into_iter().map(|span| case.text.slice(span).to_owned()).collect()
    };
    match &case.anchoring.within {
        Within::Wrong(holder) => {
            let within = mendable(holder, case.text)?.into_iter().next()?;
            let is_variant = case.anchoring.standing == Standing::Variant;
            let exact = if is_variant { own()? } else { Vec::new() };
            let found = Anchoring { within: Within::Stands(within), ..case.anchoring.clone() };
            let beside = beside::sentence(case.text, &found);
            Some(Repair { exact: words(exact), within: words(vec![within]).pop(), beside })
        }
        Within::Elsewhere(_) => None,
        Within::None | Within::Stands(_) => {
            let exact = own()?;
            let beside = beside::sentence(case.text, &beside::as_quoted(case, &exact));
            Some(Repair { exact: words(exact), within: None, beside })
        }
    }
}

/// Where the source's own characters are, where they can be written as they are.
fn mendable(anchoring: &Anchoring, text: &Text<'_>) -> Option<Vec<Span>> {
    let Proposal::Exact(spans) = &anchoring.proposal else { return None };
    let is_inside_block = |span: &Span| text.block(span.start) == text.block(span.end - 1);
    let is_mendable = anchoring.standing == Standing::Variant
        && anchoring.place_count == 1
        && spans.iter().all(is_inside_block);
    is_mendable.then(|| spans.clone())
}
