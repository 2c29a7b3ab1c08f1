//! What became of passages where editors rewrote what is beside them: how far the passage reaches, and what is said of it.

use crate::common::ibid;
use crate::drift::{answer, check};
use ibid::anchor::drift::Change;
use ibid::digest::Digest;
use serde_json::Value;
use std::fs;

/// Sentences before and after, so that the edit is inside a text.
fn article(middle: &str) -> String {
    format!(
        "The council met on Tuesday in the old town hall.\n\n{middle}\n\nThe next meeting will be held in June.\n"
    )
}

fn check_in_article(old: &str, new: &str, language: &str, change: Change, found: &str) {
    check(&article(old), &article(new), language, change, found);
}

#[test]
fn a_sentence_put_in_before_a_changed_first_word_is_no_part_of_the_passage() {
    check_in_article(
        "[For example, when the board studied the figures in 2014, they found that most were wrong].",
        "You can’t check each of them at once. Here is how one reader answered:\n\nWhen the board studied the figures in 2014, they found that most were wrong.",
        "en",
        Change::Truncated,
        "When the board studied the figures in 2014, they found that most were wrong",
    );
    check_in_article(
        "Ask the desk. [This information can typically be changed by the owner].",
        "Ask the desk. If you live in the north, please send us the form of your state, as not all exemptions are recognised there. Your account information can typically be changed by the owner.",
        "en",
        Change::Words,
        "Your account information can typically be changed by the owner",
    );
    check_in_article(
        "[- l’audition commune des futurs époux devant le maire]",
        "- les pièces que la loi exige, sans exception ;\n\n- la justification de l’identité au moyen d’une pièce ;\n\n2° A l’audition commune des futurs époux devant le maire",
        "fr",
        Change::Number,
        "2° A l’audition commune des futurs époux devant le maire",
    );
    check_in_article(
        "会议结束了。[这项计划将在明年春天由市政府执行]。",
        "会议结束了。有关部门没有说明经费来自哪里，也没有公布参加单位的名单。该计划将在明年春天由市政府执行。",
        "zh",
        Change::Words,
        "该计划将在明年春天由市政府执行",
    );
}

#[test]
fn a_clause_put_in_before_a_passage_that_begins_inside_a_sentence_is_no_part_of_it() {
    check_in_article(
        "Die Geschwindigkeit beträgt 100 km/h [und bei Nebel die Sicherheit der Strecke durch Einrichtungen] gewahrt ist.",
        "Die Geschwindigkeit beträgt 100 km/h, sonst weniger; abweichend davon gilt die zulässige Geschwindigkeit, wenn die Überwachung der Strecke oder des führenden Fahrzeuges nicht wirksam ist oder bei Nebel die Sicherheit der Strecke durch Einrichtungen gewahrt ist.",
        "de",
        Change::Words,
        "oder bei Nebel die Sicherheit der Strecke durch Einrichtungen",
    );
    // What stands in the place of its first words is a part of it.
    check_in_article(
        "[Macron a reçu les maires du département] mardi.",
        "Le président de la République, qui venait de rentrer, a reçu les maires du département mardi.",
        "fr",
        Change::Extended,
        "Le président de la République, qui venait de rentrer, a reçu les maires du département",
    );
}

#[test]
fn sentences_put_in_before_a_last_stop_are_no_part_of_the_passage() {
    check_in_article(
        "[Der Händler erhält 3 Euro je abgegebener Flasche.]",
        "Der Händler erhält 3 Euro je abgegebener Flasche, wenn er liefert. Für die Lieferung von Zubehör an Orte, die keine Erbringer sind, erhält er nichts. Auf dieser Grundlage wird jeden Monat abgerechnet.",
        "de",
        Change::Extended,
        "Der Händler erhält 3 Euro je abgegebener Flasche, wenn er liefert.",
    );
    check_in_article(
        "[pour la garantie des droits qu’ils tiennent de ce contrat.]",
        "pour la garantie des droits qu’ils tiennent de ce contrat ;\n\n8° L’État ou la commune, pour la garantie des créances nées de ce code, sans que le délai puisse être prolongé.",
        "fr",
        Change::Punctuation,
        "pour la garantie des droits qu’ils tiennent de ce contrat ;",
    );
    check_in_article(
        "[Le maire a promis une ligne du code rural.]",
        "Le maire a promis une ligne du code rural et de la pêche maritime.",
        "fr",
        Change::Extended,
        "Le maire a promis une ligne du code rural et de la pêche maritime.",
    );
}

#[test]
fn a_small_word_before_sentences_put_in_is_there_by_chance() {
    check_in_article(
        "Use the [form to ask for a start page when you are close to the end of the phase].",
        "Use it to mention what most people will already know. Try some short one. There is a template in the kit. When you are close to the end of the phase.",
        "en",
        Change::Truncated,
        "When you are close to the end of the phase",
    );
    check_in_article(
        "[Absatz 2 des Gesetzes über die Energien,]",
        "Absatz 2 des Gesetzes über die Energien in der am 31. März 2012 noch geltenden Fassung,",
        "de",
        Change::Extended,
        "Absatz 2 des Gesetzes über die Energien in der am 31. März 2012 noch geltenden Fassung,",
    );
}

#[test]
fn words_that_head_a_list_now_are_still_a_part_of_the_passage() {
    let words = "30 days after the trial of the service has ended and the owner was told of it twice";
    check_in_article(
        &format!("[For trial accounts: {words}.]"),
        &format!(
            "For trial accounts:\n\n* Mail: 60 days after the owner was told\n\n* Other services: {words}."
        ),
        "en",
        Change::Extended,
        &format!(
            "For trial accounts:\n\n* Mail: 60 days after the owner was told\n\n* Other services: {words}."
        ),
    );
}

#[test]
fn items_put_in_after_a_bullet_are_no_part_of_the_passage() {
    check_in_article(
        "Not allowed:\n\n[* False content that encourages turning people into targets of harassment]",
        "Not allowed:\n\n* Posts made by campaigns about the climate\n* Facts published to erode trust\n* Theories that encourage turning people into targets of harassment",
        "en",
        Change::Words,
        "* Theories that encourage turning people into targets of harassment",
    );
}

#[test]
fn a_sentence_that_went_with_its_negation_leaves_the_rest_as_it_was() {
    check_in_article(
        "[Vous pouvez changer de siège sans frais à tout moment. Nous ferons tout pour honorer les demandes de siège.]",
        "Nous ferons tout pour honorer les demandes de siège.",
        "fr",
        Change::Truncated,
        "Nous ferons tout pour honorer les demandes de siège.",
    );
    check_in_article(
        "[The login must be built by the team. It should then be shown to the board].",
        "The login must be built by the team. Nobody outside may read its code before that. It should then be shown to the board.",
        "en",
        Change::Extended,
        "The login must be built by the team. Nobody outside may read its code before that. It should then be shown to the board",
    );
    // A negation in a sentence of which some is left is one of these words.
    check_in_article(
        "[Vous pouvez changer de siège sans frais à tout moment. Nous ferons tout pour honorer les demandes.]",
        "Vous pouvez changer de siège à tout moment. Nous ferons tout pour honorer les demandes.",
        "fr",
        Change::Negation,
        "Vous pouvez changer de siège à tout moment. Nous ferons tout pour honorer les demandes.",
    );
    // The stop of an abbreviation ends no sentence.
    check_in_article(
        "[Das Gesetz gilt nach Abs. 3 nicht und Art. 4 für alle Betriebe im Land].",
        "Das Gesetz gilt nach Art. 4 für alle Betriebe im Land.",
        "de",
        Change::Negation,
        "Das Gesetz gilt nach Art. 4 für alle Betriebe im Land",
    );
}

#[test]
fn words_that_others_stand_in_the_place_of_are_no_mere_part() {
    let words = [
        (
            "en",
            "[The members may publish their listings on the open market for the purchase of products by other members].",
            "The members publish their listings on the open market so that everybody can try products.",
        ),
        (
            "fr",
            "[ainsi que celles liées aux termes et conditions prévaudront toujours] ici.",
            "ainsi que les conditions d’achat et d’utilisation applicables prévaudront toujours ici.",
        ),
        (
            "ja",
            "[変更する度に記録を残すことになっている]のです。",
            "変更するたびに履歴を残すことになっているのです。",
        ),
        ("zh", "同时我[还不喜欢那个兴趣的冲突]，他说。", "同时我还不喜欢这种利益冲突，他说。"),
    ];
    for (language, old, new) in words {
        let (became, found) = answer(&article(old), &article(new), Some(language));
        assert_eq!(became.change, Change::Words, "{language}: {found}\n{became:?}");
    }
    check_in_article(
        "他说[市政府同意这项计划并且愿意在明年春天拨款]。",
        "他说市政府同意这项计划。",
        "zh",
        Change::Truncated,
        "市政府同意这项计划",
    );
}

#[test]
fn words_that_stand_in_their_order_are_not_reordered() {
    check_in_article(
        "[Anlage B Schwellenwerte]\n\nText der Anlage.",
        "Anlage B (zu Absatz a, Absatz c und Absatz d, Satz e, Nummer f, Satz g und Buchstabe h) Schwellenwerte\n\nText der Anlage.",
        "de",
        Change::Extended,
        "Anlage B (zu Absatz a, Absatz c und Absatz d, Satz e, Nummer f, Satz g und Buchstabe h) Schwellenwerte",
    );
}

#[test]
fn a_paragraph_that_moved_and_lost_a_sentence_is_followed() {
    let paragraph = "Première phase : ce recueil est en cours de rédaction. L’ordre des pages et leur contenu peuvent changer du tout au tout, jusqu’à une refonte complète.";
    let lost = " Ne bâtissez rien sur l’ordre actuel des pages sans vous attendre à de grands dérangements.";
    let others = "Les lois de la province, réunies en un seul recueil.\n\nChaque loi est une page, chaque réforme une version.\n\nLes pages sont tenues par trois bénévoles de la ville.";
    let old = format!("Un recueil\n\n[{paragraph}{lost}]\n\n{others}\n\nStructure du recueil\n");
    let new = format!("Un recueil\n\n{others}\n\n{paragraph}\n\nPour commencer, ouvrez la première page.\n");
    let (became, found) = answer(&old, &new, Some("fr"));
    assert_eq!((became.change, found.as_str(), became.is_moved), (Change::Truncated, paragraph, true));
    // A sentence that shares a formula with it is another one.
    let other = "Seconde phase : le musée ferme. L’ordre des pages et leur contenu ne regardent personne.";
    let new = format!("Un recueil\n\n{others}\n\n{other}\n\nPour commencer, ouvrez la première page.\n");
    let (became, _) = answer(&old, &new, Some("fr"));
    assert_eq!(became.span, None, "{became:?}");
}

#[test]
fn a_line_that_stayed_in_a_text_that_was_translated_is_found() {
    let line = "Stephanie Zvan, “So you have got yourself a policy. Now what?”";
    let english = "A code is a document that says what you expect of those who take part. It helps to make a good place for all.\n\n";
    let greek = "Ο κώδικας είναι ένα έγγραφο που λέει τι περιμένετε από όσους συμμετέχουν. Βοηθά να γίνει καλός ο χώρος για όλους.\n\n";
    let old = format!("{}[— {line}]\n\n{}", english.repeat(12), english.repeat(12));
    let new = format!("{}- {line}\n\n{}", greek.repeat(12), greek.repeat(12));
    let (became, found) = answer(&old, &new, None);
    assert_eq!((became.change, found), (Change::Typography, format!("- {line}")));
}

#[test]
fn a_word_that_the_next_sentence_has_did_not_change_places() {
    check_in_article(
        "After a month, [all content will be deleted from backups and logs].",
        "After a month, all content will be deleted from active systems and logs. After two months, it will be deleted from our backups.",
        "en",
        Change::Words,
        "all content will be deleted from active systems and logs",
    );
    check_in_article(
        "一个月后，[所有内容将从备份和日志中删除]。",
        "一个月后，所有内容将从系统和日志中删除。两个月后，再从我们的备份中删除。",
        "zh",
        Change::Words,
        "所有内容将从系统和日志中删除",
    );
    // The two parts of a passage may change places, and sentences too.
    check_in_article(
        "Puis rien. [Le maire a fui vers le nord avec ses gens. La ville est tombée hier soir, ce que] nul ne nie.",
        "Puis rien. La ville est tombée hier soir, ce que Le maire a fui vers le nord avec ses gens. nul ne nie.",
        "fr",
        Change::Reordered,
        "La ville est tombée hier soir, ce que Le maire a fui vers le nord avec ses gens.",
    );
    check_in_article(
        "[La ville est tombée hier soir. Le maire a fui vers le nord.]",
        "Le maire a fui vers le nord. La ville est tombée hier soir.",
        "fr",
        Change::Reordered,
        "Le maire a fui vers le nord. La ville est tombée hier soir.",
    );
}

/// What `verify` says first of a French quote whose source changed.
fn told(before: &str, after: &str, quote: &str) -> String {
    messages(before, after, quote).remove(0)
}

/// All that `verify` says of it.
fn messages(before: &str, after: &str, quote: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("sources/a");
    fs::create_dir_all(&source).unwrap();
    fs::create_dir(folder.path().join("claims")).unwrap();
    fs::write(folder.path().join("ibid.toml"), "format = 1\n").unwrap();
    let mut record = "title = \"A\"\nlanguage = \"fr\"\n".to_owned();
    for (day, text) in [("2026-01-01", before), ("2026-02-01", after)] {
        fs::write(source.join(format!("{day}.txt")), text).unwrap();
        let digest = Digest::of(text.as_bytes());
        record.push_str(&format!(
            "[[capture]]\nfile = \"{day}.txt\"\nsha256 = \"{digest}\"\ncaptured = {day}\n"
        ));
    }
    fs::write(source.join("source.toml"), record).unwrap();
    let claim = format!(
        "[[claim]]\nid = \"a\"\ntext = \"A.\"\n[[claim.quote]]\nsource = \"a\"\nexact = \"{quote}\"\n"
    );
    fs::write(folder.path().join("claims/a.toml"), claim).unwrap();
    let run = ibid(folder.path(), &["verify", "--format", "json"]);
    let report: Value = run.json();
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_number_that_came_or_went_is_not_called_another_one() {
    let quote = "Le guide paru à Lyon décrit la nappe";
    let dated = "Le guide paru à Lyon en 2022 décrit la nappe";
    assert_eq!(told(quote, dated, quote), "the source changed: a number was put into these words");
    assert_eq!(told(dated, quote, dated), "the source changed: a number was taken out of these words");
    let other = dated.replace("2022", "2023");
    assert_eq!(told(dated, &other, dated), "the source changed: a number in these words is another one now");
    let spelt = dated.replace("en 2022", "ce mois-là");
    assert_eq!(told(dated, &spelt, dated), "the source changed: a number in these words is another one now");
}

#[test]
fn a_negation_that_changed_its_place_is_not_called_another_one() {
    let message = |words: &str| format!("the source changed: {words}");
    let before = "Les élus ont décidé de ne jamais ouvrir la salle";
    let after = "Les élus n’ont jamais décidé d’ouvrir la salle";
    let moved = "Les élus jamais ont décidé de ne ouvrir la salle";
    assert_eq!(told(before, moved, before), message("a negation stands in another place in these words now"));
    assert_ne!(told(before, after, before), message("a negation was put into these words"));
}

#[test]
fn an_item_of_a_list_is_no_part_of_the_sentence_beside_it() {
    let item = "Les comptes gelés sont fermés après 180 jours";
    let list = |trial: &str| {
        format!("Nous fermons les comptes inactifs :\n* {trial}\n* {item}\n* Rien d’autre n’est fermé\n")
    };
    let before = list("À l’essai, ils le sont après 30 jours");
    let after = list("À l’essai, ils ne le sont jamais avant 60 jours");
    assert_eq!(messages(&before, &after, item), Vec::<String>::new());
    // A line of prose that begins with a dash goes on with the sentence.
    let prose = |clause: &str| {
        format!("{item} selon le règlement de la maison\n– {clause} –\nà compter du premier avis.\n")
    };
    let (before, after) = (prose("que tous ont lu"), prose("que personne n’a lu"));
    let said = "these words stand, but the sentence around them is another now: a negation was put into it";
    assert_eq!(messages(&before, &after, item), [said]);
}
