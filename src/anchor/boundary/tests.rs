//! What a quote cuts at either end, and what it does not.

use super::*;

/// What the quote between `[` and `]` cuts in the text around it.
pub(super) fn cut(marked: &str) -> Option<CutKind> {
    cut_with(None, marked)
}

/// The same in a language.
fn cut_in(language: &str, marked: &str) -> Option<CutKind> {
    cut_with(Some(language), marked)
}

fn cut_with(language: Option<&str>, marked: &str) -> Option<CutKind> {
    let (before, rest) = marked.split_once('[').unwrap();
    let (quote, after) = rest.split_once(']').unwrap();
    let text = format!("{before}{quote}{after}");
    let span = Span::new(before.len(), before.len() + quote.len());
    worst_cut(&Text::new(&text).in_language(language), span)
}

#[test]
fn a_dot_in_the_middle_of_the_line_joins_in_latin_letters_alone() {
    for marked in ["Una col·[lecció] bona", "les [étudiant]·e·s", "3ㆍ[1운동]", "[3]·1운동"] {
        assert!(cut(marked).is_some(), "{marked}");
    }
    for marked in [
        "한·[미] 정상",
        "[서울]·경기",
        "한ㆍ[미] 정상",
        "[서울]ㆍ경기",
        "马克·[吐温]",
        "ロミオ・[ジュリエット]",
    ] {
        assert_eq!(cut(marked), None, "{marked}");
    }
}

#[test]
fn numbers_are_whole_with_sign_and_groups() {
    for marked in [
        "à [environ 250]0 soldats",
        "3 [500 à 4 000] autres",
        "3\u{a0}[500 à 4] 000",
        "r = -[0,42]",
        "(−[0,42])",
        "[2],5 %",
        "1'[000] francs",
        "[1.234].567",
        "1.[234]",
        "r=−[0,42]",
        "3[-5 hommes]",
        "covid[-19 cas]",
        "[10]² m",
        "约[250]万人",
        "约有[三]百人",
        "数[百]人",
        "[١٢]٫٥",
        "[10]多万人",
        "[10]多人",
        "约[250] 万人",
        "[5]ล้านบาท",
        "약 [250]만 명",
        "**−[0,42]** point",
        "-[$5] million",
        "3×[10]⁻⁶",
        "10 [km]² de",
        "x:-[5]",
        "第[三次]",
        "第[3版]",
        "零下[15度]",
        "气温为负[15度]",
        "氷点下[5度]",
        "マイナス[三度]",
        "영하 [15도]",
        "三[点五亿]",
        "[三点]五亿",
        "百分之[五十]",
        "[三分之]二",
        "三[分の一]",
    ] {
        assert_eq!(cut(marked), Some(CutKind::Number), "{marked}");
    }
    for marked in [
        "[2500] soldats",
        "en 2021 [300] hommes",
        "[10] %",
        "de 2019-[2021]",
        "[3 millions] et",
        "[250]人",
        "le [16], 300",
        "[-0,42] et",
        "il y a [-5] là",
        "[Covid]-19",
        "约[250万]人",
        "*[-5 degrés]* hier",
        "在未来[一年内]完成",
        "伤亡[人数]三千人",
        "需要[更多]一些时间",
        "统一[一个]国家",
        "10%-[20%]",
        "本周五[两国领导人]",
        "星期三[一早]",
        "上周二[三名男子]",
        "[第三次]被捕",
        "[零下15度]",
        "负担[15元]",
    ] {
        assert_eq!(cut(marked), None, "{marked}");
    }
}

#[test]
fn words_are_whole_with_compounds_and_elisions() {
    for marked in [
        "[les taliban]s",
        "vice-[président] Saleh",
        "[vice]-président",
        "aujourd’[hui]",
        "quelqu’[un] dit",
        "[l’]erreur",
        "[l]’erreur",
        "tali\u{ad}[bans]",
        "[can]’t go",
        "cessez-[le]-feu",
        "[cessez]-le-feu",
        "affirme[-t]-il",
        "affirme-[t]-il",
        "و[قال] الوزير",
        "[정부]는 밝혔다",
        "צה[״ל]",
        "o'[clock]",
        "[250]km",
        "chef-d’[œuvre]",
        "Val-d’[Oise]",
        "ce n[’*est* jamais]",
        "qu[’« il »]",
        "un rendez-[vous avec] lui",
        "[un rendez]-vous",
        "[l]’« avion »",
        "[l’]« avion »",
        "[ג׳ורג]׳ בא",
    ] {
        assert_eq!(cut(marked), Some(CutKind::Word), "{marked}");
    }
    for marked in [
        "l’[erreur]",
        "L'[Afghanistan]",
        "jusqu’[ici]",
        "[affirme]-t-il",
        "[donne]-le-moi",
        "[cet été]-là",
        "[va]-t’en",
        "[the president]’s men",
        "« [non] »",
        "他[说]好",
        "a,[-5] d",
        "**5**-[10] ans",
        "*[mot]*",
        "_[mot]_",
        "l’« [x] »",
        "׳[שלום]׳",
    ] {
        assert_eq!(cut(marked), None, "{marked}");
    }
}

#[test]
fn a_line_end_parts_no_compound_and_nothing_that_is_written_without_spaces() {
    for marked in [
        "Le vice-\n[président a parlé]",
        "[Le vice]-\nprésident",
        "[Le vice-]\nprésident",
        "non-\r\n[contraignant]",
        "un\u{AD}\n[accepted]",
        "[un]\u{AD}\naccepted",
        "vice-\n\n[président]",
        "vice-\n    [président]",
        "[vice]-\n    président",
        "vice- \n\t[président]",
        "vice-\r\n   [président]",
        "vice-\n> [président]",
        "vice-\n[> président]",
        "vice-\u{C} [président]",
        "[vice]-\n\n16\nRapport\n\nprésident",
        "vice-\n\n16\nRapport\n\n[président]",
        "vice-\n\n\u{C}Rapport\n[président]",
        "vice-\n\n2\n00:01:04,000 --> 00:01:05,000\n[président]",
        "aujourd’\n    [hui]",
        "[aujourd]’\nhui",
    ] {
        assert_eq!(cut(marked), Some(CutKind::Word), "{marked:?}");
    }
    for marked in [
        "政府不\n[同意这项决议]",
        "政府没有\r\n[同意]",
        "> 政府不\n> [同意这项决议]",
        "彼は[認め]\nない",
        "[予定は]\n　ありません",
        "[賛成では]（拍手）ありません",
    ] {
        assert_eq!(cut(marked), Some(CutKind::Negation), "{marked:?}");
    }
    assert_eq!(cut("增加二\n[百名]"), Some(CutKind::Number));
    for marked in [
        "vice-\n\n[Président]",
        "vice-\n\nRapport\n\n[président]",
        "vice-\n\n[16\nRapport\n]\nprésident",
        "pre-\n   [and post-war]",
        "a dit -\n[oui]",
        "dit-\n[il]",
        "政府不\n\n[同意]",
        "政府\n[同意这项决议]",
        "un mot\n[entier]",
    ] {
        assert_eq!(cut(marked), None, "{marked:?}");
    }
}

#[test]
fn negations_and_characters_are_not_cut() {
    assert_eq!(cut("n’[est jamais anodin]"), Some(CutKind::Negation));
    assert_eq!(cut("他不[同意]"), Some(CutKind::Negation));
    assert_eq!(cut_in("fr", "nʼ[accepte]"), Some(CutKind::Negation));
    assert_eq!(cut("それは[事実]ではない"), Some(CutKind::Negation));
    assert_eq!(cut("何も[言わ]ず、"), Some(CutKind::Negation));
    assert_eq!(cut("彼は[行か]ない"), Some(CutKind::Negation));
    assert_eq!(cut("ไม่[ไป]"), Some(CutKind::Negation));
    assert_eq!(cut("[e]\u{301}te"), Some(CutKind::Grapheme));
    assert_eq!(cut("👨\u{200d}[👩]"), Some(CutKind::Grapheme));
    assert_eq!(cut("\r[\nx]"), Some(CutKind::Grapheme));
    for marked in [
        "ce n’*[est]* jamais",
        "ce n’[*est*] jamais",
        "ce n’« [est] »",
        "ce n’ [est] pas",
        "ce n'\n[est] pas",
        "他不「[同意]」",
        "他没有[同意]",
        "他不会[同意]",
        "他 不 [同意]",
        "他没有\u{3000}[同意]",
        "他**没有** [同意]",
        "他没有\t[同意]",
        "他没有 “[同意]”",
        "彼は[行く]まい",
        "それは「[事実]」ではない",
        "[それは「事実」]ではない",
        "彼は「[関与した]」とは述べていない",
    ] {
        assert_eq!(cut(marked), Some(CutKind::Negation), "{marked}");
    }
    for marked in [
        "中非[合作]",
        "南非[总统]",
        "南非 [总统]",
        "他说\"不\" [我同意]",
        "他说“不” [我同意]",
        "[彼は「事実」]と述べた",
        "彼は「[事実ではない]」と述べた",
        "彼は「[行く。]」ない。",
        "ตอบว่าไม่ [เขาไป]",
        "l’*[est]*",
        "il dit : « [est] »",
        "an’« [est] »",
        "rock 'n' [artists]",
        "guns n’ [roses]",
    ] {
        assert_eq!(cut(marked), None, "{marked}");
    }
    let flags = "🇫🇷".repeat(300);
    assert_eq!(cut(&format!("{flags}[🇫🇷]")), None);
    assert_eq!(cut(&format!("🇫{flags}[🇷]")), Some(CutKind::Grapheme));
}

#[test]
fn elisions_clitics_and_possessives_are_those_of_the_language() {
    for (language, marked) in [
        ("en", "[add]-on fees"),
        ("en", "D’[Souza] said"),
        ("nl", "[foto]’s van"),
        ("en", "All’[s well]"),
        ("fr", "S’[il est coupable]"),
        ("fr", "s’[ils partent]"),
        ("it", "nient’[altro]"),
        ("uk", "пʼ[ять]"),
        ("en", "by ʻ[Abd] al"),
        ("en", "the [samā]ʼ is"),
    ] {
        assert_eq!(cut_in(language, marked), Some(CutKind::Word), "{marked}");
    }
    for (language, marked) in [
        ("pt", "[viram]-no ontem"),
        ("it", "dell’[accordo]"),
        ("it", "Se n’[è andato lunedì]"),
        ("it", "anch’[io]"),
        ("fr", "s’[illustre]"),
        ("fr", "lʼ[avion]"),
        ("fr", "[dit]-on"),
        ("en", "the [men]’s"),
    ] {
        assert_eq!(cut_in(language, marked), None, "{marked}");
    }
}

#[test]
fn a_cut_is_widened_to_the_whole() {
    let text = "à environ 2500 soldats, n’est jamais anodin";
    let whole = |quote: &str| {
        let start = text.find(quote).unwrap();
        &text[widened(&Text::new(text), Span::new(start, start + quote.len())).range()]
    };
    assert_eq!(whole("environ 250"), "environ 2500");
    assert_eq!(whole("est jamais anodi"), "n’est jamais anodin");
    assert_eq!(whole("soldats"), "soldats");
    for (text, quote, expected) in [
        ("并非所有居民都反对", "所有居民都反对", "并非所有居民都反对"),
        ("他从未说过这话", "说过这话", "从未说过这话"),
        ("计划不被接受", "接受", "不被接受"),
        ("仪器检测不到信号", "仪器检测", "仪器检测不到"),
        ("知事は行かなかったという", "知事は行か", "知事は行かなかった"),
        ("知事は行きませんでした。", "知事は行き", "知事は行きませんでした"),
    ] {
        let start = text.find(quote).unwrap();
        let found = widened(&Text::new(text), Span::new(start, start + quote.len()));
        assert_eq!(&text[found.range()], expected);
    }
}
