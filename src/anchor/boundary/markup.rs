//! Places beside a tag or the name of a character, which may lie inside a word or a number: `3&nbsp;|500`, `un<b>|believable`.

use super::super::inserted::without_markup;
use super::Surroundings;
use crate::fold::characters as ch;
use crate::text::Text;

/// The text around byte `at` without such markup, and where the place is in it; `None` where there is none beside it.
pub(super) fn without(seen: &Surroundings<'_>, text: &Text<'_>, at: usize) -> Option<(String, usize)> {
    let is_sign = |c: char| matches!(c, '*' | '_' | '[' | ']');
    // A mark of a number may stand between.
    let is_set = |side: &[char]| side.iter().filter(|c| !ch::is_space(**c)).take(2).any(|&c| is_sign(c));
    let is_beside = seen.left(0, |c| matches!(c, ';' | '>' | ')'))
        || seen.right(0, |c| matches!(c, '&' | '<'))
        || is_set(&seen.left)
        || is_set(&seen.right);
    is_beside.then(|| without_markup(text, at)).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::CutKind;
    use super::super::tests::cut;

    #[test]
    fn markup_inside_a_word_or_a_number_parts_nothing() {
        for (kind, marked) in [
            (CutKind::Number, "environ 3&nbsp;[500 soldats]"),
            (CutKind::Number, "environ [3]&#8239;500 soldats"),
            (CutKind::Number, "de &minus;[5 degrés]"),
            (CutKind::Number, "de <b>−[5]</b> degrés"),
            (CutKind::Number, "3 <b>[500</b> hommes]"),
            (CutKind::Negation, "ce n&rsquo;[est jamais anodin]"),
            (CutKind::Negation, "ce n’<em>[est]</em> jamais"),
            (CutKind::Word, "un<b>[believ]</b>able"),
            (CutKind::Word, "[un]<b>believ</b>able"),
            (CutKind::Word, "tali&shy;[bans]"),
            (CutKind::Word, "AT&amp;[T]"),
            (CutKind::Word, "aujourd&rsquo;[hui]"),
            (CutKind::Number, "[some 2]**500** men"),
            (CutKind::Number, "[some 2],**500** men"),
            (CutKind::Number, "it was **2**[500 men]"),
            (CutKind::Number, "[it rose 12]**.5** per cent"),
            (CutKind::Number, "[some 2]*500* men"),
            (CutKind::Number, "a loss of **−**[5 million]"),
            (CutKind::Number, "a loss of −**[5 million]**"),
            (CutKind::Number, "a loss of **minus** [5 million]"),
            (CutKind::Number, "[some two] **hundred** men"),
            (CutKind::Number, "[some two] [hundred](https://x.org) men"),
        ] {
            assert_eq!(cut(marked), Some(kind), "{marked}");
        }
        for marked in [
            "un <b>[mot]</b> entier",
            "<em>[3 500]</em> hommes",
            "l&rsquo;[avion]",
            "en&nbsp;[2021]&nbsp;: rien",
            "a&lt;[b]",
            "<p>[mot]</p>",
            "mot<br>[mot]",
            "[2]*500 is 1000",
            "[some 500]* of them, and 300* of those",
            "**12** [300 men] went",
            "[he wrote **2**] and **500** books",
            "**[word]** **word**",
        ] {
            assert_eq!(cut(marked), None, "{marked}");
        }
    }
}
