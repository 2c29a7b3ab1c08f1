//! `within`: the longer passage that holds a quote, and the shortest one that would decide between
//! several places.

use super::{Anchoring, Depth, Places, Proposal, Quote, Standing, Within, boundary, find};
use crate::fold::characters as ch;
use crate::text::{Span, Text, char_count, line_ends};

/// Answers the quotes that have a `within`: it must stand once itself, and hold the quote.
///
/// Three steps, each shared by all of them: the holders in the whole text, each quote inside its
/// holder, and in the whole text those that were not found there.
pub fn anchor_all(quotes: &[Quote<'_>], text: &Text<'_>, depth: Depth, answers: &mut [Option<Anchoring>]) {
    let whole = Span::new(0, text.as_str().len());
    let held: Vec<usize> = (0..quotes.len()).filter(|&index| quotes[index].within.is_some()).collect();
    if held.is_empty() {
        return;
    }
    let holders: Vec<Quote<'_>> = held.iter().filter_map(|&index| holder(&quotes[index])).collect();
    let holders = find(&holders.iter().collect::<Vec<_>>(), text, whole, depth);
    let tried: Vec<Tried> = held
        .iter()
        .zip(holders)
        .map(|(&index, holder)| Tried::new(&quotes[index], holder, text, depth))
        .collect();
    let is_open = |tried: &&(usize, Tried)| !matches!(&tried.1, Tried::Inside(_, inside) if is_found(inside));
    let tried: Vec<(usize, Tried)> = held.into_iter().zip(tried).collect();
    let open: Vec<&Quote<'_>> = tried.iter().filter(is_open).map(|(index, _)| &quotes[*index]).collect();
    let mut anywhere = find(&open, text, whole, depth).into_iter();
    for (index, tried) in tried {
        answers[index] = Some(tried.settle(&mut anywhere));
    }
}

/// The `within` of a quote as a quote of its own.
fn holder<'q>(quote: &Quote<'q>) -> Option<Quote<'q>> {
    Some(Quote { segments: vec![quote.within?], within: None, partial: false, repeated: false })
}

fn is_found(anchoring: &Anchoring) -> bool {
    !matches!(anchoring.standing, Standing::Absent | Standing::Altered)
}

/// What is known of a quote once its `within` was looked for.
enum Tried {
    /// `within` does not stand once.
    Outside(Anchoring),
    /// `within` stands here, and this is the quote inside it.
    Inside(Span, Anchoring),
}

impl Tried {
    fn new(quote: &Quote<'_>, holder: Anchoring, text: &Text<'_>, depth: Depth) -> Self {
        match holder.span().filter(|_| holder.standing == Standing::Stands) {
            Some(place) => Self::Inside(place, find(&[quote], text, place, depth).remove(0)),
            None => Self::Outside(holder),
        }
    }

    /// The answer; `anywhere` yields where the quote is in the whole text, for those that need it.
    fn settle(self, anywhere: &mut impl Iterator<Item = Anchoring>) -> Anchoring {
        let mut next = || anywhere.next().expect("one answer for each open quote");
        match self {
            Self::Outside(holder) => Anchoring { within: Within::Wrong(Box::new(holder)), ..next() },
            Self::Inside(place, inside) if is_found(&inside) => {
                Anchoring { within: Within::Stands(place), ..inside }
            }
            Self::Inside(place, inside) => {
                let anywhere = next();
                if is_found(&anywhere) || inside.standing == Standing::Absent {
                    return Anchoring { within: Within::Elsewhere(place), ..anywhere };
                }
                Anchoring { within: Within::Stands(place), ..inside }
            }
        }
    }
}

/// For so many of the places a `within` is proposed.
const PROPOSED: usize = 3;

/// So many words are added at the most, on both sides together.
const MOST_WORDS: usize = 12;

/// So many letters of a script without spaces are added at the most.
const MOST_LETTERS: usize = 24;

/// For each of the first places the shortest `within`, by whole words, or in scripts without spaces by letters, that holds it and no other place.
///
/// `all` are the places of the same words, cut ones too.
pub fn proposals(places: &[Span], all: &Places, text: &Text<'_>) -> Proposal {
    if all.kept.len() < all.count {
        return Proposal::None;
    }
    let found: Vec<Span> =
        places.iter().take(PROPOSED).filter_map(|&place| shortest(place, all, text)).collect();
    if found.is_empty() { Proposal::None } else { Proposal::Within(found) }
}

fn shortest(place: Span, all: &Places, text: &Text<'_>) -> Option<Span> {
    let block = text.block_span(place.start);
    let is_spaceless = text.slice(place).contains(ch::is_spaceless);
    let most = if is_spaceless { MOST_LETTERS } else { MOST_WORDS };
    let starts = word_starts(text.as_str(), block.start, place.start, most);
    let ends = word_ends(text.as_str(), place.end, block.end, most);
    let with = |words: usize| {
        let splits =
            (0..=words).filter_map(|left| Some(Span::new(*starts.get(left)?, *ends.get(words - left)?)));
        // Of as many words the passage that stays on its line, then the shortest.
        let length = |span: &Span| (line_ends(text.slice(*span)), char_count(text.slice(*span)));
        splits.filter(|&candidate| decides(candidate, place, all, text)).min_by_key(length)
    };
    // What segments leave out may decide by itself.
    let found = (0..=most).find_map(with)?;
    // What decides in a longer passage decides in all that hold it, unless it holds the words again.
    let rounded = Span::new(at_mark(&starts, found.start, text), at_mark_after(&ends, found.end, text));
    let candidates = [rounded, Span::new(rounded.start, found.end), Span::new(found.start, rounded.end)];
    let is_better = |candidate: &&Span| **candidate != found && decides(**candidate, place, all, text);
    Some(candidates.iter().find(is_better).copied().unwrap_or(found))
}

/// So many letters of a script without spaces are added so that a passage begins or ends at a mark.
const TO_MARK: usize = 6;

/// The start at a mark, where letters without spaces part `start` from it and they are few; else `start` itself.
fn at_mark(starts: &[usize], start: usize, text: &Text<'_>) -> usize {
    let is_spaceless = |at: usize| text.as_str()[at..].starts_with(ch::is_spaceless);
    let follows_mark = |at: usize| !text.as_str()[..at].ends_with(ch::is_word);
    let farther = starts.iter().copied().filter(|&at| at <= start).take(TO_MARK + 1);
    let near = farther.take_while(|&at| is_spaceless(at)).find(|&at| follows_mark(at));
    near.unwrap_or(start)
}

/// The end at a mark, likewise.
fn at_mark_after(ends: &[usize], end: usize, text: &Text<'_>) -> usize {
    let is_spaceless = |at: usize| text.as_str()[..at].ends_with(ch::is_spaceless);
    let precedes_mark = |at: usize| !text.as_str()[at..].starts_with(ch::is_word);
    let farther = ends.iter().copied().filter(|&at| at >= end).take(TO_MARK + 1);
    let near = farther.take_while(|&at| is_spaceless(at)).find(|&at| precedes_mark(at));
    near.unwrap_or(end)
}

/// Whether `candidate` cuts nothing, holds the words at `place` once, and is found once itself.
fn decides(candidate: Span, place: Span, all: &Places, text: &Text<'_>) -> bool {
    let content = text.as_str().as_bytes();
    let (before, after) = (place.start - candidate.start, candidate.end - place.end);
    let words = &content[candidate.range()];
    let is_same = |other: &Span| {
        let start = other.start.checked_sub(before);
        start.is_some_and(|start| content.get(start..other.end + after) == Some(words))
    };
    let is_inside = |other: &&Span| candidate.contains(**other);
    all.kept.iter().filter(is_inside).count() == 1
        && all.kept.iter().filter(|other| is_same(other)).count() == 1
        && boundary::worst_cut(text, candidate).is_none()
}

/// Where `within` may begin: at the place itself, then at the start of each word before it; in a script without spaces
/// a letter is a step of its own.
fn word_starts(text: &str, from: usize, to: usize, most: usize) -> Vec<usize> {
    let mut starts = vec![to];
    let mut at = to;
    while starts.len() <= most && at > from {
        let before = text[from..at].trim_end();
        let Some(last) = before.chars().next_back() else { break };
        let is_one = is_step(last);
        let end = from + before.len() - last.len_utf8();
        at = if is_one {
            end
        } else {
            before.rfind(is_parting).map_or(from, |at| from + at + width(&before[at..]))
        };
        starts.push(at);
    }
    starts
}

/// Where `within` may end: at the place itself, then at the end of each word after it, likewise.
fn word_ends(text: &str, from: usize, to: usize, most: usize) -> Vec<usize> {
    let mut ends = vec![from];
    let mut at = from;
    while ends.len() <= most && at < to {
        let rest = text[at..to].trim_start();
        let start = to - rest.len();
        let Some(first) = rest.chars().next() else { break };
        let is_one = is_step(first);
        at = if is_one {
            start + first.len_utf8()
        } else {
            rest.find(is_parting).map_or(to, |length| start + length)
        };
        ends.push(at);
    }
    ends
}

/// Whether a character is a step of its own.
fn is_step(c: char) -> bool {
    ch::is_spaceless(c) || is_wide_mark(c)
}

/// Whether a character is a mark of a script without spaces: `，`, `。`, `「`.
fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF65}') && !c.is_alphanumeric()
}

/// Whether a word of other letters ends at a character.
fn is_parting(c: char) -> bool {
    c.is_whitespace() || is_step(c)
}

fn width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use crate::anchor::{Proposal, Quote, Standing, anchor};
    use crate::text::Text;

    /// The passages that are proposed for words of a text.
    fn proposed(text: &'static str, words: &str) -> Vec<&'static str> {
        let quote = Quote { segments: vec![words], within: None, partial: false, repeated: false };
        let found = anchor(&quote, &Text::new(text));
        assert_eq!(found.standing, Standing::Ambiguous);
        let Proposal::Within(spans) = found.proposal else { return Vec::new() };
        spans.iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn a_passage_in_chinese_is_short_and_ends_at_marks_that_are_near() {
        let text = "记者昨天在北京报道，政府表示反对，但没有说明理由和进一步的安排细节以及时间表。专家也表示反对，他们认为时机不对。";
        assert_eq!(proposed(text, "表示反对"), ["政府表示反对", "专家也表示反对"]);
        let text = "在那次漫长而又艰难的会议结束之后政府代表团的全体成员表示反对这个长期以来都存在争议的新方案的第一部分和公众表示反对这个长期以来都存在争议的新方案的第二部分内容";
        let passages = proposed(text, "表示反对");
        assert_eq!(passages, ["员表示反对", "众表示反对"], "no mark is near");
    }

    #[test]
    fn a_passage_stays_on_its_line_where_as_many_letters_of_it_decide() {
        let text = "被问及总量时，部长拒绝置评。\n晚间记者提问，部长拒绝置评。";
        assert_eq!(
            proposed(text, "部长拒绝置评"),
            ["被问及总量时，部长拒绝置评", "晚间记者提问，部长拒绝置评"]
        );
        let text = "a unanimously word b\nc unambiguously word d";
        assert_eq!(proposed(text, "word"), ["word b", "word d"], "the shorter one");
        let text = "unanimously said word here\nso word here";
        assert_eq!(proposed(text, "word"), ["said word", "so word"]);
    }

    #[test]
    fn a_passage_in_words_has_whole_ones() {
        let text = "Il dit oui hier. Il dit non hier.";
        assert_eq!(proposed(text, "Il dit"), ["Il dit oui", "Il dit non"]);
    }
}
