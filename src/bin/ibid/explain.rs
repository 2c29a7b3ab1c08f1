//! `ibid explain`.

use crate::args::Explain;
use crate::{PASSED, output};
use ibid::error::Error;
use ibid::finding::{MOST_ALIKE, MOST_OF_RULE, Rule};
use ibid::parse::did_you_mean;
use ibid::render::visible::wrapped;
use ibid::verify::Status;

pub fn run(args: &Explain) -> Result<u8, Error> {
    let text = match &args.rule {
        None => list(),
        Some(name) => match STATUSES.iter().find(|(status, ..)| status.name() == name) {
            Some((status, says, rules)) => page(*status, says, rules),
            None => format!("{}{WRAPPED}", Rule::parse(name).ok_or_else(|| unknown(name))?.explanation()),
        },
    };
    output::print(&text)?;
    Ok(PASSED)
}

/// The pages are read in a terminal; sources need not be.
const WRAPPED: &str = "\n(Words of sources are wrapped here to fit the page; there they may be one line.)\n";

/// What each status says of a quote, and the rules that tell more.
const STATUSES: [(Status, &str, &[Rule]); 9] = [
    (
        Status::Stands,
        "The quote is in its source, character for character, in one place, and cuts no word, number or negation off. \
         With `partial = true` it may begin or end inside a word, with `repeated = true` it may be in several places. \
         It does not say that the quote is fair: read the passage, `ibid show CLAIM` prints it.",
        &[
            Rule::QuoteNegated,
            Rule::QuoteQuestion,
            Rule::QuoteMagnitude,
            Rule::QuoteShort,
            Rule::OmissionEmpty,
            Rule::QuoteContext,
            Rule::QuoteElsewhere,
            Rule::QuoteDecided,
            Rule::QuoteSuperseded,
        ],
    ),
    (
        Status::Cut,
        "The words are in the source, but the quote begins or ends inside a word or a number, or drops the negation \
         beside it.",
        &[Rule::QuoteCutsWord],
    ),
    (
        Status::Variant,
        "The same words are in the source in other characters, such as another apostrophe; each is named.",
        &[Rule::QuoteVariant],
    ),
    (
        Status::Altered,
        "The source has other words, numbers, accents or negations than the quote; the nearest passage is shown.",
        &[Rule::QuoteAltered, Rule::OmissionNegates, Rule::WithinWrong],
    ),
    (Status::Absent, "Nothing in the source is near to the quote.", &[Rule::QuoteAbsent]),
    (
        Status::Ambiguous,
        "The words are in the source several times, and nothing says which place is meant.",
        &[Rule::QuoteAmbiguous],
    ),
    (
        Status::Drifted,
        "The quote stands in an earlier capture of the source, and no longer in the newest.",
        &[Rule::QuoteDrifted],
    ),
    (
        Status::Unchecked,
        "Whether the quote stands is not known: the source, its capture or its text is missing, altered or unreadable. \
         It is never a pass.",
        &[Rule::CaptureMissing, Rule::CaptureAltered, Rule::CaptureUnreadable],
    ),
    (
        Status::Invalid,
        "The quote itself cannot be checked: it is empty, or a key of it is missing or wrong, or no such source is \
         stored.",
        &[Rule::QuoteEmpty, Rule::KeyMissing, Rule::KeyUnknown, Rule::ValueInvalid, Rule::SourceUnknown],
    ),
];

/// The columns of the pages.
const COLUMNS: usize = 78;

/// What a status says of a quote.
fn page(status: Status, says: &str, rules: &[Rule]) -> String {
    let rules: String = rules.iter().map(|rule| format!("    ibid explain {rule}\n")).collect();
    let says = wrapped(says, COLUMNS).join("\n");
    let name = status.name();
    format!(
        "# {name}\n\nA status of quotes; a claim has that of its worst one.\n\n{says}\n\nMore of it:\n\n{rules}"
    )
}

fn unknown(name: &str) -> Error {
    let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    let error = Error::new(format!("there is no rule `{name}`"));
    match did_you_mean(name, &names) {
        Some(meant) => error.hint(meant),
        None => error.hint("`ibid explain` lists the rules"),
    }
}

fn list() -> String {
    let line = |rule: &Rule| {
        let level = rule.default_level().name();
        let fixed = if rule.is_fixed() { "*" } else { " " };
        format!("{level:<7}{fixed} {:<18}  {}\n", rule.name(), rule.summary())
    };
    let lines: String = Rule::ALL.iter().map(line).collect();
    format!(
        "{lines}\n* cannot be changed; the level of the others is set in ibid.toml, below [rules]\n\
         `ibid explain stands` says what a status means; each status has such a page\n\
         Of what is broken, the first {MOST_ALIKE} findings of one rule in a file are shown one\n\
         by one, and {MOST_OF_RULE} in all files. One finding more in each file says how many\n\
         others there are, and is counted with them.\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_explained_as_every_rule_is() {
        let named: Vec<&str> = STATUSES.iter().map(|(status, ..)| status.name()).collect();
        assert!(Status::ALL.iter().all(|status| named.contains(&status.name())));
        assert!(Rule::ALL.iter().all(|rule| !named.contains(&rule.name())), "a word has one meaning");
    }
}
