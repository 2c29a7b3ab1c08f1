//! Sentences that set apart who did something, and deny that it was so: *it was not the mayor who*. A small table, to be
//! grown with cases. Knows single words.

use super::lexicons::Known;
use super::numbers::is_in;
use super::words::in_table_form;

/// How a language writes them.
struct Cleft {
    language: &'static str,
    /// The subject and its verb, before the negation; those that are parted from it by a blank alone.
    openings: &'static [&'static str],
    negations: &'static str,
    /// What stands straight before what is denied.
    relatives: &'static str,
    /// Whether a comma stands before it.
    has_comma: bool,
    /// What the one who is meant begins with, where no capital does.
    determiners: &'static str,
    /// With these behind the negation it is denied that nobody else did.
    only: &'static str,
}

const CLEFTS: &[Cleft] = &[
    Cleft {
        language: "en",
        openings: &["it is", "it was", "it"],
        negations: "not wasn't isn't",
        relatives: "who",
        has_comma: false,
        determiners: "the a an his her its their our my your this that these those he she him me you they them us we",
        only: "only just merely solely first last second third",
    },
    Cleft {
        language: "fr",
        openings: &[
            "c' est",
            "c' était",
            "ce n' est",
            "ce n' était",
            "ce ne sont",
            "ce n' étaient",
            "ce ne fut",
        ],
        negations: "pas point",
        relatives: "qui",
        has_comma: false,
        determiners: "le la les l' un une des du mon ton son sa ses leur leurs notre votre ce cet cette ces lui elle eux moi toi \
            nous vous",
        only: "seulement uniquement que seul seule seuls premier première dernier dernière",
    },
    Cleft {
        language: "de",
        openings: &["es ist", "es war", "es sind", "es waren"],
        negations: "nicht",
        relatives: "der die das dem den",
        has_comma: true,
        determiners: "der die das ein eine sein seine ihr ihre unser unsere dieser diese dieses er sie ich wir",
        only: "nur bloß allein erste ersten erster letzte letzten einzige einzigen",
    },
    Cleft {
        language: "es",
        openings: &["", "que"],
        negations: "no",
        relatives: "quien quienes",
        has_comma: false,
        determiners: "el la los las un una su sus mi este esta ese esa él ella ellos",
        only: "solo sólo solamente primer primero primera último única único",
    },
    Cleft {
        language: "pt",
        openings: &["", "que"],
        negations: "não",
        relatives: "quem",
        has_comma: false,
        determiners: "o a os as um uma seu sua meu este esta esse essa ele ela eles",
        only: "só apenas somente primeiro primeira último única único",
    },
    Cleft {
        language: "it",
        openings: &["", "che"],
        negations: "non",
        relatives: "che ad",
        has_comma: false,
        determiners: "il lo la i gli le l' un uno una suo sua questo questa lui lei loro",
        only: "solo soltanto primo prima ultimo unica unico",
    },
];

/// Forms of *to be* straight behind the negation of a cleft.
const TO_BE: &str = "fue es era fueron foi é era foram fu stato stata stati è erano";

/// Whether a word as it is written may be the last of a cleft, told at a glance.
pub fn may_end_cleft(word: &str) -> bool {
    matches!(
        word,
        "who" | "qui" | "der" | "die" | "das" | "dem" | "den" | "quien" | "quienes" | "quem" | "che" | "ad"
    )
}

/// Which of the words before a passage, the last first, denies in a cleft that these are; commas count as words.
/// `language` is a BCP 47 tag.
pub fn denying(words: &[&str], language: Option<&str>) -> Option<usize> {
    let known = Known::of(language);
    let forms: Vec<String> = words.iter().map(|word| in_table_form(word)).collect();
    CLEFTS.iter().filter(|own| known.has(own.language)).find_map(|own| own.denying(words, &forms))
}

impl Cleft {
    fn denying(&self, words: &[&str], forms: &[String]) -> Option<usize> {
        if !is_in(forms.first()?, self.relatives) {
            return None;
        }
        let at = forms.iter().position(|form| is_in(form, self.negations))?;
        let commas = forms[..at].iter().filter(|form| *form == ",").count();
        let (own, is_ended) = (&forms[1..at], forms.get(1).is_some_and(|form| form == ","));
        let has_its_comma = if self.has_comma { is_ended && commas == 1 } else { commas == 0 };
        let before = &forms[at + 1..];
        let opens = |opening: &&str| is_end_of(before, opening);
        let count = if self.openings.contains(&"") { verbs(own) } else { 0 };
        let has_verb = count > 0 || !self.openings.contains(&"");
        let first = at.checked_sub(1 + count).filter(|&first| first > 0)?;
        let is_someone =
            is_in(&forms[first], self.determiners) || words[first].starts_with(char::is_uppercase);
        let is_only = own.iter().any(|form| is_in(form, self.only));
        (has_its_comma && has_verb && is_someone && !is_only && self.openings.iter().any(opens)).then_some(at)
    }
}

/// How many forms of *to be* stand straight behind the negation, of words with the last first.
fn verbs(own: &[String]) -> usize {
    own.iter().rev().take_while(|form| is_in(form, TO_BE)).count()
}

/// Whether some words, the last first, are no more than these, which begin their sentence.
fn is_end_of(before: &[String], opening: &str) -> bool {
    let mut words = before.iter();
    opening
        .split(' ')
        .rev()
        .filter(|word| !word.is_empty())
        .all(|word| words.next().is_some_and(|own| own == word))
}
