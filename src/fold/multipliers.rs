//! Words that multiply the number before them by a thousand or more: `3 millions`, `42 млн`, and by how much. Small tables,
//! to be grown with cases. Knows single words.

use super::characters as ch;
use super::lexicons::Known;
use super::numbers::valued;
use super::word_set::WordSet;
use super::words::in_table_form;
use std::sync::LazyLock;

/// By language, each value with its words after it, the short forms too that are no other word after a number.
const MULTIPLIERS: &[(&str, &str)] = &[
    (
        "en",
        "1000 thousand 100000 lakh lakhs 1000000 million millions mn mln 10000000 crore crores 1000000000 billion billions bn 1000000000000 trillion trillions tn",
    ),
    (
        "fr",
        "1000 mille 1000000 million millions 1000000000 milliard milliards mds mrd 1000000000000 billion billions",
    ),
    (
        "de",
        "1000 tausend tsd 1000000 million millionen mio 1000000000 milliarde milliarden mrd 1000000000000 billion billionen",
    ),
    ("es", "1000 mil 1000000 millón millones 1000000000 millardo millardos 1000000000000 billón billones"),
    ("it", "1000 mila mille 1000000 milione milioni mln 1000000000 miliardo miliardi mld"),
    ("pt", "1000 mil 1000000 milhão milhões 1000000000 bilhão bilhões 1000000000000 bilião biliões"),
    ("ca", "1000 mil 1000000 milió milions 1000000000 miliard 1000000000000 bilió bilions"),
    (
        "nl",
        "1000 duizend 1000000 miljoen miljoenen mln 1000000000 miljard miljarden mld 1000000000000 biljoen",
    ),
    ("sv", "1000 tusen 1000000 miljon miljoner mn 1000000000 miljard miljarder mdr"),
    ("da", "1000 tusind 1000000 million millioner mio 1000000000 milliard milliarder mia"),
    ("nb", "1000 tusen 1000000 million millioner mill 1000000000 milliard milliarder mrd"),
    ("nn", "1000 tusen 1000000 million millionar mill 1000000000 milliard milliardar mrd"),
    ("no", "1000 tusen 1000000 million millioner mill 1000000000 milliard milliarder mrd"),
    ("fi", "1000 tuhat tuhatta 1000000 miljoona miljoonaa 1000000000 miljardi miljardia"),
    (
        "ru",
        "1000 тысяч тысячи тысяча тысячу тыс 1000000 миллион миллиона миллионов млн 1000000000 миллиард миллиарда миллиардов млрд 1000000000000 триллион триллиона триллионов трлн",
    ),
    (
        "uk",
        "1000 тисяч тисячі тисяча тисячу тис 1000000 мільйон мільйона мільйони мільйонів млн 1000000000 мільярд мільярда мільярди мільярдів млрд",
    ),
    (
        "pl",
        "1000 tysiąc tysiące tysięcy tys 1000000 milion miliony milionów mln 1000000000 miliard miliardy miliardów mld",
    ),
    ("cs", "1000 tisíc tisíce 1000000 milion miliony milionů mil 1000000000 miliarda miliardy miliard mld"),
    ("sk", "1000 tisíc tisíce 1000000 milión milióny miliónov mil 1000000000 miliarda miliardy miliárd mld"),
    ("ro", "1000 mie mii 1000000 milion milioane mil 1000000000 miliard miliarde mld"),
    ("hu", "1000 ezer 1000000 millió 1000000000 milliárd"),
    (
        "el",
        "1000 χίλιες χιλιάδες χιλιάδων 1000000 εκατομμύριο εκατομμύρια εκατομμυρίων εκατ 1000000000 δισεκατομμύριο δισεκατομμύρια δις",
    ),
    ("tr", "1000 bin 1000000 milyon 1000000000 milyar 1000000000000 trilyon"),
    (
        "ar",
        "1000 ألف ألفا آلاف 1000000 مليون مليونا ملايين 1000000000 مليار مليارا مليارات 1000000000000 تريليون",
    ),
    ("fa", "1000 هزار 1000000 میلیون 1000000000 میلیارد 1000000000000 تریلیون"),
    ("ur", "1000 ہزار 100000 لاکھ 1000000 ملین 10000000 کروڑ 1000000000 ارب بلین"),
    ("hi", "1000 हज़ार हजार 100000 लाख 1000000 मिलियन 10000000 करोड़ करोड 1000000000 अरब बिलियन"),
    ("he", "1000 אלף אלפים אלפי 1000000 מיליון מיליוני 1000000000 מיליארד"),
    ("id", "1000 ribu 1000000 juta 1000000000 miliar 1000000000000 triliun"),
    ("ms", "1000 ribu 1000000 juta 1000000000 bilion 1000000000000 trilion"),
    ("vi", "1000 nghìn ngàn 1000000 triệu 1000000000 tỷ tỉ"),
];

/// Whether `word`, one token in any case, multiplies a number before it in `language` (a BCP 47 tag), or in any language
/// where that is not known.
pub fn multiplies(word: &str, language: Option<&str>) -> bool {
    values(word, language).next().is_some()
}

/// By how much `word` multiplies, where that is the same in all languages that the text may be in: an English *billion*
/// is a thousandth of a French one.
pub fn multiplier(word: &str, language: Option<&str>) -> Option<u64> {
    let mut values = values(word, language);
    let value = values.next()?;
    values.all(|other| other == value).then_some(value)
}

fn values(word: &str, language: Option<&str>) -> impl Iterator<Item = u64> {
    let form = in_table_form(word);
    let known = Known::of(language);
    let spoken = MULTIPLIERS.iter().filter(move |(own, _)| known.may_be(own));
    spoken.flat_map(|(_, words)| valued(words)).filter(move |(_, one)| *one == form).map(|(value, _)| value)
}

/// What is written between a number and a currency, with its value: `M€`, `k$`, `£42bn`.
const MULTIPLES: [(&str, u64); 12] = [
    ("k", THOUSAND),
    ("K", THOUSAND),
    ("m", MILLION),
    ("M", MILLION),
    ("mn", MILLION),
    ("Mn", MILLION),
    ("Mio", MILLION),
    ("Md", BILLION),
    ("Mds", BILLION),
    ("Mrd", BILLION),
    ("bn", BILLION),
    ("tn", 1000 * BILLION),
];
const THOUSAND: u64 = 1000;
const MILLION: u64 = 1000 * THOUSAND;
const BILLION: u64 = 1000 * MILLION;

/// By how much such a sign multiplies beside a currency; elsewhere it may be a measure, as in `5 m`.
pub fn multiple(sign: &str) -> Option<u64> {
    MULTIPLES.iter().find(|(known, _)| *known == sign).map(|&(_, value)| value)
}

/// How many bytes at the start of a text are a multiple of a currency, as in `M€` and `k$`; 0 where none is.
pub fn multiple_of_currency(text: &str) -> usize {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let currency = text[letters..].chars().next().filter(|&c| ch::is_currency(c));
    currency
        .filter(|_| multiple(&text[..letters]).is_some())
        .map_or(0, |currency| letters + currency.len_utf8())
}

/// Whether a word may, in some language, told at a glance.
pub fn may_multiply(word: &str) -> bool {
    ALL.may_have(word)
}

/// The same of a word that is nothing but [`western_letters`](super::words::western_letters).
pub fn may_multiply_western(word: &str) -> bool {
    ALL.may_have_western(word)
}

static ALL: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::new(MULTIPLIERS.iter().flat_map(|(_, words)| valued(words)).map(|(_, word)| word))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_multiply_in_their_language() {
        assert!(
            multiplies("millions", Some("fr"))
                && multiplies("Mrd", Some("de"))
                && multiplies("آلاف", Some("ar"))
        );
        assert!(
            multiplies("bin", Some("tr")) && !multiplies("bin", Some("de")) && !multiplies("mil", Some("en"))
        );
        for (_, words) in MULTIPLIERS {
            for (_, word) in valued(words) {
                assert!(may_multiply(word) && in_table_form(word) == word, "{word}");
            }
        }
        assert!(!may_multiply("minister") && !multiplies("1000", None));
    }

    #[test]
    fn a_word_multiplies_by_what_it_does_in_its_language() {
        for (language, word, value) in [
            (Some("en"), "billion", Some(BILLION)),
            (Some("de"), "Billionen", Some(1000 * BILLION)),
            (Some("ru"), "млрд", Some(BILLION)),
            (Some("cs"), "mil", Some(MILLION)),
            (Some("es"), "mil", Some(THOUSAND)),
            (Some("hi"), "लाख", Some(100 * THOUSAND)),
            (None, "Mio", Some(MILLION)),
            (None, "billion", None),
            (Some("en"), "minister", None),
        ] {
            assert_eq!(multiplier(word, language), value, "{word}");
        }
        assert_eq!((multiple("m"), multiple("bn"), multiple("km")), (Some(MILLION), Some(BILLION), None));
    }
}
