//! Which language a text speaks, told from its letters and its smallest words, and which tables of words count for it.
//! Knows single texts.

use super::characters as ch;
use super::tags;
use super::word_set::small_letter;
use super::words::{in_table_form, is_negation};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The words that most running text of a language has. Neighbours share some; the whole decides.
const SMALL_WORDS: &[(&str, &str)] = &[
    (
        "fr",
        "le les des une est dans qui pour et du au sur par il la de que a ce pas ne sont avec cette un en elle",
    ),
    ("en", "the of and to that is was for with he it as his be in on a not are this by from at they have"),
    (
        "de",
        "der die und das ist mit den von zu auf ein eine dem nicht im sich für auch des als hat es er sie in",
    ),
    ("es", "el los las una por con del que y se para su lo la de en es un al más como no ha"),
    ("it", "il che di per una della sono gli con del nel è e la un non si ha alla dei le i a da"),
    ("pt", "o os uma para com do da em que um ao e foi de não as dos no na se por é mais a"),
    ("nl", "het een van de en is dat op te voor zijn met niet in die aan ook er maar bij om hij ze"),
    ("fi", "ja on että se hän oli mutta kun myös joka ovat ei mukaan sekä olisi vain"),
    ("sv", "och att det som är av för på med den till inte har ett en om var de i han från"),
    ("da", "og at det som er af for på med den til ikke har et en om var de i han blev fra efter"),
    ("nb", "og at det som er av for på med den til ikke har et en om var de i han ble fra etter"),
    ("nn", "og at det som er av for på med den til ikkje har eit ein om var dei i han vart frå etter"),
    ("ca", "el els les una per amb del que i es la no són és dels de un al més a ha"),
    ("gl", "o os unha para con do da en que un ao e foi de non as dos na se por é máis a á"),
    ("pl", "i w na z że się do jest to nie o jak po od za przez dla są oraz a ma"),
    ("cs", "a v na se je že to s do o ve pro jako by z k za od jsou ale i po"),
    ("sk", "a v na sa je že to s do o vo pre ako by z k za od sú ale i po"),
    ("sl", "in je na da se za so ki v pri tudi ne ni bi s z kot pa"),
    ("hr", "i je u na da se za su od što koji ne nije o iz s kao"),
    ("ro", "și în de la a cu pe care nu din o un este că au pentru mai să"),
    ("tr", "ve bir bu da de için ile olarak olan çok gibi daha ne en var değil dedi"),
    ("id", "dan yang di itu dengan untuk ini dari pada tidak dalam adalah akan ke juga oleh mereka"),
    ("vi", "và của là có một những cho trong người được với các không đã ông này đến về"),
    ("hu", "a az és hogy nem egy is volt meg el de ez csak már mint még ki"),
    ("sw", "na ya wa kwa ni za katika la kuwa hii cha kama alisema hiyo si huo"),
    ("et", "ja on et ei see ta oli kui mis ka ning aga oma"),
    ("lt", "ir kad yra su iš į o tai buvo per ne kaip apie"),
    ("lv", "un ir ar par no uz kas ka bija lai tas arī nav"),
    ("sq", "dhe të në një për me që nga është si nuk do"),
    ("af", "die en van het nie is in dat te vir met op sy was hy aan"),
    ("tl", "ang ng sa mga na ay at si ni ito para hindi"),
    ("la", "et in est non ad cum ut sed quod ex quae qui"),
    ("ru", "и в не на что с по как это из за он но от к его для был она так у о"),
    ("uk", "і в не на що з до як це та за він але від його для був у про й"),
    ("be", "і ў не на што з да як гэта за ён але ад яго для быў у"),
    ("bg", "и в не на че с по как това от за той но се да е са"),
    ("sr", "и у не на да с је се за су од што који није о из"),
    (
        "ar",
        "في من على أن إلى التي هذا عن مع الذي هذه كان قال لا ما بين أو وقد قد لم إن أنه وهو كما حتى ذلك وفي ومن وأن",
    ),
    ("fa", "و در به از که این را با است برای آن یک تا هم می شد خود"),
    ("ur", "کے میں کی ہے کا اور سے کو نے پر یہ کہ ہیں نہیں"),
    ("hi", "के में की है का और से को ने पर यह कि हैं नहीं"),
    ("mr", "आहे आणि या च्या ही हे व तर केले नाही"),
];

/// Languages that are told apart by the letters that they alone are written with here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Greek,
    Hebrew,
    Devanagari,
    Thai,
    Hangul,
    Kana,
    Han,
    Other,
}

impl Script {
    const fn of(c: char) -> Self {
        match c {
            'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Self::Latin,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
            '\u{400}'..='\u{52F}' => Self::Cyrillic,
            '\u{591}'..='\u{5F4}' => Self::Hebrew,
            '\u{620}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' => Self::Arabic,
            '\u{900}'..='\u{97F}' => Self::Devanagari,
            '\u{E01}'..='\u{E4E}' => Self::Thai,
            '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}' => Self::Hangul,
            '\u{3041}'..='\u{30FF}' => Self::Kana,
            '\u{3400}'..='\u{9FFF}' => Self::Han,
            _ => Self::Other,
        }
    }

    /// The languages of our tables in this script, where few words tell no more.
    const fn languages(self) -> &'static [&'static str] {
        match self {
            Self::Cyrillic => &["ru", "uk"],
            Self::Arabic => &["ar", "fa", "ur"],
            Self::Greek => &["el"],
            Self::Hebrew => &["he"],
            Self::Devanagari => &["hi"],
            Self::Thai => &["th"],
            Self::Hangul => &["ko"],
            Self::Kana => &["ja"],
            Self::Han => &["zh"],
            Self::Latin | Self::Other => &[],
        }
    }
}

/// So many bytes of each part of a text are read, and of so many parts.
const READ: usize = 256;
const PARTS: usize = 5;

/// The longest of the small words, in bytes.
const LONGEST: usize = 16;

/// The fewest small words from which a language is guessed for certain.
const FEWEST: usize = 5;

/// The same for a passage of a text, beside whose own languages another counts.
const FEWEST_OF_PASSAGE: usize = 2;

/// Of so many words of a text in a language at least one is small.
const RARELY: usize = 10;

/// Of so many at least one where the text is said to be in a language that the table does not have.
const OFTEN: usize = 3;

/// More languages than so many that are as likely tell nothing, but in a short text.
const MOST: usize = 3;

/// A text of fewer words is short: it may lack the small words of its language.
const FEW: usize = 12;

/// What a word weighs for each of its languages: the less, the more of them have it.
const WEIGHT: usize = 60;

/// The languages, as bits by their place in the table, that have a small word.
static LANGUAGES_OF: LazyLock<FxHashMap<&str, u64>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    for (index, (_, words)) in SMALL_WORDS.iter().enumerate() {
        for word in words.split(' ') {
            *all.entry(word).or_default() |= 1 << index;
        }
    }
    all
});

/// Whether a character is no part of a word.
fn ends_word(c: char) -> bool {
    if c.is_ascii() { !c.is_ascii_alphabetic() } else { !ch::is_letter(c) && !ch::is_mark(c) }
}

/// What was seen of a text so far.
struct Seen {
    /// How many small words of each language, and their weight.
    counts: [usize; SMALL_WORDS.len()],
    weights: [usize; SMALL_WORDS.len()],
    words: usize,
    /// How many letters of each script.
    letters: [usize; Script::Other as usize + 1],
}

impl Seen {
    const fn nothing() -> Self {
        Self {
            counts: [0; SMALL_WORDS.len()],
            weights: [0; SMALL_WORDS.len()],
            words: 0,
            letters: [0; Script::Other as usize + 1],
        }
    }

    /// Reads a text in a few parts, from its middle on, where no menus are, until the language is clear.
    fn of(text: &str) -> Self {
        let mut seen = Self::nothing();
        if text.len() <= READ * PARTS {
            seen.read(text);
            return seen;
        }
        for part in [2, 3, 1, 4, 0] {
            let from = text.floor_char_boundary(text.len() / PARTS * part);
            let from = from + text[from..].find(char::is_whitespace).filter(|&at| at < READ).unwrap_or(0);
            seen.read(&text[from..text.floor_char_boundary(from + READ)]);
            if seen.clear().is_some() {
                break;
            }
        }
        seen
    }

    fn read(&mut self, text: &str) {
        for word in text.split(ends_word) {
            let Some(first) = word.chars().next() else { continue };
            self.words += 1;
            let script = Script::of(first);
            if matches!(script, Script::Latin) {
                self.letters[script as usize] += word.len();
            } else {
                word.chars().for_each(|c| self.letters[Script::of(c) as usize] += 1);
            }
            self.count(word);
        }
    }

    fn count(&mut self, word: &str) {
        if word.len() > LONGEST {
            return;
        }
        let found = LANGUAGES_OF.get(word).copied();
        let is_plain = || word.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_small = || is_plain() || word.chars().all(|c| small_letter(c) == Some(c));
        let folded = || LANGUAGES_OF.get(&*in_table_form(word)).copied();
        let Some(mut languages) = found.or_else(|| if is_small() { None } else { folded() }) else { return };
        let weight = WEIGHT / languages.count_ones() as usize;
        while languages != 0 {
            let index = languages.trailing_zeros() as usize;
            self.counts[index] += 1;
            self.weights[index] += weight;
            languages &= languages - 1;
        }
    }

    /// The index of the likeliest language.
    fn best(&self) -> usize {
        (0..self.weights.len()).rev().max_by_key(|&index| self.weights[index]).unwrap_or(0)
    }

    /// Whether at least one of so many words is a small one of the likeliest language.
    fn has_one_in(&self, words: usize) -> bool {
        self.counts[self.best()] * words >= self.words
    }

    /// The script that most of the letters are of; where kana are, Japanese.
    fn script(&self) -> Script {
        use Script as S;
        let of = |script: S| self.letters[script as usize];
        if of(S::Kana) > 0 && of(S::Kana) * 8 >= of(S::Han) && of(S::Kana) + of(S::Han) > of(S::Latin) {
            return S::Kana;
        }
        let others =
            [S::Cyrillic, S::Arabic, S::Greek, S::Hebrew, S::Devanagari, S::Thai, S::Hangul, S::Kana, S::Han];
        let most = others.into_iter().max_by_key(|&script| of(script)).unwrap_or(S::Latin);
        // A letter of these scripts is worth a few of ours.
        let weight = if matches!(most, S::Han | S::Kana | S::Hangul) { 2 } else { 1 };
        if of(most) * weight > of(S::Latin) { most } else { S::Latin }
    }

    /// The one language that the text plainly speaks.
    fn clear(&self) -> Option<&'static str> {
        if let [only] = self.script().languages() {
            return Some(only);
        }
        let best = self.best();
        let is_alone = |at: usize| at == best || self.weights[best] >= 2 * self.weights[at];
        let is_clear = self.counts[best] >= FEWEST && (0..self.weights.len()).all(is_alone);
        (is_clear && self.has_one_in(RARELY)).then(|| SMALL_WORDS[best].0)
    }

    /// The languages that the text may speak, the likeliest first, where some are likely.
    fn likely(&self) -> Vec<&'static str> {
        if let Some(clear) = self.clear() {
            return vec![clear];
        }
        let most = self.weights[self.best()];
        if most == 0 || !self.has_one_in(RARELY) {
            let is_short = self.words < FEW;
            return if is_short { self.script().languages().to_vec() } else { Vec::new() };
        }
        let mut all: Vec<usize> = (0..self.weights.len()).filter(|&at| self.weights[at] * 2 > most).collect();
        all.sort_by_key(|&at| std::cmp::Reverse(self.weights[at]));
        let all = all.into_iter().map(|at| SMALL_WORDS[at].0);
        if all.len() > MOST && self.words >= FEW { Vec::new() } else { all.collect() }
    }

    /// What the small words of a language weigh; `None` where the table has none of it.
    fn weight_of(&self, language: &str) -> Option<usize> {
        let index = SMALL_WORDS.iter().position(|(known, _)| *known == kin(language))?;
        Some(self.weights[index])
    }

    /// The languages that the text plainly speaks, where that is another than the declared one.
    fn against(&self, declared: &str) -> Vec<&'static str> {
        if self.clear().is_some_and(|clear| kin(clear) == kin(declared)) {
            return Vec::new();
        }
        let (best, script, likely) = (self.best(), self.script(), self.likely());
        let is_kin = likely.iter().any(|language| kin(language) == kin(declared));
        let is_plain = script != Script::Latin || self.counts[best] >= FEWEST;
        let is_other = match self.weight_of(declared) {
            Some(weight) => weight * 2 < self.weights[best] || self.weights[best] == 0,
            None if script == Script::Latin => self.clear().is_some() && self.has_one_in(OFTEN),
            None => self.clear().is_some() && !is_unknown_neighbour(script, declared),
        };
        if is_kin || !is_plain || !is_other { Vec::new() } else { likely }
    }
}

/// The language whose small words stand for those of another.
fn kin(language: &str) -> &str {
    match language {
        "no" => "nb",
        "ms" => "id",
        "bs" | "sh" => "hr",
        other => other,
    }
}

/// Whether a language that has no table may be written in a script that only one language of the tables has.
fn is_unknown_neighbour(script: Script, declared: &str) -> bool {
    match script {
        Script::Devanagari => matches!(declared, "ne" | "sa" | "bho" | "mai" | "kok"),
        Script::Hebrew => matches!(declared, "yi" | "lad"),
        Script::Greek => matches!(declared, "grc"),
        Script::Han => matches!(declared, "ja" | "wuu" | "nan" | "hak" | "lzh"),
        _ => false,
    }
}

/// The small words of a language, by its primary subtag: French *et*. None where it has no table.
pub(crate) fn small_words(language: &str) -> impl Iterator<Item = &'static str> {
    let found = SMALL_WORDS.iter().find(|(known, _)| *known == kin(language));
    found.into_iter().flat_map(|(_, words)| words.split(' '))
}

/// Whether a word is one of the small words of some language, in whatever case.
pub(crate) fn is_small_word(word: &str) -> bool {
    LANGUAGES_OF.contains_key(word.to_lowercase().as_str())
}

/// The language of `text` as a primary subtag of BCP 47, or `None` where its words do not tell.
pub fn guess(text: &str) -> Option<&'static str> {
    Seen::of(text).clear()
}

/// The language that `text` plainly speaks where that is another than `declared` (a BCP 47 tag): its primary subtag.
pub fn contradiction(text: &str, declared: &str) -> Option<&'static str> {
    let declared = tags::primary(declared)?;
    let seen = Seen::of(text);
    let against = seen.against(&declared);
    against.first().copied().filter(|language| against.len() == 1 && *language != declared)
}

/// The languages whose words count in `text`, as one tag: the declared one, those that the text may speak where none is
/// declared, and both where it plainly speaks another. `None` where nothing tells.
///
/// Several are written with the private-use subtags of BCP 47 (RFC 5646, 2.2.7), as in `en-x-fr`: whoever knows one
/// language only reads the first, and [`all_of`] reads all.
pub(crate) fn spoken(text: &str, declared: Option<&str>) -> Option<String> {
    let declared = declared.and_then(tags::primary);
    let seen = Seen::of(text);
    let guessed = match &declared {
        Some(declared) => seen.against(declared),
        None => seen.likely(),
    };
    let mut all = declared.iter().map(String::as_str).chain(guessed);
    let first = all.next()?.to_owned();
    let rest: Vec<&str> = all.collect();
    Some(if rest.is_empty() { first } else { format!("{first}-x-{}", rest.join("-")) })
}

/// The languages whose words count in a passage of a text in these `languages` (a tag that [`spoken`] made), where that
/// plainly speaks another than all of them, as a quotation in its own language does: those and its own. `None` where it
/// speaks one of them, or does not tell.
pub(crate) fn spoken_besides(passage: &str, languages: Option<&str>) -> Option<String> {
    let languages = languages?;
    let seen = Seen::of(passage);
    let best = seen.best();
    let is_kin = |other: &str| all_of(languages).any(|language| kin(language) == kin(other));
    let script = seen.script();
    let others = match script {
        Script::Latin => {
            let own = all_of(languages).filter_map(|language| seen.weight_of(language)).max().unwrap_or(0);
            // One word is enough that only one language has, in a sentence with none of the text's own.
            let is_other = |(count, weight): (usize, usize)| {
                let is_only = own == 0 && weight >= WEIGHT && seen.words >= FEW / 2;
                is_only || count >= FEWEST_OF_PASSAGE && own * 2 < weight
            };
            // The sure ones are some of these.
            let is_other =
                is_other((seen.counts[best], seen.weights[best])) && is_other(sure_words(passage, best));
            if is_other { vec![SMALL_WORDS[best].0] } else { Vec::new() }
        }
        _ => seen.likely(),
    };
    let is_unknown = || all_of(languages).any(|language| is_unknown_neighbour(script, language));
    if others.is_empty() || others.iter().any(|other| is_kin(other)) || is_unknown() {
        return None;
    }
    let mark = if languages.contains("-x-") { "-" } else { "-x-" };
    Some(format!("{languages}{mark}{}", others.join("-")))
}

/// How many small words of a language, by its place in the table, a passage has, and what they weigh; without those that
/// negate there and are an everyday word elsewhere, as Romanian *nu* is in Dutch.
fn sure_words(passage: &str, index: usize) -> (usize, usize) {
    let language = Some(SMALL_WORDS[index].0);
    let is_sure = |word: &str| !is_negation(word, language) || is_negation(word, None);
    let languages = |word: &str| LANGUAGES_OF.get(&*in_table_form(word)).copied();
    let words = passage.split(ends_word).filter(|word| !word.is_empty() && word.len() <= LONGEST);
    let known = words.filter_map(|word| Some((word, languages(word)?)));
    let own = known.filter(|(word, languages)| languages & (1 << index) != 0 && is_sure(word));
    own.fold((0, 0), |(count, weight), (_, all)| (count + 1, weight + WEIGHT / all.count_ones() as usize))
}

/// The subtags of all languages of a tag that [`spoken`] made, or of any other the first.
pub(crate) fn all_of(tag: &str) -> impl Iterator<Item = &str> {
    // Most tags name one language, in two or three letters.
    let several = if tag.len() > 3 { tag.split_once("-x-") } else { None };
    let (first, rest) = several.unwrap_or((tag, ""));
    let primary = first.split('-').next().unwrap_or(first);
    std::iter::once(primary).chain(rest.split('-').filter(|subtag| !subtag.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_guessed_from_its_small_words() {
        for (language, text) in [
            ("fr", "Le ministre est venu dans la ville pour les élections, et il est parti au soir."),
            ("en", "The end of the war and the start of the peace that he was hoping for."),
            ("de", "Die Halle ist mit dem Geld von der Stadt gebaut und das ist gut."),
            ("ru", "Министр сказал, что это не так, и он не будет в городе."),
            ("fa", "وزیر گفت که این توافق را برای آن کشور به مجلس از دولت"),
            ("zh", "市政府发言人说"),
            ("ja", "首相は辞任しないと述べた"),
            ("ko", "총리는 사임하지 않겠다고 밝혔다"),
            ("el", "Ο υπουργός δεν είπε"),
        ] {
            assert_eq!(guess(text), Some(language), "{text}");
        }
        assert_eq!(guess(""), None);
        assert_eq!(guess("Bordeaux, Lyon, Marseille, Toulouse, Nice, Nantes"), None);
    }

    #[test]
    fn both_languages_count_where_the_text_plainly_speaks_another_than_is_declared() {
        let french = "Le ministre est venu dans la ville pour les élections, et il est parti au soir.";
        for (declared, tag) in [
            (Some("en-GB"), "en-x-fr"),
            (Some("fr-CA"), "fr"),
            (Some("fra"), "fr"),
            (Some("und"), "fr"),
            (Some("sw"), "sw-x-fr"),
            (None, "fr"),
        ] {
            assert_eq!(spoken(french, declared).as_deref(), Some(tag), "{declared:?}");
        }
        assert_eq!(contradiction(french, "en"), Some("fr"));
        assert_eq!((contradiction(french, "french"), contradiction("Oui.", "en")), (None, None));
        assert_eq!(spoken("Bordeaux, Lyon, Marseille", None), None);
        assert_eq!(all_of("en-x-fr-es").collect::<Vec<_>>(), ["en", "fr", "es"]);
        assert_eq!(all_of("zh-Hans").collect::<Vec<_>>(), ["zh"]);
    }

    #[test]
    fn neighbours_contradict_nothing() {
        for (declared, text) in [
            ("no", "Statsministeren sa at det ikke er noen grunn til å tro på det som ble sagt."),
            ("gl", "O ministro non dixo que a lei foi unha das que se votaron no parlamento."),
            ("ms", "Menteri itu tidak akan pergi dan ini adalah untuk rakyat dalam negeri."),
            ("nn", "Statsministeren sa at det ikkje er noko i det som vart sagt."),
            ("ne", "मन्त्रीले यो कानून को बारे में"),
            ("sr", "Министар је рекао да се не зна шта је у закону и на седници."),
            ("ja", "部長会議"),
        ] {
            assert_eq!(contradiction(text, declared), None, "{text}");
        }
    }

    #[test]
    fn a_menu_in_another_language_does_not_decide() {
        let menu = "Home of the world and the news that is for you and the best of it. ".repeat(6);
        let page =
            format!("{menu}{}", "Le maire est dans la ville et il ne parle pas avec les élus. ".repeat(60));
        assert_eq!(guess(&page), Some("fr"));
    }

    #[test]
    fn every_language_has_a_bit_and_every_word_room() {
        assert!(SMALL_WORDS.len() <= 64);
        let words = SMALL_WORDS.iter().flat_map(|(_, words)| words.split(' '));
        for word in words {
            assert!(word.len() <= LONGEST && super::super::words::in_table_form(word) == word, "{word}");
        }
    }
}
