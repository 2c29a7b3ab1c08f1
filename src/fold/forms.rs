//! Words by which a line is known to be one for itself: with which a form or a record answers. Small tables, to be grown
//! with cases. Knows single words.

use super::lexicons::Known;
use super::words::in_table_form;

/// Words with which alone a line of a form says no or none, by language: *Smoker: no*. What only negates the word behind
/// it, as *not* does, is none.
const ANSWERS: &[(&str, &str)] = &[
    ("ar", "لا كلا أبدا"),
    ("ca", "no cap mai res"),
    ("cs", "ne nikdy žádný žádná žádné nic nikdo"),
    ("da", "nej aldrig ingen intet"),
    ("de", "nein nie niemals nichts niemand kein keine keiner keines"),
    ("el", "όχι ποτέ κανένας καμία κανένα τίποτα"),
    ("en", "no none never nothing nobody nil"),
    ("es", "no nunca jamás nada nadie ninguno ninguna"),
    ("fa", "نه خیر هرگز ندارد"),
    ("fi", "ei"),
    ("fr", "non jamais rien personne aucun aucune néant"),
    ("he", "לא אין"),
    ("hi", "नहीं"),
    ("hu", "nem soha semmi nincs"),
    ("id", "tidak"),
    ("it", "no mai niente nulla nessuno nessuna"),
    ("ja", "無 無し なし 否 不可"),
    ("nb", "nei aldri ingen intet"),
    ("nl", "nee nooit niets niemand geen"),
    ("no", "nei aldri ingen intet"),
    ("pl", "nie nigdy nic nikt brak żaden żadna"),
    ("pt", "não nunca jamais nada ninguém nenhum nenhuma"),
    ("ro", "nu niciodată nimic nimeni niciunul niciuna"),
    ("ru", "нет никогда ничего никто"),
    ("sk", "nie nikdy nič nikto žiadny žiadna"),
    ("sv", "nej aldrig ingen inget inga"),
    ("tr", "hayır yok asla"),
    ("uk", "ні немає ніколи нічого"),
    ("vi", "không"),
    ("zh", "无 無 不 否 没 沒 没有 沒有 不可 不行 不是"),
];

/// Whether `word` is all that a line of a form may answer, in `language` (a BCP 47 tag) where it is known.
pub fn answers(word: &str, language: Option<&str>) -> bool {
    let form = in_table_form(word);
    let known = Known::of(language);
    let mut tables = ANSWERS.iter().filter(|(own, _)| known.may_be(own));
    tables.any(|(_, words)| words.split(' ').any(|listed| listed == form))
}

/// Chinese words for whom a form is about, which begin a sentence behind an answer.
const PATIENTS: &[&str] = &["患者", "病人", "患儿", "患兒", "产妇", "產婦", "孕妇", "孕婦"];

/// Whether some text begins with whom a form is about.
pub fn begins_with_patient(text: &str) -> bool {
    PATIENTS.iter().any(|word| text.starts_with(word))
}

/// Whether the language may be one that writes its nouns large.
pub fn may_write_nouns_large(language: Option<&str>) -> bool {
    Known::of(language).may_be("de")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_has_its_words_in_their_form() {
        assert!(ANSWERS.is_sorted_by(|a, b| a.0 < b.0));
        for word in ANSWERS.iter().flat_map(|(_, words)| words.split(' ')) {
            assert_eq!(in_table_form(word), word);
        }
    }

    #[test]
    fn what_only_negates_the_next_word_answers_nothing() {
        assert!(answers("None", Some("en")) && answers("无", Some("zh")) && answers("Nein", None));
        assert!(!answers("not", Some("en")) && !answers("未", Some("zh")) && !answers("pas", Some("fr")));
    }
}
