//! What it is that came: the same page, the same text in another page, another text, or another page
//! altogether. Texts are compared as one extractor takes them, so that a better one is never an edit.

use crate::digest::Digest;
use crate::drift::{Remains, remains};
use crate::error::Error;
use crate::extract::{self, TEXT};
use crate::fetch::{Page, address};
use crate::source::{Capture, Source};
use crate::text::Text;
use crate::tree::Tree;
use crate::trusted;
use url::Url;

/// Less than this of a hundred letters of the old text, and the page is another.
const LITTLE: usize = 20;
/// Less than this, with as little text in all, and the page may be a taste of the article.
const HALF: usize = 50;

/// What a page is, compared with the newest capture of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// Nothing that quotes could touch changed.
    Same(Same),
    /// The text is another; remarks are sentences for whoever reads of it.
    Changed(Vec<String>),
    /// So little of the old text is there that it may not be the article at all: why, and remarks.
    Strange(String, Vec<String>),
}

/// In what a page is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Same {
    /// The server says so.
    Unmodified,
    /// In its bytes.
    Bytes,
    /// In its text, with other markup around it.
    Text,
    /// Every paragraph of a text that was not taken from this page by ibid is on it.
    Words,
}

impl Same {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Unmodified, Self::Bytes, Self::Text, Self::Words];

    /// In a sentence that begins with the source's name.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Unmodified => "its server says that it did not change",
            Self::Bytes => "its page is the same, byte for byte",
            Self::Text => "its text is the same; only the page around it is another, so nothing is stored",
            Self::Words => {
                "all that the newest capture says is on the page; it was not taken from this page by ibid, so more cannot be told, and nothing is stored"
            }
        }
    }
}

/// Compares a page with the newest capture of its source.
///
/// # Errors
///
/// Where that capture cannot be relied on.
pub fn judge(tree: &dyn Tree, source: &Source, page: &Page) -> Result<Judged, Error> {
    let unreliable = |capture: &Capture, why: trusted::Distrust| {
        Error::new(format!("the capture `{}` of `{}` {why}", capture.id, source.id))
            .hint("`ibid verify` tells more")
    };
    let newest = source
        .captures
        .last()
        .ok_or_else(|| Error::new(format!("the source `{}` has no capture to compare with", source.id)))?;
    if newest.sha256.as_ref().is_some_and(|known| known.value == Digest::of(&page.bytes)) {
        return Ok(Judged::Same(Same::Bytes));
    }
    let stored = trusted::text(tree, source, newest).map_err(|why| unreliable(newest, why))?;
    let now = text(page);
    let taken_by = newest.text.as_ref().map_or(TEXT, |text| text.extractor.as_str());
    let is_alike = family(taken_by) == family(page.extracted.extractor);
    let mut remarks = journey(source, newest, page);
    let before = if is_alike && taken_by != page.extracted.extractor {
        let original = trusted::original(tree, source, newest).map_err(|why| unreliable(newest, why))?;
        match extract::again(&original, &newest.media_type, taken_by) {
            Ok(again) => {
                remarks.push(format!("Its stored text was taken by {taken_by}, and this one by {}; it was compared as taken anew, but quotes are checked against what is stored.", page.extracted.extractor));
                again.text.unwrap_or(stored)
            }
            Err(_) => stored,
        }
    } else {
        stored
    };
    if is_alike && before == now {
        return Ok(Judged::Same(Same::Text));
    }
    let language = source.language.as_deref();
    let remains = remains(&Text::new(&before).in_language(language), &Text::new(&now).in_language(language));
    if !is_alike && remains.is_whole {
        return Ok(Judged::Same(Same::Words));
    }
    if !is_alike {
        remarks.push(format!("The newest capture, `{}`, was not taken from this page by ibid, so some of what differs may be due to that.", newest.id));
    }
    let Some(why) = strange(remains) else { return Ok(Judged::Changed(remarks)) };
    remarks.extend(page.extracted.notes.iter().cloned());
    Ok(Judged::Strange(why, remarks))
}

/// The name of an extractor without its version.
fn family(extractor: &str) -> &str {
    extractor.split('/').next().unwrap_or_default()
}

fn text(page: &Page) -> String {
    let own = || String::from_utf8_lossy(&page.bytes).into_owned();
    page.extracted.text.clone().unwrap_or_else(own)
}

/// Why a page may not be the article.
fn strange(remains: Remains) -> Option<String> {
    let Remains { percent, size, .. } = remains;
    if percent < LITTLE {
        return Some(match percent {
            0 => "nothing of the stored text is on the page".into(),
            _ => format!("only {percent} % of the stored text is on the page"),
        });
    }
    let is_taste = percent < HALF && size < HALF;
    is_taste.then(|| format!("the page has only {percent} % of the stored text and little else, as where the rest is for subscribers"))
}

/// What is odd in how the page came.
fn journey(source: &Source, newest: &Capture, page: &Page) -> Vec<String> {
    let parsed = |address: &str| Url::parse(address).ok();
    let Some(came_from) = parsed(&page.fetch.url) else { return Vec::new() };
    let asked = source.url.as_deref().and_then(parsed);
    let earlier = newest.fetched.as_ref().and_then(|fetched| parsed(&fetched.url)).or(asked.clone());
    let mut remarks = Vec::new();
    if earlier.is_some_and(|earlier| !address::is_same_page(&earlier, &came_from)) {
        let front = asked.is_some_and(|asked| asked.path().len() > 1) && came_from.path().len() <= 1;
        let front = if front { ", the front page of a site" } else { "" };
        remarks.push(format!("The address leads to {came_from} now{front}."));
    }
    let own = page.extracted.metadata.url.as_deref().and_then(parsed);
    if let Some(own) = own.filter(|own| !address::is_same_page(own, &came_from)) {
        remarks.push(format!("The page calls {own} its own address."));
    }
    remarks
}
