//! Which millions beside a number are told.

use super::super::marked::marked;
use super::*;

fn beside(language: &str, words: &str) -> Option<String> {
    let (content, span) = marked(words);
    let text = Text::new(&content).in_language(Some(language));
    magnitude_beside(&text, span).map(|found| text.slice(found.span()).to_owned())
}

#[test]
fn a_million_after_a_number_is_told() {
    for (language, words, left_out) in [
        ("en", "|The bridge cost about $500| million in the end.", "million"),
        ("en", "|The bridge cost about 2.5| bn.", "bn"),
        ("en", "> |The bridge cost 2.5|\n> million euros.", "million"),
        ("en", "> The bridge cost 2.5\n> |million euros|.", "2.5"),
        ("en", "|It cost 20|\n\n8\n00:00:24,050 --> 00:00:26,300\nthousand pounds", "thousand"),
        ("en", "It cost 20\n\n00:24.050 --> 00:26.300\n|thousand pounds|", "20"),
        ("en", "It cost 20\n[00:00:24]\n|thousand pounds|", "20"),
        ("en", "|The bridge cost the city five| million dollars.", "million"),
        ("fr", "|Le pont a coûté 221| milliards de dollars.", "milliards"),
        ("fr", "|Le pont a coûté 3\u{202F}500| millions d’euros.", "millions"),
        ("fr", "|Le pont a coûté deux| milliards.", "milliards"),
        ("fr", "|Le pont coûtera 5| M€ à la ville.", "M€"),
        ("fr", "|Le pont coûtera 3,2|\u{A0}Md€ à la ville.", "Md€"),
        ("fr", "|Le pont a coûté 300| MFCFA à la ville.", "MFCFA"),
        ("fr", "|Le pont a coûté 300| M FCFA à la ville.", "M FCFA"),
        ("fr", "|Le pont a coûté 14,2| G$ à la ville.", "G$"),
        ("fr", "|Le pont a coûté quatre-vingts| millions d’euros.", "millions"),
        ("es", "|El puente costó 7| k$ al año.", "k$"),
        ("de", "|Die Brücke kostete 12| Mio. Euro.", "Mio"),
        ("es", "|El puente costó 3| mil millones de euros.", "mil millones"),
        ("ru", "|Мост обошёлся в 42| млн рублей.", "млн"),
        ("ar", "|كلف الجسر المدينة 42| مليون يورو.", "مليون"),
        ("hi", "|पुल की लागत 5| लाख रुपये थी।", "लाख"),
        ("id", "|Jembatan itu menelan biaya 12| juta rupiah.", "juta"),
        ("ro", "|Podul a costat 50| de milioane de lei.", "milioane"),
        ("vi", "|Cây cầu tốn 12| tỷ đồng.", "tỷ"),
        ("pt", "|A ponte custou 8,8 mil| milhões de escudos.", "milhões"),
        ("ar", "|كلف الجسر المدينة و1,4| مليار يورو.", "مليار"),
        ("pt", "|A ponte custou R$ 5| bi à cidade.", "bi"),
        ("pt", "|A ponte custou R$ 5| trilhões à cidade.", "trilhões"),
        ("pl", "|Most kosztował 1,5| miliona złotych.", "miliona"),
        ("pl", "|Most kosztował 4| bln złotych.", "bln"),
        ("uk", "|Міст коштував 4| трлн гривень.", "трлн"),
        ("de", "|Die Brücke kostete 4| Bio. Euro.", "Bio"),
        ("de", "|Die Brücke kostete 4| Mia. Franken.", "Mia"),
        ("en", "|The bridge cost $4| m in the end.", "m"),
        ("en", "|The bridge cost US$4| MM in the end.", "MM"),
        ("fr", "|Le pont a coûté 5| M EUR à la ville.", "M EUR"),
        ("es", "|El puente costó 4| mdd a la ciudad.", "mdd"),
        ("it", "|Il ponte è costato 4| bilioni.", "bilioni"),
        ("he", "|הגשר עלה לעיר 4| מיליארדי שקלים.", "מיליארדי"),
        ("hi", "|पुल की लागत 4| खरब रुपये थी।", "खरब"),
        ("id", "|Jembatan itu menelan biaya Rp4| miliar.", "miliar"),
        ("id", "|Jembatan itu menelan biaya Rp 4| T lebih.", "T"),
        ("en", "|The bridge cost $500| **million**.", "million"),
        ("en", "|The bridge cost $500| <b>million</b>.", "million"),
        ("en", "|The bridge cost $500| [million](https://x.org).", "million"),
        ("en", "|The bridge cost $500|[^2] million.", "million"),
        ("en", "**|The bridge cost $500|** million.", "million"),
    ] {
        assert_eq!(beside(language, words).as_deref(), Some(left_out), "{words}");
    }
}

#[test]
fn a_number_before_a_million_is_told() {
    for (language, words, left_out) in [
        ("en", "It cost 500 |million dollars in the end|.", "500"),
        ("fr", "Il a coûté 12 |mille euros à la ville|.", "12"),
        ("ar", "كلف الجسر 42 |مليون يورو في النهاية|.", "42"),
        ("fr", "Il a coûté 12 |M€ à la ville|.", "12"),
    ] {
        assert_eq!(beside(language, words).as_deref(), Some(left_out), "{words}");
    }
}

#[test]
fn a_half_before_a_million_is_its_number() {
    for (language, words, left_out) in [
        ("en", "|They sold two and a half| million copies.", "million"),
        ("en", "|They sold half a| million copies.", "million"),
        ("en", "|They sold half| a million copies.", "million"),
        ("en", "|They sold three quarters of a| billion copies.", "billion"),
        ("en", "They sold half a |million copies|.", "half a"),
        ("en", "**Half a** |million people fled|.", "Half a"),
        ("en", "They sold half |a million copies|.", "half"),
        ("en", "They sold two and a half |million copies|.", "two and a half"),
        ("fr", "|Ils ont vendu un quart de| million de copies.", "million"),
        ("fr", "|Ils ont vendu une dizaine| de millions de copies.", "millions"),
        ("fr", "|Ils ont vendu une dizaine de| millions de copies.", "millions"),
        ("fr", "|Des centaines| de milliers de personnes ont fui.", "milliers"),
        ("fr", "Plusieurs dizaines de |milliers de dossiers|.", "dizaines de"),
        ("de", "|Sie zahlten eine halbe| Million Euro.", "Million"),
        ("de", "|Sie zahlten zweieinhalb| Millionen Euro.", "Millionen"),
        ("es", "|Pagaron medio| millón de euros.", "millón"),
        ("it", "|Hanno pagato mezzo| milione di euro.", "milione"),
        ("pt", "|Pagaram meio| milhão de euros.", "milhão"),
        ("nl", "|Ze betaalden tweeënhalf| miljoen euro.", "miljoen"),
        ("sv", "|De betalade en halv| miljon kronor.", "miljon"),
        ("pl", "|Zapłacili pół| miliona złotych.", "miliona"),
        ("cs", "|Zaplatili půl| milionu korun.", "milionu"),
        ("ru", "|Они заплатили полтора| миллиона рублей.", "миллиона"),
        ("uk", "|Вони заплатили пів| мільйона гривень.", "мільйона"),
        ("ro", "|Au plătit jumătate| de milion de lei.", "milion"),
        ("el", "|Πλήρωσαν δυόμισι| εκατομμύρια ευρώ.", "εκατομμύρια"),
        ("tr", "|Onlar bir buçuk| milyon lira ödedi.", "milyon"),
        ("ar", "|دفعوا نصف| مليون دولار.", "مليون"),
        ("he", "|הם שילמו חצי| מיליון שקל.", "מיליון"),
        ("hi", "|उन्होंने डेढ़| करोड़ रुपये दिए।", "करोड़"),
        ("fa", "|آنها نیم| میلیون دلار پرداختند.", "میلیون"),
        ("vi", "|Họ đã trả nửa| triệu đô la.", "triệu"),
        ("id", "|Mereka membayar setengah| juta rupiah.", "juta"),
    ] {
        assert_eq!(beside(language, words).as_deref(), Some(left_out), "{words}");
    }
    for (language, words) in [
        ("es", "|Y allí, en medio| mil personas gritaban."),
        ("it", "|La barca era nel mezzo| mille metri più in là."),
        ("en", "|They ate half| a cake."),
        ("en", "|That was for them| a million dollars."),
        ("en", "In the second half |million-dollar deals came|."),
        ("en", "|They sold the other half|. Million by million it went."),
        ("fr", "|Ils ont vendu un quart| de leurs copies."),
        ("fr", "|Ils ont vendu une dizaine| de copies."),
        ("fr", "|Une dizaine| de millionnaires a signé."),
        ("fr", "Des |milliers de personnes ont fui|."),
        ("fr", "Pas moins de |milliers de personnes|."),
    ] {
        assert_eq!(beside(language, words), None, "{words}");
    }
}

#[test]
fn other_words_and_other_numbers_are_not() {
    for (language, words) in [
        ("en", "|The bridge cost about 500| dollars."),
        ("en", "|The bridge was closed in 2015|. Millions wept."),
        ("fr", "|Le pont mesure 5| m et coûte 8 €."),
        ("fr", "|Le pont coûtera 5| € à la ville."),
        ("en", "|The bridge was closed in 2015|\n\nmillion by million"),
        ("en", "He said so.12 |Millions of people saw it|."),
        ("en", "Hello\n\n16\n00:00:48,100 --> 00:00:50,000\n|Millions of people saw it|."),
        ("en", "1\n00:00:48,100 --> 00:00:50,000\n|Millions of people saw it|."),
        ("en", "[00:48:10]\n|Millions of people saw it|."),
        ("en", "> The bridge cost 2.5\n>\n> |Millions of people saw it|."),
        ("en", "|Of the bridges that cost a million| million were saved."),
        ("en", "|The bridge cost the city a| million dollars."),
        ("de", "|Ich lebe mit zwölf| bin ich gekommen."),
        ("sv", "|Bron ligger tre| kilometer bort."),
        ("fr", "|Le pont a coûté 500| euros."),
        ("fr", "|Le pont a coûté 500| FCFA à la ville."),
        ("fr", "|Le pont pèse 500| g de moins."),
        ("fr", "|Les ponts des années 1950| de milliardaires."),
        ("fr", "|Un pont de 500| de mille façons."),
        ("en", "|The bridge is 5| m wide."),
        ("en", "|The bridge is 5| bi wide."),
        ("en", "|The bridge cost $5| more than planned."),
        ("en", "|They sold for $5| T-shirts of the bridge."),
        ("de", "|Auf der Brücke sind 12| Bio-Höfe."),
        ("de", "Auf der Brücke sind 12 |Bio-Höfe|."),
        ("de", "|Auf der Brücke lagen 12| Bio Eier."),
        ("en", "|The bridge\t500|\tmillion\tmarks"),
        ("en", "|The bridge cost $500| **more** than planned."),
        ("en", "|Of the year 500|\n\n**million** by million"),
        ("en", "|The bridge cost $500| (millions went to the mayor)."),
    ] {
        assert_eq!(beside(language, words), None, "{words}");
    }
}

#[test]
fn the_million_behind_the_second_number_of_a_range_is_of_the_first() {
    for (language, words, left_out) in [
        ("en", "|The deal is worth $3|–4 million a year.", "million"),
        ("en", "|The deal is worth $3| to $4 million a year.", "million"),
        ("en", "|It is worth between $3| and $4 million a year.", "million"),
        ("en", "|Three| to four million people fled.", "million"),
        ("fr", "|Entre 3| et 5 millions de personnes ont fui.", "millions"),
        ("fr", "|De 3| à 5 millions de personnes ont fui.", "millions"),
        ("es", "|Huyeron entre 3| y 5 millones de personas.", "millones"),
        ("de", "|Es flohen 3| bis 4 Millionen Menschen.", "Millionen"),
        ("de", "|Es flohen 3|-4 Millionen Menschen.", "Millionen"),
        ("ru", "|Бежало от 3| до 5 миллионов человек.", "миллионов"),
        ("ar", "|فر ما بين 3| و5 ملايين شخص.", "ملايين"),
        ("zh", "|约有3|至5万人逃离", "万"),
        ("zh", "|约有三|至五万人逃离", "万"),
    ] {
        assert_eq!(beside(language, words).as_deref(), Some(left_out), "{words}");
    }
    for (language, words) in [
        ("en", "|It opened in 2019| and 4 million people came."),
        ("en", "|The number rose in 2019| to 4 million."),
        ("en", "|Sales grew from 500,000| to 4 million."),
        ("en", "|He has 3| and she has 4 million."),
        ("en", "|He has 3| and 4 million others have none."),
        ("en", "|Pages 3| to 5 are lost."),
        ("de", "|Es flohen 3| bis 4 Menschen."),
        ("en", "|The deal is worth $3 million| to $4 million a year."),
        ("zh", "|2019|到5万人"),
    ] {
        assert_eq!(beside(language, words), None, "{words}");
    }
}
