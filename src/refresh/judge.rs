//! What it is that came: the same page, the same text in another page, another text, or another page
//! altogether. Texts are compared as one extractor takes them, so that a better one is never an edit.

use crate::digest::Digest;
use crate::drift::{Remains, remains};
use crate::error::Error;
use crate::extract::{self, TEXT, family};
use crate::fetch::{PERHAPS_CUT, Page, address};
use crate::source::{Capture, Source};
use crate::text::Text;
use crate::tree::Tree;
use crate::trusted;
use std::collections::HashSet;
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
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unmodified => "unmodified",
            Self::Bytes => "bytes",
            Self::Text => "text",
            Self::Words => "words",
        }
    }

    /// A sentence of the source.
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
    let (way, mut remarks) = journey(source, newest, page);
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
    let Some(why) = strange(remains, way) else {
        remarks.extend(page.extracted.notes.iter().filter(|note| note.as_str() == PERHAPS_CUT).cloned());
        return Ok(Judged::Changed(remarks));
    };
    remarks.extend(page.extracted.notes.iter().cloned());
    Ok(Judged::Strange(why, remarks))
}

/// Of a page that was read in two ways the reading that shares more lines with the newest capture; the first, where that
/// cannot be told. So a page that declares a wrong encoding is read as a person had to say, and one that has another by
/// now as it says itself.
pub fn closer(tree: &dyn Tree, source: &Source, first: Page, second: Page) -> Page {
    let stored = source.captures.last().and_then(|newest| trusted::text(tree, source, newest).ok());
    let Some(stored) = stored else { return first };
    let shared = |page: &Page| {
        let now = text(page);
        let lines: HashSet<&str> = now.lines().map(str::trim).collect();
        let kept = stored.lines().map(str::trim).filter(|line| lines.contains(line));
        kept.map(str::len).sum::<usize>()
    };
    if shared(&second) > shared(&first) { second } else { first }
}

fn text(page: &Page) -> String {
    let own = || String::from_utf8_lossy(&page.bytes).into_owned();
    page.extracted.text.clone().unwrap_or_else(own)
}

/// Why a page may not be the article.
fn strange(remains: Remains, way: Way) -> Option<String> {
    let Remains { percent, size, .. } = remains;
    let share = match percent {
        0 => "nothing of the stored text".to_owned(),
        _ => format!("only {percent} % of the stored text"),
    };
    let is_taste = size < HALF;
    if percent < LITTLE {
        return Some(format!("{share} is on the page"));
    }
    match way {
        // A front page may show the beginning of an article that is gone.
        Way::Front => Some("the address leads to a front page".into()),
        Way::Other if percent < HALF => Some(format!("the address leads to another page, with {share}")),
        _ if percent < HALF && is_taste => {
            Some(format!("the page has {share} and little else, as where the rest is for subscribers"))
        }
        _ => None,
    }
}

/// Where an address leads, compared with where it led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// To the page that it led to.
    Same,
    /// To another page.
    Other,
    /// To the front page of a site, which it did not.
    Front,
}

/// Where the address leads, and what is odd in how the page came.
fn journey(source: &Source, newest: &Capture, page: &Page) -> (Way, Vec<String>) {
    let parsed = |address: &str| Url::parse(address).ok();
    let Some(came_from) = parsed(&page.fetch.url) else { return (Way::Same, Vec::new()) };
    let asked = source.url.as_deref().and_then(parsed);
    let earlier = newest.fetched.as_ref().and_then(|fetched| parsed(&fetched.url)).or(asked);
    let mut remarks = Vec::new();
    let way = match earlier {
        Some(earlier) if !address::is_same_page(&earlier, &came_from) => {
            let is_front = |url: &Url| url.path().len() <= 1 && url.query().is_none();
            let is_now_front = is_front(&came_from) && !is_front(&earlier);
            let front = if is_now_front { ", the front page of a site" } else { "" };
            remarks.push(format!("The address leads to {came_from} now{front}."));
            if is_now_front { Way::Front } else { Way::Other }
        }
        _ => Way::Same,
    };
    let own = page.extracted.metadata.url.as_deref().and_then(parsed);
    if let Some(own) = own.filter(|own| !address::is_same_page(own, &came_from)) {
        remarks.push(if source.is_restricted() {
            "The page calls another address its own.".into()
        } else {
            format!("The page calls {own} its own address.")
        });
    }
    (way, remarks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_not_be_the_article_by_what_it_has_of_it_and_where_it_is() {
        let held = |percent, size, way| strange(Remains { percent, is_whole: false, size }, way);
        for way in [Way::Same, Way::Other, Way::Front] {
            assert!(held(0, 300, way).is_some_and(|why| why.starts_with("nothing of the stored text")));
            assert!(held(19, 300, way).is_some_and(|why| why.starts_with("only 19 %")));
        }
        assert_eq!(held(20, 50, Way::Same), None, "much was reworded, and as much is there");
        assert!(held(49, 49, Way::Same).is_some_and(|why| why.contains("for subscribers")));
        assert_eq!(held(50, 50, Way::Other), None);
        assert!(held(49, 100, Way::Other).is_some_and(|why| why.contains("another page")));
        assert!(held(100, 100, Way::Front).is_some_and(|why| why.contains("front page")));
    }
}
