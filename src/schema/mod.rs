//! JSON Schemas of the files that people write, for completion and hover texts in their editors. They say no
//! more than `parse` does, so that an editor underlines nothing that `ibid verify` would take.
//!
//! Draft 4, for that is what editors' TOML plugins read; what they show beside it is in `x-taplo`, as Taplo
//! defines it. The keys are listed here once more than in `parse`, with what a person should know of each; a
//! test holds the two lists together.

mod claims;
mod config;
mod record;

use crate::config::Config;
use serde_json::{Map, Value, json};

/// The files that tell editors which schema belongs to which files, relative to the root, with what they
/// hold: for the plugins Taplo (Even Better TOML) and Tombi.
pub const EDITOR_FILES: [(&str, &str); 2] = [(".taplo.toml", TAPLO), (".tombi.toml", TOMBI)];

const TAPLO: &str = "\
# Tells editors with the plugin Taplo (Even Better TOML) which keys the files of ibid have.
# `ibid schema --write` writes the schemas anew.
[[rule]]
include = [\"claims/**/*.toml\"]
schema = { path = \".ibid/claims.schema.json\", enabled = true }

[[rule]]
include = [\"sources/**/source.toml\"]
schema = { path = \".ibid/source.schema.json\", enabled = true }

[[rule]]
include = [\"ibid.toml\"]
schema = { path = \".ibid/config.schema.json\", enabled = true }
";

const TOMBI: &str = "\
# Tells editors with the plugin Tombi which keys the files of ibid have.
# `ibid schema --write` writes the schemas anew.
[[schemas]]
path = \".ibid/claims.schema.json\"
include = [\"claims/**/*.toml\"]

[[schemas]]
path = \".ibid/source.schema.json\"
include = [\"sources/**/source.toml\"]

[[schemas]]
path = \".ibid/config.schema.json\"
include = [\"ibid.toml\"]
";

/// A key of a schema that says who wrote it, so that no other file is written over.
const MARK: &str = "x-written-by";

/// A kind of file that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Claim files, `claims/**/*.toml`.
    Claims,
    /// Records of sources, `source.toml`.
    Source,
    /// The configuration, `ibid.toml`.
    Config,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Claims, Self::Source, Self::Config];

    /// Where the kind's schema is kept in a repository, relative to the root.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Claims => ".ibid/claims.schema.json",
            Self::Source => ".ibid/source.schema.json",
            Self::Config => ".ibid/config.schema.json",
        }
    }
}

/// A source that an editor offers where a quote names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// The schema of a kind of file (JSON Schema, draft 4). Claims may have the
/// verdicts of `config`; the ids of `sources` are offered, and any other is taken too, for a schema is older
/// than the newest source.
pub fn schema(kind: Kind, config: &Config, sources: &[Offered]) -> Value {
    let table = match kind {
        Kind::Claims => claims::file(config, sources),
        Kind::Source => record::file(),
        Kind::Config => config::file(config),
    };
    let mut root = table.schema();
    root.insert("$schema".into(), json!("http://json-schema.org/draft-04/schema#"));
    root.insert(MARK.into(), json!("ibid schema --write"));
    Value::Object(root)
}

/// Whether `content` is a schema that [`schema`] made, in this version or another.
pub fn is_ours(content: &str) -> bool {
    serde_json::from_str::<Map<String, Value>>(content).is_ok_and(|root| root.contains_key(MARK))
}

/// Whether `content` is a schema of claim files that offers sources.
pub fn offers_sources(content: &str) -> bool {
    let place = "/properties/claim/items/properties/quote/items/properties/source/anyOf";
    serde_json::from_str::<Value>(content).is_ok_and(|root| root.pointer(place).is_some())
}

/// A table of a file: its keys, and no others.
struct Table {
    title: &'static str,
    about: &'static str,
    keys: Vec<Key>,
}

impl Table {
    fn schema(&self) -> Map<String, Value> {
        let needed: Vec<&str> = self.keys.iter().filter(|key| key.is_needed).map(|key| key.name).collect();
        let keys: Map<String, Value> =
            self.keys.iter().map(|key| (key.name.to_owned(), Value::Object(key.schema()))).collect();
        let mut schema = Map::new();
        schema.insert("title".into(), json!(self.title));
        schema.insert("description".into(), json!(self.about));
        schema.insert("type".into(), json!("object"));
        schema.insert("properties".into(), Value::Object(keys));
        schema.insert("additionalProperties".into(), json!(false));
        if !needed.is_empty() {
            schema.insert("required".into(), json!(needed));
            schema.insert("x-taplo".into(), json!({ "initKeys": needed }));
        }
        schema
    }
}

/// A key of a table.
struct Key {
    name: &'static str,
    about: &'static str,
    form: Form,
    is_needed: bool,
    link: Option<&'static str>,
}

impl Key {
    /// A key that may be there.
    fn new(name: &'static str, form: Form, about: &'static str) -> Self {
        Self { name, about, form, is_needed: false, link: None }
    }

    /// The same, which must be there.
    fn needed(self) -> Self {
        Self { is_needed: true, ..self }
    }

    /// The same with a page that tells more.
    fn link(self, link: &'static str) -> Self {
        Self { link: Some(link), ..self }
    }

    fn schema(&self) -> Map<String, Value> {
        let mut schema = self.form.schema();
        schema.insert("description".into(), json!(self.about));
        let taplo = schema.entry("x-taplo").or_insert_with(|| json!({}));
        if let (Some(link), Some(taplo)) = (self.link, taplo.as_object_mut()) {
            taplo.insert("links".into(), json!({ "key": link }));
        }
        if schema.get("x-taplo").is_some_and(|taplo| *taplo == json!({})) {
            schema.remove("x-taplo");
        }
        schema
    }
}

/// What the value of a key may be.
enum Form {
    /// A text, possibly empty.
    Text,
    /// A text with something in it.
    Filled,
    /// A text of a form, as a regular expression that all of it matches.
    Like(&'static str),
    /// A TOML date or time of one of these formats, which some editors see as a text of that form.
    Dated(&'static [&'static str], &'static str),
    /// The name of a file beside this one.
    FileName,
    /// One of some words, each with what it means.
    OneOf(Vec<(String, String)>),
    /// A text of a form, of which some are offered, each with what it means.
    Offered(&'static str, Vec<(String, String)>),
    /// A number, this one.
    Number(i64),
    /// A whole number from one to another.
    Between(i64, i64),
    /// True or false.
    Flag,
    /// A list of texts.
    Texts,
    /// A text with something in it, or a list of such texts.
    Segments,
    /// A list of whole numbers from 0.
    Offsets,
    /// A whole number.
    Whole,
    /// A table with a whole number for some of these words.
    Numbers(Vec<String>),
    /// A table with any keys.
    Free,
    /// A table.
    Table(Table),
    /// One table or more, each below two brackets.
    Tables(Table),
    /// Any number of tables, each below two brackets.
    AnyTables(Table),
}

impl Form {
    fn schema(&self) -> Map<String, Value> {
        let value = match self {
            Self::Text => json!({ "type": "string" }),
            Self::Filled => json!({ "type": "string", "pattern": "\\S" }),
            Self::Like(pattern) => json!({ "type": "string", "pattern": pattern }),
            Self::Dated(formats, pattern) => {
                let dated = |format| json!({ "type": "string", "format": format, "pattern": pattern });
                let dated: Vec<Value> = formats.iter().map(dated).collect();
                let text = json!({ "type": "string", "pattern": pattern });
                json!({ "anyOf": std::iter::once(text).chain(dated).collect::<Vec<Value>>() })
            }
            Self::FileName => json!({
                "type": "string",
                "pattern": "^[^/\\\\]*[^/\\\\\\s][^/\\\\]*$",
                "not": { "enum": [".", "..", "source.toml"] },
            }),
            Self::OneOf(words) => choice(words),
            Self::Offered(pattern, words) if words.is_empty() => {
                json!({ "type": "string", "pattern": pattern })
            }
            Self::Offered(pattern, words) => {
                json!({ "anyOf": [choice(words), { "type": "string", "pattern": pattern }] })
            }
            Self::Number(only) => json!({ "type": "integer", "enum": [only] }),
            Self::Between(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Self::Flag => json!({ "type": "boolean" }),
            Self::Texts => json!({ "type": "array", "items": { "type": "string" } }),
            Self::Segments => json!({
                "type": ["string", "array"],
                "pattern": "\\S",
                "minItems": 1,
                "items": { "type": "string", "pattern": "\\S" },
            }),
            Self::Offsets => json!({ "type": "array", "items": { "type": "integer", "minimum": 0 } }),
            Self::Whole => json!({ "type": "integer" }),
            Self::Numbers(words) => {
                let about = "The number of this verdict, from `worst` to `best`.";
                let number =
                    |word: &String| (word.clone(), json!({ "type": "integer", "description": about }));
                let properties: Map<String, Value> = words.iter().map(number).collect();
                json!({ "type": "object", "properties": properties, "additionalProperties": false })
            }
            Self::Free => json!({ "type": "object", "additionalProperties": true }),
            Self::Table(table) => Value::Object(table.schema()),
            Self::Tables(table) => json!({ "type": "array", "minItems": 1, "items": table.schema() }),
            Self::AnyTables(table) => json!({ "type": "array", "items": table.schema() }),
        };
        match value {
            Value::Object(schema) => schema,
            _ => Map::new(),
        }
    }
}

/// One of some words, with what each means beside it.
fn choice(words: &[(String, String)]) -> Value {
    let (words, docs): (Vec<&str>, Vec<&str>) =
        words.iter().map(|(word, about)| (word.as_str(), about.as_str())).unzip();
    json!({ "type": "string", "enum": words, "x-taplo": { "docs": { "enumValues": docs } } })
}
