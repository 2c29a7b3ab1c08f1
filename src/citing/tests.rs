//! What is written for words as people type them.

use super::*;
use proptest::prelude::*;

const ARTICLE: &str = "Le ministre a parlé d’« une erreur », puis il s’est tu. Une erreur de calcul, dit-il.\n\n\
    Les soldats sont là depuis mai. Les soldats sont là pour rester. Environ 2 500 soldats sont partis.\n";

fn wish(words: &str) -> Wish<'_> {
    Wish { words, within: None, at: None, partial: false, repeated: false }
}

/// The words and the passage that are written.
fn written(wish: &Wish<'_>, text: &str) -> Option<(Vec<String>, Option<String>)> {
    let text = Text::new(text);
    let citation = cite(wish, &text).ok()?;
    let own = |span: Span| text.slice(span).to_owned();
    Some((citation.segments.into_iter().map(own).collect(), citation.within.map(own)))
}

fn exact(words: &str, text: &str) -> (String, Option<String>) {
    let (segments, within) = written(&wish(words), text).unwrap_or_else(|| panic!("{words}"));
    (segments.join(" | "), within)
}

#[test]
fn the_sources_own_characters_are_written() {
    let (words, within) =
        exact("parle d'« une erreur », puis il s'est tu".replace("parle", "parlé").as_str(), ARTICLE);
    assert_eq!((words.as_str(), within), ("parlé d’« une erreur », puis il s’est tu", None));
    assert_eq!(exact(" Les soldats sont là depuis mai ", ARTICLE).0, "Les soldats sont là depuis mai");
}

#[test]
fn a_short_quote_gets_a_passage_that_reads_well() {
    assert_eq!(exact("calcul", ARTICLE).1.as_deref(), Some("erreur de calcul, dit-il"));
    assert_eq!(exact("s’est tu", ARTICLE).1.as_deref(), Some("« une erreur », puis il s’est tu"));
}

#[test]
fn one_of_several_places_is_chosen_by_its_line_or_passage() {
    let words = "soldats sont là";
    assert!(written(&wish(words), ARTICLE).is_none());
    let at = |line, column| Wish { at: Some(Start { line, column }), ..wish(words) };
    assert!(written(&at(3, None), ARTICLE).is_none(), "the line has it twice");
    assert_eq!(written(&at(3, Some(5)), ARTICLE).unwrap().1.unwrap(), "soldats sont là depuis");
    assert_eq!(written(&at(3, Some(37)), ARTICLE).unwrap().1.unwrap(), "soldats sont là pour rester");
    assert!(written(&at(3, Some(6)), ARTICLE).is_none() && written(&at(9, None), ARTICLE).is_none());
    let within = Wish { within: Some("soldats  sont là pour"), ..wish(words) };
    assert_eq!(written(&within, ARTICLE).unwrap().1.unwrap(), "soldats sont là pour");
    let within = Wish { within: Some("soldats sont"), ..wish(words) };
    assert!(matches!(cite(&within, &Text::new(ARTICLE)), Err(Refusal::Within(..))));
    assert_eq!(written(&Wish { repeated: true, ..wish(words) }, ARTICLE).unwrap().1, None);
}

#[test]
fn words_are_left_out_where_the_source_has_no_such_mark() {
    for mark in [" […] ", "[...]", " (…) ", " … ", " ... "] {
        let words = format!("Les soldats sont là depuis mai{mark}pour rester");
        assert_eq!(exact(&words, ARTICLE).0, "Les soldats sont là depuis mai | pour rester", "{mark}");
    }
    let own = "Il a dit […] que non, vraiment.\n";
    assert_eq!(exact("dit […] que non", own).0, "dit […] que non");
    assert_eq!(parts("[…] a … b ... […]"), ["a", "b"]);
}

#[test]
fn what_does_not_stand_is_refused_with_what_was_found() {
    let refused = |words| cite(&wish(words), &Text::new(ARTICLE)).unwrap_err();
    let standing = |words| match refused(words) {
        Refusal::Words(_, anchoring) => anchoring.standing,
        other => panic!("{other:?}"),
    };
    assert_eq!(standing("Environ 2 50"), Standing::Cut);
    assert_eq!(standing("Le ministre a parlé d’« une faute »"), Standing::Altered);
    assert_eq!(standing("Nous quitterons le pays demain matin"), Standing::Absent);
    assert_eq!(standing("Les soldats sont là"), Standing::Ambiguous);
    let partial = Wish { partial: true, ..wish("Le minist") };
    assert_eq!(written(&partial, ARTICLE).unwrap().0, ["Le minist"]);
}

#[test]
fn texts_without_spaces_and_from_right_to_left_get_short_passages() {
    let chinese = "外交部发言人周一在北京表示，中国尊重阿富汗人民的选择。他说：“我们不会干涉别国内政。”随后他没有回答其他问题，记者会就此结束。";
    let (words, within) = exact("中国尊重阿富汗", chinese);
    let within = within.unwrap();
    assert!(within.contains(&words) && within.chars().count() < 32, "{within}");
    let agreement = "部长周二表示，政府不接受这项协议。";
    assert_eq!(exact("政府不接受这项协议", agreement).1.as_deref(), Some("部长周二表示，政府不接受这项协议"));
    let arabic = "قال الوزير إن الحكومة لن تغادر كابول أبدا. ووصف الاتفاق بأنه «خطأ كبير» أمام الصحفيين.";
    assert_eq!(exact("خطأ كبير", arabic).1.as_deref(), Some("«خطأ كبير» أمام الصحفيين"));
}

proptest! {
    /// Whatever is written for words in a place stands there, and nowhere else.
    #[test]
    fn what_is_written_stands_where_it_was_meant(
        words in prop::collection::vec(
            prop::sample::select(vec!["le", "mot", "l’", "« ", "»", "pas", "2", "500", ".", "不", "是", "لا", "(", "dit,", "\n\n"]),
            3..40,
        ),
        spaced in any::<bool>(),
        from in 0..40_usize,
        length in 1..6_usize,
    ) {
        let gap = if spaced { " " } else { "" };
        let from = from % words.len();
        let to = (from + length).min(words.len());
        let before: String = words[..from].iter().map(|word| format!("{word}{gap}")).collect();
        let own = words[from..to].join(gap);
        let content = format!("{before}{own}{gap}{}", words[to..].join(gap));
        let start = before.len() + own.len() - own.trim_start().len();
        prop_assume!(has_words(&own));
        let text = Text::new(&content);
        let at = text.position(start);
        let place = Wish { at: Some(Start { line: at.line, column: Some(at.column) }), ..wish(&own) };
        let Ok(citation) = cite(&place, &text) else { return Ok(()) };
        prop_assert_eq!(citation.segments.len(), 1);
        prop_assert_eq!(text.slice(citation.segments[0]), own.trim());
        prop_assert_eq!(citation.segments[0].start, start);
        let written = Quote {
            segments: vec![own.trim()],
            within: citation.within.map(|span| text.slice(span)),
            partial: false,
            repeated: false,
        };
        let anchoring = anchor::anchor(&written, &text);
        prop_assert_eq!(anchoring.standing, Standing::Stands);
        prop_assert_eq!(anchoring.segments, vec![Some(citation.segments[0])]);
    }
}
