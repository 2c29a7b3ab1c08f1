//! Findings: one thing wrong each, with a rule, a level and a place; and the list of rules. Knows no
//! claims and no sources, and draws nothing.

mod alike;

pub(crate) use alike::{Gathered, OfFile, bounded};
pub use alike::{MOST_ALIKE, MOST_OF_RULE, Others};

use crate::quoting::readable;
use crate::text::{Span, Text, chars_back, chars_on};
use std::fmt;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The run fails.
    Error,
    /// To be looked at; the run passes.
    Warning,
    /// Worth knowing.
    Note,
}

impl Level {
    /// The level's name in reports and configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The name of what a rule may be set to, which may be off.
    pub(crate) fn name_or_off(level: Option<Self>) -> &'static str {
        level.map_or("off", Self::name)
    }

    /// The level with this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Note].into_iter().find(|level| level.name() == name)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The rules, one line each: variant, name, default level, whether it is fixed, summary. The long text
/// of each is `docs/rules/<name>.md`.
macro_rules! rules {
    ($($variant:ident $name:literal $level:ident $fixed:literal $summary:literal;)*) => {
        /// What can be wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $summary] $variant,)*
        }

        impl Rule {
            /// Every rule, in the order of the documentation.
            pub const ALL: &[Rule] = &[$(Rule::$variant,)*];

            /// The rule's name in reports and configuration, kebab-case.
            pub const fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name,)* }
            }

            /// The level where `ibid.toml` sets none.
            pub const fn default_level(self) -> Level {
                match self { $(Rule::$variant => Level::$level,)* }
            }

            /// Whether `ibid.toml` may not change the level.
            pub const fn is_fixed(self) -> bool {
                match self { $(Rule::$variant => $fixed,)* }
            }

            /// What the rule finds, in one line.
            pub const fn summary(self) -> &'static str {
                match self { $(Rule::$variant => $summary,)* }
            }

            /// What the rule means, why it matters, an example, how to mend it; in Markdown.
            pub const fn explanation(self) -> &'static str {
                match self { $(Rule::$variant => include_str!(concat!("../docs/rules/", $name, ".md")),)* }
            }
        }
    };
}

rules! {
    TomlInvalid "toml-invalid" Error true "A file cannot be read as TOML.";
    KeyUnknown "key-unknown" Error true "A key is misspelt or unknown.";
    KeyMissing "key-missing" Error true "A key that is needed is not there.";
    ValueInvalid "value-invalid" Error true "A value has the wrong type or form.";
    ClaimIdDuplicate "claim-id-duplicate" Error true "Two claims have the same id.";
    ClaimUnquoted "claim-unquoted" Error true "A claim has no quote.";
    QuoteEmpty "quote-empty" Error true "A quote holds no words.";
    NothingToCheck "nothing-to-check" Error true "There is no claim to check.";
    SourceUnknown "source-unknown" Error true "A quote cites a source that is not stored.";
    RecordInvalid "record-invalid" Error true "A source's record cannot be used as it is.";
    PathOutside "path-outside" Error true "A path or link leads out of its folder.";
    CaptureDuplicate "capture-duplicate" Error true "Two captures of a source have the same id, file or text.";
    CaptureAltered "capture-altered" Error true "A capture's bytes are not those that were recorded.";
    CaptureUnreadable "capture-unreadable" Error true "A capture cannot be read as text.";
    CaptureMissing "capture-missing" Error true "A capture is not there.";
    BaselineStale "baseline-stale" Error true "A failure that is known fails no longer.";
    RestrictedExposed "restricted-exposed" Error false "Git has the bytes of a restricted source, or would take them.";
    ClaimsUnread "claims-unread" Error false "A file has claims, and its name keeps it from being read.";
    QuoteVariant "quote-variant" Error false "The same words in other characters.";
    QuoteAltered "quote-altered" Error false "The source has other words.";
    QuoteAbsent "quote-absent" Error false "Nothing like the quote is in the source.";
    QuoteAmbiguous "quote-ambiguous" Error false "The words are in the source several times.";
    QuoteCutsWord "quote-cuts-word" Error false "The quote begins or ends inside a word or number.";
    WithinWrong "within-wrong" Error false "`within` is not in the source once, or does not hold the quote.";
    OmissionNegates "omission-negates" Error false "The words left out of a quote negate.";
    OmissionEmpty "omission-empty" Error false "Nothing is left out between two segments.";
    QuoteDrifted "quote-drifted" Error false "The words stood in an earlier capture and no longer do.";
    VerdictUnknown "verdict-unknown" Error false "A verdict is not on the scale.";
    QuoteNegated "quote-negated" Warning false "A quote leaves out a negation beside it.";
    QuoteQuestion "quote-question" Warning false "A quote leaves out what makes a question of it.";
    QuoteMagnitude "quote-magnitude" Warning false "A quote leaves out the million beside its number.";
    QuoteShort "quote-short" Warning false "A quote is very short and has no `within`.";
    QuoteElsewhere "quote-elsewhere" Warning false "A quote stands, but not where it stood in an earlier capture.";
    QuoteContext "quote-context" Warning false "A quote stands, but the sentence around it changed.";
    VerdictUnbacked "verdict-unbacked" Warning false "No quote has the stance that the verdict needs.";
    FileUnrecorded "file-unrecorded" Warning false "A file among the sources that no record names.";
    UrlIncomplete "url-incomplete" Warning false "An address lacks its beginning, https://.";
    BidiControl "bidi-control" Warning false "Characters that reorder the text around them.";
    SourceUncited "source-uncited" Note false "No claim cites a source.";
    QuoteDecided "quote-decided" Note false "What surrounded a quote before says which of several places is meant.";
    QuoteSuperseded "quote-superseded" Note false "A pinned quote no longer stands in the newest capture.";
}

impl Rule {
    /// The rule with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }

    /// Whether only so many of its findings are told one by one: of what is broken, of which a small file can have
    /// millions. What is wrong with the words of a quote is told for each, for a baseline may know it.
    pub(crate) const fn is_bounded(self) -> bool {
        self.is_fixed() || matches!(self, Self::FileUnrecorded)
    }

    /// What its findings say of a quote. Each rule is named, so that a new one has to be thought of.
    const fn concern(self) -> Concern {
        match self {
            Self::OmissionEmpty
            | Self::OmissionNegates
            | Self::QuoteAbsent
            | Self::QuoteAltered
            | Self::QuoteAmbiguous
            | Self::QuoteCutsWord
            | Self::QuoteDrifted
            | Self::QuoteVariant => Concern::Fails,
            Self::WithinWrong => Concern::FailsAround,
            Self::QuoteMagnitude
            | Self::QuoteNegated
            | Self::QuoteQuestion
            | Self::QuoteShort
            | Self::QuoteSuperseded => Concern::Stands,
            Self::BaselineStale
            | Self::BidiControl
            | Self::CaptureAltered
            | Self::CaptureDuplicate
            | Self::CaptureMissing
            | Self::CaptureUnreadable
            | Self::ClaimIdDuplicate
            | Self::ClaimUnquoted
            | Self::ClaimsUnread
            | Self::FileUnrecorded
            | Self::KeyMissing
            | Self::KeyUnknown
            | Self::NothingToCheck
            | Self::PathOutside
            | Self::QuoteContext
            | Self::QuoteDecided
            | Self::QuoteElsewhere
            | Self::QuoteEmpty
            | Self::RecordInvalid
            | Self::RestrictedExposed
            | Self::SourceUncited
            | Self::SourceUnknown
            | Self::TomlInvalid
            | Self::UrlIncomplete
            | Self::ValueInvalid
            | Self::VerdictUnbacked
            | Self::VerdictUnknown => Concern::Other,
        }
    }

    /// Whether its findings say that a quote does not stand.
    pub(crate) const fn tells_of_quote(self) -> bool {
        matches!(self.concern(), Concern::Fails | Concern::FailsAround)
    }

    /// Whether its findings are told by words alone; others need the line that they are about.
    pub(crate) const fn is_told_by_words(self) -> bool {
        matches!(self.concern(), Concern::Fails | Concern::Stands)
    }

    /// Whether `--allow-unchecked` lowers the rule to a warning.
    pub(crate) const fn is_relaxable(self) -> bool {
        matches!(self, Self::CaptureUnreadable | Self::CaptureMissing)
    }
}

/// What a finding says of a quote.
#[derive(Clone, Copy)]
enum Concern {
    /// That its words do not stand.
    Fails,
    /// That what it has around its words does not.
    FailsAround,
    /// What there is to know of words that stand.
    Stands,
    /// Nothing, or where it stands.
    Other,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A place in a file. Lines and columns are 1-based, columns count code points, ends are exclusive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the root, with `/`.
    pub path: String,
    /// The line on which it begins.
    pub line: usize,
    /// The column at which it begins.
    pub column: usize,
    /// The line on which it ends.
    pub end_line: usize,
    /// The column before which it ends.
    pub end_column: usize,
}

impl Place {
    /// A span of a text.
    pub fn of(path: &str, text: &Text<'_>, span: Span) -> Self {
        let (start, end) = (text.position(span.start), text.position(span.end));
        let path = path.to_owned();
        Self { path, line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }

    /// A file as a whole.
    pub fn file(path: &str) -> Self {
        Self { path: path.to_owned(), line: 1, column: 1, end_line: 1, end_column: 1 }
    }
}

/// A few lines of a file with places marked, bounded in length whatever the file's lines are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The file, relative to the root.
    pub path: String,
    /// The line and column of the first mark.
    pub line: usize,
    /// See `line`.
    pub column: usize,
    /// The page, from 1, that the first mark is printed on; `None` where the file has no pages.
    pub page: Option<usize>,
    /// The lines, in order.
    pub lines: Vec<ExcerptLine>,
}

/// One line of an excerpt, or a stretch of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcerptLine {
    /// Its number in the file, from 1.
    pub number: usize,
    /// The column of the file's line at which the text begins, from 1.
    pub column: usize,
    /// Its text, as it is in the file.
    pub text: String,
    /// Whether the line goes on before the stretch.
    pub is_cut_before: bool,
    /// Whether the line goes on after it.
    pub is_cut_after: bool,
    /// What is marked, in bytes of `text`.
    pub marks: Vec<Mark>,
}

/// A marked place in an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The place, in bytes of the line's text; may be empty where something is lacking.
    pub span: Span,
    /// What it is, in a few words.
    pub label: String,
    /// Whether it is what the finding is about, rather than what surrounds it.
    pub is_primary: bool,
}

/// A place to mark in a text.
#[derive(Clone, Debug)]
pub struct Marked {
    /// The place, in bytes of the text.
    pub span: Span,
    /// What it is, in a few words; possibly none.
    pub label: String,
    /// Whether it is what the finding is about.
    pub is_primary: bool,
}

impl Marked {
    /// What a finding is about.
    pub fn primary(span: Span, label: impl Into<String>) -> Self {
        Self { span, label: label.into(), is_primary: true }
    }

    /// What surrounds it.
    pub fn context(span: Span, label: impl Into<String>) -> Self {
        Self { span, label: label.into(), is_primary: false }
    }
}

/// So many code points of a line are kept on either side of the first mark in it.
const KEPT_AROUND: usize = 160;
/// So many code points of a marked stretch are kept.
const KEPT_INSIDE: usize = 480;
/// So many bytes of a line are looked at after a mark; more than may be kept of it.
const LINE_READ: usize = 4096;
/// So many lines of an excerpt are kept.
const KEPT_LINES: usize = 6;

impl Excerpt {
    /// Cuts the lines around `marks` (not empty, in order) out of a text.
    pub fn cut(path: &str, text: &Text<'_>, marks: &[Marked]) -> Self {
        let start = marks.iter().map(|mark| mark.span.start).min().unwrap_or(0);
        let end = marks.iter().map(|mark| mark.span.end).max().unwrap_or(start);
        let position = text.position(start);
        let mut lines = Vec::new();
        let mut line = text.line_span(start, end - start + LINE_READ);
        let mut number = position.line;
        loop {
            if let Some(excerpt) = cut_line(text, line, number, marks) {
                lines.push(excerpt);
            }
            let rest = &text.as_str()[line.end..];
            let line_end =
                if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with(['\n', '\r'])) };
            if line_end == 0 || line.end + line_end >= end || lines.len() >= KEPT_LINES {
                break;
            }
            line = text.line_span(line.end + line_end, LINE_READ);
            number += 1;
        }
        let (path, page) = (path.to_owned(), text.page(position.char));
        Self { path, line: position.line, column: position.column, page, lines }
    }
}

/// The stretch of a line around its marks; `None` for a line without any.
fn cut_line(text: &Text<'_>, line: Span, number: usize, marks: &[Marked]) -> Option<ExcerptLine> {
    let inside = |mark: &&Marked| {
        mark.span.start <= line.end
            && mark.span.end >= line.start
            && (mark.span.is_empty() || mark.span.start < line.end && mark.span.end > line.start)
    };
    let clipped = |mark: &Marked| Span::new(mark.span.start.max(line.start), mark.span.end.min(line.end));
    let here: Vec<(Span, &Marked)> = marks.iter().filter(inside).map(|mark| (clipped(mark), mark)).collect();
    let first = here.iter().find(|(_, mark)| mark.is_primary).or(here.first())?.0;
    let last = here.iter().map(|(span, _)| span.end).max()?;
    let content = text.as_str();
    let goes_on = content[line.end..].starts_with(|c| c != '\n' && c != '\r');
    let start = chars_back(content, line.start, first.start, KEPT_AROUND);
    let wide_end = chars_on(content, last, line.end, KEPT_AROUND);
    let end = wide_end.min(chars_on(content, first.start, line.end, KEPT_INSIDE));
    let stretch = Span::new(start, end);
    let marks = here.iter().filter_map(|(span, mark)| {
        let (start, end) = (span.start.max(stretch.start), span.end.min(stretch.end));
        let label = mark.label.clone();
        let span =
            start.checked_sub(stretch.start).zip(end.checked_sub(stretch.start)).filter(|_| start <= end);
        span.map(|(start, end)| Mark { span: Span::new(start, end), label, is_primary: mark.is_primary })
    });
    Some(ExcerptLine {
        number,
        column: text.position(stretch.start).column,
        text: content[stretch.range()].to_owned(),
        is_cut_before: stretch.start > line.start,
        is_cut_after: stretch.end < line.end || goes_on,
        marks: marks.collect(),
    })
}

/// One thing wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub rule: Rule,
    /// How much it weighs; decided by `verify`.
    pub level: Level,
    /// What is wrong here, in one line.
    pub message: String,
    /// The claim's id, where it is about one.
    pub claim: Option<String>,
    /// The source's id, where it is about one.
    pub source: Option<String>,
    /// Where it is about one of the claim's quotes: the number of that, from 0.
    pub quote: Option<usize>,
    /// Where to look first.
    pub place: Place,
    /// The lines to show, the first place first.
    pub excerpts: Vec<Excerpt>,
    /// Facts: named characters, other places.
    pub notes: Vec<String>,
    /// What the quote has and what the source has, where a diff of the two helps.
    pub diff: Option<(String, String)>,
    /// What to do, the lines to paste each on a line of its own.
    pub help: Vec<String>,
    /// What the finding is about beyond claim and source: a key, a file, a quote's words. Part of its
    /// fingerprint, never a position.
    pub subject: String,
    /// Where there are more of one rule than are told, those that it stands for.
    pub others: Option<Box<Others>>,
}

impl Finding {
    /// A finding at a place, at its rule's default level.
    pub fn new(rule: Rule, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: rule.default_level(),
            message: readable(message.into()),
            claim: None,
            source: None,
            quote: None,
            place,
            excerpts: Vec::new(),
            notes: Vec::new(),
            diff: None,
            help: Vec::new(),
            subject: String::new(),
            others: None,
        }
    }

    /// A finding at a span of a text, with the words there underlined.
    pub fn at(rule: Rule, path: &str, text: &Text<'_>, span: Span, message: impl Into<String>) -> Self {
        let excerpt = Excerpt::cut(path, text, &[Marked::primary(span, "")]);
        let mut finding = Self::new(rule, Place::of(path, text, span), message);
        finding.excerpts.push(excerpt);
        finding
    }

    /// The same with the words below the underlined ones.
    pub(crate) fn labelled(mut self, label: impl Into<String>) -> Self {
        let marks = self.excerpts.first_mut().and_then(|excerpt| excerpt.lines.last_mut());
        if let Some(mark) = marks.and_then(|line| line.marks.last_mut()) {
            mark.label = readable(label.into());
        }
        self
    }

    /// What may have been meant, where the words below the place ask that.
    pub(crate) fn suggestion(&self) -> Option<&str> {
        let mark = self.excerpts.first()?.lines.last()?.marks.last()?;
        Some(mark.label.as_str()).filter(|label| label.starts_with("did you mean "))
    }

    /// What it is known by, but for its number among those that are the same in all of this: rule, claim or else path,
    /// source and subject.
    pub(crate) fn identity(&self) -> String {
        let about = self.claim_id().unwrap_or(&self.place.path);
        let source = self.source.as_deref().unwrap_or("");
        [self.rule.name(), about, source, &self.subject].join("\0")
    }

    /// The id of the claim that it is about; `None` where that has none, too.
    pub(crate) fn claim_id(&self) -> Option<&str> {
        self.claim.as_deref().filter(|id| !id.is_empty())
    }

    /// How many findings it stands for: itself alone, but where others are not told.
    pub fn count(&self) -> usize {
        self.others.as_ref().map_or(1, |others| others.count)
    }

    /// What it is counted with where there are too many: those of its file; of files that no record names, those of
    /// their folder.
    pub fn group(&self) -> &str {
        let path = self.place.path.as_str();
        let folder = path.rsplit_once('/').filter(|_| self.rule == Rule::FileUnrecorded);
        folder.map_or(path, |(folder, _)| folder)
    }

    /// Whether it is about this claim, by itself or for one that is not told.
    pub(crate) fn is_about_claim(&self, id: &str) -> bool {
        self.claim.as_deref() == Some(id)
            || self.others.as_ref().is_some_and(|others| others.claims.contains(id))
    }

    /// The same under another rule.
    pub fn under(mut self, rule: Rule) -> Self {
        (self.rule, self.level) = (rule, rule.default_level());
        self
    }

    /// The same about this claim.
    pub(crate) fn about_claim(mut self, id: &str) -> Self {
        self.claim = Some(id.to_owned());
        self
    }

    /// The same about the claim's quote of this number, from 0.
    pub(crate) const fn about_quote(mut self, number: usize) -> Self {
        self.quote = Some(number);
        self
    }

    /// The same about this source.
    pub(crate) fn about_source(mut self, id: &str) -> Self {
        self.source = Some(id.to_owned());
        self
    }

    /// The same about this key, file or quote.
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = subject.into();
        self
    }

    /// The same with one more fact.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The same with one more thing to do, or line to paste.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_unique_kebab_case_and_explained() {
        let mut names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Rule::ALL.len());
        for rule in Rule::ALL {
            assert!(rule.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'));
            assert!(rule.explanation().starts_with(&format!("# {}\n", rule.name())), "{rule}");
            assert_eq!(Rule::parse(rule.name()), Some(*rule));
        }
    }

    #[test]
    fn excerpts_are_bounded_and_marks_stay_on_their_words() {
        let content = format!("{}«été»{}\nx", "a".repeat(5000), "b".repeat(5000));
        let text = Text::new(&content);
        let start = content.find("été").unwrap();
        let excerpt = Excerpt::cut("f", &text, &[Marked::primary(Span::new(start, start + 5), "")]);
        let line = &excerpt.lines[0];
        assert_eq!(&line.text[line.marks[0].span.range()], "été");
        assert!(line.is_cut_before && line.is_cut_after && line.text.len() < 1000);
        assert_eq!((excerpt.line, excerpt.column), (1, 5002));
        assert_eq!(line.column + line.text[..line.marks[0].span.start].chars().count(), excerpt.column);
    }
}
