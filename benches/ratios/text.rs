//! Texts made from seed sentences, the same for the same seed, and spans of them to quote. Writes no file.

use crate::seeds::Seeds;
use ibid::anchor;
use ibid::text::{Span, Text};
use memchr::memmem;
use std::collections::HashSet;

/// Numbers that look random and are the same on every machine (Steele, Lea and Flood, 2014).
pub struct Random(u64);

impl Random {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        (((self.next() >> 32) * bound as u64) >> 32) as usize
    }

    pub fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

/// A text of about `bytes` bytes in paragraphs, its serial numbers counted from `serial`.
pub fn text(seeds: &Seeds, random: &mut Random, serial: usize, bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + 1024);
    let mut serial = serial;
    while out.len() < bytes {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        for number in 0..4 + random.below(3) {
            if number > 0 {
                out.push(' ');
            }
            push_sentence(seeds, random, serial, &mut out);
            serial += 1;
        }
    }
    out.push('\n');
    out
}

fn push_sentence(seeds: &Seeds, random: &mut Random, serial: usize, out: &mut String) {
    let mut rest = random.one_of(seeds.sentences);
    while let Some((before, after)) = rest.split_once('{') {
        let (gap, after) = after.split_once('}').expect("a gap of a seed sentence is closed");
        out.push_str(before);
        match gap {
            "id" => out.push_str(&serial.to_string()),
            "many" => out.push_str(&(12 + random.below(970)).to_string()),
            "who" => out.push_str(random.one_of(seeds.who)),
            "where" => out.push_str(random.one_of(seeds.places)),
            "when" => out.push_str(random.one_of(seeds.when)),
            "what" => out.push_str(random.one_of(seeds.what)),
            _ => panic!("no words for the gap {gap}"),
        }
        rest = after;
    }
    out.push_str(rest);
}

/// The text with sentences put in, each after the first sentence that ends behind its place; by place.
pub fn with_sentences(text: &str, insertions: &[(usize, String)]) -> String {
    let added: usize = insertions.iter().map(|(_, sentence)| sentence.len()).sum();
    let mut out = String::with_capacity(text.len() + added);
    let mut at = 0;
    for (place, sentence) in insertions {
        let from = text.floor_char_boundary(*place).max(at);
        let to = text[from..].find(". ").map_or(at, |end| from + end + 2);
        out.push_str(&text[at..to]);
        out.push_str(sentence);
        at = to;
    }
    out + &text[at..]
}

/// The fewest and the most characters of a quote.
pub const LENGTHS: (usize, usize) = (60, 200);

/// `count` different spans of `text`, each there once, from one space to another, spread over the text.
pub fn spans<'t>(text: &'t str, random: &mut Random, count: usize) -> Vec<&'t str> {
    let share = text.len() / count.max(1);
    let texts = LANGUAGES.map(|language| Text::new(text).in_language(Some(language)));
    let mut known = HashSet::new();
    (0..count)
        .map(|number| {
            let mut tries = (0..10_000).filter_map(|tried| {
                // Where its own share of the text holds none, such as at the very end, any other will do.
                let at = if tried < 100 { number } else { random.below(count) };
                let from = at * share + random.below(share.max(1));
                let wanted = LENGTHS.0 + random.below(LENGTHS.1 - LENGTHS.0 + 1);
                span(&texts, from, wanted).filter(|span| !known.contains(span) && is_once(text, span))
            });
            let span = tries.next().expect("a text holds enough spans that are there once");
            known.insert(span);
            span
        })
        .collect()
}

/// About `wanted` characters of one paragraph, from the first space after byte `from` on; `None` where there is
/// something to say of them, for a negation that they leave out.
fn span<'t>(texts: &[Text<'t>], from: usize, wanted: usize) -> Option<&'t str> {
    let text = texts[0].as_str();
    let from = text.floor_char_boundary(from);
    let start = from + text[from..].find(' ')? + 1;
    let paragraph = text[start..].split('\n').next()?;
    let end = paragraph.char_indices().nth(wanted)?.0;
    let words = Span::new(start, start + paragraph[..end].rfind(' ')?);
    let is_denied = |text: &Text<'_>| {
        anchor::negation_near(text, words).is_some() || anchor::exception_after(text, words).is_some()
    };
    let words = Some(&text[words.range()]).filter(|_| !texts.iter().any(is_denied))?;
    (words.chars().count() >= LENGTHS.0).then_some(words)
}

/// The languages of the texts.
const LANGUAGES: [&str; 2] = ["fr", "en"];

fn is_once(text: &str, words: &str) -> bool {
    memmem::find_iter(text.as_bytes(), words.as_bytes()).take(2).count() == 1
}

/// `quote` with one word inside it replaced by another.
pub fn altered(quote: &str, seeds: &Seeds, random: &mut Random) -> String {
    let mut words: Vec<&str> = quote.split(' ').collect();
    let is_plain = |word: &str| word.chars().count() >= 4 && word.chars().all(char::is_alphabetic);
    let mut inside: Vec<usize> = (1..words.len() - 1).filter(|&at| is_plain(words[at])).collect();
    if inside.is_empty() {
        inside = (1..words.len() - 1).collect();
    }
    words[inside[random.below(inside.len())]] = random.one_of(seeds.others);
    words.join(" ")
}
