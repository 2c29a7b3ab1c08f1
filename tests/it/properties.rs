//! What must be true of any text, not only of those that we thought of.

use crate::common::{at_least, exact, json, report, repository};
use ibid::anchor::{Quote, Standing, anchor};
use ibid::corpus::Corpus;
use ibid::fold::{Casing, Folded, Form, differences, folded};
use ibid::parse;
use ibid::quoting::toml_string;
use ibid::text::Text;
use ibid::verify::{Options, Status, verify};
use proptest::prelude::*;
use serde_json::Value;

/// Any Unicode text, with much of what matters to us in it.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Zéèàç]{1,8}",
        2 => Just(" ".to_owned()),
        1 => "[0-9]{1,5}",
        1 => prop::sample::select(vec![
            "’", "'", "« ", " »", "\u{a0}", "\u{202f}", "–", "-", "…", "...", ". ", ", ", "\n", "\r\n", "\n\n", "\u{ad}",
            "\u{200b}", "\u{301}", "œ", "ﬁ", "ᵉʳ", "不", "万", "قال", "و", "🇫🇷", "👨‍👩‍👧", "한국", "ไม่", "−0,42", "3 500", "ß", "İ", "ς",
        ])
        .prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

/// A text and a stretch of it between two characters.
fn text_and_stretch() -> impl Strategy<Value = (String, String)> {
    any_text().prop_flat_map(|text| {
        let count = text.chars().count();
        (Just(text), 0..count, 1..=count).prop_map(|(text, start, length)| {
            let stretch = text.chars().skip(start).take(length).collect();
            (text, stretch)
        })
    })
}

fn quote(words: &str) -> Quote<'_> {
    Quote { segments: vec![words], within: None, partial: false, repeated: false }
}

/// Whether the words can be a quote at all.
fn is_quotable(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric) && words.trim() == words
}

/// The characters of a text from one offset to another.
fn chars(text: &str, from: &Value, to: &Value) -> String {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    text.chars().skip(number(from)).take(number(to) - number(from)).collect()
}

/// Every location, difference and omission of a report slices back to its words.
fn assert_slices(text: &str, report: &Value) {
    for quote in
        report["claims"].as_array().unwrap().iter().flat_map(|claim| claim["quotes"].as_array().unwrap())
    {
        let exact: String =
            quote["exact"].as_array().unwrap().iter().map(|segment| segment.as_str().unwrap()).collect();
        for segment in
            quote["segments"].as_array().unwrap().iter().filter(|segment| !segment["location"].is_null())
        {
            let (location, found) = (&segment["location"], segment["found"].as_str().unwrap());
            assert_eq!(chars(text, &location["char_start"], &location["char_end"]), found);
            let byte = |key: &str| usize::try_from(location[key].as_u64().unwrap()).unwrap();
            assert_eq!(&text[byte("byte_start")..byte("byte_end")], found);
        }
        for one in quote["differences"].as_array().unwrap() {
            for (key, from, whole) in
                [("quote", "quote_char", exact.as_str()), ("source", "source_char", text)]
            {
                let words = one[key].as_str().unwrap();
                let start = one[from].as_u64().unwrap();
                let end = start + words.chars().count() as u64;
                assert_eq!(chars(whole, &start.into(), &end.into()), words, "{one}");
            }
        }
    }
}

proptest! {
    #![proptest_config(at_least(400))]

    #[test]
    fn folding_leads_back_to_the_original(text in any_text()) {
        for form in [Form::Words, Form::Letters] {
            let folded = Folded::new(&text, form);
            prop_assert!(std::str::from_utf8(folded.bytes()).is_ok());
            let mut last = 0;
            for at in 0..folded.bytes().len() {
                let start = folded.origin_start(at);
                prop_assert!(start >= last && text.is_char_boundary(start));
                last = start;
                for to in at + 1..=folded.bytes().len().min(at + 12) {
                    if let Some(span) = folded.origin(at, to) {
                        prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                        prop_assert!(span.start < span.end);
                    }
                }
            }
        }
    }

    #[test]
    fn what_folds_alike_is_explained_whole(text in any_text(), other in any_text()) {
        let upper: String = text.chars().flat_map(char::to_uppercase).collect();
        for (quote, source) in [(&text, &upper), (&text, &other), (&text, &text.replace('’', "'"))] {
            if folded(quote, Form::Words) == folded(source, Form::Words) {
                let named = differences(quote, source, Casing::Common);
                prop_assert_eq!(named.is_empty(), quote == source);
                for one in named {
                    prop_assert_ne!(&quote[one.quote.range()], &source[one.source.range()]);
                    prop_assert!(one.kind.is_variant());
                }
            }
        }
    }

    #[test]
    fn what_stands_is_found_by_plain_search((text, stretch) in text_and_stretch()) {
        let words = stretch.trim();
        prop_assume!(is_quotable(words));
        let found = anchor(&quote(words), &Text::new(&text));
        if found.standing == Standing::Stands {
            let span = found.span().unwrap();
            prop_assert_eq!(&text[span.range()], words);
        }
        let is_there = matches!(found.standing, Standing::Stands | Standing::Cut | Standing::Ambiguous);
        prop_assert!(is_there, "{:?} for words of the text", found.standing);
    }

    #[test]
    fn a_foreign_character_never_stands((text, stretch) in text_and_stretch(), at in 0..100_usize, foreign in any::<char>()) {
        prop_assume!(!text.contains(foreign) && is_quotable(stretch.trim()));
        let mut changed: Vec<char> = stretch.trim().chars().collect();
        let at = at % changed.len();
        changed[at] = foreign;
        let changed: String = changed.into_iter().collect();
        prop_assume!(is_quotable(&changed));
        prop_assert_ne!(anchor(&quote(&changed), &Text::new(&text)).standing, Standing::Stands);
    }

    #[test]
    fn every_place_slices_back_to_its_words((text, stretch) in text_and_stretch(), at in 0..100_usize, other in "[a-z]{0,4}") {
        let mut words: Vec<&str> = stretch.split(' ').collect();
        let count = words.len();
        words[at % count] = &other;
        let changed = words.join(" ");
        let quotes: Vec<String> = [stretch.as_str(), &changed, &stretch.to_uppercase(), &stretch.replace('’', "'")]
            .iter()
            .filter(|words| words.chars().any(char::is_alphanumeric))
            .map(|words| exact(words))
            .collect();
        prop_assume!(!text.contains('\0') && !quotes.is_empty());
        assert_slices(&text, &json(&repository(&text, &quotes)));
    }

    #[test]
    fn a_mended_quote_stands((text, stretch) in text_and_stretch()) {
        let words = stretch.trim().replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ").to_lowercase();
        prop_assume!(is_quotable(&words) && !text.contains('\0'));
        let tree = repository(&text, &[format!("# kept\nexact = {} # kept too", toml_string(&words))]);
        let corpus = Corpus::load(&tree);
        let verified = verify(&corpus, &tree, &Options::default());
        let mended = ibid::repair::mended(&corpus, &verified);
        if mended.is_empty() {
            return Ok(());
        }
        prop_assert!(mended[0].after.contains("# kept\n") && mended[0].after.contains(" # kept too\n"));
        let mut tree = tree;
        tree.insert(mended[0].path.clone(), mended[0].after.clone());
        prop_assert_eq!(report(&tree).summary.status(Status::Stands), 1);
    }

    #[test]
    fn any_bytes_as_a_file_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), which in 0..4_usize) {
        let mut tree = repository("Un texte.", &[exact("Un texte")]);
        let path = ["ibid.toml", "claims/c.toml", "sources/s/source.toml", "sources/s/2025-12-08.txt"][which];
        tree.insert(path, bytes);
        let told = ibid::render::json::render(&report(&tree));
        prop_assert!(serde_json::from_str::<Value>(&told).is_ok());
    }

    #[test]
    fn almost_toml_never_panics(noise in "[a-z\\[\\]\"'= \n.,{}#0-9é\\\\-]{0,120}", cut in 0..200_usize) {
        let claim = format!("[[claim]]\nid = \"a\"\ntext = \"b\"\n{noise}\n[[claim.quote]]\nsource = \"s\"\nexact = \"Un texte\"\n");
        let cut = claim.floor_char_boundary(cut.min(claim.len()));
        for content in [claim.clone(), claim[..cut].to_owned()] {
            let document = parse::Document { path: "claims/c.toml".into(), content };
            for finding in parse::claims(&document, 0).1 {
                prop_assert!(finding.place.line >= 1 && finding.place.column >= 1);
            }
        }
    }
}

#[test]
fn a_position_is_the_same_however_long_the_text_before_it() {
    let text = format!("{}« une erreur »\n", "é’汉\n".repeat(5000));
    let report = json(&repository(&text, &[exact("une erreur")]));
    let location = &report["claims"][0]["quotes"][0]["location"];
    assert_eq!(location["line"], 5001);
    assert_eq!(location["column"], 3);
    assert_eq!(chars(&text, &location["char_start"], &location["char_end"]), "une erreur");
}
