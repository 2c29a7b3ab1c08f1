//! The nearest passage in scripts other than Latin, held to counts: texts of our own, quotes cut from
//! them, and the text edited where the quote was, so that the truth is known.

use ibid::anchor::{Anchoring, Kind, Quote, Standing, anchor};
use ibid::text::{Span, Text};

/// A text in units, words or single letters, and what joins them.
struct Script {
    name: &'static str,
    language: &'static str,
    text: &'static str,
    joint: &'static str,
    /// The units of a quote: at least, and so many more at the most.
    length: (usize, usize),
    /// Words that negate, as they stand in the text.
    negations: &'static [&'static str],
}

const SCRIPTS: [Script; 3] = [
    Script {
        name: "Arabic",
        language: "ar",
        joint: " ",
        length: (10, 12),
        negations: &["لا", "لم", "لن", "ليس"],
        text: "أعلن مجلس المدينة صباح الاثنين أن جسر النهر القديم سيغلق أمام الشاحنات ابتداء من 14 مارس، وأن أعمال الترميم ستستغرق 18 شهرا. \
               وقالت رئيسة لجنة الأشغال إن المهندسين وجدوا 37 شقا في الأعمدة الشرقية، لكنها أكدت أن الجسر لا يشكل خطرا على المشاة. \
               ولم يوافق تجار السوق المجاور على القرار، إذ يخشون أن يفقدوا نصف زبائنهم خلال فصل الصيف.\n\n\
               وطالب نقيب الصيادين بتعويض قدره 2500 دينار لكل قارب، مشيرا إلى أن الميناء الصغير ليس له طريق آخر. \
               ويقول الحاج سالم، وهو بائع أسماك منذ أربعين عاما، إن أباه عبر هذا الجسر كل فجر حاملا سلال السردين. \
               أما الطلاب فيرون أن الحافلات الجديدة لن تكفي، لأن المدرسة الثانوية تقع على الضفة المقابلة ويدرس فيها 860 تلميذا. \
               ووعد المحافظ ببناء ممر خشبي مؤقت قبل حلول رمضان، غير أن أحدا لا يعرف من سيدفع ثمنه. \
               وفي المساء تجمع عشرات السكان أمام البلدية ورفعوا لافتات كتب عليها اسم الجسر بخط كبير، ثم انصرفوا بهدوء.\n\n\
               وتذكر سجلات الأرشيف أن البناء الأول شيد سنة 1894 على يد معماري إيطالي، وأن فيضانا جرف القوس الأوسط بعد ذلك بثلاثة أعوام. \
               ولم يعثر الباحثون على الرسوم الأصلية، فاضطروا إلى قياس الحجارة واحدا واحدا. \
               وتأمل الجمعية التاريخية أن يعاد المصباح النحاسي إلى مكانه فوق البوابة الشمالية بعد انتهاء الأشغال.",
    },
    Script {
        name: "Chinese",
        language: "zh",
        joint: "",
        length: (18, 24),
        negations: &["不", "没"],
        text: "市议会周一上午宣布，老河桥从三月14日起禁止卡车通行，修缮工程预计需要18个月。\
               工程委员会主席说，检查人员在东侧桥墩上发现了37道裂缝，但她强调桥梁不会危及行人。\
               附近集市的商贩没有接受这项决定，他们担心整个夏天会失去一半顾客。\n\n\
               渔民协会会长要求每条船获得2500元补偿，并指出小码头没有别的道路可走。\
               卖鱼四十年的陈老伯回忆，他父亲每天黎明都挑着沙丁鱼筐从这座桥上走过。\
               学生们认为新增的公共汽车不够用，因为高中位于对岸，共有860名学生在那里上课。\
               省长答应在春节以前搭起一条临时木栈道，可是谁也不知道费用由谁承担。\
               傍晚时分，几十位居民聚集在市政厅门前，举着写有桥名的大横幅，随后安静地散去。\n\n\
               档案记载，最早的桥建于1894年，由一位意大利建筑师设计，三年后洪水冲垮了中央的拱券。\
               研究人员没有找到原始图纸，只好把石块一块一块地重新测量。\
               历史学会希望工程结束以后，那盏铜灯能够重新挂回北门上方。",
    },
    Script {
        name: "Russian",
        language: "ru",
        joint: " ",
        length: (10, 12),
        negations: &["не", "нет"],
        text: "Городской совет объявил в понедельник утром, что старый мост через реку закроют для грузовиков с 14 марта, а ремонт продлится 18 месяцев. \
               Председатель комиссии по строительству рассказала, что инженеры нашли 37 трещин в восточных опорах, однако пешеходам мост не угрожает. \
               Торговцы соседнего рынка не согласились с решением, опасаясь потерять за лето половину покупателей.\n\n\
               Глава союза рыбаков потребовал выплатить по 2500 рублей за каждую лодку, отметив, что другой дороги к маленькой пристани нет и быть не может. \
               Продавец рыбы Семён Ильич вспоминает, как его отец каждое утро проходил по этому мосту с корзинами сардин. \
               Школьники считают, что новых автобусов не хватит, ведь гимназия стоит на противоположном берегу и учится в ней 860 детей. \
               Губернатор пообещал построить до Пасхи временный деревянный переход, но никто пока не знает, откуда возьмутся деньги. \
               Вечером десятки жителей собрались перед ратушей с плакатами, на которых крупно написали название моста, и затем спокойно разошлись.\n\n\
               В архивных книгах сказано, что первое сооружение возвёл в 1894 году итальянский архитектор, а через три года паводок снёс средний пролёт. \
               Исследователи не обнаружили подлинных чертежей, поэтому пришлось заново обмерить каждый камень. \
               Историческое общество надеется, что после окончания работ медный фонарь снова повесят над северными воротами.",
    },
];

const KINDS: [&str; 9] = [
    "word-replaced",
    "word-added",
    "word-lost",
    "letters-swapped",
    "clause-lost",
    "truncated",
    "edge-replaced",
    "reordered",
    "number",
];

/// The same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

/// A quote, and a text in which something else stands in its place.
struct Case {
    quote: String,
    text: String,
    truth: Span,
}

impl Script {
    fn units(&self) -> Vec<String> {
        match self.joint {
            "" => self.text.chars().map(String::from).collect(),
            joint => self.text.split(joint).map(String::from).collect(),
        }
    }

    fn case(&self, random: &mut Random, is_fit: impl Fn(&[String]) -> bool, edit: Edit<'_>) -> Case {
        let units = self.units();
        loop {
            let length = self.length.0 + random.below(self.length.1);
            let at = random.below(units.len() - length);
            let quoted = &units[at..at + length];
            let quote = quoted.join(self.joint);
            if quote.contains('\n') || quote != quote.trim() || !is_fit(quoted) {
                continue;
            }
            let other = |random: &mut Random| {
                let far = (at + length + random.below(units.len() - length)) % units.len();
                units[far].trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
            };
            let now = edit(quoted.to_vec(), random, &other).join(self.joint);
            let now = now.trim();
            let [before, after] = [&units[..at], &units[at + length..]].map(|part| part.join(self.joint));
            let is_whole = now.chars().any(char::is_alphanumeric) && now != quote;
            if is_whole {
                let before = format!("{before}{}", self.joint);
                let truth = Span::new(before.len(), before.len() + now.len());
                return Case { quote, text: format!("{before}{now}{}{after}", self.joint), truth };
            }
        }
    }
}

type Edit<'e> = &'e dyn Fn(Vec<String>, &mut Random, &dyn Fn(&mut Random) -> String) -> Vec<String>;

fn edited(
    kind: &str,
    mut units: Vec<String>,
    random: &mut Random,
    other: &dyn Fn(&mut Random) -> String,
) -> Vec<String> {
    let last = units.len() - 1;
    let inside = 1 + random.below(last - 1);
    let part = units.len() * (20 + random.below(15)) / 100;
    match kind {
        "word-replaced" => units[inside] = other(random),
        "word-added" => units.insert(inside, other(random)),
        "word-lost" => {
            units.remove(inside);
        }
        "letters-swapped" if units[inside].chars().nth(1).is_none() => units.swap(inside, inside - 1),
        "letters-swapped" => {
            let mut letters: Vec<char> = units[inside].chars().collect();
            let at = letters.len() / 2;
            letters.swap(at, at.saturating_sub(1));
            units[inside] = letters.into_iter().collect();
        }
        "clause-lost" => {
            let at = 3 + random.below(units.len() - part - 5);
            units.drain(at..at + part);
        }
        "truncated" if random.below(2) == 0 => units.truncate(last + 1 - part.max(3)),
        "truncated" => {
            units.drain(..part.max(3));
        }
        "edge-replaced" if random.below(2) == 0 => units[0] = other(random),
        "edge-replaced" => units[last] = other(random),
        "reordered" => units.rotate_left(last / 3 + random.below(last / 3)),
        _ => {
            let digit =
                |c: char| if c.is_ascii_digit() { (b'0' + (c as u8 - b'0' + 3) % 10) as char } else { c };
            for unit in &mut units {
                *unit = unit.chars().map(digit).collect();
            }
        }
    }
    units
}

fn anchored(script: &Script, quote: &str, text: &str) -> Anchoring {
    let quote = Quote { segments: vec![quote], within: None, partial: false, repeated: false };
    anchor(&quote, &Text::new(text).in_language(Some(script.language)))
}

/// How places lie to the truth.
#[derive(Default, Debug, PartialEq)]
struct Count {
    cases: usize,
    exact: usize,
    wrong: usize,
}

impl Count {
    fn add(&mut self, place: Option<Span>, truth: Span) {
        self.cases += 1;
        self.exact += usize::from(place == Some(truth));
        let misses = |place: Span| place.end <= truth.start || truth.end <= place.start;
        self.wrong += usize::from(place.is_some_and(misses));
    }
}

/// No difference in words begins or ends with white space, or on both sides with the same word.
fn nothing_that_is_the_same_is_told(case: &Case, found: &Anchoring, joint: &str) {
    for one in &found.differences {
        let ours = &case.quote[one.difference.quote.range()];
        let theirs = &case.text[one.difference.source.range()];
        if !one.difference.kind.is_of_words() {
            continue;
        }
        let told = format!("“{ours}” and “{theirs}” in {}", case.quote);
        assert!(ours == ours.trim() && theirs == theirs.trim() && ours != theirs, "{told}");
        let units = |side: &str| match joint {
            "" => side.chars().map(String::from).collect::<Vec<_>>(),
            joint => side.split(joint).map(String::from).collect(),
        };
        let (ours, theirs) = (units(ours), units(theirs));
        // A number is one word, whatever its digits.
        let is_number = joint.is_empty() && one.difference.kind == Kind::Number;
        let is_lone = is_number || ours.concat().is_empty() || theirs.concat().is_empty();
        assert!(is_lone || ours.first() != theirs.first() && ours.last() != theirs.last(), "{told}");
    }
}

const EACH: usize = 20;

#[test]
fn an_edited_passage_is_found_to_the_letter_in_any_script() {
    for script in &SCRIPTS {
        let mut random = Random(7);
        let mut all = Count::default();
        let mut table = Vec::new();
        for kind in KINDS {
            let has_number = |units: &[String]| units.concat().contains(|c: char| c.is_ascii_digit());
            let is_fit = |units: &[String]| kind != "number" || has_number(units);
            let mut count = Count::default();
            for _ in 0..EACH {
                let case = script
                    .case(&mut random, is_fit, &|units, random, other| edited(kind, units, random, other));
                let found = anchored(script, &case.quote, &case.text);
                assert_ne!(found.standing, Standing::Variant, "{kind} in {}: {}", script.name, case.quote);
                let may_be_cut = ["truncated", "clause-lost", "number"].contains(&kind);
                let stands = matches!(found.standing, Standing::Stands | Standing::Cut);
                assert!(!stands || may_be_cut, "{kind} in {}: {}", script.name, case.quote);
                count.add(found.span(), case.truth);
                all.add(found.span(), case.truth);
                nothing_that_is_the_same_is_told(&case, &found, script.joint);
                let has_kind = |kind| found.differences.iter().any(|one| one.difference.kind == kind);
                assert!(kind != "number" || has_kind(Kind::Number), "{}: {}", script.name, case.quote);
            }
            table.push(format!("{kind} {} of {}", count.exact, count.cases));
        }
        assert!(all.exact * 100 >= all.cases * 85, "{}: {all:?}, {table:?}", script.name);
        assert_eq!(all.wrong, 0, "{}: {table:?}", script.name);
        println!("{}: {all:?}, {table:?}", script.name);
    }
}

#[test]
fn a_negation_that_was_lost_or_gained_is_named_in_any_script() {
    for script in &SCRIPTS {
        let mut random = Random(11);
        for _ in 0..EACH {
            let negates = |unit: &String| script.negations.contains(&unit.as_str());
            let case = script.case(
                &mut random,
                |units| units[1..units.len() - 1].iter().any(negates),
                &|units, _, _| units.into_iter().filter(|unit| !negates(unit)).collect(),
            );
            let lost = anchored(script, &case.quote, &case.text);
            let gained = anchored(script, &case.text[case.truth.range()], script.text);
            for found in [lost, gained] {
                let is_named = found.differences.iter().any(|one| one.difference.kind == Kind::Negation);
                assert!(is_named, "{}: {} {found:?}", script.name, case.quote);
            }
        }
    }
}

#[test]
fn words_that_were_removed_are_found_nowhere() {
    for script in &SCRIPTS {
        let mut random = Random(13);
        for _ in 0..EACH {
            let case = script.case(&mut random, |_| true, &|_, _, _| vec!["0".to_owned()]);
            let found = anchored(script, &case.quote, &case.text);
            assert_eq!(found.standing, Standing::Absent, "{}: {}", script.name, case.quote);
        }
    }
}

#[test]
fn of_two_near_passages_neither_is_called_the_one_meant() {
    for script in &SCRIPTS {
        let mut random = Random(17);
        for _ in 0..EACH {
            let case = script.case(&mut random, |_| true, &|mut units, random, other| {
                for at in [2, 5, 8] {
                    units[at] = other(random);
                }
                units
            });
            let mut twin: Vec<String> = match script.joint {
                "" => case.quote.chars().map(String::from).collect(),
                joint => case.quote.split(joint).map(String::from).collect(),
            };
            twin[4] = if script.joint.is_empty() { "鬱" } else { "zeppelin" }.to_owned();
            let text = format!("{}\n\n{}", case.text, twin.join(script.joint));
            let found = anchored(script, &case.quote, &text);
            assert_eq!(found.standing, Standing::Altered, "{}: {}", script.name, case.quote);
            assert_eq!(found.span(), None, "{}: {}", script.name, case.quote);
            assert_eq!(found.places.len(), found.place_count);
            let has = |span: Span| {
                found.places.iter().any(|place| place.start < span.end && span.start < place.end)
            };
            assert!(has(case.truth) && has(Span::new(case.text.len() + 2, text.len())), "{:?}", found.places);
        }
    }
}

#[test]
fn hard_texts_are_searched_in_bounded_work() {
    let script = &SCRIPTS[2];
    let periodic = "аб ".repeat(40_000);
    let line = "слово ".repeat(20_000) + "и наконец медный фонарь снова висит над южными воротами";
    for (quote, text) in [
        ("аб аб аб аб ба аб аб аб", periodic.as_str()),
        ("да", periodic.as_str()),
        ("медный фонарь снова висит над северными воротами", line.as_str()),
    ] {
        let found = anchored(script, quote, text);
        assert!(!matches!(found.standing, Standing::Stands | Standing::Variant), "{quote}");
        if let Some(span) = found.span() {
            assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
        }
    }
}

/// A text in which the same sentence stands so many times, each with a number of its own.
fn formulas(count: usize) -> String {
    let sentence = |number: usize| {
        format!(
            "Personne ne sait qui a commandé l’étude {}, dont le directeur du port n’a rien su.",
            2000 + number
        )
    };
    (0..count).map(sentence).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn a_quote_of_a_formula_is_near_to_where_it_stands_however_often_it_does() {
    for count in [10, 179, 3000] {
        let content = formulas(count);
        let text = Text::new(&content).in_language(Some("fr"));
        for (quote, number) in [
            ("l’étude 2007, dont le gardien du port n’a rien su", Some("2007")),
            ("2007, lanterne le directeur du port n’a rien su", Some("2007")),
            ("l’étude 7007, dont le gardien du port n’a rien su", None),
            ("commandé l’étude 7007", None),
        ] {
            let sought = Quote { segments: vec![quote], within: None, partial: false, repeated: false };
            let found = anchor(&sought, &text);
            assert_eq!(found.standing, Standing::Altered, "{quote} in {count}");
            let nearest = found.span().unwrap_or_else(|| found.places[0]);
            match number {
                Some(number) => assert!(text.slice(nearest).contains(number), "{quote} in {count}"),
                None => assert!(found.place_count > 1, "{quote} in {count}"),
            }
            assert_eq!(found.has_more_places, found.place_count > 1 && count > 10, "{quote} in {count}");
        }
    }
}

#[test]
fn another_number_beside_all_of_few_words_is_near_and_never_the_same() {
    let text =
        Text::new("Environ 2500 soldats n’ont pas été relevés, dit le ministre.").in_language(Some("fr"));
    let standing = |quote| {
        let quote = Quote { segments: vec![quote], within: None, partial: false, repeated: false };
        let found = anchor(&quote, &text);
        (found.standing, found.span().map(|span| text.slice(span)))
    };
    for quote in ["250 soldats", "25 000 soldats", "3500 soldats", "environ 250 soldats"] {
        let (standing, place) = standing(quote);
        assert_eq!(standing, Standing::Altered, "{quote}");
        assert!(place.is_some_and(|place| place.ends_with("2500 soldats")), "{quote}: {place:?}");
    }
    assert_eq!(standing("500 soldats").0, Standing::Cut);
    for quote in ["250 marins", "le 250"] {
        assert_eq!(standing(quote).0, Standing::Absent, "{quote}");
    }
}

/// A second passage is told only where it may be meant: not where it has another number and fewer words as well.
#[test]
fn another_number_among_all_of_the_words_is_plainer_than_one_among_some() {
    for (text, quote, places) in [
        ("约2500名士兵死亡。\n\n另有300名士兵离开。", "约3000名士兵", 0),
        (
            "La ville a compté 340 ouvriers en mars. La ville a compté 120 ouvriers en juin.",
            "La ville a compté 350 ouvriers en mars",
            0,
        ),
        (
            "أحصت المدينة 340 عاملا في مارس. وأحصت المدينة 120 عاملا في يونيو.",
            "أحصت المدينة 350 عاملا في مارس",
            0,
        ),
        // The second has the very number, or is as near.
        ("Près de 8 000 soldats américains : 3 000 soldats à l’aéroport.", "près de 3000 soldats", 2),
        (
            "La ville a compté 340 ouvriers en mars. La ville a compté 120 ouvriers en mars.",
            "La ville a compté 350 ouvriers en mars",
            2,
        ),
    ] {
        let quote = Quote { segments: vec![quote], within: None, partial: false, repeated: false };
        let found = anchor(&quote, &Text::new(text));
        assert_eq!((found.standing, found.places.len()), (Standing::Altered, places), "{text}");
    }
}

#[test]
fn a_passage_begins_and_ends_with_the_words_that_the_quote_was_made_of() {
    let sentence = "Selon la presse, le vieux gardien a longtemps fermé la grille du parc";
    let content = format!("Il pleuvait. {sentence} communal. Le soir tombait.");
    let text = Text::new(&content).in_language(Some("fr"));
    for (quote, passage) in [
        ("le gardien a longtemps fermé la grille", "le vieux gardien a longtemps fermé la grille"),
        ("la vieille gardien a longtemps fermé la grille", "le vieux gardien a longtemps fermé la grille"),
        ("a toujours fermé la grille du parc", "a longtemps fermé la grille du parc"),
        ("gardien a longtemps fermé la grille du jardin", "gardien a longtemps fermé la grille du parc"),
        ("gardien a longtemps fermé la grille parc", "gardien a longtemps fermé la grille du parc"),
        (
            "presse, gardien a longtemps fermé la grille",
            "presse, le vieux gardien a longtemps fermé la grille",
        ),
        ("il a longtemps fermé la grille du parc", "gardien a longtemps fermé la grille du parc"),
        ("le gardien n’a pas longtemps fermé la grille", "le vieux gardien a longtemps fermé la grille"),
    ] {
        let sought = Quote { segments: vec![quote], within: None, partial: false, repeated: false };
        let found = anchor(&sought, &text);
        assert_eq!(found.span().map(|span| text.slice(span)), Some(passage), "{quote}");
        let (quote, text, truth) = (quote.to_owned(), content.clone(), Span::new(0, 0));
        nothing_that_is_the_same_is_told(&Case { quote, text, truth }, &found, " ");
    }
}

#[test]
fn a_quote_of_many_pages_with_one_other_word_is_altered() {
    let sentence = |number: usize| {
        format!(
            "Le témoin numéro {number} a dit que la route de Kaboul à Herat était coupée depuis {} jours. ",
            number % 37
        )
    };
    let whole: String = (0..400).map(sentence).collect();
    let text = format!("Avant-propos du rapport.\n\n{whole}\n\nFin du rapport.\n");
    let quote = whole.trim().replace("témoin numéro 250 a dit", "témoin numéro 250 a nié");
    assert!(quote.len() > 30_000);
    let text = Text::new(&text);
    let quote = Quote { segments: vec![&quote], within: None, partial: false, repeated: false };
    let found = anchor(&quote, &text);
    assert_eq!(found.standing, Standing::Altered);
    let words: Vec<&str> = found.differences.iter().map(|one| text.slice(one.difference.source)).collect();
    assert_eq!(words, ["dit"]);
}
