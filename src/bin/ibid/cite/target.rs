//! Where a quote is written: a claim that is there, or a new one, in which file.

use crate::args::{Cite, Common};
use crate::{claim_file, links};
use ibid::claim::{Claim, Stance};
use ibid::corpus::Corpus;
use ibid::edit::{self, Edited, Pair};
use ibid::error::Error;
use ibid::parse::{did_you_mean, grammar};
use ibid::source::Source;
use ibid::tree::WorkTree;

/// Where a quote is written.
pub struct Target<'c> {
    /// The claim's id.
    pub id: String,
    /// The claim's file, relative to the root.
    pub path: String,
    /// What the file holds; `None` where there is none yet.
    pub before: Option<&'c str>,
    /// The claim with its number in the file; `None` where it is new.
    pub claim: Option<(usize, &'c Claim)>,
    /// The number of a quote of that claim that was begun and has no words yet, which is filled in.
    pub begun: Option<usize>,
    /// The keys of a new claim.
    pub pairs: Vec<Pair>,
    /// Whether the claim is none of the person's: a quote is tried in it that is only printed.
    pub is_tried: bool,
}

/// What a person asked for, and what there is.
pub struct Asked<'a, 'c> {
    pub args: &'a Cite,
    pub corpus: &'c Corpus,
    pub source: &'a Source,
    pub tree: &'a WorkTree,
    pub common: &'a Common,
}

impl<'c> Asked<'_, 'c> {
    /// Where the quote is to be written.
    ///
    /// # Errors
    ///
    /// Where it cannot be written there, or a new claim lacks what it needs.
    pub fn target(&self) -> Result<Target<'c>, Error> {
        let Some(id) = self.args.claim.as_deref() else { return Ok(tried(self.corpus)) };
        let mut known = self.corpus.claims.iter().filter(|claim| claim.id.value == id);
        match (known.next(), known.next()) {
            (None, _) => self.new_claim(id),
            (Some(claim), None) => self.existing(claim),
            (Some(_), Some(_)) => Err(Error::new(format!("several claims have the id `{id}`"))
                .hint("give each an id of its own first; `ibid verify` says where they are")),
        }
    }

    fn existing(&self, claim: &'c Claim) -> Result<Target<'c>, Error> {
        let Self { args, corpus, source, tree, common } = *self;
        let id = &claim.id.value;
        let document = &corpus.claim_files[claim.file];
        let place = format!("{}:{}", document.path, claim.line);
        if args.text.is_some() || args.verdict.is_some() {
            return Err(Error::new(format!("there is a claim `{id}` already, at {place}")).hint(
                "leave out --text and --verdict to add the quote to it, or give the new claim another id",
            ));
        }
        if let Some(file) = &args.file
            && claim_file::named(file, tree, common)? != document.path
        {
            return Err(Error::new(format!("the claim `{id}` is at {place}, not in `{}`", file.display()))
                .hint("leave out --file to add the quote to it there"));
        }
        links::refuse(tree.root(), &document.path)?;
        let number = corpus.number_in_file(claim);
        Ok(Target {
            id: id.clone(),
            path: document.path.clone(),
            before: Some(&document.content),
            claim: Some((number, claim)),
            begun: edit::begun_quote(&document.content, number, &source.id),
            pairs: Vec::new(),
            is_tried: false,
        })
    }

    fn new_claim(&self, id: &str) -> Result<Target<'c>, Error> {
        let Self { args, corpus, source, tree, common } = *self;
        if !grammar::is_claim_id(id) {
            return Err(Error::new(format!("`{id}` cannot be a claim’s id"))
                .hint("use small letters a to z, digits and hyphens, beginning with a letter or digit"));
        }
        claim_file::refuse_unread(corpus, id)?;
        let Some(text) = args.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
            return Err(unknown(id, corpus));
        };
        let mut pairs = vec![Pair::text("id", id), Pair::text("text", text)];
        if let Some(verdict) = &args.verdict {
            claim_file::refuse_verdict(verdict, corpus)?;
            pairs.push(Pair::text("verdict", verdict));
        }
        let path = match &args.file {
            Some(file) => claim_file::named(file, tree, common)?,
            None => claim_file::usual(corpus, source),
        };
        links::refuse(tree.root(), &path)?;
        let document = corpus.claim_file(&path);
        Ok(Target {
            id: id.to_owned(),
            path,
            before: document.map(|document| document.content.as_str()),
            claim: None,
            begun: None,
            pairs,
            is_tried: false,
        })
    }
}

/// A claim in which a quote is tried that is only printed.
fn tried(corpus: &Corpus) -> Target<'_> {
    // One of so many names is free.
    let free = |name: &dyn Fn(usize) -> String, is_free: &dyn Fn(&str) -> bool| {
        (0..=corpus.claims.len() + corpus.claim_files.len()).map(name).find(|name| is_free(name))
    };
    let is_free_id = |id: &str| corpus.claims.iter().all(|claim| claim.id.value != id);
    let is_free_path = |path: &str| corpus.claim_file(path).is_none();
    let id = free(&|number| format!("tried-{number}"), &is_free_id).unwrap_or_default();
    let path = free(&|number| format!("claims/tried-{number}.toml"), &is_free_path).unwrap_or_default();
    let pairs = vec![Pair::text("id", &id), Pair::text("text", "T")];
    Target { id, path, before: None, claim: None, begun: None, pairs, is_tried: true }
}

fn unknown(id: &str, corpus: &Corpus) -> Error {
    let known: Vec<&str> = corpus.claims.iter().map(|claim| claim.id.value.as_str()).collect();
    let begin = "to begin it, say what it asserts: --text \"…\"";
    let error = Error::new(format!("there is no claim `{id}`"));
    match did_you_mean(id, &known) {
        Some(meant) => error.hint(format!("{meant} To begin a new claim, say what it asserts: --text \"…\"")),
        None => error.hint(begin),
    }
}

impl Target<'_> {
    /// The file with the quote in it.
    pub fn with(&self, quote: &[Pair]) -> Result<Edited, Error> {
        let before = self.before.unwrap_or_default();
        match (self.claim, self.begun) {
            (Some((number, _)), Some(begun)) => edit::fill_quote(before, number, begun, quote),
            (Some((number, _)), None) => edit::append_quote(before, number, quote),
            (None, _) => edit::append_claim(before, &self.pairs, quote),
        }
    }

    /// The lines that would be written, in our own layout.
    pub fn printed(&self, quote: &[Pair]) -> String {
        let is_claim = self.claim.is_none() && !self.is_tried;
        if is_claim { edit::claim_lines(&self.pairs, quote) } else { edit::quote_lines(quote) }
    }

    /// The line of a quote of these words in this passage that the claim has already, of the same capture.
    pub fn has_quote(
        &self,
        source: &Source,
        segments: &[&str],
        within: Option<&str>,
        pin: Option<&str>,
    ) -> Option<usize> {
        let (_, claim) = self.claim?;
        let is_same = |quote: &&ibid::claim::Quote| {
            quote.source.as_ref().is_some_and(|id| id.value == source.id)
                && quote.segments() == segments
                && (within.is_none() || quote.within() == within)
                && quote.capture.as_ref().map(|pin| pin.value.as_str()) == pin
        };
        claim.quotes.iter().find(is_same).map(|quote| quote.line)
    }
}

impl From<crate::args::StanceName> for Stance {
    fn from(name: crate::args::StanceName) -> Self {
        use crate::args::StanceName as Name;
        match name {
            Name::Supports => Self::Supports,
            Name::Refutes => Self::Refutes,
            Name::Context => Self::Context,
        }
    }
}
