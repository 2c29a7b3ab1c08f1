//! What folds alike, by which kinds of difference, and what never does.

use super::*;

fn is_variant(quote: &str, source: &str) -> bool {
    folded(quote, Form::Words) == folded(source, Form::Words)
}

fn kinds(quote: &str, source: &str) -> Vec<&'static str> {
    assert!(is_variant(quote, source), "{quote:?} and {source:?} fold alike");
    differences(quote, source, Casing::Common).iter().map(|difference| difference.kind.name()).collect()
}

#[test]
fn the_same_words_in_other_characters_fold_alike() {
    assert_eq!(kinds("l'accord", "l’accord"), ["typography"]);
    assert_eq!(kinds("«Non»", "« Non »"), ["spacing", "spacing"]);
    assert_eq!(kinds("un\nmot", "un\r\nmot"), ["line-ending"]);
    assert_eq!(kinds("un mot", "un\u{a0}\n\n mot"), ["spacing"]);
    assert_eq!(kinds("en 2021: 300", "en 2021 : 300"), ["spacing"]);
    assert_eq!(kinds("hésite . . . puis", "hésite… puis"), ["spacing", "typography"]);
    assert_eq!(kinds("tali\u{ad}bans", "talibans"), ["invisible"]);
    assert_eq!(kinds("e\u{301}te\u{301}", "été"), ["unicode-form", "unicode-form"]);
    assert_eq!(kinds("Les talibans", "LES talibans"), ["case"]);
    assert_eq!(kinds("1er coeur...", "1ᵉʳ cœur…"), ["typography", "typography", "typography"]);
    assert_eq!(kinds("ＡＢＣ，１２", "ABC,12"), ["typography"]);
    assert_eq!(kinds("没有。", "没有."), ["typography"]);
    assert_eq!(kinds("没有｡", "没有。"), ["typography"]);
    assert_eq!(kinds("لا،هل؟", "لا,هل?"), ["typography", "typography"]);
    assert_eq!(kinds("مـــا", "ما"), ["invisible"]);
    assert_eq!(kinds("dit ‘oui’ à", "dit “oui” à"), ["typography", "typography"]);
    assert_eq!(kinds("un 'geste' de", "un « geste » de"), ["typography", "spacing", "spacing", "typography"]);
    assert_eq!(kinds("说‘好’吧", "说「好」吧"), ["typography", "typography"]);
    assert_eq!(kinds("l’ avion d'Air", "l'avion d’Air"), ["typography", "spacing", "typography"]);
    assert_eq!(kinds("un poʼ di", "un po’ di"), ["typography"]);
    assert_eq!(kinds("piu´ di", "piu' di"), ["typography"]);
    assert_eq!(kinds("ג'ורג' בא", "ג׳ורג׳ בא"), ["typography", "typography"]);
    assert_eq!(differences("b\" d", "b’ d", Casing::Common)[0].kind, Kind::Typography);
    assert_eq!(kinds("the boys' room", "the boys’ room"), ["typography"]);
    assert_eq!(kinds("mot--mot", "mot — mot"), ["spacing", "typography", "spacing"]);
    assert_eq!(
        kinds("L'ÉTÉ", "l’e\u{301}te\u{301}"),
        ["case", "typography", "unicode-form", "case", "unicode-form"]
    );
}

#[test]
fn one_mark_or_letter_in_several_encodings_folds_alike() {
    for (quote, source) in [
        ("马克・吐温", "马克·吐温"),
        ("한ㆍ미 정상", "한·미 정상"),
        ("3ㆍ1 운동", "3·1 운동"),
        ("étudiant•e•s", "étudiant·e·s"),
        ("10〜20人", "10～20人"),
        ("⼈民", "人民"),
        ("好...", "好……"),
        ("好…", "好……"),
        ("好......", "好……"),
        ("15°C", "15℃"),
        ("10km 구간", "10㎞ 구간"),
        ("20m²", "20㎡"),
        ("5μg", "5µg"),
        ("אל", "ﭏ"),
        ("col·lecció", "coŀlecció"),
        ("džep", "ǆep"),
        ("n° 5", "nº 5"),
        ("N°5", "Nº5"),
    ] {
        assert_eq!(kinds(quote, source)[0], "typography", "{quote} {source}");
    }
    assert_eq!(kinds("15 °C", "15℃"), ["spacing", "typography"]);
    for (quote, source) in [
        ("好..", "好……"),
        ("bien....", "bien..."),
        ("3·1 운동", "3 · 1 운동"),
        ("20m2", "20㎡"),
        ("20 °", "20 o"),
        ("un n", "un n°"),
        ("3·1", "31"),
        ("한미", "한ㆍ미"),
        ("- oui", "• oui"),
    ] {
        assert!(!is_variant(quote, source), "{quote:?} is not {source:?}");
    }
}

#[test]
fn turkish_has_two_letters_i() {
    let is_variant = |quote, source, language| {
        let fold = |text| Folded::cased(text, Form::Words, Casing::of(language)).bytes;
        fold(quote) == fold(source)
    };
    for (quote, source) in [
        ("ısınma", "ISINMA"),
        ("istanbul", "İSTANBUL"),
        ("İstanbul", "I\u{307}stanbul"),
        ("kızıl", "KIZIL"),
        ("I", "ı"),
        ("kâğıt îma", "KÂĞIT ÎMA"),
    ] {
        assert!(is_variant(quote, source, Some("tr")) && is_variant(quote, source, Some("az-Latn")));
        let named = differences(quote, source, Casing::Turkish);
        assert!(named.iter().all(|one| matches!(one.kind, Kind::Case | Kind::UnicodeForm)), "{named:?}");
    }
    for (quote, source) in [("irak", "IRAK"), ("Istanbul", "İstanbul"), ("ılık", "ilik"), ("KİR", "KIR")]
    {
        assert!(!is_variant(quote, source, Some("tr")), "{quote} is not {source}");
    }
    assert!(is_variant("irak", "IRAK", Some("fr")) && is_variant("irak", "IRAK", None));
    assert!(!is_variant("ırak", "IRAK", Some("ku-TR")));
}

#[test]
fn other_words_never_fold_alike() {
    for (quote, source) in [
        ("vrai ?", "vrai ."),
        ("1.5", "1,5"),
        ("0,42", "−0,42"),
        ("12 500", "12500"),
        ("réformé", "ré-formé"),
        ("ou", "où"),
        ("tue", "tué"),
        ("avisé", "a visé"),
        ("- 5 km", "-5 km"),
        ("de 3 -5", "de 3-5"),
        ("+ 5", "+5"),
        ("12 , 5", "12,5"),
        ("en 2021. 5 hommes", "en 2021.5 hommes"),
        ("5 km", "5km"),
        ("10²", "102"),
        ("Strasse", "Straße"),
        ("2n cases", "2ⁿ cases"),
        ("de ±5 points", "de +5 points"),
        ("de \u{E000}5 points", "de -5 points"),
        ("de \u{E000}-5 points", "de -5 points"),
        ("—−5 °C", "—5 °C"),
        ("−−5", "−5"),
        ("ʿAlī", "ʾAlī"),
        ("12 : 30", "12:30"),
        ("5' de long", "5\" de long"),
        ("l’avion", "l”avion"),
        ("the boys' room", "the boys room"),
        ("\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}"),
    ] {
        assert!(!is_variant(quote, source), "{quote:?} is not {source:?}");
    }
}

#[test]
fn a_match_never_ends_inside_a_character() {
    let text = Folded::new("fin…", Form::Words);
    assert_eq!(text.bytes(), b"fin...");
    assert_eq!(text.origin(0, 4), None);
    assert_eq!(text.origin(0, 6), Some(Span::new(0, "fin…".len())));
    assert_eq!(text.origin(0, 3), Some(Span::new(0, 3)));
}
