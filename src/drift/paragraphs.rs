//! What changed in an article, by paragraph: which are others now, new, gone or elsewhere. Changes of
//! characters alone are counted apart, so that they hide nothing.

use crate::anchor::drift::{Became, became};
use crate::fold::{Form, folded};
use crate::text::{Span, Text, nonspace_count};

/// What became of a paragraph, or of some that were split or joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParagraphChange {
    /// It has other words.
    Reworded,
    /// It was not there.
    Added,
    /// It is no longer there.
    Removed,
    /// It is the same in another place.
    Moved,
    /// It has the same words in other characters, or was split or joined.
    Typography,
}

impl ParagraphChange {
    /// Every change, in the order in which they are counted.
    pub const ALL: [Self; 5] = [Self::Reworded, Self::Added, Self::Removed, Self::Moved, Self::Typography];

    /// The change's name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reworded => "reworded",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Typography => "typography",
        }
    }
}

/// A stretch of one capture: a paragraph, or some that follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its line, from 1.
    pub line: usize,
    /// Its bytes, half-open.
    pub bytes: Span,
    /// Its words.
    pub words: String,
}

/// A change of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What changed.
    pub change: ParagraphChange,
    /// Whether it is in another place too.
    pub is_moved: bool,
    /// What the earlier capture has.
    pub before: Option<Stretch>,
    /// What the later capture has.
    pub after: Option<Stretch>,
}

/// Paragraphs of both sides that belong together.
#[derive(Debug, Default)]
struct Group {
    old: Vec<usize>,
    new: Vec<usize>,
    is_moved: bool,
}

/// The changes in the order of the later capture, and how many of its paragraphs are as they were.
pub(super) fn changes(before: &Text<'_>, after: &Text<'_>) -> (Vec<Paragraph>, usize) {
    let (old, new) = (blocks(before), blocks(after));
    let fates = became(before, after, &old);
    let mut groups = groups(&old, &new, &fates);
    move_swapped(&mut groups);
    let mut same = 0;
    let mut placed: Vec<(usize, Paragraph)> = Vec::new();
    let mut reached = 0;
    for group in groups {
        let place = group.new.first().map_or(reached, |&first| new[first].start);
        reached = if group.is_moved { reached } else { place };
        match change(&group, (before, &old), (after, &new)) {
            Some(change) => placed.push((place, change)),
            None => same += group.new.len(),
        }
    }
    placed.sort_by_key(|(place, _)| *place);
    (placed.into_iter().map(|(_, change)| change).collect(), same)
}

/// What of one text is still there in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remains {
    /// Of a hundred letters of the earlier text, how many are of paragraphs that the later one has too, be
    /// they reworded.
    pub percent: usize,
    /// Whether every paragraph of the earlier text is there with all its words.
    pub is_whole: bool,
    /// Of a hundred letters of the earlier text, how many the later one has in all.
    pub size: usize,
}

/// What of `before` is still there in `after`.
pub fn remains(before: &Text<'_>, after: &Text<'_>) -> Remains {
    let (changes, _) = changes(before, after);
    let removed = changes.iter().filter(|one| one.change == ParagraphChange::Removed);
    let removed: usize =
        removed.filter_map(|one| one.before.as_ref()).map(|one| nonspace_count(&one.words)).sum();
    let is_kept =
        |one: &Paragraph| !matches!(one.change, ParagraphChange::Removed | ParagraphChange::Reworded);
    let all = nonspace_count(before.as_str()).max(1);
    Remains {
        percent: all.saturating_sub(removed) * 100 / all,
        is_whole: changes.iter().all(is_kept),
        size: nonspace_count(after.as_str()) * 100 / all,
    }
}

/// The paragraphs of a text without the white space around them.
fn blocks(text: &Text<'_>) -> Vec<Span> {
    let mut blocks = Vec::new();
    let mut at = 0;
    let content = text.as_str();
    while at < content.len() {
        let block = text.block_span(at);
        let words = text.slice(block);
        let start = block.start + (words.len() - words.trim_start().len());
        let end = start + words.trim().len();
        if start < end {
            blocks.push(Span::new(start, end));
        }
        at = block.end.max(at + 1);
        at = content.ceil_char_boundary(at);
    }
    blocks
}

/// The old paragraphs in order, each with the new ones that it went into; then the new ones that are left.
fn groups(old: &[Span], new: &[Span], fates: &[Became]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut owner: Vec<Option<usize>> = vec![None; new.len()];
    for (number, fate) in fates.iter().enumerate() {
        let inside = fate.span.map_or(0..0, |span| overlapping(new, span));
        let parts: Vec<usize> = inside
            .filter(|&part| fate.span.is_some_and(|span| is_share(new[part], span, old[number])))
            .collect();
        let known = parts.iter().find_map(|&part| owner[part]);
        let group = known.unwrap_or_else(|| {
            groups.push(Group::default());
            groups.len() - 1
        });
        groups[group].old.push(number);
        groups[group].is_moved |= fate.is_moved;
        for part in parts {
            if owner[part].is_none() {
                owner[part] = Some(group);
                groups[group].new.push(part);
            }
        }
    }
    let left = (0..new.len()).filter(|&part| owner[part].is_none());
    groups.extend(left.map(|part| Group { new: vec![part], ..Group::default() }));
    groups
}

/// Marks as moved what is still there and stands in another order with what did not move: as few as can be.
fn move_swapped(groups: &mut [Group]) {
    let kept = |group: &Group| group.new.first().copied().filter(|_| !group.is_moved);
    let places: Vec<(usize, usize)> = groups
        .iter()
        .enumerate()
        .filter(|(_, group)| !group.old.is_empty())
        .filter_map(|(number, group)| Some((number, kept(group)?)))
        .collect();
    if places.is_sorted_by_key(|(_, place)| *place) {
        return;
    }
    let in_order = longest_ascent(&places.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    for (index, (number, _)) in places.iter().enumerate() {
        groups[*number].is_moved = in_order.binary_search(&index).is_err();
    }
}

/// The indices of the most numbers, all different, that ascend as they stand.
fn longest_ascent(numbers: &[usize]) -> Vec<usize> {
    // Of the ascents of each length the one that ends lowest: its last index.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (index, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers[end] < *number);
        previous.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let last = ends.last().copied();
    let mut ascent: Vec<usize> = std::iter::successors(last, |&index| previous[index]).collect();
    ascent.reverse();
    ascent
}

/// The numbers of the paragraphs that a span touches.
fn overlapping(blocks: &[Span], span: Span) -> std::ops::Range<usize> {
    let first = blocks.partition_point(|block| block.end <= span.start);
    let end = blocks.partition_point(|block| block.start < span.end);
    first..end.max(first)
}

/// Whether a span that touches a paragraph has a real share of it, or it of the paragraph that it was.
fn is_share(block: Span, span: Span, was: Span) -> bool {
    let common = block.end.min(span.end).saturating_sub(block.start.max(span.start));
    common * 4 >= block.len() || common * 4 >= was.len()
}

/// What changed of a group; `None` where nothing did.
fn change(
    group: &Group,
    (before, old): (&Text<'_>, &[Span]),
    (after, new): (&Text<'_>, &[Span]),
) -> Option<Paragraph> {
    let from = stretch(before, old, &group.old);
    let to = stretch(after, new, &group.new);
    let change = match (&from, &to) {
        (Some(from), Some(to)) if from.words == to.words => {
            group.is_moved.then_some(ParagraphChange::Moved)?
        }
        (Some(from), Some(to)) if is_same_in_words(&from.words, &to.words) => ParagraphChange::Typography,
        (Some(_), Some(_)) => ParagraphChange::Reworded,
        (None, _) => ParagraphChange::Added,
        (_, None) => ParagraphChange::Removed,
    };
    Some(Paragraph { change, is_moved: group.is_moved, before: from, after: to })
}

fn is_same_in_words(one: &str, other: &str) -> bool {
    folded(one, Form::Words) == folded(other, Form::Words)
}

/// Paragraphs of one text, from the first one's start; those that do not follow one another are joined.
fn stretch(text: &Text<'_>, blocks: &[Span], numbers: &[usize]) -> Option<Stretch> {
    let spans: Vec<Span> = numbers.iter().map(|&number| blocks[number]).collect();
    let first = spans.first()?;
    let words: Vec<&str> = spans.iter().map(|&span| text.slice(span)).collect();
    let bytes = Span::hull(&spans).unwrap_or(*first);
    Some(Stretch { line: text.position(first.start).line, bytes, words: words.join("\n\n") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_that_change_places_are_moved_and_no_more_than_must_be() {
        let all = [
            "The war was a grave mistake for all of us here.",
            "Nobody in the hall answered him after the speech.",
            "The council approved the budget without debate.",
            "Trains ran late on Tuesday in the whole country.",
        ];
        let text = |order: &[usize]| order.iter().map(|&at| format!("{}\n\n", all[at])).collect::<String>();
        let moved = |order: &[usize]| {
            let (before, after) = (text(&[0, 1, 2, 3]), text(order));
            let (changes, same) = changes(&Text::new(&before), &Text::new(&after));
            assert!(changes.iter().all(|one| one.change == ParagraphChange::Moved), "{order:?}: {changes:?}");
            assert_eq!(changes.len() + same, 4, "{order:?}");
            changes.len()
        };
        for swapped in [[1, 0, 2, 3], [0, 2, 1, 3], [0, 1, 3, 2]] {
            assert_eq!(moved(&swapped), 1, "{swapped:?}");
        }
        assert_eq!(moved(&[1, 0, 3, 2]), 2);
        assert_eq!(moved(&[0, 1, 2, 3]), 0);
    }

    #[test]
    fn a_text_is_whole_where_every_paragraph_has_all_its_words() {
        let first = "The minister spoke of a grave mistake on Monday.\n\nNobody answered him in the hall.\n";
        let is_whole = |after: &str| remains(&Text::new(first), &Text::new(after)).is_whole;
        assert!(is_whole(first));
        assert!(is_whole(&format!("An advertisement came in.\n\n{first}\nAnd another one.\n")));
        assert!(is_whole(&first.replace(" on Monday", "\u{a0}on Monday")));
        assert!(!is_whole(&first.replace("grave", "small")), "reworded");
        assert!(!is_whole("The minister spoke of a grave mistake on Monday.\n"), "removed");
    }
}
