//! Any bytes as a PDF: text with its pages and broken words in their places, or an error that tells what to do.
#![no_main]

use ibid::extract::{Options, extract};
use ibid::media::MediaType;
use libfuzzer_sys::fuzz_target;

// ibid catches what the reader of pages panics at; only what comes out of ibid itself is a find.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |bytes: &[u8]| {
    match extract(bytes, MediaType::Pdf, Options::default()) {
        Ok(extracted) => {
            let text = extracted.text.expect("a PDF is never its own text");
            let length = text.chars().count();
            for places in [&extracted.pages, &extracted.joined] {
                assert!(places.is_sorted() && places.iter().all(|&place| place <= length));
            }
            assert!(text.ends_with('\n') && !text.starts_with('\n') && !text.contains('\0'));
        }
        Err(why) => assert!(!why.message.is_empty() && !why.hint.is_empty()),
    }
});
