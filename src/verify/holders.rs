//! What is said of a `within` that does not hold its quote: it is not in the source, in several places, or elsewhere.

use super::beside;
use super::differing::{difference_marks, named, told};
use super::markup;
use super::messages::{Case, absent, fixable, side_by_side, within_line};
use super::pasted::{Proposed, Trial};
use super::quotes::is_mendable;
use crate::anchor::{Anchoring, Proposal, Standing};
use crate::finding::{Finding, Marked, Rule};
use crate::text::Span;

pub(super) fn wrong(case: &Case<'_>, holder: &Anchoring) -> Finding {
    let Some(within) = &case.quote.within else { return absent(case) };
    let words = within.value.as_str();
    let (message, label) = what_is_wrong(case, holder, words);
    let mut finding = case.finding_at(Rule::WithinWrong, &[case.words_of(within)], message, label);
    finding.notes = told("`within`", &[words], &holder.differences, case.text);
    let mut places: Vec<Span> = holder.spans().chain(holder.places.iter().copied().take(2)).collect();
    places.dedup();
    if matches!(holder.standing, Standing::Variant | Standing::Altered) {
        finding.excerpts.push(case.excerpt(&difference_marks(holder, &[words], case.text)));
    } else {
        finding.excerpts.extend(places.iter().map(|&place| case.excerpt(&[Marked::primary(place, "")])));
    }
    if holder.standing == Standing::Altered {
        // Of several passages that may be meant, the nearest.
        let found = places.first().map_or("", |&place| case.text.slice(place));
        finding.diff = Some(side_by_side(words, found));
    }
    helped(case, holder, words, finding)
}

/// What is wrong with `within`, and in a few words.
fn what_is_wrong(case: &Case<'_>, holder: &Anchoring, words: &str) -> (String, &'static str) {
    let kinds = || named(&[words], &holder.differences, case.text);
    match holder.standing {
        Standing::Variant => (
            format!("`within` is in the source in other characters ({})", kinds()),
            "not the source’s characters",
        ),
        Standing::Ambiguous => (
            format!("`within` is in the source in {} places, so it does not decide", holder.place_count),
            "not one place",
        ),
        Standing::Cut => ("`within` begins or ends inside a word or number".to_owned(), "cuts"),
        Standing::Altered => (
            format!("the source has other words than `within` ({})", kinds()),
            "not in the source as it is written here",
        ),
        Standing::Stands | Standing::Absent => {
            ("nothing like `within` is in the source".to_owned(), "not found")
        }
    }
}

/// The finding with what to do about `within`.
fn helped(case: &Case<'_>, holder: &Anchoring, words: &str, mut finding: Finding) -> Finding {
    let stands_alone = case.anchoring.standing == Standing::Stands;
    let without = Trial { within: None, ..Trial::of(case) };
    if stands_alone && holder.standing == Standing::Ambiguous && without.stands(case) {
        let finding = finding.help("take `within` out: `exact` stands once without it");
        return beside::warned(case, finding, case.anchoring, "the passage");
    }
    if stands_alone {
        let note =
            "`exact` alone stands once; a wrong `within` is still an error, for it says where the words are";
        finding.notes.push(note.into());
    }
    let plain = markup::plain(words);
    let bare = Trial { within: Some(plain.trim()), ..Trial::of(case) };
    if let Some(found) = bare.found(case).filter(|_| plain != words) {
        let lines = within_line(plain.trim());
        return Proposed::new(lines, found).told(
            case,
            finding,
            "write it without the signs among its words:",
        );
    }
    let (help, spans) = match &holder.proposal {
        Proposal::Exact(spans) => ("write it as the source has it:", spans.as_slice()),
        Proposal::Within(spans) => ("take a longer passage:", spans.as_slice()),
        Proposal::None => ("", &[][..]),
    };
    let lines: Vec<Proposed> = spans.iter().filter_map(|&span| held_lines(case, span)).collect();
    if lines.is_empty() {
        let copy = "copy the passage around the words from the source";
        return match without.found(case) {
            Some(found) => {
                let finding = finding.help(format!("{copy}, or take `within` out"));
                beside::warned(case, finding, &found, "the passage")
            }
            None => finding.help(copy),
        };
    }
    let places: Vec<Anchoring> = lines.iter().map(|one| one.found.clone()).collect();
    let help = match help {
        "write it as the source has it:" if is_mendable(case) => {
            format!("write it as the source has it, or run `ibid fix {} --write`:", fixable(case))
        }
        _ => help.to_owned(),
    };
    let finding = lines.into_iter().fold(finding.help(help), |finding, one| finding.help(one.lines));
    places.iter().fold(finding, |finding, found| beside::warned(case, finding, found, "the quoted passage"))
}

/// The lines that make `within` this passage, with the source's own characters in `exact` where it has others; `None`
/// where that would not stand.
fn held_lines(case: &Case<'_>, passage: Span) -> Option<Proposed> {
    let within = case.text.slice(passage);
    let written = Trial { within: Some(within), ..Trial::of(case) };
    let line = within_line(within);
    if let Some(found) = written.found(case) {
        return Some(Proposed::new(line, found));
    }
    let Proposal::Exact(spans) = &case.anchoring.proposal else { return None };
    let own: Vec<&str> = spans.iter().map(|&span| case.text.slice(span)).collect();
    let trial = Trial { segments: own, ..written };
    let proposed = (case.anchoring.standing == Standing::Variant).then(|| trial.proposed(case))??;
    Some(Proposed::new(format!("{}\n{line}", proposed.lines), proposed.found))
}

pub(super) fn elsewhere(case: &Case<'_>, place: Span) -> Finding {
    let Some(within) = &case.quote.within else { return absent(case) };
    let is_found = !matches!(case.anchoring.standing, Standing::Absent | Standing::Altered);
    let message = if is_found {
        "`within` does not hold these words; they are elsewhere in the source"
    } else {
        "`within` does not hold these words"
    };
    let spans = [case.words_of(within)];
    let mut finding = case.finding_at(Rule::WithinWrong, &spans, message, "does not hold `exact`");
    finding.excerpts.push(case.excerpt(&[Marked::primary(place, "`within` is here")]));
    let mut own = case.anchoring.spans().chain(case.anchoring.places.iter().copied());
    let mut beside = (Vec::new(), "");
    if let Some(span) = own.next() {
        let label = if is_found { "the words are here" } else { "the nearest to them is here" };
        let left_out = beside::beside_nearest(case, &[span]);
        let marks = std::iter::once(Marked::primary(span, label)).chain(beside::marks(&left_out));
        finding.excerpts.push(case.excerpt(&marks.collect::<Vec<_>>()));
        let name = if is_found { "the passage that has them" } else { "the nearest passage" };
        beside = (left_out, name);
    }
    let finding = finding.help("make `within` the passage around the words, or correct `exact`");
    beside::minded(case, finding, &beside.0, beside.1)
}
