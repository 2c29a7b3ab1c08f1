//! Negations that a quote leaves beside it or cuts from it: never in silence, whatever the claim allows.

use crate::common::exact;
use ibid::corpus::Corpus;
use ibid::finding::Rule;
use ibid::tree::MemoryTree;
use ibid::verify::{Options, Status, verify};

/// The status of the only quote of a text in a language, and the rules and last helps of what is found.
fn checked(language: &str, text: &str, lines: &str) -> (Status, Vec<(Rule, Vec<String>)>) {
    let mut tree: MemoryTree = crate::common::repository(text, &[lines.to_owned()]);
    let record = format!(
        "title = \"T\"\nlanguage = \"{language}\"\n[[capture]]\nfile = \"2025-12-08.txt\"\nsha256 = \"{}\"\n",
        ibid::digest::Digest::of(text.as_bytes())
    );
    tree.insert("sources/s/source.toml", record);
    let corpus = Corpus::load(&tree);
    let verified = verify(&corpus, &tree, &Options::default());
    let status = verified.outcomes[0].as_ref().unwrap()[0].status;
    let quiet = [Rule::QuoteShort, Rule::SourceUncited];
    let findings = verified.findings.into_iter().filter(|one| !quiet.contains(&one.rule));
    (status, findings.map(|one| (one.rule, one.help)).collect())
}

#[test]
fn a_part_of_a_word_never_drops_what_negates() {
    for (language, text, words) in [
        ("fr", "Il n’est coupable de rien.", "est coupable de rien"),
        ("fr", "Il n’est coupable de rien.", "est coup"),
        ("zh", "他是不可靠的人。", "可靠的人"),
        ("zh", "他不可靠的人。", "可靠的人"),
        ("en", "He couldn’t say it.", "He could"),
        ("en", "A non-binding deal was made.", "binding deal was"),
        ("en", "A non-binding deal was made.", "bind"),
        ("en", "With nobody he spoke.", "body he spoke"),
        ("ar", "ولا يعرف أحد ما حدث", "و"),
    ] {
        let (status, findings) = checked(language, text, &format!("{}\npartial = true", exact(words)));
        assert_eq!((status, findings.len()), (Status::Cut, 1), "{words} out of {text}: {findings:?}");
        assert_eq!(findings[0].0, Rule::QuoteCutsWord);
        assert!(!findings[0].1.iter().any(|help| help.contains("partial")), "{findings:?}");
    }
}

#[test]
fn a_part_of_any_other_word_stands_where_it_is_meant() {
    for (language, text, words) in [
        ("fr", "Les talibans sont plusieurs.", "Les taliban"),
        ("fr", "Les talibans sont plusieurs.", "sont plus"),
        ("en", "A non-binding deal was made.", "non-bind"),
        ("en", "He couldn’t say it.", "n’t say it"),
        ("ar", "ولا يعرف أحد ما حدث", "لا يعرف"),
        ("ar", "قال والاتفاق جيد", "الاتفاق جيد"),
    ] {
        let (status, findings) = checked(language, text, &format!("{}\npartial = true", exact(words)));
        assert_eq!((status, findings.len()), (Status::Stands, 0), "{words} out of {text}: {findings:?}");
    }
}

#[test]
fn a_negation_in_marks_of_its_own_or_with_a_word_between_is_warned_of() {
    for (language, text, words, whole) in [
        ("en", "He was “not” guilty of it.", "guilty of it", "“not” guilty of it"),
        ("en", "He was ‘not’ guilty of it.", "guilty of it", "‘not’ guilty of it"),
        ("en", "He was \"not\" guilty of it.", "guilty of it", "\"not\" guilty of it"),
        ("fr", "Il n’est « pas » coupable.", "coupable", "« pas » coupable"),
        ("de", "Er ist „nicht“ schuldig.", "schuldig", "„nicht“ schuldig"),
        ("en", "He is not yet free of it.", "free of it", "not yet free of it"),
        ("en", "He is not in fact guilty.", "guilty", "not in fact guilty"),
        ("en", "He was not, in fact, guilty.", "guilty", "not, in fact, guilty"),
        ("en", "It has not yet been proven.", "proven", "not yet been proven"),
        ("fr", "Il n’est pas encore parti.", "parti", "pas encore parti"),
        ("fr", "Il n’a jamais été condamné.", "condamné", "jamais été condamné"),
        ("ar", "لم يكن مذنبا في القضية", "مذنبا في القضية", "لم يكن مذنبا في القضية"),
        // Where the language is not known, sure negations with the words of any.
        ("und", "He is not yet free of it.", "free of it", "not yet free of it"),
    ] {
        let (status, findings) = checked(language, text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Stands, 1), "{words} out of {text}: {findings:?}");
        let (rule, help) = &findings[0];
        assert_eq!(*rule, Rule::QuoteNegated, "{words} out of {text}");
        assert!(help.contains(&exact(whole)), "{help:?}");
        let (status, findings) = checked(language, text, &exact(whole));
        assert_eq!((status, findings.len()), (Status::Stands, 0), "{whole}: {findings:?}");
    }
}

#[test]
fn what_is_not_negated_is_not_warned_of() {
    for (language, text, words) in [
        ("en", "He said not. Yet free men came.", "free men came"),
        ("en", "They are free, in fact happy.", "happy"),
        ("en", "A “knot” held it fast.", "held it fast"),
        ("en", "He said “not me”. Guilty men came.", "Guilty men came"),
        ("fr", "Il est encore parti.", "parti"),
        ("en", "Nobody denies that the firm paid them.", "the firm paid them"),
        ("en", "He never denied having met them.", "having met them"),
        ("fr", "Il ne refuse pas de signer cet accord.", "signer cet accord"),
        ("es", "Nadie niega que haya pagado todo.", "haya pagado todo"),
    ] {
        let (status, findings) = checked(language, text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Stands, 0), "{words} out of {text}: {findings:?}");
    }
}

#[test]
fn a_verb_that_denies_the_words_is_told_unless_a_passage_shows_it() {
    for (language, text, words, whole) in [
        (
            "en",
            "The ministry denied having met the delegation.",
            "having met the delegation",
            "denied having met the delegation",
        ),
        ("fr", "Le maire refuse de signer cet accord.", "signer cet accord", "refuse de signer cet accord"),
        ("zh", "发言人否认参与了这次袭击。", "参与了这次袭击", "否认参与了这次袭击"),
        ("ja", "首相は事件への関与を否定した。", "事件への関与", "事件への関与を否定"),
    ] {
        let (status, findings) = checked(language, text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Stands, 1), "{words}: {findings:?}");
        assert_eq!(findings[0].0, Rule::QuoteNegated);
        let pasted = exact(whole);
        assert!(findings[0].1.contains(&pasted), "{pasted}: {findings:?}");
        for lines in [pasted, format!("{}\nwithin = \"{whole}\"", exact(words))] {
            let (status, findings) = checked(language, text, &lines);
            assert_eq!((status, findings.len()), (Status::Stands, 0), "{lines}: {findings:?}");
        }
    }
}

#[test]
fn a_negation_that_the_segments_have_is_not_one_that_they_leave_out() {
    for (language, text, words) in [
        ("en", "He came home late and not far from here.", ["He came home", "not far from here"]),
        ("en", "He did not say on Monday why he left.", ["He did not", "why he left"]),
        ("fr", "Il n’est pas venu lundi à la maison.", ["Il n’est pas", "à la maison"]),
        ("fr", "Il est venu, dit-il, sans rien dire.", ["Il est venu", "sans rien dire"]),
        ("ar", "قال الوزير أمس لا يعرف أحد ما حدث", ["قال الوزير", "لا يعرف أحد"]),
    ] {
        let lines = format!("exact = [\"{}\", \"{}\"]", words[0], words[1]);
        let (status, findings) = checked(language, text, &lines);
        assert_eq!((status, findings.len()), (Status::Stands, 0), "{words:?} out of {text}: {findings:?}");
    }
    for (language, text, words) in [
        ("en", "He did say it and never far from here.", ["He did say", "far from here"]),
        ("fr", "Il est venu, dit-il, jamais seul à la maison.", ["Il est venu", "seul à la maison"]),
    ] {
        let lines = format!("exact = [\"{}\", \"{}\"]", words[0], words[1]);
        let (_, findings) = checked(language, text, &lines);
        assert!(findings.iter().any(|(rule, _)| *rule == Rule::OmissionNegates), "{words:?}: {findings:?}");
    }
}

#[test]
fn inside_a_quote_partial_frees_no_part_of_a_word_but_what_is_joined_to_it() {
    for (language, text, words, status) in [
        ("fr", "Les talibans sont partis hier soir.", ["Les taliban", "hier soir"], Status::Cut),
        ("fr", "Les vieux talibans sont partis.", ["Les", "libans sont partis"], Status::Cut),
        ("fr", "Les talibans sont plusieurs hier.", ["talibans sont", "hie"], Status::Stands),
        ("ko", "경찰은 어제 현장에서 말했다.", ["경찰", "말했다"], Status::Stands),
        ("ar", "قال الوزير أمس والاتفاق جيد", ["قال الوزير", "الاتفاق جيد"], Status::Stands),
    ] {
        let lines = format!("exact = [\"{}\", \"{}\"]\npartial = true", words[0], words[1]);
        let (found, findings) = checked(language, text, &lines);
        assert_eq!(found, status, "{words:?} out of {text}: {findings:?}");
    }
}

/// As `exact`, in several segments.
fn segments(parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| format!("{part:?}")).collect();
    format!("exact = [{}]", parts.join(", "))
}

#[test]
fn a_passage_in_another_language_than_its_source_is_heard_in_its_own() {
    let french = "Le président a dit lundi à la presse, en anglais et devant les députés de la ville : “We did not sign the treaty with Norway.” La séance a été levée.";
    let english = "In his letter of that day he wrote: لم يوقع الوزير على الاتفاق. He left for the coast.";
    let mixed = "In his letter of that day he wrote: Министр не подписал договор. He left for the coast.";
    let short = "Our government will not send troops abroad. Not now, not ever. Thank you all!";
    for (language, text, parts) in [
        ("fr", french, ["We did", "sign the treaty with Norway"]),
        ("en", mixed, ["Министр", "подписал договор"]),
        ("fr", short, ["Our government will", "send troops abroad"]),
        ("ar", short, ["Our government will", "send troops abroad"]),
    ] {
        let (status, findings) = checked(language, text, &segments(&parts));
        let rules: Vec<Rule> = findings.iter().map(|(rule, _)| *rule).collect();
        assert_eq!((status, &rules[..]), (Status::Altered, &[Rule::OmissionNegates][..]), "{parts:?}");
    }
    for (language, text, words) in [
        ("fr", french, "sign the treaty with Norway"),
        ("en", english, "يوقع الوزير على الاتفاق"),
        ("en", mixed, "подписал договор"),
    ] {
        let (status, findings) = checked(language, text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Stands, 1), "{words}: {findings:?}");
        assert_eq!(findings[0].0, Rule::QuoteNegated, "{words}");
    }
    // A title in another language makes no other words of those around it.
    for (language, text, words) in [
        (
            "fr",
            "Il a lu « The Art of the Deal » en mai dernier et il a voté la loi.",
            "dernier et il a voté la loi",
        ),
        ("de", "Die New York Times half den Menschen in Not und der Stadt.", "und der Stadt"),
    ] {
        let (status, findings) = checked(language, text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Stands, 0), "{words}: {findings:?}");
    }
}

#[test]
fn a_verb_that_denies_a_segment_is_told_unless_another_has_it() {
    for (language, text, parts) in [
        (
            "en",
            "The opposition denied that it had taken any money.",
            ["The opposition", "it had taken any money"],
        ),
        ("en", "The mayor refused to resign on Monday.", ["The mayor", "resign on Monday"]),
        (
            "fr",
            "Le ministre dément avoir signé le traité secret.",
            ["Le ministre", "avoir signé le traité secret"],
        ),
        ("nl", "Hij ontkent dat hij geld heeft gestolen.", ["Hij", "hij geld heeft gestolen"]),
        ("zh", "外交部否认两国已经签署协议。", ["外交部", "两国已经签署协议"]),
    ] {
        let (status, findings) = checked(language, text, &segments(&parts));
        assert_eq!((status, findings.len()), (Status::Stands, 1), "{parts:?}: {findings:?}");
        assert_eq!(findings[0].0, Rule::QuoteNegated, "{parts:?}");
        assert!(findings[0].1.iter().any(|help| help.starts_with("exact = ")), "{findings:?}");
    }
    for (language, text, parts) in [
        (
            "en",
            "The opposition denied that it had taken any money.",
            ["The opposition denied", "it had taken any money"],
        ),
        ("en", "The mayor promised to resign on Monday.", ["The mayor", "resign on Monday"]),
        (
            "en",
            "The mayor never denied that he would resign on Monday.",
            ["The mayor never", "he would resign on Monday"],
        ),
    ] {
        let (_, findings) = checked(language, text, &segments(&parts));
        assert!(findings.iter().all(|(rule, _)| *rule != Rule::QuoteNegated), "{parts:?}: {findings:?}");
    }
}

#[test]
fn a_japanese_quote_is_not_parted_from_the_negation_behind_its_verb() {
    for (text, words, whole) in [
        ("政府は責任を認めていません。", "政府は責任を認めて", "政府は責任を認めていません"),
        ("政府は責任を認めていません。", "政府は責任を認め", "政府は責任を認めていません"),
        ("知事は辞任を考えていないという。", "知事は辞任を考えて", "知事は辞任を考えていない"),
        ("書類も捨てていなかった。", "書類も捨てて", "書類も捨てていなかった"),
        ("会社は事故を隠しておらず、", "会社は事故を隠して", "会社は事故を隠しておらず"),
        ("社長は報告を受けてはいない。", "社長は報告を受けて", "社長は報告を受けてはいない"),
        ("市長は反対を表明しませんでした。", "市長は反対を表明しま", "市長は反対を表明しませんでした"),
        ("市長が献金を受け取った事実はない。", "市長が献金を受け取った", "市長が献金を受け取った事実はない"),
        ("容疑者が犯人とは限らない。", "容疑者が犯人", "容疑者が犯人とは限らない"),
        ("知事は現場に行かなかった。", "知事は現場に行かな", "知事は現場に行かなかった"),
        ("「まだ確定した数字ではない」", "まだ確定した数字", "まだ確定した数字ではない"),
    ] {
        let (status, findings) = checked("ja", text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Cut, 1), "{words} out of {text}: {findings:?}");
        assert!(findings[0].1.contains(&exact(whole)), "{whole}: {findings:?}");
        assert_eq!(checked("ja", text, &exact(whole)).0, Status::Stands, "{whole} out of {text}");
    }
    for (text, words) in [
        ("知事は責任を認めて謝罪しなかった。", "知事は責任を認めて"),
        ("知事は責任を認めて、辞任しなかった。", "知事は責任を認めて"),
        ("知事は来月辞任するかもしれない。", "知事は来月辞任する"),
        ("容疑者が犯人であることは間違いない。", "容疑者が犯人である"),
        ("最も重要ないくつかの点を述べた。", "最も重要"),
        ("知事だけでなく市長も辞任した。", "知事"),
    ] {
        let (status, findings) = checked("ja", text, &exact(words));
        assert_eq!((status, findings.len()), (Status::Stands, 0), "{words} out of {text}: {findings:?}");
    }
}
