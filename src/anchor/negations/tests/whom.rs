//! Negations that say of whom they say none: pronouns behind a passage, subjects and clefts before one.

use super::near;

fn negated(cases: &[(&str, &str, &str, usize)]) {
    for (language, marked, word, distance) in cases {
        for marked in [(*marked).to_owned(), format!("12 a. m. Paris.\n\n{marked}")] {
            assert_eq!(near(language, &marked), Some(((*word).to_owned(), *distance)), "{marked}");
        }
    }
}

fn left_alone(cases: &[(&str, &str)]) {
    for (language, marked) in cases {
        assert_eq!(near(language, marked), None, "{marked}");
    }
}

#[test]
fn a_pronoun_of_none_straight_behind_is_seen() {
    negated(&[
        ("en", "|The committee cleared| none of the officers.", "none", 1),
        ("en", "|The talks led| nowhere.", "nowhere", 1),
        ("en", "|The rule applies to| neither of the brothers.", "neither", 1),
        ("en", "|The rule applies to| hardly anyone.", "hardly", 1),
        ("de", "|Der Ausschuss entlastete| keinen der Offiziere.", "keinen", 1),
        ("fr", "|La commission a blanchi| aucun des officiers.", "aucun", 1),
        ("es", "|La comisión exculpó a| ninguno de los oficiales.", "ninguno", 1),
        ("it", "|La commissione ha scagionato| nessuno degli ufficiali.", "nessuno", 1),
        ("ru", "|Комиссия оправдала| никого из офицеров.", "никого", 1),
    ]);
    left_alone(&[
        ("en", "|The committee cleared| no officers."),
        ("en", "|The committee met|. None of the officers came."),
        ("en", "|The committee met|, none of the officers came."),
        ("en", "|He was| none too happy."),
        ("de", "|Der Minister unterschreibt| keinen Vertrag."),
        ("ru", "|Комиссия не оправдала| никого из офицеров."),
        ("fr", "|La commission n’a blanchi| aucun des officiers."),
        ("es", "|La comisión no exculpó a| ninguno de los oficiales."),
    ]);
}

#[test]
fn words_that_say_of_whom_it_denies_count_for_none() {
    negated(&[
        ("en", "Not a single mayor |took bribes from the firm|.", "Not", 4),
        ("en", "Not a single one of the mayors |took bribes from the firm|.", "Not", 7),
        ("en", "Hardly any of the mayors |took bribes from the firm|.", "Hardly", 5),
        ("en", "None of the mayors of the region |took bribes from the firm|.", "None", 7),
        ("en", "No mayor in the region |took bribes from the firm|.", "No", 5),
        ("en", "No mayor in Lyon |took bribes from the firm|.", "No", 4),
        ("de", "Kein Bürgermeister in der Region |nahm Geld von der Firma|.", "Kein", 5),
        ("en", "Never in his life had |the mayor taken a bribe|.", "Never", 5),
    ]);
    left_alone(&[
        ("en", "There was no mayor in the region |to take the money|."),
        ("en", "Not a single mayor came, and |the town was lost|."),
        ("en", "No doubt in the end |the mayor took bribes|."),
        ("en", "Never in the town had |the mayor taken a bribe|."),
    ]);
}

#[test]
fn a_cleft_that_is_denied_is_seen() {
    negated(&[
        ("en", "It was not the mayor who |took bribes|.", "not", 4),
        ("en", "It was not the mayor of Lyon who |took bribes|.", "not", 6),
        ("en", "It wasn’t the mayor who |took bribes|.", "wasn’t", 4),
        ("fr", "Ce n’est pas le maire qui |a pris l’argent|.", "pas", 4),
        ("fr", "Ce n’est pas le maire de Lyon qui |a pris l’argent|.", "pas", 6),
        ("es", "No fue el alcalde quien |tomó el dinero|.", "No", 5),
        ("de", "Es war nicht der Bürgermeister, der |das Geld nahm|.", "nicht", 4),
        ("pt", "Não foi o prefeito quem |pegou o dinheiro|.", "Não", 5),
    ]);
    left_alone(&[
        ("en", "It was not only the mayor who |took bribes|."),
        ("en", "It was not the first mayor who |took bribes|."),
        ("en", "It was not known by the court who |took bribes|."),
        ("en", "She was not the mayor of the town who |took bribes|."),
        ("fr", "Ce n’est pas seulement le maire qui |a pris l’argent|."),
        ("de", "Ich sah nicht den Bürgermeister, der |das Geld nahm|."),
        ("de", "Es war nicht nur der Bürgermeister, der |das Geld nahm|."),
        ("es", "No fue solo el alcalde quien |tomó el dinero|."),
    ]);
}
