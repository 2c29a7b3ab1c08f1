//! Chinese words between a negation and what it negates, and endings that say what cannot be done. Small tables, to be
//! grown with cases. Knows single texts.

use super::characters as ch;

/// Chinese words between a negation and what it negates: passive, object, direction, degree, time, reason. `不被|视作`.
const COVERBS: &[&str] = &[
    "被", "把", "将", "將", "给", "給", "对", "對", "向", "再", "先", "太", "让", "讓", "在", "从", "從",
    "跟", "受", "曾", "很", "是", "以", "由", "因", "因为", "因為", "基于", "基於", "为", "為",
];

/// Chinese endings that say that something cannot be done, after the verb that they negate: `检测|不到`, `办|不了`.
const UNABLE: &[&str] = &[
    "不了", "不到", "不懂", "不通", "不起", "不住", "不动", "不動", "不完", "不见", "不見", "不清", "不掉",
    "不着", "不著", "不及", "不出", "不进", "不進",
];

/// Verbs before 不上 where it is one of them: 联系|不上, and not 被告|不上诉.
const BEFORE_UNREACHED: &[&str] = &[
    "联系", "聯繫", "联络", "聯絡", "追", "赶", "趕", "跟", "比", "考", "算", "称", "稱", "谈", "談", "顾",
    "顧",
];

/// What is stressed with 都 or 也 before a negation: 一点都不, 什么也没.
const STRESSED: &[&str] = &["一", "什么", "什麼", "连", "連", "谁", "誰", "任何"];
/// So many signs of it are read.
const STRESSED_NEAR: usize = 8;

/// What stands before such a word that ends a text.
pub(super) fn before_coverb(text: &str) -> Option<&str> {
    COVERBS.iter().find_map(|coverb| text.strip_suffix(coverb))
}

/// Words that make a negation stronger or say since when, with which it is one word: `并|非`, `从|未`.
const BEFORE_NEGATION: [char; 13] =
    ['并', '並', '绝', '絕', '决', '決', '毫', '尚', '从', '從', '永', '还', '還'];

/// Whether a place after `before` and before `after` lies between a Chinese verb and what says that it cannot be done, or
/// inside that. Before a number 不到 is *fewer than*.
pub fn ends_before_inability(before: &str, after: &str) -> bool {
    let sign = '不'.len_utf8();
    UNABLE.iter().any(|ending| {
        let straight = || after.strip_prefix(ending).is_some_and(|rest| is_unable(before, ending, rest));
        let verb = before.strip_suffix('不');
        let inside =
            |verb| after.strip_prefix(&ending[sign..]).is_some_and(|rest| is_unable(verb, ending, rest));
        straight() || verb.is_some_and(inside)
    }) || is_unreached(before, after)
        || ends_before_stressed(before, after)
}

/// Whether a place lies before or inside a 不上 that says what its verb does not reach: `联系|不上`.
fn is_unreached(before: &str, after: &str) -> bool {
    let verb = if after.starts_with("不上") {
        Some(before)
    } else {
        before.strip_suffix('不').filter(|_| after.starts_with('上'))
    };
    verb.is_some_and(|verb| BEFORE_UNREACHED.iter().any(|own| verb.ends_with(own)))
}

/// Whether a place lies between what is stressed and the negation that it belongs to: `一点都|不知情`, `毫|无作用`.
fn ends_before_stressed(before: &str, after: &str) -> bool {
    // 没|有 is one word.
    let inside = before.strip_suffix(['没', '沒']).filter(|_| after.starts_with('有'));
    if inside.is_none() && !after.starts_with(['不', '没', '沒', '未', '无', '無']) {
        return false;
    }
    let before = inside.unwrap_or(before);
    let Some(rest) = before.strip_suffix(['都', '也']) else { return before.ends_with('毫') };
    let from = rest.char_indices().rev().take(STRESSED_NEAR).take_while(|(_, c)| ch::is_han(*c)).last();
    let near = from.map_or("", |(at, _)| &rest[at..]);
    STRESSED.iter().any(|word| near.contains(word))
}

/// Whether `ending` between these says that what the verb before it says cannot be done.
fn is_unable(before: &str, ending: &str, rest: &str) -> bool {
    let is_number = || {
        let next = rest.trim_start().chars().next();
        next.is_some_and(|c| ch::is_digit(c) || "一二三四五六七八九十两兩百千万萬半几幾".contains(c))
    };
    // 并不清楚 has no verb before it.
    let is_verb = before.ends_with(ch::is_han) && before_negation(before) == 0;
    // 不动声色, 不动产 are words.
    let is_word = matches!(ending, "不动" | "不動") && rest.starts_with(['声', '聲', '产', '產']);
    is_verb && !is_word && !(ending == "不到" && is_number())
}

/// The bytes of the sign that `before` ends with, where it is one word with the negation that follows: `并|非`.
pub fn before_negation(before: &str) -> usize {
    before.chars().next_back().filter(|c| BEFORE_NEGATION.contains(c)).map_or(0, char::len_utf8)
}

/// Whether `before` ends with a 非 that insists together with what ends the clause in `after`: 非|要参加不可.
pub fn insists(before: &str, after: &str) -> bool {
    let Some(head) = before.strip_suffix('非').filter(|head| before_negation(head) == 0) else {
        return false;
    };
    let clause = after.split(|c: char| !ch::is_han(c)).next().unwrap_or_default();
    !head.ends_with('是') && ["不可", "不行"].iter().any(|end| clause.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negation_with_another_behind_its_clause_insists() {
        assert!(insists("他非", "要参加这次比赛不可。") && insists("他非", "去不行"));
        assert!(
            !insists("此事并非", "他不可。")
                && !insists("他非", "党员，不可参加")
                && !insists("他不", "去不行")
        );
    }

    #[test]
    fn what_cannot_be_done_is_said_after_the_verb_in_chinese() {
        let is_one = |text: &str| {
            let (before, after) = text.split_once('|').unwrap_or_default();
            ends_before_inability(before, after)
        };
        for text in ["仪器测|不到。", "仪器测不|到。", "我们办|不了。", "他听|不懂上海话。"]
        {
            assert!(is_one(text), "{text}");
        }
        for text in [
            "警方联系|不上当事人家属。",
            "警方联系不|上当事人家属。",
            "部长一分钱也没|有拿。",
            "他一点都|不知情。",
            "部长什么都|没说。",
            "部长连一分钱也|没有拿。",
            "疫苗毫|无作用。",
        ] {
            assert!(is_one(text), "{text}");
        }
        for text in ["被告|不上诉。", "公司也|不知情。", "双方都|没有让步。", "一公斤|不是一磅"]
        {
            assert!(!is_one(text), "{text}");
        }
        for text in ["原因并|不清楚", "原因并不|清楚", "他从|不到场"] {
            assert!(!is_one(text), "{text}");
        }
        for text in [
            "出席人数|不到100人",
            "出席人数|不到一百人",
            "公司|不动声色地完成了收购",
            "公司|不动产",
            "大家的支持|不过要等",
            "会议，|不了了之",
        ] {
            assert!(!is_one(text), "{text}");
        }
    }
}
