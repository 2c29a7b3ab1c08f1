//! What only French has: `point`, `pas non plus`.

use super::*;

#[test]
fn point_negates_behind_ne_alone() {
    for (words, negation, distance) in [
        ("Le maire n’a point |signé l’arrêté|.", "point", 1),
        ("Le maire ne voulut point |signer l’arrêté|.", "point", 1),
        ("Il n’est point |coupable du crime|.", "point", 1),
        ("Ce n’est point que |le vaccin tue|.", "point", 2),
        ("Le maire ne l’a donc point |signé hier|.", "point", 1),
    ] {
        assert_eq!(near("fr", words), Some((negation.to_owned(), distance)), "{words}");
    }
    for words in [
        "Le point |quatre est adopté|.",
        "Il n’a qu’un point |d’avance sur la ville|.",
        "À ce point que |le maire est parti|.",
        "Il n’est pas venu. Point |final et clair|.",
        "Mise au point |du maire de la ville|.",
        "Il ne vient pas, le point |sera voté|.",
    ] {
        assert_eq!(near("fr", words), None, "{words}");
    }
}

#[test]
fn neither_hides_no_negation_before_it() {
    for (words, negation, distance) in [
        ("Le maire n’a pas non plus |signé l’arrêté|.", "pas", 3),
        ("Le maire ne veut pas non plus |signer|.", "pas", 3),
        ("Le maire n’a pas non plus voulu |signer|.", "pas", 4),
        ("Le maire n’a jamais non plus |signé l’arrêté|.", "jamais", 3),
    ] {
        assert_eq!(near("fr", words), Some((negation.to_owned(), distance)), "{words}");
    }
    for words in [
        "Le préfet ne vient pas non plus, |le maire vient seul|.",
        "Il ne vient pas non plus et |le maire vient seul|.",
    ] {
        assert_eq!(near("fr", words), None, "{words}");
    }
}

#[test]
fn a_negation_denies_no_clause_that_another_conjunction_opens() {
    for words in [
        "Il ne pleut plus depuis que |le barrage est achevé|.",
        "Il ne vient pas tant que |le pont est fermé|.",
        "Il ne vient pas dès lors que |le pont est fermé|.",
        "Il ne vient pas bien que |le pont soit ouvert|.",
        "Il ne passe pas un jour sans que |le préfet parle|.",
    ] {
        assert_eq!(near("fr", words), None, "{words}");
    }
    for (words, negation, distance) in [
        ("Ce n’est pas tant que |le vaccin tue|.", "pas", 3),
        ("Le maire ne dit pas que |le pont est fermé|.", "pas", 2),
        ("Il est parti sans que |le préfet parle|.", "sans", 2),
    ] {
        assert_eq!(near("fr", words), Some((negation.to_owned(), distance)), "{words}");
    }
}
