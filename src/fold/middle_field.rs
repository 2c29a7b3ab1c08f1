//! What may stand between a verb and the negation behind it, in languages whose main clauses have their verb second: the
//! middle field of German grammars. `Die Regierung stützt den Plan derzeit nicht.` Small tables, to be grown with cases.

use super::lexicons::Known;
use super::words::in_table_form;

/// Pronouns and adverbs, by language. Nouns and verbs are none: behind those another part may be denied.
const WORDS: &[(&str, &str)] = &[
    (
        "de",
        "es ihn sie ihm ihr ihnen uns euch mich mir dich dir sich das dies man er wir ich du auch noch gar ja doch aber \
         jedoch nun eben halt wohl schon überhaupt sicher sicherlich natürlich freilich allerdings eigentlich bisher \
         bislang derzeit momentan zurzeit gegenwärtig heute gestern morgen jetzt dann da hier dort damals vorerst \
         vorläufig zunächst immer weiterhin leider offenbar offensichtlich bestimmt wirklich tatsächlich ausdrücklich \
         absolut ganz einfach selbst damit davon darüber dazu daran dagegen dafür darauf dabei deshalb deswegen trotzdem \
         also zwar dennoch hingegen ebenfalls wieder seither seitdem meist",
    ),
    (
        "nl",
        "het hem haar ze zij hij wij we ik je jij u ons hen hun dat dit men er zich ook nog toch echter wel zeker \
         natuurlijk eigenlijk echt helemaal overigens opnieuw momenteel nu vandaag gisteren morgen hier daar dan toen \
         altijd vooralsnog voorlopig helaas kennelijk blijkbaar gewoon zelf daarom dus absoluut beslist nadrukkelijk",
    ),
    (
        "sv",
        "den det han hon de dem honom henne oss er mig dig sig man vi jag du ju nog väl dock också heller alls helt \
         verkligen naturligtvis självklart egentligen fortfarande ännu längre nu idag igår här där då ändå därför bara \
         vanligen tydligen uppenbarligen säkert själv själva alltså",
    ),
    ("da", DANISH),
    ("nb", NORWEGIAN),
    ("no", NORWEGIAN),
];

const DANISH: &str = "den det han hun de dem ham hende os jer mig dig sig man vi jeg du jo nok vel dog også heller slet \
    overhovedet virkelig naturligvis egentlig fortsat endnu længere nu i øvrigt her der da derfor altså selv alligevel";

const NORWEGIAN: &str = "den det han hun de dem ham henne oss dere meg deg seg man vi jeg du jo nok vel dog også heller \
    slett overhodet virkelig naturligvis egentlig fortsatt ennå lenger nå her der da derfor altså selv likevel";

/// Whether a text that is said to be in `language` (a BCP 47 tag) may have such clauses, told at a glance; any may of which
/// nothing is said.
pub fn may_be_verb_second(language: Option<&str>) -> bool {
    let is_one = |tag: &str| WORDS.iter().any(|(own, _)| tag.eq_ignore_ascii_case(own));
    language.is_none_or(|tags| tags.split('-').any(is_one))
}

/// Whether a word, one token in any case, may stand there in `language`; in none where that is not known.
pub fn stands_in_middle_field(word: &str, language: Option<&str>) -> bool {
    let known = Known::of(language);
    let form = in_table_form(word);
    let spoken = WORDS.iter().filter(|(own, _)| known.has(own));
    spoken.flat_map(|(_, words)| words.split_ascii_whitespace()).any(|one| one == form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pronouns_and_adverbs_stand_between_a_verb_and_its_negation() {
        assert!(stands_in_middle_field("derzeit", Some("de")) && stands_in_middle_field("Er", Some("nl")));
        assert!(!stands_in_middle_field("einem", Some("de")) && !stands_in_middle_field("nu", Some("ro")));
        assert!(may_be_verb_second(Some("de-AT")) && may_be_verb_second(None));
        assert!(!may_be_verb_second(Some("fr")) && !may_be_verb_second(Some("zh-Hant")));
    }
}
