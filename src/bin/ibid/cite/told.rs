//! What is said of a quote that was written, and of words that cannot be.

use super::{Work, exact};
use crate::args::Cite;
use crate::output;
use ibid::anchor::{Anchoring, CutKind, Order, PLACES_LISTED, Proposal, Standing, passages};
use ibid::citing::{Citation, Refusal, is_short};
use ibid::edit::{Edited, Pair, quote_lines};
use ibid::finding::Finding;
use ibid::fold::Kind;
use ibid::quoting::{described, find_command, shortened, toml_string};
use ibid::render::{human, visible::visible};
use ibid::text::{Span, Text};
use ibid::verify::on_page;

/// So many code points of a difference are repeated.
const REPEATED: usize = 60;
/// So many differences are told one by one.
const TOLD: usize = 6;

/// What was written, and where.
pub fn written(
    work: &Work<'_>,
    edited: &Edited,
    quote: &[Pair],
    citation: &Citation<'_>,
    text: &Text<'_>,
) -> String {
    let target = work.target;
    let what = match (target.claim, target.before) {
        (Some(_), _) if target.begun.is_some() => {
            format!("the quote that was begun in the claim `{}`", target.id)
        }
        (Some(_), _) => format!("a quote in the claim `{}`", target.id),
        (None, Some(_)) => format!("the new claim `{}` with its quote", target.id),
        (None, None) => format!("a new file with the claim `{}` and its quote", target.id),
    };
    let lines: String = quote_lines(quote).lines().map(|line| format!("  {}\n", visible(line))).collect();
    let start = text.position(citation.segments.first().map_or(0, |span| span.start));
    format!(
        "Wrote {}:{}: {what}.\n\n{lines}\nThe words are at {}:{}:{}{}.\n",
        visible(&target.path),
        edited.line,
        work.path(),
        start.line,
        start.column,
        on_page(text.page(start.char)),
    )
}

/// What a person should know of what was written: which characters are not those that were typed, and what
/// `ibid verify` will remark.
pub fn remarks(citation: &Citation<'_>, text: &Text<'_>, findings: &[Finding]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut differences: Vec<(Kind, &str, &str)> = Vec::new();
    for one in &citation.differences {
        let typed = &citation.typed[one.segment][one.difference.quote.range()];
        let difference = (one.difference.kind, typed, text.slice(one.difference.source));
        if !differences.contains(&difference) {
            differences.push(difference);
        }
    }
    if !differences.is_empty() {
        lines.push("the source’s own characters were written:".to_owned());
    }
    let more = differences.len().saturating_sub(TOLD);
    lines.extend(differences.into_iter().take(TOLD).map(|(kind, typed, own)| {
        let say = |words: &str| {
            if words.is_empty() { "nothing".into() } else { described(&shortened(words, REPEATED)) }
        };
        visible(&format!("  {kind}: {} for {}", say(own), say(typed)))
    }));
    if more > 0 {
        lines.push(format!("  and {more} more"));
    }
    let crosses = |span: &Span| text.block(span.start) != text.block(span.end - 1);
    if citation.segments.iter().any(crosses) {
        lines.push("the words run across a paragraph’s end in the source; see that this is meant".into());
    }
    lines
        .extend(findings.iter().map(|one| visible(&format!("{}[{}]: {}", one.level, one.rule, one.message))));
    lines
}

/// Tells a finding about the words, without the lines of a file that has none of it.
pub fn finding(work: &Work<'_>, finding: &Finding, help: Option<Vec<String>>) {
    let mut finding = finding.clone();
    finding.excerpts.retain(|excerpt| excerpt.path != work.target.path);
    finding.place.path = work.path();
    if let Some(help) = help {
        finding.help = help;
    }
    let mut canvas = output::options(work.common, true).canvas;
    canvas.colour = false;
    output::tell(human::finding(&finding, canvas).trim_end());
}

/// Why words that stand are not written.
pub fn elsewhere(refusal: &Refusal<'_>, args: &Cite, text: &Text<'_>) -> String {
    let at = args.at.as_deref().unwrap_or_default();
    match refusal {
        Refusal::Elsewhere(_, anchoring) => {
            let own = anchoring.segments.iter().take(1).flatten().filter(|_| anchoring.places.is_empty());
            let places: Vec<Span> = own.chain(&anchoring.places).copied().collect();
            let named: Vec<String> = places.iter().map(|place| position(text, place.start)).collect();
            let more = anchoring.place_count.saturating_sub(named.len());
            let rest = if more > 0 { format!(" and in {more} more places") } else { String::new() };
            format!("no single place of these words begins at {at}; they begin at {}{rest}", named.join(", "))
        }
        Refusal::Undecided(_) => {
            "these words are in the source in several places, and no passage around them tells which is meant"
                .into()
        }
        Refusal::Words(segments, anchoring) if anchoring.standing == Standing::Ambiguous => {
            let count = anchoring.place_count;
            format!(
                "these words are in the source in {count} places, at {}",
                begun(segments, anchoring, text)
            )
        }
        Refusal::Words(..) | Refusal::Within(..) => "these words do not stand in the source".into(),
    }
}

/// Why a passage around words of a restricted source is not chosen, and what to do.
pub fn unasked(within: &str, segments: &[&str], shows: bool) -> Vec<String> {
    let why = if is_short(segments) {
        "these words say little alone"
    } else {
        "these words are in the source in several places"
    };
    let mut lines = vec![
        format!("error: {why}, and ibid writes no others of a restricted source unless you type them"),
        " help: give the passage around them, with nothing that must stay secret: --within \"…\"".into(),
    ];
    if shows {
        lines.push(" help: this one would do; the claim file is for all to read:".into());
        lines.push(format!("       within = {}", visible(&toml_string(within))));
    }
    lines
}

fn position(text: &Text<'_>, at: usize) -> String {
    let position = text.position(at);
    format!("{}:{}", position.line, position.column)
}

/// The first places where words begin: of several parts where they fit, of one in whatever characters.
fn begun(segments: &[&str], anchoring: &Anchoring, text: &Text<'_>) -> String {
    if segments.len() < 2 {
        return places(segments, text);
    }
    let at = anchoring.places.iter().map(|place| position(text, place.start));
    at.collect::<Vec<_>>().join(", ")
}

/// The first places of words, in whatever characters.
fn places(segments: &[&str], text: &Text<'_>) -> String {
    let words = segments.first().copied().unwrap_or_default();
    let mut found = passages(words, text, PLACES_LISTED);
    found.retain(|one| matches!(one.standing, Standing::Stands | Standing::Variant));
    found.sort_by_key(|one| one.span);
    found.iter().map(|one| position(text, one.span.start)).collect::<Vec<_>>().join(", ")
}

/// What to do about words that were refused.
pub fn help(refusal: &Refusal<'_>, is_partial: bool, text: &Text<'_>) -> Vec<String> {
    match refusal {
        Refusal::Elsewhere(..) => {
            vec!["give the line and column of the place that is meant: --at 12:5".into()]
        }
        Refusal::Undecided(_) => {
            vec!["cite more words, or add --repeated where any of the places will do".into()]
        }
        Refusal::Within(_, anchoring) if anchoring.place_count > 1 => {
            vec!["these are the words of --within; give a longer passage, or the place with --at 12:5".into()]
        }
        Refusal::Within(..) => {
            vec![
                "these are the words of --within; give them as the source has them, or leave them out".into(),
            ]
        }
        Refusal::Words(segments, anchoring) => help_with_words(segments, anchoring, is_partial, text),
    }
}

/// What to do about words that do not stand as they were typed.
fn help_with_words(
    segments: &[&str],
    anchoring: &Anchoring,
    is_partial: bool,
    text: &Text<'_>,
) -> Vec<String> {
    match (anchoring.standing, &anchoring.proposal) {
        (Standing::Cut, Proposal::Exact(spans)) => {
            let whole: Vec<&str> = spans.iter().map(|&span| text.slice(span)).collect();
            let mut help = vec!["cite them whole:".into(), format!("exact = {}", exact(&whole))];
            // Nothing frees a quote that cuts a negation or a number.
            if !is_partial && anchoring.cuts.iter().all(|cut| cut.kind == CutKind::Word) {
                help.push("or, where a part of a word is meant, add --partial".into());
            }
            help
        }
        (Standing::Cut, _) => vec!["cite from the start of a word to the end of one".into()],
        (Standing::Altered, _) if anchoring.order != Order::Kept => {
            vec!["cite each part as a quote of its own".into()]
        }
        (Standing::Ambiguous | Standing::Variant, _) => vec![
            format!("the words begin at {}", begun(segments, anchoring, text)),
            "say which place is meant by its line and column, as in --at 12:5, or by the passage around it, --within \"…\"".into(),
            "or, where any of them will do, add --repeated".into(),
        ],
        (Standing::Absent, _) => {
            let command = find_command(segments).map(|command| ["look in every source:".into(), command]);
            command.into_iter().flatten().collect()
        }
        _ => vec!["compare the two, and cite what the source has if this is the passage that was meant; ibid never changes words".into()],
    }
}
