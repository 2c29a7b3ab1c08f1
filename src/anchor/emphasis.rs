//! Signs of Markdown that set type: `**bold**`, `_italic_`. Each opening one has a closing one, so that the star of a note
//! or of a product is none. Knows single texts.

use crate::fold::characters as ch;

/// A run of equal signs in a text.
#[derive(Clone, Copy)]
struct Run {
    at: usize,
    sign: char,
    length: usize,
    /// What stands before and behind it.
    before: Option<char>,
    after: Option<char>,
    /// Whether it stands between letters or digits.
    is_inside: bool,
}

/// Whether a text has a sign that may set type, told at a glance.
pub(super) fn may_have(text: &str) -> bool {
    memchr::memchr2(b'*', b'_', text.as_bytes()).is_some()
}

/// Where in a text the signs lie that set type, each with its bytes, in order.
pub(super) fn signs(text: &str) -> Vec<(usize, usize)> {
    if !may_have(text) {
        return Vec::new();
    }
    let (mut open, mut found): (Vec<Run>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    let mut last_end = 0;
    let runs = runs(text);
    if !runs.iter().any(Run::may_close) {
        return Vec::new();
    }
    for run in runs {
        // Emphasis ends with its paragraph.
        if !open.is_empty() && has_empty_line(&text[last_end..run.at]) {
            open.clear();
        }
        last_end = run.at + run.length;
        if let Some(opening) = opening_of(&open, &run, text) {
            found.push((open[opening].at, run.length));
            found.push((run.at, run.length));
            open.truncate(opening);
        } else if run.may_open() {
            open.push(run);
        }
    }
    found.sort_unstable();
    found
}

/// Which of the open runs one closes: the last that it can.
fn opening_of(open: &[Run], run: &Run, text: &str) -> Option<usize> {
    if !run.may_close() {
        return None;
    }
    let (mut is_solid, mut known) = (true, run.at);
    let alike =
        open.iter().enumerate().rev().filter(|(_, one)| one.sign == run.sign && one.length == run.length);
    for (at, opening) in alike {
        let end = opening.at + opening.length;
        is_solid = is_solid && !text[end..known].contains(ch::is_space);
        known = end;
        if opening.is_closed_by(run, is_solid) {
            return Some(at);
        }
        // No part of a word is set farther away.
        if !is_solid && run.is_inside {
            return None;
        }
    }
    None
}

/// The runs of such signs, without those that a backslash makes plain characters.
fn runs(text: &str) -> Vec<Run> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = memchr::memchr2(b'*', b'_', &text.as_bytes()[from..]).map(|at| from + at) {
        let sign = if text.as_bytes()[at] == b'*' { '*' } else { '_' };
        let length = text.len() - at - text[at..].trim_start_matches(sign).len();
        from = at + length;
        let (before, after) = (text[..at].chars().next_back(), text[from..].chars().next());
        if before != Some('\\') {
            let is_inside = before.is_some_and(ch::is_word) && after.is_some_and(ch::is_word);
            found.push(Run { at, sign, length, before, after, is_inside });
        }
    }
    found
}

fn has_empty_line(between: &str) -> bool {
    let mut lines = between.split('\n').skip(1).peekable();
    // The last piece is the beginning of a line, and no whole one.
    std::iter::from_fn(|| lines.next().filter(|_| lines.peek().is_some())).any(|line| line.trim().is_empty())
}

impl Run {
    fn may_open(&self) -> bool {
        self.after.is_some_and(|c| !ch::is_space(c)) && !(self.sign == '_' && self.is_inside)
    }

    fn may_close(&self) -> bool {
        self.before.is_some_and(|c| !ch::is_space(c)) && !(self.sign == '_' && self.is_inside)
    }

    /// Whether `other`, a run of the same signs that may close, closes what it opens; `is_solid` says that no space lies
    /// between. Inside a word only a part of that word is set: `2*500 = 20*50` multiplies.
    fn is_closed_by(&self, other: &Self, is_solid: bool) -> bool {
        let outer = [self.before, other.after];
        let is_product = outer.iter().all(|c| c.is_some_and(ch::is_digit))
            || self.length == 1 && outer.iter().all(|c| c.is_some_and(ch::is_word));
        let is_in_word = self.is_inside || other.is_inside;
        !is_in_word || !is_product && is_solid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text without what sets type.
    fn bare(text: &str) -> String {
        let mut bare = text.to_owned();
        for (at, length) in signs(text).into_iter().rev() {
            bare.replace_range(at..at + length, "");
        }
        bare
    }

    #[test]
    fn a_pair_of_signs_sets_type() {
        for (text, plain) in [
            ("did **not** sign", "did not sign"),
            ("did *not* sign", "did not sign"),
            ("did __not__ _sign_", "did not sign"),
            ("**did *not* sign**", "did not sign"),
            ("***not***", "not"),
            ("2**500** men", "2500 men"),
            ("2*500* men", "2500 men"),
            ("un**believ**able", "unbelievable"),
            ("**2**500 men", "2500 men"),
            ("12**.5** per cent", "12.5 per cent"),
            ("**one\nline** more", "one\nline more"),
            ("* item **not**", "* item not"),
        ] {
            assert_eq!(bare(text), plain, "{text}");
        }
    }

    #[test]
    fn a_sign_without_another_is_a_character() {
        for text in [
            "2*500",
            "2 * 500 * 3",
            "2*500*3",
            "2**8**2",
            "2*500 = 20*50",
            "5*3 and 7*",
            "500* dead and 30* hurt",
            "a snake_case_name",
            "* one\n* two",
            "**open\n\nnot closed**",
            "\\*so\\*",
            "a*b*c",
            "***",
        ] {
            assert_eq!(bare(text), text, "{text}");
        }
    }
}
