//! Backslashes among some words, as programs and TOML’s double quotation marks write what cannot be typed. Between single
//! ones they stand for themselves.

/// The words with what each backslash would make, and the backslashes with their letters.
pub(super) fn read(words: &str) -> (String, Vec<&str>) {
    let (mut plain, mut signs, mut at) = (String::with_capacity(words.len()), Vec::new(), 0);
    while let Some(next) = words[at..].find('\\').map(|next| at + next) {
        plain.push_str(&words[at..next]);
        let (length, made) = made(&words[next..]).unwrap_or((1, "\\".into()));
        if length > 1 {
            signs.push(&words[next..next + length]);
        }
        plain.push_str(&made);
        at = next + length;
    }
    plain.push_str(&words[at..]);
    (plain, signs)
}

/// How long what begins with a backslash is, in bytes, and what it makes.
fn made(words: &str) -> Option<(usize, String)> {
    let letter = words.chars().nth(1)?;
    let digits = match letter {
        'n' | 'r' => return Some((2, "\n".into())),
        't' => return Some((2, " ".into())),
        'x' => 2,
        'u' => 4,
        'U' => 8,
        c if c.is_ascii_punctuation() => return Some((2, c.into())),
        _ => return None,
    };
    let number = words.get(2..2 + digits)?;
    let made = char::from_u32(u32::from_str_radix(number, 16).ok()?).filter(|c| !c.is_control())?;
    Some((2 + digits, made.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backslashes_make_what_they_make_elsewhere() {
        for (words, plain, signs) in [
            (r"Le secret n\'est", "Le secret n'est", 1),
            (r#"un \"geste\" ici"#, "un \"geste\" ici", 2),
            (r"pays.\nIls", "pays.\nIls", 1),
            (r"tu\u00e9 le 1\u2019", "tué le 1’", 2),
            (r"C:\Données \u12 \", r"C:\Données \u12 \", 0),
            ("", "", 0),
        ] {
            let (read, found) = read(words);
            assert_eq!((read.as_str(), found.len()), (plain, signs), "{words}");
        }
    }
}
