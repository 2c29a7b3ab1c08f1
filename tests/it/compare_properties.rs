//! What must be true of any two states of a repository that are compared, over repositories made by
//! chance from few words, so that ids twice, moves, renames and broken files happen often.

use crate::common::report;
use ibid::compare::{Change, Comparison, compare};
use ibid::digest::Digest;
use ibid::quoting::toml_string;
use ibid::reach::Reach;
use ibid::render::json;
use ibid::report::saved;
use ibid::tree::MemoryTree;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A repository's files by path.
type Files = BTreeMap<String, String>;

const TEXTS: [&str; 3] = [
    "Le ministre a parlé d’« une erreur ». Il n’a pas dit où.\n",
    "Le ministre a parlé d’« une faute ». 外交部发言人表示，中国尊重人民的选择。\n",
    "قال الوزير إن الحكومة لن تغادر كابول أبدا.\n",
];

const WORDS: [&str; 6] = [
    "Le ministre a parlé d’« une erreur »",
    "Il n’a pas dit où",
    "中国尊重人民的选择",
    "الحكومة لن تغادر كابول",
    "une",
    "",
];

/// How an id of a source is written: plainly, or so that its letters cannot be searched for.
fn source_key() -> impl Strategy<Value = String> {
    let plain =
        prop::sample::select(vec!["\"s\"", "\"t\"", "'n'", "\"n/s\"", "\"s-t\"", "\"unknown\"", "\"../x\""]);
    let odd = prop::sample::select(vec!["\"\\u0073\"", "\"\"\"\\\n  s\"\"\"", "\"\"\"\nt\"\"\"", "'''n'''"]);
    prop_oneof![8 => plain, 1 => odd].prop_map(String::from)
}

fn quote() -> impl Strategy<Value = String> {
    let extra = prop::sample::select(vec![
        "",
        "",
        "",
        "note = \"n\"\n",
        "stance = \"refutes\"\n",
        "capture = \"2025\"\n",
        "partial = true\n",
        "within = \"a parlé d’« une erreur »\"\n",
        "speaker = \"Le ministre\"\n",
    ]);
    (source_key(), prop::sample::select(WORDS.to_vec()), extra).prop_map(|(source, words, extra)| {
        format!("[[claim.quote]]\nsource = {source}\nexact = {}\n{extra}", toml_string(words))
    })
}

fn claim() -> impl Strategy<Value = String> {
    let id = prop::sample::select(vec![
        "id = \"a\"\n",
        "id = \"b\"\n",
        "id = \"c\"\n",
        "id = \"s-t\"\n",
        "id = \"Bad \\\"Id\\\"\"\n",
        "id = \"\\u0061\"\n",
        "",
    ]);
    let text = prop::sample::select(vec!["Un.", "Deux.", "三"]);
    let extra = prop::sample::select(vec![
        "",
        "",
        "verdict = \"supported\"\n",
        "verdict = \"wrong\"\n",
        "tags = [\"x\", \"y\"]\n",
        "tags = [\"y\"]\n",
        "note = \"n\"\n",
        "extra = { by = \"A\", day = 2025-01-01, list = [2025-01-02, 1.5, nan] }\n",
        "odd = 1\n",
    ]);
    (id, text, extra, prop::collection::vec(quote(), 0..4)).prop_map(|(id, text, extra, quotes)| {
        format!("[[claim]]\n{id}text = {}\n{extra}{}", toml_string(text), quotes.concat())
    })
}

/// One of few claims, so that the same words come back under other ids and in other files.
fn plain_claim() -> impl Strategy<Value = String> {
    let id = prop::sample::select(vec!["id = \"a\"\n", "id = \"b\"\n", "id = \"c\"\n", ""]);
    let words = prop::sample::select(vec![
        "Il n’a pas dit où",
        "Il n’a pas dit où",
        "Il a dit où",
        "absolument rien",
    ]);
    (id, prop::collection::vec(words, 1..3)).prop_map(|(id, words)| {
        let quotes =
            words.iter().map(|words| format!("[[claim.quote]]\nsource = \"s\"\nexact = \"{words}\"\n"));
        format!("[[claim]]\n{id}text = \"Un.\"\n{}", quotes.collect::<String>())
    })
}

/// A claim file: mostly good, at times no TOML.
fn claim_file() -> impl Strategy<Value = String> {
    let noise = prop_oneof![12 => Just(""), 1 => Just("[[claim]\n"), 1 => Just("# a remark\n")];
    let any_claim = prop_oneof![1 => claim(), 2 => plain_claim()];
    (prop::collection::vec(any_claim, 0..4), noise)
        .prop_map(|(claims, noise)| format!("{noise}{}", claims.concat()))
}

/// The files of one source, below its folder.
fn source() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let text = prop::sample::select(TEXTS.to_vec());
    let damage = prop_oneof![6 => Just(0), 1 => 1..7_usize];
    let metadata =
        prop::sample::select(vec!["", "language = \"fr\"\n", "author = [\"A\", \"B\"]\n", "titel = \"x\"\n"]);
    (text, text_or_none(), damage, metadata).prop_map(|(first, second, damage, metadata)| {
        let stored = if damage == 1 { "altered" } else { first };
        let capture = |name: &str, text: &str| {
            format!("[[capture]]\nfile = \"{name}\"\nsha256 = \"{}\"\n", Digest::of(text.as_bytes()))
        };
        let mut record = format!("title = \"T\"\n{metadata}{}", capture("2025.txt", first));
        let mut files = vec![];
        if let Some(second) = second {
            let own = capture(if damage == 5 { "2025.md" } else { "2026.txt" }, second);
            // The later one may stand first.
            record = if damage == 6 {
                record.replacen("[[capture]]", &format!("{own}[[capture]]"), 1)
            } else {
                record + &own
            };
            files.push(("2026.txt", second.to_owned()));
        }
        if damage == 2 {
            record += "[[capture\n";
        }
        if damage != 3 {
            files.push(("2025.txt", stored.to_owned()));
        }
        if damage == 4 {
            files.push(("stray.txt", "x".into()));
        }
        files.push(("source.toml", record));
        files
    })
}

fn text_or_none() -> impl Strategy<Value = Option<&'static str>> {
    prop_oneof![3 => Just(None), 1 => prop::sample::select(TEXTS.to_vec()).prop_map(Some)]
}

/// What lies in one place of a repository: a few files, or none.
fn place(path: &'static str) -> BoxedStrategy<Files> {
    let files = |files: Vec<(String, String)>| files.into_iter().collect::<Files>();
    if let Some(folder) = path.strip_suffix('/') {
        let at = move |(name, content): (&'static str, String)| (format!("{folder}/{name}"), content);
        let some = source().prop_map(move |all| files(all.into_iter().map(at).collect()));
        return prop_oneof![1 => Just(Files::new()), 3 => some].boxed();
    }
    let some = claim_file().prop_map(move |content| files(vec![(path.to_owned(), content)]));
    prop_oneof![1 => Just(Files::new()), 2 => some].boxed()
}

const PLACES: [&str; 9] = [
    "claims/a.toml",
    "claims/b.toml",
    "claims/d/c.toml",
    "claims/s.toml",
    "sources/s/",
    "sources/t/",
    "sources/n/",
    "sources/n/s/",
    "sources/s-t/",
];

/// Two states of a repository that have most of their files in common.
fn states() -> impl Strategy<Value = (Files, Files)> {
    let both = PLACES.map(|path| {
        let other = prop_oneof![2 => Just(None), 1 => place(path).prop_map(Some)];
        (place(path), other)
    });
    let kept = prop::sample::select(vec![None, Some("claims/.gitkeep"), Some("claims/README.md")]);
    (both.to_vec(), kept).prop_map(|(places, kept)| {
        let mut before: Files = [("ibid.toml".to_owned(), "format = 1\n".to_owned())].into();
        before.extend(kept.map(|path| (path.to_owned(), String::new())));
        let mut after = before.clone();
        for (one, other) in places {
            after.extend(other.unwrap_or_else(|| one.clone()));
            before.extend(one);
        }
        (before, after)
    })
}

fn tree(files: &Files) -> MemoryTree {
    MemoryTree::new(files.iter().map(|(path, content)| (path.clone(), content.clone().into_bytes())))
}

fn changed(before: &Files, after: &Files) -> BTreeSet<String> {
    let paths = before.keys().chain(after.keys());
    paths.filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

/// A comparison as JSON, with its parts.
fn wire(comparison: &Comparison) -> Value {
    serde_json::from_str(&json::comparison(comparison, ("A", "B"), None)).unwrap()
}

fn list<'v>(value: &'v mut Value, key: &str) -> &'v mut Vec<Value> {
    value[key].as_array_mut().unwrap()
}

/// A comparison without what is wrong on both sides.
fn without_still(comparison: &Comparison) -> Value {
    let mut wire = wire(comparison);
    list(&mut wire, "findings").retain(|one| one["since"] != "still");
    wire["summary"]["still_failing"] = 0.into();
    wire
}

/// Takes away what is told of one side where both are there, and sorts; `is_turned` exchanges the sides.
fn sided(comparison: &Comparison, is_turned: bool) -> Value {
    let mut wire = wire(comparison);
    if is_turned {
        turn(&mut wire);
    }
    plain(&mut wire);
    wire
}

fn turn(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(turn),
        Value::Object(members) => {
            for (one, other) in [
                ("from", "to"),
                ("newly_failing", "fixed"),
                ("unpinned", "pinned"),
                ("come_with_captures", "gone_with_captures"),
                ("come_with_claims", "gone_with_claims"),
                ("come_with_quotes", "gone_with_quotes"),
                ("come_unchecked", "gone_unchecked"),
                ("failed_otherwise", "fail_otherwise"),
            ] {
                if let (Some(a), Some(b)) = (members.get(one).cloned(), members.get(other).cloned()) {
                    members.insert(one.into(), b);
                    members.insert(other.into(), a);
                }
            }
            for noun in ["claims", "quotes", "sources", "captures"] {
                let (one, other) = (format!("{noun}_added"), format!("{noun}_removed"));
                if let (Some(a), Some(b)) = (members.get(&one).cloned(), members.get(&other).cloned()) {
                    members.insert(one, b);
                    members.insert(other, a);
                }
            }
            for word in ["change", "since"] {
                let turned = match members.get(word).and_then(Value::as_str) {
                    Some("added") => "removed",
                    Some("removed") => "added",
                    Some("new") => "fixed",
                    Some("fixed") => "new",
                    _ => continue,
                };
                members.insert(word.into(), turned.into());
            }
            members.values_mut().for_each(turn);
        }
        _ => {}
    }
}

fn plain(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.iter_mut().for_each(plain);
            items.sort_by_key(ToString::to_string);
        }
        Value::Object(members) => {
            let is_both = ["change", "since"].iter().any(|word| {
                matches!(members.get(*word).and_then(Value::as_str), Some("changed" | "renamed" | "still"))
            });
            let kept = ["change", "since", "events", "quotes", "captures", "claims", "rule", "level"];
            if is_both {
                members.retain(|key, _| kept.contains(&key.as_str()));
            }
            members.values_mut().for_each(plain);
        }
        _ => {}
    }
}

/// `PROPTEST_CASES` asks for more cases.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, max_shrink_iters: 20_000, ..ProptestConfig::default() }
}

#[test]
fn a_quote_became_another_only_where_they_share_words() {
    let quotes = |source: &str, words: &str| {
        let claim = format!(
            "[[claim]]\nid = \"c\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"{source}\"\nexact = \"{words}\"\n"
        );
        report(&tree(&Files::from([("ibid.toml".into(), String::new()), ("claims/c.toml".into(), claim)])))
    };
    let changes = |after: &str| {
        let comparison = compare(&quotes("s", "The first words here"), &quotes("t", after));
        comparison.claims[0].quotes.iter().map(|quote| quote.change).collect::<Vec<_>>()
    };
    assert_eq!(changes("The first words there"), [Change::Changed]);
    assert_eq!(changes("Nothing more"), [Change::Removed, Change::Added]);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_differs_from_itself((files, _) in states()) {
        let comparison = compare(&report(&tree(&files)), &report(&tree(&files)));
        prop_assert!(comparison.is_empty() && !comparison.is_alarming());
        prop_assert_eq!(comparison.summary.still_failing, comparison.findings.iter().filter(|one| one.finding.level == ibid::finding::Level::Error).count());
    }

    #[test]
    fn to_and_fro_are_mirrors((before, after) in states()) {
        let (before, after) = (report(&tree(&before)), report(&tree(&after)));
        prop_assert_eq!(sided(&compare(&before, &after), false), sided(&compare(&after, &before), true));
    }

    #[test]
    fn what_is_said_of_changes_is_so((before, after) in states()) {
        let (before, after) = (report(&tree(&before)), report(&tree(&after)));
        let one = compare(&before, &after);
        let grown = |old: usize, counts: ibid::compare::Counts| old + counts.added - counts.removed;
        prop_assert_eq!(grown(before.claims.len(), one.summary.claims), after.claims.len());
        prop_assert_eq!(grown(before.sources.len(), one.summary.sources), after.sources.len());
        prop_assert_eq!(grown(before.summary.quotes, one.summary.quotes), after.summary.quotes);
        let errors = |report: &ibid::report::Report| report.summary.level(ibid::finding::Level::Error);
        prop_assert_eq!(errors(&before) + one.summary.newly_failing - one.summary.fixed, errors(&after));
    }

    #[test]
    fn a_saved_report_is_the_report((files, other) in states()) {
        let fresh = report(&tree(&files));
        let written = json::render(&fresh);
        let read = saved::read("r.json", &written).unwrap();
        prop_assert_eq!(json::render(&read), written);
        prop_assert!(compare(&fresh, &read).is_empty() && compare(&read, &fresh).is_empty());
        let other = report(&tree(&other));
        prop_assert_eq!(wire(&compare(&fresh, &other)), wire(&compare(&read, &other)));
    }

    #[test]
    fn what_is_left_unread_changes_nothing((before, after) in states()) {
        let changed = changed(&before, &after);
        let (old, new) = (tree(&before), tree(&after));
        let whole = compare(&report(&old), &report(&new));
        if let Some(reach) = Reach::of(&old, &new, &changed) {
            let part = compare(&reach.report(&old), &reach.report(&new));
            prop_assert_eq!(without_still(&part), without_still(&whole), "{:?}\n{:#?}\n{:#?}", reach, before, after);
        }
    }
}
