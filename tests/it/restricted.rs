//! Sources whose bytes stay out of the repository: what is written where, what git takes, what is checked
//! without them, and that nothing that is saved has their words.
#![cfg(feature = "git")]
use crate::common::git::Repo;
use crate::common::{Run, run};
use ibid::digest::Digest;
use std::fs;
use std::path::Path;
use std::process::Command;

const TEXT: &str = "Le ministre a reconnu « une erreur ».\n\nEnviron 2500 soldats n’ont pas été relevés. Le général Dupont a tout signé à Lormont.\n";

const CLAIM: &str = "[[claim]]\nid = \"erreur\"\ntext = \"T\"\n[[claim.quote]]\nsource = \"note\"\nexact = \"Le ministre a reconnu « une erreur »\"\n";

/// A git repository beside a folder with the file that is to be stored.
fn repo() -> Repo {
    let repo = Repo::with_ibid();
    fs::create_dir(repo.beside("inbox")).unwrap();
    fs::write(repo.beside("inbox/fuite.txt"), TEXT).unwrap();
    repo
}

fn add(repo: &Repo, more: &[&str]) -> Run {
    let own = ["add", "--restricted", "../inbox/fuite.txt", "--id", "note", "--captured", "2025-12-08"];
    repo.ibid(&[&own[..], more].concat())
}

fn with_vault(folder: &Path, vault: &Path, args: &[&str]) -> Run {
    run(Command::new(env!("CARGO_BIN_EXE_ibid")).args(args).env("IBID_VAULT", vault), folder)
}

/// The files that git would have after `git add --all`.
fn taken(repo: &Repo) -> String {
    repo.git(&["add", "--all"]);
    repo.git(&["ls-files", "sources", "vault"])
}

const RECORD_ALONE: &str = "sources/note/.gitignore\nsources/note/source.toml";

#[test]
fn beside_the_record_git_never_takes_the_bytes() {
    let repo = repo();
    let run = add(&repo, &[]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    insta::assert_snapshot!(run.stdout);
    assert_eq!(repo.read("sources/note/2025-12-08.txt"), TEXT);
    assert_eq!(taken(&repo), RECORD_ALONE);
    // A later capture, a web page with its text, and a source below the folder of this one.
    fs::write(
        repo.beside("inbox/page.html"),
        "<html><body><article><p>Le secret de Lormont est ici, et il est long.</p></article></body></html>",
    )
    .unwrap();
    let later =
        repo.ibid(&["add", "--to", "note", "../inbox/page.html", "--captured", "2025-12-09", "--whole-page"]);
    assert_eq!(later.status, 0, "{}", later.stderr);
    let below = repo.ibid(&["add", "../inbox/fuite.txt", "--id", "note/open", "--title", "T"]);
    assert_eq!(below.status, 2, "the same bytes are stored already");
    fs::write(repo.beside("inbox/open.txt"), "Public.\n").unwrap();
    let below = repo.ibid(&[
        "add",
        "../inbox/open.txt",
        "--id",
        "note/open",
        "--title",
        "T",
        "--captured",
        "2025-12-09",
    ]);
    assert_eq!(below.status, 0, "{}", below.stderr);
    assert!(repo.path().join("sources/note/2025-12-09.text.txt").exists());
    assert_eq!(
        taken(&repo),
        "sources/note/.gitignore\nsources/note/open/2025-12-09.txt\nsources/note/open/source.toml\nsources/note/source.toml"
    );
    repo.write("claims/c.toml", CLAIM);
    let verified = repo.ibid(&["verify"]);
    assert!(!verified.stdout.contains("restricted-exposed"), "{}", verified.stdout);
    assert!(!verified.stdout.contains("file-unrecorded"), "{}", verified.stdout);
}

#[test]
fn a_gitignore_that_would_let_the_bytes_through_is_mended_before_they_are_written() {
    let repo = repo();
    add(&repo, &[]);
    repo.write("sources/note/.gitignore", "# mine\n*.tmp\n!*.txt");
    fs::write(repo.beside("inbox/later.txt"), "Autre texte.\n").unwrap();
    let later = repo.ibid(&["add", "--to", "note", "../inbox/later.txt", "--captured", "2025-12-09"]);
    assert_eq!(later.status, 0, "{}", later.stderr);
    assert!(repo.read("sources/note/.gitignore").starts_with("# mine\n*.tmp\n!*.txt\n"));
    assert_eq!(taken(&repo), RECORD_ALONE);
}

#[test]
fn lines_of_a_gitignore_count_as_whole_ones() {
    for first in ["#/*", "foo/*"] {
        let repo = repo();
        add(&repo, &[]);
        let known = repo.read("sources/note/.gitignore");
        repo.write("sources/note/.gitignore", known.replace("\n/*\n", &format!("\n{first}\n")));
        fs::write(repo.beside("inbox/later.txt"), "Autre texte.\n").unwrap();
        let later = repo.ibid(&["add", "--to", "note", "../inbox/later.txt", "--captured", "2025-12-09"]);
        assert_eq!(later.status, 0, "{}", later.stderr);
        assert_eq!(taken(&repo), RECORD_ALONE, "{first}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_git_does_not_follow_keeps_nothing_from_it() {
    let repo = repo();
    repo.write("ibid.toml", "format = 1\n[vault]\nfolder = \"vault\"\n");
    fs::create_dir(repo.path().join("vault")).unwrap();
    fs::write(repo.beside("ignore"), "*\n").unwrap();
    std::os::unix::fs::symlink(repo.beside("ignore"), repo.path().join("vault/.gitignore")).unwrap();
    let refused = add(&repo, &[]);
    assert_eq!(refused.status, 2, "{}", refused.stdout);
    assert!(refused.stderr.contains("is a link"), "{}", refused.stderr);
    assert!(!repo.path().join("vault/note").exists());
}

#[test]
fn what_git_has_is_not_taken_for_nothing_where_git_cannot_be_read() {
    let repo = repo();
    repo.source("note", "title = \"T\"\naccess = \"restricted\"", TEXT);
    repo.write("claims/c.toml", CLAIM);
    repo.git(&["add", "--force", "sources/note/2025-12-08.txt"]);
    assert!(repo.ibid(&["verify"]).stdout.contains("git has the bytes"));
    repo.write(".git/index", "no index");
    let run = repo.ibid(&["verify"]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    assert!(run.stdout.contains("it cannot be told whether git has the bytes"), "{}", run.stdout);
    fs::remove_dir_all(repo.path().join(".git")).unwrap();
    assert_eq!(repo.ibid(&["verify"]).status, 0, "no git, no index");
    repo.write(".git", "gitdir: nowhere\n");
    assert!(repo.ibid(&["verify"]).stdout.contains("it cannot be told"));
}

#[test]
fn with_a_vault_the_record_is_all_that_the_repository_has() {
    let repo = repo();
    repo.write("ibid.toml", "format = 1\n[vault]\nfolder = \"../vault\"\n");
    let nowhere = add(&repo, &[]);
    assert!(nowhere.stdout.is_empty());
    assert_eq!(nowhere.status, 2);
    assert!(nowhere.stderr.contains("is not there; nothing was stored"), "{}", nowhere.stderr);
    assert!(!repo.path().join("sources").exists(), "nothing is left behind");
    fs::create_dir(repo.beside("vault")).unwrap();
    assert_eq!(add(&repo, &[]).status, 0);
    assert_eq!(fs::read_to_string(repo.beside("vault/note/2025-12-08.txt")).unwrap(), TEXT);
    assert_eq!(fs::read_dir(repo.path().join("sources/note")).unwrap().count(), 1);
    repo.write("claims/c.toml", CLAIM);
    let verified = repo.ibid(&["verify"]);
    assert_eq!((verified.status, verified.stderr.as_str()), (0, ""), "{}", verified.stdout);
    // The environment wins over ibid.toml, and says so where it names nothing.
    let elsewhere = with_vault(repo.path(), &repo.beside("elsewhere"), &["verify"]);
    assert_eq!(elsewhere.status, 1);
    assert!(elsewhere.stderr.contains("there is no such folder"), "{}", elsewhere.stderr);
    fs::rename(repo.beside("vault"), repo.beside("elsewhere")).unwrap();
    assert_eq!(repo.ibid(&["verify"]).status, 1);
    assert_eq!(with_vault(repo.path(), &repo.beside("elsewhere"), &["verify"]).status, 0);
    let over = ["report", "-o", "../elsewhere/note/2025-12-08.txt"];
    let over = with_vault(repo.path(), &repo.beside("elsewhere"), &over);
    assert!(over.stderr.contains("lies in the vault; nothing was written"), "{}", over.stderr);
    fs::write(repo.beside("inbox/later.txt"), "Autre texte.\n").unwrap();
    let args = ["add", "--to", "note", "../inbox/later.txt", "--captured", "2025-12-09"];
    assert_eq!(with_vault(repo.path(), &repo.beside("elsewhere"), &args).status, 0);
    assert!(repo.beside("elsewhere/note/2025-12-09.txt").exists());
    assert_eq!(taken(&repo), "sources/note/source.toml");
}

#[test]
fn an_open_capture_that_git_leaves_out_is_told() {
    let repo = repo();
    let add = |id: &str| {
        repo.ibid(&["add", "../inbox/open.txt", "--id", id, "--title", "T", "--captured", "2025-12-08"])
    };
    fs::write(repo.beside("inbox/open.txt"), "Public.\n").unwrap();
    assert_eq!(add("a").stderr, "");
    repo.write(".gitignore", "*.txt\n");
    fs::write(repo.beside("inbox/open.txt"), "Public too.\n").unwrap();
    let told = add("b");
    assert_eq!(told.status, 0);
    assert!(told.stderr.contains("git is told to ignore `sources/b/2025-12-08.txt`"), "{}", told.stderr);
    repo.write(".gitignore", "*.txt\n!/sources/**\n");
    fs::write(repo.beside("inbox/open.txt"), "Public as well.\n").unwrap();
    assert_eq!(add("c").stderr, "");
}

#[test]
fn nothing_is_stored_where_the_vault_may_be_misspelt() {
    for config in [
        "format = 1\n[vualt]\nfolder = \"../vault\"\n",
        "format = 1\n[vault]\nfoldr = \"../vault\"\n",
        "format = 1\n[vault]\nfolder = ../vault\n",
        "format = 1\n[vault]\nfolder = \"~/vault\"\n",
        "format = 1\nvault = \"../vault\"\n",
        "format = 1\n<<<<<<< HEAD\n[vault]\nfolder = \"../vault\"\n",
    ] {
        let repo = repo();
        repo.write("ibid.toml", config);
        fs::create_dir(repo.beside("vault")).unwrap();
        let refused = add(&repo, &[]);
        assert_eq!((refused.status, refused.stdout.as_str()), (2, ""), "{config}");
        assert!(refused.stderr.contains("not known whether there is a vault"), "{}", refused.stderr);
        assert!(!repo.path().join("sources").exists(), "{config}");
    }
}

#[test]
fn nothing_is_written_where_not_all_can_be() {
    let repo = repo();
    repo.write("ibid.toml", "format = 1\n[vault]\nfolder = \"../vault\"\n");
    fs::create_dir_all(repo.beside("vault/note")).unwrap();
    fs::write(repo.beside("vault/note/2025-12-08.txt"), "another's").unwrap();
    assert_eq!(add(&repo, &[]).status, 2);
    assert_eq!(fs::read_to_string(repo.beside("vault/note/2025-12-08.txt")).unwrap(), "another's");
    assert!(!repo.path().join("sources/note").exists());
    // A record that cannot be written takes the bytes back out of the vault.
    fs::remove_file(repo.beside("vault/note/2025-12-08.txt")).unwrap();
    repo.write("sources", "a file where the folder should be");
    assert_eq!(add(&repo, &[]).status, 2);
    assert!(!repo.beside("vault/note/2025-12-08.txt").exists());
    repo.remove("sources");
    // An open source does not become restricted by one of its captures.
    repo.source("open", "title = \"T\"", "Public.\n");
    let to_open = repo.ibid(&["add", "--restricted", "--to", "open", "../inbox/fuite.txt"]);
    assert_eq!(to_open.status, 2);
    assert!(to_open.stderr.contains("access = \"restricted\""), "{}", to_open.stderr);
}

#[test]
fn a_vault_inside_a_git_repository_is_ignored_by_it() {
    let repo = repo();
    repo.write("ibid.toml", "format = 1\n[vault]\nfolder = \"vault\"\n");
    fs::create_dir(repo.path().join("vault")).unwrap();
    assert_eq!(add(&repo, &[]).status, 0);
    assert_eq!(taken(&repo), "sources/note/source.toml");
    repo.write("claims/c.toml", CLAIM);
    assert_eq!(repo.ibid(&["verify"]).status, 0);
    repo.commit("Begin");
    repo.write("vault/.gitignore", "*.md\n");
    let exposed = repo.ibid(&["verify"]);
    assert_eq!(exposed.status, 1);
    assert!(exposed.stdout.contains("`note/2025-12-08.txt` in the vault"), "{}", exposed.stdout);
    let both = repo.ibid(&["diff", "HEAD"]);
    assert!(!both.stdout.contains("restricted-exposed") || !both.stdout.contains("Newly"), "{}", both.stdout);
    let refused = repo.ibid(&["add", "--to", "note", "claims/c.toml", "--media-type", "text/plain"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("lies in a git repository"), "{}", refused.stderr);
}

#[test]
fn the_file_that_was_stored_is_not_forgotten_where_git_would_take_it() {
    let repo = repo();
    repo.write("fuite.txt", TEXT);
    let run = repo.ibid(&["add", "--restricted", "fuite.txt", "--id", "note"]);
    assert!(run.stderr.contains("`fuite.txt` itself lies in a git repository"), "{}", run.stderr);
}

#[test]
fn an_open_source_that_becomes_restricted_is_still_in_gits_hands() {
    let repo = repo();
    repo.source("note", "title = \"T\"", TEXT);
    repo.write("claims/c.toml", CLAIM);
    repo.commit("Store it openly");
    repo.change("sources/note/source.toml", "title = \"T\"", "title = \"T\"\naccess = \"restricted\"");
    let run = repo.ibid(&["verify"]);
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stdout);
    // Ignoring what git has changes nothing.
    repo.write(".gitignore", "*.txt\n");
    assert_eq!(repo.ibid(&["verify"]).stdout, run.stdout);
    repo.git(&["rm", "--quiet", "--cached", "sources/note/2025-12-08.txt"]);
    assert_eq!(repo.ibid(&["verify"]).status, 0);
    let changed = repo.ibid(&["diff", "HEAD"]);
    assert!(changed.stdout.contains("access"), "{}", changed.stdout);
}

#[test]
fn what_git_ignores_by_any_of_its_files_is_not_exposed() {
    for (file, lines) in [
        (".gitignore", "sources/*/*.txt\n"),
        ("sources/.gitignore", "note/*\n!note/source.toml\n"),
        (".git/info/exclude", "2025-12-08.txt\n"),
        (".gitignore", "*\n!/claims/\n"),
    ] {
        let repo = repo();
        repo.source("note", "title = \"T\"\naccess = \"restricted\"", TEXT);
        repo.write("claims/c.toml", CLAIM);
        assert!(repo.ibid(&["verify"]).stdout.contains("restricted-exposed"));
        fs::create_dir_all(repo.path().join(".git/info")).unwrap();
        repo.write(file, lines);
        assert_eq!(repo.ibid(&["verify"]).status, 0, "{file} {lines:?}");
        assert!(!taken(&repo).contains(".txt"), "git says the same of {file}");
    }
    // What is in conflict is in git's hands on both sides.
    let repo = repo();
    repo.source("note", "title = \"T\"\naccess = \"restricted\"", TEXT);
    repo.write("claims/c.toml", CLAIM);
    repo.write(".gitignore", "*.txt\n");
    let blob = repo.blob(TEXT.as_bytes());
    let stages = format!(
        "100644 {blob} 2\tsources/note/2025-12-08.txt\n100644 {blob} 3\tsources/note/2025-12-08.txt\n"
    );
    repo.git_in(repo.path(), &["update-index", "--index-info"], stages);
    assert!(repo.ibid(&["verify"]).stdout.contains("git has the bytes"));
    // In a folder of a larger repository, and where there is no git at all.
    let larger = Repo::new();
    larger.write("dossier/ibid.toml", "format = 1\n");
    larger.source_in("dossier/sources/note", "title = \"T\"\naccess = \"restricted\"", TEXT);
    larger.write("dossier/claims/c.toml", CLAIM);
    let verify = || crate::common::ibid(&larger.path().join("dossier"), &["verify"]);
    assert!(verify().stdout.contains("nothing keeps git from taking"));
    larger.write(".gitignore", "*.txt\n");
    assert_eq!(verify().status, 0);
    fs::remove_dir_all(larger.path().join(".git")).unwrap();
    larger.remove(".gitignore");
    assert_eq!(verify().status, 0);
}

#[test]
fn revisions_and_the_working_tree_read_the_same_bytes() {
    for is_in_vault in [true, false] {
        let repo = repo();
        if is_in_vault {
            repo.write("ibid.toml", "format = 1\n[vault]\nfolder = \"../vault\"\n");
            fs::create_dir(repo.beside("vault")).unwrap();
        }
        add(&repo, &["--title", "Note"]);
        repo.write("claims/c.toml", CLAIM);
        repo.source("open", "title = \"O\"", "Un texte public, sans plus.\n");
        repo.commit("Begin");
        let same = repo.ibid(&["diff", "HEAD"]);
        assert!(same.stdout.contains("nothing changed"), "{}", same.stdout);
        repo.change("claims/c.toml", "text = \"T\"", "text = \"U\"");
        repo.commit("Reword");
        for args in [&["diff", "HEAD~1", "HEAD"][..], &["diff", "HEAD~1"], &["diff", "HEAD~1", "--full"]] {
            let run = repo.ibid(args);
            assert!(run.stdout.contains("1 claim reworded"), "{args:?} {}", run.stdout);
            assert!(run.stdout.contains("(stands)"), "{args:?} {}", run.stdout);
            assert!(!run.stdout.contains("ources ("), "no source changed: {args:?} {}", run.stdout);
        }
        let log = repo.ibid(&["log", "erreur"]);
        assert!(log.stdout.contains("stands") && !log.stdout.contains("unchecked"), "{}", log.stdout);
        repo.write("claims/c.toml", CLAIM.replace("reconnu", "nié"));
        let newly = repo.ibid(&["diff", "HEAD", "--exit-code"]);
        assert_eq!(newly.status, 1);
        assert!(newly.stdout.contains("quote-altered"), "{}", newly.stdout);
        assert!(!newly.stdout.contains("reconnu +}"), "{}", newly.stdout);
    }
}

#[test]
fn a_vault_is_opened_for_nothing_but_what_records_name() {
    let repo = repo();
    repo.write("ibid.toml", "format = 1\n[vault]\nfolder = \"../vault\"\n");
    let secret = repo.beside("secret");
    fs::create_dir_all(&secret).unwrap();
    fs::create_dir_all(repo.beside("vault/plain")).unwrap();
    fs::write(secret.join("2025-12-08.txt"), TEXT).unwrap();
    fs::write(repo.beside("vault/plain/2025-12-08.txt"), TEXT).unwrap();
    let record = |access: &str, file: &str| {
        let digest = Digest::of(TEXT.as_bytes());
        format!(
            "title = \"T\"\n{access}\n[[capture]]\nfile = \"{file}\"\nsha256 = \"{digest}\"\ncaptured = 2025-12-08\n"
        )
    };
    // An open source has no vault, and no name leads out of one.
    repo.write("sources/plain/source.toml", record("", "2025-12-08.txt"));
    repo.write("sources/note/source.toml", record("access = \"restricted\"", "../plain/2025-12-08.txt"));
    let run = repo.ibid(&["verify"]);
    assert!(run.stdout.contains("the capture `sources/plain/2025-12-08.txt` is not there"), "{}", run.stdout);
    assert!(run.stdout.contains("path-outside"), "{}", run.stdout);
    #[cfg(unix)]
    for (link, target) in
        [("vault/linked", &secret), ("vault/note/2025-12-08.txt", &secret.join("2025-12-08.txt"))]
    {
        let id = if link == "vault/linked" { "linked" } else { "note" };
        repo.write(&format!("sources/{id}/source.toml"), record("access = \"restricted\"", "2025-12-08.txt"));
        fs::create_dir_all(repo.beside("vault/note")).unwrap();
        std::os::unix::fs::symlink(target, repo.beside(link)).unwrap();
        let run = repo.ibid(&["verify", "--format", "json"]);
        assert!(run.stdout.contains("is a link that leads out of the vault"), "{}", run.stdout);
        assert!(!run.stdout.contains(secret.to_str().unwrap()), "no path of this machine: {}", run.stdout);
    }
    // Nothing is told of bytes that the record does not have.
    fs::write(repo.beside("vault/plain/2025-12-08.txt"), TEXT.replace("2500", "9999")).unwrap();
    repo.write("sources/plain/source.toml", record("access = \"restricted\"", "2025-12-08.txt"));
    repo.write("claims/c.toml", CLAIM.replace("note", "plain"));
    let run = repo.ibid(&["verify", "plain", "--show-restricted"]);
    assert_eq!(run.status, 2);
    let run = repo.ibid(&["verify", "sources/plain", "--show-restricted"]);
    assert!(run.stdout.contains("it lies in the vault"), "{}", run.stdout);
    assert!(!run.stdout.contains("still stand") && !run.stdout.contains("have the digest"), "{}", run.stdout);
}

#[test]
fn a_vault_that_cannot_be_meant_is_refused() {
    let repo = repo();
    for (folder, said) in [
        ("sources/vault", "claims/ or sources/"),
        ("~/vault", "is not looked up"),
        ("", "a folder of its own"),
        ("./", "a folder of its own"),
    ] {
        repo.write("ibid.toml", format!("format = 1\n[vault]\nfolder = \"{folder}\"\n"));
        let run = repo.ibid(&["verify"]);
        assert!(
            run.stdout.contains("value-invalid") && run.stdout.contains(said),
            "{folder}: {}",
            run.stdout
        );
    }
    repo.write("ibid.toml", "format = 1\n[vault]\nfolder = \"claims/../sources\"\n[rules]\n");
    repo.write("sources/x", "");
    assert!(repo.ibid(&["verify"]).stdout.contains("value-invalid"));
    assert_eq!(with_vault(repo.path(), &repo.path().join("sources"), &["verify"]).status, 2);
    assert_eq!(with_vault(repo.path(), repo.path(), &["verify"]).status, 2);
    repo.write("ibid.toml", "format = 1\n");
    repo.source("note", "title = \"T\"\naccess = \"secret\"", TEXT);
    let run = repo.ibid(&["verify"]);
    assert!(run.stdout.contains("`access` is \"open\" or \"restricted\""), "{}", run.stdout);
}

#[test]
fn words_of_a_restricted_source_are_shown_where_they_are_asked_for_and_never_saved() {
    let repo = repo();
    add(&repo, &[]);
    repo.write("claims/c.toml", CLAIM.replace("Le ministre a reconnu « une erreur »", "Environ 250 soldats"));
    let asked = repo.ibid(&["verify", "--show-restricted"]);
    assert!(asked.stdout.contains("soldats n’ont pas été relevés"), "{}", asked.stdout);
    let saved = ["verify", "--show-restricted", "-o", "out.txt"];
    assert_eq!(repo.ibid(&saved).status, 1);
    assert!(!repo.read("out.txt").contains("relevés"), "{}", repo.read("out.txt"));
    let json = repo.ibid(&["show", "erreur", "--show-restricted", "--format", "json"]);
    assert!(!json.stdout.contains("relevés"), "{}", json.stdout);
    // Of words that drifted, the places in both captures are told.
    repo.source("twice", "title = \"T\"\naccess = \"restricted\"", "Il viendra demain avec Jeanne.\n");
    repo.capture("sources/twice", "2025-12-09", "Il viendra lundi avec Jeanne.\n");
    repo.write(
        "claims/e.toml",
        CLAIM
            .replace("erreur", "venue")
            .replace("\"note\"", "\"twice\"")
            .replace("Le ministre a reconnu « une venue »", "Il viendra demain"),
    );
    let drifted = repo.ibid(&["verify", "venue"]).stdout;
    assert!(drifted.contains("quote-drifted") && !drifted.contains("lundi"), "{drifted}");
    for capture in ["2025-12-08", "2025-12-09"] {
        assert!(drifted.contains(&format!("sources/twice/{capture}.txt:1:")), "{drifted}");
    }
    // What is left out of a quote and negates is told of an open source, word by word.
    let text = "He said that they would never be moved from the valley.\n";
    repo.source("speech", "title = \"S\"\naccess = \"restricted\"\nlanguage = \"en\"", text);
    repo.write(
        "claims/d.toml",
        CLAIM.replace("erreur", "valley").replace("\"note\"", "\"speech\"").replace(
            "\"Le ministre a reconnu « une valley »\"",
            "[\"He said that they would\", \"be moved from the valley\"]",
        ),
    );
    assert!(repo.ibid(&["verify", "valley", "--show-restricted"]).stdout.contains("“never”"));
    for format in ["human", "json"] {
        let told = repo.ibid(&["verify", "valley", "--format", format]).stdout;
        assert!(told.contains("omission-negates") && !told.contains("never"), "{told}");
    }
    let extract = repo.ibid(&["extract", "note"]);
    assert_eq!((extract.status, extract.stdout.as_str()), (2, ""));
    assert_eq!(repo.ibid(&["extract", "note", "--show-restricted"]).stdout, TEXT);
    let check = repo.ibid(&["extract", "--check"]);
    assert_eq!(
        check.status, 0,
        "one restricted source keeps no other from being looked at: {}",
        check.stderr
    );
    let cited = repo.ibid(&["cite", "note", "soldats ont été relevés", "--claim", "erreur"]);
    assert_eq!(cited.status, 1);
    assert!(!cited.stderr.contains("n’ont"), "{}", cited.stderr);
}

#[test]
fn no_word_of_a_restricted_source_is_written_that_nobody_typed() {
    let repo = Repo::with_ibid();
    let text = "Petit mot a dit Anna Novak hier soir. Un long silence a suivi cette phrase.\n\nUn long silence a suivi cette phrase.\n";
    repo.source("s", "title = \"S\"\naccess = \"restricted\"", text);
    let words = ["Petit mot", "Un long silence a suivi cette phrase"];
    for (words, at) in words.into_iter().zip(["1:1", "1:39"]) {
        for more in [&[][..], &["--print"]] {
            let cite = ["cite", "s", words, "--at", at, "--claim", "y", "--text", "Y"];
            let run = repo.ibid(&[&cite[..], more].concat());
            assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{}", run.stderr);
            assert!(run.stderr.contains("--within \"…\"") && !run.stderr.contains("soir"), "{}", run.stderr);
            assert!(!run.stderr.contains("Anna") && run.stderr.ends_with("nothing was written\n"));
            assert!(!repo.path().join("claims/s.toml").exists());
        }
        let cite = ["cite", "s", words, "--at", at, "--claim", "y", "--text", "Y", "--show-restricted"];
        let shown = repo.ibid(&cite);
        assert!(
            shown.status == 1 && shown.stderr.contains("within = "),
            "who reads along sees it: {}",
            shown.stderr
        );
    }
    let own = ["cite", "s", words[0], "--claim", "y", "--text", "Y", "--within", "Petit mot a dit"];
    assert_eq!(repo.ibid(&own).status, 0);
    assert!(repo.read("claims/s.toml").contains("within = \"Petit mot a dit\""));
    let any = ["cite", "s", words[1], "--claim", "z", "--text", "Z", "--repeated"];
    assert_eq!(repo.ibid(&any).status, 0);
    assert!(!repo.read("claims/s.toml").contains("Anna"));
    let told = repo.ibid(&["verify", "y", "z"]).stdout;
    assert!(told.contains("all 2 stand"), "{told}");
}
