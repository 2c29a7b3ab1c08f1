//! Any text as a saved report: a report, which compares equal to itself, or an error.
#![no_main]

use ibid::compare::compare;
use ibid::report::saved;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &str| {
    match (saved::read("known.json", json), saved::read("known.json", json)) {
        (Ok(one), Ok(other)) => {
            let comparison = compare(&one, &other);
            assert!(comparison.claims.is_empty(), "{comparison:?}");
        }
        (Err(why), Err(_)) => assert!(!why.message.is_empty()),
        _ => panic!("the same text reads differently"),
    }
});
