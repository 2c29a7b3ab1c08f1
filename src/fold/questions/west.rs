//! The words with which Western questions begin.

use super::asking::{Asking, NONE};

/// Of languages whose words are looked for where none is known, too.
pub(super) const WIDE: &[Asking] = &[
    Asking {
        language: "en",
        words: "who whom whose what which when where why how whence what're wherefore",
        verbs: "\
            did do does is are was were am can could will would should shall has have had may might must cannot \
            isn't aren't wasn't weren't didn't don't doesn't won't can't couldn't wouldn't shouldn't hasn't haven't \
            hadn't mustn't needn't ain't shan't daren't",
        links: "and but or so well oh ah uh um okay ok hey yeah",
        conditions: "if unless although because",
        openings: "now, then, in that case, in this case, in short, in fact, after all, by the way, all right",
        addresses: "mr mrs ms miss sir madam dr prof professor minister chancellor senator president",
        attached: "who whom whose which where when what",
        prepositions: "\
            to for from in on at by with of about under since until till into against after before between through \
            during without upon towards over behind despite because",
        relatives: "who what which when where how whom",
        subjects: "\
            i you he she it we they there this that these those the a an my your his her its our their one nobody everyone \
            somebody people",
        times: "when where",
        pronouns: "i you he she it we they there",
        within: "what why how when where",
        inverted: "i you he she it we they there this that these those",
        idle: "what with",
        ..NONE
    },
    Asking {
        language: "fr",
        words: "\
            qui que qu quoi où quand pourquoi comment combien quel quelle quels quelles lequel laquelle lesquels lesquelles \
            quid est-ce auquel duquel desquels auxquels auxquelles desquelles",
        links: "et mais ou alors donc or puis car bref enfin bon bah euh oui non ah oh eh ensuite",
        conditions: "si s parce puisque",
        openings: "dans ce cas, en ce cas, au fait, à votre avis, en somme",
        addresses: "monsieur madame mademoiselle messieurs mesdames m mme",
        attached: "qui que qu où quand quoi lequel laquelle lesquels lesquelles auquel duquel desquels auxquels",
        prepositions: "\
            à de d pour par avec sans sur sous dans en depuis jusqu jusque vers chez contre entre selon dès dont lors après \
            avant pendant devers parmi envers malgré jusqu'à",
        relatives: "quand où",
        subjects: "\
            le la les l un une des ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs il elle \
            on ils elles je j tu ça cela",
        times: "quand où",
        pronouns: "il elle on ils elles je j tu ça cela",
        within: "pourquoi comment combien quel quelle quels quelles est-ce",
        inverted: "",
        idle: "\
            que le, que la, que les, que l, que un, que une, que des, que ce, que cette, que ces, que son, que sa, que ses, \
            que il, que elle, que on, que je, que tu, qu il, qu elle, qu ils, qu elles, qu on, qu un, qu une, quoi que, quoi qu, quel que, \
            quel qu, quelle que, quelle qu, quels que, quels qu, quelles que, quelles qu, qui que, qui qu, qui plus, où que, où qu, \
            quand même, quand bien, sans que, sans qu, pour que, pour qu, avant que, avant qu, après que, après qu, depuis que, depuis qu, \
            jusqu à, dès que, dès qu, en quelque, pendant que, pendant qu, selon que, selon qu, sur ce",
        ..NONE
    },
    Asking {
        language: "de",
        has_verb_second: true,
        words: "\
            wer wen wem wessen was wo wann warum wieso weshalb weswegen wie wieviel wieviele welche welcher welches welchem \
            welchen woher wohin wofür womit woran worauf worüber wovon wozu wonach wodurch worin woraus wobei worum wogegen \
            wovor inwiefern inwieweit",
        verbs: "\
            hat haben habt hast hatte hatten hattest ist sind bist seid war waren wird werden wirst wurde wurden würde würden \
            kann können könnte könnten kannst soll sollen sollte sollten muss müssen musste mussten müsste müssten darf dürfen \
            dürfte durfte durften will wollen wollte wollten willst wollt mag mögen möchte möchten hätte hätten wäre wären gibt gab \
            stimmt kommt geht weiß wissen wusste glauben glaubt braucht brauchen droht lügt meinen meint steht macht \
            heißt reicht gilt gehört handelt muß",
        links: "und aber oder denn ja nein na hey sondern",
        conditions: "wenn falls weil obwohl",
        addresses: "herr herrn frau hey liebe lieber kollege kollegin",
        attached: "was wo welche welcher welches welchem welchen",
        prepositions: "\
            seit bis an auf in im aus mit von vom zu zum zur für gegen ohne um bei beim nach vor über unter durch hinter neben zwischen \
            wegen ab trotz",
        relatives: "wer wen wem wessen was wo wie wohin woher wann warum wofür womit woran worauf worüber wovon wozu wonach wodurch worin woraus wobei weshalb weswegen",
        subjects: "\
            er sie es ich wir ihr man der die das dem den des ein eine einer einen sein seine seinen ihre ihren mein meine unser unsere dieser \
            diese dieses jeder jede alle",
        answers: "\
            hat haben habe hatte hatten ist sind war waren wird werden wurde wurden würde kann können soll sollen sollte muss müssen \
            musste darf will wollen wollte mag hätte wäre gibt gab dann so",
        ending: (
            "t",
            "nicht jetzt seit erst fast sonst mit selbst oft dort statt samt laut weit zuletzt zuerst bereit insgesamt damit somit jedenfalls dicht \
             leicht vielleicht gut jüngst längst hat",
        ),
        inverted: "",
        idle: "\
            wie gesagt, wie immer, wie auch, was auch, wer auch, wo auch, wann auch, wie erwartet, wie bekannt, wie üblich, \
            bis auf, wie schon, wie bereits, was mich, was ihn, was uns",
        ..NONE
    },
    Asking {
        language: "es",
        words: "\
            quién quiénes qué cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas porqué acaso",
        links: "y e o u pero entonces pues ahora ni bueno así",
        conditions: "si porque aunque",
        addresses: "señor señora señores señoras señoría don doña",
        prepositions: "a al de del en con sin por para desde hasta sobre contra entre según hacia ante bajo tras durante mediante",
        within: "quién quiénes qué cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas",
        idle: "qué va, cómo no",
        ..NONE
    },
    Asking {
        language: "it",
        words: "\
            chi che cosa cos quale quali qual quando quand dove dov perché come com quanto quant quanta quanti quante donde",
        links: "e ed ma o oppure però allora dunque quindi poi ora ecco insomma",
        conditions: "se poiché siccome",
        addresses: "signor signora signori senatore senatrice senatori onorevole onorevoli presidente ministro ministra dottor dottoressa",
        attached: "che chi cos cosa quando quand dove dov come com quanto quant quanta quanti quante donde",
        prepositions: "a ad di d da in con su per tra fra presso senza verso contro fino sino dopo sotto sopra dal dalle",
        relatives: "quando dove come",
        subjects: "\
            il la i l un uno una questo questa quel quella questi queste quei suo sua suoi sue mio mia nostro nostra \
            loro lui lei noi voi io ogni",
        times: "quando dove",
        pronouns: "lui lei noi voi io loro essi",
        idle: "\
            che il, che i, che un, che una, come se, in quanto, quanto pare, quanto riguarda, quanto concerne, \
            quanto risulta, quanto sembra, quanto detto, quanto mai, per cui, come al, chi più, per quanto",
        ..NONE
    },
    Asking {
        language: "pt",
        words: "\
            quem que quê qual quais quando onde aonde porque porquê como quanto quanta quantos quantas cadê será",
        links: "e ou mas então pois agora ora bem afinal o",
        conditions: "se porque embora",
        addresses: "senhor senhora senhores senhoras",
        attached: "que quem quando onde como quanto quanta quantos quantas o",
        prepositions: "a ao de do da em no na com sem por para desde até sobre contra entre segundo perante durante",
        relatives: "quando onde como que",
        copulas: "foi é era são eram será seria",
        subjects: "o a os as um uma este esta esse essa aquele aquela seu sua seus suas meu minha ele ela eles elas eu nós você vocês",
        times: "quando onde",
        pronouns: "ele ela eles elas eu nós você vocês",
        idle: "\
            como se, em quanto, como sempre, no que, na que, ao que, do que, da que",
        ..NONE
    },
    Asking {
        language: "nl",
        has_verb_second: true,
        words: "\
            wie wat waar wanneer waarom hoe welke welk wiens hoeveel hoelang hoezo vanwaar waarvoor waarmee waaraan waarop waardoor \
            waaruit waarvan waarin waarheen waarover waarnaar waartoe hoeverre",
        verbs: "\
            heeft hebben heb had hadden is zijn ben bent was waren wordt worden werd werden kan kunnen kon konden zal zullen zou zouden \
            moet moeten moest moesten mag mogen mocht wil willen gaat gaan komt komen klopt blijft weet staat ligt geldt",
        links: "en maar of ja want",
        conditions: "als indien omdat hoewel",
        addresses: "meneer mevrouw mijnheer",
        attached: "wie wat waar welke welk",
        prepositions: "in op aan met van voor tegen sinds tot door bij uit naar over onder om na zonder tussen vanaf volgens wegens",
        relatives: "wie wat waar wanneer hoe waarvoor waarmee waaraan waarop waardoor waaruit waarvan waarin waarheen waarover waarnaar waartoe",
        subjects: "hij zij ze ik je jij u wij we het de een die deze dit dat zijn haar hun mijn onze ons men",
        answers: "\
            is zijn was waren heeft hebben had hadden wordt worden werd werden kan kunnen zal zullen zou moet moeten mag mogen wil willen gaat dan",
        ending: (
            "t",
            "met niet het dat wat uit tot want dit juist echt laat ooit nooit maart omdat zodat totdat kort dicht direct",
        ),
        inverted: "hij zij ze ik je jij u wij we het",
        idle: "wat betreft, hoe dan, hoe ook, wie dan, wat dan, wat een, waar ook, met wat, in wat, op wat, van wat, voor wat, na wat, om wat, uit wat",
        ..NONE
    },
];

/// Of languages that have to be known.
pub(super) const OTHERS: &[Asking] = &[
    Asking {
        language: "sv",
        words: "vem vems vad var varför när hur hurdan hurudan hurudana vilken vilket vilka varifrån vart vari",
        verbs: "\
            är har hade kan kunde kommer ska skall skulle vill ville får fick bör borde måste blir blev finns fanns gör gjorde tror vet \
            behöver går stämmer ljuger ljög håller tycker menar betyder menas händer hände kostar säger sade sa anser menar fungerar",
        links: "och men eller ty",
        prepositions: "i på av med till för från om mot utan under över vid efter före genom mellan sedan enligt hos kring",
        relatives: "när var hur vad",
        has_verb_second: true,
        conjunctions: "att som om när och eller men för eftersom därför hur vad vilka medan innan så",
        subjects: "han hon den det de vi jag du ni man en ett dessa denna detta dom er ni",
        answers: "är har hade kan ska skall skulle vill får bör måste blir blev",
        idle: "vad som",
        ..NONE
    },
    SCANDINAVIAN,
    Asking { language: "nb", ..SCANDINAVIAN },
    Asking { language: "no", ..SCANDINAVIAN },
    Asking {
        language: "nn",
        words: "kven kva kvar kvifor når korleis kva kvifor kor",
        verbs: "er har hadde kan kunne kjem skal skulle vil ville får bør må vart blir",
        links: "og men eller",
        prepositions: "i på av med til for frå om mot",
        ..NONE
    },
    Asking {
        language: "ca",
        words: "qui què quin quina quins quines quan on com quant quanta quants quantes perquè",
        links: "i o però doncs",
        prepositions: "a de d en amb sense per des fins sobre contra entre segons cap",
        idle: "com a, com si, per a",
        relatives: "quan on com qui",
        subjects: "el la els les l un una",
        ..NONE
    },
    Asking {
        language: "gl",
        words: "quen que cal cales cando onde como canto canta cantos cantas",
        links: "e ou pero mais entón",
        prepositions: "a de en con sen por para desde ata sobre contra entre",
        relatives: "cando onde como quen que",
        subjects: "o a os as un unha el ela",
        ..NONE
    },
    Asking {
        language: "ro",
        words: "cine cui ce care când unde cum cât câtă câți câte oare încotro",
        links: "și dar sau iar deci atunci păi",
        prepositions: "de la în din cu pe pentru despre după până fără spre prin sub către peste",
        relatives: "când unde cum cât",
        times: "când unde",
        pronouns: "el ea ei ele eu noi voi tu",
        idle: "de ce-i, cum ar, de când, pe când, după cum, după ce, pe care, cu care, în care, la care, din care, până când, până ce",
        ..NONE
    },
    Asking {
        language: "hu",
        words: "\
            ki kit kinek kinél kitől kik mi mit mik minek mitől miben mire miért hol hová honnan mikor hogyan mennyi mennyit hány hányan \
            melyik melyiket meddig miféle milyen vajon mióta",
        links: "és de vagy s meg no hát",
        ..NONE
    },
    Asking {
        language: "fi",
        words: "\
            kuka kenen kenet ketä kenelle ketkä mikä minkä mitä miksi missä mihin mistä milloin miten kuinka mitkä millainen minne kumpi \
            paljonko montako",
        links: "ja mutta vai tai no",
        ..NONE
    },
    Asking {
        language: "af",
        words: "wie wat waar wanneer waarom hoe watter hoekom hoeveel",
        verbs: "is was het kan sal moet wil mag word gaan",
        links: "en maar of",
        prepositions: "in op aan met van vir teen sedert tot deur by uit na oor",
        ..NONE
    },
    Asking {
        language: "el",
        words: "\
            ποιος ποια ποιο ποιοι ποιες ποιον ποιαν ποιου ποιας ποιων ποιους τι πού πώς γιατί πότε πόσο πόσος πόση πόσοι πόσες πόσα πόσων πόσους \
            μήπως άραγε",
        links: "και αλλά ή λοιπόν όμως μα τότε",
        prepositions: "από σε για με μέχρι ως προς κατά μετά στο στη στον στην",
        ..NONE
    },
    Asking {
        language: "sw",
        words: "nani nini lini wapi kwanini vipi gani je mbona",
        links: "na lakini au",
        prepositions: "kwa",
        ..NONE
    },
];

/// Danish, and Norwegian as most write it.
const SCANDINAVIAN: Asking = Asking {
    language: "da",
    words: "hvem hvad hva hvor hvorfor hvornår når hvordan hvilken hvilket hvilke hvorfra hvorhen",
    verbs: "\
        er var har havde hadde kan kunne skal skulle vil ville får fik fikk bør burde må måtte bliver blir blev ble findes finnes \
        kommer tror ved vet går lyver løj",
    links: "og men eller",
    prepositions: "i på af av med til for fra om mod mot uten uden under over ved efter etter siden mellem mellom ifølge",
    relatives: "når hvor hvad hva",
    has_verb_second: true,
    conjunctions: "at som om når og eller men for fordi derfor hvordan hvad hva mens før så",
    subjects: "han hun den det de vi jeg du man en et",
    answers: "er var har havde hadde kan skal vil bør må bliver blir",
    ..NONE
};
