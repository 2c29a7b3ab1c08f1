//! A comparison as Markdown, fit for a comment on a pull request: the figures first, details folded, and
//! never longer than a code host takes.

use super::sections::{Section, fitting};
use super::{code, diff, sentence, text};
use crate::compare::{
    CaptureChange, Change, ClaimChange, Comparison, Event, Field, FindingChange, Loss, QuoteChange, Since,
    SourceChange,
};
use crate::finding::Level;
use crate::quoting::shortened;
use crate::reach::Untouched;
use crate::render::comparison::{
    FAILING, FIXED, field_words, figures, listed, quote_words, silenced_words, state_words, unchecked_words,
    unread_words, untold_words, untouched_words,
};
use crate::render::host::Host;
use crate::render::wording::known_by;
use crate::render::{losses, rules};

/// At most so many code points of one text are shown.
const SHOWN: usize = 600;

/// The comparison as Markdown. `names` are those of the two sides. Links lead to the host, or are relative to
/// the root of the repository where none is known.
pub fn render(
    comparison: &Comparison,
    names: (&str, &str),
    untouched: Option<Untouched>,
    host: &Host,
) -> String {
    let foot =
        untouched.and_then(untouched_words).map(|words| format!("\n<sub>{}</sub>\n", sentence(&words)));
    let sections = sections(comparison, host);
    fitting(head(comparison, names), &sections, &foot.unwrap_or_default(), "ibid diff")
}

fn head(comparison: &Comparison, (before, after): (&str, &str)) -> String {
    let lines = figures(&comparison.summary);
    let (headline, others) = match lines.split_last() {
        Some((last, rest)) => (last.clone(), rest.to_vec()),
        None => (String::new(), Vec::new()),
    };
    let mut out = format!("### ibid: {headline}\n\n{} → {}\n", code(before), code(after));
    if !others.is_empty() {
        out.push('\n');
        for line in &others {
            out.push_str(&format!("- {line}\n"));
        }
    }
    out
}

fn sections(comparison: &Comparison, host: &Host) -> Vec<Section> {
    let failing = |is_wanted: fn(&FindingChange) -> bool| {
        findings(comparison, host, |one| one.finding.level == Level::Error && is_wanted(one))
    };
    let verdicts = comparison.claims.iter().filter_map(|one| verdict(one, host)).collect();
    let lost = comparison.sources.iter().flat_map(|one| lost(one, host)).collect();
    let open = |title: &str, items: Vec<String>| Section { title: title.into(), is_folded: false, items };
    let rules = comparison.rules.iter().map(|one| format!("- {}\n", sentence(&rules::words(*one)))).collect();
    let settings = comparison.settings.iter().map(|one| format!("- {}\n", event(one))).collect();
    let mut all = vec![
        open(losses::TITLE, lost),
        open(rules::TITLE, rules),
        open(rules::SETTINGS, settings),
        open("Verdicts changed", verdicts),
    ];
    // What a person must act on, or may take for mended, is open.
    let mut of_findings: Vec<Section> = FAILING
        .iter()
        .map(|&(title, is_wanted)| Section {
            title: title.into(),
            is_folded: title == FIXED,
            items: failing(is_wanted),
        })
        .collect();
    let still = of_findings.pop().map(|still| Section { is_folded: true, ..still });
    let folded = |title: &str, items: Vec<String>| Section { title: title.into(), is_folded: true, items };
    // Verdicts have a section of their own.
    let claims = comparison.claims.iter().filter(|claim| !claim.has_only_another_verdict());
    all.extend(of_findings);
    all.extend([
        folded("Claims", claims.map(|one| claim(one, host)).collect()),
        folded("Sources", comparison.sources.iter().map(|one| source(one, host)).collect()),
        folded(
            "New warnings and notes",
            findings(comparison, host, |one| one.finding.level != Level::Error && one.since == Since::New),
        ),
    ]);
    all.extend(still);
    all
}

fn findings(comparison: &Comparison, host: &Host, is_wanted: impl Fn(&FindingChange) -> bool) -> Vec<String> {
    comparison.findings.iter().filter(|one| is_wanted(one)).map(|one| finding(one, host)).collect()
}

fn finding(one: &FindingChange, host: &Host) -> String {
    let (finding, place) = (&one.finding, &one.finding.place);
    let claim = finding.claim_id();
    let claim = claim.map(|id| format!("**{}**: ", text(id))).unwrap_or_default();
    let message = sentence(&shortened(&finding.message, SHOWN));
    let label = format!("{}, line {}", text(&place.path), place.line);
    let link = match one.since {
        // What is fixed is no longer where it was.
        Since::Fixed => label,
        _ => host.link(&label, &place.path, Some(place.line)),
    };
    let unread = unread_words(one.is_unread_there, one.since == Since::New);
    let unread = unread.or(unchecked_words(one)).or(untold_words(one));
    let unread = unread.map(|words| format!(", {words}")).unwrap_or_default();
    let why = silenced_words(one);
    let why = why.map(|words| format!("; {}", sentence(&words))).unwrap_or_default();
    format!("- {claim}{message} ({}, {link}{unread}){why}\n", code(finding.rule.name()))
}

fn verdict(claim: &ClaimChange, host: &Host) -> Option<String> {
    let event = claim.event(Field::Verdict)?;
    let word = |side: &Option<String>| {
        side.as_deref().map_or_else(|| "none".into(), |word| format!("**{}**", text(word)))
    };
    let words = text(&shortened(claim.text.trim(), SHOWN));
    Some(format!("- {}: {} → {}  \n  {words}\n", place(claim, host), word(&event.from), word(&event.to)))
}

/// A claim's id with a link to its place, where it is still there.
fn place(claim: &ClaimChange, host: &Host) -> String {
    let id = if claim.id.is_empty() { "a claim without an id".to_owned() } else { text(&claim.id) };
    match claim.change {
        Change::Removed => id,
        _ => host.link(&id, &claim.path, Some(claim.line)),
    }
}

fn claim(claim: &ClaimChange, host: &Host) -> String {
    let state = state_words(claim).map(|state| format!(" ({state})")).unwrap_or_default();
    let mut out = format!("- **{}**: {}{state}\n", claim.change.name(), place(claim, host));
    if matches!(claim.change, Change::Added | Change::Removed) && !claim.text.trim().is_empty() {
        out.push_str(&format!("  - {}\n", text(&shortened(claim.text.trim(), SHOWN))));
    }
    for one in &claim.events {
        out.push_str(&format!("  - {}\n", event(one)));
    }
    for one in &claim.quotes {
        out.push_str(&quote(one));
    }
    out
}

fn quote(quote: &QuoteChange) -> String {
    let (words, about) = (text(&shortened(&quote.words, SHOWN)), quote_words(quote, code));
    let mut out = format!("  - quote **{}**: “{words}” ({about})\n", quote.change.name());
    for one in &quote.events {
        out.push_str(&format!("    - {}\n", event(one)));
    }
    out
}

fn event(event: &Event) -> String {
    let field = text(&field_words(event));
    let (from, to) = (event.from.as_deref(), event.to.as_deref());
    match (from, to) {
        (Some(from), Some(to)) if event.field.is_prose() && from.len() + to.len() < 8 * SHOWN => {
            format!("{field}: {}", diff(from, to))
        }
        _ => {
            let removed = from.map(|from| format!("<del>{}</del>", text(&shortened(from, SHOWN))));
            let added = to.map(|to| format!("<ins>{}</ins>", text(&shortened(to, SHOWN))));
            format!("{field}: {}", removed.into_iter().chain(added).collect::<Vec<_>>().join(" "))
        }
    }
}

/// A source's id with a link to its record, where that is still there.
fn record(source: &SourceChange, host: &Host) -> String {
    let record = format!("sources/{}/source.toml", source.id);
    let id = text(&source.id);
    if source.change == Change::Removed { id } else { host.link(&id, &record, None) }
}

/// The captures of a source that are not what they were.
fn lost(source: &SourceChange, host: &Host) -> Vec<String> {
    let one = |(capture, loss): (&CaptureChange, Loss)| {
        let (id, name) = (record(source, host), code(&capture.id));
        let advice = sentence(&losses::advice(source, capture, loss));
        format!("- {id}: the capture {name} {}; {advice}\n", losses::happened(source, loss))
    };
    source.lost().map(one).collect()
}

fn source(source: &SourceChange, host: &Host) -> String {
    let id = record(source, host);
    let title = text(&shortened(&source.title, 120));
    let unread = unread_words(source.is_unread_there, source.change != Change::Removed);
    let unread = unread.map(|words| format!(" ({words})")).unwrap_or_default();
    let mut out = format!("- **{}**: {id} “{title}”{unread}\n", source.change.name());
    for one in &source.events {
        out.push_str(&format!("  - {}\n", event(one)));
    }
    for one in &source.captures {
        out.push_str(&capture(one));
    }
    let cited = match source.claims.as_slice() {
        [] => "cited by no claim".to_owned(),
        claims => format!("cited by {}", text(&listed(claims))),
    };
    out + &format!("  - {cited}\n")
}

fn capture(capture: &CaptureChange) -> String {
    let warning = if capture.is_intact { "" } else { " (its bytes are not those that were recorded)" };
    let known: String = known_by(capture).iter().map(|words| format!(", {}", text(words))).collect();
    let (change, id) = (capture.change.name(), code(&capture.id));
    let mut out = format!("  - capture **{change}**: {id}{known}{warning}\n");
    if capture.change != Change::Changed {
        return out;
    }
    for one in &capture.events {
        out.push_str(&format!("    - {}\n", event(one)));
    }
    out
}
