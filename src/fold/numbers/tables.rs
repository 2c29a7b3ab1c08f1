//! The number words of each language with their values, and the rules by which they compose. To be grown with
//! cases.

/// A language's numbers, by its BCP 47 primary subtag. All lower case, words apart by spaces.
pub struct Numerals {
    pub(super) language: &'static str,
    /// One, which many languages also use as an article: two of its forms are no two numbers.
    pub(super) one: &'static str,
    /// The forms of one that are no articles, where others are nothing else: those compose with none.
    pub(super) counting_one: &'static str,
    /// All others: each value with its words after it, their endings included where they change.
    pub(super) values: &'static str,
    /// Words of quantity that compose with none: dozens, halves.
    pub(super) others: &'static str,
    /// What joins parts inside a number and is none by itself.
    pub(super) joints: &'static str,
    /// What is written together with a number and begins another: Arabic *to*, *with*.
    pub(super) prefixes: &'static str,
    /// What is written as a number with the article and is none: Arabic Sunday and Monday.
    pub(super) names: &'static str,
    /// An article that is written together with a number.
    pub(super) article: &'static str,
    pub(super) grammar: Grammar,
    pub(super) company: Company,
}

/// How a language's parts make one number, beyond what all have: a lesser after a greater is added, a greater power
/// after a lesser number multiplies it.
pub(super) struct Grammar {
    /// Where a joint adds.
    pub(super) joining: Joining,
    /// Whether units stand before tens.
    pub(super) inverted: Inverted,
    /// The most hundreds that are counted: `nineteen hundred`.
    pub(super) most_hundreds: u64,
    pub(super) habits: &'static [Habit],
}

/// A way of some languages to compose.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// Units follow tens only with a joint: `treinta y cinco`.
    JoinsUnits,
    /// One follows tens without a joint, as a word of its own: `двадцать один`.
    AddsOne,
    /// Sixty and eighty go on for twenty, and ten for seven to nine: `soixante-dix-sept`, `quatre-vingts`.
    CountsTwenties,
    /// A unit before ten is a teen: `خمسة عشر`.
    HasTeens,
    /// Years are counted in hundreds without the word: `nineteen eighty-four`.
    PairsYears,
}

/// Where a joint makes one number of two.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joining {
    Never,
    /// One and eleven after tens: `vingt et un`.
    OneAfterTens,
    /// Units after tens: `treinta y cinco`.
    UnitsAfterTens,
    /// After hundreds and more: `two hundred and fifty`.
    AfterHundreds,
    /// Wherever there is room: `vinte e cinco`, `cento e vinte`.
    Always,
}

/// Whether units stand before tens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Inverted {
    No,
    /// Inside a word: `zweiundzwanzig`.
    InWord,
    /// Apart, too: `ثلاثة وعشرون`.
    Always,
}

/// The words that a number keeps company with.
pub(super) struct Company {
    /// What stands between the digits of a decimal that is spoken.
    pub(super) decimals: &'static str,
    /// Parts of a whole, after two and more.
    pub(super) fractions: &'static str,
    /// The same after three alone, where they are other words elsewhere.
    pub(super) quarters: &'static str,
    /// And a half, after a number.
    pub(super) halves: &'static [&'static str],
    /// And a half, after anything.
    pub(super) sure_halves: &'static [&'static str],
    /// What makes two limits of two numbers with a joint.
    pub(super) between: &'static str,
    /// What makes a percentage of a hundred.
    pub(super) per: &'static str,
}

const PLAIN: Grammar =
    Grammar { joining: Joining::Never, inverted: Inverted::No, most_hundreds: 9, habits: &[] };

pub(super) const NUMERALS: &[Numerals] = &[
    Numerals {
        language: "fr",
        one: "un une",
        counting_one: "",
        values: "\
            0 zéro 2 deux 3 trois 4 quatre 5 cinq 6 six 7 sept 8 huit 9 neuf 10 dix 11 onze 12 douze \
            13 treize 14 quatorze 15 quinze 16 seize 20 vingt vingts 30 trente 40 quarante 50 cinquante \
            60 soixante 70 septante 80 huitante octante 90 nonante 100 cent cents 1000 mille \
            1000000 million millions 1000000000 milliard milliards 1000000000000 billion billions",
        others: "\
            dizaine dizaines douzaine douzaines quinzaine vingtaine trentaine quarantaine \
            cinquantaine soixantaine centaine centaines millier milliers demi tiers moitié quart \
            quarts",
        joints: "et",
        prefixes: "",
        names: "",
        article: "",
        grammar: Grammar {
            joining: Joining::OneAfterTens,
            most_hundreds: 19,
            habits: &[Habit::CountsTwenties],
            ..PLAIN
        },
        company: Company {
            decimals: "virgule",
            fractions: "tiers cinquièmes sixièmes septièmes huitièmes neuvièmes dixièmes centièmes millièmes",
            quarters: "quarts",
            halves: &[],
            sure_halves: &["et demi", "et demie"],
            between: "entre",
            per: "pour",
        },
    },
    Numerals {
        language: "en",
        one: "one a an",
        counting_one: "one",
        values: "\
            0 zero 2 two 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten 11 eleven 12 twelve \
            13 thirteen 14 fourteen 15 fifteen 16 sixteen 17 seventeen 18 eighteen 19 nineteen 20 twenty \
            30 thirty 40 forty 50 fifty 60 sixty 70 seventy 80 eighty 90 ninety 100 hundred \
            1000 thousand 1000000 million 1000000000 billion 1000000000000 trillion",
        others: "\
            hundreds thousands millions billions dozen dozens half third thirds quarter quarters \
            twice thrice",
        joints: "and",
        prefixes: "",
        names: "",
        article: "",
        grammar: Grammar {
            joining: Joining::AfterHundreds,
            most_hundreds: 99,
            habits: &[Habit::PairsYears],
            ..PLAIN
        },
        company: Company {
            decimals: "point",
            fractions: "thirds fifths sixths sevenths eighths ninths tenths hundredths thousandths",
            quarters: "",
            halves: &[],
            sure_halves: &["and a half"],
            between: "between",
            per: "per",
        },
    },
    Numerals {
        language: "de",
        one: "ein eine einen einem einer eines eins",
        counting_one: "",
        values: "\
            0 null 2 zwei zwo 3 drei 4 vier 5 fünf 6 sechs 7 sieben 8 acht 9 neun 10 zehn 11 elf \
            12 zwölf 13 dreizehn 14 vierzehn 15 fünfzehn 16 sechzehn 17 siebzehn 18 achtzehn 19 neunzehn \
            20 zwanzig 30 dreißig dreissig 40 vierzig 50 fünfzig 60 sechzig 70 siebzig 80 achtzig \
            90 neunzig 100 hundert 1000 tausend 1000000 million millionen \
            1000000000 milliarde milliarden 1000000000000 billion billionen",
        others: "hunderte tausende dutzend dutzende hälfte halb drittel viertel",
        joints: "und",
        prefixes: "",
        names: "",
        article: "",
        grammar: Grammar {
            joining: Joining::AfterHundreds,
            inverted: Inverted::InWord,
            most_hundreds: 19,
            ..PLAIN
        },
        company: Company {
            decimals: "komma",
            fractions: "drittel fünftel sechstel siebtel achtel neuntel zehntel hundertstel tausendstel",
            quarters: "viertel",
            halves: &[],
            sure_halves: &[],
            between: "zwischen",
            per: "vom",
        },
    },
    Numerals {
        language: "es",
        one: "un uno una",
        counting_one: "",
        values: "\
            0 cero 2 dos 3 tres 4 cuatro 5 cinco 6 seis 7 siete 8 ocho 9 nueve 10 diez 11 once 12 doce \
            13 trece 14 catorce 15 quince 16 dieciséis 17 diecisiete 18 dieciocho 19 diecinueve \
            20 veinte 21 veintiuno veintiún veintiuna 22 veintidós 23 veintitrés 24 veinticuatro \
            25 veinticinco 26 veintiséis 27 veintisiete 28 veintiocho 29 veintinueve 30 treinta \
            40 cuarenta 50 cincuenta 60 sesenta 70 setenta 80 ochenta 90 noventa \
            100 cien ciento cientos cientas 500 quinientos quinientas 700 setecientos setecientas \
            900 novecientos novecientas 1000 mil 1000000 millón millones 1000000000000 billón billones",
        others: "\
            miles docena docenas decena decenas centenar centenares mitad tercio tercios cuarto",
        joints: "y",
        prefixes: "",
        names: "",
        article: "",
        grammar: Grammar { joining: Joining::UnitsAfterTens, habits: &[Habit::JoinsUnits], ..PLAIN },
        company: Company {
            decimals: "coma punto",
            fractions: "tercios quintos sextos séptimos octavos novenos décimos",
            quarters: "",
            halves: &["y medio", "y media"],
            sure_halves: &[],
            between: "entre",
            per: "por",
        },
    },
    Numerals {
        language: "it",
        one: "un uno una",
        counting_one: "",
        values: "\
            0 zero 2 due 3 tre tré 4 quattro 5 cinque 6 sei 7 sette 8 otto 9 nove 10 dieci 11 undici \
            12 dodici 13 tredici 14 quattordici 15 quindici 16 sedici 17 diciassette 18 diciotto \
            19 diciannove 20 venti vent 30 trenta trent 40 quaranta 50 cinquanta 60 sessanta 70 settanta \
            80 ottanta 90 novanta 100 cento 1000 mille mila 1000000 milione milioni \
            1000000000 miliardo miliardi",
        others: "\
            dozzina decina decine centinaio centinaia migliaio migliaia metà terzo quarto",
        joints: "e",
        prefixes: "",
        names: "",
        article: "",
        grammar: Grammar { joining: Joining::AfterHundreds, ..PLAIN },
        company: Company {
            decimals: "virgola",
            fractions: "terzi quinti sesti settimi ottavi noni decimi",
            quarters: "quarti",
            halves: &["e mezzo", "e mezza"],
            sure_halves: &[],
            between: "tra fra",
            per: "per",
        },
    },
    Numerals {
        language: "pt",
        one: "um uma",
        counting_one: "",
        values: "\
            0 zero 2 dois duas 3 três 4 quatro 5 cinco 6 seis 7 sete 8 oito 9 nove 10 dez 11 onze \
            12 doze 13 treze 14 quatorze catorze 15 quinze 16 dezesseis dezasseis 17 dezessete dezassete \
            18 dezoito 19 dezenove dezanove 20 vinte 30 trinta 40 quarenta 50 cinquenta 60 sessenta \
            70 setenta 80 oitenta 90 noventa 100 cem cento 200 duzentos duzentas 300 trezentos trezentas \
            400 quatrocentos quatrocentas 500 quinhentos quinhentas 600 seiscentos seiscentas \
            700 setecentos setecentas 800 oitocentos oitocentas 900 novecentos novecentas 1000 mil \
            1000000 milhão milhões 1000000000 bilhão bilhões",
        others: "\
            dúzia dezena dezenas centena centenas milhar milhares metade terço quarto",
        joints: "e",
        prefixes: "",
        names: "",
        article: "",
        grammar: Grammar { joining: Joining::Always, habits: &[Habit::JoinsUnits], ..PLAIN },
        company: Company {
            decimals: "vírgula ponto",
            fractions: "terços quintos sextos sétimos oitavos nonos décimos",
            quarters: "",
            halves: &["e meio", "e meia"],
            sure_halves: &[],
            between: "entre",
            per: "por",
        },
    },
    Numerals {
        language: "nl",
        one: "een één",
        counting_one: "één",
        values: "\
            0 nul 2 twee 3 drie 4 vier 5 vijf 6 zes 7 zeven 8 acht 9 negen 10 tien 11 elf 12 twaalf \
            13 dertien 14 veertien 15 vijftien 16 zestien 17 zeventien 18 achttien 19 negentien \
            20 twintig 30 dertig 40 veertig 50 vijftig 60 zestig 70 zeventig 80 tachtig 90 negentig \
            100 honderd 1000 duizend 1000000 miljoen 1000000000 miljard",
        others: "\
            honderden duizenden miljoenen miljarden dozijn tientallen helft derde kwart",
        joints: "en ën",
        prefixes: "",
        names: "",
        article: "",
        grammar: Grammar {
            joining: Joining::AfterHundreds,
            inverted: Inverted::InWord,
            most_hundreds: 19,
            ..PLAIN
        },
        company: Company {
            decimals: "komma",
            fractions: "derde",
            quarters: "kwart",
            halves: &[],
            sure_halves: &[],
            between: "tussen",
            per: "per",
        },
    },
    Numerals {
        language: "ru",
        one: "один одна одно одного одной одну",
        counting_one: "один одна одно одного одной одну",
        values: "\
            0 ноль 2 два две двух двум двумя 3 три трёх трех трем трём тремя \
            4 четыре четырёх четырех четырем четырём четырьмя 5 пять пяти пятью 6 шесть шести шестью \
            7 семь семи семью 8 восемь восьми восемью 9 девять девяти девятью 10 десять десяти \
            11 одиннадцать одиннадцати 12 двенадцать двенадцати 13 тринадцать тринадцати \
            14 четырнадцать четырнадцати 15 пятнадцать пятнадцати 16 шестнадцать шестнадцати \
            17 семнадцать семнадцати 18 восемнадцать восемнадцати 19 девятнадцать девятнадцати \
            20 двадцать двадцати 30 тридцать тридцати 40 сорок сорока 50 пятьдесят пятидесяти \
            60 шестьдесят шестидесяти 70 семьдесят семидесяти 80 восемьдесят восьмидесяти \
            90 девяносто девяноста 100 сто ста 200 двести двухсот 300 триста трёхсот трехсот \
            400 четыреста четырёхсот четырехсот 500 пятьсот пятисот 600 шестьсот шестисот \
            700 семьсот семисот 800 восемьсот восьмисот 900 девятьсот девятисот \
            1000 тысяча тысячи тысяч тысячу тысячам тысячами тысячах 1000000 миллион миллиона миллионов \
            1000000000 миллиард миллиарда миллиардов 1000000000000 триллион триллиона триллионов",
        others: "половина половины треть четверть дюжина десятки сотни",
        joints: "",
        prefixes: "",
        names: "",
        article: "",
        grammar: Grammar { habits: &[Habit::AddsOne], ..PLAIN },
        company: Company {
            decimals: "целых",
            fractions: "трети третей третьих пятых шестых седьмых восьмых девятых десятых сотых тысячных",
            quarters: "четверти",
            halves: &["с половиной"],
            sure_halves: &[],
            between: "между",
            per: "",
        },
    },
    Numerals {
        language: "ar",
        one: "واحد واحدة أحد احد إحدى احدى",
        counting_one: "واحد واحدة أحد احد إحدى احدى",
        values: "\
            0 صفر 2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين إثنا إثني 3 ثلاثة ثلاث \
            4 أربعة أربع اربعة اربع 5 خمسة خمس 6 ستة ست 7 سبعة سبع 8 ثمانية ثماني ثمان 9 تسعة تسع \
            10 عشرة عشر 20 عشرون عشرين 30 ثلاثون ثلاثين 40 أربعون أربعين اربعون اربعين 50 خمسون خمسين \
            60 ستون ستين 70 سبعون سبعين 80 ثمانون ثمانين 90 تسعون تسعين 100 مئة مائة مئه مائه \
            200 مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي 1000 ألف آلاف الف الاف ألاف \
            2000 ألفان ألفين الفان الفين ألفا ألفي 1000000 مليون ملايين 2000000 مليونان مليونين مليوني \
            1000000000 مليار مليارات 2000000000 ملياران مليارين ملياري",
        others: "مئات نصف ثلث ربع عشرات",
        joints: "و",
        prefixes: "ب ل",
        names: "الأحد الاحد الاثنين الإثنين الأثنين",
        article: "ال",
        grammar: Grammar {
            joining: Joining::Always,
            inverted: Inverted::Always,
            habits: &[Habit::HasTeens],
            ..PLAIN
        },
        company: Company {
            decimals: "فاصلة فاصل",
            fractions: "أرباع ارباع أخماس اخماس أسداس أثمان أعشار",
            quarters: "",
            halves: &["ونصف"],
            sure_halves: &[],
            between: "بين",
            per: "في",
        },
    },
];
