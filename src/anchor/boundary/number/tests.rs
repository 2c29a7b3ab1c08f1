//! Places in numbers of every kind, and beside them. `|` is where a quote begins or ends.

mod beside;
mod identifiers;
mod quantities;
mod wider;

use crate::anchor::boundary::{CutKind, Edge, cut_at};
use crate::text::Text;

/// What is cut at `|` by a quote that begins there, and by one that ends there.
pub(super) fn cuts(language: Option<&str>, marked: &str) -> [Option<CutKind>; 2] {
    let (before, after) = marked.split_once('|').unwrap();
    let content = format!("{before}{after}");
    let text = Text::new(&content).in_language(language);
    [Edge::Start, Edge::End].map(|edge| cut_at(&text, before.len(), edge))
}

/// The cases of which a place cuts something else than it should at either end of a quote; each has a language, empty
/// where it is not known.
fn wrong<'c>(cases: &[(&'c str, &'c str)], right: Option<CutKind>) -> Vec<String> {
    let wrong = cases.iter().filter_map(|&(language, marked)| {
        let found = cuts(Some(language).filter(|tag| !tag.is_empty()), marked);
        (found != [right; 2]).then(|| format!("{language:?} {marked:?} {found:?}"))
    });
    wrong.collect()
}

/// Every place cuts a number, whichever end of a quote lies there.
pub(super) fn assert_cut(cases: &[(&str, &str)]) {
    assert_eq!(wrong(cases, Some(CutKind::Number)), Vec::<String>::new());
}

/// No place cuts anything.
pub(super) fn assert_whole(cases: &[(&str, &str)]) {
    assert_eq!(wrong(cases, None), Vec::<String>::new());
}

#[test]
fn lesser_words_after_greater_ones_are_of_their_number() {
    assert_cut(&[
        ("fr", "deux cent |cinquante hommes"),
        ("fr", "deux cent| cinquante"),
        ("fr", "Deux cent |cinquante mille hommes"),
        ("", "deux cent |cinquante hommes"),
        ("fr", "vingt et |un hommes"),
        ("fr", "vingt |et un hommes"),
        ("fr", "vingt |deux"),
        ("fr", "vingt-|deux"),
        ("fr", "soixante et |onze"),
        ("fr", "soixante-|dix-sept"),
        ("fr", "quatre-vingt |dix"),
        ("fr", "mille |neuf cent"),
        ("fr", "plus d’onze |cents hommes"),
        ("en", "two hundred and |fifty people"),
        ("en", "two hundred |and fifty people"),
        ("en", "Two Hundred |Fifty"),
        ("en", "twenty |five"),
        ("en", "twenty-|five"),
        ("en", "nineteen |eighty-four"),
        ("en", "two thousand| and nine"),
        ("de", "zweihundert |fünfzig"),
        ("de", "zwei|hundert"),
        ("es", "dos mil |quinientos"),
        ("es", "treinta y |cinco"),
        ("es", "treinta |y cinco"),
        ("it", "mille |duecento"),
        ("it", "venti|due"),
        ("pt", "vinte e |cinco"),
        ("pt", "mil |novecentos e quarenta"),
        ("pt", "dois mil e |quinhentos"),
        ("nl", "tweeduizend |vijfhonderd"),
        ("ru", "двадцать |пять человек"),
        ("ru", "Тысяча |двести"),
        ("ru", "сто двадцать |один"),
        ("ar", "ثلاثة |وعشرون"),
        ("ar", "ثلاثة و|عشرون"),
        ("ar", "مئة |وخمسون"),
        ("ar", "خمسة |عشر"),
        ("ar", "أحد |عشر"),
        ("ar", "اثني |عشر"),
        ("ar", "الثلاثة |والعشرين"),
        ("", "ثلاثة |وعشرون"),
        ("fr", "deux cent\n|cinquante hommes"),
        ("fr", "vingt-\n|deux hommes"),
    ]);
}

#[test]
fn greater_words_multiply_those_before_them() {
    assert_cut(&[
        ("fr", "deux |mille hommes"),
        ("fr", "deux| mille hommes"),
        ("fr", "deux |cents"),
        ("fr", "cent |mille"),
        ("en", "five |thousand"),
        ("en", "twelve |hundred"),
        ("en", "a hundred |thousand"),
        ("es", "dos |mil"),
        ("it", "due |mila"),
        ("ru", "пять |тысяч"),
        ("ar", "خمسة |آلاف"),
        ("ar", "خمسين |ألف"),
        ("fr", "deux millions |cinq cent mille"),
        ("en", "3 million |500 thousand"),
        ("fr", "3 millions |500 000"),
        ("fr", "3 millions| 500 000"),
    ]);
    assert_eq!(cuts(Some("en"), "exactly one| hundred")[1], Some(CutKind::Number));
}

#[test]
fn numbers_side_by_side_are_two() {
    assert_whole(&[
        ("en", "between two thousand and |three thousand"),
        ("en", "two thousand and |three thousand"),
        ("en", "between one hundred and |fifty people"),
        ("en", "between five hundred and |six thousand"),
        ("en", "one hundred and |two hundred"),
        ("fr", "entre cent et |deux cents"),
        ("fr", "deux |trois jours"),
        ("fr", "mille et |deux mille"),
        ("fr", "dix |deux"),
        ("fr", "vingt |vingt"),
        ("en", "two |five"),
        ("en", "twenty and |five"),
        ("ar", "بين ثلاثة |وعشرين"),
        ("ar", "ثلاثة |وأربعة"),
        ("ar", "قتل الأحد |عشرة أشخاص"),
        ("ar", "يوم الاثنين |عشرة أشخاص"),
        ("ar", "الأحد والاثنين |مئة"),
        ("es", "cien y |cinco"),
        ("ru", "два |три дня"),
        ("de", "zwanzig |zwei"),
        ("fr", "vingt pour cent |cinquante ans plus tard"),
        ("fr", "deux cent,| cinquante"),
        ("fr", "deux cent\n\n|cinquante"),
        ("en", "In two million |2020 votes"),
        ("de", "eine |100 Mann starke Bande"),
        ("de", "zwei |100GB-Partitionen"),
        ("es", "tanto por mil\n|212 soldados"),
        ("en", "a |1000 dpi font"),
        ("fr", "en deux mille |5 hommes"),
    ]);
}

#[test]
fn a_million_and_an_article_are_no_part() {
    assert_whole(&[
        ("fr", "3 |millions"),
        ("fr", "deux |millions"),
        ("fr", "deux cent mille |milliards"),
        ("pt", "30 |mil pessoas"),
        ("en", "a |hundred people"),
        ("en", "no |one hundred"),
        ("fr", "un |mille"),
        ("fr", "cent |un"),
        ("en", "of the two hundred |one of them"),
        ("en", "two hundred and |one of them"),
        ("en", "fifty |a week"),
        ("de", "ein |hundert"),
    ]);
    assert_eq!(cuts(Some("en"), "exactly one |hundred")[0], None);
}

#[test]
fn fractions_and_decimals_in_words_are_whole() {
    assert_cut(&[
        ("fr", "deux |tiers des députés"),
        ("fr", "les deux| tiers"),
        ("fr", "trois |quarts d’heure"),
        ("en", "two |thirds"),
        ("es", "dos |tercios"),
        ("de", "zwei |Drittel"),
        ("de", "drei |Viertel"),
        ("it", "due |terzi"),
        ("ru", "две |трети"),
        ("ar", "ثلاثة |أرباع"),
        ("fr", "trois virgule |cinq"),
        ("fr", "trois |virgule cinq"),
        ("en", "three point |five"),
        ("en", "one point |five million"),
        ("de", "zwei Komma |fünf"),
        ("fr", "deux |et demi"),
        ("fr", "deux et |demi"),
        ("fr", "pendant deux ans |et demi."),
        ("en", "two |and a half years"),
        ("en", "two years and |a half"),
        ("en", "two and a |half"),
        ("es", "dos |y medio"),
        ("it", "2 milioni |e mezzo"),
        ("ru", "два |с половиной"),
    ]);
    assert_whole(&[
        ("en", "three |quarters"),
        ("fr", "trois |quarts de finale"),
        ("fr", "un |tiers"),
        ("fr", "deux |tiers-mondistes"),
        ("de", "zwei |Viertel der Stadt"),
        ("en", "to the point |five men made"),
        ("en", "at one point |five men"),
        ("en", "two men |and a half dozen women"),
        ("es", "salud |y medio ambiente"),
        ("fr", "hommes |et demandes"),
        ("en", "a year |and a half-truth"),
    ]);
}

#[test]
fn digits_go_on_over_a_line_end_in_running_text() {
    assert_cut(&[
        ("fr", "environ 3\n|500 soldats"),
        ("fr", "environ 3|\n500 soldats"),
        ("fr", "environ 3\u{a0}\n|500 soldats"),
        ("fr", "environ 3\r\n|500 soldats"),
    ]);
    let long = format!("{} 3\n|500 soldats", "mot ".repeat(40));
    assert_whole(&[
        ("fr", "environ 3\n\n|500 soldats"),
        ("fr", "3\n|500\n"),
        ("fr", "12 Paris 3\n|500 Lyon 4"),
        ("fr", "- Paris 3\n|500 Lyon"),
        ("fr", "vu le 2002/02/21\n|286 seconde"),
        ("fr", "environ 3\n|5000 soldats"),
        ("fr", &long),
    ]);
}

#[test]
fn signs_are_of_the_number_after_them() {
    assert_cut(&[
        ("", "r = −|.05"),
        ("", "r = −.|05"),
        ("", " p = .|05"),
        ("", "de -£|5"),
        ("", "de −$|5"),
        ("", "±|0.4"),
        ("", "3 ± |0.4"),
        ("", "∓|2"),
        ("en", "minus |5 degrees"),
        ("en", "minus| five degrees"),
        ("en", "minus |$5 million"),
        ("de", "minus |drei Grad"),
        ("nl", "min |drie graden"),
        ("fr", "il fait moins |5 degrés"),
        ("fr", "moins |cinq degrés"),
        ("fr", "une température de moins |dix degrés"),
        ("it", "a una temperatura di meno |tre gradi"),
        ("es", "menos |5 grados"),
        ("it", "meno |tre gradi"),
        ("ru", "минус |пять"),
        ("fa", "منفی |5"),
        ("ar", "سالب |5"),
        ("tr", "eksi |5"),
        ("", "il fait moins |5 degrés"),
        ("", "menos |5 grados"),
        ("", "meno |tre gradi"),
        ("en-x-fr", "il fait moins |5 degrés"),
        ("zh", "气温为-|5度"),
        ("zh", "气温−|5度"),
        ("ja", "気温は-|5度"),
        ("fr", "était de − |5 degrés"),
        ("fr", "était de −| 5 degrés"),
        ("fr", "était de −\u{202F}|5 degrés"),
        ("fr", "(− |5 degrés"),
    ]);
    assert_whole(&[
        ("", "10 − |5 = 5"),
        ("", "x − |5 = 5"),
        ("", "(a + b) − |5"),
        ("fr", "entre 20 % − |5 %"),
        ("fr", "au moins |250"),
        ("fr", "plus ou moins |5"),
        ("fr", "moins |de 5"),
        ("fr", "moins |un"),
        ("es", "por lo menos |dos"),
        ("es", "al menos |250"),
        ("pt", "pelo menos |250"),
        ("it", "più o meno |tre"),
        ("nl", "10 min |5 sec"),
        ("en", "two min |5 sec"),
        ("es", "más menos |5"),
        ("", "au moins |250"),
        ("", "ao menos |250"),
        ("", "più o meno |tre"),
        ("", "10 min |5 sec"),
        ("en-x-fr", "au moins |250"),
        ("", "fin. |05"),
        ("zh", "冬奥会-|2022年"),
        ("zh", "2019-|2021年"),
    ]);
}

#[test]
fn a_number_behind_a_time_is_none_of_its_groups() {
    assert_whole(&[("en", "At 10:30 |200 people"), ("en", "At 10:30| 200 people")]);
    assert_cut(&[("en", "It cost: 30 |200 euros"), ("en", "odds of 1:10 0|00")]);
}

#[test]
fn dates_scores_and_times_are_whole() {
    assert_cut(&[
        ("", "1|/200"),
        ("", "1/|200"),
        ("", "3|⁄4"),
        ("", "2∕|3"),
        ("", "1| ½"),
        ("", "1 |½"),
        ("", "12|/05/2021"),
        ("", "12/05|/2021"),
        ("", "2025-12|-08"),
        ("", "2025-|12-08"),
        ("", "06-12|-34-56"),
        ("fr", "appelez le 01 02| 03 04 05"),
        ("fr", "le 06\u{A0}12\u{A0}|34\u{A0}56\u{A0}78."),
        ("", "01| 02 03 04 05"),
        ("", "01 02 03 04 |05"),
        ("", "10|:30"),
        ("", "10:|30"),
        ("", "3|:1"),
        ("", "1:|50000"),
        ("fr", "10 h| 30"),
        ("fr", "10 h |30"),
        ("fr", "10 h |30, la séance"),
        ("fr", "à 10 heures |30."),
        ("fr", "10 heures |30"),
        ("fr", "10h|30"),
        ("de", "10 Uhr |30"),
        ("ja", "10時|30分"),
        ("ko", "10시 |30분"),
        ("ko", "10시|30분"),
        ("zh", "上午10点|30分"),
    ]);
    assert_whole(&[
        ("", "2021|/2022"),
        ("", "Med 1990;150|:113-116"),
        ("", "05/|2021"),
        ("", "10 20 |30 40"),
        ("", "01 02 |03"),
        ("", "le 06 12 |2021"),
        ("", "01 02 03 04 |5000"),
        ("", "de 2019-|2021"),
        ("fr", "10 h |300"),
        ("fr", "10 h |30,5"),
        ("fr", "10 h |30 000 hommes"),
        ("fr", "à 10 h |3 hommes"),
        ("fr", "100 h |30"),
        ("ja", "10時|30人"),
    ]);
}

#[test]
fn powers_and_formulas_are_whole() {
    assert_cut(&[
        ("", "1.5| × 10⁶"),
        ("", "1.5 |× 10⁶"),
        ("", "1.5 × |10⁶"),
        ("", "1.5|×10^6"),
        ("", "1.5×10|^6"),
        ("", "10^|-6"),
        ("", "10^-|6"),
        ("", "20 ft|²"),
        ("", "20 in|²"),
        ("", "hab/mi|²"),
        ("", "m/s|²"),
        ("", "km|²"),
        ("", "CO|₂"),
        ("", "H|₂O"),
        ("", "H₂|O"),
        ("", "90 km|/h"),
        ("", "90 km/|h"),
        ("", "5 mg|/l"),
        ("", "1e|-5"),
        ("", "10|<sup>6</sup> hommes"),
        ("", "1.5 × 10|<sup>6</sup>"),
        ("", "1.5 |× 10<sup>6</sup>"),
        ("", "2|<sup>−6</sup> m"),
        ("", "20 km|<sup>2</sup> de"),
        ("", "20 ft|<sup>2</sup> of"),
        ("", "10|^{6}"),
        ("", "10^{|6}"),
        ("", "20 m|^2 de"),
        ("", "20 m^|2^ de"),
        ("", "le CO|~2~ est"),
        ("", "le CO~|2~ est"),
        ("", "2E+|10"),
        ("es", "siglo 1|.º"),
        ("pt", "a 2.|ª vez"),
    ]);
    assert_whole(&[
        ("", "talibans|²"),
        ("", "12 ans|²"),
        ("", "l’in|²"),
        ("", "2 × |10 hommes"),
        ("", "mot|^1^"),
        ("", "2500|<sup>1</sup> soldats"),
        ("", "2500|[^1] soldats"),
        ("", "2500|<sup><a href=\"#n1\">1</a></sup> soldats"),
        ("", "110|<sup>2</sup> soldats"),
        ("", "le mot|<sup>2</sup> est"),
        ("", "l’in|<sup>2</sup> est"),
        ("", "20 km|<sup>12</sup> de"),
        ("", "A|~ 2~"),
        ("", "~5| to ~6"),
        ("", "le 1.| º"),
        ("", "3 hommes|/jour"),
        ("", "90 |km/h"),
        ("", "l’in|/out"),
    ]);
}

#[test]
fn a_plus_and_the_sign_of_a_bound_belong_to_the_number_after_them() {
    assert_cut(&[
        ("en", "rose by +|5 points"),
        ("en", "(+|5 points)"),
        ("en", "+|5 points"),
        ("en", "more\n<|5 points"),
        ("en", "rose by +|$5"),
        ("en", "for <|5 % of"),
        ("en", "for ≥|3 of"),
        ("en", "about ~|40 men"),
        ("en", "about ≈|.5 m"),
    ]);
    assert_whole(&[
        ("en", "> |5 of them"),
        ("en", "\n>|5 of them"),
        ("en", "CapsLock+|5 is"),
        ("en", "~~|5~~ men"),
        ("en", "--|>5 men"),
        ("en", "<b>|5</b>"),
        ("en", "rose by |+5 points"),
    ]);
}

#[test]
fn korean_and_chinese_groups_are_of_one_number() {
    assert_cut(&[
        ("ko", "3만| 5천"),
        ("ko", "3만 |5000명"),
        ("ko", "3만|5000명"),
        ("zh", "3万| 5千"),
        ("zh", "3万|500人"),
    ]);
    assert_whole(&[
        ("ko", "3만 |5만"),
        ("ko", "수만 |5천"),
        ("ko", "매출 5억 |3월 기준"),
        ("zh", "3千 |5000人"),
    ]);
}

#[test]
fn a_plus_belongs_to_the_word_before_it() {
    for marked in ["AA|+", "les 65|+ ans", "LGBTQ|+.", "C|++"] {
        assert_eq!(cuts(None, marked), [Some(CutKind::Word); 2], "{marked}");
    }
    assert_whole(&[("", "a |+ b"), ("", "a|+b"), ("", "1|+1"), ("", "x|+.3em"), ("", "x|+=1")]);
}

#[test]
fn what_is_too_long_to_be_a_number_is_none() {
    let (gap, word) = (" ".repeat(100_000), "deux".repeat(100_000));
    assert_whole(&[("fr", &format!("deux{gap}| cent")), ("fr", &format!("{word} |cent"))]);
}

#[test]
fn a_price_is_one_number_with_its_hundredths() {
    assert_cut(&[("fr", "Il coûte 5|€50 ici"), ("fr", "Il coûte 5€|50 ici"), ("", "for 12|$95 each")]);
    assert_whole(&[("fr", "de 5€| à 10€"), ("fr", "5€|7€9€"), ("en", "paid US$|5"), ("fr", "5€|100 fois")]);
}

#[test]
fn what_falls_is_one_number_and_what_rises_is_two() {
    assert_cut(&[
        ("fr", "l’article 121|-3 du code"),
        ("fr", "l’article 121-|3 du code"),
        ("fr", "l’article L. 152-|4 du"),
        ("fr", "une victoire 2|–1 hier"),
        ("en", "won 2-|1 there"),
        ("en", "a 0-|0 draw"),
        ("fr", "la loi n° 2021-|1109 du"),
        ("fr", "la loi n° 2021|-1109 du"),
        ("en", "in 2021-|08 there"),
        ("en", "in 2021|-08 there"),
        ("en", "call (212) 555-|0100 now"),
    ]);
    assert_whole(&[
        ("", "about 10-|12 men"),
        ("", "about 10–|12 men"),
        ("", "1 500-|2 000 men"),
        ("", "1,500-|2,000 men"),
        ("", "9.5-|10 men"),
        ("", "22:00-|6:00"),
        ("en", "500-|2 million men"),
        ("fr", "900-|1 milliard"),
        ("", "500-|1M men"),
        ("zh", "5000-|1万人"),
        ("", "20%-|10%"),
        ("", "150-|5th"),
        ("", "de 2019-|2021"),
    ]);
    // A range of years may be cut short.
    assert_eq!(cuts(None, "in 2019|-21 there")[1], None);
}

#[test]
fn telephone_numbers_with_their_country_are_whole() {
    assert_cut(&[
        ("", "le +33 6 12| 34 56 78 est"),
        ("", "le +33 6 12 34 56| 78 est"),
        ("", "le +33| 6 12 34 56 78 est"),
        ("", "+44 20 |7946 0958"),
        ("", "+93-700-|123-456"),
    ]);
    assert_whole(&[("", "+5 10 |15 de"), ("", "le 6 12 34| 56 78 90 et"), ("", "2+33 6 12| 34 56 78")]);
}

#[test]
fn fractions_in_digits_belong_to_their_whole_number() {
    assert_cut(&[("", "it is 1 |1/2 times"), ("", "it is 1| 1/2 times"), ("", "it is 2-|3/4 inches")]);
    assert_whole(&[
        ("", "in 2021 |1/3 of them"),
        ("", "on 5 |12/05/2021"),
        ("", "the 12 |10/3"),
        ("", "le 12 |1/12/2021"),
    ]);
}

#[test]
fn an_article_is_another_with_its_latin_count() {
    assert_cut(&[
        ("fr", "l’article 5| bis du"),
        ("it", "l’articolo 416 |ter del"),
        ("fr", "au 12| bis, rue"),
    ]);
    assert_whole(&[
        ("de", "von 5| bis heute"),
        ("", "von 5| bis heute"),
        ("nl", "12| ter dood"),
        ("fr", "les 5| bisons"),
    ]);
}

#[test]
fn halves_and_round_numbers_of_scripts_without_spaces_are_whole() {
    assert_cut(&[
        ("zh", "会议于三点|半结束"),
        ("zh", "持续两年|半的谈判"),
        ("zh", "持续一个|半小时"),
        ("ja", "会議は3時|半に"),
        ("ko", "회의는 3시| 반에"),
        ("ko", "약 2년 |반 동안"),
        ("ko", "약 2시간 |반 동안"),
        ("zh", "二十|来人被捕"),
        ("zh", "有20|来个人"),
        ("ja", "八割|五分の票"),
        ("ja", "八|割五分の票"),
        ("ko", "인구는 5천| 200만 명"),
    ]);
    assert_whole(&[
        ("zh", "两年|半年报"),
        ("zh", "三个|半岛国家"),
        ("zh", "今年|半数人"),
        ("ko", "2년 |반대 끝에"),
        ("ko", "올해 |반 동안"),
        ("zh", "有20|来自中国"),
        ("zh", "近年|来"),
        ("ja", "八割|の票"),
    ]);
}
