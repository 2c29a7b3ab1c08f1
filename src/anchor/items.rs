//! Items of a list. Knows single texts.

/// Signs that no line of prose begins with.
const BULLETS: [char; 5] = ['*', '•', '·', '▪', '◦'];

/// What a line begins with that may be an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Bullet,
    Dash(char),
    Number(u16),
    Letter,
}

/// Whether an item of a list begins at this byte, the first of a line that is no white space.
///
/// A wrapped line of prose may begin with a dash or a number too, as `31. Dezember` does: such a line is an item behind
/// another one, or behind a mark.
pub fn begins_item(text: &str, at: usize) -> bool {
    let Some(label) = label(&text[at..]) else { return false };
    let lines = text[..at].trim_end();
    let before = lines.rfind('\n').map_or(lines, |end| &lines[end + 1..]).trim_start();
    let is_closed = before.ends_with(['.', ':', ';', '!', '?', '…', '。', '：', '；', '؛', '؟']);
    is_closed
        || before.is_empty()
        || match label {
            Label::Bullet => true,
            Label::Dash(_) => self::label(before) == Some(label),
            Label::Number(number) => {
                number > 1
                    && lines_back(lines).any(|line| self::label(line) == Some(Label::Number(number - 1)))
            }
            Label::Letter => false,
        }
}

/// The last lines of a paragraph, from the end.
fn lines_back(text: &str) -> impl Iterator<Item = &str> {
    const MOST: usize = 24;
    text.rsplit('\n').map(str::trim_start).take_while(|line| !line.is_empty()).take(MOST)
}

/// What a line begins with that may be an item.
pub(super) fn label(line: &str) -> Option<Label> {
    labelled(line).map(|(label, _)| label)
}

/// The same, with its bytes.
pub(super) fn labelled(line: &str) -> Option<(Label, usize)> {
    const LONGEST: usize = 3;
    let (mark, rest) = {
        let mut chars = line.chars();
        (chars.next()?, chars.as_str())
    };
    let signed = |label| rest.starts_with(char::is_whitespace).then(|| (label, mark.len_utf8()));
    match mark {
        _ if BULLETS.contains(&mark) => signed(Label::Bullet),
        '-' | '–' | '—' => signed(Label::Dash(mark)),
        '(' => {
            let end = rest.bytes().take(LONGEST + 1).position(|byte| byte == b')')?;
            let is_name = end > 0 && rest[..end].chars().all(char::is_alphanumeric);
            let is_one = is_name && rest[end + 1..].starts_with(char::is_whitespace);
            is_one.then_some((Label::Letter, end + 2))
        }
        'a'..='z' => {
            let is_one = rest.strip_prefix(')').is_some_and(|rest| rest.starts_with(char::is_whitespace));
            is_one.then_some((Label::Letter, 2))
        }
        _ => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            let number = line[..digits].parse().ok().filter(|_| digits <= LONGEST)?;
            let rest = line[digits..].strip_prefix(['.', ')', '°'])?;
            rest.starts_with(char::is_whitespace).then(|| (Label::Number(number), line.len() - rest.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_item(text: &str) -> bool {
        let line = text.rfind('\n').unwrap() + 1;
        begins_item(text, line + (text[line..].len() - text[line..].trim_start().len()))
    }

    #[test]
    fn items_are_told_from_lines_of_prose() {
        for text in [
            "Accounts end:\n* after a year",
            "after a year\n  * after two",
            "- eins\n- zwei",
            "Il faut :\n– un passeport",
            "1. one\n2. two",
            "1. one that\ngoes on\n2. two",
            "Es gilt:\n1. eins",
            "as follows:\n(a) one",
            "第一点：\n1. 计划",
        ] {
            assert!(is_item(text), "{text}");
        }
        for text in [
            "the plan\n– which nobody had seen –",
            "gilt bis zum\n31. Dezember",
            "1. gilt bis zum\n31. Dezember",
            "in the year\n2012. Then",
            "it was\n*not* so",
            "he said\n-5 degrees",
            "the law\n(which stands)",
        ] {
            assert!(!is_item(text), "{text}");
        }
    }
}
