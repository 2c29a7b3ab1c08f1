//! Denials of what somebody said, with the noun that says so between them and it, and of deeds. Knows single words.

use super::super::characters as ch;
use super::super::lexicons::Known;
use super::super::numbers::is_in;
use super::super::words::in_table_form;
use super::is_adverb;
use super::table::{
    BEFORE_FRENCH_SAID, BEFORE_SAID, Deed, Denial, FRENCH, FRENCH_REJECTING, FRENCH_SAID, FRENCH_THOUGHT,
    REJECTING, SAID, TO_SAY, WRONG,
};

/// How many of some words, the last first, deny what somebody said: `dismissed reports that`.
pub(super) fn rejected(forms: &[String], opening: &str, known: &Known) -> Option<usize> {
    let in_english = || english(forms, opening).filter(|_| known.has("en"));
    in_english().or_else(|| {
        let in_french = || rejected_in_french(forms, opening).or_else(|| wrong_to_say(forms, opening));
        if known.has("fr") { in_french() } else { None }
    })
}

fn english(forms: &[String], opening: &str) -> Option<usize> {
    let noun = usize::from(forms.first()? == "that");
    if noun == 0 && opening != "that" || !is_in(forms.get(noun)?, SAID) {
        return None;
    }
    let verb = (noun + 1..forms.len()).find(|&at| !is_in(&forms[at], BEFORE_SAID))?;
    is_in(&forms[verb], REJECTING).then_some(verb + 1)
}

/// `dément les informations selon lesquelles`, `rejette l’idée que`, `la rumeur voulant que`.
fn rejected_in_french(forms: &[String], opening: &str) -> Option<usize> {
    let is_at = |at: usize, list: &str| forms.get(at).is_some_and(|form| is_in(form, list));
    let (noun, nouns) = if is_at(0, "laquelle lesquelles") && is_at(1, "selon")
        || is_at(0, "que qu'") && is_at(1, "voulant")
    {
        (2, FRENCH_SAID)
    } else if is_at(0, "que qu'") {
        (1, FRENCH_THOUGHT)
    } else if opening == "selon" {
        (0, FRENCH_SAID)
    } else if matches!(opening, "que" | "qu") {
        (0, FRENCH_THOUGHT)
    } else {
        return None;
    };
    if !is_at(noun, nouns) {
        return None;
    }
    let verb = (noun + 1..forms.len()).find(|&at| !is_in(&forms[at], BEFORE_FRENCH_SAID))?;
    (verb > noun + 1 && is_in(&forms[verb], FRENCH_REJECTING)).then_some(verb + 1)
}

/// `faux de dire que`.
fn wrong_to_say(forms: &[String], opening: &str) -> Option<usize> {
    let verb = usize::from(is_in(forms.first()?, "que qu'"));
    let is_at = |at: usize, list: &str| forms.get(at).is_some_and(|form| is_in(form, list));
    let is_joined = verb == 1 || matches!(opening, "que" | "qu");
    (is_joined && is_at(verb, TO_SAY) && is_at(verb + 1, "de d'") && is_at(verb + 2, WRONG))
        .then_some(verb + 3)
}

/// Pronouns and halves of a negation before a French infinitive, and what joins it to a verb before.
const BEFORE_INFINITIVE: &str = "de d' à le la les l' se s' y en lui leur me m' te t' nous vous";
/// Words that end like infinitives.
const NO_INFINITIVES: &str = "premier dernier entier particulier régulier hier fer mer hiver cher léger plaisir souvenir avenir \
    livre lettre";
/// How infinitives end that few verbs have.
const FURTHER: &[&str] = &["ttre", "ivre", "incre", "ompre", "clure"];
/// To whom something is forbidden.
const TO_WHOM: &str = "à au aux fait faite faites";

impl Denial {
    /// Whether what stands between the last of the first `count` of some forms and the passage `quoted` leaves the denial
    /// one, which denies a deed alone.
    pub(super) fn is_fit(&self, forms: &[String], count: usize, quoted: &str) -> bool {
        if self.deed == Deed::Any {
            return true;
        }
        let has_verb = is_in(&forms[0], "avoir être");
        let joint = usize::from(has_verb);
        let is_joint = forms.get(joint).is_some_and(|form| is_in(form, "de d' à"));
        let between = forms.get(joint + usize::from(is_joint)..count - 1).unwrap_or_default();
        let is_fit = |next: &String| match self.deed {
            Deed::Any | Deed::OfSomebody => true,
            Deed::Straight => between.len() == 1 && (next == "bien" || is_adverb(next)),
            Deed::ToSomebody => is_in(next, TO_WHOM) || between.len() == 1 && is_adverb(next),
        };
        let is_open = has_verb && !is_joint && count > 1 && !self.is_straight_before_deed();
        !is_open && (has_verb || begins_infinitive(quoted)) && between.last().is_none_or(is_fit)
    }

    /// Whether nothing joins the infinitive that they deny to these words: `failli signer`.
    pub(super) fn is_straight_before_deed(&self) -> bool {
        self.deed != Deed::Any && !self.infinitives.is_empty()
    }
}

/// Whether a French passage begins with an infinitive, with what joins it to a verb and its pronouns.
fn begins_infinitive(quoted: &str) -> bool {
    const MOST: usize = 4;
    let parts = |c: char| !ch::is_word(c) && !ch::is_apostrophe(c);
    let words = quoted.split(parts).flat_map(|word| word.split_inclusive(ch::is_apostrophe));
    let mut words = words.filter(|word| !word.is_empty()).take(MOST).map(in_table_form);
    let Some(first) = words.find(|form| !is_in(form, BEFORE_INFINITIVE)) else { return false };
    let is_one = |end: &&str| first.len() > end.len() + 1 && first.ends_with(*end);
    !is_in(&first, NO_INFINITIVES) && (first == "être" || FRENCH.iter().chain(FURTHER).any(is_one))
}
