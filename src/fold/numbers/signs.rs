//! Words that stand before a number and are of it: minus, half. And those after an hour.

use super::is_in;
use crate::fold::language::all_of;
use crate::fold::words::in_table_form;

/// A word that makes a negative number, or a lesser or greater one, of the one after it.
pub(super) struct Sign {
    /// The languages in which it does; empty for all.
    languages: &'static str,
    /// Whether it does where the language is not known, too: no other language has the word for something else.
    is_plain: bool,
    pub(super) word: &'static str,
    /// The words after which it is another: `au moins`.
    not_after: &'static str,
}

/// The signs, in small letters.
pub(super) const SIGNS: &[Sign] = &[
    Sign { languages: "", is_plain: true, word: "minus", not_after: "" },
    Sign { languages: "nl", is_plain: false, word: "min", not_after: "" },
    Sign {
        languages: "fr",
        is_plain: true,
        word: "moins",
        not_after: "au aux du le la les à pas ni ou non tout tous toutes bien beaucoup encore nettement",
    },
    Sign {
        languages: "es",
        is_plain: true,
        word: "menos",
        not_after: "al lo los las la o u ni a cuando nada no todo todos todas más mas poco mucho aun aún",
    },
    Sign {
        languages: "pt",
        is_plain: true,
        word: "menos",
        not_after: "ao pelo o os a as ou nem quando nada não tudo todos todas mais pouco muito ainda",
    },
    Sign {
        languages: "it",
        is_plain: true,
        word: "meno",
        not_after: "né più o il la lo i le al a non quanto tutti tutte poco molto ancora",
    },
    Sign {
        languages: "ca",
        is_plain: false,
        word: "menys",
        not_after: "al el els la les a ni o res no tot tots totes més poc molt encara quan",
    },
    Sign { languages: "", is_plain: true, word: "mínus", not_after: "" },
    Sign { languages: "", is_plain: true, word: "mínusz", not_after: "" },
    Sign { languages: "", is_plain: true, word: "miinus", not_after: "" },
    Sign { languages: "", is_plain: true, word: "минус", not_after: "" },
    Sign { languages: "", is_plain: true, word: "мінус", not_after: "" },
    Sign { languages: "", is_plain: true, word: "μείον", not_after: "" },
    Sign { languages: "", is_plain: true, word: "מינוס", not_after: "" },
    Sign { languages: "", is_plain: true, word: "माइनस", not_after: "" },
    Sign { languages: "", is_plain: true, word: "마이너스", not_after: "" },
    // A sound, too: to pronounce twice, a frequency.
    Sign {
        languages: "vi",
        is_plain: false,
        word: "âm",
        not_after: "phát ghi thu số lồng nguyên phụ bán siêu hạ đa thanh ngữ hòa trọng đánh nhấn tần máy cách tạp nốt giọng \
                    kênh đĩa cường dương lượng sóng thanh",
    },
    Sign { languages: "", is_plain: true, word: "منفی", not_after: "" },
    Sign { languages: "ar", is_plain: false, word: "ناقص", not_after: "" },
    Sign { languages: "", is_plain: true, word: "سالب", not_after: "" },
    Sign { languages: "", is_plain: true, word: "eksi", not_after: "" },
    // Half an hour before, or a half or a quarter more or less.
    Sign { languages: "de", is_plain: false, word: "halb", not_after: "" },
    Sign { languages: "nl", is_plain: false, word: "half", not_after: "" },
    Sign { languages: "sv", is_plain: false, word: "halv", not_after: "en" },
    Sign { languages: "hi", is_plain: false, word: "साढ़े", not_after: "" },
    Sign { languages: "hi", is_plain: false, word: "पौने", not_after: "" },
    Sign { languages: "hi", is_plain: false, word: "सवा", not_after: "" },
];

/// What stands between an hour and its minutes, in small letters.
pub(super) const CLOCKS: &[&str] = &["h", "heure", "heures", "uhr", "ч"];

/// Whether a word, straight before a number, makes it negative; `before` is the word before it, empty where there
/// is none or something stands between.
pub fn is_sign(word: &str, before: &str, language: Option<&str>) -> bool {
    let (word, before) = (in_table_form(word), in_table_form(before));
    let spoken: Option<Vec<String>> = language.map(|tag| all_of(tag).map(str::to_ascii_lowercase).collect());
    let is_spoken = |sign: &&Sign| {
        sign.languages.is_empty()
            || spoken.as_ref().map_or(sign.is_plain, |tags| tags.iter().any(|tag| is_in(tag, sign.languages)))
    };
    let mut meant = SIGNS.iter().filter(|sign| sign.word == word).filter(is_spoken).peekable();
    meant.peek().is_some() && meant.all(|sign| !is_in(&before, sign.not_after))
}

/// Whether a word stands between an hour and its minutes.
pub fn is_clock(word: &str) -> bool {
    CLOCKS.contains(&&*in_table_form(word))
}
