//! The words with which Slavic questions begin, and those of the East whose words that ask come first.

use super::asking::{Asking, NONE};

/// Of languages whose words are looked for where none is known, too.
pub(super) const WIDE: &[Asking] = &[
    Asking {
        language: "ru",
        words: "\
            кто кого кому кем ком что чего чему чем чём где куда откуда когда почему отчего зачем как каков какова каково каковы какой какая \
            какое какие какого какому каким какими каких какую каком сколько скольких чей чья чьё чьи чью насколько доколе",
        links: "и а но или да же ну ведь вот тогда",
        conditions: "если хотя",
        addresses: "господин госпожа господа товарищ товарищи уважаемый уважаемая коллеги",
        attached: "что чем чего как какой какая какое какие",
        prepositions: "\
            о об обо в во на с со к ко от до за по из у при для без через про под над перед между против ради ",
        relatives: "когда где куда кто что чем чего откуда как",
        times: "когда где куда",
        pronouns: "он она оно они мы вы я",
        answers: "то тот та те там туда тогда того тому тем",
        idle: "\
            как только, как будто, как бы, как правило, как известно, как всегда, как сообщается, как раз, как минимум, как максимум, \
            что касается, что до, кто бы, что бы, как ни, кто ни, что ни, где ни, куда ни, сколько ни, когда ни, кое что, на что, какой бы, какие бы, какая бы, где бы, сколько бы",
        ..NONE
    },
    Asking {
        language: "uk",
        words: "\
            хто кого кому ким що чого чому чим де куди звідки коли навіщо як який яка яке які якого якому яким якими яких якою яку якій якої \
            скільки скількох чий чия чиє чиї наскільки нащо",
        links: "і й та а але або то ж ну тоді бо отже",
        prepositions: "про у в на з із зі до від о об за по при для без через під над перед між проти заради",
        relatives: "коли де куди хто що чим звідки як",
        times: "коли де куди",
        pronouns: "він вона воно вони ми ви я",
        answers: "то той та ті там туди тоді того тому тим",
        idle: "\
            як тільки, як ніби, як би, як правило, як відомо, як завжди, як повідомляється, що стосується, що до, хто б, що б, як не, \
            коли б, де б, які б, який б, яка б, яке б, де б, куди б, скільки б, на що, за що",
        ..NONE
    },
    Asking {
        language: "pl",
        words: "\
            kto kogo komu kim co czego czemu czym cóż któż gdzie dokąd skąd kiedy dlaczego jak jaki jaka jakie jakiego jakiej jakiemu jakim jakich \
            jakimi jaką jacy ile ilu iloma który która które którego której któremu którym którymi których którzy którą którędy czyj czyja \
            czyje czyich",
        links: "a i ale więc no bo lecz oraz albo zatem to",
        prepositions: "o w we z ze do na po za od dla przez przed przy pod u bez ku między nad wobec przeciw",
        relatives: "kiedy gdzie kto co czego czym jak",
        times: "kiedy gdzie",
        pronouns: "on ona ono oni one my ja",
        answers: "ten ta to ci te tam wtedy tego temu tym",
        idle: "\
            jak tylko, jak gdyby, jak wiadomo, jak zwykle, jak widać, jak podaje, co do, co więcej, co prawda, co najmniej, co gorsza, \
            co dzień, co roku, co jakiś, po czym, przy czym, kto by, gdzie by",
        ..NONE
    },
    Asking {
        language: "ar",
        words: "\
            من ماذا ما متى أين لماذا كيف كم أي أية أيهما ومن فمن وماذا فماذا ومتى وأين فأين ولماذا فلماذا وكيف فكيف وكم وأي لمن ولمن بماذا \
            وبماذا بمن عمن عم عما لأي بأي ولأي علام إلام حتام أليس \
            بكم فيم أيعقل أحقا أهذا أهذه ليش ليه إزاي علاش واش شو شنو مين إيه وين فين إمتى قديش",
        links: "و ف ثم لكن ولكن أو إذن ",
        prepositions: "منذ إلى حتى من عن في على مع وإلى ومن وعن وفي وعلى ومنذ بعد قبل",
        within: "لماذا ماذا هل فلماذا فماذا",
        idle: "\
            ما زال, ما زالت, ما زالوا, ما دام, ما دامت, من المؤكد, من الواضح, من المعروف, من المتوقع, من الممكن, من المقرر, من جهة, من جانب, \
            من ناحية, من أجل, من خلال, من قبل, من بعد, من دون, من بين, من هنا, من هذا, من ذلك, من أن, إلى ما, عن ما, على ما, في ما, \
            من ما, مع ما, بعد ما, قبل ما, منذ ما, إلى من, على من, في من, عن من, مع من, ما أن, ما إن, ما بين, من أبرز, من أهم, من وجهة, من الناحية, من الأمثلة, من جديد, من السهل, من الصعب, من الضروري, من المهم, من المرجح, من المحتمل, من الرائع, من الإنصاف, من الجدير, من الطبيعي, من الأفضل, من المستحيل, من الغريب, من المستبعد, من اللافت, من المفترض, من المنتظر, من المستحسن, من البديهي, من حيث, من حق, من ثم, من غير",
        ..NONE
    },
];

/// Of languages that have to be known.
pub(super) const OTHERS: &[Asking] = &[
    Asking {
        language: "he",
        words: "\
            למה מדוע מי מה מתי איפה היכן איך כיצד איזה איזו לאן מאין מהיכן מנין למי ממי במי במה ממה ומה ומי ולמה ומדוע ואיך ואיפה ומתי \
            וכיצד ממתי כמי אלו מהו מהי מיהו מיהי מהם מהן איזהו היכן",
        links: "אז אבל או אך ואז ו",
        prepositions: "על עם של את אל עד לפי בגלל מאז תחת בין אצל",
        relatives: "מי מה למי במה ומי ומה",
        joined: "ש",
        ..NONE
    },
    Asking {
        language: "id",
        words: "\
            apa siapa mengapa kenapa bagaimana kapan berapa mana apakah siapakah bagaimanakah berapakah kapankah manakah gimana dimana kemana \
            darimana bilamana",
        links: "dan tetapi tapi lalu atau jadi namun maka kemudian selain itu",
        prepositions: "di ke dari dengan oleh untuk kepada pada tentang sejak sampai yang seberapa hingga bagi atas dalam",
        within: "mengapa kenapa bagaimana bagaimanakah siapakah siapa",
        relatives: "apa siapa",
        subjects: "yang",
        copulas: "adalah merupakan ialah",
        idle: "apa pun, siapa pun, bagaimana pun, mana pun, kapan pun, apa saja, apa adanya, apa boleh",
        ..NONE
    },
    Asking {
        language: "ms",
        words: "apa siapa mengapa kenapa bagaimana bila berapa mana apakah siapakah bagaimanakah berapakah manakah adakah bilakah",
        links: "dan tetapi tapi lalu atau jadi namun maka",
        prepositions: "di ke dari dengan oleh untuk kepada pada tentang sejak sampai yang",
        relatives: "apa siapa",
        subjects: "yang",
        copulas: "adalah merupakan ialah",
        idle: "apa pun, siapa pun, bagaimana pun, mana pun",
        ..NONE
    },
    Asking {
        language: "vi",
        words: "ai sao liệu",
        links: "và nhưng hay vậy thế còn thì mà rồi",
        idle: "ai cũng, sao cho, sao lưu",
        ..NONE
    },
    Asking {
        language: "cs",
        words: "\
            kdo koho komu kým co čeho čemu čím kde kam odkud kdy proč jak jaký jaká jaké jakého jakou jakých kolik který která které kterého \
            kterou kterých čí nakolik",
        links: "a ale nebo tak i tedy no",
        prepositions: "o v ve z ze do na po za od pro přes před při pod u bez k ke s se mezi nad proti",
        relatives: "kde kam kdo co jak kdy",
        answers: "ten ta to ti tam tehdy toho tomu",
        idle: "jak známo, jak už",
        ..NONE
    },
    Asking {
        language: "sk",
        words: "\
            kto koho komu kým čo čoho čomu čím kde kam odkiaľ kedy prečo ako aký aká aké koľko ktorý ktorá ktoré ktorého čí",
        links: "a ale alebo tak i teda no",
        prepositions: "o v vo z zo do na po za od pre cez pred pri pod u bez k s so medzi nad proti",
        relatives: "kde kam kto čo kedy ako",
        answers: "ten tá to tí tam vtedy",
        ..NONE
    },
    Asking {
        language: "bg",
        words: "кой кого коя кое кои какво що къде откъде кога защо как какъв каква какви колко чий чия чие чии докога",
        links: "и а но или",
        prepositions: "за на от с със в във до по при без през под над между срещу",
        ..NONE
    },
    Asking {
        language: "sr",
        words: "\
            ко кога коме ким шта чега чему где куда одакле када зашто како какав каква какво колико који која које чији ko koga kome kim šta \
            što čega gde kuda odakle kada zašto kako kakav kakva koliko koji koja koje čiji",
        links: "а и али или па a i ali ili pa",
        prepositions: "о у на са с од до за по из без o u na sa s od do za po iz bez",
        ..NONE
    },
    Asking {
        language: "hr",
        words: "tko koga kome kim što šta čega gdje kamo kuda odakle kada zašto kako kakav kakva koliko koji koja koje čiji",
        links: "a i ali ili pa",
        prepositions: "o u na sa s od do za po iz bez",
        ..NONE
    },
    Asking {
        language: "sl",
        words: "kdo koga komu kaj česa kje kam kdaj zakaj kako kakšen kakšna koliko kateri katera katero čigav ali mar",
        links: "in a toda pa",
        prepositions: "o v na s z od do za po iz brez",
        ..NONE
    },
    Asking {
        language: "be",
        words: "хто каго каму што чаго чаму дзе куды адкуль калі навошта як які якая якое колькі чый",
        links: "і а але ці",
        prepositions: "пра у ў на з да ад за па пры для без праз",
        relatives: "калі дзе",
        answers: "ён яна яны то там тады",
        ..NONE
    },
];
