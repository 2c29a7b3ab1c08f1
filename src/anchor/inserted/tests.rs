//! What is read over around a span, and what stays.

use super::*;
use proptest::prelude::*;

/// The piece with a blank or nothing for what is inserted, runs of blanks made one.
fn read(piece: &str) -> String {
    let denies = |words: &str| words == "not";
    let found = Reader { content: piece, from: 0, piece, at: 0, denies: &denies, found: Vec::new() }.read();
    let filled = filled(piece, &found);
    assert_eq!(filled.len(), piece.len(), "{piece}");
    let seen: String = filled.chars().filter(|&c| !ch::is_invisible(c)).collect();
    seen.replace('\u{A0}', " ").split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sign_is_seen_at_a_glance() {
    for c in (char::MIN..=char::MAX).filter(|&c| c != '\'') {
        assert_eq!(has_sign(&format!("l’été {c}")), is_sign(c), "{c:?}");
    }
    assert!(has_sign("l''été") && !has_sign("l'été d'hier'"));
}

#[test]
fn what_is_none_of_the_sentence_is_read_over() {
    for (piece, words) in [
        ("did not[12] order", "did not order"),
        ("did not [00:12:03] order", "did not order"),
        ("did not[^a] order", "did not order"),
        ("did not¹² order", "did not order"),
        ("did not (see p. 12) order", "did not order"),
        ("did [not](https://x.org/a) order", "did not order"),
        ("did [not][1] order", "did not order"),
        ("did ![x](a.png) order", "did order"),
        ("did <b class=\"x\">not</b> order", "did not order"),
        ("un<b>believ</b>able", "unbelievable"),
        ("not<sup>1</sup> order<br>now", "not order now"),
        ("not<sup><a href=\"#n\">[1]</a></sup> order", "not order"),
        ("not<!-- so it says --> order", "not order"),
        ("did [b]not[/b] order", "did not order"),
        ("n&rsquo;est&nbsp;pas AT&amp;T", "n'est pas AT&T"),
        ("> did not\n> order", "> did not order"),
        ("never / loved // you", "never loved you"),
        ("is not a `thing", "is not a thing"),
        ("`not` ==so== '''said'''", "not so said"),
        ("not \\*so\\*", "not *so *"),
        ("not 👏🏽 so #said", "not so said"),
        ("not\n\n4\n00:00:04,100 --> 00:00:07,500\nso", "not so"),
        ("军队不（注一）打算", "军队不 打算"),
    ] {
        assert_eq!(read(piece), words, "{piece}");
    }
}

/// Signs of every kind, whole and broken, with what may stand beside them.
const PIECES: &[&str] = &[
    "not",
    "n’",
    "3",
    "500",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "é",
    "未",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "（",
    "）",
    "[1]",
    "](x)",
    "][1]",
    "![",
    "<b>",
    "</b>",
    "<sup>",
    "</sup>",
    "1</sup>",
    "<!--",
    "-->",
    "<",
    ">",
    "\n> ",
    "&nbsp;",
    "&rsquo;",
    "&amp;",
    "&",
    ";",
    "`",
    "==",
    "'''",
    "\\",
    "/",
    " / ",
    "👏",
    "🏽",
    "#",
    "@",
    "¹",
    "²",
    "†",
    "\n00:00:01,000 --> 00:00:02,000\n",
    "...\n",
    "-\n  ",
    "\n- ",
    "[00:00:01]\n",
    "**",
    "*",
    "_",
];

proptest! {
    #[test]
    fn all_else_stays_where_it_is(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24), at in 0_usize..24) {
        let at = at.min(pieces.len());
        let (head, tail) = (pieces[..at].concat(), pieces[at..].concat());
        let content = format!("{head}word{tail}");
        let (text, span) = (Text::new(&content), Span::new(head.len(), head.len() + 4));
        if let Some(bare) = without(&text, span, |_| false) {
            prop_assert_eq!(&bare.content[bare.span.range()], "word");
            prop_assert_eq!(bare.span.shifted(bare.start), span);
        }
        crate::anchor::negation_near(&text, span);
        crate::anchor::boundary::worst_cut(&text, span);
    }
}

#[test]
fn what_is_of_the_sentence_stays() {
    for piece in [
        "did (not) order",
        "the (un)reliable man",
        "étudiant(e)s",
        "no\n[Ali] I did",
        "3 < 5 and 7 > 6",
        "a <p>word</p>",
        "R&D; and &nosuch;",
        "no / perhaps",
        "and/or",
        "> done\n>\n> so",
        "done\n> so",
        "l`avion",
        "is `no_std` now",
        "12² = 144",
        "a = b",
        "info@example.org C# ",
    ] {
        assert_eq!(read(piece), piece.trim(), "{piece}");
    }
}
