//! Insertions into files of every layout.

use super::*;
use proptest::prelude::*;

fn quote(source: &str, exact: &str) -> Vec<Pair> {
    vec![Pair::text("source", source), Pair::text("exact", exact)]
}

fn claim(id: &str) -> Vec<Pair> {
    vec![Pair::text("id", id), Pair::text("text", "T")]
}

/// What was inserted, and the line that is told.
fn inserted(before: &str, edited: &Edited) -> (String, usize) {
    let common = before.bytes().zip(edited.content.bytes()).take_while(|(a, b)| a == b).count();
    let common = edited.content.floor_char_boundary(common);
    (edited.content[common..common + edited.content.len() - before.len()].to_owned(), edited.line)
}

const TWO: &str = "\
# first comment
[[claim]]
id   = \"a\"
text = \"A\" # why

  [[claim.quote]] # his words
  source = \"s\"
  exact  = \"\"\"
  words
  more\"\"\"   # to check
  # a remark on it

# about b
[[claim]]
id = \"b\"
text = \"B\"
[[claim.quote]]
source = \"s\"
exact = \"x\"
[claim.extra]
by = \"M\"
";

#[test]
fn a_quote_stands_after_the_last_one_of_its_claim_in_its_manner() {
    let edited = append_quote(TWO, 0, &quote("t", "é")).unwrap();
    let wanted = TWO
        .replace("remark on it\n", "remark on it\n\n  [[claim.quote]]\n  source = \"t\"\n  exact  = \"é\"\n");
    assert_eq!(edited.content, wanted);
    assert_eq!(edited.line, 13);
    let edited = append_quote(TWO, 1, &quote("t", "é")).unwrap();
    let wanted =
        TWO.replace("exact = \"x\"\n", "exact = \"x\"\n[[claim.quote]]\nsource = \"t\"\nexact = \"é\"\n");
    assert_eq!((edited.content, edited.line), (wanted, 20));
}

#[test]
fn comments_straight_above_what_follows_stay_with_it() {
    let before = "[[claim]]\nid = \"a\"\ntext = \"A\"\n\n[[claim.quote]]\nsource = \"s\"\nexact = \"x\"\n# about b\n[[claim]]\nid = \"b\"\ntext = \"B\"\n";
    let edited = append_quote(before, 0, &quote("t", "y")).unwrap();
    let wanted = before.replace("# about b", "\n[[claim.quote]]\nsource = \"t\"\nexact = \"y\"\n\n# about b");
    assert_eq!(edited.content, wanted);
    let first = append_quote(before, 1, &quote("t", "y")).unwrap();
    assert!(
        first.content.ends_with("text = \"B\"\n[[claim.quote]]\nsource = \"t\"\nexact = \"y\"\n"),
        "{}",
        first.content
    );
}

#[test]
fn line_ends_marks_and_a_missing_line_feed_stay() {
    let unix =
        "\u{FEFF}[[claim]]\nid = \"a\"\ntext = \"A\"\n\n[[claim.quote]]\nsource = \"s\"\nexact = \"x\"";
    let edited = append_quote(unix, 0, &quote("t", "y")).unwrap();
    let wanted = format!("{unix}\n\n[[claim.quote]]\nsource = \"t\"\nexact = \"y\"");
    assert_eq!((edited.content.as_str(), edited.line), (wanted.as_str(), 9));
    let dos = unix.replace('\n', "\r\n");
    let edited = append_quote(&dos, 0, &quote("t", "y")).unwrap();
    assert_eq!(edited.content, wanted.replace('\n', "\r\n"));
    let edited = append_claim(&dos, &claim("b"), &quote("t", "y")).unwrap();
    assert_eq!(
        inserted(&dos, &edited).0,
        "\r\n\r\n[[claim]]\r\nid = \"b\"\r\ntext = \"T\"\r\n\r\n[[claim.quote]]\r\nsource = \"t\"\r\nexact = \"y\""
    );
}

#[test]
fn a_claim_begins_a_file_or_stands_at_its_end() {
    for begun in ["", "\u{FEFF}", "# our claims\n", "\n\n"] {
        let edited = append_claim(begun, &claim("b"), &quote("t", "y")).unwrap();
        let rest = edited.content.strip_prefix(begun).unwrap().trim_start();
        assert_eq!(
            rest,
            "[[claim]]\nid   = \"b\"\ntext = \"T\"\n\n[[claim.quote]]\nsource = \"t\"\nexact  = \"y\"\n"
        );
        assert_eq!(
            edited.content.lines().nth(edited.line - 1).unwrap().trim_start_matches('\u{FEFF}'),
            "[[claim]]"
        );
    }
    let edited = append_claim(TWO, &claim("c"), &quote("t", "y")).unwrap();
    assert_eq!(
        inserted(TWO, &edited),
        (
            "\n[[claim]]\nid = \"c\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"t\"\nexact = \"y\"\n".into(),
            23
        )
    );
}

#[test]
fn a_blank_line_that_is_there_parts_what_is_inserted() {
    for ended in ["\n", "\n\n", "\n  \n"] {
        let file = format!(
            "[[claim]]\nid = \"a\"\ntext = \"A\"\n\n[[claim.quote]]\nsource = \"s\"\nexact = \"x\"{ended}"
        );
        let edited = append_claim(&file, &claim("b"), &quote("t", "y")).unwrap();
        let gap = if ended == "\n" { "\n" } else { "" };
        let rest = edited.content.strip_prefix(&file).unwrap();
        assert!(rest.starts_with(&format!("{gap}[[claim]]\n")), "{rest:?} after {ended:?}");
    }
}

#[test]
fn keys_of_one_length_are_not_taken_for_aligned_ones() {
    let record = "title = \"T\"\n\n[[capture]]\nfile = \"a.txt\"\nnote = \"first\"\n";
    let capture = [Pair::text("file", "b.txt"), Pair::text("sha256", "0")];
    let edited = append_capture(record, &capture).unwrap();
    assert_eq!(inserted(record, &edited).0, "\n[[capture]]\nfile = \"b.txt\"\nsha256 = \"0\"\n");
}

#[test]
fn values_are_filled_in_where_they_stand_in_whatever_order() {
    let begun = "[[claim]]\n[[claim.quote]]\nexact = \"\"\nspeaker = \"\"\nsource = \"\"\n";
    let filled = fill_quote(begun, 0, 0, &quote("s", "x")).unwrap();
    assert_eq!(filled.content, "[[claim]]\n[[claim.quote]]\nexact = \"x\"\nspeaker = \"\"\nsource = \"s\"\n");
}

#[test]
fn a_table_in_braces_says_nothing_of_how_the_lines_above_it_are_aligned() {
    let record = "title        = \"T\"\nurl          = \"https://e.org/\"\nextra = { a = 1 }\n\n[[capture]]\nfile = \"a.txt\"\n";
    let edited = set_url_status(record, "dead").unwrap();
    assert_eq!(edited.content, record.replace("extra", "url-status   = \"dead\"\nextra"));
}

#[test]
fn inline_tables_stay_inline() {
    let one = "[[claim]]\nid = \"a\"\ntext = \"A\"\nquote = [{ source = \"s\", exact = \"x\" }] # one\n";
    let edited = append_quote(one, 0, &quote("t", "y")).unwrap();
    assert_eq!(inserted(one, &edited), (", { source = \"t\", exact = \"y\" }".into(), 4));
    for (tail, after) in [
        ("}\n]\n", "},\n  NEW\n]\n"),
        ("},\n]\n", "},\n  NEW,\n]\n"),
        ("}, # a comment\n]\n", "}, # a comment\n  NEW,\n]\n"),
        ("} # a comment\n]\n", "}, # a comment\n  NEW\n]\n"),
        ("} ]\n", "},\n  NEW ]\n"),
        ("}\n,\n]\n", "},\n  NEW\n,\n]\n"),
    ] {
        let head = "[[claim]]\nid = \"a\"\ntext = \"A\"\nquote = [\n  { source = \"s\", exact = \"x\" ";
        let edited = append_quote(&format!("{head}{tail}"), 0, &quote("t", "y")).unwrap();
        let wanted = format!("{head}{}", after.replace("NEW", "{ source = \"t\", exact = \"y\" }"));
        let line = wanted[..wanted.find("{ source = \"t\"").unwrap()].matches('\n').count() + 1;
        assert_eq!((edited.content, edited.line), (wanted, line), "{tail}");
    }
    let all = "claim = [{ id = \"a\", text = \"A\", quote = [{ source = \"s\", exact = \"x\" }] }]";
    assert!(
        append_quote(all, 0, &quote("t", "y"))
            .unwrap()
            .content
            .ends_with("exact = \"x\" }, { source = \"t\", exact = \"y\" }] }]")
    );
    let more = append_claim(all, &claim("b"), &quote("t", "y")).unwrap().content;
    assert!(
        more.ends_with("}, { id = \"b\", text = \"T\", quote = [{ source = \"t\", exact = \"y\" }] }]"),
        "{more}"
    );
    let captures = "title = \"T\"\ncapture = [{ file = \"a.txt\" }]\n[extra]\nx = 1\n";
    let edited = append_capture(captures, &[Pair::text("file", "b.txt")]).unwrap();
    assert_eq!(inserted(captures, &edited).0, ", { file = \"b.txt\" }");
}

#[test]
fn what_nothing_can_be_added_to_is_refused() {
    for odd in
        ["claim = 1", "[claim]\nid = \"a\"", "claim = [1]", "[[claim]\n", "[[claim]]\nid = \"a\"\nquote = 3"]
    {
        assert!(append_quote(odd, 0, &quote("t", "y")).is_err(), "{odd}");
    }
    assert!(append_quote("claim = [{ id = \"a\" }]", 0, &quote("t", "y")).is_err());
    assert!(append_quote(TWO, 2, &quote("t", "y")).is_err());
    assert!(pin_quote(TWO, 0, 1, "2025-12-08").is_err());
    assert!(append_capture("capture = \"x\"", &[Pair::text("file", "b.txt")]).is_err());
}

#[test]
fn a_capture_stands_at_the_end_of_the_record() {
    let record = "title     = \"T\"\n\n[[capture]]\nfile       = \"a.txt\"\nmedia-type = \"text/plain\"\n\n[extra]\nx = nan\n# end";
    let capture = [Pair::text("file", "b.txt"), Pair::raw("captured", "2025-12-20"), Pair::text("note", "n")];
    let edited = append_capture(record, &capture).unwrap();
    assert_eq!(
        inserted(record, &edited),
        ("\n\n[[capture]]\nfile       = \"b.txt\"\ncaptured   = 2025-12-20\nnote       = \"n\"".into(), 11)
    );
    let none = append_capture("title = \"T\"\n", &capture).unwrap();
    assert!(
        none.content.ends_with(
            "\"T\"\n\n[[capture]]\nfile     = \"b.txt\"\ncaptured = 2025-12-20\nnote     = \"n\"\n"
        )
    );
}

#[test]
fn a_pin_stands_after_the_source_or_in_place_of_an_earlier_one() {
    let pinned = pin_quote(TWO, 0, 0, "2025-12-08").unwrap();
    assert_eq!(inserted(TWO, &pinned).1, 8);
    assert_eq!(pinned.content, TWO.replacen("\"s\"\n", "\"s\"\n  capture = \"2025-12-08\"\n", 1));
    let again = pin_quote(&pinned.content, 0, 0, "2025-12-09-2").unwrap();
    assert_eq!(again.content, pinned.content.replace("12-08", "12-09-2"));
    let last = "[[claim]]\r\nid=\"a\"\r\n[[claim.quote]]\r\nexact=\"x\"\r\nsource=\"s\" # s";
    assert_eq!(pin_quote(last, 0, 0, "c").unwrap().content, format!("{last}\r\ncapture=\"c\""));
    let inline = "[[claim]]\nquote = [{ source = 's', exact = \"x\" }]\n";
    assert_eq!(pin_quote(inline, 0, 0, "c").unwrap().content, inline.replace("'s'", "'s', capture = \"c\""));
}

/// A claim file in a layout of its own.
#[test]
fn a_quote_that_was_begun_is_filled_in_and_its_comments_stay() {
    let begun = "[[claim]]\r\nid = \"a\"\r\n  [[claim.quote]] # one\r\n  source = \"s\"\r\n  exact = \"w\"\r\n\r\n  [[claim.quote]]\r\n  source = \"\" # which\r\n  exact = \"\"\t# words\r\n  # within = \"…\"\r\n";
    assert_eq!(begun_quote(begun, 0, "s"), Some(1));
    let filled =
        fill_quote(begun, 0, 1, &[&quote("s", "x")[..], &[Pair::text("speaker", "p")]].concat()).unwrap();
    let wanted = begun
        .replace("source = \"\"", "source = \"s\"")
        .replace("exact = \"\"\t# words\r\n", "exact = \"x\"\t# words\r\n  speaker = \"p\"\r\n");
    assert_eq!(filled.content, wanted);
    // Without a line end at the end of the file, and inline.
    let short = "[[claim]]\n[[claim.quote]]\nexact = \" \"";
    assert_eq!(begun_quote(short, 0, "s"), Some(0));
    let filled = fill_quote(short, 0, 0, &quote("s", "x")).unwrap();
    assert_eq!(filled.content, "[[claim]]\n[[claim.quote]]\nexact = \"x\"\nsource = \"s\"");
    let inline = "claim = [{ id = \"a\", quote = [{ exact = \"\" }] }]";
    let filled = fill_quote(inline, 0, 0, &quote("s", "x")).unwrap();
    assert_eq!(filled.content, "claim = [{ id = \"a\", quote = [{ exact = \"x\", source = \"s\" }] }]");
}

#[test]
fn a_quote_with_words_or_of_another_source_was_not_begun() {
    for quote in [
        "source = \"s\"\nexact = \"w\"",
        "source = \"t\"\nexact = \"\"",
        "source = \"s\"",
        "exact = []",
        "source = 7\nexact = \"\"",
    ] {
        let content = format!("[[claim]]\n[[claim.quote]]\n{quote}\n");
        assert_eq!(begun_quote(&content, 0, "s"), None, "{quote}");
    }
    assert_eq!(begun_quote("[[claim]]\n", 0, "s"), None);
    assert_eq!(begun_quote("[[claim]]\n", 1, "s"), None);
    assert!(fill_quote("[[claim]]\n[[claim.quote]]\nsource = \"s\"\n", 0, 0, &quote("s", "x")).is_err());
}

fn file() -> impl Strategy<Value = String> {
    let style = (0..4_usize, 0..3_usize, any::<bool>(), any::<bool>(), any::<bool>());
    (prop::collection::vec((0..4_usize, ".{0,12}"), 0..4), style).prop_map(|(claims, style)| {
        let (comment, indent, gap, dos, is_ended) = style;
        let pad = " ".repeat(indent);
        let comment = ["", " # c", "\n# below", "\n\n# apart"][comment];
        let gap = if gap { "\n" } else { "" };
        let mut out = String::new();
        for (index, (quotes, words)) in claims.iter().enumerate() {
            out.push_str(&format!(
                "[[claim]]{comment}\nid = \"c{index}\"\ntext = {}\n{gap}",
                toml_string(words)
            ));
            if *quotes == 3 {
                out.push_str(&format!(
                    "quote = [\n{pad}{{ source = \"s\", exact = {} }}{comment}\n]\n",
                    toml_string(words)
                ));
                continue;
            }
            for _ in 0..*quotes {
                out.push_str(&format!(
                    "{pad}[[claim.quote]]\n{pad}source = \"s\"\n{pad}exact  = {}{comment}\n{gap}",
                    toml_string(words)
                ));
            }
        }
        let out = if is_ended { out } else { out.trim_end().to_owned() };
        if dos { format!("\u{FEFF}{}", out.replace('\n', "\r\n")) } else { out }
    })
}

proptest! {
    #[test]
    fn an_edit_inserts_and_changes_nothing_else(file in file(), at in 0..4_usize, words in ".{0,20}") {
        let count = file.matches("[[claim]]").count();
        let quote = quote("t", &words);
        let mut all = vec![append_claim(&file, &claim("new"), &quote).unwrap()];
        if count > 0 {
            all.push(append_quote(&file, at % count, &quote).unwrap());
            if let Ok(pinned) = pin_quote(&file, at % count, 0, &words) {
                all.push(pinned);
            }
        }
        for edited in all {
            // Every byte of the file is still there, in order.
            let mut rest = edited.content.bytes();
            prop_assert!(file.bytes().all(|byte| rest.any(|other| other == byte)), "{}", edited.content);
            prop_assert_eq!(edited.content.contains("\r\n"), file.contains("\r\n"));
            prop_assert!(!file.ends_with('\n') || edited.content.ends_with('\n'));
        }
    }
}

#[test]
fn a_status_of_the_address_stands_below_the_address_in_the_manner_of_the_record() {
    let plain = "title = \"T\" # ours\nurl = \"https://example.org/\"   # first seen here\n# more\nlanguage = \"fr\"\n\n[[capture]]\nfile   = \"a.txt\"\nsha256 = \"0\"\n";
    let dead = set_url_status(plain, "dead").unwrap();
    let wanted = plain.replace("first seen here\n", "first seen here\nurl-status = \"dead\"\n");
    assert_eq!((dead.content.as_str(), dead.line), (wanted.as_str(), 3));
    let live = set_url_status(&dead.content, "live").unwrap();
    assert_eq!(live.content, wanted.replace("dead", "live"));
    let aligned = "title     = \"T\"\r\npublisher = \"P\"\r\nurl       = \"https://example.org/\"";
    let dead = set_url_status(aligned, "dead").unwrap();
    assert_eq!(dead.content, format!("{aligned}\r\nurl-status = \"dead\""));
    assert!(set_url_status("title = \"T\"\n", "dead").is_err(), "there is no address");
}

#[test]
fn what_would_read_as_anything_else_is_not_written() {
    let capture = vec![Pair::text("file", "a.txt")];
    let written = |text: &str| {
        let record = "title = \"T\"\n";
        let splice = (Span::new(record.len(), record.len()), text.to_owned());
        check::edited(record, vec![splice], &Insertion::Capture(&capture))
    };
    assert!(written("\n[[capture]]\nfile = 'a.txt'\n").is_ok());
    for wrong in [
        "",
        "[[capture]\n",
        "[[capture]]\nfile = \"b.txt\"\n",
        "[[capture]]\nfile = \"a.txt\"\nnote = \"n\"\n",
        "url = \"u\"\n[[capture]]\nfile = \"a.txt\"\n",
        "[[capture]]\nfile = \"a.txt\"\n[[capture]]\nfile = \"a.txt\"\n",
    ] {
        assert!(written(wrong).is_err(), "{wrong}");
    }
}
