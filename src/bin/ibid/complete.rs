//! What the Tab key offers: commands and options, which the library knows, and the ids that a repository
//! has at that moment. Never says a word of its own: where something cannot be read, nothing is offered.

use crate::args::Args;
use clap::CommandFactory as _;
use clap_complete::CompleteEnv;
use clap_complete::engine::{CompletionCandidate, PathCompleter, ValueCompleter as _};
use ibid::claim::Claim;
use ibid::corpus::Corpus;
use ibid::finding::Rule;
use ibid::parse::{grammar, having_parts};
use ibid::quoting::shortened;
use ibid::render::visible::visible;
use ibid::tree::WorkTree;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The variable by which a shell asks for completions, with the shell's name as its value.
pub const VARIABLE: &str = "IBID_COMPLETE";

/// The most candidates that are told with what they are; more are not read by anyone.
const TOLD: usize = 200;
/// The most characters of that.
const WIDTH: usize = 60;

/// Answers a shell that asks, with `--` and the line; `None` where none does, and whether it could be answered.
pub fn answer() -> Option<bool> {
    std::env::var_os(VARIABLE)?;
    // The variable alone asks nothing: left in an environment, it must not keep `verify` from its work.
    std::env::args_os().nth(1).filter(|word| word == "--")?;
    // A person types meanwhile: whatever goes wrong, their line stays as it is.
    std::panic::set_hook(Box::new(|_| {}));
    let here = std::env::current_dir().ok();
    let env = CompleteEnv::with_factory(Args::command).var(VARIABLE);
    Some(env.try_complete(std::env::args_os(), here.as_deref()).unwrap_or(false))
}

/// Claims, by id.
pub fn claims(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(claims) = tree().map(|tree| Corpus::claims_alone(&tree)) else { return Vec::new() };
    claim_candidates(typed, &claims)
}

/// Sources, by id.
pub fn sources(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(tree) = tree() else { return Vec::new() };
    source_candidates(typed, &tree)
}

/// Claims by id, or files below `claims/` and `sources/`.
pub fn claims_and_paths(typed: &OsStr) -> Vec<CompletionCandidate> {
    let mut all = claims(typed);
    all.extend(paths(typed));
    all
}

/// Claims and sources by id, or files below `claims/` and `sources/`.
pub fn anything(typed: &OsStr) -> Vec<CompletionCandidate> {
    let mut all = claims(typed);
    all.extend(sources(typed));
    all.extend(paths(typed));
    all
}

/// The captures of the sources that are named before.
pub fn captures(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(tree) = tree() else { return Vec::new() };
    let words = words().into_iter().filter_map(|word| word.into_string().ok());
    let named = words.filter(|word| grammar::is_source_id(word));
    let found = named.filter_map(|id| Corpus::source_alone(&tree, &id));
    let all = found.flat_map(|source| source.captures).map(|capture| {
        let told = capture.note.unwrap_or(capture.media_type);
        (capture.id, told)
    });
    let all: Vec<_> = all.filter(|(id, _)| !id.is_empty() && *id == visible(id)).collect();
    matching(typed, &all)
}

/// Rules, by name.
pub fn rules(typed: &OsStr) -> Vec<CompletionCandidate> {
    let all = Rule::ALL.iter().map(|rule| (rule.name().to_owned(), rule.summary().to_owned()));
    matching(typed, &all.collect::<Vec<_>>())
}

/// The verdicts of `ibid.toml`.
pub fn verdicts(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(tree) = tree() else { return Vec::new() };
    let scale = Corpus::config_alone(&tree).0.scale;
    let is_plain = |name: &String| !name.is_empty() && *name == visible(name);
    let all = scale.into_iter().filter(is_plain).map(|name| (name, String::new()));
    matching(typed, &all.collect::<Vec<_>>())
}

fn claim_candidates(typed: &OsStr, claims: &[Claim]) -> Vec<CompletionCandidate> {
    let named = claims.iter().filter(|claim| grammar::is_claim_id(&claim.id.value));
    let all = named.map(|claim| (claim.id.value.clone(), claim.text.clone()));
    matching(typed, &all.collect::<Vec<_>>())
}

fn source_candidates(typed: &OsStr, tree: &WorkTree) -> Vec<CompletionCandidate> {
    let ids: Vec<_> = Corpus::source_ids(tree).into_iter().map(|id| (id, String::new())).collect();
    let mut found = selected(typed, &ids);
    if found.len() <= TOLD {
        for (id, told) in &mut found {
            *told = Corpus::source_alone(tree, id).map(|source| source.title).unwrap_or_default();
        }
    }
    candidates(found)
}

/// Files and folders of what the person keeps, where a path is being typed.
fn paths(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(word) = typed.to_str().filter(|word| !word.is_empty()) else { return Vec::new() };
    let is_path = ["claims/", "sources/"].iter().any(|top| top.starts_with(word))
        || word.contains('/')
        || word.starts_with('.');
    if !is_path {
        return Vec::new();
    }
    let all = PathCompleter::any().current_dir(folder()).complete(typed);
    all.into_iter().filter(|one| one.get_value().to_str().is_some_and(|path| path == visible(path))).collect()
}

/// Words with what each is, those that `typed` may become.
fn matching(typed: &OsStr, all: &[(String, String)]) -> Vec<CompletionCandidate> {
    candidates(selected(typed, all))
}

/// Those that begin with `typed`; where none does, the one that has all its parts.
fn selected(typed: &OsStr, all: &[(String, String)]) -> Vec<(String, String)> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let begins = |(word, _): &&(String, String)| word.starts_with(typed);
    let mut found: Vec<(String, String)> = all.iter().filter(begins).cloned().collect();
    if found.is_empty() {
        let words: Vec<&str> = all.iter().map(|(word, _)| word.as_str()).collect();
        // Of several, a shell would take away what was typed.
        if let [only] = having_parts(typed, &words)[..] {
            found.extend(all.iter().find(|(word, _)| word == only).cloned());
        }
    }
    found.sort();
    found.dedup_by(|a, b| a.0 == b.0);
    found
}

fn candidates(found: Vec<(String, String)>) -> Vec<CompletionCandidate> {
    let is_told = found.len() <= TOLD;
    let candidate = |(word, told): (String, String)| {
        let told = visible(&shortened(&told, WIDTH));
        let told = Some(told).filter(|told| is_told && !told.is_empty());
        CompletionCandidate::new(word).help(told.map(Into::into))
    };
    found.into_iter().map(candidate).collect()
}

/// The words of the line that is being completed.
fn words() -> Vec<OsString> {
    std::env::args_os().skip_while(|word| word != "--").skip(1).collect()
}

/// The folder that the command would work from: the one of -C, where that is on the line.
fn folder() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let words = words();
    let after =
        words.iter().position(|word| word == "-C" || word == "--root").and_then(|at| words.get(at + 1));
    let joined = words.iter().filter_map(|word| word.to_str()?.strip_prefix("--root="));
    let root = after.map(Path::new).or_else(|| joined.map(Path::new).next());
    root.map_or_else(|| here.clone(), |root| here.join(root))
}

fn tree() -> Option<WorkTree> {
    WorkTree::discover(&folder()).ok()
}
