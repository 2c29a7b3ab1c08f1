//! What became of passages where editors rewrote what is beside them: how far the passage reaches, and what is said of it.

use crate::common::ibid;
use ibid::digest::Digest;
use serde_json::Value;
use std::fs;

/// What `verify` says of a French quote whose source changed.
fn told(before: &str, after: &str, quote: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("sources/a");
    fs::create_dir_all(&source).unwrap();
    fs::create_dir(folder.path().join("claims")).unwrap();
    fs::write(folder.path().join("ibid.toml"), "format = 1\n").unwrap();
    let mut record = "title = \"A\"\nlanguage = \"fr\"\n".to_owned();
    for (day, text) in [("2026-01-01", before), ("2026-02-01", after)] {
        fs::write(source.join(format!("{day}.txt")), text).unwrap();
        let digest = Digest::of(text.as_bytes());
        record.push_str(&format!(
            "[[capture]]\nfile = \"{day}.txt\"\nsha256 = \"{digest}\"\ncaptured = {day}\n"
        ));
    }
    fs::write(source.join("source.toml"), record).unwrap();
    let claim = format!(
        "[[claim]]\nid = \"a\"\ntext = \"A.\"\n[[claim.quote]]\nsource = \"a\"\nexact = \"{quote}\"\n"
    );
    fs::write(folder.path().join("claims/a.toml"), claim).unwrap();
    let run = ibid(folder.path(), &["verify", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    report["findings"][0]["message"].as_str().unwrap().to_owned()
}

#[test]
fn a_number_that_came_or_went_is_not_called_another_one() {
    let quote = "Le guide paru à Lyon décrit la nappe";
    let dated = "Le guide paru à Lyon en 2022 décrit la nappe";
    assert_eq!(told(quote, dated, quote), "the source changed: a number was put into these words");
    assert_eq!(told(dated, quote, dated), "the source changed: a number was taken out of these words");
    let other = dated.replace("2022", "2023");
    assert_eq!(told(dated, &other, dated), "the source changed: a number in these words is another one now");
    let spelt = dated.replace("en 2022", "ce mois-là");
    assert_eq!(told(dated, &spelt, dated), "the source changed: a number in these words is another one now");
}

#[test]
fn a_negation_that_changed_its_place_is_not_called_another_one() {
    let message = |words: &str| format!("the source changed: {words}");
    let before = "Les élus ont décidé de ne jamais ouvrir la salle";
    let after = "Les élus n’ont jamais décidé d’ouvrir la salle";
    let moved = "Les élus jamais ont décidé de ne ouvrir la salle";
    assert_eq!(told(before, moved, before), message("a negation stands in another place in these words now"));
    assert_ne!(told(before, after, before), message("a negation was put into these words"));
}
