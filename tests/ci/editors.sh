#!/usr/bin/env bash
# What the plugins of real editors (Taplo, Tombi) say of good and bad files, with the schemas that ibid writes.
# Usage: editors.sh IBID; `taplo` and `tombi` must be there.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
ibid=$(realpath "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() { printf '%s\n' "$*" >&2; exit 1; }
# What each plugin's checker says of a file; passes where it says nothing.
taplo_says() { RUST_LOG=warn taplo --colors never lint --config .taplo.toml "$1" 2>&1; }
tombi_says() {
    local said
    if ! said=$(tombi lint --offline "$1" 2>&1) || grep -qi "warning" <<<"$said"; then
        printf '%s' "$said"
        return 1
    fi
}

"$ibid" init "$scratch/r" >/dev/null
cd "$scratch/r"

good=0
bad=0
# Copies a file of the gallery to where it is a claim file, a record or the configuration.
place() {
    case $1 in
        *source.toml) mkdir -p sources/s && cp "$1" sources/s/source.toml && echo sources/s/source.toml ;;
        */ibid.toml) cp "$1" ibid.toml && echo ibid.toml ;;
        *) mkdir -p claims/desk && cp "$1" claims/desk/a.toml && echo claims/desk/a.toml ;;
    esac
}

for file in "$root"/claims/*.toml "$root"/sources/*/source.toml "$root"/ibid.toml \
    "$root"/tests/gallery/{all-stands,arabic-altered,chinese-altered,segments-stand}/{claims/*.toml,sources/*/source.toml,ibid.toml}; do
    at=$(place "$file")
    said=$(taplo_says "$at") || fail "taplo refuses $file: $said"
    said=$(tombi_says "$at") || fail "tombi refuses $file: $said"
    good=$((good + 1))
done

wrong=(key-unknown/claims typo-key/claims key-missing/claims value-invalid/claims claim-unquoted/claims
    verdict-unknown/claims record-invalid/sources path-outside/sources config-unknown-rule/ibid.toml
    config-fixed-rule/ibid.toml)
for name in "${wrong[@]}"; do
    while IFS= read -r file; do
        at=$(place "$file")
        # Of several files only one is wrong.
        if taplo_says "$at" >/dev/null; then continue; fi
        tombi_says "$at" >/dev/null && fail "tombi takes $file, taplo does not"
        bad=$((bad + 1))
        break
    done < <(find "$root/tests/gallery/$name" -name '*.toml')
done
[ "$bad" = "${#wrong[@]}" ] || fail "$bad of ${#wrong[@]} wrong files were refused"

# A single file with a header line, where nothing else tells of the schema.
mkdir -p alone/claims
printf '#:schema ../../.ibid/claims.schema.json\n[[claim]]\nid = "a"\ntext = "T"\nverdikt = "supported"\n' >alone/claims/a.toml
touch alone/.taplo.toml
if taplo --colors never lint --config alone/.taplo.toml alone/claims/a.toml >/dev/null 2>&1; then
    fail "a header line has no effect"
fi
printf 'taplo %s, %s: %s good files pass, %s bad files do not\n' \
    "$(taplo --version | cut -d' ' -f2)" "$(tombi --version)" "$good" "$bad"
python3 "$root/tests/ci/tombi_editor.py" "$ibid" "$(command -v tombi)"
