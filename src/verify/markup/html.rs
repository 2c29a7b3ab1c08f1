//! The characters and tags of HTML among some words.

use quick_xml::escape::resolve_html5_entity;

/// No name of a character in HTML is longer.
const LONGEST_ENTITY: usize = 40;
/// No tag is looked for beyond so many bytes.
const LONGEST_TAG: usize = 400;

/// Elements that part words from those beside them.
const PARTING: [&str; 14] =
    ["br", "p", "div", "li", "ul", "ol", "td", "tr", "h1", "h2", "h3", "h4", "blockquote", "hr"];
/// Elements that stand inside a sentence.
const INSIDE: [&str; 16] = [
    "a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u",
    "wbr",
];

/// Words as a browser shows them, and the characters and tags of HTML in them.
pub(super) fn read(words: &str) -> (String, Vec<&str>) {
    let (mut plain, mut marks, mut at) = (String::with_capacity(words.len()), Vec::new(), 0);
    while let Some(next) = words[at..].find(['&', '<']).map(|next| at + next) {
        plain.push_str(&words[at..next]);
        let rest = &words[next..];
        if let Some((length, shown)) = entity(rest).or_else(|| tag(rest)) {
            plain.push_str(&shown);
            marks.push(&rest[..length]);
            at = next + length;
        } else {
            plain.push_str(&rest[..1]);
            at = next + 1;
        }
    }
    plain.push_str(&words[at..]);
    (plain, marks)
}

/// The character that is written by name or number at the start of some words, and how long that is in bytes.
fn entity(words: &str) -> Option<(usize, String)> {
    let head = words.get(..words.floor_char_boundary(LONGEST_ENTITY)).unwrap_or(words);
    let name = head.strip_prefix('&')?.split(';').next().filter(|name| name.len() + 1 < head.len())?;
    let shown = match name.strip_prefix('#') {
        None => resolve_html5_entity(name)?.to_owned(),
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?.to_string()
        }
    };
    Some((name.len() + 2, shown))
}

/// What a tag at the start of some words is shown as, and how long it is in bytes.
fn tag(words: &str) -> Option<(usize, String)> {
    let head = &words[..words.floor_char_boundary(LONGEST_TAG)];
    let inside = head.strip_prefix('<')?.split('>').next().filter(|inside| inside.len() + 1 < head.len())?;
    let name = inside.trim_start_matches('/').split([' ', '\t', '\n', '/']).next()?.to_ascii_lowercase();
    let shown = match name.as_str() {
        name if PARTING.contains(&name) => " ",
        name if INSIDE.contains(&name) => "",
        _ => return None,
    };
    Some((inside.len() + 2, shown.to_owned()))
}

/// Whether a tag sets what follows above or below the line.
pub(super) fn sets_apart(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').split([' ', '>', '/', '\t', '\n']).next().unwrap_or_default();
    name.eq_ignore_ascii_case("sup") || name.eq_ignore_ascii_case("sub")
}

/// What stands before the next tag.
pub(super) fn inside(words: &str) -> &str {
    words.split('<').next().unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_read_as_a_browser_shows_it() {
        for (words, shown, marks) in [
            ("&laquo;&nbsp;une erreur&nbsp;&raquo;", "«\u{a0}une erreur\u{a0}»", 4),
            ("n&#8217;a &#x2019; &rsquo;", "n’a ’ ’", 3),
            ("a <b>reconnu</b> <a href=\"x\">ici</a>", "a reconnu ici", 4),
            ("fin.<br><br/>Puis", "fin.  Puis", 2),
            (
                "R&D, a < b > c, <nom>, &nosuch; AT&T; &#0; &",
                "R&D, a < b > c, <nom>, &nosuch; AT&T; &#0; &",
                0,
            ),
            ("&amp", "&amp", 0),
            ("", "", 0),
        ] {
            let (plain, found) = read(words);
            assert_eq!((plain.as_str(), found.len()), (shown, marks), "{words}");
        }
    }
}
