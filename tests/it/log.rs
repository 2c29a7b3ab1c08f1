//! A claim's story, as `ibid log` tells it.
#![cfg(feature = "git")]
use crate::common::git::{ARTICLE, CLAIM, OTHER_CLAIM, Repo};
use crate::common::{Run, ibid, initialized};
use ibid::render::visible::visible;
use serde_json::Value;

fn begun() -> Repo {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.write("claims/other.toml", OTHER_CLAIM.trim_start());
    repo.commit("Begin with another claim");
    repo.write("claims/a.toml", CLAIM);
    repo.commit("Write down the mistake");
    repo
}

/// A claim that is reworded, put into another file, called otherwise, fails, is mended and is cited anew,
/// with commits between that are not its own.
fn history() -> Repo {
    let repo = begun();
    repo.change("claims/other.toml", "He did not", "The minister did not");
    repo.commit("Reword the other claim");
    repo.change("claims/a.toml", "a mistake", "one mistake");
    repo.commit("Count the mistake");
    repo.write("claims/pakistan/defence.toml", repo.read("claims/a.toml"));
    repo.remove("claims/a.toml");
    repo.commit("Sort by country");
    repo.change("claims/pakistan/defence.toml", "id = \"erreur\"", "id = \"defence-ministry-erreur\"");
    repo.commit("Call it by its speaker");
    repo.write(
        "claims/pakistan/defence.toml",
        format!("# Pakistan.\n\n{}", repo.read("claims/pakistan/defence.toml")),
    );
    repo.commit("Explain the file");
    repo.capture("sources/le-discours", "2026-01-05", &ARTICLE.replace("une erreur", "une faute"));
    repo.commit("Capture the article again");
    repo.change("claims/pakistan/defence.toml", "une erreur", "une faute");
    repo.change("claims/pakistan/defence.toml", "\"supported\"", "\"disputed\"");
    repo.commit("Quote what it says now");
    repo
}

fn log(repo: &Repo, args: &[&str]) -> String {
    let Run { status, stdout, stderr } = repo.ibid(&[&["log"], args].concat());
    assert_eq!((status, stderr.as_str()), (0, ""), "{args:?}");
    stdout
}

fn subjects(json: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(json).unwrap();
    let entries = value["entries"].as_array().unwrap();
    entries.iter().map(|entry| entry["subject"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_story_goes_through_files_and_ids_to_its_beginning() {
    let repo = history();
    insta::assert_snapshot!("story", log(&repo, &["defence-ministry-erreur"]));
    insta::assert_snapshot!("story.json", log(&repo, &["defence-ministry-erreur", "--format", "json"]));
}

#[test]
fn a_claim_that_is_no_longer_there_can_be_asked_for_from_where_it_was() {
    let repo = history();
    let then = log(&repo, &["erreur", "--from", "HEAD~5", "--format", "json"]);
    assert_eq!(subjects(&then), ["Count the mistake", "Write down the mistake"]);
    repo.remove("claims/pakistan");
    repo.commit("Give it up");
    insta::assert_snapshot!(
        "given_up",
        log(&repo, &["defence-ministry-erreur"]).split_inclusive("\n\n").take(2).collect::<String>()
    );
}

#[test]
fn an_old_id_leads_to_the_claim_too() {
    let repo = history();
    insta::assert_snapshot!(
        "old_id",
        log(&repo, &["erreur"]).split_inclusive("\n\n").take(2).collect::<String>()
    );
}

#[test]
fn a_merge_is_told_only_where_it_did_something_itself() {
    let repo = begun();
    repo.git(&["checkout", "--quiet", "-b", "topic"]);
    repo.change("claims/a.toml", "a mistake", "one mistake");
    repo.commit("Count on the branch");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.change("claims/other.toml", "He did not", "The minister did not");
    repo.commit("Reword the other on main");
    repo.merge("topic", "Merge the branch");
    let told = subjects(&log(&repo, &["erreur", "--format", "json"]));
    assert_eq!(told, ["Count on the branch", "Write down the mistake"]);
    repo.git(&["checkout", "--quiet", "-b", "speaker", "HEAD~1"]);
    repo.write("claims/a.toml", repo.read("claims/a.toml") + "speaker = \"le ministre\"\n");
    repo.commit("Name the speaker on a branch");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.merge("speaker", "Merge the speaker");
    let told = subjects(&log(&repo, &["erreur", "--format", "json"]));
    assert_eq!(told, ["Name the speaker on a branch", "Count on the branch", "Write down the mistake"]);
    repo.git(&["checkout", "--quiet", "-b", "translation"]);
    repo.write("claims/a.toml", repo.read("claims/a.toml") + "translation = \"a mistake\"\n");
    repo.commit("Translate on a branch");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.change("claims/a.toml", "one mistake", "only one mistake");
    repo.commit("Count better on main");
    repo.git(&["merge", "--quiet", "--no-ff", "--no-commit", "translation"]);
    repo.change("claims/a.toml", "\"supported\"", "\"disputed\"");
    repo.commit("Merge the translation, and doubt");
    let told = log(&repo, &["erreur"]);
    insta::assert_snapshot!("merge", told.split_inclusive("\n\n").take(3).collect::<String>());
}

#[test]
fn each_commit_is_told_once_in_the_order_of_git() {
    let repo = history();
    let json = log(&repo, &["defence-ministry-erreur", "--format", "json"]);
    let value: Value = serde_json::from_str(&json).unwrap();
    let told: Vec<&str> =
        value["entries"].as_array().unwrap().iter().map(|one| one["commit"].as_str().unwrap()).collect();
    let all = repo.git(&["log", "--format=%H"]);
    let in_order: Vec<&str> = all.lines().filter(|id| told.contains(id)).collect();
    assert_eq!(told, in_order);
}

#[test]
fn a_shallow_clone_says_that_the_story_is_cut() {
    let repo = history();
    let url = format!("file://{}", repo.path().display());
    repo.git(&["clone", "--quiet", "--depth=4", &url, "../shallow"]);
    let run = ibid(&repo.beside("shallow"), &["log", "defence-ministry-erreur"]);
    insta::assert_snapshot!(
        "shallow_story",
        format!("{}{}exit status {}\n", run.stdout, run.stderr, run.status)
    );
    insta::assert_snapshot!(ibid(&repo.beside("shallow"), &["log", "given-up"]).stderr, @r"
    error: no commit in this clone has a claim `given-up`
     help: this clone has only a part of the history; fetch the rest: `git fetch --unshallow` (in CI: `fetch-depth: 0`)
    ");
    let json = ibid(&repo.beside("shallow"), &["log", "defence-ministry-erreur", "--format", "json"]).stdout;
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["cut"], true);
}

#[test]
fn outside_of_git_there_is_no_story() {
    let folder = initialized();
    insta::assert_snapshot!(ibid(folder.path(), &["log", "erreur"]).stderr, @r"
    error: this folder is in no git repository, and a claim’s story is told from its commits
     help: go to the folder of yours, or begin a history with `git init`; `ibid show CLAIM` shows a claim as it is now
    ");
}

#[test]
fn a_claim_that_never_was_is_said_with_what_may_be_meant() {
    let repo = history();
    let told = |args: &[&str]| {
        let run = repo.ibid(&[&["log"], args].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        format!("$ ibid log {}\n{}\n", visible(&args.join(" ")), run.stderr)
    };
    let all = [
        told(&["defence-ministery-erreur"]),
        told(&["nothing-like-it"]),
        told(&["\u{1b}[31m"]),
        told(&["erreur", "--from", "nowhere"]),
        told(&["le-discours"]),
    ];
    insta::assert_snapshot!("unknown", all.concat());
}

#[test]
fn what_is_only_in_the_files_has_no_story_yet() {
    let repo = begun();
    repo.write("claims/new.toml", CLAIM.replace("\"erreur\"", "\"new\""));
    insta::assert_snapshot!(repo.ibid(&["log", "new"]).stderr, @r"
    error: no commit has a claim `new`
     help: only what is committed has a history; `ibid show` shows a claim as it is now
    ");
}

/// The subjects of a claim's story, and what it has of them: what became of the claim, and whether its file was unread.
fn told(repo: &Repo, id: &str) -> Vec<(String, String, bool)> {
    let json = log(repo, &[id, "--format", "json"]);
    let value: Value = serde_json::from_str(&json).unwrap();
    let entries = value["entries"].as_array().unwrap();
    let change = |entry: &Value| entry["change"]["change"].as_str().unwrap().to_owned();
    let is_unread = |entry: &Value| entry["change"]["unread_there"] == true;
    let own = entries.iter().map(|one| (change(one), is_unread(one)));
    subjects(&json)
        .into_iter()
        .zip(own)
        .map(|(subject, (change, unread))| (subject, change, unread))
        .collect()
}

fn entry(subject: &str, change: &str, is_unread: bool) -> (String, String, bool) {
    (subject.into(), change.into(), is_unread)
}

#[test]
fn a_story_goes_on_past_a_file_that_could_not_be_read() {
    let repo = begun();
    let whole = repo.read("claims/a.toml");
    repo.write("claims/a.toml", format!("<<<<<<< HEAD\n{whole}"));
    repo.commit("Leave a merge unfinished");
    repo.write("claims/a.toml", format!("<<<<<<< HEAD\n=======\n{whole}"));
    repo.commit("Leave it longer");
    repo.write("claims/a.toml", whole.replace("\"supported\"", "\"refuted\""));
    repo.commit("Mend it");
    let expected = [
        entry("Mend it", "added", true),
        entry("Leave a merge unfinished", "removed", true),
        entry("Write down the mistake", "added", false),
    ];
    assert_eq!(told(&repo, "erreur"), expected);
    insta::assert_snapshot!("unread_between", log(&repo, &["erreur"]));
}

#[test]
fn a_story_goes_on_past_a_removal_that_was_taken_back() {
    let repo = begun();
    let whole = repo.read("claims/a.toml");
    repo.remove("claims/a.toml");
    repo.commit("Give it up");
    repo.change("claims/other.toml", "He did not", "The minister did not");
    repo.commit("Reword the other claim");
    repo.write("claims/again.toml", &whole);
    repo.commit("Bring it back in another file");
    let expected = [
        entry("Bring it back in another file", "added", false),
        entry("Give it up", "removed", false),
        entry("Write down the mistake", "added", false),
    ];
    assert_eq!(told(&repo, "erreur"), expected);
}

#[test]
fn an_id_that_another_claim_had_before_it_was_renamed_is_not_followed() {
    let repo = begun();
    repo.change("claims/a.toml", "id = \"erreur\"", "id = \"defence-ministry-erreur\"");
    repo.commit("Call it by its speaker");
    repo.write("claims/b.toml", CLAIM.replace("a mistake", "something else entirely"));
    repo.commit("Take the id for another claim");
    assert_eq!(told(&repo, "erreur"), [entry("Take the id for another claim", "added", false)]);
}
