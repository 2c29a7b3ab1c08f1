//! Chinese negations a phrase or an adverb away from what they negate: `没有对示威者|使用`, `没有立即|采取`. Knows single texts.

use super::super::characters as ch;
use super::super::chinese::before_negation;
use super::super::spaceless;
use std::ops::Range;

/// So many signs before a passage may hold such a negation, its phrase and what is before it.
const READ: usize = 16;
/// So many signs a phrase has at most behind the word that opens it.
const LONGEST: usize = 7;
/// Adverbs between a negation and a verb; of a 不 alone some of them are the predicate: 目标不明确.
const ADVERBS: &[&str] = &["立即", "直接", "亲自", "親自", "依法", "马上", "馬上", "立刻"];
const ADVERBS_OR_PREDICATES: &[&str] = &[
    "公开", "公開", "主动", "主動", "正式", "明确", "明確", "完全", "全面", "真正", "充分", "及时", "及時",
    "实际", "實際",
];
/// Words that open a phrase before a verb, and those that do so behind a longer negation than 不: 不在, 不和 and 不同 are words.
const OPENERS: &str = "对對向与與跟将將把因";
const OPENERS_BEHIND_LONGER: &str = "在和同就由从從";
/// How words go on that begin with one of these, or with it and a negation: 不对称, 未就业, 没有与会.
const OTHERS: &str = "称稱等劲勁头頭外会會学學业業职職绪緒得意乎場场地位理";
/// What the passage goes on with that is another predicate, or of an attribute: 不在速度|而在质量, 没有对此|的.
const BEGINS_OTHER: &str = "的而就却卻也都则則但是并並且以之者";
/// Verbs that deny and reach over such a phrase.
const REFUSING: &[&str] = &["拒绝", "拒絕", "禁止", "严禁", "嚴禁", "坚拒", "堅拒"];
/// Negations of what something is, and what they are behind in a question or before a condition.
const NOT_BEING: &[&str] = &["不是", "并非", "並非", "绝非", "絕非", "算不上"];
const ASKING: [char; 2] = ['是', '要'];
/// What is counted by them as events and persons are: 一次, 一起, 一名.
const MEASURES: &str = "次起个個名位种種项項场場份条條张張";

/// The bytes of the negation that some text, straight before the passage `quoted`, ends with, with a phrase or an adverb behind it
/// that lets it reach on.
pub(super) fn negation(head: &str, quoted: &str) -> Option<Range<usize>> {
    let clause = last_signs(head);
    let negates = |c: char| "不没沒未无無勿毋非拒禁".contains(c);
    if !clause.contains(negates) || !quoted.starts_with(|c| ch::is_han(c) && !BEGINS_OTHER.contains(c)) {
        return None;
    }
    let from = behind_adverb(clause).or_else(|| behind_phrase(clause)).or_else(|| of_one(clause))?;
    let asks = ["难道", "難道", "岂", "豈"].iter().any(|word| clause.contains(word));
    (!asks).then_some(head.len() - clause.len() + from..head.len())
}

/// The last signs of a text, of one clause.
fn last_signs(head: &str) -> &str {
    let signs = head.char_indices().rev().take(READ).take_while(|(_, c)| ch::is_han(*c));
    &head[signs.last().map_or(head.len(), |(at, _)| at)..]
}

/// Where the negation begins that `text` ends with, where it is one, and no question as 能不能 is.
fn negation_at_end(text: &str) -> Option<usize> {
    if let Some(rest) = REFUSING.iter().find_map(|word| text.strip_suffix(word)) {
        return (!rest.ends_with(|c| "不没沒未无無法能以".contains(c))).then_some(rest.len());
    }
    let at = text.rfind(|c| "不没沒未无無勿毋非".contains(c))?;
    let sign = text[at..].chars().next()?;
    let verb = text[at + sign.len_utf8()..].chars().next();
    let asks = verb.is_some_and(|verb| text[..at].ends_with(verb));
    let is_word = sign == '非' && text[..at].ends_with(|c| "除是莫无無若".contains(c));
    let from = at - before_negation(&text[..at]);
    (!asks && !is_word && spaceless::ends_with_negation(text)).then_some(from)
}

/// Whether a text ends with a negation of one sign, with which what follows is often one word: 不同, 从不同角度.
fn ends_with_sign(text: &str) -> bool {
    text.ends_with(['不', '非'])
}

fn behind_adverb(clause: &str) -> Option<usize> {
    let without = |words: &[&str]| words.iter().find_map(|word| clause.strip_suffix(word));
    let sure = without(ADVERBS).and_then(negation_at_end);
    sure.or_else(|| {
        let rest = without(ADVERBS_OR_PREDICATES)?;
        negation_at_end(rest).filter(|_| !ends_with_sign(rest))
    })
}

fn behind_phrase(clause: &str) -> Option<usize> {
    let opened = clause.char_indices().rev().take(LONGEST + 1).skip(1);
    opened.map(|(at, opener)| (at, opener, &clause[at + opener.len_utf8()..])).find_map(
        |(at, opener, phrase)| {
            let may_open = OPENERS.contains(opener) || OPENERS_BEHIND_LONGER.contains(opener);
            let phrase = phrase.strip_suffix('而').filter(|_| opener == '因').unwrap_or(phrase);
            if !may_open || !is_phrase(phrase) {
                return None;
            }
            let found = negation_at_end(&clause[..at])?;
            (OPENERS.contains(opener) || !ends_with_sign(&clause[..at])).then_some(found)
        },
    )
}

/// Whether these signs may be what a word that opens a phrase is said of, and hold no second clause or attribute.
fn is_phrase(signs: &str) -> bool {
    let parts = |c: char| "的并並而且后後但却卻又就也了不没沒未".contains(c);
    !signs.starts_with(|c| OTHERS.contains(c)) && !signs.contains(parts)
}

/// Where a negation begins before *one* and what it is counted in: `这不是一次|有预谋的袭击`.
fn of_one(clause: &str) -> Option<usize> {
    let rest = clause.strip_suffix(|c| MEASURES.contains(c))?.strip_suffix('一')?;
    let before = NOT_BEING.iter().find_map(|word| rest.strip_suffix(word))?;
    (!before.ends_with(ASKING)).then_some(before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(marked: &str) -> Option<&str> {
        let (head, quoted) = marked.split_once('|').unwrap_or_default();
        negation(head, quoted).map(|range| &head[range])
    }

    #[test]
    fn a_negation_reaches_over_a_phrase_and_an_adverb() {
        for (marked, found) in [
            ("警方没有对示威者|使用催泪瓦斯", "没有对示威者"),
            ("政府不与塔利班|进行任何谈判", "不与塔利班"),
            ("国际社会未将塔利班|视为合法政府", "未将塔利班"),
            ("政府不将其|视为合法代表", "不将其"),
            ("法院未依法|采取强制措施", "未依法"),
            ("政府没有立即|采取军事行动", "没有立即"),
            ("他从未公开|支持这项协议", "从未公开"),
            ("他并未直接|参与这次袭击", "并未直接"),
            ("政府不会因为外界压力而|放弃改革", "不会因为外界压力而"),
            ("被告没有在案发当晚|进入住所", "没有在案发当晚"),
            ("公司没有就上述事项|召开股东大会", "没有就上述事项"),
            ("她从来没有向任何人|透露会议内容", "没有向任何人"),
            ("部长拒绝就此事|向公众道歉", "拒绝就此事"),
            ("警方沒有對示威者|使用橡膠子彈", "沒有對示威者"),
            ("这不是一次|有预谋的袭击", "不是一次"),
            ("这并非一起|普通的事故", "并非一起"),
        ] {
            assert_eq!(seen(marked), Some(found), "{marked}");
        }
    }

    #[test]
    fn attributes_words_and_questions_reach_over_nothing() {
        for marked in [
            "不愿具名的|官员周三证实",
            "没有签字的|三名董事周三辞职",
            "没有向警方报案的|受害者周三作证",
            "尚未接种疫苗的|居民应当隔离",
            "未经批准|擅自占用耕地",
            "未按规定|擅自占用耕地",
            "没过几天|大坝出现了裂缝",
            "不顾反对|强行通过",
            "信息不对称|导致市场失灵",
            "未就业|人口增加",
            "两国不同意见|依然存在",
            "部长不在北京|由副部长代为出席",
            "双方不和已久|最终分手",
            "能不能对企业|减免税收",
            "会不会对经济|造成影响",
            "除非对方|公开道歉",
            "公司不得不向客户|公开道歉",
            "公司不仅向客户|公开道歉",
            "公司不断向客户|推销产品",
            "他没有向警方报案并|离开现场",
            "关键不在于速度|而在于质量",
            "目标不明确|导致项目失败",
            "合同内容不公开|引发质疑",
            "专家从不同角度|分析了问题",
            "这不是第一次|发生事故",
            "他毫不在乎|走了出去",
            "中产阶级发出了非同寻|常的呼声",
            "不是一次|而是三次",
            "是不是一次|有预谋的袭击",
            "警方没有说明，对示威者|使用催泪瓦斯",
            "公司对客户|公开道歉",
        ] {
            assert_eq!(seen(marked), None, "{marked}");
        }
    }
}
