//! Makes cases of drift from texts: a document, a passage of it, an edit, and what is true afterwards.

use super::cases::Case;
use super::random::Random;
use super::typography;
use super::units::{Writer, pieces, words};
use ibid::anchor::drift::Change;
use ibid::text::Span;

/// A text that cases are made from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its language.
    pub language: &'static str,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Whether its script is written without spaces.
    pub is_spaceless: bool,
    /// Negations that stand before what they negate, to put in and to take out.
    pub negations: &'static [&'static str],
}

/// Every kind of edit, first those of the measurements that others publish, then those that they lack.
pub const KINDS: [&str; 39] = [
    "exact_moved_ctx",
    "typo",
    "subst",
    "insdel",
    "clause_ins",
    "clause_del",
    "truncate",
    "boundary",
    "reorder",
    "typographic",
    "rewrap",
    "case",
    "number",
    "move",
    "dup_same",
    "dup_near",
    "heavy",
    "deleted",
    "deleted_par",
    "replaced",
    "negation",
    "untouched",
    "at_start",
    "at_end",
    "retypeset",
    "appended",
    "prepended",
    "halved_kept",
    "halved_gone",
    "article_gone",
    "par_split",
    "par_merged",
    "sentence_in",
    "two_edits",
    "move_sentence",
    "move_edited",
    "move_exact",
    "indirect",
    "neighbour_gone",
];

/// One case of a kind, or `None` where the text has no passage for it.
pub fn case(kind: &'static str, source: &Source, random: &mut Random, number: usize) -> Option<Case> {
    let mut paragraphs = source.paragraphs.clone();
    random.shuffle(&mut paragraphs);
    let old = paragraphs.join("\n\n");
    let vocabulary = vocabulary(&old, source.is_spaceless);
    for _ in 0..300 {
        let Some(passage) = pick(&old, kind, source, random) else { continue };
        let mut maker = Maker { kind, source, random, vocabulary: &vocabulary, old: &old, passage };
        if let Some(edited) = maker.edited() {
            return Some(finish(kind, source, number, (&old, passage), &edited));
        }
    }
    None
}

/// The parts of a new text: before, the passage, after; and what must be said of it.
struct Edited {
    before: String,
    passage: Option<String>,
    after: String,
    expected: Option<Change>,
}

fn finish(kind: &str, source: &Source, number: usize, (old, passage): (&str, Span), edited: &Edited) -> Case {
    let start = edited.before.len();
    let words = edited.passage.clone().unwrap_or_default();
    Case {
        name: format!("{kind}-{}-{number}", source.language),
        kind: kind.into(),
        language: Some(source.language),
        passage,
        truth: edited.passage.as_ref().map(|words| Span::new(start, start + words.len())),
        new: format!("{}{words}{}", edited.before, edited.after),
        old: old.to_owned(),
        expected: edited.expected,
    }
}

fn vocabulary(text: &str, is_spaceless: bool) -> Vec<String> {
    let letters = |piece: &String| {
        let core = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let is_word = !core.is_empty() && !core.chars().any(char::is_numeric);
        (is_word && (is_spaceless || core.chars().count() > 1)).then(|| core.to_owned())
    };
    pieces(text, is_spaceless).iter().filter_map(letters).collect()
}

/// A passage that stands once, from a word to another.
fn pick(text: &str, kind: &str, source: &Source, random: &mut Random) -> Option<Span> {
    let all = pieces(text, source.is_spaceless);
    let indices = words(&all);
    let scale = if source.is_spaceless { 2 } else { 1 };
    let least = match kind {
        "clause_ins" | "clause_del" | "truncate" | "reorder" | "indirect" | "sentence_in" => 12,
        "dup_near" | "heavy" => 10,
        "subst" | "boundary" | "two_edits" | "move_sentence" | "move_edited" => 8,
        _ => 5,
    };
    let count = random.between(least * scale, 60 * scale);
    let margin = if matches!(kind, "at_start" | "at_end") { 0 } else { 8 };
    if indices.len() < count + 2 * margin + 2 {
        return None;
    }
    let first = match kind {
        "at_start" => 0,
        "at_end" => indices.len() - count,
        _ => random.between(margin, indices.len() - count - margin),
    };
    let offset = |index: usize| all[..index].iter().map(String::len).sum::<usize>();
    let start = offset(indices[first]);
    let end = offset(indices[first + count - 1] + 1);
    let mut words = &text[start..end];
    if random.is(0.5) {
        words = words.trim_end_matches(|c: char| ".,;:!?»”».。，、؟، ".contains(c));
    }
    let fits = words.chars().count() >= 20 - 10 * usize::from(source.is_spaceless);
    let is_once = text.matches(words).count() == 1;
    (fits && is_once).then(|| Span::new(start, start + words.len()))
}

struct Maker<'m> {
    kind: &'static str,
    source: &'m Source,
    random: &'m mut Random,
    vocabulary: &'m [String],
    old: &'m str,
    passage: Span,
}

impl Maker<'_> {
    fn writer(&mut self) -> Writer<'_> {
        Writer { random: self.random, vocabulary: self.vocabulary, is_spaceless: self.source.is_spaceless }
    }

    fn edited(&mut self) -> Option<Edited> {
        let words = self.old[self.passage.range()].to_owned();
        let (left, right) = (&self.old[..self.passage.start], &self.old[self.passage.end..]);
        let near =
            |text: &str, at: usize| if at < text.len() { text.floor_char_boundary(at) } else { text.len() };
        let (far_left, near_left) = left.split_at(near(left, left.len().saturating_sub(160)));
        let (near_right, far_right) = right.split_at(near(right, 160));
        let before = self.writer().background(far_left, 0.06) + near_left;
        let after = near_right.to_owned() + &self.writer().background(far_right, 0.06);
        self.changed(&words, before, after)
    }

    fn changed(&mut self, words: &str, before: String, after: String) -> Option<Edited> {
        let plain = |passage: String, expected| {
            Some(Edited { before: before.clone(), passage: Some(passage), after: after.clone(), expected })
        };
        let count = words_of(words, self.source.is_spaceless);
        let share =
            |random: &mut Random, low: usize, high: usize| (count * random.between(low, high)).div_ceil(100);
        match self.kind {
            "untouched" => plain(words.into(), Some(Change::Kept)),
            "exact_moved_ctx" => Some(self.with_other_context(words, &before, &after)),
            "typo" | "at_start" | "at_end" => {
                let typos = self.random.between(1, 3);
                plain(self.writer().misspelt(words, typos), None)
            }
            "subst" => {
                let many = share(self.random, 10, 25);
                plain(self.writer().replaced(words, many, true), None)
            }
            "insdel" => {
                let many = share(self.random, 5, 15);
                let more = self.writer().with_more(words, many);
                plain(self.writer().with_fewer(&more, many), None)
            }
            "two_edits" => {
                let once = self.writer().replaced(words, 2, true);
                let twice = self.writer().with_more(&once, 2);
                plain(self.writer().misspelt(&twice, 1), None)
            }
            "clause_ins" | "sentence_in" => Some(self.with_clause(words, &before, &after)),
            "clause_del" | "truncate" | "reorder" | "boundary" => {
                Some(self.restructured(words, &before, &after))
            }
            "typographic" | "rewrap" | "case" | "retypeset" => self.retypeset(words, &before, &after),
            "heavy" => self.heavy(words, &before, &after),
            "number" => {
                let other = self.writer().renumbered(words);
                let differs = other != words;
                differs.then(|| plain(other, Some(Change::Number))).flatten()
            }
            "negation" => {
                let other = self.negated(words);
                plain(other, Some(Change::Negation))
            }
            "indirect" => {
                let stripped: String = words.chars().filter(|c| !"«»“”\"„「」".contains(*c)).collect();
                plain(self.writer().replaced(stripped.trim(), 2, true), None)
            }
            _ => self.moved_or_gone(words, before, after),
        }
    }

    /// Other words close to the passage, but not beside it.
    fn with_other_context(&mut self, words: &str, before: &str, after: &str) -> Edited {
        let left = before.floor_char_boundary(before.len().saturating_sub(60));
        let right = after.ceil_char_boundary(60.min(after.len()));
        let head = self.writer().replaced(&before[left..], 2, true);
        let tail = self.writer().replaced(&after[..right], 2, true);
        Edited {
            before: format!("{}{head}", &before[..left]),
            passage: Some(words.into()),
            after: format!("{tail}{}", &after[right..]),
            expected: Some(Change::Kept),
        }
    }

    fn with_clause(&mut self, words: &str, before: &str, after: &str) -> Edited {
        let mut all = pieces(words, self.source.is_spaceless);
        let indices = self::words(&all);
        let at = indices[self.random.between(indices.len() / 4 + 1, 3 * indices.len() / 4)];
        let count = self.random.between(8, 20);
        let mut clause = self.writer().filler(count);
        if self.kind == "sentence_in" {
            clause.push('.');
        }
        all.splice(at..at, [clause, self.gap().into()]);
        Edited { before: before.into(), passage: Some(all.concat()), after: after.into(), expected: None }
    }

    const fn gap(&self) -> &'static str {
        if self.source.is_spaceless { "" } else { " " }
    }

    /// A part dropped, the edges replaced, or two parts swapped.
    fn restructured(&mut self, words: &str, before: &str, after: &str) -> Edited {
        let mut all = pieces(words, self.source.is_spaceless);
        let indices = self::words(&all);
        let count = indices.len();
        let part =
            |random: &mut Random, low: usize, high: usize| (count * random.between(low, high) / 100).max(2);
        let passage = match self.kind {
            "clause_del" => {
                let lost = part(self.random, 20, 35);
                let from = self.random.between(2, count - lost - 2);
                all.drain(indices[from]..indices[from + lost]);
                all.concat()
            }
            "truncate" => {
                let lost = part(self.random, 20, 40);
                if self.random.is(0.5) {
                    all[indices[lost]..].concat()
                } else {
                    all[..indices[count - lost]].concat().trim_end().to_owned()
                }
            }
            "boundary" => {
                let (which, many) = (self.random.below(3), self.random.between(1, 2));
                let head = indices.iter().take(if which == 1 { 0 } else { many });
                let tail = indices.iter().rev().take(if which == 0 { 0 } else { many });
                for &at in head.chain(tail) {
                    all[at] = self.writer().word(&all[at].clone());
                }
                all.concat()
            }
            _ => {
                let at = indices[self.random.between(count / 3, 2 * count / 3)];
                let (first, second) = (all[..at].concat(), all[at..].concat());
                format!("{second}{}{}", self.gap(), first.trim_end())
            }
        };
        Edited { before: before.into(), passage: Some(passage), after: after.into(), expected: None }
    }

    fn retypeset(&mut self, words: &str, before: &str, after: &str) -> Option<Edited> {
        let (is_plain, is_decomposed) = (self.random.is(0.5), self.random.is(0.3));
        let is_hyphenated = self.random.is(0.4);
        let random = &mut *self.random;
        let mut set = |text: &str| match self.kind {
            "typographic" => typography::set(text, is_plain, is_decomposed),
            "rewrap" => typography::rewrapped(text, random, is_hyphenated),
            _ => {
                typography::rewrapped(&typography::set(text, is_plain, is_decomposed), random, is_hyphenated)
            }
        };
        if self.kind == "case" {
            // ß has no capital that people write.
            let words = &words.replace('ß', "ss");
            if !self.old.contains(words.as_str()) {
                return None;
            }
            let passage = if is_plain { words.to_uppercase() } else { words.to_lowercase() };
            let expected = if passage == *words { Change::Kept } else { Change::Typography };
            return Some(Edited {
                before: before.into(),
                passage: Some(passage),
                after: after.into(),
                expected: Some(expected),
            });
        }
        let passage = set(words);
        // An edge that typography moves to the other side of a space is nobody's fault.
        let is_whole = passage.trim() == passage;
        let expected = if passage == words { Change::Kept } else { Change::Typography };
        is_whole.then(|| Edited {
            before: set(before),
            passage: Some(passage),
            after: set(after),
            expected: Some(expected),
        })
    }

    fn heavy(&mut self, words: &str, before: &str, after: &str) -> Option<Edited> {
        let many = (words_of(words, self.source.is_spaceless) * 12 / 100).max(1);
        let mut writer = self.writer();
        let once = writer.replaced(words, many, true);
        let twice = writer.with_more(&once, 1);
        let thrice = writer.with_fewer(&twice, 1);
        let passage = writer.misspelt(&thrice, 1);
        let edited = self.with_other_context(&passage, before, after);
        let is_plain = self.random.is(0.5);
        let mut set =
            |text: &str| typography::rewrapped(&typography::set(text, is_plain, false), self.random, false);
        let passage = set(&passage);
        (passage.trim() == passage).then(|| Edited {
            before: set(&edited.before),
            passage: Some(passage),
            after: set(&edited.after),
            expected: None,
        })
    }

    /// A negation put in before a word, or taken out where there is one.
    fn negated(&mut self, words: &str) -> String {
        let mut all = pieces(words, self.source.is_spaceless);
        let indices = self::words(&all);
        let negates = |piece: &str| self.source.negations.contains(&&*piece.to_lowercase());
        let there: Vec<usize> =
            indices[1..indices.len() - 1].iter().copied().filter(|&at| negates(&all[at])).collect();
        if !there.is_empty() && !self.source.is_spaceless {
            let at = *self.random.one(&there);
            all.drain(at..at + 2);
            return all.concat();
        }
        let at = indices[self.random.between(1, indices.len() - 1)];
        let negation = (*self.random.one(self.source.negations)).to_owned();
        all.splice(at..at, [negation, self.gap().into()]);
        all.concat()
    }

    #[expect(clippy::too_many_lines, reason = "a table of edits, one arm each")]
    fn moved_or_gone(&mut self, words: &str, before: String, after: String) -> Option<Edited> {
        let paragraph = |before: &str, after: &str| {
            let start = before.rfind("\n\n").map_or(0, |end| end + 2);
            (start, after.find("\n\n").unwrap_or(after.len()))
        };
        let (start, end) = paragraph(&before, &after);
        let (head, tail) = (&before[start..], &after[..end]);
        let rest: String = format!("{}{}", &before[..start], after[end..].trim_start_matches('\n'));
        let words = words.to_owned();
        let gone = |new: String, expected| {
            Some(Edited { before: new, passage: None, after: String::new(), expected })
        };
        match self.kind {
            "move" | "move_edited" | "move_exact" => {
                let many = match self.kind {
                    "move" => self.random.between(0, 2),
                    "move_edited" => words_of(&words, self.source.is_spaceless).div_ceil(8),
                    _ => 0,
                };
                let passage = self.writer().replaced(&words, many, true);
                let place = self.far_place(&rest, start, "\n\n")?;
                // What jumped over less than its own length may as well have stayed.
                let is_far = place.abs_diff(start) > 3 * (head.len() + words.len() + tail.len());
                let expected = (passage == words && is_far).then_some(Change::Moved);
                Some(Edited {
                    before: format!("{}{head}", &rest[..place]),
                    passage: Some(passage),
                    after: format!("{tail}\n\n{}", &rest[place..]),
                    expected,
                })
            }
            "move_sentence" => {
                let rest = format!("{before}{after}");
                let stops = if self.source.is_spaceless { "。" } else { ". " };
                let place = self.far_place(&rest, before.len(), stops)?;
                let passage = self.writer().misspelt(&words, 1);
                Some(Edited {
                    before: rest[..place].into(),
                    passage: Some(passage),
                    after: format!("{}{}", self.gap(), &rest[place..]),
                    expected: None,
                })
            }
            "dup_same" | "dup_near" => {
                let many = (words_of(&words, self.source.is_spaceless) * 15 / 100).max(3);
                let (copy, passage) = if self.kind == "dup_same" {
                    (words.clone(), words)
                } else {
                    (self.writer().replaced(&words, 1, true), self.writer().replaced(&words, many, true))
                };
                let place = self.far_place(&after, 0, if self.source.is_spaceless { "。" } else { " " })?;
                let after = format!("{}{copy}{}{}", &after[..place], self.gap(), &after[place..]);
                Some(Edited { before, passage: Some(passage), after, expected: None })
            }
            "deleted" => gone(format!("{before}{after}"), None),
            "deleted_par" => gone(rest, None),
            "replaced" => {
                let many = words_of(&words, self.source.is_spaceless);
                let other = self.writer().filler(many);
                gone(format!("{before}{other}{after}"), None)
            }
            "neighbour_gone" => {
                let left = head.rfind(". ").map_or(start, |at| start + at + 2);
                Some(Edited {
                    before: before[..left].into(),
                    passage: Some(words),
                    after,
                    expected: Some(Change::Kept),
                })
            }
            "appended" => {
                let more = self.writer().filler(200);
                let after = format!("{after}\n\n{more}.");
                Some(Edited { before, passage: Some(words), after, expected: Some(Change::Kept) })
            }
            "prepended" => {
                let more = self.writer().filler(200);
                Some(Edited {
                    before: format!("{more}.\n\n{before}"),
                    passage: Some(words),
                    after,
                    expected: Some(Change::Kept),
                })
            }
            "halved_kept" => {
                let (before, after) = if self.random.is(0.5) {
                    (before[start..].to_owned(), after)
                } else {
                    (before, after[..end].to_owned())
                };
                Some(Edited { before, passage: Some(words), after, expected: Some(Change::Kept) })
            }
            "halved_gone" => gone(
                if self.random.is(0.5) { before[..start].to_owned() } else { after[end..].to_owned() },
                None,
            ),
            "article_gone" => {
                let many = words_of(self.old, self.source.is_spaceless);
                gone(self.writer().filler(many), None)
            }
            "par_split" => {
                let at = head.find(". ").map(|at| start + at + 1)?;
                let before = format!("{}\n\n{}", &before[..at], &before[at + 1..]);
                Some(Edited { before, passage: Some(words), after, expected: Some(Change::Kept) })
            }
            "par_merged" => {
                let at = start.checked_sub(2)?;
                let before = format!("{} {}", &before[..at], &before[start..]);
                Some(Edited { before, passage: Some(words), after, expected: Some(Change::Kept) })
            }
            _ => None,
        }
    }

    /// A place of `text` after `mark`, far from byte `from`.
    fn far_place(&mut self, text: &str, from: usize, mark: &str) -> Option<usize> {
        let places: Vec<usize> = text.match_indices(mark).map(|(at, mark)| at + mark.len()).collect();
        let far: Vec<usize> =
            places.iter().copied().filter(|at| at.abs_diff(from) > 500.max(3 * self.passage.len())).collect();
        (!far.is_empty()).then(|| *self.random.one(&far))
    }
}

fn words_of(text: &str, is_spaceless: bool) -> usize {
    words(&pieces(text, is_spaceless)).len()
}
