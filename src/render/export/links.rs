//! Each quote as a link that leads a browser to its words, `url#:~:text=…`: for people, as Markdown, as CSV
//! and as JSON, `ibid.links/1`.

use super::{evidence, standing, worth_saying};
use crate::fragment;
use crate::render::json::to_json_for_markup;
use crate::render::markdown;
use crate::render::visible::visible;
use crate::report::{ClaimReport, QuoteReport, Report, SourceReport};
use crate::source::{Capture, Source, UrlStatus};
use crate::verify::{Location, Status};
use serde::Serialize;

/// A quote and where its link leads.
pub struct Link<'r> {
    /// The claim.
    pub claim: &'r ClaimReport,
    /// The quote.
    pub quote: &'r QuoteReport,
    /// Its source.
    pub source: &'r SourceReport,
    /// The capture in which it stands.
    pub capture: &'r Capture,
    /// The link, if there can be one.
    pub url: Option<String>,
    /// Why it leads to less than the words; `None` where it leads to all of them.
    pub short: Option<Short>,
}

/// Why a link leads to less than a quote's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Short {
    /// The source has no address, so there is no link.
    NoAddress,
    /// The source's address is none of the web, so there is no link.
    NotOfTheWeb,
    /// The page is no longer at its address, or others are, and no archived copy is known: so there is no link.
    Dead,
    /// The document is no page, in which a browser could look for words.
    NoPage,
    /// The words are no longer in the page, but in an earlier capture.
    Gone,
    /// Nothing short tells the words, or a part of them, from others in the page.
    NotUnique,
    /// The source is restricted, and the words cannot be told from others without words beside them.
    Withheld,
}

impl Short {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::NoAddress,
        Self::NotOfTheWeb,
        Self::Dead,
        Self::NoPage,
        Self::Gone,
        Self::NotUnique,
        Self::Withheld,
    ];

    /// The reason's name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoAddress => "no-address",
            Self::NotOfTheWeb => "not-of-the-web",
            Self::Dead => "dead",
            Self::NoPage => "no-page",
            Self::Gone => "gone",
            Self::NotUnique => "not-unique",
            Self::Withheld => "withheld",
        }
    }

    /// What a person is told of one quote.
    const fn told(self) -> &'static str {
        match self {
            Self::NoAddress => "no link: the source has no `url`",
            Self::NotOfTheWeb => "no link: the source’s `url` is no address of the web",
            Self::Dead => "no link: the source is no longer at its `url`, and no `archive` is recorded",
            Self::NoPage => "to the document as a whole: browsers look for words in pages only",
            Self::Gone => "to the page as a whole: the words are no longer in it",
            Self::NotUnique => "to the page as a whole: nothing short tells the words from others in it",
            Self::Withheld => {
                "to the page as a whole: the source is restricted, and other words of it would be needed"
            }
        }
    }
}

/// The links of all quotes that stand, in the report's order.
pub fn links(report: &Report) -> Vec<Link<'_>> {
    standing(report).filter_map(|(claim, quote)| link(report, claim, quote)).collect()
}

/// The link of a quote that stands.
pub(super) fn link<'r>(
    report: &'r Report,
    claim: &'r ClaimReport,
    quote: &'r QuoteReport,
) -> Option<Link<'r>> {
    let (source, capture) = evidence(report, quote)?;
    let (url, short) = target(source, capture, quote);
    Some(Link { claim, quote, source, capture, url, short })
}

fn target(source: &SourceReport, capture: &Capture, quote: &QuoteReport) -> (Option<String>, Option<Short>) {
    let is_gone = quote.outcome.drift.is_some();
    let archived = capture.archive.as_deref().and_then(fragment::web_address);
    let (address, is_gone) = match (page_address(&source.record), archived) {
        (Ok(address), None) => (address, is_gone),
        (Ok(address), Some(_)) if !is_gone => (address, false),
        // The archive has the page as it was.
        (_, Some(archived)) => (archived, false),
        (Err(short), None) => return (None, Some(short)),
    };
    let selectors = &quote.outcome.selectors;
    let directives: Vec<_> = selectors.iter().filter_map(|selector| selector.directive.as_ref()).collect();
    let short = if !is_page(&capture.media_type) {
        Some(Short::NoPage)
    } else if is_gone {
        Some(Short::Gone)
    } else if directives.len() < quote.exact.len() {
        Some(if quote.outcome.is_withheld { Short::Withheld } else { Short::NotUnique })
    } else {
        None
    };
    let directives = if short.is_none() { directives } else { Vec::new() };
    (fragment::link(&address, &directives), short)
}

/// The address of a source, where it can be read there.
fn page_address(source: &Source) -> Result<String, Short> {
    let address = worth_saying(source.url.as_ref()).ok_or(Short::NoAddress)?;
    match source.url_status {
        None | Some(UrlStatus::Live) => fragment::web_address(address).ok_or(Short::NotOfTheWeb),
        Some(UrlStatus::Dead | UrlStatus::Unfit | UrlStatus::Usurped) => Err(Short::Dead),
    }
}

/// Whether browsers look for text fragments in documents of this media type. What was captured as plain
/// text most often is a page.
fn is_page(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or("").trim();
    essence.starts_with("text/") || essence == "application/xhtml+xml"
}

/// For people: each claim with its quotes and their links.
pub fn human(report: &Report) -> String {
    let mut out = String::new();
    for_each_claim(report, |claim, links| {
        let gap = if out.is_empty() { "" } else { "\n" };
        out.push_str(&format!("{gap}{}\n  {}\n", visible(&claim.id), visible(claim.text.trim())));
        out.extend(left_out(claim).map(|told| format!("  ({told})\n")));
        for link in links {
            let source = link.source.record.id.as_str();
            out.push_str(&format!("\n  “{}”, {}\n", visible(&link.quote.words()), visible(source)));
            out.extend(link.url.as_ref().map(|url| format!("  {}\n", visible(url))));
            out.extend(link.short.map(|short| format!("  ({})\n", short.told())));
        }
    });
    out
}

/// As a Markdown list: each claim with its quotes as links.
pub fn markdown(report: &Report) -> String {
    let mut out = String::new();
    for_each_claim(report, |claim, links| {
        let told = left_out(claim).map_or_else(String::new, |told| format!(" **({told})**"));
        out.push_str(&format!("- {}{told}\n", markdown::text(claim.text.trim())));
        for link in links {
            let words = format!("“{}”", markdown::text(&link.quote.words()));
            let words = match &link.url {
                Some(url) => markdown::web_link(&words, url),
                None => words,
            };
            out.push_str(&format!("  - {words}{}\n", credit(link)));
        }
    });
    out
}

/// What is said of a claim of which some quotes are not exported, so that it never looks as if all of them stood.
fn left_out(claim: &ClaimReport) -> Option<String> {
    match claim.quotes.iter().filter(|quote| quote.outcome.status != Status::Stands).count() {
        0 => None,
        1 => Some("another quote of this claim does not stand, and is left out".into()),
        count => Some(format!("{count} other quotes of this claim do not stand, and are left out")),
    }
}

/// Who said it and where, in Markdown.
fn credit(link: &Link<'_>) -> String {
    let record = &link.source.record;
    let speaker = worth_saying(link.quote.speaker.as_ref());
    let publisher = worth_saying(record.publisher.as_ref());
    let date = worth_saying(record.published.as_ref());
    let title = Some(record.title.as_str()).filter(|title| !title.is_empty());
    let title = title.map(|title| format!("*{}*", markdown::text(title)));
    let plain = [speaker.map(markdown::text), title, publisher.map(markdown::text), date.map(markdown::text)];
    plain.into_iter().flatten().map(|part| format!(", {part}")).collect()
}

fn for_each_claim<'r>(report: &'r Report, mut each: impl FnMut(&'r ClaimReport, &[Link<'r>])) {
    let links = links(report);
    for of_claim in links.chunk_by(|one, other| std::ptr::eq(one.claim, other.claim)) {
        each(of_claim[0].claim, of_claim);
    }
}

/// The columns of the CSV.
const COLUMNS: [&str; 14] = [
    "claim",
    "text",
    "verdict",
    "stance",
    "quote",
    "speaker",
    "source",
    "title",
    "link",
    "claim status",
    "capture",
    "captured",
    "sha256",
    "place",
];

/// As CSV (RFC 4180) with a line of headings. A cell that a spreadsheet would calculate begins with `'`.
pub fn csv(report: &Report) -> String {
    let row = |cells: [&str; COLUMNS.len()]| format!("{}\r\n", cells.map(cell).join(","));
    let mut out = row(COLUMNS);
    for link in links(report) {
        let Link { claim, quote, source, capture, .. } = &link;
        out.push_str(&row([
            &claim.id,
            &claim.text,
            claim.verdict.as_deref().unwrap_or(""),
            quote.stance.name(),
            &quote.words(),
            quote.speaker.as_deref().unwrap_or(""),
            &source.record.id,
            &source.record.title,
            link.url.as_deref().unwrap_or(""),
            claim.status.name(),
            &capture.id,
            capture.captured.as_deref().unwrap_or(""),
            &digest(capture).unwrap_or_default(),
            &quote.outcome.location.as_ref().map(Location::shown).unwrap_or_default(),
        ]));
    }
    out
}

/// The digest of a capture's bytes.
fn digest(capture: &Capture) -> Option<String> {
    capture.sha256.as_ref().map(|digest| digest.value.to_string())
}

/// One cell; nothing in it acts on a terminal or is calculated (OWASP, “CSV Injection”).
fn cell(text: &str) -> String {
    let shown: Vec<String> = text.trim().lines().map(visible).collect();
    let shown = shown.join("\n").replace('"', "\"\"");
    let is_formula = shown.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%']);
    format!("\"{}{shown}\"", if is_formula { "'" } else { "" })
}

#[derive(Serialize)]
struct Wire<'r> {
    schema: &'static str,
    links: Vec<WireLink<'r>>,
}

#[derive(Serialize)]
struct WireLink<'r> {
    claim: &'r str,
    text: &'r str,
    verdict: Option<&'r str>,
    /// That of its worst quote, also of those that are left out.
    claim_status: &'static str,
    stance: &'static str,
    exact: &'r [String],
    speaker: Option<&'r str>,
    source: &'r str,
    title: &'r str,
    capture: Option<&'r str>,
    captured: Option<&'r str>,
    /// Of the capture's bytes.
    sha256: Option<String>,
    url: Option<&'r str>,
    /// The link; to the words, unless `short` says why not.
    link: Option<String>,
    short: Option<&'static str>,
}

/// As indented JSON, `ibid.links/1`.
pub fn to_json(report: &Report) -> String {
    let links = links(report).into_iter().map(wire).collect();
    to_json_for_markup(&Wire { schema: "ibid.links/1", links })
}

fn wire(link: Link<'_>) -> WireLink<'_> {
    let Link { claim, quote, source, capture, url, short } = link;
    WireLink {
        claim: &claim.id,
        text: &claim.text,
        verdict: claim.verdict.as_deref(),
        claim_status: claim.status.name(),
        stance: quote.stance.name(),
        exact: &quote.exact,
        speaker: quote.speaker.as_deref(),
        source: &source.record.id,
        title: &source.record.title,
        capture: quote.outcome.capture.as_deref(),
        captured: capture.captured.as_deref(),
        sha256: digest(capture),
        url: source.record.url.as_deref(),
        link: url,
        short: short.map(Short::name),
    }
}
