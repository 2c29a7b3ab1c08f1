//! Where a page sends its readers on to: another page in its place, or the next part of its article.

use super::dom::{Dom, Id, ROOT};
use crate::extract::{SHOWN, refresh_target, sends_on};
use crate::quoting::shortened;

/// What a person should know of where the page leads.
pub(super) fn notes(dom: &Dom) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(address) = dom.below(ROOT).find_map(|node| sent_to(dom, node)) {
        notes.push(sends_on(address));
    }
    if let Some(address) = dom.below(ROOT).find_map(|node| next_part(dom, node)) {
        notes.push(format!(
            "The page says that it goes on at {}: what stands there is not in this text.",
            shortened(address, SHOWN)
        ));
    }
    notes
}

/// The address of `<meta http-equiv=refresh content="0; url=…">`.
fn sent_to(dom: &Dom, node: Id) -> Option<&str> {
    let is_refresh =
        dom.attribute(node, "http-equiv").is_some_and(|name| name.trim().eq_ignore_ascii_case("refresh"));
    // Without scripts alone, as many pages have it, nobody is sent away.
    let is_for_all = dom.outward(node).all(|up| dom.name(up) != "noscript");
    let content =
        dom.attribute(node, "content").filter(|_| is_refresh && is_for_all && dom.name(node) == "meta")?;
    refresh_target(content)
}

/// The address of the next part; that of the next article, which some sites call so too, has no number of a part.
fn next_part(dom: &Dom, node: Id) -> Option<&str> {
    let is_next =
        dom.attribute(node, "rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|one| one == "next"));
    let address = dom.attribute(node, "href").map(str::trim).filter(|_| is_next)?;
    let rest =
        address.split('#').next()?.trim_end_matches('/').trim_end_matches(".html").trim_end_matches(".htm");
    let digits = rest.len() - rest.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let before = rest[..rest.len() - digits].chars().last()?;
    ((1..=2).contains(&digits) && matches!(before, '/' | '=' | '-' | '_' | ',' | 'p')).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(head: &str) -> Vec<String> {
        notes(&Dom::parse(head).unwrap())
    }

    #[test]
    fn where_a_page_leads_is_told() {
        let sent = |head: &str| told(head).iter().any(|note| note.contains("sends its readers on to /real:"));
        assert!(sent("<meta http-equiv=refresh content='0; url=/real'>"));
        assert!(sent("<META HTTP-EQUIV=Refresh CONTENT='5;URL = \"/real\"'>"));
        assert_eq!(
            told(
                "<meta http-equiv=refresh content=300><noscript><meta http-equiv=refresh content='0;url=/a'></noscript>"
            ),
            Vec::<String>::new()
        );
        for next in ["?page=2", "/article/2/", "article-2.html", "/a/page/12"] {
            assert_eq!(told(&format!("<link rel=next href='{next}'>")).len(), 1, "{next}");
        }
        for other in ["/2025/12/08/another-article", "/another", "/?p=12345", "#2"] {
            assert_eq!(told(&format!("<a rel=next href='{other}'>x</a>")), Vec::<String>::new(), "{other}");
        }
    }
}
