//! What tells in Arabic, which has its subject between a verb and what it denies, whether that verb still denies it.
//! Small tables, to be grown with cases. Knows single words.

use super::super::arabic::has_own_waw;
use super::super::characters as ch;
use super::super::numbers::is_in;
use super::super::words::in_table_form;
use super::subject::Subject;

/// What stands straight before *that* and makes a clause of its own with it: `رفض التعليق رغم |أن`.
const BEFORE_THAT: &str = "بعد قبل رغم مع غير إلا على إلى بسبب بيد منذ حتى من في عن كما لولا شرط بشرط شريطة دون خشية مخافة \
    مقابل لدرجة ذلك بمجرد بحجة بدعوى بذريعة باعتبار طالما سوى";
/// The same behind *and* or *but*: `والحقيقة أن`.
const FACTS: &str = "الثابت الحقيقة الواقع الصحيح المؤكد المعروف المعلوم الراجح الأرجح";
/// What begins another clause wherever it stands.
const CONTRARY: &str = "لكن لكنه لكنها لكنهم بل علما رغم بينما";
/// Nouns that a denial has for its whole object, where no noun follows that they point at: `نفى ذلك`.
const POINTING: &str = "ذلك هذا هذه";

/// Forms of *doubt*, and the preposition before what is doubted: `شكك في أن`.
const DOUBTING: &str = "شكك شككت شككوا يشكك تشكك يشككون مشككا مشككة مشككين";
const IN: &str = "في";

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
    if straight == IN && is_in(bare(&forms[forms.len() - 1]), DOUBTING) {
        return false;
    }
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

/// What refuses or denies a noun that says what is done: verbs, participles, and nouns with who does it.
pub(super) const REFUSING: &str = "نفى نفت نفيا نفتا نفوا نفين ينفي تنفي ننفي أنفي ينفون نفي نفيت نافيا نافية نافين نفيه نفيها نفيهم أنكر انكر أنكرت \
    انكرت أنكروا ينكر تنكر ينكرون إنكار إنكاره إنكارها إنكارهم منكرا منكرة منكرين استبعد استبعدت استبعدوا يستبعد تستبعد يستبعدون \
    مستبعدا مستبعدة استبعاده استبعادها رفض رفضت رفضوا رفضا رفضتا يرفض ترفض نرفض يرفضون سيرفض سترفض رافضا رافضة رافضين رفضه رفضها \
    رفضهم برفض حظر حظرت يحظر تحظر منع منعت يمنع تمنع حرم يحرم تحريم بدل عوض كذب كذبت يكذب تكذب فند فندت يفند دحض دحضت";
/// A noun between such a verb and whatever is denied: `نفى صحة |ما نشر`.
const TRUTH: &str = "صحة";
/// What asks for no noun of its own behind it: prepositions, before which a verb has its object already.
const PREPOSITIONS: &str = "في على من عن إلى مع بعد قبل خلال بسبب منذ حتى أثناء عند لدى بين حول ضد تجاه رغم عقب فور إثر بشأن وفق حسب \
    لولا دون بدون غير أو أم ثم إن أن ما لا قد هو هي بل لكن التي الذي الذين";
/// Before whom something is forbidden: `يحظر على الموظف |قبول الهدايا`.
const UPON: &str = "على";

/// Nouns that say what is done, as no shape tells; before a pronoun with ت for ة.
const DEEDS: &str = "قتل دفع بيع شراء قبول وجود علم صلة علاقة ضلوع دخول خروج حدوث وقوع وصول حصول سرقة نية مسؤولية معرفة نقل نشر فتح سحب \
    وقف رفع خفض منح بناء هدم عقد عودة سفر زيارة لقاء ضرب قصف خطف نهب وضع بقاء صدور فرض تورط تدخل تلقي تحمل تعرض تسلم تهرب توسط \
    تسلل توصل تعاون تجاوز تواطؤ تلاعب تنازل تفاوض تبادل تواصل تقاضي تخابر تجاهل";
/// Nouns in such a shape that name who acts, a place, or a thing.
const NO_DEEDS: &str = "تنظيم توفيق إيران إسلام إلهام إيمان إكرام إحسان إنعام إعلام إدارة إمارة إذاعة اتحاد ائتلاف اتفاق اقتراح اتهام \
    ادعاء انتقاد اعتراض اجتماع امتحان محافظة مقاومة معارضة مواطنة مراسلة محامية محاسبة تقرير إقليم إلياس إيهاب إنسان إعصار إرهاب \
    إخوان إشاعة تيسير ابتسام معاهدة مباراة محاضرة مناقصة مبادرة مسابقة مساعدة تاريخ تعليم تصريح تلميذ تهديد تحذير";
/// Pronouns that are written together with a noun.
const PRONOUNS: &[&str] = &["هما", "هم", "هن", "ها", "ه", "نا"];
const ANY: &str = "أي أية";
/// Prepositions behind a noun with its article that says what is done: `التوقيع على`.
const BEHIND_DEED: &str = "على في عن إلى مع من";

/// How many of some forms, the last first, deny what follows them in a way that is Arabic alone.
pub(super) fn denial(forms: &[String], beside: &Subject<'_>) -> Option<usize> {
    denied_deed(forms, beside)
        .or_else(|| denied_saying(forms, beside.is_parted))
        .or_else(|| no_truth(forms, beside.is_parted))
}

/// How many of some forms, the last first, deny or refuse what the noun says that a passage begins with: `نفى |تورطه`,
/// `رفضت الحكومة |التوقيع على`. Up to two words of the subject stand between.
fn denied_deed(forms: &[String], beside: &Subject<'_>) -> Option<usize> {
    const SUBJECT: usize = 2;
    let verb = (0..=SUBJECT).find(|&at| forms.get(at).is_some_and(|form| is_refusing(form)))?;
    let between = &forms[..verb];
    if beside.is_parted[..verb].contains(&true) {
        return None;
    }
    if between.first().is_some_and(|last| last == TRUTH) {
        return Some(verb + 1);
    }
    let is_forbidden = verb == SUBJECT && between[1] == UPON;
    // What is refused already: `الذي رفض التوقيع |استعداد بلاده`.
    let is_object = |form: &str| form.strip_prefix("ال").is_some_and(is_deed);
    let may_be_subject = |form: &String| {
        !is_in(bare(form), PREPOSITIONS)
            && !is_in(form, POINTING)
            && !says(bare(form))
            && !is_joined(form)
            && !is_object(form)
    };
    let is_near = verb < SUBJECT || between[0].starts_with("ال");
    let is_subject = is_forbidden || is_near && between.iter().all(may_be_subject);
    (is_subject && begins_with_deed(beside.quoted)).then_some(verb + 1)
}

fn is_joined(form: &str) -> bool {
    form.starts_with('و') && !has_own_waw(form) && !form.starts_with("وا")
}

fn is_refusing(form: &str) -> bool {
    is_in(form, REFUSING) || is_in(bare(form), REFUSING)
}

/// Whether a passage begins with a noun that says what is done: one of a verb, with a pronoun or the noun that it goes with.
fn begins_with_deed(quoted: &str) -> bool {
    let mut words =
        quoted.split(|c: char| !ch::is_word(c)).filter(|word| !word.is_empty()).map(in_table_form);
    let [first, second] = [words.next(), words.next()].map(Option::unwrap_or_default);
    if is_in(&first, ANY) {
        return true;
    }
    if let Some(noun) = first.strip_prefix("ال").filter(|rest| rest.chars().count() > 2) {
        return is_deed(noun) && is_in(&second, BEHIND_DEED);
    }
    let own = |end: &&str| first.strip_suffix(*end).filter(|stem| stem.chars().count() > 2);
    is_deed(&first) || PRONOUNS.iter().filter_map(own).any(is_deed_before_pronoun)
}

/// The same of a noun without the pronoun behind it, before which ة is ت, and the ء of the end has a seat.
fn is_deed_before_pronoun(stem: &str) -> bool {
    let with =
        |end: char, is: char| stem.strip_suffix(end).is_some_and(|rest| is_deed(&format!("{rest}{is}")));
    is_deed(stem) || with('ت', 'ة') || with('ئ', 'ء') || with('ؤ', 'ء')
}

/// Whether a noun says what is done, by its shape: `تلويث`, `إجراء`, `اعتقال`, `مشاركة`.
fn is_deed(noun: &str) -> bool {
    if is_in(noun, NO_DEEDS) {
        return false;
    }
    let letters: Vec<char> = noun.chars().collect();
    let has_shape = match letters[..] {
        ['ت', _, _, 'ي', last] => last != 'ا',
        ['ا', _, 'ت', _, 'ا', last] | ['ا', 'ن', _, _, 'ا', last] => last != 'ت',
        ['ا', 'ت', _, 'ا', _]
        | ['ا', 'س', 'ت', _, _, 'ا', _]
        | ['ا', 'س', 'ت', _, 'ا', _, 'ة']
        | ['ت', _, _, 'ئ', 'ة']
        | ['إ', _, _, 'ا', _]
        | ['إ', _, 'ا', _, 'ة']
        | ['م', _, 'ا', _, _, 'ة'] => true,
        _ => false,
    };
    has_shape || is_in(noun, DEEDS)
}

/// What says of the words before it that they are not so.
pub(super) const FALSE_BEHIND: &[&str] = &[
    "غير صحيح",
    "غير صحيحة",
    "ليس صحيحا",
    "ليست صحيحة",
    "كذب محض",
    "محض كذب",
    "محض افتراء",
    "عار عن الصحة",
    "عارية عن الصحة",
    "لا أساس له من الصحة",
    "لا أساس لها من الصحة",
];

/// Nouns for saying between what denies and the joint: `رفض القول إن`.
const SAYING: &str = "القول الإقرار الاعتراف التصريح";
const JOINTS: &str = "إن إنه إنها إنهم أن أنه أنها أنهم بأن بأنه بأنها بأنهم";
/// What says that it would be wrong to say so, and the preposition of *abstained from*.
pub(super) const WRONG: &str = "امتنع امتنعت امتنعوا يمتنع تمتنع الخطأ الكذب صحيح الصحيح";
const NOT: &str = "غير";

/// How many of some forms, the last first, deny that it is said: `رفض الناطق القول إن`, `من غير الصحيح القول إن`.
fn denied_saying(forms: &[String], is_parted: &[bool]) -> Option<usize> {
    const FARTHEST: usize = 5;
    let [joint, noun, ..] = forms else { return None };
    if !is_in(joint, JOINTS) || !is_in(noun, SAYING) {
        return None;
    }
    let verb = (2..forms.len().min(FARTHEST))
        .find(|&at| is_refusing(&forms[at]) || is_in(bare(&forms[at]), WRONG))?;
    let count = if is_in(&forms[verb], "صحيح الصحيح") {
        forms.get(verb + 1).filter(|form| *form == NOT).map(|_| verb + 2)?
    } else {
        verb + 1
    };
    (!is_parted[..count - 1].contains(&true)).then_some(count)
}

/// How many of some forms, the last first, say that there is no truth in what follows: `لا صحة للأنباء التي تحدثت عن`.
fn no_truth(forms: &[String], is_parted: &[bool]) -> Option<usize> {
    let at = forms.iter().position(|form| is_in(bare(form), "لا"))?;
    let what = forms.get(at.checked_sub(1)?)?;
    let is_one = is_in(what, "صحة أساس") && at > 1 && !is_parted[..at].contains(&true);
    let target = forms[..at - 1].iter().rev().find(|form| !is_in(form, "من الصحة"))?;
    let ends_so = is_in(&forms[0], "عن حول بشأن") || is_in(&forms[0], JOINTS) || forms[0] == *target;
    (is_one && ends_so && target.starts_with('ل')).then_some(at + 1)
}
