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
        "thousand million millions billion billions trillion trillions quadrillion quadrillions lakh lakhs crore crores \
         bn bln tn trn tln mn mln mio",
    ),
    (
        "fr",
        "mille million millions milliard milliards billion billions billiard billiards trillion trillions md mds mrd mrds \
         mio mios",
    ),
    (
        "de",
        "tausend million millionen milliarde milliarden billion billionen billiarde billiarden trillion trillionen tsd mio \
         mill mia mrd bio brd",
    ),
    ("es", "mil millón millones millardo millardos billón billones trillón trillones mdd mdp mde mill mills"),
    ("it", "mila mille milione milioni miliardo miliardi bilione bilioni trilione trilioni mln mio mld mrd"),
    ("pt", "mil milhão milhões bilhão bilhões bilião biliões trilhão trilhões trilião triliões"),
    ("ca", "mil milió milions miliard miliards bilió bilions trilió trilions"),
    ("gl", "mil millón millóns billón billóns"),
    (
        "nl",
        "duizend miljoen miljoenen miljard miljarden biljoen biljoenen biljard biljarden triljoen triljoenen mln mio mld mrd",
    ),
    ("af", "duisend miljoen miljard biljoen triljoen"),
    (
        "sv",
        "tusen miljon miljoner miljard miljarder biljon biljoner biljard biljarder triljon triljoner mn mnkr mkr mdkr tkr \
         mdr mrd",
    ),
    (
        "da",
        "tusind tusinde million millioner milliard milliarder billion billioner billiard billiarder mio mia mill mrd",
    ),
    ("nb", "tusen million millioner milliard milliarder billion billioner billiard billiarder mill mrd mia"),
    ("nn", "tusen million millionar milliard milliardar billion billionar mill mrd"),
    ("no", "tusen million millioner milliard milliarder billion billioner billiard billiarder mill mrd mia"),
    (
        "fi",
        "tuhat tuhatta tuhannen tuhannella miljoona miljoonaa miljoonan miljoonalla miljardi miljardia miljardin miljardilla \
         biljoona biljoonaa biljoonan milj mrd",
    ),
    (
        "ru",
        "тысяч тысячи тысяча тысячу тысячам тысячами тысячах тыс миллион миллиона миллионы миллионов миллионам миллионами \
         миллионах млн миллиард миллиарда миллиарды миллиардов миллиардам миллиардами миллиардах млрд триллион триллиона \
         триллионы триллионов триллионам триллионами триллионах трлн квадриллион квадриллиона квадриллионов",
    ),
    (
        "uk",
        "тисяч тисячі тисяча тисячу тисячам тисячами тисячах тис мільйон мільйона мільйони мільйонів мільйонам мільйонами \
         мільйонах млн мільярд мільярда мільярди мільярдів мільярдам мільярдами мільярдах млрд трильйон трильйона \
         трильйони трильйонів трильйонам трильйонами трильйонах трлн",
    ),
    (
        "be",
        "тысяч тысячы тысяча тысячу тыс мільён мільёна мільёны мільёнаў млн мільярд мільярда мільярды мільярдаў млрд трыльён \
         трыльёна трыльёны трыльёнаў трлн",
    ),
    (
        "bg",
        "хиляди хил милион милиона милиони млн милиард милиарда милиарди млрд трилион трилиона трилиони трлн",
    ),
    (
        "sr",
        "хиљада хиљаде хиљаду милион милиона милиони милијарда милијарде милијарди hiljada hiljade hiljadu milion \
      miliona milioni milijarda milijarde milijardi bilion biliona mil mlrd",
    ),
    (
        "hr",
        "tisuća tisuće tisuću milijun milijuna milijuni milijarda milijarde milijardi bilijun bilijuna mil mlrd",
    ),
    (
        "sl",
        "tisoč milijon milijona milijone milijoni milijonov milijarda milijarde milijardi milijard bilijon bilijona \
      bilijonov mio mrd",
    ),
    (
        "pl",
        "tysiąc tysiące tysięcy tysiąca tysiącom tysiącami tysiącach tys milion miliony milionów miliona milionom milionami \
         milionach mln miliard miliardy miliardów miliarda miliardom miliardami miliardach mld bilion biliony bilionów \
         biliona bilionom bilionami bilionach bln biliard biliardy biliardów trylion tryliony trylionów",
    ),
    (
        "cs",
        "tisíc tisíce tisíci tisíců milion milionu miliony milionů milionům mil mio miliarda miliardy miliard miliardu \
         miliardám mld bilion bilionu biliony bilionů biliarda biliardy biliard",
    ),
    (
        "sk",
        "tisíc tisíce tisíca tisícov milión milióna milióny miliónov mil mio miliarda miliardy miliárd miliardu mld bilión \
         bilióna bilióny biliónov",
    ),
    ("ro", "mie mii milion milioane miliard miliarde trilion trilioane mil mld mrd"),
    ("hu", "ezer ezres millió milliós milliárd milliárdos billió billiós mrd"),
    (
        "el",
        "χίλιες χιλιάδες χιλιάδων χιλ εκατομμύριο εκατομμύρια εκατομμυρίων εκατομμυρίου εκατ δισεκατομμύριο δισεκατομμύρια \
         δισεκατομμυρίων δισεκατομμυρίου δις τρισεκατομμύριο τρισεκατομμύρια τρισεκατομμυρίων τρισεκατομμυρίου τρις",
    ),
    (
        "tr",
        "bin binlik milyon milyonluk milyonu milyona milyondan milyonun milyar milyarlık milyarı milyara milyardan milyarın \
         trilyon trilyonluk trilyonu trilyona katrilyon mlr",
    ),
    (
        "ar",
        "ألف ألفا آلاف الف الاف مليون مليونا ملايين مليار مليارا مليارات بليون بليونا بلايين تريليون تريليونا تريليونات \
         ترليون ترليونا ترليونات",
    ),
    ("fa", "هزار میلیون میلیارد بیلیون تریلیون همت"),
    ("ur", "ہزار لاکھ کروڑ ارب کھرب ملین بلین ٹریلین"),
    ("hi", "हज़ार हजार लाख करोड़ करोड अरब खरब मिलियन बिलियन ट्रिलियन"),
    ("he", "אלף אלפים אלפי מיליון מיליונים מיליוני מיליארד מיליארדים מיליארדי טריליון טריליונים טריליוני"),
    ("id", "ribu juta miliar milyar triliun trilyun triliyun rb jt"),
    ("ms", "ribu juta bilion trilion"),
    ("vi", "nghìn ngàn triệu tỷ tỉ"),
    ("sw", "elfu laki milioni bilioni trilioni"),
];

/// Short forms that are other words in other languages: they multiply only where the text is known to be in theirs.
const KNOWN_ALONE: &[(&str, &str)] = &[("pt", "mi bi tri"), ("tr", "mn"), ("vi", "tr")];

/// Short forms that multiply an amount of money, whose currency is before it: `$5 m`, `US$ 4 MM`, `Rp 4 T`.
const OF_MONEY: &str = "k m mm b bil mil t";

/// Short forms that are other words without their stop: German `12 Bio Eier`.
const WITH_STOP: &[&str] = &["bio"];

/// What are a half and other parts before a million, and one and a half, by language; those with a hyphen are the ends of
/// words.
const HALVES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "half",
            "half a",
            "half of a",
            "quarter",
            "quarter of a",
            "quarters of a",
            "third of a",
            "thirds of a",
        ],
    ),
    ("fr", &["demi", "quart de", "quarts de", "tiers de"]),
    ("de", &["halb", "halbe", "halben", "halber", "-halb"]),
    ("es", &["medio", "media", "cuarto de", "cuartos de", "tercio de"]),
    ("it", &["mezzo", "mezza", "quarto di", "quarti di"]),
    ("pt", &["meio", "meia", "quarto de", "quartos de"]),
    ("ca", &["mig", "mitja"]),
    (
        "nl",
        &["half", "halve", "anderhalf", "anderhalve", "kwart", "-enhalf", "-ënhalf", "-enhalve", "-ënhalve"],
    ),
    ("af", &["halwe", "anderhalf", "anderhalwe", "kwart"]),
    ("sv", &["halv", "halva", "kvarts"]),
    ("da", &["halv", "halve", "halvanden", "kvart"]),
    ("nb", &["halv", "halve", "halvannen", "kvart"]),
    ("nn", &["halv", "halve", "halvannan", "kvart"]),
    ("no", &["halv", "halve", "halvannen", "kvart"]),
    ("fi", &["puoli", "puolen", "puolta", "puolitoista"]),
    ("ru", &["пол", "полтора", "полторы", "полутора", "половиной", "четверть"]),
    ("uk", &["пів", "півтора", "півтори", "половиною", "чверть"]),
    ("be", &["паў", "паўтара", "паўтары", "паловай"]),
    ("bg", &["половин", "половина"]),
    ("sr", &["пола", "pola"]),
    ("hr", &["pola"]),
    ("sl", &["pol"]),
    ("pl", &["pół", "półtora", "półtorej", "ćwierć"]),
    ("cs", &["půl", "půldruhého", "čtvrt", "čtvrtě"]),
    ("sk", &["pol", "poldruha", "štvrť"]),
    ("ro", &["jumătate de", "sfert de"]),
    ("hu", &["fél", "másfél", "negyed"]),
    ("el", &["μισό", "μισή", "μισού", "-μισι", "-μιση", "-μισης"]),
    ("tr", &["yarım", "buçuk", "çeyrek"]),
    ("ar", &["نصف", "ونصف", "بنصف", "لنصف", "ربع", "وربع", "ثلث", "أرباع"]),
    ("fa", &["نیم", "ربع"]),
    ("ur", &["آدھا", "آدھے", "ڈیڑھ", "ڈھائی", "سوا"]),
    ("hi", &["आधा", "आधे", "डेढ़", "ढाई", "सवा", "पौन"]),
    ("he", &["חצי", "וחצי", "כחצי", "בחצי", "לחצי", "רבע", "כרבע", "ורבע"]),
    ("id", &["setengah", "separuh", "seperempat"]),
    ("ms", &["setengah", "separuh", "suku"]),
    ("vi", &["nửa"]),
    ("sw", &["nusu"]),
];

/// What is no multiple of a half where that stands before the same: `en medio mil personas`.
const NOT_HALVED: &[&str] = &["mil", "mille", "mila"];

/// Whether `word`, one token in any case, multiplies a number before it in `language` (a BCP 47 tag), or in any language
/// where that is not known.
pub fn multiplies(word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    let spoken = MULTIPLIERS.iter().filter(|(own, _)| known.may_be(own));
    let alone = KNOWN_ALONE.iter().filter(|(own, _)| known.has(own));
    spoken.chain(alone).any(|(_, words)| is_in(&form, words))
}

/// Whether the multiplier that a text begins with is a short form that what follows makes another word of: a part of a
/// compound, or without its stop.
pub fn is_other(multiplier: &str, text: &str) -> bool {
    const LONGEST: usize = 4;
    let rest = &text[multiplier.len()..];
    let is_joined = rest.starts_with(|c| ch::is_hyphen(c) || ch::is_apostrophe(c) || c == '&');
    let needs_stop = WITH_STOP.contains(&&*in_table_form(multiplier));
    is_joined && multiplier.chars().count() <= LONGEST || needs_stop && !rest.starts_with('.')
}

/// Whether a short form multiplies the amount of money before it.
pub fn multiplies_money(word: &str) -> bool {
    word.is_ascii() && is_in(&word.to_ascii_lowercase(), OF_MONEY)
}

/// How many of the last of some words, the nearest first, are a half or a like part of `multiplier` behind them; 0 where
/// none are.
pub fn half_before(words: &[&str], multiplier: &str, language: Option<&str>) -> usize {
    if NOT_HALVED.contains(&&*in_table_form(multiplier)) {
        return 0;
    }
    let is_word = |(own, word): (&str, &&str)| {
        let word = in_table_form(word);
        let last = word.rsplit(ch::is_hyphen).next().unwrap_or(&word);
        own.strip_prefix('-').map_or(last == own, |end| last.ends_with(end))
    };
    let length = |phrase: &&str| {
        let count = phrase.split(' ').count();
        (count <= words.len() && phrase.rsplit(' ').zip(words).all(is_word)).then_some(count)
    };
    let known = Known::of(language);
    let spoken = HALVES.iter().filter(|(own, _)| known.may_be(own));
    spoken.flat_map(|(_, phrases)| phrases.iter()).filter_map(length).max().unwrap_or(0)
}

/// How many bytes at the start of a text are a multiple of a currency, as in `M€`, `k$` and `M EUR`; 0 where none is.
pub fn multiple_of_currency(text: &str) -> usize {
    const MULTIPLES: [&str; 13] =
        ["k", "K", "m", "M", "MM", "mn", "Mn", "Mio", "Md", "Mds", "Mrd", "bn", "tn"];
    const CODES: [&str; 6] = ["EUR", "USD", "GBP", "CHF", "Ft", "Kč"];
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) || !MULTIPLES.contains(&&text[..letters]) {
        return 0;
    }
    let rest = text[letters..].trim_start_matches(|c: char| ch::is_space(c) && !ch::is_line_end(c));
    let sign = rest.chars().next().filter(|&c| ch::is_currency(c)).map(char::len_utf8);
    let is_code = |code: &&str| {
        rest.strip_prefix(*code).is_some_and(|after| !after.starts_with(ch::is_word))
            && rest.len() < text.len() - letters
    };
    let currency = sign.or_else(|| CODES.iter().find(|&code| is_code(code)).map(|code| code.len()));
    currency.map_or(0, |currency| text.len() - rest.len() + currency)
}

fn is_in(form: &str, words: &str) -> bool {
    words.split_ascii_whitespace().any(|one| one == form)
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
    let words = MULTIPLIERS.iter().chain(KNOWN_ALONE).map(|(_, words)| *words).chain([OF_MONEY]);
    WordSet::new(words.flat_map(str::split_ascii_whitespace))
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
        for (_, words) in MULTIPLIERS.iter().chain(KNOWN_ALONE) {
            for word in words.split_ascii_whitespace() {
                assert!(may_multiply(word) && in_table_form(word) == word, "{word}");
            }
        }
        assert!(!may_multiply("minister"));
        assert!(multiplies("bi", Some("pt")) && !multiplies("bi", Some("en")) && !multiplies("bi", None));
    }

    #[test]
    fn halves_are_in_the_form_of_the_tables() {
        for phrase in HALVES.iter().flat_map(|(_, phrases)| phrases.iter()) {
            assert_eq!(in_table_form(phrase), **phrase);
        }
        assert_eq!(half_before(&["a", "half"], "million", Some("en")), 2);
        assert_eq!(half_before(&["zweieinhalb"], "Millionen", Some("de")), 1);
        assert_eq!(half_before(&["medio"], "mil", Some("es")), 0);
    }

    #[test]
    fn a_multiple_of_a_currency_has_that_beside_it() {
        for (text, length) in [
            ("M€ d’euros", 4),
            ("k$", 2),
            ("M EUR et", 5),
            ("MM€", 5),
            ("M d’euros", 0),
            ("m de haut", 0),
            ("M EURO", 0),
        ] {
            assert_eq!(multiple_of_currency(text), length, "{text}");
        }
    }
}
