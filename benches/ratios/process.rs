//! Whole processes, `ibid` and the bare work in turn: their times and the most memory that `ibid` held.

use crate::bare;
use crate::corpus::Corpus;
use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::NamedTempFile;

/// What a right run of `ibid verify` gives; anything else would be measuring the wrong thing.
pub struct Expected {
    pub status: i32,
    /// The end of the sentence of figures, as in `all 5 stand`.
    pub figures: String,
}

impl Expected {
    pub fn all_stand(quotes: usize) -> Self {
        let figures = if quotes == 1 { "1 stands".into() } else { format!("all {quotes} stand") };
        Self { status: 0, figures }
    }

    pub fn none_stands(quotes: usize, status: &str) -> Self {
        Self { status: 1, figures: format!("{quotes} {status}") }
    }
}

/// Medians of several runs, in seconds, and the highest peak of three other runs, in bytes.
#[derive(Clone, Copy)]
pub struct Measured {
    pub ibid: f64,
    pub bare: f64,
    pub peak: Option<u64>,
}

/// Measures a check beside the bare work.
pub fn measure(corpus: &Corpus, expected: &Expected, runs: usize) -> Measured {
    let [measured] = beside(corpus, expected, runs, [corpus.list()]);
    measured
}

/// The same; then also beside the bare work and listing every folder.
pub fn measure_with_folders(corpus: &Corpus, expected: &Expected, runs: usize) -> [Measured; 2] {
    beside(corpus, expected, runs, [corpus.list(), corpus.folders() + &corpus.list()])
}

/// Runs a check and some lists of bare work in turn `runs` times, after one run of each that is not counted.
fn beside<const N: usize>(
    corpus: &Corpus,
    expected: &Expected,
    runs: usize,
    jobs: [String; N],
) -> [Measured; N] {
    let lists = jobs.map(|jobs| job_list(&jobs));
    let mut ibid = Vec::new();
    let mut bare = [const { Vec::new() }; N];
    for run in 0..=runs {
        let of_ibid = run_ibid(corpus, expected);
        let of_bare = lists.each_ref().map(|list| run_bare(corpus, list));
        if run > 0 {
            ibid.push(of_ibid);
            bare.iter_mut().zip(of_bare).for_each(|(all, seconds)| all.push(seconds));
        }
    }
    let ibid = median(ibid);
    let peak = Gauge::find().highest(|command| verify(corpus, command));
    bare.map(|bare| Measured { ibid, bare: median(bare), peak })
}

/// A file with what the bare work is to do.
fn job_list(jobs: &str) -> NamedTempFile {
    let list = NamedTempFile::new().expect("a temporary file");
    fs::write(list.path(), jobs).expect("room for a list");
    list
}

/// The middle one.
pub fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    let middle = seconds.len() / 2;
    if seconds.len() % 2 == 1 { seconds[middle] } else { f64::midpoint(seconds[middle - 1], seconds[middle]) }
}

fn run_ibid(corpus: &Corpus, expected: &Expected) -> f64 {
    let (seconds, status, out) = timed(&mut verify(corpus, Command::new(IBID)));
    let words: Vec<&str> = out.split_whitespace().collect();
    let is_right = status == expected.status && words.join(" ").contains(&format!("): {}", expected.figures));
    // The figures are at the end.
    let tail = &out[out.ceil_char_boundary(out.len().saturating_sub(2000))..];
    assert!(
        is_right,
        "`{}` with status {} was expected, not {status}:\n…{tail}",
        expected.figures, expected.status
    );
    seconds
}

fn run_bare(corpus: &Corpus, list: &NamedTempFile) -> f64 {
    let this = std::env::current_exe().expect("the path of this program");
    let (seconds, status, out) = timed(Command::new(this).arg(bare::ARGUMENT).arg(list.path()));
    let shape = &corpus.shape;
    let whole = bare::summary(shape.captures, shape.capture_bytes, shape.tables, shape.table_bytes);
    assert!(status == 0 && out.trim() == whole, "the bare work was not done: {out}");
    seconds
}

/// The program that is measured.
pub const IBID: &str = env!("CARGO_BIN_EXE_ibid");

fn verify(corpus: &Corpus, mut command: Command) -> Command {
    command.args(["verify", "--color", "never", "--format", "human"]).current_dir(corpus.root());
    command
}

/// Runs a command from its start until it has ended and all of its output is read.
pub fn timed(command: &mut Command) -> (f64, i32, String) {
    let start = Instant::now();
    let output = command.stdin(Stdio::null()).output().expect("a process that starts");
    let seconds = start.elapsed().as_secs_f64();
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    (seconds, output.status.code().unwrap_or(-1), out)
}

/// How the most memory that a process holds can be known here.
#[derive(Clone, Copy)]
pub enum Gauge {
    /// `/usr/bin/time` asks the system when the process has ended.
    Time,
    /// The high-water mark in `/proc` is read again and again; what comes after the last reading is missed.
    Polled,
    /// Not at all.
    None,
}

impl Gauge {
    pub fn find() -> Self {
        let says_kilobytes = |out: &str| out.trim().parse::<u64>().is_ok();
        let tried = Command::new(TIME).args(["-f", "%M", "true"]).output();
        if tried.is_ok_and(|output| says_kilobytes(&String::from_utf8_lossy(&output.stderr))) {
            return Self::Time;
        }
        if high_water("self").is_some() { Self::Polled } else { Self::None }
    }

    pub const fn words(self) -> &'static str {
        match self {
            Self::Time => "peak resident memory as /usr/bin/time has it",
            Self::Polled => "peak resident memory as last seen in /proc, at least; /usr/bin/time is not here",
            Self::None => "memory could not be measured here: neither /usr/bin/time nor /proc",
        }
    }

    /// The highest peak of three runs, in bytes; it depends a little on which threads take which sources.
    /// `told` tells a command what to do, by words after those that it has.
    pub fn highest(self, told: impl Fn(Command) -> Command) -> Option<u64> {
        (0..3).filter_map(|_| self.peak(&told)).max()
    }

    fn peak(self, told: &dyn Fn(Command) -> Command) -> Option<u64> {
        match self {
            Self::Time => peak_by_time(told),
            Self::Polled => peak_by_polling(told),
            Self::None => None,
        }
    }
}

const TIME: &str = "/usr/bin/time";

fn peak_by_time(told: &dyn Fn(Command) -> Command) -> Option<u64> {
    let file = NamedTempFile::new().ok()?;
    let mut command = Command::new(TIME);
    command.args(["-f", "%M", "-o"]).arg(file.path()).arg(IBID);
    told(command).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    // A status other than 0 is told on a line before.
    let said = fs::read_to_string(file.path()).ok()?;
    said.lines().last()?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

fn peak_by_polling(told: &dyn Fn(Command) -> Command) -> Option<u64> {
    let mut command = told(Command::new(IBID));
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    let mut peak = None;
    while child.try_wait().ok()?.is_none() {
        peak = high_water(&child.id().to_string()).max(peak);
        sleep(Duration::from_micros(200));
    }
    peak
}

/// The most resident memory so far of a running process, in bytes.
fn high_water(process: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
