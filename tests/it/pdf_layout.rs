//! How the letters of a PDF's pages become numbers, lines and paragraphs.

#![cfg(feature = "pdf")]

use crate::common::pdf::{line, pdf, written};
use ibid::extract::{Extracted, Options, extract};
use ibid::media::MediaType;

fn read(bytes: &[u8]) -> Extracted {
    extract(bytes, MediaType::Pdf, Options::default()).unwrap()
}

fn text(contents: &[&str]) -> String {
    read(&pdf(contents)).text.unwrap()
}

#[test]
fn figures_that_count_no_pages_make_no_running_head() {
    let page = |dead: &str| {
        line(12.0, 50.0, 560.0, &format!("Chapter total: {dead} dead"))
            + &line(12.0, 50.0, 500.0, "The flood took the lower town first and the mill after it.")
    };
    let pages = [page("2,500"), page("3,500"), page("4,500"), page("7,100"), page("2,900")];
    let text = text(&pages.each_ref().map(String::as_str));
    for dead in ["2,500", "3,500", "4,500", "7,100", "2,900"] {
        assert!(text.contains(&format!("Chapter total: {dead} dead")), "{text}");
    }
}

#[test]
fn a_font_that_is_not_in_the_file_parts_no_number() {
    // Each digit is placed by itself, as wide as the font's table says; another font stands in for it.
    let digits: String = (0..4)
        .map(|at| {
            format!("1 0 0 1 {} 500 Tm ({}) Tj ", 50.0 + 4.56 * f64::from(at), 1968 / 10_i32.pow(3 - at) % 10)
        })
        .collect();
    let content = format!("BT /F 10 Tf {digits}1 0 0 1 80 500 Tm (dead) Tj ET");
    let widths = vec!["456"; 95].join(" ");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[4 0 R]/Count 1>>".to_owned(),
        format!("<</Type/Font/Subtype/TrueType/BaseFont/ArialNarrow/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[{widths}]/FontDescriptor 6 0 R>>"),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/FontDescriptor/FontName/ArialNarrow/Flags 32/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80/FontBBox[0 -200 900 900]>>".to_owned(),
    ];
    let text = read(&written(&objects)).text.unwrap();
    assert!(text.starts_with("1968 ") || text.starts_with("1968\t"), "{text}");
    // Text that is narrowed throughout is as wide as it is drawn.
    let narrowed = "BT /F 12 Tf 70 Tz 50 500 Td (In 1968 the dam held) Tj ET";
    assert_eq!(self::text(&[narrowed]), "In 1968 the dam held\n");
}

#[test]
fn a_number_that_stands_lower_than_the_next_cell_stays_a_number() {
    // The figure of a cell in the middle of two lines is smaller and lower than the line beside it.
    let content = "BT /F 8 Tf 50 496 Td (10) Tj /F 12 Tf ( year term) Tj 1 0 0 1 125 500 Tm (paid in 3 or 5 years) Tj ET";
    let text = text(&[content]);
    assert!(text.contains("10 year term"), "{text}");
    assert!(!text.contains('₀') && !text.contains('⁰'), "{text}");
}

#[test]
fn a_large_initial_goes_back_to_its_word() {
    let beside = |y: f32, words: &str| line(10.0, 80.0, y, words);
    let below = line(10.0, 50.0, 464.0, "of the canal, and nobody had told the swimmers of it.");
    let page = |initial: &str, first: &str| {
        line(36.0, 50.0, 476.0, initial)
            + &beside(500.0, first)
            + &beside(488.0, "was found too high twice in the spring in the water")
            + &beside(476.0, "that the town takes out above the lock and the mouth")
            + &below
    };
    assert!(
        text(&[&page("T", "he report runs to eleven pages, for the nickel")])
            .starts_with("The report runs to eleven pages, for the nickel was found")
    );
    let raised = line(24.0, 50.0, 500.0, "T") + &line(10.0, 65.0, 500.0, "he report runs to eleven pages.");
    assert_eq!(text(&[&raised]), "The report runs to eleven pages.\n");
    // A letter that is a word is one where its page has the next word by itself.
    let word = page("A", "report runs to eleven pages, and the report says so");
    assert!(text(&[&word]).starts_with("A report runs"), "{}", text(&[&word]));
    let part = page("A", "fter eleven pages the nickel is there at last, and");
    assert!(text(&[&part]).starts_with("After eleven pages"), "{}", text(&[&part]));
}

#[test]
fn thin_spaces_of_french_are_read_and_no_others() {
    let content = "BT /F 12 Tf 50 500 Td [(Rien n'est su) -150 (; rien ne le sera) -150 (! Et c'est) -20 (: tout.)] TJ ET";
    assert_eq!(text(&[content]), "Rien n'est su\u{202F}; rien ne le sera\u{202F}! Et c'est: tout.\n");
}

#[test]
fn the_lines_of_a_table_of_contents_stay_apart() {
    let content = line(12.0, 50.0, 500.0, "1.1 Movement of the bearing . . . . . . . . 2")
        + &line(12.0, 50.0, 486.0, "1.2 What was not inspected . . . . . . . . . 3");
    let text = text(&[&content]);
    assert_eq!(text.matches("\n\n").count(), 1, "{text}");
}

#[test]
fn the_number_of_a_lone_page_is_no_text() {
    let page = |number: &str| {
        line(12.0, 50.0, 500.0, "La digue a tenu toute la nuit.") + &line(10.0, 190.0, 20.0, number)
    };
    let numbered = read(&pdf(&[&page("- 1 -")]));
    assert_eq!(numbered.text.as_deref(), Some("La digue a tenu toute la nuit.\n"));
    assert!(numbered.notes.concat().contains("left out"), "{:?}", numbered.notes);
    // Any other figure may be one that the text tells.
    assert!(text(&[&page("17")]).contains("17"));
}

#[test]
fn lines_that_are_set_to_the_right_make_paragraphs() {
    let lines = [
        ("The harbour master of the northern basin wrote", 500.0),
        ("that no ship had left the quay that night, and", 486.0),
        ("that the log says so.", 472.0),
        ("The company says that the log of the basin was", 444.0),
        ("lost in the fire of the office in March, before", 430.0),
        ("anyone could read it.", 416.0),
    ];
    // Letters of Courier are all as wide, so that every line ends at one place.
    let content: String =
        lines.iter().map(|(words, y)| line(10.0, 360.0 - 6.0 * words.len() as f32, *y, words)).collect();
    let bytes = String::from_utf8(pdf(&[&content])).unwrap().replace("/Helvetica/", "/Courier  /");
    let text = read(bytes.as_bytes()).text.unwrap();
    let expected = [
        lines[..3].iter().map(|(words, _)| *words).collect::<Vec<_>>().join(" "),
        lines[3..].iter().map(|(words, _)| *words).collect::<Vec<_>>().join(" "),
    ];
    assert_eq!(text, format!("{}\n\n{}\n", expected[0], expected[1]));
}

#[test]
fn pictures_in_ascii_and_runs_are_no_bombs() {
    // Two filters that could make 16 GB of these bytes, and make 380 KB.
    let runs: String = "FF61".repeat(190_000);
    let picture = format!(
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter[/ASCIIHexDecode/RunLengthDecode]/Length {}>>stream\n{runs}\nendstream",
        runs.len()
    );
    let content = line(12.0, 50.0, 500.0, "La digue a tenu.");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[4 0 R]/Count 1>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>/Contents 5 0 R>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        picture,
    ];
    assert_eq!(read(&written(&objects)).text.as_deref(), Some("La digue a tenu.\n"));
}

#[test]
fn a_word_that_means_another_thing_with_a_hyphen_is_told() {
    let lines = [
        "After the strike the players of the second team re-",
        "signed in June, and the others respon-",
        "ded in July.",
    ];
    let content: String =
        lines.iter().zip([500.0, 486.0, 472.0]).map(|(words, y)| line(12.0, 50.0, y, words)).collect();
    let extracted = read(&pdf(&[&content]));
    let text = extracted.text.unwrap();
    assert!(text.contains("resigned") && text.contains("responded"), "{text}");
    let notes = extracted.notes.join("\n");
    assert!(notes.contains("look before you quote them: “resigned” (p. 1) may be “re-signed”."), "{notes}");
}
