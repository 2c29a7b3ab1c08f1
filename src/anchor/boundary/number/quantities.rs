//! Quantities in two units in scripts written without spaces, which are one: `兩小時|十五分`, `三元|五角`, `六成|七`,
//! `二時間|半`.

use super::Surroundings;
use super::spaceless::is_numeral;
use crate::fold::characters as ch;

/// Units of a kind, the greatest first, with those that are as great beside them.
type Units = &'static [&'static str];

/// Units of time, money, length, weight and angle, tenths. A month of the calendar and a day of one are no spans.
const UNITS: &[Units] = &[
    &[
        "年 年間 年间",
        "个月 個月 ヶ月 か月 カ月 ヵ月 ケ月 箇月",
        "周 週 週間 周间 星期 个星期 個星期 礼拜 禮拜",
        "天 昼夜",
        "小时 小時 个小时 個小時 钟头 鐘頭 个钟头 個鐘頭 時間 时 時 点 點 点钟 點鐘",
        "分 分钟 分鐘 分間",
        "秒 秒钟 秒鐘 秒間",
    ],
    &["元 圆 圓 块 塊", "角 毛", "分"],
    &["英镑 英鎊", "便士"],
    &[
        "公里 千米 キロ キロメートル km",
        "米 公尺 メートル m",
        "分米",
        "厘米 公分 センチ センチメートル cm",
        "毫米 公厘 ミリ mm",
    ],
    &["丈", "尺", "寸"],
    &["吨 噸 トン", "公斤 千克 キログラム kg", "斤", "两 兩", "克 グラム g"],
    &["度", "分", "秒"],
    &["割", "分", "厘"],
    &["公顷 公頃", "亩 畝"],
];

/// Units that are only of what is less than a greater one, as they are of a date after another.
const LESSER: &[(&str, &str)] = &[("日 日間", "天"), ("刻 刻钟 刻鐘", "分"), ("个多月 個多月", "个月")];

/// Tenths, whose parts have no unit: `六成|七`.
const TENTHS: char = '成';
/// Units whose parts may have none, where no counted word follows: `五块|六`, `一米|八`.
const BARE: &str = "块 塊 毛 角 米 尺 度 点 點";
/// What may follow a part without a unit.
const AFTER_BARE: &str = "的以左上多高长長宽寬重深钱錢一";
/// What else may have a half behind it.
const HALVED: &str = "个 個 日 倍 岁 歲 周年 百分点";
/// Words that begin with a half and are no *and a half*.
const HALF_WORDS: &str = "导導岛島夜路途身径徑决決球场場分数數端額额期年ば減减价價";
/// What joins two parts.
const JOINTS: [char; 3] = ['零', '〇', '又'];
/// What is measured in *more than* after a unit: `三个|多月`; what follows *more than three years*.
const MEASURES: &str = "月小时時星礼禮钟鐘世";
const AFTER_SURPLUS: &str = "来來前后後的之以时時のりがはをにで";
/// What else has *more than* behind it.
const EXCEEDED: &str = "成 倍";
/// What is counted in *a few more than ten*, behind a power of ten: `二十|数人`.
const POWERS: &str = "十 百 千 万 萬 亿 億";
const COUNTED: &str = "人名年件日回个個万萬亿億百千倍台歳岁歲时時分秒カか月週度種种戸本枚頭社校";

/// Whether the place lies between the two parts of such a quantity, or before what says that it is more.
pub(super) fn is_cut(seen: &Surroundings<'_>) -> bool {
    let may_go_on =
        |c: char| is_numeral(c) || JOINTS.contains(&c) || "半多余餘強弱强数數".contains(c) || c == TENTHS;
    if !seen.right(0, may_go_on) || !seen.left(0, |c| is_numeral(c) || ch::is_spaceless(c)) {
        return false;
    }
    let left: String = seen.left.iter().rev().collect();
    let right: String = seen.right.iter().collect();
    cuts_tenths(seen) || cuts_pair(&left, &right) || cuts_half(&left, &right) || cuts_surplus(&left, &right)
}

/// Whether the place lies before or after the sign of tenths, with a number or a half on its other side.
fn cuts_tenths(seen: &Surroundings<'_>) -> bool {
    let is_part = |c: char| is_numeral(c) && !ch::is_han_multiplier(c) || c == '半';
    // Two numbers of tenths are two: 六成七成.
    let is_one = |at: usize| {
        seen.right(at, is_part)
            && !seen.right(at + 1, |c| {
                is_numeral(c) || c == TENTHS || HALF_WORDS.contains(c) && seen.right(at, |c| c == '半')
            })
    };
    let is_tenths = |c: char| c == TENTHS;
    seen.left(0, is_tenths) && seen.left(1, is_numeral) && is_one(0)
        || seen.left(0, is_numeral) && seen.right(0, is_tenths) && (is_one(1) || are_tenths(seen))
}

/// Whether a numeral before the sign of tenths counts them: `约三|成的人`. That sign is also *becomes*: `一分为三|成为`.
fn are_tenths(seen: &Surroundings<'_>) -> bool {
    let is_count = |c: char| is_numeral(c) && !ch::is_han_multiplier(c);
    let before = seen.left.get(1).copied();
    let is_alone = before.is_none_or(|c| !is_numeral(c) && !"第为為分".contains(c));
    seen.left(0, is_count)
        && is_alone
        && seen.right.get(1).is_none_or(|&c| !ch::is_word(c) || "的以左多".contains(c))
}

/// Whether `left` ends with a number of one unit, and `right` begins with one of a lesser, or of none.
fn cuts_pair(left: &str, right: &str) -> bool {
    let joint = right.strip_prefix(JOINTS).unwrap_or(right);
    let joined = left.strip_suffix(JOINTS).unwrap_or(left);
    let count = &joint[..joint.find(|c| !is_numeral(c)).unwrap_or(joint.len())];
    // The sign for two is that of a weight, too: 三斤二两.
    let weighed = count.strip_suffix(['两', '兩']).unwrap_or(count);
    let is_pair = |units: Units, count: &str| {
        !count.is_empty()
            && (0..units.len())
                .any(|rank| counts(joined, units[rank]) && begins_lesser(&joint[count.len()..], units, rank))
    };
    UNITS.iter().any(|units| is_pair(units, count) || is_pair(units, weighed)) || is_bare(left, right)
}

/// Whether text ends with a number of one of some units. A year of the calendar is none: `2025年`, `二〇二五年`.
fn counts(text: &str, units: &str) -> bool {
    units.split(' ').filter_map(|unit| text.strip_suffix(unit)).any(|before| {
        let number = before.trim_end_matches(['多', '余', '餘']);
        let count = number
            .chars()
            .rev()
            .take_while(|&c| is_numeral(c) || matches!(c, '几' | '幾' | '数' | '數' | '半'));
        let count: Vec<char> = count.collect();
        let is_year =
            units.starts_with('年') && count.len() == 4 && !count.iter().any(|&c| ch::is_han_multiplier(c));
        !count.is_empty() && !is_year && !number[..number.len() - length(&count)].ends_with('第')
    })
}

/// The same of any unit.
fn counts_any(text: &str) -> bool {
    UNITS.iter().flat_map(|units| units.iter()).any(|units| counts(text, units))
}

/// The bytes of some characters.
fn length(characters: &[char]) -> usize {
    characters.iter().map(|c| c.len_utf8()).sum()
}

/// Whether text begins with a lesser unit than that of some rank.
fn begins_lesser(text: &str, units: Units, rank: usize) -> bool {
    let begins = |words: &str| words.split(' ').any(|unit| text.starts_with(unit));
    let is_lesser = |(words, as_great): &&(&str, &str)| {
        units[rank + 1..].iter().any(|unit| unit.split(' ').any(|one| one == *as_great)) && begins(words)
    };
    units[rank + 1..].iter().any(|words| begins(words)) || LESSER.iter().any(|lesser| is_lesser(&lesser))
}

/// Whether text ends with a number of a unit whose part may have none, and one or two signs of it follow: `五块|六`,
/// `一米|七五`.
fn is_bare(left: &str, right: &str) -> bool {
    let is_sign = |c: &char| is_numeral(*c) && !ch::is_han_multiplier(*c);
    let is_free = |at: usize| right.chars().nth(at).is_none_or(|c| !ch::is_word(c) || AFTER_BARE.contains(c));
    let count = right.chars().take_while(is_sign).count();
    (1..=count.min(2)).any(is_free) && counts(left, BARE)
}

/// Whether the place lies before *and a half*: `二時間|半`, `三块|半`. Words that begin with a half are none: `三年|半導体`.
fn cuts_half(left: &str, right: &str) -> bool {
    let Some(rest) = right.strip_prefix('半') else { return false };
    !rest.starts_with(|c| HALF_WORDS.contains(c)) && (counts_any(left) || counts(left, HALVED))
}

/// Whether the place lies before *more than* so many: `三个|多月`, `三年|多来`, `三割|強`, `二十|数人`.
fn cuts_surplus(left: &str, right: &str) -> bool {
    if let Some(rest) = right.strip_prefix(['数', '數']) {
        let is_power = || POWERS.split(' ').any(|power| left.ends_with(power));
        return rest.starts_with(|c| COUNTED.contains(c)) && is_power();
    }
    let Some(rest) = right.strip_prefix(['多', '余', '餘', '強', '弱', '强']) else { return false };
    if counts(left, "个 個") {
        return rest.starts_with(|c| MEASURES.contains(c));
    }
    let is_whole = rest.chars().next().is_none_or(|c| !ch::is_word(c) || AFTER_SURPLUS.contains(c));
    is_whole && (counts_any(left) || counts(left, EXCEEDED))
}

#[cfg(test)]
mod tests {
    use super::super::super::CutKind;
    use super::super::super::tests::cut;

    #[test]
    fn a_quantity_in_two_units_is_one() {
        let missed: Vec<&str> = [
            "[執行率僅有六成]七，",
            "[执行率仅有六]成七，",
            "[失業率三成]半，",
            "[3成]7的人支持",
            "[六成]七民眾反對",
            "[六割]七分",
            "[耗時兩小時]十五分鐘",
            "耗时两小时[十五分钟]",
            "[2時間]15分",
            "[二時間]半かかった",
            "[1週間]半",
            "[三元]五角",
            "[五块]六，",
            "[一米]八的",
            "[身高一米]七五。",
            "[三块二毛]五。",
            "[增长两倍]多。",
            "[三成]多。",
            "[三割]強が賛成",
            "[10年]余り",
            "[二十]数人",
            "[十]數年",
            "[五块]六一斤",
            "[两点]半",
            "[3点]15分",
            "[二十度]五。",
            "[北纬30度]15分",
            "[一个]半小时",
            "[三年]零两个月",
            "[三年零]两个月",
            "[三年]两个月",
            "[一小时]又五分",
            "[三个]多月",
            "[三年]多来",
            "[五万]多",
            "[10]多万",
            "[百分之三]点五",
            "[2年]3カ月",
            "[三天]五小时",
            "[三斤]二两",
            "[3キロ]200メートル",
            "[三块]半。",
            "为期[一年]半。",
            "[2小时]30分钟",
            "[三個]半月",
            "[三又]二分之一",
            "[依民法第184條]之1規定",
            "[依民法第184]之1條",
            "根据[第三百八十三条]之一的规定",
            "第13条之[2第1款的规定]",
            "[百分]之三十五的议员",
            "[三分]之二的议员",
            "降至零[下15摄氏度]",
        ]
        .into_iter()
        .filter(|marked| cut(marked) != Some(CutKind::Number))
        .collect();
        assert_eq!(missed, [""; 0]);
    }

    #[test]
    fn numbers_that_only_follow_one_another_are_two() {
        let alarms: Vec<&str> = [
            "[六成]的人",
            "[六成]七成的人",
            "[2025年]12月8日",
            "[二〇二五年]三月",
            "[2025年]3个月内",
            "[3月]15日",
            "[12月8日]3时",
            "[三成]五百人",
            "[三块]五个",
            "[100米]3次",
            "[三年]多次",
            "[三年]半导体",
            "[1990年]半ば",
            "[3元]半价",
            "[两小时]后",
            "[第三度]五人",
            "[上周]三天",
            "分成[三个]",
            "[七八成]的人",
            "[三个]多种",
            "[两倍]多样化",
            "[三割]弱者の",
            "[第三]数学",
            "[五角]三元",
            "[20世纪]80年代",
            "本周[三天]两夜",
            "根据[第三百八十三条]之规定",
            "根据[第三条]之一般规定",
            "这是[十大条款]之一",
            "[三个部分]之一",
            "会议于[3月]12日",
        ]
        .into_iter()
        .filter(|marked| cut(marked).is_some())
        .collect();
        assert_eq!(alarms, [""; 0]);
    }
}
