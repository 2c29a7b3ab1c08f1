//! Quotes that cite another capture knowingly than they did, in the same words: a finding that comes or goes with
//! that alone is told as such, for nothing was mended.

use super::claims::pins;
use super::pair::{Pair, pairs_of_quotes};
use super::{FindingChange, Since};
use crate::report::{ClaimReport, QuoteReport, Report};
use std::collections::BTreeMap;

/// The quotes of a report by path and first line: the id of the claim, and, where only the pin is another on the two
/// sides, the pin of the other side.
type Quotes<'r> = BTreeMap<(&'r str, usize), (&'r str, Option<&'r str>)>;

/// A quote on both sides, of which only the pin is another.
type Repinned<'r> = (&'r QuoteReport, &'r QuoteReport);

/// Tells each finding of a quote that is pinned on the side where nothing is wrong what it is pinned to.
pub(super) fn tell(
    findings: &mut [FindingChange],
    claims: &[Pair<'_, ClaimReport>],
    before: &Report,
    after: &Report,
) {
    let changed: Vec<Repinned<'_>> = claims.iter().flat_map(repinned).collect();
    if changed.is_empty() {
        return;
    }
    let fixed = quotes(before, changed.iter().map(|(old, new)| (*old, new.pin.capture())));
    let new = quotes(after, changed.iter().map(|(old, new)| (*new, old.pin.capture())));
    for one in findings {
        one.pinned = match one.since {
            Since::Fixed => pin_of(one, &fixed),
            Since::New => pin_of(one, &new),
            Since::Still => None,
        };
    }
}

fn repinned<'r>(pair: &Pair<'r, ClaimReport>) -> Vec<Repinned<'r>> {
    let (Some(before), Some(after)) = (pair.before, pair.after) else { return Vec::new() };
    let has_pin = |claim: &ClaimReport| claim.quotes.iter().any(|quote| quote.pin.capture().is_some());
    if !has_pin(before) && !has_pin(after) {
        return Vec::new();
    }
    let says_the_same = |(old, new): &Repinned<'_>| {
        (&old.source, &old.exact, &old.within) == (&new.source, &new.exact, &new.within)
    };
    let pairs = pairs_of_quotes(&before.quotes, &after.quotes);
    let both = pairs.iter().filter_map(|pair| Some((pair.before?, pair.after?)));
    let is_other = |(old, new): &Repinned<'_>| pins(old, new).is_some_and(|(from, to)| from != to);
    both.filter(|both| is_other(both) && says_the_same(both)).collect()
}

fn quotes<'r>(
    report: &'r Report,
    changed: impl Iterator<Item = (&'r QuoteReport, Option<&'r str>)>,
) -> Quotes<'r> {
    let pins: BTreeMap<*const QuoteReport, Option<&str>> =
        changed.map(|(quote, pin)| (std::ptr::from_ref(quote), pin)).collect();
    let pin = |quote: &QuoteReport| pins.get(&std::ptr::from_ref(quote)).copied().flatten();
    report
        .quotes()
        .map(|(claim, quote)| ((claim.path.as_str(), quote.line), (claim.id.as_str(), pin(quote))))
        .collect()
}

/// The pin of the quote that a finding lies in: the last one that begins before it.
fn pin_of(one: &FindingChange, quotes: &Quotes<'_>) -> Option<String> {
    let finding = &one.finding;
    let place = (finding.place.path.as_str(), finding.place.line);
    let ((path, _), (claim, pin)) = quotes.range(..=place).next_back()?;
    let is_its = *path == place.0 && finding.claim.as_deref() == Some(*claim);
    pin.filter(|_| is_its).map(str::to_owned)
}
