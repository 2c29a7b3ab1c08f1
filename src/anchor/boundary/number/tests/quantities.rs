//! Quantities of a number and a half, or of two units, in many languages; their signs and currencies.

use super::{assert_cut, assert_whole};

#[test]
fn a_half_after_a_number_and_its_unit_is_of_it() {
    assert_cut(&[
        ("es", "dos años |y medio de cárcel"),
        ("es", "dos años y |medio de cárcel"),
        ("es", "dos kilos| y medio"),
        ("it", "due anni |e mezzo di carcere"),
        ("pt", "dois anos |e meio de prisão"),
        ("nl", "twee |en een half jaar cel"),
        ("nl", "twee en een |half jaar cel"),
        ("ar", "ثلاث سنوات |ونصف السنة"),
        ("ar", "بعد سنتين |ونصف"),
        ("fa", "سه سال |و نیم"),
        ("en", "one and a |half million copies"),
        ("en", "two and |a half million pounds"),
        ("en", "two and a |half dozen eggs"),
    ]);
    assert_whole(&[
        ("es", "dos días |y media hora después"),
        ("es", "dos kilos |y media docena de huevos"),
        ("es", "dos hombres |y medio pueblo"),
        ("nl", "twee dagen |en een halve nacht"),
        ("de", "drei Tage |und eine halbe Nacht"),
        ("en", "two pounds |and a half dozen eggs"),
        ("en", "in 1990 |and a half million people came"),
    ]);
}

#[test]
fn two_units_of_one_quantity_are_one_in_any_language() {
    assert_cut(&[
        ("pl", "3 lata |i 4 miesiące"),
        ("pl", "3 lata i |4 miesiące"),
        ("uk", "3 роки |і 4 місяці"),
        ("cs", "3 roky |a 4 měsíce"),
        ("tr", "3 yıl |4 ay hapis"),
        ("tr", "3 yıl ve |4 ay hapis"),
        ("hi", "3 साल |4 महीने"),
        ("fa", "3 سال |و 4 ماه"),
        ("ar", "3 سنوات |و4 أشهر"),
        ("ar", "سنتين |وأربعة أشهر"),
        ("he", "3 שנים |ו-4 חודשים"),
        ("vi", "3 năm |4 tháng tù"),
        ("id", "3 tahun |4 bulan penjara"),
        ("sv", "3 år |och 4 månader"),
        ("nb", "3 år |og 4 måneder"),
        ("en", "6ft |2in tall"),
        ("en", "5 ft |4 in high"),
        ("en", "7 pounds |3 ounces"),
        ("en", "5 dollars |20 cents"),
        ("fr", "3 euros |50 centimes"),
    ]);
    assert_whole(&[
        ("en", "after 3 years |4 people left"),
        ("id", "3 tahun |dan 4 orang"),
        ("tr", "3 yıl |4 kişi yaşadı"),
        ("pl", "3 lata |i 4 osoby"),
        ("en", "10 km |and 300 people"),
        ("tr", "2025 yıl |3 ay"),
    ]);
}

#[test]
fn minus_signs_of_any_writing_are_of_their_number() {
    assert_cut(&[
        ("ja", "前年同期比▲|3.5%だった"),
        ("ja", "営業損益は△|3億円"),
        ("ko", "성장률은 △|3.5%"),
        ("zh", "气温降到负|5度"),
        ("zh", "增长（负|3%）"),
        ("zh", "去年增长-|3%"),
        ("ko", "성장률은 마이너스| 3%"),
        ("vi", "xuống âm |12 độ"),
        ("hi", "तापमान माइनस |12 डिग्री"),
        ("he", "מינוס |12 מעלות"),
        ("el", "μείον |12 βαθμούς"),
    ]);
    assert_whole(&[
        ("ja", "▲|3月に発表"),
        ("ja", "△|3名の参加"),
        ("ko", "▲|3명이 참가"),
        ("en", "▲|3.5%"),
        ("zh", "三胜五负|二平"),
        ("zh", "他背负|3亿债务"),
        ("vi", "phát âm |hai lần"),
        ("ca", "no menys |5 graus"),
    ]);
}

#[test]
fn currencies_and_tenths_are_of_their_amount() {
    assert_cut(&[
        ("en", "cost A|$50m in"),
        ("en", "cost HK|$500 million"),
        ("pt", "custa R|$ 30 na"),
        ("zh", "约三|成的人"),
        ("zh", "下降三|成。"),
    ]);
    assert_whole(&[
        ("en", "it cost|$50 in"),
        ("zh", "一分为三|成为"),
        ("zh", "前三|成立"),
        ("zh", "第三|成员"),
    ]);
}
