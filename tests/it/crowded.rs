//! A large file that is full of values or lines is not parsed, and the rest is checked.

use crate::common::{report, repository};
use ibid::finding::Rule;
use ibid::verify::Status;

const QUOTE: &str = "exact = \"une erreur\"\n";

#[test]
fn a_large_file_full_of_values_or_lines_is_told_and_the_rest_is_checked() {
    for content in ["x = [".to_owned() + &"1,".repeat(3 << 20), "x = \"".to_owned() + &"a\n".repeat(3 << 20)]
    {
        let mut tree = repository("Il y voit une erreur.\n", &[QUOTE.to_owned()]);
        tree.insert("claims/large.toml", content);
        let report = report(&tree);
        let rules: Vec<Rule> = report.findings.iter().map(|one| one.finding.rule).collect();
        assert_eq!(rules, [Rule::QuoteShort, Rule::TomlInvalid]);
        assert_eq!(report.findings[1].finding.place.path, "claims/large.toml");
        assert_eq!(report.claims[0].status, Status::Stands);
    }
}

#[test]
fn fifty_thousand_small_claims_in_one_file_are_read() {
    let claims: String = (0..50_000)
        .map(|number| {
            format!("[[claim]]\nid = \"c{number}\"\ntext = \"A, b, c.\"\n[[claim.quote]]\nsource = \"s\"\nexact = \"une erreur\"\n\n")
        })
        .collect();
    let mut tree = repository("Il y voit une erreur.\n", &[]);
    tree.insert("claims/large.toml", claims);
    assert_eq!(report(&tree).claims.len(), 50_000);
}
