//! Web pages: the article's text in reading order, one block a paragraph with an empty line between.
//!
//! ```text
//! bytes → decode → (xhtml) → dom → walk → blocks → article → text
//!                                └→ metadata
//! ```

mod article;
mod cascade;
mod clutter;
mod conditions;
mod contrast;
mod css;
mod dom;
mod flow;
mod generated;
mod math;
mod measure;
mod metadata;
mod names;
mod onward;
mod paint;
mod phrases;
mod repeats;
mod sight;
mod style;
mod variables;
mod walk;
mod ways;
mod xhtml;

use super::{ARTICLE, Extracted, Options, WHOLE_PAGE};
use crate::decode::{Hints, decode, is_encoding};
use crate::error::Error;
use crate::media::MediaType;
use crate::quoting::{counted, listed};
use crate::text::{nonspace_count, single_spaced};
use dom::{Dom, Id, ROOT};
use flow::Block;
use measure::Measures;
use sight::Sight;
use std::collections::{BTreeSet, HashSet};
use style::Styles;
use walk::Walk;

/// The fewest characters, white space left out, of a text that is taken for an article.
const SHORTEST: usize = 200;
/// So many elements outward a node is near to a block that is taken.
const NEAR: usize = 4;

/// The text of a web page.
///
/// # Errors
///
/// Where the page is too large, too deep, in an encoding that is in doubt, or has next to no text.
pub(super) fn extract(bytes: &[u8], media_type: MediaType, options: Options<'_>) -> Result<Extracted, Error> {
    super::refuse_large_page(bytes.len() as u64)?;
    let own = declared_encoding(bytes);
    let declared = options.declared.filter(|label| is_encoding(label)).or(own.as_deref());
    let decoded = decode(bytes, Hints { given: options.encoding, declared })
        .map_err(|why| Error::new(why.to_string()).hint(why.hint()))?;
    let dom = match media_type {
        MediaType::Xhtml => Dom::parse(&xhtml::as_html(&decoded.text)?)?,
        _ => Dom::parse(&decoded.text)?,
    };
    let measures = Measures::of(&dom);
    let styles = Styles::of(&dom);
    let sight = Sight::of(&dom, &styles, &measures);
    let walk = |whole_page| {
        let mut walk = Walk {
            dom: &dom,
            measures: &measures,
            styles: &styles,
            sight: &sight,
            whole_page,
            left_out_ruby: false,
            added: BTreeSet::new(),
            unsure: Vec::new(),
            reversed: HashSet::new(),
        };
        (walk.blocks(ROOT), walk)
    };
    let (all, whole) = walk(true);
    let visible = nonspace_count(&joined(&all));
    let asks_to_pay = all.iter().any(|block| phrases::is_for_payers(&block.text));
    let (blocks, walked) = if options.whole_page {
        (all, whole)
    } else {
        let (blocks, walked) = walk(false);
        (article::article(&dom, &measures, blocks), walked)
    };
    let text = joined(&blocks);
    refuse_near_empty(&text, options)?;
    let read = metadata::read(&dom);
    let mut notes = notes(&text, visible, walked.left_out_ruby, read.is_for_payers || asks_to_pay);
    let owners: HashSet<Id> = blocks.iter().flat_map(|block| dom.outward(block.owner).take(2)).collect();
    let is_near = |node: Id| dom.outward(node).take(NEAR).any(|up| owners.contains(&up));
    notes.extend(sight.notes(&dom, is_near));
    notes.extend(onward::notes(&dom));
    notes.extend(notes_of_added(&walked, &text, is_near));
    Ok(Extracted {
        notes,
        text: Some(text),
        extractor: if options.whole_page { WHOLE_PAGE } else { ARTICLE },
        encoding: decoded.encoding,
        metadata: read.metadata,
        ..Extracted::default()
    })
}

/// The blocks with an empty line between, and a line feed at the end.
fn joined(blocks: &[Block]) -> String {
    let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
    texts.join("\n\n") + "\n"
}

/// A page that is made by a script, or behind a login, has little text of its own.
fn refuse_near_empty(text: &str, options: Options<'_>) -> Result<(), Error> {
    let letters = nonspace_count(text);
    if letters == 0 && !options.whole_page {
        return Err(Error::new("the page has no text that is an article")
            .hint("it may be made by a script, so save it from a browser when it is shown, and add that file; `ibid add` with --whole-page keeps all that is visible"));
    }
    if letters == 0 {
        return Err(Error::new("the page has no text; it may be made by a script, or be pictures").hint(
            "open it in a browser, and save the page when it is shown, or save its text as a file and add that",
        ));
    }
    if letters >= SHORTEST || options.whole_page {
        return Ok(());
    }
    let shown = crate::quoting::shortened(&single_spaced(text), 160);
    Err(Error::new(format!(
        "the page has next to no text, {}: “{shown}”",
        counted(letters, "character")
    ))
    .hint("it may be made by a script or behind a login: save the page from a browser when it is shown, and add that file; if this is all there is, `ibid add` takes it with --whole-page"))
}

fn notes(text: &str, visible: usize, left_out_ruby: bool, is_for_payers: bool) -> Vec<String> {
    let mut notes = Vec::new();
    let left_out = visible.saturating_sub(nonspace_count(text)) * 100 / visible.max(1);
    if left_out > 0 {
        notes.push(format!("Of what is visible on the page, {left_out} % was left out as no part of the article; --whole-page keeps all of it."));
    }
    let replaced = text.matches('\u{FFFD}').count();
    if replaced > 0 {
        let count = counted(replaced, "character");
        notes.push(format!(
            "The page itself has {count} U+FFFD REPLACEMENT CHARACTER, where something was lost before."
        ));
    }
    if left_out_ruby {
        notes.push("Readings above characters (ruby) were left out.".into());
    }
    if is_for_payers {
        notes.push("The page says that not all may read it: see whether its text is whole.".into());
    }
    notes
}

/// What a person should know of words that only a style sheet has.
fn notes_of_added(walked: &Walk<'_>, text: &str, is_near: impl Fn(Id) -> bool) -> Vec<String> {
    let (marks, words): (BTreeSet<String>, BTreeSet<String>) = walked
        .added
        .iter()
        .filter(|words| text.contains(words.as_str()))
        .cloned()
        .partition(|words| !words.chars().any(char::is_alphanumeric));
    let mut notes = Vec::new();
    if !marks.is_empty() {
        notes.push("Quotation marks that the page leaves to the browser are in the text; what is copied from a browser lacks them.".into());
    }
    if !words.is_empty() {
        notes.push(format!("The page’s style sheet puts words into the text: {}. They are seen and so are in it; what is copied from a browser lacks them.", listed(&words)));
    }
    let near = walked.unsure.iter().filter(|(node, _)| is_near(*node));
    let unsure: BTreeSet<String> = near.map(|(_, words)| words.clone()).collect();
    if walked.styles.generated.is_exhausted() {
        notes.push("The page’s style sheets put words into so many places that not all were looked at: see whether a browser shows more.".into());
    }
    if !unsure.is_empty() {
        notes.push(format!("The page’s style sheet may put words into the text that are not in it here: {}. See whether a browser shows them.", listed(&unsure)));
    }
    notes
}

/// The encoding that a page declares in its first bytes, by its label.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    const LOOKED_AT: usize = 8192;
    let start: String = bytes[..bytes.len().min(LOOKED_AT)]
        .iter()
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let start = without_comments(&start);
    if let Some(declaration) =
        start.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split("?>").next())
        && let Some(label) = value_after(declaration, "encoding")
    {
        return Some(label);
    }
    start.split("<meta").skip(1).find_map(|rest| value_after(rest.split('>').next()?, "charset"))
}

fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// The value of `charset=utf-8`, with or without quotation marks.
fn value_after(text: &str, name: &str) -> Option<String> {
    let rest = text.split_once(name)?.1.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '?' | '>');
    let label = rest.split(is_end).next().unwrap_or_default();
    (!label.is_empty()).then(|| label.to_owned())
}

#[cfg(test)]
mod tests;
