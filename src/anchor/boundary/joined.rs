//! Words that are joined without a letter, a hyphen or an apostrophe: by a sign, as in `AT&T` and `snake_case`; by
//! stops, as in `U.S.`; by a number beside a hyphen, as in `pre-2020`; by a German or French ending for women and men.

use super::{Edge, Surroundings, clitics_follow};
use crate::fold::{characters as ch, words};

/// Whether a quote that begins or ends here cuts such a word.
pub(super) fn is_cut(seen: &Surroundings<'_>, edge: Edge) -> bool {
    cuts_sign(seen)
        || cuts_initials(seen)
        || cuts_ending(seen)
        || cuts_french_ending(seen)
        || cuts_case_ending(seen)
        || cuts_bracketed(seen)
        || cuts_numbered(seen, edge)
        || cuts_lettered(seen)
        || cuts_article(seen)
}

/// A letter of a script that is written with spaces, which marks that only quote are none of.
fn is_letter(c: char) -> bool {
    ch::is_letter(c) && !ch::is_spaceless(c) && !ch::is_apostrophe(c)
}

/// How many letters a side begins with.
fn letters(side: &[char]) -> usize {
    side.iter().take_while(|&&c| is_letter(c)).count()
}

/// Whether the place lies beside a sign, or a few of one kind, with letters on both sides: `AT|&T`, `snake_|case`,
/// `un|**believ**able`, `info|@example.org`.
fn cuts_sign(seen: &Surroundings<'_>) -> bool {
    /// Signs that set type come in threes at most.
    const MOST: usize = 3;
    let joins = |c: char| matches!(c, '&' | '＆' | '_' | '*' | '@');
    let count = |side: &[char]| side.iter().take_while(|&&c| joins(c)).count();
    let (before, after) = (count(&seen.left), count(&seen.right));
    if !(1..=MOST).contains(&(before + after)) {
        return false;
    }
    let signs = || seen.left[..before].iter().chain(&seen.right[..after]);
    let is_one_kind = signs().all(|sign| Some(sign) == signs().next());
    let has_underscore = signs().any(|&sign| sign == '_');
    let is_joined = |c: char| is_letter(c) || has_underscore && ch::is_digit(c);
    is_one_kind
        && seen.left(before, is_joined)
        && seen.right(after, is_joined)
        && !(signs().any(|&sign| sign == '&') && is_entity(&seen.right[after..]))
}

/// Whether an ampersand before these begins a character of HTML that was left as it is written: `&nbsp;`.
fn is_entity(right: &[char]) -> bool {
    let name = letters(right);
    name > 1 && right.get(name) == Some(&';')
}

/// Whether the place lies inside an abbreviation of single letters with stops: `U|.S.`, `i.|e.` Initials before a
/// surname are apart from it: `J.|Smith`.
fn cuts_initials(seen: &Surroundings<'_>) -> bool {
    let is_single = |side: &[char]| letters(side) == 1 && !side.get(1).is_some_and(|&c| ch::is_word(c));
    let is_stop = |c: char| c == '.';
    seen.right(0, is_stop) && is_single(&seen.left) && is_single(&seen.right[1..])
        || seen.left(0, is_stop) && is_single(&seen.left[1..]) && is_single(&seen.right)
}

/// Whether the place lies beside what parts a German noun from the ending that makes women of it: `Bürger|:innen`,
/// `Bürger/|in`.
fn cuts_ending(seen: &Surroundings<'_>) -> bool {
    let parts = |c: char| matches!(c, ':' | '/');
    let ending = if seen.right(0, parts) && seen.left(0, is_letter) {
        &seen.right[1..]
    } else if seen.left(0, parts) && seen.left(1, is_letter) {
        &seen.right[..]
    } else {
        return false;
    };
    let word: String = ending.iter().take(6).copied().take_while(|&c| ch::is_word(c)).collect();
    matches!(&*word, "in" | "innen") && words::may_be_in(seen.language, "de")
}

/// Whether the place lies beside the colon before an ending of case in Finnish and Swedish: `EU|:n`, `tv|:n`.
fn cuts_case_ending(seen: &Surroundings<'_>) -> bool {
    let is_colon = |c: char| c == ':';
    let ending = match seen.right(0, is_colon) {
        true if seen.left(0, is_letter) => &seen.right[1..],
        false if seen.left(0, is_colon) && seen.left(1, is_letter) => &seen.right[..],
        _ => return false,
    };
    let count = ending.iter().take_while(|&&c| c.is_lowercase()).count();
    (1..=LONGEST_CASE).contains(&count) && words::has_case_endings(seen.language)
}

/// So many letters has an ending of case.
const LONGEST_CASE: usize = 4;

/// First parts of words that turn the rest, in several languages.
const TURNING: &[&str] =
    &["un", "in", "im", "il", "ir", "non", "dis", "mis", "anti", "dé", "dés", "mé", "mal"];

/// Whether the place lies inside a word of which a part is in brackets: `(un)|reliable`, `(non-)|binding`,
/// `un|[reliable]`.
fn cuts_bracketed(seen: &Surroundings<'_>) -> bool {
    let is_small = |c: char| c.is_lowercase() && ch::is_western_letter(c);
    let closes = |c: char| matches!(c, ')' | ']');
    let opens = |c: char| matches!(c, '(' | '[');
    let small = |side: &[char]| side.iter().take_while(|&&c| is_small(c)).count();
    if seen.left(0, closes) && seen.right(0, is_small) {
        let from = 1 + usize::from(seen.left(1, ch::is_hyphen));
        let part = &seen.left[from..];
        let count = small(part);
        // `(a)`, `(ii)` count paragraphs.
        let is_number = part[..count].iter().all(|c| matches!(c, 'i' | 'v' | 'x'));
        return (2..=LONGEST_PART).contains(&count) && !is_number && seen.left(from + count, opens);
    }
    let turning = |left: &[char]| {
        let part: String = left[..letters(left)].iter().rev().collect();
        TURNING.contains(&&*part)
    };
    seen.right(0, opens) && seen.right(1, is_small) && turning(&seen.left)
        || seen.left(0, opens) && seen.right(0, is_small) && turning(&seen.left[1..])
}

/// So many letters has a part of a word in brackets.
const LONGEST_PART: usize = 5;

/// French endings for women, with none that is a word of its own.
const ENDINGS: &[&str] = &[
    "e", "es", "ne", "nes", "ve", "ves", "ice", "ices", "rice", "rices", "trice", "trices", "euse", "euses",
    "ère", "ères", "ière", "ières",
];

/// Endings that are words of their own, unless the plural is set apart too: `professionnel.le.s`.
const LONGER_ENDINGS: &[&str] = &["le", "te", "se", "fe", "elle"];

/// Whether the place lies inside a French noun or adjective with an ending for women: `étudiant|.e.s`,
/// `étudiant.e|.s`, `étudiant(|e)s`.
fn cuts_french_ending(seen: &Surroundings<'_>) -> bool {
    let parts = |c: char| matches!(c, '.' | '(' | '/' | '•' | '⋅' | '∙');
    let goes_on = |c: char| c.is_lowercase() && is_letter(c) || parts(c) || c == ')';
    if !seen.left(0, goes_on) || !seen.right(0, goes_on) {
        return false;
    }
    let run = |side: &[char]| side.iter().copied().take_while(|&c| goes_on(c)).collect::<Vec<_>>();
    let mut whole = run(&seen.left);
    let place = whole.len();
    whole.reverse();
    whole.extend(run(&seen.right));
    let Some(stem) = whole.iter().position(|&c| parts(c)).filter(|stem| (2..=place).contains(stem)) else {
        return false;
    };
    let ending = ending_length(whole[stem], &whole[stem + 1..]);
    place <= stem + ending && ending > 0 && words::may_be_in(seen.language, "fr")
}

/// How many characters of a French ending for women follow this mark, with the plural that is set apart likewise; 0
/// where they are none.
fn ending_length(mark: char, rest: &[char]) -> usize {
    let count = letters(rest);
    let ending: String = rest[..count].iter().collect();
    let after = &rest[count..];
    let closing = if mark == '(' { ')' } else { mark };
    let is_closed = after.first() == Some(&closing);
    let is_plural = is_closed && after.get(1) == Some(&'s') && letters(&after[1..]) == 1;
    let is_known =
        ENDINGS.contains(&&*ending) || is_plural && mark != '(' && LONGER_ENDINGS.contains(&&*ending);
    match (is_known && (mark != '(' || is_closed), is_plural) {
        (false, _) => 0,
        (true, true) => count + 2,
        (true, false) => count + usize::from(mark == '('),
    }
}

/// Whether the place lies beside a hyphen between a number and letters: `pre-|2020`, `5|-year`. What is before a
/// hyphen and a number is a word of its own, as in `Covid|-19`, unless it is a single letter: `F|-35`. So are two ends of
/// a range, as in `10h-|12h`.
fn cuts_numbered(seen: &Surroundings<'_>, edge: Edge) -> bool {
    if edge == Edge::End && seen.right(0, ch::is_hyphen) && seen.right(1, ch::is_digit) {
        let is_one = letters(&seen.left) == 1 && !seen.left(1, |c| ch::is_word(c) || ch::is_hyphen(c));
        return is_one && seen.left(0, char::is_uppercase);
    }
    if seen.left(0, ch::is_hyphen) && seen.right(0, ch::is_digit) && seen.left(1, is_letter) {
        let prefix = letters(&seen.left[1..]);
        // Hebrew and Arabic join prepositions to numbers so.
        return !seen.left(1, ch::is_right_to_left)
            && !seen.left(1 + prefix, |c| ch::is_word(c) || ch::is_currency(c));
    }
    let (left, right) = if seen.left(0, ch::is_digit) && seen.right(0, ch::is_hyphen) {
        (&seen.left[..], &seen.right[1..])
    } else if seen.left(0, ch::is_hyphen) {
        (&seen.left[1..], &seen.right[..])
    } else {
        return false;
    };
    left.first().is_some_and(|&c| ch::is_digit(c))
        && right
            .first()
            .is_some_and(|&c| c.is_lowercase() || c.is_uppercase() && is_german_compound(right, seen))
        && !clitics_follow(right, seen.language)
}

/// Whether the place lies beside a hyphen or a slash between a number and the one capital that a case or a route ends
/// with: `2023/0412|-B`, `Order 412/|B`. More letters are a word of their own, as in `737|-MAX`.
fn cuts_lettered(seen: &Surroundings<'_>) -> bool {
    let joins = |c: char| c == '/' || ch::is_hyphen(c);
    let (left, right) = if seen.right(0, joins) {
        (&seen.left[..], &seen.right[1..])
    } else if seen.left(0, joins) {
        (&seen.left[1..], &seen.right[..])
    } else {
        return false;
    };
    let is_one =
        letters(right) == 1 && !right.get(1).is_some_and(|&c| ch::is_word(c) || ch::is_apostrophe(c));
    left.first().is_some_and(|&c| ch::is_digit(c)) && is_one && right[0].is_uppercase()
}

/// German articles and pronouns, before which a hyphen behind a number is a dash.
const BEGINNING: &[&str] =
    &["der", "die", "das", "ein", "eine", "er", "sie", "es", "wir", "ich", "in", "im", "am"];

/// Whether a German noun of a compound with a number follows: `34|-Jähriger`, `9|-Euro-Ticket`.
fn is_german_compound(right: &[char], seen: &Surroundings<'_>) -> bool {
    let word: String = right[..letters(right)].iter().flat_map(|&c| ch::lower(c)).collect();
    let is_german = || seen.language.is_some_and(|tag| words::may_be_in(Some(tag), "de"));
    word.chars().count() > 1 && is_german() && !BEGINNING.contains(&&*word)
}

/// Whether the place lies beside the stop between a letter and the number of an article that it belongs to:
/// `L.|121-3`. What stands apart is a word of its own: `L. |121-3`.
fn cuts_article(seen: &Surroundings<'_>) -> bool {
    let is_stop = |c: char| c == '.';
    let (left, right) = if seen.left(0, is_stop) && seen.right(0, ch::is_digit) {
        (&seen.left[1..], &seen.right[..])
    } else if seen.right(0, is_stop) && seen.right(1, ch::is_digit) {
        (&seen.left[..], &seen.right[1..])
    } else {
        return false;
    };
    let number = &right[right.iter().take_while(|&&c| ch::is_digit(c)).count()..];
    letters(left) == 1
        && left[0].is_uppercase()
        && !left.get(1).is_some_and(|&c| ch::is_word(c) || is_stop(c))
        && matches!(number, [hyphen, next, ..] if ch::is_hyphen(*hyphen) && ch::is_digit(*next))
}

#[cfg(test)]
mod tests {
    use super::super::{CutKind, Edge, cut_at};
    use crate::text::Text;

    /// What a quote with this edge at `|` cuts.
    fn cut(language: &str, marked: &str, edge: Edge) -> Option<CutKind> {
        let at = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        cut_at(&Text::new(&text).in_language((!language.is_empty()).then_some(language)), at, edge)
    }

    fn assert_all(expected: Option<CutKind>, edges: &[Edge], cases: &[(&str, &str)]) {
        for &edge in edges {
            for (language, marked) in cases {
                assert_eq!(cut(language, marked, edge), expected, "{marked} {edge:?}");
            }
        }
    }

    const BOTH: &[Edge] = &[Edge::Start, Edge::End];

    #[test]
    fn a_sign_between_letters_joins_them() {
        let cut = [
            ("en", "of AT|&T and"),
            ("en", "of AT&|T and"),
            ("en", "the R|&D unit"),
            ("en", "a snake_|case name"),
            ("en", "a snake|_case name"),
            ("en", "log_|4 shells"),
            ("en", "un|*believ*able"),
            ("en", "un**|believ**able"),
            ("de", "die Bürger|*innen"),
            ("de", "die Bürger_|innen"),
        ];
        assert_all(Some(CutKind::Word), BOTH, &cut);
        let whole = [
            ("en", "war |& peace"),
            ("en", "war &| peace"),
            ("en", "a *|word* of"),
            ("en", "a _word|_ of"),
            ("en", "one|&nbsp;two"),
            ("en", "a|*_b"),
            ("zh", "他*|说*好"),
        ];
        assert_all(None, BOTH, &whole);
        // As without emphasis, an elided word ends no quote.
        assert_all(None, &[Edge::Start], &[("fr", "de l’*|avion*")]);
        assert_all(Some(CutKind::Word), &[Edge::End], &[("fr", "de l’*|avion*")]);
    }

    #[test]
    fn abbreviations_with_stops_are_whole() {
        let cut = [
            ("en", "the U|.S. army"),
            ("en", "the U.|S. army"),
            ("en", "the U.S|.A. army"),
            ("en", "at 10 a.|m. today"),
            ("el", "στις 10 π|.μ. σήμερα"),
            ("ru", "и т|.д. и"),
            ("fr", "l’article L.|121-3 du"),
            ("fr", "l’article R|.421-14 du"),
        ];
        assert_all(Some(CutKind::Word), BOTH, &cut);
        let whole = [
            ("en", "by J.|Smith"),
            ("ru", "М.М|.Решетников"),
            ("en", "the U.S|. army"),
            ("en", "plan B.| He"),
            ("en", "etc|.a"),
            ("fr", "l’article L. |121-3 du"),
            ("en", "plan B.|2 men"),
            ("en", "the US|.12-3 on"),
        ];
        assert_all(None, BOTH, &whole);
    }

    #[test]
    fn german_endings_for_women_are_of_their_noun() {
        let cut = [("de", "die Bürger|:innen und"), ("de", "die Bürger/|innen"), ("", "jede Lehrer|:in")];
        assert_all(Some(CutKind::Word), BOTH, &cut);
        let whole = [("de", "er sagte|:inzwischen"), ("en", "plug|/in"), ("de", "und|/oder")];
        assert_all(None, BOTH, &whole);
    }

    #[test]
    fn a_part_of_a_word_in_brackets_is_of_it() {
        let cut = [
            ("en", "the (un)|reliable sources"),
            ("en", "a (non-)|binding vote"),
            ("en", "the un|[reliable] sources"),
            ("en", "the un[|reliable] sources"),
            ("en", "was [un]|happy with"),
            ("fr", "un texte (in)|utile"),
            ("fr", "il faut (re)|construire"),
        ];
        assert_all(Some(CutKind::Word), BOTH, &cut);
        let whole = [
            ("en", "(a)|the person"),
            ("en", "(ii)|any person"),
            ("en", "the (un) |reliable"),
            ("en", "it is (not) |reliable"),
            ("ko", "(주)|삼성"),
            ("ko", "한국은행|(bok)은"),
            ("fr", "Kaboul|(capitale)"),
            ("fr", "(AFP)|le ministre"),
            ("fr", "(voir page)|le ministre"),
        ];
        assert_all(None, BOTH, &whole);
    }

    #[test]
    fn a_sign_or_an_ending_of_case_joins_in_its_languages() {
        let cut = [
            ("en", "to info|@example.org"),
            ("en", "to info@|example.org"),
            ("fi", "että EU|:n maat"),
            ("sv", "i tv|:n"),
        ];
        assert_all(Some(CutKind::Word), BOTH, &cut);
        let whole = [
            ("en", "by |@minister"),
            ("en", "he said|:no"),
            ("fi", "hän sanoi|: ei"),
            ("fi", "Tulos|:Suomi voitti"),
        ];
        assert_all(None, BOTH, &whole);
    }

    #[test]
    fn french_endings_for_women_are_of_their_noun() {
        let cut = [
            ("fr", "les étudiant|.e.s sont"),
            ("fr", "les étudiant.|e.s sont"),
            ("fr", "les étudiant.e|.s sont"),
            ("fr", "les étudiant|.es, dit-elle"),
            ("fr", "un étudiant|(e) dit"),
            ("fr", "des étudiant(e|)s là"),
            ("fr", "des étudiant(e)|s là"),
            ("fr", "les étudiant|•e•s sont"),
            ("fr", "les professionnel|.le.s sont"),
            ("fr", "les directeur|/trice.s sont"),
            ("", "les directeurs|/trices sont"),
        ];
        assert_all(Some(CutKind::Word), BOTH, &cut);
        let whole = [
            ("fr", "c’est fini|.les autres"),
            ("fr", "les étudiant.e.s|. Puis"),
            ("fr", "il y a foule|(environ mille)"),
            ("fr", "des étudiant(e)s| là"),
            ("fr", "et|/ou"),
            ("en", "the name|(e) of"),
        ];
        assert_all(None, BOTH, &whole);
    }

    #[test]
    fn one_capital_behind_a_number_is_of_it() {
        let cut = [
            ("en", "case ref. 2023/0412|-B of"),
            ("en", "case ref. 2023/0412-|B."),
            ("en", "Route A12|-B is"),
            ("en", "File 12|/A"),
            ("fr", "le dossier 2023/0412/|B, puis"),
            ("ru", "дело 12|-А и"),
        ];
        assert_all(Some(CutKind::Word), BOTH, &cut);
        let whole = [
            ("en", "a 737|-MAX crashed"),
            ("en", "and|/or"),
            ("en", "the team|/A"),
            ("en", "in 2023|/Then he"),
            ("en", "in 2023|-He said"),
            ("en", "in 2023|-I’m told"),
            ("en", "from 12| - A to"),
            ("fr", "en 2020|-L’État a"),
            ("en", "from 1990|–A new"),
        ];
        assert_all(None, BOTH, &whole);
    }

    #[test]
    fn a_hyphen_joins_a_number_to_letters() {
        let start = [
            ("en", "the pre-|2020 levels"),
            ("en", "the mid-|1990s were"),
            ("fr", "la Covid-|19 tue"),
            ("en", "a 5-|year plan"),
            ("de", "80-|jährige Frau"),
            ("de", "der 34-|Jährige wurde"),
            ("de", "das 9-|Euro-Ticket"),
        ];
        assert_all(Some(CutKind::Word), &[Edge::Start], &start);
        assert_all(
            Some(CutKind::Word),
            &[Edge::End],
            &[("en", "a 5|-year plan"), ("ru", "5|-го мая"), ("de", "die 3,5|-Prozent-Hürde")],
        );
        let whole = [
            ("fr", "la Covid|-19 tue"),
            ("fr", "ces 12|-là"),
            ("he", "בשנת ב-|2020 קרה"),
            ("fr", "de 10h-|12h ici"),
            ("fr", "en 2020|-Le chef"),
            ("de", "seit 2020|-Der Chef"),
            ("en", "from 12-|15 of"),
        ];
        assert_all(None, &[Edge::Start, Edge::End], &whole[1..]);
        assert_all(None, &[Edge::End], &whole[..1]);
    }
}
