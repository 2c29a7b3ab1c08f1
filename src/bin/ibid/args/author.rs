//! Arguments of what helps people who write by hand: a claim begun, editors, shells, manuals.

use super::Destination;
use crate::complete;
use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use clap_complete::engine::ArgValueCompleter;
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid new minister-admits-mistake
  ibid new \"The minister has admitted a mistake.\"
                                           the id is made of the words
  ibid new minister-admits-mistake --source some-article
  ibid new soldiers-left --text \"The soldiers have left.\" --file claims/a.toml
  ibid new soldiers-left --plain           without the comments

Writes a claim with comments that tell what belongs where, after all that the
file holds. Until its words are filled in, `ibid verify` says what is still
empty. `ibid cite` fills in the quote for you:
  ibid cite some-article \"the words\" --claim minister-admits-mistake")]
pub struct New {
    /// The claim’s id, or the claim itself in a sentence
    #[arg(value_name = "CLAIM")]
    pub claim: String,
    /// What it asserts, in your own words
    #[arg(long)]
    pub text: Option<String>,
    /// Its verdict, where you know it already
    #[arg(long, add = ArgValueCompleter::new(complete::verdicts))]
    pub verdict: Option<String>,
    /// The source of its first quote
    #[arg(long, value_name = "SOURCE", add = ArgValueCompleter::new(complete::sources))]
    pub source: Option<String>,
    /// The file; where it is not given, that of most claims that cite the source, else one of its own
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// Without the comments that tell what belongs where
    #[arg(long)]
    pub plain: bool,
}

#[derive(Debug, ClapArgs)]
#[command(
    override_usage = "ibid schema [OPTIONS] KIND | --write | --check",
    after_help = "\
Examples:
  ibid schema --write                      for your editor: .ibid/*.schema.json
  ibid schema --write --sources            offer the ids of sources, too
  ibid schema --check                      for CI: exit 1 where they are stale
  ibid schema claims -o claims.schema.json
  ibid schema config

An editor with a plugin for TOML (Tombi, or Even Better TOML) then completes
keys, explains each where the pointer rests, and underlines what is misspelt.
The verdicts are those of ibid.toml; run it again after changing them.
.taplo.toml and .tombi.toml tell the plugins of the schemas; without these, a
first line such as `#:schema ../.ibid/claims.schema.json` in a file does the
same for that file.

Exit status: 0 written, or as it would be written; 1 with --check where it is
not; 2 could not run."
)]
pub struct Schema {
    /// The kind of file whose JSON Schema (draft 4) is printed
    #[arg(value_name = "KIND", value_enum)]
    pub kind: Option<SchemaKind>,
    /// Write the schemas into the repository, in place of earlier ones
    #[arg(long, conflicts_with_all = ["kind", "output", "check"])]
    pub write: bool,
    /// Write nothing; exit 1 where the schemas in the repository are not as they would be written
    #[arg(long, conflicts_with_all = ["kind", "output"])]
    pub check: bool,
    /// Offer the ids of the stored sources, too; later --write and --check go on with it
    #[arg(long)]
    pub sources: bool,
    #[command(flatten)]
    pub output: Destination,
}

/// A kind of file that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaKind {
    /// Claim files, claims/**/*.toml
    Claims,
    /// Records of sources, source.toml
    Source,
    /// The configuration, ibid.toml
    Config,
}

impl From<SchemaKind> for ibid::schema::Kind {
    fn from(kind: SchemaKind) -> Self {
        match kind {
            SchemaKind::Claims => Self::Claims,
            SchemaKind::Source => Self::Source,
            SchemaKind::Config => Self::Config,
        }
    }
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid completions bash                    what Bash needs to complete; once and
                                           for all:
  echo 'source <(ibid completions bash)' >> ~/.bashrc
  echo 'source <(ibid completions zsh)' >> ~/.zshrc
  echo 'ibid completions fish | source' > ~/.config/fish/completions/ibid.fish
  echo 'eval (ibid completions elvish | slurp)' >> ~/.config/elvish/rc.elv
  echo 'ibid completions powershell | Out-String | iex' >> $PROFILE

In a shell opened after that, the Tab key completes commands, options, and the
ids of your claims, sources, captures, rules and verdicts, as the repository has
them at that moment.")]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// A shell that can complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// GNU Bash
    Bash,
    /// Z shell
    Zsh,
    /// fish
    Fish,
    /// PowerShell
    Powershell,
    /// Elvish
    Elvish,
}

impl Shell {
    /// The shell's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Elvish => "elvish",
        }
    }
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ibid man | man -l -                      read the page of ibid itself
  ibid man ~/.local/share/man/man1         a page for each command; then `man
                                           ibid-verify`

Pages that an earlier ibid wrote there are replaced; nothing else is.")]
pub struct Man {
    /// The folder for the pages, made where it is not there; without it, the page of ibid is printed
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
}
