//! What was measured, as lines of text beside the limits that it is held to. Asserts nothing.

use crate::corpus::Shape;
use crate::process::Measured;

/// A limit and whether it was kept; `None` where that could not be measured.
pub struct Limit {
    words: String,
    kept: Option<bool>,
}

impl Limit {
    /// At most so many times the bare work.
    pub fn of_bare(times: f64, measured: &Measured) -> Self {
        Self { words: format!("{times:.1} × bare"), kept: Some(measured.ibid <= times * measured.bare) }
    }

    /// At most so many times doing all of the work.
    pub fn of_full(times: f64, measured: &Measured) -> Self {
        Self { words: format!("{times:.1} × in full"), kept: Some(measured.ibid <= times * measured.bare) }
    }

    /// At most so many seconds.
    pub fn seconds(limit: f64, measured: &Measured) -> Self {
        Self { words: duration(limit), kept: Some(measured.ibid <= limit) }
    }

    /// Less than so many times the bytes of a file at the peak.
    pub fn peak_of(times: f64, bytes: u64, measured: &Measured) -> Self {
        let kept = measured.peak.map(|peak| (peak as f64) < times * bytes as f64);
        Self { words: format!("peak {times:.0} × file"), kept }
    }

    /// At most so many times the time of another measure.
    pub fn growth(times: f64, name: &str, measured: &Measured, base: &Measured) -> Self {
        let grown = measured.ibid / base.ibid;
        Self { words: format!("{times:.1} × {name} (is {grown:.1})"), kept: Some(grown <= times) }
    }

    /// The same limit where it is not judged.
    pub fn unjudged(self) -> Self {
        Self { kept: None, ..self }
    }

    /// At most so many times the peak of another measure.
    pub fn peak_growth(times: f64, name: &str, measured: &Measured, base: &Measured) -> Self {
        let grown = measured.peak.zip(base.peak).map(|(peak, base)| peak as f64 / base as f64);
        let is = grown.map_or_else(|| "not measured".into(), |grown| format!("is {grown:.2}"));
        Self { words: format!("peak {times:.1} × {name} ({is})"), kept: grown.map(|grown| grown <= times) }
    }

    const fn verdict(&self) -> &'static str {
        match self.kept {
            Some(true) => "kept",
            Some(false) => "MISSED",
            None => "not judged",
        }
    }
}

/// The table: a head, then rows as they are measured.
pub fn head() {
    head_beside("bare");
}

/// The head of a table in which `ibid` stands beside something else than the bare work.
pub fn head_beside(other: &str) {
    println!("\n{:<40} {:>9} {other:>9} {:>7} {:>9}  limits (at most)", "measure", "ibid", "ratio", "peak");
}

pub fn row(name: &str, measured: &Measured, limits: &[Limit]) {
    let ratio = format!("{:.2}", measured.ibid / measured.bare);
    let peak = measured.peak.map_or_else(|| "?".into(), size);
    let told: Vec<String> =
        limits.iter().map(|limit| format!("{}: {}", limit.words, limit.verdict())).collect();
    let line = format!(
        "{name:<40} {:>9} {:>9} {ratio:>7} {peak:>9}  {}",
        duration(measured.ibid),
        duration(measured.bare),
        told.join("; ")
    );
    println!("{}", line.trim_end());
}

/// One line of what a repository holds.
pub fn shape(name: &str, shape: &Shape) {
    let each = size(shape.capture_bytes / shape.captures.max(1) as u64);
    let length = |at: usize| shape.lengths.get(at).copied().unwrap_or(0);
    let last = shape.lengths.len().saturating_sub(1);
    println!(
        "{name}: {} of {each}, {} in all; {} of {} to {} characters (median {}) in {}; {} of TOML, {}",
        counted(shape.captures, "text"),
        size(shape.capture_bytes),
        counted(shape.quotes, "quote"),
        length(0),
        length(last),
        length(shape.lengths.len() / 2),
        counted(shape.claims, "claim"),
        counted(shape.tables, "file"),
        size(shape.table_bytes),
    );
}

fn counted(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).expect("digits are ASCII"))
        .collect();
    groups.join(",")
}

fn duration(seconds: f64) -> String {
    if seconds < 1.0 { format!("{:.1} ms", seconds * 1e3) } else { format!("{seconds:.2} s") }
}

fn size(bytes: u64) -> String {
    let bytes = bytes as f64;
    if bytes < 1e6 { format!("{:.1} kB", bytes / 1e3) } else { format!("{:.1} MB", bytes / 1e6) }
}
