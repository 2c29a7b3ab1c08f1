//! `ibid cite`: a quote written with the source's own characters.

mod place;
mod target;
mod told;

use crate::args::{Cite, Common};
use crate::{FOUND, PASSED, named, output};
use ibid::anchor::Standing;
use ibid::citing::{self, Citation, Refusal, Wish};
use ibid::claim::Stance;
use ibid::corpus::{Corpus, Selection};
use ibid::edit::{self, Pair};
use ibid::error::Error;
use ibid::finding::{Finding, Level};
use ibid::parse::{captures_instead, has_words};
use ibid::quoting::toml_string;
use ibid::render::visible::visible;
use ibid::source::{Capture, Source};
use ibid::store;
use ibid::text::Text;
use ibid::tree::{Overlay, WorkTree};
use ibid::trusted;
use ibid::verify::{Options, Status, verify};
use target::{Asked, Target};

pub fn run(args: &Cite, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    if !has_words(&args.words) {
        return Err(
            Error::new("there are no words to cite").hint("give them between quotation marks: \"the words\"")
        );
    }
    let corpus = Corpus::load(&tree);
    let source = named::source(&corpus, &args.source, &tree, common)?;
    named::refuse_broken(&corpus, source, false)?;
    let capture = capture(source, args.capture.as_deref())?;
    let target = Asked { args, corpus: &corpus, source, tree: &tree, common }.target()?;
    let content = readable(&tree, source, capture)?;
    let text = source.text(capture, &content);
    let work = Work { args, common, tree: &tree, source, capture, target: &target };
    match citing::cite(&wish(args)?, &text) {
        Ok(citation) => work.write(&citation, &text),
        Err(refusal) => work.refuse(&refusal, &text),
    }
}

fn wish(args: &Cite) -> Result<Wish<'_>, Error> {
    Ok(Wish {
        words: &args.words,
        within: args.within.as_deref(),
        at: args.at.as_deref().map(place::parse).transpose()?,
        partial: args.partial,
        repeated: args.repeated,
    })
}

/// The capture that is cited: the newest, or the one that was named.
fn capture<'c>(source: &'c Source, pin: Option<&str>) -> Result<&'c Capture, Error> {
    let newest = source.captures.last().ok_or_else(|| {
        Error::new(format!("`{}` has no capture", source.id)).hint("`ibid add --to SOURCE FILE` stores one")
    })?;
    let Some(pin) = pin else { return Ok(newest) };
    source.captures.iter().find(|capture| capture.id == pin).ok_or_else(|| {
        Error::new(format!("`{}` has no capture `{pin}`", source.id)).hint(captures_instead(source, pin))
    })
}

fn readable(tree: &WorkTree, source: &Source, capture: &Capture) -> Result<String, Error> {
    trusted::text(tree, source, capture).map_err(|why| {
        Error::new(format!("nothing can be cited: the capture `{}` of `{}` {why}", capture.id, source.id))
            .hint(format!("`ibid verify sources/{}` tells more", source.id))
    })
}

/// The value of `exact`: a text, or a list of them.
fn exact(segments: &[&str]) -> String {
    match segments {
        [single] => toml_string(single),
        _ => format!("[{}]", segments.iter().map(|one| toml_string(one)).collect::<Vec<_>>().join(", ")),
    }
}

/// All that writing needs.
struct Work<'w> {
    args: &'w Cite,
    common: &'w Common,
    tree: &'w WorkTree,
    source: &'w Source,
    capture: &'w Capture,
    target: &'w Target<'w>,
}

impl Work<'_> {
    fn write(&self, citation: &Citation<'_>, text: &Text<'_>) -> Result<u8, Error> {
        let segments: Vec<&str> = citation.segments.iter().map(|&span| text.slice(span)).collect();
        let within = citation.within.map(|span| text.slice(span));
        if let Some(line) = self.target.has_quote(self.source, &segments, within, self.pin()) {
            let told = format!(
                "{}:{line}: the claim has this quote already; nothing was written\n",
                visible(&self.target.path)
            );
            output::print(&told)?;
            return Ok(PASSED);
        }
        if self.source.is_restricted()
            && self.args.within.is_none()
            && let Some(within) = within
        {
            return Ok(self.unasked(within, &segments));
        }
        let quote = self.quote(&segments, within);
        let edited = self.edited(&quote)?;
        let checked = self.checked(&edited, &segments)?;
        let has_errors = checked.findings.iter().any(|finding| finding.level == Level::Error);
        if checked.status != Status::Stands || has_errors {
            return self.fallen(&checked);
        }
        if self.args.print {
            output::print(&self.target.printed(&quote))?;
        } else {
            let place = self.tree.place(&self.target.path);
            match self.target.before {
                Some(before) => store::replace(&place, before.as_bytes(), edited.content.as_bytes())?,
                None => store::create(&place, edited.content.as_bytes())?,
            }
            output::print_done(&told::written(self, &edited, &quote, citation, text), self.common)?;
        }
        if !self.common.quiet {
            for line in told::remarks(citation, text, &checked.findings) {
                output::tell(&line);
            }
        }
        Ok(PASSED)
    }

    /// Refuses to write words of a restricted source that nobody typed into a file that others read.
    fn unasked(&self, within: &str, segments: &[&str]) -> u8 {
        for line in told::unasked(within, segments, self.shows()) {
            output::tell(&line);
        }
        output::tell("nothing was written");
        FOUND
    }

    /// The file that is cited, relative to the root.
    fn path(&self) -> String {
        format!("{}/{}", self.source.folder(), self.capture.text_file())
    }

    /// The capture to pin, which was named.
    fn pin(&self) -> Option<&str> {
        self.args.capture.as_deref()
    }

    fn quote(&self, segments: &[&str], within: Option<&str>) -> Vec<Pair> {
        let args = self.args;
        let mut pairs = vec![Pair::text("source", &self.source.id)];
        let mut optional = |key, value: Option<&str>| pairs.extend(value.map(|value| Pair::text(key, value)));
        optional("capture", self.pin());
        pairs.push(Pair::raw("exact", exact(segments)));
        let mut optional = |key, value: Option<&str>| pairs.extend(value.map(|value| Pair::text(key, value)));
        optional("within", within);
        let stance = args.stance.map(Stance::from).filter(|stance| *stance != Stance::default());
        optional("stance", stance.map(Stance::name));
        optional("speaker", args.speaker.as_deref());
        optional("translation", args.translation.as_deref());
        optional("note", args.note.as_deref());
        for (key, is_set) in [("partial", args.partial), ("repeated", args.repeated)] {
            pairs.extend(is_set.then(|| Pair::raw(key, "true")));
        }
        pairs
    }

    fn edited(&self, quote: &[Pair]) -> Result<edit::Edited, Error> {
        self.target
            .with(quote)
            .map_err(|error| Error::new(format!("{}: {}", self.target.path, error.message)).hint(error.hint))
    }

    /// What `ibid verify` would say of the new quote, were the file written.
    fn checked(&self, edited: &edit::Edited, segments: &[&str]) -> Result<Checked, Error> {
        let path = &self.target.path;
        let tree = Overlay::new(self.tree).with(path, edited.content.as_str());
        let corpus = Corpus::load(&tree);
        let is_own = |index: &usize| {
            let claim = &corpus.claims[*index];
            claim.id.value == self.target.id && corpus.claim_files[claim.file].path == *path
        };
        let broken =
            || Error::new("this is an error in ibid: the new quote cannot be read back; nothing was written");
        let claim = (0..corpus.claims.len()).find(is_own).ok_or_else(broken)?;
        let count = self.target.claim.map_or(0, |(_, known)| known.quotes.len());
        let quotes = &corpus.claims[claim].quotes;
        let own = self.target.begun.unwrap_or(count);
        let is_own_words = quotes.get(own).is_some_and(|quote| quote.segments() == segments);
        let added = usize::from(self.target.begun.is_none());
        if quotes.len() != count + added || !is_own_words {
            return Err(broken());
        }
        let selection = Some(Selection { claims: [claim].into(), ..Selection::default() });
        let shows_restricted = self.shows();
        let options = Options { selection, shows_restricted, ..Options::default() };
        let mut verified = verify(&corpus, &tree, &options);
        let outcomes = verified.outcomes.swap_remove(claim).unwrap_or_default();
        let outcome = outcomes.get(own).ok_or_else(broken)?;
        let line = quotes.get(own).map_or(edited.line, |quote| quote.line);
        let from = if self.target.claim.is_some() { line } else { corpus.claims[claim].line };
        let next = quotes.get(own + 1).map_or(usize::MAX, |quote| quote.line);
        let is_about =
            |finding: &Finding| finding.place.path == *path && (from..next).contains(&finding.place.line);
        let is_here = |finding: &Finding| {
            is_about(finding) && finding.claim.as_deref() == Some(self.target.id.as_str())
        };
        let findings = verified.findings.into_iter().filter(is_here).collect();
        Ok(Checked { status: outcome.status, findings })
    }

    /// The words were found, but the quote made of them would not stand: what it leaves out negates.
    fn fallen(&self, checked: &Checked) -> Result<u8, Error> {
        let errors: Vec<&Finding> =
            checked.findings.iter().filter(|finding| finding.level == Level::Error).collect();
        if errors.is_empty() {
            return Err(Error::new(format!(
                "this is an error in ibid: the quote as it was to be written is {}; nothing was written",
                checked.status.name()
            )));
        }
        for finding in errors {
            told::finding(self, finding, None);
        }
        output::tell("nothing was written");
        Ok(FOUND)
    }

    /// Says what was found in place of the words, as `ibid verify` would of a quote of them.
    fn refuse(&self, refusal: &Refusal<'_>, text: &Text<'_>) -> Result<u8, Error> {
        let passage = self.args.within.as_deref().and_then(|within| citing::passage(within, text));
        let (segments, within) = match refusal {
            Refusal::Words(segments, _) | Refusal::Elsewhere(segments, _) | Refusal::Undecided(segments) => {
                (segments.clone(), passage.map(|span| text.slice(span)))
            }
            Refusal::Within(within, _) => (vec![*within], None),
        };
        let edited = self.edited(&self.quote(&segments, within))?;
        let checked = self.checked(&edited, &segments)?;
        let help = self.help(refusal, text);
        let is_of_words = matches!(refusal, Refusal::Words(..) | Refusal::Within(..));
        let error = checked.findings.iter().find(|finding| finding.level == Level::Error && is_of_words);
        if let Some(finding) = error {
            told::finding(self, finding, Some(help));
        } else {
            output::tell(&format!("error: {}", told::elsewhere(refusal, self.args, text)));
            for line in &help {
                output::tell(&format!(" help: {line}"));
            }
        }
        output::tell("nothing was written");
        Ok(FOUND)
    }

    /// Whether the source's words may be shown beyond those that were typed.
    fn shows(&self) -> bool {
        !self.source.is_restricted() || output::shows_restricted(self.common, false)
    }

    /// What to do about words that cannot be cited as they were typed.
    fn help(&self, refusal: &Refusal<'_>, text: &Text<'_>) -> Vec<String> {
        // Words that are there several times need a place, not another capture.
        let is_ambiguous =
            matches!(refusal, Refusal::Words(_, found) if found.standing == Standing::Ambiguous);
        if let Some(earlier) = self.earlier().filter(|_| !is_ambiguous) {
            return vec![format!(
                "these words stand in the earlier capture `{earlier}`; to cite that one knowingly, add --capture {earlier}"
            )];
        }
        if !self.shows() {
            return vec!["the source is restricted: its own words are shown on a terminal alone".into()];
        }
        told::help(refusal, self.args.partial, text)
    }

    /// The newest earlier capture in which the words stand.
    fn earlier(&self) -> Option<String> {
        let wish = wish(self.args).ok()?;
        let before = self.source.captures.iter().take_while(|capture| capture.id != self.capture.id);
        let earlier: Vec<&Capture> = before.filter(|_| self.args.capture.is_none()).collect();
        let stands = |capture: &&&Capture| {
            let content = trusted::text(self.tree, self.source, capture);
            content.is_ok_and(|content| citing::cite(&wish, &self.source.text(capture, &content)).is_ok())
        };
        earlier.iter().rev().find(stands).map(|capture| capture.id.clone())
    }
}

/// What `ibid verify` says of the quote.
struct Checked {
    status: Status,
    findings: Vec<Finding>,
}
