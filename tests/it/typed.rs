//! Slips of who typed a quote are told as what they are, with the lines that stand: marks and stops of their own, words left
//! out by dots, digits grouped otherwise, marks upon letters, paragraphs run together.

use crate::common::exact;
use ibid::corpus::Corpus;
use ibid::finding::{Finding, Rule};
use ibid::verify::{Options, Status, verify};

/// The status of the only quote of a text, and the one finding about it.
fn checked(text: &str, lines: &str) -> (Status, Finding) {
    let tree = crate::common::repository(text, &[lines.to_owned()]);
    let corpus = Corpus::load(&tree);
    let verified = verify(&corpus, &tree, &Options::default());
    let status = verified.outcomes[0].as_ref().unwrap()[0].status;
    let mut findings = verified
        .findings
        .into_iter()
        .filter(|one| one.rule.name().starts_with("quote-") || one.rule == Rule::WithinWrong);
    (status, findings.find(|one| one.rule != Rule::QuoteShort).unwrap())
}

const TEXT: &str = "Le ministre n’a reconnu qu’une erreur grave hier soir, selon la radio puis les journaux";

#[test]
fn marks_and_stops_of_ones_own_are_to_be_left_out() {
    for (typed, what, bare) in [
        ("« une erreur grave »", "the quotation marks", "une erreur grave"),
        ("« une erreur grave hier soir »", "the quotation marks", "une erreur grave hier soir"),
        ("“qu’une erreur grave hier soir”", "the quotation marks", "qu’une erreur grave hier soir"),
        ("« n'a reconnu qu'une erreur »", "the quotation marks", "n’a reconnu qu’une erreur"),
        ("une erreur grave hier soir.", "the full stop", "une erreur grave hier soir"),
        ("une erreur grave hier soir !", "the final “!”", "une erreur grave hier soir"),
        (
            "« une erreur grave hier soir. »",
            "the quotation marks and the full stop",
            "une erreur grave hier soir",
        ),
    ] {
        let (status, finding) = checked(TEXT, &exact(typed));
        assert_eq!((status, finding.rule), (Status::Altered, Rule::QuoteAltered), "{typed}");
        assert!(finding.message.contains(&format!("but not {what}")), "{typed}: {}", finding.message);
        assert_eq!(finding.help, [format!("leave {what} out:"), exact(bare)], "{typed}");
    }
    let (_, finding) = checked(TEXT, &exact("« une erreur bénigne hier soir »"));
    assert!(!finding.help.iter().any(|help| help.starts_with("leave")), "{:?}", finding.help);
}

#[test]
fn words_left_out_by_dots_are_first_given_as_a_list() {
    for (typed, list) in [
        ("reconnu […] hier soir", "exact = [\"reconnu\", \"hier soir\"]"),
        (
            "reconnu (...) hier soir, … les journaux",
            "exact = [\"reconnu\", \"hier soir,\", \"les journaux\"]",
        ),
        ("qu'une erreur... hier soir", "exact = [\"qu’une erreur\", \"hier soir\"]"),
    ] {
        let (_, finding) = checked(TEXT, &exact(typed));
        assert!(finding.help[0].contains("stands for itself here"), "{typed}: {:?}", finding.help);
        assert_eq!(finding.help[1], list, "{typed}");
    }
    let (_, finding) = checked(TEXT, &exact("Le ministre […] qu’une erreur"));
    assert!(finding.help[1].contains("negates, “n’”"), "{:?}", finding.help);
}

#[test]
fn a_sign_that_words_are_left_out_is_told_as_one_among_other_words() {
    for sign in ["[...]", "[…]", "(…)", "..."] {
        let (_, finding) =
            checked(TEXT, &exact(&format!("Le ministre {sign} reconnu qu’une faute grave hier soir")));
        let about: Vec<&String> =
            finding.notes.iter().filter(|note| note.starts_with("punctuation")).collect();
        assert_eq!(
            about,
            [&format!("punctuation: the quote has “{sign}”, which the source lacks")],
            "{sign}"
        );
        assert!(finding.notes.iter().any(|note| note.contains("“faute”")), "{:?}", finding.notes);
    }
}

#[test]
fn digits_that_are_grouped_otherwise_are_the_same_and_still_altered() {
    let text = "Environ 1 200 soldats et 4,000 civils sont partis";
    let (status, finding) = checked(text, &exact("Environ 1200 soldats"));
    assert_eq!(status, Status::Altered);
    assert!(finding.message.contains("the same digits") && finding.notes[0].contains("only their grouping"));
    assert!(finding.help.contains(&exact("Environ 1 200 soldats")), "{:?}", finding.help);
    let (_, finding) = checked(text, &exact("et 4.000 civils sont partis"));
    assert!(finding.message.contains("a number differs") && finding.notes[0].contains("another number"));
    let (_, finding) = checked(text, &exact("Environ 1300 soldats"));
    assert!(!finding.notes[0].contains("the digits are the same"), "{:?}", finding.notes);
}

#[test]
fn a_fraction_in_other_characters_is_the_same_and_still_altered() {
    let text = "Prendre 1/2 tasse de sucre et ¾ de litre de lait, puis 3⁄4 de beurre, le 1/2/2021";
    for (typed, whole) in [
        ("½ tasse", "1/2 tasse"),
        ("Prendre ½ tasse de sucre", "Prendre 1/2 tasse de sucre"),
        ("3/4 de litre de lait", "¾ de litre de lait"),
        ("puis ¾ de beurre", "puis 3⁄4 de beurre"),
    ] {
        let (status, finding) = checked(text, &exact(typed));
        assert_eq!(status, Status::Altered, "{typed}");
        assert!(finding.notes[0].contains("the same fraction"), "{typed}: {:?}", finding.notes);
        assert!(finding.help.contains(&exact(whole)), "{typed}: {:?}", finding.help);
    }
    for typed in ["⅓ tasse de sucre", "¼ de litre de lait", "1/3 tasse de sucre"] {
        let (status, finding) = checked(text, &exact(typed));
        assert_eq!(status, Status::Altered, "{typed}");
        assert!(finding.message.starts_with("a number differs"), "{typed}: {}", finding.message);
    }
}

#[test]
fn few_words_with_other_accents_or_another_s_are_near() {
    let german = "Er ging über die Straße nach Hause, und die Buße war hoch";
    let french = "C’était la fête du village, où l’on pêche";
    for (text, typed, shown) in [
        (german, "die Strasse", "Straße"),
        (german, "DIE STRASSE", "Straße"),
        (german, "Die Busse", "Buße"),
        (french, "la féte", "fête"),
        (french, "l’on péche", "pêche"),
    ] {
        let (status, finding) = checked(text, &exact(typed));
        assert_eq!(status, Status::Altered, "{typed}");
        assert!(finding.notes[0].contains(shown), "{typed}: {:?}", finding.notes);
    }
    for (text, typed) in
        [(german, "die Stresse"), (german, "die Masse"), (french, "la foto"), (french, "ou lon")]
    {
        assert_eq!(checked(text, &exact(typed)).0, Status::Absent, "{typed}");
    }
}

#[test]
fn a_mark_upon_a_letter_is_named() {
    let text = "قالَ الوزيرُ شكرا جزيلا للجميع";
    let (status, finding) = checked(text, &exact("قالَ الوزير"));
    assert_eq!(status, Status::Cut);
    assert!(finding.message.contains("U+064F ARABIC DAMMA"), "{}", finding.message);
    let (status, finding) = checked(text, &exact("قالَ الوزيرُ شكرًا جزيلا"));
    assert_eq!(status, Status::Altered);
    assert!(finding.notes[0].contains("the quote has U+064B ARABIC FATHATAN"), "{:?}", finding.notes);
}

#[test]
fn the_end_of_a_paragraph_is_shown_where_it_is() {
    let text = "Il a reconnu une erreur.\n\nIl est parti ensuite.";
    let (status, finding) = checked(text, &exact("une erreur. Il est parti"));
    assert_eq!(status, Status::Variant);
    let line = &finding.excerpts[1].lines[0];
    assert_eq!((line.number, line.marks[0].label.as_str()), (1, "a paragraph ends here"));
}

#[test]
fn html_is_told_as_html_with_the_words_that_stand() {
    for (typed, mark, bare) in [
        ("n&rsquo;a reconnu qu&#8217;une erreur", "`&rsquo;`", "n’a reconnu qu’une erreur"),
        ("n’a <b>reconnu</b> qu’une erreur", "`<b>`", "n’a reconnu qu’une erreur"),
        ("Le ministre n'a<br>reconnu qu'une erreur", "`<br>`", "Le ministre n’a reconnu qu’une erreur"),
        ("<p>grave hier soir,&nbsp;selon la radio</p>", "`<p>`", "grave hier soir, selon la radio"),
    ] {
        let (status, finding) = checked(TEXT, &exact(typed));
        assert!(matches!(status, Status::Altered | Status::Absent), "{typed}");
        assert!(
            finding.message.contains("not the HTML") && finding.message.contains(mark),
            "{}",
            finding.message
        );
        assert_eq!(finding.help[1..], [exact(bare)], "{typed}");
    }
    let (_, finding) = checked(TEXT, &exact("Le <b>roi</b> n’a reconnu qu’une erreur"));
    assert!(
        finding.help[0].contains("is HTML") && !finding.help.iter().any(|help| help.starts_with("exact"))
    );
    // What the source itself has is no slip.
    let (_, finding) = checked(
        "Ils écrivent &amp; pour cette esperluette",
        &exact("Ils écrivaient &amp; pour cette esperluette"),
    );
    assert!(!finding.help.iter().any(|help| help.contains("HTML")), "{:?}", finding.help);
}

#[test]
fn signs_of_other_notations_are_told_as_such_with_the_words_that_stand() {
    let found = "n’a reconnu qu’une erreur grave";
    for (line, called, sign) in [
        (exact("n’a **reconnu** qu’une erreur grave"), "the Markdown", "`**`"),
        (exact("> n'a _reconnu_ qu'une erreur grave"), "the Markdown", "`>`"),
        (exact("n’a reconnu qu’[une erreur](https://a.example/b) grave"), "the Markdown", "`[une erreur]("),
        (exact("n’a reconnu qu’une erreur grave[^3]"), "the Markdown", "`[^3]`"),
        (r"exact = 'n\u2019a reconnu qu’une erreur grave'".to_owned(), "the backslashes", r"`\u2019`"),
        (r"exact = '''n\'a reconnu qu\'une erreur grave'''".to_owned(), "the backslashes", r"`\'`"),
        (r"exact = 'n’a reconnu\nqu’une erreur grave'".to_owned(), "the backslashes", r"`\n`"),
    ] {
        let (status, finding) = checked(TEXT, &line);
        assert!(matches!(status, Status::Altered | Status::Absent), "{line}");
        let message = &finding.message;
        assert!(message.contains(&format!("not {called}")) && message.contains(sign), "{line}: {message}");
        assert_eq!(finding.help[1..], [exact(found)], "{line}");
    }
    let within = "exact = \"erreur grave\"\nwithin = \"qu’une **erreur grave** hier soir\"";
    let (_, finding) = checked(TEXT, within);
    assert_eq!(finding.rule, Rule::WithinWrong);
    assert_eq!(finding.help[1], "within = \"qu’une erreur grave hier soir\"");
    let (_, finding) = checked(TEXT, &exact("n’a **admis** qu’une erreur grave"));
    assert!(finding.help[0].starts_with("`**` in this quote is Markdown"), "{:?}", finding.help);
    // What the source itself has is no slip.
    let (_, finding) = checked("Le *vrai* mot est écrit ainsi", &exact("Le *vrai* mot était écrit ainsi"));
    assert!(!finding.help.iter().any(|help| help.contains("Markdown")), "{:?}", finding.help);
}

#[test]
fn brackets_and_dots_of_ones_own_are_taken_out() {
    for (typed, said, bare) in [
        ("[Le ministre] n’a reconnu qu’une", "without the square brackets", "Le ministre n’a reconnu qu’une"),
        ("[l]e ministre n'a reconnu qu’une", "without the square brackets", "Le ministre n’a reconnu qu’une"),
        ("n’a reconnu [Jean] qu’une erreur grave hier", "[Jean]", "n’a reconnu qu’une erreur grave hier"),
        ("selon la radio puis les journaux (AFP, 2024)", "(AFP, 2024)", "selon la radio puis les journaux"),
        ("… erreur grave hier soir…", "leave the `…` out", "erreur grave hier soir"),
        ("[...] erreur grave hier soir", "leave the `[...]` out", "erreur grave hier soir"),
    ] {
        let (status, finding) = checked(TEXT, &exact(typed));
        assert_eq!(status, Status::Altered, "{typed}");
        assert!(finding.help[0].contains(said), "{typed}: {:?}", finding.help);
        assert_eq!(finding.help[1..], [exact(bare)], "{typed}");
    }
}

#[test]
fn brackets_that_the_source_has_otherwise_are_compared() {
    for (text, typed, what) in [
        (
            "The firm paid nine towns (£2.3m in all).",
            "The firm paid nine towns (£2.8m in all)",
            "a number differs",
        ),
        (
            "It was low in the group (p = 0.004) after.",
            "It was low in the group (p = 0.04)",
            "a number differs",
        ),
        (
            "Le déficit se creuse (-3,2 % du PIB) ici.",
            "Le déficit se creuse (+3,2 % du PIB)",
            "a number differs",
        ),
        (
            "公司向九个镇支付了款项（共230万英镑）。",
            "公司向九个镇支付了款项（共280万英镑）",
            "a number differs",
        ),
        (
            "The board knew of it (but did not act).",
            "The board knew of it (and did act)",
            "a negation differs",
        ),
        (
            "The director [Ann Smith] told the court so.",
            "The director [Ann Jones] told the court so.",
            "the source has other words",
        ),
        (
            "He said it (the dam) would hold.",
            "He said it [the dam] would hold.",
            "the source has these words with other",
        ),
    ] {
        let (status, finding) = checked(text, &exact(typed));
        assert_eq!(status, Status::Altered, "{typed}");
        assert!(finding.message.starts_with(what), "{typed}: {}", finding.message);
        assert!(!finding.help.iter().any(|help| help.starts_with("exact")), "{typed}: {:?}", finding.help);
    }
    // Where the source has none there, or others that mean something else, they are the quote's own.
    for (text, typed) in [
        ("The director told the court so.", "The director [Ann Jones] told the court so."),
        ("The firm paid nine towns. It was over.", "The firm paid nine towns (my emphasis)"),
        ("The firm paid nine towns.[12] It was over.", "The firm paid nine towns (Reuters)"),
        ("Le ministre a dit (sic) que le maire part.", "Le ministre a dit [hier] que le maire part."),
    ] {
        let (_, finding) = checked(text, &exact(typed));
        assert!(finding.message.ends_with("which this quote puts in"), "{typed}: {}", finding.message);
    }
}

#[test]
fn what_stands_between_the_words_in_the_source_is_told_as_that() {
    for (text, typed, between, list) in [
        (
            "Tonight they never (Loud protests from the benches.) sold the ferry to Spain.",
            "they never sold the ferry to Spain",
            "(Loud protests from the benches.)",
            "exact = [\"they never\", \"sold the ferry to Spain\"]",
        ),
        (
            "Hier, elle n’a (Nouvelles protestations.) retenu que deux amendements.",
            "elle n’a retenu que deux amendements",
            "(Nouvelles protestations.)",
            "exact = [\"elle n’a\", \"retenu que deux amendements\"]",
        ),
        (
            "Wir haben (Beifall) nie gesagt, dass wir verkaufen.",
            "Wir haben nie gesagt, dass wir verkaufen",
            "(Beifall)",
            "exact = [\"Wir haben\", \"nie gesagt, dass wir verkaufen\"]",
        ),
        (
            "我々は（拍手）この予算を認めるわけにはいきません。",
            "我々はこの予算を認めるわけにはいきません",
            "（拍手）",
            "exact = [\"我々は\", \"この予算を認めるわけにはいきません\"]",
        ),
        (
            "73  Impôts et taxes ...................   12 450,0",
            "Impôts et taxes 12 450,0",
            "...................",
            "exact = [\"Impôts et taxes\", \"12 450,0\"]",
        ),
        (
            "The vote had been\n\n15\n\nmanipulated by the board.",
            "The vote had been manipulated",
            "15",
            "exact = \"The vote had been\\n\\n15\\n\\nmanipulated\"",
        ),
        (
            "1\n00:00:40,100 --> 00:00:42,000\nWe paid them\n\n2\n00:00:42,100 --> 00:00:44,000\ntwenty thousand.",
            "We paid them twenty thousand",
            "2 00:00:42,100 --> 00:00:44,000",
            "exact = [\"We paid them\", \"twenty thousand\"]",
        ),
    ] {
        let (status, finding) = checked(text, &exact(typed));
        let what =
            format!("the source has these words with “{between}” between them, which this quote leaves out");
        assert_eq!((status, finding.message), (Status::Altered, what), "{typed}");
        assert_eq!(finding.help[1], list, "{typed}");
        assert!(
            !finding.notes.iter().any(|note| note.contains("which the source lacks")),
            "{:?}",
            finding.notes
        );
    }
    // What is left out beside it is told, and what negates in the brackets too.
    for (text, typed, left_out) in [
        ("He did not (Interruption.) sell the ship to Spain.", "He did sell the ship to Spain", "“not”"),
        (
            "Il ne réduit pas (Si ! à gauche.) les moyens de tous.",
            "Il réduit les moyens de tous",
            "“ne” and “pas”",
        ),
        ("The firm (not ours) paid nine towns in Kent.", "The firm paid nine towns in Kent.", "“(not ours)”"),
    ] {
        let (_, finding) = checked(text, &exact(typed));
        assert!(finding.message.starts_with("a negation differs"), "{typed}: {}", finding.message);
        let note = format!("negation: the source has {left_out}, which the quote lacks");
        assert_eq!(finding.notes[0], note, "{typed}");
    }
}

#[test]
fn a_word_broken_at_the_end_of_a_line_is_one_word_wherever_it_stands() {
    for (text, typed, line) in [
        (
            "It fell. Man-\nagement attributes the loss to rain.",
            "Management attributes the loss",
            "exact = \"Man-\\nagement attributes the loss\"",
        ),
        (
            "We read it in the head-\nline of it.",
            "We read it in the headline",
            "exact = \"We read it in the head-\\nline\"",
        ),
        (
            "They nev-\ner sold the ferry.",
            "They never sold the ferry",
            "exact = \"They nev-\\ner sold the ferry\"",
        ),
    ] {
        let (status, finding) = checked(text, &exact(typed));
        assert_eq!(status, Status::Altered, "{typed}");
        assert!(finding.message.contains("broken by a hyphen at a line’s end"), "{}", finding.message);
        assert_eq!(finding.help, ["write it as the source does:", line], "{typed}");
    }
    let (_, finding) = checked("They nev-\ner sold the ferry to us.", &exact("They sold the ferry to us"));
    assert!(finding.message.starts_with("a negation differs"), "{}", finding.message);
    let (_, finding) = checked("In the head-\nline of the paper.", &exact("In the deadline of the paper"));
    assert_eq!(finding.message, "the source has other words than this quote");
}

#[test]
fn a_negation_of_another_is_one() {
    for (text, typed) in [
        ("He was not without fault in this matter.", "He was without fault in this matter."),
        ("He was without fault in this matter.", "He was not without fault in this matter."),
        ("Er war nicht ohne Schuld an dieser Sache.", "Er war ohne Schuld an dieser Sache."),
        ("Il n’est pas sans reproche dans cette affaire.", "Il est sans reproche dans cette affaire."),
    ] {
        let (_, finding) = checked(text, &exact(typed));
        assert!(finding.message.starts_with("a negation differs"), "{typed}: {}", finding.message);
    }
}

#[test]
fn an_end_inside_a_negation_is_told_as_that() {
    let ends = "this quote ends inside";
    for (text, typed, what) in [
        (
            "Il ne viendra jamais à Lyon.",
            "Il ne viendra jam",
            format!("{ends} “jamais”, which negates, and drops that"),
        ),
        ("Il n’a aucun ami à Lyon.", "Il n’a auc", format!("{ends} “aucun”, which negates, and drops that")),
        ("Il viendra de plus en plus à Lyon.", "Il viendra de plus en pl", format!("{ends} a word")),
        (
            "We cannot sell it to them.",
            "We can",
            "this quote ends straight before a negation, and drops it".to_owned(),
        ),
        (
            "Ce n’est jamais anodin pour eux.",
            "est jamais anodin",
            "this quote begins straight after a negation, and drops it".to_owned(),
        ),
    ] {
        let (status, finding) = checked(text, &exact(typed));
        assert_eq!((status, finding.message), (Status::Cut, what), "{typed}");
    }
}

#[test]
fn a_sign_that_cannot_be_seen_is_no_accent() {
    let (_, finding) = checked("I know that he's right‼\u{FE0F} I do.", &exact("I know that he's left!"));
    assert!(finding.notes.iter().all(|note| !note.starts_with("accent")), "{:?}", finding.notes);
}

#[test]
fn what_is_put_between_chinese_words_is_taken_out() {
    let text = "部长周一承认,和谈是一个错误。约2500名士兵没有被撤回。";
    for (typed, bare) in [
        ("部长周一[6月3日]承认,和谈是一个错误", "部长周一承认,和谈是一个错误"),
        ("约2500名士兵没有被撤回（新华社）", "约2500名士兵没有被撤回"),
        ("约**2500**名士兵没有被撤回", "约2500名士兵没有被撤回"),
    ] {
        let (_, finding) = checked(text, &exact(typed));
        assert_eq!(finding.help[1..], [exact(bare)], "{typed}");
    }
}

#[test]
fn a_number_in_words_is_told_whole_and_by_its_value() {
    for (text, typed, message, note, line) in [
        (
            "The town lost twenty-two teachers last year.",
            "The town lost 22 teachers",
            "a number is the same in the source",
            "number: the quote has “22”, the source “twenty-two”: the same number, written otherwise",
            Some("The town lost twenty-two teachers"),
        ),
        (
            "The town lost twenty-two teachers last year.",
            "The town lost 23 teachers",
            "a number differs between this quote and the source",
            "number: the quote has “23”, the source “twenty-two”",
            None,
        ),
        (
            "预计创造3万个就业岗位，影响约两千只候鸟。",
            "预计创造30,000个就业岗位",
            "a number is the same in the source",
            "number: the quote has “30,000”, the source “3万”: the same number, written otherwise",
            Some("预计创造3万个就业岗位"),
        ),
        (
            "Nous avons perdu 110 km² de zone de pêche.",
            "perdu 110 km2 de zone",
            "a number differs between this quote and the source",
            "number: the quote has “km2”, the source “km²”",
            None,
        ),
    ] {
        let (_, finding) = checked(text, &exact(typed));
        assert!(finding.message.starts_with(message), "{typed}: {}", finding.message);
        assert_eq!(finding.notes, [note], "{typed}");
        assert!(line.is_none_or(|line| finding.help.contains(&exact(line))), "{typed}: {:?}", finding.help);
    }
}

#[test]
fn a_mark_of_a_note_that_was_pasted_too_is_told_as_that() {
    let text = "Les élus ont voté le budget de 14 millions d’euros.";
    for typed in ["Les élus ont voté le budget [2]", "Les élus ont voté [2] le budget"] {
        let (_, finding) = checked(text, &exact(typed));
        assert_eq!(finding.message, "the source has these words without [2], which this quote puts in");
        assert_eq!(finding.help.last(), Some(&exact("Les élus ont voté le budget")), "{typed}");
        assert!(finding.notes.is_empty() && finding.diff.is_none(), "{typed}: {:?}", finding.notes);
    }
}

#[test]
fn punctuation_alone_is_not_called_other_words() {
    let (_, finding) = checked(TEXT, &exact("hier soir ; selon la radio"));
    assert_eq!(finding.message, "the source has these words with other punctuation");
}

#[test]
fn marks_digits_and_spaces_are_called_what_they_are() {
    let text = "قال الوزير أحمد إن ٢٥ شخصاً قُتلوا في القصف. 副省长李明在记者会上说。";
    for (typed, said, lines) in [
        ("قال الوزير احمد", "(hamza)", None),
        ("شخصاً قتلوا في القصف", "with their vowel signs", Some("شخصاً قُتلوا في القصف")),
        ("إن 25 شخصا قُتلوا", "with their vowel signs", Some("إن ٢٥ شخصاً قُتلوا")),
        ("الوزير احمد إن ٢٥ شخصا", "(hamza, vowel signs)", None),
        ("إن 25 شخصاً قُتلوا", "written otherwise", Some("إن ٢٥ شخصاً قُتلوا")),
        ("副省长 李明 在记者会上说", "not the same spaces", Some("副省长李明在记者会上说")),
    ] {
        let (status, finding) = checked(text, &exact(typed));
        assert_eq!(status, Status::Altered, "{typed}");
        assert!(finding.message.contains(said), "{typed}: {}", finding.message);
        assert!(
            lines.is_none_or(|lines| finding.help.contains(&exact(lines))),
            "{typed}: {:?}",
            finding.help
        );
    }
}

#[test]
fn a_number_typed_at_once_with_what_it_counts_is_told_as_that() {
    for (text, typed, whole) in [
        ("La route fait 100 km de long, dit-il.", "100km de long", "100 km de long"),
        ("La route fait 100\u{A0}km de long, dit-il.", "La route fait 100km", "La route fait 100\\u00A0km"),
        ("Rendez-vous à 12 h 30 devant la gare.", "à 12h30 devant la gare", "à 12 h 30 devant la gare"),
        ("They had 5 kg of flour and 3kg of sugar.", "They had 5kg of flour", "They had 5 kg of flour"),
        ("They had 5 kg of flour and 3kg of sugar.", "flour and 3 kg of sugar", "flour and 3kg of sugar"),
    ] {
        let (status, finding) = checked(text, &exact(typed));
        assert_eq!((status, finding.rule), (Status::Altered, Rule::QuoteAltered), "{typed}: {finding:?}");
        assert!(finding.message.contains("not the same spaces"), "{typed}: {}", finding.message);
        let line = format!("exact = \"{whole}\"");
        assert!(finding.help.contains(&line), "{typed}: {:?}", finding.help);
    }
    for (text, typed) in [
        ("La route fait 100 km de long, dit-il.", "La route fait 200km de long"),
        ("It has 2500km of roads, and more to come.", "It has 250km of roads"),
    ] {
        let (_, finding) = checked(text, &exact(typed));
        assert!(finding.message.starts_with("a number differs"), "{typed}: {}", finding.message);
    }
}
