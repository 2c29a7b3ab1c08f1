//! Claim files.

use super::keys::QUOTE;
use super::salvage::{Salvaged, is_misspelt, salvaged};
use super::words::UNUSABLE;
use super::{
    Document, Reader, Reading, SOURCE_KEYS, Value, get, grammar, id_of_words, nearest_word, words_span,
};
use crate::claim::{Claim, Located, Quote, Stance};
use crate::finding::{Finding, Rule};
use crate::fold::characters as ch;
use crate::quoting::toml_string;
use crate::text::Span;
use toml::de::DeTable;

/// The keys of a `[[claim]]`.
pub const CLAIM_KEYS: &[&str] = &["id", "text", "verdict", "tags", "note", "extra", "quote"];
/// The keys of a `[[claim.quote]]`.
pub const QUOTE_KEYS: &[&str] = &[
    "source",
    "exact",
    "within",
    "stance",
    "speaker",
    "translation",
    "note",
    "capture",
    "partial",
    "repeated",
];

/// Reads a claim file, which is number `file` of the corpus. Of one that is not TOML the claims are read that are whole
/// by themselves, and what is wrong with the others is told of each. What stands below a header that was meant to begin
/// a claim is left out, for TOML takes its quotes for those of the claim above.
pub fn claims(document: &Document, file: usize) -> (Vec<Claim>, Vec<Finding>) {
    let root = DeTable::parse(&document.content).ok();
    if let Some(root) = root.filter(|root| !has_misspelt_header(root.get_ref())) {
        let mut reader = Reader::new(document);
        return (reader.claims(root.get_ref(), file), reader.findings.into_vec());
    }
    let Salvaged { rest, slips, has_stray_quotes } = salvaged(&document.content);
    let mut reader = Reader::new(document);
    for (slip, unchecked) in slips {
        reader.slip(slip, unchecked);
    }
    reader.has_stray_quotes = has_stray_quotes;
    let root = rest.as_deref().and_then(|rest| DeTable::parse(rest).ok());
    let claims = root.map(|root| reader.claims(root.get_ref(), file)).unwrap_or_default();
    (claims, reader.findings.into_vec())
}

/// Whether a header such as `[[claims]]` stands in a file.
fn has_misspelt_header(root: &DeTable<'_>) -> bool {
    root.iter().any(|(key, value)| value.get_ref().is_array() && is_misspelt(key.get_ref()))
}

impl<'d> Reader<'d> {
    fn claims(&mut self, root: &DeTable<'d>, file: usize) -> Vec<Claim> {
        let Some(at) = self.headless(root) else { return self.claims_of(root, file) };
        let finding =
            self.finding(Rule::KeyUnknown, at, "a line `[[claim]]` is missing above this").about("claim");
        self.report(
            finding
                .help("put it on a line of its own above this one:")
                .help("[[claim]]")
                .help("this claim was not checked"),
        );
        // What belongs to the claim is told once it has begun; what follows is read.
        let is_kept =
            |key: &str, value: &Value<'_>| !is_own(key) && (key != "claim" || !value.get_ref().is_table());
        let rest = root.iter().filter(|(key, value)| is_kept(key.get_ref(), value));
        let rest: DeTable<'d> = rest.map(|(key, value)| (key.clone(), value.clone())).collect();
        self.claims_of(&rest, file)
    }

    /// The first of what stands at the top of a file and belongs to a claim that was never begun.
    fn headless(&self, root: &DeTable<'d>) -> Option<Span> {
        let own = root.keys().filter(|key| is_own(key.get_ref())).map(|key| Span::from(key.span()));
        if get(root, "id").is_some() || get(root, "text").is_some() {
            return own.min();
        }
        // Below `[claim]` the brackets are wrong, and that is told.
        let is_single = |line: &str| line.trim_start().starts_with("[claim]");
        let quotes = get(get(root, "claim")?.get_ref().as_table()?, "quote")?;
        let first = quotes.get_ref().as_array()?.first()?.span();
        let is_alone = own.count() == 0 && !self.document.content.lines().any(is_single);
        is_alone.then(|| first.into())
    }

    fn claims_of(&mut self, root: &DeTable<'d>, file: usize) -> Vec<Claim> {
        self.unknown_keys(
            root,
            "a claim file",
            &["claim"],
            &[
                (&["quote"], "a claim: write `[[claim.quote]]`, below the claim"),
                (CLAIM_KEYS, "a claim: begin it with a line `[[claim]]`"),
                (QUOTE_KEYS, "a quote: begin it with a line `[[claim.quote]]`"),
            ],
        );
        self.has_stray_quotes |= get(root, "quote").is_some();
        let tables = self.tables(root, "claim", "claim");
        tables.into_iter().map(|(table, header)| self.claim(table, header, file)).collect()
    }

    fn claim(&mut self, table: &DeTable<'d>, header: Span, file: usize) -> Claim {
        let before = self.findings.made();
        self.claim = get(table, "id").and_then(|id| id.get_ref().as_str()).map(String::from);
        let elsewhere: &[(&[&str], &str)] = &[(QUOTE_KEYS, "a quote: put it below a line `[[claim.quote]]`")];
        self.unknown_keys(table, "a claim", CLAIM_KEYS, elsewhere);
        let id = self.claim_id(table, header);
        let text = self.needed(
            table,
            header,
            "this claim",
            "text",
            "text = \"What is asserted, in your own words.\"",
        );
        let mut claim = Claim {
            id,
            text: text.map(|text| text.value).unwrap_or_default(),
            verdict: self.string(table, "verdict"),
            tags: self.strings(table, "tags"),
            note: self.plain_string(table, "note"),
            extra: self.extra(table),
            quotes: Vec::new(),
            file,
            line: self.line(header.start),
            is_invalid: false,
        };
        let quotes = self.tables(table, "quote", "claim.quote");
        for (number, (quote, header)) in quotes.into_iter().enumerate() {
            self.quote = Some(number);
            claim.quotes.push(self.quote(quote, header, table));
        }
        self.quote = None;
        // What is wrong with a quote is, too, where its words are checked all the same.
        claim.is_invalid = self.findings.made() > before;
        if claim.quotes.is_empty() {
            claim.is_invalid = true;
            // One of another type has its finding already.
            let is_table = |quote: &Value<'_>| quote.get_ref().is_table() || quote.get_ref().is_array();
            if get(table, "quote").is_none_or(is_table) {
                self.claim_unquoted(&claim, header);
            }
        }
        self.claim = None;
        claim
    }

    fn claim_id(&mut self, table: &DeTable<'d>, header: Span) -> Located<String> {
        let none = Located { value: String::new(), span: header };
        let Some(id) = self.needed(table, header, "this claim", "id", "id = \"a-short-name\"") else {
            return none;
        };
        if grammar::is_claim_id(&id.value) {
            return id;
        }
        let message = format!("`{}` cannot be a claim's id", id.value);
        let finding = self.finding(Rule::ValueInvalid, words_span(&self.document.content, id.span), message);
        let proposed = id_of_words(&id.value);
        let proposed = if grammar::is_claim_id(&proposed) { &proposed } else { "a-short-name" };
        let help = format!(
            "use small letters a to z, digits and hyphens, beginning with a letter or digit: `id = \"{proposed}\"`"
        );
        self.report(with_blank_ends(finding.about("id"), &id.value).help(help));
        id
    }

    fn claim_unquoted(&mut self, claim: &Claim, header: Span) {
        // A misspelt `quote` has its finding already, and so has `[[quote]]`.
        if self.has_stray_quotes || self.misspelt.iter().any(|meant| meant == "quote") {
            return;
        }
        let named = if claim.id.value.is_empty() {
            "this claim".into()
        } else {
            format!("claim `{}`", claim.id.value)
        };
        let finding = self.finding(Rule::ClaimUnquoted, header, format!("{named} has no quote"));
        let lines = "[[claim.quote]]\nsource = \"the-source\"\nexact = \"the words\"";
        self.report(finding.help("give it at least one:").help(lines));
    }

    /// Reads a quote. What is wrong beside its words leaves them to be checked, and makes its claim invalid.
    fn quote(&mut self, table: &DeTable<'d>, header: Span, claim: &DeTable<'d>) -> Quote {
        self.is_unchecked = false;
        self.quote_keys(table, claim);
        self.reading = Reading::Deciding;
        let source = self.needed(table, header, "this quote", "source", "source = \"the-source\"");
        let source = source.and_then(|id| self.source_id(id));
        let exact = self.exact(table, header);
        let within = self.within(table).map(Box::new);
        let capture = self.string(table, "capture").map(Box::new);
        let [partial, repeated] = ["partial", "repeated"].map(|key| self.boolean(table, key));
        self.reading = Reading::Beside;
        Quote {
            source,
            exact,
            within,
            stance: self.stance(table),
            speaker: self.plain_string(table, "speaker"),
            translation: self.plain_string(table, "translation"),
            note: self.plain_string(table, "note"),
            capture,
            partial,
            repeated,
            line: self.line(header.start),
            is_invalid: self.is_unchecked,
        }
    }

    /// Reports keys that no quote has; where the claim has such a key already, another claim was begun.
    fn quote_keys(&mut self, table: &DeTable<'d>, claim: &DeTable<'d>) {
        if table.keys().all(|key| QUOTE_KEYS.contains(&key.get_ref().as_ref())) {
            self.misspelt.clear();
            return;
        }
        let twice: Vec<&str> = CLAIM_KEYS.iter().copied().filter(|key| get(claim, key).is_some()).collect();
        let elsewhere: &[(&[&str], &str)] = &[
            (&twice, "a claim, and this one has it already: is a line `[[claim]]` missing above it?"),
            (CLAIM_KEYS, "the claim: put it above the line `[[claim.quote]]`"),
            (SOURCE_KEYS, "the source: put it into its `source.toml`, and take this line out"),
        ];
        let begins_claim = get(table, "id").is_some() && twice.contains(&"id");
        // What follows the second id belongs to that claim too, and is told with it.
        let of_next = CLAIM_KEYS.iter().copied().filter(|key| begins_claim && *key != "id");
        let known: Vec<&str> = QUOTE_KEYS.iter().copied().chain(of_next).collect();
        self.unknown_keys(table, QUOTE, &known, elsewhere);
    }

    fn source_id(&mut self, id: Located<String>) -> Option<Located<String>> {
        if grammar::is_source_id(&id.value) {
            return Some(id);
        }
        let leads_out = id.value.split('/').any(|part| part == "..") || id.value.starts_with('/');
        let rule = if leads_out { Rule::PathOutside } else { Rule::ValueInvalid };
        let message = format!("`{}` cannot be a source's id", id.value);
        let span = words_span(&self.document.content, id.span);
        // What may be meant is proposed where the stored sources are known.
        let finding = self.finding(rule, span, message).about(format!("{UNUSABLE}{}", id.value));
        let finding = with_blank_ends(finding, &id.value);
        self.report(finding.help("a source's id is its folder's path below `sources/`, in small letters a to z, digits, `.`, `_`, `-` and `/`"));
        None
    }

    fn exact(&mut self, table: &DeTable<'d>, header: Span) -> Vec<Located<String>> {
        let Some(value) = get(table, "exact") else {
            self.missing_key(header, "this quote", "exact", "exact = \"the quoted words\"");
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            let Some(single) = self.string_at("exact", value) else { return Vec::new() };
            return vec![self.checked_words(single, "exact")];
        };
        if items.is_empty() {
            self.empty_quote(value.span().into(), "`exact` is an empty list");
        }
        if let Some(omission) = items.iter().find(|item| item.get_ref().as_str().is_some_and(is_omission)) {
            return self.written_omission(items, omission);
        }
        let mut segments = Vec::new();
        for item in items {
            let Some(segment) = self.text_of(item) else {
                self.wrong_type("exact", item, "a text, or a list of texts");
                continue;
            };
            self.swallowed("exact", segment.span);
            segments.push(self.checked_words(segment, "exact"));
        }
        segments
    }

    /// The segments of a list that writes out that words are left out, which is reported.
    fn written_omission(&mut self, items: &[Value<'d>], omission: &Value<'d>) -> Vec<Located<String>> {
        let all: Vec<Located<String>> = items.iter().filter_map(|item| self.text_of(item)).collect();
        let parts: Vec<String> = all
            .iter()
            .filter(|one| !is_omission(&one.value))
            .map(|one| toml_string(one.value.trim()))
            .collect();
        let message = "a list leaves words out by itself, and needs no sign for them";
        let finding = self.finding(Rule::QuoteEmpty, omission.span().into(), message).about("exact");
        self.report(match parts[..] {
            [] => finding.help("put the source’s words in place of `…`"),
            [_] => finding.help(format!("exact = {}", parts[0])),
            // What lies between them is not known here, and may negate.
            _ => finding.help(
                "take the sign out of the list; what the parts leave out between them is looked at then",
            ),
        });
        all
    }

    fn within(&mut self, table: &DeTable<'d>) -> Option<Located<String>> {
        let within = self.string(table, "within")?;
        Some(self.checked_words(within, "within"))
    }

    /// The words without white space at their ends; without a single letter, digit or pictograph they are reported.
    fn checked_words(&mut self, words: Located<String>, key: &str) -> Located<String> {
        if !has_words(&words.value) {
            self.without_words(&words, key);
        }
        Located { value: trimmed(words.value), span: words.span }
    }

    fn without_words(&mut self, words: &Located<String>, key: &str) {
        let text = words.value.as_str();
        let what = if text.is_empty() {
            "is empty"
        } else if text.chars().all(char::is_whitespace) {
            "holds only white space"
        } else if text.chars().all(|c| ch::is_blank(c) || c.is_control()) {
            "holds only characters that cannot be seen"
        } else {
            "holds only punctuation or marks, no words"
        };
        let message = format!("`{key}` {what}");
        if is_omission(text) {
            let finding = self.finding(Rule::QuoteEmpty, words.span, message).about("exact");
            return self
                .report(finding.help(format!("put the source’s words in place of `{}`", text.trim())));
        }
        if key == "within" {
            let finding = self.finding(Rule::QuoteEmpty, words.span, message).about("exact");
            let help = "take the line out, or copy the passage around the quote into it";
            return self.report(finding.help(help));
        }
        self.empty_quote(words.span, &message);
    }

    fn empty_quote(&mut self, span: Span, message: &str) {
        let finding = self.finding(Rule::QuoteEmpty, span, message).about("exact");
        self.report(finding.help("write the words as they stand in the source: `exact = \"…\"`"));
    }

    fn stance(&mut self, table: &DeTable<'d>) -> Stance {
        let Some(stance) = self.string(table, "stance") else { return Stance::default() };
        let names = Stance::ALL.map(Stance::name);
        if let Some(known) = Stance::ALL.into_iter().find(|known| known.name() == stance.value) {
            return known;
        }
        let message = format!("`{}` is no stance", stance.value);
        let span = words_span(&self.document.content, stance.span);
        let mut finding = self.finding(Rule::ValueInvalid, span, message).about("stance");
        if let Some(meant) = nearest_word(&stance.value, &names) {
            finding = finding.labelled(format!("did you mean `{meant}`?"));
        }
        self.report(finding.help("a quote `supports` its claim, `refutes` it, or gives `context`"));
        Stance::default()
    }
}

/// Whether a key is one of a claim's own, and not its quotes.
fn is_own(key: &str) -> bool {
    CLAIM_KEYS.contains(&key) && key != "quote"
}

/// Whether words are nothing but a sign that words are left out or to be written.
fn is_omission(words: &str) -> bool {
    let inside = words.trim().trim_matches(['[', ']', '(', ')', ' ']);
    matches!(inside, "…" | "..." | "……" | "⋯⋯" | "⋯")
}

/// A finding about an id, with what stands at the ends of it and is not seen.
fn with_blank_ends(finding: Finding, id: &str) -> Finding {
    let ends = [("begins", id.chars().next()), ("ends", id.chars().last())];
    ends.into_iter().fold(finding, |finding, (verb, c)| match c.filter(|&c| ch::is_blank(c)) {
        Some(c) => finding.note(format!("it {verb} with {}: take it out", ch::name(c))),
        None => finding,
    })
}

/// The same string without white space at its ends, copied only where there is some.
fn trimmed(text: String) -> String {
    if text.trim().len() == text.len() { text } else { text.trim().to_owned() }
}

/// Whether `text` holds a letter, a digit or a pictograph that can be seen.
pub fn has_words(text: &str) -> bool {
    let carries = |c: char| {
        !ch::is_invisible(c)
            && !ch::is_mark(c)
            && c != '\u{2800}'
            && (c.is_alphanumeric() || ch::is_symbol(c))
    };
    text.chars().any(carries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_digits_and_pictographs() {
        for text in ["a", "不", "5", "🔥", "« é »"] {
            assert!(has_words(text), "{text}");
        }
        for text in ["", " \u{a0}", "« »", "!!!", "\u{200b}", "\u{301}", "\u{3164}", "\u{2800}", "…", "ـ"]
        {
            assert!(!has_words(text), "{text:?}");
        }
    }
}
