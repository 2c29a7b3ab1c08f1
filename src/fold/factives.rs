//! Clauses that a negation before them leaves as they are: what is not surprising, what nobody forgot, who it is that one
//! does not know. Small tables, to be grown with cases. Knows single words and their neighbours.

use super::lexicons::Known;
use super::numbers::is_in;
use super::words::in_table_form;

/// Words that take what *that* begins behind them for a fact, be they negated or not, by language.
const FACTIVES: &[(&str, &str)] = &[
    (
        "en",
        "surprising surprised surprise surprises astonishing astonished remarkable strange unusual uncommon coincidental \
         forget forgets forgetting forgot forgotten overlook overlooked hide hides hiding hid hidden conceal conceals \
         concealed disguise disguised regret regrets regretted notice notices noticed aware unaware realise realised \
         realize realized matter matters mattered",
    ),
    (
        "fr",
        "surprenant étonnant étrange surpris surprise étonné étonnée étonnés étonne surprend oublié oublier oublions \
         oubliez oublie oublient caché cacher cache cachent cachait cachaient dissimulé dissimule regrette regrettent \
         regrettait regretté regretter remarqué aperçu aperçue aperçus ignore ignorent ignorait ignoraient ignoré \
         comprends comprend comprennent douteux douteuse contestable discutable niable",
    ),
    (
        "de",
        "überraschend überrascht überraschte überraschen erstaunlich erstaunt verwunderlich verwundert wundert wunderte \
         wundern vergessen vergaß vergaßen vergisst verschweigt verschweigen verschwieg verschwiegen verheimlicht \
         verheimlichte verhehlt verhehlte bedauert bedauerte bedauern bemerkt bemerkte merkte gemerkt bewusst übersehen",
    ),
    (
        "nl",
        "verrassend verrast verbaast verbaasde verwonderlijk vergeten vergeet vergat verzwijgt verzweeg verzwijgen \
         verzwegen betreurt betreurde",
    ),
    (
        "es",
        "sorprendente sorprende sorprendió extraño extraña extrañó asombra olvidemos olvidar olvida olvidan olvidó \
         olvidaron olvidado oculta ocultan ocultó ocultaron ocultaba ocultar ocultado esconde esconden escondió lamenta \
         lamentan lamentó ignora ignoran ignoraba ignoraban",
    ),
    (
        "it",
        "sorprendente sorprende sorprese stupisce stupì meraviglia dimentichiamo dimenticare dimentica dimenticano \
         dimenticato nasconde nascondono nascose nascosto nascondere nascondeva rimpiange accorto accorta accorti accorse \
         ignora ignorano ignorava",
    ),
    (
        "pt",
        "surpreende surpreendente surpreendeu espanta esqueçamos esquecer esquece esquecem esqueceu esqueceram esquecido \
         esconde escondem escondeu esconderam escondido esconder oculta lamenta lamentam lamentou notou reparou ignora \
         ignoram ignorava",
    ),
    (
        "ru",
        "удивительно странно удивляет удивлён удивлен удивлена удивлены забудем забывать забывайте забывает забыл забыла \
         забыли скрывает скрывают скрывал скрывала скрывали скрыл скрыла жалеет жалеют жалел жалела сожалеет заметил \
         заметила заметили редкость",
    ),
    (
        "uk",
        "дивно дивує забуваймо забув забула забули приховує приховують приховував приховувала жалкує помітив помітила",
    ),
    (
        "pl",
        "dziwi dziwne zaskakuje zaskakujące zapominajmy zapominać zapomniał zapomniała ukrywa ukrywają ukrywał ukrywała \
         żałuje żałował zauważył zauważyła",
    ),
    (
        "ar",
        "ننسى ينسى تنسى ننس ينس تنس أنسى يخفي تخفي يخفون يخفى يلاحظ يلاحظوا تلاحظ مستغربا غريبا \
         مفاجئا",
    ),
];

/// French phrases between a negation and *que* that leave what it begins a fact: `ce n’est pas à tort que`.
const REASONS: &[[&str; 2]] = &[
    ["à", "tort"],
    ["pour", "rien"],
    ["d'", "hier"],
    ["par", "hasard"],
    ["sans", "raison"],
    ["un", "hasard"],
];

/// Verbs, by language, that say of a deed, where they are negated, that it was done, with what joins it to them.
const NOT_FAILING: &[(&str, &str, &str)] = &[(
    "fr",
    "manqué manque manquent manquait manquaient manqua manquèrent manquer manquera hésité hésite hésitent hésitait \
     hésitaient hésita hésitèrent hésiter hésitera hésitez tardé tarde tardent tarda tardèrent tarder tardera tardait cesse \
     cessent cessait cessaient cessera cessé évité évite évitent arrête arrêtent arrêtait arrêté oublie oublient oublié oubliez oublier omet omis néglige négligé",
    "de d' à",
)];

/// Whether a negated `verb` says of a deed, which `joint` joins to it, that it was done; `before` stands before the
/// negation, the nearest first.
pub fn is_not_failing(verb: &str, joint: &str, before: &[&str], language: Option<&str>) -> bool {
    let known = Known::of(language);
    let [verb, joint] = [verb, joint].map(in_table_form);
    let is_open = || before.iter().take(NEAR).any(|word| is_in(&in_table_form(word), OPEN));
    let is_one = |(own, verbs, joints): &(&str, &str, &str)| {
        known.has(own) && is_in(&verb, verbs) && is_in(&joint, joints)
    };
    NOT_FAILING.iter().any(is_one) && !is_open()
}

/// Verbs before a negation that leave open whether there is such a fact.
const OPEN: &str = "would could might serait seraient aurait auraient wäre wären würde würden";

/// So many words before a negation are looked at for one.
const NEAR: usize = 3;

/// Verbs that rule out and, negated, leave a possibility as it is, with the words for that, by language.
const RULING_OUT: &[(&str, &str, &str)] = &[
    (
        "en",
        "rule ruled ruling exclude excluded dismiss dismissed discount discounted",
        "possibility possibilities",
    ),
    (
        "fr",
        "exclu exclut excluent excluait exclure écarté écarte écarter",
        "possibilité hypothèse éventualité",
    ),
    (
        "es",
        "descarta descartan descartó descartaron descartado descartar excluye excluyó",
        "posibilidad hipótesis",
    ),
    ("it", "esclude escludono escluse escluso escludere", "possibilità ipotesi eventualità"),
    (
        "pt",
        "descarta descartam descartou descartaram descartado descartar exclui excluiu",
        "possibilidade hipótese",
    ),
    (
        "ru",
        "исключил исключила исключили исключает исключают исключать",
        "возможность возможности вероятность",
    ),
];

/// Questions inside a sentence, of one language.
struct Asked {
    language: &'static str,
    /// Verbs and the like behind which they stand. Others have nobody or nothing there: *no tiene quién lo cuide*.
    verbs: &'static str,
    /// Words that ask, where the joiners do not have them.
    words: &'static str,
    /// Prepositions before such words, and the words that ask behind one.
    prepositions: &'static str,
    behind: &'static str,
}

const ASKED: &[Asked] = &[
    Asked {
        language: "en",
        verbs: "know knows knew known understand understands clear say said sure explain explained",
        words: "",
        prepositions: "in at to by from for on under with of",
        behind: "which what whom whose",
    },
    Asked {
        language: "fr",
        verbs: "sais sait savons savez savent savait savaient su sache comprend comprends clair dit explique expliqué",
        words: "quel quelle quels quelles lequel laquelle",
        prepositions: "à de dans par pour sur avec en",
        behind: "quel quelle quels quelles lequel laquelle",
    },
    Asked {
        language: "es",
        verbs: "sé sabe sabes sabemos saben sabía sabían supo sepa entiende entienden entiendo claro explica explicó dice dijo \
            aclaró precisó reveló recuerda",
        words: "quién quiénes qué cuál cuáles cuándo cuánto cuánta cuántos cuántas cómo dónde",
        prepositions: "en a de con por para desde hasta",
        behind: "quién quiénes qué cuál cuáles cuánto dónde",
    },
    Asked {
        language: "it",
        verbs: "so sa sanno sapeva sapevano sappiamo capisce capiscono capisco chiaro spiega spiegato detto ricorda",
        words: "chi quale quali quanto quanti quante",
        prepositions: "in a di da con per su",
        behind: "che quale quali chi",
    },
    Asked {
        language: "pt",
        verbs: "sei sabe sabem sabemos sabia sabiam soube entende entendo claro explica explicou disse precisou revelou lembra",
        words: "qual quais quanto quantos quantas",
        prepositions: "em a de com por para",
        behind: "que qual quais quem",
    },
    Asked {
        language: "ar",
        verbs: "يعرف تعرف نعرف أعرف يعرفون يعلم تعلم نعلم أعلم أدري يدري ندري تدري",
        words: "من ماذا متى كيف أين لماذا كم هل",
        prepositions: "",
        behind: "",
    },
];

/// Articles with which *no* is a noun, by language, and what a verb begins with behind that: `le non |l’a emporté`.
const NAMED: &[(&str, &str, &str)] = &[
    ("fr", "le du au ce", "a l' est était avait gagne gagnait remporte obtient progresse arrive"),
    ("it", "il del al un", "ha è era aveva vince vinse prevale ottiene"),
    ("es", "el del al un", "ha es era había gana ganó venció obtuvo"),
    ("pt", "o do ao um", "tem é era foi venceu ganhou obteve"),
];

/// Whether the words `between` a negation and a passage, the last of which opens the clause that it is of, say of that
/// clause that it is a fact, or those `before` the negation do where it stands behind its verb, the nearest first.
pub fn is_of_fact(between: &[&str], before: &[&str], language: Option<&str>) -> bool {
    let known = Known::of(language);
    let is_factive = |word: &str| has(FACTIVES.iter().copied(), &known, word);
    let is_open = || before.iter().take(NEAR).any(|word| is_in(&in_table_form(word), OPEN));
    match between {
        [_] => before.last().is_some_and(|word| is_factive(word)),
        [word, _] => is_factive(word) && !is_open(),
        [first, second, _] => {
            let pair = [first, second].map(|word| in_table_form(word));
            known.has("fr") && REASONS.iter().any(|reason| pair == *reason) && !is_open()
        }
        _ => false,
    }
}

fn has(mut table: impl Iterator<Item = (&'static str, &'static str)>, known: &Known, word: &str) -> bool {
    let form = in_table_form(word);
    table.any(|(language, words)| known.has(language) && is_in(&form, words))
}

/// Whether one of `words`, which a negation denies, rules out the possibility with which a passage begins, of which
/// `opening` are the first words.
pub fn leaves_possibility(words: &[&str], opening: &[&str], language: Option<&str>) -> bool {
    let known = Known::of(language);
    RULING_OUT.iter().filter(|(own, ..)| known.has(own)).any(|(_, verbs, nouns)| {
        let any = |words: &[&str], list: &str| words.iter().any(|word| is_in(&in_table_form(word), list));
        any(words, verbs) && any(&opening[..opening.len().min(2)], nouns)
    })
}

/// Whether behind `verb` a passage, of which `opening` are the first words, begins with a question that is only told:
/// `non si capisce |in che modo`.
pub fn begins_asked(verb: &str, opening: &[&str], language: Option<&str>) -> bool {
    let known = Known::of(language);
    let [first, second, ..] = opening else { return false };
    let [verb, first, second] = [verb, first, second].map(in_table_form);
    // Arabic *who* is written like *from*, before a noun with its article.
    let is_from = first == "من" && second.starts_with("ال");
    ASKED.iter().filter(|own| known.has(own.language) && is_in(&verb, own.verbs)).any(|own| {
        is_in(&first, own.words) && !is_from || is_in(&first, own.prepositions) && is_in(&second, own.behind)
    })
}

/// Whether a negation behind the word `before` is a noun, before a passage that begins with the word `next`.
pub fn is_noun(before: &str, next: &str, language: Option<&str>) -> bool {
    let known = Known::of(language);
    let [before, next] = [before, next].map(in_table_form);
    let is_one = |(own, articles, verbs): &(&str, &str, &str)| {
        known.has(own) && is_in(&before, articles) && is_in(&next, verbs)
    };
    NAMED.iter().any(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_their_words_in_their_form() {
        let ruling = RULING_OUT.iter().flat_map(|(_, verbs, nouns)| [*verbs, *nouns]);
        let asked = ASKED.iter().flat_map(|own| [own.verbs, own.words, own.prepositions, own.behind]);
        let named = NAMED.iter().flat_map(|(_, articles, verbs)| [*articles, *verbs]);
        let lists = FACTIVES.iter().map(|(_, words)| *words).chain(ruling).chain(asked).chain(named);
        for word in lists.chain([OPEN]).flat_map(str::split_ascii_whitespace) {
            assert_eq!(in_table_form(word), word);
        }
    }
}
