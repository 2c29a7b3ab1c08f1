//! Files that systems and programs leave beside what people keep, and that nobody means: what a desktop writes into
//! every folder that it shows, and the locks and safety copies of editors while a file is open in them.

/// Whether a path names such a file, by its name alone.
pub(super) fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let small = name.to_ascii_lowercase();
    let is_desktops =
        matches!(small.as_str(), "thumbs.db" | "ehthumbs.db" | "desktop.ini" | ".ds_store" | "icon\r");
    // What macOS keeps of a file on foreign disks; what Office and LibreOffice, Emacs and Vim keep of an open one.
    let is_locks = name.starts_with("._") || name.starts_with("~$") || name.starts_with(".~lock.");
    let is_emacs = name.starts_with(".#") || name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    let is_vims = [".swp", ".swo", ".swn", ".swx"].iter().any(|end| small.ends_with(end));
    is_desktops || is_locks || is_emacs || is_vims || name.ends_with('~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_leave_is_known_and_what_people_keep_is_not() {
        for name in [
            "Thumbs.db",
            "desktop.ini",
            "Desktop.ini",
            ".DS_Store",
            "._a.toml",
            "~$notes.docx",
            ".~lock.a.odt#",
            "a.toml~",
            ".#a.toml",
            "#a.toml#",
            ".a.toml.swp",
            "a.txt.swo",
            "Icon\r",
        ] {
            assert!(is_litter(name) && is_litter(&format!("sources/a/{name}")), "{name}");
        }
        for name in ["a.toml", "notes.docx", "#1.txt", "a~b.txt", "thumbs.txt", "a.bak", "#", ".a.toml"] {
            assert!(!is_litter(name), "{name}");
        }
    }
}
