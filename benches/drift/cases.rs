//! What a case of drift is.

use ibid::anchor::drift::Change;
use ibid::text::Span;

/// Two texts, a passage of the older one, and what is true of it.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it is called in a failure's message.
    pub name: String,
    /// The kind of edit.
    pub kind: String,
    /// The texts' language, where it is told.
    pub language: Option<&'static str>,
    /// The older text.
    pub old: String,
    /// The newer text.
    pub new: String,
    /// The passage, in bytes of the older text.
    pub passage: Span,
    /// Where it lies in the newer text, or `None` where it was removed.
    pub truth: Option<Span>,
    /// What must be named, where the edit is of one kind only.
    pub expected: Option<Change>,
}
