//! Tests of which questions quoted without their mark read as statements.

use super::super::marked::marked;
use super::*;

/// The whole question of the words between `|` and `|`.
fn question(language: &str, words: &str) -> Option<String> {
    let (content, span) = marked(words);
    let text = Text::new(&content).in_language(Some(language));
    question_around(&text, span).map(|whole| text.slice(whole).to_owned())
}

/// The sentences of a list, `language words?` in each line, whose words without their mark are told or not.
fn told(list: &str, is_told: bool) {
    for line in list.lines().filter(|line| !line.is_empty()) {
        let (language, sentence) = line.split_once(' ').unwrap();
        let words = sentence.trim_start_matches('¿').trim_end_matches(['?', '？', '؟', ';']).trim_end();
        let at = sentence.find(words).unwrap();
        let marked = format!("{}|{words}|{}", &sentence[..at], &sentence[at + words.len()..]);
        assert_eq!(question(language, &marked).is_some(), is_told, "{line}");
    }
}

#[test]
fn a_question_without_its_mark_is_a_statement() {
    for (language, marked, whole) in [
        ("es", "Fue ayer. ¿|El ministro mintió ayer|? No.", "¿El ministro mintió ayer?"),
        ("fr", "On demande. |Il a menti|\u{202F}? Non.", "Il a menti\u{202F}?"),
        ("zh", "记者问。|部长撒谎了|吗？没有。", "部长撒谎了吗？"),
        ("ja", "「|嘘をつきました|か。」", "嘘をつきましたか。"),
        ("tr", "Soru: “|Bakan yalan söyledi| mi?”", "Bakan yalan söyledi mi?"),
        ("tr", "|Yalan söyledi| misiniz?", "Yalan söyledi misiniz?"),
        ("ar", "هل |كذب الوزير|؟", "هل كذب الوزير؟"),
        ("hi", "क्या |मंत्री ने झूठ बोला|?", "क्या मंत्री ने झूठ बोला?"),
        ("uk", "Чи |збрехав міністр|?", "Чи збрехав міністр?"),
        ("en", "He was asked.\n\n|You lied to us|?", "You lied to us?"),
        ("en", "**|You lied to us|**? No.", "You lied to us**?"),
        ("en", "*|You lied to us|*? No.", "You lied to us*?"),
        ("en", "<b>|You lied to us|</b>? No.", "You lied to us</b>?"),
        ("en", "[|You lied to us|](https://x.org)? No.", "You lied to us](https://x.org)?"),
        ("fr", "**|Il a menti|** ? Non.", "Il a menti** ?"),
        ("zh", "记者问。**|部长撒谎了|**吗？没有。", "部长撒谎了**吗？"),
        ("en", "|You lied to us|[^1]? No.", "You lied to us[^1]?"),
        ("en", "|You lied to us|¹? No.", "You lied to us¹?"),
        ("en", "|You lied to us| (laughs)? No.", "You lied to us (laughs)?"),
        ("en", "|You lied to us|…? No.", "You lied to us…?"),
        ("fr", "|Il a menti|... ? Non.", "Il a menti... ?"),
        ("zh", "记者问。|部长撒谎了|……？没有。", "部长撒谎了……？"),
        ("es", "¿|El ministro mintió|…? No.", "¿El ministro mintió…?"),
        ("en", "|You lied to us|!? No.", "You lied to us!?"),
        ("zh", "记者问。|部长撒谎了|！？没有。", "部长撒谎了！？"),
        ("en", "|You lied to us|, Mr Smith? No.", "You lied to us, Mr Smith?"),
        ("en", "|You lied to us|, Mr. Smith? No.", "You lied to us, Mr. Smith?"),
        ("en", "|You lied to us|, minister? No.", "You lied to us, minister?"),
        ("fr", "|Il a menti|, monsieur Roux ? Non.", "Il a menti, monsieur Roux ?"),
        ("de", "|Er hat gelogen|, Herr Roth? Nein.", "Er hat gelogen, Herr Roth?"),
        ("en", "|He lied to us|, or did he? No.", "He lied to us, or did he?"),
        ("en", "|He lied to us|, isn’t that true? No.", "He lied to us, isn’t that true?"),
        ("en", "|He lied to us|, then? No.", "He lied to us, then?"),
        ("fr", "|Il a menti| – pas vrai ? Non.", "Il a menti – pas vrai ?"),
    ] {
        assert_eq!(question(language, marked).as_deref(), Some(whole), "{marked}");
    }
}

#[test]
fn a_part_of_a_question_and_a_plain_one_are_none() {
    for (language, marked) in [
        ("en", "Did |the minister lie|?"),
        ("en", "|Did the minister lie|?"),
        ("en", "|The minister lied|. Why?"),
        ("en", "|The minister lied?|"),
        ("fr", "Sait-on si |le ministre a menti| ?"),
        ("fr", "|Pourquoi le ministre a menti| ?"),
        ("fr", "|Le ministre a-t-il menti| ?"),
        ("fr", "|Est-ce que le ministre a menti| ?"),
        ("en", "|Who’s there|?"),
        ("de", "|Hat der Minister gelogen|?"),
        ("zh", "|他为什么撒谎|？"),
        ("es", "¿|El ministro| mintió?"),
        ("hi", "|क्या मंत्री ने झूठ बोला|?"),
        ("ja", "|嘘をつきました|。"),
        ("en", "**|The minister lied|**. Why?"),
        ("en", "|The minister lied|… Why?"),
        ("en", "|The minister lied|! Why?"),
        ("en", "|The minister lied| (why?). So it was."),
        ("en", "|The minister lied|[3]. Why?"),
        ("en", "|Who lied to us|, Mr Smith?"),
        ("en", "**|Who lied to us|**?"),
        ("en", "Did **|the minister lie|**?"),
        ("en", "|If he is elected|, what would he change?"),
        ("fr", "|Il a menti| – et pourquoi ?"),
        ("fr", "— |Il a menti.|\n— N’est-ce pas ?"),
    ] {
        assert_eq!(question(language, marked), None, "{marked}");
    }
}

#[test]
fn what_asks_in_its_own_words_asks_without_its_mark() {
    told(ASKING, false);
}

#[test]
fn what_begins_as_a_question_and_tells_is_a_statement() {
    told(TELLING, true);
}

const ASKING: &str = "
tr Kim ödeyecek?
tr Neden bakan istifa etti?
tr Bakan neden istifa etti?
tr Bakan mı yalan söyledi?
fa چرا وزیر استعفا داد؟
he למה התפטר השר?
he על מה מדבר השר?
hi सरकार चुप क्यों है?
ko 왜 장관은 사임했나?
ko 비용은 누가 내나?
ko 장관은 거짓말을 했습니까?
vi Tại sao bộ trưởng từ chức?
vi Ai trả tiền?
vi Bộ trưởng có nói dối không?
id Mengapa menteri mundur?
id Siapa yang membayar?
id Apa yang dilakukan menteri?
en To what extent is the minister responsible?
en On what evidence?
en At which point did he lie?
en What the hell did he do there?
en Who has lied, the minister or his aide?
en What is the minister hiding?
en If elected, what would he change?
en Well, why did he lie?
en The minister lied, didn't he?
es ¿A qué se debe el aumento?
es ¿Por qué mintió el ministro?
es ¿Y quién paga la cuenta?
de Seit wann weiß der Minister davon?
de Und wer zahlt die Rechnung?
de Wer zahlt, wenn der Minister lügt?
de Was passiert mit dem Mann, der gelogen hat?
de Was sagt er, und warum?
de Stimmt das mit dem Minister?
it Di chi è la colpa?
it In che anno venne inventato il computer?
it Dove sono finiti i soldi, ministro?
it Qual è la causa del disastro?
pt A quem interessa a guerra?
pt Por que mentiu o ministro?
pt O que fez o ministro?
pt O que o ministro fez?
nl In hoeverre is de minister verantwoordelijk?
nl En hoe betalen we de rekening?
pl O co chodzi ministrowi?
pl A kto za to zapłaci?
pl W którym roku minister skłamał?
ru О чём идёт речь?
ru Знал ли об этом министр?
ru Откуда министр это знает?
ru Кто виноват, он или она?
ru Как вы считаете, он лгал?
uk Про що йдеться?
uk А хто заплатить?
ar منذ متى يعرف الوزير؟
ar ومن يدفع الثمن؟
ar ألم يكذب الوزير؟
en And who pays the bill?
fr Et qui va payer la facture ?
fr Vous faites quoi dimanche ?
fr Il est parti quand ?
fr À qui profite la guerre ?
fr Dans quelle mesure le ministre est responsable ?
fr Quand part le ministre ?
fr Qui a menti, le ministre ou son adjoint ?
zh 部长有没有撒谎？
zh 部长去没去北京？
zh 部长撒谎了吗？
ja 大臣はうそをついたのか？
ja 大臣はなぜ辞めた？
el Ποιος πληρώνει τον λογαριασμό;
el Από πού ήρθαν τα χρήματα;
sv Varför ljög ministern om pengarna?
sv Har ministern ljugit om pengarna?
da Hvorfor løj ministeren om pengene?
ro De ce a mințit ministrul?
cs Proč ministr lhal o penězích?
hu Miért hazudott a miniszter?
fi Miksi ministeri valehteli?
fi Valehteliko ministeri rahoista?
ms Siapa yang membayar bil itu?
ur حکومت خاموش کیوں ہے؟
bg Защо министърът излъга?
he האם השר שיקר?
vi Vấn đề chính của ông là gì?
en Who’s there at the door?
en Is it what he says it is?
de Wie gelingt es, neue Lehrer zu finden?
fr Pourquoi ce silence du ministre ?
ko 장관은 언제 사임했나요?
fa این چه کاری است؟
tr Bunu kim yaptı?
ja 大臣はうそをつきましたか？
zh 部长会不会撒谎？
en If the bank fails, who pays?
en And if the bank fails, what did he promise?
en In that case, who pays the bill?
en Now, how much of that is new?
en And who, then, signed it?
en But where, Sir, does the party stand?
en Mr. Smith, how much did it cost?
fr Et si la banque fait faillite, qui paiera ?
fr Mais parce que le maire est mort, qui pourrait le blâmer ?
fr Monsieur le ministre, pourquoi ce silence ?
de Herr Minister, warum kam der Bericht so spät?
de Herr Minister, haben Sie gelogen?
de Wenn die Bank pleitegeht, wer zahlt dann?
de Oder handelt es sich um einen Fehler?
de Hey, habt ihr das gemerkt?
es Señor ministro, por qué mintió?
es Si la banca quiebra, quién paga?
it Senatore Falanga, qual è la causa?
it Se la banca fallisce, chi paga?
pt Se o banco falir, quem paga?
ru Господин министр, почему отчёт опоздал?
ru Если банк обанкротится, кто заплатит?
tr Ne işin var kumarhanede?
tr Bu çadırı nereye kuracağız?
tr Burada neler oluyor?
tr Neden hiç olmadı?
";

const TELLING: &str = "
en What he did was illegal?
en What the minister did was illegal?
en When he signed, he knew the risks?
en When the minister signed the deal, the risks were known?
en Where there is smoke, there is fire?
en The minister, who is ill, lied?
en The minister lied?
en Now is the time?
de Wer schweigt, stimmt zu?
de Was er getan hat, war illegal?
de Wie der Minister sagte, ist das Problem gelöst?
de Dann ist der Minister schuldig?
de Der Minister hat gelogen?
fr Quand le ministre a signé, il connaissait les risques ?
fr Quand Macron a signé, il connaissait les risques ?
fr Que le ministre ait menti, c’est possible ?
fr Quoi qu’il en soit, il a menti ?
fr Quand même, il a menti ?
fr Le rendez-vous a eu lieu ?
fr Il ne sait pas quoi faire ?
fr Le ministre a menti ?
es ¿El ministro sabe que mintió?
es Cuando firmó, sabía los riesgos?
it Quando il ministro ha firmato, conosceva i rischi?
it A quanto pare il ministro ha mentito?
pt O que o ministro fez foi ilegal?
pt Quando o ministro assinou, sabia dos riscos?
nl Wat hij deed was illegaal?
nl Wie zwijgt, stemt toe?
nl Dan is de minister schuldig?
ru Кто молчит, тот согласен?
ru Когда министр подписал, он знал о рисках?
ru Что касается министра, он солгал?
ru Он не знает, знал ли министр?
pl Kto milczy, ten się zgadza?
pl Nie wie, co zrobił minister?
uk Хто мовчить, той згоден?
uk Що стосується міністра, він збрехав?
tr Bakan neden istifa ettiğini anlattı?
tr Ne yazık ki bakan yalan söyledi?
tr Ne bakan ne vekil yalan söyledi?
tr Kimi bakanlar yalan söyledi?
fa او نمی‌داند چرا وزیر استعفا داد؟
fa چند روز پیش وزیر استعفا داد؟
he מי ששותק מסכים?
he מה שהוא עשה היה לא חוקי?
he כמה שרים התפטרו?
hi उन्होंने बताया कि सरकार चुप क्यों है?
hi किसी मंत्री ने झूठ बोला?
ko 장관은 왜 사임했는지 밝혔다?
ko 누군가 거짓말을 했다?
ko 어떤 장관은 사임했다?
vi Không ai nói dối cả?
vi Ai cũng biết điều đó?
vi Bộ trưởng đã nói dối?
id Siapa pun boleh masuk?
id Apa yang dia lakukan adalah ilegal?
id Langkah itu gagal?
id Menteri berbohong?
ar من المؤكد أن الوزير كذب؟
ar كذب الوزير؟
zh 部长几乎撒谎了？
zh 任何人都撒谎了？
ja 大臣はいつもうそをつく？
ja 大臣は静か？
sv Så är ministern skyldig?
el Ο υπουργός είπε ψέματα;
da Hvis ministeren løj, går han?
hu A miniszter hazudott?
fi Viikko meni hyvin?
de Die Frage, wer lügt, bleibt?
en He asked who did it?
tr Fırtına büyük bir yangına neden oldu?
tr Bakan 3 milyon lira ödedi?
de Aber was er sagt, ist falsch?
de Hat er gelogen, muss er gehen?
sv Måste barnet vårdas, är det svårt?
pl Nie wie, dlaczego minister skłamał?
ar لم يكذب الوزير؟
ur انہوں نے شکریہ ادا کیا؟
ja などの本がある？
ja 何が起きたのかを説明した？
en The minister, who signed it, left?
en Mr. Smith, who signed it, left?
en Mr. Smith, who signed it?
en In May he met the minister, who signed it?
en If he met the minister, who signed it, he lied?
en If the bank fails, what he said is true?
en And where, as he said, the road ends, he stood?
en Now, the minister lied?
fr Monsieur Dupont, qui a signé, est parti ?
fr Si le ministre, qui a signé, ment, il part ?
de Herr Müller, der gelogen hat, ging?
de Herr Müller, hat er gesagt, ist tot?
de Wenn der Minister lügt, muss er gehen?
es Señor ministro, usted mintió?
it Il senatore Falanga, che ha firmato, mente?
ru Если министр солгал, он уйдёт?
tr Bakanın ne kadar çok yalan söyleyeceğini biliyordu?
tr Yangına neden oluyor?
tr Ne var ki bakan yalan söyledi?
";

#[test]
fn a_tag_or_particle_makes_a_question() {
    for (language, sentence, words) in [
        ("vi", "Bộ trưởng có nói dối Quốc hội không?", "Bộ trưởng có nói dối Quốc hội"),
        ("vi", "Bộ trưởng đã nói dối chưa?", "Bộ trưởng đã nói dối"),
        ("vi", "Bộ trưởng nói dối phải không?", "Bộ trưởng nói dối"),
        ("ja", "大臣はうそをついたのか？", "大臣はうそをついた"),
        ("ja", "大臣はうそをついたのですか？", "大臣はうそをついた"),
        ("ja", "大臣はうそをついたね？", "大臣はうそをついた"),
        ("ja", "大臣はうそをついたよね？", "大臣はうそをついた"),
        ("zh", "部长撒谎了没有？", "部长撒谎了"),
        ("zh", "部长撒谎了，对吧？", "部长撒谎了"),
        ("zh", "部长撒谎了吧？", "部长撒谎了"),
        ("en", "“The minister lied”?", "The minister lied"),
        ("en", "The minister lied, right?", "The minister lied"),
        ("en", "The minister lied, didn’t he?", "The minister lied"),
        ("fr", "Le ministre a menti, n’est-ce pas ?", "Le ministre a menti"),
        ("fr", "Le ministre a menti, non ?", "Le ministre a menti"),
        ("es", "El ministro mintió, ¿no?", "El ministro mintió"),
        ("es", "El ministro mintió, ¿verdad?", "El ministro mintió"),
        ("de", "Der Minister hat gelogen, oder?", "Der Minister hat gelogen"),
        ("it", "Il ministro ha mentito, vero?", "Il ministro ha mentito"),
        ("pt", "O ministro mentiu, né?", "O ministro mentiu"),
        ("ru", "Министр солгал, не так ли?", "Министр солгал"),
        ("tr", "Bakan yalan söyledi, değil mi?", "Bakan yalan söyledi"),
        ("ar", "كذب الوزير، أليس كذلك؟", "كذب الوزير"),
        ("ko", "장관은 거짓말을 했다, 맞죠?", "장관은 거짓말을 했다"),
        ("el", "Ο υπουργός είπε ψέματα, έτσι δεν είναι;", "Ο υπουργός είπε ψέματα"),
        ("el", "Ποιος; Ο υπουργός είπε ψέματα;", "Ο υπουργός είπε ψέματα"),
        ("el", "Ο υπουργός είπε ψέματα\u{37E}", "Ο υπουργός είπε ψέματα"),
        ("pl", "Minister skłamał, prawda?", "Minister skłamał"),
        ("hi", "मंत्री ने झूठ बोला, है ना?", "मंत्री ने झूठ बोला"),
        ("he", "השר שיקר, נכון?", "השר שיקר"),
        ("id", "Menteri itu berbohong, bukan?", "Menteri itu berbohong"),
        ("nl", "De minister loog, toch?", "De minister loog"),
        ("fr", "Alors vous venez, n’est-ce pas ?", "Alors vous venez"),
        ("fr", "Alors vous venez,\nn’est-ce pas ?", "Alors vous venez"),
        ("en", "He came at 5 p.m. right?", "He came at 5 p.m."),
        ("en", "So you came… right?", "So you came…"),
        ("sv", "Ministern ljög, eller hur?", "Ministern ljög"),
    ] {
        let marked = sentence.replacen(words, &format!("|{words}|"), 1);
        assert!(question(language, &marked).is_some(), "{marked}");
    }
}

#[test]
fn what_is_behind_a_statement_makes_none() {
    for (language, sentence, words) in [
        ("ja", "大臣はうそをつきましたね。", "大臣はうそをつきました"),
        ("zh", "他还在睡觉呢。", "他还在睡觉"),
        ("en", "He said “the minister lied”?", "the minister lied"),
        ("en", "The minister lied. Right?", "The minister lied"),
        ("en", "The minister lied; is it over?", "The minister lied"),
        ("en", "Did he say “the minister lied”?", "the minister lied"),
        ("en", "The letters α; β and γ stand for years", "The letters α"),
        ("fr", "Le ministre a menti ; qui le sait ?", "Le ministre a menti"),
        ("es", "Si gana, ¿qué hará?", "Si gana"),
        ("en", "It is a bookstore.\n\nReally?", "It is a bookstore."),
        ("en", "It is a bookstore. Really?", "It is a bookstore."),
        ("en", "It is a bookstore\n\nRight?", "It is a bookstore"),
        ("en", "It is a bookstore\n- Right?", "It is a bookstore"),
        ("en", "It is a bookstore.\nIs that so?", "It is a bookstore."),
        ("es", "El banco pagó la multa.\n\n¿No?", "El banco pagó la multa."),
        ("ru", "Банк заплатил штраф.\n\nПравда?", "Банк заплатил штраф."),
        ("en", "What became of Mr. Perry’s plan of a carriage?", "Perry’s plan of a carriage"),
        ("en", "Is it true that Dr. Lee lied to us?", "Lee lied to us"),
        ("en", "Was it at St. Mary’s that he lied?", "Mary’s that he lied"),
        ("vi", "Bộ trưởng không nói dối.", "Bộ trưởng"),
    ] {
        let marked = sentence.replacen(words, &format!("|{words}|"), 1);
        assert_eq!(question(language, &marked), None, "{marked}");
    }
}
#[test]
fn the_mark_after_the_last_words_of_a_question_is_found() {
    for (language, words, whole) in [
        ("en", "Is it true that |the mayor took it|? No.", Some("Is it true that the mayor took it?")),
        ("fr", "Sait-on si |le maire l’a pris|\u{202F}? Non.", Some("le maire l’a pris\u{202F}?")),
        ("es", "Fue ayer. ¿|Quién lo tomó|?", Some("¿Quién lo tomó?")),
        ("zh", "|市长拿了钱|吗？没有。", Some("市长拿了钱吗？")),
        ("ja", "「|嘘をつきました|か。」", Some("嘘をつきましたか。")),
        ("zh", "|他还在|呢。", None),
        ("en", "|The mayor took it|. Why?", None),
    ] {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        assert_eq!(question_of(&text, span).map(|span| text.slice(span)), whole, "{words}");
    }
}

#[test]
fn a_question_begins_behind_who_asks_it() {
    for (language, marked) in [
        ("en", "Q: |The minister lied to parliament|?"),
        ("en", "**Q:** |The minister lied to parliament|?"),
        ("en", "**Q. |The minister lied to parliament|?** No comment."),
        ("en", "It was late.\n[Q] |The minister lied to parliament|?"),
        ("en", "It was late.\n(Tom) |The minister lied to parliament|?"),
        ("en", "It was late\nREILLY\n|The minister lied to parliament|?"),
        ("en", "It was late.\n\n### |The minister lied to parliament|?"),
        ("en", "<p class=\"a\"><b>|The minister lied to parliament|?"),
        ("en", "12:04 |The minister lied to parliament|?"),
        ("en", "20\n\n3\n00:00:48,100 --> 00:00:50,000\n|The minister lied to parliament|?"),
        ("fr", "Le Soir\u{a0}: |Vous avez donc menti aux syndicats|\u{a0}?"),
        ("de", "Frage: |Der Minister hat also gelogen|?"),
        ("zh", "问：|厂长知道|吗？"),
        ("ja", "佐藤：|嘘をつきました|か？"),
        ("ja", "朝だった。\n記者\u{3000}|嘘をつきました|か？"),
        ("ar", "س: |المحطة ملوّثة|؟"),
        ("ar", "س: هل |المحطة ملوّثة|؟"),
    ] {
        assert!(question(language, marked).is_some(), "{marked}");
    }
}

#[test]
fn words_of_the_sentence_are_no_label() {
    for (language, marked) in [
        ("en", "Who says |the minister lied to parliament|?"),
        ("en", "Did you know (really) |the minister lied to parliament|?"),
        ("en", "Is it true that 12 |ministers lied to parliament|?"),
        // A line of quoted mail goes on with the one before it.
        ("en", "Did you know\n> |the minister lied to parliament|?"),
        ("en", "Did you know\n|the minister lied to parliament|?"),
        ("en", "Did he say: “|The minister lied to parliament|”?"),
        ("ja", "いつ\u{3000}そこで|嘘をつきました|か？"),
    ] {
        assert_eq!(question(language, marked), None, "{marked}");
    }
}

#[test]
fn words_before_the_whole_clause_make_a_question_of_it() {
    for (language, marked, whole) in [
        ("fr", "Est-ce que |le ministre a menti| ? Non.", "Est-ce que le ministre a menti ?"),
        ("fr", "Est-ce qu’|il a menti| ? Non.", "Est-ce qu’il a menti ?"),
        ("fr", "Est-ce à dire que |le ministre a menti| ? Non.", "Est-ce à dire que le ministre a menti ?"),
        ("fr", "Se peut-il qu’|il ait menti| ? Non.", "Se peut-il qu’il ait menti ?"),
        ("fr", "|Le ministre a menti|, selon vous ? Non.", "Le ministre a menti, selon vous ?"),
        ("fr", "Il part. Alors |le ministre a menti| ? Non.", "Alors le ministre a menti ?"),
        ("es", "Fue ayer. ¿Acaso |el ministro mintió|? No.", "¿Acaso el ministro mintió?"),
        ("pt", "Será que |o ministro mentiu|? Não.", "Será que o ministro mentiu?"),
        ("zh", "记者问。难道|部长撒谎了|吗？没有。", "难道部长撒谎了吗？"),
        ("zh", "记者问。是否|部长撒谎了|？没有。", "是否部长撒谎了？"),
        ("zh", "开会了。请问|部长撒谎了|吗？没有。", "请问部长撒谎了吗？"),
        ("zh-Hant", "開會了。您認為|大壩會垮塌|嗎？", "您認為大壩會垮塌嗎？"),
        ("zh", "开会了。谁说|部长撒谎了|？", "谁说部长撒谎了？"),
        ("ar", "هل صحيح أن |الوزير وقع الاتفاق|؟", "هل صحيح أن الوزير وقع الاتفاق؟"),
        (
            "ru",
            "Правда ли, что |министр подписал соглашение|?",
            "Правда ли, что министр подписал соглашение?",
        ),
        ("en", "He left. Is it true that |the minister lied|? No.", "Is it true that the minister lied?"),
        ("en", "He left. So |the minister lied|? No.", "So the minister lied?"),
        ("en", "He left. So, |the minister lied|? No.", "So, the minister lied?"),
        ("de", "Er ging. Und |der Minister hat gelogen|? Nein.", "Und der Minister hat gelogen?"),
        ("de", "Ob |der Minister gelogen hat|? Nein.", "Ob der Minister gelogen hat?"),
    ] {
        assert_eq!(question(language, marked).as_deref(), Some(whole), "{marked}");
    }
    for (language, marked) in [
        ("fr", "On sait pourquoi est-ce que |le ministre a menti| ?"),
        ("fr", "Ou bien est-il possible que |le ministre mente| ?"),
        ("fr", "Vous affirmez que |le ministre a menti|."),
        ("en", "The minister left and |the mayor lied|?"),
        ("en", "He asked whether it is true that |the minister lied|?"),
        ("en", "So |what did the minister say|?"),
        ("en", "And |did the minister lie|?"),
        ("en", "So |the minister lied|."),
        ("de", "Der Stab |der Minister hat gelogen|?"),
        ("zh", "记者问部长是否|撒谎了|？"),
    ] {
        assert_eq!(question(language, marked), None, "{marked}");
    }
}
