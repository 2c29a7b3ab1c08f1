//! The schema of the configuration.

use super::record::LANGUAGE;
use super::{Form, Key, Table};
use crate::config::{Config, FORMAT};
use crate::finding::Rule;

/// `web_address` as a regular expression, as near as one comes.
const WEB_ADDRESS: &str = "^[Hh][Tt][Tt][Pp][Ss]?://[^/\\s]\\S*$";
/// The same with a place for a claim's id.
const PAGE_OF_CLAIM: &str = "^[Hh][Tt][Tt][Pp][Ss]?://[^/\\s]\\S*\\{id\\}\\S*$";

pub(super) fn file(config: &Config) -> Table {
    Table {
        title: "The configuration of an ibid repository",
        about: "This file marks the root of the repository; claims are in `claims/`, sources in `sources/`.",
        keys: vec![
            Key::new("format", Form::Number(FORMAT), "The version of these files’ format.").needed(),
            Key::new("verdicts", Form::Table(verdicts()), "The verdicts that claims may have."),
            Key::new(
                "rules",
                Form::Table(rules()),
                "The levels of the rules, where they shall not be the usual ones. `ibid explain` lists the rules.",
            ),
            Key::new(
                "vault",
                Form::Table(vault()),
                "Where the bytes of restricted sources are kept, which never go into git.",
            ),
            Key::new(
                "export",
                Form::Table(export(config)),
                "What `ibid export` publishes beside claims and quotes: who publishes, where, and numbers for verdicts.",
            ),
        ],
    }
}

fn export(config: &Config) -> Table {
    Table {
        title: "Export",
        about: "What `ibid export` publishes beside claims and quotes.",
        keys: vec![
            Key::new(
                "base",
                Form::Like(WEB_ADDRESS),
                "The address below which what is exported has its names, as in `\"https://example.org/claims/\"`.",
            ),
            Key::new(
                "language",
                Form::Like(LANGUAGE),
                "The language that claims are written in, as in `fr`, `ar`, `zh-Hans`.",
            ),
            Key::new("publisher", Form::Text, "Who publishes the claims: your newspaper, your organisation."),
            Key::new(
                "publisher-url",
                Form::Like(WEB_ADDRESS),
                "The address of whoever publishes the claims.",
            ),
            Key::new(
                "url",
                Form::Like(PAGE_OF_CLAIM),
                "The address of a claim’s page, with `{id}` for the claim’s id.",
            ),
            Key::new(
                "rating",
                Form::Table(rating(config)),
                "Numbers for verdicts, as some readers of ClaimReview ask for.",
            ),
        ],
    }
}

fn rating(config: &Config) -> Table {
    Table {
        title: "Rating",
        about: "Numbers for verdicts.",
        keys: vec![
            Key::new("best", Form::Whole, "The number of the best verdict, as in 5.").needed(),
            Key::new("worst", Form::Whole, "The number of the worst verdict, as in 1; less than `best`.")
                .needed(),
            Key::new(
                "values",
                Form::Numbers(config.scale.clone()),
                "The number of each verdict, as in `{ supported = 5, refuted = 1 }`.",
            ),
        ],
    }
}

fn vault() -> Table {
    Table {
        title: "The vault",
        about: "Where the bytes of restricted sources are kept, which never go into git.",
        keys: vec![Key::new(
            "folder",
            Form::Filled,
            "A folder outside the repository, from the folder of ibid.toml, as in `\"../vault\"`. The environment’s IBID_VAULT wins over it.",
        )],
    }
}

fn verdicts() -> Table {
    Table {
        title: "Verdicts",
        about: "The verdicts that claims may have.",
        keys: vec![Key::new(
            "scale",
            Form::Texts,
            "The words that a claim’s `verdict` may be. After a change here, `ibid schema --write` tells your editor.",
        )],
    }
}

/// The rules whose level may be set.
fn rules() -> Table {
    let settable = Rule::ALL.iter().filter(|rule| !rule.is_fixed());
    Table {
        title: "Levels of rules",
        about: "A rule’s level; `ibid explain RULE` tells what it means. Rules without which ibid would pass what it did not check are not among them.",
        keys: settable
            .map(|rule| Key::new(rule.name(), Form::OneOf(levels(*rule)), rule.summary()))
            .collect(),
    }
}

/// The levels that a rule may have, which of them it has without a line here said.
fn levels(rule: Rule) -> Vec<(String, String)> {
    let all = [
        ("error", "`ibid verify` fails."),
        ("warning", "It is told, and `ibid verify` does not fail for it."),
        ("note", "It is mentioned."),
        ("off", "Nothing is said of it."),
    ];
    let usual =
        |name: &str| if name == rule.default_level().name() { " This is the usual level." } else { "" };
    all.map(|(name, about)| (name.to_owned(), format!("{about}{}", usual(name)))).to_vec()
}
