#!/usr/bin/env bash
# Installs ibid: an `ibid` that is on the path already is taken, else the one that this action is of is built. Nothing
# is taken from a registry: what is there under this name may be another's.
#
# GITHUB_ACTION_PATH    the sources of this action
# IBID_ROOT             where to install; what is there of an earlier run is taken, if it was built from these sources
# GITHUB_PATH           what later steps find on their path
set -euo pipefail

root=${IBID_ROOT:?}

if command -v ibid >/dev/null 2>&1; then
    ibid --version
    exit 0
fi

# A folder that is kept between jobs may have the ibid of another revision.
sources=$(cd "${GITHUB_ACTION_PATH:?}" && find Cargo.toml Cargo.lock src docs -type f | LC_ALL=C sort | xargs cksum | cksum)

if [ ! -x "$root/bin/ibid" ] || [ "$(cat "$root/sources" 2>/dev/null)" != "$sources" ]; then
    if ! command -v cargo >/dev/null 2>&1; then
        echo "::error title=ibid::Rust is needed to build ibid, and there is no cargo on this runner. Install Rust in a step before this one, or put an ibid on the path."
        exit 2
    fi
    cargo install --locked --force --root "$root" --path "$GITHUB_ACTION_PATH"
    printf '%s\n' "$sources" >"$root/sources"
fi

echo "$root/bin" >>"${GITHUB_PATH:?}"
"$root/bin/ibid" --version
