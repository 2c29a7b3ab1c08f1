//! What elements are called, and what that tells of what they hold.

use super::dom::{Dom, Id};

/// Words in the names of elements that hold what readers wrote.
pub(super) const COMMENTS: &[&str] =
    &["comment", "comments", "commentaire", "commentaires", "kommentare", "disqus", "respond", "reactions"];

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
    "dropdown",
    "editsection",
    "gdpr",
    "headerlink",
    "infolettre",
    "interstitial",
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
    "relatedposts",
    "rgpd",
    "share",
    "sharebar",
    "sharedaddy",
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
    "submeta",
    "subscribe",
    "subscription",
    "taboola",
    "toolbar",
    "tooltip",
    "trending",
];

/// The same in two words.
const PAIRS: &[(&str, &str)] = &[
    ("most", "read"),
    ("most", "viewed"),
    ("most", "popular"),
    ("read", "more"),
    ("read", "also"),
    ("also", "read"),
    ("lire", "aussi"),
    ("a", "lire"),
    ("plus", "lus"),
    ("rich", "link"),
    ("links", "block"),
    ("more", "on"),
    ("more", "from"),
    ("see", "also"),
    ("sign", "up"),
];

/// Words in the names of elements that hold no article where there is little in them, or mostly links.
const MINOR: &[&str] = &[
    "banner",
    "hashtags",
    "indicator",
    "indicators",
    "keyword",
    "keywords",
    "tags",
    "tagcloud",
    "tools",
    "topic",
    "topics",
];

/// The same in two words.
const MINOR_PAIRS: &[(&str, &str)] =
    &[("reading", "time"), ("read", "time"), ("embed", "post"), ("post", "embed")];

/// Words in the names of elements that lift a quotation out of the text.
const QUOTES: &[&str] = &["quote", "pullquote", "exergue", "zitat", "cita"];

/// Words at the start of class names that tell of an article’s subject or state, not of what the element is.
const ABOUT: &[&str] = &["category-", "tag-", "has-", "no-", "with-", "is-", "post-", "status-", "type-"];

/// Attributes in which pages say for themselves, or for their tests, what an element is.
const TELLING: &[&str] = &[
    "data-component",
    "data-component-name",
    "data-testid",
    "data-test-id",
    "data-qa",
    "data-module",
    "data-gu-name",
    "data-widget",
    "data-zone",
];

/// The words by which an element is called, in small letters.
pub(super) struct Names(Vec<String>);

impl Names {
    /// The names of an element.
    pub(super) fn of(dom: &Dom, node: Id) -> Self {
        const MOST: usize = 64;
        let name = dom.name(node);
        let classes = dom.attribute(node, "class").unwrap_or_default().split_ascii_whitespace();
        let classes = classes.filter(|class| !ABOUT.iter().any(|about| class.starts_with(about)));
        // What an article’s own element is called tells of its subject, too.
        let classes = classes.filter(|class| name != "article" || class.starts_with("comment"));
        let told = TELLING.iter().filter_map(|attribute| dom.attribute(node, attribute));
        let is_custom = name.contains('-');
        let own =
            is_custom.then(|| [Some(name), dom.attribute(node, "name")]).into_iter().flatten().flatten();
        let names = classes.chain(dom.attribute(node, "id")).chain(told).chain(own);
        Self(names.flat_map(split).take(MOST).collect())
    }

    /// Whether they are of what readers wrote.
    pub(super) fn are_of_comments(&self) -> bool {
        self.have(COMMENTS)
    }

    /// Whether they are of what is no article. `noprint` is left aside inside lines: what is not printed is seen.
    pub(super) fn are_of_clutter(&self, is_in_line: bool) -> bool {
        let tells = |word: &str| WORDS.contains(&word) && !(is_in_line && word == "noprint");
        self.meant().any(tells) || self.have_pair(PAIRS)
    }

    /// Whether they are of what is no article where it is small.
    pub(super) fn are_minor(&self) -> bool {
        self.have(MINOR) || self.have_pair(MINOR_PAIRS)
    }

    /// Whether they are of signs that are no words, or of formulas, which a page has twice.
    pub(super) fn are_of_signs(&self) -> bool {
        self.have(&["icon", "icons", "glyph", "fa", "material", "anchor", "headerlink", "katex", "mathjax"])
    }

    /// Whether they are of the foot of a page.
    pub(super) fn are_of_foot(&self) -> bool {
        self.have(&["footer", "colophon", "copyright"])
    }

    /// Whether they are of a quotation that is lifted out of the text.
    pub(super) fn are_of_quote(&self) -> bool {
        self.have(QUOTES) || self.have_pair(&[("pull", "quote")])
    }

    fn have(&self, wanted: &[&str]) -> bool {
        self.meant().any(|word| wanted.contains(&word))
    }

    fn have_pair(&self, wanted: &[(&str, &str)]) -> bool {
        self.0.windows(2).any(|pair| wanted.contains(&(pair[0].as_str(), pair[1].as_str())))
    }

    /// The words but those that are denied, as in `navigation-not-searchable`.
    fn meant(&self) -> impl Iterator<Item = &str> {
        let is_denied = |at: usize| self.0.get(at + 1).is_some_and(|next| next == "not");
        (0..self.0.len()).filter(move |&at| !is_denied(at)).map(|at| self.0[at].as_str())
    }
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

    #[test]
    fn a_word_that_is_denied_tells_nothing() {
        let are_clutter = |page: &str| {
            let dom = Dom::parse(page).unwrap();
            let node = dom.below(super::super::dom::ROOT).last().unwrap();
            Names::of(&dom, node).are_of_clutter(false)
        };
        assert!(!are_clutter("<div class='hatnote navigation-not-searchable'>"));
        assert!(are_clutter("<div class='navigation'>"));
        assert!(are_clutter("<div data-component=rich-link>"));
        assert!(are_clutter("<amp-ad>"));
    }
}
