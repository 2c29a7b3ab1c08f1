//! A comment on a code host: sections of items, the more important first, of which as many are shown as a
//! comment can hold.

/// The longest comment that a code host takes, in UTF-16 code units, with room for what a person adds.
pub const MOST: usize = 65_000;

/// Room that is kept for the title of a section and for saying what was left out of it.
const FOR_TITLE: usize = 400;

/// A part of a comment. Its items are Markdown with a line feed at the end each.
pub(super) struct Section {
    pub title: String,
    pub is_folded: bool,
    pub items: Vec<String>,
}

/// `head`, the sections that have items, and `foot`, within the length of a comment; `command` shows all that is
/// left out.
pub(super) fn fitting(head: String, sections: &[Section], foot: &str, command: &str) -> String {
    let mut out = head;
    let sections: Vec<&Section> = sections.iter().filter(|section| !section.items.is_empty()).collect();
    for (index, section) in sections.iter().enumerate() {
        let later = FOR_TITLE * (sections.len() - index) + length(foot);
        let room = MOST.saturating_sub(length(&out) + later);
        out.push_str(&drawn(section, room, command));
    }
    out + foot
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A section with as many of its items as there is room for.
fn drawn(section: &Section, room: usize, command: &str) -> String {
    let Section { title, is_folded, items } = section;
    let mut shown = String::new();
    let mut count = 0;
    for item in items {
        // One that is too long does not hide those after it.
        if length(&shown) + length(item) <= room {
            shown.push_str(item);
            count += 1;
        }
    }
    if count < items.len() {
        let left = items.len() - count;
        shown.push_str(&format!(
            "- … and {left} more, left out because a comment cannot be longer; `{command}` shows all\n"
        ));
    }
    let title = format!("{title} ({})", items.len());
    if *is_folded {
        format!("\n<details><summary>{title}</summary>\n\n{shown}\n</details>\n")
    } else {
        format!("\n#### {title}\n\n{shown}")
    }
}
