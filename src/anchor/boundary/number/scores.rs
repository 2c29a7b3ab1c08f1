//! Scores of which the lesser number comes first: `lost 0-4`, `split 4–5`. Two such numbers are a range elsewhere; here a
//! word of winning, losing or splitting is beside them, and nothing is counted in them.

use super::digits::beside;
use super::words::{first_word, last_word};
use super::{Surroundings, digits, is_gap};
use crate::fold::characters as ch;
use crate::fold::numbers::{Company, begins_east_asian, companies};

/// So many digits has a number of votes at most.
const MOST: usize = 3;
/// So many words may a side have that is lost to: `lost to Real Madrid 0-4`.
const LONGEST_NAME: usize = 4;

/// Whether the place lies beside the hyphen or dash of such a score.
pub(super) fn is_cut(seen: &Surroundings<'_>) -> bool {
    cuts_tight(seen) || cuts_apart(seen)
}

/// The same where blanks stand around the dash or the colon, or a word is there: `lost 3| – 1`, `verlor 1| zu 3`.
fn cuts_apart(seen: &Surroundings<'_>) -> bool {
    let Some(Score { head, mark, rest }) = Score::apart(seen) else { return false };
    let stands_apart = head.chars().next_back().is_none_or(|c| ch::is_space(c) || c == '(');
    let is_mark = |company: &Company| mark.is_empty() || company.parts(mark);
    stands_apart
        && companies(seen.language).any(|company| is_mark(company) && are_beside(company, head, rest))
}

/// Two numbers of few digits, with blanks between them and what parts them.
struct Score<'a> {
    /// What is before the first.
    head: &'a str,
    /// The word that parts them, empty where a sign does.
    mark: &'a str,
    /// What is behind the second.
    rest: &'a str,
}

impl<'a> Score<'a> {
    fn apart(seen: &Surroundings<'a>) -> Option<Self> {
        let (left, right) =
            (seen.near_before().trim_end_matches(is_gap), seen.near_after().trim_start_matches(is_gap));
        let is_sign = |c: char| ch::is_hyphen(c) || matches!(c, '–' | '―' | ':');
        if left.ends_with(ch::is_digit) {
            let (mark, rest) = match right.strip_prefix(is_sign) {
                Some(rest) => ("", rest),
                None => right.split_at(first_word(right).len()),
            };
            return Self::of(left, mark, rest);
        }
        let (before, mark) = match left.strip_suffix(is_sign) {
            Some(before) => (before, ""),
            None => left.split_at(left.len() - last_word(left).len()),
        };
        Self::of(before, mark, right)
    }

    fn of(before: &'a str, mark: &'a str, after: &'a str) -> Option<Self> {
        let (before, after) = (before.trim_end_matches(is_gap), after.trim_start_matches(is_gap));
        let (head, rest) = (before.trim_end_matches(ch::is_digit), after.trim_start_matches(ch::is_digit));
        let is_few = |digits: usize| (1..=MOST).contains(&digits);
        let are_numbers = is_few(before.len() - head.len()) && is_few(after.len() - rest.len());
        are_numbers.then_some(Self { head, mark, rest })
    }
}

/// Whether the place lies beside the hyphen or dash of such a score, with no blanks around it.
fn cuts_tight(seen: &Surroundings<'_>) -> bool {
    let is_dash = |c: char| ch::is_hyphen(c) || matches!(c, '–' | '―');
    let Some((left, right)) = beside(seen, is_dash) else { return false };
    let (before, after) = (digits(left), digits(right));
    let stands_apart = |c: &char| ch::is_space(*c) || *c == '(' || ch::is_spaceless(*c) || ch::is_hangul(*c);
    if before > MOST || after > MOST || !left.get(before).is_none_or(stands_apart) {
        return false;
    }
    let head = seen.near_before().trim_end_matches(is_dash).trim_end_matches(ch::is_digit);
    let rest = seen.near_after().trim_start_matches(is_dash).trim_start_matches(ch::is_digit);
    begins_east_asian(rest) || companies(seen.language).any(|company| are_beside(company, head, rest))
}

/// Whether words make a score of two numbers, with what is before and behind these.
fn are_beside(company: &Company, head: &str, rest: &str) -> bool {
    let next = first_word(rest.trim_start_matches(is_gap));
    let is_apart = rest.starts_with(is_gap);
    if is_apart && company.is_after(next) {
        return true;
    }
    let goes_on = |mark: char| rest[mark.len_utf8()..].starts_with(ch::is_digit);
    let is_ended = rest.chars().next().is_none_or(|mark| ENDS.contains(&mark) && !goes_on(mark));
    (is_ended || is_apart && company.goes_on(next)) && precedes(company, head)
}

/// What a sentence or a part of it ends with.
pub(super) const ENDS: [char; 14] = ['.', ',', ';', ':', '!', '?', ')', '»', '”', '"', '،', '؛', '\n', '\r'];

/// Whether a text ends with a word of winning or losing, a link behind it or the other side: `lost to Arsenal`.
fn precedes(company: &Company, head: &str) -> bool {
    let head = head.strip_suffix('(').unwrap_or(head);
    let (mut last, rest) = word_before(head);
    if company.links(last) {
        last = word_before(rest).0;
    }
    let (word, before) = word_before(head);
    company.is_before(last)
        || company.wins_by_pronoun(before, word)
        || precedes_side(company, head)
        || precedes_beaten(company, head)
        || company.has_verbs_first() && precedes_subject(company, head)
}

/// Whether it ends with such a word and the subject behind it.
fn precedes_subject(company: &Company, head: &str) -> bool {
    let mut rest = head;
    (0..LONGEST_NAME).any(|_| {
        let (word, before) = word_before(rest);
        rest = before;
        company.is_before(word)
    })
}

/// Whether it ends with a name behind such a word and *to*.
fn precedes_side(company: &Company, head: &str) -> bool {
    let (word, mut rest) = word_before(head);
    let mut is_name = word.starts_with(char::is_uppercase);
    for _ in 0..LONGEST_NAME {
        let (word, before) = word_before(rest);
        if !is_name || word.is_empty() {
            return false;
        }
        if company.opposes(word) {
            return company.is_before(word_before(before).0);
        }
        is_name = word.starts_with(char::is_uppercase)
            || matches!(word, "the" | "la" | "le" | "les" | "el" | "il" | "o" | "os" | "den" | "à");
        rest = before;
    }
    false
}

/// Whether it ends with a name behind a verb of beating: `a battu l’OM`.
fn precedes_beaten(company: &Company, head: &str) -> bool {
    let is_capital = |word: &&str| {
        let name = word.rsplit(ch::is_apostrophe).next().unwrap_or(word);
        name.starts_with(char::is_uppercase) && name.ends_with(ch::is_word)
    };
    let is_small = |word: &&str| matches!(*word, "the" | "la" | "le" | "les" | "de" | "du");
    let mut words = head.trim_end_matches(is_gap).rsplit(ch::is_space);
    let mut behind = words.clone().skip(1).take(LONGEST_NAME);
    words.next().is_some_and(|last| is_capital(&last))
        && behind.find(|word| !is_capital(word) && !is_small(word)).is_some_and(|verb| company.beats(verb))
}

/// The word that a text ends with before a space, and what is before it; none where something else stands between.
fn word_before(text: &str) -> (&str, &str) {
    let word = last_word(text.trim_end_matches(is_gap));
    let end = text.trim_end_matches(is_gap).len();
    (word, &text[..end - word.len()])
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_cut, assert_whole};

    #[test]
    fn a_score_beside_a_word_of_losing_is_one() {
        assert_cut(&[
            ("en", "Chelsea lost 0|-4 on Sunday"),
            ("en", "Chelsea lost 0-|4."),
            ("en", "Chelsea lost (0|-4) again"),
            ("en", "Chelsea lost to Arsenal 1|-2 on Sunday"),
            ("en", "a 1|-3 defeat"),
            ("en", "The court split 4|–5 along party lines"),
            ("en", "The motion failed 210|-340 on Tuesday"),
            ("fr", "Lille a perdu 0|-4 à domicile"),
            ("es", "El Betis perdió por 1|-2 el domingo"),
            ("it", "Il Milan ha perso 1|-2 a Roma"),
            ("pt", "O Porto perdeu 0|-4 em casa"),
            ("de", "Der Klub verlor 1|-2 gegen Mainz"),
            ("nl", "Ajax verloor met 1|-2 van PSV"),
            ("pl", "Legia przegrała 1|-2 z Lechem"),
            ("ru", "Зенит проиграл 0|-4 в Москве"),
            ("tr", "Takım 1|-2 yenildi"),
            ("ar", "خسر الفريق أمام الأهلي. خسر 0|-4 في الدوري"),
            ("id", "Persija kalah 0|-4 dari Persib"),
            ("en", "The home team lost 3| – 1 on Saturday"),
            ("en", "The home team lost 3 –| 1 on Saturday"),
            ("en", "The home team lost 3 – |1 on Saturday"),
            ("en", "The jury voted 11| - 1."),
            ("en", "The court split 5| to 4 on Monday"),
            ("de", "Mainz verlor 1 : |3 gegen Köln"),
            ("de", "Mainz verlor 1| zu 3 gegen Köln"),
            ("de", "Mainz verlor 1 zu |3 gegen Köln"),
            ("fr", "Lille a perdu 1| à 3 à domicile"),
            ("fr", "Le PSG a battu l’OM 1| à 3."),
            ("fr", "Le PSG a battu Saint-Étienne 3| à 1 dimanche"),
            ("fr", "Le PSG l’emporte 3| à 1 à domicile"),
            ("fr", "Le PSG l’a emporté 3| à 1."),
            ("en", "Arsenal beat West Ham 3| to 1 on Sunday"),
            ("es", "El Betis perdió 2| a 3 en casa"),
            ("ru", "Зенит проиграл 1 : |3 в Москве"),
            ("ar", "خسر الأهلي 1|-3 في القاهرة"),
            ("ja", "広島は1|-3で敗れた"),
            ("ja", "広島が3|-1で勝った"),
            ("ja", "広島が3|―1で勝った"),
            ("ja", "広島が3|対1で勝った"),
            ("ko", "서울이 3|-1로 이겼다"),
            ("ko", "서울이 1|-3으로 졌다"),
            ("zh", "主队1|-3负于客队"),
            ("zh", "主队3|-1获胜"),
            ("zh", "主队3|比1获胜"),
            ("zh", "主队三|比一获胜"),
        ]);
    }

    #[test]
    fn a_range_is_of_two_numbers_there_too() {
        assert_whole(&[
            ("ja", "12|月3日"),
            ("zh", "5比3|大"),
            ("zh", "星期一|比三年前"),
            ("zh", "2025|比2024多"),
        ]);
        let ranges = [
            ("fr", "L’arrêté impose 3| à 5 en moyenne"),
            ("fr", "La loi impose 2| à 3, selon le maire"),
            ("fr", "Le courant a emporté 3| à 4 en une nuit"),
            ("fr", "Le courant l’a dit, il emporte 3| à 4 en une nuit"),
            ("en", "on pages 4|–5 of it"),
            ("en", "in 2019|–2020 he won"),
            ("en", "children aged 4|-5 go"),
            ("en", "between 210|-340 days"),
            ("en", "The party lost 4|-5 seats in the vote"),
            ("en", "The party won 4|-5% of the vote"),
            ("en", "They won in June 10|-15 in Berlin"),
            ("fr", "Il a perdu 4|-5 kilos"),
            ("es", "Perdió 10|-15 escaños"),
            ("de", "Er verlor 4|-5 Kilo"),
            ("en", "They lost 3| - 1 of them by drowning"),
            ("en", "He lost 4| – 5 kilos"),
            ("en", "He lost 4| to 5 kilos"),
            ("es", "Perdió de 10| a 15 escaños"),
            ("fr", "Il a perdu 4| à 5 kilos"),
            ("ja", "期間は10|-3月"),
            ("ja", "1|-3人"),
            ("zh", "赢了4|-5场"),
        ];
        let is_cut = |&(language, marked): &(&str, &str)| {
            super::super::tests::cuts(Some(language), marked)[1].is_some()
        };
        let wrong: Vec<_> = ranges.iter().filter(|range| is_cut(range)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
