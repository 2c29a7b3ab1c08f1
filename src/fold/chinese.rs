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
    })
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
