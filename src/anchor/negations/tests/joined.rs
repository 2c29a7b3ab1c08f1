//! Negations before words that join, behind verbs that stand second, and prepositions that negate: which are told, and
//! which deny nothing of the words.

use super::super::negation_near;
use crate::anchor::marked::marked;
use crate::text::Text;

/// Sentences in which a negation left out denies the words between `|` and `|`.
const TOLD: &[(&str, &str)] = &[
    ("hi", "|नगरपालिका ने निवासियों की सहमति| के बिना पुल बंद किया।"),
    ("hi", "मजदूर बिना |टिकट के बस में चढ़ गए|।"),
    ("hi", "मंत्री ने बिना |पूछे पुल बंद किया|।"),
    ("tr", "Toplantıya katılmayan |vali dün bir açıklama yaptı|."),
    ("tr", "|Bu konuda bakanın bilgisi| yoktu."),
    ("fr", "Il ne dit plus qu’on ne |le pensait capable de cela|."),
    ("fr", "Il pense qu’on ne |le croit capable de tout cela|."),
    ("tr", "Hiçbir |bakan bunu kabul etti|."),
    ("pt", "Esta lei não |se aplica aos pescadores da ilha|."),
    ("pt", "Esta lei não se |aplica aos pescadores da ilha|."),
    ("pt", "O prefeito nunca |se encontrou com o ministro|."),
    ("pt", "Ele saiu sem ter |cometido qualquer crime|."),
    ("pt", "Eles saíram sem terem |cometido qualquer crime|."),
    ("en", "It was not |as loud as the other one|."),
    ("en", "It wasn't |as loud as the other one|."),
    ("en", "It was not as |dangerous as the report says|."),
    ("en", "The bridge has not |yet been paid for by them|."),
    ("en", "The mayor didn't |then sign the new lease|."),
    ("en", "It is not |so simple as the minister says|."),
    ("en", "He resigned not |because he was guilty of anything|."),
    ("en", "He resigned not because |he was guilty of anything| but because he was tired."),
    ("en", "He left without having |committed a single crime|."),
    ("en", "He left without ever |meeting the minister again|."),
    ("en", "They found |that the ministry knew| nothing of it."),
    ("en", "|In that whole city the police protected| nobody."),
    ("en", "|And then he came back to us| not once."),
    ("fr", "La mairie n’était pas |si bien informée de la vente|."),
    ("fr", "Ce n’est pas |si clair pour la mairie|."),
    ("fr", "Ils ne vivent pas |comme ça dans la vallée|."),
    ("fr", "La mairie ne dispose d’aucune |preuve contre le notaire|."),
    ("fr", "Le rapport ne parle d'aucune |fuite dans la centrale|."),
    ("fr", "Le juge dit qu’ils ne |peuvent être punis parce qu’ils ont parlé|."),
    ("fr", "Aucun autre maire ne |dépense à ce point pour les écoles|."),
    ("fr", "Il est parti sans avoir |commis le moindre crime|."),
    ("fr", "Il est parti sans être |condamné par le tribunal|."),
    ("fr", "Il a démissionné non |parce qu’il était coupable| mais par fatigue."),
    ("de", "Der Pfarrer lässt sich nicht |als Zeuge im Prozess hören|."),
    ("de", "Der Pfarrer lässt sich nicht als |Zeuge im Prozess hören|."),
    ("de", "Er ging nicht |weil er krank war, sondern aus Trotz|."),
    ("de", "|Die Regierung unterstützt den Plan| derzeit nicht."),
    ("de", "|Die Regierung unterstützt den Plan| aber überhaupt nicht."),
    ("de", "|Die neuen Regeln gelten| natürlich nicht für Fischer."),
    ("de", "|Die alte Fähre fährt seit| 2009 nicht mehr."),
    ("de", "|Einen zweiten Schlüssel gibt| es nicht."),
    ("de", "|Die Fischer im Hafen wissen| noch nicht, wer zahlt."),
    ("de", "|Und die Regierung unterstützt den Plan| nicht."),
    ("de", "|Die Minister sagten dazu| nichts."),
    ("nl", "|De regering steunt het plan| momenteel niet."),
    ("nl", "|De burgemeester ontkent| dat niet, maar zwijgt verder."),
    ("nl", "De brug was niet |als monument erkend door de stad|."),
    ("sv", "|Regeringen stöder planen| verkligen inte."),
    ("sv", "|Rapporten säger om bron| ingenting."),
    ("sv", "Bron är knappast |byggd för tunga bilar|."),
    ("sv", "Hon talade för staden, inte |som ordförande i partiet|."),
    ("da", "|Regeringen støtter planen| i øvrigt ikke."),
    ("it", "Il sindaco non |se l’è presa con il notaio|."),
    ("it", "Non è |come dice il ministro della difesa|."),
    ("it", "Se n’è andato senza aver |commesso alcun reato|."),
    ("es", "Se fue sin haber |cometido delito alguno|."),
    ("es", "Dimitió no |porque fuera culpable de nada|."),
    ("ru", "Он говорил не |как министр, а как сосед|."),
    ("ru", "Он ушёл не |потому что был виноват|."),
    ("uk", "Він говорив не |як міністр, а як сусід|."),
    ("ro", "Primarul nu-l |vede pe ministru în fiecare zi|."),
    ("ro", "Primarul n-a |semnat contractul cu portul|."),
    ("ar", "الأمر ليس |واضحاً تماماً للحكومة|."),
    ("ar", "لم يكن الأمر |واضحاً تماماً للحكومة|."),
    ("ar", "هذا الرجل ليس |وزيراً في الحكومة الجديدة|."),
    ("ar", "غادر الوزير دون أن |يوقع الاتفاق مع الشركة|."),
    ("ar", "استقال ليس |لأنه مذنب بل لأنه متعب|."),
    ("ar", "وهو ليس |الذي وقع الاتفاق مع الشركة|."),
    ("fa", "او رفت بدون اینکه |قرارداد را امضا کند|."),
    ("he", "הדבר לא |ודאי לדעת הממשלה|."),
    ("id", "Janganlah |kita menjual tanah di pelabuhan|."),
    ("id", "Ia mundur bukan |karena bersalah kepada negara|."),
    ("hi", "|नगरपालिका ने निवासियों से पूछे| बगैर पुल बंद किया।"),
    ("hi", "|नगरपालिका ने निवासियों से पूछे| बिना पुल बंद किया।"),
    ("ur", "|شہر والوں سے پوچھے| بغیر پل بند کیا گیا۔"),
    ("el", "Δεν είναι |όπως λέει ο υπουργός|."),
    ("de", "|Die Regierung unterstützt den Plan| kaum."),
    ("sv", "|Regeringen stöder planen| knappast."),
];

/// Sentences in which it denies other words.
const QUIET: &[(&str, &str)] = &[
    ("hi", "|मंत्री ने कल रात को कहा| बिना पूछे कोई नहीं आएगा।"),
    ("ur", "|وزیر نے شہر کی مسجد میں| بغیر آواز کا آلہ لگایا۔"),
    ("hi", "टिकट के बिना |मजदूर बस में चढ़ गए|।"),
    ("hi", "मेरे बगैर |वह शहर चला गया|।"),
    ("ur", "ٹکٹ کے بغیر |مزدور بس میں چڑھ گئے|۔"),
    ("tr", "Ürün yeni olmadığından |birçok kullanıcı tasarruf edebilir|."),
    ("tr", "Adam konuşamıyordu ama |kızı onunla konuşuyordu|."),
    ("tr", "Kar yağmadığı için |yollar açık kaldı|."),
    ("tr", "Bu bir açıklama olmayıp |yalnızca bir yorumdur|."),
    ("tr", "Toplantıya katılmayan vali |dün bir açıklama yaptı|."),
    ("tr", "Sınır Tanımayan Gazeteciler'e göre |kırk gazeteci hapiste|."),
    ("tr", "Davadaki |belgelerin tümü| tamamen yok edildi."),
    ("tr", "Vali |halkın bütün uyarılarını| yok saydı."),
    ("fr", "La somme est plus élevée qu’on ne |le pensait au départ|."),
    ("it", "Non appena |le foto sono state pubblicate|, il sito cadde."),
    ("en", "|It affects people| not just as employees but as parents."),
    ("fr", "Match nul entre |Lens et Lille dimanche|."),
    ("pt", "Ele não quis |e saiu da sala com o ministro|."),
    ("pt", "Não virá, |se chover amanhã em Lisboa|."),
    ("en", "He would not |and could not go there alone|."),
    ("en", "He did not, |because he was ill that day|."),
    ("en", "He did not come |because he was ill that day|."),
    ("en", "Not only that, |as the minister told us yesterday|."),
    ("fr", "Il ne viendra pas |si tu pars avant lui|."),
    ("fr", "Il ne viendra pas |si le ministre part avant lui|."),
    ("fr", "Il ne viendra pas |si Paris refuse la proposition|."),
    ("fr", "D’aucuns |pensent que le ministre a raison|."),
    ("fr", "Il ne vient pas |parce qu’il est malade aujourd’hui|."),
    ("fr", "Il ne boit pas |et il ne fume jamais non plus|."),
    ("de", "Er kommt nicht, |weil er heute krank ist|."),
    ("de", "Er kam nicht |und er rief auch heute den Arzt|."),
    ("de", "|Die Regierung unterstützt den Plan| und nicht die Opposition."),
    ("de", "|Die Regierung unterstützt den Plan|, aber nicht gern."),
    ("de", "|Die Regierung unterstützt den Plan|. Das ist nicht neu."),
    ("de", "|Die Regierung verhandelt mit| einem nicht genannten Partner."),
    ("de", "|Die Regierung unterstützt den Plan| auch nicht nur aus Mitleid."),
    ("ar", "لم يحضر |ولكنه أرسل نائبه إلى القاعة|."),
    ("he", "הוא הלך אל |העיר הגדולה שבמערב|."),
    ("ar", "غير أن |هناك العديد من أعضاء الهيئة|."),
    ("ar", "لم يحضر الوزير والحكومة |تدرس الأمر في جلسة خاصة|."),
    ("el", "Δεν ήρθε |και έμεινε όλη μέρα στο σπίτι|."),
    ("fr", "Il ne boit |que de l’eau plate chaque matin|."),
    ("de", "|Die Regierung sagt das schon| lange und nicht erst heute."),
    ("en", "He did nothing but |and so on and so forth again|."),
];

fn is_told(language: &str, words: &str) -> bool {
    let (content, span) = marked(words);
    negation_near(&Text::new(&content).in_language(Some(language)), span).is_some()
}

#[test]
fn what_a_negation_straight_before_it_joins_is_denied() {
    for (language, words) in TOLD {
        assert!(is_told(language, words), "{language}: {words}");
    }
}

#[test]
fn what_is_joined_after_another_part_is_not() {
    for (language, words) in QUIET {
        assert!(!is_told(language, words), "{language}: {words}");
    }
}
