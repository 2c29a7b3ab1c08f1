//! Beginnings of words that say that the rest is not so: `un|lawful`, `nicht|öffentlich`, `не|виновен`. Only where that is
//! sure: many words begin so by chance. Small tables, to be grown with cases. Knows single words.

use super::words::{in_table_form, may_be_in};

/// A beginning that negates whatever follows it, of so many letters at least.
struct Prefix {
    language: &'static str,
    written: &'static str,
    least: usize,
    /// What the rest of other words begins with.
    except: &'static str,
}

const PREFIXES: &[Prefix] = &[
    Prefix { language: "en", written: "un", least: 4, except: "der i less to" },
    Prefix { language: "de", written: "nicht", least: 3, except: "s" },
    Prefix {
        language: "de",
        written: "un",
        least: 4,
        except: "ter i garn gefähr ser geziefer geheuer kraut",
    },
    Prefix { language: "nl", written: "niet", least: 3, except: "s" },
    Prefix {
        language: "ru",
        written: "не",
        least: 4,
        except: "дел дол мец мк фт рв бес бос жн вест андер йтр когд",
    },
    Prefix { language: "ru", written: "без", least: 4, except: "дн" },
    Prefix {
        language: "uk", written: "не", least: 4, except: "діл мец фт рв бес бос жн йтр щод"
    },
    Prefix { language: "ar", written: "اللا", least: 3, except: "" },
];

/// Beginnings that negate only some words, by what the rest of these begins with.
const SOME: &[(&str, &str, &str)] = &[
    (
        "en",
        "in",
        "accurate accept accessible action active adequate admissible appropriate attentive audible capable coherent compatible \
         competent complete conclusive consistent constant convenient correct corrupt credible curable decent decisive definite \
         dependent direct discreet distinct edible effective efficient elegant eligible equality equitable evitable exact excusable \
         exhaustible experienced explicable fallible famous fertile finite flexible formal frequent gratitude human justice legible \
         offensive operable opportune organic sane secure sensitive separable significant sincere soluble solvent stable sufficient \
         sufferable tangible tolera valid variable visible voluntary vulnerable",
    ),
    (
        "en",
        "im",
        "balance material mature measurable mobile moderate modest moral mortal partial passable passive patient penetrable \
         perceptible perfect permanent permissible personal plausible polite possible practical practicable precise probable \
         proper prudent pure",
    ),
    ("en", "il", "legal legible legitimate liberal licit literate logical"),
    (
        "en",
        "ir",
        "rational reconcil recover refut regular relevant religious remedia reparable replaceable resist resolut responsib revers",
    ),
    (
        "en",
        "dis",
        "advantage agree allow appear approv belie connect content continu courteous credit honest honour honor loyal obedien \
         obey organi orderly proportion proved prove qualif respect satisf similar trust united unity",
    ),
    (
        "fr",
        "in",
        "acceptable access actif adapt adéquat admissible apt attend attentif avou cohéren compatible compétent complet compréhens \
         concevable conscient constant constitutionnel contest contrôl correct croyable curable décent défini dépendant désirable \
         direct discret efficace égal élégant équitable évitable exact excusable exist exploit explicable fidèle fini flexible \
         formel fructueux habit humain juste justice justif offensif opportun satisf sensible séparable signifiant soluble \
         soutenable stable suffisan supportable tolér utile valid variable visible volontaire vraisemblable",
    ),
    (
        "fr",
        "im",
        "mature mobile moral mortel parfait partial patient personnel poli populaire possible prévisible précis probable prudent pur",
    ),
    ("fr", "il", "légal légitime lisible logique"),
    (
        "fr",
        "ir",
        "rationnel réalis réaliste recevable récup réfut régulier religieux réparable respect responsable réversible",
    ),
];

/// Whether the part of a word that is `dropped` negates the rest of it, which is `kept`, in `language` (a BCP 47 tag).
pub fn negates(dropped: &str, kept: &str, language: Option<&str>) -> bool {
    let (dropped, kept) = (in_table_form(dropped), in_table_form(kept));
    let begins = |list: &str| list.split_whitespace().any(|stem| kept.starts_with(stem));
    let is_whole =
        |one: &Prefix| one.written == dropped && kept.chars().count() >= one.least && !begins(one.except);
    PREFIXES.iter().any(|one| may_be_in(language, one.language) && is_whole(one))
        || SOME
            .iter()
            .any(|(own, written, stems)| *written == dropped && may_be_in(language, own) && begins(stems))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_their_words_in_their_form() {
        let plain = PREFIXES.iter().flat_map(|one| [one.written, one.except]);
        let some = SOME.iter().flat_map(|(_, written, stems)| [*written, *stems]);
        for word in plain.chain(some).flat_map(str::split_whitespace) {
            assert_eq!(in_table_form(word), word);
        }
    }

    #[test]
    fn a_sure_beginning_negates_the_rest() {
        for (language, dropped, kept) in [
            ("en", "un", "lawful"),
            ("en", "Un", "guilty"),
            ("en", "im", "possible"),
            ("en", "il", "legal"),
            ("en", "dis", "honest"),
            ("fr", "in", "acceptable"),
            ("de", "un", "schuldig"),
            ("de", "nicht", "öffentlich"),
            ("ru", "не", "виновен"),
            ("ru", "без", "опасный"),
            ("ar", "اللا", "مركزية"),
        ] {
            assert!(negates(dropped, kept, Some(language)), "{dropped}{kept}");
        }
        for (language, dropped, kept) in [
            ("en", "un", "derstanding"),
            ("en", "un", "cle"),
            ("en", "un", "iversity"),
            ("en", "in", "dustry"),
            ("en", "im", "portant"),
            ("en", "dis", "trict"),
            ("fr", "in", "térieur"),
            ("de", "Un", "ion"),
            ("de", "un", "terhalten"),
            ("de", "nicht", "s"),
            ("ru", "не", "бо"),
            ("ru", "не", "делями"),
            ("fr", "un", "lawful"),
        ] {
            assert!(!negates(dropped, kept, Some(language)), "{dropped}{kept}");
        }
    }
}
