//! What only French has: `point`, `pas non plus`, verbs of not doing.

use super::super::super::denials::{NEAR, denial_beside};
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

/// What denies the words between `|` and `|`.
fn denial(words: &str) -> Option<String> {
    let (content, span) = marked(words);
    let text = Text::new(&content).in_language(Some("fr"));
    denial_beside(&text, span, NEAR).map(|found| text.slice(found).to_owned())
}

fn denies(cases: &[(&str, &str)]) {
    for (words, denying) in cases {
        assert_eq!(denial(words).as_deref(), Some(*denying), "{words}");
    }
}

fn denies_nothing(cases: &[&str]) {
    for words in cases {
        assert_eq!(denial(words), None, "{words}");
    }
}

#[test]
fn a_verb_of_not_doing_denies_an_infinitive() {
    denies(&[
        ("Il est interdit de |fumer dans la salle|.", "interdit de"),
        ("Il est interdit |de fumer dans la salle|.", "interdit"),
        ("La loi interdit aux agents de |filmer les détenus|.", "interdit aux agents de"),
        ("Interdiction de |fumer dans la salle|.", "Interdiction de"),
        (
            "L’interdiction faite aux journalistes de |filmer la salle|.",
            "interdiction faite aux journalistes de",
        ),
        ("Défense d’|afficher sur ce mur|.", "Défense d’"),
        ("Le maire se défend d’|avoir signé l’arrêté|.", "défend d’"),
        ("Le maire s’est toujours défendu d’avoir |signé l’arrêté|.", "défendu d’avoir"),
        ("Le maire se garde bien de |signer l’arrêté|.", "garde bien de"),
        ("Le maire évite de |le signer en public|.", "évite de"),
        ("Le maire se refuse à |signer l’arrêté|.", "refuse à"),
        ("Le maire a oublié de |signer l’arrêté|.", "oublié de"),
        ("Le maire a échoué à |convaincre le conseil|.", "échoué à"),
        ("Le préfet empêche le maire de |signer l’arrêté|.", "empêche le maire de"),
        ("Le maire évite d’|être vu à Thiès|.", "évite d’"),
        ("La loi interdit de |mettre en vente la tour|.", "interdit de"),
        ("Le maire a failli |signer l’arrêté|.", "failli"),
        ("Le maire a failli |se noyer dans le lac|.", "failli"),
        ("Le maire a manqué de |tomber du pont|.", "manqué de"),
        ("La loi interdit que |le maire signe seul|.", "interdit que"),
        ("Il est peu probable que |le maire ait signé|.", "peu probable que"),
        ("Il est douteux que |le maire ait signé|.", "douteux que"),
    ]);
    denies_nothing(&[
        "Le maire interdit de séjour |arrive demain à Thiès|.",
        "La loi interdit la vente, |le décret la permet|.",
        "Le maire garde le droit de |signer seul l’arrêté|.",
        "Le maire défend le droit de |manifester sur la place|.",
        "Placé en garde à vue, il est accusé d’|avoir volé la caisse|.",
        "Elle a obtenu la garde de |l’enfant et la maison|.",
        "Il a manqué de |courage devant la foule|.",
        "Il a échoué à |Liège en finale du tournoi|.",
        "Le préfet n’a pas failli |à ses devoirs|.",
        "Le préfet n’oublie pas de |féliciter le maire|.",
        "L’impossibilité de reclassement |justifie le licenciement|.",
        "Il lui est interdit de |lettre et de visite|.",
        "Il n’empêche que |le maire a signé l’arrêté|.",
        "N’empêche que |le maire a signé l’arrêté|.",
        "Il n’est pas interdit de |penser que le maire a signé|.",
        "Il n’est pas douteux que |le maire ait signé|.",
        "Le ministre de la Défense, accusé d’|avoir menti|, part.",
        "Il a interdit la marche que |les syndicats avaient annoncée|.",
    ]);
}

#[test]
fn what_was_said_is_denied_with_its_clause() {
    denies(&[
        (
            "Le maire dément les informations selon lesquelles |il a reçu une enveloppe|.",
            "dément les informations selon lesquelles",
        ),
        ("Il rejette l’accusation selon laquelle |le maire a menti|.", "rejette l’accusation selon laquelle"),
        ("Il dément les informations |selon lesquelles il a signé|.", "dément les informations"),
        ("Il a démenti la rumeur voulant que |le maire ait menti|.", "démenti la rumeur voulant que"),
        ("Il rejette l’idée que |le maire ait menti|.", "rejette l’idée que"),
        ("Il est faux de dire que |le maire a menti|.", "faux de dire que"),
        ("C’est une erreur de croire que |le maire a menti|.", "erreur de croire que"),
    ]);
    denies_nothing(&[
        "Il conteste l’amende que |la police lui avait infligée|.",
        "Le journal publie les informations selon lesquelles |le maire a menti|.",
        "Il n’a pas démenti les informations selon lesquelles |le maire a menti|.",
        "Il n’est pas faux de dire que |le maire a menti|.",
        "Il ne rejette pas l’idée que |le maire ait menti|.",
        "Il rejette la thèse que |le maire défend à Thiès|.",
    ]);
}

#[test]
fn what_follows_says_that_it_is_not_so() {
    denies(&[
        ("« |Le maire a menti aux élus| », il n’en est rien.", "il n’en est rien"),
        ("|Ces preuves contre le maire| sont fausses.", "sont fausses"),
        ("|L’information du journal| est inexacte.", "est inexacte"),
        ("« |Le maire a menti| », ce n’est pas vrai.", "ce n’est pas vrai"),
        ("« |Le maire a menti| » : c’est une fausse information.", "c’est une fausse information"),
    ]);
    denies_nothing(&[
        "|Le maire est poursuivi|, ce que nul ne nie.",
        "|Le maire a menti|. Il n’en est rien resté.",
        "|Les comptes de la ville| sont exacts.",
    ]);
}

#[test]
fn a_frame_one_step_longer_denies_its_clause() {
    for (words, negation, distance) in [
        ("Rien ne permet d’affirmer que |le maire a menti|.", "ne", 5),
        ("Aucun élément ne permet d’établir que |le maire a menti|.", "ne", 5),
        ("Non que |le vaccin tue les nourrissons|.", "Non", 2),
    ] {
        assert_eq!(near("fr", words), Some((negation.to_owned(), distance)), "{words}");
    }
    for words in [
        "Il a dit que non, |que le maire vient|.",
        "Rien ne change, et il permet d’affirmer que |le maire ment|.",
    ] {
        assert_eq!(near("fr", words), None, "{words}");
    }
}
