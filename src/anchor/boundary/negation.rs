//! Whether a place lies between a negation and what it negates.

use super::{Edge, Surroundings, is_transparent};
use crate::fold::{characters as ch, words};
use crate::text::line_ends;

/// Whether a quote begins after an elided `n’` or, in a script written without spaces, after another
/// negation; or ends before one that follows what it negates.
pub(super) fn is_cut(seen: &Surroundings<'_>, edge: Edge) -> bool {
    if edge == Edge::End {
        let is_inside = seen.right(0, ch::is_spaceless) && seen.left(0, ch::is_word);
        let after = seen.after.trim_start_matches(ch::is_invisible);
        let negates = || {
            words::ends_before_unwilling(seen.before, after)
                || words::ends_before_inability(seen.before, after)
        };
        return is_inside && negates() || parts_from_japanese(seen);
    }
    let before = seen.before.trim_end_matches(is_transparent);
    let opened =
        seen.before.trim_end_matches(|c| is_transparent(c) || matches!(c, ' ' | '\u{A0}' | '\u{202F}'));
    let before = if seen.before[opened.len()..].contains('«') { opened } else { before };
    let is_elided = || {
        if !words::elided_n_negates(seen.language) {
            return false;
        }
        let word = before.strip_suffix(ch::is_apostrophe).and_then(|rest| rest.strip_suffix(['n', 'N']));
        word.is_some_and(|rest| !rest.ends_with(ch::is_word)) || is_after_loose_negation(seen)
    };
    let is_spaceless = seen.right.iter().find(|&&c| !is_transparent(c)).is_some_and(|&c| ch::is_word(c));
    is_elided() || is_spaceless && drops_spaceless(seen, before) || is_after_spaced_negation(seen)
}

/// Whether a negation of a script written without spaces stands straight before the place, or around it.
fn drops_spaceless(seen: &Surroundings<'_>, before: &str) -> bool {
    let after = seen.after.trim_start_matches(is_transparent);
    let is_behind = || {
        words::ends_with_negation(before)
            && !words::goes_on_as_word(before, after)
            && !words::insists(before, after)
    };
    is_behind() || seen.before.ends_with(ch::is_han) && words::word_around(before, after).is_some()
}

/// Whether the place lies between words and the end of the Japanese negation behind them: `認めて|はいない`, `行かな|かった`,
/// `「事実」|ではない`.
fn parts_from_japanese(seen: &Surroundings<'_>) -> bool {
    let closes = |c: &char| matches!(c, '」' | '』' | '”' | '’' | '》' | '〉' | '）' | ')');
    let right = without_bracket(&seen.right);
    let after = right.iter().copied().skip_while(closes).take_while(|&c| ch::is_spaceless(c));
    let after: String = after.collect();
    if after.is_empty() {
        return false;
    }
    let before: Vec<char> =
        seen.left.iter().copied().skip_while(closes).take_while(|&c| ch::is_word(c)).collect();
    !before.is_empty() && words::parts_from_negation(&before.iter().rev().collect::<String>(), &after)
}

/// What follows a bracket in a sentence, as what is done while somebody speaks stands in: `賛成では（拍手）ありません`.
fn without_bracket(right: &[char]) -> &[char] {
    let is_opened = matches!(right.first(), Some('（' | '(' | '［' | '〔'));
    let closed = || right.iter().position(|c| matches!(c, '）' | ')' | '］' | '〕'));
    let rest = if is_opened { closed().map(|end| &right[end + 1..]) } else { None };
    rest.filter(|rest| rest.first().is_some_and(|&c| ch::is_hiragana(c))).unwrap_or(right)
}

/// Whether the place lies after a Chinese negation and a space, which parts nothing there, whatever sets its type: `不 |同意`,
/// `**不** |同意`. In Thai a space ends a clause.
fn is_after_spaced_negation(seen: &Surroundings<'_>) -> bool {
    let before = seen.before.trim_end_matches(|c| is_transparent(c) || ch::is_space(c));
    let gap = &seen.before[before.len()..];
    // A straight mark before a space closes a quotation.
    gap.contains(ch::is_space)
        && !gap.contains("\" ")
        && line_ends(gap) < 2
        && before.ends_with(ch::is_han)
        && seen.right.iter().find(|&&c| !is_transparent(c)).is_some_and(|&c| ch::is_han(c))
        && words::ends_with_negation(before)
}

/// Whether the place lies after a French `n’` that was set apart from the vowel that it belongs to: `n’ est`.
fn is_after_loose_negation(seen: &Surroundings<'_>) -> bool {
    let before = seen.before.trim_end_matches(ch::is_space);
    let word = before.strip_suffix(ch::is_apostrophe).and_then(|rest| rest.strip_suffix(['n', 'N']));
    let begins =
        |rest: &str| rest.is_empty() || rest.ends_with(|c| ch::is_space(c) || matches!(c, '«' | '('));
    // English has *rock n’ roll*, before a consonant.
    let is_vowel = |c: char| "aàâeéèêëhiîïoôœuùûüy".contains(c.to_lowercase().next().unwrap_or(c));
    before.len() < seen.before.len() && word.is_some_and(begins) && seen.right(0, is_vowel)
}

#[cfg(test)]
mod tests {
    use super::super::CutKind;
    use super::super::tests::cut;

    #[test]
    fn a_place_inside_a_chinese_negation_is_a_cut_and_two_negations_are_none() {
        for marked in [
            "他说不太可[能出席会议]",
            "他巴[不得政府接受]",
            "政府不[同意]",
            "現場無人[受傷]",
            "政府不存在[强迫劳动]",
        ] {
            assert_eq!(cut(marked), Some(CutKind::Negation), "{marked}");
        }
        for marked in [
            "他可[能出席会议]",
            "他非[要参加比赛不可]",
            "代表无不[希望双方让步]",
            "警方无人[机坠毁]",
            "我们不能不[承认]",
        ] {
            assert_eq!(cut(marked), None, "{marked}");
        }
    }

    #[test]
    fn the_end_of_a_quotation_parts_no_japanese_negation() {
        for marked in
            ["それは「[事実]」ではない", "[それは「事実」]ではない", "彼は「[関与した]」とは述べていない"]
        {
            assert_eq!(cut(marked), Some(CutKind::Negation), "{marked}");
        }
        for marked in ["[彼は「事実」]と述べた", "彼は「[事実ではない]」と述べた", "彼は「[行く。]」ない。"]
        {
            assert_eq!(cut(marked), None, "{marked}");
        }
    }
}
