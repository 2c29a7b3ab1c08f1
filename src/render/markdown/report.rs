//! The whole report as a Markdown document with links into the repository, relative to its root.

use super::{
    anchor, anchor_link, anchor_name, code, diff, fenced, file_link, helps, sentence, text, web_link,
};
use crate::claim::Stance;
use crate::finding::{Finding, Level};
use crate::fragment::is_web_address;
use crate::quoting::counted;
use crate::render::human::figures;
use crate::render::snippet::{self, Canvas};
use crate::render::visible::is_bidirectional;
use crate::render::wording::{
    address_status, allowed, claim_name, compared, extra, further_places, now, places, prose, sentence_of,
    state, status, title,
};
use crate::report::overview::Overview;
use crate::report::{ClaimReport, QuoteReport, Report, SourceReport};
use crate::source::{Capture, PinnedText, Source};
use crate::verify::{Location, on_page};
use std::collections::HashMap;

/// Longer lists are folded.
const UNFOLDED: usize = 8;
/// So many characters of a claim are shown where it is only listed.
const LISTED: usize = 100;
/// The columns of excerpts.
const COLUMNS: usize = 100;

/// The report as Markdown with a final line feed.
pub fn render(report: &Report) -> String {
    let page = Page { report, overview: Overview::of(report), anchors: claim_anchors(&report.claims) };
    let parts = [
        "# Claims and their quotes\n".to_owned(),
        page.figures(),
        page.not_standing(),
        page.further_findings(),
        section("Claims", page.report.claims.iter().enumerate().map(|(number, _)| page.claim(number))),
        section("Sources", page.report.sources.iter().map(|source| page.source(source))),
        page.others(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

/// A heading with parts below it, or nothing where there are none.
fn section(heading: &str, parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { String::new() } else { format!("## {heading}\n\n{}", parts.join("\n")) }
}

/// The anchor of each claim; claims with one id are numbered.
fn claim_anchors(claims: &[ClaimReport]) -> Vec<String> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let ids = claims.iter().map(|claim| claim.id.as_str());
    ids.map(|id| {
        let number = seen.entry(id).or_default();
        *number += 1;
        anchor_name("claim", id, *number)
    })
    .collect()
}

fn source_anchor(id: &str) -> String {
    anchor_name("source", id, 1)
}

/// The report with what its parts look up in one another.
struct Page<'r> {
    report: &'r Report,
    overview: Overview<'r>,
    anchors: Vec<String>,
}

impl Page<'_> {
    fn figures(&self) -> String {
        let canvas = Canvas { width: usize::MAX, colour: false };
        let lines = figures(self.report, canvas);
        lines.lines().map(sentence).collect::<Vec<_>>().join("\n\n") + "\n"
    }

    fn claim_link(&self, number: usize) -> String {
        anchor_link(&code(claim_name(&self.report.claims[number])), &self.anchors[number])
    }

    fn not_standing(&self) -> String {
        let items = self.overview.not_standing().into_iter().map(|number| {
            let claim = &self.report.claims[number];
            let words = text(&crate::quoting::shortened(&prose(&claim.text), LISTED));
            let words = if words.is_empty() { words } else { format!(": {words}") };
            format!("- **{}** {}{words}\n", claim.status.name(), self.claim_link(number))
        });
        let items: String = items.collect();
        if items.is_empty() { items } else { format!("## Claims that do not stand\n\n{items}") }
    }

    /// Where else findings are: nothing that is wrong is found only by reading to the end.
    fn further_findings(&self) -> String {
        let item = |level: Level, link: String| format!("- **{level}** {link}\n");
        let claims = self.overview.standing_with_findings().into_iter();
        let claims = claims.map(|(number, level)| item(level, format!("claim {}", self.claim_link(number))));
        let sources = self.overview.sources_with_findings().into_iter();
        let sources = sources.map(|(source, level)| item(level, format!("source {}", source_link(source))));
        let others = self.overview.others().iter().map(|finding| finding.level).min();
        let link = anchor_link("about no claim or source", "findings-elsewhere");
        let all: String = claims.chain(sources).chain(others.map(|level| item(level, link))).collect();
        if all.is_empty() { all } else { format!("## Further findings\n\n{all}") }
    }

    fn claim(&self, number: usize) -> String {
        let claim = &self.report.claims[number];
        let mut out = format!("### {}{}\n\n", anchor(&self.anchors[number]), code(claim_name(claim)));
        let words = prose(&claim.text);
        if !words.is_empty() {
            out.push_str(&format!("{}\n\n", text(&words)));
        }
        let mut facts = vec![format!("**{}**", claim.status.name())];
        facts.extend(claim.verdict.iter().map(|verdict| format!("verdict: {}", text(verdict))));
        let tags: Vec<String> = claim.tags.iter().map(|tag| text(tag)).collect();
        facts.extend((!tags.is_empty()).then(|| format!("tags: {}", tags.join(", "))));
        facts.push(place_link(&claim.path, claim.line));
        out.push_str(&format!("{}\n", facts.join(" · ")));
        let mut items: Vec<String> = claim.note.iter().map(|note| fact("note", note)).collect();
        items.extend(extra(&claim.extra).iter().map(|one| format!("- {}\n", text(one))));
        items.extend(self.overview.of_claim(number).iter().map(|one| finding(one)));
        push_list(&mut out, &items);
        for (index, quote) in claim.quotes.iter().enumerate() {
            out.push_str(&self.quote(quote, self.overview.of_quote(number, index)));
        }
        out
    }

    fn quote(&self, quote: &QuoteReport, findings: &[&Finding]) -> String {
        let words = if quote.exact.is_empty() { "(no words)".into() } else { quoted(&quote.words()) };
        let mut out = format!("\n> {words}\n\n{}\n", self.attribution(quote));
        let mut items = Vec::new();
        if quote.stance != Stance::Supports {
            items.push(format!("- {} the claim\n", stance_words(quote.stance)));
        }
        items.extend(quote.within.iter().map(|within| format!("- within: {}\n", quoted(within))));
        items.extend(
            quote.outcome.omitted.iter().map(|words| format!("- left out: {}\n", quoted(words.trim()))),
        );
        items.extend(sentence_of(quote).map(|words| format!("- its sentence: {}\n", emphasised(&words))));
        items.extend(
            quote.translation.iter().map(|words| format!("- translation: {}\n", quoted(&prose(words)))),
        );
        items.extend(quote.note.iter().map(|note| fact("note", note)));
        let allowed = allowed(quote);
        items.extend((!allowed.is_empty()).then(|| format!("- marked: {allowed}\n")));
        items.extend(findings.iter().map(|one| finding(one)));
        if findings.iter().all(|finding| finding.diff.is_none()) {
            let pair = compared(quote);
            items.extend(pair.map(|(words, found)| format!("- differs: {}\n", diff(&words, &found))));
        }
        push_list(&mut out, &items);
        out
    }

    /// Who said it, in which source, where, and how it stands.
    fn attribution(&self, quote: &QuoteReport) -> String {
        let mut parts: Vec<String> = quote.speaker.iter().map(|speaker| apart(&prose(speaker))).collect();
        parts.push(match quote.source.as_deref() {
            Some(id) => self.overview.source(id).map_or_else(|| code(id), titled_link),
            None => "no source".into(),
        });
        parts.extend(quote.outcome.capture.iter().map(|id| format!("capture {}", code(id))));
        // A link to a file that no one has who reads this would lead nowhere.
        let is_restricted = quote.source.as_deref().and_then(|id| self.overview.source(id));
        let is_restricted = is_restricted.is_some_and(|source| source.record.is_restricted());
        let line =
            |at: &Location| if is_restricted { format!("line {}", at.line) } else { location_link(at) };
        parts.extend(places(quote).iter().map(line));
        let more = further_places(quote);
        parts.extend((more > 0).then(|| format!("and {more} more")));
        parts.extend(now(quote).map(|at| format!("now {}", line(at))));
        format!("— {}: **{}**", parts.join(", "), text(&status(quote)))
    }

    fn source(&self, source: &SourceReport) -> String {
        let record = &source.record;
        let mut out = format!("### {}{}\n\n", anchor(&source_anchor(&record.id)), code(&record.id));
        out.push_str(&format!("{}\n", text(&title(source))));
        let mut items = Vec::new();
        items.extend(record.publisher.iter().map(|publisher| fact("publisher", publisher)));
        items.extend((!record.author.is_empty()).then(|| fact("author", &record.author.join("; "))));
        items.extend(record.published.iter().map(|published| fact("published", published)));
        items.extend(record.language.iter().map(|language| fact("language", language)));
        items.extend(record.is_restricted().then(|| fact("access", record.access.name())));
        items.extend(record.url.iter().map(|url| format!("- address: {}\n", address(url))));
        items.extend(record.url_status.map(|status| fact("the address is", address_status(status))));
        items.extend(extra(&record.extra).iter().map(|one| format!("- {}\n", text(one))));
        let captures = record.captures.iter().zip(&source.intact);
        items.extend(captures.map(|(one, &is_intact)| capture(record, one, is_intact)));
        items.extend(self.overview.of_source(&record.id).iter().map(|one| finding(one)));
        push_list(&mut out, &items);
        out.push_str(&self.cited(&record.id));
        out
    }

    /// The claims that cite a source, folded where they are many.
    fn cited(&self, id: &str) -> String {
        let claims = self.overview.citing(id);
        let links: Vec<String> = claims.iter().map(|&number| self.claim_link(number)).collect();
        let head = format!("Cited here by {}", counted(claims.len(), "claim"));
        match links.len() {
            0 => "\nCited here by no claim.\n".into(),
            1..=UNFOLDED => format!("\n{head}: {}\n", links.join(", ")),
            _ => {
                let items: String = links.iter().map(|link| format!("- {link}\n")).collect();
                format!("\n<details><summary>{head}</summary>\n\n{items}\n</details>\n")
            }
        }
    }

    fn others(&self) -> String {
        let others = self.overview.others();
        let items: String = others.iter().map(|one| finding(one)).collect();
        if items.is_empty() {
            return items;
        }
        format!("## {}Findings about no claim or source\n\n{items}", anchor("findings-elsewhere"))
    }
}

fn push_list(out: &mut String, items: &[String]) {
    if !items.is_empty() {
        out.push_str(&format!("\n{}", items.concat()));
    }
}

fn fact(name: &str, value: &str) -> String {
    format!("- {name}: {}\n", text(&prose(value)))
}

fn quoted(words: &str) -> String {
    format!("“{}”", text(words))
}

/// Words with those between `⟦` and `⟧` set off.
fn emphasised(words: &str) -> String {
    apart(words).replace('⟦', "<strong>").replace('⟧', "</strong>")
}

const fn stance_words(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "supports",
        Stance::Refutes => "refutes",
        Stance::Context => "gives context to",
    }
}

fn place_link(path: &str, line: usize) -> String {
    file_link(&code(&format!("{path}:{line}")), path, Some(line))
}

fn location_link(location: &Location) -> String {
    let Location { path, line, page, .. } = location;
    file_link(&format!("line {line}{}", on_page(*page)), path, Some(*line))
}

fn source_link(source: &SourceReport) -> String {
    anchor_link(&code(&source.record.id), &source_anchor(&source.record.id))
}

fn titled_link(source: &SourceReport) -> String {
    anchor_link(&apart(&title(source)), &source_anchor(&source.record.id))
}

/// Words in a line of others; such from right to left do not turn the line around.
fn apart(words: &str) -> String {
    let shown = text(words);
    if is_bidirectional(words) { format!("<span dir=\"rtl\">{shown}</span>") } else { shown }
}

/// An address, with a link where a browser may follow it.
fn address(url: &str) -> String {
    if is_web_address(url) { web_link(&code(url), url) } else { code(url) }
}

fn capture(source: &Source, capture: &Capture, is_intact: bool) -> String {
    let path = format!("{}/{}", source.folder(), capture.file.value);
    let taken = capture.captured.iter().map(|captured| format!(", taken {}", text(captured)));
    let taken: String = taken.collect();
    let state = if is_intact { state(is_intact).into() } else { format!("**{}**", state(is_intact)) };
    let link = bytes_link(source, &path);
    let mut out = format!("- capture {}{taken}: {link}, {state}\n", code(&capture.id));
    let digest = capture.sha256.as_ref().map(|digest| digest.value.to_string());
    out.push_str(&digest.map_or_else(String::new, |digest| format!("  - SHA-256 {}\n", code(&digest))));
    if capture.media_type != "text/plain" {
        out.push_str(&format!("  - type {}\n", code(&capture.media_type)));
    }
    if let Some(fetched) = &capture.fetched {
        out.push_str(&format!("  - came from {}\n", address(&fetched.url)));
    }
    if let Some(archive) = &capture.archive {
        out.push_str(&format!("  - archived at {}\n", address(archive)));
    }
    out.push_str(&capture.text.as_ref().map_or_else(String::new, |one| pinned(source, one)));
    let note = capture.note.iter().map(|note| format!("  {}", fact("note", note)));
    out + &note.collect::<String>()
}

/// The path of a source's bytes, with a link where they lie there.
fn bytes_link(source: &Source, path: &str) -> String {
    if source.is_restricted() { code(path) } else { file_link(&code(path), path, None) }
}

fn pinned(source: &Source, pinned: &PinnedText) -> String {
    let path = format!("{}/{}", source.folder(), pinned.file.value);
    let link = bytes_link(source, &path);
    let digest = code(&pinned.sha256.value.to_string());
    format!("  - its text, taken by {}: {link}, SHA-256 {digest}\n", code(&pinned.extractor))
}

/// A finding as an item of a list.
fn finding(finding: &Finding) -> String {
    let place = &finding.place;
    let head = format!("**{}** {}", finding.level, code(finding.rule.name()));
    let mut out =
        format!("- {head}: {} ({})\n", sentence(&finding.message), place_link(&place.path, place.line));
    if !finding.rule.is_told_by_words() && !finding.excerpts.is_empty() {
        let canvas = Canvas { width: COLUMNS, colour: false };
        out.push_str(&format!("\n{}\n", fenced("text", &snippet::draw(&finding.excerpts, canvas), 2)));
    }
    let mut items: Vec<String> = finding.notes.iter().map(|note| sentence(note)).collect();
    items.extend(finding.diff.iter().map(|(quote, source)| {
        format!("differs (inserted is what the source has): {}", diff(quote, source))
    }));
    out.push_str(&items.iter().map(|item| format!("  - {item}\n")).collect::<String>());
    out + &helps(&finding.help)
}
