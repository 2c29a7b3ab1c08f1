#!/usr/bin/env bash
# Installs ibid: the version that is asked for, else the one that this action is of. Where an `ibid` is on the path
# already and no version is asked for, that one is taken.
#
# IBID_VERSION          a version, or nothing
# GITHUB_ACTION_PATH    the sources of this action
# IBID_ROOT             where to install; what is there of an earlier run is taken
# GITHUB_PATH           what later steps find on their path
set -euo pipefail

version=${IBID_VERSION:-}
root=${IBID_ROOT:?}

if [ -z "$version" ] && command -v ibid >/dev/null 2>&1; then
    ibid --version
    exit 0
fi

if [ ! -x "$root/bin/ibid" ]; then
    if ! command -v cargo >/dev/null 2>&1; then
        echo "::error title=ibid::Rust is needed to build ibid, and there is no cargo on this runner. Install Rust in a step before this one, or put an ibid on the path."
        exit 2
    fi
    if [ -n "$version" ]; then
        cargo install --locked --root "$root" --version "$version" ibid
    else
        cargo install --locked --root "$root" --path "${GITHUB_ACTION_PATH:?}"
    fi
fi

echo "$root/bin" >>"${GITHUB_PATH:?}"
"$root/bin/ibid" --version
