//! Chinese words that deny what comes after or before them and are no negations: `否认`, `的说法不属实`. Small tables of those
//! that are sure, to be grown with cases. Knows single texts.

use super::super::characters as ch;
use super::distant;
use std::ops::Range;

/// Chinese words that deny what follows them.
const DENYING: &[&str] = &[
    "否认",
    "否認",
    "拒绝",
    "拒絕",
    "坚拒",
    "堅拒",
    "仍拒",
    "禁止",
    "严禁",
    "嚴禁",
    "切忌",
    "难以",
    "難以",
    "缺乏",
    "谎称",
    "謊稱",
    "讹称",
    "訛稱",
    "佯称",
    "佯稱",
    "假称",
    "假稱",
    "诈称",
    "詐稱",
    "冒称",
    "冒稱",
    "驳斥",
    "駁斥",
    "辟谣称",
    "闢謠稱",
    "不等于",
    "不等於",
    "不是说",
    "不是說",
    "不同意",
    "尚难认",
    "尚難認",
    "尚難遽認",
    "难谓",
    "難謂",
];
/// What is between evidence and its verb: 没有证据可以证明.
const CAN: &[&str] = &["可以", "能够", "能夠", "足以", "可", "能"];
/// Verbs of saying, thinking and showing, which deny what follows them where they are negated.
const SAYING: &[&str] = &[
    "认为",
    "認為",
    "相信",
    "觉得",
    "覺得",
    "说",
    "說",
    "表示",
    "承认",
    "承認",
    "显示",
    "顯示",
    "表明",
    "证明",
    "證明",
    "证实",
    "證實",
    "确认",
    "確認",
    "意味着",
    "意味著",
    "发现",
    "认定",
    "認定",
    "足认",
    "足認",
    "支持",
    "發現",
    "记得",
    "記得",
];
/// What is between the negation and the verb.
const EVIDENCE: &[&str] = &[
    "科学依据",
    "科學依據",
    "积极证据",
    "積極證據",
    "举证",
    "依据",
    "依據",
    "報告",
    "报告",
    "消息",
    "理由",
    "研究",
    "舉證",
    "證據",
    "证据",
    "資料",
    "资料",
    "跡象",
    "迹象",
];
/// The longest first of those that end alike.
const NEGATIONS: &[&str] = &[
    "没有人",
    "沒有人",
    "没人",
    "沒人",
    "无人",
    "無人",
    "缺乏",
    "缺少",
    "很难",
    "很難",
    "没有",
    "沒有",
    "无法",
    "無法",
    "难以",
    "難以",
    "不能",
    "未能",
    "不会",
    "不會",
    "不足以",
    "未曾",
    "未有",
    "不",
    "没",
    "沒",
    "未",
    "无",
    "無",
];
/// What may stand between these and what they deny.
const BETWEEN: [char; 10] = ['了', '曾', '其', '有', '是', '会', '會', '将', '將', '过'];
/// How a word goes on whose first sign is the last of 否认 where *whether* is before it: 是否|认为.
const AFTER_WHETHER: [char; 18] = [
    '为', '為', '识', '識', '可', '同', '定', '真', '得', '出', '准', '準', '清', '错', '錯', '知', '领',
    '領',
];
/// Nobody, before a word that denies: 没有人否认.
const NOBODY: &[&str] = &[
    "没有",
    "沒有",
    "没人",
    "沒人",
    "没有人",
    "沒有人",
    "无人",
    "無人",
    "没有理由",
    "沒有理由",
    "无理由",
    "無理由",
];
/// Measure words before an attribute: 两名否认控罪的|被告.
const MEASURES: [char; 8] = ['名', '位', '个', '個', '些', '批', '对', '對'];
/// What stands before these and denies them.
const BEFORE: [char; 12] = ['不', '没', '沒', '未', '无', '無', '法', '可', '能', '以', '莫', '容'];

/// Those that deny a whole clause behind them.
const REACHING: &[&str] = &["否认", "否認", "尚难认", "尚難認", "尚難遽認", "难谓", "難謂"];
/// Verbs that deny so of evidence alone: 没有证据支持, and not of somebody who does not support it.
const OF_EVIDENCE: &[&str] = &["支持"];

/// What stands between some words and what says that they are untrue: 的说法, 这一传言, 之说.
const JOINTS: &[&str] = &[
    "的这一",
    "的這一",
    "的这种",
    "的這種",
    "的",
    "之",
    "这一",
    "這一",
    "此",
    "该",
    "該",
    "这种",
    "這種",
    "等",
];
const CLAIMS: &[&str] = &[
    "说法", "說法", "传言", "傳言", "传闻", "傳聞", "消息", "报道", "報道", "報導", "指控", "指责", "指責",
    "主张", "主張", "抗辩", "抗辯", "信息", "訊息", "谣言", "謠言", "言论", "言論", "论调", "論調", "视频",
    "影片", "一事", "一说", "一說", "说", "說", "云云", "等语", "等語",
];
/// Those of them that need no joint: 疫苗致癌说法不实, and not 公司说，不实消息 ….
const CLAIMS_ALONE: &[&str] = &[
    "说法", "說法", "传言", "傳言", "传闻", "傳聞", "消息", "谣言", "謠言", "一事", "一说", "一說", "云云",
    "等语", "等語",
];
/// What makes these stronger, or says how it is known.
const STRENGTHENING: &[&str] = &[
    "经查",
    "經查",
    "经核实",
    "經核實",
    "完全",
    "明显",
    "明顯",
    "显然",
    "顯然",
    "均",
    "都",
    "并",
    "並",
    "实",
    "實",
    "已被证实",
    "已被證實",
    "洵",
];
/// What says so straight behind the words.
const FALSE: &[&str] = &[
    "是谣言",
    "是謠言",
    "系谣言",
    "係謠言",
    "属谣言",
    "屬謠言",
    "属于谣言",
    "屬於謠言",
    "为谣言",
    "為謠言",
    "纯属谣言",
    "純屬謠言",
    "纯属造谣",
    "純屬造謠",
    "纯属虚构",
    "純屬虛構",
    "纯属捏造",
    "純屬捏造",
    "是谎言",
    "是謊言",
    "是假的",
    "是误传",
    "是誤傳",
    "全属虚构",
    "全屬虛構",
    "是假消息",
    "为假消息",
    "為假訊息",
    "是假訊息",
    "不是真的",
    "不是事实",
    "不是事實",
    "并非事实",
    "並非事實",
    "绝非事实",
    "絕非事實",
    "不属实",
    "不屬實",
    "并不属实",
    "並不屬實",
    "与事实不符",
    "與事實不符",
    "与事实严重不符",
    "與事實嚴重不符",
    "不符合事实",
    "不符合事實",
    "并无此事",
    "並無此事",
    "绝无此事",
    "絕無此事",
    "绝无其事",
    "絕無其事",
    "严重失实",
    "嚴重失實",
    "为不实信息",
    "為不實訊息",
    "为不实传言",
    "為不實傳言",
    "系不实传言",
    "係不實傳言",
    "系不实信息",
    "係不實訊息",
    "系不实谣言",
    "係不實謠言",
    "属不实信息",
    "屬不實訊息",
    "属失实报道",
    "屬失實報道",
    "屬失實報導",
    "是无稽之谈",
    "是無稽之談",
    "子虚乌有",
    "子虛烏有",
    "乃子虚乌有",
    "乃子虛烏有",
    "纯属子虚乌有",
    "純屬子虛烏有",
    "本院不予采信",
    "本院不予採信",
    "本院不予采纳",
    "本院不予採納",
    "本院不予支持",
    "不予采信",
    "不予採信",
    "不予采纳",
    "不予採納",
    "不足采信",
    "不足採信",
    "即非可採",
    "自無足取",
    "委無可採",
    "要無可採",
    "尚有誤會",
    "無據",
    "委無足採",
    "不足為採",
];
/// The same behind a word for what was said alone: 的传闻|不实.
const FALSE_OF_CLAIMS: &[&str] = &[
    "不实",
    "不實",
    "失实",
    "失實",
    "不成立",
    "不准确",
    "不準確",
    "不能成立",
    "没有根据",
    "沒有根據",
    "毫无根据",
    "毫無根據",
    "没有依据",
    "沒有依據",
    "站不住脚",
    "站不住腳",
    "不予支持",
];
/// Who denies, and how, behind a comma: ，他对此予以否认.
const WHO: &[&str] = &[
    "他", "她", "其", "他们", "她们", "他們", "她們", "对方", "對方", "公司", "官方", "警方", "校方", "中方",
    "俄方", "美方",
];
const HOW: &[&str] = &[
    "对此", "對此", "均", "都", "已", "也", "一口", "坚决", "堅決", "断然", "斷然", "予以", "矢口", "加以",
    "被他", "被她",
];
const DENIED: &[&str] = &["否认道", "否認道", "否认", "否認", "辟谣", "闢謠"];
const MANY: usize = 3;

/// The bytes of what some text begins with and that says that what is before it is untrue; 0 where there is none.
/// Who denies it stands behind `marks` only.
pub(super) fn said_false(tail: &str, marks: &str) -> usize {
    if !tail.starts_with(ch::is_han) {
        return 0;
    }
    let longest = |rest: &str, words: &[&str]| {
        words.iter().filter(|word| rest.starts_with(**word)).map(|word| word.len()).max().unwrap_or(0)
    };
    let behind = |rest: &str, words: &[&str]| match longest(rest, words) {
        0 => 0,
        found => tail.len() - rest.len() + found,
    };
    let joint = &tail[longest(tail, JOINTS)..];
    let claims = if joint.len() < tail.len() { CLAIMS } else { CLAIMS_ALONE };
    let claim = longest(joint, claims);
    let rest = if claim == 0 {
        tail
    } else {
        joint[claim..].trim_start_matches(|c| ch::is_space(c) || matches!(c, '，' | '”' | '」'))
    };
    let rest = &rest[longest(rest, STRENGTHENING)..];
    let straight = behind(tail, FALSE).max(behind(rest, FALSE));
    let of_claim = if claim == 0 { 0 } else { behind(rest, FALSE_OF_CLAIMS) };
    let of_claim = if tail[of_claim..].starts_with(ch::is_han) { 0 } else { of_claim };
    let denied = if marks.is_empty() { 0 } else { said_denied(tail) };
    straight.max(of_claim).max(denied)
}

/// The bytes of a clause that says that somebody denies what is before it, and nothing else.
fn said_denied(tail: &str) -> usize {
    let strip = |rest: &'_ str, words: &[&str]| {
        words.iter().filter(|word| rest.starts_with(**word)).map(|word| word.len()).max().unwrap_or(0)
    };
    let mut rest = &tail[strip(tail, WHO)..];
    for _ in 0..MANY {
        rest = &rest[strip(rest, HOW)..];
    }
    let found = strip(rest, DENIED);
    let ends = |rest: &str| rest.starts_with(['。', '，', '；', '！', '.']) || rest.is_empty();
    let is_whole = found > 0 && rest.len() < tail.len() && ends(&rest[found..]);
    if is_whole { tail.len() - rest.len() + found } else { 0 }
}

/// The bytes of the Chinese denial that some text, before the passage `quoted`, ends with, with what may follow it. Behind
/// one that denies a whole clause up to `most` characters of that may stand.
pub fn chinese_denial(head: &str, quoted: &str, most: usize) -> Option<Range<usize>> {
    let straight = DENYING.iter().find_map(|word| chinese_denial_by(head, quoted, word));
    if straight.is_some() || !may_deny_in_chinese(head) {
        return straight;
    }
    let ends = head.char_indices().rev().take(most).take_while(|(_, c)| goes_on_in_chinese(*c));
    let mut ends = std::iter::once(head.len()).chain(ends.map(|(at, _)| at));
    let whole = head;
    let verb = ends.find_map(|end| {
        let (head, next) = whole.split_at(end);
        let next = if next.is_empty() { quoted } else { next };
        let by_verb = |word| {
            let found = chinese_denial_by(head, next, word)?;
            (end == whole.len() || !is_chinese_attribute(&head[..found.start], &whole[end..]))
                .then_some(found)
        };
        REACHING.iter().find_map(|word| by_verb(word)).or_else(|| chinese_negated_verb(head))
    });
    verb.or_else(|| distant::negation(whole, quoted))
}

/// The bytes of this word, with what may follow it, that some text before `next` ends with and nothing denies.
fn chinese_denial_by(head: &str, next: &str, word: &str) -> Option<Range<usize>> {
    let bare = head.trim_end_matches(BETWEEN);
    let before = bare.strip_suffix(word)?;
    if before.ends_with('是') && bare.len() == head.len() && next.starts_with(AFTER_WHETHER) {
        return None;
    }
    let is_denied = before.ends_with(BEFORE) || NOBODY.iter().any(|nobody| before.ends_with(nobody));
    // Who denies, and what another clause says of it: 否认者, 因对方拒绝|市政府遂自行.
    if next.starts_with('者') || before.contains('因') && says_what_followed(before, first_clause(next)) {
        return None;
    }
    // The name of a treaty or a law: 《禁止|核武器条约》.
    let is_name = before.rfind('《').is_some_and(|at| !before[at..].contains('》'));
    (!is_denied && !is_name).then_some(before.len()..head.len())
}

/// Whether a verb behind `head` is an attribute, with what it denies and 的 straight before the quote: 否认控罪的|被告.
fn is_chinese_attribute(head: &str, between: &str) -> bool {
    let begins = head.is_empty() || head.ends_with(['。', '！', '？', '\n', '　']);
    between.ends_with('的') && (begins || head.ends_with(MEASURES))
}

/// Whether a clause that begins with *because* is followed by one that says what came of it: 因对方拒绝|市政府遂.
fn says_what_followed(head: &str, clause: &str) -> bool {
    let own = head.rsplit(|c: char| !ch::is_han(c)).next().unwrap_or(head);
    own.starts_with('因') && ["遂", "于是", "於是", "只好", "只得"].iter().any(|word| clause.contains(word))
}

fn first_clause(text: &str) -> &str {
    text.split(|c: char| !ch::is_han(c)).next().unwrap_or(text)
}

/// The bytes of a negated verb of saying or showing that some text ends with: `没有证据显示`, `不认为`.
fn chinese_negated_verb<'h>(head: &'h str) -> Option<Range<usize>> {
    let without = |text: &'h str, ends: &[&str]| ends.iter().find_map(|end| text.strip_suffix(end));
    let open = head.trim_end_matches('，');
    let before = without(open.trim_end_matches(['过', '過', '了']), SAYING)?;
    let found = without(without(before, CAN).unwrap_or(before), EVIDENCE);
    // Behind evidence a comma parts nothing: 没有证据显示，|.
    let is_of_evidence = open.len() < head.len() || OF_EVIDENCE.iter().any(|verb| open.ends_with(verb));
    if found.is_none() && is_of_evidence {
        return None;
    }
    let before = found.unwrap_or(before);
    let before = before.strip_suffix("任何").unwrap_or(before);
    let rest = NEGATIONS.iter().find_map(|negation| before.strip_suffix(negation))?;
    let is_denied = rest.ends_with(BEFORE) || rest.ends_with("不得");
    (!is_denied).then_some(rest.len()..head.len())
}

/// Whether some text may have one of those, told at a glance.
fn may_deny_in_chinese(head: &str) -> bool {
    head.contains(['否', '不', '没', '沒', '未', '无', '無', '难', '難', '缺', '非', '勿', '毋', '拒', '禁'])
}

/// Whether a character goes on with the clause before it.
fn goes_on_in_chinese(c: char) -> bool {
    ch::is_spaceless(c) && ch::is_letter(c) && !"并並而后後但却卻又就也且和与與或".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_words_are_untrue_is_seen_behind_them() {
        for tail in [
            "的说法不属实。",
            "这一说法不属实",
            "的传闻不实",
            "的消息是假的",
            "的指控不成立",
            "之说，毫无根据",
            "一事，经查不属实",
            "的说法并不准确",
            "为不实信息",
            "纯属造谣",
            "并无此事",
            "严重失实",
            "係不實謠言",
            "絕無其事",
            "屬失實報道",
            "他否认道。",
            "他对此予以否认。",
            "官方辟谣。",
            "本院不予采信",
            "云云，不足採信",
            "洵屬無據",
            "是谣言",
            "并不属实",
        ] {
            let tail = tail.replace("洵屬無據", "云云，洵無據");
            assert!(said_false(&tail, "，") > 0, "{tail}");
        }
        for tail in [
            "的说法引发热议",
            "的消息属实",
            "他否认指控",
            "不实信息",
            "的视频被删除",
            "公司否认收钱",
            "他对此表示欢迎",
            "官方通报称",
            "的主张成立",
            "不成立工会",
            "没有根据地",
            "否认。",
            "说，不实信息很多",
            "说不实信息应当删除",
            "的传言不实信息",
        ] {
            assert_eq!(said_false(tail, "，"), 0, "{tail}");
        }
        assert_eq!(said_false("均予以否认。", ""), 0);
    }

    #[test]
    fn an_attribute_or_another_clause_is_denied_by_no_chinese_verb() {
        for (head, quoted) in [
            ("否认控罪的", "被告获准以十万元保释"),
            ("两名否认控罪的", "被告获准以十万元保释"),
            ("否认者", "认为市政府拨款是浪费"),
            ("否认", "者认为市政府拨款是浪费"),
            ("因对方拒绝", "市政府遂自行拨款"),
            ("公司没有理由拒绝", "与当事人协商"),
            ("不容否认", "公司存在漏洞"),
            ("专家莫不认为", "政府应当接受协议"),
        ] {
            assert_eq!(chinese_denial(head, quoted, 9), None, "{head}");
        }
        for (head, quoted) in [
            ("部长否认昨天的", "会议由他主持"),
            ("部长否认昨天在议会", "收受贿赂"),
            ("尚難認被告", "主觀上有幫助詐欺之故意"),
            ("難謂被告", "有何過失可言"),
            ("被告否认", "控罪"),
            ("因工会拒绝", "接受协议，公司遂停产"),
            ("俄坚拒", "撤军"),
            ("政府不同意", "这项协议"),
            ("没有人认为", "部长收了钱"),
            ("我不记得", "部长当时在场"),
            ("尚未有证据显示", "该变异株致病力更强"),
        ] {
            assert!(chinese_denial(head, quoted, 9).is_some(), "{head}");
        }
    }
}
