//! What is proposed for a quote: of words in several places each place has its lines, and what would be warned of once they
//! are pasted is told before.

use crate::common::{Run, ibid, initialized, json, repository, write};
use ibid::corpus::Corpus;
use ibid::finding::{Finding, Rule};
use ibid::tree::{MemoryTree, Tree};
use ibid::verify::{Options, verify};

/// A repository with one quote of a text in a language.
fn tree(language: &str, text: &str, lines: &str) -> MemoryTree {
    let mut tree = repository(text, &[lines.to_owned()]);
    let record = String::from_utf8(tree.read("sources/s/source.toml", u64::MAX).unwrap()).unwrap();
    tree.insert("sources/s/source.toml", format!("language = \"{language}\"\n{record}"));
    tree
}

/// The findings about the only quote of a text, but for how short it is.
fn found(language: &str, text: &str, lines: &str) -> Vec<Finding> {
    let tree = tree(language, text, lines);
    let found = verify(&Corpus::load(&tree), &tree, &Options::default()).findings;
    found.into_iter().filter(|one| one.rule != Rule::QuoteShort).collect()
}

/// What is said to do about the only finding.
fn helps(language: &str, text: &str, lines: &str) -> Vec<String> {
    let mut found = found(language, text, lines);
    assert_eq!(found.len(), 1, "{lines}: {found:?}");
    found.remove(0).help.iter().map(ToString::to_string).collect()
}

#[test]
fn of_words_in_several_places_each_has_its_lines() {
    for (language, text, lines, proposed) in [
        (
            "fr",
            "Il n’a pas signé la paix du siècle. Plus tard il a signé la paix du siècle.",
            ["exact = \"SIGNÉ la paix du siècle\"", "exact = \"signé la paix du sièc\""],
            [
                "exact = \"signé la paix du siècle\"\nwithin = \"pas signé la paix du siècle\"",
                "exact = \"signé la paix du siècle\"\nwithin = \"a signé la paix du siècle\"",
            ],
        ),
        (
            "ar",
            "لم يوقع الوزير إتفاق السلام. ثم قال إنه سوف يوقع الوزير إتفاق السلام غدا.",
            ["exact = \"يوقع الوزيـر إتفاق السلام\"", "exact = \"يوقع الوزير إتفاق السلا\""],
            [
                "exact = \"يوقع الوزير إتفاق السلام\"\nwithin = \"يوقع الوزير إتفاق السلام.\"",
                "exact = \"يوقع الوزير إتفاق السلام\"\nwithin = \"سوف يوقع الوزير إتفاق السلام\"",
            ],
        ),
        (
            "en",
            "It’s the end of it, she said. Then it’s the end of it again.",
            ["exact = \"it's the end of it\"", "exact = \"IT'S THE END OF IT\""],
            ["exact = \"It’s the end of it\"", "exact = \"it’s the end of it\""],
        ),
    ] {
        for lines in lines {
            let helps = helps(language, text, lines);
            for proposed in proposed {
                assert!(helps.iter().any(|help| help == proposed), "{lines}: {proposed} not in {helps:?}");
            }
            let told = json(&tree(language, text, lines));
            let quote = &told["claims"][0]["quotes"][0];
            assert_eq!(quote["place_count"], 2, "{quote}");
            assert_eq!(quote["places"].as_array().unwrap().len(), 2, "{quote}");
        }
    }
    // Where the words are in one place, so much is not said.
    let one = helps("fr", "Il n’a pas signé la paix du siècle.", "exact = \"SIGNÉ la paix du siècle\"");
    assert!(one.iter().any(|help| help == "exact = \"signé la paix du siècle\""), "{one:?}");
    assert!(one.iter().all(|help| !help.contains("within") && !help.contains("place at")), "{one:?}");
}

#[test]
fn that_any_place_will_do_comes_after_the_place_that_decides() {
    let text =
        "He came. She saw that the end was near, and that the end was bad, and it was the end of the war.";
    for lines in ["exact = [\"THAT\", \"the war\"]", "exact = [\"that\", \"the wa\"]"] {
        let helps = helps("en", text, lines);
        let at = |words: &str| helps.iter().position(|help| help.ends_with(words)).unwrap();
        let decides = at("\"the war\"]\nwithin = \"that the end was bad, and it was the end of the war\"");
        assert!(decides < at("where any of them will do:") && decides < at("\"the war\"]\nrepeated = true"));
    }
    let part = helps("fr", "Selon lui, Donald a parlé à onze heures.", "exact = \"on\"");
    let at = |words: &str| part.iter().position(|help| help == words).unwrap();
    assert!(at("partial = true\nwithin = \"Donald\"") < at("partial = true\nrepeated = true"), "{part:?}");
}

#[test]
fn segments_with_nothing_between_them_are_proposed_as_one_in_other_characters_too() {
    let helps = helps("en", "He left the town’s hall on Monday.", "exact = [\"left the\", \"town's hall\"]");
    assert!(helps.iter().any(|help| help == "exact = \"left the town’s hall\""), "{helps:?}");
}

#[test]
fn within_is_taken_out_only_where_the_words_stand_alone() {
    let lines = "exact = \"The minister said so on\"\nwithin = \"The minister spoke so on Tuesday\"";
    let text = "The minister said so on Monday. It rained for days. The minister said so on Tuesday.";
    let is_offered =
        |text: &str| helps("en", text, lines).iter().any(|help| help.contains("take `within` out"));
    assert!(!is_offered(text));
    assert!(is_offered("It rained for days. The minister said so on Tuesday."));
}

#[test]
fn of_segments_in_several_places_it_is_told_which_are_denied() {
    let text = "El alcalde, recibido por todos, negó haber recibido el dinero de la ciudad.";
    let helps = helps("es", text, "exact = [\"recibido\", \"de la ciudad\"]");
    assert!(
        helps.iter().any(|help| help.contains("“negó haber” straight before the passage at 1:44")),
        "{helps:?}"
    );
    // What is left out between them decides, so that no word need be added.
    assert!(helps.iter().any(|help| help == "within = \"recibido el dinero de la ciudad\""), "{helps:?}");
}

#[test]
fn no_sign_is_taken_out_that_changes_a_number_or_strikes_words_out() {
    let text = "The area is 106 km and 5 degrees were measured. In total 123 men. He did not pay. The mayor was guilty. \
                H2O fell by m2 on the 1st.";
    let is_proposed = |words: &str| {
        let lines = format!("exact = {}", ibid::quoting::toml_string(words));
        helps("en", text, &lines).iter().any(|help| help.starts_with("exact = "))
    };
    for words in [
        "area is 10<sup>6</sup> km",
        "area is 10<SUP class=\"x\">6</SUP> km",
        "In total 12<sub>3</sub> men",
        "- 5 degrees were measured",
        "> 5 degrees were measured",
        ">5 degrees were measured",
        "+ 5 degrees were measured",
        "- **5** degrees were measured",
        "In total 1*2*3 men",
        "In total 1**2**3 men",
        "In total [1](http://a.b/c)23 men",
        "He did ~~not~~ pay",
        "The mayor was [not] guilty",
        "The mayor was [never] guilty",
        "The mayor was guilty (not)",
    ] {
        assert!(!is_proposed(words), "{words}");
    }
    for words in [
        "In total **123** men",
        "He did **not** pay",
        "- He did not pay",
        "* 5 degrees were measured",
        "H<sub>2</sub>O fell by m<sup>2</sup>",
        "on the 1<sup>st</sup>",
        "The mayor [Smith] was guilty",
    ] {
        assert!(is_proposed(words), "{words}");
    }
    for (language, text, words) in [
        ("fr", "Il a payé le pont de la ville.", "Il a [jamais] payé le pont"),
        ("fr", "La ville est endettée depuis un an.", "La ville [n’]est [pas] endettée depuis"),
        ("es", "El alcalde es culpable de todo.", "El alcalde [no] es culpable de todo"),
        ("ar", "وقع الوزير اتفاق السلام أمس.", "[لم] وقع الوزير اتفاق السلام"),
    ] {
        let found = found(language, text, &format!("exact = \"{words}\"")).remove(0);
        assert!(found.message.starts_with("a negation differs"), "{}", found.message);
        assert!(found.help.iter().all(|help| !help.starts_with("exact = ")), "{words}: {:?}", found.help);
    }
}

#[test]
fn what_is_proposed_grows_until_nothing_is_left_to_tell() {
    for (language, text, lines) in [
        (
            "en",
            "The council will not pay the builder more than $500 million.",
            "exact = \"pay the builder more than $500\"",
        ),
        (
            "en",
            "The council will not pay the builder more than $500 million.",
            "exact = \"pay the builder more than $500\"\nwithin = \"not pay the builder more than $500\"",
        ),
        (
            "en",
            "The council will not pay the builder more than $500 million.",
            "exact = \"pay the builder more than $500\"\nwithin = \"pay the builder more than $500 million\"",
        ),
        (
            "fr",
            "Le pays sera sans aucun synonyme de retour au pouvoir.",
            "exact = \"synonyme  de retour au pouvoir\"",
        ),
        (
            "fr",
            "Le pays sera sans aucun synonyme de retour au pouvoir.",
            "exact = \"synonyme de retour au pouvoir\"",
        ),
        ("en", "Nobody was hurt except three sailors. It rained.", "exact = \"was  hurt\""),
        ("en", "Nobody was hurt except three sailors. It rained.", "exact = \"Nobody was hurt\""),
        ("de", "Niemand wurde verletzt außer drei Matrosen. Es regnete.", "exact = \"wurde  verletzt\""),
        ("es", "El alcalde no pagó más de 500 millones por el puente.", "exact = \"pagó más de 500\""),
    ] {
        let all = found(language, text, lines);
        let helps: Vec<&String> = all.iter().flat_map(|one| &one.help).collect();
        let is_proposal = |help: &&&String| help.starts_with("exact = ") || help.starts_with("within = ");
        let proposals: Vec<&&String> = helps.iter().filter(is_proposal).collect();
        // The words as they were meant are told of, and then proposed whole.
        assert!(!proposals.is_empty(), "{lines}: {all:?}");
        let is_told = all[0].rule == Rule::QuoteVariant;
        for proposal in proposals.into_iter().skip(usize::from(is_told)) {
            let exact = lines.lines().next().unwrap();
            let pasted = if proposal.starts_with("exact") {
                (*proposal).clone()
            } else {
                format!("{exact}\n{proposal}")
            };
            assert_eq!(found(language, text, &pasted), [], "{lines}: {pasted}");
        }
    }
    // A longer `within` of one’s own is kept.
    let lines = "exact = \"pay the builder more than $500\"\nwithin = \"The council will not pay the builder more than $500\"";
    let helps = helps("en", "The council will not pay the builder more than $500 million.", lines);
    let whole = "within = \"The council will not pay the builder more than $500 million\"";
    assert!(helps.iter().any(|help| help == whole), "{helps:?}");
}

/// What a command makes of a stored text.
fn ran(language: &str, text: &str, args: &[&str]) -> Run {
    let folder = initialized();
    let path = folder.path();
    write(path, "a.txt", text);
    let stored = ["add", "a.txt", "--id", "s", "--title", "T", "--language", language];
    assert_eq!(ibid(path, &stored).status, 0);
    ibid(path, args)
}

#[test]
fn a_citation_is_one_string_where_nothing_is_left_out_and_is_not_refused_with_what_was_asked() {
    let cite = |language: &str, text: &str, words: &str, rest: &[&str]| {
        ran(language, text, &[&["cite", "s", words, "--print", "--claim", "c", "--text", "T"], rest].concat())
    };
    let one = cite(
        "en",
        "The court will not hear the case before noon.",
        "The court will […] not hear the case",
        &[],
    );
    assert!(
        one.status == 0 && one.stdout.contains("= \"The court will not hear the case\""),
        "{}",
        one.stdout
    );
    assert!(!one.stderr.contains("error"), "{}", one.stderr);
    // Any place will do, in other characters too.
    let twice = "The minister said so on Monday. It rained for days. The minister said so on Tuesday.";
    let any = cite("en", twice, "the minister said so on", &["--repeated"]);
    assert!(
        any.status == 0 && any.stdout.contains("= \"The minister said so on\"\nrepeated = true"),
        "{}",
        any.stdout
    );
    let some = cite("en", twice, "the minister said so on", &[]);
    assert_eq!(some.status, 1);
    // A place that is named is one that can be given, and a short passage around it will do.
    let short = cite("fr", "mot ici, mot bas, mot encore. Cela est fini.", "mot", &["--at", "1:10"]);
    assert!(
        short.status == 0 && short.stdout.contains("within = \"mot bas"),
        "{}{}",
        short.stdout,
        short.stderr
    );
    let german = "Die Stadt, die er sah, und die er sieht. Die Frau.";
    for (at, own) in [("1:1", "Die"), ("1:12", "die"), ("1:28", "die"), ("1:42", "Die")] {
        let one = cite("de", german, "die\u{ad}", &["--at", at]);
        assert!(
            one.status == 0 && one.stdout.contains(&format!("exact  = \"{own}\"")),
            "{at}: {}",
            one.stderr
        );
    }
    let parts = "The man de la ville saw it. The man de Paris said de la “justice” was de it.";
    let places = cite("en", parts, "de […] “justice”", &[]).stderr;
    assert!(places.contains("the words begin at 1:9, 1:37, 1:51\n"), "{places}");
}

#[test]
fn what_is_found_is_no_quote_that_leaves_a_negation_out() {
    for (language, text, words, word) in [
        ("en", "The court will not hear the case before noon.", "The court will […] hear the case", "not"),
        (
            "fr",
            "Le tribunal ne jugera pas l’affaire avant midi.",
            "Le tribunal […] l’affaire avant midi",
            "ne",
        ),
        ("zh", "法院明天不会在中午之前审理这个案件，因为证据不足。", "法院明天[…]审理这个案件", "不"),
    ] {
        let toml = ran(language, text, &["find", words, "--toml"]).stdout;
        assert!(!toml.contains("exact"), "{toml}");
        assert!(toml.contains(&format!("which negates: “{word}")), "{toml}");
    }
    let one =
        ran("en", "The court will not hear the case.", &["find", "The court […] will not hear", "--toml"])
            .stdout;
    assert!(one.contains("= \"The court will not hear\""), "{one}");
    let left_out =
        ran("en", "The court will today hear the case.", &["find", "The court […] hear the case", "--toml"]);
    assert!(left_out.stdout.contains("= [\"The court\", \"hear the case\"]"), "{}", left_out.stdout);
}

#[test]
fn that_one_of_several_places_is_denied_is_told_before_any_is_said_to_do() {
    let text = "Il n’a pas signé la paix du siècle. Plus tard il a signé la paix du siècle.";
    for words in ["signé la paix du siècle", "SIGNÉ la paix du siècle", "signé la paix du sièc"] {
        let helps = helps("fr", text, &format!("exact = \"{words}\""));
        let is_told = |help: &String| help.contains("“pas” straight before one of these places");
        assert!(helps.iter().any(is_told), "{words}: {helps:?}");
    }
    let twice = helps(
        "fr",
        "Il a signé la paix du siècle. Elle a signé la paix du siècle.",
        "exact = \"signé la paix du siècle\"",
    );
    assert!(twice.iter().all(|help| !help.contains("one of these places")), "{twice:?}");
}

#[test]
fn a_quotation_is_proposed_without_who_speaks_beside_it() {
    let river = "“If it had told us, we would have closed it,” Ms Dean told MPs. “But it didn’t, and I can’t say that anybody \
        lied.”\n\n“She says there is no proof. We have the emails. They knew on 1 June,” he said. The firm had “no case to \
        answer” over it.";
    let hospital = "La directrice part. « Nous ne fermerons jamais ce service », a-t-elle dit. « On ne nous a rien proposé. Ni \
        primes ni postes », affirme Yann Kerbrat.";
    let emails = "exact = \"We have the emails\"";
    for (language, text, quote, proposed) in [
        ("en", river, "“We have the emails,” said Tom Reed.", format!("{emails}\nspeaker = \"Tom Reed\"")),
        ("en", river, "As Reed put it, “We have the emails.”", "exact = \"We have the emails.\"".into()),
        (
            "en",
            river,
            "The minister: “I can’t say that anybody lied.”",
            "exact = \"I can’t say that anybody lied.\"".into(),
        ),
        (
            "en",
            river,
            "“They knew on 1 June,” said Tom Reed, the chair.",
            "exact = \"They knew on 1 June,\"\nspeaker = \"Tom Reed\"".into(),
        ),
        (
            "fr",
            hospital,
            "« On ne nous a rien proposé », a déclaré le syndicat.",
            "exact = \"On ne nous a rien proposé\"".into(),
        ),
    ] {
        let found = found(language, text, &format!("exact = \"{quote}\""));
        let [finding] = &found[..] else { panic!("{quote}: {found:?}") };
        assert!(
            finding.message.starts_with("the source has the words in the quotation marks, but not"),
            "{finding:?}"
        );
        let helps: Vec<String> = finding.help.iter().map(ToString::to_string).collect();
        assert!(helps.contains(&proposed), "{quote}: {helps:?}");
    }
    // What the source has beside a quotation is compared as before.
    for quote in [
        "“They knew on 2 June,” he said.",
        "Mr Reed: “They knew on 1 June,” he said.",
        "The firm has “no case to answer” over it.",
        "Tom Reed said: “We had the emails”",
    ] {
        let found = found("en", river, &format!("exact = \"{quote}\""));
        assert!(
            !found.is_empty() && !found[0].message.contains("in the quotation marks"),
            "{quote}: {found:?}"
        );
    }
}

#[test]
fn what_a_quote_has_in_brackets_is_told_and_nothing_else() {
    let text = "She says there is no evidence that the firm knew. “We take our responsibilities seriously.”";
    let (brackets, put_in) =
        ("the source has these words without the square brackets", "which this quote puts in");
    for (quote, message, proposed) in [
        ("[N]o evidence that the firm knew", brackets, "exact = \"no evidence that the firm knew\""),
        (
            "We take our responsibilities seriously.【4†source】",
            put_in,
            "exact = \"We take our responsibilities seriously.\"",
        ),
        (
            "We take our responsibilities seriously. ([x.org](https://x.org/?utm_source=chatgpt.com))",
            put_in,
            "exact = \"We take our responsibilities seriously.\"",
        ),
    ] {
        let found = found("en", text, &format!("exact = \"{quote}\""));
        let [finding] = &found[..] else { panic!("{quote}: {found:?}") };
        assert!(finding.rule == Rule::QuoteAltered && finding.message.contains(message), "{finding:?}");
        assert!(finding.notes.is_empty(), "{finding:?}");
        assert!(finding.help.iter().any(|help| *help == proposed), "{finding:?}");
    }
    let turned = found("en", text, "exact = \"[A]ny evidence that the firm knew\"");
    assert!(!turned[0].message.contains(brackets), "{turned:?}");
}

#[test]
fn what_differs_in_no_negation_and_no_number_is_not_told_so() {
    let deny = "the source has other words than this quote, and both deny";
    let leak = "The spill, between 3 and 5 July 2023, released about 1.8 million litres.";
    for (language, text, quote, message) in [
        ("fr", "oui. on signe pas avant vendredi", "on ne signe pas avant vendredi", deny),
        ("fr", "oui. on ne signe pas avant vendredi", "oui. on signe pas avant vendredi", deny),
        (
            "en",
            leak,
            "The spill […] released about 1.8 million litres",
            "the source has other words than this quote",
        ),
        ("fr", "oui. on signe plus avant vendredi", "on ne signe plus avant vendredi", "a negation differs"),
        ("fr", "oui. on signe avant vendredi", "on ne signe pas avant vendredi", "a negation differs"),
        ("en", leak, "The spill […] released about 1.9 million litres", "a number differs"),
    ] {
        let found = found(language, text, &format!("exact = \"{quote}\""));
        assert!(found.len() == 1 && found[0].rule == Rule::QuoteAltered, "{quote}: {found:?}");
        assert!(found[0].message.starts_with(message), "{quote}: {found:?}");
    }
    let parted = helps("en", leak, "exact = \"The spill . . . released about 1.8 million litres\"");
    assert!(
        parted.contains(&"exact = [\"The spill\", \"released about 1.8 million litres\"]".to_owned()),
        "{parted:?}"
    );
}
