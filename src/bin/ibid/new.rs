//! `ibid new`: a claim begun, with comments that teach.

use crate::args::{Common, New};
use crate::{PASSED, claim_file, links, named, output};
use ibid::corpus::Corpus;
use ibid::edit::{self, Edited, Pair};
use ibid::error::Error;
use ibid::fold::is_spaceless;
use ibid::parse::{grammar, id_of_words};
use ibid::quoting::toml_string;
use ibid::render::visible::visible;
use ibid::source::Source;
use ibid::store;
use ibid::tree::WorkTree;

pub fn run(args: &New, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    let corpus = Corpus::load(&tree);
    let begun = Begun::of(args, &corpus)?;
    refuse_known(&begun, &corpus)?;
    claim_file::refuse_unread(&corpus, &begun.id)?;
    if let Some(verdict) = &args.verdict {
        claim_file::refuse_verdict(verdict, &corpus)?;
    }
    let source = args.source.as_ref().map(|word| named::source(&corpus, word, &tree, common)).transpose()?;
    let path = match (&args.file, source) {
        (Some(file), _) => claim_file::named(file, &tree, common)?,
        (None, Some(source)) => claim_file::usual(&corpus, source),
        (None, None) => format!("claims/{}.toml", begun.id),
    };
    links::refuse(tree.root(), &path)?;
    let document = corpus.claim_file(&path);
    let before = document.map(|document| document.content.as_str());
    let edited = begun
        .written(args, source, before.unwrap_or_default(), &corpus)
        .map_err(|error| Error::new(format!("{path}: {}", error.message)).hint(error.hint))?;
    write(&tree, &path, before, &edited)?;
    if !common.quiet {
        output::print(&begun.told(source, &visible(&path), edited.line))?;
    }
    Ok(PASSED)
}

fn write(tree: &WorkTree, path: &str, before: Option<&str>, edited: &Edited) -> Result<(), Error> {
    let place = tree.place(path);
    match before {
        Some(before) => store::replace(&place, before.as_bytes(), edited.content.as_bytes()),
        None => store::create(&place, edited.content.as_bytes()),
    }
}

/// The claim as far as the person has said it.
struct Begun {
    id: String,
    text: String,
    /// Whether the id was made of the text.
    is_proposed: bool,
}

impl Begun {
    fn of(args: &New, corpus: &Corpus) -> Result<Self, Error> {
        let text = args.text.as_deref().unwrap_or_default().trim().to_owned();
        let word = args.claim.trim();
        if grammar::is_claim_id(word) {
            return Ok(Self { id: word.to_owned(), text, is_proposed: false });
        }
        let id = id_of_words(word);
        if id.is_empty() {
            return Err(Error::new("no id can be made of these words").hint(
                "give the claim a short name in small letters, and what it asserts with --text: ibid new a-short-name --text \"…\"",
            ));
        }
        // A sentence is the claim itself; a single odd word is an id that went wrong.
        if args.text.is_none() && is_sentence(word) {
            return Ok(Self { id, text: word.to_owned(), is_proposed: true });
        }
        let is_taken = corpus.claims.iter().any(|claim| claim.id.value == id);
        let hint = if is_taken {
            format!("; there is a claim `{id}` already")
        } else {
            format!("; try: ibid new {id}")
        };
        Err(Error::new(format!("`{word}` cannot be a claim’s id"))
            .hint(format!("small letters a to z, digits and hyphens can{hint}")))
    }

    /// The file with the claim at its end.
    fn written(
        &self,
        args: &New,
        source: Option<&Source>,
        before: &str,
        corpus: &Corpus,
    ) -> Result<Edited, Error> {
        let id = Pair::text("id", &self.id);
        let text = Pair::text("text", &self.text);
        let verdict = args.verdict.as_ref().map(|verdict| Pair::text("verdict", verdict));
        let source = Pair::text("source", source.map_or("", |source| &source.id));
        let exact = Pair::text("exact", "");
        if args.plain {
            let claim: Vec<Pair> = [id, text].into_iter().chain(verdict).collect();
            return edit::append_claim(before, &claim, &[source, exact]);
        }
        let text = if self.text.is_empty() { text.above(lines(ABOUT_TEXT)) } else { text };
        let text = if verdict.is_none() { text.below(about_verdict(&corpus.config.scale)) } else { text };
        let claim: Vec<Pair> = [id.above(lines(ABOUT_ID)), text].into_iter().chain(verdict).collect();
        let quote =
            [source.above(lines(ABOUT_SOURCE)), exact.above(lines(ABOUT_EXACT)).below(lines(ABOUT_MORE))];
        edit::append_claim(before, &claim, &quote)
    }

    /// What was done, and what is to be done.
    fn told(&self, source: Option<&Source>, path: &str, line: usize) -> String {
        let Self { id, text, .. } = self;
        let mut told = format!("{path}:{line}: began the claim `{id}`\n");
        if self.is_proposed {
            told.push_str(
                "The id is made of your words. Ids are kept for good; if you want another, change it now.\n",
            );
        }
        let mut wanted = Vec::new();
        wanted.extend(text.is_empty().then_some("what it asserts (text)"));
        wanted.extend(source.is_none().then_some("the source"));
        wanted.push("the quoted words (exact)");
        told.push_str(&format!(
            "\nStill to be filled in, by hand: {}. Or let ibid write the quote:\n",
            wanted.join(", ")
        ));
        if source.is_none() {
            told.push_str("  ibid find \"the words\"\n");
        }
        let of = source.map_or("SOURCE", |source| &source.id);
        told.push_str(&format!(
            "  ibid cite {of} \"the words\" --claim {id}\n\n`ibid verify {id}` tells what is still empty.\n"
        ));
        told
    }
}

const ABOUT_ID: &[&str] = &["A short name, unique and kept for good: small letters, digits, hyphens."];
const ABOUT_TEXT: &[&str] = &["What is asserted: one sentence, in your own words."];
const ABOUT_SOURCE: &[&str] =
    &["The article: its folder below sources/. `ibid find \"the words\"` tells which have them."];
const ABOUT_EXACT: &[&str] = &[
    "The quoted words, letter for letter as the article has them. Where words are left out,",
    "a list: [\"the first part\", \"the second\"].",
];
// A value of dots stands nowhere and is no verdict or stance: taken in by mistake, it is told of.
const ABOUT_MORE: &[&str] = &[
    "Where you need them, take the # away and fill in:",
    "within = \"…\"       # a longer passage with the words in it, where they are short or not unique",
    "stance = \"…\"       # supports (so it is without this line), refutes or context",
    "speaker = \"…\"      # who said the words",
    "translation = \"…\"  # the words in your language",
];

fn about_verdict(scale: &[String]) -> Vec<String> {
    let scale: Vec<String> = scale.iter().map(|name| toml_string(name)).collect();
    let listed = match scale.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => scale.concat(),
    };
    vec![format!("What you found of it: {listed}. Take the # away once you know:"), "verdict = \"…\"".into()]
}

fn lines(text: &[&str]) -> Vec<String> {
    text.iter().map(|line| (*line).to_owned()).collect()
}

/// Whether words are a sentence and no name: several, or of a script that is written without spaces.
fn is_sentence(words: &str) -> bool {
    words.contains(char::is_whitespace) || words.chars().any(is_spaceless)
}

fn refuse_known(begun: &Begun, corpus: &Corpus) -> Result<(), Error> {
    let Some(known) = corpus.claims.iter().find(|claim| claim.id.value == begun.id) else { return Ok(()) };
    let path = &corpus.claim_files[known.file].path;
    let error = Error::new(format!("there is a claim `{}` already, at {path}:{}", begun.id, known.line));
    Err(if begun.is_proposed {
        error.hint("where yours is another, give it a name of its own: ibid new another-name --text \"…\"")
    } else {
        error.hint(format!("to add a quote to it: ibid cite SOURCE \"the words\" --claim {}", begun.id))
    })
}
