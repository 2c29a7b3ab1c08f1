//! What is said of the scores of games and votes, by language: winning, losing, splitting. To be grown with cases. Knows
//! single words.

use super::is_in;
use crate::fold::characters as ch;
use crate::fold::words::{in_table_form, may_be_in};

/// What is said of a score in a language. All in small letters.
pub struct Company {
    language: &'static str,
    /// Winning, losing and splitting, before a score.
    before: &'static str,
    /// The same behind one.
    after: &'static str,
    /// What may be between the two: `perdió por |1-2`.
    links: &'static str,
    /// What the other side follows: `lost to`.
    sides: &'static str,
    /// What goes on behind a score, where it counts nothing.
    next: &'static str,
}

const COMPANIES: &[Company] = &[
    Company {
        language: "en",
        before: "won win wins winning lost lose loses losing beaten beat beats defeat defeated loss victory drew draw draws tied \
                 tie split splits voted vote failed rejected ruled",
        after: "defeat loss win victory draw tie vote split ruling decision",
        links: "by",
        sides: "to against",
        next: "on at to in against away after and but as with when for along over last this yesterday despite",
    },
    Company {
        language: "fr",
        before: "perdu perd perdent perdre perdait incline inclinent incliné inclinés inclinée inclinées défaite gagné gagne \
                 gagnent gagner victoire battu battus battue battues battre remporté remporte remportent nul vote voté rejeté \
                 rejetée",
        after: "",
        links: "par",
        sides: "contre face",
        next: "à au aux contre face en dans sur et mais lors devant chez hier ce dimanche lundi mardi mercredi jeudi vendredi \
               samedi après pour",
    },
    Company {
        language: "es",
        before: "perdió perdieron pierde pierden perder perdido cayó cayeron derrota derrotó ganó ganaron gana ganan ganar ganado \
                 victoria venció vencieron empató empataron empate votó rechazó rechazada",
        after: "",
        links: "por",
        sides: "ante contra frente",
        next: "en ante contra el este frente a al y pero con ayer para tras",
    },
    Company {
        language: "it",
        before: "perso perde perdono perdere perse persero sconfitta sconfitto battuto battuti vinto vince vincono vittoria \
                 pareggiato pareggio",
        after: "",
        links: "per",
        sides: "contro",
        next: "in a al contro con e ma ieri domenica sabato per dopo",
    },
    Company {
        language: "pt",
        before: "perdeu perderam perde perdem perder derrota derrotado venceu venceram vence ganhou ganharam vitória empatou \
                 empataram empate rejeitada",
        after: "",
        links: "por de",
        sides: "para contra diante",
        next: "em no na para contra diante e mas com ontem neste após",
    },
    Company {
        language: "de",
        before: "verlor verloren verliert verlieren unterlag unterlagen unterliegt niederlage gewann gewannen gewonnen gewinnt \
                 sieg siegte siegten besiegt geschlagen",
        after: "verlor verloren verliert unterlag unterlagen gewann gewannen gewonnen geschlagen besiegt niederlage sieg",
        links: "mit",
        sides: "gegen",
        next: "gegen in am im beim und aber nach",
    },
    Company {
        language: "nl",
        before: "verloor verloren verliest verliezen nederlaag won wonnen wint gewonnen winnen zege gelijk",
        after: "verloren gewonnen verslagen nederlaag zege",
        links: "met",
        sides: "van tegen",
        next: "van tegen in op bij en maar na",
    },
    Company {
        language: "pl",
        before: "przegrał przegrała przegrali przegrało przegrana porażka porażkę wygrał wygrała wygrali wygrało zwycięstwo \
                 zremisował zremisowali",
        after: "",
        links: "",
        sides: "z ze",
        next: "z ze w we na i ale po",
    },
    Company {
        language: "ru",
        before: "проиграл проиграла проиграли проиграло проигрывает уступил уступила уступили поражение выиграл выиграла \
                 выиграли победил победила победили победа счетом счётом",
        after: "",
        links: "",
        sides: "",
        next: "в во на и но после с со",
    },
    Company {
        language: "uk",
        before: "програв програла програли програло поступився поступилася поразка поразки виграв виграла виграли переміг \
                 перемогла перемогли перемога рахунком",
        after: "",
        links: "",
        sides: "",
        next: "в у на і й та але після з",
    },
    Company {
        language: "tr",
        before: "",
        after: "yenildi yenildiler yenilgi yenilgiye yendi yendiler kaybetti kaybettiler kazandı kazandılar mağlup galip \
                 berabere",
        links: "",
        sides: "",
        next: "",
    },
    Company {
        language: "ar",
        before: "خسر خسرت خسروا خسارة هزيمة فاز فازت فوز تعادل انهزم",
        after: "",
        links: "",
        sides: "أمام",
        next: "في أمام على ضد يوم أمس بعد",
    },
    Company {
        language: "id",
        before: "kalah menang kekalahan kemenangan imbang takluk",
        after: "",
        links: "",
        sides: "dari atas",
        next: "dari atas di pada dan saat",
    },
    Company {
        language: "vi",
        before: "thua thắng hòa",
        after: "",
        links: "",
        sides: "",
        next: "trước trên ở trong và",
    },
];

/// What a Chinese or Japanese word of winning or losing behind a score begins with, and a Korean one.
const HAN: &[&str] = &[
    "负", "負", "败", "敗", "输", "輸", "胜", "勝", "惨败", "惨敗", "慘敗", "不敌", "不敵", "落败", "落敗",
    "告负", "失利", "战平", "击败", "擊敗", "战胜", "获胜", "獲勝", "取胜", "力克", "大胜", "憾负", "逆转",
    "逆転", "破", "屈", "惜敗", "完敗", "辛勝", "快勝",
];
const HANGUL: &[&str] =
    &["졌", "지고", "패", "완패", "석패", "이겼", "이기", "승", "완승", "꺾", "비겼", "무승부"];
/// Particles between the two.
const HAN_PARTICLES: &[&str] = &["で", "と", "の", "に"];
const HANGUL_PARTICLES: &[&str] = &["으로", "로"];

/// What parts the numbers of a score in words.
const PARTS: &[(&str, &str)] =
    &[("en", "to"), ("fr", "à"), ("es", "a"), ("it", "a"), ("pt", "a"), ("ca", "a"), ("de", "zu")];

/// Verbs of beating, behind which the other side stands before a score: `a battu l’OM 3 à 1`.
const BEATING: &[(&str, &str)] = &[
    ("en", "beat beats beaten beating defeated defeats"),
    ("fr", "bat battent battait battu battus battue battues battre battra dominé dominent domine"),
];

/// French verbs of winning behind their *l’*, which carry something away without it: `a emporté 3 à 4 maisons`.
const CARRYING: &str = "emporte emportent emportait emporta emporté";

/// What is said of a score in a text in `language` (a BCP 47 tag); of one whose language is not known, in any.
pub fn companies(language: Option<&str>) -> impl Iterator<Item = &'static Company> {
    COMPANIES.iter().filter(move |company| may_be_in(language, company.language))
}

impl Company {
    /// Whether a word of winning, losing or splitting stands before a score.
    pub fn is_before(&self, word: &str) -> bool {
        is_in(&in_table_form(word), self.before)
    }

    /// Whether one stands behind it.
    pub fn is_after(&self, word: &str) -> bool {
        is_in(&in_table_form(word), self.after)
    }

    /// Whether a word may be between it and such a word.
    pub fn links(&self, word: &str) -> bool {
        is_in(&in_table_form(word), self.links)
    }

    /// Whether the other side follows a word: `lost to`.
    pub fn opposes(&self, word: &str) -> bool {
        is_in(&in_table_form(word), self.sides)
    }

    /// Whether a word behind `before` wins by the pronoun that is elided there: `l’emporte`, `l’a emporté`.
    pub fn wins_by_pronoun(&self, before: &str, word: &str) -> bool {
        let elided =
            |text: &str| text.strip_suffix(ch::is_apostrophe).is_some_and(|text| text.ends_with(['l', 'L']));
        let auxiliary = ["a ", "ont "].iter().find_map(|one| before.strip_suffix(one));
        self.language == "fr" && is_in(&in_table_form(word), CARRYING) && elided(auxiliary.unwrap_or(before))
    }

    /// Whether the other side stands behind a word and before a score.
    pub fn beats(&self, word: &str) -> bool {
        BEATING.iter().any(|(own, verbs)| *own == self.language && is_in(&in_table_form(word), verbs))
    }

    /// Whether a word parts the two numbers of a score: `1 zu 3`.
    pub fn parts(&self, word: &str) -> bool {
        PARTS.iter().any(|(own, parts)| *own == self.language && is_in(&in_table_form(word), parts))
    }

    /// Whether the subject stands between such a word and a score: `خسر الأهلي 1-3`.
    pub fn has_verbs_first(&self) -> bool {
        self.language == "ar"
    }

    /// Whether a word behind a score goes on with the sentence, so that nothing is counted.
    pub fn goes_on(&self, word: &str) -> bool {
        is_in(&in_table_form(word), self.next)
    }
}

/// Whether a word of winning or losing begins in Chinese, Japanese or Korean, a particle before it or none.
pub fn begins_east_asian(text: &str) -> bool {
    let begins = |text: &str, words: &[&str]| words.iter().any(|word| text.starts_with(word));
    let without =
        |particles: &[&str]| particles.iter().find_map(|one| text.strip_prefix(*one)).unwrap_or(text);
    begins(without(HAN_PARTICLES), HAN) || begins(without(HANGUL_PARTICLES).trim_start_matches(' '), HANGUL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_the_form_of_the_tables() {
        let lists = |one: &Company| [one.before, one.after, one.links, one.sides, one.next];
        for word in COMPANIES.iter().flat_map(lists).flat_map(str::split_whitespace) {
            assert_eq!(in_table_form(word), word);
        }
    }
}
