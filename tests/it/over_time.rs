//! An article that is captured again: what `verify` and `drift` tell of the claims of this repository when
//! one of its own sources is edited without a word.

use crate::common::{copy, ibid};
use ibid::digest::Digest;
use ibid::render::visible::width;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ARTICLE: &str = "sources/bruxelles-opposition-afghane";

/// What the newspaper did, as it does: nothing is announced.
const EDITS: [(&str, &str); 7] = [
    // A noun weakened.
    ("fut « une erreur »", "fut « un malentendu »"),
    // A number.
    ("1 000 combattants", "10 000 combattants"),
    // A negation that went.
    ("n’ont jamais perdu une seule bataille", "ont perdu plus d’une bataille"),
    // A paragraph taken out.
    (
        "Pour la première fois depuis 2021, des acteurs européens envisagent ouvertement la possibilité d’un Afghanistan post-taliban.\n",
        "",
    ),
    // Characters alone.
    ("Le secret n’est jamais anodin. Il suggère", "Le secret n'est jamais anodin. Il suggère"),
    // A paragraph moved, in two steps.
    ("Un retournement politique majeur, dont l’opposition afghane compte tirer parti.\n", ""),
    (
        "Le point d’équilibre se rapproche.\n",
        "Le point d’équilibre se rapproche.\nUn retournement politique majeur, dont l’opposition afghane compte tirer parti.\n",
    ),
];

/// This repository's claims and sources, one of the articles captured again after the edits.
fn edited() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for part in ["claims", "sources"] {
        copy(Path::new(part), &folder.path().join(part));
    }
    fs::copy("ibid.toml", folder.path().join("ibid.toml")).unwrap();
    let article = folder.path().join(ARTICLE);
    let before = fs::read_to_string(article.join("2026-11-21.txt")).unwrap();
    let after = EDITS.iter().fold(before.clone(), |text, (from, to)| {
        assert!(text.contains(from), "the article has “{from}”");
        text.replacen(from, to, 1)
    });
    capture(&article, "2026-12-01", &(after + "\nMise à jour le 1ᵉʳ décembre.\n"));
    folder
}

/// Captures a source again.
fn capture(article: &Path, day: &str, text: &str) {
    fs::write(article.join(format!("{day}.txt")), text).unwrap();
    let record = fs::read_to_string(article.join("source.toml")).unwrap();
    let digest = Digest::of(text.as_bytes());
    let entry = format!("\n[[capture]]\nfile = \"{day}.txt\"\nsha256 = \"{digest}\"\ncaptured = {day}\n");
    fs::write(article.join("source.toml"), record + &entry).unwrap();
}

fn quotes(report: &Value) -> Vec<(&str, &Value)> {
    let claims = report["claims"].as_array().unwrap();
    let of = |claim: &'_ Value| claim["quotes"].as_array().unwrap().len();
    assert!(claims.iter().map(of).sum::<usize>() > 100, "the whole repository is checked");
    claims
        .iter()
        .flat_map(|claim| {
            let id = claim["id"].as_str().unwrap();
            claim["quotes"].as_array().unwrap().iter().map(move |quote| (id, quote))
        })
        .collect()
}

#[test]
fn a_stealth_edit_is_told_claim_by_claim() {
    let folder = edited();
    let run = ibid(folder.path(), &["drift"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("drift.human", run.stdout);
    insta::assert_snapshot!("drift.markdown", ibid(folder.path(), &["drift", "--format", "markdown"]).stdout);
    for line in run.stdout.lines() {
        assert!(width(line) <= 80, "{line}");
    }
}

#[test]
fn quotes_of_the_edited_passages_drift_and_no_others() {
    let folder = edited();
    let run = ibid(folder.path(), &["verify", "--format", "json"]);
    assert_eq!(run.status, 1);
    let report = run.json();
    let drifted: Vec<(&str, &Value)> =
        quotes(&report).into_iter().filter(|(_, quote)| quote["status"] != "stands").collect();
    assert!(drifted.iter().all(|(_, quote)| quote["status"] == "drifted"));
    let told: Vec<String> = drifted
        .iter()
        .map(|(id, quote)| {
            let became = &quote["became"];
            assert_eq!((&quote["stood"], &became["capture"]), (&"2026-11-21".into(), &"2026-12-01".into()));
            format!(
                "{id}: {}: {} → {}",
                became["kind"].as_str().unwrap(),
                quote["exact"][0].as_str().unwrap(),
                became["found"].as_str().unwrap_or("nothing")
            )
        })
        .collect();
    insta::assert_snapshot!("drifted", told.join("\n"));
    let article = |name: &str| fs::read_to_string(folder.path().join(ARTICLE).join(name)).unwrap();
    for (_, quote) in &drifted {
        // Every place slices back to the words that are told of it, in bytes and in code points.
        for (place, words) in [
            (&quote["segments"][0]["location"], &quote["segments"][0]["found"]),
            (&quote["became"]["location"], &quote["became"]["found"]),
        ] {
            let Some(path) = place["path"].as_str() else { continue };
            let text = article(path.rsplit('/').next().unwrap());
            let at = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
            let found = &text[at("byte_start")..at("byte_end")];
            assert!(found.starts_with(words.as_str().unwrap().split(" […] ").next().unwrap()));
            let chars: String =
                text.chars().skip(at("char_start")).take(at("char_end") - at("char_start")).collect();
            assert_eq!(chars, found);
        }
    }
}

#[test]
fn drift_and_verify_agree() {
    let folder = edited();
    let report = ibid(folder.path(), &["verify", "--format", "json"]).json();
    let drift = ibid(folder.path(), &["drift", "--format", "json"]).json();
    assert_eq!(drift["schema"], "ibid.drift/1");
    let source = &drift["sources"][0];
    let mut lost: Vec<String> = source["quotes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|quote| ["altered", "gone"].contains(&quote["effect"].as_str().unwrap()))
        .map(|quote| format!("{} {} {}", quote["claim"], quote["exact"], quote["kind"]))
        .collect();
    let mut drifted: Vec<String> = quotes(&report)
        .into_iter()
        .filter(|(_, quote)| quote["status"] == "drifted")
        .map(|(id, quote)| {
            let segments: Vec<&str> =
                quote["exact"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
            format!("\"{id}\" {} {}", Value::from(segments.join(" […] ")), quote["became"]["kind"])
        })
        .collect();
    lost.sort();
    drifted.sort();
    assert!(drifted.len() >= 4, "{drifted:?}");
    assert_eq!(lost, drifted);
}

#[test]
fn the_exit_status_tells_of_lost_words_only_where_it_is_asked_for() {
    let folder = edited();
    for format in ["human", "markdown", "json"] {
        assert_eq!(ibid(folder.path(), &["drift", "--format", format]).status, 0);
        assert_eq!(ibid(folder.path(), &["drift", "--exit-code", "--format", format]).status, 1);
    }
    let same = tempfile::tempdir().unwrap();
    copy(Path::new("sources"), &same.path().join("sources"));
    copy(Path::new("claims"), &same.path().join("claims"));
    fs::copy("ibid.toml", same.path().join("ibid.toml")).unwrap();
    let run = ibid(same.path(), &["drift", "--exit-code"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    insta::assert_snapshot!(run.stderr, @"no source has more than one capture; `ibid add --to SOURCE FILE` adds one");
}

#[test]
fn captures_are_named_and_those_that_cannot_be_trusted_are_told() {
    let folder = edited();
    let article = folder.path().join(ARTICLE);
    let third = fs::read_to_string(article.join("2026-11-21.txt")).unwrap();
    capture(&article, "2026-12-05", &third);
    let run = |args: &[&str]| {
        let run = ibid(folder.path(), &[&["drift", "bruxelles-opposition-afghane"], args].concat());
        format!("{}{}exit status {}", run.stdout, run.stderr, run.status)
    };
    // The newspaper took its edits back: every quote stands again.
    assert_eq!(ibid(folder.path(), &["verify"]).status, 0);
    insta::assert_snapshot!("from.first", run(&["--from", "2026-11-21"]));
    insta::assert_snapshot!(run(&["--from", "2025-01-01"]), @"
    error: the source `bruxelles-opposition-afghane` has no capture `2025-01-01`
     help: it has `2026-11-21`, `2026-12-01` and `2026-12-05`
    exit status 2
    ");
    insta::assert_snapshot!(run(&["--to", "2026-11-21"]), @"
    error: `2026-11-21` is the first capture of `bruxelles-opposition-afghane`
     help: name a later one, or say with --from what to compare it with
    exit status 2
    ");
    insta::assert_snapshot!(run(&["--from", "2026-12-05"]), @"
    error: `2026-12-05` would be compared with itself
     help: name two captures: --from and --to
    exit status 2
    ");
    let all = ibid(folder.path(), &["drift", "--all", "--format", "json"]);
    assert_eq!(all.json()["sources"].as_array().unwrap().len(), 2);
    fs::write(article.join("2026-12-01.txt"), "altered").unwrap();
    insta::assert_snapshot!("untrusted", run(&["--all"]));
    insta::assert_snapshot!(
        {
            let run = ibid(folder.path(), &["drift", "bruxelles-oposition-afghane"]);
            format!("{}exit status {}", run.stderr, run.status)
        },
        @"
    error: `bruxelles-oposition-afghane` is no claim’s id, no source’s id and no path of either
     help: did you mean `bruxelles-opposition-afghane`?
    exit status 2
    "
    );
}

#[test]
fn an_earlier_capture_that_cannot_be_trusted_does_not_make_a_quote_stand() {
    let folder = edited();
    let article = folder.path().join(ARTICLE);
    fs::write(article.join("2026-11-21.txt"), "altered").unwrap();
    let report = ibid(folder.path(), &["verify", "--format", "json"]).json();
    let all = quotes(&report);
    let failing: Vec<&str> = all
        .iter()
        .map(|(_, quote)| quote["status"].as_str().unwrap())
        .filter(|one| *one != "stands")
        .collect();
    assert!(failing.len() >= 4 && !failing.contains(&"drifted"), "{failing:?}");
    let rules: Vec<&str> =
        report["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    assert!(rules.contains(&"capture-altered"));
}

#[test]
fn a_pin_cites_the_earlier_capture_knowingly_and_stays_in_sight() {
    let folder = edited();
    let path = folder.path();
    let before = fs::read_to_string(path.join("claims/pakistan.toml")).unwrap();
    let shown = ibid(path, &["pin", "defence-ministry-erreur", "--print"]);
    assert_eq!(shown.status, 0);
    insta::assert_snapshot!("pin", format!("{}{}", shown.stdout, shown.stderr));
    assert_eq!(fs::read_to_string(path.join("claims/pakistan.toml")).unwrap(), before);
    let pinned = ibid(path, &["pin", "claims"]);
    assert_eq!((pinned.status, pinned.stdout.contains("+capture = \"2026-11-21\"")), (0, true));
    let run = ibid(path, &["verify", "--format", "json"]);
    assert_eq!(run.status, 0, "every quote stands in the capture that it cites");
    let report = run.json();
    let superseded: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["rule"] == "quote-superseded" && one["level"] == "note")
        .map(|one| one["claim"].as_str().unwrap())
        .collect();
    assert_eq!(
        superseded,
        [
            "europe-after-the-taliban",
            "afghan-army-never-lost",
            "taliban-rapid-unit",
            "defence-ministry-erreur"
        ]
    );
    let again = ibid(path, &["pin", "claims"]);
    assert_eq!((again.status, again.stdout.as_str()), (0, ""));
    assert_eq!(again.stderr, "nothing to pin: every quote stands\n");
    assert_eq!(ibid(path, &["pin", "no-such-claim"]).status, 2);
}

#[test]
fn characters_that_changed_are_mended_and_words_never() {
    for (name, is_mended) in
        [("drifted-typography", true), ("quote-drifted", false), ("drifted-number", false)]
    {
        let folder = tempfile::tempdir().unwrap();
        copy(&Path::new("tests/gallery").join(name), folder.path());
        assert_eq!(ibid(folder.path(), &["verify"]).status, 1);
        ibid(folder.path(), &["fix", "--write"]);
        assert_eq!(ibid(folder.path(), &["verify"]).status, i32::from(!is_mended), "{name}");
    }
}

#[test]
fn words_that_still_stand_in_what_replaced_their_passage_are_not_gone() {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new("tests/gallery/quote-drifted"), folder.path());
    let article = folder.path().join("sources/harvest-report");
    let words = "La récolte a doublé en 2024 dans les régions du nord";
    capture(&article, "2025-12-22", &format!("{words}. {}\n", "mot ".repeat(2000)));
    assert_eq!(ibid(folder.path(), &["verify"]).status, 0);
    let from = ["drift", "harvest-report", "--from", "2025-12-08", "--exit-code", "--format", "json"];
    let run = ibid(folder.path(), &from);
    assert_eq!(run.status, 0);
    let quote = &run.json()["sources"][0]["quotes"][0];
    assert_eq!((&quote["effect"], &quote["found"]), (&"in another sentence".into(), &words.into()));
}

#[test]
fn a_quote_that_keeps_to_the_earlier_capture_loses_nothing_and_one_that_cannot_be_read_is_not_told() {
    let folder = crate::common::initialized();
    let path = folder.path();
    fs::write(path.join("a.txt"), "He said that nobody had seen it coming. That was all.\n").unwrap();
    assert_eq!(ibid(path, &["add", "a.txt", "--title", "A", "--captured", "2025-12-08"]).status, 0);
    fs::write(path.join("a.txt"), "He said that somebody had foreseen it. That was all.\n").unwrap();
    assert_eq!(ibid(path, &["add", "--to", "a", "a.txt", "--captured", "2025-12-10"]).status, 0);
    let drift = |line: &str| {
        let quote = "[[claim.quote]]\nsource = \"a\"\nexact = \"nobody had seen it coming\"\n";
        fs::write(
            path.join("claims/a.toml"),
            format!("[[claim]]\nid = \"seen\"\ntext = \"T\"\n{quote}{line}\n"),
        )
        .unwrap();
        ibid(path, &["drift", "--exit-code"])
    };
    let lost = drift("");
    assert!(lost.status == 1 && lost.stdout.contains("seen"), "{}", lost.stdout);
    let pinned = drift("capture = \"2025-12-08\"");
    assert!(pinned.status == 0 && pinned.stdout.contains("seen"), "{}", pinned.stdout);
    assert_eq!(drift("capture = \"2025-12-10\"").status, 1, "a pin to the newer one is as none");
    assert_eq!(drift("stance = \"against\"").status, 1, "what is wrong beside the words leaves them checked");
    let invalid = drift("repeated = 1");
    assert!(invalid.status == 0 && !invalid.stdout.contains("claims/a.toml"), "{}", invalid.stdout);
}

/// What is told of a quote of the first of two texts: its status, what became of it, and the findings as `rule: message`.
fn told(language: &str, before: &str, after: &str, quote: &str) -> (String, String, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let (path, article) = (folder.path(), folder.path().join("sources/s"));
    fs::create_dir_all(&article).unwrap();
    fs::create_dir_all(path.join("claims")).unwrap();
    fs::write(path.join("ibid.toml"), "format = 1\n").unwrap();
    fs::write(article.join("source.toml"), format!("title = \"T\"\nlanguage = \"{language}\"\n")).unwrap();
    capture(&article, "2025-12-08", before);
    capture(&article, "2025-12-20", after);
    let claim = format!("[[claim]]\nid = \"c\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"s\"\n{quote}\n");
    fs::write(path.join("claims/c.toml"), claim).unwrap();
    let report = ibid(path, &["verify", "--format", "json"]).json();
    let quote = &report["claims"][0]["quotes"][0];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let findings = report["findings"].as_array().unwrap().iter();
    let findings = findings.map(|one| format!("{}: {}", text(&one["rule"]), text(&one["message"])));
    (text(&quote["status"]), text(&quote["became"]["kind"]), findings.collect())
}

#[test]
fn a_negation_put_straight_before_pinned_words_is_told() {
    let pin = "\ncapture = \"2025-12-08\"";
    for (language, before, after, words) in [
        ("zh", "主教割让561处珍贵的土地。\n", "主教没有割让561处珍贵的土地。\n", "割让561处珍贵的土地"),
        ("zh", "他知道此事已经很久了。\n", "他不知道此事已经很久了。\n", "知道此事已经很久了"),
        ("fr", "Ce silence est jamais anodin.\n", "Ce silence n’est jamais anodin.\n", "est jamais anodin"),
    ] {
        let quote = format!("exact = \"{words}\"");
        let (status, became, findings) = told(language, before, after, &format!("{quote}{pin}"));
        assert_eq!((status.as_str(), became.as_str()), ("stands", "negation"), "{findings:?}");
        let message = "since then what stands straight beside these words negates them now";
        assert!(
            findings[0].starts_with("quote-superseded") && findings[0].ends_with(message),
            "{findings:?}"
        );
        // The same words without the pin are cut, and what became of them is no other thing.
        let (status, became, _) = told(language, before, after, &quote);
        assert_eq!((status.as_str(), became.as_str()), ("cut", "negation"));
    }
    // What stood beside a negation all along, or has one farther off, tells of none.
    let quote = format!("exact = \"割让561处珍贵的土地\"{pin}");
    let (_, became, findings) =
        told("zh", "主教割让561处珍贵的土地。\n", "主教割让561处珍贵的土地。不。\n", &quote);
    assert_eq!((became.as_str(), findings.len()), ("", 0), "{findings:?}");
}

#[test]
fn marks_put_between_words_are_not_called_other_words() {
    for (language, before, after, words) in [
        (
            "en",
            "Buses ran beyond the station before winter.\n",
            "Buses ran beyond the “station” before winter.\n",
            "beyond the station before winter",
        ),
        ("zh", "他们宣布修建红色水井和桥梁。\n", "他们宣布修建“红色”水井和桥梁。\n", "修建红色水井和桥梁"),
    ] {
        let (status, _, findings) = told(language, before, after, &format!("exact = \"{words}\""));
        assert_eq!(status, "drifted");
        assert_eq!(
            findings,
            ["quote-drifted: the source changed: the punctuation of these words is another now"]
        );
    }
    let (_, _, findings) = told(
        "en",
        "Buses ran beyond the station.\n",
        "Trams ran, beyond the station.\n",
        "exact = \"Buses ran beyond the station\"",
    );
    assert_eq!(findings, ["quote-drifted: the source changed: other words stand here now"]);
}

#[test]
fn words_that_moved_with_their_whole_sentence_are_not_elsewhere() {
    let others = ["Le port reste fermé lundi.", "Les élus ont visité la vallée avant l’hiver."];
    let sentence = "La directrice a compté 4469 vaccins dans le moulin ce jeudi.";
    let text = |parts: &[&str]| format!("{}\n", parts.join(" "));
    let before = text(&[others[0], sentence, others[1]]);
    let quote = "exact = \"a compté 4469\"";
    let found = |after: &str| told("fr", &before, after, quote).2;
    assert!(found(&text(&[others[0], others[1], sentence])).is_empty());
    assert!(found(&format!("{}\n\n{sentence}\n", text(&others))).is_empty());
    // The sentence says something else where it stood, and is repeated elsewhere.
    let edited = sentence.replace("La directrice a compté 4469", "La directrice aurait compté 446");
    let repeated = found(&text(&[others[0], &edited, others[1], sentence]));
    assert!(repeated[0].starts_with("quote-elsewhere"), "{repeated:?}");
    // The words are there in a sentence of somebody else.
    let other = sentence.replace("La directrice", "Selon un tract, elle");
    let elsewhere = found(&text(&[others[0], others[1], &other]));
    assert!(!elsewhere.is_empty(), "{elsewhere:?}");
}

#[test]
fn of_several_places_one_must_keep_its_sentence() {
    let found = |language: &str, before: &str, after: &str, words: &str| {
        let (status, _, findings) =
            told(language, before, after, &format!("exact = \"{words}\"\nrepeated = true"));
        assert_eq!(status, "stands", "{before} → {after}");
        findings
    };
    // Nobody says so any more as they did.
    for (language, before, after, words) in [
        (
            "en",
            "Ann said the bridge is safe. Bob said the bridge is safe.\n",
            "Carl joked that the bridge is safe. Dan lied that the bridge is safe.\n",
            "the bridge is safe",
        ),
        (
            "fr",
            "Anne dit que le pont est sûr. Paul dit que le pont est sûr.\n",
            "Luc plaisante : que le pont est sûr. Jean rit que le pont est sûr.\n",
            "le pont est sûr",
        ),
        (
            "ar",
            "قال أحمد إن الجسر آمن تماما. قالت ليلى إن الجسر آمن تماما.\n",
            "سخر سعيد إن الجسر آمن تماما. كذب كريم إن الجسر آمن تماما.\n",
            "الجسر آمن تماما",
        ),
        (
            "zh",
            "张三说桥梁十分安全。李四说桥梁十分安全。\n",
            "王五笑说桥梁十分安全。赵六谎称桥梁十分安全。\n",
            "桥梁十分安全",
        ),
        // One place became several, several became one.
        (
            "en",
            "Ann said the bridge is safe.\n",
            "Carl joked that the bridge is safe. Dan lied that the bridge is safe.\n",
            "the bridge is safe",
        ),
        (
            "en",
            "Ann said the bridge is safe. Bob said the bridge is safe.\n",
            "Dan lied that the bridge is safe.\n",
            "the bridge is safe",
        ),
    ] {
        let findings = found(language, before, after, words);
        assert!(findings.len() == 1 && findings[0].starts_with("quote-context"), "{after}: {findings:?}");
    }
    // One of the sentences is there as it was, wherever it stands now.
    let before = "Ann said the bridge is safe. Bob said the bridge is safe.\n";
    for after in [
        "Carl joked that the bridge is safe. Bob said the bridge is safe.\n",
        "Dan lied that the bridge is safe.\n\nMore news. Ann said the bridge is safe.\n",
        "Bob said the bridge is safe.\n",
        "Ann said the bridge is safe. Bob said the bridge is safe. Dan lied that the bridge is safe.\n",
        "Ann said\nthe bridge is safe. Nobody else spoke.\n",
    ] {
        assert!(found("en", before, after, "the bridge is safe").is_empty(), "{after}");
    }
    assert!(
        found(
            "zh",
            "张三说桥梁十分安全。李四说桥梁十分安全。\n",
            "赵六笑称桥梁十分安全。李四说桥梁十分安全。\n",
            "桥梁十分安全"
        )
        .is_empty()
    );
}
