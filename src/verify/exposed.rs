//! Whether git has the bytes of restricted sources, or would take them.

use super::Run;
use crate::finding::{Finding, Place, Rule};
use crate::parse::words_span;
use crate::source::{Capture, Source};
use crate::text::Text;
use crate::tree::{Exposed, Exposure};
use std::collections::BTreeMap;

impl Run<'_> {
    /// Findings for the files of restricted sources that lie where git has them or would take them.
    pub(super) fn check_exposed(&self, sources: &[usize]) -> Vec<Finding> {
        let restricted = sources.iter().map(|&source| &self.corpus.sources[source]);
        let mut owners: BTreeMap<String, (&Source, &Capture)> = BTreeMap::new();
        for source in restricted.filter(|source| source.is_restricted()) {
            for capture in &source.captures {
                let paths = capture.files().map(|file| format!("{}/{file}", source.folder()));
                owners.extend(paths.map(|path| (path, (source, capture))));
            }
        }
        if owners.is_empty() {
            return Vec::new();
        }
        let paths: Vec<String> = owners.keys().cloned().collect();
        self.tree.exposed(&paths).iter().map(|one| self.exposed(owners[&one.path], one)).collect()
    }

    fn exposed(&self, (source, capture): (&Source, &Capture), exposed: &Exposed) -> Finding {
        let path = if exposed.is_in_vault {
            format!("`{}` in the vault", exposed.path.trim_start_matches("sources/"))
        } else {
            format!("`{}`", exposed.path)
        };
        let message = match exposed.exposure {
            Exposure::Tracked => format!("git has the bytes of a restricted source: {path}"),
            Exposure::Unignored => {
                format!("nothing keeps git from taking the bytes of a restricted source: {path}")
            }
            Exposure::Unknown => {
                format!("it cannot be told whether git has the bytes of a restricted source: {path}")
            }
        };
        let record = &self.corpus.records[source.file];
        let span = words_span(&record.content, capture.file.span);
        let finding = if record.content.is_empty() {
            Finding::new(Rule::RestrictedExposed, Place::file(&record.path), message)
        } else {
            Finding::at(Rule::RestrictedExposed, &record.path, &Text::new(&record.content), span, message)
        };
        let finding = finding.about_source(&source.id).about(&exposed.path);
        told(finding, source, exposed)
    }
}

/// Adds what to do.
fn told(finding: Finding, source: &Source, exposed: &Exposed) -> Finding {
    if exposed.exposure == Exposure::Unknown {
        let help =
            "the git repository here cannot be read; see what `git status` says of it, and check again";
        return finding.help(help);
    }
    if exposed.is_in_vault {
        let help =
            "put the vault where no git repository is, or a file `.gitignore` with the line `*` into it";
        return finding.help(help);
    }
    if exposed.exposure == Exposure::Unignored {
        return finding
            .help(format!(
                "move the file into the vault, which `[vault]` in ibid.toml or IBID_VAULT names; or write these lines into `{}/.gitignore`:",
                source.folder()
            ))
            .help(IGNORED.join("\n"));
    }
    finding
        .help(format!(
            "take it out of what git keeps: `git rm --cached {}`, move the file into the vault or write a file `{}/.gitignore`, and commit that",
            exposed.path,
            source.folder()
        ))
        .note("earlier commits keep the bytes all the same, here and wherever they were copied; `ibid explain restricted-exposed` says what can be done")
}

/// The lines of a `.gitignore` that keep all of a source but its record from git, and leave alone the folders of
/// sources below it.
pub const IGNORED: [&str; 4] = ["/*", "!/*/", "!/.gitignore", "!/source.toml"];
