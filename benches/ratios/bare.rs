//! The bare work that checking cannot do without: read every file once, hash the captures, parse the TOML
//! with the parser that `ibid` uses, on as many threads. Nothing else: nothing is kept, and no folder is listed
//! unless that is asked for, to tell what finding the files takes.

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::cell::RefCell;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::Read as _;
use toml::de::DeTable;

/// The argument that makes a process do the bare work; the list of files follows.
pub const ARGUMENT: &str = "--bare";

/// Does the work for a list of files; the files and bytes of captures, then of TOML, as one line.
pub fn run(list: &str) -> String {
    let list = fs::read_to_string(list).expect("a list of files");
    let jobs: Vec<&str> = list.lines().collect();
    let add = |a: Done, b: Done| Done(a.0 + b.0, a.1 + b.1, a.2 + b.2, a.3 + b.3);
    let done = jobs.par_iter().map(|job| work(job)).reduce(Done::default, add);
    summary(done.0, done.1, done.2, done.3)
}

/// What a run that did all of the work says.
pub fn summary(captures: usize, capture_bytes: u64, tables: usize, table_bytes: u64) -> String {
    format!(
        "{captures} captures of {capture_bytes} bytes hashed, {tables} files of {table_bytes} bytes parsed"
    )
}

#[derive(Default)]
struct Done(usize, u64, usize, u64);

fn work(job: &str) -> Done {
    match job.split_at(2) {
        ("c ", path) => Done(1, hash(path), 0, 0),
        ("f ", path) => list(path),
        (_, path) => Done(0, 0, 1, parse(path)),
    }
}

thread_local! {
    /// Small enough to stay in the cache while it is read and hashed.
    static BLOCK: RefCell<Vec<u8>> = RefCell::new(vec![0; 128 << 10]);
}

fn hash(path: &str) -> u64 {
    let mut file = File::open(path).expect("a capture");
    let mut digest = Sha256::new();
    let mut size = 0;
    BLOCK.with_borrow_mut(|block| {
        loop {
            let length = file.read(block).expect("a capture's bytes");
            digest.update(&block[..length]);
            size += length as u64;
            if length == 0 {
                break;
            }
        }
    });
    black_box(digest.finalize());
    size
}

/// Lists a folder, with what each thing in it is.
fn list(path: &str) -> Done {
    for entry in fs::read_dir(path).expect("a folder") {
        black_box(entry.and_then(|entry| entry.file_type()).expect("what lies in the folder"));
    }
    Done::default()
}

fn parse(path: &str) -> u64 {
    let content = fs::read_to_string(path).expect("a TOML file");
    black_box(DeTable::parse(&content).expect("TOML without errors"));
    content.len() as u64
}
