//! Speed and memory of `ibid verify`, whole processes, beside the bare work on the same files in the same run;
//! and of `ibid diff`, beside doing all of the work.
//! Shown, never asserted: `cargo bench --bench ratios`, `-- B C` for some of it, `-- --quick` for a tenth.

#![forbid(unsafe_code)]
#![allow(clippy::disallowed_methods, reason = "a measurement reads and writes files of its own")]

#[path = "ratios/bare.rs"]
mod bare;
#[path = "ratios/corpus.rs"]
mod corpus;
#[path = "ratios/history.rs"]
mod history;
#[path = "ratios/process.rs"]
mod process;
#[path = "ratios/seeds.rs"]
mod seeds;
#[path = "ratios/table.rs"]
mod table;
#[path = "ratios/text.rs"]
mod text;

use corpus::{Corpus, Measure};
use history::History;
use memchr::memmem;
use process::{Expected, Gauge, Measured, measure, measure_with_folders};
use table::Limit;
use text::Random;

/// The seconds that the fastest comparable tool took for measure B when we tried several.
const FASTEST_PEER: f64 = 0.51;

const KB: usize = 1000;
const MB: usize = 1000 * KB;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, list] = arguments.as_slice()
        && first == bare::ARGUMENT
    {
        println!("{}", bare::run(list));
        return;
    }
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("nothing is measured here; run `cargo bench --bench ratios`");
        return;
    }
    let scale = Scale { is_quick: arguments.iter().any(|argument| argument == "--quick") };
    let named: Vec<String> = arguments
        .iter()
        .filter(|argument| !argument.starts_with('-'))
        .map(|argument| argument.to_uppercase())
        .collect();
    println!("{} threads; {}", rayon::current_num_threads(), Gauge::find().words());
    if scale.is_quick {
        println!(
            "quick: a tenth of each size, fewer runs; the limits are those of the full sizes, so they are not judged"
        );
    }
    for (letter, run) in MEASURES {
        if named.is_empty() || named.iter().any(|name| name == letter) {
            println!();
            run(&scale);
        }
    }
}

type Run = fn(&Scale);

/// What can be measured, by letter.
const MEASURES: [(&str, Run); 6] = [
    ("A", many_articles),
    ("B", many_quotes),
    ("C", altered_quotes),
    ("D", large_source),
    ("E", many_large_sources),
    ("F", few_changes),
];

/// How much is measured.
struct Scale {
    is_quick: bool,
}

impl Scale {
    const fn of(&self, full: usize) -> usize {
        if self.is_quick { full / 10 } else { full }
    }

    const fn runs(&self, full: usize) -> usize {
        if self.is_quick { 3 } else { full }
    }

    fn row(&self, name: &str, measured: &Measured, limits: Vec<Limit>) {
        let limits = limits.into_iter().map(|limit| if self.is_quick { limit.unjudged() } else { limit });
        table::row(name, measured, &limits.collect::<Vec<_>>());
    }
}

/// A: a large newsroom in which all stands.
fn many_articles(scale: &Scale) {
    let corpus = Corpus::of(&Measure {
        articles: scale.of(10_000),
        bytes_each: 10 * KB,
        quotes_each: 5,
        quotes_per_claim: 2,
        quotes_per_file: 50,
        is_altered: false,
    });
    table::shape("A", &corpus.shape);
    let expected = Expected::all_stand(corpus.shape.quotes);
    let [measured, with_folders] = measure_with_folders(&corpus, &expected, scale.runs(9));
    table::head();
    scale.row("A 50,000 quotes, 10,000 articles", &measured, vec![Limit::of_bare(1.4, &measured)]);
    scale.row("A beside bare and listing its folders", &with_folders, Vec::new());
}

/// Many quotes of one text.
const fn one_text(bytes: usize, quotes: usize, is_altered: bool) -> Measure {
    Measure {
        articles: 1,
        bytes_each: bytes,
        quotes_each: quotes,
        quotes_per_claim: 1,
        quotes_per_file: quotes.div_ceil(10),
        is_altered,
    }
}

/// B: many quotes of one text; then ten times the quotes, and ten times the text.
fn many_quotes(scale: &Scale) {
    let sizes = [
        ("B 1,000 quotes, 1 MB", MB, 1_000),
        ("B ten times the quotes", MB, 10_000),
        ("B ten times the text", 10 * MB, 1_000),
    ];
    let corpora = sizes
        .map(|(name, bytes, quotes)| (name, Corpus::of(&one_text(scale.of(bytes), scale.of(quotes), false))));
    for (name, corpus) in &corpora {
        table::shape(name, &corpus.shape);
    }
    let measured = corpora.map(|(name, corpus)| {
        (name, measure(&corpus, &Expected::all_stand(corpus.shape.quotes), scale.runs(15)))
    });
    let base = measured[0].1;
    table::head();
    for (name, measured) in &measured {
        let limits = if *name == sizes[0].0 {
            vec![Limit::seconds(FASTEST_PEER / 10.0, measured), Limit::of_bare(4.0, measured)]
        } else {
            vec![Limit::growth(10.0, "the first", measured, &base)]
        };
        scale.row(name, measured, limits);
    }
}

/// C: every quote has one changed word, so each is looked for by nearness; many in a text, fewer in a
/// large one, and few in a small one.
fn altered_quotes(scale: &Scale) {
    let sizes = [
        ("C 1,000 altered quotes, 400 kB", 400 * KB, 1_000, 11, 0.5),
        ("C 500 altered quotes, 10 MB", 10 * MB, 500, 7, 0.5),
        ("C 10 altered quotes, 100 kB", 100 * KB, 10, 11, 0.05),
    ];
    let measured = sizes.map(|(name, bytes, quotes, runs, seconds)| {
        let corpus = Corpus::of(&one_text(scale.of(bytes), scale.of(quotes), true));
        table::shape(name, &corpus.shape);
        let expected = Expected::none_stands(corpus.shape.quotes, "altered");
        (name, seconds, measure(&corpus, &expected, scale.runs(runs)))
    });
    table::head();
    for (name, seconds, measured) in &measured {
        scale.row(name, measured, vec![Limit::seconds(*seconds, measured)]);
    }
}

/// A quote of a large text.
struct Case {
    name: &'static str,
    exact: &'static str,
    /// How often it is put into 50 MB; `None` where it is there anyway.
    times: Option<usize>,
    expected: Expected,
}

/// D: a large text, with a quote that is hard in one way or another; then half the text.
fn large_source(scale: &Scale) {
    let cases = || {
        let ambiguous = || Expected::none_stands(1, "ambiguous");
        [
            Case { name: "once", exact: ONCE, times: Some(1), expected: Expected::all_stand(1) },
            Case {
                name: "absent",
                exact: ABSENT,
                times: Some(0),
                expected: Expected::none_stands(1, "absent"),
            },
            Case { name: "8,000 times", exact: OFTEN, times: Some(8_000), expected: ambiguous() },
            Case {
                name: "2 letters, 33,000 times",
                exact: RIVER,
                times: Some(33_000),
                expected: ambiguous(),
            },
            Case { name: "2 letters, common", exact: "de", times: None, expected: ambiguous() },
        ]
    };
    let whole = scale.of(50 * MB);
    let halves = [whole / 2, whole].map(|bytes| {
        let content = with_cases(bytes, &cases());
        let mut corpus = Corpus::of_text(&content);
        cases().map(|case| {
            corpus.cite(case.exact);
            if case.times == Some(1) {
                table::shape("D", &corpus.shape);
            }
            let count = memmem::find_iter(content.as_bytes(), case.exact.as_bytes()).count();
            (count, bytes, measure(&corpus, &case.expected, scale.runs(5)))
        })
    });
    table::head();
    let [half, full] = halves;
    for ((case, half), full) in cases().iter().zip(half).zip(full) {
        large_row(scale, case.name, half, None);
        large_row(scale, case.name, full, Some(half.2));
    }
}

fn large_row(
    scale: &Scale,
    name: &str,
    (count, bytes, measured): (usize, usize, Measured),
    half: Option<Measured>,
) {
    let mut limits = vec![Limit::peak_of(3.0, bytes as u64, &measured)];
    // Twice the text may take twice the time; four times would be quadratic.
    limits.extend(half.map(|half| Limit::growth(2.5, "half", &measured, &half)));
    scale.row(&format!("D {} MB, {name} ({count})", bytes as f64 / MB as f64), &measured, limits);
}

const ONCE: &str = "la cloche fêlée de l’abbaye sonna treize coups au lieu de douze cette nuit-là";
const ABSENT: &str = "quelques jongleurs égyptiens fabriquaient joyeusement cinquante zeppelins kaki";
const OFTEN: &str = "reproduction interdite sans l’accord écrit de la rédaction du journal";
const RIVER: &str = "Ys";

/// A French text into which the cases' quotes are put, evenly spread, in a smaller text fewer times.
fn with_cases(bytes: usize, cases: &[Case]) -> String {
    let plain = text::text(&seeds::FRENCH, &mut Random::new(0xD), 1000, bytes);
    let mut insertions: Vec<(usize, String)> = Vec::new();
    for case in cases {
        let times = (case.times.unwrap_or(0) * bytes).div_ceil(50 * MB);
        // In the middle of each of so many equal parts.
        let places = (0..times).map(|number| (2 * number + 1) * plain.len() / (2 * times));
        insertions.extend(places.map(|place| (place, sentence(case.exact))));
    }
    insertions.sort();
    text::with_sentences(&plain, &insertions)
}

fn sentence(exact: &str) -> String {
    match exact {
        RIVER => format!("Le fleuve {RIVER} monte encore. "),
        ONCE => format!("On raconte que {ONCE}. "),
        _ => format!("Rappel\u{a0}: {exact}. "),
    }
}

/// E: ten times as many large sources must not take more memory.
fn many_large_sources(scale: &Scale) {
    let run = |articles: usize, runs: usize| {
        let corpus = Corpus::of(&Measure {
            articles,
            bytes_each: scale.of(20 * MB),
            quotes_each: 5,
            quotes_per_claim: 1,
            quotes_per_file: 50,
            is_altered: false,
        });
        table::shape("E", &corpus.shape);
        measure(&corpus, &Expected::all_stand(corpus.shape.quotes), scale.runs(runs))
    };
    let few = run(20, 5);
    let many = run(200, 3);
    table::head();
    scale.row("E 20 sources of 20 MB", &few, Vec::new());
    scale.row("E 200 sources of 20 MB", &many, vec![Limit::peak_growth(1.1, "20 sources", &many, &few)]);
}

/// F: what a change of ten files costs, beside verifying both of its sides in full.
fn few_changes(scale: &Scale) {
    if !history::can_be_measured() {
        println!("F: not measured; it takes `git`, and an `ibid` that was built to read what git stores");
        return;
    }
    let corpus = Corpus::of(&Measure {
        articles: scale.of(5_000),
        bytes_each: 10 * KB,
        quotes_each: 4,
        quotes_per_claim: 2,
        quotes_per_file: 10,
        is_altered: false,
    });
    table::shape("F", &corpus.shape);
    let compared = History::of(corpus).measure(scale.runs(9));
    table::head_beside("in full");
    for (name, sides) in [("diff HEAD~1", compared.work), ("diff HEAD~1 HEAD", compared.commits)] {
        let limit = Limit::of_full(0.2, &sides.by_full);
        scale.row(&format!("F {name}, beside --full"), &sides.by_full, vec![limit]);
        // Stricter: two processes that read plain files, not git's objects.
        scale.row(&format!("F {name}, beside two verify"), &sides.by_verify, Vec::new());
    }
}
