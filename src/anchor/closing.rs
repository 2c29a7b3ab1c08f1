//! Ends of lines with which a clause surely ends: of a heading, of a line of a form, a record or a transcript, of an item
//! of a list. The lines of wrapped prose and of verse end none. Knows texts.

use super::items::{begins_item, labelled};
use crate::fold::language::is_small_word;
use crate::fold::{characters as ch, forms};
use crate::text::{Span, Text, head, lines, tail};

/// So many bytes, and lines, to either side of a line's end are read.
const BESIDE: usize = 1000;
const MOST: usize = 12;
/// A label is no wider, and has no more words.
const LABEL: usize = 40;
const LABEL_WORDS: usize = 4;
/// A label of a script without spaces is no wider before what is no answer.
const NARROW: usize = 8;
/// So many words has a value that begins with a negation.
const VALUE_WORDS: usize = 3;
/// So many bytes of a field of a form are read where several stand on a line.
const FIELD: usize = 60;
/// Wider lines are of prose; those of verse, of titles and of subtitles are not.
const PROSE: usize = 60;
/// A word of fewer letters may be small in a title too.
const TITLE: usize = 4;

/// Whether the end of a line between a word that may turn a passage round and the passage ends the word's clause.
pub(super) fn parts(text: &Text<'_>, word: Span, span: Span) -> bool {
    let content = text.as_str();
    let is_before = word.start < span.start;
    let (from, to) = if is_before { (word.end, span.start) } else { (span.end, word.start) };
    ends_between(content, from, to).any(|end| {
        Joint::at(content, end).is_some_and(|joint| {
            let behind = &content[from..end];
            let is_last = is_before && !behind.contains(ch::is_word);
            let value = is_before.then(|| &content[word.start..end]);
            joint.closes_anywhere(is_last, text.language())
                || value.is_some_and(|value| joint.answers(value, is_last, text.language()))
                || !is_before && joint.is_labelled_by(text.slice(word))
        })
    })
}

/// Whether the end of a line between two places, in bytes, surely ends a sentence.
pub(super) fn lies_between(content: &str, from: usize, to: usize, language: Option<&str>) -> bool {
    let closes = |end| Joint::at(content, end).is_some_and(|joint| joint.closes_anywhere(false, language));
    ends_between(content, from, to).any(closes)
}

/// Whether what stands before byte `at` is what a form answers, with what negates elsewhere: on the line before, `过敏史：无`, or on
/// the same one before a further label or whom the form is about.
pub(super) fn is_answered(text: &Text<'_>, at: usize) -> bool {
    let (content, language) = (text.as_str(), text.language());
    let words = content[..at].trim_end_matches(ch::is_blank);
    if let Some(end) = ends_between(content, words.len(), at).next() {
        let answers = |joint: Joint<'_>| joint.values().any(|value| joint.answers(value, true, language));
        return Joint::at(content, end).is_some_and(answers);
    }
    let parts = |c: char| ch::is_blank(c) || is_clause_end(c);
    let own = head(words, words.len(), FIELD).rsplit(parts).next().unwrap_or(words);
    let next = tail(content, at, FIELD).split(parts).next().unwrap_or_default();
    let is_answer = label(own).is_some_and(|(_, value)| forms::answers(value, language));
    let is_another =
        || forms::begins_with_patient(next) || label(next).is_some_and(|(label, _)| width(label) <= NARROW);
    is_answer && words.len() < at && is_another()
}

/// The places between two where one line ends, and another begins that is not empty.
fn ends_between(content: &str, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
    let between = &content.as_bytes()[from..to];
    memchr::memchr2_iter(b'\n', b'\r', between)
        .map(move |at| from + at)
        .filter(|&at| !(content[..at].ends_with('\r') && content[at..].starts_with('\n')))
}

/// Two lines of one paragraph, and the place between them.
struct Joint<'t> {
    content: &'t str,
    /// The lines, without white space behind them.
    line: &'t str,
    next: &'t str,
    /// Where the words of the second begin.
    start: usize,
    /// The lines before the first, and all of them, as far as they are read.
    above: Vec<&'t str>,
    all: Vec<&'t str>,
}

impl<'t> Joint<'t> {
    fn at(content: &'t str, end: usize) -> Option<Self> {
        let (before, after) = (head(content, end, BESIDE), tail(content, end, BESIDE));
        let is_whole = before.len() == end || content[..end - before.len()].ends_with(['\n', '\r']);
        let read: Vec<&str> = lines(before).map(|line| before[line.range()].trim_end()).collect();
        let read = &read[usize::from(!is_whole).min(read.len())..];
        let block = read.iter().rev().take_while(|line| !line.is_empty()).take(MOST);
        let mut above: Vec<&str> = block.copied().collect();
        above.reverse();
        let line = above.pop()?;
        let mut below = lines(after).skip(1).map(|line| (line.start, after[line.range()].trim_end()));
        let (at, next) = below.next().filter(|(_, line)| !line.is_empty())?;
        let rest = below.map(|(_, line)| line).take_while(|line| !line.is_empty()).take(MOST);
        let all = above.iter().copied().chain([line, next]).chain(rest).collect();
        let start = end + at + (next.len() - next.trim_start().len());
        Some(Self { content, line, next, start, above, all })
    }

    /// Whether the first line closes, whatever stands on it; where `is_open`, the last word goes with the next one elsewhere.
    fn closes_anywhere(&self, is_open: bool, language: Option<&str>) -> bool {
        self.has_heading()
            || begins_item(self.content, self.start)
            || self.is_of_labels()
            || !is_open && (self.is_of_records(language) || self.is_title(language))
    }

    /// Whether either line is a heading of Markdown. Of lines that begin alike, as those of remarks do, none is, nor is one
    /// with which small letters go on.
    fn has_heading(&self) -> bool {
        let [own, next] = [self.line, self.next].map(heading_marks);
        let goes_on = self.next.trim_start().starts_with(char::is_lowercase);
        own != next && !goes_on || own == 0 && self.is_strong()
    }

    /// Whether the first line is set in bold type for itself.
    fn is_strong(&self) -> bool {
        let is_alone = self.above.last().is_none_or(|line| line.ends_with(['.', '!', '?', '…']));
        let next = self.next.trim_start();
        let is_one = |mark: &str| {
            let inner = self.line.trim().strip_prefix(mark).and_then(|line| line.strip_suffix(mark));
            inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(mark)) && !next.starts_with(mark)
        };
        is_alone && !next.starts_with(char::is_lowercase) && ["**", "__"].into_iter().any(is_one)
    }

    /// Whether both lines are of a form or a transcript: `Name: none`, `Age: 12`.
    fn is_of_labels(&self) -> bool {
        let is_one = |line: &str| {
            let is_narrow = |label: &str| !label.contains(ch::is_spaceless) || width(label) <= NARROW;
            label(line).is_some_and(|(label, _)| is_narrow(label) && is_large(label))
        };
        is_one(self.next) && is_one(self.line) && !self.line.contains(ch::is_spaceless)
    }

    /// Whether the first line is one of a form whose `value` begins with a negation: that answers alone, or is all but
    /// a word or two of it.
    fn answers(&self, value: &str, is_last: bool, language: Option<&str>) -> bool {
        let value = value.trim();
        let is_form = || {
            let both = label(self.line).zip(label(self.next));
            both.is_some_and(|((own, _), (next, _))| is_large(next) || !is_large(own))
        };
        let next = self.next.trim_start().trim_start_matches(is_opening);
        if !self.values().any(|own| own == value) {
            return false;
        }
        if is_last {
            let goes_on = || next.starts_with(char::is_lowercase);
            return forms::answers(value, language) && (is_form() || !goes_on() && self.is_unwrapped());
        }
        let is_noun = || forms::may_write_nouns_large(language) && !is_small_word(first_word(next));
        let is_short = value.split_whitespace().count() <= VALUE_WORDS;
        is_short && self.is_unwrapped() && next.starts_with(char::is_uppercase) && !is_noun()
    }

    /// What the first line says behind the label that it begins with, behind the last one in it, and behind the stroke
    /// between two words: `Yes / No`.
    fn values(&self) -> impl Iterator<Item = &'t str> {
        let line = self.line;
        let last = line.rfind(is_clause_end).map_or("", |at| &line[at..]);
        let last = last.trim_start_matches(|c: char| !ch::is_word(c));
        let is_word = |word: &str| word.chars().all(ch::is_word);
        let choice = line.trim().split_once(" / ").filter(|(one, other)| is_word(one) && is_word(other));
        let labelled = [line, last].into_iter().filter_map(label).map(|(_, value)| value);
        labelled.chain(choice.map(|(_, other)| other))
    }

    /// Whether the second line begins with `word` for a label.
    fn is_labelled_by(&self, word: &str) -> bool {
        label(self.next).is_some_and(|(label, _)| label == word && is_large(label))
    }

    /// Whether both lines have a dash between what they are of and what they say of it.
    fn is_of_records(&self, language: Option<&str>) -> bool {
        let is_one = |line: &str| {
            let mut halves = [" – ", " — ", " - "].into_iter().filter_map(|dash| line.split_once(dash));
            halves.next().is_some_and(|(own, value)| {
                is_large(own.trim())
                    && own.split_whitespace().count() <= LABEL_WORDS
                    && !value.contains(ch::is_dash)
            })
        };
        is_one(self.line)
            && is_one(self.next)
            && self.is_unwrapped()
            && !forms::may_write_nouns_large(language)
    }

    /// Whether the first line is shorter than it would be if it went on in the second, which begins a sentence of prose.
    fn is_title(&self, language: Option<&str>) -> bool {
        let next = self.next.trim_start().trim_start_matches(is_opening);
        next.starts_with(char::is_uppercase)
            && self.is_unwrapped()
            && !self.is_verse()
            && next.split_whitespace().skip(1).any(is_small)
            && (is_small_word(first_word(next))
                || !forms::may_write_nouns_large(language) && self.widest() > PROSE)
    }

    /// Whether the first word of the second line had room on the first.
    fn is_unwrapped(&self) -> bool {
        let next = self.next.trim_start();
        let of_prose = self.all.len() > 2 && !self.line.contains(ch::is_spaceless);
        // Printed letters have not one width.
        let slack = if of_prose { width(self.line) / 10 } else { 0 };
        let first = match next.chars().next() {
            Some(c) if ch::is_spaceless(c) => width(&next[..c.len_utf8()]),
            _ => 1 + width(next.split_whitespace().next().unwrap_or(next)),
        };
        width(self.line) + slack + first <= self.widest()
    }

    fn widest(&self) -> usize {
        self.all.iter().map(|line| width(line)).max().unwrap_or(0)
    }

    /// Whether three lines and more are short, and begin with large letters each.
    fn is_verse(&self) -> bool {
        let is_short = |line: &&str| {
            let words = line.trim_start().trim_start_matches(is_opening);
            width(line) <= PROSE && !words.starts_with(char::is_lowercase)
        };
        self.all.len() > 2 && self.all.iter().all(is_short)
    }
}

/// How many marks of a heading a line of Markdown begins with, or 0.
fn heading_marks(line: &str) -> usize {
    const DEEPEST: usize = 6;
    let rest = line.trim_start_matches('#');
    let count = line.len() - rest.len();
    if rest.starts_with(' ') && count <= DEEPEST { count } else { 0 }
}

/// The few words before a colon with which a line begins, behind the mark of an item, and what is behind it.
fn label(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let line = labelled(line).map_or(line, |(_, length)| line[length..].trim_start());
    let at = line.find([':', '：'])?;
    let (before, rest) = line.split_at(at);
    let value =
        rest.strip_prefix('：').or_else(|| rest.strip_prefix(':').filter(|value| is_apart(before, value)))?;
    let own = before.trim_end();
    let is_one = width(own) <= LABEL
        && own.split_whitespace().count() <= LABEL_WORDS
        && own.contains(ch::is_letter)
        && !own.contains([',', '.', ';', '?', '!', '，', '。', '；', '、', '？', '“', '”', '«', '»', '"']);
    is_one.then(|| (own, value.trim()))
}

/// Whether a colon between these is no part of a time or an address.
fn is_apart(before: &str, value: &str) -> bool {
    value.starts_with(char::is_whitespace) || before.ends_with(ch::is_spaceless)
}

const fn is_clause_end(c: char) -> bool {
    matches!(c, ',' | ';' | '，' | '；' | '、' | '。')
}

fn is_large(label: &str) -> bool {
    label.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// Whether a word is written small where a title would have it large.
fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.chars().nth(TITLE - 1).is_some()
}

fn is_opening(c: char) -> bool {
    ch::is_opening(c) || ch::is_emphasis(c)
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !ch::is_word(c)).next().unwrap_or(text)
}

/// How wide a line is, in Latin letters.
fn width(line: &str) -> usize {
    line.chars().map(|c| 1 + usize::from(ch::is_spaceless(c))).sum()
}

#[cfg(test)]
mod tests {
    use super::super::boundary::{CutKind, Edge, cut_at};
    use super::super::denials::{NEAR, denial_beside};
    use super::super::marked::marked;
    use super::super::negations::negation_near;
    use super::*;

    /// Whether something negates or denies the words between `|` and `|`, or they are cut off a negation.
    fn is_turned(language: &str, words: &str) -> bool {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        negation_near(&text, span).is_some()
            || denial_beside(&text, span, NEAR).is_some()
            || cut_at(&text, span.start, Edge::Start) == Some(CutKind::Negation)
    }

    #[test]
    fn a_clause_ends_with_a_line_that_is_one_for_itself() {
        for (language, words) in [
            ("en", "# Bridge will not reopen\n|Council members spoke on Monday|."),
            ("en", "# Bridge will not\n|Victor spoke on Monday|."),
            ("en", "**Bridge will not reopen**\n|Council members spoke on Monday|."),
            ("en", "|The council spoke|\n## Not on Monday"),
            ("en", "* Parking is not free\n* |Lift to all floors|"),
            ("en", "Bridge will not reopen\n|The council spoke on Monday about it|."),
            ("en", "Bridge will not reopen\n“|The council spoke on Monday about it|.”"),
            (
                "en",
                "Mayor did not resign\n|Crowds gathered outside the town hall late on Friday night, a witness said|.",
            ),
            ("en", "Minister: never\n|Farmers blocked the road|."),
            ("en", "Smoker: no\n|Weight: 62|"),
            ("en", "Sex: female; smoker: no\n|Weight: 62 kg at the last visit|"),
            ("en", "Smoking: not allowed\n|Pets welcome in all rooms|"),
            ("en", "- Smoking: not allowed\n|Pets welcome in all of the rooms|"),
            ("en", "Yes / No\n|Applicants over 65 travel free|"),
            ("en", "Aspirin – not recommended\n|Paracetamol – one tablet every six hours|"),
            ("en", "MR BROWN: I did not\n|MS GREEN: It was paid for|"),
            ("en", "Minister denies fraud\n|The firm was paid for the work in May|."),
            ("fr", "Pas de bus\n|Les chauffeurs seront en grève|."),
            ("fr", "Fumeur\u{a0}: non\n|Poids : 62|"),
            ("de", "Haustiere: nein\n|Frühstück im Preis enthalten|"),
            ("de", "|Der Vertrag gilt weiter|\nNicht betroffen sind Altverträge."),
            ("de", "|Die Steuer wird gesenkt|\nNicht alle profitieren davon."),
            ("tr", "|Otopark ücretsiz|\nYok: kahvaltı"),
            ("ar", "التدخين: لا\n|وزن المريض ستون كيلوغراما|"),
            ("ru", "Курение: нет\n|Вес пациента 62 кг|"),
            ("es", "Fumador: no\n|Peso del paciente 62 kg|"),
            ("zh", "过敏史：无\n|体温三十八度，血压正常|"),
            ("zh", "宠物：不\n|早餐包含在房价之内|"),
            ("zh", "既往史：高血压十年，过敏史：无\n|体温三十八度，血压一百二十，脉搏七十二，无发热|"),
            ("zh", "既往史：无 |家族史：无|"),
            ("zh", "既往史：无 |患者体温三十八度，血压正常|。"),
            ("ja", "喫煙：無\n|患者の体温は三十八度|"),
        ] {
            assert!(!is_turned(language, words), "{words}");
        }
    }

    #[test]
    fn a_wrapped_line_and_a_verse_go_on() {
        for (language, words) in [
            ("en", "He said that the council did not\n|victor the plan|."),
            ("en", "He said that the council did not\n|Victor the plan|."),
            ("en", "He said that we had not seen\n|The Times of that day|."),
            ("en", "I have not seen\n|The wonders of the land|\nThe wonders of the deep."),
            ("en", "I will never\n|Leave you here alone in the dark|"),
            ("en", "I did not see\n|President Obama at the meeting|"),
            ("en", "Mayor Will Not Sell\n|The Old Bridge To The New Company|"),
            ("en", "The verdict: not\n|guilty, said the clerk of the court|."),
            ("en", "The verdict: not\n|Guilty, said the clerk of the court|."),
            ("en", "Minister: never\n|again shall we pay for that|."),
            ("en", "He said: not all\n|MPs|"),
            ("en", "Minister refused to\n|Pay the firm that had built the bridge|."),
            ("en", "# Where you do not want it\n|started on its own|"),
            ("en", "he did\n**not**\n|Order it|."),
            ("en", "We will not\n* |raise taxes|"),
            ("en", "|You did| not\nsell it"),
            ("fr", "Je ne suis pas\n|Celui que tu crois avoir connu|"),
            ("de", "Der Minister sagte: nicht alle\n|Politiker sind bestechlich, und das sei gut|."),
            ("de", "Er hatte nicht gewusst\n|Karl kommt an diesem Abend nach Hause|."),
            ("zh", "大会尚未\n|通过这项决议的任何部分|"),
            ("zh", "宠物：未\n|允许进入酒店的任何房间|"),
            ("zh", "意见：不\n|同意|"),
            ("zh", "过敏史：无 |药物过敏|"),
            ("en", "He said: no\n|minister: it was late, and nobody came|"),
            ("zh", "患者自述身体一直很好，过敏史：无\n|明显异常|"),
            ("zh", "发言人否认\n|参与了对平民的袭击|"),
            ("ja", "そこには何も無\n|かったと言う人もいた|"),
        ] {
            assert!(is_turned(language, words), "{words}");
        }
    }

    #[test]
    fn sentences_begin_behind_such_a_line() {
        let closes = |content: &str| {
            let at = content.find('\n').unwrap();
            lies_between(content, at, at + 1, Some("en"))
        };
        for content in ["# Bridge\nIt is", "Bridge reopens\nThe council said on Monday", "A: b\nC: d"] {
            assert!(closes(content), "{content}");
        }
        for content in
            ["Did you know\nthe minister lied to them", "the bridge\nThe Hague", "A\n\nThe council said"]
        {
            assert!(!closes(content), "{content}");
        }
    }
}
