//! Texts of many encodings, whole and in part.

use super::*;

const FRENCH: &str = "Le ministère a reconnu « une erreur » : les réfugiés n’ont pas été évacués à temps, où l’on voit que l’armée, dépassée, a laissé derrière elle près de 12 000 employés.\n";
const RUSSIAN: &str = "Министерство обороны признало ошибку: беженцев не вывезли вовремя, заявили в среду журналисты, подтвердившие прежние сведения о боях.\n";
const ARABIC: &str =
    "أعلنت وزارة الدفاع أن الوثوق بحركة طالبان كان خطأ، ولم يتم إجلاء اللاجئين في الوقت المناسب.\n";
const CHINESE: &str = "国防部承认信任塔利班是一个错误，难民没有及时撤离，约有两千五百名士兵留在当地。\n";
const JAPANESE: &str = "国防省はタリバンを信頼したことが誤りだったと認めた。避難民は間に合わなかった。\n";
const POLISH: &str = "Ministerstwo przyznało się do błędu: uchodźców nie ewakuowano na czas, choć żołnierze próbowali wcześniej.\n";
const GREEK: &str =
    "Το υπουργείο παραδέχθηκε το λάθος του: οι πρόσφυγες δεν απομακρύνθηκαν εγκαίρως από την πόλη.\n";

fn encoded(text: &str, label: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(label.as_bytes()).unwrap();
    if label.starts_with("utf-16") {
        let order = if label == "utf-16le" { u16::to_le_bytes } else { u16::to_be_bytes };
        return text.encode_utf16().flat_map(order).collect();
    }
    let (bytes, _, had_unmappable) = encoding.encode(text);
    assert!(!had_unmappable, "{label}");
    bytes.into_owned()
}

fn read(bytes: &[u8]) -> Result<Decoded<'static>, Undecodable> {
    hinted(bytes, Hints::default())
}

fn hinted(bytes: &[u8], hints: Hints<'_>) -> Result<Decoded<'static>, Undecodable> {
    let Decoded { text, encoding, known } = decode(bytes, hints)?;
    Ok(Decoded { text: Cow::Owned(text.into_owned()), encoding, known })
}

#[test]
fn texts_of_many_encodings_are_read_whole() {
    let cases = [
        (FRENCH, "windows-1252"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-u"),
        (RUSSIAN, "iso-8859-5"),
        (ARABIC, "windows-1256"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso-2022-jp"),
        (POLISH, "windows-1250"),
        (POLISH, "iso-8859-2"),
        (GREEK, "windows-1253"),
        (FRENCH, "utf-16le"),
        (FRENCH, "utf-16be"),
    ];
    for (text, label) in cases {
        let decoded = read(&encoded(text, label)).unwrap_or_else(|why| panic!("{label}: {why}"));
        assert_eq!(decoded.text, text, "{label} was read as {}", decoded.encoding);
        assert_eq!(decoded.known, Known::Evident);
    }
}

#[test]
fn no_beginning_of_a_text_is_ever_read_as_something_else() {
    let texts = [
        (FRENCH, ["windows-1252", "macintosh", "windows-1254"]),
        (RUSSIAN, ["windows-1251", "iso-8859-5", "x-mac-cyrillic"]),
        (POLISH, ["windows-1250", "iso-8859-2", "iso-8859-16"]),
        (ARABIC, ["windows-1256", "utf-16le", "utf-16be"]),
        (CHINESE, ["gb18030", "utf-16le", "utf-16be"]),
    ];
    let mut read_whole = 0;
    for (text, labels) in texts {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
        for label in labels {
            for &end in &ends {
                let Some(part) = text.get(..end).filter(|part| !part.is_ascii()) else { continue };
                let encoding = Encoding::for_label(label.as_bytes()).unwrap();
                if !label.starts_with("utf-16") && encoding.encode(part).2 {
                    continue;
                }
                let Ok(decoded) = read(&encoded(part, label)) else { continue };
                assert_eq!(decoded.text, part, "{label} was read as {}", decoded.encoding);
                read_whole += 1;
            }
        }
    }
    assert!(read_whole > 300, "only {read_whole} were read at all");
}

#[test]
fn what_may_be_several_things_is_asked_for() {
    let error = read(&encoded("Le blé lève déjà", "windows-1252")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "its encoding is in doubt: some of its words (at byte 5) read “blé lève déjà” in windows-1252, “blé lčve déjŕ” in windows-1250, “blé lčve déją” in windows-1257, “blé lčve déjā” in ISO-8859-4"
    );
    let mac = read(&encoded(FRENCH, "macintosh")).unwrap_err();
    let Undecodable::Doubtful { readings, .. } = &mac else { panic!("{mac}") };
    assert!(
        readings.iter().any(|(name, words)| *name == "macintosh" && words.contains("ministère")),
        "{mac}"
    );
    assert!(matches!(read(b"\x00\x01\x02\xFF\xFE\x81"), Err(Undecodable::Doubtful { .. })));
    // Such bytes are UTF-8, so it is not said that they are none.
    assert_eq!(read(b"\x1B[31mX\x07"), Err(Undecodable::Controls));
}

#[test]
fn what_was_named_is_followed_and_bad_bytes_are_named() {
    let given = |bytes: &[u8], label| hinted(bytes, Hints { given: Some(label), declared: None });
    let mac = given(&encoded(FRENCH.replace('’', "'").as_str(), "macintosh"), "macintosh").unwrap();
    assert_eq!((mac.text.as_ref(), mac.known), (FRENCH.replace('’', "'").as_str(), Known::Given));
    assert!(given(b"\x1B[31mX\x07", "utf-8").is_ok());
    assert_eq!(given(b"a", "klingon"), Err(Undecodable::Label("klingon".into())));
    assert_eq!(given(b"a", "iso-2022-kr"), Err(Undecodable::Label("iso-2022-kr".into())));
    let byte = |offset, byte, encoding, known| Err(Undecodable::Byte { offset, byte, encoding, known });
    assert_eq!(given(b"abc\xE9 d", "utf-8"), byte(3, 0xE9, "UTF-8", Known::Given));
    assert_eq!(given(b"abc\x81", "windows-1252"), byte(3, 0x81, "windows-1252", Known::Given));
    assert_eq!(given(b"ab\x82\xA0\x82", "shift_jis"), byte(4, 0x82, "Shift_JIS", Known::Given));
    assert_eq!(given(b"a\0\x00\xD8b\0", "utf-16le"), byte(2, 0x00, "UTF-16LE", Known::Given));
    let mut long = vec![b'a'; 3 << 20];
    long.extend(b"\xFF");
    assert_eq!(given(&long, "gb18030"), byte(3 << 20, 0xFF, "gb18030", Known::Given));
}

#[test]
fn marks_and_declarations_come_before_guesses() {
    let declared = |bytes: &[u8], label| hinted(bytes, Hints { given: None, declared: Some(label) });
    let marked = read(&[&b"\xFF\xFE"[..], &encoded("été", "utf-16le")].concat()).unwrap();
    assert_eq!((marked.text.as_ref(), marked.known), ("été", Known::Mark));
    assert_eq!(read("\u{FEFF}été".as_bytes()).unwrap().text, "\u{FEFF}été");
    assert_eq!(declared(b"\xE9t\xE9", "iso-8859-1").unwrap().text, "été");
    assert_eq!(declared(b"\xE8", "iso-8859-2").unwrap().text, "č");
    assert_eq!(declared("été".as_bytes(), "latin1"), Err(Undecodable::Contradiction("windows-1252")));
    assert_eq!(declared("été".as_bytes(), "utf-16").unwrap().encoding, "UTF-8");
    assert_eq!(declared("été".as_bytes(), "nonsense").unwrap().known, Known::Evident);
    assert!(matches!(declared(b"\xE9t\xE9", "utf-8"), Err(Undecodable::Byte { offset: 0, .. })));
}
