//! The languages of a passage, where it speaks another than the text around it: a quotation in its own language. Knows
//! texts.

use crate::fold::characters as ch;
use crate::fold::language;
use crate::text::{Span, Text, head, tail};

/// So many bytes of a passage are listened to.
const HEARD: usize = 160;
/// So many words of it tell, or any that are not in Latin letters.
const ENOUGH: usize = 4;
/// So many beside it, as far as no quotation and no sentence begins or ends.
const BESIDE: usize = 64;

/// What `ask` says of a text, or else of the text with the language that it speaks around a span besides its own.
pub fn heard<T>(text: &Text<'_>, span: Span, ask: impl Fn(&Text<'_>) -> Option<T>) -> Option<T> {
    ask(text).or_else(|| ask(&text.speaking(&besides(text, span)?)))
}

/// The languages of a text and of a span in it, where its words, or those with the ones beside them where they are few,
/// plainly speak another.
pub fn besides(text: &Text<'_>, span: Span) -> Option<String> {
    let content = text.as_str();
    let span = Span::new(span.start, content.floor_char_boundary(span.end.min(span.start + HEARD)));
    let own = &content[span.range()];
    let is_other_script = own.starts_with(|c: char| ch::is_letter(c) && !ch::is_western_letter(c));
    let is_enough = is_other_script || own.split_ascii_whitespace().take(ENOUGH).count() == ENOUGH;
    let heard = if is_enough { own } else { around(content, span) };
    language::spoken_besides(heard, text.spoken())
}

/// A passage with what is beside it, as far as no quotation and no sentence begins or ends.
fn around(content: &str, span: Span) -> &str {
    let is_mark = |c: char| ch::is_quotation_mark(c) && !ch::is_apostrophe(c);
    let parts = |c: char| is_mark(c) || matches!(c, '.' | ':' | '!' | '?' | '\n');
    let (before, after) = (head(content, span.start, BESIDE), tail(content, span.end, BESIDE));
    let start = span.start - before.rsplit(parts).next().unwrap_or(before).len();
    &content[start..span.end + after.split(parts).next().unwrap_or(after).len()]
}

#[cfg(test)]
mod tests {
    use super::super::marked::marked;
    use super::*;

    #[test]
    fn a_quotation_in_another_language_is_heard() {
        for (language, words, tag) in [
            ("fr", "Il a dit : “We did not |sign the treaty with Norway|.” Rien d’autre.", Some("fr-x-en")),
            ("en", "The minister wrote: لم |يوقع الوزير على الاتفاق| in his letter.", Some("en-x-ar")),
            ("en", "He wrote that Министр не |подписал договор|.", Some("en-x-ru-uk")),
            ("fr", "Le ministre n’a |pas signé le traité avec la Norvège|.", None),
            ("en-x-fr", "Le ministre n’a |pas signé le traité avec la Norvège|.", None),
            ("no", "Statsministeren sa at |det ikke er noen grunn til det|.", None),
            ("de", "Der Sprecher der |New York Times| sagte das.", None),
            ("fr", "|Our government will not send troops abroad|. Not now!", Some("fr-x-en")),
            ("fr", "|Lyon|", None),
            ("nl", "En dan nu |de combinatie AZ|.", None),
            ("fr", "Le film |On the Road est sorti en mai dans la ville|.", None),
        ] {
            let (content, span) = marked(words);
            let text = Text::new(&content).in_language(Some(language));
            assert_eq!(besides(&text, span).as_deref(), tag, "{words}");
        }
    }
}
