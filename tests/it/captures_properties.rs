//! What must be true of quotes over any captures of a source: what stands is in the text that it is said to
//! be in, what drifted stood before, and every place slices back to its words.

use crate::common::json;
use ibid::digest::Digest;
use ibid::quoting::toml_string;
use ibid::tree::MemoryTree;
use proptest::prelude::*;
use serde_json::Value;

/// An article of few words, so that the same ones come back in other places.
fn article() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "Le",
        "ministre",
        "n’a",
        "pas",
        "dit",
        "où",
        "2",
        "500",
        "soldats",
        "sont",
        "«",
        "là",
        "».",
        "mai,",
        "他",
        "不",
        "知道",
        "الوزير",
        "لم",
        "يجب",
        "\n\n",
        "Jamais",
        "vice-",
        "l’",
        "12%",
    ]);
    prop::collection::vec(word.prop_map(String::from), 5..60)
}

/// Captures of a source, each made of the one before by a few edits.
fn captures() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec!["", "ne", "3", "Le ministre", "là.", "\n\n", "n'a", "où il est"]);
    let edits = prop::collection::vec((0..60_usize, word), 0..4);
    (article(), prop::collection::vec(edits, 1..4)).prop_map(|(mut words, revisions)| {
        let mut all = vec![words.join(" ")];
        for edits in revisions {
            for (at, word) in edits {
                let at = at % words.len();
                word.clone_into(&mut words[at]);
            }
            all.push(words.join(" "));
        }
        all
    })
}

/// Stretches of words of one of the captures, with the number of the capture that each pins.
fn quotes() -> impl Strategy<Value = Vec<(usize, usize, usize, Option<usize>)>> {
    let pin = prop_oneof![3 => Just(None), 1 => (0..4_usize).prop_map(Some)];
    prop::collection::vec((0..4_usize, 0..60_usize, 1..12_usize, pin), 1..8)
}

fn day(number: usize) -> String {
    format!("2025-12-{:02}", number + 1)
}

fn repository(captures: &[String], quotes: &[(usize, usize, usize, Option<usize>)]) -> MemoryTree {
    let mut tree = MemoryTree::default();
    tree.insert("ibid.toml", "format = 1\n");
    let mut record = "title = \"T\"\n".to_owned();
    for (number, text) in captures.iter().enumerate() {
        let digest = Digest::of(text.as_bytes());
        tree.insert(format!("sources/s/{}.txt", day(number)).as_str(), text.as_str());
        record += &format!("[[capture]]\nfile = \"{}.txt\"\nsha256 = \"{digest}\"\n", day(number));
    }
    tree.insert("sources/s/source.toml", record);
    let claims = quotes.iter().enumerate().map(|(number, &(capture, at, length, pin))| {
        let words: Vec<&str> = captures[capture % captures.len()].split(' ').collect();
        let at = at % words.len();
        let exact = words[at..words.len().min(at + length)].join(" ");
        let pin = pin.map_or_else(String::new, |pin| format!("capture = \"{}\"\n", day(pin % captures.len())));
        let exact = toml_string(&exact);
        format!("[[claim]]\nid = \"c{number}\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"s\"\n{pin}exact = {exact}\n")
    });
    tree.insert("claims/c.toml", claims.collect::<String>());
    tree
}

/// The words at a place, in bytes and in code points, which must be the same.
fn words_at<'t>(captures: &'t [String], place: &Value) -> &'t str {
    let path = place["path"].as_str().unwrap();
    let number = (0..captures.len()).find(|&number| path.contains(&day(number))).unwrap();
    let at = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
    let text = &captures[number];
    let words = &text[at("byte_start")..at("byte_end")];
    let chars: String = text.chars().skip(at("char_start")).take(at("char_end") - at("char_start")).collect();
    assert_eq!(words, chars);
    words
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_stands_is_there_and_what_drifted_was((captures, quotes) in (captures(), quotes())) {
        let report = json(&repository(&captures, &quotes));
        let newest = captures.len() - 1;
        for claim in report["claims"].as_array().unwrap() {
            let quote = &claim["quotes"][0];
            let Some(words) = quote["exact"][0].as_str() else { continue };
            let number: usize = claim["id"].as_str().unwrap()[1..].parse().unwrap();
            let cited = quotes[number].3.map_or(newest, |pin| pin % captures.len());
            match quote["status"].as_str().unwrap() {
                "stands" => {
                    prop_assert_eq!(words_at(&captures, &quote["location"]), words);
                    let path = quote["location"]["path"].as_str().unwrap();
                    prop_assert!(path.ends_with(&format!("{}.txt", day(cited))), "{} for {}", path, cited);
                }
                "drifted" => {
                    prop_assert_eq!(words_at(&captures, &quote["location"]), words);
                    let stood = quote["stood"].as_str().unwrap();
                    let stood = (0..captures.len()).find(|&number| day(number) == stood).unwrap();
                    prop_assert!(stood < newest && quotes[number].3.is_none_or(|pin| pin % captures.len() == newest));
                    prop_assert!(captures[stood].contains(words));
                    prop_assert_eq!(quote["became"]["capture"].as_str().unwrap(), day(newest));
                    let kind = quote["became"]["kind"].as_str().unwrap();
                    let is_gone = ["deleted", "replaced"].contains(&kind);
                    prop_assert_eq!(quote["became"]["location"].is_null(), is_gone, "{}", kind);
                    if !is_gone {
                        let found = quote["became"]["found"].as_str().unwrap();
                        prop_assert_eq!(words_at(&captures, &quote["became"]["location"]), found);
                    }
                }
                // Identical words in a capture are never called other ones.
                "variant" | "altered" | "absent" => prop_assert!(!captures[cited].contains(words)),
                _ => {}
            }
        }
    }

    #[test]
    fn a_capture_more_with_the_same_words_changes_no_status((captures, quotes) in (captures(), quotes())) {
        let quotes: Vec<_> = quotes.into_iter().map(|(capture, at, length, _)| (capture, at, length, None)).collect();
        let mut again = captures.clone();
        again.push(format!("{} ", captures[captures.len() - 1]));
        let statuses = |captures: &[String]| -> Vec<(String, String)> {
            let report = json(&repository(captures, &quotes));
            let told = |claim: &Value| (claim["id"].to_string(), claim["status"].to_string());
            report["claims"].as_array().unwrap().iter().map(told).collect()
        };
        // The words are taken from the same captures.
        let quoted = |captures: &[String]| quotes.iter().all(|quote| quote.0 % captures.len() == quote.0 % again.len());
        prop_assume!(quoted(&captures));
        let (before, after) = (statuses(&captures), statuses(&again));
        for (one, other) in before.iter().zip(&after) {
            // Several places may be decided now, by what surrounds them in the capture before.
            prop_assert!(one == other || one.1 == "\"ambiguous\"" && other.1 == "\"stands\"", "{:?} {:?}", one, other);
        }
    }
}
