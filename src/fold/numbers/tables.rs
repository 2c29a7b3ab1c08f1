//! The number words of each language with their values, and the rules by which they compose. To be grown with
//! cases.

use super::further;

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
    /// Whether these words count in a text whose language is not known, too.
    pub(super) is_plain: bool,
    /// Ordinals that end a number: each value with the beginnings of its words after it, and how these end.
    pub(super) ordinals: &'static str,
    pub(super) ordinal_endings: &'static str,
    /// Words of one that multiply a unit before them by ten, or make a teen of it: `dua puluh`, `dua belas`.
    pub(super) tens: &'static str,
    pub(super) teens: &'static str,
    /// Words that are of a number behind another only before what multiplies them, and other words elsewhere:
    /// Vietnamese five is a year, too.
    pub(super) leading: &'static str,
    /// Words that are of a number only together with others in one word, and other words alone.
    pub(super) inner: &'static str,
    /// What is counted, written together with its number: Korean people, won.
    pub(super) counters: &'static str,
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
    /// Units follow ten as they follow twenty: `on beş`.
    AddsToTen,
    /// Years are counted in hundreds without the word: `nineteen eighty-four`.
    PairsYears,
    /// A unit before ten multiplies it in one word: `이십`.
    CountsTens,
    /// A joint stands before a thousand that multiplies: `treizeci de mii`.
    LinksPowers,
    /// Words compose in one word alone: `ötszázezer`.
    OneWord,
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
    /// Inside a word, and behind them apart: `pětadvacet`, `dvacet pět`.
    Either,
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

pub(super) const PLAIN: Grammar =
    Grammar { joining: Joining::Never, inverted: Inverted::No, most_hundreds: 9, habits: &[] };

/// The company of no words.
pub(super) const ALONE: Company = Company {
    decimals: "",
    fractions: "",
    quarters: "",
    halves: &[],
    sure_halves: &[],
    between: "",
    per: "",
};

/// What every table has unless it says otherwise.
pub(super) const NONE: Numerals = Numerals {
    language: "",
    one: "",
    counting_one: "",
    values: "",
    others: "",
    joints: "",
    prefixes: "",
    names: "",
    article: "",
    is_plain: false,
    ordinals: "",
    ordinal_endings: "",
    tens: "",
    teens: "",
    leading: "",
    inner: "",
    counters: "",
    grammar: PLAIN,
    company: ALONE,
};

pub(super) const NUMERALS: &[Numerals] = &[
    Numerals {
        language: "fr",
        one: "un une",
        values: "\
            0 zéro 2 deux 3 trois 4 quatre 5 cinq 6 six 7 sept 8 huit 9 neuf 10 dix 11 onze 12 douze \
            13 treize 14 quatorze 15 quinze 16 seize 20 vingt vingts 30 trente 40 quarante 50 cinquante \
            60 soixante 70 septante 80 huitante octante 90 nonante 100 cent cents 1000 mille \
            1 unième 2 deuxième 3 troisième 4 quatrième 5 cinquième 6 sixième 7 septième 8 huitième \
            9 neuvième 10 dixième 11 onzième 12 douzième 13 treizième 14 quatorzième 15 quinzième \
            16 seizième 20 vingtième 30 trentième 40 quarantième 50 cinquantième 60 soixantième \
            100 centième 1000 millième 1000000 million millions 1000000000 milliard milliards 1000000000000 billion billions",
        others: "\
            dizaine dizaines douzaine douzaines quinzaine vingtaine trentaine quarantaine \
            cinquantaine soixantaine centaine centaines millier milliers demi tiers moitié quart \
            quarts",
        joints: "et",
        is_plain: true,
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
        ..NONE
    },
    Numerals {
        language: "en",
        one: "one a an",
        counting_one: "one",
        values: "\
            0 zero 2 two 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten 11 eleven 12 twelve \
            13 thirteen 14 fourteen 15 fifteen 16 sixteen 17 seventeen 18 eighteen 19 nineteen 20 twenty \
            30 thirty 40 forty 50 fifty 60 sixty 70 seventy 80 eighty 90 ninety 100 hundred \
            1000 thousand 100000 lakh lakhs 1000000 million 10000000 crore crores 1000000000 billion \
            1000000000000 trillion",
        others: "\
            hundreds thousands millions billions dozen dozens half third thirds quarter quarters \
            twice thrice",
        joints: "and",
        is_plain: true,
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
        ..NONE
    },
    Numerals {
        language: "de",
        one: "ein eine einen einem einer eines eins",
        values: "\
            0 null 2 zwei zwo 3 drei 4 vier 5 fünf 6 sechs 7 sieben 8 acht 9 neun 10 zehn 11 elf \
            12 zwölf 13 dreizehn 14 vierzehn 15 fünfzehn 16 sechzehn 17 siebzehn 18 achtzehn 19 neunzehn \
            20 zwanzig 30 dreißig dreissig 40 vierzig 50 fünfzig 60 sechzig 70 siebzig 80 achtzig \
            90 neunzig 100 hundert 1000 tausend 1000000 million millionen \
            1000000000 milliarde milliarden 1000000000000 billion billionen",
        others: "hunderte tausende dutzend dutzende hälfte halb drittel viertel",
        joints: "und",
        is_plain: true,
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
            halves: &["und ein halber", "und ein halbes", "und eine halbe"],
            sure_halves: &[],
            between: "zwischen",
            per: "vom",
        },
        ..NONE
    },
    Numerals {
        language: "es",
        one: "un uno una",
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
        is_plain: true,
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
        ..NONE
    },
    Numerals {
        language: "it",
        one: "un uno una",
        values: "\
            0 zero 2 due 3 tre tré 4 quattro 5 cinque 6 sei 7 sette 8 otto 9 nove 10 dieci 11 undici \
            12 dodici 13 tredici 14 quattordici 15 quindici 16 sedici 17 diciassette 18 diciotto \
            19 diciannove 20 venti vent 30 trenta trent 40 quaranta 50 cinquanta 60 sessanta 70 settanta \
            80 ottanta 90 novanta 100 cento 1000 mille mila 1000000 milione milioni \
            1000000000 miliardo miliardi",
        others: "\
            dozzina decina decine centinaio centinaia migliaio migliaia metà terzo quarto",
        joints: "e",
        is_plain: true,
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
        ..NONE
    },
    Numerals {
        language: "pt",
        one: "um uma",
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
        is_plain: true,
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
        ..NONE
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
        is_plain: true,
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
            halves: &["en een half", "en een halve"],
            sure_halves: &[],
            between: "tussen",
            per: "per",
        },
        ..NONE
    },
    Numerals {
        language: "ru",
        one: "один одна одно одного одной одну",
        counting_one: "один одна одно одного одной одну",
        values: "\
            0 ноль 2 два две двух двум двумя 3 три трёх трех трем трём тремя третий третьего третьему третьем третья третьей третью третье \
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
        is_plain: true,
        ordinals: "\
            1 перв 2 втор 4 четверт четвёрт 5 пят 6 шест 7 седьм 8 восьм 9 девят 10 десят 11 одиннадцат \
            12 двенадцат 13 тринадцат 14 четырнадцат 15 пятнадцат 16 шестнадцат 17 семнадцат \
            18 восемнадцат 19 девятнадцат 20 двадцат 30 тридцат 40 сороков 50 пятидесят 60 шестидесят \
            70 семидесят 80 восьмидесят 90 девяност 100 сот 1000 тысячн",
        ordinal_endings: "ый ой ого ому ом ая ую ое",
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
        ..NONE
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
            2000 ألفان ألفين الفان الفين ألفا ألفي 1000000 مليون مليونا ملايين 2000000 مليونان مليونين مليوني \
            1000000000 مليار مليارا مليارات 2000000000 ملياران مليارين ملياري",
        others: "مئات نصف ثلث ربع عشرات",
        joints: "و",
        prefixes: "ب ل",
        names: "الأحد الاحد الاثنين الإثنين الأثنين",
        article: "ال",
        is_plain: true,
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
            halves: &["ونصف", "ونصفا"],
            sure_halves: &[],
            between: "بين",
            per: "في",
        },
        ..NONE
    },
    Numerals {
        language: "tr",
        one: "bir",
        values: "\
            0 sıfır 2 iki 3 üç 4 dört 5 beş 6 altı 7 yedi 8 sekiz 9 dokuz 10 on 20 yirmi 30 otuz 40 \
            kırk 50 elli 60 altmış 70 yetmiş 80 seksen 90 doksan 100 yüz 1000 bin 1000000 milyon \
            1000000000 milyar 1000000000000 trilyon",
        others: "yarım çeyrek düzine",
        grammar: Grammar { habits: &[Habit::AddsToTen], ..PLAIN },
        company: Company { decimals: "virgül nokta", halves: &["buçuk"], ..ALONE },
        ..NONE
    },
    Numerals {
        language: "sv",
        one: "en ett",
        values: "\
            0 noll 2 två 3 tre 4 fyra 5 fem 6 sex 7 sju 8 åtta 9 nio 10 tio 11 elva 12 tolv 13 \
            tretton 14 fjorton 15 femton 16 sexton 17 sjutton 18 arton 19 nitton 20 tjugo 30 trettio \
            40 fyrtio 50 femtio 60 sextio 70 sjuttio 80 åttio 90 nittio 100 hundra 1000 tusen \
            1000000 miljon miljoner 1000000000 miljard miljarder",
        others: "hundratals tusentals dussin tiotals hälften",
        joints: "och",
        grammar: Grammar { joining: Joining::AfterHundreds, most_hundreds: 19, ..PLAIN },
        company: Company {
            decimals: "komma",
            fractions: "tredjedelar fjärdedelar femtedelar sjättedelar åttondelar tiondelar",
            sure_halves: &["och en halv", "och ett halvt"],
            between: "mellan",
            ..ALONE
        },
        ..NONE
    },
    Numerals {
        language: "pl",
        one: "jeden jedna jedno",
        counting_one: "jeden jedna jedno",
        values: "\
            0 zero 2 dwa dwie dwóch dwu 3 trzy trzech 4 cztery czterech 5 pięć pięciu 6 sześć \
            sześciu 7 siedem siedmiu 8 osiem ośmiu 9 dziewięć dziewięciu 10 dziesięć dziesięciu 11 \
            jedenaście jedenastu 12 dwanaście dwunastu 13 trzynaście trzynastu 14 czternaście \
            czternastu 15 piętnaście piętnastu 16 szesnaście szesnastu 17 siedemnaście siedemnastu \
            18 osiemnaście osiemnastu 19 dziewiętnaście dziewiętnastu 20 dwadzieścia dwudziestu 30 \
            trzydzieści trzydziestu 40 czterdzieści czterdziestu 50 pięćdziesiąt pięćdziesięciu 60 \
            sześćdziesiąt sześćdziesięciu 70 siedemdziesiąt siedemdziesięciu 80 osiemdziesiąt \
            osiemdziesięciu 90 dziewięćdziesiąt dziewięćdziesięciu 100 sto stu 200 dwieście dwustu \
            300 trzysta trzystu 400 czterysta czterystu 500 pięćset pięciuset 600 sześćset \
            sześciuset 700 siedemset siedmiuset 800 osiemset ośmiuset 900 dziewięćset dziewięciuset \
            1000 tysiąc tysiące tysięcy tysiąca 1000000 milion miliony milionów 1000000000 miliard \
            miliardy miliardów",
        others: "połowa tuzin dziesiątki setki",
        grammar: Grammar { habits: &[Habit::AddsOne], ..PLAIN },
        company: Company {
            fractions: "trzecie czwarte piąte szóste siódme ósme dziewiąte dziesiąte setne",
            halves: &["i pół"],
            between: "między",
            ..ALONE
        },
        ..NONE
    },
    Numerals {
        language: "uk",
        one: "один одна одне одного однієї",
        counting_one: "один одна одне одного однієї",
        values: "\
            0 нуль 2 два дві двох 3 три трьох третій третього третьому третя третьої третю третє 4 чотири чотирьох 5 п'ять п'яти 6 шість шести 7 сім семи 8 \
            вісім восьми 9 дев'ять дев'яти 10 десять десяти 11 одинадцять одинадцяти 12 дванадцять \
            дванадцяти 13 тринадцять тринадцяти 14 чотирнадцять чотирнадцяти 15 п'ятнадцять \
            п'ятнадцяти 16 шістнадцять шістнадцяти 17 сімнадцять сімнадцяти 18 вісімнадцять \
            вісімнадцяти 19 дев'ятнадцять дев'ятнадцяти 20 двадцять двадцяти 30 тридцять тридцяти 40 \
            сорок сорока 50 п'ятдесят п'ятдесяти 60 шістдесят шістдесяти 70 сімдесят сімдесяти 80 \
            вісімдесят вісімдесяти 90 дев'яносто дев'яноста 100 сто ста 200 двісті двохсот 300 триста \
            трьохсот 400 чотириста чотирьохсот 500 п'ятсот п'ятисот 600 шістсот шестисот 700 сімсот \
            семисот 800 вісімсот восьмисот 900 дев'ятсот дев'ятисот 1000 тисяча тисячі тисяч тисячу \
            1000000 мільйон мільйона мільйони мільйонів 1000000000 мільярд мільярда мільярди мільярдів",
        others: "половина третина чверть дюжина десятки сотні",
        ordinals: "\
            1 перш 2 друг 4 четверт 5 п'ят 6 шост 7 сьом 8 восьм 9 дев'ят 10 десят 11 одинадцят \
            12 дванадцят 13 тринадцят 14 чотирнадцят 15 п'ятнадцят 16 шістнадцят 17 сімнадцят \
            18 вісімнадцят 19 дев'ятнадцят 20 двадцят 30 тридцят 40 сороков 50 п'ятдесят 60 шістдесят \
            70 сімдесят 80 вісімдесят 90 дев'яност 100 сот 1000 тисячн",
        ordinal_endings: "ий ого ому им ім ій ої а у е",
        grammar: Grammar { habits: &[Habit::AddsOne], ..PLAIN },
        company: Company {
            fractions: "третини третіх п'ятих шостих сьомих восьмих дев'ятих десятих сотих",
            halves: &["з половиною"],
            between: "між",
            ..ALONE
        },
        ..NONE
    },
    Numerals {
        language: "fa",
        one: "یک",
        values: "\
            0 صفر 2 دو 3 سه 4 چهار 5 پنج 6 شش 7 هفت 8 هشت 9 نه 10 ده 11 یازده 12 دوازده 13 سیزده 14 \
            چهارده 15 پانزده 16 شانزده 17 هفده 18 هجده هیجده 19 نوزده 20 بیست 30 سی 40 چهل 50 پنجاه \
            60 شصت 70 هفتاد 80 هشتاد 90 نود 100 صد یکصد 200 دویست 300 سیصد 400 چهارصد 500 پانصد 600 \
            ششصد 700 هفتصد 800 هشتصد 900 نهصد 1000 هزار 1000000 میلیون 1000000000 میلیارد",
        others: "نیم ثلث ربع",
        joints: "و",
        grammar: Grammar { joining: Joining::Always, habits: &[Habit::JoinsUnits], ..PLAIN },
        company: Company {
            decimals: "ممیز", halves: &["و نیم"], between: "بین میان", ..ALONE
        },
        ..NONE
    },
    Numerals {
        language: "hi",
        one: "एक",
        values: "\
            0 शून्य 2 दो 3 तीन 4 चार 5 पाँच पांच 6 छह छः छै 7 सात 8 आठ 9 नौ 10 दस 11 ग्यारह 12 बारह \
            13 तेरह 14 चौदह 15 पंद्रह पन्द्रह 16 सोलह 17 सत्रह 18 अठारह 19 उन्नीस 20 बीस 21 इक्कीस \
            22 बाईस 23 तेईस 24 चौबीस 25 पच्चीस 26 छब्बीस 27 सत्ताईस 28 अट्ठाईस 29 उनतीस 30 तीस 31 \
            इकतीस 32 बत्तीस 33 तैंतीस 34 चौंतीस 35 पैंतीस 36 छत्तीस 37 सैंतीस 38 अड़तीस 39 उनतालीस \
            40 चालीस 41 इकतालीस 42 बयालीस 43 तैंतालीस 44 चौवालीस 45 पैंतालीस 46 छियालीस 47 सैंतालीस \
            48 अड़तालीस 49 उनचास 50 पचास 51 इक्यावन 52 बावन 53 तिरपन 54 चौवन 55 पचपन 56 छप्पन 57 \
            सत्तावन 58 अट्ठावन 59 उनसठ 60 साठ 61 इकसठ 62 बासठ 63 तिरसठ 64 चौंसठ 65 पैंसठ 66 छियासठ \
            67 सड़सठ 68 अड़सठ 69 उनहत्तर 70 सत्तर 71 इकहत्तर 72 बहत्तर 73 तिहत्तर 74 चौहत्तर 75 \
            पचहत्तर 76 छिहत्तर 77 सतहत्तर 78 अठहत्तर 79 उनासी 80 अस्सी 81 इक्यासी 82 बयासी 83 तिरासी \
            84 चौरासी 85 पचासी 86 छियासी 87 सत्तासी 88 अट्ठासी 89 नवासी 90 नब्बे 91 इक्यानवे 92 \
            बानवे 93 तिरानवे 94 चौरानवे 95 पचानवे 96 छियानवे 97 सत्तानवे 98 अट्ठानवे 99 निन्यानवे \
            100 सौ 1000 हज़ार हजार 100000 लाख 10000000 करोड़ करोड 1000000000 अरब",
        others: "आधा तिहाई चौथाई दर्जन सैकड़ों हज़ारों हजारों लाखों करोड़ों",
        grammar: PLAIN,
        company: Company { decimals: "दशमलव", ..ALONE },
        ..NONE
    },
    further::CS,
    further::RO,
    further::HU,
    further::EL,
    further::ID,
    further::MS,
    further::VI,
    further::KO,
];
