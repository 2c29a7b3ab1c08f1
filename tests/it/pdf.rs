//! The text of PDFs: those that real engines made (`tests/pdf/`, see `make.sh`), small ones that are written
//! here, and ones that would like to break a reader.

#![cfg(feature = "pdf")]
use crate::common::pdf::{line, pdf, written};
use crate::common::{Run, at_least, ibid, initialized};
use ibid::error::Error;
use ibid::extract::{Extracted, Options, extract};
use ibid::media::MediaType;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn read(bytes: &[u8]) -> Result<Extracted, Error> {
    extract(bytes, MediaType::Pdf, Options::default())
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("tests/pdf/{name}.pdf")).unwrap()
}

fn text_of(extracted: &Extracted) -> &str {
    extracted.text.as_deref().unwrap()
}

/// So many code points of a text from an offset on.
fn slice(text: &str, from: usize, count: usize) -> String {
    text.chars().skip(from).take(count).collect()
}

/// All that is known of a PDF, for a person to read.
fn told(name: &str) -> String {
    let extracted = read(&fixture(name)).unwrap();
    let text = text_of(&extracted);
    let pages = extracted.pages.iter().map(|&at| slice(text, at, 30).replace('\n', "⏎"));
    let joined = extracted.joined.iter().map(|&at| {
        format!("{}|{}", slice(text, at.saturating_sub(8), 8.min(at)), slice(text, at, 8)).replace('\n', "⏎")
    });
    let list = |title: &str, items: Vec<String>| format!("{title}:\n  {}\n", items.join("\n  "));
    format!(
        "{text}\n{}{}{}{:#?}\n",
        list("pages begin", pages.collect()),
        list("broken words", joined.collect()),
        list("notes", extracted.notes.clone()),
        extracted.metadata
    )
}

#[test]
fn two_columns_of_tex() {
    insta::assert_snapshot!(told("colonnes"));
}

#[test]
fn an_article_printed_by_a_browser() {
    insta::assert_snapshot!(told("article"));
}

#[test]
fn arabic_printed_by_a_browser() {
    insta::assert_snapshot!(told("akhbar"));
}

#[test]
fn chinese_printed_by_a_browser() {
    insta::assert_snapshot!(told("xinwen"));
}

#[test]
fn a_report_of_libreoffice() {
    insta::assert_snapshot!(told("rapport"));
}

/// The words of a page's source, without its tags, its table and what only styles it.
fn words_of_source(name: &str) -> Vec<String> {
    let html = fs::read_to_string(format!("tests/pdf/{name}.html")).unwrap();
    let paragraphs = html.split("<p>").skip(1).map(|rest| rest.split("</p>").next().unwrap().to_owned());
    let plain = |text: String| {
        let text = text.replace("<sup>1</sup>", "¹").replace("&nbsp;", "\u{A0}");
        text.replace("<small>", "").replace("</small>", "")
    };
    paragraphs.map(plain).collect()
}

#[test]
fn every_paragraph_of_a_printed_page_is_what_was_written() {
    for name in ["article", "akhbar", "xinwen"] {
        let extracted = read(&fixture(name)).unwrap();
        let blocks: Vec<String> =
            text_of(&extracted).split("\n\n").map(|block| block.trim_end().to_owned()).collect();
        let wanted = words_of_source(name);
        assert!(wanted.len() >= 3, "{name}: the source was read");
        for paragraph in wanted {
            // A browser prints a no-break space as the glyph of a space.
            let is_there = |block: &String| *block == paragraph || *block == paragraph.replace('\u{A0}', " ");
            assert!(blocks.iter().any(is_there), "{name}: not found: {paragraph}\n{}", text_of(&extracted));
        }
    }
}

#[test]
fn sentences_run_over_lines_columns_and_pages() {
    let extracted = read(&fixture("colonnes")).unwrap();
    let sentences = [
        "qui prélevait lui-même la taxe sur les bacs",
        "emporta environ 250 maisons de bois, deux moulins et le pont des Tanneurs. Les témoignages recueillis",
        "et le greffier, qui avait perdu sa maison, refusa de l’inscrire.",
        "le chapitre de quarante-deux, et les comptes",
        "Un inspecteur, le vice-président de la commission hydrométrique",
        "Leur lecture demande toutefois quelque prudence : le zéro de l’échelle fut déplacé deux fois, sans que personne ne l’indiquât.",
    ];
    for sentence in sentences {
        assert!(text_of(&extracted).contains(sentence), "{sentence}");
    }
    let report = read(&fixture("rapport")).unwrap();
    let sentences = [
        "wrote afterwards that the question should have been put to the ministry",
        "12 km², and 250¹ households",
        "where the keys were kept.\n",
        "1 They were found in March",
    ];
    for sentence in sentences {
        assert!(text_of(&report).contains(sentence), "{sentence}\n{}", text_of(&report));
    }
    assert_eq!(slice(text_of(&report), report.pages[1], 15), "afterwards that");
}

// Small PDFs, written here.

fn text(contents: &[&str]) -> String {
    read(&pdf(contents)).unwrap().text.unwrap()
}

#[test]
fn letters_that_are_drawn_twice_or_under_a_picture_are_read_once() {
    let bold = format!("{}{}", line(12.0, 50.0, 500.0, "Une erreur"), line(12.0, 50.3, 500.0, "Une erreur"));
    assert_eq!(text(&[&bold]), "Une erreur\n");
    let stroked = line(12.0, 50.0, 500.0, "2 Tr) Tj (Une erreur").replace("(2 Tr) Tj ", "2 Tr ");
    assert_eq!(text(&[&stroked]), "Une erreur\n");
    let hidden = format!("3 Tr {}", line(12.0, 50.0, 500.0, "A machine read this line"));
    let extracted = read(&pdf(&[&hidden])).unwrap();
    assert_eq!(text_of(&extracted), "A machine read this line\n");
    assert!(extracted.notes[0].starts_with("p. 1 read by a machine (OCR)"), "{:?}", extracted.notes);
}

#[test]
fn what_a_page_does_not_show_is_no_text() {
    let said = line(12.0, 50.0, 500.0, "The minister did");
    let rest = line(12.0, 170.0, 500.0, "admit the fraud.");
    let not = line(12.0, 145.0, 500.0, "not");
    let read_of = |content: String| {
        let extracted = read(&pdf(&[&content])).unwrap();
        (text_of(&extracted).to_owned(), extracted.notes.concat())
    };
    let hidden = [
        format!("{said}1 g {not}0 g {rest}"),
        format!("{said}{not}{rest}0 g 142 495 25 14 re f"),
        format!("{said}{}{rest}", line(0.3, 145.0, 500.0, "not")),
        format!("{said}3 Tr {not}0 Tr {rest}"),
        format!("{said}0 g 142 495 25 14 re f {not}{rest}"),
    ];
    for content in hidden {
        let (text, notes) = read_of(content.clone());
        assert_eq!(text, "The minister did\tadmit the fraud.\n", "{content}");
        assert!(notes.contains("p. 1: 3 characters were left out that the page does not show"), "{notes}");
    }
    let shown = [
        // White on black, on a grey ground, struck out, under a glass, and drawn again over its shadow.
        format!("{said}0 g 142 495 25 14 re f 1 g {not}0 g {rest}"),
        format!("0.8 g 40 490 300 20 re f 0 g {said}{not}{rest}"),
        format!("{said}{not}{rest}142 503 25 0.8 re f"),
        format!("{said}{not}{rest}142 495 25 14 re S"),
        format!("{said}1 g {not}0 g {not}{rest}"),
    ];
    for content in shown {
        let (text, notes) = read_of(content.clone());
        assert_eq!(text, "The minister did not admit the fraud.\n", "{content}");
        assert!(!notes.contains("does not show"), "{notes}");
    }
}

#[test]
fn words_are_parted_by_gaps_and_letters_that_stand_apart_are_one_word() {
    let kerned = "BT /F 12 Tf 50 500 Td [(A) 60 (V) 70 (AN) -300 (CE) -20 (S)] TJ ET";
    assert_eq!(text(&[kerned]), "AVAN CES\n");
    let spaced = "BT /F 12 Tf 3 Tc 50 500 Td [(RAPPORT) -500 (ANNUEL)] TJ ET";
    assert_eq!(text(&[spaced]), "RAPPORT ANNUEL\n");
}

#[test]
fn a_raised_digit_never_lengthens_a_number() {
    let raised = "BT /F 12 Tf 50 500 Td (environ 250) Tj /F 7 Tf 5 Ts (1) Tj 0 Ts /F 12 Tf ( soldats) Tj ET";
    assert_eq!(text(&[raised]), "environ 250¹ soldats\n");
    let ordinal = "BT /F 12 Tf 50 500 Td (le 1) Tj /F 7 Tf 5 Ts (er) Tj 0 Ts /F 12 Tf ( mai, du CO) Tj /F 7 Tf -3 Ts (2) Tj ET";
    assert_eq!(text(&[ordinal]), "le 1er mai, du CO2\n");
}

#[test]
fn the_marks_of_notes_leave_their_sentences_and_powers_stay() {
    let body = "BT /F 12 Tf 50 500 Td (La digue, dont nul ne savait l\\222\\342ge, a tenu) Tj /F 7 Tf 5 Ts (3) Tj 0 Ts /F 12 Tf ( sur 10 km) Tj /F 7 Tf 5 Ts (2) Tj \
                0 Ts /F 12 Tf ( et 10) Tj /F 7 Tf 5 Ts (3) Tj 0 Ts /F 12 Tf ( m.) Tj ET\n";
    let note = line(8.0, 50.0, 60.0, "3. Selon le greffe.") + &line(8.0, 50.0, 40.0, "2 Sans les faubourgs.");
    let extracted = read(&pdf(&[&(body.to_owned() + &note)])).unwrap();
    assert!(
        text_of(&extracted).starts_with("La digue, dont nul ne savait l’âge, a tenu sur 10 km² et 10³ m.\n"),
        "{}",
        text_of(&extracted)
    );
    assert!(extracted.notes.contains(&"1 mark of a note was taken out of the sentences.".to_owned()));
}

#[test]
fn hyphens_at_line_ends_are_decided_by_the_document_and_recorded() {
    let lines = [
        "Le porte-parole a un exemple et le porte-",
        "parole cite un second exem-",
        "ple, puis le COVID-",
        "19 et Mont-",
        "Blanc, quarante-",
        "deux fois, dit-",
        "il alors sans rien ajouter du tout ce soir.",
    ];
    let content: String =
        (0u8..).zip(lines).map(|(at, text)| line(10.0, 50.0, 500.0 - f32::from(at) * 12.0, text)).collect();
    let extracted = read(&pdf(&[&content])).unwrap();
    let text = text_of(&extracted);
    assert_eq!(
        text,
        "Le porte-parole a un exemple et le porte-parole cite un second exemple, puis le COVID-19 et Mont-Blanc, \
         quarante-deux fois, dit-il alors sans rien ajouter du tout ce soir.\n"
    );
    let before: Vec<String> = extracted.joined.iter().map(|&at| slice(text, at - 4, 4)).collect();
    assert_eq!(before, ["rte-", "exem", "VID-", "ont-", "nte-", "dit-"]);
}

#[test]
fn what_lies_outside_the_page_is_told_and_not_read() {
    let content = line(12.0, 50.0, 500.0, "On the page") + &line(12.0, 50.0, 900.0, "Above it");
    let extracted = read(&pdf(&[&content])).unwrap();
    assert_eq!(text_of(&extracted), "On the page\n");
    assert!(
        extracted.notes[0].contains("8 characters were left out that lie outside"),
        "{:?}",
        extracted.notes
    );
}

#[test]
fn running_heads_are_known_on_three_pages_and_body_lines_never_on_two() {
    let page = |number: usize, body: &str| {
        line(9.0, 50.0, 580.0, &format!("Revue du fleuve {number}")) + &line(12.0, 50.0, 500.0, body)
    };
    let three = [page(7, "La nuit."), page(8, "Le jour."), page(9, "Le soir.")];
    let three: Vec<&str> = three.iter().map(String::as_str).collect();
    assert_eq!(text(&three), "La nuit.\n\nLe jour.\n\nLe soir.\n");
    let notes = read(&pdf(&three)).unwrap().notes;
    assert!(notes[0].contains("“Revue du fleuve #” (3)"), "{notes:?}");
    let body = line(12.0, 50.0, 500.0, "Il pleut.") + &line(12.0, 50.0, 486.0, "Il neige encore.");
    assert_eq!(
        text(&[&body, &body]).matches("Il pleut").count(),
        2,
        "a line of the text may be the same twice"
    );
}

#[test]
fn numbers_in_the_cells_of_a_table_are_never_one_number() {
    let cells = |y: f32, cells: [&str; 3]| -> String {
        (0u8..).zip(cells).map(|(at, cell)| line(10.0, 50.0 + f32::from(at) * 40.0, y, cell)).collect()
    };
    let table = cells(500.0, ["Kaboul", "1 204", "500"]) + &cells(486.0, ["Balkh", "388", "12"]);
    let text = text(&[&table]);
    assert!(text.contains("1 204\t500") && text.contains("388\t12"), "{text:?}");
}

#[test]
fn turned_text_stands_apart_and_is_told() {
    let content = line(12.0, 50.0, 500.0, "Upright text of the page")
        + "BT /F 10 Tf 0 1 -1 0 30 100 Tm (Turned at the edge) Tj ET";
    let extracted = read(&pdf(&[&content])).unwrap();
    assert_eq!(text_of(&extracted), "Upright text of the page\n\nTurned at the edge\n");
    assert!(extracted.notes[0].contains("turned text"), "{:?}", extracted.notes);
}

#[test]
fn a_page_without_text_is_named_and_begins_where_the_next_one_does() {
    let content = line(12.0, 50.0, 500.0, "Words.");
    let extracted = read(&pdf(&[&content, "", &content])).unwrap();
    assert_eq!(text_of(&extracted), "Words.\n\nWords.\n");
    assert_eq!(extracted.pages, [0, 8, 8]);
    assert_eq!(extracted.notes, ["p. 2 without text: empty."]);
}

// What cannot be read, and what would like to break a reader.

fn refusal(bytes: &[u8]) -> String {
    let error = read(bytes).unwrap_err();
    assert!(!error.hint.is_empty(), "{error}");
    error.message
}

#[test]
fn what_cannot_be_read_is_refused_in_plain_words() {
    assert_eq!(refusal(&fixture("locked")), "the PDF is locked with a password");
    assert_eq!(refusal(&fixture("scan")), "the PDF holds pictures of pages and no text, as scans do");
    assert_eq!(refusal(b"%PDF-1.7\nnothing"), "the PDF is damaged or cut short: no page can be found in it");
    assert_eq!(refusal(&pdf(&[""])), "the PDF has 1 page and no text");
    let readable = read(&fixture("readable")).unwrap();
    assert_eq!(readable.text, read(&fixture("rapport")).unwrap().text);
    let partly = read(&fixture("partly-scanned")).unwrap();
    assert!(
        partly.notes.iter().any(|note| note.starts_with("p. 3 without text, a picture")),
        "{:?}",
        partly.notes
    );
}

#[test]
fn letters_that_the_pdf_does_not_name_are_told_and_never_guessed() {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/g1/g2/g3]>>>>";
    let bytes = String::from_utf8(pdf(&[&line(12.0, 50.0, 500.0, "ABC and some more words")])).unwrap();
    let own = bytes.replace("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", font);
    let extracted = read(own.as_bytes()).unwrap();
    assert_eq!(text_of(&extracted), "\u{FFFD}\u{FFFD}\u{FFFD} and some more words\n");
    assert_eq!(extracted.notes, ["p. 1: 3 characters with no letter in this PDF, written as U+FFFD."]);
}

#[test]
fn what_is_drawn_is_read_where_the_pdf_says_that_other_words_are_meant() {
    let of = |marked: &str| {
        let words = format!(
            "BT /F 12 Tf 50 500 Td (The mayor did ) Tj {marked} (steal the money from the fund.) Tj ET"
        );
        let extracted = read(&pdf(&[&words])).unwrap();
        (text_of(&extracted).to_owned(), extracted.notes)
    };
    let seen = "The mayor did not steal the money from the fund.\n";
    for (meant, told) in [("", ""), ("happily ", "happily"), ("\\336\\337", "\u{de}\u{df}")] {
        let (text, notes) = of(&format!("/Span <</ActualText({meant})>> BDC (not ) Tj EMC"));
        assert_eq!(text, seen);
        assert_eq!(
            notes,
            [format!(
                "p. 1: the PDF draws other words than it says are meant; those that it draws were kept: “not” for “{told}”. Look at the page."
            )]
        );
    }
    let twice = "/Span <</ActualText(900 )>> BDC (100 ) Tj EMC ".repeat(2);
    assert!(of(&twice).1[0].contains("“100” for “900”, and 1 more such. Look"), "{:?}", of(&twice).1);
    // What it mends is mended, unsaid.
    assert_eq!(of("/Span <</ActualText(not )>> BDC (NOT ) Tj EMC"), (seen.into(), Vec::new()));
}

#[test]
fn hostile_documents_end_in_an_error_or_a_text() {
    let words = line(12.0, 50.0, 500.0, "Words.");
    let stream = |dict: &str, content: &str| {
        format!("<<{dict}/Length {}>>stream\n{content}\nendstream", content.len())
    };
    let catalog = || "<</Type/Catalog/Pages 2 0 R>>".to_owned();
    // A tree of pages that is its own branch.
    let cyclic = written(&[
        catalog(),
        "<</Type/Pages/Kids[2 0 R 3 0 R]>>".into(),
        "<</Type/Pages/Kids[2 0 R]>>".into(),
    ]);
    assert!(read(&cyclic).is_err());
    // 100,000 nested arrays.
    let nested = pdf(&[&format!("{}{words}", "[".repeat(100_000))]);
    let _ = read(&nested);
    let deep = written(&[catalog(), format!("<</Type/Pages/Kids{}>>", "[".repeat(100_000))]);
    assert!(read(&deep).is_err());
    // A table of cross-references that points at itself.
    let looped = b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF";
    assert!(read(looped).is_err());
    // Forms that draw each other, tenfold each time.
    let mut forms = vec![
        catalog(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".into(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>"
            .into(),
        stream("", "/X Do"),
    ];
    for depth in 0..12 {
        let next = if depth == 11 { 5 } else { 6 + depth };
        let dict = format!("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {next} 0 R>>>>");
        forms.push(stream(&dict, &"/X Do ".repeat(10)));
    }
    assert_eq!(refusal(&written(&forms)), "its pages draw more than ibid reads of one PDF");
    // A page of 100,000 pages that are nothing.
    let many = written(&[catalog(), format!("<</Type/Pages/Kids[{}]>>", "<<>>".repeat(100_000))]);
    assert!(refusal(&many).starts_with("it has 100000 pages"));
}

#[test]
fn what_unpacks_to_too_much_is_refused_before_it_is_unpacked() {
    use std::io::Write as _;
    let packed = |bytes: &[u8]| {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let zeros = vec![0; 1 << 20];
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..300 {
        encoder.write_all(&zeros).unwrap();
    }
    let once = encoder.finish().unwrap();
    let twice = packed(&once);
    for (bomb, filters) in [(&once, "/FlateDecode"), (&twice, "[/FlateDecode/FlateDecode]")] {
        let head = format!("%PDF-1.7\n1 0 obj<</Filter{filters}/Length {}>>stream\n", bomb.len());
        let bytes = [head.as_bytes(), bomb, b"\nendstream endobj"].concat();
        assert!(refusal(&bytes).contains("unpacks to more than 256 MB"), "{filters}");
    }
}

proptest! {
    #![proptest_config(at_least(24))]

    /// Bytes that were changed, cut out or cut off: a text or an error, and no panic.
    #[test]
    fn damage_ends_in_an_error_or_a_text(
        which in 0usize..4,
        cut in prop::option::of((0usize..1000, 0usize..3000)),
        changes in prop::collection::vec((0usize..100_000, any::<u8>()), 0..40),
    ) {
        let mut bytes = fixture(["rapport", "xinwen", "scan", "readable"][which]);
        if let Some((at, length)) = cut {
            let from = at * bytes.len() / 1000;
            let to = (from + length).min(bytes.len());
            bytes.drain(from..to);
        }
        for (at, byte) in changes {
            let at = at * bytes.len() / 100_000;
            bytes[at] = byte;
        }
        match read(&bytes) {
            Ok(extracted) => {
                let text = text_of(&extracted);
                prop_assert!(text.len() < 100_000);
                let count = text.chars().count();
                prop_assert!(extracted.pages.is_sorted() && extracted.pages.iter().all(|&at| at <= count));
                prop_assert!(extracted.joined.is_sorted() && extracted.joined.iter().all(|&at| at < count));
            }
            Err(error) => prop_assert!(!error.message.is_empty()),
        }
    }
}

// A person's work with one.

fn repository(name: &str) -> TempDir {
    let folder = initialized();
    fs::copy(format!("tests/pdf/{name}.pdf"), folder.path().join("paper.pdf")).unwrap();
    folder
}

fn add(folder: &Path, more: &[&str]) -> Run {
    ibid(folder, &[&["add", "paper.pdf", "--captured", "2026-11-21"], more].concat())
}

fn claim(folder: &Path, exact: &str) {
    let claim = format!(
        "[[claim]]\nid = \"a\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"p\"\nexact = \"{exact}\"\n"
    );
    fs::write(folder.join("claims/a.toml"), claim).unwrap();
}

#[test]
fn a_pdf_is_stored_quoted_and_named_by_its_pages() {
    let folder = repository("rapport");
    let path = folder.path();
    let added = add(path, &["--id", "p"]);
    assert_eq!(added.status, 0, "{}", added.stderr);
    let record = fs::read_to_string(path.join("sources/p/source.toml")).unwrap();
    insta::assert_snapshot!("stored", format!("{}\n{record}", added.stdout));
    claim(path, "wrote afterwards that the question");
    let verified = ibid(path, &["verify"]);
    assert_eq!(verified.status, 0, "{}", verified.stdout);
    claim(path, "their cellars empty between October and May");
    let verified = ibid(path, &["verify"]);
    assert_eq!(verified.status, 1);
    insta::assert_snapshot!("altered_on_a_page", verified.stdout);
    let json = ibid(path, &["verify", "--format", "json"]);
    assert!(json.stdout.contains("\"page\": 2"), "{}", json.stdout);
    let found = ibid(path, &["find", "cellars empty"]);
    assert!(found.stdout.contains(", p. 2"), "{}", found.stdout);
    let cited = ibid(path, &["cite", "p", "cellars empty between October", "--claim", "b", "--text", "T"]);
    assert!(cited.stdout.contains(", p. 2.\n"), "{}{}", cited.stdout, cited.stderr);
    for command in [&["show", "b"][..], &["show", "p"], &["report"], &["report", "--format", "markdown"]] {
        let shown = ibid(path, command);
        assert!(shown.stdout.contains(", p. 2"), "{command:?}: {}", shown.stdout);
    }
    let checked = ibid(path, &["extract", "p", "--check"]);
    assert_eq!(checked.status, 0, "{}{}", checked.stdout, checked.stderr);
}

#[test]
fn a_word_that_the_page_breaks_is_no_riddle() {
    let folder = repository("colonnes");
    let path = folder.path();
    assert_eq!(add(path, &["--id", "p", "--title", "Les crues"]).status, 0);
    claim(path, "Ils montrent que la re-construction coûta");
    let verified = ibid(path, &["verify"]);
    assert_eq!(verified.status, 1);
    insta::assert_snapshot!(verified.stdout);
    assert!(verified.stdout.contains("breaks “reconstruction” at a line’s end"), "{}", verified.stdout);
}

#[test]
fn pages_in_a_record_are_read_strictly() {
    let folder = repository("rapport");
    let path = folder.path();
    assert_eq!(add(path, &["--id", "p"]).status, 0);
    claim(path, "wrote afterwards that the question");
    let file = path.join("sources/p/source.toml");
    let record = fs::read_to_string(&file).unwrap();
    let pages = record.split("pages = ").nth(1).unwrap().split(']').next().unwrap().to_owned() + "]";
    let mut told = String::new();
    for wrong in ["[0, 900, 12]", "[5, 900]", "[0, -1]", "[0, \"900\"]", "\"0\""] {
        fs::write(&file, record.replace(&pages, wrong)).unwrap();
        let verified = ibid(path, &["verify"]);
        assert_eq!(verified.status, 1, "{wrong}");
        told.push_str(&format!("pages = {wrong}\n{}\n", verified.stdout));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_cannot_be_stored_is_told() {
    let mut told = String::new();
    for name in ["locked", "scan"] {
        let folder = repository(name);
        let added = add(folder.path(), &["--id", "p"]);
        assert_eq!(added.status, 2);
        told.push_str(&added.stderr);
    }
    insta::assert_snapshot!(told);
}
