//! Every passage of a text that has some words, or nearly: what a search shows. Shares each step with
//! the anchoring of quotes.

use super::nearest::all_near;
use super::{Difference, Hits, Places, Quote, Standing};
use crate::fold::{self, Casing};
use crate::text::{Span, Text};

/// A passage that was found for some words.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it lies, in bytes of the text.
    pub span: Span,
    /// How the words stand to it alone: `Stands` where they are identical and cut nothing, `Cut`,
    /// `Variant`, or `Altered` where it is only near. Never a word on how often they are in the text.
    pub standing: Standing,
    /// How near it is, from 0 to 1; 1 where the words are the same, in whatever characters.
    pub nearness: f64,
    /// How the words (bytes of what was looked for, without the white space at its ends) differ from it
    /// (bytes of the text).
    pub differences: Vec<Difference>,
}

/// The passages of `text` that have `words`, `limit` of them at the most: identical ones first, whole
/// ones before those that cut a word; then the same words in other characters; then what is near, the
/// nearest first. Passages of one standing are in reading order, near ones by nearness.
///
/// What is near is looked for only where too few passages have the very words. Nothing overlaps.
pub fn passages(words: &str, text: &Text<'_>, limit: usize) -> Vec<Found> {
    let words = words.trim();
    if words.is_empty() || limit == 0 {
        return Vec::new();
    }
    let quote = Quote { segments: vec![words], within: None, partial: false, repeated: false };
    let region = Span::new(0, text.as_str().len());
    let mut found: Vec<Found> = Vec::new();
    let exact = Hits::exact(&[&quote], text, region);
    let sorted = exact.of(words);
    add(&mut found, limit, identical(&sorted.whole, Standing::Stands));
    add(&mut found, limit, identical(&sorted.partial, Standing::Cut));
    add(&mut found, limit, identical(&sorted.broken, Standing::Cut));
    if found.len() < limit {
        let folded = Hits::folded(&[&quote], text, region);
        add(&mut found, limit, variants(words, &folded.of(words).whole, text));
    }
    if found.len() < limit {
        let most = limit + found.len();
        add(&mut found, limit, near(words, text, most));
    }
    found
}

/// Adds what lies beside all that was found, as long as there is room.
fn add(found: &mut Vec<Found>, limit: usize, more: impl Iterator<Item = Found>) {
    for one in more {
        if found.len() >= limit {
            return;
        }
        if !found.iter().any(|known| known.span.overlaps(one.span)) {
            found.push(one);
        }
    }
}

fn identical(places: &Places, standing: Standing) -> impl Iterator<Item = Found> + '_ {
    let found = move |&span: &Span| Found { span, standing, nearness: 1.0, differences: Vec::new() };
    places.kept.iter().map(found)
}

fn variants<'t>(
    words: &'t str,
    places: &'t Places,
    text: &'t Text<'_>,
) -> impl Iterator<Item = Found> + use<'t> {
    let casing = Casing::of(text.spoken());
    places.kept.iter().map(move |&span| Found {
        span,
        standing: Standing::Variant,
        nearness: 1.0,
        differences: shifted(fold::differences(words, text.slice(span), casing), span.start),
    })
}

fn near(words: &str, text: &Text<'_>, limit: usize) -> impl Iterator<Item = Found> + use<> {
    all_near(text, words, limit).into_iter().map(|near| Found {
        span: near.span,
        standing: Standing::Altered,
        nearness: near.nearness,
        differences: near.differences,
    })
}

fn shifted(mut differences: Vec<Difference>, by: usize) -> Vec<Difference> {
    for difference in &mut differences {
        difference.source = difference.source.shifted(by);
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identical_places_come_first_then_variants_then_what_is_near() {
        let content = "Le vent d’est se lève sur la plaine. Un autre jour, LE VENT D'EST SE LÈVE SUR LA PLAINE. \
                       On dit que le vent d’est se calme sur la plaine. Le vent d’est se lève sur la plaine.";
        let text = Text::new(content);
        let told = |limit| {
            passages(" Le vent d’est se lève sur la plaine ", &text, limit)
                .iter()
                .map(|found| (found.standing, text.slice(found.span)))
                .collect::<Vec<_>>()
        };
        let all = [
            (Standing::Stands, "Le vent d’est se lève sur la plaine"),
            (Standing::Stands, "Le vent d’est se lève sur la plaine"),
            (Standing::Variant, "LE VENT D'EST SE LÈVE SUR LA PLAINE"),
            (Standing::Altered, "le vent d’est se calme sur la plaine"),
        ];
        assert_eq!(told(9), all);
        assert_eq!(told(3), all[..3]);
        assert_eq!(told(0), []);
    }

    #[test]
    fn a_near_passage_says_how_near_and_what_differs() {
        let text = Text::new("Hier, 3 500 soldats ont quitté la capitale par le nord. Rien de plus.");
        let found = passages("3 600 soldats ont quitté la capitale", &text, 5);
        assert_eq!(found.len(), 1);
        assert_eq!(text.slice(found[0].span), "3 500 soldats ont quitté la capitale");
        assert!(found[0].nearness > 0.8 && found[0].nearness < 1.0, "{}", found[0].nearness);
        let differences = &found[0].differences;
        assert_eq!(differences.len(), 1);
        assert_eq!(differences[0].kind, fold::Kind::Number);
        assert_eq!(text.slice(differences[0].source), "3 500");
        assert!(passages("des jongleurs égyptiens fabriquent des zeppelins", &text, 5).is_empty());
        assert!(passages("  ", &text, 5).is_empty());
    }
}
