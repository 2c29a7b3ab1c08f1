//! What is said behind a statement to make a question of it: *right?*, *n’est-ce pas ?*, *¿no?*, *mı?*, *phải không?*

use crate::fold::characters as ch;
use crate::fold::lexicons::Known;
use crate::fold::words::in_table_form;

/// Tags by language, commas between them.
const TAGS: &[(&str, &str)] = &[
    (
        "en",
        "right, correct, yes, no, eh, huh, hunh, okay, ok, or not, or no, really, true, innit, don't you think, isn't that \
         right, is that right, is that correct, isn't that so, is that so, am i right, wouldn't you say, you know, \
         isn't that true, is that true, isn't that the case, then, surely",
    ),
    (
        "fr",
        "n'est-ce pas, non, oui, si, hein, pas vrai, c'est ça, c'est bien ça, d'accord, ou pas, ou non, ou bien, vrai, \
         pas, exact, n'est-il pas vrai, ou quoi, pas du tout, d'après vous, selon vous, dites-vous, oui ou non, ou je me \
         trompe, vrai ou faux, info ou intox",
    ),
    (
        "es",
        "no, sí, verdad, cierto, eh, o no, o sí, no es así, no es cierto, no es verdad, no crees, no cree, correcto, a que no, \
         a que sí, vale, o qué",
    ),
    ("it", "no, sì, vero, non è vero, nevvero, giusto, o no, o sì, eh, non è così, corretto, neh, o sbaglio"),
    (
        "pt",
        "não, sim, né, não é, não é verdade, não é mesmo, certo, verdade, correto, ou não, pois não, não foi, hein, ok, \
         tá, não é assim",
    ),
    ("ca", "no, oi, sí, eh, veritat, oi que sí, oi que no, no és així, o no"),
    ("gl", "non, verdade, certo, non si, ou non"),
    (
        "de",
        "oder, nicht wahr, nicht, nein, ja, gell, gelt, ne, nö, richtig, oder nicht, oder nein, stimmt's, stimmt, oder doch, wahr, \
         was, korrekt, ist es nicht so",
    ),
    (
        "nl",
        "toch, niet, nee, ja, hè, hé, niet waar, nietwaar, of niet, of wel, juist, klopt, klopt dat, correct",
    ),
    ("sv", "eller, eller hur, eller inte, visst, va, inte sant, nej, ja, väl, stämmer det"),
    ("da", "ikke, ikke sandt, vel, ikke også, nej, ja, eller, eller hvad, ikke"),
    ("nb", "ikke sant, ikke, vel, nei, ja, eller, sant, eller ikke"),
    ("no", "ikke sant, ikke, vel, nei, ja, eller, sant, eller ikke"),
    ("nn", "ikkje sant, ikkje, vel, nei, ja, eller, sant"),
    ("fi", "eikö, eikö niin, vai, vai mitä, niinkö, vai ei, eikö vain"),
    (
        "pl",
        "prawda, nieprawdaż, nie, tak, co nie, czyż nie, czy nie, czy tak, nieprawda, zgadza się, racja, no nie",
    ),
    ("cs", "že, že ano, že jo, že ne, viďte, viď, ne, ano, pravda, nebo ne, je to tak, že ano"),
    ("sk", "že, že áno, že nie, však, nie, áno, pravda, alebo nie"),
    (
        "ru",
        "да, нет, не так ли, правда, верно, так, не правда ли, ведь так, или нет, правильно, а, не так, разве нет",
    ),
    ("uk", "так, ні, чи не так, правда, правда ж, хіба ні, чи ні, чи не правда, вірно, правильно, еге ж"),
    ("be", "так, не, праўда, ці не так, ці не"),
    ("bg", "нали, нали така, да, не, така ли, или не"),
    ("sr", "зар не, је л да, да, не, тако је, zar ne, je l da, da, ne"),
    ("hr", "zar ne, je li, je l da, da, ne, jel tako, točno"),
    ("sl", "ne, kajne, mar ne, ali ne, da, ali pač"),
    ("ro", "nu, da, nu-i așa, nu este așa, nu e așa, corect, nu-i adevărat, sau nu, adevărat"),
    ("el", "έτσι, έτσι δεν είναι, δεν είναι έτσι, σωστά, όχι, ναι, ε, ή όχι, αλήθεια"),
    ("hu", "ugye, igaz, nem, igen, nem igaz, ugyebár, vagy nem, nemde, nem így van"),
    ("tr", "değil mi, öyle mi, doğru mu, öyle değil mi, tamam mı, evet, hayır, ha"),
    (
        "ar",
        "أليس كذلك, أليس صحيحا, صحيح, لا, نعم, أم لا, أليس هذا صحيحا, هل هذا صحيح, مش كده, مو هيك, ولا لأ, ياك",
    ),
    ("fa", "نه, بله, درست است, مگر نه, این طور نیست, اینطور نیست, یا نه, درسته, مگه نه, خیر"),
    ("ur", "نا, ہے نا, کیا, یا نہیں, ٹھیک, نہیں"),
    ("he", "נכון, לא, כן, לא כך, הלא כן, או לא, לא כן, האין זאת, בסדר"),
    ("hi", "ना, न, है ना, है न, क्या, सही, या नहीं, नहीं, ठीक, ठीक है, है कि नहीं, कि नहीं"),
    (
        "ko",
        "그렇죠, 맞죠, 그렇지, 맞지, 맞지요, 그렇지요, 아닌가요, 그렇지 않나요, 그렇지 않습니까, 네, 안 그래요, 아닙니까, 맞습니까, 맞나요",
    ),
    (
        "id",
        "bukan, kan, ya, benar, betul, tidak, atau tidak, bukankah begitu, iya, begitu, atau bukan, belum, atau belum",
    ),
    ("ms", "bukan, kan, ya, benar, betul, tidak, atau tidak, bukankah begitu, belum, atau belum"),
    (
        "vi",
        "không, chưa, phải không, đúng không, có phải không, phải vậy không, có đúng không, được không, hay không, hay chưa, \
         chăng, à, hả, ư, nhỉ, sao, hử, chứ, nhé, rồi à, đấy à, vậy sao, thế à, thật không, phải chăng, đúng chứ, chớ",
    ),
    ("sw", "sivyo, au sivyo, si ndiyo, ndiyo, au la"),
    ("af", "nie waar nie, of hoe, né, nie so nie, reg"),
];

/// The particle of Turkish with the endings of persons and times that may go on it, each vowel written i.
const TURKISH: &str = "\
    mi miyim misin miyiz misiniz midir midirler miler miydi miydim miydin miydik miydiniz miydiler miymiş miymişim \
    miymişsin miymişiz miymişler miyse";

/// Verbs and pronouns of English tags: *isn’t it*, *did he*.
const VERBS: &str = "\
    is isn't are aren't was wasn't were weren't do don't does doesn't did didn't have haven't has hasn't had hadn't will \
    won't would wouldn't can can't could couldn't should shouldn't must mustn't shall shan't may might ain't am";
const PRONOUNS: &str = "i you he she it we they there this that";

/// Whether the words between a passage and its question mark, `tail`, make a question of it, in `language` (a BCP 47
/// tag) where it is known.
pub fn is_tag(tail: &str, language: Option<&str>) -> bool {
    let words = tail
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && !ch::is_mark(c)));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(in_table_form).collect();
    let known = Known::of(language);
    let phrase = words.join(" ");
    let mut tables = TAGS.iter().filter(|(own, _)| known.may_be(own));
    tables.any(|(_, tags)| tags.split(',').any(|tag| tag.trim() == phrase))
        || known.may_be("tr") && is_turkish_particle(&words)
        || known.may_be("en") && is_english_tag(&words)
}

/// Whether they are *mı*, *mısınız* or the like.
pub(super) fn is_turkish_particle<W: AsRef<str>>(words: &[W]) -> bool {
    let [word] = words else { return false };
    let vowel = |c: char| if matches!(c, 'ı' | 'u' | 'ü') { 'i' } else { c };
    super::is_in(&word.as_ref().chars().map(vowel).collect::<String>(), TURKISH)
}

fn is_english_tag(words: &[String]) -> bool {
    let has = |list: &str, word: &str| super::is_in(word, list);
    match words {
        [or, rest @ ..] if or == "or" => is_english_tag(rest),
        [verb, pronoun] => has(VERBS, verb) && has(PRONOUNS, pronoun),
        [verb, pronoun, not] => has(VERBS, verb) && has(PRONOUNS, pronoun) && not == "not",
        _ => false,
    }
}

/// The tags of all languages, for tests.
#[cfg(test)]
pub(super) fn phrases() -> impl Iterator<Item = &'static str> {
    TAGS.iter().flat_map(|(_, tags)| tags.split(',')).map(str::trim)
}
