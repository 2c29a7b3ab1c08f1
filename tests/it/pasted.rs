//! Whatever ibid proposes stands when it is pasted: every line of help is written into the claim as a person would, and
//! checked again.

use crate::common::at_least;
use crate::common::repository;
use ibid::corpus::Corpus;
use ibid::finding::{Finding, Level};
use ibid::quoting::toml_string;
use ibid::render::human;
use ibid::render::snippet::Canvas;
use ibid::render::told::Telling;
use ibid::verify::{Options, Status, verify};
use proptest::prelude::*;

/// The keys of one quote.
#[derive(Clone, Debug, Default, PartialEq)]
struct Keys {
    exact: String,
    within: Option<String>,
    partial: bool,
    repeated: bool,
}

impl Keys {
    fn lines(&self) -> String {
        let mut lines = vec![self.exact.clone()];
        lines.extend(self.within.clone());
        lines.extend(self.partial.then(|| "partial = true".to_owned()));
        lines.extend(self.repeated.then(|| "repeated = true".to_owned()));
        lines.join("\n")
    }

    /// The same with what a help says pasted; `None` where it has nothing to paste.
    fn pasted(&self, help: &str) -> Option<Self> {
        let mut keys = self.clone();
        for line in help.lines() {
            match line.split(" = ").next() {
                Some("exact") => line.clone_into(&mut keys.exact),
                Some("within") => keys.within = Some(line.to_owned()),
                Some("partial") => keys.partial = true,
                Some("repeated") => keys.repeated = true,
                _ => {}
            }
        }
        keys.partial |= help.contains("add `partial = true`");
        keys.repeated |= help.contains("add `repeated = true`");
        if help.starts_with("take `within` out") {
            keys.within = None;
        }
        (keys != *self).then_some(keys)
    }
}

/// The status of a text's only quote, and the findings about it.
fn checked(text: &str, keys: &Keys) -> (Status, Vec<Finding>) {
    let tree = repository(text, &[keys.lines()]);
    let corpus = Corpus::load(&tree);
    let verified = verify(&corpus, &tree, &Options::default());
    let status = verified.outcomes[0].as_ref().map_or(Status::Invalid, |quotes| quotes[0].status);
    (status, verified.findings.into_iter().filter(|one| one.claim.is_some()).collect())
}

/// How many proposals were tried; each must stand.
fn assert_proposals_stand(text: &str, keys: &Keys) -> usize {
    let (status, findings) = checked(text, keys);
    if status == Status::Invalid {
        // What cannot be checked was looked for in no source; its lines have the person's own words.
        return 0;
    }
    let helps = findings.iter().flat_map(|finding| finding.help.iter().map(move |help| (finding.rule, help)));
    let mut tried = 0;
    for (rule, help) in helps {
        let Some(pasted) = keys.pasted(help) else { continue };
        let (status, left) = checked(text, &pasted);
        let wrong: Vec<_> = left.iter().filter(|one| one.level == Level::Error).collect();
        assert!(
            status == Status::Stands && wrong.is_empty(),
            "{rule} proposed\n{help}\nfor\n{}\nin {text:?}\nand it is {}: {wrong:?}",
            keys.lines(),
            status.name()
        );
        tried += 1;
    }
    tried
}

fn exact(parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| toml_string(part)).collect();
    if let [one] = parts.as_slice() {
        format!("exact = {one}")
    } else {
        format!("exact = [{}]", parts.join(", "))
    }
}

fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "il ",
        "n’est ",
        "pas ",
        "coupable ",
        "1 200 ",
        "1\u{a0}200 ",
        "500 ",
        "non-lieu ",
        "taliban ",
        "talibans ",
        "l’avion ",
        "« ",
        "» ",
        ". ",
        ", ",
        "\n\n",
        "\n",
        "… ",
        "不",
        "可靠",
        "是人。",
        "la ",
        "la ",
        "ville ",
        "soldats ",
        "أن ",
        "والقول ",
        "[…] ",
        "couldn’t ",
        "\u{ad}",
        "vice-président ",
    ]);
    prop::collection::vec(words, 3..40).prop_map(|words| words.concat())
}

/// A stretch of a text between two characters, trimmed.
fn stretch(text: &str, start: usize, length: usize) -> String {
    let count = text.chars().count().max(1);
    text.chars().skip(start % count).take(1 + length).collect::<String>().trim().to_owned()
}

/// The words as another would type them.
fn typed(words: &str, how: usize) -> String {
    match how {
        0 => words.replace('’', "'"),
        1 => words.replace(['\u{a0}', '\n'], " ").replace("  ", " "),
        2 => format!("« {words} »"),
        3 => format!("{words}."),
        4 => words.to_uppercase(),
        5 => format!("\"{words}\""),
        _ => words.to_owned(),
    }
}

proptest! {
    #![proptest_config(at_least(1500))]

    #[test]
    fn whatever_is_proposed_stands_when_it_is_pasted(
        text in text(),
        parts in prop::collection::vec((0..400usize, 0..40usize, 0..14usize), 1..4),
        is_joined in any::<bool>(),
        within in prop::option::weighted(0.3, (0..400usize, 5..80usize, 0..14usize)),
        partial in prop::bool::weighted(0.2),
        repeated in prop::bool::weighted(0.1),
    ) {
        let parts: Vec<String> = parts.iter().map(|&(at, length, how)| typed(&stretch(&text, at, length), how)).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let exact = if is_joined { exact(&[&parts.join(" […] ")]) } else { exact(&parts) };
        let within = within.map(|(at, length, how)| format!("within = {}", toml_string(&typed(&stretch(&text, at, length), how))));
        assert_proposals_stand(&text, &Keys { exact, within, partial, repeated });
    }
}

#[test]
fn what_was_proposed_and_did_not_stand_is_proposed_otherwise() {
    let plain = |words: &[&str]| Keys { exact: exact(words), ..Keys::default() };
    // Whole lines that repeat, a part of a word that is there more than once, and segments that cut the same number.
    let lines = "Les talibans sont là.\n\nLes talibans sont là.\n\nLes talibans sont là, et restent.";
    assert!(assert_proposals_stand(lines, &plain(&["Les taliban"])) > 0);
    assert!(assert_proposals_stand(lines, &plain(&["Les talibans sont là"])) > 0);
    let options = human::Options { canvas: Canvas { width: 80, colour: false }, telling: Telling::default() };
    let shown =
        human::render(&crate::common::report(&repository(lines, &[exact(&["Les taliban"])])), options);
    assert!(shown.contains("\n        partial = true\n        repeated = true\n"), "{shown}");
    let number = "Ils sont 1 200 500 à la ville.";
    assert!(assert_proposals_stand(number, &plain(&["Ils sont 1", "500 à la ville"])) > 0);
    assert!(assert_proposals_stand(number, &plain(&["Ils sont 1 2", "00 500 à la ville"])) > 0);
    // Nor does one stand without its `within` whose segments leave out nothing.
    let within = Some("within = \"la ville\"".to_owned());
    let empty = Keys { within, ..plain(&["Ils sont là", "et restent"]) };
    assert_proposals_stand("Ils sont là et restent à la ville. La paix dans la ville.", &empty);
    // A variant whose segments leave out what negates has nothing that could be pasted.
    let negated = "L’accord signé hier n’est pas valable dans ce pays.";
    let segments = plain(&["L'accord signé hier", "valable dans ce pays"]);
    assert_eq!(assert_proposals_stand(negated, &segments), 0);
    let (status, findings) = checked(negated, &segments);
    assert_eq!(status, Status::Variant);
    assert!(findings[0].help.iter().any(|help| help.contains("negates: “n’”")), "{findings:?}");
    let tree = repository(negated, &[segments.lines()]);
    let corpus = Corpus::load(&tree);
    let verified = verify(&corpus, &tree, &Options::default());
    assert!(ibid::repair::mended(&corpus, &verified).is_empty(), "nothing that would fail is written");
}
