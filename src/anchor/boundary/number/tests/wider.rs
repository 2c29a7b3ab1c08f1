//! Numbers in words of further languages, and quantities in two units.

use super::{assert_cut, assert_whole};

#[test]
fn numbers_in_words_are_whole_in_further_languages() {
    assert_cut(&[
        ("tr", "üç |bin beş yüz kişi"),
        ("tr", "üç bin| beş yüz kişi"),
        ("tr", "on| beş kişi"),
        ("tr", "iki| buçuk yıl"),
        ("sv", "tre tusen |fem hundra"),
        ("sv", "tretusen|femhundra"),
        ("pl", "trzy |tysiące pięćset osób"),
        ("pl", "trzy tysiące| pięćset osób"),
        ("pl", "dwadzieścia |jeden osób"),
        ("uk", "три |тисячі двісті осіб"),
        ("uk", "двісті| п’ятдесят осіб"),
        ("uk", "двісті |п'ятдесят осіб"),
        ("uk", "сорок| дев\u{2BC}ять осіб"),
        ("uk", "п’ять| тисяч осіб"),
        ("uk", "п’ять |тисяч двісті осіб"),
        ("fa", "سه |هزار و پانصد نفر"),
        ("fa", "سه هزار| و پانصد نفر"),
        ("fa", "بیست و |پنج نفر"),
        ("hi", "पाँच करोड़ |बीस लाख रुपये"),
        ("hi", "5 करोड़| 20 लाख रुपये"),
        ("hi", "दो हज़ार |पाँच सौ लोग"),
        ("hi", "साढ़े |तीन घंटे"),
        ("en", "Rs 5 crore |20 lakh for"),
        ("en", "Rs 5 crore| 20 lakh for"),
        ("de", "um halb |vier geschlossen"),
        ("nl", "om half |vier gesloten"),
        ("fr", "le vingt et |unième attentat"),
        ("fr", "le cent| deuxième attentat"),
        ("fr", "le deux |centième attentat"),
    ]);
    assert_whole(&[
        ("tr", "üç |beş kişi"),
        ("tr", "beş |milyon"),
        ("sv", "två |tre dagar"),
        ("pl", "dwa |trzy dni"),
        ("uk", "три |п’ять днів"),
        ("uk", "двісті| п’яних матросів"),
        ("uk", "два| об’єкти"),
        ("fa", "بین سه |و پنج نفر"),
        ("hi", "दो |तीन लोग"),
        ("hi", "बीस |लाख रुपये"),
        ("en", "five |lakh people"),
        ("en", "5 |crore people"),
        ("de", "halb |so viel"),
        ("fr", "un |dixième des voix"),
        ("fr", "deux |troisièmes places"),
        ("", "on| beş kişi"),
    ]);
}

#[test]
fn a_quantity_in_two_units_is_one() {
    assert_cut(&[
        ("fr", "trois ans |et six mois de prison"),
        ("fr", "trois ans| et six mois de prison"),
        ("fr", "trois ans et |six mois de prison"),
        ("fr", "un an et |un jour"),
        ("en", "2 hours| 15 minutes later"),
        ("en", "2 hours |15 minutes later"),
        ("en", "two years and| three months"),
        ("en", "5 feet |11 inches tall"),
        ("de", "drei Jahre| und sechs Monate"),
        ("es", "dos años y |seis meses"),
        ("it", "due anni| e sei mesi"),
        ("pt", "dois anos e |seis meses"),
        ("nl", "2 jaar| en 6 maanden"),
        ("ru", "три года и |шесть месяцев"),
        ("", "trois ans| et 6 mois"),
    ]);
    assert_whole(&[
        ("fr", "trois ans| et six hommes"),
        ("fr", "six mois| et trois ans plus tard"),
        ("fr", "pendant des ans| et six mois"),
        ("fr", "trois ans| et demain six mois"),
        ("fr", "trois ans,| et six mois"),
        ("en", "2 hours| ago 15 minutes"),
        ("en", "10 years |2 of which"),
        ("en", "two days and |two nights"),
        ("en", "two days\n\n|3 hours"),
    ]);
}
