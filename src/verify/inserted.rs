//! Words that a quote puts in between brackets, as editors do: whose they are, a subject, the ending of a verb.

use super::beside;
use super::messages::Case;
use super::pasted::{Proposed, Trial};
use super::slips::{Outer, proposed};
use crate::anchor::{Anchoring, Kind, SegmentDifference, Standing, count_negations};
use crate::finding::{Finding, Marked, Rule};
use crate::fold::{Difference, characters as ch};
use crate::quoting::shortened;
use crate::text::Span;

/// So many letters of inserted words are told.
const INSERTED: usize = 60;
/// So many insertions are told one by one.
const TOLD: usize = 3;

/// Words between brackets that are a quote's own, and where the rest of it stands.
pub(super) struct Inserted<'c> {
    bracketed: Bracketed<'c>,
    /// What else the quote has at its ends.
    outer: Option<Outer>,
    /// How its words are joined where they stand: with a space, with nothing, or as a list.
    joint: Option<&'static str>,
    proposed: Proposed,
}

/// A quote's words, and what it has in brackets; each in order, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bracketed<'c> {
    brackets: Vec<&'c str>,
    words: Vec<&'c str>,
    /// Whether a quotation mark stood alone before, between or after the brackets.
    has_lone_mark: bool,
}

impl<'c> Inserted<'c> {
    /// Those of a quote whose other words stand without them.
    pub(super) fn of(case: &Case<'c>) -> Option<Self> {
        if !matches!(case.anchoring.standing, Standing::Altered | Standing::Absent) || case.bare.is_some() {
            return None;
        }
        let [segment] = case.quote.segments()[..] else { return None };
        if !case.anchoring.within.is_kept() {
            return None;
        }
        let bracketed = Bracketed::of(segment).or_else(|| Bracketed::of_origin(segment))?;
        // A negation that is put in is no editor’s word.
        if bracketed.brackets.iter().any(|one| count_negations(one, case.text.spoken()) > 0) {
            return None;
        }
        let has_them = |span: &Span| case.text.slice(*span).contains(bracketed.brackets[0]);
        let places = case.anchoring.segments.iter().flatten().chain(&case.anchoring.places);
        if places.into_iter().any(has_them) || unbracketed(case, segment).is_some() {
            return None;
        }
        // Where a mark of a quotation goes with the brackets, the other is no part of the words either.
        let mut outers = [None, Some(Outer::Marks), Some(Outer::Stop), Some(Outer::Both)];
        outers.rotate_left(usize::from(bracketed.has_lone_mark));
        // In a script without spaces nothing stands in the place of what is taken out.
        let joints = [Some(" "), Some(""), None];
        let tried = outers.into_iter().flat_map(|outer| joints.map(|joint| (outer, joint)));
        let standing = |(outer, joint): (Option<Outer>, Option<&'static str>)| {
            let words = bracketed.without(outer);
            let proposed = match joint {
                Some(joint) => {
                    let joined = words.join(joint);
                    Trial { segments: vec![&joined], ..Trial::of(case) }.proposed(case)
                }
                None if words.len() > 1 => Trial { segments: words, ..Trial::of(case) }.proposed(case),
                None => None,
            };
            Some((outer, joint, proposed?))
        };
        let (outer, joint, proposed) = tried.into_iter().find_map(standing)?;
        Some(Self { bracketed, outer, joint, proposed })
    }

    /// The quote where its own words stand, which differs from them by what it puts in.
    pub(super) fn anchoring(&self, case: &Case<'_>) -> Anchoring {
        let found = &self.proposed.found;
        let place = found.segments.iter().copied().flatten().collect::<Vec<Span>>();
        let mut anchoring = Anchoring::of_segments(Standing::Altered, vec![Span::hull(&place)]);
        anchoring.within = found.within.clone();
        anchoring.differences = self.differences(case, &place);
        anchoring
    }

    /// What the quote has beside its own words, each with where it would stand in the source.
    fn differences(&self, case: &Case<'_>, place: &[Span]) -> Vec<SegmentDifference> {
        let segment = case.quote.segments()[0];
        let (mut differences, mut at, mut source) = (Vec::new(), 0, place.first().map_or(0, |one| one.start));
        let words = self.bracketed.without(self.outer);
        for (number, words) in words.iter().enumerate() {
            let Some(start) = segment[at..].find(words).map(|start| at + start) else { return differences };
            differences.extend(self.put_in(segment, Span::new(at, start), source));
            source = match self.joint {
                Some(joint) if number > 0 => source + joint.len() + words.len(),
                Some(_) => source + words.len(),
                None => place.get(number).map_or(source, |one| one.end),
            };
            at = start + words.len();
        }
        differences.extend(self.put_in(segment, Span::new(at, segment.len()), source));
        differences
    }

    /// The brackets and the marks in a part of a quote that lies beside its own words.
    fn put_in(&self, segment: &str, part: Span, source: usize) -> Vec<SegmentDifference> {
        let (mut all, mut at) = (Vec::new(), part.start);
        let source = Span::new(source, source);
        let mut push = |kind: Kind, quote: Span| {
            if !segment[quote.range()].trim().is_empty() {
                all.push(SegmentDifference { segment: 0, difference: Difference { kind, quote, source } });
            }
        };
        for bracket in &self.bracketed.brackets {
            let Some(start) = segment[at..part.end].find(bracket).map(|start| at + start) else { continue };
            push(Kind::Punctuation, Span::new(at, start));
            at = start + bracket.len();
            push(Kind::Words, Span::new(start, at));
        }
        push(Kind::Punctuation, Span::new(at, part.end));
        all
    }

    /// The finding that tells of them, and how to do without.
    pub(super) fn told(&self, case: &Case<'_>) -> Finding {
        let own = self.bracketed.named();
        let outer = match self.outer {
            None => "",
            Some(Outer::Stop) => ", and without the stop at their end",
            Some(Outer::Both) => ", and without the quotation marks and the stop around them",
            Some(_) => ", and without the quotation marks around them",
        };
        let own_words = if outer.is_empty() { ", which this quote puts in" } else { outer };
        let message = format!("the source has these words without {own}{own_words}");
        let mut finding =
            case.finding(Rule::QuoteAltered, message, "not in the source as it is written here");
        let found = &self.proposed.found;
        let places =
            found.segments.iter().flatten().map(|&place| Marked::primary(place, "the source’s words"));
        let left_out = beside::left_out(case.text, found);
        finding.excerpts.push(case.excerpt(&places.chain(beside::marks(&left_out)).collect::<Vec<_>>()));
        let help = format!("leave out what the source does not have, {own}; `note` has room for it:");
        self.proposed.told(case, finding, help)
    }
}

/// How to do without square brackets around words that the source has.
pub(super) fn bracket_help(case: &Case<'_>, finding: Finding) -> Finding {
    let [segment] = case.quote.segments()[..] else { return finding };
    if Bracketed::of(segment).is_none() {
        return finding;
    }
    match unbracketed(case, segment) {
        Some((None, proposed)) => {
            proposed.told(case, finding, "the source has these words without the square brackets:")
        }
        Some((Some(_), proposed)) => {
            let help = "the source has these words without the square brackets and the marks around them:";
            proposed.told(case, finding, help)
        }
        None => finding,
    }
}

/// A quote without its square brackets and with the words in them, where it stands so, or without the marks at its ends.
fn unbracketed(case: &Case<'_>, segment: &str) -> Option<(Option<Outer>, Proposed)> {
    let words = segment.replace(['[', ']'], "");
    let plain = proposed(case, &Trial { segments: vec![&words], ..Trial::of(case) });
    if let Some(plain) = plain {
        return Some((None, plain));
    }
    Outer::ALL.into_iter().find_map(|outer| {
        let bare = outer.without(&words);
        let has_words = bare != words && crate::parse::has_words(&bare);
        let trial = Trial { segments: vec![&bare], ..Trial::of(case) };
        Some((Some(outer), has_words.then(|| trial.proposed(case))??))
    })
}

impl<'c> Bracketed<'c> {
    /// What some words have in square brackets, and the words around that; `None` where there are none of either.
    fn of(words: &'c str) -> Option<Self> {
        let (mut brackets, mut parts, mut at) = (Vec::new(), Vec::new(), 0);
        while let Some(open) = words[at..].find('[').map(|open| at + open) {
            let close = open + words[open..].find(']')?;
            if crate::parse::has_words(&words[open..close]) {
                brackets.push(&words[open..=close]);
            }
            parts.push(words[at..open].trim());
            at = close + 1;
        }
        parts.push(words[at..].trim());
        let has_words = |part: &&str| crate::parse::has_words(part);
        let has_lone_mark = parts.iter().any(|part| !has_words(part) && part.contains(ch::is_quotation_mark));
        let words: Vec<&str> = parts.into_iter().filter(has_words).collect();
        (!brackets.is_empty() && !words.is_empty()).then_some(Self { brackets, words, has_lone_mark })
    }

    /// The words in round brackets at the end of others, where a text says whose they are, and those before them.
    fn of_origin(words: &'c str) -> Option<Self> {
        let at = words.rfind(['(', '（']).filter(|_| words.ends_with([')', '）']))?;
        let before = words[..at].trim_end();
        let own = || Self { brackets: vec![&words[at..]], words: vec![before], has_lone_mark: false };
        crate::parse::has_words(before).then(own)
    }

    /// The words without these marks at the two ends of all of them.
    fn without(&self, outer: Option<Outer>) -> Vec<&'c str> {
        let mut words = self.words.clone();
        if let Some(outer) = outer {
            words[0] = outer.opened(words[0]);
            let last = words.len() - 1;
            words[last] = outer.closed(words[last]);
        }
        words
    }

    /// The first brackets, and how many there are more.
    fn named(&self) -> String {
        let mut named: Vec<String> =
            self.brackets.iter().take(TOLD).map(|one| shortened(one, INSERTED)).collect();
        named.extend((self.brackets.len() > TOLD).then(|| format!("{} more", self.brackets.len() - TOLD)));
        match named.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
            None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_brackets_are_taken_out() {
        let taken = |words| Bracketed::of(words).map(|one| (one.brackets, one.words, one.has_lone_mark));
        assert_eq!(
            taken("le [vieux] roi [Jean] part"),
            Some((vec!["[vieux]", "[Jean]"], vec!["le", "roi", "part"], false))
        );
        assert_eq!(taken("[Le roi] part"), Some((vec!["[Le roi]"], vec!["part"], false)));
        assert_eq!(taken("« [Le roi] part »"), Some((vec!["[Le roi]"], vec!["part »"], true)));
        for words in ["le roi", "le […] roi", "[le roi]", "le [roi"] {
            assert_eq!(taken(words), None, "{words}");
        }
    }

    #[test]
    fn marks_are_taken_off_the_two_ends_alone() {
        let one = Bracketed::of("“elle [Marie] dit “oui” [hier] et part.”").unwrap();
        assert_eq!(one.without(Some(Outer::Marks)), ["elle", "dit “oui”", "et part."]);
        assert_eq!(one.without(Some(Outer::Both)), ["elle", "dit “oui”", "et part"]);
        assert_eq!(one.without(None), one.words);
    }
}
