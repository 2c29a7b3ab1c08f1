//! What stands between two lines of one sentence and is none of it: the hyphen's line end with indentation and the head of
//! a page, marks of quoted mail, the number and the times of the next subtitle, a time on a line of its own. Whoever asks
//! what a word or a number goes on with asks here. Knows single texts.

use crate::fold::characters as ch;
use crate::text::{Span, head, line_ends, tail};

/// So many bytes to either side of a place are read.
const NEAR: usize = 400;
/// So many bytes at most have the times of a subtitle, and the head of a page with what ends the page before.
const LONGEST: usize = 160;
/// So many lines at most has the latter.
const MOST_LINES: usize = 4;
/// So many ends of lines to either side of a place are read: those of a subtitle's or a page's head twice over.
const MOST_ENDS: usize = 12;
/// So many characters without a word at most are beside a line's end.
const BESIDE: usize = 256;

/// What is between the words of two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Joint {
    /// Its bytes, from the end of the first line's words on.
    pub(super) length: usize,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The place where a word is broken, behind its hyphen.
    Broken,
    /// A space behind the hyphen of a part that two words have: `Vor- und Nachteile`.
    Shared,
    /// Nothing, inside a number or an elided word that no hyphen breaks.
    Inside,
    /// The end of a line of quoted mail, or of one that is indented.
    Line,
    /// The number and the times of a subtitle, or a time.
    Time,
}

impl Kind {
    /// What the rules of words and numbers read in its place.
    const fn read(self) -> &'static str {
        match self {
            Self::Broken | Self::Line | Self::Time => "\n",
            Self::Shared => " ",
            Self::Inside => "",
        }
    }
}

/// What is between the words that end at byte `at` and those of the next line, where that is more than a gap.
pub(super) fn joint(text: &str, at: usize) -> Option<Joint> {
    let (before, rest) = (head(text, at, NEAR), tail(text, at, NEAR));
    let words = rest.trim_start_matches(ch::is_space);
    let gap = rest.len() - words.len();
    let ends = ends_of_lines(&rest[..gap]);
    if ends == 0 && at > 0 {
        return None;
    }
    if let Some(length) = times(words).or_else(|| time(words, ends)) {
        return Some(Joint { length: gap + length, kind: Kind::Time });
    }
    let marks = if ends == 1 { marks_of_mail(before, words) } else { 0 };
    let (length, words) = (gap + marks, &words[marks..]);
    let joint = |kind| Some(Joint { length, kind });
    if ends_broken(before) {
        return match words.chars().next() {
            _ if is_shared(words) => joint(Kind::Shared),
            Some(c) if ch::is_letter(c) && (ends == 1 || c.is_lowercase()) => joint(Kind::Broken),
            _ => over_page(rest).map(|length| Joint { length, kind: Kind::Broken }),
        };
    }
    // A blank before the words of a line begins a paragraph in Chinese.
    let is_straight = || rest[..gap].chars().all(|c| ch::is_line_end(c) || c == ' ');
    if ends == 1 && (goes_on_inside(before, words) || is_straight() && is_number(before, words)) {
        return joint(Kind::Inside);
    }
    let is_line = marks > 0 || ends == 1 && gap > 1 && is_japanese(before, words);
    is_line.then_some(Joint { length, kind: Kind::Line })
}

/// The text around byte `at`, with one line's end or less for each joint, and where the place is in it; `None` where it is
/// beside no line's end, or nothing else is there. A quote begins there where it `is_start`, or else ends.
pub(super) fn mended(text: &str, at: usize, is_start: bool) -> Option<(String, usize)> {
    if !is_beside_line_end(text, at) {
        return None;
    }
    let (before, after) = (last_lines(head(text, at, NEAR)), first_lines(tail(text, at, NEAR)));
    let (from, piece) = (at - before.len(), &text[at - before.len()..at + after.len()]);
    let place = before.len();
    let (mut mended, mut done, mut own, mut is_other) = (String::with_capacity(piece.len()), 0, None, false);
    let begins_line = from == 0 || text[..from].ends_with(ch::is_line_end);
    if begins_line && piece.starts_with('>') {
        done = (piece.len() - piece.trim_start_matches(['>', ' ']).len()).min(place);
    }
    for (start, joint) in joints(piece, from == 0) {
        let (end, read) = (start + joint.length, joint.kind.read());
        if start < done {
            continue;
        }
        mended.push_str(&piece[done..start]);
        if own.is_none() && place <= start {
            own = Some(mended.len() - (start - place));
        } else if own.is_none() && place < end {
            // A quote of the head of a page, or of a time, is none of the sentence's words.
            let between = if is_start { &piece[place..end] } else { &piece[start..place] };
            if between.contains(ch::is_word) {
                return None;
            }
            own = Some(mended.len() + if is_start { read.len() } else { 0 });
        }
        mended.push_str(read);
        is_other |= piece[start..end] != *read;
        done = end;
    }
    let own = own.unwrap_or_else(|| mended.len() + (place - done));
    mended.push_str(&piece[done..]);
    is_other.then_some((mended, own))
}

/// Where the joints lie that are beside the ends of a span, so many bytes to either side.
pub(super) fn around(text: &str, span: Span, most: usize) -> Vec<Span> {
    let beside = |at: usize| {
        let (before, after) = (head(text, at, most), tail(text, at, most));
        let from = at - before.len();
        let all = joints(&text[from..at + after.len()], from == 0);
        all.map(move |(start, joint)| Span::new(start, start + joint.length).shifted(from))
            .collect::<Vec<_>>()
    };
    [beside(span.start), beside(span.end)].concat()
}

/// How many bytes the dots or the dash at byte `at` have, with the times of a subtitle behind them, where the words go on
/// with a small letter.
pub(super) fn dots(text: &str, at: usize) -> Option<usize> {
    let rest = tail(text, at, NEAR);
    let after = rest.trim_start_matches(['.', '…', '-', '–', '—']);
    if !after.trim_start_matches([' ', '\t']).starts_with(ch::is_line_end) {
        return None;
    }
    let length = rest.len() - after.len();
    let joint = joint(text, at + length).filter(|joint| joint.kind == Kind::Time)?;
    after[joint.length..].starts_with(goes_on).then_some(length + joint.length)
}

/// Where the words go on that end at byte `at`, behind a mark of mail or a time: no paragraph ends there.
pub(super) fn words_on(text: &str, at: usize) -> Option<usize> {
    let joint = joint(text, at).filter(|joint| matches!(joint.kind, Kind::Line | Kind::Time))?;
    Some(at + joint.length)
}

/// Where the words end that go on at byte `at`, behind such a mark or a time.
pub(super) fn words_back(text: &str, at: usize) -> Option<usize> {
    let near = head(text, at, NEAR);
    let from = at - near.len();
    let piece = &text[from..at + tail(text, at, 1).len()];
    let is_one = |joint: &Joint| matches!(joint.kind, Kind::Line | Kind::Time);
    let mut all = joints(piece, from == 0);
    all.find(|(start, joint)| is_one(joint) && start + joint.length == near.len())
        .map(|(start, _)| from + start)
}

/// Whether more than a gap may be where a line begins whose text so far is `head`, without its last line's end: below the
/// times of a subtitle or the head of a page.
pub(super) fn may_be_parted(head: &str) -> bool {
    let near = &head.as_bytes()[head.len().saturating_sub(LONGEST)..];
    let mut lines = near.rsplit(|&byte| byte == b'\n');
    let is_of_times = |line: &[u8]| {
        line.last().is_some_and(u8::is_ascii_digit) || memchr::memchr2(b'>', b':', line).is_some()
    };
    lines.next().is_some_and(is_of_times)
        || memchr::memchr(b'\x0C', near).is_some()
        || lines.any(|line| line.trim_ascii().is_empty())
}

/// The joints of a piece, in order, with where each begins; one may begin with the text.
fn joints(piece: &str, is_start: bool) -> impl Iterator<Item = (usize, Joint)> {
    let first = is_start.then(|| joint(piece, 0)).flatten().map(|joint| (0, joint));
    let mut next = first.map_or(0, |(_, joint)| joint.length);
    let others = std::iter::from_fn(move || {
        loop {
            let end = next + piece[next..].find(ch::is_line_end)?;
            let start = piece[..end].trim_end_matches(ch::is_space).len().max(next);
            match joint(piece, start) {
                Some(joint) if start + joint.length > end => {
                    next = start + joint.length;
                    return Some((start, joint));
                }
                _ => next = piece.len() - piece[end..].trim_start_matches(ch::is_space).len(),
            }
        }
    });
    first.into_iter().chain(others)
}

/// The end of a text with so many ends of lines at most, from the beginning of a line.
fn last_lines(text: &str) -> &str {
    let mut ends = text.char_indices().rev().filter(|&(_, c)| ch::is_line_end(c));
    ends.nth(MOST_ENDS).map_or(text, |(at, end)| &text[at + end.len_utf8()..])
}

/// The beginning of a text with so many ends of lines at most.
fn first_lines(text: &str) -> &str {
    text.match_indices(ch::is_line_end).nth(MOST_ENDS).map_or(text, |(at, _)| &text[..at])
}

/// Whether a line ends beside a place, with no word between, told from the characters next to it.
fn is_beside_line_end(text: &str, at: usize) -> bool {
    let tells = |c: &char| ch::is_word(*c) || ch::is_line_end(*c);
    let (before, after) = text.split_at(at);
    let is_end = |c: Option<char>| c.is_some_and(ch::is_line_end);
    is_end(before.chars().rev().take(BESIDE).find(tells)) || is_end(after.chars().take(BESIDE).find(tells))
}

/// How many lines end in some white space; a page ends its line as well.
fn ends_of_lines(gap: &str) -> usize {
    let other = gap.chars().filter(|&c| ch::is_line_end(c) && !matches!(c, '\n' | '\r')).count();
    // A page begins on a line of its own.
    if other == 1 && line_ends(gap) == 1 { 1 } else { line_ends(gap) + other }
}

/// Whether a text ends with a hyphen that a letter is straight before.
fn ends_broken(before: &str) -> bool {
    let word = before.strip_suffix(|c| ch::is_hyphen(c) || c == '\u{AD}');
    word.is_some_and(|word| word.ends_with(ch::is_letter))
}

/// Words between two of which the first has a part in common with the second: `pre- and post-war`.
const SHARING: &[&str] = &["and", "or", "und", "oder", "sowie", "et", "ou", "och", "eller"];

fn is_shared(words: &str) -> bool {
    let word = &words[..words.find(|c| !ch::is_letter(c)).unwrap_or(words.len())];
    SHARING.contains(&word) && words[word.len()..].starts_with(' ')
}

/// How many bytes the marks of quoted mail before some words have: behind a line that has them too, or a broken word.
fn marks_of_mail(before: &str, words: &str) -> usize {
    if !words.starts_with('>') {
        return 0;
    }
    let rest = words.trim_start_matches(['>', ' ', '\t']);
    let line = before.rsplit(ch::is_line_end).next().unwrap_or(before).trim_start();
    let is_marked = line.starts_with('>') && line.contains(ch::is_word);
    let is_one = is_marked && !rest.starts_with(ch::is_line_end)
        || ends_broken(before) && rest.starts_with(char::is_lowercase);
    if is_one { words.len() - rest.len() } else { 0 }
}

/// How many bytes are between a broken word and its rest, in small letters, on the next page: its number, its head.
fn over_page(rest: &str) -> Option<usize> {
    let gap = rest.len() - rest.trim_start_matches(ch::is_space).len();
    let parts = |c| c == '\u{C}';
    let (mut at, mut is_page) = (gap, rest[..gap].contains(parts));
    if ends_of_lines(&rest[..gap]) < 2 && !is_page {
        return None;
    }
    for _ in 0..MOST_LINES {
        let line = &rest[at..at + rest[at..].find(ch::is_line_end)?];
        let words = rest[at + line.len()..].trim_start_matches(ch::is_space);
        let start = rest.len() - words.len();
        is_page |=
            line.contains(|c: char| c.is_ascii_digit()) || rest[at + line.len()..start].contains(parts);
        at = start;
        if start > LONGEST {
            return None;
        }
        if words.starts_with(char::is_lowercase) {
            return is_page.then_some(at);
        }
    }
    None
}

/// How many bytes the number and the times of a subtitle have from the end of the line before them on.
pub(super) fn subtitle(rest: &str) -> Option<usize> {
    let words = rest.trim_start_matches(ch::is_space);
    times(words).map(|length| rest.len() - words.len() + length)
}

/// The same of those that some words begin with, with the dash or the dots that
/// go on with the words before.
fn times(words: &str) -> Option<usize> {
    if !words.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let near = tail(words, 0, LONGEST);
    let arrow = near.find("-->")?;
    let is_time = |c: char| c.is_ascii_digit() || ch::is_space(c) || matches!(c, ':' | '.' | ',');
    let end = arrow + near[arrow..].find(ch::is_line_end)?;
    let rest = words[end..].trim_start_matches(ch::is_space);
    let is_one = near[..arrow].chars().all(is_time) && near[..arrow].contains(':');
    is_one.then(|| words.len() - without_opening(rest).len())
}

/// A subtitle without the dash or the dots before a small letter, behind which the words before go on.
fn without_opening(words: &str) -> &str {
    let rest = words.trim_start_matches(['-', '–', '—', '.', '…', ' ']);
    if rest.starts_with(goes_on) { rest } else { words }
}

/// Whether a sentence may go on with a letter: a small one, or one of a script that has no others.
fn goes_on(c: char) -> bool {
    ch::is_letter(c) && !c.is_uppercase()
}

/// How many bytes a time has that is alone on the line which some words begin with. Behind a blank line, small letters tell
/// that the words go on.
fn time(words: &str, ends: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    if !words.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '(')) {
        return None;
    }
    let near = tail(words, 0, LONGEST);
    let line = &near[..near.find(ch::is_line_end)?];
    let time = line.trim();
    let bare = time.trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    let colons = bare.matches(':').count();
    let is_time = bare.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ','));
    let rest = words[line.len()..].trim_start_matches(ch::is_space);
    let is_near = ends <= 1 && ends_of_lines(&words[line.len()..words.len() - rest.len()]) == 1;
    let is_one = is_time && (colons == 2 || colons == 1 && bare.len() < time.len());
    (is_one && (is_near || rest.starts_with(goes_on))).then(|| words.len() - rest.len())
}

/// French words with an apostrophe in them.
const ELIDED: &[&str] = &["aujourd", "quelqu", "presqu", "prud", "entr"];

/// Whether such a word goes on over a line's end.
fn goes_on_inside(before: &str, words: &str) -> bool {
    let is_one = |word: &str| {
        let start = word.len()
            - word.chars().rev().take_while(|&c| ch::is_letter(c)).map(char::len_utf8).sum::<usize>();
        ELIDED.contains(&word[start..].to_lowercase().as_str())
    };
    words.starts_with(char::is_lowercase) && before.strip_suffix(['’', '\'']).is_some_and(is_one)
}

/// Whether a number goes on over a line's end where no rule of numbers sees it: after the mark of a group, and in scripts of
/// which the multipliers are written together with their digits.
fn is_number(before: &str, words: &str) -> bool {
    goes_on_in_groups(before, words)
        || before.ends_with(ch::is_digit) && begins_with_multiplier(words) && !is_label(before)
        || goes_on_lesser(before, words)
}

/// Whether an amount goes on behind the mark of a group: `£3,` and `450,000`, `3,450,` and `000`. Elsewhere the comma may part
/// clauses.
fn goes_on_in_groups(before: &str, words: &str) -> bool {
    let Some(mark) = before.chars().next_back().filter(|mark| matches!(mark, ',' | '.')) else {
        return false;
    };
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 3 {
        return false;
    }
    let is_of = |c: char| c.is_ascii_digit() || c == mark;
    let number = &before[before.trim_end_matches(is_of).len()..before.len() - 1];
    let mut groups = number.split(mark);
    let is_whole = groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.all(|group| group.len() == 3);
    let follows = |rest: &str| {
        rest.strip_prefix(mark).is_some_and(|rest| rest.bytes().take_while(u8::is_ascii_digit).count() == 3)
    };
    let is_long = number.contains(mark) || follows(&words[digits..]);
    let is_amount =
        before[..before.len() - 1 - number.len()].trim_end_matches(' ').ends_with(ch::is_currency);
    is_whole && (words.starts_with("000") || is_long && is_amount)
}

/// What is counted in tens of thousands and more, or says of what it is; other words begin with such a sign too: 万一, 亿达公司.
const COUNTED: &str = "元円圆圓美欧歐日港英韩韓新人名户戶亩畝吨噸平立公千百多余餘個个件次辆輛台株頭头只隻年岁歲斤册冊本枚套份字步桶页頁以左的をのはがでにドユポトキル";
/// What is counted in hundreds and thousands.
const COUNTED_LESSER: &str = "万萬亿億元円圆圓名人";
/// What labels a number: 表3.
const LABELS: &str = "表图圖注第附号號：:";
/// What is counted in Korean.
const KOREAN: &[&str] = &[
    "원", "명", "달러", "유로", "엔", "위안", "톤", "개", "대", "가구", "주", "건", "평", "kg", "t", "㎡",
    "천", "백", "만", "억", "여",
];

/// Whether the digits at the end of a text are behind what they number.
fn is_label(before: &str) -> bool {
    before.trim_end_matches(ch::is_digit).ends_with(|c| LABELS.contains(c))
}

/// Whether some words begin with what multiplies digits before them, and with what is counted.
fn begins_with_multiplier(words: &str) -> bool {
    let mut letters = words.chars();
    let (first, next) = (letters.next(), letters.next());
    match first {
        Some('万' | '萬' | '亿' | '億' | '兆') => {
            next.is_none_or(|c| COUNTED.contains(c) || !ch::is_word(c))
        }
        Some('百' | '千' | '佰' | '仟') => next.is_some_and(|c| COUNTED_LESSER.contains(c)),
        Some('백' | '천' | '만' | '억' | '조') => {
            let rest = &words[first.map_or(0, char::len_utf8)..];
            let rest = rest.strip_prefix(' ').unwrap_or(rest);
            KOREAN.iter().any(|unit| rest.starts_with(unit))
        }
        _ => false,
    }
}

/// Whether the lesser part of a number follows its thousands, in a sentence: `３億` and `５千万円`. Of a column of numbers
/// each stands alone on its line.
fn goes_on_lesser(before: &str, words: &str) -> bool {
    let rest = words.trim_start_matches(ch::is_digit);
    let is_power = |c: char| "万萬亿億兆만억조".contains(c);
    let number = before.trim_end_matches(is_power).trim_end_matches(ch::is_digit);
    rest.len() < words.len()
        && before.ends_with(is_power)
        && number.len() < before.trim_end_matches(is_power).len()
        && number.ends_with(|c: char| ch::is_letter(c) || c == ' ')
        && rest.starts_with(|c: char| "百千万萬백천만".contains(c))
}

/// Whether a Japanese word may go on behind the blank of a line that is set in: between letters of endings.
fn is_japanese(before: &str, words: &str) -> bool {
    before.ends_with(ch::is_hiragana) && words.starts_with(ch::is_hiragana)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with what the rules of words and numbers read at `|`.
    fn read(text: &str) -> Option<String> {
        let at = text.find('|').expect("a place");
        let (content, at) = mended(&text.replace('|', ""), at, true)?;
        Some(format!("{}|{}", &content[..at], &content[at..]))
    }

    #[test]
    fn a_word_goes_on_over_what_parts_two_lines() {
        for (text, whole) in [
            ("un-\n    |lawful", "un-\n|lawful"),
            ("un-\n> |lawful", "un-\n|lawful"),
            ("un-\n|> lawful", "un-\n|lawful"),
            ("un- \n|lawful", "un-\n|lawful"),
            ("un-\n\n|lawful", "un-\n|lawful"),
            ("un|-\u{C} lawful", "un|-\nlawful"),
            ("un\u{AD}\r\n  |lawful", "un\u{AD}\n|lawful"),
            ("Febru|-\n\n16\nAnnual Report\n\nary", "Febru|-\nary"),
            ("un-\n\n2\n00:00:01,000 --> 00:00:02,000\n|lawful", "un-\n|lawful"),
            ("> paid 3|\n> 450 000", "paid 3|\n450 000"),
            ("two\n\n2\n00:00:01,000 --> 00:00:02,000\n- |hundred", "two\n|hundred"),
            ("two\n[00:00:01]\n|hundred", "two\n|hundred"),
            ("two|...\n00:01.000 --> 00:02.000 align:start\n...hundred", "two|...\nhundred"),
            ("Vor-\n   |und Nachteile", "Vor- |und Nachteile"),
            ("aujourd’\n   |hui", "aujourd’|hui"),
            ("£ 3|,\n450,000", "£ 3|,450,000"),
            ("共120|\n万元", "共120|万元"),
            ("벌금 120|\n만 원", "벌금 120|만 원"),
            ("利益は３億|\n５千万円", "利益は３億|５千万円"),
            ("予定は|\n　ありません", "予定は|\nありません"),
        ] {
            assert_eq!(read(text).as_deref(), Some(whole), "{text:?}");
        }
    }

    #[test]
    fn all_else_is_read_as_it_is() {
        for text in [
            "un-\n|lawful",
            "he said -\n   |nothing",
            "two\n|hundred",
            "two\n   |hundred",
            "two\n\n|hundred",
            "well-\n\n|Known facts",
            "well-\n\nReport\n\n|known facts",
            "well-\n• |known",
            "done\n> |so",
            "> done\n>\n> |so",
            "It is\n10:30\n|two hundred",
            "May 3|,\n450,000 people",
            "£3|,\n450 people",
            "2024|\n1. Introduction",
            "展望2035|\n百年大计",
            "2025|\n万一",
            "12345|\n万科公司",
            "表3|\n万元以下",
            "2025|\n　　亿元户",
            "3亿\n5亿|\n6千万",
            "2024|\n만 18세",
            "本日の予定|\n　あり",
            "‘old’\n    |guard",
            "word |word",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
