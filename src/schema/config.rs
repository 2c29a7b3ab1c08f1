//! The schema of the configuration.

use super::{Form, Key, Table};
use crate::config::FORMAT;
use crate::finding::Rule;

pub(super) fn file() -> Table {
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
