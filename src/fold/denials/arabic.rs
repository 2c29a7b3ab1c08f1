//! What tells in Arabic, which has its subject between a verb and what it denies, whether that verb still denies it.
//! Small tables, to be grown with cases. Knows single words.

use super::super::arabic::has_own_waw;
use super::super::numbers::is_in;

/// What stands straight before *that* and makes a clause of its own with it: `رفض التعليق رغم |أن`.
const BEFORE_THAT: &str = "بعد قبل رغم مع غير إلا على إلى بسبب بيد منذ حتى من في عن كما لولا شرط بشرط شريطة دون خشية مخافة \
    مقابل لدرجة ذلك بمجرد بحجة بدعوى بذريعة باعتبار طالما سوى";
/// The same behind *and* or *but*: `والحقيقة أن`.
const FACTS: &str = "الثابت الحقيقة الواقع الصحيح المؤكد المعروف المعلوم الراجح الأرجح";
/// What begins another clause wherever it stands.
const CONTRARY: &str = "لكن لكنه لكنها لكنهم بل علما رغم بينما";
/// Nouns that a denial has for its whole object, where no noun follows that they point at: `نفى ذلك`.
const POINTING: &str = "ذلك هذا هذه";

/// Verbs with which something else is asserted, by their stems in the past, in the present, and as participles.
const PAST: &str = "أكد أوضح أضاف أعلن ذكر اعتبر شدد أشار لفت زعم ادعى ادع رأى كشف صرح أفاد أبلغ أقر اعترف قال توقع رجح اتهم \
    طالب تمسك هدد حذر جدد أصر أظهر كرر علل برر استدرك";
const PRESENT: &str = "ؤكد وضح ضيف علن ذكر عتبر شدد شير لفت زعم دعي رى كشف صرح فيد بلغ قر عترف قول توقع رجح تهم طالب تمسك هدد \
    حذر جدد صر ظهر كرر علل برر";
const PARTICIPLES: &str = "مؤكد موضح مضيف معلن ذاكر معتبر مشدد مشير لافت زاعم مدعي مصرح مفيد مقر معترف قائل متوقع مرجح متهم مطالب \
    متمسك مهدد محذر كاشف مبين منوه مذكر معلل مبرر مستدرك مصر معرب ملمح";

/// Whether between a verb that denies, the last of `forms`, and the joint that is their first, another clause begins, whose
/// words are asserted: `نفى ذلك، وأوضح أن`. `is_parted` says of each whether a mark stands straight before it.
pub(super) fn begins_another(forms: &[String], is_parted: &[bool]) -> bool {
    let Some(between) = forms.len().checked_sub(1).filter(|&end| end > 1).map(|end| 1..end) else {
        return false;
    };
    let straight = bare(&forms[1]);
    let is_joined = straight.len() < forms[1].len();
    if is_in(straight, BEFORE_THAT) || is_in(straight, FACTS) && (is_joined || between.len() > 1) {
        return true;
    }
    between.into_iter().any(|at| {
        let (form, next) = (&*forms[at], &*forms[at - 1]);
        let word = bare(form);
        let is_joined = word.len() < form.len() && !has_own_waw(form) && !word.starts_with("ال");
        is_in(word, CONTRARY)
            || says(word)
            || is_in(word, POINTING) && !next.starts_with("ال")
            || is_joined && (is_parted[at] || is_verb_in_shape(word))
    })
}

/// A word without the *and* that is written together with it.
fn bare(form: &str) -> &str {
    form.strip_prefix(['و', 'ف']).unwrap_or(form)
}

/// Whether a word is a form of a verb with which something is asserted.
fn says(word: &str) -> bool {
    let is_one = |ends: &[&str], table: &str, word: &str| {
        ends.iter().any(|end| word.strip_suffix(end).is_some_and(|stem| is_in(stem, table)))
    };
    let present = word.strip_prefix(['ي', 'ت', 'ن']);
    is_one(&["", "ت", "وا", "تا"], PAST, word)
        || is_one(&["ا", "ة", "ين"], PARTICIPLES, word)
        || present.is_some_and(|stem| is_one(&["", "ون", "ان"], PRESENT, stem))
}

/// Whether a word behind *and*, without article or pronoun, has the shape of a verb: `تنحى`, `اعترف`, `انسحب`.
fn is_verb_in_shape(word: &str) -> bool {
    const LEAST: usize = 4;
    let mut letters = word.chars();
    let first = [letters.next(), letters.next(), letters.next()].map(Option::unwrap_or_default);
    let is_one = match first {
        ['ت', ..] => true,
        ['ا', second, third] => matches!(second, 'ت' | 'ن') || third == 'ت',
        _ => false,
    };
    is_one
        && word.chars().count() >= LEAST
        && !["ه", "ها", "هم", "ة", "ا"].iter().any(|end| word.ends_with(end))
}
