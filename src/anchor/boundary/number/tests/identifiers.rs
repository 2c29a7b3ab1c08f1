//! Numbers that name one thing, and rows and ranges that look like them.

use super::{assert_cut, assert_whole, cuts};
use crate::anchor::boundary::CutKind;

#[test]
fn accounts_cards_and_persons_are_whole() {
    assert_cut(&[
        ("fr", "IBAN FR76 |3000 6000 0112 3456 7890 189 ici"),
        ("fr", "IBAN FR76 3000 6000 |0112 3456 7890 189 ici"),
        ("fr", "IBAN FR76 3000 6000 0112 3456 7890| 189 ici"),
        ("de", "auf DE89 3704 0044\u{A0}|0532 0130 00 ein"),
        ("en", "to GB29 NWBK 6016 |1331 9268 19 then"),
        ("en", "card 4111 1111 |1111 1111 was"),
        ("fr", "la carte 5500 0000 0000| 0004 volée"),
        ("fr", "le 1 85 05 78 |006 084 36 est"),
        ("fr", "le SIRET 552 100 554 |00013 est"),
        ("pt", "CNPJ 12.345.678|/0001-95 da"),
        ("pt", "CNPJ 12.345.678/|0001-95 da"),
        ("pt", "CNPJ 12.345.678/0001|-95 da"),
        ("pt", "CNPJ 12.345.678/0001-|95 da"),
        ("pt", "CPF 123.456.789-|09 da"),
    ]);
    assert_whole(&[
        ("fr", "le |FR76 3000 6000 0112 3456 7890 189"),
        ("de", "auf DE89 3704 0044 0532 0130 00| ein"),
        ("fr", "BE68 5390 0754 7034 |12 hommes"),
        ("en", "in EU27 2018 |2019 2020 2021"),
        ("en", "ABCD 1234 |5678 9012 3456"),
        ("en", "1250 1310 |1420 1580"),
        ("en", "1000 2000 |3000 4000"),
        ("en", "in 2019 2020 |2021 2022 respectively"),
        ("fr", "12 85 05 |78 106 184"),
        ("en", "pages 0001-|0100 of"),
    ]);
}

#[test]
fn books_cases_and_codes_of_articles_are_whole() {
    assert_cut(&[
        ("fr", "ISBN 978 2 07 |036822 8 chez"),
        ("fr", "ISBN 978-2-07-|036822-8 chez"),
        ("fr", "ISBN 2-07-036822-|X chez"),
        ("fr", "ISBN 2 07 036822| X chez"),
        ("fr", "l’affaire n° 21/|04567 du"),
        ("fr", "l’affaire n° 2021/|04567 du"),
        ("fr", "l’affaire n° 2021|/1234 du"),
        ("fr", "le pourvoi n° 19-|14.590 du"),
        ("fr", "le pourvoi n° 19|-14.590 du"),
        ("en", "doi 10.1000/|182 is"),
        ("en", "doi 10.1038|/s41586-020-2649-2 is"),
        ("en", "doi:10.1038/s41586-|020-2649-2."),
        ("en", "https://doi.org/10.1038|/nature12373"),
        ("en", "arXiv:hep-th/|9901001 is"),
        ("en", "arXiv:2101.00001|v2 is"),
    ]);
    assert_whole(&[
        ("en", "doi:|10.1038/nature12373 is"),
        ("en", "see 10.1038/nature12373|. Then"),
        ("en", "(10.1038/nature12373|) then"),
        ("en", "arXiv:|2101.00001 is"),
        ("en", "the 2021/|2022 season"),
        ("fr", "en 1939/|45 ici"),
        ("fr", "le 05/|2021 ici"),
        ("de", "10-|20.000 Menschen"),
        ("en", "22:00-|06:00"),
        ("fr", "n° 2 07 |0368 22"),
    ]);
}

#[test]
fn telephone_numbers_with_brackets_or_a_zero_are_whole() {
    assert_cut(&[
        ("en", "call (212) |555-0100 now"),
        ("en", "call (212)| 555-0100 now"),
        ("en", "call +1 (212) |555-0100 now"),
        ("en", "call +1 |(212) 555-0100 now"),
        ("en", "call +44 (0)|20 7946 0958 now"),
        ("en", "call +44 (0)20 |7946 0958 now"),
        ("de", "Tel. (030) |1234567 an"),
        ("de", "Tel. 030 |1234567 an"),
        ("fr", "le 0800 |123 456 ici"),
        ("en", "on 020 7946| 0958 now"),
    ]);
    assert_whole(&[
        ("en", "in (2019) |500 000 men"),
        ("fr", "note (12) |345 678 hommes"),
        ("en", "(1) |200 men"),
        ("en", "001 |2345 6789 men"),
        ("en", "call 0800 123 456 |or 5"),
        ("en", "at 0800 |12 men"),
    ]);
}

#[test]
fn a_name_ends_before_a_number_unless_it_is_a_letter() {
    let cut = [
        ("en", "an F|-35 jet"),
        ("ru", "танк Т|-72 был"),
        ("en", "Case C|-131/12"),
        ("en", "the G-|7"),
        ("en", "COVID-|19"),
    ];
    let whole =
        [("en", "COVID|-19"), ("en", "a MiG|-29 jet"), ("en", "a Boeing 737|-800"), ("zh", "歼|-20战斗机")];
    for (language, marked) in cut {
        assert_eq!(cuts(Some(language), marked)[1], Some(CutKind::Word), "{marked}");
    }
    for (language, marked) in whole {
        assert_eq!(cuts(Some(language), marked)[1], None, "{marked}");
    }
}
