//! Any quote in any text: what stands is found by plain search, and every place lies on characters.
#![no_main]

use ibid::anchor::{Quote, Standing, anchor};
use ibid::text::Text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, Option<&str>, bool, &str)| {
    let (words, within, partial, content) = input;
    let words = words.trim();
    let within = within.map(str::trim).filter(|within| !within.is_empty());
    let segments: Vec<&str> = words.split('|').map(str::trim).collect();
    if segments.iter().any(|segment| segment.is_empty()) {
        return;
    }
    let text = Text::new(content);
    let quote = Quote { segments: segments.clone(), within, partial, repeated: false };
    let anchoring = anchor(&quote, &text);
    for (segment, span) in segments.iter().zip(&anchoring.segments) {
        let found = span.map(|span| &content[span.range()]);
        if anchoring.standing == Standing::Stands {
            assert_eq!(found, Some(*segment));
        }
    }
    for place in &anchoring.places {
        assert!(content.get(place.range()).is_some());
    }
    if !segments.iter().all(|segment| content.contains(segment)) {
        assert!(!matches!(anchoring.standing, Standing::Stands | Standing::Ambiguous | Standing::Cut));
    }
});
