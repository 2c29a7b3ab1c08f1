//! What the table of a language has of its questions.

/// The words of a language with which its questions begin. Lists of words, white space between them, in small letters.
pub(super) struct Asking {
    /// A BCP 47 primary subtag.
    pub(super) language: &'static str,
    /// Words that ask: who, why.
    pub(super) words: &'static str,
    /// Verbs with which a question begins, and that stand straight behind a word that asks.
    pub(super) verbs: &'static str,
    /// Conjunctions and the like before them.
    pub(super) links: &'static str,
    /// Conjunctions with which a clause begins that another has to follow: what asks behind its comma begins that.
    pub(super) conditions: &'static str,
    /// Phrases before a comma that leave what follows a sentence for itself; commas between them.
    pub(super) openings: &'static str,
    /// Words with which somebody is spoken to before a comma, and those that ask elsewhere and go on with him there.
    pub(super) addresses: &'static str,
    pub(super) attached: &'static str,
    /// Prepositions before words that ask.
    pub(super) prepositions: &'static str,
    /// Those words that begin clauses of other sentences, too: what he did, when he came.
    pub(super) relatives: &'static str,
    /// What a subject begins with. Straight behind a relative, the clause does not ask.
    pub(super) subjects: &'static str,
    /// Those of the relatives that say when and where, and the pronouns with which a main clause begins behind them.
    pub(super) times: &'static str,
    pub(super) pronouns: &'static str,
    /// What is joined to a word behind a relative: *who* of *he who*.
    pub(super) joined: &'static str,
    /// Verbs that come behind the clause of a relative, where those of a question are others.
    pub(super) copulas: &'static str,
    /// What a main clause begins with behind the comma that ends the clause of a relative.
    pub(super) answers: &'static str,
    /// The ending of verbs in small letters with which one begins, too, and the other words that end so.
    pub(super) ending: (&'static str, &'static str),
    /// Words that ask behind a comma, too, where no clause of another sentence begins with them.
    pub(super) within: &'static str,
    /// Whether a verb is second in every other sentence, too, so that a relative asks only with one straight behind it.
    pub(super) has_verb_second: bool,
    /// Where the clause of a condition begins with its verb and needs no comma: what joins clauses otherwise.
    pub(super) conjunctions: &'static str,
    /// Pronouns that make a question behind a verb, wherever a clause begins.
    pub(super) inverted: &'static str,
    /// Pairs of words that begin as a question does and ask nothing; commas between them.
    pub(super) idle: &'static str,
}

/// A table without words, to be filled.
pub(super) const NONE: Asking = Asking {
    language: "",
    words: "",
    verbs: "",
    links: "",
    conditions: "",
    openings: "",
    addresses: "",
    attached: "",
    prepositions: "",
    relatives: "",
    subjects: "",
    times: "",
    pronouns: "",
    joined: "",
    copulas: "",
    answers: "",
    ending: ("", ""),
    within: "",
    has_verb_second: false,
    conjunctions: "",
    inverted: "",
    idle: "",
};
