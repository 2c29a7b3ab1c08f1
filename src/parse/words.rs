//! What a person may have meant by a word that names nothing, and ids made of words. Spelling is taken
//! lightly here, as nowhere else: accents, umlauts, other scripts and capitals do not part two words.

use super::{CAPTURE_KEYS, CLAIM_KEYS, QUOTE_KEYS, SOURCE_KEYS, grammar, listed};
use crate::finding::Finding;
use crate::fold::{Form, Letters, folded};
use crate::quoting::shortened;
use crate::source::Source;
use std::sync::OnceLock;

/// The most names that are proposed at once.
const PROPOSED: usize = 5;
/// For so many names at most it is looked for what they may have meant.
const MEANT: usize = 250;
/// So many pairs of names are compared at most for that, but those of a few names always.
const COMPARED: usize = 1_000_000;
/// Among so many titles at most it is looked for words.
const TITLES: usize = 2000;
/// So many bytes of each are looked at.
const TITLE: usize = 400;
/// The most captures that are listed.
const LISTED: usize = 10;
/// The fewest characters of which a part of a name may have.
const FEWEST: usize = 3;
/// The longest id that is made of words, in bytes.
const LONGEST_ID: usize = 48;

/// The word of `known` that `word` was most likely meant to be, if one is near: at most every third
/// character is another (Damerau and Levenshtein).
pub fn nearest_word<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let word = Plain::of(word);
    let near = known.iter().filter_map(|other| Some((word.distance(&Plain::of(other))?, *other)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, other)| other)
}

/// The key of ibid for what people and other tools call otherwise, in small letters: in English, French, Spanish, German,
/// Arabic and Chinese.
const CALLED: [(&str, &[&str]); 10] = [
    ("source", &["fuente", "quelle", "المصدر", "مصدر", "来源", "來源", "出处", "出處"]),
    (
        "exact",
        &[
            "quote",
            "quotation",
            "quoted",
            "text",
            "words",
            "verbatim",
            "excerpt",
            "passage",
            "citation",
            "extrait",
            "texte",
            "cita",
            "texto",
            "zitat",
            "wortlaut",
            "الاقتباس",
            "اقتباس",
            "النص",
            "نص",
            "原文",
            "引文",
            "引用",
            "引语",
            "引語",
        ],
    ),
    (
        "within",
        &[
            "context",
            "surrounding",
            "surroundings",
            "contexte",
            "contexto",
            "kontext",
            "zusammenhang",
            "السياق",
            "سياق",
            "上下文",
            "语境",
            "語境",
        ],
    ),
    (
        "speaker",
        &[
            "author",
            "said_by",
            "said-by",
            "attribution",
            "auteur",
            "auteure",
            "locuteur",
            "autor",
            "autora",
            "sprecher",
            "المتحدث",
            "القائل",
            "说话人",
            "說話人",
            "发言人",
            "發言人",
        ],
    ),
    (
        "translation",
        &["traduction", "traducción", "übersetzung", "الترجمة", "ترجمة", "译文", "譯文", "翻译", "翻譯"],
    ),
    (
        "text",
        &[
            "claim",
            "statement",
            "assertion",
            "affirmation",
            "déclaration",
            "afirmación",
            "behauptung",
            "aussage",
            "الادعاء",
            "ادعاء",
            "主张",
            "主張",
            "说法",
            "說法",
        ],
    ),
    ("verdict", &["rating", "conclusion", "conclusión", "urteil", "الحكم", "حكم", "结论", "結論", "判定"]),
    ("tags", &["mots-clés", "étiquettes", "etiquetas", "schlagworte", "وسوم", "标签", "標籤"]),
    ("note", &["remarque", "commentaire", "anmerkung", "ملاحظة", "备注", "備註"]),
    ("id", &["identifiant", "identificador", "kennung", "معرف", "编号", "編號"]),
];

/// Whether an unknown key was meant to hold a quote, which is not read so.
pub fn is_meant_as_quote(name: &str) -> bool {
    nearest_word(name, &["quote"]).or_else(|| called_elsewhere(name)) == Some("quote")
}

/// The key of ibid for what people and other tools call otherwise.
pub(super) fn called_elsewhere(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    CALLED.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(key, _)| *key)
}

/// The key of a claim, a quote or a record that a word looks like, with letters of another script, wide ones or accents.
pub(super) fn looks_like_key(word: &str) -> Option<&'static str> {
    let looks = Letters::looks(word);
    let keys = [CLAIM_KEYS, QUOTE_KEYS, SOURCE_KEYS, CAPTURE_KEYS].into_iter().flatten().copied();
    keys.into_iter().find(|key| looks.bytes() == Letters::new(key).bytes() || plain(word) == **key)
}

/// What `word` was meant to be among `known`, as a question to the person: the nearest word, else those
/// that have all its parts. `None` where nothing is like it.
pub fn did_you_mean(word: &str, known: &[&str]) -> Option<String> {
    if let Some(meant) = nearest_word(word, known) {
        return Some(format!("did you mean `{meant}`?"));
    }
    let having = having_parts(word, known);
    match having[..] {
        [] => None,
        [one] => Some(format!("did you mean `{one}`?")),
        _ if having.len() <= PROPOSED => Some(format!("these are like it: {}", listed(&having))),
        _ => {
            let rest = having.len() - PROPOSED;
            let shown: Vec<String> = having[..PROPOSED].iter().map(|one| format!("`{one}`")).collect();
            Some(format!("these are like it: {} and {rest} more", shown.join(", ")))
        }
    }
}

/// What begins the subject of a finding about an id that no source can have; the id follows.
pub(super) const UNUSABLE: &str = "source ";

/// For how many unknown names it is worth while to look for what was meant among so many that are known: whoever has
/// more of them has made one slip, and not so many.
pub fn worth_proposing(known: usize) -> usize {
    const FEW: usize = 10;
    (COMPARED / known.max(1)).clamp(FEW, MEANT)
}

/// Proposes stored sources in the findings about ids that none can have.
pub fn propose_sources(findings: &mut [Finding], known: &[Source]) {
    let worth = worth_proposing(known.len());
    let mut meant_for = findings.iter_mut().filter(|finding| finding.subject.starts_with(UNUSABLE));
    let stored = Stored::new(known);
    for finding in meant_for.by_ref().take(worth) {
        let Some(id) = finding.subject.strip_prefix(UNUSABLE).map(str::to_owned) else { continue };
        if let Some(meant) = stored.meant(&id) {
            *finding = with_meant(finding.clone(), meant);
        }
    }
}

/// A finding with what may be meant: one name below the words, several as help.
pub fn with_meant(finding: Finding, meant: String) -> Finding {
    if meant.starts_with("did") { finding.labelled(meant) } else { finding.help(meant) }
}

/// The stored sources, by what a person may call one.
pub struct Stored<'s> {
    sources: &'s [Source],
    /// The beginning of each title, without case and accents; worked out when first asked for.
    titles: OnceLock<Vec<Vec<u8>>>,
}

impl<'s> Stored<'s> {
    /// These sources. Costs nothing until one is asked for by its title.
    pub const fn new(sources: &'s [Source]) -> Self {
        Self { sources, titles: OnceLock::new() }
    }

    /// What a source’s id was meant to be, as a question to the person: one that is written otherwise, or whose folder
    /// or file it leads to, else what is like it, else one with such a title. Proposes only ids that can be one.
    pub fn meant(&self, id: &str) -> Option<String> {
        let ids = self.sources.iter().map(|source| source.id.as_str());
        let known: Vec<&str> = ids.filter(|id| grammar::is_source_id(id)).collect();
        let path = id.trim().replace('\\', "/");
        let path = path.trim_start_matches("./").trim_start_matches('/').trim_end_matches('/');
        let path = path.strip_prefix("sources/").unwrap_or(path);
        let holds = |one: &&&str| {
            path.strip_prefix(**one).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let plain_path = hyphened(path);
        // Whoever stores a file finds it again by its name.
        let plain_stem = hyphened(super::stem(path));
        let is_written_so = |one: &&&str| {
            let own = hyphened(one);
            !own.is_empty() && (own == plain_path || own == plain_stem)
        };
        let meant =
            known.iter().filter(holds).max_by_key(|one| one.len()).or(known.iter().find(is_written_so));
        match meant {
            Some(meant) => Some(format!("did you mean `{meant}`?")),
            None => self.at(id).or_else(|| did_you_mean(path, &known)).or_else(|| self.titled(id)),
        }
    }

    /// The source that has an address, as a question to the person; `None` where none has it, or several.
    fn at(&self, address: &str) -> Option<String> {
        let sought = bare_address(address)?;
        let has = |source: &&Source| {
            let url = source.url.as_deref().and_then(bare_address);
            url == Some(sought) && grammar::is_source_id(&source.id)
        };
        let mut having = self.sources.iter().filter(has);
        let (Some(only), None) = (having.next(), having.next()) else { return None };
        Some(format!("did you mean `{}`?", only.id))
    }

    /// The source in whose title some words are, whatever their accents and capitals, as a question to the person;
    /// `None` where they are in none, or in several.
    pub fn titled(&self, words: &str) -> Option<String> {
        // No title has more, as it is looked at.
        if words.len() > TITLE || self.sources.len() > TITLES {
            return None;
        }
        let sought = folded(words, Form::Letters);
        // A letter or two of an alphabet are in many titles, two of another script may be a name.
        if sought.len() < FEWEST {
            return None;
        }
        let finder = memchr::memmem::Finder::new(&sought);
        let titles = self.titles.get_or_init(|| self.sources.iter().map(folded_title).collect());
        let has = |(source, title): &(&Source, &Vec<u8>)| {
            finder.find(title).is_some() && grammar::is_source_id(&source.id)
        };
        let mut having = self.sources.iter().zip(titles).filter(has);
        let (Some((only, _)), None) = (having.next(), having.next()) else { return None };
        Some(format!("did you mean `{}`, “{}”?", only.id, shortened(&only.title, LONGEST_ID)))
    }
}

/// An address of the web without what two of the same page may differ in; `None` where it is none.
fn bare_address(address: &str) -> Option<&str> {
    let (scheme, rest) = address.trim().split_once("://")?;
    let rest = rest.split('#').next().unwrap_or(rest);
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    is_web.then(|| rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/'))
}

fn folded_title(source: &Source) -> Vec<u8> {
    folded(&source.title[..source.title.floor_char_boundary(TITLE)], Form::Letters)
}

/// Small plain letters and digits, with a hyphen for all else between them.
fn hyphened(words: &str) -> String {
    let plain = plain(words);
    plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// The captures of a source, for a person who named one that it does not have.
pub fn captures_instead(source: &Source, id: &str) -> String {
    let known: Vec<&str> = source.captures.iter().map(|capture| capture.id.as_str()).collect();
    match known[..] {
        [.., newest] if known.len() > LISTED => {
            let meant = nearest_word(id, &known).map(|meant| format!("; did you mean `{meant}`?"));
            let meant = meant.unwrap_or_else(|| format!(", the newest is `{newest}`"));
            format!("it has {} captures{meant}", known.len())
        }
        _ => format!("it has {}", listed(&known)),
    }
}

/// The words of `known` that have every part of `word`, those that begin with it first.
pub fn having_parts<'k>(word: &str, known: &[&'k str]) -> Vec<&'k str> {
    let word = plain(word);
    let parts: Vec<&str> =
        word.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.iter().all(|part| part.len() < FEWEST) {
        return Vec::new();
    }
    let has_all = |other: &&&str| {
        let other = plain(other);
        parts.iter().all(|part| other.contains(part))
    };
    let mut having: Vec<&str> = known.iter().filter(has_all).copied().collect();
    having.sort_by_key(|other| !plain(other).starts_with(&word));
    having
}

/// An id made of words, possibly empty: small plain letters, joined by hyphens, other scripts
/// transliterated.
pub fn id_of_words(words: &str) -> String {
    let plain = deunicode::deunicode_with_tofu(words, " ").to_lowercase();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut id = String::new();
    for word in words {
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST_ID {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word[..word.len().min(LONGEST_ID)]);
    }
    id
}

/// A word in small letters without accents, in Latin script.
fn plain(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { deunicode::deunicode(word).to_lowercase() }
}

/// A word in the ways in which people write it without accents.
struct Plain {
    latin: String,
    /// With ä, ö, ü as ae, oe, ue, where it has any.
    german: Option<String>,
    /// How many characters may be others.
    most: usize,
}

impl Plain {
    fn of(word: &str) -> Self {
        let has_umlaut = word.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']);
        let german = has_umlaut.then(|| {
            let small = word.to_lowercase();
            plain(&small.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue"))
        });
        Self { latin: plain(word), german, most: (word.chars().count() / 3).max(1) }
    }

    /// How far another word is from this one, where that is near enough.
    fn distance(&self, other: &Self) -> Option<usize> {
        let own = [Some(&self.latin), self.german.as_ref()];
        let others = [Some(&other.latin), other.german.as_ref()];
        let pairs = own.into_iter().flatten().flat_map(|a| others.into_iter().flatten().map(move |b| (a, b)));
        let near = pairs.filter(|(a, b)| a.len().abs_diff(b.len()) <= self.most);
        let distances = near.map(|(a, b)| strsim::damerau_levenshtein(a, b));
        distances.filter(|distance| *distance <= self.most).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&str] =
        &["defence-ministry-erreur", "defence-budget", "mueller-bericht", "ministere-de-la-defense", "قضية"];

    #[test]
    fn the_nearest_word_is_found_through_accents_umlauts_and_scripts() {
        for (typed, meant) in [
            ("defense-budget", "defence-budget"),
            ("Müller-Bericht", "mueller-bericht"),
            ("muller-bericht", "mueller-bericht"),
            ("ministère_de_la_défense", "ministere-de-la-defense"),
            ("قضيه", "قضية"),
        ] {
            assert_eq!(nearest_word(typed, KNOWN), Some(meant), "{typed}");
        }
        assert_eq!(nearest_word("bestatigt", &["bestätigt", "widerlegt"]), Some("bestätigt"));
        assert_eq!(nearest_word("bestaetigt", &["bestätigt", "widerlegt"]), Some("bestätigt"));
        assert_eq!(nearest_word("kabul", KNOWN), None);
        assert_eq!(nearest_word("", KNOWN), None);
    }

    #[test]
    fn a_part_of_a_name_proposes_those_that_have_it() {
        assert_eq!(did_you_mean("erreur", KNOWN).unwrap(), "did you mean `defence-ministry-erreur`?");
        assert_eq!(
            did_you_mean("Défence", KNOWN).unwrap(),
            "these are like it: `defence-ministry-erreur` and `defence-budget`"
        );
        assert_eq!(
            did_you_mean("erreur ministry", KNOWN).unwrap(),
            "did you mean `defence-ministry-erreur`?"
        );
        assert_eq!(having_parts("defense", KNOWN), ["ministere-de-la-defense"]);
        for nothing in ["", "de", "--", "kabul", "\u{202e}"] {
            assert_eq!(did_you_mean(nothing, KNOWN), None, "{nothing:?}");
        }
        let many: Vec<String> =
            (0..40).map(|number| format!("some-long-claim-{number:03}-of-many")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let told = did_you_mean("claim", &many).unwrap();
        assert!(
            told.starts_with("these are like it: `some-long-claim-000-of-many`, ")
                && told.ends_with(" and 35 more"),
            "{told}"
        );
    }

    #[test]
    fn what_was_meant_is_looked_for_within_bounds() {
        assert_eq!(worth_proposing(0), MEANT);
        assert_eq!(worth_proposing(4000), MEANT);
        assert_eq!(worth_proposing(10_000), 100);
        assert_eq!(worth_proposing(10_000_000), 10);
    }

    #[test]
    fn ids_are_made_of_words_in_any_script() {
        for (words, id) in [
            ("Pakistan admits mistake.", "pakistan-admits-mistake"),
            ("L’armée n’a « jamais » perdu", "l-armee-n-a-jamais-perdu"),
            ("中国", "zhong-guo"),
            ("…", ""),
            ("🔥", "fire"),
        ] {
            assert_eq!(id_of_words(words), id, "{words}");
        }
        let long =
            id_of_words("Pakistan's defence ministry has publicly called trusting the Taliban a mistake");
        assert!(long.len() <= LONGEST_ID && long.ends_with("called"), "{long}");
        assert_eq!(id_of_words(&"a".repeat(100)).len(), LONGEST_ID);
    }
}
