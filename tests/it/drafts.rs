//! What people are told of claim files as machines draft them: other notations, prose around the claims, keys of other tools.

use crate::slips::{CLAIMS, EXACT, WORDS, all, repository, snapshot, told, with};
use ibid::finding::Rule;
use ibid::verify::Status;

#[test]
fn what_machines_write_for_toml() {
    let cases = [
        ("a key of another tool", with("exact = ", "quote = ")),
        ("a text for the words", with("exact = ", "text = ")),
        ("a quote that is a text", with("[[claim.quote]]\n", "").replace("exact = ", "quote = ")),
        ("several sources at once", with("\"refugies-a-calais\"", "[\"refugies-a-calais\", \"b\"]")),
        ("JSON", "{ \"claims\": [ { \"id\": \"a\" } ] }\n".to_owned()),
        ("a fence of Markdown", format!("```toml\n{CLAIMS}```\n")),
        ("an apostrophe behind a backslash", with("C’est", "C\\'est")),
        ("a sign of Markdown behind one", with("C’est", "C’est\\_")),
        ("the title for the id", with("\"refugies-a-calais\"", "\"Tribune à Calais\"")),
        (
            "keys that no quote has",
            format!("{CLAIMS}page = 4\nconfidence = 0.9\nurl = \"https://x.example\"\n"),
        ),
        ("one of them beside a note", format!("{CLAIMS}note = \"n\"\npage = 4\n")),
        ("a list for one", format!("{CLAIMS}pages = [4, 5]\n")),
        ("the words around", format!("{CLAIMS}context = \"Selon l’association\"\n")),
    ];
    snapshot("machines", &all(&cases));
}

/// What is told where a line to paste, or what to do, was another thing than what mends it.
#[test]
fn what_to_do_mends_it() {
    let exact = |value: &str| with(EXACT, &format!("exact {value}"));
    let cases = [
        ("a colon and curly marks", exact(": “dehors”")),
        ("a wide colon and curly marks", exact("：“dehors”")),
        ("a colon and French marks", exact(": « C’est une honte »")),
        ("a colon and several curly marks", exact(": “a” and “b”")),
        ("primes", exact("= ″dehors″")),
        ("an arrow", exact("=> \"dehors\"")),
        (":=", exact(":= \"dehors\"")),
        ("a letter before the mark", exact("= f\"dehors\"")),
        ("round brackets", exact("= (\"dehors\")")),
        ("backslashes before both marks", exact("= \\\"dehors\\\"")),
        ("a word before the last mark", exact("= dehors\"")),
        ("a sum", exact("= \"C’est\" + \" une honte\"")),
        ("a claim’s name in its header", with("[[claim]]\nid = \"a1\"", "[claim.a2]") + CLAIMS),
        ("one below a claim", format!("{CLAIMS}\n[claim.a2]\ntext = \"y\"\n")),
        ("a truth for a verdict", with(WORDS, "text = \"x\"\nverdict = true")),
        ("a truth for words", format!("{CLAIMS}within = true\n")),
        ("three digits", exact("= \"C\\u201t\"")),
        ("a great U and four digits", exact("= \"C\\U2019est\"")),
        (
            "a list of words",
            with("\n[[claim.quote]]\n", "quotes = [\"dehors\", \"Selon\"]\n\n[[claim.quote]]\n"),
        ),
    ];
    snapshot("advice", &all(&cases));
}

#[test]
fn keys_with_letters_that_look_alike() {
    let cases = [
        ("a Cyrillic letter", with("exact =", "eхact =")),
        ("wide letters", with("exact =", "ｅｘａｃｔ =")),
        ("an accent", with("exact =", "éxact =")),
        ("a hyphen before it", with("exact =", "- exact =")),
        ("two words", with("exact =", "exact words =")),
        ("another word with an accent", with("exact =", "clé =")),
    ];
    snapshot("alike", &all(&cases));
}

#[test]
fn what_stands_around_the_claims() {
    let marked = |lead: &str| CLAIMS.lines().map(|line| format!("{lead}{line}\n")).collect::<String>();
    let cases = [
        ("prose above", format!("Here is the file:\n\n{CLAIMS}")),
        ("an answer above", format!("Sure! Here it is.\n\n```toml\n{CLAIMS}")),
        (
            "an answer pasted whole",
            format!("Sure! Here it is.\n\n```toml\n{CLAIMS}```\n\nAll quotes are exact.\n"),
        ),
        ("prose between two", format!("{CLAIMS}\nAnd the second claim:\n\n{}", CLAIMS.replace("a1", "b"))),
        ("a line behind", format!("{CLAIMS}\nLet me know!\n")),
        ("a line that may belong to it", format!("{CLAIMS}\nwithin \"dehors\"\n")),
        ("rules", format!("---\n{CLAIMS}---\n")),
        ("a remark of HTML", format!("<!-- claims -->\n{CLAIMS}")),
        ("a bullet", format!("- {CLAIMS}")),
        ("a mark of quoted mail", marked("> ")),
        ("numbers of lines", marked("7 ")),
        ("three dots", with(EXACT, &format!("{EXACT}\n..."))),
    ];
    snapshot("around", &all(&cases));
    let checked = |claims: &str| crate::common::report(&repository(claims)).claims.len();
    let read: Vec<usize> = cases.iter().map(|(_, claims)| checked(claims)).collect();
    assert_eq!(read, [1, 1, 1, 2, 1, 0, 1, 1, 0, 0, 0, 1]);
}

#[test]
fn other_notations() {
    let cases = [
        ("a list of JSON", "[{\"id\": \"a1\", \"text\": \"x\"}]\n".to_owned()),
        ("JSON in a fence", "```json\n{\"claim\": []}\n```\n".to_owned()),
        ("YAML", "claims:\n  - id: a1\n    text: x\n".to_owned()),
        ("XML", "<claim id=\"a1\"><quote>x</quote></claim>\n".to_owned()),
        ("CSV", "id,text,source,exact\na1,x,s,y\n".to_owned()),
        ("a table", "| id | text |\n|---|---|\n| a1 | x |\n".to_owned()),
        ("an excuse", "I’m sorry, but there is no such quote.\n".to_owned()),
        ("colons in braces", with(WORDS, "text = \"x\"\nextra = { a: \"b\" }")),
        ("null", format!("{CLAIMS}speaker = null\n")),
        ("N/A", format!("{CLAIMS}speaker = N/A # unknown\n")),
    ];
    snapshot("notations", &all(&cases));
    let time = with(WORDS, "text = \"x\"\nextra = { at = 07:32:00, b = [1 2] }");
    assert!(!told(&repository(&time)).contains("colon"), "a time has colons");
}

/// What is wrong beside a quote’s words leaves them to be checked; what may decide of them does not, and that is said.
#[test]
fn a_slip_beside_the_words_leaves_them_checked() {
    let invented = with("C’est une honte absolue", "Nous avons perdu ce procès hier");
    let checks = |claims: &str, line: &str| {
        let report = crate::common::report(&repository(&format!("{claims}{line}\n")));
        assert_eq!(report.claims[0].status, Status::Invalid, "{line}: the claim is not right");
        let is_absent = report.findings.iter().any(|one| one.finding.rule == Rule::QuoteAbsent);
        let says = |one: &&str| *one == "this quote was not checked";
        let helps = || report.findings.iter().flat_map(|one| &one.finding.help).map(String::as_str);
        (report.claims[0].quotes[0].outcome.status, is_absent, helps().filter(says).count())
    };
    let beside = [
        "page = 4",
        "confidence = 0.9",
        "stance = \"neutral\"",
        "stance = 1",
        "speaker = [\"A\", \"B\"]",
        "author = \"A\"",
        "speakr = \"A\"",
        "note = 4",
        "text = \"again\"",
    ];
    for line in beside {
        assert_eq!(checks(&invented, line), (Status::Absent, true, 0), "{line}");
        assert_eq!(checks(CLAIMS, line), (Status::Stands, false, 0), "{line}");
    }
    let deciding = [
        "partial = \"true\"",
        "repeated = 1",
        "capture = 2026-11-22",
        "within = [\"a\"]",
        "witin = \"C’est une honte absolue\"",
        "context = \"C’est une honte absolue\"",
        "exakt = \"C’est\"",
        "partiel = true",
    ];
    for line in deciding {
        for claims in [invented.as_str(), CLAIMS] {
            assert_eq!(checks(claims, line), (Status::Invalid, false, 1), "{line}");
        }
    }
}
