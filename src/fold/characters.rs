//! Classes of single characters: what is invisible, white space, a dash, an apostrophe; what a
//! character is written as when only its typography is set aside. The tables of the design, section 3.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory as _};
use unicode_script::{Script, UnicodeScript as _};

/// Whether `c` is drawn as nothing: soft hyphen, zero-width characters, bidirectional controls, BOM,
/// variation selectors, fillers, and the Arabic tatweel, which only stretches a word.
#[inline]
pub const fn is_invisible(c: char) -> bool {
    // Most characters are told at once.
    c >= '\u{AD}'
        && !matches!(c,
        '\u{AE}'..='\u{34E}' | '\u{350}'..='\u{61B}' | '\u{61D}'..='\u{63F}' | '\u{641}'..='\u{115E}' | '\u{3165}'..='\u{FDFF}')
        && matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{640}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}' | '\u{E0001}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether `c` embeds, overrides or isolates a direction, so that text may be shown in another order
/// than it is stored (Unicode Bidirectional Algorithm, UAX 9; CVE-2021-42574).
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether `c` is white space (Unicode `White_Space`), no-break spaces and line ends included.
pub fn is_space(c: char) -> bool {
    c.is_whitespace()
}

/// Whether `c` is white space or cannot be seen.
#[inline]
pub fn is_blank(c: char) -> bool {
    is_space(c) || is_invisible(c)
}

/// Whether `c` ends a line.
pub const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `c` is a decimal digit of any script (general category Nd).
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
        || (c >= FIRST_DIGIT
            && !is_common_letter(c)
            && c.is_numeric()
            && c.general_category() == GeneralCategory::DecimalNumber)
}

/// Whether `c` is a letter or decimal digit, or a mark upon one.
pub fn is_word(c: char) -> bool {
    is_western_alphanumeric(c)
        || is_common_letter(c)
        || (!c.is_ascii()
            && !is_common_punctuation(c)
            && (c.is_alphabetic() || is_digit(c) || is_combining_mark(c)))
}

/// Whether `c` is a letter of the Latin blocks up to U+024F, or a digit of ASCII, which need no table.
pub const fn is_western_alphanumeric(c: char) -> bool {
    c.is_ascii_digit() || is_western_letter(c)
}

/// Whether `c` is a letter of the Latin blocks up to U+024F, which need no table.
pub const fn is_western_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}')
}

/// Whether `c` is a letter of the blocks that most texts in other scripts are written in, which need no table: Greek,
/// Cyrillic, Hebrew, Arabic, Devanagari, Korean, and those of [`is_common_spaceless`].
const fn is_common_letter(c: char) -> bool {
    c >= '\u{391}'
        && (matches!(c,
        '\u{391}'..='\u{3A1}' | '\u{3A3}'..='\u{3F5}' | '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}'
        | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{904}'..='\u{939}'
        | '\u{AC00}'..='\u{D7A3}')
            || is_common_spaceless(c))
}

/// The same of the blocks of scripts that are written without spaces: Han, Kana and Thai.
const fn is_common_spaceless(c: char) -> bool {
    matches!(c,
        '\u{E01}'..='\u{E30}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}')
}

/// Whether `c` is of the marks that most texts have, in blocks in which there are no letters: dashes, quotation marks and
/// spaces, the Chinese full stop and brackets, the full-width comma.
const fn is_common_punctuation(c: char) -> bool {
    matches!(c,
        '\u{2000}'..='\u{206F}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{FF01}'..='\u{FF0F}')
}

/// No decimal digit but those of ASCII lies before this one.
const FIRST_DIGIT: char = '\u{660}';

/// Whether `c` is a letter.
pub fn is_letter(c: char) -> bool {
    is_western_letter(c) || is_common_letter(c) || !is_common_punctuation(c) && c.is_alphabetic()
}

/// No combining mark lies before this one, so that most letters need no table.
const FIRST_MARK: char = '\u{300}';

/// Whether `c` is a combining mark, which belongs to the character before it.
pub fn is_mark(c: char) -> bool {
    c >= FIRST_MARK && !is_common_letter(c) && is_combining_mark(c)
}

/// Whether `c` is a pictograph or other symbol that can carry meaning alone, such as an emoji.
pub fn is_symbol(c: char) -> bool {
    !c.is_ascii() && c.general_category() == GeneralCategory::OtherSymbol
}

/// Whether white space beside `c` is a matter of typography: punctuation, mathematical and currency
/// signs, the degree sign, quotation marks that are symbols by Unicode.
pub fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    let category = c.general_category();
    c.general_category_group() == GeneralCategoryGroup::Punctuation
        && category != GeneralCategory::ConnectorPunctuation
        || matches!(category, GeneralCategory::MathSymbol | GeneralCategory::CurrencySymbol)
        || matches!(c, '°' | '❝' | '❞')
}

/// Whether people put `c` around words that they quote, apostrophes included.
pub const fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '«'
            | '»'
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
            | '＂'
    )
}

/// Whether `c` opens a bracket or a quotation.
pub fn is_opening(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '"' | '\'' | '(' | '[' | '{');
    }
    !is_western_letter(c) && !is_common_letter(c) && is_opening_mark(c)
}

fn is_opening_mark(c: char) -> bool {
    matches!(c, '«' | '»' | '“' | '”' | '„' | '‘' | '’')
        || matches!(
            c.general_category(),
            GeneralCategory::OpenPunctuation | GeneralCategory::InitialPunctuation
        )
}

/// Whether `c` is a sign of calculation or currency, after which a dash is a minus sign.
pub fn is_operator(c: char) -> bool {
    matches!(c.general_category(), GeneralCategory::MathSymbol | GeneralCategory::CurrencySymbol) || c == '/'
}

/// Whether `c` is a sign of currency.
pub fn is_currency(c: char) -> bool {
    c.general_category() == GeneralCategory::CurrencySymbol
}

/// Whether `c` is a hyphen, a dash or a minus sign.
pub const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58A}' | '\u{5BE}' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{2E3A}' | '\u{2E3B}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// Whether `c` is a dash that, before a digit, may be a minus sign.
pub const fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// Whether `c` marks emphasis in Markdown.
pub const fn is_emphasis(c: char) -> bool {
    matches!(c, '*' | '_' | '~')
}

/// Whether `c` is a hyphen that joins the parts of a word.
pub const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{58A}' | '\u{5BE}' | '\u{2010}' | '\u{2011}' | '\u{FE63}' | '\u{FF0D}')
}

/// Whether `c` is used as an apostrophe.
pub const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{B4}'
            | '`'
            | '\u{2B9}'
            | '\u{2BB}'
            | '\u{2BC}'
            | '\u{5F3}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{201B}'
            | '\u{2032}'
            | '\u{FF07}'
    )
}

/// Whether `c` is used as a single quotation mark, apostrophes included.
pub const fn is_single_quote(c: char) -> bool {
    is_apostrophe(c) && !matches!(c, '\u{5F3}') || matches!(c, '\u{201A}' | '\u{2039}' | '\u{203A}')
}

/// Whether `c` is used as a double quotation mark inside a Hebrew abbreviation (gershayim).
pub const fn is_gershayim(c: char) -> bool {
    matches!(c, '"' | '\u{5F4}' | '\u{201D}')
}

/// Whether `c` is half of a flag.
pub const fn is_regional_indicator(c: Option<char>) -> bool {
    matches!(c, Some('\u{1F1E6}'..='\u{1F1FF}'))
}

/// Whether `c` is a Hebrew letter.
pub fn is_hebrew(c: char) -> bool {
    c.script() == Script::Hebrew
}

/// Whether `c` runs from right to left.
pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// No script that is written without spaces lies before this character.
const FIRST_SPACELESS: char = '\u{E00}';

/// Whether `c` belongs to a script written without spaces between words, so that a word's end cannot
/// be told from its neighbours.
pub fn is_spaceless(c: char) -> bool {
    c >= FIRST_SPACELESS && (is_common_spaceless(c) || !is_common_letter(c) && is_of_spaceless_script(c))
}

/// Whether `c` is a Han character of the blocks that texts are written with.
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}')
}

/// Whether `c` is of the kana that Japanese endings are written with.
pub const fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}')
}

fn is_of_spaceless_script(c: char) -> bool {
    matches!(
        c.script(),
        Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Bopomofo
            | Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
            | Script::Yi
            | Script::Javanese
            | Script::Balinese
            | Script::Tai_Le
            | Script::New_Tai_Lue
            | Script::Tai_Tham
            | Script::Tai_Viet
            | Script::Tibetan
    ) || matches!(c, '々' | '〆' | '〇' | 'ー')
}

/// Whether `c` is a numeral or a multiplier in scripts written without spaces.
pub fn is_han_numeral(c: char) -> bool {
    is_han_multiplier(c) || "〇零一二三四五六七八九两兩廿卅壹贰叁肆伍陆柒捌玖".contains(c)
}

/// Whether `c` multiplies the numeral before it in scripts written without spaces.
pub const fn is_han_multiplier(c: char) -> bool {
    matches!(c, '十' | '拾' | '百' | '佰' | '千' | '仟' | '万' | '萬' | '亿' | '億' | '兆' | '京')
}

/// Whether `c`, before a multiplier, stands for an uncertain number (数百, 几千).
pub const fn is_han_uncertain(c: char) -> bool {
    matches!(c, '数' | '數' | '几' | '幾' | '半')
}

/// Whether `c`, after a numeral, makes it an uncertain number (10多万, 30余人).
pub const fn is_han_surplus(c: char) -> bool {
    matches!(c, '多' | '余' | '餘' | '几' | '幾')
}

/// Whether `c` multiplies the number before it in Korean.
pub const fn is_hangul_multiplier(c: char) -> bool {
    matches!(c, '십' | '백' | '천' | '만' | '억' | '조')
}

/// Whether `c` is a mark that stands between the digits of one number.
pub const fn is_number_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '\u{B7}' | '\u{60C}' | '\u{66B}' | '\u{66C}' | '\u{FF0E}' | '\u{FF0C}')
}

/// Whether `c` separates groups of three digits and could also be white space or an apostrophe.
pub fn is_group_separator(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}') || is_apostrophe(c)
}

/// Whether `c` is the dot in the middle of a line that parts names and lists, as keyboards and encodings have it: `·`
/// of most, `・` of Japanese, `ㆍ` of Korean ones, the bullet, the signs that look the same.
pub const fn is_middle_dot(c: char) -> bool {
    matches!(
        c,
        '\u{B7}' | '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22C5}' | '\u{30FB}' | '\u{318D}' | '\u{FF65}'
    )
}

/// Whether `c` is a syllable of Korean.
pub const fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

/// Whether `c`, straight after a digit, belongs to its number: a superscript or subscript, a fraction.
pub fn is_number_suffix(c: char) -> bool {
    matches!(c, '⁻' | '⁺')
        || (!c.is_ascii()
            && c.general_category() == GeneralCategory::OtherNumber
            && !matches!(c, '\u{2460}'..='\u{24FF}'))
}

/// Whether `c` is a fraction in one character, which is a number by itself: ½.
pub const fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅞' | '↉')
}

/// Text with its fractions in several characters: `1/2` for ½.
pub fn with_fractions_spelt(text: &str) -> String {
    let spelt = |c: char| if is_fraction(c) { c.nfkd().collect() } else { String::from(c) };
    text.chars().map(spelt).collect::<String>().replace('⁄', "/")
}

/// What `c` is when its typography is set aside, or `None` where it has none: apostrophes, quotation
/// marks, dashes, ellipsis, ligatures, superscript letters, full-width and presentation forms, Chinese and Arabic marks
/// that are typed as Western ones.
pub fn plain(c: char) -> Option<String> {
    if c.is_ascii() {
        return (c == '`').then(|| "'".into());
    }
    let text = match c {
        _ if is_apostrophe(c) => "'",
        '\u{201A}' | '\u{2039}' | '\u{203A}' => "'",
        '\u{AB}'
        | '\u{BB}'
        | '\u{201C}'..='\u{201F}'
        | '\u{2033}'
        | '\u{5F4}'
        | '\u{275D}'
        | '\u{275E}'
        | '\u{300C}'..='\u{300F}'
        | '\u{301D}'..='\u{301F}'
        | '\u{FE41}'..='\u{FE44}'
        | '\u{FF02}'
        | '\u{FF62}'
        | '\u{FF63}' => "\"",
        _ if is_dash(c) => "-",
        _ if is_middle_dot(c) => "·",
        // One character of JIS X 0208, which systems map to two.
        '\u{301C}' => "~",
        '\u{2026}' | '\u{22EF}' => "...",
        '\u{2025}' => "..",
        '。' | '｡' => ".",
        '،' => ",",
        '؛' => ";",
        '؟' => "?",
        'œ' => "oe",
        'Œ' => "OE",
        'æ' => "ae",
        'Æ' => "AE",
        'ĳ' => "ij",
        'Ĳ' => "IJ",
        '\u{B5}' => "μ",
        'ŀ' => "l·",
        'Ŀ' => "L·",
        '℃' => "°C",
        '℉' => "°F",
        '㎠' => "cm²",
        '㎡' => "m²",
        '㎢' => "km²",
        '㎤' => "cm³",
        '㎥' => "m³",
        _ if has_plain_compatibility_form(c) => return Some(std::iter::once(c).nfkc().collect()),
        _ => return None,
    };
    Some(text.into())
}

/// Latin, Armenian, Hebrew and Arabic ligatures, Croatian pairs of letters, wide and presentation forms, radicals in
/// the place of their ideographs, units in one square, full- and half-width forms, the superscript
/// letters of ordinals and abbreviations (not ⁿ, which is an exponent): the only characters of which
/// NFKC is believed.
const fn has_plain_compatibility_form(c: char) -> bool {
    matches!(c,
        '\u{AA}' | '\u{BA}' | 'ᵃ' | 'ᵈ' | 'ᵉ' | 'ᵍ' | 'ʰ' | 'ˡ' | 'ᵐ' | 'ᵒ' | 'ʳ' | 'ˢ' | 'ᵗ'
        | '\u{1C4}'..='\u{1CC}' | '\u{2E9F}' | '\u{2EF3}' | '\u{2F00}'..='\u{2FD5}'
        | '\u{3380}'..='\u{339E}' | '\u{33B0}'..='\u{33BF}'
        | '\u{FB00}'..='\u{FB06}' | '\u{FB13}'..='\u{FB17}' | '\u{FB20}'..='\u{FB28}' | '\u{FB4F}'
        | '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDC7}' | '\u{FDF0}'..='\u{FDFB}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{FF01}'..='\u{FF9F}' | '\u{FFE0}'..='\u{FFE6}')
}

/// The letter of `c` without case, in Unicode's lower-case mapping, final sigma as sigma.
pub fn lower(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().map(|lower| if lower == 'ς' { 'σ' } else { lower })
}

/// The name of `c` with its code point, as in `U+202F NARROW NO-BREAK SPACE`.
pub fn name(c: char) -> String {
    let code = u32::from(c);
    let alias = match c {
        '\n' => "LINE FEED",
        '\r' => "CARRIAGE RETURN",
        '\t' => "TABULATION",
        '\0' => "NULL",
        '\u{1B}' => "ESCAPE",
        '\u{7}' => "BELL",
        '\u{8}' => "BACKSPACE",
        '\u{B}' => "LINE TABULATION",
        '\u{C}' => "FORM FEED",
        '\u{85}' => "NEXT LINE",
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => "CONTROL CHARACTER",
        '\u{FEFF}' => "BYTE ORDER MARK",
        _ => "",
    };
    if !alias.is_empty() {
        return format!("U+{code:04X} {alias}");
    }
    unicode_names2::name(c).map_or_else(|| format!("U+{code:04X}"), |name| format!("U+{code:04X} {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_without_a_table_is_what_the_table_says() {
        for c in '\0'..=char::MAX {
            let is_decimal = c.general_category() == GeneralCategory::DecimalNumber;
            assert_eq!(is_digit(c), is_decimal, "{c:?}");
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_word(c), c.is_alphabetic() || is_decimal || is_combining_mark(c), "{c:?}");
            assert_eq!(is_mark(c), is_combining_mark(c), "{c:?}");
            let is_before = c < FIRST_SPACELESS && !c.is_ascii();
            assert!(!is_before || !matches!(c.script(), Script::Han | Script::Thai | Script::Lao), "{c:?}");
            assert_eq!(is_spaceless(c), c >= FIRST_SPACELESS && is_of_spaceless_script(c), "{c:?}");
            assert_eq!(is_opening(c), matches!(c, '"' | '\'') || is_opening_mark(c), "{c:?}");
        }
    }

    #[test]
    fn the_first_mark_is_the_first() {
        assert_eq!(('\0'..=char::MAX).find(|&c| is_combining_mark(c)), Some(FIRST_MARK));
    }
}
