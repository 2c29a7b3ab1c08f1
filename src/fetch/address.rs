//! Addresses of pages: which are fetched, and what stands in a record.

use crate::error::Error;
use url::Url;

/// The address that a person typed, as it will be asked for: its host in ASCII, other characters escaped.
///
/// # Errors
///
/// Where it is none that can be fetched.
pub fn parse(word: &str) -> Result<Url, Error> {
    let url = Url::parse(word.trim()).map_err(|why| {
        Error::new(format!("`{word}` is no address: {why}"))
            .hint("copy it whole from the browser, as in https://example.org/article")
    })?;
    check(&url)?;
    Ok(url)
}

/// Refuses addresses that are no pages on the web, and those with a password, which would go into the record.
pub(super) fn check(url: &Url) -> Result<(), Error> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Error::new(format!("`{url}` is no page on the web; ibid fetches http and https alone"))
            .hint("a file on this machine is added by its name"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::new(
            "the address has a name or password in it, which would stand in the record for all to read",
        )
        .hint("save the page from a browser, and add that file"));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(Error::new(format!("`{url}` names no host")));
    }
    Ok(())
}

/// The address without the part after `#`, which is never sent.
pub(crate) fn without_fragment(url: &Url) -> Url {
    let mut url = url.clone();
    url.set_fragment(None);
    url
}

/// Whether two addresses name one page, as far as can be told without asking: the scheme, `www.`, the
/// part after `#` and a slash at the end aside.
pub(crate) fn is_same_page(one: &Url, other: &Url) -> bool {
    let parts = |url: &Url| {
        let host = url.host_str().unwrap_or_default().trim_start_matches("www.").to_owned();
        (host, url.port(), url.path().trim_end_matches('/').to_owned(), url.query().map(str::to_owned))
    };
    parts(one) == parts(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_browsers_read_them() {
        let read = |word: &str| parse(word).unwrap().to_string();
        assert_eq!(read("HTTPS://Example.ORG/Une-page"), "https://example.org/Une-page");
        assert_eq!(
            read("https://münchen.example/straße?q=é"),
            "https://xn--mnchen-3ya.example/stra%C3%9Fe?q=%C3%A9"
        );
        assert_eq!(read("https://新闻.example/%E6%96%B0"), "https://xn--efvy88h.example/%E6%96%B0");
        assert_eq!(read("http://2130706433/"), "http://127.0.0.1/", "so that it is checked as what it is");
        for wrong in [
            "https://",
            "https://a b/",
            "ftp://example.org/",
            "file:///etc/passwd",
            "https://me:pw@example.org/",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn small_differences_make_no_other_page() {
        let same = |one: &str, other: &str| is_same_page(&parse(one).unwrap(), &parse(other).unwrap());
        assert!(same("http://www.example.org/a/", "https://example.org/a#b"));
        assert!(!same("https://example.org/a", "https://example.org/b"));
        assert!(!same("https://example.org/a", "https://example.org/a?id=2"));
    }
}
