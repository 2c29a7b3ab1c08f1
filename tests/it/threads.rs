//! What is told of many quotes of one large text, which several threads search and judge: the same for any number.

use crate::common::exact;
use ibid::render::json;
use std::fmt::Write as _;

/// Parts of so many bytes go to a thread each.
const PART: usize = 256 << 10;

/// Numbered sentences, one of them in many places, over three parts and more.
fn text() -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() > 3 * PART {
            break;
        }
        writeln!(text, "Le constat {number} ne vaut pas pour la rue {}.", number * 7 % 1000).unwrap();
        if number % 50 == 0 {
            text.push_str("Le maire se tait encore une fois.\n");
        }
    }
    text
}

#[test]
fn any_number_of_threads_tells_the_same() {
    let text = text();
    let mut quotes: Vec<String> = Vec::new();
    for number in (0..15_000).step_by(60) {
        let street = number * 7 % 1000;
        quotes.push(match number % 5 {
            0 if number % 2 == 0 => format!("Le constat {number} ne vaut pas pour la rue {street}"),
            0 => format!("Le constat {number} vaut pour la rue {street}"),
            _ => format!("constat {number} ne vaut pas pour la place {street}"),
        });
    }
    quotes.push("Le maire se tait encore une fois".into());
    quotes.push("aire se tait encore".into());
    // Words that begin in one part and end in the next.
    for border in [PART, 2 * PART, 3 * PART] {
        let line = text[..border].rfind("Le constat").unwrap();
        let end = text[border..].find('.').map(|end| border + end).unwrap();
        assert!(line < border && border < end, "the words lie across the border");
        quotes.push(text[line..end].to_owned());
    }
    let lines: Vec<String> = quotes.iter().map(|quote| exact(quote)).collect();
    let tree = crate::common::repository(&text, &lines);
    let told = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| json::render(&crate::common::report(&tree)))
    };
    let alone = told(1);
    for status in ["\"stands\"", "\"altered\"", "\"ambiguous\"", "\"cut\""] {
        assert!(alone.contains(status), "{status}");
    }
    for threads in [2, 3, 8] {
        assert!(told(threads) == alone, "{threads} threads tell something else");
    }
}
