//! Which negations are seen beside a passage, and how far they reach.

mod emphasis;
mod exceptions;
mod french;
mod joined;
mod lines;
mod whom;

use super::super::marked::marked;
use super::*;
use proptest::prelude::*;

/// The word that is told of the words between `|` and `|`.
fn beside(language: &str, words: &str) -> Option<String> {
    let (content, span) = marked(words);
    let text = Text::new(&content).in_language(Some(language));
    super::beside(&text, span, Sides::of(&text, span)).map(|word| text.slice(word).to_owned())
}

#[test]
fn another_negation_in_the_words_hides_none_beside_them() {
    for (language, marked, word) in [
        ("de", "|Wir haben kein Geld, aber wir zahlen| nicht.", "nicht"),
        ("fr", "|Je ne sais rien, mais je pense| pas.", "pas"),
        ("nl", "|Hij heeft geen geld, maar hij betaalt| niet.", "niet"),
        ("tr", "|Para yok, ama bu doğru| değil.", "değil"),
        ("hi", "|यह नहीं हुआ, और यह सच| नहीं है।", "नहीं"),
        ("it", "|Non ho soldi, ma pago| mai.", "mai"),
        ("fr", "Il ne |ment et ne vole jamais|.", "ne"),
    ] {
        assert_eq!(beside(language, marked).as_deref(), Some(word), "{marked}");
    }
}

#[test]
fn a_negation_in_brackets_of_its_own_negates() {
    for (language, marked, word) in [
        ("en", "He was [not] |guilty of it|.", "not"),
        ("en", "He was (not) |guilty of it|.", "not"),
        ("en", "He was not (yet) |guilty of it|.", "not"),
        ("fr", "Il est [non] |coupable de cela|.", "non"),
        ("de", "Er war (nicht) |schuldig daran|.", "nicht"),
        ("ar", "هو [ليس] |مذنبا بذلك|.", "ليس"),
    ] {
        assert_eq!(beside(language, marked).as_deref(), Some(word), "{marked}");
    }
    for (language, marked) in [
        ("en", "He was (certainly) |guilty of it|."),
        ("en", "He lied (not that it matters) |and left|."),
        ("en", "He was (knot) |guilty of it|."),
    ] {
        assert_eq!(beside(language, marked), None, "{marked}");
    }
}

#[test]
fn a_negation_without_its_apostrophe_or_hyphen_negates() {
    for (marked, word) in [
        ("He didnt |steal the money|.", "didnt"),
        ("It isnt |true at all|.", "isnt"),
        ("They wont |pay the money|.", "wont"),
        ("It is a non |binding vote|.", "non"),
        ("There nobody’s |been arrested|.", "nobody’s"),
        ("So far nothing's |been signed|.", "nothing's"),
        ("The one that ne’er |hath lost|.", "ne’er"),
    ] {
        assert_eq!(beside("en", marked).as_deref(), Some(word), "{marked}");
    }
    for marked in ["He is persona non grata |in the city|.", "It ran non stop |in the city|."] {
        assert_eq!(beside("en", marked), None, "{marked}");
    }
}

#[test]
fn negations_as_they_are_spoken_negate() {
    for (language, marked, word) in [
        ("ar", "هو مش |مذنب في القضية|", "مش"),
        ("ar", "هو مو |مذنب في القضية|", "مو"),
        ("ar", "مفيش |دليل على القضية|", "مفيش"),
        ("ar", "ماكو |دليل على القضية|", "ماكو"),
        ("de", "Er hat nix |gestohlen|.", "nix"),
        ("de", "Er hat nich |gestohlen|.", "nich"),
        ("tr", "|Bu olayda suclu| degil dediler.", "degil"),
        ("ur", "|وہ مجرم| نہیں ہے", "نہیں"),
        ("en", "They dont |pay the money|.", "dont"),
    ] {
        assert_eq!(beside(language, marked).as_deref(), Some(word), "{marked}");
    }
    for (language, marked) in [
        ("ar", "قال إن مو صلاح |سجل هدفين|"),
        ("fr", "Le livre dont |il parle est là|."),
        ("ar", "في مشهد |مؤثر جدا|"),
    ] {
        assert_eq!(beside(language, marked), None, "{marked}");
    }
}

#[test]
fn of_a_negation_in_two_halves_either_negates() {
    for (language, marked) in [
        ("fr", "Il ne |ment pas|, dit-il."),
        ("fr", "Il ne |boit que de l’eau|."),
        ("fr", "|Il ne ment| pas."),
        ("fr", "|Il ne sait rien et n’a| pas menti."),
        ("it", "|Non ho| mai mentito."),
    ] {
        assert_eq!(beside(language, marked), None, "{marked}");
    }
}

#[test]
fn a_verb_that_denies_keeps_what_nobody_before_it_denies() {
    for (language, marked) in [
        ("ru", "Никто |не пришёл на встречу|."),
        ("ru", "Он никогда |не был министром|."),
        ("uk", "Ніхто |не прийшов|."),
        ("pl", "Nikt |nie przyszedł|."),
        ("cs", "Nikdo |nepřišel na schůzku|."),
        ("ro", "Nimeni |nu a venit|."),
        ("hu", "Senki |nem jött el|."),
        ("el", "Κανείς |δεν ήρθε|."),
        ("tr", "Hiç kimse |toplantıya gelmedi|."),
        ("fa", "هیچ شیوه |رمزنگاری استفاده نمی‌کند|."),
        ("fr", "Aucun ministre |n’est venu|."),
        ("fr", "Rien |ne va plus|."),
    ] {
        assert_eq!(near(language, marked), None, "{marked}");
    }
    for (language, marked, word) in [
        ("ru", "Он не |мог не прийти|.", "не"),
        ("ru", "Никто |из них, кроме тех, кто не спал|.", "Никто"),
        ("ru", "без |никакого ответа|.", "без"),
        ("it", "Nessuno |è venuto|.", "Nessuno"),
        ("fr", "Il n’a jamais |dit qu’il ne viendrait pas|.", "jamais"),
        ("ru", "Никогда |говорил что не придёт|.", "Никогда"),
        ("el", "Ποτέ |είπε ότι δεν θα έρθει|.", "Ποτέ"),
        ("cs", "Nikdy |byl ministrem|.", "Nikdy"),
    ] {
        assert_eq!(near(language, marked).map(|(word, _)| word).as_deref(), Some(word), "{marked}");
    }
}

#[test]
fn an_adverb_is_set_apart_by_two_commas() {
    assert_eq!(beside("fr", "ce qui n’existe pas encore, |l’outil va le créer|."), None);
    assert_eq!(beside("en", "It was not yet, |he said so|."), None);
    assert_eq!(beside("en", "It was not, in fact, |a war crime|.").as_deref(), Some("not"));
    assert_eq!(beside("en", "It was not, in fact, yet |a war crime|.").as_deref(), Some("not"));
}

#[test]
fn arabic_which_is_no_negation() {
    for marked in ["وكل ما |تبقى سوف ينزل|.", "دعنا نناقش ما |يحدث غدا|.", "وما |يهم الناس| هو السلام."]
    {
        assert_eq!(near("ar", marked), None, "{marked}");
    }
    for marked in ["الوزير ما |قال ذلك|.", "هذه الحزم ما |هي إلا ملفات|.", "وما |فعلنا ذلك|."]
    {
        assert!(near("ar", marked).is_some(), "{marked}");
    }
}

#[test]
fn a_passage_with_its_stop_is_not_negated_by_what_comes_after_it() {
    for (language, marked) in [
        ("en", "|He said he would.| Not everyone agreed."),
        ("en", "“|He said he would.|” Not everyone agreed."),
        ("fr", "|« Il le dit. »| Pas moi."),
        ("de", "|Das stimmt doch alles.| Nicht alle waren da."),
        ("de", "|Er glaubt dem Minister,| nicht aber uns."),
        ("pl", "|To dobry system!| nie jest to rewelacja."),
        ("tr", "|Bu iddia tamamen doğru.| Değil mi?"),
        ("tr", "|Bu iddia tamamen doğru.| Doğru değil."),
        ("hi", "|यह दावा सही है।| नहीं तो क्या?"),
        ("fa", "|این درست بود.| نیست که"),
        ("ko", "|그는 동의했다.| 동의하지 않았다."),
    ] {
        assert_eq!(near(language, marked), None, "{marked}");
    }
    for (language, marked, word) in [
        ("de", "|Er zahlt 5 Mio.| nicht.", "nicht"),
        ("de", "|Er glaubt dem „Minister“| nicht mehr.", "nicht"),
        ("en", "|He said he would| not.", "not"),
    ] {
        assert_eq!(beside(language, marked).as_deref(), Some(word), "{marked}");
    }
}

#[test]
fn what_is_not_seen_parts_no_negation() {
    for (language, marked, word) in [
        ("fa", "دولت نمی\u{200C}تواند |این توافق را بپذیرد|.", "نمی\u{200C}تواند"),
        ("fa", "دولت |این توافق را| نمی\u{200C}پذیرد.", "نمی\u{200C}پذیرد"),
        ("fa", "دولت |این توافق را| نمیپذیرد.", "نمیپذیرد"),
        ("de", "Er ist ni\u{AD}cht |im Land|.", "ni\u{AD}cht"),
        ("en", "It is no\u{200B}t |true|.", "no\u{200B}t"),
        ("en", "There no-one |lied|.", "no-one"),
        ("de", "Er hat nie-\nmals |gelogen|.", "nie-\nmals"),
        ("de", "Er hat nie\u{AD}\nmals |gelogen|.", "nie\u{AD}\nmals"),
        ("de", "|Er log| nie-\nmals.", "nie-\nmals"),
    ] {
        assert_eq!(beside(language, marked).as_deref(), Some(word), "{marked}");
    }
}

#[test]
fn the_end_of_another_word_is_no_negation() {
    for (language, marked) in [
        ("fr", "un accord non-contraignant |entre les deux|"),
        ("es", "un pia-\nno |de cola|"),
        ("it", "il pia\u{AD}no |forte|"),
        ("en", "a no-fly |zone|"),
    ] {
        assert_eq!(beside(language, marked), None, "{marked}");
    }
}

/// The word that is told of the words between `|` and `|`, and how far it stands.
fn near(language: &str, words: &str) -> Option<(String, usize)> {
    let (content, span) = marked(words);
    let text = Text::new(&content).in_language(Some(language));
    negation_near(&text, span).map(|found| (text.slice(found.span).to_owned(), found.distance))
}

#[test]
fn what_is_inserted_hides_no_negation() {
    for (language, marked, word, distance) in [
        ("en", "He did not[12] |order it|.", "not", 1),
        ("en", "He did not¹ |order it|.", "not", 1),
        ("en", "He did not [00:12:03] |order it|.", "not", 1),
        ("en", "He did not [12] order |the attack|.", "not", 2),
        ("en", "He did <b>not</b> |order it|.", "not", 1),
        ("en", "He did [not](https://x.org/a) |order it|.", "not", 1),
        ("en", "He did not[^1] |order it|.", "not", 1),
        ("en", "He did not &nbsp;|order it|.", "not", 1),
        ("en", "We don&rsquo;t |sell the ship|.", "don&rsquo;t", 1),
        ("en", "We don&#39;t |sell the ship|.", "don&#39;t", 1),
        ("en", "He did not <!-- so --> |order it|.", "not", 1),
        ("en", "> So he did not\n> |order it|.", "not", 1),
        ("en", "I never / |loved you|.", "never", 1),
        ("en", "We did NOT 👏 |order it|.", "NOT", 1),
        ("en", "He was not #|guilty of it|.", "not", 1),
        (
            "fr",
            "Elle ne soutiendra pas (applaudissements sur tous les bancs du groupe) |cet amendement|.",
            "pas",
            1,
        ),
        ("fr", "Ce n’<em>|est rien|</em>.", "n’", 1),
        ("fr", "Il n’était <i>pas</i>\n<i>|coupable de cela|</i>.", "pas", 1),
        ("fr", "Je n’ai pas\n\n2\n00:00:04,100 --> 00:00:07,500\n|vu cet homme|.", "pas", 1),
        ("de", "Er hat ihn nicht (vgl. BGHSt 54, 69) |zu einer Strafe verurteilt|.", "nicht", 1),
        ("ar", "إن الحكومة لن[٣] |تفاوض المسلحين|.", "لن", 1),
        ("zh", "军队未（注一）|撤出该城|。", "未", 1),
        ("zh", "军队没有[2]|撤出该城|。", "没有", 1),
        ("de", "Er |befahl es| [12] nicht.", "nicht", 1),
    ] {
        assert_eq!(near(language, marked), Some((word.to_owned(), distance)), "{marked}");
    }
    for (language, marked) in [
        ("en", "He did not.[12] |The army left|."),
        ("en", "Did he? No\n[Ali] |I did it|."),
        ("en", "Did he? No\n\n[00:12] |I did it|."),
        ("en", "> He did not\n>\n> |order it|."),
        ("en", "No / |perhaps so|."),
        ("en", "It works in `no_std` |environments|."),
        ("en", "He did not </p><p>|order it|."),
        ("fr", "Non. (Rires.) |Le ministre est là|."),
        ("fr", "Je ne sais pas… |le ministre est parti|."),
        ("zh", "他在非洲（注一）|逗留|。"),
    ] {
        assert_eq!(near(language, marked), None, "{marked}");
    }
}

#[test]
fn a_row_of_a_table_is_no_part_of_the_next() {
    for marked in ["Kabul          -   no data\n|Total        1 262|", "Kabul\t900\tno\n|Herat\t1 500|"] {
        assert_eq!(near("en", marked), None, "{marked}");
    }
    assert!(near("en", "The   committee did not\n|order the attack|").is_some());
}

proptest! {
    #[test]
    fn a_first_look_hides_nothing(
        before in prop::collection::vec(prop::sample::select(WORDS), 0..14),
        quoted in prop::collection::vec(prop::sample::select(WORDS), 1..4),
        after in prop::collection::vec(prop::sample::select(WORDS), 0..6),
        language in prop::sample::select(&[None, Some("en"), Some("fr"), Some("tr"), Some("ar"), Some("cs")]),
    ) {
        let [before, quoted, after] = [before, quoted, after].map(|words| words.concat());
        let content = format!("{before}{quoted}{after}");
        let text = Text::new(&content).in_language(language);
        let span = Span::new(before.len(), before.len() + quoted.len());
        let from = content.floor_char_boundary(span.start.saturating_sub(REACHED));
        let closely = nearest(&text, span, Sides { before: Some(from), after: true });
        prop_assert_eq!(nearest(&text, span, Sides::of(&text, span)), closely);
    }
}

/// Words with what parts them, negations, adverbs and numbers among them.
const WORDS: &[&str] = &[
    "not ",
    "never ",
    "did",
    "n’t ",
    "n’",
    "ne ",
    "pas ",
    "sans ",
    "yet ",
    "in ",
    "fact ",
    "however, ",
    "toujours ",
    "encore ",
    "the ",
    "crime ",
    "3 500 ",
    "10 ",
    "« ",
    " » ",
    "“",
    "” ",
    "(",
    ", ",
    ". ",
    "-",
    "‑",
    "Port-",
    "no-",
    "ja-",
    "mais ",
    "ne-",
    "n’est-",
    "\n",
    "\n\n",
    "et ",
    "que ",
    "değil ",
    "bu ",
    "لا ",
    "ولم ",
    "يمكن ",
    "أن ",
    "вряд ",
    "не ",
    "不",
    "是",
    "été ",
    "’",
    "’s ",
    "union",
    "Sœur ",
    "żaden ",
    "NIČEHO ",
    "*",
];

#[test]
fn a_negation_reaches_over_words_of_its_clause() {
    for (language, marked, word, distance) in [
        ("en", "It was not a |war crime|.", "not", 2),
        ("en", "There is no evidence that |the vote was rigged|.", "no", 3),
        ("en", "He did not agree to |a deal|.", "not", 3),
        ("en", "He didn’t agree to |a deal|.", "didn’t", 3),
        ("en", "But no one |lied|.", "no", 2),
        ("en", "He left without any |evidence|.", "without", 2),
        ("fr", "Le gouvernement ne peut |accepter cet accord|.", "ne", 2),
        ("fr", "Il n’a pas voulu |négocier|.", "pas", 2),
        ("fr", "Il n’y a pas de |preuves de fraude|.", "pas", 2),
        ("fr", "Il n’est pas d’|accord|.", "pas", 2),
        ("fr", "Ce n’est pas un « |crime de guerre| ».", "pas", 2),
        ("fr", "Rien ne semble |arrêter l’avancée|.", "ne", 2),
        ("fr", "Ce sera sans un |vote|.", "sans", 2),
        ("fr", "Sans qu’|il le sache|, on part.", "Sans", 2),
        ("it", "Senza l’|accordo del capo|.", "Senza", 2),
        ("de", "Er kam, ohne dass |sie es wusste|.", "ohne", 2),
        ("ru", "Он не может |принять это|.", "не", 2),
        ("de", "Er ist nicht mehr |im Amt|.", "nicht", 2),
        ("vi", "Chính phủ không thể |chấp nhận|.", "không", 2),
        ("id", "Pemerintah tidak akan |menerima|.", "tidak", 2),
        ("ar", "لا يمكن أن |تقبل الحكومة|.", "لا", 3),
        ("tr", "|Bu haberin| doğru değil.", "değil", 2),
    ] {
        assert_eq!(near(language, marked), Some((word.to_owned(), distance)), "{marked}");
    }
}

#[test]
fn a_negation_reaches_no_other_clause() {
    for (language, marked) in [
        ("en", "He did not lie, |the minister said|."),
        ("en", "He did not lie but |the minister did|."),
        ("en", "Nobody came because |the road was closed|."),
        ("en", "There was no crime |or any harm|."),
        ("en", "He said “no” to |the deal|."),
        ("en", "He said \"no\" to |the deal|."),
        ("en", "He left without comment |the room|."),
        ("en", "It does not matter how |the people voted|."),
        ("en", "She is not derailed by |what he says|."),
        ("en", "It is not at all what |he said|."),
        ("en", "not only a |habit|"),
        ("fr", "Il ne ment pas et |le dit|."),
        ("fr", "Il ne boit que |de l’eau|."),
        ("fr", "Il part avant qu’il ne soit |trop tard|."),
        ("fr", "Il part avant qu’il ne |vienne|."),
        ("fr", "Il est parti sans explication |hier soir|."),
        ("de", "Sie haben ohne Unterschied |Anspruch auf Schutz|."),
        ("it", "per reati non politici |o per azioni|"),
        ("ar", "وهو كل ما جاء |في التقرير|."),
        ("tr", "Para yok dedi |ve gitti|."),
        ("tr", "|Bakan gitti|. Bu doğru değil."),
    ] {
        assert_eq!(near(language, marked), None, "{marked}");
    }
}

#[test]
fn a_long_line_may_be_wrapped_and_a_heading_is_none() {
    let line = "word ".repeat(26) + "so that he did not";
    assert!(near("en", &format!("{line}\n|lie to parliament|.")).is_some());
    assert!(near("en", &format!("{line}\n|Parliament heard a lie|.")).is_some());
    assert!(near("en", &format!("{line}\n\n|lie to parliament|.")).is_none());
    assert!(near("en", &format!("Why not\n|Parliament heard a lie|.\n{line}")).is_none());
}

#[test]
fn a_comma_that_only_the_spelling_asks_for_parts_nothing() {
    for (language, words, word) in [
        ("de", "Ich habe nicht gesagt, |dass der Damm bricht|.", "nicht"),
        ("de", "Ich habe nicht gesagt, dass |der Damm bricht|.", "nicht"),
        ("de", "Das heißt nicht, |dass der Damm bricht|.", "nicht"),
        ("de", "Es gibt keine Beweise, dass |er das Geld nahm|.", "keine"),
        ("ru", "Нет доказательств, что |он взял деньги|.", "Нет"),
        ("ru", "Я не думаю, что |он взял деньги|.", "не"),
        ("pl", "Nie mówiłem, że |on wziął pieniądze|.", "Nie"),
        ("pl", "Nie sądzę, że |on wziął pieniądze|.", "Nie"),
        ("cs", "Neřekl nic, že |vzal peníze|.", "nic"),
        ("fr", "Rien ne prouve que |le ministre ait menti|.", "ne"),
        ("fr", "Personne ne croit que |le ministre ait menti|.", "ne"),
        ("fr", "Aucun élément ne prouve |que le ministre ait menti|.", "ne"),
        ("de", "Die nicht geimpften |Patienten wurden isoliert|.", "nicht"),
        ("de", "Dass Sie sich das nicht mehr gefallen |lassen und gehen|.", "nicht"),
        ("fr", "Cela nuit au peuple, et non à |ses dirigeants et alliés|.", "non"),
        ("de", "Das hat er nicht von der |Firma bekommen|.", "nicht"),
        ("en", "He never, |ever took drugs|.", "never"),
        ("en", "Nobody has yet |shown it to be lawful|.", "Nobody"),
        ("fa", "این درست نیست |که او پول گرفت|.", "نیست"),
        ("ru", "Вряд ли |он взял деньги|.", "Вряд"),
        ("ar", "اتهموه بعدم |احترام القانون|.", "بعدم"),
        ("ar", "أوصى بألا |يوقع الوزير|.", "بألا"),
        ("es", "No es cierto que |el alcalde tomó el dinero|.", "No"),
        ("es", "No hay pruebas de que |el alcalde tomó el dinero|.", "No"),
        ("it", "Non ci sono prove che |il sindaco ha preso soldi|.", "Non"),
        ("pt", "Não é verdade que |o prefeito pegou o dinheiro|.", "Não"),
        ("en", "It has not been established that |he took the money|.", "not"),
        ("en", "There is not a shred of evidence that |he took it|.", "not"),
        ("en", "He did not at any time |sign the order|.", "not"),
        ("fr", "Il n’y a pas de preuve que |le maire a menti|.", "pas"),
        ("ru", "Нет доказательств того, что |он взял деньги|.", "Нет"),
        ("de", "Es gibt keine Beweise dafür, dass |er das Geld nahm|.", "keine"),
    ] {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        let found = negation_near(&text, span).map(|found| text.slice(found.span));
        assert_eq!(found, Some(word), "{words}");
    }
    for (language, words) in [
        ("fr", "Il ne prouve que |ce que tout le monde savait|."),
        ("fr", "Les patients non vaccinés |ont été isolés|."),
        ("de", "Die nicht geimpften Patienten |wurden isoliert|."),
        ("de", "Er kam nicht, |der Damm bricht|."),
        ("de", "Er kam nicht, und |der Damm bricht|."),
        ("en", "He did not come, |that much is sure|."),
        ("ru", "Он не пришёл, |он взял деньги|."),
        ("en", "It was not without |reason that he left|."),
        ("de", "Die Organisation Ärzte ohne Grenzen |kritisierte das|."),
        ("ru", "Не случайно |он взял деньги|."),
        ("ar", "غير أن |سعر الصرف ارتفع|."),
        ("ar", "ولا يزال |سعر الصرف مرتفعا|."),
        ("es", "El río no era más que |una alcantarilla vieja|."),
        ("it", "Ciò non ha impedito che |gli investitori comprassero|."),
        ("es", "No vino porque dijo que |el puente cayó|."),
        ("en", "It could not be clearer that |he lost the vote|."),
        ("pt", "Eles não saíram até que |os navios chegaram|."),
    ] {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        assert_eq!(negation_near(&text, span), None, "{words}");
    }
}

#[test]
fn a_negation_that_says_of_whom_it_says_none_reaches_farther() {
    for (language, marked, word, distance) in [
        ("en", "None of the ministers |signed the treaty|.", "None", 4),
        ("en", "Not one of the ministers |signed the treaty|.", "Not", 5),
        ("en", "None of those three ministers |signed the treaty|.", "None", 5),
        ("es", "Ninguno de los ministros |firmó el tratado|.", "Ninguno", 4),
        ("nl", "Geen van de ministers |tekende het verdrag|.", "Geen", 4),
    ] {
        assert_eq!(near(language, marked), Some((word.to_owned(), distance)), "{marked}");
    }
    for (language, marked) in [
        ("en", "He had no idea that ministers |signed the treaty|."),
        ("en", "None came, and the ministers |signed the treaty|."),
        ("en", "He did not say which ministers |signed the treaty|."),
    ] {
        assert_eq!(near(language, marked), None, "{marked}");
    }
}
