//! The words that deny, by language. Knows nothing.

/// Words of one language that deny what follows one of some joints after them, with how many words may stand between.
pub(super) struct Denial {
    pub(super) language: &'static str,
    pub(super) words: &'static str,
    /// The word that belongs to them and stands straight after: `ruled out`; else nothing.
    pub(super) particle: &'static str,
    /// `-` where what they deny follows at once; `=` where a noun with its article does, behind a verb that has its subject
    /// before it.
    pub(super) joints: &'static str,
    /// How the verbs end that may follow at once.
    pub(super) infinitives: &'static [&'static str],
    /// The word before the verb of a clause that may follow at once, and ends with it; else nothing.
    pub(super) before_infinitive: &'static str,
    pub(super) between: usize,
    /// Whether they are no verb, so that no subject stands behind them.
    pub(super) is_preposition: bool,
    /// How the verb stands that alone they deny.
    pub(super) deed: Deed,
}

/// Whether words deny a French infinitive alone, with what may then stand between: `interdit aux agents de filmer`, and not
/// `garde le droit de`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// They deny other words too.
    Any,
    /// Behind an adverb at most: `se garde bien de`.
    Straight,
    /// Behind whom it is denied to: `interdit aux agents de`.
    ToSomebody,
    /// Behind who does not do it: `empêche le maire de`.
    OfSomebody,
}

impl Denial {
    const fn new(language: &'static str, words: &'static str, joints: &'static str) -> Self {
        Self {
            language,
            words,
            particle: "",
            joints,
            infinitives: &[],
            before_infinitive: "",
            between: 0,
            is_preposition: false,
            deed: Deed::Any,
        }
    }

    /// Words that deny a French infinitive.
    const fn deed(words: &'static str, joints: &'static str, between: usize, deed: Deed) -> Self {
        Self { between, deed, ..Self::new("fr", words, joints) }
    }

    /// What stands for *instead of*.
    const fn preposition(
        language: &'static str,
        words: &'static str,
        particle: &'static str,
        joints: &'static str,
    ) -> Self {
        Self { is_preposition: true, ..Self::phrasal(language, words, particle, joints) }
    }

    /// The same of words with a particle.
    const fn phrasal(
        language: &'static str,
        words: &'static str,
        particle: &'static str,
        joints: &'static str,
    ) -> Self {
        Self { particle, ..Self::new(language, words, joints) }
    }
}

/// How French verbs end that are not conjugated.
pub(super) const FRENCH: &[&str] = &["er", "ir", "dre", "ître", "ire", "oire", "aire"];

/// How Spanish and Portuguese verbs end that nothing joins to the one before them.
const IBERIAN: &[&str] = &["ar", "er", "ir", "arse", "erse", "irse", "arlo", "erlo", "irlo"];

/// In the form of the tables of words. What a verb may have its subject behind is not listed as following at once.
pub(super) const DENIALS: &[Denial] = &[
    Denial::new("en", "deny denies denied denying", "- that having being ever any all"),
    Denial::new(
        "en",
        "refuse refuses refused refusing refusal decline declines declined declining fail fails failed failing failure",
        "to",
    ),
    Denial::new(
        "en",
        "false untrue doubt doubts doubted doubtful dispute disputes disputed disputing contest contests contested contesting refute refutes refuted refuting \
         myth lie hoax unlikely improbable implausible impossible",
        "that",
    ),
    Denial::phrasal("en", "rule rules ruled ruling", "out", "- that having being any"),
    Denial::new("en", "unable unlikely impossible powerless", "to"),
    Denial::new(
        "fr",
        "nie nient niait niaient nia nièrent nié nier niant dément démentent démentait démentaient démentir démentant",
        "- que qu' avoir être vouloir tout toute",
    ),
    Denial::new("fr", "démenti", "que qu' avoir être vouloir tout toute"),
    Denial::new(
        "fr",
        "refuse refusent refusait refusaient refusa refusèrent refusé refuser refusant refus abstient abstiennent \
         abstenu abstenir",
        "de d'",
    ),
    Denial::new(
        "fr",
        "faux inexact doute doutent doutait douté conteste contestent contestait contesté réfute réfutent réfutait réfuté \
         improbable impossible exclut excluent excluait exclu exclure douteux invraisemblable impensable inconcevable",
        "que qu'",
    ),
    Denial::new(
        "fr",
        "conteste contestent contestait contesté réfute réfutent réfutait réfuté",
        "avoir être",
    ),
    Denial::new("fr", "exclut excluent excluait exclu exclure", "tout toute"),
    Denial {
        infinitives: FRENCH,
        ..Denial::phrasal("fr", "exclut excluent excluait exclu exclure", "de", "être")
    },
    Denial {
        infinitives: FRENCH,
        ..Denial::phrasal("fr", "exclut excluent excluait exclu exclure", "d'", "être")
    },
    Denial::deed(
        "interdit interdite interdits interdites interdisent interdisait interdisaient interdira interdire interdisant \
         défend défendent défendait défendaient défendit défendu défendue défendre défendant interdiction défense",
        "de d' avoir être",
        4,
        Deed::ToSomebody,
    ),
    Denial::deed(
        "garde gardent gardait gardaient garda gardé gardée gardés garder évite évitent évitait évitaient évita évité \
         éviter évitant omet omettent omis omettre néglige négligent négligeait négligé négliger oublie oublient \
         oubliait oublié manqué manqua impossibilité",
        "de d' avoir être",
        2,
        Deed::Straight,
    ),
    Denial::deed(
        "empêche empêchent empêchait empêchaient empêcha empêché empêchée empêchés empêcher empêchant",
        "de d' avoir être",
        3,
        Deed::OfSomebody,
    ),
    Denial::deed(
        "refuse refusent refusait refusa refusé refusée refuser échoue échouent échouait échoua échouèrent échoué échouer",
        "à avoir être",
        1,
        Deed::Straight,
    ),
    Denial {
        infinitives: FRENCH,
        ..Denial::deed("failli faillit faillirent", "être avoir", 0, Deed::Straight)
    },
    Denial::new(
        "fr",
        "interdit interdisent interdire empêcher évite évitent évité éviter refuse refusent \
         refusé refuser récuse récusent récusé récuser",
        "que qu'",
    ),
    Denial::new("fr", "récuse récusent récusait récusé récuser démentira démentiront", "avoir être que qu'"),
    Denial::preposition("fr", "peu", "probable", "que qu'"),
    Denial::new("fr", "renonce renoncent renonçait renonça renoncé renoncer renonçant", "à"),
    Denial::new("fr", "impossible incapable incapables", "de d'"),
    Denial::new(
        "de",
        "bestreitet bestreiten bestritt bestritten leugnet leugnen leugnete leugneten geleugnet dementiert dementieren \
         dementierte dementierten bezweifelt bezweifelte unwahrscheinlich unmöglich ausgeschlossen falsch unwahr gelogen \
         lüge",
        "dass daß",
    ),
    Denial {
        before_infinitive: "zu",
        ..Denial::new(
            "de",
            "bestreitet bestreiten bestritt bestritten leugnet leugnen leugnete leugneten geleugnet dementiert dementierte \
             dementierten",
            "dass daß = jede jeden jedes jegliche jeglichen jegliches irgendeine irgendwelche",
        )
    },
    Denial {
        before_infinitive: "zu",
        ..Denial::new("de", "weigert weigern weigerte weigerten geweigert abgelehnt", "dass")
    },
    Denial { before_infinitive: "zu", ..Denial::phrasal("de", "lehnt lehnen lehnte lehnten", "ab", "dass") },
    Denial::phrasal("de", "schließt schließen schloss schloß schlossen", "aus", "dass daß"),
    Denial::new("de", "weigert weigern weigerte weigerten geweigert", "sich"),
    Denial::new(
        "es",
        "niega niegan negó negaron negaba negaban negado negar negando desmiente desmienten desmintió desmintieron \
         desmentido",
        "que haber ser estar tener = cualquier todo toda",
    ),
    Denial::new("es", "niega niegan negó negaron negado negarse negándose", "a"),
    Denial::new(
        "es",
        "falso incierto mentira duda dudan dudó dudaron descarta descartan descartó descartaron descartado improbable imposible",
        "que",
    ),
    Denial::new(
        "es",
        "rechaza rechazan rechazó rechazaron rechazado rechazando",
        "que haber ser estar tener",
    ),
    Denial {
        infinitives: IBERIAN,
        ..Denial::new(
            "es",
            "niega niegan negó negaron descarta descartan descartó descartaron rechaza rechazan rechazó rechazaron",
            "que",
        )
    },
    Denial::new("es", "incapaz incapaces", "de"),
    Denial::preposition("es", "modo", "alguno", "-"),
    Denial::preposition("es", "forma manera", "alguna", "-"),
    Denial::new(
        "it",
        "nega negano negò negarono negato negare negando smentisce smentiscono smentì smentito smentire rifiuta rifiutano \
         rifiutò rifiutarono rifiutato",
        "di d' che",
    ),
    Denial::new(
        "it",
        "nega negano negò negarono negato smentisce smentiscono smentì smentito esclude escludono escluso",
        "= ogni qualsiasi alcun alcuna",
    ),
    Denial::new(
        "it",
        "falso bugia esclude escludono escluse esclusero escluso improbabile impossibile",
        "che",
    ),
    Denial::new("it", "incapace incapaci", "di"),
    Denial::new(
        "pt",
        "nega negam negou negaram negado negar negando desmente desmentem desmentiu desmentiram",
        "que ter haver ser = qualquer todo toda",
    ),
    Denial::new("pt", "falso mentira descarta descartam descartou descartaram improvável impossível", "que"),
    Denial {
        infinitives: IBERIAN,
        ..Denial::new(
            "pt",
            "nega negam negou negaram descarta descartam descartou descartaram recusa recusam recusou recusaram",
            "que",
        )
    },
    Denial::new("pt", "recusa-se recusam-se recusou-se recusaram-se recusa recusam recusou recusaram", "a"),
    Denial::new("pt", "incapaz incapazes", "de"),
    Denial::preposition("pt", "modo momento tipo", "algum", "-"),
    Denial::preposition("pt", "forma maneira hipótese", "alguma", "-"),
    Denial::new(
        "nl",
        "ontkent ontkennen ontkende ontkenden ontkend onwaarschijnlijk onmogelijk uitgesloten",
        "dat",
    ),
    Denial {
        before_infinitive: "te",
        ..Denial::new(
            "nl",
            "ontkent ontkennen ontkende ontkenden ontkend weigert weigeren weigerde weigerden geweigerd",
            "dat",
        )
    },
    Denial::new("nl", "weigert weigeren weigerde weigerden geweigerd", "te om"),
    Denial::new(
        "ru",
        "отрицает отрицают отрицал отрицала отрицали опровергает опровергают опроверг опровергла опровергли \
         маловероятно невозможно исключено неправда неверно",
        "что",
    ),
    Denial::new("ru", "отказывается отказываются отказался отказалась отказались", "- от"),
    Denial::new("uk", "заперечує заперечують заперечив заперечила заперечили малоймовірно неможливо", "що"),
    Denial::new("uk", "відмовляється відмовляються відмовився відмовилася відмовилися", "-"),
    Denial::new(
        "pl",
        "zaprzecza zaprzeczają zaprzeczył zaprzeczyła zaprzeczyli wątpliwe nieprawdopodobne wyklucza wykluczają wykluczył \
         wykluczyła wykluczyli wykluczone nieprawda",
        "że żeby aby jakoby",
    ),
    Denial::new("pl", "odmawia odmawiają odmówił odmówiła odmówili", "-"),
    Denial::new("id", "membantah menyangkal menolak", "- bahwa"),
    Denial::phrasal("vi", "phủ", "nhận", "- rằng việc"),
    Denial::phrasal("vi", "từ", "chối", "-"),
    Denial::preposition("en", "instead", "of", "-"),
    Denial::preposition("en", "rather", "than", "-"),
    Denial { infinitives: &["ing"], ..Denial::phrasal("en", "far", "from", "being having") },
    Denial { infinitives: &["ing"], ..Denial::phrasal("en", "short", "of", "being having") },
    Denial::preposition("fr", "au", "lieu", "de d'"),
    Denial::preposition("fr", "plutôt", "que", "- de d'"),
    Denial { infinitives: FRENCH, ..Denial::phrasal("fr", "loin", "de", "être") },
    Denial { infinitives: FRENCH, ..Denial::phrasal("fr", "loin", "d'", "être") },
    Denial { before_infinitive: "zu", ..Denial::new("de", "statt anstatt", "dass daß") },
    Denial::preposition("es", "en", "vez", "de"),
    Denial::preposition("es", "en", "lugar", "de"),
    Denial { infinitives: IBERIAN, ..Denial::phrasal("es", "lejos", "de", "ser haber") },
    Denial::preposition("it", "invece", "", "di d'"),
    Denial::preposition("it", "anziché", "", "-"),
    Denial::preposition("it", "lungi", "dal", "-"),
    Denial::preposition("pt", "em", "vez", "de"),
    Denial::preposition("pt", "ao", "invés", "de"),
    Denial::preposition("pt", "em", "lugar", "de"),
    Denial { infinitives: IBERIAN, ..Denial::phrasal("pt", "longe", "de", "ser ter haver") },
    Denial::preposition("nl", "in", "plaats", "van"),
    Denial { is_preposition: true, between: 1, ..Denial::new("ru", "вместо", "- чтобы") },
    Denial { is_preposition: true, between: 1, ..Denial::new("uk", "замість", "- щоб") },
    Denial { is_preposition: true, between: 1, ..Denial::new("pl", "zamiast", "- żeby aby") },
    Denial::preposition("sv", "stället istället", "för", "- att"),
    Denial::preposition("da", "stedet", "for", "- at"),
    Denial::preposition("nb", "stedet", "for", "- å"),
    // Arabic has its subject between the verb and what it denies.
    Denial {
        between: 3,
        ..Denial::new(
            "ar",
            "نفى نفت نفيا نفتا نفوا نفين ينفي تنفي ننفي أنفي ينفون ينفيان نفي نفيت نافيا نافية نافين نفيه نفيها نفيهم أنكر انكر \
             أنكرت انكرت أنكروا ينكر تنكر ننكر ينكرون إنكار إنكاره إنكارها إنكارهم منكرا منكرة منكرين استبعد استبعدت استبعدوا يستبعد \
             تستبعد نستبعد يستبعدون المستبعد مستبعدا مستبعدة مستبعدين المستحيل يستحيل استحالة كذب كذبت كذبوا يكذب تكذب فند فندت \
             يفند تفند دحض دحضت يدحض شكك شككت شككوا يشكك تشكك يشككون مشككا مشككة مشككين",
            "أن أنه أنها أنهم أنهما أنهن أننا أنني أني ان انه انها انهم بأن بأنه بأنها بأنهم",
        )
    },
    Denial {
        between: 3,
        ..Denial::new("ar", "رفض رفضت رفضوا يرفض ترفض نرفض يرفضون رافضا رافضة رافضين", "أن ان")
    },
    Denial {
        between: 3, ..Denial::new("ar", "امتنع امتنعت امتنعوا يمتنع تمتنع يمتنعون", "عن")
    },
    Denial::phrasal("ar", "غير", "صحيح", "أن أنه أنها أنهم"),
    Denial::phrasal("ar", "غير", "الصحيح", "أن أنه أنها أنهم"),
    Denial::phrasal("ar", "لا", "صحة", "لما"),
    Denial::preposition("ar", "بدلا", "من", "- أن"),
    Denial::preposition("ar", "بدلا", "عن", "- أن"),
    Denial::preposition("ar", "عوضا", "عن", "- أن"),
];

/// English verbs that deny what somebody said, with the noun that says so between them and *that*: `dismissed reports
/// that`.
pub(super) const REJECTING: &str = "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed \
    dismissing refute refutes refuted refuting dispute disputes disputed disputing rebut rebuts rebutted";
pub(super) const SAID: &str = "report reports claim claims allegation allegations accusation accusations suggestion \
    suggestions rumour rumours rumor rumors assertion assertions notion idea insinuation insinuations speculation";
/// What may stand between these.
pub(super) const BEFORE_SAID: &str = "the a any all these those such his her their its media press";

/// The same in French, where *selon laquelle* joins them: `dément les informations selon lesquelles`; and nouns that *que*
/// joins too.
pub(super) const FRENCH_REJECTING: &str = "dément démentent démentait démenti démentir démentant nie nient niait nié nier \
    conteste contestent contestait contesté contester réfute réfutent réfutait réfuté réfuter rejette rejettent rejetait \
    rejeté rejeter récuse récusent récusé récuser écarte écartent écarté écarter balaie balaient balaye balayé balayer";
pub(super) const FRENCH_SAID: &str = "information informations allégation allégations accusation accusations thèse rumeur \
    rumeurs idée hypothèse affirmation affirmations assertion assertions propos insinuation insinuations version";
pub(super) const FRENCH_THOUGHT: &str = "idée hypothèse";
pub(super) const BEFORE_FRENCH_SAID: &str =
    "le la les l' un une des toute tout toutes tous cette ces ses son sa leur leurs";
/// What says that it would be wrong to say something, with verbs for that: `faux de dire que`.
pub(super) const WRONG: &str = "faux inexact mensonger erroné erreur absurde";
pub(super) const TO_SAY: &str = "dire affirmer penser croire prétendre écrire soutenir conclure parler";

/// What says of the words before it that they are not so: a verb, with its pronoun where it has one, and one of these
/// behind it, by language.
pub(super) const FALSE: &[(&str, &[&str], &[&str])] = &[
    (
        "en",
        &[
            "is",
            "was",
            "are",
            "were",
            "that is",
            "that was",
            "that’s",
            "that's",
            "this is",
            "this was",
            "it is",
            "it was",
            "which is",
            "which was",
            "proved",
            "turned out to be",
        ],
        &[
            "false",
            "untrue",
            "fake",
            "fabricated",
            "unfounded",
            "baseless",
            "groundless",
            "not true",
            "a lie",
            "a myth",
            "a hoax",
        ],
    ),
    ("en", &["isn’t", "isn't", "wasn’t", "wasn't", "aren’t", "aren't", "weren’t", "weren't"], &["true"]),
    (
        "en",
        &[
            "is",
            "was",
            "are",
            "were",
            "has been",
            "have been",
            "had been",
            "has since been",
            "have since been",
        ],
        &["debunked", "disproved", "disproven"],
    ),
    (
        "fr",
        &[
            "est",
            "était",
            "sont",
            "étaient",
            "serait",
            "c’est",
            "c'est",
            "c’était",
            "c'était",
            "ce qui est",
            "ce qui était",
        ],
        &[
            "faux",
            "fausse",
            "fausses",
            "inexact",
            "inexacte",
            "inexacts",
            "inexactes",
            "un mensonge",
            "infondé",
            "infondée",
            "infondés",
            "infondées",
            "mensonger",
            "mensongère",
            "mensongères",
            "sans fondement",
            "sans aucun fondement",
            "dénué de tout fondement",
            "dénuée de tout fondement",
            "dénuées de tout fondement",
            "une fausse information",
            "une infox",
            "une contre-vérité",
            "un canular",
            "une pure invention",
        ],
    ),
    (
        "fr",
        &[
            "n’est",
            "n'est",
            "n’était",
            "n'était",
            "ce n’est",
            "ce n'est",
            "cela n’est",
            "cela n'est",
            "c’est",
            "c'est",
        ],
        &["pas vrai", "pas avéré", "pas avérée", "nullement avéré", "nullement établi"],
    ),
    ("fr", &["il n’en est", "il n'en est", "il n’en était", "il n'en était"], &["rien"]),
    (
        "de",
        &["ist", "war", "sei", "das ist", "das war", "das sei", "dies ist", "was"],
        &["falsch", "unwahr", "gelogen", "erfunden", "eine Lüge"],
    ),
    ("es", &["es", "era", "eso es", "esto es", "lo cual es"], &["falso", "falsa", "mentira", "un bulo"]),
    ("it", &["è", "era", "questo è", "ciò è"], &["falso", "falsa", "una bugia", "una bufala"]),
    ("pt", &["é", "era", "isso é", "isto é"], &["falso", "falsa", "mentira"]),
    ("nl", &["is", "was"], &["onwaar", "een leugen", "verzonnen"]),
    ("pl", &["to", "jest"], &["kłamstwo", "nieprawda", "fałszywe", "fałszywa"]),
    ("ru", &["это", "это —", "—"], &["ложь", "неправда", "выдумка"]),
    ("uk", &["це", "це —", "—"], &["брехня", "неправда", "вигадка"]),
    (
        "ar",
        &["هذا", "وهذا", "فهذا", "وهو", "خبر"],
        &[
            "غير صحيح",
            "ليس صحيحا",
            "كذب",
            "كاذب",
            "افتراء",
            "محض افتراء",
            "عار عن الصحة",
            "لا أساس له من الصحة",
        ],
    ),
    ("id", &["adalah"], &["bohong", "hoaks", "palsu"]),
];
