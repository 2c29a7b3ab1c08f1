//! What denies what is quoted, and what only looks so.

mod arabic;

use super::super::marked::marked;
use super::*;

/// What denies the words between `|` and `|`.
fn denial(language: &str, words: &str) -> Option<String> {
    let (content, span) = marked(words);
    let text = Text::new(&content).in_language(Some(language));
    denial_beside(&text, span, NEAR).map(|found| text.slice(found).to_owned())
}

#[test]
fn what_is_denied_beside_a_passage_is_seen() {
    for (language, words, denying) in [
        ("en", "The ministry denied |having met the delegation|.", "denied"),
        ("en", "The ministry denied having |met the delegation|.", "denied having"),
        ("en", "He denies categorically that |the army fired|.", "denies categorically that"),
        ("en", "He denied “|any link with them|”.", "denied"),
        ("en", "The firm refused to |pay the workers|.", "refused to"),
        ("en", "They failed to\n|protect the town|.", "failed to"),
        ("en", "It is false that |the minister resigned|.", "false that"),
        ("en", "It is false |that the minister resigned|.", "false"),
        ("en", "The firm refused |to pay the workers|.", "refused"),
        ("fr", "Il est faux |que le maire a menti|.", "faux"),
        ("fr", "Il est impossible |de prouver la fraude|.", "impossible"),
        ("de", "Es ist ausgeschlossen, |dass sie gezahlt hat|.", "ausgeschlossen"),
        ("fr", "Le ministre nie |avoir reçu de l’argent|.", "nie"),
        ("fr", "Il nie toujours |avoir reçu de l’argent|.", "nie toujours"),
        ("fr", "Il nie catégoriquement que |des soldats aient tiré|.", "nie catégoriquement que"),
        ("fr", "Il dément « |avoir signé l’accord| ».", "dément"),
        ("fr", "Kaboul dément que |des soldats aient passé la frontière|.", "dément que"),
        ("fr", "Il a refusé d’|admettre sa faute|.", "refusé d’"),
        ("fr", "Il refuse de |le reconnaître en public|.", "refuse de"),
        ("fr", "Il est faux que |le maire a menti|.", "faux que"),
        ("de", "Die Firma bestreitet, dass |sie gezahlt hat|.", "bestreitet, dass"),
        ("fr", "Il ose nier que |le maire ait menti|.", "nier que"),
        ("en", "Those who could deny that |the mayor lied| did.", "deny that"),
        ("en", "She contests that |the rule applies|.", "contests that"),
        ("es", "El ministro negó que |hubiera un acuerdo|.", "negó que"),
        ("es", "La empresa se negó a |pagar los salarios|.", "negó a"),
        ("it", "Il ministro nega di |avere firmato|.", "nega di"),
        ("pt", "O governo negou que |houve um acordo|.", "negou que"),
        ("nl", "Hij ontkende dat |hij had betaald|.", "ontkende dat"),
        ("ru", "Министр отрицает, что |он подписал договор|.", "отрицает, что"),
        ("pl", "Zaprzeczył, że |podpisał umowę|.", "Zaprzeczył, że"),
        ("ar", "نفى المتحدث باسم الوزارة أن |القوات دخلت المدينة|.", "نفى المتحدث باسم الوزارة أن"),
        ("en", "It is unlikely that |the minister resigned|.", "unlikely that"),
        ("en", "The firm is unable to |pay the workers|.", "unable to"),
        ("fr", "Le maire exclut que |le pont ait cédé|.", "exclut que"),
        ("fr", "Il est impossible de |prouver la fraude|.", "impossible de"),
        ("de", "Es ist ausgeschlossen, dass |sie gezahlt hat|.", "ausgeschlossen, dass"),
        ("es", "El ministro descartó que |hubiera un acuerdo|.", "descartó que"),
        ("it", "Il sindaco esclude che |il ponte sia caduto|.", "esclude che"),
        ("pt", "O prefeito descartou que |houve um acordo|.", "descartou que"),
        ("ru", "Маловероятно, что |он подписал договор|.", "Маловероятно, что"),
        ("ar", "استبعد الوزير أن |تكون القوات دخلت المدينة|.", "استبعد الوزير أن"),
        ("zh", "发言人否认|参与了袭击|。", "否认"),
        ("zh", "公司拒绝了|支付工资|。", "拒绝了"),
        ("en", "He denied that he |took the money from the fund|.", "denied that"),
        ("en", "He denied that the old army |fired at civilians|.", "denied that"),
        ("en", "The firm refused to publicly |name the man|.", "refused to"),
        ("fr", "Le maire dément qu’il |ait volé l’argent de la ville|.", "dément qu’"),
        ("de", "Der Minister bestritt, dass er |das Geld nahm|.", "bestritt, dass"),
        ("ru", "Министр отрицает, что он |подписал договор|.", "отрицает, что"),
        ("zh", "发言人否认当天有人|强制转移居民|。", "否认"),
        ("zh", "但是否认|参与了袭击|。", "否认"),
        ("zh", "他还是否认自己|参与了袭击|。", "否认"),
        ("zh", "他否认为部长|提供了专项资金|。", "否认"),
        ("zh", "没有证据显示|他拿了那笔专项资金|。", "没有证据显示"),
        ("zh", "他不认为|大坝会在雨季垮塌|。", "不认为"),
        ("zh", "我没有说大坝|会垮|。", "没有说"),
        ("zh", "警方無法證實|他拿了錢|。", "無法證實"),
        ("ja", "首相は|関与|を否定した。", "を否定"),
        ("ja", "首相は|関与を|否定した。", "否定"),
        ("en", "Police ruled out |foul play|.", "ruled out"),
        ("en", "Police have ruled out that |he was pushed|.", "ruled out that"),
        ("fr", "L’élu conteste |avoir signé l’accord|.", "conteste"),
        ("de", "Er bestreitet, |den Mann getötet zu haben|.", "bestreitet"),
        ("de", "Er leugnet, |das Geld angenommen zu haben|.", "leugnet"),
        ("de", "Die Polizei schließt aus, |dass er gestoßen wurde|.", "schließt aus"),
        ("de", "Die Polizei schließt aus, dass |er gestoßen wurde|.", "schließt aus, dass"),
        ("es", "El Gobierno descarta |subir los impuestos|.", "descarta"),
        ("es", "El ministro rechazó que |hubiera un acuerdo|.", "rechazó que"),
        ("pt", "O banco recusou |pagar a multa|.", "recusou"),
        ("pt", "O banco se recusou a |pagar a multa|.", "recusou a"),
        ("nl", "Hij ontkent |het geld te hebben aangenomen|.", "ontkent"),
        ("pl", "Rzecznik wykluczył, że |doszło do wycieku|.", "wykluczył, że"),
        ("id", "Bupati membantah |menerima uang itu|.", "membantah"),
        ("vi", "Ông ta phủ nhận |nhận tiền của công ty|.", "phủ nhận"),
        ("ja", "首相は|関与|を否定している。", "を否定"),
        ("ja", "首相は|面会|を拒んだ。", "を拒んだ"),
        ("en", "It denies that it\n\n2\n00:00:48,100 --> 00:00:50,000\n|bribed the men|.", "denies that"),
        ("en", "> It denies that it\n> |bribed the men|.", "denies that"),
        ("en", "It <em>denies</em> |any delay|.", "denies"),
        ("en", "The city refuses to:\n- pay the men;\n- |sell the port|.", "refuses to"),
        ("fr", "La ville refuse de :\n- |payer les ouvriers| ;\n- partir.", "refuse de"),
        ("ko", "장관은 |사실을| 부인했다.", "부인했"),
    ] {
        assert_eq!(denial(language, words).as_deref(), Some(denying), "{words}");
    }
}

#[test]
fn what_denies_in_bold_type_in_joined_letters_or_with_an_adverb_is_seen() {
    for (language, words, denying) in [
        ("en", "He **denied** that |he signed the order|.", "denied** that"),
        ("en", "He *refused* to |sign the order|.", "refused* to"),
        ("en", "It is **false** that |the minister resigned|.", "false** that"),
        ("en", "He **denied** that he |signed the order|.", "denied** that"),
        ("en", "The claim about |the vaccine| is **false**.", "is **false"),
        ("ru", "Что |министр лгал| — **ложь**.", "ложь"),
        ("fr", "Il **refuse** de |signer l’accord|.", "refuse** de"),
        ("tr", "Bakan |anlaşma imzaladığını| yalanladı.", "yalanladı"),
        ("ar", "ونفى الوزير أن |يكون قد وقع الاتفاق|.", "ونفى الوزير أن"),
        ("ar", "فنفى أنه |وقع الاتفاق|.", "فنفى أنه"),
        ("ar", "وأضاف الوزير ذلك نافيا أن |تكون قد وافقت عليه|.", "نافيا أن"),
        ("ar", "قال ذلك نافيًا أن |يكون قد وقع الاتفاق|.", "نافيًا أن"),
        ("ar", "قالت ذلك نافيةً أنها |وقعت الاتفاق|.", "نافيةً أنها"),
        ("ar", "قال ذلك نافياً أن |يكون قد وقع الاتفاق|.", "نافياً أن"),
        ("ar", "قال ذلك منكرا أنه |وقع الاتفاق|.", "منكرا أنه"),
        ("ar", "قال ذلك مستبعدا أن |يوقع الاتفاق|.", "مستبعدا أن"),
        ("ar", "قال ذلك رافضًا أن |يوقع الاتفاق|.", "رافضًا أن"),
        ("ar", "كرر نفيه أن |يكون قد وقع الاتفاق|.", "نفيه أن"),
        ("es", "Salió negándose a |firmar el nuevo acuerdo|.", "negándose a"),
        ("ar", "من غير الصحيح أن |الوزير وقع الاتفاق|.", "غير الصحيح أن"),
        ("ar", "رفض الوزير أن |يوقع الاتفاق|.", "رفض الوزير أن"),
        ("ar", "امتنع الوزير عن |توقيع الاتفاق|.", "امتنع الوزير عن"),
        ("de", "Es ist falsch, dass |der Impfstoff tötet|.", "falsch, dass"),
        ("de", "Er hat sich geweigert, |das Gesetz zu unterschreiben|.", "geweigert"),
        ("de", "Er lehnte es ab, |den Vertrag zu unterschreiben|.", "lehnte es ab"),
        ("de", "Er hat geleugnet, |das Geld genommen zu haben|.", "geleugnet"),
        ("de", "Die Partei bestreitet jede |Beteiligung an der Tat|.", "bestreitet jede"),
        ("de", "Der Minister bestreitet |die Vorwürfe der Partei|.", "bestreitet"),
        ("es", "Es mentira que |el alcalde robó|.", "mentira que"),
        ("es", "Se negó ayer a |firmar el acuerdo|.", "negó ayer a"),
        ("fr", "Le maire exclut de |signer l’accord|.", "exclut de"),
        ("fr", "Il a refusé lundi de |signer l’accord|.", "refusé lundi de"),
        ("fr", "Le ministre dément |son implication|.", "dément"),
        ("it", "Il ministro nega ogni |coinvolgimento|.", "nega ogni"),
        ("it", "Il ministro ha negato |il coinvolgimento|.", "negato"),
        ("pt", "Em momento algum |o prefeito pegou o dinheiro|.", "momento algum"),
        ("ru", "Неправда, что |мэр взял деньги|.", "Неправда, что"),
        ("ru", "Он отказался вчера |подписать договор|.", "отказался вчера"),
        ("en", "The firm refused to ever |raise the wages|.", "refused to"),
        ("en", "He denied |his involvement in the plot|.", "denied"),
        ("en", "She ruled out |a merger with the bank|.", "ruled out"),
        ("en", "The firm denied reports that |it sold the mine|.", "denied reports that"),
        ("en", "He dismissed the claim |that it sold the mine|.", "dismissed the claim"),
    ] {
        assert_eq!(denial(language, words).as_deref(), Some(denying), "{words}");
    }
}

#[test]
fn what_stands_for_a_denial_is_seen() {
    for (language, words, denying) in [
        ("en", "Instead of |signing the treaty|, they left.", "Instead of"),
        ("en", "Rather than |pay the workers|, it closed.", "Rather than"),
        ("en", "Far from |signing the treaty|, they left.", "Far from"),
        ("en", "He stopped short of |calling it a coup|.", "short of"),
        ("fr", "Au lieu de |signer le traité|, il part.", "Au lieu de"),
        ("fr", "Plutôt que d’|admettre sa faute|, il part.", "Plutôt que d’"),
        ("fr", "Loin de |reconnaître sa faute|, il part.", "Loin de"),
        ("de", "Statt |den Vertrag zu unterschreiben|, ging er.", "Statt"),
        ("es", "En vez de |firmar el tratado|, se fue.", "En vez de"),
        ("it", "Invece di |firmare il trattato|, partì.", "Invece di"),
        ("pt", "Em vez de |assinar o tratado|, saiu.", "Em vez de"),
        ("nl", "In plaats van |het verdrag te tekenen| ging hij weg.", "In plaats van"),
        ("ru", "Вместо того чтобы |подписать договор|, он ушёл.", "Вместо того чтобы"),
        ("pl", "Zamiast |podpisać umowę|, wyszedł.", "Zamiast"),
        ("sv", "I stället för att |skriva under| gick han.", "stället för att"),
        ("en", "The claim that |the minister lied| is false.", "is false"),
        ("fr", "Dire que |le maire a volé| est un mensonge.", "est un mensonge"),
        ("de", "Dass |der Minister log|, ist falsch.", "ist falsch"),
        ("es", "Que |el alcalde robó| es falso.", "es falso"),
        ("ru", "Что |министр лгал| — ложь.", "ложь"),
        ("ru", "|Вакцина убивает детей| — это ложь.", "это ложь"),
        ("ru", "«|Вакцина убивает детей|» - ложь.", "ложь"),
        ("en", "“|The vaccine kills|” is a lie, he said.", "is a lie"),
        ("en", "The rumour that |he took it| is simply not true.", "is simply not true"),
        ("en", "“|The vaccine kills|” has since been debunked.", "has since been debunked"),
        ("de", "„|Der Impfstoff tötet|“ – das ist schlicht gelogen.", "das ist schlicht gelogen"),
        ("fr", "|Le vaccin tue| : c’est totalement faux.", "c’est totalement faux"),
        ("zh", "“|疫苗会杀人|”纯属谣言。", "纯属谣言"),
        ("zh", "|部长收受了贿赂|不是事实。", "不是事实"),
        ("zh", "没有证据可以证明|部长收受了贿赂|。", "没有证据可以证明"),
        ("zh", "没有任何迹象显示，|部长收受了贿赂|。", "没有任何迹象显示，"),
        ("zh", "没有人认为|部长收受了贿赂|。", "没有人认为"),
        ("zh", "很难说|部长收受了贿赂|。", "很难说"),
        ("zh", "目前缺乏证据证明|部长收受了贿赂|。", "缺乏证据证明"),
        ("zh", "目前缺乏|证据证明部长收受了贿赂|。", "缺乏"),
        ("zh", "检方难以|证明部长收受了贿赂|。", "难以"),
        ("zh", "这里严禁|任何人在湖中游泳|。", "严禁"),
        ("zh", "部长被禁止|签署这项协议|。", "禁止"),
    ] {
        assert_eq!(denial(language, words).as_deref(), Some(denying), "{words}");
    }
}

#[test]
fn a_negation_of_what_denies_is_none_of_the_words_after_it() {
    let twice = |language: &str, words: &str, negation: &str| {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        let start = content.find(negation).unwrap();
        is_denied_twice(&text, Span::new(start, start + negation.len()), span)
    };
    for (language, words, negation) in [
        ("en", "Nobody denies that |he knew of it|.", "Nobody"),
        ("en", "He never denied |having met them|.", "never"),
        ("en", "He did not deny having |met them|.", "not"),
        ("fr", "Il ne nie pas |avoir signé l’accord|.", "pas"),
        ("de", "Er bestreitet nicht, dass |er dort war|.", "nicht"),
        ("nl", "Hij ontkent niet dat |hij daar was|.", "niet"),
        ("fr", "Il ne nie pas que |le maire a menti|.", "pas"),
        ("fr", "Il ne refuse pas de |signer l’accord|.", "pas"),
        ("fr", "Personne ne nie |avoir signé l’accord|.", "ne"),
        ("es", "Nadie niega que |haya pagado|.", "Nadie"),
    ] {
        assert!(twice(language, words, negation), "{words}");
    }
    for (language, words, negation) in [
        ("en", "Nobody said that |he knew of it|.", "Nobody"),
        ("en", "He denied not |having met them|.", "not"),
        ("en", "He has not |denied having met them|.", "not"),
        ("fr", "Il ne dit pas |avoir signé l’accord|.", "pas"),
        ("fr", "Il nie ne pas |avoir signé l’accord|.", "ne"),
        ("fr", "Il nie. Il n’a pas |avoir signé|.", "pas"),
    ] {
        assert!(!twice(language, words, negation), "{words}");
    }
}

#[test]
fn a_verb_that_says_something_else_denies_nothing() {
    for (language, words) in [
        ("de", "Er bestreitet |seinen Lebensunterhalt mit Büchern|."),
        ("de", "Der Verein bestreitet |den größten Teil der Kosten selbst|."),
        ("de", "Die Elf bestreitet |ihr erstes Länderspiel im Mai|."),
        ("de", "Die Sitzung findet statt |und endet, ohne etwas zu klären|."),
        ("en", "Prices declined to |their lowest level since May|."),
        ("en", "Sales declined to |$5 million in May|."),
        ("en", "The captain is ruled out |of the final on Sunday|."),
        ("en", "The captain was ruled out |for the season in May|."),
        ("en", "The claim was denied |by the court on Monday|."),
        ("pl", "Babcia odmawia |różaniec co wieczór|."),
        ("zh", "没有人否认|部长收受了贿赂|。"),
        ("zh", "《禁止|核武器条约》于周二生效|。"),
        ("zh", "他说话很难听，|部长收受了贿赂|。"),
        ("zh", "他不说，|部长也收受了贿赂|。"),
    ] {
        assert_eq!(denial(language, words), None, "{words}");
    }
    for (language, words, denying) in [
        ("de", "Er bestreitet |seine Beteiligung am Spiel|.", "bestreitet"),
        ("de", "Er bestreitet |die Höhe der Kosten|.", "bestreitet"),
        ("de", "Statt |den Vertrag zu unterschreiben|, ging er.", "Statt"),
        ("en", "He declined to |comment on the report|.", "declined to"),
        ("en", "The captain ruled out |any return to the team|.", "ruled out"),
        ("en", "She ruled out |for the first time any rise in taxes|.", "ruled out"),
        ("pl", "Minister odmawia |podpisania umowy|.", "odmawia"),
    ] {
        assert_eq!(denial(language, words).as_deref(), Some(denying), "{words}");
    }
}

#[test]
fn what_is_not_denied_or_denied_twice_is_not_told() {
    for (language, words) in [
        ("en", "He never denied that |he knew of it|."),
        ("en", "Nobody can deny that |the army fired|."),
        ("en", "He said that |the army fired|."),
        ("en", "It is not false |that the army fired|."),
        ("en", "He denied it |to save his post|."),
        ("fr", "Il a été exclu |de la course par le maire|."),
        ("fr", "Il exclut de |la liste deux candidats|."),
        ("en", "He denied it, and the old army |fired at civilians|."),
        ("en", "He denied that he lied and |took the money|."),
        ("en", "He denied that story. Then he |took the money|."),
        ("en", "The firm refused to pay the |workers of the mine|."),
        ("en", "It turned out that |he was pushed|."),
        ("de", "Das bestreitet |der Mann, der zu Hause war|."),
        ("es", "«No lo hice», negó |el ministro|."),
        ("es", "Rechaza |la mujer del alcalde esa versión|."),
        ("zh", "他否认指控并|辞职|。"),
        ("zh", "他不得不承认|拿了钱|。"),
        ("zh", "他说没有问题，|大坝会垮|。"),
        ("en", "They refused. To |pay the workers| was his wish."),
        ("en", "He lives far from |the old town|."),
        ("en", "They are short of |food and water|."),
        ("fr", "Il y a lieu de |craindre une hausse|."),
        ("fr", "Il habite loin de |la ville et du port|."),
        ("es", "Vive lejos de |la ciudad y del puerto|."),
        ("de", "Die Feier findet statt, |um Geld zu sammeln|."),
        ("de", "Die Feier findet statt, um |Geld zu sammeln|."),
        ("en", "That |the army fired on them| is falsely told."),
        ("en", "He says |the army fired on them|. Is false alarm news?"),
        ("nl", "Hij woont in de plaats van |zijn jeugd en werk|."),
        ("en", "It denies it.\n\n2\n00:00:48,100 --> 00:00:50,000\n|The army fired|."),
        ("en", "The city refused.\n- |Pay the workers|"),
        ("fr", "« Je n’ai rien signé », dément |le ministre de l’Intérieur|."),
        ("fr", "« Rien », nie |Jean Dupont, le maire|."),
        ("en", "He did not refuse to |pay the workers|."),
        ("fr", "Nul ne doute que |le maire a menti|."),
        ("fr", "Sans doute que |le maire a menti|."),
        ("fr", "Le ministre affirme que |le maire a menti|."),
        ("fr", "Il a été nié. |Avoir signé l’accord| fut une faute."),
        ("de", "Das bestreitet |die Regierung in Berlin|."),
        ("es", "La empresa negó a |los obreros todo descanso|."),
        ("es", "«No lo hice», negó |el ministro de Defensa|."),
        ("en", "It is not impossible that |the minister resigned|."),
        ("fr", "Il n’est pas exclu que |le pont ait cédé|."),
        ("fr", "Il a été exclu de |la course par le maire|."),
        ("es", "No descartó que |hubiera un acuerdo|."),
        ("ru", "Не исключено, что |он подписал договор|."),
        ("ar", "لا يستبعد الوزير أن |تكون القوات دخلت المدينة|."),
        ("zh", "不可否认|他参与了袭击|。"),
        ("zh", "记者问他是否认为|部长应该辞职|。"),
        ("zh", "警察問他是否認識作家|君特·德·布呂因|。"),
        ("zh", "他问对方是否认可|这份协议|。"),
        ("zh", "他能否认可|这份协议|？"),
        ("zh", "没有否认|参与了袭击|。"),
        ("ja", "首相は|関与|を否定していない。"),
        ("ja", "首相は|関与|を否定してはいません。"),
        ("ja", "首相は|関与|を否定しておらず、"),
        ("ja", "首相は|関与|を否定できなかった。"),
        ("ja", "首相は|面会|を拒んでいない。"),
        ("nl", "Nie |was hij daar|."),
        ("fr", "On ne peut nier que |le maire a menti|."),
        ("fr", "Le maire, qui nie, |a été placé en garde à vue|."),
        ("fr", "Le maire dément, |a été placé en garde à vue|."),
        ("fr", "On ne saurait nier que |le maire a menti|."),
        ("en", "Who can deny that |the mayor lied|?"),
        ("it", "Chi può negare che |il sindaco abbia mentito|?"),
        ("en", "They are not contesting that |the rule applies|."),
        ("ar", "كان ذلك أمرا منكرا، |وقع الاتفاق|."),
        ("ar", "رافضا الحديث عن ذلك قال |إنه وقع الاتفاق|."),
        ("es", "Se sentó negándose. A |firmar vino otro|."),
        ("ar", "لم ينف الوزير أن |يكون قد وقع الاتفاق|."),
        ("de", "Den Vorwurf bestreitet |der Minister aus Berlin|."),
        ("en", "“No,” denied |the mayor of the town|."),
        ("en", "He was denied |the right to vote|."),
        ("en", "They denied |a request for more time|."),
        ("en", "They rejected the bill that |would raise wages|."),
        ("fr", "C’est ce que dément |le maire de la ville|."),
        ("pt", "Recurso negado. |A empresa foi multada|."),
        ("it", "Gli venne negato |il permesso di partire|."),
        ("en", "“|The vaccine works|”, said one; is it a lie?"),
        ("en", "|The vaccine works|. It is a lie, said one."),
        ("ru", "|Вакцина помогает| — это лекарство."),
        ("en", "He **denied it.** |The minister signed the order|."),
        ("en", "He has not **denied** that |he signed the order|."),
        ("en", "|The vaccine saved them|. **Is false alarm** news?"),
    ] {
        assert_eq!(denial(language, words), None, "{words}");
    }
}
