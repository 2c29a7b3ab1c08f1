//! The signs of Markdown among some words, as machines and many editors write it. Read generously: nothing is proposed
//! that the source does not have.

/// No link is looked for beyond so many bytes.
const LONGEST_LINK: usize = 2000;

/// Words as they are shown, and the signs of Markdown in them.
pub(super) fn read(words: &str) -> (String, Vec<&str>) {
    let (mut plain, mut signs, mut at) = (String::with_capacity(words.len()), Vec::new(), 0);
    let mut is_line_start = true;
    while at < words.len() {
        let rest = &words[at..];
        let lead = if is_line_start { lead(rest) } else { 0 };
        is_line_start = lead > 0 || rest.starts_with('\n') || is_line_start && rest.starts_with(' ');
        if lead > 0 {
            signs.push(rest[..lead].trim_end());
            at += lead;
        } else if let Some((length, shown)) = link(rest) {
            let (inside, _) = read(shown);
            plain.push_str(&inside);
            signs.push(&rest[..length]);
            at += length;
        } else if let Some(shown) = escaped(rest) {
            plain.push_str(shown);
            signs.push(&rest[..=shown.len()]);
            at += 1 + shown.len();
        } else if let Some(length) = sign(&words[..at], rest) {
            signs.push(&rest[..length]);
            at += length;
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            plain.push_str(&rest[..length]);
            at += length;
        }
    }
    (plain, signs)
}

/// How many bytes at the start of a line make it a heading, an item of a list or a quotation.
fn lead(line: &str) -> usize {
    let signs = match line.chars().next() {
        Some('#') => run(line, '#'),
        Some('>' | '-' | '*' | '+') => 1,
        _ => return 0,
    };
    let after = &line[signs..];
    if !line.starts_with('>') && !after.starts_with(' ') {
        return 0;
    }
    signs + run(after, ' ')
}

/// How often a character of one byte stands at the start of some words, up to seven times.
fn run(words: &str, sign: char) -> usize {
    words.chars().take(7).take_while(|&c| c == sign).count()
}

/// How long a link, a picture or a note’s number at the start of some words is, in bytes, and what is shown of it.
fn link(words: &str) -> Option<(usize, &str)> {
    let head = &words[..words.floor_char_boundary(LONGEST_LINK)];
    let opening = match head.strip_prefix('!').unwrap_or(head) {
        bare if bare.starts_with('[') => head.len() - bare.len() + 1,
        _ => return None,
    };
    let close = opening + head[opening..].find(']')?;
    if head[opening..close].starts_with('^') {
        return Some((close + 1, ""));
    }
    let address = head[close + 1..].strip_prefix('(')?;
    let end = address.find(')')?;
    let is_address = !address[..end].is_empty() && !address[..end].starts_with(char::is_whitespace);
    let names_place = address[..end].contains(['/', '.', '#']);
    (is_address && names_place).then(|| (close + 1 + 1 + end + 1, &head[opening..close]))
}

/// The sign that stands for itself behind a backslash at the start of some words.
fn escaped(words: &str) -> Option<&str> {
    let sign = words.strip_prefix('\\')?;
    sign.starts_with(['*', '_', '#', '[', ']', '`', '~', '>', '-']).then(|| &sign[..1])
}

/// How long a sign inside a line is, in bytes: what makes words bold, slanted, struck out or code.
fn sign(before: &str, rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    if !matches!(first, '*' | '_' | '`' | '~' | '=') {
        return None;
    }
    let length = run(rest, first);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_inside = || is_letter(before.chars().next_back()) && is_letter(rest[length..].chars().next());
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_apart = is_blank(before.chars().next_back()) && is_blank(rest[length..].chars().next());
    let is_sign = match first {
        '~' | '=' => length == 2,
        '_' => length <= 3 && !is_inside(),
        _ => length <= 3,
    };
    (is_sign && !is_apart).then_some(length)
}

/// Whether a sign strikes words out.
pub(super) fn strikes_out(sign: &str) -> bool {
    sign.starts_with("~~")
}

/// Whether a sign at the start of a line stands before a number, be there a currency or a mark between, as a minus, a plus
/// and a bound do.
pub(super) fn may_be_of_number(sign: &str, after: &str) -> bool {
    let is_between = |c: char| {
        c.is_whitespace()
            || matches!(c, '$' | '€' | '£' | '¥' | '₽' | '₹' | '.' | ',' | '*' | '_' | '`' | '[' | '=')
    };
    matches!(sign, "-" | ">" | "+") && after.trim_start_matches(is_between).starts_with(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_read_as_it_is_shown() {
        for (words, shown, signs) in [
            ("Je ne fermerais **pas** la porte", "Je ne fermerais pas la porte", 2),
            ("une *trajectoire* _positive_ et `code`", "une trajectoire positive et code", 6),
            ("un rapport de [**CNN**](https://cnn.com) publié", "un rapport de CNN publié", 1),
            ("![image](a.png)Les talibans[^1]", "imageLes talibans", 2),
            ("> Il y a\n> une trajectoire", "Il y a\nune trajectoire", 2),
            ("## Libération\n- d’un otage", "Libération\nd’un otage", 2),
            (r"a\_b \*c", "a_b *c", 2),
            ("snake_case, 2 * 3, #1, [sic], [aux talibans] (ici), a-b, -5, a = b", "", 0),
            ("", "", 0),
        ] {
            let (plain, found) = read(words);
            let shown = if signs == 0 { words } else { shown };
            assert_eq!((plain.as_str(), found.len()), (shown, signs), "{words}");
        }
    }
}
