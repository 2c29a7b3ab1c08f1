//! Words that multiply the number before them by a thousand or more: `3 millions`, `42 млн`. Small tables, to be grown with
//! cases. Knows single words.

use super::characters as ch;
use super::lexicons::Known;
use super::word_set::WordSet;
use super::words::in_table_form;
use std::sync::LazyLock;

/// By language, with the short forms that are no other word after a number.
const MULTIPLIERS: &[(&str, &str)] = &[
    (
        "en",
        "thousand million millions billion billions trillion trillions lakh lakhs crore crores bn tn mn mln",
    ),
    ("fr", "mille million millions milliard milliards billion billions mds mrd"),
    ("de", "tausend million millionen milliarde milliarden billion billionen tsd mio mrd"),
    ("es", "mil millón millones millardo millardos billón billones"),
    ("it", "mila mille milione milioni miliardo miliardi mln mld"),
    ("pt", "mil milhão milhões bilhão bilhões bilião biliões"),
    ("ca", "mil milió milions miliard bilió bilions"),
    ("nl", "duizend miljoen miljoenen miljard miljarden biljoen mln mld"),
    ("sv", "tusen miljon miljoner miljard miljarder mn mdr"),
    ("da", "tusind million millioner milliard milliarder mio mia"),
    ("nb", "tusen million millioner milliard milliarder mill mrd"),
    ("nn", "tusen million millionar milliard milliardar mill mrd"),
    ("no", "tusen million millioner milliard milliarder mill mrd"),
    ("fi", "tuhat tuhatta miljoona miljoonaa miljardi miljardia"),
    (
        "ru",
        "тысяч тысячи тысяча тысячу тыс миллион миллиона миллионов млн миллиард миллиарда миллиардов млрд триллион \
         триллиона триллионов трлн",
    ),
    (
        "uk",
        "тисяч тисячі тисяча тисячу тис мільйон мільйона мільйони мільйонів млн мільярд мільярда мільярди мільярдів млрд",
    ),
    ("pl", "tysiąc tysiące tysięcy tys milion miliony milionów mln miliard miliardy miliardów mld"),
    ("cs", "tisíc tisíce milion miliony milionů mil miliarda miliardy miliard mld"),
    ("sk", "tisíc tisíce milión milióny miliónov mil miliarda miliardy miliárd mld"),
    ("ro", "mie mii milion milioane miliard miliarde mil mld"),
    ("hu", "ezer millió milliárd"),
    (
        "el",
        "χίλιες χιλιάδες χιλιάδων εκατομμύριο εκατομμύρια εκατομμυρίων εκατ δισεκατομμύριο δισεκατομμύρια δις",
    ),
    ("tr", "bin milyon milyar trilyon"),
    ("ar", "ألف ألفا آلاف مليون مليونا ملايين مليار مليارا مليارات تريليون"),
    ("fa", "هزار میلیون میلیارد تریلیون"),
    ("ur", "ہزار لاکھ کروڑ ارب ملین بلین"),
    ("hi", "हज़ार हजार लाख करोड़ करोड अरब मिलियन बिलियन"),
    ("he", "אלף אלפים אלפי מיליון מיליוני מיליארד"),
    ("id", "ribu juta miliar triliun"),
    ("ms", "ribu juta bilion trilion"),
    ("vi", "nghìn ngàn triệu tỷ tỉ"),
];

/// Whether `word`, one token in any case, multiplies a number before it in `language` (a BCP 47 tag), or in any language
/// where that is not known.
pub fn multiplies(word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    let spoken = MULTIPLIERS.iter().filter(|(own, _)| known.may_be(own));
    spoken.flat_map(|(_, words)| words.split_ascii_whitespace()).any(|one| one == form)
}

/// How many bytes at the start of a text are a multiple of a currency, as in `M€` and `k$`; 0 where none is.
pub fn multiple_of_currency(text: &str) -> usize {
    const MULTIPLES: [&str; 12] = ["k", "K", "m", "M", "mn", "Mn", "Mio", "Md", "Mds", "Mrd", "bn", "tn"];
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let currency = text[letters..].chars().next().filter(|&c| ch::is_currency(c));
    currency
        .filter(|_| MULTIPLES.contains(&&text[..letters]))
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

static ALL: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(MULTIPLIERS.iter().flat_map(|(_, words)| words.split_ascii_whitespace())));

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
            for word in words.split_ascii_whitespace() {
                assert!(may_multiply(word) && in_table_form(word) == word, "{word}");
            }
        }
        assert!(!may_multiply("minister"));
    }
}
