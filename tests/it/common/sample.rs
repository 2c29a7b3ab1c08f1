//! One repository with every status that there is, and one with words in every field that would like to act on
//! whatever reads a report.

use ibid::digest::Digest;
use ibid::quoting::toml_string;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const SPEECH: &str = "Le ministre a parlé d’« une erreur ». Il n’a pas dit où.\n\n\
    Environ 2500 soldats sont là. Le porte-parole a refusé de répondre.\n\n\
    Le soir, le porte-parole a refusé de répondre. 😀 Tout le monde est parti.\n";

const CLAIMS: &str = r#"[[claim]]
id = "stands"
text = "The minister spoke of a mistake."
[[claim.quote]]
source = "le-discours"
exact = "Le ministre a parlé d’« une erreur »"

[[claim]]
id = "ambiguous"
text = "The spokesman would not answer."
[[claim.quote]]
source = "le-discours"
exact = "porte-parole a refusé de répondre"

[[claim]]
id = "cut"
text = "There are 250 soldiers, and others left."
[[claim.quote]]
source = "le-discours"
exact = "Environ 250"
[[claim.quote]]
source = "le-discours"
exact = "Tout le monde est parti"

[[claim]]
id = "variant"
text = "Typed by hand."
[[claim.quote]]
source = "le-discours"
exact = "Le ministre a parlé d'« une erreur »"

[[claim]]
id = "altered"
text = "He said where."
[[claim.quote]]
source = "le-discours"
exact = "😀 Il a dit où. Environ 2500 soldats sont là"

[[claim]]
id = "absent"
text = "They are leaving."
[[claim.quote]]
source = "le-discours"
exact = "Nous quitterons le pays demain matin avec tous nos amis"

[[claim]]
id = "drifted"
text = "The harvest doubled."
[[claim.quote]]
source = "harvest"
exact = "La récolte a doublé en 2024 dans les régions du nord"

[[claim]]
id = "unchecked"
text = "The capture of this one is not there."
[[claim.quote]]
source = "lost"
exact = "whatever was in it"

[[claim]]
id = "invalid"
text = "This one cites nothing that is stored."
[[claim.quote]]
source = "le-discour"
exact = "une erreur"

[[claim]]
id = "short"
text = "A claim that stands with a warning, in words of Arabic."
[[claim.quote]]
source = "al-ittifaq"
exact = "الوزير"
"#;

/// What others may write into any of our fields.
pub const HOSTILE: [&str; 12] = [
    "::error file=a.toml,line=1::pwned",
    "one\n::add-mask::two\r\n::warning::three",
    "##[add-path]/tmp/evil ##vso[task.setvariable variable=x]y",
    "100 %0A::error::x%25, a:b",
    "]]> <![CDATA[ x ]]> </testcase></failure>",
    "</script><script>alert(1)</script> &amp; &lt; \" '",
    "\u{1b}[31mred\u{1b}[0m \u{9b}2J \u{7}",
    "\u{202e}desrever\u{202c} \u{2066}isolate\u{2069} \u{200f}\u{200b}\u{feff} \u{fffe}\u{ffff}",
    "=HYPERLINK(\"https://evil.example\") +1+1 -2 @SUM(A1)",
    "[link](javascript:alert(1)) [1](2) ![x](https://evil.example/x.png) | cell | \\[ {0} {{x}}",
    "@someone #12 GH-7 https://evil.example `code` **bold** <img src=x onerror=alert(1)>",
    "::stop-commands::x",
];

/// Stores a source with captures of these days and texts.
fn source(folder: &Path, id: &str, title: &str, captures: &[(&str, &str)]) {
    let mut record = format!("title = {}\n", toml_string(title));
    for (day, text) in captures {
        let digest = Digest::of(text.as_bytes());
        let capture = format!("file = \"{day}.txt\"\nsha256 = \"{digest}\"\ncaptured = {day}");
        writeln!(record, "\n[[capture]]\n{capture}").unwrap();
        super::write(folder, &format!("sources/{id}/{day}.txt"), text);
    }
    super::write(folder, &format!("sources/{id}/source.toml"), &record);
}

/// The repository with every status, in a temporary folder.
pub fn sample() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    // The top of a git repository, whatever the temporary folder is in.
    fs::create_dir(folder.path().join(".git")).unwrap();
    write(folder.path());
    folder
}

/// The same, with what would like to act.
pub fn hostile() -> TempDir {
    let folder = sample();
    let path = folder.path();
    let all = HOSTILE.join(" ");
    source(path, "hostile", &all, &[("2025-12-08", &format!("Before. {all} after that, and more.\n"))]);
    // What is proposed for a name that was mistyped is their words too.
    for (number, text) in HOSTILE.iter().enumerate() {
        source(
            path,
            &format!("titled-{number}"),
            &format!("Rapport{number} {text}"),
            &[("2025-12-08", "x\n")],
        );
    }
    let scale: Vec<String> = HOSTILE.iter().map(|text| toml_string(&format!("verdict {text}"))).collect();
    super::write(path, "ibid.toml", &format!("format = 1\n[verdicts]\nscale = [{}]\n", scale.join(", ")));
    super::write(path, "sources/hostile/::error::x ##[x] ,%0A.txt", "x\n");
    super::write(path, "claims/b/odd (é) %0A,::x # [y](z) @someone.toml", &hostile_claims());
    super::write(path, "claims/broken.toml", "[[claim]]\nid = ::error::<script>]]>@someone\n");
    folder
}

/// Writes the repository with every status into a folder.
pub fn write(folder: &Path) {
    super::write(folder, "ibid.toml", "format = 1\n");
    let source = |id: &str, title: &str, captures: &[(&str, &str)]| source(folder, id, title, captures);
    let before =
        "Rapport.\n\n« La récolte a doublé en 2024 dans les régions du nord », a déclaré le ministre.\n";
    let after = before.replace("doublé", "nettement augmenté");
    source("le-discours", "Le discours", &[("2025-12-08", SPEECH)]);
    source("harvest", "La récolte", &[("2025-12-08", before), ("2025-12-20", &after)]);
    let refused = "رفضت الحكومة الاتفاق الذي وقعه الوزير يوم الاثنين في العاصمة.\n";
    source("al-ittifaq", "رفض الاتفاق", &[("2025-12-08", refused)]);
    source("lost", "Lost", &[("2025-12-08", "whatever was in it\n")]);
    fs::remove_file(folder.join("sources/lost/2025-12-08.txt")).unwrap();
    super::write(folder, "claims/a.toml", CLAIMS);
}

/// A claim for each hostile text, with it in every field, and quotes that fail in several ways.
fn hostile_claims() -> String {
    let mut claims = String::new();
    for (number, text) in HOSTILE.iter().enumerate() {
        let said = toml_string(text);
        let near = toml_string(&format!("Before. {text} and something else after that"));
        write!(
            claims,
            "[[claim]]\nid = {id}\ntext = {said}\nverdict = {said}\nnote = {said}\n\
             [[claim.quote]]\nsource = \"hostile\"\nexact = {said}\nspeaker = {said}\n\
             [[claim.quote]]\nsource = \"hostile\"\nexact = {near}\n\
             [[claim.quote]]\nsource = {said}\nexact = {said}\n\n\
             [[claim]]\nid = \"near-{number}\"\ntext = \"T.\"\nverdict = {verdict}\n\
             [[claim.quote]]\nsource = \"rapport{number}\"\nexact = {said}\n\n",
            verdict = toml_string(&format!("verdct {text}")),
            id = if number % 2 == 0 { toml_string(&format!("hostile-{number}")) } else { said.clone() },
        )
        .unwrap();
    }
    claims
}
