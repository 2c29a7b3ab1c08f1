//! Which parts of a sequence make one number: decided by the arithmetic of their values and the grammar of their
//! language. Knows no text.
//!
//! A number is an item (`deux cent`, `quatre-vingt`, `vingt`), to which lesser ones are added: a group. A group before
//! a power of a thousand is multiplied by it: a chunk. Chunks of ever smaller powers are one number, so that
//! `deux mille trois cents` is one and `deux mille trois mille` are two.

use super::tables::{Grammar, Habit, Inverted, Joining};
use super::{Part, Role};
use std::ops::Range;

/// A number that was read: where it ends among the parts, its value, and below what a number must be that is
/// added to it.
#[derive(Clone, Copy)]
struct Read {
    end: usize,
    value: u64,
    room: u64,
}

/// The parts that make one number each, two parts and more, in reading order.
///
/// `has_limits` says that a word like *between* is before the first, so that a lone joint parts two numbers.
pub(super) fn numbers(grammar: &Grammar, parts: &[Part], has_limits: bool) -> Vec<Range<usize>> {
    let joints = parts.iter().filter(|part| matches!(part, Part::Joint { .. })).count();
    let reader = Reader { grammar, parts, may_join: !has_limits || joints > 1 };
    let mut found = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        let end = reader.number(at).map_or(at + 1, |number| number.end);
        if end > at + 1 {
            found.push(at..end);
        }
        at = end;
    }
    found
}

/// The value of the number that all the parts make together.
pub(super) fn value(grammar: &Grammar, parts: &[Part]) -> Option<u64> {
    let number = Reader { grammar, parts, may_join: true }.number(0)?;
    (number.end == parts.len()).then_some(number.value)
}

struct Reader<'a> {
    grammar: &'a Grammar,
    parts: &'a [Part],
    may_join: bool,
}

impl Reader<'_> {
    /// The longest number from part `at` on.
    fn number(&self, at: usize) -> Option<Read> {
        let mut number = self.chunk(at)?;
        while let Some(more) = self.chunk(self.after_joint(number.end)) {
            if !self.is_added(number, more) {
                break;
            }
            number = Read { end: more.end, value: number.value.saturating_add(more.value), room: more.room };
        }
        Some(number)
    }

    /// A group and the power of a thousand that multiplies it, or either alone.
    fn chunk(&self, at: usize) -> Option<Read> {
        let group = self.group(at)?;
        let end = if self.has(Habit::LinksPowers) { self.after_joint(group.end) } else { group.end };
        let Some(&Part::Value { value: power, .. }) = self.parts.get(end) else { return Some(group) };
        // Words alone make one word there; digits stand apart: `500 ezer`.
        let is_apart = self.has(Habit::OneWord) && self.is_apart(end) && !self.is_digits(end - 1);
        if !is_power(power) || !(1..power).contains(&group.value) || is_apart {
            return Some(group);
        }
        Some(Read { end: end + 1, value: group.value.saturating_mul(power), room: power })
    }

    /// An item and the lesser ones that are added to it.
    fn group(&self, at: usize) -> Option<Read> {
        let mut group = self.item(at)?;
        if group.value >= 1000 && group.value.is_multiple_of(1000) {
            return Some(group);
        }
        while let Some(more) = self.item(self.after_joint(group.end)) {
            if !self.is_added(group, more) {
                break;
            }
            group = Read { end: more.end, value: group.value + more.value, room: more.room };
        }
        Some(group)
    }

    /// One part, or several that are no sum of a greater and a lesser: hundreds, teens, inverted tens.
    fn item(&self, at: usize) -> Option<Read> {
        let grammar = self.grammar;
        let first = self.value(at).filter(|_| !matches!(self.role(at), Role::Tens | Role::Teens))?;
        if self.is_digits(at) {
            return Some(Read { end: at + 1, value: first, room: 1 });
        }
        let alone = Read { end: at + 1, value: first, room: self.room(first) };
        let is_unit = (1..=9).contains(&first);
        let whole = |end: usize, value: u64| Some(Read { end, value, room: self.room(value) });
        match self.role(at + 1) {
            Role::Tens if is_unit => return whole(at + 2, first * 10),
            Role::Teens if is_unit => return whole(at + 2, first + 10),
            _ => {}
        }
        match self.value(at + 1).filter(|_| !self.is_digits(at + 1)) {
            Some(10) if self.has(Habit::CountsTens) && is_unit && !self.is_apart(at + 1) => {
                return whole(at + 2, first * 10);
            }
            Some(100)
                if (1..=grammar.most_hundreds).contains(&first)
                    && !(self.has(Habit::OneWord) && self.is_apart(at + 1)) =>
            {
                return whole(at + 2, first * 100);
            }
            Some(20) if self.has(Habit::CountsTwenties) && first == 4 => return whole(at + 2, 80),
            Some(10) if self.has(Habit::HasTeens) && is_unit => return whole(at + 2, first + 10),
            Some(years)
                if self.has(Habit::PairsYears) && matches!(first, 18 | 19) && (10..=99).contains(&years) =>
            {
                return whole(at + 2, first * 100 + years);
            }
            _ => {}
        }
        let Some(tens) = self.value(at + 2).filter(|tens| (20..=90).contains(tens) && tens % 10 == 0) else {
            return Some(alone);
        };
        let is_joint = |index: usize| matches!(self.parts[index], Part::Joint { .. });
        let is_glued = !self.is_apart(at + 1) && !self.is_apart(at + 2);
        let is_inverted = match grammar.inverted {
            Inverted::No => false,
            Inverted::InWord | Inverted::Either => is_glued,
            Inverted::Always => self.may_join,
        };
        if is_unit && is_joint(at + 1) && is_inverted {
            return Some(Read { end: at + 3, value: first + tens, room: 1 });
        }
        Some(alone)
    }

    /// Whether `more`, which is next, is added to `number`.
    fn is_added(&self, number: Read, more: Read) -> bool {
        let next = self.after_joint(number.end);
        if more.value == 0 || more.value >= number.room {
            return false;
        }
        if let Part::Digits { is_group, .. } = self.parts[next] {
            // Other digits after a word are a number of their own, or a year.
            return number.room >= 1000 && next == number.end && (is_group || more.end > next + 1);
        }
        if next > number.end {
            return self.joins(number, more, next);
        }
        if !self.is_apart(next) {
            return true;
        }
        if self.has(Habit::OneWord) || self.role(next) == Role::Leading && more.end == next + 1 {
            return false;
        }
        if self.is_lone_one(next, more) {
            return self.has(Habit::AddsOne);
        }
        let is_unit = number.room == 10;
        let is_after_ten = self.has(Habit::CountsTwenties) && self.value(number.end - 1) == Some(10);
        !(is_unit && self.has(Habit::JoinsUnits) || is_after_ten && more.value < 7)
    }

    /// Whether the joint between `number` and `more`, which begins at part `next`, adds.
    fn joins(&self, number: Read, more: Read, next: usize) -> bool {
        let is_tens = matches!(number.room, 10 | 20) && number.value % 100 >= 20;
        self.may_join
            && match self.grammar.joining {
                Joining::Never => false,
                Joining::OneAfterTens => is_tens && matches!(more.value, 1 | 11),
                Joining::UnitsAfterTens => is_tens && more.value < 10,
                Joining::AfterHundreds => number.room >= 100 && !self.is_lone_one(next, more),
                Joining::Always => true,
            }
    }

    fn has(&self, habit: Habit) -> bool {
        self.grammar.habits.contains(&habit)
    }

    /// Whether what is read from part `at` is only a form of one, which may be an article.
    fn is_lone_one(&self, at: usize, read: Read) -> bool {
        matches!(self.parts[at], Part::One { .. }) && read.end == at + 1
    }

    fn is_digits(&self, at: usize) -> bool {
        matches!(self.parts[at], Part::Digits { .. })
    }

    /// Below what a number must be that is added to `value`.
    fn room(&self, value: u64) -> u64 {
        let grammar = self.grammar;
        if value >= 1000 {
            return [1_000_000_000_000, 1_000_000_000, 100_000_000, 1_000_000, 10_000, 1000, 100, 10]
                .into_iter()
                .find(|power| value.is_multiple_of(*power))
                .unwrap_or(1);
        }
        let has_units = matches!(grammar.inverted, Inverted::No | Inverted::Either);
        match value {
            0 => 1,
            _ if value.is_multiple_of(100) => 100,
            60 | 80 if self.has(Habit::CountsTwenties) => 20,
            10 if self.has(Habit::CountsTwenties) || self.has(Habit::AddsToTen) => 10,
            20.. if value.is_multiple_of(10) && has_units => 10,
            _ => 1,
        }
    }

    fn value(&self, at: usize) -> Option<u64> {
        match *self.parts.get(at)? {
            Part::One { .. } => Some(1),
            Part::Value { value, .. } | Part::Digits { value, .. } => Some(value),
            Part::Joint { .. } | Part::Other => None,
        }
    }

    fn role(&self, at: usize) -> Role {
        match self.parts.get(at) {
            Some(&Part::Value { role, .. }) => role,
            _ => Role::Plain,
        }
    }

    /// The part after the joint that is at `at`, or `at` where there is none.
    fn after_joint(&self, at: usize) -> usize {
        at + usize::from(matches!(self.parts.get(at), Some(Part::Joint { .. })))
    }

    /// Whether a part is neither in the word of the one before nor joined to it by a hyphen.
    fn is_apart(&self, at: usize) -> bool {
        match self.parts[at] {
            Part::One { is_apart, .. } | Part::Value { is_apart, .. } | Part::Joint { is_apart } => is_apart,
            Part::Digits { .. } | Part::Other => true,
        }
    }
}

/// Whether a value is a power of a thousand, an Indian lakh or crore, or a Korean power of ten thousand, which multiply
/// the group before them.
pub(super) const fn is_power(value: u64) -> bool {
    matches!(
        value,
        1000 | 10_000 | 100_000 | 1_000_000 | 10_000_000 | 100_000_000 | 1_000_000_000 | 1_000_000_000_000
    )
}
