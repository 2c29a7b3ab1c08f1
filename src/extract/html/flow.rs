//! Text as a browser sets it: white space joined, paragraphs apart, lines and cells kept.

use super::dom::Id;

/// A paragraph, heading, item, caption or table, as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its text: no white space at its ends, no empty line inside but what is preformatted.
    pub text: String,
    /// The element that the block's text began in.
    pub owner: Id,
}

/// Blocks in the making.
#[derive(Debug, Default)]
pub(super) struct Flow {
    blocks: Vec<Block>,
    text: String,
    owner: Id,
    /// A space that is set only where a word follows on the same line.
    space: bool,
    /// Tables that are being set with their rows as lines.
    tables: usize,
    /// Preformatted elements that are open.
    preformatted: usize,
}

impl Flow {
    /// Text inside `owner`, as it is written in the page.
    pub(super) fn text(&mut self, text: &str, owner: Id) {
        if self.preformatted > 0 {
            self.begin(owner);
            self.text.push_str(text);
            return;
        }
        for (number, word) in text.split(is_joined).enumerate() {
            self.space |= number > 0;
            if word.is_empty() {
                continue;
            }
            self.begin(owner);
            if self.space && !self.is_at_line_start() {
                self.text.push(' ');
            }
            self.space = false;
            self.text.push_str(word);
        }
    }

    /// The end of a line inside a block.
    pub(super) fn line(&mut self) {
        if self.text.is_empty() {
            return;
        }
        self.space = false;
        // Two ends of lines are what old pages have between paragraphs.
        if self.text.ends_with('\n') && self.tables == 0 && self.preformatted == 0 {
            self.end();
        } else if self.tables > 0 {
            self.space = true;
        } else {
            self.text.push('\n');
        }
    }

    /// The end of a block; inside a table that is set as one, a space.
    pub(super) fn block(&mut self) {
        if self.tables > 0 {
            self.space = true;
        } else {
            self.end();
        }
    }

    /// The start of a table whose rows are lines.
    pub(super) fn start_table(&mut self) {
        self.block();
        self.tables += 1;
    }

    /// Its end.
    pub(super) fn end_table(&mut self) {
        self.tables -= 1;
        self.block();
    }

    /// The end of a row.
    pub(super) fn row(&mut self) {
        self.space = false;
        let length = self.text.trim_end_matches(['\t', ' ']).len();
        self.text.truncate(length);
        if !self.is_at_line_start() {
            self.text.push('\n');
        }
    }

    /// The end of a cell.
    pub(super) fn cell(&mut self, owner: Id) {
        self.space = false;
        self.begin(owner);
        self.text.push('\t');
    }

    /// The start of preformatted text.
    pub(super) fn start_preformatted(&mut self) {
        self.preformatted += 1;
    }

    /// Its end.
    pub(super) fn end_preformatted(&mut self) {
        self.preformatted -= 1;
    }

    /// Whether what is set next continues a figure, or a bracket that is closed.
    pub(super) fn ends_with_figure(&self) -> bool {
        !self.space && self.text.ends_with(|c: char| c.is_ascii_digit() || c == ')')
    }

    /// All blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end();
        self.blocks
    }

    fn begin(&mut self, owner: Id) {
        if self.text.is_empty() {
            self.owner = owner;
        }
    }

    fn end(&mut self) {
        self.space = false;
        let text = std::mem::take(&mut self.text);
        // A no-break space at an end is layout, inside it is a character of the text.
        let kept = text.trim_end().trim_start_matches(['\n', '\r']);
        let kept = if kept.contains('\n') { kept } else { kept.trim_start() };
        if !kept.is_empty() {
            self.blocks.push(Block { text: kept.to_owned(), owner: self.owner });
        }
    }

    fn is_at_line_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with(['\n', '\t'])
    }
}

/// White space that a browser joins; a no-break space is none of it.
fn is_joined(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(set: impl FnOnce(&mut Flow)) -> Vec<String> {
        let mut flow = Flow::default();
        set(&mut flow);
        flow.finish().into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn white_space_is_joined_across_elements_and_no_break_spaces_stay() {
        let set = |flow: &mut Flow| {
            flow.text("\n  « ", 1);
            flow.text(" une\u{A0}erreur\u{202F}", 1);
            flow.text("»", 1);
            flow.text(" ,\tdit-il \n", 1);
            flow.block();
            flow.text("Fin", 1);
        };
        assert_eq!(texts(set), ["« une\u{A0}erreur\u{202F}» , dit-il", "Fin"]);
    }

    #[test]
    fn lines_tables_and_preformatted_text_keep_their_shape() {
        let set = |flow: &mut Flow| {
            flow.text("un ", 1);
            flow.line();
            flow.text(" deux", 1);
            flow.line();
            flow.line();
            flow.text("trois", 1);
            flow.block();
            flow.start_table();
            for row in [["a", "b"], ["", "d"]] {
                for cell in row {
                    flow.text(cell, 1);
                    flow.block();
                    flow.cell(1);
                }
                flow.row();
            }
            flow.end_table();
            flow.start_preformatted();
            flow.text("\n  x\n    y\n", 1);
            flow.end_preformatted();
        };
        assert_eq!(texts(set), ["un\ndeux", "trois", "a\tb\n\td", "  x\n    y"]);
    }
}
