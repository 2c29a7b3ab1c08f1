//! Negations of scripts written without spaces: signs that negate before or after other signs, and the
//! words in which they do not. A small table, to be grown with cases. Knows single texts.

mod around;
mod shapes;
mod table;

use super::characters as ch;
use super::chinese;
use std::ops::Range;
use std::sync::LazyLock;
use table::{
    AFFIRMED, AFTER_OTHER, BEFORE_DO_NOT, BEFORE_TRADITIONAL_DO_NOT, CHINESE_PREFIXES, ENDS_OF_WORDS,
    FIXED_WORDS, NO_EXCEPTIONS, SPACELESS_EXCEPTIONS, SPACELESS_PREFIXES,
};

pub use around::{goes_on_as_word, word_around};

/// All negations that stand before what they negate, Chinese ones in both shapes.
static PREFIXES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let listed = || SPACELESS_PREFIXES.iter().copied().chain(CHINESE_PREFIXES.split_whitespace());
    let mut all: Vec<String> =
        listed().map(str::to_owned).chain(listed().filter_map(shapes::in_other_shape)).collect();
    all.sort_unstable();
    all.dedup();
    all
});

/// Negations that follow what they negate (Japanese).
const SPACELESS_SUFFIXES: &[&str] = &["ない", "なかっ", "なく", "ません", "ずに"];

/// Classical Japanese negations, which only their neighbours tell from parts of other words.
const CLASSICAL: [char; 2] = ['ず', 'ぬ'];

/// What stems of verbs end with before them; は is none today, so that はず is no negation.
const STEM_ENDS: &str = "かがさたなばまらわ";

/// Words that are no longer negations: unexpectedly.
const CLASSICAL_EXCEPTIONS: &[&str] = &["思わず", "思わぬ"];

/// Japanese *will not*, which only the verb before it tells from parts of other words.
const UNWILLING: &str = "まい";

/// What verbs end with before it; short ones that are written without a Han character; and behaviour, which is none.
const VERB_ENDS: &str = "うくぐすつぬぶむる";
const SHORT_VERBS: &[&str] = &["する", "ある", "いる", "なる"];
const BEHAVIOUR: &[&str] = &["振る", "ふる"];

/// All words in which such a sign does not negate.
static EXCEPTIONS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let affirmed = AFFIRMED.iter().map(|(word, _)| *word);
    SPACELESS_EXCEPTIONS.iter().copied().chain(affirmed).chain(FIXED_WORDS.split_whitespace()).collect()
});

/// Whether these signs, taken alone, negate.
pub fn is_negation(signs: &str) -> bool {
    PREFIXES.iter().any(|negation| negation == signs) || SPACELESS_SUFFIXES.contains(&signs)
}

/// Whether `text` begins with a negation that stands before what it negates in such a script.
pub fn begins_with_negation(text: &str) -> bool {
    PREFIXES.iter().any(|word| text.starts_with(word.as_str()))
}

/// Whether `text` ends with a negation of a script written without spaces.
pub fn ends_with_negation(text: &str) -> bool {
    // Most texts have no such letters, which is told without a look at each word.
    text.ends_with(ch::is_spaceless) && (ends_straight(text) || is_before_coverb(text))
}

/// Whether a text ends with a negation and a Chinese word that may stand behind it, and not with a word of both.
fn is_before_coverb(text: &str) -> bool {
    chinese::before_coverb(text).is_some_and(ends_straight) && !ends_with_exception(text)
}

fn ends_straight(text: &str) -> bool {
    let is_one = |word: &str| text.strip_suffix(word).is_some_and(|before| !ends_other_word(before, word));
    PREFIXES.iter().any(|word| is_one(word)) && !ends_with_exception(text)
        || DO_NOT
            .iter()
            .any(|sign| text.strip_suffix(*sign).is_some_and(|before| may_precede_do_not(before, sign)))
}

/// Chinese *do not*, which is a part of many words too: 特别, 别墅.
const DO_NOT: [&str; 2] = ["别", "別"];

/// Whether what stands before 别 lets it be a word: a pronoun, *please* and the like, or nothing of its clause.
fn may_precede_do_not(before: &str, sign: &str) -> bool {
    if sign == DO_NOT[1] {
        return BEFORE_TRADITIONAL_DO_NOT.iter().any(|word| before.ends_with(word));
    }
    BEFORE_DO_NOT.iter().any(|word| before.ends_with(word)) || !before.ends_with(ch::is_letter)
}

/// Where 别 is *do not* in `text`, in bytes.
fn prohibitions(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_one = |&(at, sign): &(usize, &str)| {
        let rest = &text[at + sign.len()..];
        may_precede_do_not(&text[..at], sign) && !AFTER_OTHER.iter().any(|end| rest.starts_with(end))
    };
    DO_NOT
        .into_iter()
        .flat_map(|sign| text.match_indices(sign))
        .filter(is_one)
        .map(|(at, sign)| at..at + sign.len())
}

fn ends_with_exception(text: &str) -> bool {
    let is_one =
        |word: &&&str| text.ends_with(**word) && is_exception(text, text.len() - word.len()..text.len());
    EXCEPTIONS.iter().any(|word| is_one(&word))
}

/// Whether a negation behind `before` begins with the end of another word: `特|别让`.
fn ends_other_word(before: &str, negation: &str) -> bool {
    let is_one = |(sign, signs): &(char, &str)| {
        negation.starts_with(*sign) && before.ends_with(|last| signs.contains(last))
    };
    ENDS_OF_WORDS.iter().any(is_one) || affirms_with(before, negation)
}

/// Whether a 不 behind `before` is the last sign of a word that affirms: `无|不希望`.
fn affirms_with(before: &str, negation: &str) -> bool {
    // 莫不是 asks.
    if !negation.starts_with('不') || negation == "不是" && before.ends_with('莫') {
        return false;
    }
    let is_one = |(word, others): &(&str, &str)| {
        let rest = word.strip_suffix('不').and_then(|stem| before.strip_suffix(stem));
        rest.is_some_and(|rest| !rest.ends_with(|c| others.contains(c)))
    };
    AFFIRMED.iter().any(is_one)
}

/// Whether a place after `before` and before `after` lies between a Japanese verb and the まい that negates it.
pub fn ends_before_unwilling(before: &str, after: &str) -> bool {
    after.starts_with(UNWILLING) && ends_with_verb(before)
}

/// Whether `text` ends with a Japanese verb in the form of the dictionary, written with a Han character: 行く, 食べる.
fn ends_with_verb(text: &str) -> bool {
    let ends = |words: &[&str]| words.iter().any(|word| text.ends_with(word));
    let mut last = text.chars().rev();
    let is_ending = last.next().is_some_and(|c| VERB_ENDS.contains(c));
    let has_stem = || last.take(2).any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    is_ending && (ends(SHORT_VERBS) || has_stem()) && !ends(BEHAVIOUR)
}

/// Where まい negates in `text`, in bytes.
fn unwilling(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let places = text.match_indices(UNWILLING).filter(|(at, _)| ends_with_verb(&text[..*at]));
    places.map(|(at, word)| at..at + word.len())
}

/// Whether no word that `ず` or `ぬ` could be the beginning of goes on in `rest`.
fn ends_word(rest: &str) -> bool {
    !rest.starts_with(|c| matches!(c, '\u{3041}'..='\u{30FF}'))
}

/// The classical negations in `text`, in bytes: after the stem of a verb that is written with a Han character.
fn classical_negations(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_one = |&(at, sign): &(usize, &str)| {
        let mut before = text[..at].chars().rev();
        let is_stem = before.next().is_some_and(|c| STEM_ENDS.contains(c))
            && before.next().is_some_and(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
        let end = at + sign.len();
        let is_exempt = CLASSICAL_EXCEPTIONS.iter().any(|word| text[..end].ends_with(word));
        is_stem && !is_exempt && ends_word(&text[end..])
    };
    text.match_indices(CLASSICAL).filter(is_one).map(|(at, sign)| at..at + sign.len())
}

/// The bytes of the first negation of a script written without spaces in `text`.
pub fn spaceless_negation(text: &str) -> Option<Range<usize>> {
    // Most texts have no sign of such a script, which their bytes tell.
    if !text.bytes().any(|byte| byte >= 0xE0) {
        return None;
    }
    spaceless_negations(text).min_by_key(|range| (range.start, std::cmp::Reverse(range.end)))
}

/// The bytes of the first negation of a script written without spaces in `gap`, bytes of `text` that are left out.
///
/// What is quoted before them tells only whether they begin with the end of a Japanese adjective that denies nothing.
pub fn left_out_negation(text: &str, gap: &Range<usize>) -> Option<Range<usize>> {
    let found = spaceless_negation(&text[gap.clone()])?;
    let range = gap.start + found.start..gap.start + found.end;
    let is_adjective = found.start == 0
        && ["少", "危"].iter().any(|stem| text[..gap.start].ends_with(stem))
        && text[range.clone()].starts_with('な');
    let is_end = found.start == 0 && ends_other_word(&text[..gap.start], &text[range.clone()]);
    if !is_adjective && !is_end {
        return Some(range);
    }
    left_out_negation(text, &(range.end..gap.end)).filter(|_| range.end < gap.end)
}

/// Every negation of a script written without spaces in `text`, in bytes.
fn spaceless_negations(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_exempt = |range: &Range<usize>| {
        let negation = &text[range.clone()];
        // Where the negation is in such a word, the rest of that may stand around it.
        let covers = |word: &str| {
            word.match_indices(negation).any(|(at, _)| {
                let start = range.start.checked_sub(at);
                let start =
                    start.filter(|&start| text.get(start..).is_some_and(|rest| rest.starts_with(word)));
                start.is_some_and(|start| is_exception(text, start..start + word.len()))
            })
        };
        ends_other_word(&text[..range.start], negation) || EXCEPTIONS.iter().any(|word| covers(word))
    };
    let negations = PREFIXES.iter().map(String::as_str).chain(SPACELESS_SUFFIXES.iter().copied());
    let places = negations.flat_map(|negation| text.match_indices(negation));
    let listed = places.map(|(at, words)| at..at + words.len()).filter(move |range| !is_exempt(range));
    listed.chain(classical_negations(text)).chain(unwilling(text)).chain(prohibitions(text))
}

/// Whether the word at `range` of `text`, one of those in which a sign does not negate, is that word there.
fn is_exception(text: &str, range: Range<usize>) -> bool {
    let (head, tail) = (&text[..range.start], &text[range.end..]);
    let is_other = |(word, others): &(&str, &str)| {
        *word == &text[range.clone()] && head.ends_with(|c| others.contains(c))
    };
    if AFFIRMED.iter().any(is_other) {
        return false;
    }
    !NO_EXCEPTIONS.iter().filter(|(word, ..)| *word == &text[range.clone()]).any(|(_, before, after)| {
        before.iter().any(|sign| head.ends_with(sign)) || after.iter().any(|sign| tail.starts_with(sign))
    })
}

/// So many letters around a word of a script written without spaces decide whether it negates.
const DECIDING: usize = 4;

/// Whether a negation of a script written without spaces lies in `range` of `text`, wholly or in part:
/// the letters around it say whether it is one, as in 不同意, or none, as in 非洲.
pub fn negates_there(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].char_indices().rev().take(DECIDING).last();
    let from = before.map_or(range.start, |(at, _)| at);
    let after = text[range.end..].char_indices().nth(DECIDING);
    let to = after.map_or(text.len(), |(at, _)| range.end + at);
    let meets = |found: Range<usize>| from + found.start < range.end && range.start < from + found.end;
    spaceless_negations(&text[from..to]).any(meets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_negate_elsewhere_do_not_in_some_words() {
        assert_eq!(spaceless_negation("非洲国家不同意"), Some(12..15));
        assert_eq!(spaceless_negation("无人机攻击"), None);
        assert_eq!(spaceless_negation("少ない金"), None);
    }

    #[test]
    fn every_chinese_negation_is_known_in_both_shapes() {
        let all = SPACELESS_PREFIXES.iter().copied().chain(CHINESE_PREFIXES.split_whitespace());
        for word in all {
            let shaped = shapes::in_other_shape(word).unwrap_or_else(|| word.to_owned());
            assert!(is_negation(&shaped) && ends_with_negation(&format!("政府{shaped}")), "{word} {shaped}");
        }
        for text in [
            "有關部門不應",
            "政府別再",
            "千萬別",
            "你別",
            "他們別",
            "沒有一名",
            "沒有能力",
            "沒有權利",
            "佢唔应该",
        ] {
            assert!(ends_with_negation(text), "{text}");
        }
        for text in ["性別", "個別", "特別", "分別", "、別", "東京都別", "請大家分別"] {
            assert!(!ends_with_negation(text), "{text}");
        }
    }

    #[test]
    fn two_negations_affirm() {
        for text in [
            "与会代表无不",
            "我们不能不",
            "他不会不",
            "我们不是不",
            "这并非不",
            "没有人不",
            "未尝不",
            "无时无刻不",
            "代表无不希望",
            "专家莫不",
            "他巴不得",
            "他恨不得",
            "與會代表無不",
            "我们不得不",
        ] {
            assert!(!ends_with_negation(text), "{text}");
            assert_eq!(spaceless_negation(text), None, "{text}");
        }
        for text in [
            "公司不得",
            "公司不",
            "没有人",
            "你能不能不",
            "他是不是不",
            "有没有人不",
            "古巴不得",
            "莫不是",
            "他不希望",
            "有无不",
            "会不会不",
        ] {
            assert!(ends_with_negation(text), "{text}");
        }
        for text in ["患者无不适", "法院认为并无不当", "调查组认定无不当行为", "無不良反應"]
        {
            assert!(spaceless_negation(text).is_some(), "{text}");
        }
        assert!(spaceless_negation("公司不承认").is_some() && spaceless_negation("古巴不得进口").is_some());
    }

    #[test]
    fn a_place_inside_a_negation_drops_it() {
        let around = |marked: &str| {
            let (before, after) = marked.split_once('|').unwrap();
            word_around(before, after)
                .map(|found| (marked.replace('|', "")[found.word].to_owned(), found.negates))
        };
        for (marked, word, negates) in [
            ("他说不太可|能出席", "不太可能", true),
            ("他说不大可|能出席", "不大可能", true),
            ("他说不太愿|意出席", "不太愿意", true),
            ("政府不希|望双方让步", "不希望", true),
            ("政府不需|要更多时间", "不需要", true),
            ("他巴|不得政府接受", "巴不得", false),
            ("专家莫|不认为政府应当", "莫不", false),
            ("莫不|是部长收了钱", "莫不是", false),
        ] {
            assert_eq!(around(marked), Some((word.to_owned(), negates)), "{marked}");
        }
        for marked in [
            "他可|能出席",
            "他可能|出席",
            "双方有不同|意见",
            "古巴|不得进口",
            "千万|别去",
            "他姓莫|不是本地人",
            "人手不足|以致停产",
        ] {
            assert_eq!(around(marked), None, "{marked}");
        }
        for (before, after) in [("警方无人", "机坠毁"), ("代表无一", "例外地同意"), ("据不完全", "统计，")]
        {
            assert!(goes_on_as_word(before, after), "{before}");
        }
        assert!(
            !goes_on_as_word("现场无人", "受伤")
                && !goes_on_as_word("现场无人", "能提供帮助")
                && !goes_on_as_word("代表无一", "同意")
        );
    }

    #[test]
    fn fixed_words_negate_nothing_and_their_signs_do_elsewhere() {
        for text in [
            "不可思议的",
            "無以倫比的",
            "喜怒无常的",
            "永不停歇的",
            "被判无期徒刑",
            "非法占有",
            "警方没收了财物",
            "洪水淹没了村庄",
            "特别让人",
            "不日将访问",
            "不时前往",
            "（无业）",
            "无条件地接受",
            "是非曲直",
            "不正な資金",
            "無事に戻った",
        ] {
            assert_eq!(spaceless_negation(text), None, "{text}");
        }
        for text in [
            "不可能",
            "并非法律",
            "没收到货",
            "无比赛可看",
            "他不幸福",
            "不禁止",
            "不妨碍",
            "请别让他去",
            "这个别忘了",
            "发言人提出没有异议",
            "无私人住宅",
            "别在湖中游泳",
            "他说：“别签署”",
            "你别签",
            "大家也别去",
            "不正常",
            "不日常",
            "不时尚",
            "无业务往来",
            "无条件实施",
            "無事可做",
        ] {
            assert!(spaceless_negation(text).is_some(), "{text}");
        }
        for text in ["别人说", "别墅", "他和别国", "个别人", "别具一格", "久别重逢", "男女有别，", "送别他"]
        {
            assert_eq!(spaceless_negation(text), None, "{text}");
        }
        assert!(
            ends_with_negation("请大家别") && ends_with_negation("，别") && !ends_with_negation("一个别")
        );
        for word in EXCEPTIONS.iter() {
            let holds = |sign: &&&str| word.contains(**sign);
            assert!(SPACELESS_PREFIXES.iter().chain(SPACELESS_SUFFIXES).any(|sign| holds(&sign)), "{word}");
        }
        assert!(!ends_with_negation("各国分别让") && !ends_with_negation("洪水淹没"));
        assert!(ends_with_negation("请别让") && ends_with_negation("他提出没有"));
    }

    #[test]
    fn chinese_words_may_stand_between_a_negation_and_what_it_negates() {
        for text in
            ["此事不被", "报告并未将", "这样不太", "他们没有对", "他不会在", "市长不能以", "这里不再是"]
        {
            assert!(ends_with_negation(text), "{text}");
        }
        for text in ["他得到了", "我们不得不在", "这不仅是", "他们已经对", "请大家把"]
        {
            assert!(!ends_with_negation(text), "{text}");
        }
    }

    #[test]
    fn classical_negations_are_told_by_their_neighbours() {
        for text in ["彼は行かず、", "知らぬ顔", "请别去"] {
            assert!(spaceless_negation(text).is_some(), "{text}");
        }
        for text in [
            "他未来得及逃走",
            "他从未来过",
            "这种做法并非常态",
            "要求不过分",
            "警方无线索可查",
            "证据不足以定罪",
            "他们不同意",
            "他不明白",
            "政府不可能",
            "รัฐบาลไม่ยอมรับ",
            "อย่าไป",
            "ไร้หลักฐาน",
        ] {
            assert!(spaceless_negation(text).is_some(), "{text}");
        }
        for text in [
            "未来三年",
            "非常满意",
            "不过总统",
            "无线电",
            "不足百人",
            "不同国家",
            "不明物体",
            "不法分子",
            "差不多一百人",
            "行かなければならない",
            "行かなければいけません",
            "行かなければならなかった",
            "行かなくてはなりません",
            "行かねばなりません",
            "行くかもしれません",
            "อย่างมาก",
            "ไม่น้อยกว่าสิบคน",
            "โทรศัพท์ไร้สาย",
            "まず、",
            "必ず来る",
            "はず",
            "思わず笑う",
            "死ぬ",
            "話し",
            "特别重要",
            "莫斯科",
            "少しずつ",
            "来たずいぶん",
        ] {
            assert_eq!(spaceless_negation(text), None, "{text}");
        }
        for text in ["彼は行くまい", "もう食べるまいと", "そうするまい"] {
            assert!(spaceless_negation(text).is_some(), "{text}");
        }
        for text in ["住まい", "うまい話", "彼の振るまい", "大盤ふるまい", "狭いしまい"]
        {
            assert_eq!(spaceless_negation(text), None, "{text}");
        }
    }

    #[test]
    fn the_letters_around_it_decide_whether_a_sign_negates() {
        let there = |text: &str, word: &str| {
            let at = text.find(word).unwrap();
            negates_there(text, &(at..at + word.len()))
        };
        assert!(there("他们不同意", "不") && there("彼は行かない", "な") && there("千万别去", "别"));
        assert!(!there("访问非洲国家", "非") && !there("特别重要", "别") && !there("金が少ない", "な"));
        assert!(!there("他们不同意", "同"));
        for text in ["政府不可能", "他们不愿意", "公司没能", "รัฐบาลไม่ได้", "他并非"]
        {
            assert!(ends_with_negation(text), "{text}");
        }
        assert!(ends_with_negation("佢唔會") && ends_with_negation("佢冇") && !ends_with_negation("唔該"));
        assert!(spaceless_negation("佢唔係有罪").is_some() && spaceless_negation("差唔多一百人").is_none());
        assert!(spaceless_negation("毋須承認").is_some() && spaceless_negation("毋庸置疑").is_none());
        assert!(!ends_with_negation("差不多") && !ends_with_negation("โดยอย่าง"));
        let gap = |text: &str, left: &str| {
            let at = text.find(left).unwrap();
            left_out_negation(text, &(at..at + left.len())).is_some()
        };
        assert!(!gap("金額は少ない方だ", "ない") && gap("金額は少ないが払わない", "ないが払わない"));
        assert!(gap("税金を払わない", "ない"));
    }
}
