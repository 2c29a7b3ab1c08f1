//! Any bytes as a web page: text of the page's own characters, or an error that tells what to do.
#![no_main]

use ibid::extract::{Options, extract};
use ibid::media::MediaType;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for media_type in [MediaType::Html, MediaType::Xhtml] {
        for whole_page in [false, true] {
            match extract(bytes, media_type, Options { whole_page, ..Options::default() }) {
                Ok(extracted) => {
                    let text = extracted.text.expect("a page is never its own text");
                    assert!(text.ends_with('\n') && !text.starts_with('\n') && !text.contains('\0'));
                }
                Err(why) => assert!(!why.message.is_empty() && !why.hint.is_empty()),
            }
        }
    }
});
