//! What can still be read of a claim file that is not TOML: every claim that is whole by itself, from its `[[claim]]` to
//! the next one. What is wrong with the others is told of each.

use super::nearest_word;
use super::notation::{is_all_foreign, tail};
use super::syntax::{Slip, error_span, slip};
use crate::text::{Span, line_ends, lines};
use toml::de::DeTable;

/// What is left of a claim file that is not TOML.
pub(super) struct Salvaged {
    /// The file with blanks in place of what cannot be read, as long as it; `None` where no claim can be read.
    pub rest: Option<String>,
    /// What is wrong, in order, by places of the file; and what was not checked for it.
    pub slips: Vec<(Slip, &'static str)>,
    /// Whether what stands above the first claim, such as a quote of it, was left out.
    pub has_stray_quotes: bool,
}

const NOTHING: &str = "nothing in this file was checked";
const CLAIM: &str = "this claim was not checked; those of this file that can be read were";
const CLAIMS: &str = "these claims were not checked; those of this file that can be read were";
const NONE_WHOLE: &str = "no claim of this file was checked";
const HEAD: &str = "this part was not read; the claims of this file that can be read were checked";
/// What some programs put at the beginning of a file.
const MARK: char = '\u{FEFF}';
const CONFLICT: &str = "no claim of either side was checked; those of this file that can be read were";

/// A part of a file: a claim with all that is below it, or what stands above the first.
struct Part<'c> {
    span: Span,
    words: &'c str,
    kind: Kind,
    /// The line that it begins on, from 1.
    line: usize,
    is_broken: bool,
}

/// What a part of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// What stands above the first claim, or a mark of a merge.
    Head,
    Claim,
    /// A claim below a header that is misspelt, such as `[[claims]]`.
    Misspelt,
    /// Lines above the first claim or behind one that are no TOML, such as what a person is told with an answer.
    Foreign,
}

impl Part<'_> {
    fn is_claim(&self) -> bool {
        self.kind == Kind::Claim
    }

    /// What is wrong with it by itself.
    fn slip(&self) -> Option<Slip> {
        if self.kind == Kind::Foreign && self.words.trim().contains('\n') {
            let quiet = self.words.len() - self.words.trim_start().len();
            let first = self.line + line_ends(&self.words[..quiet]);
            let lines = Span::new(quiet, self.words.len());
            return Some(Slip::foreign_lines(self.words, lines, first).shifted(self.span.start));
        }
        if self.span.start > 0 && self.words.starts_with(MARK) {
            return Some(Slip::byte_order_mark(Span::new(0, MARK.len_utf8()).shifted(self.span.start)));
        }
        let error = DeTable::parse(self.words).err()?;
        let slip = slip(self.words, error_span(self.words, &error), error.message());
        Some(slip.shifted(self.span.start))
    }

    /// Blanks in its place, as long as it; of one whose header is misspelt that line stays, so that it is told.
    fn blank(&self) -> String {
        let kept = match self.kind {
            Kind::Misspelt => self.words.find('\n').unwrap_or(self.words.len()),
            Kind::Head | Kind::Claim | Kind::Foreign => 0,
        };
        let (kept, blanked) = self.words.split_at(kept);
        let blanked = blanked.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' });
        kept.chars().chain(blanked).collect()
    }

    /// Its header, where that has single brackets.
    fn single_header(&self) -> Option<Span> {
        let line = self.words.lines().next()?;
        let (lead, header) = (line.len() - line.trim_start().len(), line.trim());
        let is_single = header.starts_with('[') && !header.starts_with("[[");
        is_single.then(|| Span::new(lead, lead + header.len()).shifted(self.span.start))
    }

    /// Whether an unfinished merge is open where it ends.
    fn leaves_conflict(&self, is_open: bool) -> bool {
        self.words.lines().fold(is_open, |is_open, line| {
            line.starts_with("<<<<<<<") || is_open && !line.starts_with(">>>>>>>")
        })
    }
}

/// Reads the parts of a claim file that is not TOML, each by itself.
pub(super) fn salvaged(content: &str) -> Salvaged {
    let mut parts = parts(content);
    let is_alone = parts.iter().filter(|part| part.is_claim()).count() < 2;
    let (mut slips, mut singles) = (Vec::new(), Vec::new());
    let mut is_merge = false;
    for part in &mut parts {
        let wrong = part.slip();
        let single = part.single_header().filter(|_| wrong.is_none() && part.is_claim() && !is_alone);
        let (was_merge, has_slip) = (is_merge, wrong.is_some());
        is_merge = (was_merge || has_slip) && part.leaves_conflict(was_merge);
        part.is_broken = has_slip || was_merge || single.is_some();
        singles.extend(single);
        let unchecked = match () {
            () if is_merge || was_merge => CONFLICT,
            () if matches!(part.kind, Kind::Head | Kind::Foreign) => HEAD,
            () => CLAIM,
        };
        // Of an unfinished merge its first mark is told.
        slips.extend(wrong.filter(|_| !was_merge).map(|wrong| (wrong, unchecked)));
    }
    if !singles.is_empty() {
        let unchecked = if singles.len() > 1 { CLAIMS } else { CLAIM };
        slips.push((Slip::single_brackets(content, &singles), unchecked));
    }
    let joined = joined(content, &mut parts);
    let has_stray_quotes = joined.wrong.is_some();
    slips.extend(joined.wrong.map(|wrong| (wrong, HEAD)));
    slips.sort_by_key(|(slip, _)| slip.marks[0].span);
    if !joined.has_claims {
        let unchecked = if slips.len() < 2 { NOTHING } else { NONE_WHOLE };
        for slip in &mut slips {
            slip.1 = unchecked;
        }
    }
    Salvaged { rest: joined.rest, slips, has_stray_quotes }
}

/// The parts of a file that are whole, read together.
struct Joined {
    rest: Option<String>,
    /// Whether there is a claim among them.
    has_claims: bool,
    /// What is wrong where they cannot be read together.
    wrong: Option<Slip>,
}

fn joined(content: &str, parts: &mut [Part<'_>]) -> Joined {
    let mut rest = without_broken(content, parts);
    let wrong = DeTable::parse(&rest).err().map(|error| {
        // Such as a quote above the first claim.
        parts.iter_mut().filter(|part| !part.is_claim()).for_each(|part| part.is_broken = true);
        let wrong = slip(&rest, error_span(&rest, &error), error.message());
        rest = without_broken(content, parts);
        wrong
    });
    let is_toml = DeTable::parse(&rest).is_ok();
    let has_claims = is_toml && parts.iter().any(|part| part.is_claim() && !part.is_broken);
    let has_headers = is_toml && parts.iter().any(|part| part.kind == Kind::Misspelt);
    Joined { rest: (has_claims || has_headers).then_some(rest), has_claims, wrong }
}

/// The file with blanks in place of its broken parts.
fn without_broken(content: &str, parts: &[Part<'_>]) -> String {
    let mut rest = String::with_capacity(content.len());
    for part in parts {
        if part.is_broken || part.kind == Kind::Misspelt {
            rest.push_str(&part.blank());
        } else {
            rest.push_str(part.words);
        }
    }
    debug_assert_eq!(rest.len(), content.len(), "places in the one are places in the other");
    rest
}

fn parts(content: &str) -> Vec<Part<'_>> {
    let mut starts = vec![(0, Kind::Head, 1)];
    // A file with none but lone carriage returns is one line to TOML.
    let has_lines = content.contains('\n');
    let all: Vec<Span> = lines(content).filter(|_| has_lines).collect();
    for (number, line) in all.iter().enumerate() {
        let kind = kind_of(&content[line.range()]);
        let next = all.get(number + 1).map_or("", |next| &content[next.range()]);
        // A mark of a merge above a claim belongs to no claim; one inside a claim breaks it.
        let is_mark = content[line.range()].starts_with("<<<<<<<") && begins_claim(next);
        starts.extend((kind != Kind::Head || is_mark).then_some((line.start, kind, number + 1)));
    }
    let ends = starts.iter().skip(1).map(|&(start, ..)| start).chain([content.len()]);
    let part = |(&(start, kind, line), end): (&(usize, Kind, usize), usize)| Part {
        span: Span::new(start, end),
        words: &content[start..end],
        kind,
        line,
        is_broken: false,
    };
    let has_claim = starts.len() > 1;
    starts.iter().zip(ends).map(part).flat_map(|part| without_foreign(part, has_claim)).collect()
}

/// A part, and apart from it what stands above the first claim or behind one and is surely none of it.
fn without_foreign(mut part: Part<'_>, has_claim: bool) -> Vec<Part<'_>> {
    let is_whole = |words: &str| DeTable::parse(words).is_ok();
    match part.kind {
        Kind::Head if has_claim && part.span.start == 0 && is_all_foreign(part.words) => {
            part.kind = Kind::Foreign;
        }
        Kind::Claim if !is_whole(part.words) => {
            let at = tail(part.words).filter(|&at| is_whole(&part.words[..at]));
            let Some(at) = at else { return vec![part] };
            let (claim, behind) = part.words.split_at(at);
            let (start, line) = (part.span.start + at, part.line + line_ends(claim));
            let tail = Part {
                span: Span::new(start, part.span.end),
                words: behind,
                kind: Kind::Foreign,
                line,
                is_broken: false,
            };
            part.span = Span::new(part.span.start, start);
            part.words = claim;
            return vec![part, tail];
        }
        _ => {}
    }
    vec![part]
}

/// What a line begins.
fn kind_of(line: &str) -> Kind {
    match () {
        () if begins_claim(line) => Kind::Claim,
        () if begins_misspelt(line) => Kind::Misspelt,
        () => Kind::Head,
    }
}

/// Whether a line is a header of two brackets that was meant to begin a claim, such as `[[claims]]`.
fn begins_misspelt(line: &str) -> bool {
    let header = line.split('#').next().unwrap_or_default().trim();
    let name = header.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    name.is_some_and(|name| is_misspelt(name.trim()))
}

/// Whether a name is another one than `claim`, and was meant to be it.
pub(super) fn is_misspelt(name: &str) -> bool {
    name != "claim"
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && nearest_word(name, &["claim"]).is_some()
}

/// Whether a line begins a claim, be it with brackets that do not fit.
pub(super) fn begins_claim(line: &str) -> bool {
    let line = line.trim_start_matches('\u{FEFF}').trim_start();
    let inside = line.trim_start_matches(['[', '［', '【']);
    let after = inside.trim_start().strip_prefix("claim").map(str::trim_start);
    line.len() > inside.len()
        && after.is_some_and(|rest| rest.is_empty() || rest.starts_with([']', '］', '】', '#']))
}

/// Whether a line is the header of a claim or of a quote.
pub(super) fn begins_table(line: &str) -> bool {
    let Some(inside) = line.trim().strip_prefix("[[") else { return false };
    let name = inside.split(']').next().unwrap_or_default();
    inside.contains("]]") && matches!(name.trim(), "claim" | "claim.quote")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_whole_is_left_at_its_place() {
        let content = "[[claim]]\nid = \"é\n[[claim]]\nid = \"b\"\n";
        let found = salvaged(content);
        assert_eq!(found.slips.len(), 1);
        let rest = found.rest.unwrap();
        assert_eq!(rest.len(), content.len());
        assert_eq!(rest.trim(), "[[claim]]\nid = \"b\"");
        assert_eq!(rest.find("id"), content.rfind("id"));
    }

    #[test]
    fn nothing_is_left_where_nothing_is_whole() {
        for (content, slips) in [("[[claim]]\nid = \"a\n", 1), ("[[claim]]\nid = \n[[claim]]\nid = \n", 2)] {
            let found = salvaged(content);
            assert!(found.rest.is_none(), "{content}");
            assert_eq!(found.slips.len(), slips, "{content}");
        }
    }

    #[test]
    fn neither_side_of_a_merge_is_left() {
        let content = "[[claim]]\nid = \"a\"\n<<<<<<< ours\n[[claim]]\nid = \"b\"\n=======\n[[claim]]\nid = \"c\"\n\
            [[claim]]\nid = \"d\"\n>>>>>>> theirs\n[[claim]]\nid = \"e\"\n";
        let found = salvaged(content);
        assert_eq!(found.slips.len(), 1);
        let rest = found.rest.unwrap();
        let left = |id: &str| rest.contains(&format!("id = \"{id}\""));
        assert_eq!(["a", "b", "c", "d", "e"].map(left), [true, false, false, false, true]);
        let inside = content.replace("<<<<<<< ours\n", "<<<<<<< ours\ntext = \"x\"\n");
        assert!(!salvaged(&inside).rest.unwrap().contains("id = \"a\""));
    }

    #[test]
    fn of_a_claim_below_a_misspelt_header_that_line_is_left() {
        let content =
            "[[claim]]\nid = \"a\n[[claims]]\nid = \"b\"\n[[claim.quote]]\nx = 1\n[[claim]]\nid = \"c\"\n";
        let found = salvaged(content);
        assert_eq!(found.slips.len(), 1);
        let rest = found.rest.unwrap();
        assert_eq!(rest.len(), content.len());
        let left: Vec<&str> = rest.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(left, ["[[claims]]", "[[claim]]", "id = \"c\""]);
        assert_eq!(rest.find("[[claims]]"), content.find("[[claims]]"));
    }

    #[test]
    fn a_byte_order_mark_inside_a_file_hides_no_other_claim() {
        let content = "[[claim]]\nid = \"a\"\n\u{FEFF}[[claim]]\nid = \"b\"\n";
        let found = salvaged(content);
        assert_eq!(found.slips.len(), 1);
        assert_eq!(found.slips[0].0.marks[0].span.start, content.find('\u{FEFF}').unwrap());
        let rest = found.rest.unwrap();
        assert!(rest.contains("id = \"a\"") && !rest.contains("id = \"b\""));
    }

    #[test]
    fn what_is_right_is_not_taken_for_what_is_wrong() {
        // A mark that begins the file, a quotation mark before those that close a text, signs of a merge inside one.
        for (content, message) in [
            ("\u{FEFF}[[claim]]\nid = \"a\n", "this text is not closed on its line"),
            ("[[claim]]\ntext = \"\"\"He said \"no\"\"\"\"\nid =\n", "this key has no value"),
            ("[[claim]]\ntext = ''''He said no''''\nid =\n", "this key has no value"),
        ] {
            let slips = salvaged(content).slips;
            assert_eq!(slips.iter().map(|(slip, _)| slip.message.as_str()).collect::<Vec<_>>(), [message]);
        }
        let content = "[[claim]]\ntext = '''\n<<<<<<< ours\n'''\n[[claim]]\nid = \"b\"\n[[claim]]\nid =\n";
        let rest = salvaged(content).rest.unwrap();
        assert!(rest.contains("<<<<<<< ours") && rest.contains("id = \"b\""), "{rest}");
    }

    #[test]
    fn headers_that_were_meant_to_begin_a_claim_are_known() {
        assert!(["[[claims]]", " [[ Claim ]] # x", "[[clam]]"].into_iter().all(begins_misspelt));
        let others =
            ["[[claim]]", "[[claim.quote]]", "[[quote]]", "[[source]]", "claims", "[claims]", "[[]]"];
        assert!(!others.into_iter().any(begins_misspelt));
    }

    #[test]
    fn headers_of_claims_are_known() {
        assert!(
            ["[[claim]]", " [claim] # x", "［［claim］］", "[[claim", "\u{FEFF}[[ claim ]]"]
                .into_iter()
                .all(begins_claim)
        );
        assert!(!["[[claim.quote]]", "claim", "[[claims]]", "# [[claim]]", ""].into_iter().any(begins_claim));
    }
}
