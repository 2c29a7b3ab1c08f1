//! Arabic ما, *not* before a verb of the past, and far more often *which*, *what* or *some*; and و, *and* or the letter
//! that a word begins with. Knows a word and its neighbours.

use super::numbers::is_in;
use super::words::in_table_form;

/// What stands before a relative or indefinite ما: quantities, adverbs, prepositions, and nouns that it leaves undefined.
const BEFORE: &[&str] = &[
    "كل",
    "معظم",
    "أغلب",
    "أكثر",
    "أقل",
    "أفضل",
    "أهم",
    "أول",
    "آخر",
    "بعض",
    "جميع",
    "أقصى",
    "أبرز",
    "أسوأ",
    "قدر",
    "مثل",
    "حسب",
    "وفق",
    "رغم",
    "غالبا",
    "كثيرا",
    "عادة",
    "قليلا",
    "نادرا",
    "أحيانا",
    "سرعان",
    "نوعا",
    "حد",
    "شيء",
    "نوع",
    "شخص",
    "يوم",
    "مكان",
    "وقت",
    "سبب",
    "طريقة",
    "شكل",
    "حال",
    "جهة",
    "مرحلة",
    "لحظة",
    "درجة",
    "في",
    "من",
    "إلى",
    "على",
    "عن",
    "مع",
    "بعد",
    "قبل",
    "عند",
    "حول",
    "بين",
    "نحو",
    "إثر",
    "ضمن",
    "إذا",
    "أمر",
    "إن",
    "أن",
];

/// Verbs whose object it is, straight before it. After others, as after *said*, it may deny.
const OBJECT_OF: &str = "نفى نفت ينفي تنفي أنكر أنكرت استنكر استنكرت أدان أدانت كشف كشفت نشر نشرت بث بثت روى روت شرح شرحت \
    أدرك أدركت يدرك عكس عكست يعكس تعكس فعل فعلت يفعل رفض رفضت انتقد انتقدت نقل نقلت كرر كررت كتب كتبت نفذ نفذت خالف خالفت يخالف \
    ناقض ناقضت يناقض تناقض تجاهل تجاهلت أيد أيدت";

/// What is written together with the word after it.
const JOINED: &[&str] = &["وب", "ول", "وك", "فب", "و", "ف", "ب", "ل", "ك"];

/// What follows a relative ما, or makes a phrase with it that denies nothing: whether, except, and the like, between,
/// what he called, what he said, still.
const AFTER: &[&str] = &[
    "إذا",
    "لو",
    "عدا",
    "خلا",
    "شابه",
    "بين",
    "وراء",
    "بعد",
    "قبل",
    "يسمى",
    "تسمى",
    "يعرف",
    "تعرف",
    "يقرب",
    "يقارب",
    "يزيد",
    "يصل",
    "يكفي",
    "يلي",
    "أسماه",
    "أسمته",
    "سماه",
    "سمته",
    "وصفه",
    "وصفته",
    "وصفوه",
    "قاله",
    "قالته",
    "قالوه",
    "أعلنه",
    "أعلنته",
    "ذكره",
    "ذكرته",
    "نشره",
    "نشرته",
    "أورده",
    "أوردته",
    "بثه",
    "بثته",
    "تبقى",
    "مضى",
    "زال",
    "زالت",
    "زالوا",
    "زلت",
    "زلنا",
    "دام",
    "دامت",
    "برح",
    "سبق",
];

/// Verbs that it is the subject of where such words, or a document, are behind them: `ما حدث أمس`, `ما ورد في التقرير`.
const SUBJECT_OF: &[(&str, &str)] =
    &[("حدث جرى حصل وقع", "في أمس اليوم هناك بعد قبل خلال ليلة ليل يوم صباح مساء"), ("ورد", "في على عن إلى")];
/// The verb of what a document says, and documents, without their article.
const COMES: &str = "جاء جاءت";
const DOCUMENTS: &[&str] = &[
    "تقرير",
    "تقارير",
    "بيان",
    "رسالة",
    "مقال",
    "كتاب",
    "قرار",
    "خطاب",
    "كلمة",
    "تصريح",
    "مادة",
    "نص",
    "وثيقة",
    "وثائق",
    "محضر",
    "حديث",
];

/// What takes it up in its own clause, before a noun: `ما وصلت إليه البلاد`.
const TAKEN_UP: &str = "به فيه إليه عليه";

/// So many words after it an exception may stand, before which it denies whatever it is: `وما يعلم تأويله إلا الله`.
const EXCEPTION: usize = 5;

/// Whether ما between these is surely no negation. `before` and `after` are the text up to it and from its end on.
pub(super) fn is_relative(before: &str, after: &str) -> bool {
    if denies_with_exception(after) {
        return false;
    }
    let last = before.split_whitespace().next_back().filter(|_| before.ends_with(char::is_whitespace));
    let follows = last.is_some_and(|word| {
        let word = in_table_form(word);
        let joined = JOINED.iter().filter_map(|joined| word.strip_prefix(joined));
        std::iter::once(&*word).chain(joined).any(|word| BEFORE.contains(&word) || is_in(word, OBJECT_OF))
    });
    // What it denies follows at once: `قرص ما، ` is some disk.
    let is_apart = after.trim_start().starts_with(['،', ',', '؛', '.', ':', '(', ')', '؟', '!']);
    follows || is_apart || next_word(after).is_some_and(|next| AFTER.contains(&&*next)) || is_subject(after)
}

/// Whether the words after it take it for the subject of their verb, or take it up behind that.
fn is_subject(after: &str) -> bool {
    let mut words = after.split_whitespace().map(in_table_form);
    let [verb, second, third] = [words.next(), words.next(), words.next()].map(Option::unwrap_or_default);
    let noun = third.strip_prefix("ال");
    let is_document = |noun: &str| DOCUMENTS.iter().any(|document| noun.starts_with(document));
    let is_verb_with = |(verbs, behind): &(&str, &str)| is_in(&verb, verbs) && is_in(&second, behind);
    SUBJECT_OF.iter().any(is_verb_with)
        || is_in(&verb, COMES) && second == "في" && is_document(noun.unwrap_or(&third))
        || is_in(&second, TAKEN_UP) && noun.is_some()
        || is_in(&verb, "قال قالت قالوا") && is_in(&second, "إنه إنها")
}

/// Whether it is most probably none, by the verb of the present or future after it, which other words negate. In some
/// dialects, and in old texts, it may be one all the same.
pub(super) fn may_be_relative(after: &str) -> bool {
    let is_present =
        |next: &String| next.starts_with('ي') || next.starts_with("سي") || next.starts_with("ست");
    !denies_with_exception(after) && next_word(after).as_ref().is_some_and(is_present)
}

fn next_word(after: &str) -> Option<String> {
    let rest = after.trim_start();
    let word =
        rest.split(|c: char| !c.is_alphanumeric() && !is_sign(c)).next().filter(|word| !word.is_empty());
    word.filter(|_| rest.len() < after.len()).map(in_table_form)
}

const fn is_sign(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64B}'..='\u{652}' | '\u{670}')
}

fn denies_with_exception(after: &str) -> bool {
    let words = after.split_whitespace().take(EXCEPTION);
    words
        .take_while(|word| !word.ends_with(['.', '،', '؛', '!', '؟']))
        .any(|word| matches!(&*in_table_form(word), "إلا" | "الا" | "سوى"))
}

/// How words begin whose و is their own, and not the *and* that is written together with the word after it: clear,
/// minister, one, national. Without an article, in the form of the tables.
const OWN_WAW: &[&str] = &[
    "واضح",
    "واحد",
    "وحيد",
    "وحدة",
    "وحدات",
    "وزير",
    "وزارة",
    "وزارت",
    "وزارات",
    "وزراء",
    "وطني",
    "وطنه",
    "وضع",
    "وضوح",
    "وقتا",
    "وثيق",
    "وثائق",
    "واسع",
    "وارد",
    "واجب",
    "واقعي",
    "واقعة",
    "واثق",
    "وافق",
    "وافد",
    "وفد",
    "وفاة",
    "وفيات",
    "وفق",
    "وكالة",
    "وكالات",
    "وكيل",
    "ولاية",
    "ولايات",
    "ولاء",
    "وسيل",
    "وسائل",
    "وسيط",
    "وسطي",
    "وساطة",
    "وجود",
    "وجه",
    "وعدا",
    "وعدت",
    "وعده",
    "وعي",
    "وقوع",
    "وقف",
    "وقائي",
    "وصول",
    "وصف",
    "وصل",
    "وصي",
    "ورق",
    "ورش",
    "ورود",
    "ورد",
    "وراث",
    "وراء",
    "وظيف",
    "وظائف",
    "وشيك",
    "وهمي",
    "وباء",
    "وبائي",
    "وزن",
    "وزع",
    "وقع",
    "وجد",
    "وجب",
];

/// Whether a word that begins with و, in the form of the tables, has it of its own.
pub(super) fn has_own_waw(form: &str) -> bool {
    OWN_WAW.iter().any(|own| form.starts_with(own))
}

#[cfg(test)]
mod tests {
    use super::{is_relative, may_be_relative};

    #[test]
    fn which_and_what_are_no_negations() {
        for (before, after) in [
            ("وكل ", " تبقى سوف ينزل"),
            ("غالبًا ", " تستخدم شبكات"),
            ("بأفضل ", " يستطيع"),
            ("إلى حد ", " مع ذلك"),
            ("لا يعرف ", " إذا كان"),
            ("يقرأ ", " يسمى الخريطة"),
            ("رفض ", " وصفه بالابتزاز"),
            ("يتعطل قرص ", "، سنحتاج"),
            ("", " زلت أشعر"),
            ("", " حدث أمس في الساحة جريمة"),
            ("قال إنّ ", " حدث جريمة"),
            ("", " جاء في تقرير الخبراء خطير"),
            ("استنكر ", " قالت الصحيفة"),
            ("فعلت الشركة ", " وعدت به العمال"),
            ("يعكس ", " وصلت إليه البلاد"),
            ("بثت القناة ", " قالت إنه تسجيل"),
            ("على نحو ", " ورد"),
            ("فإذا ", " وقعت الحكومة"),
            ("لأمر ", " سافر"),
        ] {
            assert!(is_relative(before, after), "{before}ما{after}");
        }
        assert!(may_be_relative(" يحدث عند التنفيذ") && may_be_relative(" سيحدث غدا"));
    }

    #[test]
    fn a_denial_is_one() {
        for (before, after) in [
            ("الوزير ", " قال ذلك"),
            ("قال: ", " فعلنا هذا"),
            ("أنا ", " كذبت"),
            ("الحزم ", " هي إلا تجميع"),
            ("من ", " هي إلا تجميع"),
            ("من ", " هي إِلَّا تجميع"),
            ("كل", " شيء"),
            ("قال الشاهد إنه ", " قتل أحدا"),
            ("قال ", " كذبت عليه"),
            ("", " كان الوزير على علم"),
            ("الوزير ", " جاء في الموعد"),
            ("", " حدث شيء"),
            ("", " وثقت به يوما"),
        ] {
            assert!(!is_relative(before, after), "{before}ما{after}");
        }
        assert!(!may_be_relative(" يعلم تأويله إلا الله") && !may_be_relative(" كان ليحدث"));
    }
}
