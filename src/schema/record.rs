//! The schema of the records of sources.

use super::{Form, Key, Table};
use crate::source::{Access, UrlStatus};

/// `Digest::parse` as a regular expression.
const SHA256: &str = "^[0-9a-f]{64}$";
/// `grammar::is_edtf_date` likewise, but for days that a month does not have.
const EDTF: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
/// `grammar::is_language_tag` likewise.
pub(super) const LANGUAGE: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";
/// A TOML date with or without a time; editors see it as a text.
const MOMENT: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].+)?$";

/// `is_web_address` likewise, but for control characters.
const WEB_ADDRESS: &str = "^[Hh][Tt][Tt][Pp][Ss]?://[^/\\s]\\S*$";

const EDTF_PAGE: &str = "https://www.loc.gov/standards/datetime/";
const LANGUAGE_PAGE: &str = "https://www.w3.org/International/articles/language-tags/";

pub(super) fn file() -> Table {
    Table {
        title: "A source",
        about: "An article or document that is cited, with the copies that were taken of it. `ibid add` writes this record; correct its title, author and dates by hand as you like.",
        keys: vec![
            Key::new("title", Form::Filled, "The title, as it was published.").needed(),
            Key::new("publisher", Form::Text, "Who published it: a newspaper, a ministry, a publishing house."),
            Key::new("author", Form::Texts, "Who wrote it, as in `[\"A. Name\", \"B. Name\"]`."),
            Key::new("url", Form::Text, "The address where it was published."),
            Key::new(
                "url-status",
                Form::OneOf(UrlStatus::ALL.map(|one| (one.name().to_owned(), about_status(one).to_owned())).to_vec()),
                "Whether the page can still be read at its address, in the words of Wikipedia. `ibid refresh` leaves out those that are not live.",
            ),
            Key::new(
                "published",
                Form::Dated(&["date"], EDTF),
                "When it was published, as far as that is known: `\"2025\"`, `\"2025-12\"` or `\"2025-12-08\"`.",
            )
            .link(EDTF_PAGE),
            Key::new(
                "language",
                Form::Like(LANGUAGE),
                "The language that it is written in, as in `fr`, `ar`, `zh-Hans`.",
            )
            .link(LANGUAGE_PAGE),
            Key::new(
                "access",
                Form::OneOf(Access::ALL.map(|one| (one.name().to_owned(), about_access(one).to_owned())).to_vec()),
                "Whether the bytes may be passed on with this record. They may, where this line is left out.",
            ),
            Key::new(
                "extra",
                Form::Free,
                "Anything else that you want to keep, as in `{ desk = \"Asia\" }`. It is kept and shown, never judged.",
            ),
            Key::new(
                "capture",
                Form::Tables(capture()),
                "A copy that was taken of it, oldest first. `ibid add --to` appends one; those that are there are evidence and stay as they are.",
            )
            .needed(),
        ],
    }
}

fn capture() -> Table {
    Table {
        title: "A capture",
        about: "One dated copy of the source’s bytes. It is evidence: change neither the file nor its SHA-256.",
        keys: vec![
            Key::new("file", Form::FileName, "The file with the bytes, beside this record.").needed(),
            Key::new(
                "sha256",
                Form::Like(SHA256),
                "The SHA-256 of the bytes: 64 hexadecimal digits, small. By it `ibid verify` notices when a byte changes.",
            )
            .needed(),
            Key::new(
                "captured",
                Form::Dated(&["date-time", "date-time-local", "date"], MOMENT),
                "When the copy was taken: a date, or a date and time, without quotation marks, as in `2025-12-08T10:00:00Z`.",
            ),
            Key::new(
                "media-type",
                Form::Text,
                "What the file is, as in `text/plain` (where this line is left out) or `text/html`.",
            ),
            Key::new("note", Form::Text, "A remark on this copy."),
            Key::new(
                "fetched",
                Form::Table(fetched()),
                "How the copy came, where ibid fetched it. `ibid add` and `ibid refresh` write it.",
            ),
            Key::new("archive", Form::Like(WEB_ADDRESS), "The address of a copy of the page in a web archive."),
            Key::new(
                "text",
                Form::Table(text()),
                "The text that was taken from bytes that are no plain text; quotes are checked against it.",
            ),
        ],
    }
}

fn fetched() -> Table {
    Table {
        title: "How a capture came",
        about: "What the server said when ibid fetched the copy.",
        keys: vec![
            Key::new("url", Form::Like(WEB_ADDRESS), "The address that answered at last.").needed(),
            Key::new("status", Form::Between(100, 599), "The status of the answer (HTTP), as in 200.")
                .needed(),
            Key::new("redirects", Form::Texts, "The addresses that led on, the first one first."),
            Key::new("date", Form::Text, "When the server answered, in its own words."),
            Key::new("content-type", Form::Text, "What the server says the copy is."),
            Key::new("content-language", Form::Text, "The language that the server names."),
            Key::new("etag", Form::Text, "The server’s mark for this state of the page."),
            Key::new(
                "last-modified",
                Form::Text,
                "When the page was changed last, in the server’s own words.",
            ),
        ],
    }
}

fn text() -> Table {
    Table {
        title: "The text of a capture",
        about: "The text that was taken from the bytes, kept like these. `ibid add` writes it.",
        keys: vec![
            Key::new("file", Form::FileName, "The file with the text, beside this record.").needed(),
            Key::new("sha256", Form::Like(SHA256), "The SHA-256 of the text’s bytes.").needed(),
            Key::new("extractor", Form::Filled, "What took the text, and in which version, as in `html/1`.")
                .needed(),
            Key::new(
                "pages",
                Form::Offsets,
                "Where in the text each page begins, in characters; written by `ibid add`.",
            ),
            Key::new(
                "joined",
                Form::Offsets,
                "Where words that a page breaks were made whole, in characters; written by `ibid add`.",
            ),
        ],
    }
}

const fn about_access(access: Access) -> &'static str {
    match access {
        Access::Open => "The bytes lie beside this record, for all who have the repository.",
        Access::Restricted => {
            "The bytes are kept in the vault, out of git, and their words out of all that is saved. This record is public."
        }
    }
}

const fn about_status(status: UrlStatus) -> &'static str {
    match status {
        UrlStatus::Live => "The page is there.",
        UrlStatus::Dead => "The page is no longer there.",
        UrlStatus::Unfit => {
            "The address leads to something that is not to be linked to, such as advertising."
        }
        UrlStatus::Usurped => "Others have taken the address over.",
    }
}
