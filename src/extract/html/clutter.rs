//! What of a page a reader does not see, and what is no part of its article. What is visible but left out
//! is still in the whole page.

use super::dom::{Dom, Id};
use super::measure::{Measure, Measures};

/// Elements whose text is never shown, or not as text.
const NEVER_SHOWN: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "title",
    "meta",
    "link",
    "svg",
    "canvas",
    "iframe",
    "object",
    "embed",
    "video",
    "audio",
    "map",
    "datalist",
    "dialog",
    "textarea",
    "select",
    "rt",
    "rp",
    "annotation",
    "annotation-xml",
    "progress",
    "meter",
    "frameset",
    "noframes",
];

/// Names by which pages hide text from the eye that is meant for screen readers.
const UNSEEN: &[&str] =
    &["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader"];

/// Elements that hold no article.
const APART: &[&str] = &["nav", "button", "menu", "input", "label", "search"];

/// Roles of elements that hold no article.
const ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
    "tooltip",
    "complementary",
];

/// Words in the names of elements that hold what readers wrote.
const COMMENTS: &[&str] =
    &["comment", "comments", "commentaire", "commentaires", "disqus", "respond", "reactions"];

/// Words in the names of elements that hold no article.
const WORDS: &[&str] = &[
    "ad",
    "ads",
    "adslot",
    "advert",
    "advertisement",
    "advertising",
    "breadcrumb",
    "breadcrumbs",
    "catlinks",
    "cmp",
    "connexion",
    "consent",
    "cookie",
    "cookies",
    "didomi",
    "editsection",
    "gdpr",
    "headerlink",
    "infolettre",
    "login",
    "menu",
    "modal",
    "mostread",
    "nav",
    "navbar",
    "navbox",
    "navigation",
    "newsletter",
    "newsletters",
    "noprint",
    "onetrust",
    "outbrain",
    "pager",
    "pagination",
    "partage",
    "popin",
    "popular",
    "popup",
    "printfooter",
    "promo",
    "promotion",
    "recirc",
    "reco",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "rgpd",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "signin",
    "signup",
    "skip",
    "skiplink",
    "social",
    "socials",
    "sponsor",
    "sponsored",
    "subscribe",
    "taboola",
    "toolbar",
    "tooltip",
    "trending",
];

/// The same in two words.
const PAIRS: &[(&str, &str)] = &[
    ("most", "read"),
    ("read", "more"),
    ("read", "also"),
    ("lire", "aussi"),
    ("a", "lire"),
    ("plus", "lus"),
];

/// How paragraphs begin that only send the reader elsewhere.
const SENDS_ELSEWHERE: &[&str] = &[
    "lire aussi",
    "à lire aussi",
    "a lire aussi",
    "lire également",
    "voir aussi",
    "read more",
    "read also",
    "see also",
    "also read",
    "related:",
    "اقرأ أيضا",
    "اقرأ أيضاً",
    "إقرأ أيضا",
    "相关阅读",
    "相关新闻",
    "延伸阅读",
    "推荐阅读",
];

/// Words at the start of class names that tell of an article’s subject or state, not of what the element is.
const ABOUT: &[&str] = &["category-", "tag-", "has-", "no-", "with-", "is-", "post-", "status-", "type-"];

/// The characters from which an element with a main heading is taken to hold an article.
const ARTICLE: u32 = 1000;

/// Whether a reader does not see an element.
pub(super) fn is_unseen(dom: &Dom, node: Id) -> bool {
    if NEVER_SHOWN.contains(&dom.name(node)) || dom.attribute(node, "hidden").is_some() {
        return true;
    }
    let style = dom.attribute(node, "style").map(squeezed).unwrap_or_default();
    let is_hidden = style.contains("display:none") || style.contains("visibility:hidden");
    let class = dom.attribute(node, "class").unwrap_or_default();
    is_hidden || class.split_ascii_whitespace().any(|name| UNSEEN.contains(&name))
}

/// A style without white space, in small letters.
pub(super) fn squeezed(style: &str) -> String {
    style.chars().filter(|c| !c.is_ascii_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether an element is no part of an article; `page` is what the whole page holds.
pub(super) fn is_clutter(dom: &Dom, measures: &Measures, node: Id, page: Measure) -> bool {
    let name = dom.name(node);
    let holds = measures.at(node);
    // What an element is called may tell of an article's subject, as in a section on social affairs.
    let holds_article = holds.titles > 0 && holds.text > ARTICLE;
    if matches!(name, "html" | "body" | "main") || holds_article {
        return false;
    }
    if dom.attribute(node, "aria-hidden") == Some("true") || APART.contains(&name) {
        return true;
    }
    let words = words_of(dom, node, name);
    let rest = page.text.saturating_sub(holds.text);
    if name != "article" && rest > 500 && words.iter().any(|word| COMMENTS.contains(&word.as_str())) {
        return !is_small_part(name) || is_minor(holds);
    }
    if holds.text * 2 > page.text {
        return false;
    }
    has_role(dom, node)
        || is_apart(dom, node, name, holds)
        || is_list_of_links(name, holds)
        || sends_elsewhere(dom, node, name, holds)
        || is_named_so(&words) && (!is_small_part(name) || is_minor(holds))
        || name == "article" && words.iter().any(|word| COMMENTS.contains(&word.as_str()))
}

fn has_role(dom: &Dom, node: Id) -> bool {
    dom.attribute(node, "role").is_some_and(|role| ROLES.contains(&role))
}

/// Asides with links, feet of pages, forms to fill in.
fn is_apart(dom: &Dom, node: Id, name: &str, holds: Measure) -> bool {
    match name {
        "aside" => holds.text < 150 || holds.is_linked(30),
        "footer" => !dom.outward(node).skip(1).any(|up| matches!(dom.name(up), "blockquote" | "figure")),
        "form" => holds.text < 600,
        // The head of the page, not that of an article.
        "header" => {
            !dom.outward(node).skip(1).any(|up| matches!(dom.name(up), "article" | "main" | "section"))
                && holds.is_linked(50)
        }
        _ => false,
    }
}

fn is_list_of_links(name: &str, holds: Measure) -> bool {
    matches!(name, "ul" | "ol" | "div" | "section") && holds.links >= 3 && holds.is_linked(80)
}

fn sends_elsewhere(dom: &Dom, node: Id, name: &str, holds: Measure) -> bool {
    if !matches!(name, "p" | "div" | "li" | "section" | "h2" | "h3" | "h4")
        || holds.text > 400
        || holds.blocks > 3
    {
        return false;
    }
    let text = dom.text_below(node).trim_start().to_lowercase();
    holds.is_linked(40) && SENDS_ELSEWHERE.iter().any(|start| text.starts_with(start))
}

fn is_small_part(name: &str) -> bool {
    matches!(
        name,
        "p" | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "td"
            | "th"
            | "tr"
            | "blockquote"
            | "table"
            | "figure"
            | "figcaption"
    )
}

fn is_minor(holds: Measure) -> bool {
    holds.text < 120 || holds.is_linked(50)
}

fn is_named_so(words: &[String]) -> bool {
    words.iter().any(|word| WORDS.contains(&word.as_str()))
        || words.windows(2).any(|pair| PAIRS.contains(&(pair[0].as_str(), pair[1].as_str())))
}

/// The words in an element’s class and id, in small letters.
fn words_of(dom: &Dom, node: Id, name: &str) -> Vec<String> {
    const MOST: usize = 64;
    let class = dom.attribute(node, "class").unwrap_or_default();
    let id = dom.attribute(node, "id").unwrap_or_default();
    let names =
        class.split_ascii_whitespace().filter(|class| !ABOUT.iter().any(|about| class.starts_with(about)));
    // What an article’s own element is called tells of its subject, too.
    let names = names.filter(|class| name != "article" || class.starts_with("comment"));
    names.chain(std::iter::once(id)).flat_map(split).take(MOST).collect()
}

/// The words of `shareBar_left-2`: share, bar, left, 2.
fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars().take(128) {
        let is_start = before.is_lowercase() && c.is_uppercase();
        if !c.is_alphanumeric() || is_start {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_into_words() {
        assert_eq!(split("shareBar_left-2"), ["share", "bar", "left", "2"]);
        assert_eq!(split("AdSlot"), ["ad", "slot"]);
        assert!(split("").is_empty());
    }
}
