//! What a browser takes for the same when it looks for a text fragment: characters that are equal at the
//! primary level of the Unicode Collation Algorithm (UTS 10), in the root collation of CLDR.
//!
//! This folding is coarser than that: it may call two characters the same that a browser tells apart, never the
//! other way round for letters and digits in common use (those that UTS 39 allows in identifiers; a test holds it
//! against a collator). So words that are in a page once by this folding are in it once for a browser.

use crate::fold::characters as ch;
use unicode_normalization::UnicodeNormalization as _;

/// Pushes what `c` folds to; nothing for characters that the primary level ignores, a space for white space.
pub(super) fn push_folded(c: char, out: &mut Vec<u8>) {
    if c.is_ascii_alphanumeric() {
        return out.push(c.to_ascii_lowercase() as u8);
    }
    if ch::is_space(c) {
        return out.push(b' ');
    }
    if c.is_control() || ch::is_invisible(c) {
        return;
    }
    let compatible = std::iter::once(c).nfkd().filter(|&c| !ch::is_mark(c));
    for plain in compatible.flat_map(char::to_lowercase).nfkd().filter(|&c| !ch::is_mark(c)) {
        push_base(plain, out);
    }
}

/// The letter that differs from `c` by no more than a mark, its size or its script's variant of it.
fn push_base(c: char, out: &mut Vec<u8>) {
    let base = match c {
        'æ' => return out.extend(b"ae"),
        'œ' => return out.extend(b"oe"),
        'ß' => return out.extend(b"ss"),
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ł' => 'l',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        'ς' => 'σ',
        'ґ' => 'г',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        // Written alone it is a hamza; the ideograph is a digit.
        'ٴ' => 'ء',
        '〇' => '0',
        // The collation for searching takes these for one another.
        'ى' => 'ي',
        'ة' => 'ه',
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        // Katakana and the small kana are their hiragana.
        'ァ'..='ヶ' => large_kana(char::from_u32(u32::from(c) - 0x60).unwrap_or(c)),
        'ぁ'..='ゖ' => large_kana(c),
        _ if ch::is_digit(c) => return out.push(b'0' + digit_value(c)),
        _ => c,
    };
    let mut buffer = [0; 4];
    out.extend(base.encode_utf8(&mut buffer).as_bytes());
}

/// The hiragana of full size.
fn large_kana(c: char) -> char {
    match c {
        'ぁ' => 'あ',
        'ぃ' => 'い',
        'ぅ' => 'う',
        'ぇ' => 'え',
        'ぉ' => 'お',
        'っ' => 'つ',
        'ゃ' => 'や',
        'ゅ' => 'ゆ',
        'ょ' => 'よ',
        'ゎ' => 'わ',
        'ゕ' => 'か',
        'ゖ' => 'け',
        _ => c,
    }
}

/// The value of a decimal digit. Those of a script follow one another from zero.
fn digit_value(c: char) -> u8 {
    let before = (1..=60).map(|back| char::from_u32(u32::from(c).saturating_sub(back)));
    let count = before.take_while(|c| c.is_some_and(ch::is_digit)).count();
    (count % 10) as u8
}

#[cfg(test)]
mod tests {
    use super::push_folded;

    fn folded(text: &str) -> String {
        let mut out = Vec::new();
        text.chars().for_each(|c| push_folded(c, &mut out));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn accents_case_and_width_do_not_count() {
        assert_eq!(folded("CÔTÉ\u{a0}œuvre ﬁn"), "cote oeuvre fin");
        assert_eq!(folded("co\u{302}te\u{301}\u{ad}"), folded("côté"));
        assert_eq!(folded("الاتفاقيّة أنَّ ٣٥"), folded("الاتفاقيه ان 35"));
        assert_eq!(folded("カタカナ ｶﾞ ぁ"), folded("かたかな か あ"));
        assert_eq!(folded("1️⃣ ２ ²"), "1 2 2");
    }
}
