//! The texts that cases are made from: the repository's articles, and prose in scripts of other kinds.

use super::make::Source;
use std::fs;

/// The languages with their negations and whether their script is written without spaces.
const LANGUAGES: [(&str, bool, &[&str]); 8] = [
    ("ar", false, &["لا", "لم", "ليس", "لن"]),
    ("zh", true, &["不", "没", "未"]),
    ("ru", false, &["не", "никогда", "без"]),
    ("en", false, &["not", "never", "no"]),
    ("de", false, &["nicht", "nie", "kein"]),
    ("ja", true, &["不", "非"]),
    ("he", false, &["לא", "אינו", "אין"]),
    ("th", true, &["ไม่"]),
];

/// Every source; `root` is the repository's folder.
pub fn all(root: &str) -> Vec<Source> {
    let mut sources = vec![articles(root)];
    for (language, is_spaceless, negations) in LANGUAGES {
        let path = format!("{root}/benches/drift/texts/{language}.txt");
        let text = fs::read_to_string(path).expect("the bench has its texts");
        sources.push(Source { language, paragraphs: paragraphs(&text), is_spaceless, negations });
    }
    sources
}

fn paragraphs(text: &str) -> Vec<String> {
    text.trim().split("\n\n").map(|paragraph| paragraph.trim().to_owned()).collect()
}

/// The five French articles that the repository's own claims quote.
fn articles(root: &str) -> Source {
    let mut folders: Vec<_> = fs::read_dir(format!("{root}/sources"))
        .expect("the repository has sources")
        .map(|entry| entry.expect("a folder can be read").path())
        .collect();
    folders.sort();
    let captures = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a source is a folder"));
    let mut texts: Vec<_> = captures
        .map(|entry| entry.expect("a folder can be read").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    texts.sort();
    let read = |path| fs::read_to_string(path).expect("a capture is text");
    let paragraphs = texts.into_iter().flat_map(|path| paragraphs(&read(path))).collect();
    Source { language: "fr", paragraphs, is_spaceless: false, negations: &["pas", "jamais", "sans", "aucun"] }
}
