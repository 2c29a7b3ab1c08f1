//! Japanese negations, which stand behind what they negate, often with other words between: `認めて|はいません`,
//! `謝罪する|つもりはない`. A grammar of these ways, whose words are small tables, to be grown with cases. Knows single
//! texts.

use super::characters as ch;
use std::ops::Range;

/// So many characters before a place what it lies in may begin.
const BACK: usize = 10;
/// So many before it the negation may begin that it lies in: `ませんでし|た`.
const NEAR: usize = 6;
/// The most signs of the kana behind a stem: `助け|られなかっ`.
const INFLECTED: usize = 5;
/// So many auxiliary verbs may stand behind one another: `調べて|みてはくれない`.
const AUXILIARIES: usize = 3;

/// Plain negations behind the stem of a verb, whole words, the longer ones first.
const PLAIN: &str = "なしに なしで なしの なかった なかっ なければ なけりゃ なけれ なさそう なくて なく ない";
const POLITE: &str = "ませんでした ません ませぬ";
/// What says of a thing that it is not, behind a particle or an adjective.
const EXISTING: &str = "\
    無かった 無ければ 無くて 無く 無い ありませんでした ありません ございませんでした ございません \
    あるまい あり得ない ありえない あり得ません ありえません";
/// Endings of polite and negated verbs, which are told whole.
const ENDINGS: &str = "ませんでした ません ましょう ました ます なかった なければ なくて なく ない";
/// A classical one; what goes on as kana behind it is another word, but for these.
const CLASSICAL: [char; 2] = ['ず', 'ぬ'];
const AFTER_CLASSICAL: &str = "に とも まま うちに じまい";
/// What makes *must* of what says *unless*: `なければ|ならない`.
const MUST: &str = "なら なり いけ だめ ダメ";
const UNLESS: &str = "なければ なくては なくちゃ ないと なけりゃ";
/// How words go on that begin with い behind an adjective in な: `重要な|いくつか`.
const NO_NEGATION: &str =
    "ないくつ ないろいろ ないろん ないわゆる ないじめ ないずれ ないちばん ないのち ないっぱい";

/// Verbs behind a て, up to their negation: `認めて|い`; and those behind which another て stands.
const BEHIND_TE: &str = "\
    い おら おり いられ おられ くれ もらえ もらわ やら あげ み しまわ おか おけ いけ \
    いただけ 頂け くださら ください いらっしゃら いらっしゃい ござい あり ほしく 欲しく \
    いたく もらいたく おきたく ほしくは 欲しくは";
const TE_AGAIN: &str =
    "いて いって もらって くれて みて おいて きて 来て しまって いただいて 頂いて やって あげて";
const TE_WHOLE: &str = "いる いた くれる くれた もらう おく";

/// The same, where no particle is between: 降っても|行かない has a verb of its own.
const STRAIGHT_BEHIND_TE: &str = "いか 行か 行け こ 来 き";

/// Verbs that make one of a noun, up to their negation: `承認|し`, `説明|をし`, `確認|でき`.
const LIGHT: &str = "\
    し せ され させ させられ でき 出来 なさら なさい いたし 致し し得 しえ したく 行わ 行い 行え \
    行われ していただけ";
const LIGHT_TE: &str = "して されて させて できて 出来て いたして 致して 行って 行われて";

/// Nouns that make something said of a clause: `行く|ことはない`.
const FORMAL: &str = "\
    こと 事 わけ 訳 はず 筈 つもり もの 物 必要 予定 可能性 余地 考え 意向 意思 意図 気 理由 証拠 \
    根拠 事実 段階 状況 状態 立場 方針 計画 どころ ほど 場合 義務 権限 資格 筋合い 恐れ おそれ 余裕 \
    認識 覚え 様子 形跡 保証 確証 記憶 記録";
/// What joins these to the verb that denies them, and such verbs.
const LINKS: &str = "には にも に では でも で じゃ は が も の すら さえ";
const LINKS_OF_VERBS: &str = "には にも に では とは と は が も を";
const OF_FORMAL: &str = "\
    でき 出来 し なら なり いか いき 行か 行き いけ あり得 ありえ 考えられ 許され 認められ 見られ \
    みられ";
const OF_FORMAL_TE: &str = "なって 至って できて して されて あって";

/// What stands between a clause and such a noun or a verb of thought, where it ends with a noun or a verb that a noun makes.
const COPULAS: &str = "である であった だった なの だ な です でした";
const SAYING: &str = "という といった とする との って";

/// Verbs of what somebody thinks or says, which deny the clause before their と.
const THINKING: &str = "\
    思わ 思い 思え 思われ 言わ 言い 言え いえ いわ 考え 考えられ 限ら 限り 見 見られ みられ 認め \
    認められ 判断でき 述べ 話し 確認でき 断定でき 断言でき 証明でき 言い切れ 言いきれ 呼べ なら なり";
const THINKING_TE: &str = "\
    思って 言って いって 考えて 述べて 話して 見て みて 認めて 認識して 判断して 確認されて 断定して 受け止めて \
    信じて なって みなして";
const AFTER_TO: &str = "まで までは は も";

/// Verbs that deny a noun before their に: `違法に|は当たらない`.
const BEFORE_NI: &str = "当たら あたら 当たり 値し 相当し 及ば 至ら";

/// What stands between a noun and the negation that says that it is not or that there is none.
const AFTER_NOUN: &str = "などでは なんかでは なんかじゃ では でも じゃ で は が も の さえ すら";
/// Words between such a particle and the negation.
const ADVERBS: &str = "ほとんど 殆ど 全く まったく 一切 いっさい 何も 全然 あまり さほど それほど もう まだ";
/// Nouns that say of another what there is not: `関与|の事実はない`.
const OF_NOUNS: &str = "必要 余地 事実 可能性 予定 疑い 形跡";
/// What is lost or passes away.
const LOST: &str = "なくな なくし なくす なくそ";
/// Where `もなく` is of an adverb: before long.
const BEFORE_MONAKU: &str = "間 ま ほど 程 と";

/// Particles, which no ending of a verb begins with, behind a noun.
const PARTICLES: &str =
    "は を へ と の に も が で から まで より だけ しか など こそ よく ほど ばかり くらい ぐらい";
/// Endings of verbs that begin like a particle: `広|がっていない`, `持っ`, `出て`.
const LIKE_PARTICLES: &str = "がっ がら がり がれ もっ でて";
/// What a word of kana may end with that ends with one.
const PARTICLE_ENDS: &str = "はをへとのにもがでやな";
/// What no word begins with, so that it goes on with the one before.
const INNER: &str = "らりるれろっんわ";
/// What is at no place inside the ending of a verb but its last: かもしれない, はずがない.
const NEVER_INNER: &str = "るうくぐすぶむぬをはもとのがでて";
/// Nor at its beginning, before more of it.
const NEVER_FIRST: &str = "るうくぐぶむぬ";
/// What the stem of a verb ends with before its negation.
const STEM_ENDS: &str = "かがさたなばまらわきぎしじちびみりいけげせぜてでねべめれえつ";
/// What the stem of most other verbs ends with before まい.
const STEMS_IN_E: &str = "えけげせぜてでねべめれ";
/// Verbs whose stem ends with い.
const STEMS_IN_I: &str = "用率悔老報強";
/// What a verb ends with before a noun or と.
const WHOLE_ENDS: &str = "るうくぐすつぬぶむただ";
/// Verbs whose stem is one of these, and particles.
const WORDS_OF_ONE: &str = "いしみこきにを";
/// Behind a stem, what says that something is not likely or cannot be.
const SEEMING: &str = "そうには そうにも そうに そうも ようが ようも";
/// Behind a stem, what says that someone has no will to.
const WILLING: &str = "ようとは ようとも ようと うとは うとも うと";
/// What makes a guess of what is not: `知っていた|のではないか`.
const GUESSES: &str = "か だろうか でしょうか";

/// Whether a place after `before` and before `after` lies between words and the end of the Japanese negation behind
/// them.
pub fn parts_from_negation(before: &str, after: &str) -> bool {
    if !has_negation_near(before, after) {
        return false;
    }
    let before = &before[window_start(before, 2 * BACK)..];
    let window = [before, after].concat();
    let starts = window[..before.len()].char_indices().rev().take(BACK).map(|(at, _)| at);
    std::iter::once(before.len()).chain(starts).any(|at| {
        let rest = negated(&window[..at], &window[at..]);
        rest.is_some_and(|rest| window.len() - rest.len() > before.len())
    })
}

/// Where the last `count` characters of a text begin.
fn window_start(text: &str, count: usize) -> usize {
    text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at)
}

/// Whether some negation may lie near a place, told at a glance.
fn has_negation_near(before: &str, after: &str) -> bool {
    let is_one = |c: char| matches!(c, 'な' | 'ま' | 'ず' | 'ぬ' | '無');
    let goes_on = after.starts_with(|c| ch::is_hiragana(c) || is_of_stem(c));
    goes_on && (after.contains(is_one) || before[window_start(before, NEAR)..].contains(is_one))
}

/// The endings of polite and negated verbs in a text, in bytes.
pub fn endings(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let places = ENDINGS.split(' ').flat_map(|ending| text.match_indices(ending));
    places.map(|(at, ending)| at..at + ending.len())
}

/// Whether a stem may end with a character: the sign that repeats one, too.
const fn is_of_stem(c: char) -> bool {
    ch::is_han(c) || c == '々'
}

/// What follows the negation of what `before` ends with, where `after` begins with it or with what leads up to it.
fn negated<'t>(before: &str, after: &'t str) -> Option<&'t str> {
    // Behind a noun it is a verb of its own: 今年|なくなった.
    if begins(after, LOST) && !before.ends_with(ch::is_hiragana) {
        return None;
    }
    straight(after)
        .or_else(|| unwilling(before, after))
        .or_else(|| noun(before, after))
        .or_else(|| inflected(before, after))
        .or_else(|| perhaps(COPULAS, after, clause))
}

/// What follows the まい behind the stem of a verb: `認め|まい`.
fn unwilling<'t>(before: &str, after: &'t str) -> Option<&'t str> {
    let mut last = before.chars().rev();
    let is_stem = last.next().is_some_and(|c| STEMS_IN_E.contains(c)) && last.next().is_some_and(is_of_stem);
    let rest = after.strip_prefix("まい")?;
    (is_stem && (rest.starts_with('と') || !rest.starts_with(ch::is_hiragana))).then_some(rest)
}

/// What follows one of some words and then what `next` finds.
fn behind<'t>(words: &str, text: &'t str, next: impl Fn(&'t str) -> Option<&'t str>) -> Option<&'t str> {
    words.split_whitespace().filter_map(|word| text.strip_prefix(word)).find_map(next)
}

/// The same, or where none of the words is there.
fn perhaps<'t>(words: &str, text: &'t str, next: impl Fn(&'t str) -> Option<&'t str>) -> Option<&'t str> {
    behind(words, text, &next).or_else(|| next(text))
}

fn begins(text: &str, words: &str) -> bool {
    words.split_whitespace().any(|word| text.starts_with(word))
}

fn ends(text: &str, words: &str) -> bool {
    words.split_whitespace().any(|word| text.ends_with(word))
}

/// What follows a negation that a text begins with.
fn straight(text: &str) -> Option<&str> {
    if begins(text, NO_NEGATION) || is_must(text) {
        return None;
    }
    behind(PLAIN, text, Some).or_else(|| behind(POLITE, text, Some)).or_else(|| classical(text))
}

/// Whether a text begins with what says that something must be.
fn is_must(text: &str) -> bool {
    let is_one = |rest: &str| begins(rest.strip_prefix(['、', 'は']).unwrap_or(rest), MUST);
    UNLESS.split_whitespace().filter_map(|word| text.strip_prefix(word)).any(is_one)
}

fn classical(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(CLASSICAL)?;
    let is_whole = !rest.starts_with(|c| ch::is_hiragana(c) || c == 'ー') || begins(rest, AFTER_CLASSICAL);
    is_whole.then_some(rest)
}

/// What follows a negation of what there is or what is so: `ない`, `ありません`.
fn existing(text: &str) -> Option<&str> {
    let is_verbal = || text.starts_with(CLASSICAL) || text.starts_with("ませ");
    behind(EXISTING, text, Some).or_else(|| straight(text).filter(|_| !is_verbal()))
}

/// What follows the negation of a noun: `証拠|がない`, `事実|ではありません`, `説明|をしていない`, `違法|に当たらない`.
fn noun<'t>(before: &str, after: &'t str) -> Option<&'t str> {
    let is_adverb = || after.starts_with("もなく") && ends(before, BEFORE_MONAKU);
    let there_is =
        || behind(AFTER_NOUN, after, |rest| perhaps(ADVERBS, rest, existing)).filter(|_| !is_adverb());
    let of_noun = |rest| behind(OF_NOUNS, rest, |rest| behind("は が も", rest, existing));
    there_is()
        .or_else(|| behind("の", after, of_noun))
        .or_else(|| perhaps("は を も が さえ", after, made))
        .or_else(|| behind("には に", after, |rest| behind(BEFORE_NI, rest, straight)))
}

/// What follows the negation of what makes a verb of a noun: `しない`, `されていない`.
fn made(text: &str) -> Option<&str> {
    behind(LIGHT, text, straight).or_else(|| behind(LIGHT_TE, text, |rest| behind_te(rest, AUXILIARIES)))
}

/// What follows the negation behind a て: `認めて|はいません`.
fn behind_te(text: &str, most: usize) -> Option<&str> {
    if most == 0 {
        return None;
    }
    let denied = |rest| {
        existing(rest)
            .or_else(|| behind(BEHIND_TE, rest, straight))
            .or_else(|| behind(TE_AGAIN, rest, |rest| behind_te(rest, most - 1)))
            .or_else(|| behind(TE_WHOLE, rest, clause))
    };
    // Without は it is no *must not*: 心配でならない.
    let barred = || behind("はなら はなり", text, straight);
    perhaps("は も など なんか", text, denied)
        .or_else(|| behind(STRAIGHT_BEHIND_TE, text, straight))
        .or_else(barred)
}

/// What follows the negation behind the rest of a verb or an adjective that a place lies in: `認|めていない`, `行|かなかった`,
/// `正し|くない`, `認め|るわけではない`.
fn inflected<'t>(before: &str, after: &'t str) -> Option<&'t str> {
    let last = before.chars().next_back().filter(|&c| ch::is_word(c))?;
    if is_parted(last, after) {
        return None;
    }
    let kana = after.char_indices().take(INFLECTED).take_while(|(_, c)| ch::is_hiragana(*c));
    let mut places = kana.map(|(at, c)| after.split_at(at + c.len_utf8()));
    open_ending(before, after).or_else(|| places.find_map(|(kana, rest)| ending(last, kana, rest)))
}

/// What follows the negation behind what goes straight on with the stem that `before` ends with.
fn open_ending<'t>(before: &str, after: &'t str) -> Option<&'t str> {
    let voiced = || after.strip_prefix('で').filter(|_| before.ends_with(['ん', 'い']));
    let te = after.strip_prefix('て').filter(|_| !before.ends_with("なく")).or_else(voiced);
    te.and_then(|rest| behind_te(rest, AUXILIARIES))
        .or_else(|| behind("はし もし 得", after, straight))
        .or_else(|| behind("くは くも く", after, existing))
        .or_else(|| behind(SEEMING, after, existing))
        .or_else(|| behind(WILLING, after, made))
}

/// Whether what follows `last` is none of its word: a particle behind a noun, or a word behind a particle.
fn is_parted(last: char, after: &str) -> bool {
    if !ch::is_hiragana(last) {
        return begins(after, PARTICLES) && !begins(after, LIKE_PARTICLES);
    }
    PARTICLE_ENDS.contains(last) && !after.starts_with(|c| INNER.contains(c) || matches!(c, 'て' | 'た'))
}

/// What follows a negation behind `kana`, the ending of a word of which `last` is before it.
fn ending<'t>(last: char, kana: &str, rest: &'t str) -> Option<&'t str> {
    let end = kana.chars().next_back()?;
    let inner = &kana[..kana.len() - end.len_utf8()];
    let later = inner.strip_prefix(ch::is_hiragana).unwrap_or(inner);
    let is_other =
        inner.starts_with(|c| NEVER_FIRST.contains(c)) || later.contains(|c| NEVER_INNER.contains(c));
    // A word of its own behind one of kana: 全く|しない.
    let is_apart = ch::is_hiragana(last) && !kana.starts_with(|c| INNER.contains(c));
    if is_apart && (!inner.is_empty() || WORDS_OF_ONE.contains(end)) || is_other {
        return None;
    }
    // Before ず and ぬ a stem is told by the Han character that it is written with: まず is *first*.
    // And whoever is not there is so behind a noun: 二人|いない.
    let is_there =
        kana == "い" && is_of_stem(last) && !rest.starts_with("ませ") && !STEMS_IN_I.contains(last);
    let is_sure = || !is_there && (!rest.starts_with(CLASSICAL) || is_of_stem(last));
    let verbal = || straight(rest).filter(|_| STEM_ENDS.contains(end) && is_sure());
    let whole = || clause(rest).filter(|_| WHOLE_ENDS.contains(end));
    verbal().or_else(|| open_ending(kana, rest)).or_else(whole)
}

/// What follows the negation of a whole clause before it: `行く|わけではない`, `違法|とは言えない`.
fn clause(text: &str) -> Option<&str> {
    perhaps(SAYING, text, formal)
        .or_else(|| {
            behind("の ん", text, |rest| {
                behind("では じゃ でも で", rest, existing).filter(|end| !begins(end, GUESSES))
            })
        })
        .or_else(|| behind("と", text, |rest| perhaps(AFTER_TO, rest, thinking)))
        .or_else(|| {
            behind("には に", text, |rest| {
                behind(BEFORE_NI, rest, straight)
                    .or_else(|| behind("至って", rest, |rest| behind_te(rest, 1)))
            })
        })
}

fn formal(text: &str) -> Option<&str> {
    let denied = |rest| {
        let straight = behind(OF_FORMAL, rest, straight);
        straight.or_else(|| behind(OF_FORMAL_TE, rest, |rest| behind_te(rest, 1)))
    };
    let nominal = |rest| perhaps(LINKS, rest, |rest| perhaps(ADVERBS, rest, existing));
    // Before long.
    let is_adverb = text.starts_with("ほどなく");
    let found = behind(FORMAL, text, |rest| nominal(rest).or_else(|| perhaps(LINKS_OF_VERBS, rest, denied)));
    found.filter(|_| !is_adverb)
}

fn thinking(text: &str) -> Option<&str> {
    behind(THINKING, text, straight)
        .or_else(|| behind(THINKING_TE, text, |rest| behind_te(rest, AUXILIARIES)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_parted(text: &str) -> bool {
        let (before, after) = text.split_once('|').unwrap();
        parts_from_negation(before, after)
    }

    #[test]
    fn words_are_parted_from_the_negation_behind_them() {
        for text in [
            "政府は責任を認めて|いません。",
            "政府は責任を認め|ていません。",
            "政府は責任を認|めていません。",
            "知事は辞任を考えて|いない。",
            "書類も捨て|ていなかった。",
            "書類も捨て|てなかった。",
            "会社は事故を隠して|おらず、",
            "会社は事故を隠|しておりません。",
            "社長は報告を受けて|はいない。",
            "社長は報告を受けて|もいなかった。",
            "市長は反対を表明しま|せんでした。",
            "市長は反対を表明し|ませんでした。",
            "市長は反対を表明|しませんでした。",
            "市長は反対を表明しませ|んでした。",
            "市長は反対を表明しません|でした。",
            "市長は反対を表明しませんでし|た。",
            "知事は現場に行かな|かった。",
            "知事は現場に行かなか|った。",
            "知事は現場に行|かなかった。",
            "知事は現場に行|かずに",
            "知事は現場に行か|ないで",
            "知事は現場に行か|なければ始まらない",
            "知事は質問に答|えぬまま",
            "知事は質問に答え|られなかった",
            "被害は広|がっていない",
            "被害は広が|らなかった",
            "知事は謝罪|はしていない",
            "知事は謝罪|をしておらず",
            "知事は謝罪|もせず、",
            "彼が犯人|であるわけではない",
            "知事が辞任する|とは限らない",
            "知事が辞任する|ことはない",
            "知事が辞任|することはなかった",
            "家に帰る|ことができない",
            "家に帰る|ことが出来ず、",
            "家に帰る|わけにはいかない",
            "家に帰るわけに|はいかない",
            "辞任する|つもりはない",
            "献金を受け取った|事実はない",
            "謝罪する|必要はないと",
            "違法|とは言えない",
            "違法だ|とは考えていない",
            "違法|に当たらない",
            "説明は正し|くない",
            "説明は正|しくありません",
            "説明は十分|でない",
            "説明は十分|でもなかった",
            "説明は十分|じゃない",
            "科学的根拠|のない主張",
            "何の説明|もなく",
            "証拠|が無い",
            "会いに行き|たくない",
            "手伝って|もらっていない",
            "知事は謝ろ|うとしない",
            "何も見え|ずスタッフは",
            "寄付を守っ|てもらえない",
            "彼は一度も会った|ことすらない",
            "金を受け取ってなど|いない",
            "彼は犯人|などではない",
            "問題は解決|するに至っていない",
            "問題は解決され|ずじまいだった",
            "影響|はほとんどない",
            "市長の関与|の事実はない",
            "安全である|という保証はない",
            "兵を用|いない",
            "関与を認め|まいとした",
            "相談|なしに決めた",
            "来て|ほしくない",
            "公表して|はならない",
            "公表しては|いけない",
            "認め|はしない",
            "認め|ようとしない",
            "行き|そうにない",
            "読んで|いない",
        ] {
            assert!(is_parted(text), "{text}");
        }
    }

    #[test]
    fn what_affirms_or_is_whole_is_parted_from_nothing() {
        for text in [
            "責任を認めて|謝罪した。",
            "責任を認めて|、辞任しなかった。",
            "責任を認めて|いる。",
            "責任を認めていない|と述べた。",
            "責任を認めていません|。",
            "責任を認めませんでした|と",
            "知事は行く|かもしれない",
            "知事は行くかも|しれません",
            "知事は辞任し|なければならない",
            "知事は辞任|しなければいけない",
            "知事は辞任|しなくてはならない",
            "知事は謝罪|しないといけない",
            "心配で|ならない",
            "気になって|ならない",
            "成功を願って|やまない",
            "公表しても|かまわない",
            "犯人である|ことは間違いない",
            "犯人|に違いない",
            "犯人である|ことに変わりはない",
            "大統領|だけでなく首相も",
            "大統領|のみならず",
            "行く|しかない",
            "行く|ほかない",
            "事件を知っていた|のではないか",
            "最も重要な|いくつかの点",
            "最も重要|ないくつかの点",
            "その後|間もなく",
            "少し|ずつ増えた",
            "タクシーが|ずーっと待つ",
            "雨が降っても|行かない",
            "部屋には二人|いない",
            "大切なもの|をなくした",
            "この店は今年|なくなった",
            "大統領|と会わなかった",
            "政府|の対応は十分でない",
            "雨が降る|から行かない",
            "値段は高い|が買わない",
            "戦お|うではないか",
            "それから|ほどなくして",
            "行く|はずだ。",
            "政府は|まず、",
            "政府は責任|を認めない",
            "大統領|に会わない",
            "政府は合意|に応じない",
            "彼は昨日|からいない",
            "言う|までもなく",
            "増えて|もおかしくない",
            "行われた|ことは否定できない",
            "まだ残って|いるかもしれない",
        ] {
            assert!(!is_parted(text), "{text}");
        }
    }
}
