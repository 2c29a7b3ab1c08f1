//! Where a code host has the files that a report names. Knows addresses only; which host it is, the
//! command says.

use super::markdown::{encoded, file_link, file_target};

/// A repository of claims on a code host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// Its folder below the top of the git repository, with `/` at the end; empty where it is the top.
    pub folder: String,
    /// The address below which the host shows the files of the commit, with `/` at the end.
    pub files: Option<String>,
}

impl Host {
    /// A path of the report, from the top of the git repository.
    pub fn path(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    /// The same as a relative URI (RFC 3986), every other byte percent-encoded.
    pub fn uri(&self, path: &str) -> String {
        encoded(&self.path(path), b"-._~/")
    }

    /// A link in Markdown to a file, or to a line of it; relative to the repository of claims where no host
    /// is known. `label` is Markdown already.
    pub fn link(&self, label: &str, path: &str, line: Option<usize>) -> String {
        match &self.files {
            None => file_link(label, path, line),
            Some(files) => {
                let target = file_target(&self.path(path), line);
                format!("[{label}]({}{target})", encoded(files, b"-._~/:%"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_commit_where_the_host_is_known() {
        let files = Some("https://host.example/o/r/blob/0a1b/".to_owned());
        let host = Host { folder: "dossier/".into(), files };
        assert_eq!(
            host.link("x", "claims/a (b).toml", Some(3)),
            "[x](https://host.example/o/r/blob/0a1b/dossier/claims/a%20%28b%29.toml#L3)"
        );
        assert_eq!(Host::default().link("x", "claims/a.toml", None), "[x](claims/a.toml)");
        assert_eq!(host.uri("claims/é #1.toml"), "dossier/claims/%C3%A9%20%231.toml");
    }
}
