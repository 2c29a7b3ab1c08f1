//! What sets type hides no word that negates, before a passage or behind it.

use super::super::super::marked::marked;
use super::super::exception_after;
use super::near;
use crate::text::Text;

#[test]
fn emphasis_hides_no_negation() {
    for (language, marked, word) in [
        ("de", "|Der Minister unterschreibt den Vertrag| **nicht**.", "nicht"),
        ("de", "|Der Minister unterschreibt den Vertrag| *nicht*.", "nicht"),
        ("de", "|Der Minister unterschreibt den Vertrag| _nicht_.", "nicht"),
        ("de", "|Der Minister unterschreibt den Vertrag| [nicht](https://x.org).", "nicht"),
        ("de", "**|Der Minister unterschreibt den Vertrag|** nicht.", "nicht"),
        ("en", "|The minister will sign the order| **never**.", "never"),
        ("en", "|The minister will sign the order| __never__.", "never"),
        ("en", "The minister did **not** |sign the order|.", "not"),
    ] {
        assert_eq!(near(language, marked), Some((word.to_owned(), 1)), "{marked:?}");
    }
    for (language, marked) in [
        ("en", "|The minister signed the order|. **Never** again, he said."),
        ("en", "He said **never.** |The minister signed the order|."),
        ("en", "|The minister signed the order|\n\n**Not** a word more."),
        ("en", "|The minister signed the order|* and left. * not the second"),
    ] {
        assert_eq!(near(language, marked), None, "{marked:?}");
    }
}

#[test]
fn emphasis_hides_no_exception() {
    let after = |language: &str, words: &str| {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        exception_after(&text, span).map(|found| text.slice(found).to_owned())
    };
    for (language, words, exception) in [
        ("en", "|Nobody was killed| **except** three sailors.", "except"),
        ("en", "**|Nobody was killed|** except three sailors.", "except"),
        ("fr", "|Il ne boit| **que** de l’eau.", "que"),
    ] {
        assert_eq!(after(language, words).as_deref(), Some(exception), "{words}");
    }
    assert_eq!(after("en", "|Nobody was killed|. **Except** for that, all was lost."), None);
    assert_eq!(after("en", "|All of them were killed| **except** three sailors."), None);
}
