//! Units of time and of length in words, which make one quantity of two numbers.

use crate::fold::word_set::WordSet;
use crate::fold::words::{in_table_form, may_be_in};
use std::sync::LazyLock;

/// A unit, by what it measures and how small it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    kind: u8,
    smallness: u8,
}

impl Unit {
    /// Whether it is the year, of which four digits are one of the calendar.
    pub const fn is_year(self) -> bool {
        self.kind == 0 && self.smallness == 0
    }

    /// Whether a quantity in the greater unit goes on in this one.
    pub const fn is_part_of(self, greater: Self) -> bool {
        self.kind == greater.kind && self.smallness > greater.smallness
    }
}

/// The units of each kind, the greatest first, in small letters. Pounds are of weight and of money.
const UNITS: &[&[&str]] = &[
    &[
        "an ans année années year years yr yrs jahr jahre jahren año años anno anni ano anos any anys jaar jaren år \
         vuosi vuotta год года лет рік роки років годзе rok roku rokov roky roků let lata lat leta χρόνια χρόνο έτη χρόνος \
         ani év godina godine година години годину yıl سنة سنوات سنين سنتين سنتان عام أعوام عامين عامان سال سالها साल वर्ष \
         שנים שנה שנתיים năm tahun miaka 년",
        "mois month months monat monate monaten mes meses mese mesi mês mesos maand maanden månad månader måned måneder \
         kuukausi kuukautta месяц месяца месяцев місяць місяці місяців miesiąc miesiące miesięcy měsíc měsíce měsíců mesiac \
         mesiace mesiacov μήνες μήνα μηνών lună luni hónap mjesec mjeseca mjeseci месец месеца месеци ay شهر أشهر شهور شهرا \
         شهرين شهران ماه महीने महीना माह חודש חודשים חודשי חודשיים tháng bulan miezi 개월",
        "semaine semaines week weeks wk wks woche wochen semana semanas settimana settimane setmana setmanes weken vecka \
         veckor uge uger uke uker viikko viikkoa неделя недели недель тиждень тижні тижнів tydzień tygodnie tygodni týden \
         týdny týdnů εβδομάδες εβδομάδα săptămână săptămâni hét tjedan tjedna tjedana недеља недеље hafta أسبوع أسابيع \
         أسبوعا أسبوعين أسبوعان هفته हफ्ते हफ़्ते सप्ताह שבוע שבועות שבועיים tuần minggu pekan wiki 주",
        "jour jours day days tag tage tagen día días giorno giorni dia dias dies dag dagen dagar dage dager päivä päivää \
         день дня дней дні днів dzień dni den dny dnů deň dní ημέρες μέρες ημέρα zi zile nap dan dana дан дана gün يوم أيام \
         يوما يومين يومان روز दिन יום ימים יומיים ngày hari siku 일",
        "heure heures hour hours hr hrs h stunde stunden hora horas hores ora ore uur uren timme timmar time timer tunti \
         tuntia час часа часов година години годин godzina godziny godzin hodina hodiny hodin hodín ώρες ώρα oră óra sat sata \
         sati сат сата сати saat ساعة ساعات ساعتين ساعتان ساعت घंटे घंटा שעה שעות שעתיים giờ tiếng jam saa 시간",
        "minute minutes min mins mn minuten minuto minutos minuti minuts minuut minuter minutter minuuttia минута минуты \
         минут минуту хвилина хвилини хвилин minuta minuty minut minút minutu λεπτά λεπτό minuturi perc minuta minute дакика \
         dakika دقيقة دقائق دقيقتين دقیقه मिनट דקה דקות phút menit minit dakika 분",
        "seconde secondes second seconds s sekunde sekunden segundo segundos secondo secondi segons sekunder \
         sekuntia секунда секунды секунд секунди sekunda sekundy sekund δευτερόλεπτα secunde másodperc sekundi saniye ثانية \
         ثوان ثواني ثانیه सेकंड שנייה שניות giây detik saat 초",
    ],
    &[
        "mile miles",
        "yard yards yd yds",
        "ft foot feet pied pieds fuß pie pies piedi",
        "in inch inches pouce pouces zoll pulgadas pollici",
    ],
    &[
        "km kilomètre kilomètres kilometre kilometres kilometer kilometers kilómetro kilómetros chilometro chilometri \
         quilômetro quilômetros quilómetros километр километра километров",
        "m mètre mètres metre metres meter meters metro metros metri метр метра метров متر أمتار metrów metry metra",
        "cm centimètre centimètres centimetre centimetres centimeter centimeters zentimeter centímetro centímetros \
         centimetri сантиметр сантиметра сантиметров سنتيمتر سنتيمترا centymetrów centymetry santim",
        "mm millimètre millimètres millimetre millimetres millimeter millimeters milímetro milímetros millimetri",
    ],
    &[
        "stone st tonne tonnes tons ton tonelada toneladas tonnellata tonnellate tonnen тонна тонны тонн",
        "pound pounds lb lbs kg kgs kilo kilos kilogramme kilogrammes kilogram kilograms kilogramm kilogramo kilogramos \
         chilo chili chilogrammi quilo quilos килограмм килограмма килограммов كيلوغرام",
        "ounce ounces oz shilling shillings g gramme grammes gram grams gramm gramo gramos grammi gramas грамм грамма \
         граммов غرام",
        "penny pence",
    ],
    &[
        "dollar dollars euro euros franc francs franken рубль рубля рублей гривня гривні гривень zł złoty złote złotych \
         dólar dólares reais real peso pesos lira دينار ريال درهم",
        "cent cents centime centimes céntimo céntimos centavo centavos cêntimo cêntimos centesimi rappen копейка копейки \
         копеек копійка копійки копійок grosz grosze groszy kuruş فلس قرشا",
    ],
    &["litre litres liter liters litro litros litri литр литра литров"],
    &["punto puntos punti ponto pontos point points пункта пунктов"],
    &["vez veces vezes volta volte раза"],
    &["grado grados gradi grau graus градуса градусов"],
];

/// Those that count two of themselves: two years, in Arabic and Hebrew.
const DUALS: &str = "سنتين سنتان عامين عامان شهرين شهران أسبوعين أسبوعان يومين يومان ساعتين ساعتان دقيقتين שנתיים \
                     חודשיים שבועיים יומיים שעתיים";

/// What joins two of them.
const JOINTS: &[&str] = &[
    "et", "and", "und", "y", "e", "i", "en", "och", "og", "ja", "и", "і", "й", "та", "a", "și", "şi", "és",
    "και", "ve", "و", "ו", "और", "và", "dan", "na",
];

static WORDS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(all()));

static WITH_JOINTS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(all().chain(JOINTS.iter().copied())));

/// Whether a word, as it is written, may be a unit or what joins two of them, told at a glance.
pub fn may_be_unit(word: &str) -> bool {
    WITH_JOINTS.may_have(word)
}

/// The unit that a word is, if it is one.
pub fn unit(word: &str) -> Option<Unit> {
    if !WORDS.may_have(word) {
        return None;
    }
    let word = in_table_form(word);
    let find = |(kind, units): (usize, &&[&str])| {
        let smallness = units.iter().position(|words| super::is_in(&word, words))?;
        Some(Unit { kind: u8::try_from(kind).ok()?, smallness: u8::try_from(smallness).ok()? })
    };
    UNITS.iter().enumerate().find_map(find)
}

/// Whether a word counts two of the unit that it is.
pub fn is_dual(word: &str) -> bool {
    super::is_in(word, DUALS)
}

/// What a number without a unit is behind a number with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bare {
    /// Two digits: `1 m 80`, `3 euros 50`.
    Hundredths,
    /// Of an hour, in words: `deux heures vingt`.
    Minutes,
    /// Of a foot: `five foot ten`.
    Inches,
}

/// The units, by language, behind which a number may stand without one.
const BARE: &[(Bare, &str, &str)] = &[
    (Bare::Hundredths, "fr", "m mètre mètres euro euros franc francs €"),
    (Bare::Hundredths, "de", "m meter euro franken €"),
    (Bare::Hundredths, "es", "m metro metros euro euros €"),
    (Bare::Hundredths, "it", "m metro metri euro €"),
    (Bare::Hundredths, "pt", "m metro metros euro euros €"),
    (Bare::Hundredths, "nl", "m meter euro €"),
    (Bare::Minutes, "fr", "heure heures"),
    (Bare::Inches, "en", "foot feet ft"),
];

/// What a number without a unit behind one with the unit `word` is, in `language` (a BCP 47 tag).
pub fn bare(word: &str, language: Option<&str>) -> Option<Bare> {
    let form = in_table_form(word);
    let mut own = BARE.iter().filter(|(_, own, _)| may_be_in(language, own));
    own.find(|(.., units)| super::is_in(&form, units)).map(|(kind, ..)| *kind)
}

/// Whether a word joins two numbers of such units.
pub fn joins_units(word: &str) -> bool {
    JOINTS.contains(&word)
}

/// The words of all units.
fn all() -> impl Iterator<Item = &'static str> {
    UNITS.iter().flat_map(|units| units.iter()).flat_map(|words| words.split_whitespace())
}
