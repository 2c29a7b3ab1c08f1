//! Words that multiply the number before them by a thousand or more: `3 millions`, `42 млн`, and by how much. Small tables,
//! to be grown with cases. Knows single words.

use super::characters as ch;
use super::lexicons::Known;
use super::numbers::{is_in, valued};
use super::word_set::WordSet;
use super::words::in_table_form;
use std::sync::LazyLock;

/// By language, each value with its words after it, the short forms too that are no other word after a number.
const MULTIPLIERS: &[(&str, &str)] = &[
    (
        "en",
        "1000 thousand 100000 lakh lakhs 1000000 million millions mn mln mio 10000000 crore crores 1000000000 \
         billion billions bn bln 1000000000000 trillion trillions tn trn tln 1000000000000000 quadrillion \
         quadrillions",
    ),
    (
        "fr",
        "1000 mille millier milliers 1000000 million millions mio mios 1000000000 milliard milliards md mds mrd mrds 1000000000000 \
         billion billions 1000000000000000 billiard billiards 1000000000000000000 trillion trillions",
    ),
    (
        "de",
        "1000 tausend tsd 1000000 million millionen mio mill 1000000000 milliarde milliarden mia mrd \
         1000000000000 billion billionen bio 1000000000000000 billiarde billiarden 1000000000000000000 trillion \
         trillionen",
    ),
    (
        "es",
        "1000 mil 1000000 millón millones mdd mdp mde mill mills 1000000000 millardo millardos 1000000000000 \
         billón billones 1000000000000000000 trillón trillones",
    ),
    (
        "it",
        "1000 mila mille 1000000 milione milioni mln mio 1000000000 miliardo miliardi mld mrd 1000000000000 \
         bilione bilioni 1000000000000000000 trilione trilioni",
    ),
    (
        "pt",
        "1000 mil 1000000 milhão milhões 1000000000 bilhão bilhões 1000000000000 bilião biliões trilhão trilhões \
         1000000000000000000 trilião triliões",
    ),
    (
        "ca",
        "1000 mil 1000000 milió milions 1000000000 miliard miliards 1000000000000 bilió bilions \
         1000000000000000000 trilió trilions",
    ),
    ("gl", "1000 mil 1000000 millón millóns 1000000000000 billón billóns"),
    (
        "nl",
        "1000 duizend 1000000 miljoen miljoenen mln mio 1000000000 miljard miljarden mld mrd 1000000000000 \
         biljoen biljoenen 1000000000000000 biljard biljarden 1000000000000000000 triljoen triljoenen",
    ),
    (
        "af",
        "1000 duisend 1000000 miljoen 1000000000 miljard 1000000000000 biljoen 1000000000000000000 triljoen",
    ),
    (
        "sv",
        "1000 tusen tkr 1000000 miljon miljoner mn mnkr mkr 1000000000 miljard miljarder mdkr mdr mrd \
         1000000000000 biljon biljoner 1000000000000000 biljard biljarder 1000000000000000000 triljon triljoner",
    ),
    (
        "da",
        "1000 tusind tusinde 1000000 million millioner mio mill 1000000000 milliard milliarder mia mrd \
         1000000000000 billion billioner 1000000000000000 billiard billiarder",
    ),
    (
        "nb",
        "1000 tusen 1000000 million millioner mill 1000000000 milliard milliarder mrd mia 1000000000000 billion \
         billioner 1000000000000000 billiard billiarder",
    ),
    (
        "nn",
        "1000 tusen 1000000 million millionar mill 1000000000 milliard milliardar mrd 1000000000000 billion \
         billionar",
    ),
    (
        "no",
        "1000 tusen 1000000 million millioner mill 1000000000 milliard milliarder mrd mia 1000000000000 billion \
         billioner 1000000000000000 billiard billiarder",
    ),
    (
        "fi",
        "1000 tuhat tuhatta tuhannen tuhannella 1000000 miljoona miljoonaa miljoonan miljoonalla milj 1000000000 \
         miljardi miljardia miljardin miljardilla mrd 1000000000000 biljoona biljoonaa biljoonan",
    ),
    (
        "ru",
        "1000 тысяч тысячи тысяча тысячу тысячам тысячами тысячах тыс 1000000 миллион миллиона миллионы миллионов \
         миллионам миллионами миллионах млн 1000000000 миллиард миллиарда миллиарды миллиардов миллиардам \
         миллиардами миллиардах млрд 1000000000000 триллион триллиона триллионы триллионов триллионам триллионами \
         триллионах трлн 1000000000000000 квадриллион квадриллиона квадриллионов",
    ),
    (
        "uk",
        "1000 тисяч тисячі тисяча тисячу тисячам тисячами тисячах тис 1000000 мільйон мільйона мільйони мільйонів \
         мільйонам мільйонами мільйонах млн 1000000000 мільярд мільярда мільярди мільярдів мільярдам мільярдами \
         мільярдах млрд 1000000000000 трильйон трильйона трильйони трильйонів трильйонам трильйонами трильйонах \
         трлн",
    ),
    (
        "be",
        "1000 тысяч тысячы тысяча тысячу тыс 1000000 мільён мільёна мільёны мільёнаў млн 1000000000 мільярд \
         мільярда мільярды мільярдаў млрд 1000000000000 трыльён трыльёна трыльёны трыльёнаў трлн",
    ),
    (
        "bg",
        "1000 хиляди хил 1000000 милион милиона милиони млн 1000000000 милиард милиарда милиарди млрд \
         1000000000000 трилион трилиона трилиони трлн",
    ),
    (
        "sr",
        "1000 хиљада хиљаде хиљаду hiljada hiljade hiljadu 1000000 милион милиона милиони milion miliona milioni \
         mil 1000000000 милијарда милијарде милијарди milijarda milijarde milijardi mlrd 1000000000000 bilion \
         biliona",
    ),
    (
        "hr",
        "1000 tisuća tisuće tisuću 1000000 milijun milijuna milijuni mil 1000000000 milijarda milijarde milijardi \
         mlrd 1000000000000 bilijun bilijuna",
    ),
    (
        "sl",
        "1000 tisoč 1000000 milijon milijona milijone milijoni milijonov mio 1000000000 milijarda milijarde \
         milijardi milijard mrd 1000000000000 bilijon bilijona bilijonov",
    ),
    (
        "pl",
        "1000 tysiąc tysiące tysięcy tysiąca tysiącom tysiącami tysiącach tys 1000000 milion miliony milionów \
         miliona milionom milionami milionach mln 1000000000 miliard miliardy miliardów miliarda miliardom \
         miliardami miliardach mld 1000000000000 bilion biliony bilionów biliona bilionom bilionami bilionach bln \
         1000000000000000 biliard biliardy biliardów 1000000000000000000 trylion tryliony trylionów",
    ),
    (
        "cs",
        "1000 tisíc tisíce tisíci tisíců 1000000 milion milionu miliony milionů milionům mil mio 1000000000 \
         miliarda miliardy miliard miliardu miliardám mld 1000000000000 bilion bilionu biliony bilionů \
         1000000000000000 biliarda biliardy biliard",
    ),
    (
        "sk",
        "1000 tisíc tisíce tisíca tisícov 1000000 milión milióna milióny miliónov mil mio 1000000000 miliarda \
         miliardy miliárd miliardu mld 1000000000000 bilión bilióna bilióny biliónov",
    ),
    (
        "ro",
        "1000 mie mii 1000000 milion milioane mil 1000000000 miliard miliarde mld mrd 1000000000000 trilion \
         trilioane",
    ),
    (
        "hu",
        "1000 ezer ezres 1000000 millió milliós 1000000000 milliárd milliárdos mrd 1000000000000 billió billiós",
    ),
    (
        "el",
        "1000 χίλιες χιλιάδες χιλιάδων χιλ 1000000 εκατομμύριο εκατομμύρια εκατομμυρίων εκατομμυρίου εκατ \
         1000000000 δισεκατομμύριο δισεκατομμύρια δισεκατομμυρίων δισεκατομμυρίου δις 1000000000000 \
         τρισεκατομμύριο τρισεκατομμύρια τρισεκατομμυρίων τρισεκατομμυρίου τρις",
    ),
    (
        "tr",
        "1000 bin binlik 1000000 milyon milyonluk milyonu milyona milyondan milyonun 1000000000 milyar milyarlık \
         milyarı milyara milyardan milyarın mlr 1000000000000 trilyon trilyonluk trilyonu trilyona \
         1000000000000000 katrilyon",
    ),
    (
        "ar",
        "1000 ألف ألفا آلاف الف الاف 1000000 مليون مليونا ملايين 1000000000 مليار مليارا مليارات بليون بليونا \
         بلايين 1000000000000 تريليون تريليونا تريليونات ترليون ترليونا ترليونات",
    ),
    ("fa", "1000 هزار 1000000 میلیون 1000000000 میلیارد بیلیون 1000000000000 تریلیون همت"),
    (
        "ur",
        "1000 ہزار 100000 لاکھ 1000000 ملین 10000000 کروڑ 1000000000 ارب بلین 100000000000 کھرب 1000000000000 \
         ٹریلین",
    ),
    (
        "hi",
        "1000 हज़ार हजार 100000 लाख 1000000 मिलियन 10000000 करोड़ करोड 1000000000 अरब बिलियन 100000000000 खरब \
         1000000000000 ट्रिलियन",
    ),
    (
        "he",
        "1000 אלף אלפים אלפי 1000000 מיליון מיליונים מיליוני 1000000000 מיליארד מיליארדים מיליארדי 1000000000000 \
         טריליון טריליונים טריליוני",
    ),
    ("id", "1000 ribu rb 1000000 juta jt 1000000000 miliar milyar 1000000000000 triliun trilyun triliyun"),
    ("ms", "1000 ribu 1000000 juta 1000000000 bilion 1000000000000 trilion"),
    ("vi", "1000 nghìn ngàn 1000000 triệu 1000000000 tỷ tỉ"),
    ("sw", "1000 elfu 100000 laki 1000000 milioni 1000000000 bilioni 1000000000000 trilioni"),
];

/// Short forms that are other words in other languages: they multiply only where the text is known to be in theirs.
const KNOWN_ALONE: &[(&str, &str)] =
    &[("pt", "1000000 mi 1000000000 bi 1000000000000 tri"), ("tr", "1000000 mn"), ("vi", "1000000 tr")];

/// Short forms that multiply an amount of money, whose currency is before it: `$5 m`, `US$ 4 MM`, `Rp 4 T`.
const OF_MONEY: &str = "k m mm b bil mil t";

/// Short forms that are other words without their stop: German `12 Bio Eier`.
const WITH_STOP: &[&str] = &["bio"];

/// What are a half and other parts before a million, one and a half, and some tens of them, by language; those with a hyphen are the ends of
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
    (
        "fr",
        &[
            "demi",
            "quart de",
            "quarts de",
            "tiers de",
            "dizaine de",
            "dizaines de",
            "douzaine de",
            "quinzaine de",
            "vingtaine de",
            "trentaine de",
            "quarantaine de",
            "cinquantaine de",
            "soixantaine de",
            "centaine de",
            "centaines de",
            "millier de",
            "milliers de",
        ],
    ),
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
    let spoken = MULTIPLIERS.iter().filter(|(own, _)| known.may_be(own));
    let alone = KNOWN_ALONE.iter().filter(|(own, _)| known.has(own));
    let all = spoken.chain(alone).flat_map(|(_, words)| valued(words));
    let found: Vec<u64> = all.filter(|(_, one)| *one == form).map(|(value, _)| value).collect();
    found.into_iter()
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

/// What is written between a number and a currency, with its value: `M€`, `k$`, `£42bn`.
const MULTIPLES: [(&str, u64); 14] = [
    ("k", THOUSAND),
    ("K", THOUSAND),
    ("m", MILLION),
    ("M", MILLION),
    ("MM", MILLION),
    ("mn", MILLION),
    ("Mn", MILLION),
    ("Mio", MILLION),
    ("Md", BILLION),
    ("Mds", BILLION),
    ("Mrd", BILLION),
    ("G", BILLION),
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

/// How many bytes at the start of a text are a multiple of a currency, as in `M€`, `k$` and `M EUR`; 0 where none is.
pub fn multiple_of_currency(text: &str) -> usize {
    const CODES: [&str; 10] = ["EUR", "USD", "GBP", "CHF", "Ft", "Kč", "FCFA", "CFA", "MAD", "DH"];
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let ends_there = !text[letters..].starts_with(ch::is_word);
    if letters > 2 && ends_there && is_in(&text[..letters].to_ascii_lowercase(), JOINED) {
        return letters;
    }
    if !(1..=3).contains(&letters) || multiple(&text[..letters]).is_none() {
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

/// What francs and dirhams are counted in, in Africa: a multiple and its currency as one word.
const JOINED: &str = "kfcfa mfcfa mmfcfa mdfcfa mdsfcfa mdh mdhs mmdh mmad";
/// A multiple of a currency that is no other word of these tables, which lets the first look see it.
const GIGA: &str = "g";

/// Whether a word may, in some language, told at a glance.
pub fn may_multiply(word: &str) -> bool {
    ALL.may_have(word)
}

/// The same of a word that is nothing but [`western_letters`](super::words::western_letters).
pub fn may_multiply_western(word: &str) -> bool {
    ALL.may_have_western(word)
}

static ALL: LazyLock<WordSet> = LazyLock::new(|| {
    let words =
        MULTIPLIERS.iter().chain(KNOWN_ALONE).flat_map(|(_, words)| valued(words)).map(|(_, word)| word);
    let others = [OF_MONEY, JOINED, GIGA].into_iter().flat_map(str::split_ascii_whitespace);
    WordSet::new(words.chain(others))
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
            for (_, word) in valued(words) {
                assert!(may_multiply(word) && in_table_form(word) == word, "{word}");
            }
        }
        assert!(!may_multiply("minister") && !multiplies("1000", None));
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
            ("G$ en", 2),
            ("MFCFA par", 5),
            ("M FCFA", 6),
            ("MDH", 3),
            ("MDHX", 0),
            ("G de", 0),
            ("M d’euros", 0),
            ("m de haut", 0),
            ("M EURO", 0),
        ] {
            assert_eq!(multiple_of_currency(text), length, "{text}");
        }
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
