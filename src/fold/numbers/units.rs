//! Units of time and of length in words, which make one quantity of two numbers.

use crate::fold::word_set::WordSet;
use crate::fold::words::in_table_form;
use std::sync::LazyLock;

/// A unit, by what it measures and how small it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    kind: u8,
    smallness: u8,
}

impl Unit {
    /// Whether a quantity in the greater unit goes on in this one.
    pub const fn is_part_of(self, greater: Self) -> bool {
        self.kind == greater.kind && self.smallness > greater.smallness
    }
}

/// The units of each kind, the greatest first, in small letters.
const UNITS: &[&[&str]] = &[
    &[
        "an ans année années year years jahr jahre jahren año años anno anni ano anos jaar год года лет 년",
        "mois month months monat monate monaten mes meses mese mesi mês maand maanden месяц месяца месяцев 개월",
        "semaine semaines week weeks woche wochen semana semanas settimana settimane weken неделя недели недель 주",
        "jour jours day days tag tage tagen día días giorno giorni dia dias dag dagen день дня дней 일",
        "heure heures hour hours h stunde stunden hora horas ora ore uur час часа часов 시간",
        "minute minutes min mn minuten minuto minutos minuti minuut минута минуты минут 분",
        "seconde secondes second seconds s sekunde sekunden segundo segundos secondo secondi секунда секунды секунд 초",
    ],
    &["ft foot feet pied pieds", "inch inches pouce pouces"],
];

/// What joins two of them.
const JOINTS: &[&str] = &["et", "and", "und", "y", "e", "en", "и"];

static WORDS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(all()));

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

/// Whether a word joins two numbers of such units.
pub fn joins_units(word: &str) -> bool {
    JOINTS.contains(&word)
}

/// The words of all units.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    UNITS.iter().flat_map(|units| units.iter()).flat_map(|words| words.split_whitespace())
}
