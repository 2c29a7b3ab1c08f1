//! `ibid show`: a claim with its quotes in their sentences, a source with all that is cited of it.

use crate::common::{Run, at_least, exact, ibid, repository, write};
use ibid::corpus::Corpus;
use ibid::digest::Digest;
use ibid::quoting::toml_string;
use ibid::render::visible::width;
use ibid::verify::{Options, verify};
use proptest::prelude::*;
use serde_json::Value;

use std::path::Path;
use tempfile::TempDir;

const FRENCH: &str = "\
Kaboul, un an après

M. Karzaï est resté à Kaboul. Le ministre a parlé d’« une erreur », puis il s’est tu. « Jamais ! » a répondu
le Dr. Abdullah, avant de quitter la salle. Les négociations reprendront au mois de mars, si tout va bien.

Environ 2 500 soldats sont là. Il n’a pas dit où. Les soldats sont là depuis mai. Les soldats sont là pour rester.
";

const ARABIC: &str = "قال الوزير إن الحكومة لن تغادر كابول أبدا. ووصف الاتفاق بأنه «خطأ كبير» أمام الصحفيين. هل يعود المفاوضون؟ لم يجب أحد عن هذا السؤال.\n";

const CHINESE: &str = "外交部发言人周一在北京表示，中国尊重阿富汗人民的选择。他说：“我们不会干涉别国内政。”随后他没有回答其他问题，记者会就此结束。大约2500名士兵留在喀布尔机场附近，等待撤离。\n";

fn source(folder: &Path, id: &str, metadata: &str, captures: &[(&str, &str)]) {
    let mut record = format!("{metadata}\n");
    for (name, text) in captures {
        write(folder, &format!("sources/{id}/{name}.txt"), text);
        let digest = Digest::of(text.as_bytes());
        record.push_str(&format!(
            "\n[[capture]]\nfile = \"{name}.txt\"\nsha256 = \"{digest}\"\ncaptured = {name}\n"
        ));
    }
    write(folder, &format!("sources/{id}/source.toml"), &record);
}

fn claim(id: &str, lines: &str, quotes: &[String]) -> String {
    let quotes: String = quotes.iter().map(|quote| format!("\n[[claim.quote]]\n{quote}\n")).collect();
    format!("[[claim]]\nid = {}\ntext = \"What {id} asserts.\"\n{lines}{quotes}\n", toml_string(id))
}

fn quote(source: &str, words: &str) -> String {
    format!("source = {}\n{}", toml_string(source), exact(words))
}

#[test]
fn what_is_wrong_is_told_of_the_claim_that_has_it_though_two_have_one_id() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    write(path, "ibid.toml", "format = 1\n");
    source(path, "kaboul", "title = \"K\"", &[("2022-08-16", FRENCH)]);
    let claims = ["M. Karzaï est resté à Paris", "Il n’a pas dit quand"]
        .map(|words| claim("twice", "", &[quote("kaboul", words)]));
    write(path, "claims/a.toml", &claims.concat());
    let shown = ibid(path, &["show", "claims/a.toml"]).stdout;
    assert_eq!(shown.matches("[quote-altered]").count(), 2, "{shown}");
}

/// Sources in three scripts, one that no one cites and one whose bytes were altered; claims with quotes
/// of every status.
fn dossier() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    write(path, "ibid.toml", "format = 1\n");
    let french = "title = \"Kaboul, un an après\"\npublisher = \"Le Quotidien\"\npublished = 2022-08-15\n\
        url = \"https://example.org/kaboul\"\nauthor = [\"A. B.\", \"C. D.\"]\nlanguage = \"fr\"\nextra = { desk = \"Asie\", rank = 2 }";
    source(path, "kaboul", french, &[("2022-08-15", &FRENCH.replace("mars", "mai")), ("2022-08-16", FRENCH)]);
    source(path, "wazir", "title = \"تصريح الوزير\"\nlanguage = \"ar\"", &[("2025-01-02", ARABIC)]);
    source(
        path,
        "fayanren",
        "title = \"外交部例行记者会\"\nlanguage = \"zh-Hans\"",
        &[("2025-01-02", CHINESE)],
    );
    source(path, "uncited", "title = \"Nobody cites this\"", &[("2025-01-02", "Some words.\n")]);
    source(path, "altered", "title = \"Was altered\"", &[("2025-01-02", "Some other words.\n")]);
    write(path, "sources/altered/2025-01-02.txt", "Some changed words.\n");
    source(
        path,
        "two-names",
        "title = \"A source named like a claim\"",
        &[("2025-01-02", "Two of a name are here.\n")],
    );

    let all = "verdict = \"supported\"\ntags = [\"kabul\", \"talks\"]\nnote = \"\"\"\nSeen twice.\nBy two people.\"\"\"\nextra = { checked_by = \"M. D.\", on = 2025-12-08 }\n";
    let first = format!(
        "{}\nspeaker = \"le ministre\"\ntranslation = \"a mistake\"\nnote = \"His word.\"\nstance = \"refutes\"",
        quote("kaboul", "une erreur")
    );
    let start = quote("kaboul", "M. Karzaï est resté à Kaboul.");
    let end = quote("kaboul", "au mois de mars, si tout va bien.");
    let segments =
        "source = \"kaboul\"\nexact = [\"Le ministre a parlé\", \"puis il s’est tu\", \"quitter la salle\"]"
            .to_owned();
    let pinned = format!("{}\ncapture = \"2022-08-15\"", quote("kaboul", "reprendront au mois de mai"));
    write(path, "claims/french.toml", &claim("french", all, &[first, start, end, segments, pinned]));
    let three = |source: &str, words: [&str; 3]| words.map(|words| quote(source, words));
    let arabic = three("wazir", ["قال الوزير إن الحكومة لن تغادر", "خطأ كبير", "لم يجب أحد عن هذا السؤال."]);
    let chinese = three(
        "fayanren",
        ["中国尊重阿富汗人民的选择", "我们不会干涉别国内政", "2500名士兵留在喀布尔机场附近"],
    );
    let scripts = format!("{}{}", claim("arabic", "", &arabic), claim("chinese", "", &chinese));
    write(path, "claims/scripts.toml", &scripts);
    let statuses = [
        quote("kaboul", "Les soldats sont là"),
        quote("kaboul", "Environ 2 50"),
        quote("kaboul", "Le ministre a parlé d'« une erreur »"),
        quote("kaboul", "Les négociations reprendront au mois de juin, si tout va bien"),
        quote("kaboul", "We will leave the country tomorrow morning"),
        quote("altered", "Some other words"),
        quote("nowhere", "Some other words"),
        format!(
            "{}\nwithin = \"Il n’a pas dit où. Les hommes sont là\"",
            quote("kaboul", "Il n’a pas dit où")
        ),
    ];
    write(path, "claims/statuses.toml", &claim("statuses", "verdict = \"refuted\"\n", &statuses));
    write(
        path,
        "claims/names.toml",
        &claim("two-names", "", &[quote("two-names", "Two of a name are here.")]),
    );
    folder
}

fn show(folder: &Path, args: &[&str]) -> Run {
    let run = ibid(folder, &[&["show"], args].concat());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{args:?}");
    for line in run.stdout.lines() {
        assert!(args.contains(&"json") || width(line) <= 80, "{line}");
    }
    run
}

#[test]
fn a_claim_is_shown_with_its_quotes_in_their_sentences() {
    let folder = dossier();
    for name in ["french", "arabic", "chinese", "statuses"] {
        insta::assert_snapshot!(format!("claim_{name}"), show(folder.path(), &[name]).stdout);
    }
}

#[test]
fn a_source_is_shown_with_the_passages_that_are_cited_in_reading_order() {
    let folder = dossier();
    for name in ["kaboul", "wazir", "fayanren", "uncited", "altered"] {
        insta::assert_snapshot!(format!("source_{name}"), show(folder.path(), &[name]).stdout);
    }
}

#[test]
fn ids_and_paths_name_claims_and_sources() {
    let folder = dossier();
    let path = folder.path();
    let heads = |args: &[&str]| -> Vec<String> {
        let shown = show(path, args).stdout;
        let is_head = |line: &&str| line.starts_with("claim ") || line.starts_with("source ");
        shown.lines().filter(is_head).map(String::from).collect()
    };
    assert_eq!(heads(&["two-names"]), ["claim two-names", "source two-names"]);
    assert_eq!(heads(&["sources/two-names"]), ["source two-names"]);
    assert_eq!(heads(&["sources/two-names/source.toml"]), ["source two-names"]);
    assert_eq!(heads(&["sources/two-names/2025-01-02.txt"]), ["source two-names"]);
    assert_eq!(heads(&["claims/scripts.toml"]), ["claim arabic", "claim chinese"]);
    assert_eq!(
        heads(&["chinese", "wazir", "arabic", "chinese"]),
        ["claim chinese", "source wazir", "claim arabic"]
    );
}

#[test]
fn what_is_not_there_is_said_with_what_may_be_meant() {
    let folder = dossier();
    write(folder.path(), "claims/broken.toml", "[[claim]\n");
    let mut told = String::new();
    for word in ["frensh", "kabul", "claims/broken.toml", "nothing-like-it-at-all", "../outside"] {
        let run = ibid(folder.path(), &["show", word]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{word}");
        told.push_str(&format!("$ ibid show {word}\n{}\n", run.stderr));
    }
    insta::assert_snapshot!(told);
    let run = ibid(folder.path(), &["show", "uncited"]);
    assert_eq!(run.status, 0);
    insta::assert_snapshot!(run.stderr, @"some claims could not be read, so a source may be cited more often; see `ibid verify`");
}

#[test]
fn programs_are_given_a_report_of_what_is_shown_with_the_passages() {
    let folder = dossier();
    let json = |name: &str| -> Value { show(folder.path(), &[name, "--format", "json"]).json() };
    let report = json("french");
    assert_eq!(report["schema"], "ibid.report/1");
    assert_eq!(report["summary"]["claims"], 1);
    assert_eq!(report["sources"].as_array().unwrap().len(), 1);
    let context = &report["claims"][0]["quotes"][0]["context"];
    insta::assert_snapshot!(serde_json::to_string_pretty(context).unwrap());
    let uncited = json("uncited");
    assert_eq!(
        (uncited["sources"][0]["id"].as_str(), &uncited["findings"]),
        (Some("uncited"), &Value::Array(vec![]))
    );
    let plain = ibid(folder.path(), &["verify", "--format", "json"]).stdout;
    assert!(!plain.contains("\"context\": ["), "only where it is asked for");
}

#[test]
fn colour_adds_nothing_but_colour_and_hostile_text_does_not_act() {
    let folder = dossier();
    let path = folder.path();
    let hostile = "Before it. The \u{1b}[31m⟦words⟧ are\u{202e} here\tnow. After it.\n";
    source(path, "hostile", "title = \"T\\u001B[2J\"", &[("2025-01-02", hostile)]);
    write(
        path,
        "claims/hostile.toml",
        &claim("hostile", "note = \"\\u001B[2J\"\n", &[quote("hostile", "⟦words⟧ are\u{202e} here\tnow")]),
    );
    let plain = show(path, &["hostile"]).stdout;
    assert!(plain.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'));
    insta::assert_snapshot!(plain);
    let coloured = ibid(path, &["show", "hostile", "--color", "always"]).stdout;
    let mut bare = String::new();
    for (index, piece) in coloured.split('\u{1b}').enumerate() {
        bare.push_str(if index == 0 { piece } else { piece.split_once('m').unwrap().1 });
    }
    assert!(coloured != plain && bare == plain);
}

/// Texts with sentences, line ends and blank lines in them.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Zé]{1,8}",
        4 => prop::sample::select(vec![
            " ", ". ", "! ", "? ", " « ", " » ", "。", "？", "\n", "\r\n", "\n\n", "M. ", "\u{a0}", "قال. ", "不", "\u{301}", "👨‍👩‍👧",
        ])
        .prop_map(String::from),
        // Longer than what is kept around a place, and nothing in it twice.
        1 => Just((0..110).map(|number| format!("w{number} ")).collect::<String>()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(at_least(300))]

    #[test]
    fn marks_slice_to_the_words_that_were_found(
        (text, stretches) in any_text().prop_flat_map(|text| {
            let count = text.chars().count();
            (Just(text), prop::collection::vec((0..count, 1..40_usize), 1..4))
        })
    ) {
        let words = stretches.iter().map(|&(start, length)| text.chars().skip(start).take(length).collect::<String>());
        let words: Vec<String> = words.map(|words| toml_string(&words)).collect();
        let quotes = [format!("exact = {}", words[0]), format!("exact = [{}]", words.join(", ")), format!("exact = {}\nrepeated = true\npartial = true", words[0])];
        let tree = repository(&text, &quotes);
        let corpus = Corpus::load(&tree);
        let verified = verify(&corpus, &tree, &Options { context: true, ..Options::default() });
        for outcome in verified.outcomes.iter().flatten().flatten() {
            let mut marked = 0;
            for context in &outcome.context {
                let at = context.location.bytes;
                prop_assert!(text.contains(&context.text));
                prop_assert!(context.text.trim() == context.text || context.marks[0].start == 0 || context.marks.iter().any(|mark| mark.end == context.text.len()));
                let own = context.sentence;
                prop_assert!(own.start <= context.marks[0].start && own.end <= context.text.len());
                let base = at.start - context.marks[0].start;
                prop_assert_eq!(&text[base..base + context.text.len()], context.text.as_str());
                for mark in &context.marks {
                    prop_assert!(own.contains(*mark));
                    let found = &context.text[mark.range()];
                    let is_found = outcome.segments.iter().flatten().any(|one| one.found.as_deref() == Some(found) && one.location.bytes.start == base + mark.start);
                    let is_place = outcome.places.iter().any(|place| &text[place.bytes.range()] == found && place.bytes.start == base + mark.start);
                    prop_assert!(is_found || is_place, "{:?}", found);
                    marked += 1;
                }
            }
            let found = outcome.segments.iter().flatten().filter(|one| one.found.as_ref().is_some_and(|found| !found.is_empty())).count();
            prop_assert!(marked > 0 || found == 0 && outcome.places.is_empty());
        }
    }
}
