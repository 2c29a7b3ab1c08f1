//! Which words negate in a text, by the language that is declared and the one that it speaks.

use crate::common::{ibid, initialized, report};
use ibid::digest::Digest;
use ibid::quoting::toml_string;
use ibid::tree::MemoryTree;
use std::fs;

/// More of a French text, so that its language is plain.
const FRENCH: &str = "Le maire est venu dans la ville avec les élus pour une réunion du conseil. Il a dit que \
    le budget des écoles est voté, et que les travaux sont pour cette année.";

/// The rules of what is found of a quote of these parts, in a text with this language in its record.
fn found(text: &str, language: Option<&str>, parts: &[&str]) -> Vec<&'static str> {
    let mut tree = MemoryTree::default();
    let language = language.map_or_else(String::new, |tag| format!("language = \"{tag}\"\n"));
    let digest = Digest::of(text.as_bytes());
    let record = format!("title = \"T\"\n{language}[[capture]]\nfile = \"a.txt\"\nsha256 = \"{digest}\"\n");
    let exact: Vec<String> = parts.iter().map(|part| toml_string(part)).collect();
    let quote = format!("[[claim.quote]]\nsource = \"s\"\nexact = [{}]\n", exact.join(", "));
    tree.insert("ibid.toml", "format = 1\n[rules]\nquote-short = \"off\"\n");
    tree.insert("sources/s/a.txt", text);
    tree.insert("sources/s/source.toml", record);
    tree.insert("claims/c.toml", format!("[[claim]]\nid = \"c\"\ntext = \"T\"\n{quote}"));
    report(&tree).findings.iter().map(|finding| finding.finding.rule.name()).collect()
}

/// The text around `[…]`, what is left out, as two parts of a quote.
fn gap(marked: &str, language: Option<&str>, more: &str) -> Vec<&'static str> {
    let (head, rest) = marked.split_once('[').unwrap();
    let (left, tail) = rest.split_once(']').unwrap();
    let text = format!("{head}{left}{tail}\n{more}\n");
    found(&text, language, &[head.trim(), tail.trim()])
}

#[test]
fn no_word_of_another_language_negates() {
    for marked in [
        "Le roi [et] sa femme sont partis dans la nuit.",
        "El rey vive [en] su casa de la playa con los niños.",
        "O rei vive [no] palácio com os filhos e a rainha.",
        "De koning woont [en] werkt in het paleis van de stad.",
        "A magyar király [mai] napja az ország és a nép előtt.",
        "Они [тем не менее] победили.",
        "Verrà [senza dubbio] domani.",
        "Mfalme [ni] mtu wa watu na ya nchi kwa miaka.",
    ] {
        for language in [None, Some("und")] {
            assert_eq!(gap(marked, language, ""), [""; 0], "{marked}");
        }
    }
    assert_eq!(gap("Le roi [et] sa femme", Some("fra"), ""), [""; 0]);
    assert_eq!(gap("A király [mai] napja", Some("hu"), ""), [""; 0]);
}

#[test]
fn what_negates_in_the_language_that_a_text_speaks_is_found_without_a_declaration() {
    for marked in [
        "Le roi [et pas] sa femme sont partis dans la nuit.",
        "El ministro [no] ha dimitido de su cargo en el gobierno.",
        "Il ministro [non] ha lasciato la sede del governo.",
        "Министр [не] ушёл в отставку, и это не секрет.",
        "Statsråden har [inte] lämnat sin post och det är klart.",
        "A miniszter [nem] mondott le, és az ország nem tudja.",
        "Menteri [tidak] hadir kemarin.",
        "Ministerstwo [nie] komentuje sprawy.",
        "وزیر گفت که این توافق را [هرگز] برای آن کشور امضا",
    ] {
        assert_eq!(gap(marked, None, ""), ["omission-negates"], "{marked}");
    }
}

#[test]
fn a_wrong_language_switches_no_check_off() {
    for language in ["en", "fr-CA", "german", "fra", "zh-Hans", "sw", "und"] {
        assert_eq!(
            gap("Il dit [n’avoir jamais] voté.", Some(language), FRENCH),
            ["omission-negates"],
            "{language}"
        );
        assert_eq!(
            gap("Il est parti [sans] voter.", Some(language), FRENCH),
            ["omission-negates"],
            "{language}"
        );
    }
    let english = "The minister said that it was in the budget of the city, and he was right.";
    assert_eq!(gap("It does [not] alter the form.", Some("fr-CA"), english), ["omission-negates"]);
    let text = format!("{FRENCH} Il est parti sans voter la loi.");
    assert_eq!(found(&text, Some("en"), &["voter la loi"]), ["quote-negated"]);
    assert_eq!(found(&text, Some("klingon"), &["dans la ville"]), ["value-invalid"]);
}

#[test]
fn codes_and_names_of_languages_are_those_languages() {
    for (tag, marked) in [
        ("fra", "Il est parti [sans] dormir"),
        ("German", "Er kommt [kaum] hierher"),
        ("spa-MX", "Mi primo [tampoco] trabaja"),
        ("iw", "הוא [מעולם] בא"),
    ] {
        assert_eq!(gap(marked, Some(tag), ""), ["omission-negates"], "{tag}");
    }
}

#[test]
fn french_plus_negates_after_ne_alone() {
    for marked in [
        "Le taux est [plus] élevé qu’en 2020.",
        "Il a fait le premier [pas] vers la paix.",
        "L’État a d’autant [plus] besoin de recettes.",
        "L’armée avance [pas à pas] vers la capitale.",
    ] {
        assert_eq!(gap(marked, Some("fr"), FRENCH), [""; 0], "{marked}");
    }
    for marked in ["Le chef n’est [plus] ministre.", "Il ne négocie [plus] avec eux."] {
        assert_eq!(gap(marked, Some("fr"), FRENCH), ["omission-negates"], "{marked}");
    }
    assert_eq!(found("Il n’est plus ministre.", Some("fr"), &["ministre"]), ["quote-negated"]);
    assert_eq!(found("Il est plus riche que moi.", Some("fr"), &["riche que moi"]), [""; 0]);
}

#[test]
fn what_is_around_a_word_tells_whether_it_negates() {
    for (language, marked) in [
        ("zh", "他[未来得及]逃走。"),
        ("zh", "警方[无线索]可查。"),
        ("zh", "证据[不足以]定他的罪名。"),
        ("zh", "这种做法[并非常]态化。"),
        ("zh", "他的要求[不过分]。现在"),
        ("ko", "그는 가지 [말라고] 친구에게 말했다."),
        ("fr", "Il l’a [ja-\nmais] promis hier."),
        ("ro", "Ministrul [n-a] demisionat ieri."),
        ("fa", "دولت [عدم] پرداخت را"),
        ("pl", "Dali [żadnemu] z nich pieniądze"),
    ] {
        assert!(gap(marked, Some(language), "").contains(&"omission-negates"), "{marked}");
    }
    for (language, marked) in [
        ("zh", "公司[未来]三年扩张。"),
        ("zh", "警方逮捕了[不法]分子头目。"),
        ("ja", "会社は[行かなければならない]と述べた。"),
        ("ko", "그는 [틀림없이] 온다."),
        ("es", "Hubo [no menos de] diez heridos."),
        ("ru", "Он [тем не менее] пришёл."),
        ("vi", "Ông [không chỉ] nói mà làm."),
        ("ar", "هذا [ما] جعل الأسعار ترتفع."),
        ("en", "He is [no stranger to] controversy."),
        ("en", "The army set up a [no-fly] zone there."),
    ] {
        assert_eq!(gap(marked, Some(language), ""), [""; 0], "{marked}");
    }
}

#[test]
fn no_auxiliary_verb_parts_a_negation_from_what_it_negates() {
    for (language, text, quote) in [
        ("zh", "政府不可能接受这一协议。", "接受这一协议"),
        ("zh", "政府不愿意接受这一协议。", "接受这一协议"),
        ("zh", "公司没能达到这一目标。", "达到这一目标"),
        ("th", "รัฐบาลไม่ได้ยอมรับข้อตกลง", "ยอมรับข้อตกลง"),
        ("th", "รัฐบาลไม่สามารถยอมรับข้อตกลง", "ยอมรับข้อตกลง"),
        ("ja", "政府は合意を承認しないと述べた。", "合意を承認"),
        ("ja", "政府は合意を承認していない。", "合意を承認"),
        ("ja", "裁判所には十分な証拠がない。", "十分な証拠"),
    ] {
        assert_eq!(found(text, Some(language), &[quote]), ["quote-cuts-word"], "{text}");
    }
}

#[test]
fn a_negation_that_ends_its_clause_negates_nothing_after_it() {
    for (language, text, quote) in [
        ("ko", "증거가 없다고 법원은 밝혔다.", "법원은 밝혔다"),
        ("ko", "총리는 사임하지 않겠다고 국회에서 밝혔다.", "국회에서 밝혔다"),
        ("tr", "Para yok ama umut var dedi.", "ama umut var"),
    ] {
        assert_eq!(found(text, Some(language), &[quote]), [""; 0], "{text}");
    }
    for (language, text, quote) in [
        ("ko", "그는 근거 없는 주장을 폈다.", "주장을 폈다"),
        ("fa", "دولت موفق نشد این توافق را بپذیرد.", "این توافق را بپذیرد"),
        ("fa", "دولت پولی برای مدارس ندارد.", "پولی برای مدارس"),
    ] {
        assert_eq!(found(text, Some(language), &[quote]), ["quote-negated"], "{text}");
    }
}

#[test]
fn add_tells_where_the_words_are_of_another_language() {
    let folder = initialized();
    let path = folder.path();
    let article = format!("<p>{FRENCH}</p>").repeat(4).replacen("élus", "députés", 1);
    let page = |lang: &str| {
        format!(
            "<!doctype html><html lang='{lang}'><title>Le conseil</title><article>{article}</article></html>"
        )
    };
    let add = |name: &str, content: &str, more: &[&str]| {
        fs::write(path.join(name), content).unwrap();
        let id = name.replace('.', "-");
        let run = ibid(path, &[&["add", name, "--id", &id, "--captured", "2025-12-08"], more].concat());
        let record = fs::read_to_string(path.join(format!("sources/{id}/source.toml"))).unwrap_or_default();
        (run, record)
    };
    if cfg!(feature = "html") {
        let (wrong, record) = add("a.html", &page("en"), &[]);
        assert!(record.contains("language = \"en\""), "{record}");
        insta::assert_snapshot!("add_a_page_of_another_language", without_digests(&wrong.stdout));
        let (right, record) = add("b.html", &page("french"), &[]);
        assert!(record.contains("language = \"fr\""), "{record}");
        assert!(!right.stdout.contains("look like"), "{}", right.stdout);
    }
    let (own, record) = add("c.txt", FRENCH, &["--title", "T", "--language", "german"]);
    assert!(
        record.contains("language = \"de\"")
            && own.stdout.contains("source.toml says `language = \"de\"`; the words look")
    );
    let (refused, record) = add("d.txt", FRENCH, &["--title", "U", "--language", "klingon"]);
    assert!(refused.status == 2 && record.is_empty() && refused.stderr.contains("no language tag"));
}

/// What was said, without the digests, which say nothing here.
fn without_digests(told: &str) -> String {
    let lines = told.lines().map(|line| line.split(" (").next().unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn verbs_that_carry_their_negation_are_left_out_with_it() {
    for (language, marked) in [
        ("tr", "Bakan [toplantıya gitmedi ve] sonra konuştu."),
        ("tr", "Bu iş [böyle olmayacak diye] konuştu."),
        ("tr", "Suçlu [değildim ama o] geldi."),
        ("cs", "Ministr [to neřekl ale] přišel včas."),
        ("sk", "Minister [neprišiel ale] hovoril dlho."),
        ("he", "הוא אמר [אי אפשר] לבוא היום."),
        ("he", "הוא ראה [אף אחד] בבית הגדול."),
        ("it", "Il ministro [ha detto no] e poi è uscito."),
        ("de", "Der Minister [sagte nein und] ging dann."),
        ("zh", "部长说你[甭]担心这件事情"),
        ("ja", "彼は東京へ[行くまいと]言った。"),
        ("fr", "Il a dit : ‘il [n’ose] partir’ hier."),
    ] {
        assert!(gap(marked, Some(language), "").contains(&"omission-negates"), "{marked}");
    }
    for (language, marked) in [
        ("tr", "Bakan [namaz sonrası] halka konuştu."),
        ("tr", "Bakan [komediyi izleyip] sonra konuştu."),
        ("tr", "Mesut [Yılmaz] halka konuştu."),
        ("cs", "Ministr [nechal v neděli] hovořit hosty."),
        ("he", "הוא גר [על אי קטן] בים הגדול."),
        ("en", "The rock ['n' roll] star came home."),
        ("en", "The rock [n’ roll] star came home."),
        ("fr", "La star du rock [’n’ roll] est venue."),
    ] {
        assert!(!gap(marked, Some(language), "").contains(&"omission-negates"), "{marked}");
    }
}

#[test]
fn sure_negations_of_more_languages_count_in_short_texts() {
    for marked in [
        "Bakan [hayır dedi ve] gitti.",
        "Ministr [není doma a] spí.",
        "Міністр [жодного разу] казав це.",
        "Ministern sade [ingen visste] det.",
        "השר אמר [אין כסף] לעם.",
    ] {
        assert!(gap(marked, None, "").contains(&"omission-negates"), "{marked}");
    }
}
