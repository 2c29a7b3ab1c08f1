//! What stands between two lines of a sentence hides no negation.

use super::near;

#[test]
fn what_parts_two_lines_hides_no_negation() {
    for (language, marked, word, distance) in [
        ("en", "He had nev-\n   er |met the mayor|.", "nev-\n   er", 1),
        ("en", "> He had nev-\n> er |met the mayor|.", "nev-\n> er", 1),
        ("en", "He had nev-\n\n17\n\ner |met the mayor|.", "nev-\n\n17\n\ner", 1),
        ("de", "Er hat nie-\n   mals |gezahlt|.", "nie-\n   mals", 1),
        ("en", "We do not\n\n2\n00:01:04,000 --> 00:01:05,000\n- |sell the ship|.", "not", 1),
        ("en", "We do not--\n\n2\n00:01:04,000 --> 00:01:05,000\n--|sell the ship|.", "not", 1),
        ("en", "We do not…\n\n2\n00:01:04,000 --> 00:01:05,000\n…|sell the ship|.", "not", 1),
        ("en", "We do not\n00:04.000 --> 00:05.000 align:start\n|sell the ship|.", "not", 1),
        ("en", "We do not\n[00:01:04]\n|sell the ship|.", "not", 1),
        ("en", "We do not\n\n[00:01:04]\n|sell the ship|.", "not", 1),
        ("en", "We do not\n00:01:04\n|sell the ship|.", "not", 1),
        ("ru", "Фирма не\n\n2\n00:01:04,000 --> 00:01:05,000\n|платила штраф|.", "не", 1),
        ("en", "We will not\n• |raise any taxes|;", "not", 1),
        ("en", "We will not:\n- |raise any taxes|;", "not", 1),
        ("en", "We will not\n- |raise any taxes|;", "not", 1),
        ("en", "We will not\n1. |raise any taxes|;", "not", 1),
        ("en", "We will not\n(a) |raise any taxes|;", "not", 1),
        ("en", "We will not:\n- raise any taxes;\n- |sell the port|.", "not", 1),
        ("en", "We do not want to:\n- raise taxes;\n- |sell the port|.", "not", 3),
        ("de", "Wir werden nicht:\n- |Steuern erhöhen|.", "nicht", 1),
        ("en", "A tenant shall not—\n(a) |sublet the flat|; or", "not", 1),
        ("en", "A tenant shall not –\n(a) keep dogs; or\n(b) |sublet the flat|.", "not", 1),
        ("en", "A tenant shall not\n\n(a) keep dogs; or\n\n(b) |sublet the flat|.", "not", 1),
        ("en", "The minister never\n\n1. |signed the order|", "never", 1),
        ("en", "## What he did not do\n\n- |sign the order on Monday|", "not", 1),
        ("de", "## Was er nicht getan hat\n\n- |den Vertrag unterschreiben|", "nicht", 1),
        ("fr", "Le locataire ne peut pas -\n\na) |sous-louer le logement|", "pas", 1),
    ] {
        assert_eq!(near(language, marked), Some((word.to_owned(), distance)), "{marked:?}");
    }
}

#[test]
fn what_begins_a_sentence_is_negated_by_none_before_it() {
    for (language, marked) in [
        ("en", "We do not.\n\n2\n00:01:04,000 --> 00:01:05,000\n- |The port is closed|."),
        ("en", "He did not attend.\n- |Paid in full by the port|"),
        ("en", "He did not attend:\n- |Paid in full by the port|"),
        ("en", "The answer is no:\n1. |sell the port|"),
        ("en", "## Why not\n\n- |it costs too much|"),
        ("en", "## Smoking: no\n\n- |the rooms have a balcony|"),
        ("en", "## Why it is not safe\n\n- |it was built of wood|"),
        ("en", "It did not rain that day –\n\n- |the match went on|"),
        ("en", "The reasons for not paying\n- |Too poor to pay|"),
        ("en", "The tenant may not:\n- sublet it.\n\nThe tenant may:\n- |keep dogs|"),
        ("en", "> not at all\n>\n> |the port was sold|."),
        ("de", "Der Hafen ist nicht am\n31. |Dezember geschlossen worden|."),
    ] {
        assert_eq!(near(language, marked), None, "{marked:?}");
    }
}
