//! Where sentences begin. Knows single texts.

use super::closing;
use super::items::begins_item;
use super::tokens::ends_sentence;
use crate::fold::abbreviations::{has_stop, precedes_number};
use crate::fold::characters as ch;
use crate::fold::language::is_small_word;

/// Three words in a row make a clause, and six letters of a script without spaces: in halves of a word.
pub const CLAUSE: usize = 6;

/// So many code points may open a sentence before its first letter.
const OPENING: usize = 16;

/// A line of more code points is a paragraph.
const LINE: usize = 120;

/// Where the sentences after the first begin, in bytes, in order; an item of a list is one too.
pub fn starts(text: &str) -> Vec<usize> {
    let mut last = ' ';
    let may_begin = |(at, c): (usize, char)| {
        let is_behind_one = last.is_whitespace() || ends_sentence(last) || is_closing(last);
        last = c;
        (at > 0 && is_behind_one && !c.is_whitespace() && !ends_sentence(c)).then_some(at)
    };
    let first = text.len() - text.trim_start().len();
    let all = text.char_indices().filter_map(may_begin);
    all.filter(|&at| at > first && begins(text, at)).collect()
}

/// Whether a sentence, a paragraph or an item of a list begins at this byte. A line's end alone begins none.
pub fn begins(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let words = before.trim_end();
    let gap = &before[words.len()..];
    if closes(after, gap) {
        return false;
    }
    let line_ends = gap.matches('\n').count();
    if words.is_empty() || line_ends > 1 || line_ends == 1 && closes_line(text, words, at) {
        return true;
    }
    let sentence = without_closing(words, gap);
    let Some(stop) = sentence.chars().next_back().filter(|&stop| ends_sentence(stop)) else { return false };
    if !matches!(stop, '.' | '!' | '?' | '…') {
        return true;
    }
    let opening: usize =
        after.chars().take(OPENING).take_while(|c| !c.is_alphanumeric()).map(char::len_utf8).sum();
    let next = &after[opening..];
    if gap.is_empty() {
        return matches!(stop, '!' | '?') && next.starts_with(ch::is_spaceless);
    }
    next.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase()) && !goes_on(sentence, next)
}

/// Whether the line that `words` end with is a sentence for itself, where another begins at byte `at`.
fn closes_line(text: &str, words: &str, at: usize) -> bool {
    begins_item(text, at) || is_paragraph(words) || closing::lies_between(text, words.len(), at, None)
}

/// Whether a sentence goes on behind the stop at its end, which is that of a title or counts in order.
fn goes_on(sentence: &str, next: &str) -> bool {
    let Some(stem) = sentence.strip_suffix('.') else { return false };
    let word = last_word(stem);
    if next.starts_with(char::is_numeric) {
        let is_in_date = || next.trim_start_matches(char::is_numeric).starts_with('.');
        return has_stop(word) || precedes_number(word) || counts(stem) && is_in_date();
    }
    let is_initial = |word: &str| word.chars().nth(1).is_none() && word.starts_with(char::is_alphabetic);
    let next_word = first_word(next);
    let is_in_letters = is_initial(word) && is_initial(next_word) && next[next_word.len()..].starts_with('.');
    // Lower case letters behind a number may end a sentence: `2004 г.`
    let is_unit = word.starts_with(char::is_lowercase)
        && stem[..stem.len() - word.len()].trim_end().ends_with(char::is_numeric);
    is_in_letters
        || has_stop(word)
        || is_initial(word) && !is_unit && word.starts_with(char::is_lowercase)
        || counts(stem) && next.starts_with(char::is_uppercase) && !is_small_word(next_word)
}

/// Whether a text ends with a number that counts in order where a stop follows: `31. März`; that of a page does not.
fn counts(stem: &str) -> bool {
    let before = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_counted = (1..=2).contains(&(stem.len() - before.len()));
    let is_named =
        || before.trim_end().strip_suffix('.').is_some_and(|name| precedes_number(last_word(name)));
    is_counted && (before.is_empty() || before.ends_with(char::is_whitespace)) && !is_named()
}

/// The letters at the end of a text; a sign within Hebrew ones is of them.
fn last_word(text: &str) -> &str {
    let is_within = |c: char| c.is_alphabetic() || matches!(c, '"' | '\u{5F4}');
    let word = text.rsplit(|c| !is_within(c)).next().unwrap_or("");
    if word.contains(ch::is_hebrew) { word } else { word.rsplit('"').next().unwrap_or("") }
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

/// Whether a sentence ends at this byte: a stop follows, or what begins one.
pub fn is_end(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches(is_closing);
    if rest.starts_with(ends_sentence) {
        return true;
    }
    let next = rest.trim_start();
    next.is_empty() || begins(text, text.len() - next.len())
}

/// Whether a text begins with a mark that closes what is before the gap; behind white space, one that a word follows at
/// once opens.
fn closes(after: &str, gap: &str) -> bool {
    let rest = after.trim_start_matches(is_closing);
    rest.len() < after.len() && (gap.is_empty() || !rest.starts_with(char::is_alphanumeric))
}

/// A text without the marks that close a quotation or brackets at its end; some of them open elsewhere.
fn without_closing<'t>(words: &'t str, gap: &str) -> &'t str {
    let sentence = words.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace());
    let inner = words.strip_suffix(['«', '“']).filter(|inner| inner.ends_with(ends_sentence));
    inner.filter(|_| !gap.is_empty()).unwrap_or(sentence)
}

fn is_closing(c: char) -> bool {
    matches!(c, '»' | '”' | '’' | '"' | '\'' | ')' | ']' | '」' | '』' | '）' | '】')
}

/// Whether the last of these lines is so long that its end ends a paragraph.
fn is_paragraph(lines: &str) -> bool {
    let line = lines.rfind(ch::is_line_end).map_or(lines, |end| &lines[end..]);
    line.len() > LINE && line.chars().count() > LINE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let starts = starts(text);
        let ends = starts.iter().copied().chain([text.len()]);
        std::iter::once(0)
            .chain(starts.iter().copied())
            .zip(ends)
            .map(|(from, to)| text[from..to].trim())
            .collect()
    }

    /// Sentences that are divided by ` | `.
    #[track_caller]
    fn assert_divided(text: &str) {
        let (whole, parts) = (text.replace("| ", ""), text.split(" | ").collect::<Vec<_>>());
        assert_eq!(sentences(&whole), parts);
    }

    #[test]
    fn sentences_begin_where_a_reader_says() {
        assert_eq!(
            sentences("M. Karzaï vint. « Quoi ? » Il\nrit."),
            ["M. Karzaï vint.", "« Quoi ? »", "Il\nrit."]
        );
        assert_eq!(
            sentences("Es gilt Abs. 3 nicht. Art. 4 gilt."),
            ["Es gilt Abs. 3 nicht.", "Art. 4 gilt."]
        );
        assert_eq!(sentences("他说：“不。”后来走了。再见！"), ["他说：“不。”", "后来走了。", "再见！"]);
        assert_eq!(sentences("قال لا. لماذا؟ لأنه تعب."), ["قال لا.", "لماذا؟", "لأنه تعب."]);
        assert_eq!(
            sentences("One thing:\n* two\n* three\n\nfour"),
            ["One thing:", "* two", "* three", "four"]
        );
        assert_eq!(sentences("Am 31. März 2012. Am Tag danach."), ["Am 31. März 2012.", "Am Tag danach."]);
        assert_eq!(sentences("It cost 3.5 million e.g. in May."), ["It cost 3.5 million e.g. in May."]);
    }

    #[test]
    fn titles_references_and_what_is_counted_end_no_sentence() {
        for text in [
            "Der 31. Dezember war es. | Am 2. April nicht. | Er war 31. | Die Stadt schwieg.",
            "He was 31. | The court knew. | It sat on Dec. 25 and in No. 5. | 12 people came.",
            "Il avait 31 ans. | 12 hommes, art. 4, p. 12. | M. Karzaï rit. | En 2012. | 2013 vint.",
            "en el siglo V a. C. y el sr. Gillard. | No hubo nada.",
            "το είπε ο κ. Berlusconi στη Ρώμη. | Δεν έφυγε.",
            "przy ul. Karpia i kościele św. Wojciecha. | W 2000 r. | Ojciec przybył.",
            "в 2004 г. | Он уехал на ул. Ленина. | 5 лет.",
            "אמר שופט בתולדות ארה\"ב. | אשה אחרת באה.",
            "He stayed in the U. S. Army. | Then he left.",
        ] {
            assert_divided(text);
        }
    }

    #[test]
    fn marks_of_quotations_belong_to_their_sentence() {
        for text in [
            "« Quoi ! » dit-il. | « Rien. » | Il rit.",
            "It ended. | \"We lost,\" she said. | \"All?\" | 'All.'",
            "Er kam. | »Nein.« | „Doch.“ | Sie ging.",
        ] {
            assert_divided(text);
        }
        assert_eq!(sentences("感じでした!この様な?はい"), ["感じでした!", "この様な?", "はい"]);
    }

    #[test]
    fn items_and_paragraphs_are_sentences() {
        assert_eq!(
            sentences("We end accounts:\n* after a year\n  * mail after two\n* never for free ones"),
            ["We end accounts:", "* after a year", "* mail after two", "* never for free ones"]
        );
        assert_eq!(
            sentences("gilt bis zum\n31. Dezember – das ist\n– so nicht – falsch"),
            ["gilt bis zum\n31. Dezember – das ist\n– so nicht – falsch"]
        );
        assert_eq!(sentences("2. Elle vint.\n3. Il rit."), ["2.", "Elle vint.", "3.", "Il rit."]);
    }
}
