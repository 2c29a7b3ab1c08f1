//! Failures that are known: `ibid verify --baseline` and `--new-since`, for people and programs.
#![cfg(feature = "git")]
use crate::common::Run;
use crate::common::git::Repo;
use ibid::text::single_spaced;
use serde_json::Value;

const ARTICLE: &str =
    "Le ministre a parlé d’« une erreur ». Il n’a pas dit où. Environ 2500 soldats sont là.\n";

/// A claim with one quote of the article.
fn claim(id: &str, words: &str) -> String {
    format!(
        "[[claim]]\nid = \"{id}\"\ntext = \"What {id} says.\"\n\n[[claim.quote]]\nsource = \"le-discours\"\nexact = \"{words}\"\n\n"
    )
}

/// One claim that stands and two that fail, committed; `known.json` beside them is a report of that.
fn repository() -> Repo {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    let claims = claim("stands", "Le ministre a parlé d’« une erreur »")
        + &claim("altered", "Il n’a pas dit quand")
        + &claim("cut", "Environ 250");
    repo.write("claims/a.toml", claims);
    repo.commit("Begin");
    let written = repo.ibid(&["report", "--format", "json", "-o", "known.json"]);
    assert_eq!((written.status, written.stderr.as_str()), (0, ""));
    repo
}

const KNOWN: [&str; 3] = ["verify", "--baseline", "known.json"];
const SINCE: [&str; 3] = ["verify", "--new-since", "HEAD"];

/// Runs for people and for programs; the status must be the same.
fn verified(repo: &Repo, args: &[&str]) -> (i32, String, Value) {
    let Run { status, stdout, stderr } = repo.ibid(args);
    assert_eq!(stderr, "");
    let json = repo.ibid(&[args, &["--format", "json"]].concat());
    assert_eq!(json.status, status, "{stdout}");
    (status, stdout, json.json())
}

/// The rules of the failures that are known, and of those that are not.
fn failing<'r>(report: &'r Value) -> (Vec<&'r str>, Vec<&'r str>) {
    let all = report["findings"].as_array().unwrap().iter().filter(|one| one["level"] == "error");
    let (known, new): (Vec<&Value>, Vec<&Value>) = all.partition(|one| one["known"] == true);
    let rules = |all: Vec<&'r Value>| all.into_iter().map(|one| one["rule"].as_str().unwrap()).collect();
    (rules(known), rules(new))
}

#[test]
fn what_is_known_is_told_apart_and_fails_nothing() {
    let repo = repository();
    assert_eq!(repo.ibid(&["verify"]).status, 1, "without a baseline it fails");
    repo.commit("Change nothing that is checked");
    for args in [&KNOWN[..], &["verify", "--new-since", "HEAD~1"]] {
        let (status, human, json) = verified(&repo, args);
        assert_eq!(
            (status, failing(&json)),
            (0, (vec!["quote-altered", "quote-cuts-word"], vec![])),
            "{human}"
        );
        insta::assert_snapshot!("known", human);
    }
}

#[test]
fn a_state_that_is_compared_with_itself_is_said() {
    let repo = repository();
    for revision in ["HEAD", "main"] {
        let run = repo.ibid(&["verify", "--new-since", revision]);
        let words = format!("{revision} is what is checked out here, and nothing differs from it");
        assert!(run.status == 0 && run.stderr.starts_with(&words), "{}", run.stderr);
    }
    insta::assert_snapshot!("itself", repo.ibid(&SINCE).stderr);
    // What is not checked, or failed nowhere, is nothing to be told of.
    repo.write("README.md", "A change that is no claim.\n");
    assert!(repo.ibid(&SINCE).stderr.contains("nothing differs"));
    repo.commit("Explain");
    assert_eq!(repo.ibid(&["verify", "--new-since", "HEAD~1"]).stderr, "");
    repo.write("claims/b.toml", claim("ou", "Il n’a pas dit où"));
    assert_eq!(repo.ibid(&SINCE).stderr, "");
    repo.remove("claims/b.toml");
    repo.write("claims/a.toml", claim("stands", "Le ministre a parlé d’« une erreur »"));
    repo.commit("Take out what fails");
    assert_eq!(repo.ibid(&SINCE).stderr, "");
}

#[test]
fn every_format_for_people_says_how_many_are_known() {
    let repo = repository();
    for format in ["human", "concise", "github", "markdown"] {
        let told = repo.ibid(&[&KNOWN[..], &["--format", format]].concat()).stdout;
        assert!(told.contains("2 known errors"), "{format}: {told}");
        let told = repo.ibid(&["verify", "--format", format]).stdout;
        assert!(!told.contains("known"), "{format}: {told}");
    }
}

#[test]
fn a_new_failure_fails_beside_those_that_are_known() {
    let repo = repository();
    repo.write("claims/b.toml", claim("new", "Environ 2600 soldats sont là"));
    for args in [&KNOWN[..], &SINCE] {
        let (status, human, json) = verified(&repo, args);
        assert_eq!((status, failing(&json).1), (1, vec!["quote-altered"]), "{human}");
        insta::assert_snapshot!("new_beside_known", human);
    }
}

#[test]
fn another_failure_of_the_same_claim_is_new() {
    let repo = repository();
    repo.change("claims/a.toml", "Il n’a pas dit quand", "Il n’a jamais dit où");
    for args in [&KNOWN[..], &SINCE] {
        let (status, human, json) = verified(&repo, args);
        assert_eq!((status, failing(&json).0), (1, vec!["quote-cuts-word"]), "{human}");
    }
}

#[test]
fn the_same_failure_elsewhere_in_the_file_is_still_known() {
    let repo = repository();
    repo.write("claims/z.toml", format!("# Moved, and below a remark.\n\n{}", repo.read("claims/a.toml")));
    repo.remove("claims/a.toml");
    assert_eq!((verified(&repo, &KNOWN).0, verified(&repo, &SINCE).0), (0, 0));
}

#[test]
fn what_is_known_twice_and_fails_thrice_is_new_once() {
    let repo = repository();
    let again = "\n[[claim.quote]]\nsource = \"le-discours\"\nexact = \"Environ 250\"\n";
    repo.write("claims/a.toml", repo.read("claims/a.toml").trim_end().to_owned() + "\n" + again);
    for args in [&KNOWN[..], &SINCE] {
        let (status, human, json) = verified(&repo, args);
        assert_eq!((status, failing(&json).1), (1, vec!["quote-cuts-word"]), "{human}");
    }
}

#[test]
fn a_stale_entry_fails_until_it_is_dropped_and_nothing_else_is() {
    let repo = repository();
    repo.change("claims/a.toml", "Environ 250\"", "Environ 2500 soldats\"");
    let (status, human, json) = verified(&repo, &KNOWN);
    assert_eq!((status, failing(&json)), (1, (vec!["quote-altered"], vec!["baseline-stale"])));
    insta::assert_snapshot!("stale", human);
    assert_eq!(verified(&repo, &SINCE).0, 0, "a revision is no list that could grow stale");
    let before = repo.read("known.json");
    let dropped = repo.ibid(&[&KNOWN[..], &["--drop-stale"]].concat());
    assert_eq!((dropped.status, dropped.stderr.as_str()), (0, "dropped from known.json: 2 findings\n"));
    let after = repo.read("known.json");
    // The warning that the same words were few went with it.
    assert_eq!(after.matches("\"fingerprint\"").count() + 2, before.matches("\"fingerprint\"").count());
    assert!(!after.contains("quote-cuts-word") && after.contains("quote-altered"));
    assert_eq!(verified(&repo, &KNOWN).0, 0);
    repo.change("claims/a.toml", "Environ 2500 soldats\"", "Environ 250\"");
    assert_eq!(verified(&repo, &KNOWN).0, 1, "what was dropped is known no longer");
}

#[test]
fn nothing_is_ever_added_to_a_baseline() {
    let repo = repository();
    let before = repo.read("known.json");
    repo.write("claims/b.toml", claim("new", "Environ 2600 soldats sont là"));
    let run = repo.ibid(&[&KNOWN[..], &["--drop-stale"]].concat());
    assert_eq!((run.status, run.stderr.as_str()), (1, "nothing to drop from known.json\n"));
    assert_eq!(repo.read("known.json"), before);
}

#[test]
fn what_would_pass_unchecked_is_never_known() {
    let repo = repository();
    repo.write("sources/le-discours/2025-12-08.txt", "Other words.\n");
    repo.write("claims/broken.toml", "[[claim]\n");
    repo.commit("Break what must not be broken");
    assert_eq!(repo.ibid(&["report", "--format", "json", "-o", "known.json"]).status, 0);
    for args in [&KNOWN[..], &SINCE] {
        let run = repo.ibid(&[args, &["--format", "json"]].concat());
        let json: Value = run.json();
        assert_eq!(
            (run.status, failing(&json)),
            (1, (vec![], vec!["toml-invalid", "capture-altered"])),
            "{args:?}"
        );
    }
    // Who made the list by the recipe is told why it does not help.
    insta::assert_snapshot!(repo.ibid(&KNOWN).stderr, @"2 errors in known.json fail all the same: a rule that cannot be lowered cannot be known (`capture-altered`, `toml-invalid`)");
}

#[test]
fn of_a_part_only_that_part_can_be_stale() {
    let repo = repository();
    repo.change("claims/a.toml", "Environ 250\"", "Environ 2500 soldats\"");
    assert_eq!(verified(&repo, &["verify", "altered", "--baseline", "known.json"]).0, 0);
    assert_eq!(verified(&repo, &["verify", "cut", "--baseline", "known.json"]).0, 1);
    let dropped = repo.ibid(&["verify", "altered", "--baseline", "known.json", "--drop-stale"]);
    assert_eq!(dropped.stderr, "nothing to drop from known.json\n");
    assert_eq!(verified(&repo, &["verify", "altered", "--new-since", "HEAD"]).0, 0);
}

#[test]
fn what_cannot_be_compared_with_is_said() {
    let repo = repository();
    repo.write("other.json", "{}");
    let told = |args: &[&str]| {
        let run = repo.ibid(args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        format!("$ ibid {}\n{}\n", args.join(" "), run.stderr)
    };
    let all = [
        told(&["verify", "--baseline", "nowhere.json"]),
        told(&["verify", "--baseline", "other.json"]),
        told(&["verify", "--baseline", "claims"]),
        told(&["verify", "--new-since", "nowhere"]),
        told(&["verify", "--drop-stale"]),
        told(&["verify", "--baseline", "known.json", "--new-since", "HEAD"]),
    ];
    insta::assert_snapshot!("cannot", all.concat());
}

/// What the baseline calls stale, and whether the run fails.
fn stale(repo: &Repo, more: &[&str]) -> (i32, usize) {
    let run = repo.ibid(&[&KNOWN[..], more, &["--format", "json"]].concat());
    let report: Value = run.json();
    let all = report["findings"].as_array().unwrap().iter();
    (run.status, all.filter(|one| one["rule"] == "baseline-stale").count())
}

#[test]
fn what_cannot_be_checked_now_is_not_said_to_fail_no_longer() {
    let repo = repository();
    let known = repo.read("known.json");
    let article = "sources/le-discours/2025-12-08.txt";
    repo.remove(article);
    // As in CI, where the bytes of a restricted source are not.
    assert_eq!(stale(&repo, &["--allow-unchecked"]), (0, 0));
    assert_eq!(stale(&repo, &[]), (1, 0), "the missing capture itself fails");
    assert_eq!(stale(&repo, &["--allow-unchecked", "--drop-stale"]), (0, 0));
    assert_eq!(repo.read("known.json"), known, "nothing is dropped unseen");
    // A claim that is not there any more has no quote that could fail.
    repo.write("claims/a.toml", claim("stands", "Le ministre a parlé d’« une erreur »"));
    assert_eq!(stale(&repo, &["--allow-unchecked"]), (1, 2));
    // Nor is it known of a file that cannot be read.
    repo.write("claims/a.toml", "[[claim\n");
    repo.write("claims/b.toml", claim("other", "Environ 2500 soldats sont là"));
    assert_eq!(stale(&repo, &["--allow-unchecked"]), (1, 0));
}

#[test]
fn what_cannot_be_checked_now_is_not_said_to_be_mended() {
    let repo = repository();
    let article = "sources/le-discours/2025-12-08.txt";
    let text = repo.read(article);
    repo.remove(article);
    let told = repo.ibid(&["diff"]).stdout;
    let flat = single_spaced(&told);
    assert_eq!(flat.matches("(its quote cannot be checked now)").count(), 2, "{told}");
    repo.commit("Lose the bytes");
    repo.write(article, text);
    let told = repo.ibid(&["diff", "--format", "markdown"]).stdout;
    assert_eq!(told.matches("its quote could not be checked before").count(), 2, "{told}");
    let json: Value = repo.ibid(&["diff", "--format", "json"]).json();
    let of_quotes = json["findings"].as_array().unwrap().iter().filter(|one| one["since"] == "new");
    assert!(
        of_quotes.clone().count() == 2 && of_quotes.clone().all(|one| one["unread_there"] == true),
        "{json}"
    );
}

/// The article with a claim whose verdict no quote backs, and a source that nobody cites: a warning and a note.
fn warned() -> Repo {
    let repo = Repo::with_ibid();
    repo.source("le-discours", "title = \"Le discours\"", ARTICLE);
    repo.source("autre", "title = \"Un autre\"", ARTICLE);
    repo.write("claims/a.toml", doubted("doubted"));
    repo.commit("Doubt it");
    assert_eq!(repo.ibid(&["report", "--format", "json", "-o", "known.json"]).status, 0);
    repo.commit("Keep what is known");
    repo
}

fn doubted(id: &str) -> String {
    claim(id, "Le ministre a parlé d’« une erreur »").replace("\n\n[[", "\nverdict = \"disputed\"\n\n[[")
}

const STRICT: [&str; 2] = ["--fail-on", "warning"];

/// The levels and states of a run's results in SARIF.
fn states(repo: &Repo, args: &[&str]) -> Vec<(String, String)> {
    let sarif: Value = repo.ibid(&[args, &["--format", "sarif"]].concat()).json();
    let results = sarif["runs"][0]["results"].as_array().unwrap().clone();
    let word = |one: &Value, key: &str| one[key].as_str().unwrap_or("none").to_owned();
    let mut states: Vec<_> =
        results.iter().map(|one| (word(one, "level"), word(one, "baselineState"))).collect();
    states.sort();
    states
}

fn state(level: &str, state: &str) -> (String, String) {
    (level.into(), state.into())
}

#[test]
fn warnings_and_notes_that_are_known_are_excused_as_errors_are() {
    let repo = warned();
    assert_eq!(repo.ibid(&[&["verify"], &STRICT[..]].concat()).status, 1, "without a baseline it fails");
    for args in [&KNOWN[..], &["verify", "--new-since", "HEAD~1"]] {
        let strict = [args, &STRICT[..]].concat();
        let (status, human, json) = verified(&repo, &strict);
        assert!(status == 0 && human.contains("1 known warning, 1 known note (shown with -v)"), "{human}");
        assert!(!human.contains("verdict-unbacked"), "{human}");
        let summary = &json["summary"];
        assert_eq!((&summary["known_warnings"], &summary["known_notes"]), (&1.into(), &1.into()));
        let unchanged = [state("note", "unchanged"), state("warning", "unchanged")];
        assert_eq!((states(&repo, args), states(&repo, &strict)), (unchanged.to_vec(), unchanged.to_vec()));
    }
    // What fails nothing passes; what would fail is skipped.
    for (more, is_skipped) in [(&[][..], false), (&STRICT[..], true)] {
        let junit = repo.ibid(&[&KNOWN[..], more, &["--format", "junit"]].concat()).stdout;
        assert_eq!(junit.contains("known to fail"), is_skipped, "{junit}");
    }
    repo.write("claims/b.toml", doubted("again"));
    for args in [&KNOWN[..], &SINCE] {
        assert_eq!(verified(&repo, args).0, 0);
        let (status, human, _) = verified(&repo, &[args, &STRICT[..]].concat());
        assert!(status == 1 && human.matches("warning[verdict-unbacked]").count() == 1, "{human}");
        assert!(states(&repo, args).contains(&state("warning", "new")));
    }
}

#[test]
fn a_warning_that_became_an_error_is_new_and_an_error_that_became_a_warning_is_known() {
    let repo = warned();
    let config = repo.read("ibid.toml");
    repo.write("ibid.toml", format!("{config}\n[rules]\nverdict-unbacked = \"error\"\n"));
    for args in [&KNOWN[..], &SINCE] {
        let (status, human, json) = verified(&repo, args);
        assert_eq!((status, failing(&json)), (1, (vec![], vec!["verdict-unbacked"])), "{human}");
    }
    repo.ibid(&["report", "--format", "json", "-o", "known.json"]);
    repo.commit("Weigh it more");
    repo.write("ibid.toml", &config);
    for args in [&KNOWN[..], &SINCE] {
        let run = repo.ibid(&[args, &STRICT[..]].concat());
        assert!(run.status == 0 && run.stdout.contains("1 known warning"), "{}", run.stdout);
    }
    // As an error it is there no longer.
    assert_eq!(stale(&repo, &[]), (1, 1));
}

#[test]
fn a_warning_that_was_mended_is_stale_where_a_run_fails_for_warnings() {
    let repo = warned();
    repo.change("claims/a.toml", "disputed", "supported");
    repo.remove("sources/autre");
    assert_eq!(stale(&repo, &[]), (0, 0));
    assert_eq!(stale(&repo, &["--fail-on", "never"]), (0, 0));
    assert_eq!(stale(&repo, &STRICT), (1, 1), "of the note no run fails");
    let told = single_spaced(&repo.ibid(&[&KNOWN[..], &STRICT].concat()).stdout);
    assert!(told.contains("listed as known for the claim `doubted`, but it is there no longer"), "{told}");
    let dropped = repo.ibid(&[&KNOWN[..], &["--drop-stale"]].concat());
    assert_eq!((dropped.status, dropped.stderr.as_str()), (0, "dropped from known.json: 2 findings\n"));
    assert_eq!(stale(&repo, &STRICT), (0, 0));
    repo.change("claims/a.toml", "supported", "disputed");
    assert_eq!(verified(&repo, &[&KNOWN[..], &STRICT].concat()).0, 1, "what was dropped is known no longer");
}

#[test]
fn what_is_known_of_a_claim_is_known_under_its_new_id() {
    let repo = repository();
    repo.commit("Keep what is known");
    repo.change("claims/a.toml", "id = \"altered\"", "id = \"another-id\"");
    for args in [&KNOWN[..], &SINCE] {
        let (status, human, json) = verified(&repo, args);
        assert_eq!(
            (status, failing(&json)),
            (0, (vec!["quote-altered", "quote-cuts-word"], vec![])),
            "{human}"
        );
    }
    let dropped = repo.ibid(&[&KNOWN[..], &["--drop-stale"]].concat());
    assert_eq!(dropped.stderr, "nothing to drop from known.json\n");
    // A claim that quotes other words is another one, and so is a copy beside the old one.
    repo.change("claims/a.toml", "Il n’a pas dit quand", "Il n’a pas dit comment");
    repo.change("claims/a.toml", "What altered says.", "What nobody says.");
    assert_eq!(stale(&repo, &[]), (1, 1));
    let repo = repository();
    repo.write("claims/b.toml", claim("altered", "Il n’a pas dit quand").replace("\"altered\"", "\"copy\""));
    assert_eq!(failing(&verified(&repo, &KNOWN).2).1, ["quote-altered"]);
}
