//! The nearest passage for quotes that are nowhere: seeds, windows, alignment, and a floor below which
//! nothing is claimed. Knows texts and quotes, not what becomes of the answer.
//!
//! Without the old text three things can be known, and one cannot. Where the quote's words are: seeds
//! say it, as for reads of a genome. Where the passage begins and ends: at the outermost words that both
//! have, but for one or two that were replaced (`align`). Which numbers and negations changed: the
//! alignment lays them upon one another. Which of two near passages is meant cannot: a copy with one
//! other word may be a copy of the one that was rewritten. So, where the nearest has other words than
//! the quote and a second passage has half of them too, both are told and neither is called its place;
//! where all of the quote's words are there, if misspelt, the nearest is, and so it is where all of them are there
//! around another number, and the second passage lacks words as well.
//!
//! Seed and extend (Altschul et al., 1990): every run of `q` letters that a quote shares with the text is a seed (q-gram
//! filtration, Ukkonen 1992; Navarro 2001, section 8); seeds are found for all quotes in one pass, the
//! stretches where a quote's seeds crowd are aligned with it (`align`). Runs seen too often say nothing
//! and are set aside, so the work is bounded for any text. Long runs first, shorter ones only for
//! quotes that these did not find. One rolling look at each byte serves all quotes, so that a quote of
//! many costs little more than its own alignments, and those are laid only where its seeds would have it.
//!
//! The floor is higher for short quotes: of five words three are soon found somewhere, of forty twenty
//! are not. Formulas of the text itself are near, and are told as such.

use super::align::{Alignment, Sameness, align, align_over};
use super::explain::lacking;
use super::likeness::Step;
use super::lookalikes::lookalikes;
use super::seeds::{Hit, Scanned, Seeds};
use super::tokens::{Class, Term, terms, unbroken};
use super::{amounts, boundary, bridges, endings};
use crate::fold::{Difference, Letters};
use crate::text::{Span, Text, around};
use crate::together;
use memchr::memmem;
use std::ops::RangeInclusive;

/// A passage near to a quote.
#[derive(Clone, Debug)]
pub struct Near {
    /// Where it lies, in bytes of the text.
    pub span: Span,
    /// How the quote (bytes of the quote) differs from it (bytes of the text).
    pub differences: Vec<Difference>,
    /// How near the quote is to it, from 0 to 1.
    pub nearness: f64,
    /// Other passages that may be meant as well as it, the nearest first.
    pub rivals: Vec<Span>,
    /// Whether there may be more of them.
    pub has_more: bool,
}

/// Below this nearness nothing is claimed.
const FLOOR: f64 = 0.55;

/// The same where only one word is another one, and there are so many.
const FLOOR_OF_ONE: f64 = 0.5;
const MOST_LIKELY_MEANT: usize = 4;

/// Words of so many bytes of letters that differ in marks alone are near, however few they are.
const FEWEST_LETTERS: usize = 4;

/// The same of those that differ in accents, or in ß for ss.
const FEWEST_PLAIN: usize = 6;

/// A word of such a weight, of four letters, is no article or preposition.
const TELLING: i32 = 5;

/// Below this a quote is looked for again with shorter seeds.
const GOOD: f64 = 0.75;

/// A passage with so much of a quote has all of its words.
const WHOLE: f64 = 0.99;

/// So many bytes beside a window are looked at for words behind what is inserted there.
const INSERTED: usize = 256;

/// Passages whose nearness differs by less are equally near.
const MARGIN: f64 = 0.02;

/// A passage as near as this may be meant, even where another is nearer but has other words as well.
const RIVAL: f64 = 0.5;

/// Seeds of one length, in folded bytes, and how often one may occur before it is set aside.
struct Tier {
    length: usize,
    caps: RangeInclusive<u32>,
    whose: Whose,
}

/// The quotes that seeds are for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Any.
    All,
    /// Those in the text's own formulas, whose other seeds occur too often.
    OfFormulas,
    /// Those among them that are near to nothing yet.
    Lost,
}

/// The tiers, tried in turn.
const TIERS: [Tier; 5] = [
    Tier { length: USUAL, caps: 64..=64, whose: Whose::All },
    Tier { length: LONG, caps: 64..=64, whose: Whose::OfFormulas },
    Tier { length: LONG, caps: 64..=1024, whose: Whose::Lost },
    Tier { length: USUAL, caps: 64..=1024, whose: Whose::Lost },
    Tier { length: SHORT, caps: 256..=256, whose: Whose::All },
];

const USUAL: usize = 12;
const LONG: usize = 24;
const SHORT: usize = 5;

/// So many cells may be filled for one quote before no further window is tried.
const MOST_SPENT: usize = 8_000_000;

/// The most windows of one quote that are aligned at each length of seed.
const WINDOWS: usize = 4;

/// After the first round, so many more for rivals of what was found.
const ROUNDS: usize = 1;

/// A window with a smaller share of the best one's vote than this holds no rival of what lies there.
const WORTH_TRYING: f64 = 0.1;

/// The fewest quotes for which a thread more is worth its start.
const FEWEST: usize = 16;

/// Finds the nearest passage in `text` within `region` for each of `quotes`, or `None` where no passage
/// is near enough.
pub fn nearest(whole: &Text<'_>, region: Span, quotes: &[&str]) -> Vec<Option<Near>> {
    let sought = search(whole, region, quotes, ROUNDS);
    let mut near = together::map(sought, FEWEST, |sought| sought.best(whole));
    let lost: Vec<usize> = (0..near.len()).filter(|&index| near[index].is_none()).collect();
    if !lost.is_empty() {
        let words: Vec<&str> = lost.iter().map(|&index| quotes[index]).collect();
        for (index, found) in lost.into_iter().zip(lookalikes(whole, region, &words)) {
            near[index] = found;
        }
    }
    near
}

/// Every passage in `text` that is near to `words`, the nearest first, `limit` of them at the most.
pub fn all_near(text: &Text<'_>, words: &str, limit: usize) -> Vec<Near> {
    let sought = search(text, Span::new(0, text.as_str().len()), &[words], limit.max(ROUNDS)).remove(0);
    let near = sought.found.iter().filter(|found| sought.is_near(found));
    let near: Vec<Near> = near.take(limit).map(|found| sought.near(found, text)).collect();
    if !near.is_empty() {
        return near;
    }
    lookalikes(text, Span::new(0, text.as_str().len()), &[words]).into_iter().flatten().collect()
}

/// Looks for the passages near to each of `quotes`.
fn search<'q>(text: &Text<'_>, region: Span, quotes: &[&'q str], rounds: usize) -> Vec<Sought<'q>> {
    let mut sought: Vec<Sought<'_>> = quotes.iter().map(|quote| Sought::new(quote)).collect();
    for tier in &TIERS {
        let letters: Vec<(usize, &[u8])> = (0..sought.len())
            .filter(|&index| sought[index].wants(tier))
            .map(|index| (index, sought[index].letters.as_slice()))
            .collect();
        if letters.is_empty() {
            continue;
        }
        let seeds = Seeds::new(&letters, tier.length, &tier.caps);
        let Scanned { hits, set_aside, commonplaces } = seeds.scan(text.as_str(), region, sought.len());
        let open = sought.iter_mut().zip(hits).enumerate().filter(|(_, (sought, _))| sought.wants(tier));
        together::map(open.collect(), FEWEST, |(index, (sought, mut hits))| {
            if hits.is_empty() && sought.is_last(tier) {
                hits = commonplaces.of(index);
            }
            sought.try_hits(text, region, &hits, rounds);
            if tier.whose == Whose::All {
                let are_many = set_aside[index] * tier.length >= sought.letters.len();
                sought.is_formulaic = are_many || set_aside[index] > 0 && sought.found.is_empty();
            }
        });
    }
    sought
}

/// A quote that is being looked for.
struct Sought<'q> {
    quote: &'q str,
    letters: Vec<u8>,
    terms: Vec<Term>,
    found: Vec<Candidate>,
    /// Whether the text has many of its seeds too often for them to be of use, or no others.
    is_formulaic: bool,
    /// Whether there are stretches that its seeds share and that were not looked at.
    has_more: bool,
    /// The cells that its alignments have filled.
    spent: usize,
}

struct Candidate {
    span: Span,
    window: Span,
    alignment: Alignment,
    /// What the passage goes over, in bytes of the window.
    over: Vec<Span>,
}

impl<'q> Sought<'q> {
    fn new(quote: &'q str) -> Self {
        let letters = Letters::new(quote).bytes().to_vec();
        Self {
            quote,
            letters,
            terms: terms(quote),
            found: Vec::new(),
            is_formulaic: false,
            has_more: false,
            spent: 0,
        }
    }

    /// Whether a passage is near enough to be claimed. The fewer the words, the more of them must be there;
    /// but one other word among some that are all there in their order is a misquotation, however long it is, and so
    /// is another number beside all of the words, however few they are.
    fn is_near(&self, candidate: &Candidate) -> bool {
        let is_word = |term: &&Term| term.token.class != Class::Mark && !term.joins;
        let words = self.terms.iter().filter(is_word).count().max(1);
        let nearness = candidate.alignment.nearness;
        let is_one_off = candidate.alignment.changes <= 1 && words >= MOST_LIKELY_MEANT;
        let says_much = |term: &Term| term.token.class == Class::Word && term.weight >= TELLING;
        let is_misnumbered = candidate.alignment.has_other_numbers && self.terms.iter().any(says_much);
        nearness >= FLOOR.max(0.5 + 0.8 / words as f64)
            || is_one_off && nearness >= FLOOR_OF_ONE
            || is_misnumbered && nearness >= FLOOR
            || candidate.alignment.sameness == Sameness::Words && self.letters.len() >= FEWEST_LETTERS
            || candidate.alignment.sameness >= Sameness::Letters && self.letters.len() >= FEWEST_PLAIN
    }

    fn nearness(&self) -> f64 {
        self.found.first().map_or(0.0, |candidate| candidate.alignment.nearness)
    }

    /// Whether seeds of this tier could find it and are still needed.
    fn wants(&self, tier: &Tier) -> bool {
        let is_long_enough =
            self.letters.len() >= tier.length || tier.length == SHORT && self.letters.len() >= 2;
        let may_help = match tier.whose {
            Whose::All => true,
            Whose::OfFormulas => self.is_formulaic,
            Whose::Lost => self.is_formulaic && !self.found.first().is_some_and(|best| self.is_near(best)),
        };
        is_long_enough && may_help && self.nearness() < GOOD
    }

    /// Whether no later tier could tell apart the places that this one's seeds have.
    fn is_last(&self, tier: &Tier) -> bool {
        match tier.whose {
            Whose::Lost => tier.length == USUAL,
            _ => tier.length == SHORT && self.letters.len() < USUAL,
        }
    }

    /// Aligns the quote where its seeds crowd, then, for so many rounds, where those crowd that lie
    /// outside what was found.
    fn try_hits(&mut self, text: &Text<'_>, region: Span, hits: &[Hit], rounds: usize) {
        let (first, mut has_more) = windows(hits, self, text);
        self.try_windows(text, region, &first);
        let least = first.first().map_or(0.0, |window| window.vote * WORTH_TRYING);
        for _ in 0..rounds {
            let is_outside = |hit: &&Hit| {
                self.found.iter().all(|known| hit.at() < known.span.start || known.span.end <= hit.at())
            };
            let rest: Vec<Hit> = hits.iter().filter(is_outside).copied().collect();
            let (mut next, more) = windows(&rest, self, text);
            has_more = more;
            next.retain(|window| window.vote >= least);
            let known = self.found.len();
            self.try_windows(text, region, &next);
            if self.found.len() == known {
                break;
            }
        }
        self.has_more |= has_more && !self.found.is_empty();
        let nearer = |a: &Candidate, b: &Candidate| {
            b.alignment.nearness.total_cmp(&a.alignment.nearness).then(a.span.cmp(&b.span))
        };
        self.found.sort_by(nearer);
    }

    fn try_windows(&mut self, text: &Text<'_>, region: Span, windows: &[Window]) {
        for window in windows {
            let stretch = self.stretched(text.as_str(), region, window);
            let Some(window) = self.beside_known(stretch, window.seeds) else { continue };
            if self.spent > MOST_SPENT {
                return;
            }
            let Some(candidate) = self.laid(text, region, window) else { continue };
            let span = candidate.span;
            let overlaps = |known: &Candidate| known.span.start < span.end && span.start < known.span.end;
            match self.found.iter_mut().find(|known| overlaps(known)) {
                Some(known) if known.alignment.nearness >= candidate.alignment.nearness => {}
                Some(known) => *known = candidate,
                None => self.found.push(candidate),
            }
        }
    }

    /// The quote laid upon a window, over what is inserted there if more of its words are found so.
    fn laid(&mut self, text: &Text<'_>, region: Span, window: Span) -> Option<Candidate> {
        let stretch = self.terms_of(text, window);
        self.spent += self.terms.len() * stretch.len();
        let plain = align(&self.terms, &stretch, text.spoken()).map(|alignment| {
            let span = alignment.span(&stretch).shifted(window.start);
            Candidate { span, window, alignment, over: Vec::new() }
        });
        let is_whole = |plain: &Candidate| {
            let has_more = plain.alignment.steps.iter().any(|step| matches!(step, Step::Added(_)));
            plain.alignment.recall >= WHOLE && !has_more
        };
        if plain.as_ref().is_some_and(is_whole) {
            return plain;
        }
        // With no more of the quote's words it is the same passage.
        let is_better = |over: &Candidate| {
            plain.as_ref().is_none_or(|plain| {
                let recall = plain.alignment.recall;
                over.alignment.recall > recall || over.alignment.recall >= recall && over.span == plain.span
            })
        };
        self.laid_over(text, region, window).filter(is_better).or(plain)
    }

    /// The quote laid upon a window, with room for one thing more that is inserted, as if nothing were.
    fn laid_over(&mut self, text: &Text<'_>, region: Span, window: Span) -> Option<Candidate> {
        let wide = around(text.as_str(), window, INSERTED);
        let window = Self::between_spaces(text.as_str(), region, wide, window);
        let words = text.slice(window);
        let pieces = bridges::pieces(words);
        if pieces.is_empty() {
            return None;
        }
        let stretch = self.terms_of(text, window);
        self.spent += self.terms.len() * stretch.len();
        let kept = bridges::kept(&stretch, &pieces);
        let alignment = align_over(&self.terms, &stretch, &kept, text.spoken())?;
        let span = alignment.span(&stretch);
        let over: Vec<Span> = pieces.into_iter().filter(|&piece| span.contains(piece)).collect();
        let span = span.shifted(window.start);
        (!over.is_empty()).then_some(Candidate { span, window, alignment, over })
    }

    /// The tokens of a window, broken words whole.
    fn terms_of(&self, text: &Text<'_>, window: Span) -> Vec<Term> {
        let stretch = text.slice(window);
        unbroken(stretch, terms(stretch), &self.terms)
    }

    /// The part of `window` around `seeds` that no passage lies in that was found already, or `None`
    /// where one lies upon the seeds.
    fn beside_known(&self, window: Span, seeds: Span) -> Option<Span> {
        let mut rest = window;
        for known in self.found.iter().map(|known| known.span) {
            if known.end <= seeds.start {
                rest.start = rest.start.max(known.end);
            } else if seeds.end <= known.start {
                rest.end = rest.end.min(known.start);
            } else {
                return None;
            }
        }
        (rest.start < rest.end).then_some(rest)
    }

    fn window(&self, hits: &[Hit], vote: f64) -> Window {
        // Letters are counted as if they lay evenly in the quote's bytes.
        let bytes = |letters: usize| letters * self.quote.len() / self.letters.len().max(1);
        let before = |hit: &Hit| hit.at().saturating_sub(bytes(hit.quote as usize));
        let after = |hit: &Hit| hit.at() + bytes(self.letters.len() - hit.quote as usize);
        let seeds = Span::new(hits[0].at(), hits[hits.len() - 1].at());
        let whole = Span::new(
            hits.iter().map(before).min().unwrap_or(seeds.start),
            hits.iter().map(after).max().unwrap_or(seeds.end),
        );
        Window { seeds, whole, vote }
    }

    /// How many of the quote's numbers lie in a window, in shares of them all.
    fn numbers_in(&self, text: &Text<'_>, window: &Window) -> f64 {
        let numbers = self.terms.iter().filter(|term| term.token.class == Class::Number);
        let numbers: Vec<&str> = numbers.map(|term| &self.quote[term.token.span.range()]).collect();
        let from = window.whole.start.min(text.as_str().len());
        let stretch = &text.as_str().as_bytes()[from..window.whole.end.clamp(from, text.as_str().len())];
        let found = numbers.iter().filter(|number| memmem::find(stretch, number.as_bytes()).is_some());
        found.count() as f64 / numbers.len().max(1) as f64
    }

    /// Where a window's passage is looked for: with room for words that were added on either side, from
    /// one white space to another.
    fn stretched(&self, text: &str, region: Span, window: &Window) -> Span {
        let (room, most) = (self.quote.len() / 3 + 64, self.quote.len() + 64);
        let from = window.whole.start.saturating_sub(room).max(window.seeds.start.saturating_sub(most));
        let from = text.floor_char_boundary(from.max(region.start));
        let to = (window.whole.end + room).min(window.seeds.end + most);
        let to = text.ceil_char_boundary(to.min(region.end));
        Self::between_spaces(text, region, Span::new(from, to), window.seeds)
    }

    /// The part of `wide` from one white space to another around `own`, or up to the ends of the region.
    fn between_spaces(text: &str, region: Span, wide: Span, own: Span) -> Span {
        let (from, to) = (wide.start.max(region.start), wide.end.min(region.end));
        let start = match text[from..own.start].find(char::is_whitespace) {
            Some(space) if from > region.start => from + space,
            _ => from,
        };
        let end = match text[own.end..to].rfind(char::is_whitespace) {
            Some(space) if to < region.end => own.end + space,
            _ => to,
        };
        Span::new(start, end)
    }

    fn best(self, text: &Text<'_>) -> Option<Near> {
        let best = self.found.first().filter(|best| self.is_near(best))?;
        let rivals = self.found[1..].iter().filter(|other| is_rival(best, other));
        let rivals: Vec<Span> = rivals.map(|rival| boundary::widened(text, rival.span)).collect();
        let near = self.near(best, text);
        Some(Near { has_more: self.has_more && !rivals.is_empty(), rivals, ..near })
    }

    fn near(&self, candidate: &Candidate, text: &Text<'_>) -> Near {
        let stretch = text.slice(candidate.window);
        let stretch_terms = self.terms_of(text, candidate.window);
        let differences = candidate.alignment.differences(
            (self.quote, &self.terms),
            (stretch, &stretch_terms),
            text.spoken(),
        );
        let mut differences = bridges::told(
            (differences, &candidate.over),
            &candidate.alignment.steps,
            &self.terms,
            (stretch, &stretch_terms),
            text.spoken(),
        );
        for difference in &mut differences {
            difference.source = difference.source.shifted(candidate.window.start);
        }
        let span = whole_words(candidate.span, self.quote, text, &mut differences);
        let span = amounts::whole_at_end(span, self.quote, text, &mut differences);
        Near {
            span,
            differences: endings::whole(self.quote, text.as_str(), differences),
            nearness: candidate.alignment.nearness,
            rivals: Vec::new(),
            has_more: false,
        }
    }
}

/// Whether the second nearest passage may be meant as well as the nearest: it is as near, or it has most
/// of the quote's words where the nearest has not all of them either. Where that has them all and other numbers, one
/// that lacks words besides, and has no more of the quote's numbers, is not what was meant.
fn is_rival(best: &Candidate, other: &Candidate) -> bool {
    let (best, other) = (&best.alignment, &other.alignment);
    let is_as_near = best.nearness - other.nearness < MARGIN;
    let is_farther = other.changes > best.changes && other.numbers_kept <= best.numbers_kept;
    let is_plain = best.sameness >= Sameness::Misspelt || best.has_other_numbers && is_farther;
    is_as_near || !is_plain && other.nearness >= RIVAL
}

/// The passage with the words whole that it begins and ends in; what is added is a difference too, or of the one there.
fn whole_words(span: Span, quote: &str, text: &Text<'_>, differences: &mut Vec<Difference>) -> Span {
    let whole = boundary::widened(text, span);
    let lacks =
        |from: usize, to: usize, quote| lacking(text.as_str(), Span::new(from, to), quote, text.spoken());
    let is_of_word = |one: &Difference, from: usize, to: usize| {
        !one.quote.is_empty()
            && !one.source.is_empty()
            && !text.as_str()[from..to].contains(char::is_whitespace)
    };
    if whole.start < span.start {
        match differences.first_mut() {
            Some(first)
                if first.quote.start == 0
                    && first.source.start == span.start
                    && is_of_word(first, whole.start, span.start) =>
            {
                first.kind = first.kind.min(lacks(whole.start, span.start, 0).kind);
                first.source.start = whole.start;
            }
            _ => differences.insert(0, lacks(whole.start, span.start, 0)),
        }
    }
    if span.end < whole.end {
        match differences.last_mut() {
            Some(last)
                if last.quote.end == quote.len()
                    && last.source.end == span.end
                    && is_of_word(last, span.end, whole.end) =>
            {
                last.kind = last.kind.min(lacks(span.end, whole.end, quote.len()).kind);
                last.source.end = whole.end;
            }
            _ => differences.push(lacks(span.end, whole.end, quote.len())),
        }
    }
    whole
}

/// A stretch of text where the seeds of one quote crowd.
#[derive(Clone, Copy)]
struct Window {
    /// From the first of them to the last.
    seeds: Span,
    /// Where all of the quote would lie, were nothing added or left out beside them.
    whole: Span,
    /// How many different ones there are, rare ones counting more.
    vote: f64,
}

/// The stretches of text where the seeds of one quote crowd, the best first, and whether there are more of them.
///
/// A window slides over the seeds; each different run of the quote in it counts once, rare ones more.
fn windows(hits: &[Hit], sought: &Sought<'_>, text: &Text<'_>) -> (Vec<Window>, bool) {
    let width = sought.quote.len() * 2 + 160;
    let mut counts = vec![0_u32; sought.letters.len() + 1];
    for hit in hits {
        counts[hit.quote as usize] += 1;
    }
    let weight = |run: u32| 1.0 / f64::from(counts[run as usize]).sqrt();
    let mut inside = vec![0_u32; sought.letters.len() + 1];
    let mut votes: Vec<(f64, Span)> = Vec::new();
    let (mut first, mut sum) = (0, 0.0);
    for (last, hit) in hits.iter().enumerate() {
        let count = &mut inside[hit.quote as usize];
        *count += 1;
        if *count == 1 {
            sum += weight(hit.quote);
        }
        while hits[first].at() + width < hit.at() {
            let gone = &mut inside[hits[first].quote as usize];
            *gone -= 1;
            if *gone == 0 {
                sum -= weight(hits[first].quote);
            }
            first += 1;
        }
        let vote = (sum, Span::new(first, last + 1));
        let is_beside = |known: &&mut (f64, Span)| hits[known.1.start].at() + width >= hits[first].at();
        match votes.last_mut().filter(is_beside) {
            Some(known) if known.0 >= vote.0 => {}
            Some(known) => *known = vote,
            None => votes.push(vote),
        }
    }
    let best = votes.iter().map(|vote| vote.0).fold(0.0, f64::max);
    votes.retain(|vote| vote.0 >= best * 0.4);
    // Where the text is full of the quote's formulas, its numbers tell them apart.
    let tells_apart = votes.len() > WINDOWS;
    let ranked = votes.into_iter().map(|(vote, which)| {
        let window = sought.window(&hits[which.range()], vote);
        (vote + if tells_apart { sought.numbers_in(text, &window) } else { 0.0 }, which, window)
    });
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let has_more = ranked.len() > WINDOWS;
    (ranked.into_iter().take(WINDOWS).map(|(_, _, window)| window).collect(), has_more)
}
