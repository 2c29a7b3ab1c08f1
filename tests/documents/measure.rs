//! How well a text taken from a document agrees with the document's truth (`tests/documents/README.md`).

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Shorter lines are clutter only where they stand alone: "Share" may be a word of the article.
const IS_LONG: usize = 25;
/// How alike (by pairs of letters) two lines must be to be the same with differences.
const IS_ALIKE: f64 = 0.9;

/// What a person found in a document.
#[derive(Default)]
pub struct Truth {
    pub metadata: BTreeMap<String, String>,
    /// The lines of the article, block by block.
    pub blocks: Vec<Vec<String>>,
    pub neutral: Vec<String>,
    pub clutter: Vec<String>,
}

/// What an extractor found in it.
#[derive(Default)]
pub struct Taken {
    pub text: String,
    pub metadata: BTreeMap<String, String>,
}

/// How well the two agree; added up over documents.
#[derive(Clone, Default)]
pub struct Score {
    pub lines: usize,
    pub exact: usize,
    /// Lines that are there with other kinds of spaces: no PDF tells which spaces do not break.
    pub spaced: usize,
    /// Lines that are there with more differences.
    pub differing: Vec<String>,
    pub missing: Vec<String>,
    pub clutter: usize,
    /// Lines of the text that are of no line of the article.
    pub let_in: Vec<String>,
    /// Blocks of the text that glue blocks of the article.
    pub glued: usize,
    pub metadata: usize,
    pub metadata_right: usize,
}

impl Score {
    pub fn add(&mut self, other: &Self) {
        self.lines += other.lines;
        self.exact += other.exact;
        self.spaced += other.spaced;
        self.differing.extend(other.differing.iter().cloned());
        self.missing.extend(other.missing.iter().cloned());
        self.clutter += other.clutter;
        self.let_in.extend(other.let_in.iter().cloned());
        self.glued += other.glued;
        self.metadata += other.metadata;
        self.metadata_right += other.metadata_right;
    }

    pub const HEAD: &'static str =
        "document                 lines exact spaces differ missing   let in  (clutter)  glued  metadata";

    pub fn row(&self, name: &str) -> String {
        format!(
            "{name:24} {:>5} {:>5} {:>6} {:>6} {:>7} {:>8} {:>10} {:>6} {:>5}/{}",
            self.lines,
            self.exact,
            self.spaced,
            self.differing.len(),
            self.missing.len(),
            self.let_in.len(),
            self.clutter,
            self.glued,
            self.metadata_right,
            self.metadata
        )
    }
}

/// The documents in a folder that end so, in order of their names.
pub fn documents(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(folder);
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == ending)).collect();
    all.sort();
    all
}

pub fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The names of the pages on which no rule was mended.
pub fn held_back() -> HashSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/make/pages.json");
    let plans: serde_json::Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let plans = plans.as_object().unwrap().iter();
    plans.filter(|(_, plan)| plan["held"] == true).map(|(name, _)| name.clone()).collect()
}

pub fn truth(document: &Path) -> Truth {
    let mut truth = Truth::default();
    let text = fs::read_to_string(document.with_extension("txt")).unwrap();
    for block in text.split("\n\n") {
        let mut lines = Vec::new();
        for line in block.lines() {
            match (line.split_at_checked(1), line.split_once(' ')) {
                (Some(("@", rest)), _) => {
                    let (key, value) = rest.split_once(' ').unwrap();
                    truth.metadata.insert(key.to_owned(), value.to_owned());
                }
                (_, Some(("?", words))) => truth.neutral.push(words.to_owned()),
                (_, Some(("!", words))) => truth.clutter.push(words.to_owned()),
                _ if line.trim().is_empty() => {}
                _ => lines.push(line.trim().to_owned()),
            }
        }
        if !lines.is_empty() {
            truth.blocks.push(lines);
        }
    }
    assert!(truth.blocks.len() > 3, "{} has a truth", document.display());
    truth
}

/// A line without what engines and extractors differ in: spaces, soft hyphens, bullets, the forms of marks.
fn folded(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{AD}' | '•' | '-' | '‐' | '‑'));
    kept.map(|c| match c {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '«' | '»' => '"',
        '–' | '—' | '−' => '–',
        other => other,
    })
    .flat_map(char::to_lowercase)
    .collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}

pub fn score(truth: &Truth, taken: &Taken) -> Score {
    let mut score = Score { clutter: truth.clutter.len(), ..Score::default() };
    let own: Vec<&str> = taken.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let own_folded: Vec<String> = own.iter().map(|line| folded(line)).collect();
    let own_joined = own_folded.concat();
    let own_set: HashSet<&str> = own.iter().copied().collect();
    let wanted: Vec<&String> = truth.blocks.iter().flatten().collect();
    score.lines = wanted.len();
    let mut is_like = vec![false; own.len()];
    for line in &wanted {
        if own_set.contains(line.as_str()) {
            score.exact += 1;
            continue;
        }
        if own.iter().any(|own| words(own).eq(words(line))) {
            score.spaced += 1;
            continue;
        }
        let line_folded = folded(line);
        let alike = own_folded.iter().position(|own| strsim::sorensen_dice(own, &line_folded) >= IS_ALIKE);
        alike.inspect(|&at| is_like[at] = true);
        let is_there = alike.is_some() || own_joined.contains(&line_folded);
        if is_there { &mut score.differing } else { &mut score.missing }.push((*line).clone());
    }
    score.let_in = let_in(truth, &own, &own_folded, &is_like);
    score.glued = glued(truth, &taken.text);
    for (key, value) in &truth.metadata {
        score.metadata += 1;
        let found = taken.metadata.get(key).map(|found| folded(found));
        score.metadata_right += usize::from(found == Some(folded(value)));
    }
    score
}

/// The lines of a text that are neither of the article nor neutral.
fn let_in(truth: &Truth, own: &[&str], own_folded: &[String], is_like: &[bool]) -> Vec<String> {
    let wanted: Vec<String> = truth.blocks.iter().flatten().map(|line| folded(line)).collect();
    let joined = wanted.concat();
    let neutral: Vec<String> = truth.neutral.iter().map(|line| folded(line)).collect();
    let neutral_joined = neutral.concat();
    let clutter: HashSet<String> = truth.clutter.iter().map(|line| folded(line)).collect();
    let is_ours = |at: usize| {
        let line = &own_folded[at];
        let holds = |one: &String| one.chars().count() >= IS_LONG && line.contains(one.as_str());
        let is_listed = clutter.contains(line) && !wanted.contains(line) && !neutral.contains(line);
        let holds_clutter = clutter.iter().any(|one| holds(one) && !joined.contains(one.as_str()));
        !is_listed
            && !holds_clutter
            && (is_like[at]
                || line.is_empty()
                || joined.contains(line.as_str())
                || neutral_joined.contains(line.as_str())
                || wanted.iter().chain(&neutral).any(holds))
    };
    (0..own.len()).filter(|&at| !is_ours(at)).map(|at| own[at].to_owned()).collect()
}

/// How many blocks of a text hold lines of two blocks of the article.
fn glued(truth: &Truth, text: &str) -> usize {
    let blocks = text.split("\n\n").map(|block| block.lines().map(str::trim).collect::<HashSet<&str>>());
    let holds = |block: &HashSet<&str>, one: &Vec<String>| {
        one.iter().any(|line| line.chars().count() >= IS_LONG && block.contains(line.as_str()))
    };
    blocks.filter(|block| truth.blocks.iter().filter(|one| holds(block, one)).count() > 1).count()
}
