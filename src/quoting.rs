//! Text as it is written out: as a TOML string, as names of characters, shortened, in a command, counted; such that
//! a person sees every character.

use crate::fold::characters as ch;
use std::fmt::Write as _;

/// `text` as a TOML basic string in quotation marks; what cannot be seen or told from a space is escaped.
pub fn toml_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        push_escaped(&mut out, c);
    }
    out.push('"');
    out
}

/// `text` as the inside of a TOML multi-line basic string: line feeds as they are, the rest escaped.
pub(crate) fn toml_multiline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' { out.push(c) } else { push_escaped(&mut out, c) }
    }
    out
}

fn push_escaped(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if must_be_named(c) => {
            let code = u32::from(c);
            let written =
                if code > 0xFFFF { write!(out, "\\U{code:08X}") } else { write!(out, "\\u{code:04X}") };
            written.expect("writing to a string never fails");
        }
        _ => out.push(c),
    }
}

/// Whether a reader cannot see `c`, or cannot tell it from a space.
pub(crate) fn must_be_named(c: char) -> bool {
    c != ' '
        && c != 'ـ'
        && (c.is_control()
            || ch::is_invisible(c)
            || ch::is_space(c)
            || matches!(c, '\u{E0000}'..='\u{E0FFF}'))
}

/// The characters of a short string with their names: `’ (U+2019 RIGHT SINGLE QUOTATION MARK)`; in
/// quotation marks where there are more than three.
pub fn described(text: &str) -> String {
    if text.chars().count() > 3 {
        return format!("“{text}”");
    }
    let one = |c: char| match c {
        _ if must_be_named(c) || c == ' ' || ch::is_mark(c) => ch::name(c),
        _ if c.is_ascii_alphanumeric() => c.to_string(),
        _ => format!("{c} ({})", ch::name(c)),
    };
    text.chars().map(one).collect::<Vec<_>>().join(" + ")
}

/// The names of the characters of a short string: `U+2019 RIGHT SINGLE QUOTATION MARK`; nothing for
/// longer ones.
pub fn names(text: &str) -> String {
    if text.chars().count() > 3 {
        return String::new();
    }
    text.chars().map(ch::name).collect::<Vec<_>>().join(", ")
}

/// At most `most` code points of `text`, with an ellipsis where there are more.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// A sentence in which no name between backticks is longer than a person reads; what the name begins with stays.
pub fn readable(sentence: String) -> String {
    const NAME: usize = 200;
    if sentence.len() <= NAME {
        return sentence;
    }
    let parts: Vec<String> = sentence
        .split('`')
        .enumerate()
        .map(|(number, part)| if number % 2 == 1 { shortened(part, NAME) } else { part.to_owned() })
        .collect();
    parts.join("`")
}

/// The command that looks for words in every source, to be run as it is in any shell: with the longest stretch
/// of them that no shell takes for anything but words; `None` where there is none.
pub fn find_command(parts: &[&str]) -> Option<String> {
    // Letters of scripts without spaces are as wide as two.
    const MOST: usize = 52;
    // Of these a shell makes something else even in quotation marks; PowerShell takes curly ones for straight ones.
    let has_meaning = |c: char| {
        matches!(c, '"' | '$' | '`' | '\\' | '!' | '%' | '“' | '”' | '„')
            || c.is_control() && !ch::is_space(c)
    };
    let stretches = parts.iter().flat_map(|part| part.split(has_meaning));
    let words = longest(stretches.rev()).filter(|words| !words.is_empty())?;
    // What others put before a quotation of the source's is often their own.
    let quoted = longest(words.split(['«', '»', '「', '」', '『', '』']));
    let words = quoted.filter(|quoted| quoted.chars().count() >= MOST / 2).unwrap_or(words);
    let mut columns = 0;
    let is_beyond = |&(_, c): &(usize, char)| {
        columns += if ch::is_spaceless(c) { 2 } else { 1 };
        columns > MOST
    };
    let most = words.char_indices().find(is_beyond).map(|(at, _)| at);
    let cut = most.map_or(words.len(), |most| words[..most].rfind(char::is_whitespace).unwrap_or(most));
    let seen = words[..cut].chars().map(|c| if ch::is_space(c) { ' ' } else { c });
    let seen: String = seen.filter(|&c| !must_be_named(c)).collect();
    Some(format!("ibid find \"{seen}\""))
}

/// The longest of some words, without what is neither a letter nor a digit at its ends; the last of such as are as long.
fn longest<'w>(words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    words.map(|words| words.trim_matches(|c: char| !c.is_alphanumeric())).max_by_key(|words| words.len())
}

/// Words in quotation marks, with commas between: the first three, shortened, and how many more there are.
#[cfg(feature = "html")]
pub fn listed(all: &std::collections::BTreeSet<String>) -> String {
    const MOST: usize = 3;
    const SHOWN: usize = 40;
    let shown: Vec<String> =
        all.iter().take(MOST).map(|words| format!("“{}”", shortened(words, SHOWN))).collect();
    let rest = all.len() - shown.len();
    shown.join(", ") + &if rest > 0 { format!(" and {rest} more") } else { String::new() }
}

/// A number with its noun in the singular or with an `s`.
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_end_leaves_a_sentence_that_can_be_read() {
        let told = readable(format!("`{}` is no key of {}", "k".repeat(1_000_000), "this claim ".repeat(30)));
        assert!(told.starts_with("`kkk") && told.contains("k…` is no key of this claim this"), "{told}");
        assert!(told.len() < 700, "{}", told.len());
        assert_eq!(readable("`a` and `b`".into()), "`a` and `b`");
    }

    #[test]
    fn a_command_to_find_words_is_the_same_in_every_shell() {
        let command = |parts: &[&str]| find_command(parts).unwrap_or_default();
        assert_eq!(
            command(&["l’accord « n’est\u{a0}pas » signé"]),
            "ibid find \"l’accord « n’est pas » signé\""
        );
        assert_eq!(
            command(&["Jean Dupont : « Le pays va vers un désastre prévisible »"]),
            "ibid find \"Le pays va vers un désastre prévisible\""
        );
        assert_eq!(command(&["— “oh !” dit-il, sans $HOME ni `ls`"]), "ibid find \"dit-il, sans\"");
        assert_eq!(
            command(&["- 5 km", "\u{202e}une partie plus longue"]),
            "ibid find \"une partie plus longue\""
        );
        assert_eq!(find_command(&["!$", "…"]), None);
        assert_eq!(command(&["می\u{200c}رود"]), "ibid find \"میرود\"");
        let long = command(&["mot ".repeat(60).as_str()]);
        assert!(long.ends_with("mot\"") && long.chars().count() <= 52 + 12, "{long}");
        assert_eq!(shlex::split(&long).map(|words| words.len()), Some(3));
        assert_eq!(command(&["没".repeat(200).as_str()]).chars().count(), 52 / 2 + 12);
    }

    #[test]
    fn strings_read_back_and_show_what_cannot_be_seen() {
        let text = "« a\u{202f}\"b\"\\ \n\u{1b}\u{200b}é不 \u{e0001}»";
        let written = toml_string(text);
        assert_eq!(written, "\"« a\\u202F\\\"b\\\"\\\\ \\n\\u001B\\u200Bé不 \\U000E0001»\"");
        let table: toml::Table = format!("x = {written}").parse().unwrap();
        assert_eq!(table["x"].as_str(), Some(text));
    }

    #[test]
    fn characters_are_named() {
        assert_eq!(described("’"), "’ (U+2019 RIGHT SINGLE QUOTATION MARK)");
        assert_eq!(described("\u{202f}"), "U+202F NARROW NO-BREAK SPACE");
        assert_eq!(described("erreur"), "“erreur”");
    }
}
