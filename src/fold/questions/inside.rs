//! Questions whose words stand where the answer would: *Bakan neden istifa etti*, *सरकार चुप क्यों है*, *vous faites quoi*;
//! and those that end as a question does.

use super::tags::is_turkish_particle;
use super::{Kind, Word, is_in};
use crate::fold::characters as ch;
use crate::fold::lexicons::Known;

/// The words of a language that ask wherever they stand. Lists of words, white space between them.
struct Inside {
    /// A BCP 47 primary subtag.
    language: &'static str,
    words: &'static str,
    /// Two words that ask together, commas between them.
    pairs: &'static str,
    /// Words before which, and behind which, they ask nothing: *whatever*.
    idle_before: &'static str,
    idle_behind: &'static str,
    /// Words behind which a clause only tells of a question.
    indirect: &'static str,
    /// What a word holds with which such a clause ends.
    clause_ends: &'static str,
    /// Words that ask at the end of the passage, and those that do where nothing before them tells of a question.
    last: &'static str,
    last_open: &'static str,
}

/// Words that say *neither … nor* or *whether … or* where they are said twice.
const TWICE: &str = "ne چه";

const INSIDE: &[Inside] = &[
    Inside {
        language: "tr",
        words: "\
            kim kime kimden kimin kiminle kimler kimlere kimlerin kimdir kimlerdir ne neyi neye neden neyin neyle nedir neler neleri \
            nelerdir niçin niye nasıl nasıldır nerede neredeydi neredeler nerededir nereye nereden nereli hangi hangisi hangileri \
            hangisini hangisinin kaç kaça kaçta kaçtır kaçıncı kimsiniz kimsin nesi",
        pairs: "ne zaman",
        idle_before: "her",
        idle_behind: "olan olur olmaz bilmem olursa olsa olsun yazık de da ise ki",
        indirect: "",
        clause_ends: "yorsa isterse diye dığı diği duğu düğü tığı tiği tuğu tüğü acağı eceği",
        last: "",
        last_open: "",
    },
    Inside {
        language: "hi",
        words: "\
            क्यों कौन किस किसने किसे किसको किसका किसकी किसके किससे कब कहाँ कहां कैसे कैसा कैसी कितना कितनी कितने कौनसा कौनसी किन किन्हें \
            किन्होंने क्या",
        pairs: "",
        idle_before: "",
        idle_behind: "भी",
        indirect: "कि",
        clause_ends: "",
        last: "",
        last_open: "",
    },
    Inside {
        language: "ur",
        words: "کیوں کون کس کسے کب کہاں کیسے کیسا کیسی کتنا کتنی کتنے ",
        pairs: "",
        idle_before: "",
        idle_behind: "بھی",
        indirect: "کہ",
        clause_ends: "",
        last: "",
        last_open: "",
    },
    Inside {
        language: "fa",
        words: "\
            چرا چگونه چطور کجا کجاست کجایند کدام کدامند کدامین چیست کیست کیستند چیه کیه چقدر آیا چی",
        pairs: "چه کسی, چه کسانی, چه طور, چه گونه, چه قدر, چه زمانی, چه چیزی",
        idle_before: "هر آن اگر گر چنان هیچ",
        idle_behind: "که",
        indirect: "که پرسید پرسیدند گفت گفتند میدانم میداند نمیدانم نمیداند نمیدانند معلوم توضیح",
        clause_ends: "",
        last: "",
        last_open: "",
    },
    Inside {
        language: "ko",
        words: "\
            왜 누가 누구 누구를 누구의 누구에게 누구와 누구인가 누굴 무엇 무엇을 무엇이 무엇인가 무엇으로 무엇에 뭐 뭘 뭐가 뭔가요 언제 언제까지 언제부터 어디 \
            어디서 어디에 어디에서 어디로 어디까지 어디가 어디를 어디인가 어떻게 얼마나 얼마에 얼마를 무슨 웬",
        pairs: "",
        idle_before: "",
        idle_behind: "",
        indirect: "",
        clause_ends: "는지 은지 인지 을지 일지 할지 될지 한지 된지 냐고 느냐가 느냐는 냐는 느냐에",
        last: "",
        last_open: "",
    },
    Inside {
        language: "vi",
        words: "",
        pairs: "tại sao, vì sao, làm sao, điều gì, cái gì, thế nào, khi nào, bao giờ, bao nhiêu, bao lâu, ở đâu, từ đâu, đi đâu, là ai, là gì, làm gì, vì đâu, phải chăng, \
            liệu có",
        idle_before: "không chẳng chưa bất cứ kỳ kể dù ngôi vì còn mọi",
        idle_behind: "cũng đó cả đấy chăng nữa cho",
        indirect: "không chẳng chưa cũng rằng rõ biết hỏi nhớ hãy",
        clause_ends: "",
        last: "không chưa chăng à hả ư nhỉ hử",
        last_open: "ai gì nào sao đâu",
    },
    Inside {
        language: "id",
        words: "siapa mengapa kenapa kapan siapakah mengapakah bagaimanakah kapankah berapakah manakah dimanakah haruskah mungkinkah bukankah",
        pairs: "",
        idle_before: "",
        idle_behind: "pun saja",
        indirect: "tidak bukan bahwa menjelaskan mengungkapkan tahu mengetahui bertanya ditanya menanyakan",
        clause_ends: "",
        last: "",
        last_open: "apa mana berapa bagaimana",
    },
    Inside {
        language: "ms",
        words: "siapa mengapa kenapa bila siapakah mengapakah bagaimanakah berapakah manakah bukankah",
        pairs: "",
        idle_before: "",
        idle_behind: "pun saja",
        indirect: "tidak bukan bahawa menjelaskan tahu mengetahui bertanya ditanya",
        clause_ends: "",
        last: "",
        last_open: "apa mana berapa bagaimana",
    },
];

/// Whether words that ask in their own place, or at the end, are among `words`.
pub(super) fn asks(words: &[Word], known: &Known) -> bool {
    INSIDE.iter().any(|table| known.has(table.language) && has_asking(words, table))
        || known.has("tr") && has_turkish_particle(words)
        || known.has("ko") && ends_in_korean(words)
        || known.may_be("fr") && (has_inverted(words) || known.has("fr") && asks_in_french(words))
}

fn has_asking(words: &[Word], table: &Inside) -> bool {
    let last = words.iter().rposition(|word| word.kind == Kind::Word);
    let ends_so = last.is_some_and(|last| {
        let is_told = || words[..last].iter().any(|before| before.is_of(table.indirect));
        words[last].is_of(table.last) || words[last].is_of(table.last_open) && !is_told()
    });
    ends_so || (0..words.len()).any(|at| asks_at(words, at, table))
}

/// Whether the word at `at` asks, alone or with the next one.
fn asks_at(words: &[Word], at: usize, table: &Inside) -> bool {
    let (word, next) = (&words[at], words.get(at + 1));
    let is_pair = || {
        let mut pairs = table.pairs.split(',').filter_map(|pair| pair.trim().split_once(' '));
        pairs.any(|(one, other)| one == word.form && next.is_some_and(|next| next.form == other))
    };
    // Persian *what* before a noun, which then ends in -ی.
    let is_which = || word.form == "چه" && next.is_some_and(|next| next.form.ends_with('ی'));
    if !(word.is_of(table.words) || is_pair() || table.language == "fa" && is_which()) {
        return false;
    }
    let idle_before = at.checked_sub(1).is_some_and(|before| words[before].is_of(table.idle_before));
    let idle_behind = words.iter().skip(at + 1).take(2).any(|next| next.is_of(table.idle_behind));
    let is_told = words[..at].iter().any(|before| before.is_of(table.indirect));
    let mut ends = table.clause_ends.split_ascii_whitespace();
    let is_of_clause = |word: &Word, end: &str| word.form.contains(end) && !is_told_of_us(word);
    let is_clause = ends.any(|end| words[at + 1..].iter().any(|later| is_of_clause(later, end)));
    // Turkish *neden* is *cause*, too: *yangına neden oldu*.
    let says_why = word.form == "neden" && next.is_some_and(|next| next.form.starts_with("ol"));
    let again = words.iter().filter(|other| other.form == word.form).count() > 1 && is_in(&word.form, TWICE);
    !(idle_before || idle_behind || is_told || is_clause || says_why || again)
}

/// Whether a word is a Turkish verb that says what I or we will do, and looks like one of a clause.
fn is_told_of_us(word: &Word) -> bool {
    ["acağım", "acağız", "eceğim", "eceğiz"].iter().any(|end| word.form.ends_with(end))
}

fn has_turkish_particle(words: &[Word]) -> bool {
    words.windows(2).enumerate().any(|(at, two)| {
        // *Sıcak mı sıcak*: very hot.
        let is_twice = words.get(at + 2).is_some_and(|behind| behind.form == two[0].form);
        two[1].kind == Kind::Word && is_turkish_particle(&[&two[1].form]) && !is_twice
    })
}

/// Endings of Korean verbs that ask, whole syllables.
const KOREAN: &str = "니까 나요 는가 은가 인가 닌가 던가 한가 된가 는가요 은가요 인가요 던가요 까요 느냐 으냐 이냐 는지요 을까 일까 할까 될까";
/// Those that ask behind a syllable that ends in ㅆ, as those of the past do, and of being.
const KOREAN_BEHIND_PAST: &str = "나 니 냐";
/// The letter ㅆ among those that a syllable of Hangul ends with, and how many there are.
const DOUBLE_S: u32 = 20;
const FINALS: u32 = 28;

/// Whether the last word ends as a Korean verb does that asks.
fn ends_in_korean(words: &[Word]) -> bool {
    let Some(last) = words.iter().rfind(|word| word.kind == Kind::Word) else { return false };
    let is_past = |stem: &str| {
        stem.chars()
            .next_back()
            .is_some_and(|c| matches!(c, '가'..='힣') && (c as u32 - '가' as u32) % FINALS == DOUBLE_S)
    };
    let ends = |list: &str| list.split_ascii_whitespace().find_map(|end| last.form.strip_suffix(end));
    ends(KOREAN).is_some_and(|stem| !stem.is_empty()) || ends(KOREAN_BEHIND_PAST).is_some_and(is_past)
}

/// French subjects that follow their verb in a question: `ment-il`, `a-t-elle`.
const INVERTED: &str = "il ils elle elles on je tu nous vous ce";
/// What is written as a verb with one, and is a noun.
const NO_VERBS: &str = "rendez";

fn has_inverted(words: &[Word]) -> bool {
    let is_inverted = |word: &Word| {
        let (verb, subject) = word.form.rsplit_once(ch::is_hyphen).unwrap_or_default();
        !verb.is_empty() && is_in(subject, INVERTED) && !is_in(verb, NO_VERBS)
    };
    words.iter().any(is_inverted)
}

/// French words that ask at the end of a spoken question, and before a few words more; and what stands before them where
/// they ask nothing.
const FRENCH_LAST: &str = "quoi qui où quand combien comment pourquoi lequel laquelle lesquels lesquelles";
const FRENCH_BEFORE: &str = "\
    sais sait savent savoir savons importe pas à de sur en jamais ce dire dit sachant peu avoir comme d n plus ni ou et sans";
/// How many words may follow *quoi*, *combien de* and *où* in one.
const FRENCH_REST: usize = 3;

fn asks_in_french(words: &[Word]) -> bool {
    let spoken: Vec<&Word> = words.iter().filter(|word| word.kind == Kind::Word).collect();
    spoken.iter().enumerate().skip(1).any(|(at, word)| {
        let rest = spoken.len() - at - 1;
        let next = spoken.get(at + 1);
        let is_last = rest == 0 && word.is_of(FRENCH_LAST);
        let goes_on = rest <= FRENCH_REST
            && (word.form == "quoi" || word.form == "combien" && next.is_some_and(|next| next.is_of("de d")))
            && !next.is_some_and(|next| next.is_of("que qu ce"));
        let is_idle = at.checked_sub(1).is_some_and(|before| spoken[before].is_of(FRENCH_BEFORE));
        (is_last || goes_on) && !is_idle
    })
}

/// The lists of words of all languages, for tests.
#[cfg(test)]
pub(super) fn lists() -> impl Iterator<Item = &'static str> {
    INSIDE.iter().flat_map(|table| {
        [table.words, table.idle_before, table.idle_behind, table.indirect, table.last, table.last_open]
    })
}
