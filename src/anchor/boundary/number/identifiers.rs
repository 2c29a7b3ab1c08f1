//! Numbers that name one thing and are written in groups: accounts, cards, companies, persons, books, telephones,
//! articles that are known by a code. A row of a table may look alike, so each is known by its shape, and by its check
//! digit where the shape says too little.

use super::{Surroundings, is_gap};
use crate::fold::characters as ch;
use crate::text;

/// So many characters to either side are read.
const READ: usize = 48;

/// Whether the place lies inside such a number.
pub(super) fn is_cut(seen: &Surroundings<'_>) -> bool {
    cuts_code(seen) || may_be_inside(seen) && Run::new(seen).is_cut()
}

/// Whether digits or capitals are near on both sides, told from a few characters.
fn may_be_inside(seen: &Surroundings<'_>) -> bool {
    const MARKS: usize = 2;
    let near = |side: &[char]| side.iter().take(MARKS + 1).copied().find(|&c| !parts(c) && !is_bracket(c));
    let is_of = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    let (left, right) = (near(&seen.left), near(&seen.right));
    let has_digit = [left, right].iter().flatten().any(char::is_ascii_digit);
    has_digit && left.is_some_and(is_of) && right.is_some_and(is_of)
}

fn parts(c: char) -> bool {
    is_gap(c) || ch::is_hyphen(c)
}

const fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')')
}

/// The digits, capitals and marks around a place.
struct Run {
    text: Vec<char>,
    place: usize,
}

/// So many digits and letters has the shortest account number, less one.
const SHORTEST_ACCOUNT: usize = 14;

/// A group of a run: where it begins and ends.
type Group = (usize, usize);

impl Run {
    fn new(seen: &Surroundings<'_>) -> Self {
        let is_of = |c: &char| {
            c.is_ascii_digit()
                || c.is_ascii_uppercase()
                || parts(*c)
                || is_bracket(*c)
                || matches!(c, '+' | '.')
        };
        let mut text: Vec<char> = seen.near_before().chars().rev().take(READ).take_while(is_of).collect();
        text.reverse();
        let place = text.len();
        text.extend(seen.near_after().chars().take(READ).take_while(is_of));
        Self { text, place }
    }

    fn is_cut(&self) -> bool {
        let groups = self.groups();
        let is_inside = |(first, last): (usize, usize)| {
            let window = &groups[first..=last];
            window[0].0 < self.place && self.place < window[window.len() - 1].1 && self.is_one(window)
        };
        let mut windows =
            (0..groups.len()).flat_map(|first| (first + 1..groups.len()).map(move |last| (first, last)));
        windows.any(is_inside) || self.cuts_bracketed()
    }

    /// The groups of digits and capitals of a run.
    fn groups(&self) -> Vec<Group> {
        let is_of = |at: usize| self.text.get(at).is_some_and(char::is_ascii_alphanumeric);
        let begins = (0..self.text.len()).filter(|&at| is_of(at) && (at == 0 || !is_of(at - 1)));
        begins
            .map(|start| (start, (start..self.text.len()).find(|&at| !is_of(at)).unwrap_or(self.text.len())))
            .collect()
    }

    /// Whether groups are one number: one mark of one kind between each two, and a known shape.
    fn is_one(&self, window: &[Group]) -> bool {
        let mark = |pair: &[Group]| self.text[pair[0].1];
        let is_hyphened = ch::is_hyphen(mark(window));
        let is_regular = window.windows(2).all(|pair| {
            pair[1].0 == pair[0].1 + 1 && parts(mark(pair)) && ch::is_hyphen(mark(pair)) == is_hyphened
        });
        if !is_regular {
            return false;
        }
        let groups: Vec<&[char]> = window.iter().map(|&(start, end)| &self.text[start..end]).collect();
        let all: Vec<char> = groups.concat();
        if is_account(&groups) && !self.follows_account(window, &all) || is_book(&groups, &all, is_hyphened) {
            return true;
        }
        self.stands_apart(window)
            && all.iter().all(char::is_ascii_digit)
            && (is_card(&groups, &all)
                || is_person(&groups)
                || is_company(&groups, &all)
                || !is_hyphened && is_zero_led(&groups, &all))
    }

    /// Whether the account number is whole before the place: it has its check digits.
    fn follows_account(&self, window: &[Group], all: &[char]) -> bool {
        let before = window.iter().filter(|group| group.1 <= self.place).map(|group| group.1 - group.0).sum();
        before > SHORTEST_ACCOUNT && has_account_check(&all[..before])
    }

    /// Whether no further digits are beside groups.
    fn stands_apart(&self, window: &[Group]) -> bool {
        let (start, end) = (window[0].0, window[window.len() - 1].1);
        let is_digit =
            |at: Option<usize>| at.and_then(|at| self.text.get(at)).is_some_and(char::is_ascii_digit);
        !is_digit(start.checked_sub(2)) && !is_digit(end.checked_add(1))
    }

    /// Whether the place lies inside a telephone number that has a part in brackets: `(212) |555-0100`,
    /// `+44 (0)20 |7946 0958`.
    fn cuts_bracketed(&self) -> bool {
        let opening = self.text.iter().enumerate().filter(|(_, c)| **c == '(').map(|(at, _)| at);
        opening.into_iter().any(|open| {
            self.telephone(open).is_some_and(|(start, end)| start < self.place && self.place < end)
        })
    }

    /// The telephone number whose bracket opens here.
    fn telephone(&self, open: usize) -> Option<Group> {
        let digits_at = |from: usize| {
            self.text[from.min(self.text.len())..].iter().take_while(|c| c.is_ascii_digit()).count()
        };
        let inside = digits_at(open + 1);
        let close = open + 1 + inside;
        if !(1..=5).contains(&inside) || self.text.get(close) != Some(&')') {
            return None;
        }
        let mut groups = Vec::new();
        let mut end = close + 1;
        let mut next = end + usize::from(self.text.get(end).is_some_and(|&c| is_gap(c)));
        while digits_at(next) > 0 {
            groups.push(digits_at(next));
            end = next + digits_at(next);
            let has_mark = self.text.get(end).is_some_and(|&c| parts(c) || c == '.');
            next = end + usize::from(has_mark);
            if !has_mark {
                break;
            }
        }
        let count = inside + groups.iter().sum::<usize>();
        let start = self.country(open);
        let is_one = groups == [3, 4] && inside == 3
            || self.text[open + 1] == '0' && (7..=12).contains(&count) && inside > 1
            || start < open && (8..=15).contains(&count);
        is_one.then_some((start, end))
    }

    /// Where the country's number before a bracket begins, or where the bracket is.
    fn country(&self, open: usize) -> usize {
        let before = &self.text[..open];
        let gap = usize::from(before.last().is_some_and(|&c| is_gap(c)));
        let digits = before[..open - gap].iter().rev().take_while(|c| c.is_ascii_digit()).count();
        let plus = (open - gap).checked_sub(digits + 1).filter(|&at| before[at] == '+');
        plus.filter(|_| (1..=3).contains(&digits)).unwrap_or(open)
    }
}

fn are(groups: &[&[char]], lengths: &[usize]) -> bool {
    groups.iter().map(|group| group.len()).eq(lengths.iter().copied())
}

/// Whether groups begin an international account number: `FR76 3000 6000 0112`. Years after a name are none.
fn is_account(groups: &[&[char]]) -> bool {
    let Some((head, rest)) = groups.split_first().filter(|(_, rest)| rest.len() >= 3) else { return false };
    let is_headed = matches!(head, [a, b, c, d] if [a, b].iter().all(|c| c.is_ascii_uppercase())
        && [c, d].iter().all(|c| c.is_ascii_digit()));
    let is_year = |group: &&&[char]| matches!(group, ['1', '9', ..] | ['2', '0', ..]);
    let is_whole = |group: &&[char]| group.len() == 4;
    is_headed
        && rest[..rest.len() - 1].iter().all(is_whole)
        && rest[rest.len() - 1].len() <= 4
        && rest.iter().flat_map(|group| group.iter()).any(char::is_ascii_digit)
        && rest.iter().filter(is_year).count() < rest.len() - 1
}

/// Whether an account number has its check digits, by ISO 7064.
fn has_account_check(all: &[char]) -> bool {
    let turned = all[4..].iter().chain(&all[..4]);
    let rest = turned
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, value| if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 });
    rest == 1
}

/// Whether groups are the number of a card, with its check digit.
fn is_card(groups: &[&[char]], all: &[char]) -> bool {
    let is_round = groups.iter().all(|group| group.ends_with(&['0', '0']));
    (are(groups, &[4, 4, 4, 4]) || are(groups, &[4, 6, 5])) && !is_round && has_check(all)
}

/// Whether groups are the number of a French establishment: `552 100 554 00013`.
fn is_company(groups: &[&[char]], all: &[char]) -> bool {
    are(groups, &[3, 3, 3, 5]) && (groups[3][0] == '0' || has_check(all))
}

/// Whether groups are the number of a person in France: `1 85 05 78 006 084 36`.
fn is_person(groups: &[&[char]]) -> bool {
    let is_one = are(groups, &[1, 2, 2, 2, 3, 3]) || are(groups, &[1, 2, 2, 2, 3, 3, 2]);
    is_one && matches!(groups[0][0], '1' | '2')
}

/// Whether the last digit of a number checks the others, by Luhn's way.
fn has_check(all: &[char]) -> bool {
    let digits = all.iter().rev().filter_map(|c| c.to_digit(10)).enumerate();
    let sum: u32 =
        digits.map(|(at, digit)| if at % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }).sum();
    sum.is_multiple_of(10)
}

/// Whether groups are the number of a book: `978 2 07 036822 8`, `2-07-036822-X`.
fn is_book(groups: &[&[char]], all: &[char], is_hyphened: bool) -> bool {
    let Some((last, rest)) = all.split_last() else { return false };
    if !rest.iter().all(char::is_ascii_digit) || !(last.is_ascii_digit() || *last == 'X') {
        return false;
    }
    let begins = matches!(groups[0], ['9', '7', '8' | '9']);
    let has_check = || {
        let value = |c: &char| c.to_digit(10).unwrap_or(10);
        let sum: u32 = all.iter().zip((1..=10).rev()).map(|(c, weight)| value(c) * weight).sum();
        sum.is_multiple_of(11)
    };
    begins && all.len() == 13 && *last != 'X'
        || groups.len() == 4 && all.len() == 10 && (is_hyphened && *last == 'X' || has_check())
}

/// Whether groups are a telephone number that begins with a zero: `0800 123 456`, `020 7946 0958`.
fn is_zero_led(groups: &[&[char]], all: &[char]) -> bool {
    (3..=5).contains(&groups[0].len())
        && groups[0][0] == '0'
        && groups[0][1] != '0'
        && (9..=11).contains(&all.len())
        && all.iter().all(char::is_ascii_digit)
}

/// Whether the place lies inside the code of an article, which has no space in it: `10.1038/|s41586-020-2649-2`,
/// `arXiv:hep-th/|9901001`.
fn cuts_code(seen: &Surroundings<'_>) -> bool {
    let is_of = |c: char| !ch::is_space(c) && !ch::is_invisible(c);
    if !seen.left(0, is_of) || !seen.right(0, is_of) {
        return false;
    }
    let near = text::head(seen.before, seen.before.len(), READ);
    let head = &near[near.trim_end_matches(is_of).len()..];
    let begins_archived = || head.strip_prefix("arXiv:").is_some_and(|id| !id.is_empty());
    if head.len() >= READ || !head.contains("10.") && !begins_archived() {
        return false;
    }
    let after = seen.near_after();
    let tail = &after[..after.len() - after.trim_start_matches(is_of).len()];
    let goes_on = tail.contains(|c: char| c.is_ascii_alphanumeric());
    let is_code = |at: usize| begins_code(&head[at..], tail);
    // What ends a sentence or encloses the code is none of it.
    let ends = |c: char| !c.is_ascii_alphanumeric() && c != '/';
    goes_on
        && !tail.trim_end_matches(ends).is_empty()
        && (head.rfind("10.").is_some_and(is_code) || begins_archived())
}

/// Whether a code of a document begins here: ten, its register and a slash, which may lie behind the place.
fn begins_code(head: &str, tail: &str) -> bool {
    let whole: String = head.chars().chain(tail.chars()).skip("10.".len()).take(READ).collect();
    let rest = whole.trim_start_matches(|c: char| c.is_ascii_digit());
    (4..=9).contains(&(whole.len() - rest.len()))
        && rest.strip_prefix('/').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}
