//! Numbers with what multiplies them, told as one difference: `14.7 million` for `14,700,000`, `42 млрд` for `42 млн`. What
//! follows the digits alone would write another amount. Knows what lies upon what.

use super::explain::{Sides, joined};
use super::magnitudes::{Magnitude, magnitude_beside};
use crate::fold::numbers::value;
use crate::fold::{Difference, Form, Kind, characters as ch, folded, multipliers, words};
use crate::text::{Span, Text};
use std::ops::Range;

/// Where among `sides` numbers in digits lie that something multiplies on either hand, and that are not the same words.
/// `language` is that of the text.
pub fn amounts(sides: &[Sides<'_>], language: Option<&str>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..sides.len() {
        let is_open = found.last().is_none_or(|last| last.end <= at);
        if is_open && sides[at].is_number() {
            found.extend(Amount { sides, at, language }.range());
        }
    }
    found
}

/// An amount, whole on either hand.
pub fn told(amount: &[Sides<'_>]) -> Difference {
    let hull = |span: fn(&Sides<'_>) -> Span| amount[1..].iter().map(span).fold(span(&amount[0]), joined);
    Difference { kind: Kind::Number, quote: hull(|one| one.a), source: hull(|one| one.b) }
}

/// The passage with what multiplies the number that it ends with, where that makes it the number that the quote ends with;
/// the two are one difference then: `cost $14,700,000` at `cost $14.7 million`.
pub fn whole_at_end(span: Span, quote: &str, text: &Text<'_>, differences: &mut [Difference]) -> Span {
    let Some(last) = differences.last_mut() else { return span };
    let is_last = last.quote.end == quote.len() && last.source.end == span.end;
    if last.kind != Kind::Number || !is_last {
        return span;
    }
    let Some(Magnitude::Multiplier(multiplier)) = magnitude_beside(text, span) else { return span };
    let whole = Span::new(last.source.start, multiplier.end);
    let value_of = |words| value(words, text.spoken());
    let own = value_of(&quote[last.quote.range()]);
    if own.is_none() || own != value_of(text.slice(whole)) {
        return span;
    }
    last.source = whole;
    Span::new(span.start, whole.end)
}

impl Sides<'_> {
    /// Whether both are numbers in digits.
    fn is_number(&self) -> bool {
        self.quote.starts_with(ch::is_digit) && self.text.starts_with(ch::is_digit)
    }

    fn hands(&self) -> [&str; 2] {
        [self.quote, self.text]
    }

    /// Whether what is there is so on either hand.
    fn all(&self, is: impl Fn(&str) -> bool) -> bool {
        self.hands().into_iter().all(|hand| hand.is_empty() || is(hand))
    }

    fn any(&self, is: impl Fn(&str) -> bool) -> bool {
        self.hands().into_iter().any(is)
    }
}

fn is_of_number(c: char) -> bool {
    ch::is_han_numeral(c) || ch::is_digit(c)
}

/// What may be an amount, from the side on that has its digits.
struct Amount<'a> {
    sides: &'a [Sides<'a>],
    at: usize,
    language: Option<&'a str>,
}

impl Amount<'_> {
    fn range(&self) -> Option<Range<usize>> {
        let end = self.end();
        let differs = |side: &Sides<'_>| {
            side.differs() && folded(side.quote, Form::Words) != folded(side.text, Form::Words)
        };
        let start = self.start();
        let is_one = end > self.at + 1 && self.sides[start..end].iter().any(differs);
        (is_one && !self.is_year(end) && self.is_multiplied(end)).then_some(start..end)
    }

    /// Where it begins: before the digits lies what only one hand has of the same number, as in `1億2000万`.
    fn start(&self) -> usize {
        let is_rest = |at: usize, is: fn(char) -> bool| {
            let side = &self.sides[at];
            side.all(|hand| hand.starts_with(is)) && side.any(str::is_empty)
        };
        let mut start = self.at;
        while start >= 2 && is_rest(start - 1, ch::is_han_multiplier) && is_rest(start - 2, is_of_number) {
            start -= 2;
        }
        start
    }

    /// Whether these are a year and the words of something else: `In 2019 million-dollar houses`.
    fn is_year(&self, end: usize) -> bool {
        let is_one = |hand: &str| {
            hand.len() == 4
                && (hand.starts_with("19") || hand.starts_with("20"))
                && hand.parse::<u16>().is_ok()
        };
        let is_spaced = |side: &Sides<'_>| side.all(|hand| !hand.starts_with(ch::is_han_multiplier));
        self.sides[self.at].all(is_one) && self.sides[self.at + 1..end].iter().all(is_spaced)
    }

    /// Where what may multiply the number ends.
    fn end(&self) -> usize {
        let mut end = self.at + 1;
        let mut goes_on = false;
        while let Some(side) = self.sides.get(end) {
            // 3亿2000万 is one number.
            let is_rest =
                |hand: &str| goes_on && hand.starts_with(|c| ch::is_han_numeral(c) || ch::is_digit(c));
            if !side.all(|hand| self.may_multiply(hand) || is_rest(hand)) {
                break;
            }
            goes_on |= side.any(|hand| hand.starts_with(ch::is_han_multiplier));
            end += 1;
        }
        end + self.links(end)
    }

    /// How many sides after `end` are of the amount because of what follows or precedes them there: the *de* of Romanian
    /// millions, the stop of an abbreviation that only one hand has.
    fn links(&self, end: usize) -> usize {
        let side = |at: usize| self.sides.get(at);
        let is_lone =
            |side: &&Sides<'_>, own: &str| side.hands().contains(&own) && side.hands().contains(&"");
        let follows_number = end == self.at + 1 && words::may_be_in(self.language, "ro");
        let is_de = |one: &Sides<'_>| one.all(|hand| hand == "de");
        let multiplies = |one: &Sides<'_>| one.all(|hand| multipliers::multiplies(hand, Some("ro")));
        if follows_number && side(end).is_some_and(is_de) && side(end + 1).is_some_and(multiplies) {
            return 2;
        }
        let follows = end > self.at + 1;
        usize::from(follows && side(end).is_some_and(|one| is_lone(&one, ".")))
    }

    fn may_multiply(&self, hand: &str) -> bool {
        self.surely_multiplies(hand) || multipliers::multiple(hand).is_some()
    }

    fn surely_multiplies(&self, hand: &str) -> bool {
        hand.starts_with(ch::is_han_multiplier)
            || multipliers::may_multiply(hand) && multipliers::multiplies(hand, self.language)
    }

    /// Whether what follows the number multiplies it, and is no measure: `5 m` of a road, `5 m` for `5 bn`, `£5m`.
    fn is_multiplied(&self, end: usize) -> bool {
        let is_currency = |at: Option<usize>| {
            let side = at.and_then(|at| self.sides.get(at));
            side.is_some_and(|side| side.any(|hand| hand.starts_with(ch::is_currency)))
        };
        let own = &self.sides[self.at + 1..end];
        own.iter().any(|side| side.any(|hand| self.surely_multiplies(hand)))
            || is_currency(self.at.checked_sub(1))
            || is_currency(Some(end))
            || self.is_same(end)
    }

    /// Whether both hands are the same number once it is multiplied, so that a sign beside it is no measure: `50k`, 50,000.
    fn is_same(&self, end: usize) -> bool {
        let own = &self.sides[self.at..end];
        let quote: String = own.iter().map(|side| side.quote).collect();
        let text: String = own.iter().map(|side| side.text).collect();
        let quoted = value(&quote, self.language);
        quoted.is_some() && quoted == value(&text, self.language)
    }
}

#[cfg(test)]
mod tests {
    use super::super::align::align;
    use super::super::tokens::terms;
    use super::super::{Quote, anchor};
    use crate::text::Text;

    /// The numbers that differ between a quote and a text.
    fn numbers(language: &str, quote: &str, text: &str) -> Vec<(String, String)> {
        let (q, t) = (terms(quote), terms(text));
        let alignment = align(&q, &t, Some(language)).unwrap();
        let all = alignment.differences((quote, &q), (text, &t), Some(language));
        let numbers = all.iter().filter(|one| one.kind == crate::fold::Kind::Number);
        numbers
            .map(|one| (quote[one.quote.range()].to_owned(), text[one.source.range()].to_owned()))
            .collect()
    }

    #[test]
    fn numbers_are_told_with_what_multiplies_them() {
        for (language, quote, text) in [
            ("en", "donors gave $[14,700,000] this year", "donors gave $[14.7 million] this year"),
            ("en", "donors gave $[14,700,000] this year", "donors gave $[14.7m] this year"),
            ("en", "donors gave £[42m] this year", "donors gave £[42bn] this year"),
            ("en", "donors gave [42 m] this year", "donors gave [42 bn] this year"),
            ("en", "they want [50,000] by Monday", "they want [50k] by Monday"),
            ("en", "later [50k] people came", "later [50,000] people came"),
            ("fr", "il faut [50 000] voix de plus", "il faut [50k] voix de plus"),
            ("en", "donors gave [42] this year", "donors gave [42 billion] this year"),
            ("fr", "on demande [3 000 000] d’euros", "on demande [3 millions] d’euros"),
            ("fr", "le pont coûte [3,2 M]€ par an", "le pont coûte [3,2 Md]€ par an"),
            ("de", "sie kostet [2.400.000] Euro im Jahr", "sie kostet [2,4 Mio.] Euro im Jahr"),
            ("de", "sie kostet [2,4 Mrd]. Euro im Jahr", "sie kostet [2,4 Mio]. Euro im Jahr"),
            ("es", "costó [3 mil] de euros al año", "costó [3 mil millones] de euros al año"),
            ("ro", "a costat [50.000.000] de lei anul", "a costat [50 de milioane] de lei anul"),
            ("ru", "обошёлся в [42 млрд] рублей", "обошёлся в [42 млн] рублей"),
            ("ar", "كلف الجسر [42 مليار] يورو", "كلف الجسر [42 مليون] يورو"),
            ("zh", "花费了[126000]元去年完工", "花费了[12.6万]元去年完工"),
            ("zh", "花费了[4700]元去年完工", "花费了[4700万]元去年完工"),
            ("zh", "花费了[4700亿]元去年完工", "花费了[4700万]元去年完工"),
            ("ja", "建設には[120000000]円がかかった", "建設には[1億2000万]円がかかった"),
        ] {
            let number = |marked: &str| marked.split(['[', ']']).nth(1).unwrap().to_owned();
            let plain = |marked: &str| marked.replace(['[', ']'], "");
            let found = numbers(language, &plain(quote), &plain(text));
            assert_eq!(found, [(number(quote), number(text))], "{quote}");
        }
    }

    #[test]
    fn the_number_that_a_quote_ends_with_is_told_with_its_million() {
        let found = |language: &str, quote: &str, content: &str| {
            let text = Text::new(content).in_language(Some(language));
            let sought = Quote { segments: vec![quote], within: None, partial: false, repeated: false };
            let found = anchor(&sought, &text);
            found.differences.last().map(|one| text.slice(one.difference.source).to_owned())
        };
        for (language, quote, content, number) in [
            ("en", "The agency asked for $14,700,000", "The agency asked for $14.7 million.", "14.7 million"),
            ("fr", "Le pont a coûté 3 200 000", "Le pont a coûté 3,2 millions d’euros.", "3,2 millions"),
            ("de", "Die Brücke kostete 2.400.000", "Die Brücke kostete 2,4 Mio. Euro.", "2,4 Mio"),
            // Another number is told as the one that it is.
            ("en", "The agency asked for $14,800,000", "The agency asked for $14.7 million.", "14.7"),
            ("en", "The agency asked for $15", "The agency asked for $14.7 million.", "14.7"),
        ] {
            assert_eq!(found(language, quote, content).as_deref(), Some(number), "{quote}");
        }
    }

    #[test]
    fn measures_years_and_other_words_are_no_part_of_a_number() {
        for (language, quote, text, found) in [
            ("en", "the road is 6 m wide here", "the road is 5 m wide here", Some(("6", "5"))),
            ("en", "the road is 5 km wide here", "the road is 5 m wide here", None),
            ("en", "they want 60,000 by Monday", "they want 50k by Monday", Some(("60,000", "50"))),
            ("en", "In 2019 dollar houses fell", "In 2019 million-dollar houses fell", None),
            ("en", "lost $14.7 million, he says", "lost $14.7 Million, he said", None),
            ("fr", "le 5 mai, il a cru en elle", "le 5 mai, il a cru en lui", None),
            ("zh", "他有5个千金在家里", "他有5个万金在家里", Some(("千", "万"))),
        ] {
            let found: Vec<_> = found.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
            assert_eq!(numbers(language, quote, text), found, "{quote}");
        }
    }
}
