//! What joins the two numbers of a range, by language: `3 to 4 million`. Small tables, to be grown with cases. Knows single
//! words.

use super::{is_in, tables};
use crate::fold::words::{in_table_form, may_be_in};

/// What joins two numbers alone, and what joins them behind *between*.
const LINKS: &[(&str, &str, &str)] = &[
    ("en", "to or", "and"),
    ("fr", "à ou", "et"),
    ("de", "bis oder", "und"),
    ("es", "a o", "y"),
    ("it", "a o", "e"),
    ("pt", "a ou", "e"),
    ("ca", "a o", "i"),
    ("gl", "a ou", "e"),
    ("nl", "tot à of", "en"),
    ("sv", "till eller", "och"),
    ("da", "til eller", "og"),
    ("nb", "til eller", "og"),
    ("pl", "do lub", "a"),
    ("cs", "až nebo", "a"),
    ("sk", "až alebo", "a"),
    ("ru", "до или", "и"),
    ("uk", "до або", "і й та"),
    ("ro", "la sau", "și"),
    ("tr", "ile ila", ""),
    ("ar", "إلى أو", "و"),
    ("fa", "تا یا", "و"),
    ("hi", "से", ""),
    ("id", "sampai hingga atau", "dan"),
    ("vi", "đến tới", "và"),
];

/// Whether `word` joins the numbers of a range; `before` is the word before the first of them, as *between* is.
pub fn links_range(word: &str, before: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let has_limits = || tables(language).any(|numerals| numerals.is_between(before));
    let mut own = LINKS.iter().filter(|(own, ..)| may_be_in(language, own));
    own.any(|(_, alone, between)| is_in(&form, alone) || is_in(&form, between) && has_limits())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_the_form_of_the_tables() {
        for word in
            LINKS.iter().flat_map(|(_, alone, between)| [alone, between]).flat_map(|list| list.split(' '))
        {
            assert_eq!(in_table_form(word), word);
        }
    }
}
