//! A comparison for people, in a terminal or a log.

use super::snippet::{CONTEXT, Canvas, GUTTER, PRIMARY};
use super::visible::{visible, width, wrapped};
use super::wording::known_by;
use super::words::{ADDED, REMOVED, painted, word_diff};
use super::{losses, rules};
use crate::compare::{
    CaptureChange, Change, ClaimChange, Comparison, Counts, Event, Field, FindingChange, QuoteChange,
    QuoteThere, RuleChange, Since, SourceChange, Summary, Why,
};
use crate::finding::Level;
use crate::quoting::{counted, shortened};
use crate::reach::Untouched;
use anstyle::Style;

const STRONG: Style = Style::new().bold();
const CHANGED: Style = anstyle::AnsiColor::Yellow.on_default();

/// The comparison as text with a final line feed. `names` are those of the two sides. What fails on both sides is
/// told in a line each, and whole only with `is_verbose`.
pub fn render(
    comparison: &Comparison,
    names: (&str, &str),
    untouched: Option<Untouched>,
    (canvas, is_verbose): (Canvas, bool),
) -> String {
    let mut page = Page { is_verbose, ..Page::new(canvas) };
    page.head(names);
    for line in figures(&comparison.summary) {
        page.lines(0, &line);
    }
    page.losses(&comparison.sources);
    page.rules(&comparison.rules);
    page.settings(&comparison.settings);
    page.verdicts(&comparison.claims);
    for (title, is_wanted) in FAILING {
        page.findings(title, comparison, |one| one.finding.level == Level::Error && is_wanted(one));
    }
    page.claims(&comparison.claims);
    page.sources(&comparison.sources);
    page.findings("New warnings and notes", comparison, |one| {
        one.finding.level != Level::Error && one.since == Since::New
    });
    if let Some(words) = untouched.and_then(untouched_words) {
        page.out.push('\n');
        page.lines(0, &words);
    }
    page.out
}

/// The figures alone.
pub fn render_figures(
    summary: &Summary,
    names: (&str, &str),
    untouched: Option<Untouched>,
    canvas: Canvas,
) -> String {
    let mut page = Page::new(canvas);
    page.head(names);
    for line in figures(summary).into_iter().chain(untouched.and_then(untouched_words)) {
        page.lines(0, &line);
    }
    page.out
}

/// Whether a finding is one of a section's.
pub(super) type IsWanted = fn(&FindingChange) -> bool;

/// What is wrong, by when: the titles that people read.
pub(super) const FAILING: [(&str, IsWanted); 10] = [
    ("Newly failing", |one| one.since == Since::New),
    // A pin mends nothing: what it silences is told by itself.
    ("Pinned to an earlier capture", |one| one.is_gone_for(Why::Pin)),
    // Nor does taking away what it was checked against, or what was wrong.
    ("Gone with a capture, not fixed", |one| one.is_gone_for(Why::Capture)),
    ("Gone with a claim, not fixed", |one| one.is_gone_for(Why::Claim)),
    ("Gone with its quote, not fixed", |one| one.is_gone_for(Why::Quote)),
    ("Cannot be checked now, not fixed", |one| one.is_gone_for(Why::Unknown)),
    ("Failing otherwise now, not fixed", |one| one.is_gone_for(Why::Otherwise)),
    ("Of a rule that was lowered, not fixed", |one| one.is_gone_for(Why::Level)),
    (FIXED, FindingChange::is_fixed),
    ("Still failing", |one| one.since == Since::Still),
];

/// What is said of failures that were mended.
pub(super) const FIXED: &str = "Fixed";

/// The figures in sentences, one a line.
pub(super) fn figures(summary: &Summary) -> Vec<String> {
    let mut lines: Vec<String> =
        [("claim", summary.claims), ("quote", summary.quotes), ("source", summary.sources)]
            .into_iter()
            .filter(|(_, counts)| counts.all() > 0)
            .map(|(noun, counts)| format!("{noun}s: {}", counts_words(counts)))
            .collect();
    lines.extend(captures_words(summary));
    let gone = summary.gone_with_captures + summary.gone_with_claims;
    let open = summary.gone_with_quotes + summary.gone_unchecked + summary.fail_otherwise;
    let silenced = summary.pinned + gone + open + summary.fixed_by_level;
    let state = [
        (summary.rules_changed, "rule with another level", "rules with another level"),
        (summary.settings_changed, "setting of ibid.toml changed", "settings of ibid.toml changed"),
        (summary.verdicts, "verdict changed", "verdicts changed"),
        (summary.reworded, "claim reworded", "claims reworded"),
        (summary.newly_failing, "newly failing", "newly failing"),
        (summary.pinned, "pinned to an earlier capture", "pinned to an earlier capture"),
        (summary.gone_with_captures, "gone with a capture, not fixed", "gone with a capture, not fixed"),
        (summary.gone_with_claims, "gone with a claim, not fixed", "gone with a claim, not fixed"),
        (summary.gone_with_quotes, "gone with its quote, not fixed", "gone with their quotes, not fixed"),
        (summary.gone_unchecked, "cannot be checked now, not fixed", "cannot be checked now, not fixed"),
        (summary.fail_otherwise, "failing otherwise now, not fixed", "failing otherwise now, not fixed"),
        (
            summary.fixed_by_level,
            "of a rule that was lowered, not fixed",
            "of rules that were lowered, not fixed",
        ),
        (summary.fixed - silenced, "fixed", "fixed"),
        (summary.still_failing, "still failing", "still failing"),
    ];
    let state: Vec<String> = losses::figures(summary)
        .into_iter()
        .chain(state)
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
        .collect();
    let set_otherwise = summary.rules_changed + summary.settings_changed;
    let has_news = summary.newly_failing + summary.fixed + set_otherwise > 0;
    let is_settled = lines.is_empty() && !has_news;
    let nothing = is_settled.then(|| "nothing changed".to_owned());
    let state: Vec<String> = nothing.into_iter().chain(state).collect();
    if !state.is_empty() {
        lines.push(state.join(", "));
    }
    lines
}

/// What came of captures, and how many quotes are checked in another for that alone.
fn captures_words(summary: &Summary) -> Option<String> {
    let added = (summary.captures_added > 0).then(|| format!("{} added", summary.captures_added));
    let moved = (summary.recaptured > 0).then(|| {
        let verb = if summary.recaptured == 1 { "is" } else { "are" };
        format!("{} {verb} checked in another one", counted(summary.recaptured, "quote"))
    });
    let parts: Vec<String> = added.into_iter().chain(moved).collect();
    (!parts.is_empty()).then(|| format!("captures: {}", parts.join("; ")))
}

fn counts_words(counts: Counts) -> String {
    let all = [
        (counts.added, "added"),
        (counts.removed, "removed"),
        (counts.changed, "changed"),
        (counts.renamed, "renamed"),
    ];
    let words: Vec<String> = all
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    words.join(", ")
}

/// What was left out because it is the same on both sides.
pub(super) fn untouched_words(untouched: Untouched) -> Option<String> {
    let parts = [(untouched.claim_files, "claim file"), (untouched.sources, "source")];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(count, noun)).collect();
    (!parts.is_empty()).then(|| {
        format!(
            "the same on both sides, not checked again and not counted: {} (`--full` checks all)",
            parts.join(", ")
        )
    })
}

/// How a field is called in a sentence.
pub(super) fn field_words(event: &Event) -> String {
    match event.field {
        Field::Extra | Field::Export | Field::Fetched if !event.key.is_empty() => {
            format!("{}.{}", event.field.name(), visible(&event.key))
        }
        Field::File => "file".into(),
        Field::Exact => "words".into(),
        Field::MediaType => "media type".into(),
        Field::TextSha256 => "SHA-256 of its text".into(),
        Field::Scale => "verdicts.scale".into(),
        Field::UrlStatus => "url-status".into(),
        field => field.name().into(),
    }
}

/// A finding in one line: `error[rule]: message`.
fn finding_words(one: &FindingChange) -> String {
    let finding = &one.finding;
    format!("{}[{}]: {}", finding.level, finding.rule, visible(&finding.message))
}

/// What a pin that came or went has to do with a finding.
pub(super) fn pin_words(one: &FindingChange) -> Option<String> {
    let capture = visible(one.pinned.as_ref()?);
    Some(match one.since {
        Since::Fixed => format!("its quote is pinned to the capture `{capture}` now"),
        Since::New | Since::Still => format!("its quote was pinned to the capture `{capture}` before"),
    })
}

/// What its claim or quote has to do with a finding that is there no longer.
fn claim_words(one: &FindingChange) -> Option<String> {
    let why = one.why().filter(|_| one.since == Since::Fixed)?;
    let words = match why {
        Why::Claim => "its claim was taken out",
        Why::Quote => "its quote was taken out",
        Why::Otherwise => "its quote does not stand now either",
        _ => return None,
    };
    Some(words.into())
}

/// Why a finding that is there no longer is not fixed.
pub(super) fn silenced_words(one: &FindingChange) -> Option<String> {
    let along = || pin_words(one).or_else(|| losses::finding_words(one));
    along().or_else(|| claim_words(one)).or_else(|| rules::finding_words(one))
}

/// What must be said of a thing that came or went where the other side's file cannot be read.
pub(super) const fn unread_words(is_unread_there: bool, is_after: bool) -> Option<&'static str> {
    match (is_unread_there, is_after) {
        (false, _) => None,
        (true, true) => Some("its file could not be read before"),
        (true, false) => Some("its file cannot be read now"),
    }
}

/// What must be said of a finding that came or went where its quote could not be checked on the other side.
pub(super) const fn unchecked_words(one: &FindingChange) -> Option<&'static str> {
    match (one.quote_there, one.since) {
        (Some(QuoteThere::Unchecked), Since::New) => Some("its quote could not be checked before"),
        (Some(QuoteThere::Unchecked), Since::Fixed) => Some("its quote cannot be checked now"),
        _ => None,
    }
}

/// What must be said of a finding that came or went where it may be among those of the other side that are not told.
pub(super) const fn untold_words(one: &FindingChange) -> Option<&'static str> {
    match (one.is_untold_there, one.since) {
        (false, _) | (_, Since::Still) => None,
        (true, Since::New) => Some("it may be one of those that were not told one by one before"),
        (true, Since::Fixed) => Some("it may be one of those that are not told one by one now"),
    }
}

/// Where a finding is, with the claim that it is about.
fn finding_place(one: &FindingChange) -> String {
    let (finding, place) = (&one.finding, &one.finding.place);
    let unread = unread_words(one.is_unread_there, one.since == Since::New);
    let unread = unread.or(unchecked_words(one));
    let unknown = unread.into_iter().chain(untold_words(one)).map(str::to_owned);
    let beside: Vec<String> = unknown.chain(silenced_words(one)).collect();
    let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join("; ")) };
    let place = format!("{}:{}:{}{beside}", visible(&place.path), place.line, place.column);
    match finding.claim_id() {
        Some(claim) => format!("{}, {place}", visible(claim)),
        None => place,
    }
}

/// How a claim stands that is still there, and that the other side may have it where that could not be read.
pub(super) fn state_words(claim: &ClaimChange) -> Option<String> {
    let is_there = claim.change != Change::Removed;
    let unread = unread_words(claim.is_unread_there, is_there);
    let state: Vec<&str> = Some(claim.status).filter(|_| is_there).into_iter().chain(unread).collect();
    (!state.is_empty()).then(|| state.join("; "))
}

/// What is said beside a quote: its source, shown as `source` does, its stance and how it stands.
pub(super) fn quote_words(quote: &QuoteChange, source: impl Fn(&str) -> String) -> String {
    let mut about: Vec<String> = quote.source.iter().map(|id| source(id)).collect();
    about.extend(Some(quote.stance.to_owned()).filter(|stance| stance != "supports"));
    about.extend((quote.change != Change::Removed).then(|| quote.status.to_owned()));
    about.join(", ")
}

/// At most so many ids are listed.
pub(super) const LISTED: usize = 12;

/// Ids in a row, at most [`LISTED`] of them.
pub(super) fn listed(ids: &[String]) -> String {
    let more = ids.len().saturating_sub(LISTED);
    let named: Vec<String> = ids.iter().take(LISTED).map(|id| visible(id)).collect();
    if more > 0 { format!("{} and {more} more", named.join(", ")) } else { named.join(", ") }
}

/// The widest lead that text is set behind, in columns.
const WIDEST_LEAD: usize = 24;

/// What is being written.
pub(super) struct Page {
    canvas: Canvas,
    out: String,
    /// Whether things are told as they are, and not as what came, went or changed.
    is_standing: bool,
    /// Whether what fails on both sides is told whole.
    is_verbose: bool,
}

impl Page {
    pub(super) const fn new(canvas: Canvas) -> Self {
        Self { canvas, out: String::new(), is_standing: false, is_verbose: false }
    }

    /// Text in lines, indented.
    pub(super) fn lines(&mut self, indent: usize, text: &str) {
        self.led(indent, "", text, Style::new());
    }

    /// Text in lines behind a lead that is painted; further lines are indented as far.
    fn led(&mut self, indent: usize, lead: &str, text: &str, style: Style) {
        let beside = width(lead);
        let room = self.canvas.width.saturating_sub(indent + beside);
        for (index, line) in wrapped(text, room).iter().enumerate() {
            let lead = match index {
                0 if style != Style::new() => self.canvas.paint(style, lead),
                0 => lead.to_owned(),
                _ => " ".repeat(beside),
            };
            self.out.push_str(&format!("{}{lead}{}\n", " ".repeat(indent), painted(line, self.canvas)));
        }
    }

    fn head(&mut self, (before, after): (&str, &str)) {
        let text = format!("{} → {}", visible(before), visible(after));
        self.out.push_str(&format!("{}\n", self.canvas.paint(STRONG, &text)));
    }

    fn title(&mut self, title: &str, count: usize) {
        self.out.push_str(&format!("\n{}\n", self.canvas.paint(STRONG, &format!("{title} ({count})"))));
    }

    fn verdicts(&mut self, claims: &[ClaimChange]) {
        let changed: Vec<(&ClaimChange, &Event)> =
            claims.iter().filter_map(|claim| Some((claim, claim.event(Field::Verdict)?))).collect();
        if changed.is_empty() {
            return;
        }
        self.title("Verdicts changed", changed.len());
        for (claim, event) in changed {
            let word = |side: &Option<String>| side.as_deref().map_or_else(|| "none".into(), visible);
            let words = format!("{}: {} → {}", visible(&claim.id), word(&event.from), word(&event.to));
            self.led(2, "~ ", &words, CHANGED);
            self.place(&claim.path, claim.line);
        }
    }

    fn place(&mut self, path: &str, line: usize) {
        let place = self.canvas.paint(GUTTER, &format!("{}:{line}", visible(path)));
        self.out.push_str(&format!("    {place}\n"));
    }

    fn findings(&mut self, title: &str, comparison: &Comparison, is_wanted: impl Fn(&FindingChange) -> bool) {
        let wanted: Vec<&FindingChange> = comparison.findings.iter().filter(|one| is_wanted(one)).collect();
        if wanted.is_empty() {
            return;
        }
        let is_short = wanted[0].since == Since::Still && !self.is_verbose;
        let title = if is_short { format!("{title}, in full with -v") } else { title.to_owned() };
        self.title(&title, wanted.iter().map(|one| one.finding.count()).sum());
        for one in wanted {
            let (lead, style) = match one.since {
                Since::New if one.finding.level == Level::Error => ("! ", PRIMARY),
                Since::New => ("! ", CHANGED),
                Since::Fixed if one.is_fixed() => ("✓ ", ADDED),
                Since::Fixed => ("~ ", CHANGED),
                Since::Still => ("· ", CONTEXT),
            };
            if one.since == Since::Still && !self.is_verbose {
                self.led(2, lead, &format!("{}: {}", one.finding.rule, finding_place(one)), style);
                continue;
            }
            self.led(2, lead, &finding_words(one), style);
            let place = self.canvas.paint(GUTTER, &finding_place(one));
            self.out.push_str(&format!("    {place}\n"));
        }
    }

    fn claims(&mut self, claims: &[ClaimChange]) {
        // Verdicts have a section of their own.
        let claims: Vec<&ClaimChange> =
            claims.iter().filter(|claim| !claim.has_only_another_verdict()).collect();
        if claims.is_empty() {
            return;
        }
        self.title("Claims", claims.len());
        for claim in claims {
            self.claim(claim);
        }
    }

    const fn sign(&self, change: Change) -> (&'static str, Style) {
        if self.is_standing { ("· ", CONTEXT) } else { sign(change) }
    }

    pub(super) fn claim(&mut self, claim: &ClaimChange) {
        let (lead, style) = self.sign(claim.change);
        let state = state_words(claim).map(|state| format!("  ({state})")).unwrap_or_default();
        self.led(2, lead, &format!("{}{state}", visible(&claim.id)), style);
        self.place(&claim.path, claim.line);
        if matches!(claim.change, Change::Added | Change::Removed) && !claim.text.trim().is_empty() {
            self.lines(4, &visible(claim.text.trim()));
        }
        self.events(4, &claim.events);
        for quote in &claim.quotes {
            self.quote(quote);
        }
    }

    fn quote(&mut self, quote: &QuoteChange) {
        let (lead, style) = self.sign(quote.change);
        let about = quote_words(quote, visible);
        let words = format!("“{}” ({about})", visible(&shortened(&quote.words, 120)));
        self.led(4, lead, &words, style);
        self.events(6, &quote.events);
    }

    fn events(&mut self, indent: usize, events: &[Event]) {
        for event in events {
            let words = match (event.from.as_deref(), event.to.as_deref()) {
                (Some(from), Some(to)) if event.field.is_prose() => word_diff(from, to),
                (from, to) => {
                    let removed = from.map(|from| format!("[-{}-]", visible(from)));
                    let added = to.map(|to| format!("{{+{}+}}", visible(to)));
                    removed.into_iter().chain(added).collect::<Vec<_>>().join(" ")
                }
            };
            let lead = format!("{}: ", field_words(event));
            // People may call what they keep beside the known keys whatever they like.
            if width(&lead) > WIDEST_LEAD {
                self.lines(indent, &format!("{lead}{words}"));
            } else {
                self.led(indent, &lead, &words, Style::new());
            }
        }
    }

    fn rules(&mut self, changes: &[RuleChange]) {
        if changes.is_empty() {
            return;
        }
        self.title(rules::TITLE, changes.len());
        for &change in changes {
            let (lead, style) = if change.is_disarmed() { ("! ", PRIMARY) } else { ("~ ", CHANGED) };
            self.led(2, lead, &rules::words(change), style);
        }
    }

    fn settings(&mut self, events: &[Event]) {
        if !events.is_empty() {
            self.title(rules::SETTINGS, events.len());
            self.events(2, events);
        }
    }

    /// Captures that are not what they were, before all else.
    fn losses(&mut self, sources: &[SourceChange]) {
        let count = sources.iter().flat_map(SourceChange::lost).count();
        if count > 0 {
            self.title(losses::TITLE, count);
            for source in sources {
                self.lost(source);
            }
        }
    }

    /// The captures of a source that are not what they were.
    pub(super) fn lost(&mut self, source: &SourceChange) {
        let mut lost = source.lost().peekable();
        while let Some((capture, loss)) = lost.next() {
            let (id, name) = (visible(&source.id), visible(&capture.id));
            let words = format!("{id}: the capture `{name}` {}", losses::happened(source, loss));
            self.led(2, "! ", &words, PRIMARY);
            let advice = losses::advice(source, capture, loss);
            let next = lost.peek().map(|(next, loss)| losses::advice(source, next, *loss));
            if next.is_none_or(|next| next != advice) {
                self.lines(4, &visible(&advice));
            }
        }
    }

    fn sources(&mut self, sources: &[SourceChange]) {
        if sources.is_empty() {
            return;
        }
        self.title("Sources", sources.len());
        for source in sources {
            self.source(source);
            match source.claims.as_slice() {
                [] => self.lines(4, "cited by no claim"),
                claims => self.led(4, "cited by ", &listed(claims), Style::new()),
            }
        }
    }

    pub(super) fn source(&mut self, source: &SourceChange) {
        let (lead, style) = self.sign(source.change);
        let title = shortened(&source.title, 80);
        let unread = unread_words(source.is_unread_there, source.change != Change::Removed);
        let unread = unread.map(|words| format!("  ({words})")).unwrap_or_default();
        self.led(2, lead, &format!("{}  “{}”{unread}", visible(&source.id), visible(&title)), style);
        self.events(4, &source.events);
        for capture in &source.captures {
            self.capture(capture);
        }
    }

    fn capture(&mut self, capture: &CaptureChange) {
        let (lead, style) = self.sign(capture.change);
        let warning = if capture.is_intact { "" } else { "  (its bytes are not those that were recorded)" };
        self.led(4, lead, &format!("capture {}{warning}", visible(&capture.id)), style);
        if capture.change == Change::Changed {
            return self.events(6, &capture.events);
        }
        for words in known_by(capture) {
            self.out.push_str(&format!("      {}\n", visible(&words)));
        }
    }
}

/// What the story of a claim needs beside.
#[cfg(feature = "git")]
impl Page {
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A claim of which nothing is known but how it was.
    pub(super) fn standing_claim(&mut self, claim: &ClaimChange) {
        self.is_standing = true;
        self.claim(&ClaimChange { is_unread_there: false, ..claim.clone() });
        self.is_standing = false;
    }

    pub(super) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A line that stands out.
    pub(super) fn strong(&mut self, line: &str) {
        self.out.push_str(&format!("{}\n", self.canvas.paint(STRONG, line)));
    }
}

const fn sign(change: Change) -> (&'static str, Style) {
    match change {
        Change::Added => ("+ ", ADDED),
        Change::Removed => ("- ", REMOVED),
        Change::Changed => ("~ ", CHANGED),
        Change::Renamed => ("→ ", CHANGED),
    }
}
