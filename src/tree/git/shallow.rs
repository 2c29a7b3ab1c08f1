//! What to fetch where a clone has only a part of the history: commands that do it as they are written.

use super::is_head;
use crate::error::Error;

/// How much of a commit's history is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// The commit alone.
    Commit,
    /// All that led to it, to find where two branches parted.
    Whole,
}

/// Why a name is no commit in a clone that has only a part of the history, and what to fetch. `has` tells whether a
/// name is known here.
pub(super) fn not_here(name: &str, needed: Needed, has: impl Fn(&str) -> bool) -> Error {
    let error = Error::new(format!("`{name}` is not in this clone, which has only a part of the history"));
    let (base, steps) = steps_back(name).unwrap_or((name, 0));
    let depth = steps + 1;
    let how = match needed {
        Needed::Commit => format!("--depth={depth}"),
        Needed::Whole => "--unshallow".to_owned(),
    };
    let is_here = has(base);
    if is_head(base) && needed == Needed::Commit {
        return error.hint(format!(
            "fetch the last {depth} commits: `git fetch {how}` (in CI: `fetch-depth: {depth}`)"
        ));
    }
    if is_hash(base) && !is_whole_hash(base) {
        return error.hint(
            "git fetches no commit by a shortened id; fetch the rest of the history: `git fetch --unshallow` (in CI: `fetch-depth: 0`)",
        );
    }
    if needed == Needed::Whole && (is_here || is_hash(base) || is_head(base)) {
        return error.hint("fetch the rest: `git fetch --unshallow` (in CI: `fetch-depth: 0`)");
    }
    if is_hash(base) {
        return error
            .hint(format!("fetch it: `git fetch {how} origin {base}`, or all: `git fetch --unshallow`"));
    }
    if is_here {
        let branch = base.strip_prefix("origin/").unwrap_or(base);
        return error.hint(format!(
            "fetch the last {depth} commits: `git fetch {how} origin {branch}` (in CI: `fetch-depth: 0` fetches all)"
        ));
    }
    error.hint(fetch_words(base, &how))
}

/// How to fetch a branch or a tag so that it has its name here too. Git takes a tag only when it is told
/// that it is one.
fn fetch_words(name: &str, how: &str) -> String {
    if let Some(branch) = name.strip_prefix("origin/") {
        return format!(
            "fetch it: `git fetch {how} origin {branch}:refs/remotes/origin/{branch}` (in CI: `fetch-depth: 0` fetches all)"
        );
    }
    format!(
        "fetch it: `git fetch {how} origin {name}:{name}`, or a tag: `git fetch {how} origin tag {name}` (in CI: `fetch-depth: 0` fetches all)"
    )
}

/// Whether git would take it for the name of a commit, with the steps back from it.
pub(super) fn may_be_a_name(name: &str) -> bool {
    !name.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, ':' | '?' | '*' | '[' | '\\'))
}

fn is_hash(name: &str) -> bool {
    (7..=64).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a hash is written whole, as SHA-1 or SHA-256.
const fn is_whole_hash(hash: &str) -> bool {
    matches!(hash.len(), 40 | 64)
}

/// The name and the number of steps back of `HEAD~3`, `main^` and the like; `None` for what is no such name.
fn steps_back(name: &str) -> Option<(&str, usize)> {
    let start = name.find(['~', '^']).unwrap_or(name.len());
    let (base, rest) = name.split_at(start);
    let mut steps = 0;
    let mut chars = rest.chars().peekable();
    while let Some(sign) = chars.next() {
        let mut number = String::new();
        while let Some(digit) = chars.next_if(char::is_ascii_digit) {
            number.push(digit);
        }
        steps += match sign {
            '~' => number.parse().unwrap_or(1),
            '^' => 1,
            _ => return None,
        };
    }
    (!base.is_empty() && !base.contains('@') || base == "@").then_some((base, steps))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_back_are_counted_from_the_name() {
        assert_eq!(steps_back("HEAD~3"), Some(("HEAD", 3)));
        assert_eq!(steps_back("main^"), Some(("main", 1)));
        assert_eq!(steps_back("@^^~2"), Some(("@", 4)));
        assert_eq!(steps_back("HEAD"), Some(("HEAD", 0)));
        assert_eq!(steps_back("HEAD@{1}"), None);
        assert_eq!(steps_back("v1.0^{commit}"), None);
    }
}
