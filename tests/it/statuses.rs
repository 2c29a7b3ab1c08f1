//! What becomes of a quote in cases where one condition decides: by verifying small repositories in memory.

use crate::common::{exact, report, repository};
use ibid::anchor::stands_at;
use ibid::corpus::{Corpus, Selector};
use ibid::digest::Digest;
use ibid::finding::Rule;
use ibid::report::Report;
use ibid::text::{Span, Text};
use ibid::tree::{MemoryTree, Tree};
use ibid::verify::{Options, Outcome, Status, verify};
use std::sync::Arc;

/// What came of the only quote of a text.
fn outcome(text: &str, lines: &str) -> Arc<Outcome> {
    of_first(&report(&repository(text, &[lines.to_owned()])))
}

fn of_first(report: &Report) -> Arc<Outcome> {
    Arc::clone(&report.claims[0].quotes[0].outcome)
}

fn rules(report: &Report) -> Vec<Rule> {
    report.findings.iter().map(|one| one.finding.rule).collect()
}

/// A repository whose source was captured twice.
fn twice(before: &str, after: &str, lines: &str) -> MemoryTree {
    let mut tree = repository(after, &[lines.to_owned()]);
    let capture = |day: &str, text: &str| {
        let digest = Digest::of(text.as_bytes());
        format!("[[capture]]\nfile = \"{day}.txt\"\nsha256 = \"{digest}\"\n")
    };
    tree.insert("sources/s/2025-12-07.txt", before);
    let record = format!("title = \"T\"\n{}{}", capture("2025-12-07", before), capture("2025-12-08", after));
    tree.insert("sources/s/source.toml", record);
    tree
}

#[test]
fn words_outside_of_their_passage_do_not_stand() {
    for (text, words, within) in [
        ("Il a dit oui hier. Elle a dit non demain.", "dit oui", "Elle a dit non demain"),
        ("قال نعم أمس. وقالت لا غدا.", "قال نعم", "وقالت لا غدا"),
        ("他昨天说好。她明天说不行。", "说好", "她明天说不行"),
    ] {
        let lines = format!("{}\nwithin = \"{within}\"", exact(words));
        assert_eq!(outcome(text, &lines).status, Status::Altered, "{words}");
        let whole = format!("{}\nwithin = \"{text}\"", exact(words));
        assert_eq!(outcome(text, &whole).status, Status::Stands, "{words}");
    }
}

#[test]
fn a_passage_in_several_places_decides_nothing_though_any_place_of_the_words_will_do() {
    let lines = format!("{}\nwithin = \"Il dit oui\"\nrepeated = true", exact("dit oui"));
    assert_eq!(outcome("Il dit oui ici. Il dit oui là.", &lines).status, Status::Ambiguous);
    assert_eq!(outcome("Il dit oui ici. Il dit non là.", &lines).status, Status::Stands);
}

#[test]
fn words_in_other_characters_are_mended_only_where_they_are_in_one_place() {
    let lines = format!("{}\nrepeated = true", exact("Il dit \"oui\" ici"));
    let once = outcome("Il dit « oui » ici. Puis rien.", &lines);
    assert_eq!((once.status, once.repair.is_some()), (Status::Variant, true));
    let twice = outcome("Il dit « oui » ici. Il dit “oui” ici.", &lines);
    assert_eq!((twice.status, twice.repair.is_some()), (Status::Variant, false));
}

#[test]
fn no_words_are_proposed_that_would_leave_out_nothing() {
    let text = "Il dit « oui » ici et part sans un mot.";
    let repaired = |second: &str| {
        let found = outcome(text, &format!("exact = [\"Il dit \\\"oui\\\"\", \"{second}\"]"));
        (found.status, found.repair.is_some())
    };
    assert_eq!(repaired("part sans un mot"), (Status::Variant, true));
    assert_eq!(repaired("ici et part"), (Status::Variant, false));
}

#[test]
fn of_a_claim_that_is_asked_for_the_records_are_told_that_it_cites() {
    let mut tree = repository("Il dit oui ici.", &[exact("Il dit oui ici")]);
    let record = |text: &str| {
        format!(
            "title = \"T\"\ntilte = \"U\"\n[[capture]]\nfile = \"2025-12-08.txt\"\nsha256 = \"{}\"\n",
            Digest::of(text.as_bytes())
        )
    };
    tree.insert("sources/s/source.toml", record("Il dit oui ici."));
    tree.insert("sources/other/2025-12-08.txt", "Rien.");
    tree.insert("sources/other/source.toml", record("Rien."));
    let corpus = Corpus::load(&tree);
    let asked = [Selector { word: "c00000".into(), path: None }];
    let selection = Some(corpus.select(&asked).unwrap());
    let found = verify(&corpus, &tree, &Options { selection, ..Options::default() }).findings;
    let told: Vec<(Rule, &str)> = found.iter().map(|one| (one.rule, one.place.path.as_str())).collect();
    assert_eq!(told, [(Rule::KeyUnknown, "sources/s/source.toml")]);
}

#[test]
fn a_sentence_with_other_characters_around_a_quote_is_no_other_sentence() {
    let lines = exact("une erreur grave");
    let before = "Le ministre l’a dit : « une erreur grave », hier.";
    let typed = twice(before, "Le ministre l'a dit : \"une erreur grave\", hier.", &lines);
    assert_eq!(rules(&report(&typed)), []);
    let turned = twice(before, "Le ministre ne l’a pas dit : « une erreur grave », hier.", &lines);
    assert_eq!(rules(&report(&turned)), [Rule::QuoteContext]);
}

#[test]
fn a_changed_sentence_around_words_in_other_characters_is_told_and_not_mended() {
    for (language, before, after, words, typed) in [
        (
            "en",
            "The mayor said the town’s debt is paid in full.",
            "The mayor denied the town's debt is paid in full.",
            "the town’s debt is paid in full",
            "the town's debt is paid in full",
        ),
        (
            "fr",
            "Le maire a dit que l’école est fermée. Il pleut.",
            "Le maire n'a pas dit que l'école est fermée. Il pleut.",
            "que l’école est fermée",
            "que l'école est fermée",
        ),
        (
            "zh",
            "市长说：“桥梁十分安全，资金充足”。",
            "市长否认：「桥梁十分安全，资金充足」。",
            "“桥梁十分安全，资金充足”",
            "「桥梁十分安全，资金充足」",
        ),
    ] {
        let tree = |after: &str, words: &str| {
            let mut tree = twice(before, after, &exact(words));
            let record = tree.read("sources/s/source.toml", u64::MAX).unwrap();
            let record = format!("language = \"{language}\"\n{}", String::from_utf8(record).unwrap());
            tree.insert("sources/s/source.toml", record);
            tree
        };
        let mended = |tree: &MemoryTree| {
            let corpus = Corpus::load(tree);
            let verified = verify(&corpus, tree, &Options::default());
            ibid::repair::mended(&corpus, &verified).len()
        };
        let drifted = tree(after, words);
        let found = report(&drifted).findings.swap_remove(0).finding;
        assert_eq!(found.rule, Rule::QuoteDrifted, "{language}");
        assert!(found.message.contains("and the sentence around them is another now"), "{}", found.message);
        assert_eq!(mended(&drifted), 0, "{language}");
        // What is written as proposed is told of once more, until `within` has what changed.
        assert!(found.help.contains(&exact(typed)), "{:?}", found.help);
        assert!(rules(&report(&tree(after, typed))).contains(&Rule::QuoteContext), "{language}");
        // Where only characters changed, that is all, and is mended.
        let same = before.replace(words, typed);
        assert_eq!(mended(&tree(&same, words)), 1, "{language}");
        assert_eq!(rules(&report(&tree(&same, typed))), [], "{language}");
    }
}

#[test]
fn of_a_sentence_that_changed_around_a_pinned_quote_no_pin_is_advised() {
    let lines = format!("{}\ncapture = \"2025-12-07\"", exact("une erreur grave"));
    let tree = twice("Il dit : une erreur grave, hier.", "Il rit : une erreur grave, hier.", &lines);
    let found = report(&tree).findings.swap_remove(0).finding;
    assert_eq!(found.rule, Rule::QuoteSuperseded);
    assert!(found.help.iter().all(|help| !help.contains("say so with `capture")), "{:?}", found.help);
}

#[test]
fn of_more_places_than_are_listed_none_is_taken_for_the_one_that_is_meant() {
    let before = "Le ministre parle à Kaboul devant tous : une erreur grave, dit-il ce jour-là.\n";
    let others = |count: usize| "\nPuis encore : une erreur grave.\n".repeat(count);
    let status = |count: usize| {
        let after = format!("{before}{}", others(count));
        of_first(&report(&twice(before, &after, &exact("une erreur grave")))).status
    };
    assert_eq!(status(3), Status::Stands);
    assert_eq!(status(40), Status::Ambiguous);
}

#[test]
fn a_part_of_a_word_at_a_known_place_never_drops_what_negates() {
    for (text, words, stands) in [
        ("Le secret n’est jamais anodin.", "est jamais anodin", false),
        ("He couldn’t say it.", "He could", false),
        ("Les talibans sont là.", "Les taliban", true),
    ] {
        let start = text.find(words).unwrap();
        let place = Span::new(start, start + words.len());
        assert_eq!(stands_at(words, true, &Text::new(text), place).is_some(), stands, "{words} of {text}");
        assert!(stands_at(words, false, &Text::new(text), place).is_none(), "{words} of {text}");
    }
}

#[test]
fn of_two_places_in_other_characters_the_likest_is_shown() {
    let text = "IL DIT « OUI » ICI. Plus tard : Il dit « oui » ici.";
    let found = outcome(text, &exact("Il dit \"oui\" ici"));
    assert_eq!((found.status, found.location.as_ref().unwrap().chars.0), (Status::Variant, 32));
}

#[test]
fn words_may_be_left_out_over_the_end_of_one_paragraph_and_no_more() {
    for parts in [["Un deux trois", "Quatre cinq six"], ["他昨天在北京说好", "她明天也会这样说"]]
    {
        let lines = format!("exact = [\"{}\", \"{}\"]", parts[0], parts[1]);
        let near = format!("{}.\n\n{}.", parts[0], parts[1]);
        assert_eq!(outcome(&near, &lines).status, Status::Stands, "{near}");
        let far = format!("{}.\n\nRien.\n\n{}.", parts[0], parts[1]);
        assert_eq!(outcome(&far, &lines).status, Status::Altered, "{far}");
    }
}

#[test]
fn parts_that_fit_in_several_ways_stand_where_any_will_do() {
    let text = "Il dit oui à Paul et part. Il dit oui à Jean et part.";
    let lines = "exact = [\"Il dit oui\", \"et part\"]";
    assert_eq!(outcome(text, lines).status, Status::Ambiguous);
    assert_eq!(outcome(text, &format!("{lines}\nrepeated = true")).status, Status::Stands);
}

#[test]
fn words_that_stand_outside_of_their_passage_are_told_as_such_also_where_the_passage_is_near_to_them() {
    let text = "Il a dit oui hier à Paris. Elle a dit non hier à Paris.";
    let lines = format!("{}\nwithin = \"Elle a dit non hier à Paris\"", exact("a dit oui hier à Paris"));
    assert_eq!(rules(&report(&repository(text, &[lines]))), [Rule::WithinWrong]);
}

#[test]
fn words_that_their_passage_lacks_are_shown_where_the_nearest_are() {
    let text = "Le ministre a reconnu hier une erreur grave à Kaboul. Bonsoir à tous, chers amis.";
    let words = exact("Le ministre a reconnu hier une erreur légère");
    let found = outcome(text, &format!("{words}\nwithin = \"Bonsoir à tous, chers amis\""));
    assert_eq!(
        (found.status, found.location.as_ref().map(|place| place.chars.0)),
        (Status::Altered, Some(0))
    );
}

#[test]
fn a_key_that_nobody_knows_hides_no_claim_where_it_stands_in_one() {
    let mut tree = repository("Il dit oui ici.", &[format!("{}\nspaeker = \"x\"", exact("Il dit oui ici"))]);
    let inside = report(&tree);
    assert_eq!((rules(&inside), inside.summary.unread), (vec![Rule::KeyUnknown], 0));
    tree.insert("claims/other.toml", "[[clam]]\nid = \"a\"\n");
    assert_eq!(report(&tree).summary.unread, 1);
    let quotes = "\n[[claim.quotes]]\nsource = \"s\"\nexact = \"non\"\n";
    let tree = repository("Il dit oui ici.", &[exact("Il dit oui ici") + quotes]);
    assert_eq!(report(&tree).summary.unread, 1, "a quote of it was not read");
}

#[test]
fn a_pin_says_no_less_than_no_pin() {
    for (before, after, quote, rule) in [
        (
            "The mayor did not steal the money. Monday.",
            "The mayor did not steal the money. Tuesday.",
            exact("steal the money"),
            Rule::QuoteNegated,
        ),
        (
            "The budget was 3 500 million euros. Monday.",
            "The budget was 3 500 million euros. Tuesday.",
            exact("The budget was 3 500"),
            Rule::QuoteMagnitude,
        ),
        (
            "He took bribes from the firm. Nobody knew it.",
            "He took bribes from the firm. Nobody knew it then.",
            "exact = [\"from the firm.\", \"Nobody knew it\"]".to_owned(),
            Rule::OmissionEmpty,
        ),
    ] {
        let pinned = format!("{quote}\ncapture = \"2025-12-07\"");
        for lines in [&quote, &pinned] {
            let found = report(&twice(before, after, lines));
            assert_eq!(of_first(&found).status, Status::Stands, "{lines}");
            assert!(rules(&found).contains(&rule), "{lines}: {:?}", rules(&found));
        }
    }
    // What drifted is told by no more where it passes.
    let (before, after) = ("The mayor did not steal the money.", "The mayor slept.");
    let mut lowered = twice(before, after, &exact("steal the money"));
    assert!(!rules(&report(&lowered)).contains(&Rule::QuoteNegated));
    lowered.insert("ibid.toml", "format = 1\n[rules]\nquote-drifted = \"warning\"\n");
    assert!(rules(&report(&lowered)).contains(&Rule::QuoteNegated));
    // A passage around it that has the negation answers it.
    let answered = "exact = \"steal the money\"\nwithin = \"The mayor did not steal the money\"\ncapture = \"2025-12-07\"";
    let found = report(&twice(
        "The mayor did not steal the money. Monday.",
        "The mayor did not steal the money. Tuesday.",
        answered,
    ));
    assert!(!rules(&found).contains(&Rule::QuoteNegated), "{:?}", rules(&found));
}

#[test]
fn altered_bytes_that_have_the_words_outside_of_their_passage_are_not_said_to_have_them() {
    let lines = "exact = \"a mistake in May\"\nwithin = \"The board said the plan was a mistake in May\"";
    let mut tree = repository("The board said the plan was a mistake in May.", &[lines.to_owned()]);
    let path = "sources/s/2025-12-08.txt";
    tree.insert(path, "Nobody on the board said the plans were a mistake in May.");
    let found = report(&tree);
    let altered = found.findings.iter().find(|one| one.finding.rule == Rule::CaptureAltered).expect("told");
    let notes = altered.finding.notes.concat();
    assert!(notes.contains("none of them stands"), "{notes}");
}
