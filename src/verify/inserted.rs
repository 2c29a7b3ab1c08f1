//! Words that a quote puts in between brackets, as editors do: whose they are, a subject, the ending of a verb.

mod leftovers;
mod square;

pub(super) use square::{Square, bracket_help};

use super::messages::Case;
use super::pasted::{Proposed, Trial};
use super::slips::Outer;
use crate::anchor::tokens::{Term, terms};
use crate::anchor::{Anchoring, Kind, SegmentDifference, Standing, count_negations};
use crate::finding::{Finding, Rule};
use crate::fold::{Difference, characters as ch};
use crate::quoting::shortened;
use crate::text::{Span, Text, around};

/// So many letters of inserted words are told.
const INSERTED: usize = 60;
/// So many insertions are told one by one.
const TOLD: usize = 3;
/// So many bytes have brackets of the source beside other words that are looked at.
const LONGEST_ANSWER: usize = 400;

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
    /// Those of a quote of one part, `segment`, whose other words stand without them.
    pub(super) fn of(case: &Case<'c>, segment: &'c str) -> Option<Self> {
        let bracketed = Bracketed::of(segment).or_else(|| Bracketed::of_origin(segment))?;
        // A negation that is put in is no editor’s word.
        if bracketed.brackets.iter().any(|one| count_negations(one, case.text.spoken()) > 0) {
            return None;
        }
        let has_them = |span: &Span| case.text.slice(*span).contains(bracketed.brackets[0]);
        let places = case.anchoring.segments.iter().flatten().chain(&case.anchoring.places);
        if places.into_iter().any(has_them) || square::unbracketed(case, segment).is_some() {
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
        let inserted = Self { bracketed, outer, joint, proposed };
        (!inserted.is_answered(case)).then_some(inserted)
    }

    /// Whether the source has brackets of its own in the place of some of these: what differs between the two is to be told.
    fn is_answered(&self, case: &Case<'_>) -> bool {
        let segment = case.quote.segments()[0];
        let place: Vec<Span> = self.proposed.found.spans().collect();
        let differences = self.differences(case, &place);
        let mut put_in = differences.iter().map(|one| &one.difference).filter(|one| one.kind == Kind::Words);
        put_in.any(|one| {
            let own = brackets_at(case.text, &place, one.source.start);
            own.iter().any(|theirs| are_in_place(&segment[one.quote.range()], theirs))
        })
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
        let finding = case.finding(Rule::QuoteAltered, message, "not in the source as it is written here");
        let help = format!("leave out what the source does not have, {own}; `note` has room for it:");
        self.proposed.shown(case, finding, help)
    }
}

/// The brackets of a text at byte `at`, which lies beside or between the places of other words: all that are between these,
/// or the one that is straight beside them.
fn brackets_at<'t>(text: &Text<'t>, places: &[Span], at: usize) -> Vec<&'t str> {
    let content = text.as_str();
    let near = around(content, Span::new(at, at), LONGEST_ANSWER);
    let before = places.iter().rev().find(|place| place.end <= at).map(|place| place.end);
    let after = places.iter().find(|place| place.start >= at).map(|place| place.start);
    match (before, after) {
        (Some(start), Some(end)) => bracketed(&content[start..end]),
        (Some(start), None) => {
            let words = content[start..near.end.max(start)].trim_start();
            bracketed(words).into_iter().take(1).filter(|one| words.starts_with(one)).collect()
        }
        (None, Some(end)) => {
            let words = content[near.start.min(end)..end].trim_end();
            bracketed(words).into_iter().rev().take(1).filter(|one| words.ends_with(one)).collect()
        }
        (None, None) => Vec::new(),
    }
}

/// What some words have in brackets, with these.
fn bracketed(words: &str) -> Vec<&str> {
    let (mut found, mut open) = (Vec::new(), None);
    for (at, c) in words.char_indices() {
        match c {
            '(' | '（' | '[' | '［' => open = Some(at),
            ')' | '）' | ']' | '］' => {
                found.extend(open.take().map(|from: usize| &words[from..at + c.len_utf8()]));
            }
            _ => {}
        }
    }
    found
}

/// Whether brackets of a quote stand for some of the source: they are of the same shape, or they share most words.
fn are_in_place(own: &str, theirs: &str) -> bool {
    let is_square = |words: &str| words.starts_with(['[', '［']);
    let (own_terms, their_terms) = (terms(own), terms(theirs));
    let is_shared = |term: &&Term| their_terms.iter().any(|other| other.is_same(term));
    let weight = |all: &mut dyn Iterator<Item = &Term>| all.map(|term| term.weight).sum::<i32>();
    is_square(own) == is_square(theirs)
        || 2 * weight(&mut own_terms.iter().filter(is_shared)) >= weight(&mut own_terms.iter())
}

impl<'c> Bracketed<'c> {
    /// What some words have in square brackets and marks that programs left in, and the words around that; `None` where
    /// there are none of either.
    fn of(words: &'c str) -> Option<Self> {
        let (mut brackets, mut parts, mut at) = (Vec::new(), Vec::new(), 0);
        for mark in leftovers::marks(words)? {
            let own = &words[mark.range()];
            if crate::parse::has_words(own) {
                brackets.push(own);
            }
            parts.push(words[at..mark.start].trim());
            at = mark.end;
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
    fn brackets_of_the_source_in_the_same_place_are_found() {
        let at = |marked: &str, at: usize| {
            let text = marked.replace('|', "");
            let bars: Vec<usize> =
                marked.match_indices('|').enumerate().map(|(nth, (at, _))| at - nth).collect();
            let places: Vec<Span> = bars.chunks(2).map(|pair| Span::new(pair[0], pair[1])).collect();
            let found = brackets_at(&Text::new(&text), &places, bars[at]);
            found.into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(at("|nine towns| (2.3 in all). More (no).", 1), ["(2.3 in all)"]);
        assert_eq!(at("|nine towns|. More (no).", 1), [""; 0]);
        assert_eq!(at("|the boss| then [Ann] and (Bob) |told it|", 1), ["[Ann]", "(Bob)"]);
        assert_eq!(at("He (who?) said (Ann) |told it|", 0), ["(Ann)"]);
        assert_eq!(at("He (who?) said |told it|", 0), [""; 0]);
        let all = [
            ("[Ann Jones]", "[Bob]", true),
            ("[the dam]", "(the dam)", true),
            ("[hier]", "(sic)", false),
            ("(Reuters)", "[12]", false),
            ("（共280万）", "（共230万）", true),
        ];
        for (own, theirs, expected) in all {
            assert_eq!(are_in_place(own, theirs), expected, "{own}");
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
