//! The schema of claim files.

use super::{Form, Key, Offered, Table};
use crate::claim::Stance;
use crate::config::Config;
use crate::finding::Rule;

/// `grammar::is_claim_id` as a regular expression.
const CLAIM_ID: &str = "^[a-z0-9][a-z0-9-]*$";
/// Any text.
const ANY: &str = "";
/// `grammar::is_source_id` likewise.
const SOURCE_ID: &str = "^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*$";

pub(super) fn file(config: &Config, sources: &[Offered]) -> Table {
    Table {
        title: "Claims",
        about: "Claims, each with the quotes that it rests on. `ibid verify` checks every quote against its source.",
        keys: vec![Key::new(
            "claim",
            Form::AnyTables(claim(config, sources)),
            "One assertion, in your own words, with the quotes that it rests on. Begin each with a line `[[claim]]`.",
        )],
    }
}

fn claim(config: &Config, sources: &[Offered]) -> Table {
    let verdicts: Vec<_> =
        config.scale.iter().map(|name| (name.clone(), about_verdict(name).to_owned())).collect();
    // Where nothing is said of other verdicts, nothing is underlined.
    let is_fixed = config.level(Rule::VerdictUnknown).is_some();
    Table {
        title: "A claim",
        about: "One assertion, in your own words, with the quotes that it rests on.",
        keys: vec![
            Key::new(
                "id",
                Form::Like(CLAIM_ID),
                "A short name for the claim, unique and kept for good: small letters a to z, digits and hyphens, as in `minister-admits-mistake`.",
            )
            .needed(),
            Key::new("text", Form::Filled, "What is asserted: one sentence, in your own words.").needed(),
            Key::new(
                "verdict",
                if is_fixed { Form::OneOf(verdicts) } else { Form::Offered(ANY, verdicts) },
                "What you found of the claim: one word of the scale in ibid.toml. Leave the line out while you do not know.",
            ),
            Key::new("tags", Form::Texts, "Labels of your own, as in `[\"pakistan\", \"2025\"]`."),
            Key::new("note", Form::Text, "A remark for whoever reads the claim. It is never checked."),
            Key::new(
                "extra",
                Form::Free,
                "Anything else that you want to keep, as in `{ checked_by = \"…\" }`. It is kept and shown, never judged.",
            ),
            Key::new(
                "quote",
                Form::Tables(quote(sources)),
                "A quote that the claim rests on; a claim needs at least one. Begin each with a line `[[claim.quote]]`.",
            )
            .needed(),
        ],
    }
}

fn quote(sources: &[Offered]) -> Table {
    let offered = sources.iter().map(|source| (source.id.clone(), source.title.clone())).collect();
    let stances = Stance::ALL.map(|stance| (stance.name().to_owned(), about_stance(stance).to_owned()));
    Table {
        title: "A quote",
        about: "Words of a stored source, exactly as they stand there.",
        keys: vec![
            Key::new(
                "source",
                Form::Offered(SOURCE_ID, offered),
                "The source that has these words: its folder’s path below `sources/`. `ibid find \"the words\"` tells which sources have them.",
            )
            .needed(),
            Key::new(
                "exact",
                Form::Segments,
                "The quoted words, letter for letter as they stand in the source. Where words between them are left out, a list: `[\"the first part\", \"the second\"]`. Three dots or […] inside the marks would be looked for as they are.\n\n`ibid cite SOURCE \"the words\" --claim ID` writes this line for you.",
            )
            .needed(),
            Key::new(
                "within",
                Form::Filled,
                "A longer passage of the source that holds the quoted words once; needed where they are short or are in several places.",
            ),
            Key::new(
                "stance",
                Form::OneOf(stances.to_vec()),
                "What the quote does for the claim. It supports it where this line is left out.",
            ),
            Key::new("speaker", Form::Text, "Who said or wrote the words."),
            Key::new("translation", Form::Text, "The words in your language. It is never checked."),
            Key::new("note", Form::Text, "A remark on this quote. It is never checked."),
            Key::new(
                "capture",
                Form::Text,
                "The copy of the source that you cite knowingly, as in `2025-12-08`; the newest where this line is left out.",
            ),
            Key::new(
                "partial",
                Form::Flag,
                "`true` where the quote may begin or end inside a word. It may never cut a number, nor drop a negation.",
            ),
            Key::new(
                "repeated",
                Form::Flag,
                "`true` where the words are in several places of the source and any of them will do.",
            ),
        ],
    }
}

/// What a verdict of the usual scale means; nothing of one that people chose.
fn about_verdict(name: &str) -> &'static str {
    match name {
        "supported" => "The quotes bear the claim out; at least one has the stance `supports`.",
        "refuted" => "The quotes speak against the claim; at least one has the stance `refutes`.",
        "disputed" => "Quotes speak for the claim and against it.",
        "unproven" => "The quotes decide nothing.",
        _ => "A verdict of the scale in ibid.toml.",
    }
}

const fn about_stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "The words speak for the claim.",
        Stance::Refutes => "The words speak against the claim.",
        Stance::Context => "The words do neither; they help to understand it.",
    }
}
