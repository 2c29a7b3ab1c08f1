//! What an edit made is read again: it must hold what the file held and the insertion, nothing else.

use super::{Edited, Pair, spliced};
use crate::error::Error;
use crate::text::Span;
use toml::{Table, Value};

/// What was inserted, and where.
pub(super) enum Insertion<'i> {
    /// A capture at the end.
    Capture(&'i [Pair]),
    /// A claim at the end, with its quote.
    Claim(&'i [Pair], &'i [Pair]),
    /// A quote at the end of a claim.
    Quote(usize, &'i [Pair]),
    /// Values of a quote of a claim that was begun.
    Fill(usize, usize, &'i [Pair]),
    /// The capture that a quote of a claim cites.
    Pin(usize, usize, &'i str),
    /// Whether the page of a record can still be read.
    UrlStatus(&'i str),
}

/// The content with the splices in it.
///
/// # Errors
///
/// Where it would not read as it should, which is an error in ibid.
pub(super) fn edited(
    content: &str,
    splices: Vec<(Span, String)>,
    insertion: &Insertion<'_>,
) -> Result<Edited, Error> {
    let at = splices.iter().map(|(span, _)| span.start).max().unwrap_or(0);
    let blank: usize = splices.iter().max_by_key(|(span, _)| span.start).map_or(0, |(_, text)| {
        let body = text.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
        text[..text.len() - body.len()].matches('\n').count()
    });
    let line = content[..at].matches('\n').count() + 1 + blank;
    let after = spliced(content, splices);
    let read = |content: &str| content.parse::<Table>().ok();
    let wanted = read(content).and_then(|before| expected(before, insertion));
    // As text, for a number that is none is not equal to itself.
    let is_right = wanted.is_some_and(|wanted| read(&after).is_some_and(|read| alike(&wanted, &read)));
    if is_right {
        return Ok(Edited { content: after, line });
    }
    Err(Error::new("this is an error in ibid: the file would not read as it should; nothing was written")
        .hint("please report it with the file; write the lines by hand meanwhile"))
}

fn alike(one: &Table, other: &Table) -> bool {
    format!("{one:?}") == format!("{other:?}")
}

fn table(pairs: &[Pair]) -> Option<Table> {
    let lines: String = pairs.iter().map(|pair| format!("{} = {}\n", pair.key, pair.value)).collect();
    lines.parse().ok()
}

fn expected(mut before: Table, insertion: &Insertion<'_>) -> Option<Table> {
    match insertion {
        Insertion::Capture(capture) => push(&mut before, "capture", table(capture)?)?,
        Insertion::Claim(claim, quote) => {
            let mut claim = table(claim)?;
            push(&mut claim, "quote", table(quote)?)?;
            push(&mut before, "claim", claim)?;
        }
        Insertion::Quote(claim, quote) => push(item(&mut before, "claim", *claim)?, "quote", table(quote)?)?,
        Insertion::Fill(claim, quote, pairs) => {
            let quote = item(item(&mut before, "claim", *claim)?, "quote", *quote)?;
            quote.extend(table(pairs)?);
        }
        Insertion::UrlStatus(status) => {
            before.insert("url-status".into(), Value::String((*status).to_owned()));
        }
        Insertion::Pin(claim, quote, capture) => {
            let quote = item(item(&mut before, "claim", *claim)?, "quote", *quote)?;
            quote.insert("capture".into(), Value::String((*capture).to_owned()));
        }
    }
    Some(before)
}

fn item<'t>(table: &'t mut Table, key: &str, index: usize) -> Option<&'t mut Table> {
    table.get_mut(key)?.as_array_mut()?.get_mut(index)?.as_table_mut()
}

fn push(table: &mut Table, key: &str, item: Table) -> Option<()> {
    let array = table.entry(key).or_insert_with(|| Value::Array(Vec::new())).as_array_mut()?;
    array.push(Value::Table(item));
    Some(())
}
