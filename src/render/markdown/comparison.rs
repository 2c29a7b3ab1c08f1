//! A comparison as Markdown, fit for a comment on a pull request: the figures first, details folded, and
//! never longer than a code host takes.

use super::{code, diff, file_link, sentence, text};
use crate::compare::{
    CaptureChange, Change, ClaimChange, Comparison, Event, Field, FindingChange, QuoteChange, Since,
    SourceChange,
};
use crate::finding::Level;
use crate::quoting::shortened;
use crate::reach::Untouched;
use crate::render::comparison::{FAILING, field_words, figures, listed, unread_words, untouched_words};

/// The longest comment that a code host takes, in UTF-16 code units, with room for what a person adds.
pub const MOST: usize = 65_000;

/// Room that is kept for the title of a section and for saying what was left out of it.
const FOR_TITLE: usize = 400;

/// At most so many code points of one text are shown.
const SHOWN: usize = 600;

/// A part of the comment; the more important parts come first.
struct Section {
    title: String,
    is_folded: bool,
    items: Vec<String>,
}

/// The comparison as Markdown. `names` are those of the two sides. Links are relative to the root of the
/// repository.
pub fn render(comparison: &Comparison, names: (&str, &str), untouched: Option<Untouched>) -> String {
    let foot =
        untouched.and_then(untouched_words).map(|words| format!("\n<sub>{}</sub>\n", sentence(&words)));
    let foot = foot.unwrap_or_default();
    let mut out = head(comparison, names);
    let sections = sections(comparison);
    for (index, section) in sections.iter().enumerate() {
        let later = FOR_TITLE * (sections.len() - index) + length(&foot);
        let room = MOST.saturating_sub(length(&out) + later);
        out.push_str(&drawn(section, room));
    }
    out + &foot
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
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

/// A section with as many of its items as there is room for.
fn drawn(section: &Section, room: usize) -> String {
    let Section { title, is_folded, items } = section;
    let mut shown = String::new();
    let mut count = 0;
    for item in items {
        if length(&shown) + length(item) > room {
            break;
        }
        shown.push_str(item);
        count += 1;
    }
    if count < items.len() {
        let left = items.len() - count;
        shown.push_str(&format!(
            "- … and {left} more, left out because a comment cannot be longer; `ibid diff` shows all\n"
        ));
    }
    let title = format!("{title} ({})", items.len());
    if *is_folded {
        format!("\n<details><summary>{title}</summary>\n\n{shown}\n</details>\n")
    } else {
        format!("\n#### {title}\n\n{shown}")
    }
}

fn sections(comparison: &Comparison) -> Vec<Section> {
    let failing =
        |since: Since| findings(comparison, |one| one.finding.level == Level::Error && one.since == since);
    let verdicts = comparison.claims.iter().filter_map(verdict).collect();
    let mut all = vec![Section { title: "Verdicts changed".into(), is_folded: false, items: verdicts }];
    let [new, fixed, still] = FAILING.map(|(title, since)| Section {
        title: title.into(),
        is_folded: since != Since::New,
        items: failing(since),
    });
    let folded = |title: &str, items: Vec<String>| Section { title: title.into(), is_folded: true, items };
    // Verdicts have a section of their own.
    let claims = comparison.claims.iter().filter(|claim| !claim.has_only_another_verdict());
    all.extend([
        new,
        fixed,
        folded("Claims", claims.map(claim).collect()),
        folded("Sources", comparison.sources.iter().map(source).collect()),
        folded(
            "New warnings and notes",
            findings(comparison, |one| one.finding.level != Level::Error && one.since == Since::New),
        ),
        still,
    ]);
    all.retain(|section| !section.items.is_empty());
    all
}

fn findings(comparison: &Comparison, is_wanted: impl Fn(&FindingChange) -> bool) -> Vec<String> {
    comparison.findings.iter().filter(|one| is_wanted(one)).map(finding).collect()
}

fn finding(one: &FindingChange) -> String {
    let (finding, place) = (&one.finding, &one.finding.place);
    let claim = finding.claim.as_deref().filter(|id| !id.is_empty());
    let claim = claim.map(|id| format!("**{}**: ", text(id))).unwrap_or_default();
    let message = sentence(&shortened(&finding.message, SHOWN));
    let label = format!("{}, line {}", text(&place.path), place.line);
    let link = match one.since {
        // What is fixed is no longer where it was.
        Since::Fixed => label,
        _ => file_link(&label, &place.path, Some(place.line)),
    };
    let unread = unread_words(one.is_unread_there, one.since == Since::New);
    let unread = unread.map(|words| format!(", {words}")).unwrap_or_default();
    format!("- {claim}{message} ({}, {link}{unread})\n", code(finding.rule.name()))
}

fn verdict(claim: &ClaimChange) -> Option<String> {
    let event = claim.event(Field::Verdict)?;
    let word = |side: &Option<String>| {
        side.as_deref().map_or_else(|| "none".into(), |word| format!("**{}**", text(word)))
    };
    let words = text(&shortened(claim.text.trim(), SHOWN));
    Some(format!("- {}: {} → {}  \n  {words}\n", place(claim), word(&event.from), word(&event.to)))
}

/// A claim's id with a link to its place, where it is still there.
fn place(claim: &ClaimChange) -> String {
    let id = if claim.id.is_empty() { "a claim without an id".to_owned() } else { text(&claim.id) };
    match claim.change {
        Change::Removed => id,
        _ => file_link(&id, &claim.path, Some(claim.line)),
    }
}

fn claim(claim: &ClaimChange) -> String {
    let is_there = claim.change != Change::Removed;
    let unread = unread_words(claim.is_unread_there, is_there);
    let state: Vec<&str> = Some(claim.status).filter(|_| is_there).into_iter().chain(unread).collect();
    let state = if state.is_empty() { String::new() } else { format!(" ({})", state.join("; ")) };
    let mut out = format!("- **{}**: {}{state}\n", claim.change.name(), place(claim));
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
    let mut about: Vec<String> = quote.source.iter().map(|id| code(id)).collect();
    about.extend(Some(quote.stance.to_owned()).filter(|stance| stance != "supports"));
    about.extend((quote.change != Change::Removed).then(|| quote.status.to_owned()));
    let words = text(&shortened(&quote.words, SHOWN));
    let mut out = format!("  - quote **{}**: “{words}” ({})\n", quote.change.name(), about.join(", "));
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

fn source(source: &SourceChange) -> String {
    let record = format!("sources/{}/source.toml", source.id);
    let id = text(&source.id);
    let id = if source.change == Change::Removed { id } else { file_link(&id, &record, None) };
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
    let mut out = format!("  - capture **{}**: {}{warning}\n", capture.change.name(), code(&capture.id));
    for one in &capture.events {
        out.push_str(&format!("    - {}\n", event(one)));
    }
    out
}
