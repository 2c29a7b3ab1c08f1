//! `ibid add`.

use crate::args::{Add, Common};
use crate::document::{Document, Origin, refuse_secret};
use crate::restricted::InVault;
use crate::stored::{brought_back, refuse_known, warn_of_ignored};
use crate::taken::{Taken, taken, warn_of_future};
use crate::{PASSED, capture, links, output, restricted};
use ibid::corpus::Corpus;
use ibid::error::Error;
use ibid::extract::Metadata;
use ibid::fold::{language, tags};
use ibid::parse::{grammar, id_of_words, lacks_scheme};
use ibid::quoting::toml_string;
use ibid::render::visible::visible;
use ibid::source::Access;
use ibid::store;
use ibid::tree::Place;

pub fn run(args: &Add, common: &Common) -> Result<u8, Error> {
    if let Some(source) = &args.to {
        return capture::run(args, source, common);
    }
    let tree = output::repository(common)?;
    check_address(args)?;
    let document = Document::read(args, common, None)?;
    check_metadata(args)?;
    let said = &document.extracted.metadata;
    let (title, note) = title(args, said)?;
    let metadata = Metadata { title: Some(title.clone()), ..merged(args, said) };
    let taken = taken(args.captured.as_deref())?;
    let corpus = Corpus::load(&tree);
    if let Some(told) = brought_back(corpus.sources.iter(), &document, &tree, args)? {
        output::print(&told)?;
        return Ok(PASSED);
    }
    refuse_known(corpus.sources.iter(), &document, args)?;
    let id = id(args, &title, &corpus)?;
    links::refuse_to_source(tree.root(), &id)?;
    let vault = if args.restricted { restricted::in_vault(&tree, &id)? } else { None };
    let record = record(&metadata, args, &document, &taken);
    let folder = tree.place(format!("sources/{id}"));
    store(args, &folder, vault.as_ref(), &document, &taken.day, &record)?;
    let kept = if args.restricted { restricted::told(&id, vault.is_some()) } else { String::new() };
    let who = if document.is_pdf() { "PDF" } else { "page" };
    let told = format!(
        "{kept}{note}{}{}{}",
        journey(args, &document),
        taken_over(who, &metadata, said),
        doubtful_language(who, &metadata, &document)
    );
    let folder = vault.map_or_else(|| format!("sources/{id}"), |vault| vault.shown());
    let told = format!(
        "Stored `{id}`: {}{told}\nTo quote it:\n\n  [[claim.quote]]\n  source = {}\n  exact = \"…\"\n",
        document.told(&folder, &taken.day),
        toml_string(&id),
    );
    output::print_done(&told, common)?;
    warn_of_future(&taken, &id);
    if args.restricted {
        restricted::warn_of_original(args, common)?;
    } else {
        warn_of_ignored(&tree, &format!("sources/{id}/{}", document.name(&taken.day)));
    }
    Ok(PASSED)
}

/// Writes the record with the bytes beside it, or with the bytes in the vault, all or nothing.
fn store(
    args: &Add,
    folder: &Place,
    vault: Option<&InVault>,
    document: &Document,
    day: &str,
    record: &str,
) -> Result<(), Error> {
    let name = document.name(day);
    let text = document.text(day);
    let mut files = vec![(name.as_str(), &document.bytes[..])];
    files.extend(text.as_ref().map(|(name, bytes)| (name.as_str(), *bytes)));
    let record = ("source.toml", record.as_bytes());
    if let Some(vault) = vault {
        let files: Vec<(Place, &[u8])> =
            files.into_iter().map(|(name, bytes)| (vault.place(name), bytes)).collect();
        return store::create_before(&files, || store::create_folder(folder, &[record]));
    }
    let ignored = restricted::ignored();
    // First of all, so that git takes no byte even in between.
    let ignored = args.restricted.then_some((restricted::GIT_IGNORE, ignored.as_bytes()));
    let all: Vec<(&str, &[u8])> = ignored.into_iter().chain(files).chain([record]).collect();
    store::create_folder(folder, &all)
}

/// An address without what makes no other page of it: the scheme, `www.`, a slash at the end.
fn plain(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
}

/// The title, and what a person should know of it.
fn title(args: &Add, said: &Metadata) -> Result<(String, &'static str), Error> {
    if let Some(title) = &args.title {
        let title = title.trim();
        return if title.is_empty() {
            Err(Error::new("the title is empty"))
        } else {
            Ok((title.to_owned(), ""))
        };
    }
    if let Some(title) = &said.title {
        return Ok((title.clone(), ""));
    }
    let origin = Origin::of(&args.file);
    match origin.title() {
        Some(title) if matches!(origin, Origin::Address(_)) => Ok((
            title,
            "It tells no title, so part of the address is its title; give it its own in source.toml.\n",
        )),
        Some(title) => Ok((title, "Its title is the file’s name; give it its own in source.toml.\n")),
        None => Err(Error::new("text from standard input needs a title").hint("give it one: --title \"…\"")),
    }
}

/// What a person says of the source, and what the document says where they say nothing.
fn merged(args: &Add, said: &Metadata) -> Metadata {
    let or = |given: &Option<String>, said: &Option<String>| given.clone().or_else(|| said.clone());
    Metadata {
        title: None,
        publisher: or(&args.publisher, &said.publisher),
        author: if args.author.is_empty() { said.author.clone() } else { args.author.clone() },
        published: or(&args.published, &said.published),
        language: or(&args.language.as_deref().map(tags::normal), &said.language),
        url: or(&or(&args.url, &address(args)), &said.url),
    }
}

/// Refuses an address that does not say what it is: it could not be fetched again, nor led to.
fn check_address(args: &Add) -> Result<(), Error> {
    let Some(url) = args.url.as_deref().map(str::trim) else { return Ok(()) };
    refuse_secret(url)?;
    let scheme = url.split([':', '/', '?', '#']).next().unwrap_or_default();
    let has_scheme =
        url[scheme.len()..].starts_with(':') && scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    if has_scheme {
        return Ok(());
    }
    let error = Error::new(format!("`{url}` is no whole address on the web"));
    Err(if lacks_scheme(url) {
        error.hint(format!("write it as the browser has it: --url https://{url}"))
    } else {
        error.hint("copy it whole from the browser: --url https://example.org/article")
    })
}

/// The address that was fetched, as the person typed it.
fn address(args: &Add) -> Option<String> {
    match Origin::of(&args.file) {
        Origin::Address(address) => Some(address.to_owned()),
        _ => None,
    }
}

/// What a person should know of how a page came.
fn journey(args: &Add, document: &Document) -> String {
    let Some(fetch) = &document.fetch else { return String::new() };
    let mut out = String::new();
    if !fetch.redirects.is_empty() {
        out.push_str(&format!("The address led on to {}\n", fetch.url));
    }
    let said = document.extracted.metadata.url.as_deref().filter(|said| plain(said) != plain(&fetch.url));
    if let Some(said) = said.filter(|said| args.url.is_none() && Some(*said) != address(args).as_deref()) {
        out.push_str(&format!(
            "The page calls {} its own address; write that as `url` if you prefer it.\n",
            visible(said)
        ));
    }
    out
}

/// The lines of the record that come from the document itself, for a person to see.
fn taken_over(who: &str, metadata: &Metadata, said: &Metadata) -> String {
    let own = described(said);
    let lines: Vec<String> = described(metadata).into_iter().filter(|line| own.contains(line)).collect();
    if lines.is_empty() {
        return String::new();
    }
    format!(
        "\nThe {who} says of itself, and so does source.toml now; correct it there:\n  {}\n",
        lines.join("\n  ")
    )
}

/// What a person should know where the words of the document are plainly of another language than its record says.
fn doubtful_language(who: &str, metadata: &Metadata, document: &Document) -> String {
    let said = document.extracted.metadata.language.as_deref();
    let Some(declared) = metadata.language.as_deref() else { return String::new() };
    let own = std::str::from_utf8(&document.bytes).unwrap_or_default();
    let text = document.extracted.text.as_deref().unwrap_or(own);
    let Some(other) = language::contradiction(text, declared) else { return String::new() };
    let told = if said == Some(declared) {
        format!("The {who} says that its language is `{}`", visible(declared))
    } else {
        format!("source.toml says `language = {}`", toml_string(declared))
    };
    let name = tags::name(other);
    format!(
        "\n{told}; the words look like {name}.\nNegations of both are looked for. If it is {name}, write `language = \"{other}\"` in source.toml.\n"
    )
}

/// The lines of a record that describe the source.
fn described(metadata: &Metadata) -> Vec<String> {
    let line = |key: &str, value: &Option<String>| {
        value.as_ref().map(|value| format!("{key} = {}", toml_string(value)))
    };
    let authors: Vec<String> = metadata.author.iter().map(|author| toml_string(author)).collect();
    let author = (!authors.is_empty()).then(|| format!("author = [{}]", authors.join(", ")));
    let lines = [
        line("title", &metadata.title),
        author,
        line("publisher", &metadata.publisher),
        line("url", &metadata.url),
        line("published", &metadata.published),
        line("language", &metadata.language),
    ];
    lines.into_iter().flatten().collect()
}

fn check_metadata(args: &Add) -> Result<(), Error> {
    if let Some(date) = args.published.as_deref().filter(|date| !grammar::is_edtf_date(date)) {
        return Err(Error::new(format!("`{date}` is no year, month or day"))
            .hint("write as much as is known: --published 2025, 2025-12 or 2025-12-08"));
    }
    if let Some(tag) = args.language.as_deref().filter(|tag| !grammar::names_language(tag)) {
        return Err(Error::new(format!("`{tag}` is no language tag"))
            .hint("write a tag such as fr, ar or zh-Hans (BCP 47)"));
    }
    Ok(())
}

fn id(args: &Add, title: &str, corpus: &Corpus) -> Result<String, Error> {
    let id = args.id.clone().unwrap_or_else(|| id_of_words(title));
    if id.is_empty() {
        return Err(Error::new("no id can be proposed from this title").hint("give it one: --id the-article"));
    }
    if !grammar::is_source_id(&id) {
        return Err(Error::new(format!("`{id}` cannot be a source’s id"))
            .hint("use small letters a to z, digits, `.`, `_`, `-` and `/`, each part beginning with a letter or digit"));
    }
    if id.split('/').any(|part| part == "source.toml") {
        return Err(
            Error::new("a source cannot be named `source.toml`").hint("give it another: --id the-article")
        );
    }
    if corpus.source(&id).is_some() {
        return Err(Error::new(format!("there is a source `{id}` already; nothing was stored"))
            .hint(format!("give this one another id: --id {id}-2")));
    }
    Ok(id)
}

fn record(metadata: &Metadata, args: &Add, document: &Document, taken: &Taken) -> String {
    let mut lines = described(metadata);
    lines.extend(args.restricted.then(|| format!("access = \"{}\"", Access::Restricted.name())));
    lines.push(String::new());
    lines.push("[[capture]]".into());
    lines.push(format!("file = {}", toml_string(&document.name(&taken.day))));
    lines.push(format!("sha256 = \"{}\"", document.digest));
    lines.push(format!("captured = {}", taken.written));
    lines.push(format!("media-type = {}", toml_string(&document.media_type)));
    lines.extend(args.note.iter().map(|note| format!("note = {}", toml_string(note))));
    lines.extend(document.fetched().map(|fetched| format!("fetched = {fetched}")));
    lines.extend(args.archive.iter().map(|archive| format!("archive = {}", toml_string(archive))));
    lines.extend(document.pinned(&taken.day).map(|text| format!("text = {text}")));
    lines.join("\n") + "\n"
}
