//! `ibid refresh` that ends before it is done: what it stored is whole, and the next run goes on.

#![cfg(all(feature = "http", feature = "html"))]
use crate::common::desk::{Answer, Desk, PONT, PORT};
use std::fs;

/// A run that is killed between two sources, as by a power cut: what was stored stays, and nothing else is there.
#[test]
fn a_run_that_is_killed_leaves_whole_sources_and_is_taken_up_again() {
    let desk = Desk::with_both();
    let mut pont = PONT;
    pont[1] = "Les travaux coûteront 14 millions d’euros et doivent durer six mois ; les automobilistes feront un détour de trente kilomètres.";
    desk.site.page("/pont", "Le pont ferme", &pont);
    desk.site.set("/port", Answer::Never);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ibid"));
    command.args(["refresh", "--allow-private", "--delay", "0"]).current_dir(desk.folder.path());
    command.env("NO_PROXY", "*").stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let asked = desk.server.paths().iter().filter(|path| *path == "/port").count() + 1;
    let mut running = command.spawn().unwrap();
    while desk.server.paths().iter().filter(|path| *path == "/port").count() < asked {
        assert!(running.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    while desk.read("sources/pont/source.toml").matches("[[capture]]").count() < 2 {
        assert!(running.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    running.kill().unwrap();
    running.wait().unwrap();
    let verified = desk.ibid(&["verify"]);
    assert_eq!((verified.status, verified.stderr.as_str()), (0, ""), "{}", verified.stdout);
    assert!(!verified.stdout.contains("file-unrecorded"), "{}", verified.stdout);
    assert_eq!(fs::read_dir(desk.path("sources/pont")).unwrap().count(), 5, "both captures and the record");
    assert_eq!(fs::read_dir(desk.path("sources/port")).unwrap().count(), 3, "as it was");
    desk.site.page("/port", "Le port rouvre", &PORT[..2]);
    let again = desk.refresh(&[]);
    assert_eq!(again.status, 0, "{}{}", again.stdout, again.stderr);
    assert!(again.stdout.contains("2 sources asked for: 1 changed, 1 unchanged"), "{}", again.stdout);
}

/// What is left where a run is ended while it writes: files without a record, and half a file under another name.
#[test]
fn what_a_run_left_that_was_ended_while_it_wrote_is_named_and_taken_up() {
    let desk = Desk::with_both();
    let record = desk.read("sources/port/source.toml");
    desk.site.page("/port", "Le port rouvre", &PORT[..2]);
    assert_eq!(desk.refresh(&["port"]).status, 0);
    let whole = desk.sources();
    let after = desk.read("sources/port/source.toml");
    // The record is written last, so this is what there is before it is.
    fs::write(desk.path("sources/port/source.toml"), &record).unwrap();
    fs::write(desk.path("sources/port/.ibid-a1b2c3"), &after[..after.len() / 2]).unwrap();
    let verified = desk.ibid(&["verify"]);
    assert_eq!(verified.status, 0, "{}", verified.stdout);
    assert_eq!(verified.stdout.matches("warning[file-unrecorded]").count(), 3, "{}", verified.stdout);
    assert!(verified.stdout.contains("ended while it wrote"), "{}", verified.stdout);
    assert_eq!(desk.refresh(&["port"]).status, 0);
    fs::remove_file(desk.path("sources/port/.ibid-a1b2c3")).unwrap();
    let names = |files: Vec<(String, Vec<u8>)>| files.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(desk.sources()), names(whole), "the files were taken for what they are");
    let verified = desk.ibid(&["verify"]);
    assert!(verified.status == 0 && !verified.stdout.contains("file-unrecorded"), "{}", verified.stdout);
}
