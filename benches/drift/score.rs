//! Scores answers as `exact`, `near`, `wrong`, `none` and `invented`, by kind of edit.

use super::cases::Case;
use ibid::anchor::drift::{Became, became};
use ibid::text::{Span, Text};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// How the cases of one kind came out.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// How many there are, and how many of them were removed.
    pub cases: usize,
    pub removed: usize,
    /// The true span to the byte.
    pub exact: usize,
    /// Intersection over union of at least 0.9.
    pub near: usize,
    /// A place that does not touch the truth.
    pub wrong: usize,
    /// No place, though there is one.
    pub none: usize,
    /// A place, though it was removed.
    pub invented: usize,
    /// Changes whose kind is known, and how many of them were named so.
    pub named: (usize, usize),
    /// How long the answers took.
    pub time: Duration,
    /// The names of the cases that went wrong in any way.
    pub misses: Vec<String>,
}

impl Row {
    fn add(&mut self, case: &Case, answer: &Became) {
        self.cases += 1;
        if let Some(expected) = case.expected {
            self.named.1 += 1;
            self.named.0 += usize::from(answer.change == expected);
        }
        let Some(truth) = case.truth else {
            self.removed += 1;
            self.invented += usize::from(answer.span.is_some());
            return;
        };
        let Some(span) = answer.span else {
            self.none += 1;
            return;
        };
        let overlap = overlap(&case.new, truth, span);
        self.exact += usize::from(span == truth);
        self.near += usize::from(overlap >= 0.9);
        self.wrong += usize::from(overlap == 0.0);
    }

    /// The sum of two rows.
    pub fn plus(mut self, other: &Self) -> Self {
        self.cases += other.cases;
        self.removed += other.removed;
        self.exact += other.exact;
        self.near += other.near;
        self.wrong += other.wrong;
        self.none += other.none;
        self.invented += other.invented;
        self.named = (self.named.0 + other.named.0, self.named.1 + other.named.1);
        self.time += other.time;
        self
    }
}

/// Intersection over union of two spans, in code points.
pub fn overlap(text: &str, a: Span, b: Span) -> f64 {
    let chars = |from: usize, to: usize| if from < to { text[from..to].chars().count() as f64 } else { 0.0 };
    let both = chars(a.start.max(b.start), a.end.min(b.end));
    both / (chars(a.start, a.end) + chars(b.start, b.end) - both)
}

/// Asks for every case alone and scores the answers by kind. Each is timed `runs` times; the fastest counts, for the
/// machine has other work too.
pub fn score(cases: &[Case], runs: usize) -> BTreeMap<String, Row> {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for case in cases {
        let (old, new) = (
            Text::new(&case.old).in_language(case.language),
            Text::new(&case.new).in_language(case.language),
        );
        let answer = became(&old, &new, &[case.passage]).remove(0);
        let time = (0..runs).map(|_| timed(&old, &new, case.passage)).min().unwrap_or_default();
        let row = rows.entry(case.kind.clone()).or_default();
        row.time += time;
        let before = (row.exact + row.removed - row.invented, row.named.0);
        row.add(case, &answer);
        let is_right = row.exact + row.removed - row.invented > before.0
            && (case.expected.is_none() || row.named.0 > before.1);
        if !is_right {
            row.misses.push(miss(case, &answer));
        }
    }
    rows
}

fn timed(old: &Text<'_>, new: &Text<'_>, passage: Span) -> Duration {
    let start = Instant::now();
    std::hint::black_box(became(old, new, &[passage]));
    start.elapsed()
}

fn miss(case: &Case, answer: &Became) -> String {
    let words = |span: Option<Span>| span.map(|span| &case.new[span.range()]);
    format!(
        "{}: {} {}\n  quote {:?}\n  truth {:?}\n  found {:?}",
        case.name,
        answer.change.name(),
        if answer.is_moved { "(moved)" } else { "" },
        &case.old[case.passage.range()],
        words(case.truth),
        words(answer.span),
    )
}
