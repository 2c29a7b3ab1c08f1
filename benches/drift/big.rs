//! One text of ten megabytes with five hundred passages, edited here and there.

use super::make::Source;
use super::random::Random;
use super::score::overlap;
use super::units::Writer;
use ibid::anchor::drift::became;
use ibid::text::{Span, Text};
use std::time::Instant;

const BYTES: usize = 10_000_000;
const PASSAGES: usize = 500;

/// Makes the texts, asks for all passages at once, and prints how that went.
pub fn run(source: &Source, seed: u64) {
    let mut random = Random::new(seed);
    let vocabulary: Vec<String> = source
        .paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.split_whitespace())
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|word| word.len() > 1)
        .collect();
    let mut writer = Writer { random: &mut random, vocabulary: &vocabulary, is_spaceless: false };
    let mut paragraphs: Vec<String> = Vec::new();
    let mut bytes = 0;
    while bytes < BYTES {
        let words = writer.random.between(40, 90);
        paragraphs.push(writer.filler(words) + ".");
        bytes += paragraphs[paragraphs.len() - 1].len() + 2;
    }
    let every = paragraphs.len() / PASSAGES;
    let (mut old, mut new) = (String::new(), String::new());
    let (mut passages, mut truths) = (Vec::new(), Vec::new());
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let start = old.len();
        old.push_str(paragraph);
        old.push_str("\n\n");
        let is_asked = index % every == every / 2 && passages.len() < PASSAGES;
        if !is_asked {
            let edited = writer.background(paragraph, 0.03);
            new.push_str(&edited);
            new.push_str("\n\n");
            continue;
        }
        let words: Vec<(usize, &str)> = paragraph.match_indices(' ').collect();
        let (from, to) = (words[5].0 + 1, words[25].0);
        passages.push(Span::new(start + from, start + to));
        let passage = &paragraph[from..to];
        let edited = match passages.len() % 6 {
            0 => Some(passage.to_owned()),
            1 => Some(writer.misspelt(passage, 2)),
            2 => Some(writer.replaced(passage, 4, true)),
            3 => Some(writer.with_more(passage, 9)),
            4 => Some(passage.to_uppercase()),
            _ => None,
        };
        new.push_str(&paragraph[..from]);
        let place = new.len();
        new.push_str(edited.as_deref().unwrap_or(""));
        truths.push(edited.map(|_| Span::new(place, new.len())));
        new.push_str(&paragraph[to..]);
        new.push_str("\n\n");
    }
    let (a, b) = (Text::new(&old), Text::new(&new));
    let start = Instant::now();
    let answers = became(&a, &b, &passages);
    let time = start.elapsed().as_secs_f64() * 1000.0;
    let spans = || answers.iter().map(|answer| answer.span).zip(&truths);
    let near = |pair: &(Option<Span>, &Option<Span>)| match *pair {
        (Some(found), Some(truth)) => overlap(&new, *truth, found) >= 0.9,
        _ => false,
    };
    println!(
        "ten megabytes, {} passages: exact {} of {}, near {}, invented {}; {time:.0} ms, {:.3} ms each",
        passages.len(),
        spans().filter(|(found, truth)| truth.is_some() && found == *truth).count(),
        truths.iter().flatten().count(),
        spans().filter(near).count(),
        spans().filter(|(found, truth)| truth.is_none() && found.is_some()).count(),
        time / passages.len() as f64,
    );
}
