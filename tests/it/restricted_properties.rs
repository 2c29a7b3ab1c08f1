//! What must hold of any repository whose sources are restricted, tried on every one of the gallery: where the
//! bytes lie changes nothing, without them nothing stands, and nothing that is saved has their words.

use crate::common::write;
use ibid::compare::compare;
use ibid::corpus::Corpus;
use ibid::drift::{Pairs, drift, is_comparable};
use ibid::find::{Query, find};
use ibid::finding::Rule;
use ibid::render::host::Host;
use ibid::render::show::Item;
use ibid::render::snippet::Canvas;
use ibid::render::told::{Telling, Verbosity};
use ibid::render::{self, human};
use ibid::report::Report;
use ibid::report::failing::FailOn;
use ibid::tree::{Vault, WorkTree};
use ibid::verify::{Options, Status, verify};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const CANVAS: Canvas = Canvas { width: 100, colour: false };

/// A repository of the gallery in several forms.
struct Forms {
    name: String,
    _outside: TempDir,
    /// As it is.
    open: PathBuf,
    /// With every source restricted, and the bytes beside the records.
    beside: PathBuf,
    /// The same with the bytes in `vault`.
    bare: PathBuf,
    vault: PathBuf,
}

fn forms() -> Vec<Forms> {
    let mut all = Vec::new();
    for entry in fs::read_dir("tests/gallery").unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if !entry.path().join("ibid.toml").exists() || name.starts_with("restricted-") {
            continue;
        }
        let outside = tempfile::tempdir().unwrap();
        let place = |form: &str| outside.path().join(form);
        let forms = Forms {
            name,
            open: place("open"),
            beside: place("beside"),
            bare: place("bare"),
            vault: place("vault"),
            _outside: outside,
        };
        fs::create_dir(&forms.vault).unwrap();
        for file in walkdir::WalkDir::new(entry.path()).into_iter().map(Result::unwrap) {
            if file.file_type().is_file() {
                let path = file.path().strip_prefix(entry.path()).unwrap();
                forms.keep(path.to_str().unwrap(), &fs::read(file.path()).unwrap());
            }
        }
        all.push(forms);
    }
    assert!(all.len() >= 80, "the gallery is there");
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

impl Forms {
    fn keep(&self, path: &str, bytes: &[u8]) {
        write(&self.open, path, bytes);
        let restricted = &[b"access = \"restricted\"\n", bytes].concat()[..];
        let is_record = path.ends_with("/source.toml");
        write(&self.beside, path, if is_record { restricted } else { bytes });
        match path.strip_prefix("sources/") {
            Some(below) if !is_record => write(&self.vault, below, bytes),
            _ => write(&self.bare, path, if is_record { restricted } else { bytes }),
        }
    }

    fn in_vault(&self) -> WorkTree {
        let vault = Vault::of(&self.bare, Some(&self.vault)).unwrap();
        WorkTree::new(&self.bare).with_vault(vault)
    }

    /// Whether something is amiss with a file, of which other words are said when its source is restricted.
    fn is_about_files(&self) -> bool {
        use Rule::{CaptureAltered, CaptureMissing, FileUnrecorded, PathOutside};
        let report = checked(&WorkTree::new(&self.open), &Options::default());
        let rules = report.findings.iter().map(|one| one.finding.rule);
        rules
            .into_iter()
            .any(|rule| matches!(rule, CaptureAltered | CaptureMissing | FileUnrecorded | PathOutside))
    }
}

fn checked(tree: &WorkTree, options: &Options) -> Report {
    let corpus = Corpus::load(tree);
    let verified = verify(&corpus, tree, options);
    Report::new(corpus, verified)
}

/// The report as JSON without the lines that say that a source is restricted; places in a record, which has one
/// line more, are as they were.
fn json(tree: &WorkTree, shows_restricted: bool) -> String {
    let mut report = checked(tree, &Options { context: true, shows_restricted, ..Options::default() });
    for source in &mut report.sources {
        source.record.access = ibid::source::Access::Open;
    }
    report.recount();
    for one in &mut report.findings {
        let place = &mut one.finding.place;
        if place.path.ends_with("source.toml") {
            (place.line, place.end_line) = (0, 0);
        }
    }
    render::json::render(&report)
}

#[test]
fn where_the_bytes_lie_changes_nothing() {
    let mut compared = 0;
    for forms in forms().iter().filter(|forms| !forms.is_about_files()) {
        let beside = WorkTree::new(&forms.beside);
        let open = json(&WorkTree::new(&forms.open), false);
        assert_eq!(json(&beside, true), open, "{}", forms.name);
        assert_eq!(json(&forms.in_vault(), true), open, "{}", forms.name);
        assert_eq!(json(&forms.in_vault(), false), json(&beside, false), "{}", forms.name);
        compared += 1;
    }
    assert!(compared > 60, "{compared}");
}

#[test]
fn without_the_bytes_nothing_stands_and_the_run_fails() {
    for forms in forms() {
        let bare = WorkTree::new(&forms.bare);
        let report = checked(&bare, &Options::default());
        let outcomes = report.claims.iter().flat_map(|claim| &claim.quotes).map(|quote| &quote.outcome);
        for outcome in outcomes {
            assert!(matches!(outcome.status, Status::Unchecked | Status::Invalid), "{}", forms.name);
        }
        assert!(report.summary.quotes == 0 || report.has_errors(), "{}", forms.name);
        let allowed = checked(&bare, &Options { allow_unchecked: true, ..Options::default() });
        let (host, telling) = (Host::default(), Telling::default());
        let unchecked = allowed.summary.status(Status::Unchecked);
        for told in [
            human::render(&allowed, human::Options { canvas: CANVAS, telling }),
            render::concise::render(&allowed, telling),
            render::github::render(&allowed, &host, telling),
            render::markdown::verify::render(&allowed, &host, telling),
        ] {
            assert!(unchecked == 0 || told.contains("restricted source"), "{}: {told}", forms.name);
        }
    }
}

/// Everything that can be saved of a repository or passed on.
fn documents(tree: &WorkTree) -> String {
    let options = Options { context: true, ..Options::default() };
    let report = checked(tree, &options);
    let claims = report.claims.iter().map(Item::Claim);
    let items: Vec<Item<'_>> = claims.chain(report.sources.iter().map(Item::Source)).collect();
    let comparison = compare(&Report::default(), &report);
    let names = ("before", "after");
    let host = Host::default();
    let telling = Telling { verbosity: Verbosity::Verbose, ..Telling::default() };
    let mut all = vec![
        human::render(&report, human::Options { canvas: CANVAS, telling }),
        render::concise::render(&report, telling),
        render::github::render(&report, &host, telling),
        render::gitlab::render(&report, &host),
        render::junit::render(&report, FailOn::Warning),
        render::markdown::verify::render(&report, &host, telling),
        results(&render::sarif::render(&report, &host)),
        render::json::render(&report),
        render::document::render(&report, CANVAS),
        render::markdown::report::render(&report),
        render::show::render(&report, &items, CANVAS),
        render::comparison::render(&comparison, names, None, (CANVAS, true)),
        render::markdown::comparison::render(&comparison, names, None, &host),
        render::json::comparison(&comparison, names, None),
    ];
    let corpus = Corpus::load(tree);
    let several: Vec<usize> =
        (0..corpus.sources.len()).filter(|&number| is_comparable(&corpus.sources[number])).collect();
    let drifted = drift(&corpus, tree, &several, &Pairs { all: true, ..Pairs::default() }).unwrap();
    all.push(render::drift::render(&drifted, CANVAS));
    all.push(render::markdown::drift::render(&drifted));
    all.push(render::json::drift(&drifted));
    for quote in corpus.claims.iter().flat_map(|claim| &claim.quotes).filter(|quote| !quote.is_invalid) {
        let words = quote.words();
        let query = Query {
            words: &words,
            sources: None,
            all_captures: true,
            limit: 5,
            near: true,
            shows_restricted: false,
        };
        let answer = find(&corpus, tree, &query);
        all.push(render::find::human(&answer, &corpus.sources, &words, CANVAS));
        all.push(render::find::toml(&answer));
        all.push(render::json::search(&answer, &corpus.sources, &words));
    }
    all.join("\n")
}

/// The results of a SARIF file, without the pages of the rules, which have words of their own.
fn results(sarif: &str) -> String {
    let log: serde_json::Value = serde_json::from_str(sarif).unwrap();
    log["runs"][0]["results"].to_string()
}

/// The words of a text; not its short numbers, which places have too.
fn words(text: &str) -> BTreeSet<String> {
    let is_place = |word: &str| word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 1 && !is_place(word)).map(str::to_lowercase).collect()
}

/// Every four letters in a row that are not ASCII: words of scripts that are written without spaces.
fn stretches(text: &str) -> BTreeSet<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_word = |window: &&[char]| window.iter().all(|c| c.is_alphabetic() && !c.is_ascii());
    letters.windows(4).filter(is_word).map(|window| window.iter().collect()).collect()
}

#[test]
fn nothing_that_is_saved_has_a_word_of_a_restricted_source_that_the_claims_do_not_have() {
    let summaries: String = Rule::ALL.iter().map(|rule| format!("{} ", rule.summary())).collect();
    let summaries = summaries.to_lowercase();
    let mut secrets = 0;
    let mut leaks = Vec::new();
    for forms in forms() {
        let read = |folder: &Path| -> String {
            let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
            let files = files.filter(|file| file.file_type().is_file());
            files
                .map(|file| String::from_utf8_lossy(&fs::read(file.path()).unwrap()).into_owned() + "\n")
                .collect()
        };
        let text = read(&forms.vault);
        // What is public: claims and records, also as JSON reads them, and what is said without the bytes.
        let public = [
            read(&forms.bare),
            documents(&WorkTree::new(&forms.bare)),
            summaries.clone(),
            WITHHELD.to_owned(),
        ]
        .join("\n");
        let documents = documents(&forms.in_vault());
        let told = words(&documents);
        let known = words(&public);
        let secret = words(&text);
        let secret = secret.difference(&known);
        secrets += secret.clone().count();
        leaks
            .extend(secret.filter(|word| told.contains(*word)).map(|word| format!("{}: {word}", forms.name)));
        let (known, told) = (stretches(&public), stretches(&documents));
        let secret = stretches(&text);
        let secret = secret.difference(&known).filter(|stretch| told.contains(*stretch));
        leaks.extend(secret.map(|stretch| format!("{}: {stretch}", forms.name)));
    }
    assert_eq!(leaks, Vec::<String>::new());
    assert!(secrets > 1000, "{secrets}");
}

/// Words of ibid's own that are told only where the bytes are here.
const WITHHELD: &str = "the source is restricted, so its words are withheld here; no passage is shown; lines on a terminal alone; from the LFS pointer";
