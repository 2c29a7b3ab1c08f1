//! What a place lies in: a Chinese negation of several signs, or a word with the signs of one that affirms. Knows single
//! texts.

use super::{PREFIXES, begins_with_negation, ends_with_exception};
use std::ops::Range;

/// Words that affirm, and whose last signs alone deny: where they are cut before those, and behind which signs they are
/// none: 尾巴|不得.
const AFFIRMING: &[(&str, &str, &str)] = &[
    ("巴", "不得", "古尾嘴下哑啞"),
    ("恨", "不得", "仇怨愤憤憎悔"),
    ("莫", "不", "约約"),
    ("莫不", "是", "约約"),
];
/// What 莫 is a name or the beginning of another word before.
const NO_AFFIRMING: &[&str] = &["不是", "不如"];

/// Negations that are the beginning of another word before these signs: 无人机, 不完全统计.
const BEGINNINGS: &[(&str, &str)] = &[
    ("无人", "机驾车问区售值超商店岛航艇化潜配地不"),
    ("無人", "機駕車問區售值超商店島航艇化潛配地不駅でのなに"),
    ("无一", "例不"),
    ("無一", "例不"),
    ("不完全", "统統竞競なにで"),
    ("没想", "到"),
    ("沒想", "到"),
    ("不怎么", "样"),
    ("不怎麼", "樣"),
    ("不信", "任感のがをにはでとも"),
];

/// Signs that Chinese negations begin with, and so many that one has at most before a place inside it.
const NEGATING: [char; 6] = ['不', '没', '沒', '未', '无', '無'];
const MOST: usize = 4;

/// The word around a place between signs of Chinese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// Its bytes, counted from the beginning of the text.
    pub word: Range<usize>,
    /// Whether it negates.
    pub negates: bool,
}

/// The negation, or the word that affirms and ends with one, inside which a place after `before` and before `after` lies,
/// so that what is behind the place turns its sense: `不太可|能`, `巴|不得`.
pub fn word_around(before: &str, after: &str) -> Option<Around> {
    let around = |head: usize, tail: usize, negates| Around {
        word: before.len() - head..before.len() + tail,
        negates,
    };
    let affirms = |&&(head, tail, other): &&(&str, &str, &str)| {
        let is_none = NO_AFFIRMING.iter().any(|word| tail == "不" && after.starts_with(word));
        let rest = before.strip_suffix(head).filter(|_| after.starts_with(tail) && !is_none);
        rest.is_some_and(|rest| !rest.ends_with(|c| other.contains(c)))
    };
    let affirming =
        AFFIRMING.iter().find(affirms).map(|(head, tail, _)| around(head.len(), tail.len(), false));
    let may_be_inside = || before.chars().rev().take(MOST).any(|c| NEGATING.contains(&c));
    let inside = || PREFIXES.iter().find_map(|word| parted(word, before, after));
    affirming.or_else(|| {
        let (head, tail) = may_be_inside().then(inside).flatten()?;
        Some(around(head, tail, true))
    })
}

/// The bytes of a negation that stand before and behind a place inside it, where only those before negate.
fn parted(word: &str, before: &str, after: &str) -> Option<(usize, usize)> {
    const SIGNS: usize = 3;
    if !word.starts_with(NEGATING) || word.chars().count() < SIGNS {
        return None;
    }
    let mut places = word.char_indices().skip(2).map(|(at, _)| word.split_at(at));
    let is_one = |(head, tail): &(&str, &str)| {
        before.ends_with(head)
            && after.starts_with(tail)
            && !begins_with_negation(tail)
            && !ends_with_exception(before)
    };
    places.find(is_one).map(|(head, tail)| (head.len(), tail.len()))
}

/// Whether the negation that `before` ends with is the beginning of a word that goes on in `after`: `无人|机`.
pub fn goes_on_as_word(before: &str, after: &str) -> bool {
    BEGINNINGS.iter().any(|(word, next)| before.ends_with(word) && after.starts_with(|c| next.contains(c)))
}
