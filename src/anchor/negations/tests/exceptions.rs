//! Exceptions from what a passage denies, straight behind it.

use super::super::super::marked::marked;
use super::super::exception_after;
use crate::text::Text;

/// The words with which an exception begins after the words before `|`.
fn exception(language: &str, words: &str) -> Option<String> {
    let (content, span) = marked(&format!("|{words}"));
    let text = Text::new(&content).in_language(Some(language));
    exception_after(&text, span).map(|word| text.slice(word).to_owned())
}

fn sees(cases: &[(&str, &str, &str)]) {
    for (language, marked, words) in cases {
        assert_eq!(exception(language, marked).as_deref(), Some(*words), "{marked}");
    }
}

fn sees_none(cases: &[(&str, &str)]) {
    for (language, marked) in cases {
        assert_eq!(exception(language, marked), None, "{marked}");
    }
}

#[test]
fn an_exception_after_what_is_denied_is_seen() {
    sees(&[
        ("fr", "Il ne boit| que de l’eau.", "que"),
        ("fr", "Il n’a fait| qu’obéir.", "qu’"),
        ("en", "Nobody was killed| except three sailors.", "except"),
        ("de", "Niemand kam| außer dem Arzt.", "außer"),
        ("de", "Niemand kam|, außer dem Arzt.", "außer"),
        ("en", "Nobody was killed|, except three sailors.", "except"),
        ("en", "Nobody was killed,| except three sailors.", "except"),
        ("en", "Nobody was killed| (except three sailors).", "except"),
        ("en", "Nobody was killed| — except three sailors.", "except"),
        ("fr", "Personne n’est mort|, sauf trois marins.", "sauf"),
        ("ru", "Никто не погиб|, кроме трёх моряков.", "кроме"),
    ]);
    sees_none(&[
        ("fr", "Il n’a pas dit| que le pont tient."),
        ("fr", "Il dit| que non."),
        ("fr", "Il n’est pas venu|, que l’on sache."),
        ("es", "No vino|, sino que llamó."),
        ("ru", "Никто не погиб|, кроме того, дом цел."),
        ("en", "Nobody was killed|, besides, it was late."),
        ("en", "Everybody left| except three sailors."),
        ("en", "He did not lie, and everybody left| except three."),
        ("en", "Nobody was killed.| Except for that, all was lost."),
        ("en", "They did not accept all| except."),
    ]);
}

#[test]
fn an_exception_may_begin_with_several_words() {
    sees(&[
        ("en", "Nobody was killed| apart from three sailors.", "apart from"),
        ("en", "Nobody was killed|, apart\nfrom three sailors.", "apart\nfrom"),
        ("en", "Nobody was killed| other than three sailors.", "other than"),
        ("en", "Nobody was killed| aside from three sailors.", "aside from"),
        ("en", "Nobody was killed| with the exception of three sailors.", "with the exception of"),
        ("fr", "Personne n’a été tué| à l’exception de trois marins.", "à l’exception"),
        ("fr", "Personne n’a été tué|, à part trois marins.", "à part"),
        ("fr", "Il n’a rien dit| d’autre que son nom.", "d’autre que"),
        ("fr", "Il ne partira pas|, à moins qu’on le chasse.", "à moins qu’"),
        ("de", "Niemand wurde getötet| mit Ausnahme von drei Matrosen.", "mit Ausnahme"),
        ("de", "Niemand wurde getötet|, abgesehen von drei Matrosen.", "abgesehen von"),
        ("de", "Es gab keine Toten|, ausgenommen zwei Soldaten.", "ausgenommen"),
        ("de", "Er geht nicht|, es sei denn, man zwingt ihn.", "es sei denn"),
        ("es", "Nadie murió|, a excepción de tres marineros.", "a excepción de"),
        ("es", "Nadie murió| aparte de tres marineros.", "aparte de"),
        ("es", "No bebe| más que agua.", "más que"),
        ("es", "No dimitirá| a menos que lo condene el juez.", "a menos que"),
        ("it", "Nessuno è morto| a parte tre marinai.", "a parte"),
        ("it", "Nessuno è morto|, ad eccezione di tre marinai.", "ad eccezione"),
        ("it", "Non beve| se non acqua.", "se non"),
        ("it", "Non beve| altro che acqua.", "altro che"),
        ("pt", "Ninguém morreu| a não ser três marinheiros.", "a não ser"),
        ("pt", "Ninguém morreu|, à exceção de três marinheiros.", "à exceção"),
        ("ru", "Никто не погиб|, за исключением трёх моряков.", "за исключением"),
        ("ru", "Никто не погиб| помимо трёх моряков.", "помимо"),
        ("ar", "لم يقتل أحد| باستثناء ثلاثة بحارة.", "باستثناء"),
        ("ar", "لم يقتل أحد| ما عدا ثلاثة بحارة.", "ما عدا"),
    ]);
    sees_none(&[
        ("en", "Everybody left| apart from three sailors."),
        ("en", "He could not tell them| apart from a distance."),
        ("en", "The two do not live| apart from choice."),
        ("fr", "Il n’est pas membre| à part entière de l’union."),
        ("fr", "Il ne les met pas| à part."),
        ("de", "Kein Land ist| ausgenommen von der Regel."),
        ("de", "Niemand ist| ausgenommen."),
        ("it", "Non so| se non sia meglio partire."),
        ("it", "Non è venuto|, se non sbaglio."),
        ("ru", "Никто не погиб|, помимо этого, дом цел."),
        ("es", "No vino|, aparte de eso llovía."),
    ]);
}

#[test]
fn a_common_word_excepts_only_from_nobody_or_nothing() {
    sees(&[
        ("en", "Nobody was killed| but three sailors.", "but"),
        ("en", "Nobody was killed| save three sailors.", "save"),
        ("en", "Nobody was killed| bar three sailors.", "bar"),
        ("en", "There was nothing| but rubble.", "but"),
        ("en", "They had no choice| but to sign the agreement with the union and the firm.", "but"),
        ("fr", "Personne n’a été tué| en dehors de trois marins.", "en dehors de"),
        ("de", "Niemand wurde getötet| bis auf drei Matrosen.", "bis auf"),
        ("de", "Er sagte nichts| als Lügen.", "als"),
        ("de", "Er tat nichts anderes| als warten.", "als"),
        ("it", "Non fa| che piangere.", "che"),
        ("pt", "Ninguém morreu| além de três marinheiros.", "além de"),
        ("ar", "لم يقتل أحد| غير ثلاثة بحارة.", "غير"),
    ]);
    sees_none(&[
        ("en", "Nobody was killed| but three were hurt."),
        ("en", "Nobody was killed| but the doctor came late at night with an ambulance."),
        ("en", "Nobody was killed|, but three sailors."),
        ("en", "He did not lie| but a friend."),
        ("en", "Nobody could| save three sailors."),
        ("en", "Nobody in the| bar on the corner."),
        ("fr", "Il n’habite pas| en dehors de la ville."),
        ("de", "Niemand darf hinein| bis auf Weiteres."),
        ("de", "Er ist nicht größer| als sein Bruder."),
        ("it", "Non disse| che era stanco."),
        ("it", "Non sapeva| che fare."),
        ("pt", "Ninguém morreu|, além de haver danos."),
        ("pt", "Não mora| além do rio."),
        ("ar", "لم يكن الاتفاق| غير عادل."),
    ]);
}

#[test]
fn a_chinese_exception_is_known_by_its_clause() {
    sees(&[
        ("zh", "没有人受伤|，除了一名司机。", "除了一名司机"),
        ("zh", "没有人受伤|，一名司机除外。", "一名司机除外"),
        ("zh", "没有人受伤|（除司机外）。", "除司机外"),
        ("zh", "任何人不得进入|，除非经批准。", "除非经批准"),
        ("zh", "任何单位不得查询个人账户|，法律另有规定的除外。", "法律另有规定的除外"),
        ("zh-Hant", "無人受傷|，除了一名司機。", "除了一名司機"),
    ]);
    sees_none(&[
        ("zh", "双方达成协议|，除了一名代表。"),
        ("zh", "没有人受伤|，此外。"),
        ("zh", "没有人受伤|，除了道歉，公司还将赔偿。"),
        ("zh", "没有人受伤|，公司解除了合同。"),
        ("zh", "他没有道歉，双方达成协议|，除非法院干预。"),
    ]);
}

#[test]
fn a_clause_of_the_noun_before_it_is_no_exception_in_french() {
    sees_none(&[
        ("fr", "Personne n’a lu le rapport| que la Cour a publié."),
        ("fr", "Nul n’a lu l’arrêt| que la Cour a rendu."),
        ("fr", "Rien ne prouve le vol| que la police décrit."),
        ("fr", "Aucun élu n’a lu le rapport| qu’il a publié."),
        ("fr", "Jamais il n’a lu le rapport| que la Cour a publié."),
        ("fr", "Il n’a pas plu| sauf erreur depuis mars."),
        ("fr", "Il n’a pas plu|, sauf erreur de ma part."),
        ("fr", "Il ne viendra pas| à part ça."),
    ]);
    sees(&[
        ("fr", "Personne n’est venu| que le maire.", "que"),
        ("fr", "Personne n’a vu le film| que le maire de Thiès.", "que"),
        ("fr", "Nul ne peut être privé de sa propriété| que pour cause publique.", "que"),
        ("fr", "Le maire n’a lu le rapport| que la veille du vote.", "que"),
        ("fr", "Nul ne peut être rejugé| sauf erreur judiciaire.", "sauf"),
        ("fr", "Nul ne peut être rejugé| sauf erreur de droit.", "sauf"),
    ]);
}

#[test]
fn french_says_but_for_what_in_many_words() {
    sees(&[
        ("fr", "Nul ne peut être détenu| hors les cas prévus par la loi.", "hors les cas"),
        ("fr", "Le parquet n’a ouvert aucune enquête| autre que celle de 2019.", "autre que"),
        ("fr", "L’accusé n’a menti à personne| d’autre qu’à son avocat.", "d’autre qu’"),
        ("fr", "Aucun poste ne sera supprimé| ailleurs qu’à Liège.", "ailleurs qu’"),
        ("fr", "Nul ne peut être détenu| autrement qu’en vertu d’un jugement.", "autrement qu’"),
        ("fr", "Le vote n’aura pas lieu|, à moins d’une annulation.", "à moins d’une"),
        ("fr", "Le maire n’a rien reçu|, mis à part un cadeau.", "mis à part"),
        ("fr", "Il ne reste| plus que trois médecins à Thiès.", "plus que"),
        ("fr", "La clinique n’opère| guère que les urgences.", "guère que"),
        ("fr", "La commune n’a plus| que trois médecins.", "que"),
    ]);
    sees_none(&[
        ("fr", "Personne n’habite| à moins de dix kilomètres du pont."),
        ("fr", "Le maire n’a pas signé| ailleurs."),
        ("fr", "Le maire ne dit| plus que le pont est sûr."),
        ("fr", "Le maire ne dit plus| que le pont est sûr."),
        ("fr", "Le maire n’est pas| plus que lui à la peine."),
        ("fr", "Le maire n’est pas plus| que le préfet."),
        ("fr", "Le maire ne vient| plus tard que le préfet."),
        ("fr", "Le maire gagne| plus que le préfet."),
        ("fr", "Le maire n’a pas parlé| autrement."),
        ("fr", "La commune a une école| autre que la nôtre."),
    ]);
}

#[test]
fn an_arabic_exception_is_seen_in_any_spelling() {
    sees(&[
        ("ar", "لم يحضر أحد| إلا الوزير.", "إلا"),
        ("ar", "لم يحضر أحد| إلّا الوزير.", "إلّا"),
        ("ar", "لم يحضر أحد| إلاّ الوزير.", "إلاّ"),
        ("ar", "لم يحضر أحد| إِلَّا الوزير.", "إِلَّا"),
        ("ar", "لم يحضر أحد| الا الوزير.", "الا"),
        ("ar", "لم يحضر أحد| إلـا الوزير.", "إلـا"),
        ("ar", "لم يحضر أحد|، اللهم إلا الحراس.", "اللهم إلا"),
        ("ar", "لم يحضر أحد| سِوى الوزير.", "سِوى"),
        ("ar", "لم يحضر أحد| باستثناءِ الوزير.", "باستثناءِ"),
        ("ar", "لم يحضر أحد| بإستثناء الوزير.", "بإستثناء"),
        ("ar", "لم يحضر أحد| بٱستثناء الوزير.", "بٱستثناء"),
        ("ar", "لم يحضر أحد| ماعدا الوزير.", "ماعدا"),
        ("ar", "لم يحضر أحد| ما عَدا الوزير.", "ما عَدا"),
        ("ar", "لم يحضر أحد| عــدا الوزير.", "عــدا"),
        ("ar", "لا يجوز فصل العامل| ما لم يرتكب خطأ جسيما.", "ما لم"),
        ("ar", "لا يجوز فصل العامل| بغير إذن كتابي.", "بغير"),
        ("ar", "لم يحضر أحد| بخلاف الوزير.", "بخلاف"),
        ("ar", "وَمَا مُحَمَّدٌ| إِلَّا رَسُولٌ.", "إِلَّا"),
        ("ar", "لا يعرف عنه الناس| إلا أنه ثري.", "إلا"),
    ]);
    sees_none(&[
        ("ar", "لم يحضر الوزير| إلا أنه بعث رسالة."),
        ("ar", "لم يحضر الوزير| إلّا أنّه بعث رسالة."),
        ("ar", "لم يحضر الوزير|، إلا أن نائبه حضر."),
        ("ar", "لم يحضر الوزير| وإلا لكان وقع."),
        ("ar", "لم يوقع الوزير الاتفاق| بخلاف ما أعلن أمس."),
        ("ar", "لا أعرفه|، عدا عن ذلك فهو بريء."),
        ("ar", "لا يعرف الوزير| ما لم يقله أحد."),
        ("ar", "حضر الجميع| إلّا الوزير."),
    ]);
}
