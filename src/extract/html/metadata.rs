//! What a page says of itself: JSON-LD (schema.org) first, then Open Graph, then HTML's own elements. All of
//! it is a proposal to a person.

use super::super::Metadata;
use super::dom::{Dom, Id, ROOT};
use crate::fold::tags;
use crate::fragment::is_web_address;
use crate::parse::grammar;
use serde_json::Value;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub metadata: Metadata,
    /// Whether the page says that not all may read it for nothing.
    pub is_for_payers: bool,
}

/// The most characters of a value; longer ones are no titles or names.
const LONGEST: usize = 500;
/// The most authors.
const AUTHORS: usize = 20;

/// Reads what a page says of itself.
pub(super) fn read(dom: &Dom) -> Read {
    let elements = Elements::of(dom);
    let article = elements.structured.iter().find(|value| is_article(value));
    let of = |key: &str| article.and_then(|value| string(value.get(key)?));
    let meta = |names: &[&str]| names.iter().find_map(|name| elements.meta(name));
    let metas = meta(&["citation_title", "og:title", "twitter:title", "dc.title"]);
    let told = [of("headline"), of("name"), metas].into_iter().flatten().collect();
    let title = elements.shown(told).or_else(|| elements.text_of("h1")).or_else(|| elements.text_of("title"));
    let publisher = article.and_then(|value| names(value.get("publisher")?).into_iter().next());
    let dates = [of("datePublished"), meta(PUBLISHED), elements.time()];
    let languages =
        [elements.language(), of("inLanguage"), meta(&["og:locale", "content-language", "dc.language"])];
    let urls = [elements.canonical(), meta(&["og:url"]), of("url")];
    let is_free = article.and_then(|value| value.get("isAccessibleForFree"));
    Read {
        is_for_payers: is_free.is_some_and(|value| {
            *value == Value::Bool(false)
                || value.as_str().is_some_and(|text| text.eq_ignore_ascii_case("false"))
        }),
        metadata: Metadata {
            title,
            publisher: publisher.or_else(|| meta(&["og:site_name", "application-name", "dc.publisher"])),
            author: authors(article, &elements),
            published: dates.into_iter().flatten().find_map(|date| day(&date)),
            language: languages.into_iter().flatten().find_map(|tag| language(&tag)),
            url: urls.into_iter().flatten().find(|url| is_web_address(url)),
        },
    }
}

/// Names of `meta` that tell when a page was published, the surest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "datepublished",
    "date.publication",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "pubdate",
    "dc.date.issued",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "date",
];

/// The elements of a page that tell something of it.
struct Elements<'d> {
    dom: &'d Dom,
    metas: Vec<(String, String)>,
    /// Objects of the page’s JSON-LD.
    structured: Vec<Value>,
}

impl<'d> Elements<'d> {
    fn of(dom: &'d Dom) -> Self {
        let mut found = Self { dom, metas: Vec::new(), structured: Vec::new() };
        for node in dom.below(ROOT) {
            match dom.name(node) {
                "meta" => found.metas.extend(meta(dom, node)),
                "script"
                    if dom
                        .attribute(node, "type")
                        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) =>
                {
                    let parsed = serde_json::from_str(dom.text_below(node).trim());
                    found.structured.extend(parsed.map(objects).unwrap_or_default());
                }
                _ => {}
            }
        }
        found
    }

    fn meta(&self, name: &str) -> Option<String> {
        self.metas.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    fn text_of(&self, name: &str) -> Option<String> {
        clean(&self.dom.text_below(self.dom.first_named(name)?))
    }

    /// The first of these that the page shows as its heading or in its title, else the first: what a page calls its
    /// headline may be a description.
    fn shown(&self, titles: Vec<String>) -> Option<String> {
        let shown = [self.text_of("h1"), self.text_of("title")];
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let shown: Vec<String> = shown.iter().flatten().map(|text| letters(text)).collect();
        let is_shown = |title: &String| shown.iter().any(|one| one.contains(&letters(title)));
        let first = titles.first().cloned();
        titles.into_iter().find(is_shown).or(first)
    }

    fn language(&self) -> Option<String> {
        let html = self.dom.first_named("html")?;
        self.dom.attribute(html, "lang").or_else(|| self.dom.attribute(html, "xml:lang")).and_then(clean)
    }

    fn canonical(&self) -> Option<String> {
        let is_canonical = |&node: &Id| {
            self.dom.name(node) == "link"
                && self.dom.attribute(node, "rel").is_some_and(|rel| {
                    rel.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case("canonical"))
                })
        };
        let link = self.dom.below(ROOT).find(is_canonical)?;
        self.dom.attribute(link, "href").and_then(clean)
    }

    /// The first time that the page says is that of its publication, else the first time of an article.
    fn time(&self) -> Option<String> {
        let times = || self.dom.below(ROOT).filter(|&node| self.dom.name(node) == "time");
        let is_publication = |&node: &Id| {
            self.dom.attribute(node, "pubdate").is_some()
                || self.dom.attribute(node, "itemprop").is_some_and(|name| name == "datePublished")
        };
        let is_in_article =
            |&node: &Id| self.dom.outward(node).any(|up| matches!(self.dom.name(up), "article" | "main"));
        let time = times().find(is_publication).or_else(|| times().find(is_in_article))?;
        self.dom.attribute(time, "datetime").and_then(clean)
    }

    fn linked_authors(&self) -> Vec<String> {
        let is_author = |&node: &Id| {
            let says =
                |name: &str| self.dom.attribute(node, name).is_some_and(|value| value.trim() == "author");
            says("rel") && self.dom.name(node) == "a" || says("itemprop")
        };
        let texts = self.dom.below(ROOT).filter(is_author).take(AUTHORS);
        texts.filter_map(|node| clean(&self.dom.text_below(node))).collect()
    }
}

fn meta(dom: &Dom, node: Id) -> Option<(String, String)> {
    let names = ["property", "name", "itemprop", "http-equiv"];
    let name = names.iter().find_map(|name| dom.attribute(node, name))?;
    Some((name.trim().to_ascii_lowercase(), clean(dom.attribute(node, "content")?)?))
}

/// The objects of a JSON-LD document, those of its graph too.
fn objects(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items.into_iter().flat_map(objects).collect(),
        Value::Object(mut object) => {
            let graph = object.remove("@graph").map(objects).unwrap_or_default();
            std::iter::once(Value::Object(object)).chain(graph).collect()
        }
        _ => Vec::new(),
    }
}

fn is_article(value: &Value) -> bool {
    let is_one = |kind: &str| {
        ["Article", "BlogPosting", "Report", "LiveBlogPosting", "Statement"]
            .iter()
            .any(|end| kind.ends_with(end))
    };
    match value.get("@type") {
        Some(Value::String(kind)) => is_one(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_one),
        _ => false,
    }
}

fn string(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => clean(&unescaped(text)),
        Value::Object(object) => string(object.get("@id").or_else(|| object.get("name"))?),
        Value::Array(items) => string(items.first()?),
        _ => None,
    }
}

/// The names of one or several persons or organisations.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().flat_map(names).collect(),
        Value::Object(object) => object.get("name").map(names).unwrap_or_default(),
        Value::String(name) => clean(&unescaped(name)).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn authors(article: Option<&Value>, elements: &Elements<'_>) -> Vec<String> {
    let structured = article.and_then(|value| value.get("author")).map(names).unwrap_or_default();
    let is_author =
        |name: &str| matches!(name, "author" | "citation_author" | "dc.creator" | "article:author");
    let metas =
        elements.metas.iter().filter(|(name, _)| is_author(name)).map(|(_, value)| value.clone()).collect();
    let lists = [structured, metas, elements.linked_authors()];
    let mut found: Vec<String> = Vec::new();
    for author in
        lists.into_iter().find(|list| list.iter().any(|one| !is_web_address(one))).unwrap_or_default()
    {
        if !is_web_address(&author) && !found.contains(&author) && found.len() < AUTHORS {
            found.push(author);
        }
    }
    found
}

/// A value of JSON-LD in which HTML's character references stand, as some publishing systems write them.
fn unescaped(text: &str) -> String {
    if !text.contains(['&', '<']) || text.len() > LONGEST * 8 {
        return text.to_owned();
    }
    Dom::parse(text).map_or_else(|_| text.to_owned(), |dom| dom.text_below(ROOT))
}

/// A value on one line; none where there is nothing, or more than a value has.
fn clean(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty()).collect();
    let value = words.join(" ");
    let value = value.trim();
    (!value.is_empty() && value.chars().count() <= LONGEST).then(|| value.to_owned())
}

/// The day of a date and time.
fn day(date: &str) -> Option<String> {
    let day = date.get(..10).unwrap_or(date).replace('/', "-");
    grammar::is_edtf_date(&day).then_some(day)
}

fn language(tag: &str) -> Option<String> {
    let tag = tag.split(',').next().unwrap_or(tag).trim().replace('_', "-");
    grammar::names_language(&tag).then(|| tags::normal(&tag))
}
