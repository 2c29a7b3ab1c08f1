//! Why a command could not run at all: no repository, a usage that makes no sense, a disk that fails.
//! What is wrong inside a repository is a finding, not an error.

/// A reason why a command could not run, with what to do about it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    /// What went wrong, in one sentence without a final stop.
    pub message: String,
    /// What to do about it; possibly empty.
    pub hint: String,
}

impl Error {
    /// An error without a hint.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: String::new() }
    }

    /// The same with what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// What the system said of a path, in plain words.
    pub fn io(path: &str, error: &std::io::Error) -> Self {
        Self::new(format!("`{path}`: {}", plain_io(error)))
    }
}

/// A system error in plain words.
pub(crate) fn plain_io(error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "there is no such file or folder".into(),
        Kind::PermissionDenied => "you have no permission to open it".into(),
        Kind::IsADirectory => "it is a folder, not a file".into(),
        Kind::NotADirectory => "a file is where a folder should be".into(),
        Kind::StorageFull => "the disk is full".into(),
        Kind::ReadOnlyFilesystem => "the disk cannot be written to".into(),
        _ => error.to_string(),
    }
}
