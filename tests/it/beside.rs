//! What stands beside the passage that a failing quote was meant for, and makes its words say otherwise: told wherever
//! the passage is named, with every proposal that would be warned of, and by `fix`.

use crate::common::{exact, ibid, repository, write};
use ibid::anchor::Kind;
use ibid::corpus::Corpus;
use ibid::digest::Digest;
use ibid::finding::{Finding, Rule};
use ibid::repair;
use ibid::tree::{MemoryTree, Tree as _};
use ibid::verify::{Options, Status, Verified, verify};

fn tree(language: &str, text: &str, lines: &str) -> MemoryTree {
    let mut tree = repository(text, &[lines.to_owned()]);
    let record = format!(
        "title = \"T\"\nlanguage = \"{language}\"\n[[capture]]\nfile = \"2025-12-08.txt\"\nsha256 = \"{}\"\n",
        Digest::of(text.as_bytes())
    );
    tree.insert("sources/s/source.toml", record);
    tree
}

/// The status of the only quote of a text in a language, and what is found of it.
fn checked(language: &str, text: &str, lines: &str) -> (Status, Vec<Finding>) {
    let tree = tree(language, text, lines);
    let corpus = Corpus::load(&tree);
    let Verified { outcomes, findings, .. } = verify(&corpus, &tree, &Options::default());
    let status = outcomes[0].as_ref().unwrap()[0].status;
    let quiet = [Rule::QuoteShort, Rule::SourceUncited];
    (status, findings.into_iter().filter(|one| !quiet.contains(&one.rule)).collect())
}

/// What is advised about the only finding of a quote.
fn advice(language: &str, text: &str, words: &str) -> (Status, String) {
    let (status, findings) = checked(language, text, &exact(words));
    assert_eq!(findings.len(), 1, "{words}: {findings:?}");
    (status, findings[0].help.join("\n"))
}

/// Every quote, as it fails, and the words beside its passage.
const TURNED: &[(&str, &str, &str, Status, &str)] = &[
    // The same words in other characters.
    (
        "es",
        "«No hemos llegado por mala suerte», dijo.",
        "Hemos llegado por mala suerte",
        Status::Variant,
        "No",
    ),
    (
        "de",
        "„Nicht alle Fachleute teilen die Kritik.“",
        "Alle Fachleute teilen die Kritik",
        Status::Variant,
        "Nicht",
    ),
    ("fr", "Le maire n’a pas signé l’accord lundi.", "signé l'accord lundi", Status::Variant, "pas"),
    ("en", "He denied that the firm’s board knew.", "the firm's board knew", Status::Variant, "denied that"),
    ("ru", "«Не все эксперты согласны», — сказал он.", "Все эксперты согласны", Status::Variant, "Не"),
    ("ar", "لم يوقع الوزير على ‹الاتفاق› أمس.", "يوقع الوزير على «الاتفاق» أمس", Status::Variant, "لم"),
    // Cut, with another end, with signs or brackets of its own.
    ("en", "They did not meet on Mondays at all.", "meet on Monday", Status::Cut, "not"),
    ("fr", "Ils n’ont jamais vu les talibans ici.", "vu les taliban", Status::Cut, "jamais"),
    ("en", "The board did not approve the plan.", "\"approve the plan\"", Status::Altered, "not"),
    (
        "en",
        "The board did not approve the plan on Monday.",
        "approve the plan on Monday [2]",
        Status::Altered,
        "not",
    ),
    (
        "en",
        "The board did not approve the plan on Monday.",
        "[Members] approve the plan on Monday",
        Status::Altered,
        "not",
    ),
    (
        "en",
        "They will never approve the plan on Monday.",
        "[They will] approve the plan on Monday",
        Status::Altered,
        "never",
    ),
    (
        "fr",
        "Paul n’a jamais signé ce contrat de vente.",
        "[Il a] signé ce contrat de vente",
        Status::Altered,
        "jamais",
    ),
    (
        "de",
        "Die Stadt hat nicht gezahlt und schweigt.",
        "[Sie hat] gezahlt und schweigt",
        Status::Altered,
        "nicht",
    ),
    ("ru", "Завод не закрыл цех на ремонт.", "[Он] закрыл цех на ремонт", Status::Altered, "не"),
    ("ar", "قال إنه لم يوقع على الاتفاق الجديد.", "[الوزير] يوقع على الاتفاق الجديد", Status::Altered, "لم"),
    (
        "en",
        "The board did not approve the plan on Monday.",
        "- approve the plan on Monday",
        Status::Altered,
        "not",
    ),
    (
        "en",
        "The board did not approve the plan on Monday.",
        "approve *the plan* on Monday",
        Status::Altered,
        "not",
    ),
    ("en", "We never went there at night.", "went there at night (emphasis added)", Status::Altered, "never"),
    ("en", "We never went there at 1 200 metres.", "went there at 1200 metres", Status::Altered, "never"),
    // Other words.
    (
        "en",
        "He denied that the board had known of the problem since April.",
        "the board had known of the problem since March",
        Status::Altered,
        "denied that",
    ),
    (
        "en",
        "I cannot say that we would have closed the quay.",
        "we would have shut the quay",
        Status::Altered,
        "cannot",
    ),
    (
        "fr",
        "Le maire dément avoir signé ce contrat lundi.",
        "avoir signé ce contrat mardi",
        Status::Altered,
        "dément",
    ),
    (
        "de",
        "Die Firma bestreitet, dass sie die Steuern gezahlt hat.",
        "sie die Abgaben gezahlt hat",
        Status::Altered,
        "bestreitet, dass",
    ),
    ("zh", "发言人否认参与了这次夜间袭击。", "参与了这次凌晨袭击", Status::Altered, "否认"),
    // What is no negation, and says otherwise as well.
    (
        "en",
        "The firm’s profit rose to 61 million that year.",
        "The firm's profit rose to 61",
        Status::Variant,
        "million",
    ),
    (
        "en",
        "He was asked. You lied to us all, didn’t you say? The firm’s board knew it? No.",
        "The firm's board knew it",
        Status::Variant,
        "?",
    ),
];

#[test]
fn what_turns_a_passage_round_is_told_wherever_the_passage_is_named() {
    for &(language, text, words, status, beside) in TURNED {
        let (found, advice) = advice(language, text, words);
        assert_eq!(found, status, "{words}: {advice}");
        assert!(advice.contains(&format!("“{beside}”")), "{beside} beside {words}: {advice}");
    }
}

#[test]
fn a_proposal_that_would_be_warned_of_says_so_and_another_has_the_words() {
    for &(language, text, words, status, _) in TURNED {
        let (_, findings) = checked(language, text, &exact(words));
        let lines: Vec<&String> =
            findings[0].help.iter().filter(|help| help.starts_with("exact = ")).collect();
        let is_told =
            findings[0].help.iter().any(|help| help.starts_with("but ") && help.contains("see whether"));
        let warned = lines.iter().filter(|line| !checked(language, text, line).1.is_empty()).count();
        assert_eq!(is_told, warned > 0, "{words}: {:?}", findings[0].help);
        let is_reworded = status == Status::Altered && lines.is_empty();
        assert!(is_reworded || warned < lines.len(), "none shows it: {:?}", findings[0].help);
    }
}

#[test]
fn of_a_passage_that_nothing_turns_round_nothing_is_told() {
    for (language, text, words) in [
        ("es", "«Sí. Hemos llegado por mala suerte», dijo.", "hemos llegado por mala suerte"),
        ("de", "„Alle Fachleute teilen die Kritik.“", "alle Fachleute teilen die Kritik"),
        ("fr", "Le maire a signé l’accord lundi, pas mardi.", "signé l'accord lundi"),
        ("en", "Nobody denied that the firm’s board knew.", "the firm's board knew"),
        ("en", "The board approved the plan on Monday.", "[Members] approved the plan on Monday"),
        (
            "en",
            "He never said no. The board approved it on Monday.",
            "[Members] The board approved it on Monday",
        ),
        (
            "en",
            "He admitted that the board had known of it since April.",
            "the board had known of it since March",
        ),
        // The quote has the negation itself.
        ("en", "We could not, he said, have closed the old quay.", "not have closed the old quay"),
        ("fr", "Il ne faut pas fermer le vieux pont.", "ne pas fermer le vieux pont"),
        ("ru", "Он сказал: «Завод закрыл цех».", "[Он] закрыл цех"),
    ] {
        let (_, advice) = advice(language, text, words);
        assert!(!advice.contains("see whether") && !advice.contains("mind that"), "{words}: {advice}");
    }
}

#[test]
fn a_list_that_leaves_out_what_denies_is_not_proposed() {
    for (language, text, words, denial) in [
        (
            "en",
            "The opposition denied that it had taken any money.",
            "The opposition ... it had taken any money",
            "denied that",
        ),
        ("en", "The mayor refused to resign on Monday.", "The mayor […] resign on Monday", "refused to"),
        (
            "fr",
            "Le ministre dément avoir signé le traité secret.",
            "Le ministre … avoir signé le traité secret",
            "dément",
        ),
        ("en", "The mayor did not resign on Monday.", "The mayor ... resign on Monday", "not"),
    ] {
        let (_, advice) = advice(language, text, words);
        assert!(advice.contains("but not here"), "{words}: {advice}");
        assert!(advice.contains(&format!("“{denial}”")) && !advice.contains("exact = "), "{words}: {advice}");
    }
    let (_, advice) =
        advice("en", "The mayor promised to resign on Monday.", "The mayor ... resign on Monday");
    assert!(advice.ends_with("exact = [\"The mayor\", \"resign on Monday\"]"), "{advice}");
}

#[test]
fn a_question_that_is_quoted_with_another_stop_is_called_one() {
    for (language, text, words, whole) in [
        (
            "en",
            "Is it true that the mayor took it?",
            "The mayor took it.",
            "Is it true that the mayor took it?",
        ),
        ("en", "They ask. The mayor took it? No.", "“The mayor took it.”", "The mayor took it?"),
        (
            "fr",
            "Est-il vrai que le maire l’a pris ? Non.",
            "Le maire l’a pris.",
            "Est-il vrai que le maire l’a pris ?",
        ),
        (
            "de",
            "Er fragte: Stimmt es, dass er zahlt?",
            "Stimmt es, dass er zahlt!",
            "Stimmt es, dass er zahlt?",
        ),
        (
            "es",
            "Ayer. ¿El alcalde tomó el dinero? No.",
            "El alcalde tomó el dinero.",
            "¿El alcalde tomó el dinero?",
        ),
        ("ru", "Вопрос. Мэр взял эти деньги? Нет.", "Мэр взял эти деньги.", "Мэр взял эти деньги?"),
        ("zh", "记者问。市长拿了钱吗？没有。", "市长拿了钱。", "市长拿了钱吗？"),
        ("ar", "سئل. هل كذب الوزير أمس؟ لا.", "كذب الوزير أمس.", "هل كذب الوزير أمس؟"),
    ] {
        let (status, findings) = checked(language, text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Altered, 1), "{words}: {findings:?}");
        assert!(findings[0].message.starts_with("in the source this is a question"), "{findings:?}");
        assert_eq!(findings[0].help.last(), Some(&exact(whole)), "{words}");
        let (status, left) = checked(language, text, &exact(whole));
        assert_eq!((status, left.len()), (Status::Stands, 0), "{whole}: {left:?}");
    }
    // A stop where the source has none, and no question.
    for (language, text, words) in [
        ("en", "The mayor took it, they say. Why?", "The mayor took it."),
        ("zh", "市长拿了钱，他说。为什么？", "市长拿了钱。"),
    ] {
        let (_, findings) = checked(language, text, &exact(words));
        assert!(findings[0].message.contains("but not the full stop"), "{findings:?}");
    }
}

#[test]
fn a_stop_that_was_moved_inside_the_marks_is_taken_out_and_no_mark_left_open() {
    for (language, text, words, whole, named) in [
        (
            "en",
            "He called it “no longer safe”. Then he left.",
            "it “no longer safe.”",
            "it “no longer safe”",
            "the full stop",
        ),
        (
            "en",
            "He called it “no longer safe”, and left.",
            "it “no longer safe,”",
            "it “no longer safe”",
            "the comma",
        ),
        (
            "en",
            "He called it “no longer safe”; so he left.",
            "“no longer safe;”",
            "“no longer safe”",
            "the final “;”",
        ),
        (
            "en",
            "Was it “no longer safe”? Nobody knew.",
            "it “no longer safe?”",
            "it “no longer safe”?",
            "the final “?”",
        ),
        (
            "fr",
            "Un seuil « plus défendable ». Il part.",
            "seuil « plus défendable. »",
            "seuil « plus défendable »",
            "the full stop",
        ),
        (
            "de",
            "Er nannte es „nicht sicher“. Dann ging er.",
            "es „nicht sicher.“",
            "es „nicht sicher“",
            "the full stop",
        ),
        (
            "es",
            "Lo llamó «poco seguro». Y se fue.",
            "llamó «poco seguro.»",
            "llamó «poco seguro»",
            "the full stop",
        ),
        ("ru", "Он назвал это «угрозой». И ушёл.", "это «угрозой.»", "это «угрозой»", "the full stop"),
        ("ar", "وصفه بأنه «غير آمن». ثم غادر.", "بأنه «غير آمن.»", "بأنه «غير آمن»", "the full stop"),
        (
            "zh",
            "他说限制“已站不住脚”。然后离开了。",
            "限制“已站不住脚。”",
            "限制“已站不住脚”",
            "the full stop",
        ),
    ] {
        let (status, findings) = checked(language, text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Altered, 1), "{words}: {findings:?}");
        let message = format!("the source has these words, but not {named} inside the quotation marks");
        assert_eq!(findings[0].message, message, "{words}");
        assert_eq!(findings[0].help.last(), Some(&exact(whole)), "{words}");
    }
    // And the other way round.
    for (language, text, words, whole) in [
        ("en", "He saw “The Firm.” Then he left.", "saw “The Firm”.", "saw “The Firm.”"),
        ("fr", "Il dit : « C’est fini. » Il part.", "« C’est fini ».", "« C’est fini. »"),
        ("zh", "他说：“已经结束了。”然后离开。", "“已经结束了”。", "“已经结束了。”"),
    ] {
        let (_, findings) = checked(language, text, &exact(words));
        assert!(
            findings[0].message.ends_with("but not the full stop behind the quotation marks"),
            "{words}: {findings:?}"
        );
        assert_eq!(findings[0].help.last(), Some(&exact(whole)), "{words}");
    }
    // Where the source has no marks, these are the quote's own as before.
    let (_, findings) =
        checked("en", "He called it no longer safe. Then he left.", &exact("it “no longer safe.”"));
    assert!(!findings[0].message.contains("inside"), "{findings:?}");
}

#[test]
fn what_stands_in_brackets_is_named_whole_and_no_mark_is_left_open() {
    let text = "“But I believe we might have asked other questions. We never went there at night.”";
    for (words, message, line) in [
        (
            "“[I] believe we might have asked other questions.”",
            "the source has these words with other punctuation",
            "I believe we might have asked other questions.",
        ),
        (
            "“[She] believe[s] we might have asked other questions.”",
            "the source has these words without [She] and [s], and without the quotation marks around them",
            "believe we might have asked other questions.",
        ),
        (
            "“[The crew] went there at night.”",
            "the source has these words without [The crew], and without the quotation marks around them",
            "went there at night.",
        ),
        (
            "we might have asked other questions (emphasis added)",
            "the source has these words without (emphasis added), which this quote puts in",
            "we might have asked other questions",
        ),
    ] {
        let (status, findings) = checked("en", text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Altered, 1), "{words}: {findings:?}");
        assert_eq!(
            (findings[0].rule, findings[0].message.as_str()),
            (Rule::QuoteAltered, message),
            "{words}"
        );
        assert!(findings[0].help.contains(&exact(line)), "{:?}", findings[0].help);
    }
}

#[test]
fn signs_of_another_notation_are_all_that_such_a_quote_differs_by() {
    let text = "We never went there at night, he said.";
    for words in [
        "<p>went there at night</p>",
        "went there at <a href=\"https://example.org/a/very/long/address/of/a/page.html?x=1\">night</a>",
        "went [there](https://example.org/a/very/long/address/of/a/page.html?x=1) at night",
        "went **there** at night",
    ] {
        let tree = tree("en", text, &exact(words));
        let corpus = Corpus::load(&tree);
        let verified = verify(&corpus, &tree, &Options::default());
        let outcome = &verified.outcomes[0].as_ref().unwrap()[0];
        assert_eq!(outcome.status, Status::Altered, "{words}");
        let found = outcome.segments[0].as_ref().unwrap().found.as_deref();
        assert_eq!(found, Some("went there at night"), "{words}");
        assert!(
            outcome.differences.iter().all(|one| one.kind == Kind::Punctuation),
            "{:?}",
            outcome.differences
        );
        let (_, advice) = advice("en", text, words);
        assert!(advice.contains("“never” straight before the passage"), "{words}: {advice}");
    }
}

#[test]
fn three_dots_at_the_end_are_no_full_stop_and_their_line_is_shown_once() {
    for (language, text, words, line) in [
        (
            "en",
            "The board met on Monday. It went on.",
            "The board met on Monday...",
            "The board met on Monday",
        ),
        (
            "fr",
            "Le conseil s’est réuni lundi. Il dure.",
            "Le conseil s’est réuni lundi…",
            "Le conseil s’est réuni lundi",
        ),
        ("zh", "委员会星期一开会。继续。", "委员会星期一开会……", "委员会星期一开会"),
    ] {
        let (_, findings) = checked(language, text, &exact(words));
        assert!(findings[0].message.contains("but not the dots at their end"), "{findings:?}");
        assert_eq!(findings[0].help.iter().filter(|help| **help == exact(line)).count(), 1, "{findings:?}");
    }
}

#[test]
fn fix_names_what_turns_the_words_round_that_it_writes() {
    let text = "«No hemos llegado por mala suerte», dijo.";
    let tree = tree("es", text, &exact("Hemos llegado por mala suerte"));
    let corpus = Corpus::load(&tree);
    let verified = verify(&corpus, &tree, &Options::default());
    let mended = repair::mended(&corpus, &verified);
    assert!(mended[0].after.contains("\"hemos llegado por mala suerte\""), "it is written all the same");
    let told = "the source has “No” straight before the passage, which negates it";
    assert_eq!(mended[0].turned, [(4, told.to_owned())]);
    let folder = tempfile::tempdir().unwrap();
    for path in ["ibid.toml", "claims/c.toml", "sources/s/source.toml", "sources/s/2025-12-08.txt"] {
        let bytes = tree.read(path, u64::MAX).unwrap();
        write(folder.path(), path, &bytes);
    }
    for arguments in [&["fix"][..], &["fix", "--write"]] {
        let run = ibid(folder.path(), arguments);
        assert!(run.stderr.contains(&format!("claims/c.toml:4: but {told}: see whether")), "{}", run.stderr);
    }
}

#[test]
fn an_exception_that_a_list_leaves_out_is_told_with_a_line_that_has_it() {
    let told = |text: &str, lines: &str| checked("en", &format!("It burnt at night. {text}\n"), lines).1;
    let text = "Nobody was killed except three sailors in the fire.";
    let findings = told(text, "exact = [\"Nobody was killed\", \"in the fire\"]");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].message.contains("“except”, with which an exception begins between its parts"));
    let line = exact("Nobody was killed except three sailors in the fire");
    assert!(findings[0].help.contains(&line), "{findings:?}");
    assert_eq!(told(text, &line), []);
    for (text, lines) in [
        (text, "exact = [\"Nobody was killed except three sailors\", \"the fire\"]"),
        ("Nobody was killed by the smoke in the fire.", "exact = [\"Nobody was killed\", \"in the fire\"]"),
        (
            "All were killed except three sailors in the fire.",
            "exact = [\"All were killed\", \"in the fire\"]",
        ),
    ] {
        assert_eq!(told(text, lines), [], "{text}");
    }
}
