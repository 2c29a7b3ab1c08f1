#!/usr/bin/env bash
# Tries the hooks with the real pre-commit, in a git repository of its own. Needs `pre-commit`, `ibid` and `git` on the
# path. The hooks that build with Rust are checked as a manifest only: they would build all of ibid.
# The apostrophes are the article’s own.
# shellcheck disable=SC1112
set -euo pipefail

hooks=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { printf 'pre-commit: %s\n' "$*" >&2; exit 1; }

pre-commit validate-manifest "$hooks/.pre-commit-hooks.yaml"

# What surrounds this script, a hook perhaps, must not be what is looked at.
unset "${!GIT_@}"
export HOME=$work PRE_COMMIT_HOME=$work/cache GIT_CONFIG_NOSYSTEM=1
git config --global user.name Zoe
git config --global user.email zoe@example.org
git config --global init.defaultBranch main
git config --global protocol.file.allow always

# The manifest, as a repository that pre-commit can clone.
git init --quiet "$work/hooks"
cp "$hooks/.pre-commit-hooks.yaml" "$work/hooks/"
git -C "$work/hooks" add .
git -C "$work/hooks" commit --quiet --message Hooks
revision=$(git -C "$work/hooks" rev-parse HEAD)

git init --quiet "$work/claims"
cd "$work/claims"
ibid init >/dev/null
printf 'Le ministre a parlé d’« une erreur ». Il n’a pas dit où.\n' >"$work/discours.txt"
ibid add "$work/discours.txt" --title 'Le discours' --captured 2025-12-08 >/dev/null
cat >.pre-commit-config.yaml <<EOF
repos:
  - repo: $work/hooks
    rev: $revision
    hooks:
      - id: ibid-fix-system
      - id: ibid-verify-system
EOF
pre-commit validate-config
pre-commit install >/dev/null

claim() {
    printf '[[claim]]\nid = "mistake"\ntext = "He spoke of a mistake."\n\n[[claim.quote]]\nsource = "le-discours"\nexact = "%s"\n' "$1" >claims/a.toml
    git add .
}

claim 'Le ministre a parlé d’« une erreur »'
git commit --quiet --message 'Claim what stands' || fail "a commit of what stands was refused"

claim 'Il n’a pas dit quand'
if git commit --quiet --message 'Claim what does not' >"$work/told" 2>&1; then fail "a commit of what does not stand passed"; fi
grep -q 'quote-altered' "$work/told" || fail "it was not said why: $(cat "$work/told")"

claim "Il n'a pas dit où"
if git commit --quiet --message 'Claim with other characters' >"$work/told" 2>&1; then fail "a change by the hook passed unseen"; fi
grep -q 'Il n’a pas dit où' claims/a.toml || fail "the hook did not write the source’s characters"
git add .
git commit --quiet --message 'Claim with the source’s characters' || fail "a commit of what was mended was refused"

printf 'nothing\n' >notes.txt
git add .
git commit --quiet --message 'Write a note' || fail "a commit of a note was refused"

# Of a file that is taken away pre-commit tells no hook.
git rm --quiet sources/le-discours/2025-12-08.txt
if git commit --quiet --message 'Take the article away' >"$work/told" 2>&1; then fail "a source was taken away unseen"; fi
grep -q 'capture-missing' "$work/told" || fail "it was not said what is missing: $(cat "$work/told")"
printf 'pre-commit: the hooks work\n'
