//! Numbers written as words, by language. A table of small parts: what is made of them alone is a number
//! (`vingt-deux`, `zweihundert`, `ventidue`). Names differences and decides nothing. Knows single words.

use super::characters as ch;
use super::words::in_table_form;

/// The parts of a language's numbers, by its BCP 47 primary subtag. All lower case, apart by spaces.
struct Numerals {
    language: &'static str,
    /// One, which many languages also use as an article: two of its forms are no two numbers.
    one: &'static str,
    /// All others, their endings included where they change.
    parts: &'static str,
    /// What joins parts inside a number and is none by itself.
    joints: &'static str,
}

const NUMERALS: &[Numerals] = &[
    Numerals {
        language: "fr",
        one: "un une",
        parts: "\
            zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze \
            seize vingt vingts trente quarante cinquante soixante septante huitante octante \
            nonante cent cents mille million millions milliard milliards billion billions \
            dizaine dizaines douzaine douzaines quinzaine vingtaine trentaine quarantaine \
            cinquantaine soixantaine centaine centaines millier milliers demi tiers moitié quart \
            quarts",
        joints: "et",
    },
    Numerals {
        language: "en",
        one: "one a an",
        parts: "\
            zero two three four five six seven eight nine ten eleven twelve thirteen fourteen \
            fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy \
            eighty ninety hundred hundreds thousand thousands million millions billion billions \
            trillion trillions dozen dozens half third thirds quarter quarters twice thrice",
        joints: "and",
    },
    Numerals {
        language: "de",
        one: "ein eine einen einem einer eines eins",
        parts: "\
            null zwei zwo drei vier fünf sechs sech sieben sieb acht neun zehn elf zwölf zwanzig \
            dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig hundert hunderte \
            tausend tausende million millionen milliarde milliarden billion billionen dutzend \
            dutzende hälfte halb drittel viertel",
        joints: "und",
    },
    Numerals {
        language: "es",
        one: "un uno una",
        parts: "\
            cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince \
            dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintiún veintiuna \
            veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho \
            veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento \
            cientos cientas quinientos setecientos novecientos mil miles millón millones docena \
            docenas decena decenas centenar centenares mitad tercio tercios cuarto",
        joints: "y",
    },
    Numerals {
        language: "it",
        one: "un uno una",
        parts: "\
            zero due tre tré quattro cinque sei sette otto nove dieci undici dodici tredici \
            quattordici quindici sedici diciassette diciotto diciannove venti vent trenta trent \
            quaranta cinquanta sessanta settanta ottanta novanta cento mille mila milione \
            milioni miliardo miliardi dozzina decina decine centinaio centinaia migliaio \
            migliaia metà terzo quarto",
        joints: "e",
    },
    Numerals {
        language: "pt",
        one: "um uma",
        parts: "\
            zero dois duas três quatro cinco seis sete oito nove dez onze doze treze quatorze \
            catorze quinze dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove \
            vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento duzentos \
            duzentas trezentos quatrocentos quinhentos seiscentos setecentos oitocentos \
            novecentos mil milhão milhões bilhão bilhões dúzia dezena dezenas centena centenas \
            milhar milhares metade terço quarto",
        joints: "e",
    },
    Numerals {
        language: "nl",
        one: "een één",
        parts: "\
            nul twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien \
            vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig \
            zeventig tachtig negentig honderd honderden duizend duizenden miljoen miljoenen \
            miljard miljarden dozijn tientallen helft derde kwart",
        joints: "en ën",
    },
    Numerals {
        language: "ru",
        one: "один одна одно одного одной одну",
        parts: "\
            ноль два две двух двум двумя три трёх трех тремя четыре четырёх четырех пять пяти \
            шесть шести семь семи восемь восьми девять девяти десять десяти одиннадцать \
            двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать \
            девятнадцать двадцать двадцати тридцать тридцати сорок сорока пятьдесят шестьдесят \
            семьдесят восемьдесят девяносто сто ста двести триста четыреста пятьсот шестьсот \
            семьсот восемьсот девятьсот тысяча тысячи тысяч миллион миллиона миллионов миллиард \
            миллиарда миллиардов половина половины треть четверть дюжина десятки сотни",
        joints: "",
    },
    Numerals {
        language: "ar",
        one: "واحد واحدة",
        parts: "\
            صفر اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية \
            ثماني ثمان تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين \
            ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتان مئتين مائتان مائتين \
            مئات ألف ألفان ألفين آلاف مليون مليونان مليوني ملايين مليار مليارات نصف ثلث ربع \
            عشرات",
        joints: "و ب ل ال",
    },
];

/// Whether both are numbers in words, and not only two forms of one, in `language` (a BCP 47 tag) where its
/// table is known, else both in the same language, whichever. Numbers in Chinese characters are, in any.
///
/// Each is one token, in any case.
pub fn are_number_words(a: &str, b: &str, language: Option<&str>) -> bool {
    let is_han = |text: &str| !text.is_empty() && text.chars().all(ch::is_han_numeral);
    if is_han(a) && is_han(b) {
        return true;
    }
    let (a, b) = (in_table_form(a), in_table_form(b));
    let primary = language.and_then(|tag| tag.split('-').next()).map(str::to_ascii_lowercase);
    let known = primary.as_ref().filter(|tag| NUMERALS.iter().any(|one| one.language == **tag));
    NUMERALS
        .iter()
        .filter(|numerals| known.is_none_or(|tag| numerals.language == tag))
        .any(|numerals| numerals.has(&a) && numerals.has(&b) && !(numerals.is_one(&a) && numerals.is_one(&b)))
}

impl Numerals {
    fn is_one(&self, word: &str) -> bool {
        is_in(word, self.one)
    }

    /// Whether a word is a number: one, or nothing but parts and what joins them.
    fn has(&self, word: &str) -> bool {
        const LONGEST: usize = 96;
        if word.len() > LONGEST {
            return false;
        }
        self.is_one(word)
            || !is_in(word, self.joints) && word.split(ch::is_hyphen).all(|piece| self.is_made(piece, 0))
    }

    /// Whether the rest of a word is made of parts. No number has more of them than this.
    fn is_made(&self, rest: &str, count: usize) -> bool {
        const MOST: usize = 12;
        if rest.is_empty() {
            return count > 0;
        }
        let all = || [self.parts, self.one, self.joints].into_iter().flat_map(str::split_whitespace);
        count < MOST
            && all().any(|part| rest.strip_prefix(part).is_some_and(|rest| self.is_made(rest, count + 1)))
    }
}

fn is_in(word: &str, words: &str) -> bool {
    words.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::are_number_words;

    #[test]
    fn numbers_in_words_are_known_by_language() {
        let both = |a: &str, b: &str, language| are_number_words(a, b, language);
        assert!(both("deux", "Trois", Some("fr")) && both("un", "deux", Some("fr")));
        assert!(both("millions", "milliards", Some("fr")) && both("vingt-deux", "quatre-vingt-dix", None));
        assert!(both("zweihundertdrei", "zweiundzwanzig", Some("de")) && both("ventidue", "trentatré", None));
        assert!(both("ثلاثة", "وخمسة", Some("ar")) && both("三", "十五", Some("zh")));
        assert!(both("пять", "семь", None) && both("twenty-two", "dozen", Some("en-GB")));
    }

    #[test]
    fn articles_and_words_of_other_languages_are_no_numbers() {
        let both = |a: &str, b: &str, language| are_number_words(a, b, language);
        assert!(!both("un", "une", Some("fr")) && !both("a", "an", None) && !both("ein", "eine", None));
        assert!(!both("dos", "trois", Some("fr")), "a back is no two");
        assert!(!both("dos", "trois", None), "of two languages");
        assert!(!both("et", "deux", Some("fr")) && !both("und", "drei", None) && !both("", "drei", None));
        assert!(!both("hommes", "deux", None) && !both("achtung", "acht", Some("de")));
    }
}
