//! What became of passages in texts that changed: how often the place is right, by kind of edit, and how
//! long an answer takes. Shown, never asserted.
//!
//! `cargo bench --bench drift` makes its cases itself; `-- FOLDER…` reads them from folders with two
//! captures a source and a `truth.jsonl`; `--misses` prints the cases that went wrong, `--each=N` and
//! `--seed=N` make others, `--case=NAME` makes one.

#![forbid(unsafe_code)]
#![allow(clippy::disallowed_methods, reason = "a measurement reads files of its own")]

#[path = "drift/big.rs"]
mod big;
#[path = "drift/cases.rs"]
mod cases;
#[path = "drift/folder.rs"]
mod folder;
#[path = "drift/make.rs"]
mod make;
#[path = "drift/random.rs"]
mod random;
#[path = "drift/score.rs"]
mod score;
#[path = "drift/sources.rs"]
mod sources;
#[path = "drift/typography.rs"]
mod typography;
#[path = "drift/units.rs"]
mod units;

use cases::Case;
use make::{KINDS, Source};
use random::Random;
use score::{Row, score};
use std::collections::BTreeMap;
use std::path::Path;

/// So often each answer is timed.
const RUNS: usize = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let shows_misses = arguments.iter().any(|argument| argument == "--misses");
    let folders: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with("--")).collect();
    for folder in &folders {
        println!("{folder}");
        print(&score(&folder::read(Path::new(folder)), RUNS), shows_misses);
    }
    if !folders.is_empty() {
        return;
    }
    let number = |name: &str| arguments.iter().find_map(|argument| argument.strip_prefix(name)?.parse().ok());
    let (seed, each) = (number("--seed=").unwrap_or(1), number("--each=").unwrap_or(10));
    let sources = sources::all(env!("CARGO_MANIFEST_DIR"));
    big::run(&sources[0], seed);
    let only = arguments.iter().find_map(|argument| argument.strip_prefix("--case="));
    for source in &sources {
        let mut cases = made(source, seed, each);
        cases.retain(|case| only.is_none_or(|name| case.name == name));
        if cases.is_empty() {
            continue;
        }
        println!("{}", source.language);
        print(&score(&cases, RUNS), shows_misses);
    }
}

/// Cases of every kind from one source.
fn made(source: &Source, seed: u64, each: u64) -> Vec<Case> {
    let case = |kind: &'static str, number: u64| {
        let mut random = Random::new(seed << 32 | number);
        make::case(kind, source, &mut random, number as usize)
    };
    KINDS.iter().flat_map(|&kind| (0..each).filter_map(move |number| case(kind, number))).collect()
}

fn print(rows: &BTreeMap<String, Row>, shows_misses: bool) {
    println!(
        "  {:18} {:>5} {:>6} {:>6} {:>6} {:>6} {:>9} {:>9} {:>8}",
        "", "cases", "exact", "near", "wrong", "none", "invented", "named", "ms each"
    );
    for (kind, row) in rows {
        print_row(kind, row);
    }
    let sum = rows.values().fold(Row::default(), Row::plus);
    print_row("all", &sum);
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let present = sum.cases - sum.removed;
    println!(
        "  exact {:.2} %  near {:.2} %  wrong {:.2} %  invented {:.2} % of {} + {}; named {:.1} % of {}",
        share(sum.exact, present),
        share(sum.near, present),
        share(sum.wrong, present),
        share(sum.invented, sum.removed),
        present,
        sum.removed,
        share(sum.named.0, sum.named.1),
        sum.named.1,
    );
    for miss in rows.values().flat_map(|row| &row.misses).filter(|_| shows_misses) {
        println!("{miss}");
    }
}

fn print_row(kind: &str, row: &Row) {
    let named = if row.named.1 == 0 { String::new() } else { format!("{}/{}", row.named.0, row.named.1) };
    let time = row.time.as_secs_f64() * 1000.0 / row.cases.max(1) as f64;
    println!(
        "  {kind:18} {:5} {:6} {:6} {:6} {:6} {:9} {named:>9} {time:8.3}",
        row.cases, row.exact, row.near, row.wrong, row.none, row.invented
    );
}
