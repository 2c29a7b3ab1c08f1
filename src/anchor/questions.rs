//! Passages that are a whole question but for its mark. Knows texts.

use super::tokens::{Class, ends_sentence, tokens};
use crate::fold::{characters as ch, questions};
use crate::text::{Span, Text, head, tail};

/// So many bytes beside a passage are read.
const BESIDE: usize = 64;

/// The whole question, with its mark and its particle, of a span that is all of it but for them, and that nothing in
/// it shows to be one: it begins where a sentence begins, and ends straight before the mark.
pub fn question_around(text: &Text<'_>, span: Span) -> Option<Span> {
    let end = end_of_question(text, span.end)?;
    let start = start_of_question(text, span.start)?;
    let (words, language) = (text.slice(span), text.language());
    let all = tokens(words);
    let spoken = all.iter().filter(|token| token.class != Class::Mark);
    let spoken: Vec<&str> = spoken.map(|token| &words[token.span.range()]).collect();
    let is_told = words.contains(questions::is_question_mark)
        || spoken.first().is_some_and(|first| questions::is_opening(first, language))
        || questions::is_plain(&spoken, language)
        || questions::has_asking_signs(words);
    (!is_told).then_some(Span::new(start, end))
}

/// The question whose last words are a span, with its mark and its particle, and with those that open it straight before
/// the span.
pub fn question_of(text: &Text<'_>, span: Span) -> Option<Span> {
    let end = end_of_question(text, span.end)?;
    let asks = text.slice(Span::new(span.end, end)).trim();
    // Of what ends a statement too, か alone asks without a mark.
    let is_asked = asks.ends_with(questions::is_question_mark) || asks.ends_with("か。");
    let start = start_of_question(text, span.start).unwrap_or(span.start);
    is_asked.then_some(Span::new(start, end))
}

/// Where the question ends whose words end at `at`: after its particle and its mark.
fn end_of_question(text: &Text<'_>, at: usize) -> Option<usize> {
    let tail = tail(text.as_str(), at, BESIDE);
    let particle = questions::ending(tail);
    let rest = tail[particle..].trim_start_matches(is_nothing);
    let mark = rest.chars().next()?;
    if questions::is_question_mark(mark) || particle > 0 && mark == '。' {
        return Some(at + (tail.len() - rest.len()) + mark.len_utf8());
    }
    let word = &rest[..rest.find(|c| !ch::is_word(c)).unwrap_or(rest.len())];
    let after = rest[word.len()..].trim_start_matches(is_nothing);
    let mark = after.chars().next().filter(|&c| questions::is_question_mark(c))?;
    let is_apart = rest.len() < tail.len() && questions::is_ending(word, text.language());
    is_apart.then(|| at + (tail.len() - after.len()) + mark.len_utf8())
}

/// Where the question begins whose words begin at `at`: there, or at its opening mark or particle; `None` where other
/// words of its sentence are before it.
fn start_of_question(text: &Text<'_>, at: usize) -> Option<usize> {
    let head = head(text.as_str(), at, BESIDE);
    let from = at - head.len();
    let trimmed = head.trim_end_matches(is_nothing);
    if let Some(before) = trimmed.strip_suffix('¿') {
        return Some(from + before.len());
    }
    let word = &trimmed[trimmed.trim_end_matches(ch::is_word).len()..];
    let is_particle = trimmed.len() < head.len() && questions::is_opening(word, text.language());
    let start = if is_particle { trimmed.len() - word.len() } else { head.len() };
    let before = head[..start].trim_end_matches(|c| is_nothing(c) || ch::is_emphasis(c));
    let begins = match before.chars().next_back() {
        None => from == 0,
        Some(c) => {
            ends_sentence(c)
                || matches!(c, '”' | '»' | '」')
                || ch::is_opening(c)
                || ch::is_dash(c)
                || is_new_block(text, from + before.len(), at)
        }
    };
    begins.then_some(from + start)
}

fn is_new_block(text: &Text<'_>, from: usize, at: usize) -> bool {
    text.block(from) != text.block(at)
}

fn is_nothing(c: char) -> bool {
    ch::is_space(c) || ch::is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::super::marked::marked;
    use super::*;

    /// The whole question of the words between `|` and `|`.
    fn question(language: &str, words: &str) -> Option<String> {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        question_around(&text, span).map(|whole| text.slice(whole).to_owned())
    }

    #[test]
    fn a_question_without_its_mark_is_a_statement() {
        for (language, marked, whole) in [
            ("es", "Fue ayer. ¿|El ministro mintió ayer|? No.", "¿El ministro mintió ayer?"),
            ("fr", "On demande. |Il a menti|\u{202F}? Non.", "Il a menti\u{202F}?"),
            ("zh", "记者问。|部长撒谎了|吗？没有。", "部长撒谎了吗？"),
            ("ja", "「|嘘をつきました|か。」", "嘘をつきましたか。"),
            ("tr", "Soru: “|Bakan yalan söyledi| mi?”", "Bakan yalan söyledi mi?"),
            ("tr", "|Yalan söyledi| misiniz?", "Yalan söyledi misiniz?"),
            ("ar", "هل |كذب الوزير|؟", "هل كذب الوزير؟"),
            ("hi", "क्या |मंत्री ने झूठ बोला|?", "क्या मंत्री ने झूठ बोला?"),
            ("uk", "Чи |збрехав міністр|?", "Чи збрехав міністр?"),
            ("en", "He was asked.\n\n|You lied to us|?", "You lied to us?"),
        ] {
            assert_eq!(question(language, marked).as_deref(), Some(whole), "{marked}");
        }
    }

    #[test]
    fn the_mark_after_the_last_words_of_a_question_is_found() {
        for (language, words, whole) in [
            ("en", "Is it true that |the mayor took it|? No.", Some("the mayor took it?")),
            ("fr", "Sait-on si |le maire l’a pris|\u{202F}? Non.", Some("le maire l’a pris\u{202F}?")),
            ("es", "Fue ayer. ¿|Quién lo tomó|?", Some("¿Quién lo tomó?")),
            ("zh", "|市长拿了钱|吗？没有。", Some("市长拿了钱吗？")),
            ("ja", "「|嘘をつきました|か。」", Some("嘘をつきましたか。")),
            ("zh", "|他还在|呢。", None),
            ("en", "|The mayor took it|. Why?", None),
        ] {
            let (content, span) = marked(words);
            let text = Text::new(&content).in_language(Some(language));
            assert_eq!(question_of(&text, span).map(|span| text.slice(span)), whole, "{words}");
        }
    }

    #[test]
    fn a_part_of_a_question_and_a_plain_one_are_none() {
        for (language, marked) in [
            ("en", "Did |the minister lie|?"),
            ("en", "|Did the minister lie|?"),
            ("en", "|The minister lied|. Why?"),
            ("en", "|The minister lied?|"),
            ("fr", "Sait-on si |le ministre a menti| ?"),
            ("fr", "|Pourquoi le ministre a menti| ?"),
            ("fr", "|Le ministre a-t-il menti| ?"),
            ("fr", "|Est-ce que le ministre a menti| ?"),
            ("en", "|Who’s there|?"),
            ("de", "|Hat der Minister gelogen|?"),
            ("zh", "|他为什么撒谎|？"),
            ("es", "¿|El ministro| mintió?"),
            ("hi", "|क्या मंत्री ने झूठ बोला|?"),
            ("ja", "|嘘をつきました|。"),
        ] {
            assert_eq!(question(language, marked), None, "{marked}");
        }
    }
}
