//! What became of passages in a text that changed: cases with known truth, in nine languages, properties
//! that hold for any texts, and cases that other tools are known to get wrong.

#[path = "../../benches/drift/cases.rs"]
mod cases;
#[path = "../../benches/drift/make.rs"]
mod make;
#[path = "../../benches/drift/random.rs"]
mod random;
#[path = "../../benches/drift/score.rs"]
mod score;
#[path = "../../benches/drift/sources.rs"]
mod sources;
#[path = "../../benches/drift/typography.rs"]
mod typography;
#[path = "../../benches/drift/units.rs"]
mod units;

use crate::common::at_least;
use ibid::anchor::drift::{Became, Change, became};
use ibid::text::{Span, Text};
use make::KINDS;
use proptest::prelude::*;
use random::Random;
use score::{Row, score};

/// Cases of these kinds from every source, and how they came out.
fn scored(kinds: &[&'static str], each: usize) -> Row {
    let sources = sources::all(env!("CARGO_MANIFEST_DIR"));
    let mut cases = Vec::new();
    for source in &sources {
        for &kind in kinds {
            let made = (0..each)
                .filter_map(|number| make::case(kind, source, &mut Random::new(900 + number as u64), number));
            cases.extend(made);
        }
    }
    score(&cases, 0).into_values().fold(Row::default(), |sum, row| {
        let misses = [sum.misses.clone(), row.misses.clone()].concat();
        Row { misses, ..sum.plus(&row) }
    })
}

/// Holds the bars of a measurement: shares of those that are still there, in percent.
fn assert_bars(row: &Row, exact: f64, near: f64) {
    let present = (row.cases - row.removed) as f64;
    let misses = row.misses.join("\n");
    assert!(present >= 50.0, "only {present} cases");
    assert!(100.0 * row.exact as f64 >= exact * present, "{} of {present} exact\n{misses}", row.exact);
    assert!(100.0 * row.near as f64 >= near * present, "{} of {present} near\n{misses}", row.near);
    assert_eq!(row.wrong, 0, "{misses}");
}

#[test]
fn passages_are_found_where_they_are_in_every_language() {
    let there: Vec<&str> =
        KINDS.into_iter().filter(|kind| !matches!(*kind, "reorder" | "move_sentence")).collect();
    let row = scored(&there, 3);
    assert_bars(&row, 98.5, 99.3);
    assert_eq!(row.invented, 0, "{}", row.misses.join("\n"));
    assert!(row.removed >= 100, "only {} removed", row.removed);
}

#[test]
fn numbers_and_negations_are_named() {
    let row = scored(&["number", "negation"], 8);
    assert!(row.named.1 >= 100, "only {} cases", row.named.1);
    assert!(row.named.0 * 100 >= row.named.1 * 99, "{:?}\n{}", row.named, row.misses.join("\n"));
}

#[test]
fn swapped_clauses_and_moved_sentences_are_found() {
    assert_bars(&scored(&["reorder"], 8), 80.0, 80.0);
    assert_bars(&scored(&["move_sentence"], 8), 80.0, 90.0);
}

/// What became of the words between `[` and `]`.
pub fn answer(old: &str, new: &str, language: Option<&str>) -> (Became, String) {
    let (before, rest) = old.split_once('[').unwrap();
    let (passage, after) = rest.split_once(']').unwrap();
    let whole = format!("{before}{passage}{after}");
    let span = Span::new(before.len(), before.len() + passage.len());
    let (old, new) = (Text::new(&whole).in_language(language), Text::new(new).in_language(language));
    let answer = became(&old, &new, &[span]).remove(0);
    let found = answer.span.map_or("", |span| new.slice(span)).to_owned();
    (answer, found)
}

pub fn check(old: &str, new: &str, language: &str, change: Change, found: &str) {
    let (answer, words) = answer(old, new, Some(language));
    assert_eq!((answer.change, words.as_str()), (change, found), "{old}\n{new}\n{answer:?}");
}

#[test]
fn a_negation_gained_or_lost_comes_first() {
    let flips = [
        (
            "fr",
            "Hier, [le ministre a reconnu 3 erreurs dans le rapport], selon elle.",
            "Hier, le ministre n’a pas reconnu 4 erreurs dans le rapport, selon elle.",
        ),
        (
            "en",
            "On Monday [the board said it would publish the figures] in May.",
            "On Monday the board said it would not publish the figures in May.",
        ),
        (
            "en",
            "On Monday [the board can’t publish the figures] in May.",
            "On Monday the board can publish the figures in May.",
        ),
        (
            "de",
            "Er sagte, [die Halle werde nicht vor dem Winter geöffnet], so der Rat.",
            "Er sagte, die Halle werde vor dem Winter geöffnet, so der Rat.",
        ),
        (
            "ar",
            "وقال الوزير إن [الحكومة توافق على المشروع الجديد] في الجلسة.",
            "وقال الوزير إن الحكومة لا توافق على المشروع الجديد في الجلسة.",
        ),
        (
            "zh",
            "发言人说，[市政府同意这项计划]，会议已经结束。",
            "发言人说，市政府不同意这项计划，会议已经结束。",
        ),
        (
            "ja",
            "市長は[工事を始める予定はない]と述べた。会議は終わった。",
            "市長は工事を始める予定はあると述べた。会議は終わった。",
        ),
        (
            "ru",
            "Он добавил, что [совет утвердил смету на ремонт] рынка.",
            "Он добавил, что совет не утвердил смету на ремонт рынка.",
        ),
        (
            "he",
            "הוא אמר כי [המועצה אישרה את התקציב] אתמול בערב.",
            "הוא אמר כי המועצה לא אישרה את התקציב אתמול בערב.",
        ),
    ];
    for (language, old, new) in flips {
        let (answer, words) = answer(old, new, Some(language));
        assert_eq!(answer.change, Change::Negation, "{language}: {words} {answer:?}");
        let around = old.split_once(']').unwrap().1;
        assert!(new.ends_with(&format!("{words}{around}")), "{language}: {words}");
    }
}

#[test]
fn a_compound_is_one_word_where_it_is_told() {
    let told = |old: &str, new: &str| -> Vec<(&'static str, String, String)> {
        let (became, _) = answer(old, new, Some("fr"));
        let passage = old.split_once('[').unwrap().1.split_once(']').unwrap().0;
        let words = |one: &ibid::fold::Difference| {
            (one.kind.name(), passage[one.quote.range()].to_owned(), new[one.source.range()].to_owned())
        };
        became.differences.iter().map(words).collect()
    };
    let before = "Selon elle, [aucun des élus de la région ne perdrait son siège] dans ce cas.";
    let after = "Selon elle, seuls quelques-uns des élus de la région perdraient leur siège dans ce cas.";
    let one = told(before, after);
    assert!(one.contains(&("negation", "aucun".into(), "quelques-uns".into())), "{one:?}");
    let parts = |side: &str| matches!(side, "uns" | "-" | "quelques" | "quelques-" | "-uns");
    assert!(one.iter().all(|(_, quote, source)| !parts(quote) && !parts(source)), "{one:?}");
    let before = "Selon elle, [quelques-uns des élus de la région perdraient leur siège] dans ce cas.";
    let after = "Selon elle, aucun des élus de la région ne perdrait son siège dans ce cas.";
    let other = told(before, after);
    assert!(other.contains(&("negation", "quelques-uns".into(), "aucun".into())), "{other:?}");
}

#[test]
fn a_changed_number_is_named() {
    let changes = [
        (
            "fr",
            "Il y avait [environ 2500 soldats dans la vallée], dit-il.",
            "Il y avait environ 3500 soldats dans la vallée, dit-il.",
        ),
        (
            "fr",
            "Il y avait [3 500 à 4 000 soldats] dans la vallée, dit-il.",
            "Il y avait 3 500 à 5 000 soldats dans la vallée, dit-il.",
        ),
        (
            "en",
            "The rate [fell to −0.42 per cent in March], they said.",
            "The rate fell to 0.42 per cent in March, they said.",
        ),
        (
            "en",
            "The rate [fell to 12 per cent in March], they said.",
            "The rate fell to twelve per cent in March, they said.",
        ),
        (
            "en",
            "He saw [about 12 men near the gate] that night.",
            "He saw about men near the gate that night.",
        ),
        (
            "ar",
            "وقال إن [عدد القتلى بلغ 137 شخصا] في المدينة.",
            "وقال إن عدد القتلى بلغ 173 شخصا في المدينة.",
        ),
        (
            "ar",
            "وقال إن [عدد القتلى بلغ ١٣٧ شخصا] في المدينة.",
            "وقال إن عدد القتلى بلغ ١٧٣ شخصا في المدينة.",
        ),
        ("zh", "他说，[预算总额为3600万元]，会议已经结束。", "他说，预算总额为4600万元，会议已经结束。"),
        ("zh", "他说，[约有三百人参加了会议]，会议已经结束。", "他说，约有五百人参加了会议，会议已经结束。"),
        (
            "ru",
            "Он сказал, что [погибли 48 человек на севере] страны.",
            "Он сказал, что погибли 84 человек на севере страны.",
        ),
    ];
    for (language, old, new) in changes {
        let (answer, words) = answer(old, new, Some(language));
        assert_eq!(answer.change, Change::Number, "{language}: {words} {answer:?}");
    }
}

#[test]
fn each_change_has_its_name() {
    let fr = "fr";
    check(
        "Un. [Il a dit oui hier soir]. Fin.",
        "Zéro. Un. Il a dit oui hier soir. Fin.",
        fr,
        Change::Kept,
        "Il a dit oui hier soir",
    );
    check(
        "Un. [Il a dit « oui » hier]. Fin.",
        "Un. IL A DIT \"OUI\" HIER. Fin.",
        fr,
        Change::Typography,
        "IL A DIT \"OUI\" HIER",
    );
    check(
        "Un. [Une ville importante du nord]. Fin.",
        "Un. Une ville impor-\ntante du nord. Fin.",
        fr,
        Change::Typography,
        "Une ville impor-\ntante du nord",
    );
    check(
        "Un. [Un e\u{301}te\u{301} très chaud]. Fin.",
        "Un. Un été très chaud. Fin.",
        fr,
        Change::Typography,
        "Un été très chaud",
    );
    check(
        "Un. [Une ville réformée du nord]. Fin.",
        "Un. Une ville ré-formée du nord. Fin.",
        fr,
        Change::Words,
        "Une ville ré-formée du nord",
    );
    check(
        "Un. [La ville est tombée hier soir]. Fin.",
        "Un. La ville est tombée mardi soir. Fin.",
        fr,
        Change::Words,
        "La ville est tombée mardi soir",
    );
    check(
        "Un. [La ville est tombée hier soir, sous les tirs]. Fin.",
        "Un. La ville est tombée hier soir. Fin.",
        fr,
        Change::Truncated,
        "La ville est tombée hier soir",
    );
    check(
        "Un. [La ville est tombée hier soir]. Fin.",
        "Un. La ville, capitale de la province, est tombée hier soir. Fin.",
        fr,
        Change::Extended,
        "La ville, capitale de la province, est tombée hier soir",
    );
    check(
        "Un. [Hier soir à Kaboul, la ville est tombée]. Fin.",
        "Un. La ville est tombée, hier soir à Kaboul. Fin.",
        fr,
        Change::Reordered,
        "La ville est tombée, hier soir à Kaboul",
    );
    check(
        "Le premier. [La ville est tombée hier]. Le dernier.",
        "Le premier. Le dernier.",
        fr,
        Change::Deleted,
        "",
    );
    let (answer, _) = answer(
        "Le premier jour. [La ville est tombée]. Le dernier jour.",
        "Le premier jour. Personne ne sait rien. Le dernier jour.",
        Some(fr),
    );
    let new = "Le premier jour. Personne ne sait rien. Le dernier jour.";
    assert_eq!(answer.change, Change::Replaced);
    assert_eq!(&new[answer.instead.unwrap().range()], "Personne ne sait rien");
}

#[test]
fn a_paragraph_that_moved_is_followed() {
    let paragraph = "La ville est tombée dans la nuit de mardi, selon trois témoins.";
    let others: Vec<String> =
        (0..12).map(|n| format!("Le paragraphe numéro {n} parle de la météo en province.")).collect();
    let rest = others.join("\n\n");
    let old = format!("[{paragraph}]\n\n{rest}");
    let (moved, words) = answer(&old, &format!("{rest}\n\n{paragraph}"), Some("fr"));
    assert_eq!((moved.change, words.as_str(), moved.is_moved), (Change::Moved, paragraph, true));
    let edited = paragraph.replace("trois", "quatre");
    let (moved, words) = answer(&old, &format!("{rest}\n\n{edited}"), Some("fr"));
    assert_eq!((words.as_str(), moved.is_moved), (edited.as_str(), true));
}

#[test]
fn a_sentence_that_changed_places_with_its_longer_neighbour_is_followed() {
    let old = "夏天期间，发言人撤回9884乡村合同往车站得到议员支持。[州长承诺1963崭新引擎从球场入冬之前。]市长摧毁569红色轮船经北区去年春天尽管遭到批评。";
    let new = |words: &str| {
        format!(
            "夏天期间，发言人撤回9884乡村合同往车站得到议员支持。市长摧毁569红色轮船经北区去年春天尽管遭到批评。{words}"
        )
    };
    let words = "州长承诺1963崭新引擎从球场入冬之前。";
    let (moved, found) = answer(old, &new(words), Some("zh"));
    assert_eq!((moved.change, found.as_str(), moved.is_moved), (Change::Moved, words, true));
    let edited = words.replace("崭新引擎", "陈旧引擎");
    let (moved, found) = answer(old, &new(&edited), Some("zh"));
    assert_eq!((moved.change, found.as_str(), moved.is_moved), (Change::Words, edited.as_str(), true));
    let old = "[Le diocèse a cédé 45 ponts solides dans la caserne.] Le maire a perdu 459 tonnes de sable vers l’usine pendant l’été.";
    let new = "Le maire a perdu 459 tonnes de sable vers l’usine pendant l’été. Le diocèse n’a pas cédé 45 ponts solides dans la caserne.";
    check(old, new, "fr", Change::Negation, "Le diocèse n’a pas cédé 45 ponts solides dans la caserne.");
}

#[test]
fn a_sentence_put_in_behind_a_changed_word_is_no_part_of_it() {
    let next = "\n\nThe port is closed.";
    let added = "A prosecutor never ceded 60 oaks near the station.";
    for (quote, found) in [
        ("[modest acres under the forest].", "modest acres under the lake"),
        ("[modest acres under the forest.]", "modest acres under the lake."),
    ] {
        let old = format!("The town sold 745 {quote}{next}");
        let new = format!("The town sold 745 modest acres under the lake. {added}{next}");
        check(&old, &new, "en", Change::Words, found);
        let same = format!("The town sold 745 modest acres under the forest. {added}{next}");
        check(&old, &same, "en", Change::Kept, &found.replace("lake", "forest"));
        // What is put in before the stop is a part of it.
        let longer = format!("The town sold 745 modest acres under the lake, and never the station.{next}");
        let stop = if found.ends_with('.') { "." } else { "" };
        check(
            &old,
            &longer,
            "en",
            Change::Negation,
            &format!("modest acres under the lake, and never the station{stop}"),
        );
    }
    check(
        "周二，部长资助523[沉重房屋在集市。]港口已经关闭。",
        "周二，部长资助523沉重房屋在车站。经理没有割让7982珍贵客车。港口已经关闭。",
        "zh",
        Change::Words,
        "沉重房屋在车站。",
    );
}

#[test]
fn what_others_get_wrong_is_right() {
    // "Linus" was found in "machines".
    check(
        "The kernel. [Linus wrote it]. The end.",
        "The kernel. Machines. The end.",
        "en",
        Change::Replaced,
        "",
    );
    // A corrected name was found on an earlier one.
    check(
        "Robin came. We ate. Then [Robin] left the room.",
        "Robin came. We ate. Then Elisa left the room.",
        "en",
        Change::Replaced,
        "",
    );
    // A distant exact copy must not win over the edited original.
    let old = "First part of the text. [The council will meet on Monday at noon]. Second part of the text, which goes on for a while longer.";
    let new = "First part of the text. The council will meet on Tuesday at noon. Second part of the text, which goes on for a while longer. Someone added: The council will meet on Monday at noon.";
    check(old, new, "en", Change::Words, "The council will meet on Tuesday at noon");
    // 315 characters put in the middle of a long passage.
    let words: Vec<String> = (0..150).map(|n| format!("mot{n}")).collect();
    let (head, tail) = (words[..75].join(" "), words[75..].join(" "));
    let clause = "avec une longue parenthèse ".repeat(12);
    let (extended, found) = answer(
        &format!("Un. [{head} {tail}]. Fin."),
        &format!("Un. {head} {clause}{tail}. Fin."),
        Some("fr"),
    );
    assert_eq!((extended.change, found), (Change::Extended, format!("{head} {clause}{tail}")));
    // A passage of white space is nothing that could be found elsewhere.
    let (blank, _) = answer("Un.[ ]Deux trois. Fin.", "Quatre cinq six. Sept huit.", Some("fr"));
    assert_eq!(blank.span, None);
}

#[test]
fn what_is_there_whole_after_or_before_its_own_words_is_kept() {
    let old = "y z [the war ended and the war was over] said he.";
    let new = "y z the war ended and the war ended and the war was over said he.";
    check(old, new, "en", Change::Kept, "the war ended and the war was over");
    let old = "Ils ont dit [oui à la vie, oui à la paix] au sommet.";
    let new = "Ils ont dit oui à la vie, oui à la paix, oui à la paix au sommet.";
    check(old, new, "fr", Change::Kept, "oui à la vie, oui à la paix");
}

#[test]
fn a_number_that_grew_at_the_edge_is_not_kept() {
    check("Il a vu [12] hommes.", "Il a vu 125 hommes.", "fr", Change::Number, "125");
    check("Il a vu [les 12]", "Il a vu les 125", "fr", Change::Number, "les 125");
}

#[test]
fn of_two_copies_the_one_among_its_neighbours_is_meant() {
    let copy = "Le conseil a voté le budget hier soir.";
    let old = format!("Alpha un deux.\n\n{copy}\n\nBeta trois quatre.\n\n[{copy}]\n\nGamma cinq six.");
    let edited = "Le conseil a voté le budget ce matin.";
    let new = format!("Alpha un deux.\n\n{copy}\n\nBeta trois quatre.\n\n{edited}\n\nGamma cinq six.");
    check(&old, &new, "fr", Change::Words, edited);
    let gone = format!("Alpha un deux.\n\n{copy}\n\nBeta trois quatre.\n\nGamma cinq six.");
    check(&old, &gone, "fr", Change::Deleted, "");
}

#[test]
fn the_worst_texts_are_answered() {
    let ask = |old: &str, new: &str, passages: &[Span]| {
        let answers = became(&Text::new(old), &Text::new(new), passages);
        assert_eq!(answers.len(), passages.len());
        answers
    };
    let periodic = "a".repeat(200_000);
    ask(&periodic, &periodic[..199_000], &[Span::new(0, 2), Span::new(199_990, 200_000)]);
    let lines = "la même ligne\n".repeat(100_000);
    ask(
        &lines,
        &lines[..lines.len() - 15 * 10],
        &[Span::new(15, 28), Span::new(lines.len() - 15, lines.len())],
    );
    let words = |count: usize, salt: usize| {
        (0..count).map(|n| format!("w{} ", (n * 7919 + salt) % 50_021)).collect::<String>()
    };
    let (old, new) = (words(60_000, 0), words(60_000, 17));
    let many: Vec<Span> = (0..10_000).map(|n| Span::new(n * 20, n * 20 + 18)).collect();
    ask(&old, &new, &many);
    let (one, other) = ("x y ".repeat(50_000), "p q ".repeat(50_000));
    ask(&one, &other, &many);
    ask(&old, "", &many[..10]);
    ask("", &new, &[Span::new(0, 0)]);
}

/// A text of words, marks, numbers and scripts, and an edit of it.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-e]{1,6}",
        4 => Just(" ".to_owned()),
        1 => "[0-9]{1,4}",
        2 => prop::sample::select(vec![
            ". ", ", ", "\n", "\n\n", "\r\n", "-\n", "-", "--", "...", "« ", " »", "’", "\u{a0}", "\u{ad}", "\u{301}", "œ", "ﬁ", "不",
            "万", "قال", "لا", "한국", "ไม่", "🇫🇷", "👨‍👩‍👧", "pas ", "not ",
        ])
        .prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

/// Two texts that share much, and passages of the first.
fn two_texts() -> impl Strategy<Value = (String, String, Vec<Span>)> {
    let parts = prop::collection::vec(any_text(), 1..6);
    (
        parts,
        any_text(),
        any::<prop::sample::Index>(),
        any::<u8>(),
        prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..8),
    )
        .prop_map(|(parts, other, at, how, ends)| {
            let old = parts.concat();
            let mut new = parts.clone();
            let index = at.index(parts.len());
            match how % 5 {
                0 => new[index] = other,
                1 => new.insert(index, other),
                2 => drop(new.remove(index)),
                3 => new.rotate_left(index),
                _ => new.reverse(),
            }
            let borders: Vec<usize> = old.char_indices().map(|(at, _)| at).chain([old.len()]).collect();
            let span = |(a, b): (prop::sample::Index, prop::sample::Index)| {
                let (a, b) = (borders[a.index(borders.len())], borders[b.index(borders.len())]);
                Span::new(a.min(b), a.max(b))
            };
            (old, new.concat(), ends.into_iter().map(span).collect())
        })
}

proptest! {
    #![proptest_config(at_least(96))]

    #[test]
    fn answers_lie_in_the_newer_text((old, new, passages) in two_texts()) {
        let (a, b) = (Text::new(&old), Text::new(&new));
        for (answer, passage) in became(&a, &b, &passages).iter().zip(&passages) {
            for span in answer.span.iter().chain(&answer.instead) {
                prop_assert!(new.get(span.range()).is_some(), "{:?}", answer);
            }
            let is_gone = matches!(answer.change, Change::Deleted | Change::Replaced);
            prop_assert_eq!(is_gone, answer.span.is_none());
            let is_identical = answer.span.is_some_and(|span| b.slice(span) == a.slice(*passage));
            prop_assert_eq!(matches!(answer.change, Change::Kept | Change::Moved), is_identical);
            for difference in &answer.differences {
                prop_assert!(a.slice(*passage).get(difference.quote.range()).is_some(), "{:?}", answer);
                prop_assert!(new.get(difference.source.range()).is_some(), "{:?}", answer);
            }
        }
    }

    #[test]
    fn what_did_not_change_is_kept((old, _, passages) in two_texts()) {
        let text = Text::new(&old);
        for (answer, passage) in became(&text, &Text::new(&old.clone()), &passages).iter().zip(&passages) {
            prop_assert_eq!((answer.change, answer.span), (Change::Kept, Some(*passage)));
        }
    }

    #[test]
    fn an_answer_does_not_depend_on_what_else_is_asked((old, new, passages) in two_texts()) {
        let (a, b) = (Text::new(&old), Text::new(&new));
        let together = became(&a, &b, &passages);
        let mut reversed: Vec<Span> = passages.clone();
        reversed.reverse();
        let mut backwards = became(&a, &b, &reversed);
        backwards.reverse();
        prop_assert_eq!(&together, &backwards);
        for (passage, answer) in passages.iter().zip(&together) {
            prop_assert_eq!(answer, &became(&a, &b, &[*passage])[0]);
        }
    }
}
