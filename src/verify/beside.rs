//! What stands beside a passage and makes its words say otherwise: a negation, a word that denies, an exception, a
//! question’s mark, a million. What a quote that stands is warned of, and what is said wherever the passage is named
//! that a quote which does not stand was meant for.

use super::messages::Case;
use super::{grown, magnitude, negated, questioned};
use crate::anchor::{Anchoring, Standing, count_negations};
use crate::finding::{Finding, Marked};
use crate::fold::characters as ch;
use crate::text::{Span, Text};

/// What words beside a passage do to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A negation, so many words away; 1 where it is straight beside the passage.
    Negation(usize),
    /// Words that deny, as `refused to` does.
    Denial,
    /// A label that may call it untrue, as `Intox :` does.
    Label,
    /// The word with which an exception begins.
    Exception,
    /// What makes a question of it.
    Question,
    /// What multiplies its last number.
    Multiplier,
    /// The number that its first word multiplies.
    Number,
}

/// Words beside a passage with which it says otherwise.
#[derive(Clone, Copy, Debug)]
pub(super) struct LeftOut {
    pub what: What,
    /// Where they lie.
    pub words: Span,
    /// What they say it of: the passage, or a part of it.
    pub of: Span,
    pub is_of_part: bool,
    /// The passage with them, where that is known.
    pub whole: Option<Span>,
}

/// What stands beside a passage and makes its words say otherwise, where neither the passage nor its `within` has it.
pub(super) fn left_out(text: &Text<'_>, found: &Anchoring) -> Vec<LeftOut> {
    let asked = [negated::left_out, questioned::left_out, magnitude::left_out];
    asked.into_iter().filter_map(|left_out| left_out(text, found)).collect()
}

/// The findings of what stands beside a quote’s words.
pub(super) fn findings(case: &Case<'_>) -> Vec<Finding> {
    let asked = [negated::found, questioned::found, magnitude::found];
    asked.into_iter().filter_map(|found| found(case)).collect()
}

/// A passage as if it were quoted: its segments, and what became of the quote’s `within`.
pub(super) fn as_quoted(case: &Case<'_>, segments: &[Span]) -> Anchoring {
    let segments = segments.iter().copied().map(Some).collect();
    let within = case.anchoring.within.clone();
    Anchoring { within, ..Anchoring::of_segments(Standing::Stands, segments) }
}

/// What stands beside the passage that is nearest to a quote, without a negation where the quote has one that the
/// passage has not: that may be the same, and is told as a difference.
pub(super) fn beside_nearest(case: &Case<'_>, segments: &[Span]) -> Vec<LeftOut> {
    let mut all = left_out(case.text, &as_quoted(case, segments));
    if all.iter().any(|one| one.negates()) {
        let count = |words: &str| count_negations(words, case.text.spoken());
        let own: usize = case.quote.segments().into_iter().map(count).sum();
        let found: usize = segments.iter().map(|&span| count(case.text.slice(span))).sum();
        all.retain(|one| own <= found || !one.negates());
    }
    all
}

/// The marks of what stands beside a passage.
pub(super) fn marks(left_out: &[LeftOut]) -> impl Iterator<Item = Marked> {
    left_out.iter().map(|one| Marked::primary(one.words, one.label()))
}

/// The finding with what stands beside a passage that it names as `name`, unless that was told with a proposal.
pub(super) fn minded(case: &Case<'_>, finding: Finding, left_out: &[LeftOut], name: &str) -> Finding {
    left_out.iter().fold(finding, |finding, one| {
        let sentence = one.sentence(case.text, name);
        let is_told = finding.help.iter().any(|help| help.contains(&sentence));
        if is_told { finding } else { finding.help(format!("mind that {sentence}")) }
    })
}

/// The finding with what would be warned of if the quote were written as its help says, and so stood at `found`.
pub(super) fn warned(case: &Case<'_>, finding: Finding, found: &Anchoring, name: &str) -> Finding {
    left_out(case.text, found).into_iter().fold(finding, |finding, one| {
        let help = one.warning(case.text, name);
        if finding.help.iter().any(|known| known.starts_with(&help)) {
            return finding;
        }
        let is_new = |line: &String| finding.help.iter().all(|known| **known != **line);
        match one.longer(case, found).filter(is_new) {
            Some(line) => finding.help(format!("{help}, or quote that too:")).help(line),
            None => finding.help(help),
        }
    })
}

/// The finding with what would be warned of if any of several places were to do, unless the words were told with one.
pub(super) fn warned_of_any(case: &Case<'_>, finding: Finding, found: &Anchoring) -> Finding {
    left_out(case.text, found).into_iter().fold(finding, |finding, one| {
        let words = format!("“{}”", case.text.slice(one.words).trim());
        let is_told = finding.help.iter().any(|known| known.contains(&words));
        if is_told { finding } else { finding.help(one.warning(case.text, "one of these places")) }
    })
}

/// What stands beside a passage, in a sentence; `None` where nothing does.
pub(super) fn sentence(text: &Text<'_>, found: &Anchoring) -> Option<String> {
    let told: Vec<String> =
        left_out(text, found).into_iter().map(|one| one.sentence(text, "the passage")).collect();
    (!told.is_empty()).then(|| told.join(", and "))
}

/// How many words away something stands, in letters.
pub(super) const fn so_many(words: usize) -> &'static str {
    match words {
        0..=2 => "two",
        3 => "three",
        4 => "four",
        _ => "five",
    }
}

impl LeftOut {
    const fn negates(self) -> bool {
        matches!(self.what, What::Negation(_))
    }

    /// How a proposal goes on that would be warned of.
    pub(super) fn warning(self, text: &Text<'_>, name: &str) -> String {
        format!("but {}: see whether the claim still holds", self.sentence(text, name))
    }

    /// What the words do to the passage.
    pub(super) const fn verb(self) -> &'static str {
        match self.what {
            What::Negation(_) => "negates",
            What::Denial => "turns the rest round",
            What::Label => "may call the rest untrue",
            What::Exception => "begins an exception",
            What::Question => "makes a question of them",
            What::Multiplier | What::Number => "makes another amount of a number",
        }
    }

    const fn label(self) -> &'static str {
        match self.what {
            What::Negation(1) => "negates it",
            What::Negation(_) => "may negate it",
            What::Denial => "turns it round",
            What::Label => "may call it untrue",
            What::Exception => "an exception",
            What::Question => "makes it a question",
            What::Multiplier | What::Number => "another amount",
        }
    }

    /// Whether the words are straight beside the passage, or other words are between.
    pub(super) fn how_near(self, text: &Text<'_>) -> &'static str {
        let between = self.words.end.min(self.of.end)..self.of.start.max(self.words.start);
        if text.as_str()[between].contains(ch::is_letter) { "shortly" } else { "straight" }
    }

    /// What stands where, and what it does; the passage is called `name`.
    pub(super) fn sentence(self, text: &Text<'_>, name: &str) -> String {
        let words = text.slice(self.words).trim();
        let side = if self.words.start < self.of.start { "before" } else { "after" };
        let it = if self.is_of_part { format!("a part of {name}") } else { name.to_owned() };
        match self.what {
            What::Negation(1) => {
                format!("the source has “{words}” straight {side} {it}, which negates it")
            }
            What::Negation(distance) => {
                let many = so_many(distance);
                format!("the source has “{words}” {many} words {side} {it}, which may negate it")
            }
            What::Denial => {
                let how = self.how_near(text);
                format!("the source has “{words}” {how} {side} {it}, which turns it round")
            }
            What::Label => {
                let how = self.how_near(text);
                format!("the source has “{words}” {how} {side} {it}, which may call it untrue")
            }
            What::Exception => {
                format!("the source has “{words}” straight after {it}, with which an exception begins")
            }
            What::Question => format!("in the source {it} is a question, and ends with “{words}”"),
            What::Multiplier => {
                format!("the source has “{words}” straight after {it}, which multiplies its last number")
            }
            What::Number => {
                format!("the source has “{words}” straight before {it}, which its first word multiplies")
            }
        }
    }

    /// The line that quotes these words too, where it would stand and be told of no more.
    fn longer(self, case: &Case<'_>, found: &Anchoring) -> Option<String> {
        let segments: Vec<Span> = found.segments.iter().copied().collect::<Option<_>>()?;
        grown::exact(case, &segments, self.whole?)
    }
}
