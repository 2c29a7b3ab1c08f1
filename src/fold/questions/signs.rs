//! Questions of scripts written without spaces: the signs that ask wherever they stand, and the particles that ask at the
//! end.

use super::is_question_mark;
use crate::fold::characters as ch;

/// Particles that make a question of the words straight before them, with a mark or a stop behind.
const ENDINGS: &str = "のですか んですか でしょうか だろうか ましたか ですか ますか のか か 吗 嗎";

/// Particles and tags that make one with a mark only.
const BEFORE_MARK: &str = "\
    么 麼 呢 吧 没有 沒有 没 不是吗 不是嗎 对不对 對不對 是不是 对吧 對吧 对吗 對嗎 是吗 是嗎 是吧 好吗 好嗎 \
    よね ですよね ですね ね でしょう でしょ だろう かな かしら なの の";

/// Signs that ask wherever they stand in a Chinese or Japanese question: who, what, how, which, why, whether.
const ASKING: &str = "\
    什么 什麼 甚么 甚麼 甚麽 谁 誰 怎么 怎麼 怎样 怎樣 怎能 怎可 怎会 怎會 为何 為何 为啥 哪 何 几 幾 多少 多长 多長 \
    多久 难道 難道 岂 豈 なぜ どう どこ いつ どの どれ だれ なに";

/// Those that say *whether*: in the last clause they ask.
const WHETHER: &str = "有没有 有沒有 有无 有無 是否 能否 可否 会否 會否 应否 應否";

/// Words that have those signs and ask nothing.
const IDLE: &str = "\
    几乎 幾乎 几何 幾何 几经 幾經 这几 這幾 那几 那幾 近几 近幾 前几 前幾 后几 後幾 十几 十幾 好几 好幾 任何 几十 几百 几千 幾十 幾百 幾千 无论如何 無論如何 哪怕 谁都 誰都 谁也 誰也 什么都 什麼都 什么也 什麼也 \
    没什么 沒什麼 怎么也 怎麼也 どうも どうぞ どうやら いつも いつか いつまでも いつの間にか 何も 何か 何らか 何とか 何とも 何人も \
    何度も 何年も 誰も 誰か どこも どこか どこでも だれも だれか なにも なにか どれも どれか どうか などの ほどの ほとんどの ついつい \
    あいつ こいつ そいつ どいつ 何百 何千 何万 何十 何故か 何週間も 何日も 何回も 何をしても 何があっても なぜか 何ら";

/// Words that say of a clause that it may be one or the other, or what is not known of it: what they hold asks nothing.
const INDIRECT: &str = "\
    不知 无论 無論 不论 不論 不管 取决于 取決於 决定 決定 讨论 討論 调查 調查 确认 確認 查明 說明 说明";

/// Particles behind the one that asks in Japanese, with which a clause only tells of a question.
const TOLD: &str = "かは かを かが かも かに か、 かどうか かと かという かで";

/// Words that end as the Japanese particle of a question does.
const NO_PARTICLE: &str =
    "わずか 静か 確か たしか ほのか のどか 豊か 明らか いつか なぜか 僅か 微か 誰か 何か";

/// The bytes of the particle that `rest`, straight after some words, begins with, and that makes a question of them.
pub fn ending(rest: &str) -> usize {
    let particle = rest.trim_start_matches(['，', '、']);
    if !particle.starts_with(ch::is_spaceless) {
        return 0;
    }
    let before = rest.len() - particle.len();
    let ends = |list: &str, is_end: fn(char) -> bool| {
        let is_whole = |one: &&str| particle.strip_prefix(one).is_some_and(|rest| rest.starts_with(is_end));
        list.split_ascii_whitespace().find(is_whole).map(|one| before + one.len())
    };
    ends(ENDINGS, |c| is_question_mark(c) || c == '。')
        .or_else(|| ends(BEFORE_MARK, is_question_mark))
        .unwrap_or(0)
}

/// Whether a Chinese or Japanese passage asks: by a sign in it, its last particle, or a verb said twice.
pub(super) fn ask(passage: &str) -> bool {
    if !passage.contains(ch::is_spaceless) {
        return false;
    }
    let last_clause = passage.rsplit(['，', ',', '、']).next().unwrap_or(passage);
    has_sign(passage, ASKING)
        || has_sign(last_clause, WHETHER)
        || ends_asking(passage)
        || has_alternative(last_clause)
}

/// Whether one of `signs` is in `passage` for itself, and not in what only tells of a question.
fn has_sign(passage: &str, signs: &str) -> bool {
    let has = |part: &str, list: &str| list.split_ascii_whitespace().any(|one| part.contains(one));
    let asks = |sign: &str, at: usize| {
        !is_idle(passage, sign, at)
            && !has(&passage[..at], INDIRECT)
            && !has(&passage[at + sign.len()..], TOLD)
    };
    signs.split_ascii_whitespace().any(|sign| passage.match_indices(sign).any(|(at, _)| asks(sign, at)))
}

/// Whether the `sign` at byte `at` of a passage is part of a word that asks nothing.
fn is_idle(passage: &str, sign: &str, at: usize) -> bool {
    IDLE.split_ascii_whitespace().any(|word| {
        let mut inner =
            word.match_indices(sign).filter_map(|(inner, _)| passage.get(at.checked_sub(inner)?..));
        inner.any(|from| from.starts_with(word))
    })
}

/// Whether the last word is a particle that asks.
fn ends_asking(passage: &str) -> bool {
    let words =
        passage.trim_end_matches(|c| ch::is_space(c) || ch::is_quotation_mark(c) || ch::is_invisible(c));
    words.ends_with(['吗', '嗎', '么', '呢'])
        || words.ends_with('か') && !NO_PARTICLE.split_ascii_whitespace().any(|word| words.ends_with(word))
}

/// Whether a verb is said twice, once denied: 是不是, 去没去.
fn has_alternative(passage: &str) -> bool {
    let signs: Vec<char> = passage.chars().collect();
    signs.windows(3).any(|three| {
        let [verb, denied, again] = three else { return false };
        verb == again && matches!(denied, '不' | '没' | '沒') && ch::is_spaceless(*verb)
    })
}
