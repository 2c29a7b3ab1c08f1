//! Any bytes in any encoding: the characters that they are, or why not; never a guess in their place.
#![no_main]

use ibid::decode::{Hints, decode};
use libfuzzer_sys::fuzz_target;

const LABELS: [Option<&str>; 8] = [
    None,
    Some("utf-8"),
    Some("windows-1252"),
    Some("utf-16le"),
    Some("gb18030"),
    Some("iso-2022-jp"),
    Some("windows-1256"),
    Some("nonsense"),
];

fuzz_target!(|input: (u8, bool, &[u8])| {
    let (label, is_given, bytes) = input;
    let label = LABELS[usize::from(label) % LABELS.len()];
    let hints = if is_given {
        Hints { given: label, declared: None }
    } else {
        Hints { given: None, declared: label }
    };
    match decode(bytes, hints) {
        Ok(decoded) => {
            assert!(!decoded.text.contains('\0'));
            if decoded.encoding == "UTF-8" {
                assert!(std::str::from_utf8(bytes).is_ok_and(|text| text.ends_with(&*decoded.text)));
            }
        }
        Err(why) => assert!(!why.to_string().is_empty() && !why.hint().is_empty()),
    }
});
