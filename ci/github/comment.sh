#!/usr/bin/env bash
# Comments on a pull request what it changes in claims and sources; a comment of an earlier run is written anew. The
# same goes into the summary of the job, also where the token may not comment, as on pull requests from forks.
#
# IBID_BASE              the commit that the pull request is against
# IBID_PULL_REQUEST      its number
# IBID_FOLDER            the folder that is looked at, of which each has a comment of its own
# IBID_REPORTS           the folder for the reports
# GITHUB_REPOSITORY, GITHUB_STEP_SUMMARY
# GH_TOKEN               a token that may write pull requests, for `gh`
set -euo pipefail

number=${IBID_PULL_REQUEST:-}
base=${IBID_BASE:-}
if [ -z "$number" ] || [ -z "$base" ]; then
    echo "This run is not for a pull request; there is nothing to comment on."
    exit 0
fi
if ! [[ $number =~ ^[0-9]+$ && $base =~ ^[0-9a-f]{40,64}$ ]]; then
    echo "::error title=ibid::The number or the commit of the pull request is not one."
    exit 2
fi

# The first line tells our comment from others. It holds nothing that could end it, or a text of jq.
folder=$(printf '%s' "${IBID_FOLDER:-.}" | tr -cd '0-9A-Za-z._/-' | sed 's/--*/-/g')
mark="<!-- ibid diff in $folder -->"
reports=${IBID_REPORTS:?}
mkdir -p "$reports"

if ! ibid diff "$base...HEAD" --format markdown --output "$reports/diff.md"; then
    echo "::error title=ibid::What the pull request changes could not be told. Check out the whole history: fetch-depth: 0 in actions/checkout."
    exit 2
fi
{ printf '%s\n' "$mark" && cat "$reports/diff.md"; } >"$reports/comment.md"
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    cat "$reports/diff.md" >>"$GITHUB_STEP_SUMMARY"
fi

comments="repos/${GITHUB_REPOSITORY:?}/issues/$number/comments"
# Only a comment that a bot wrote may be ours: people can write the mark, too.
own=".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$mark\"))) | .id"
if ! ids=$(gh api --paginate "$comments" --jq "$own"); then
    echo "::warning title=ibid::The comments of the pull request could not be read; what it changes is in the summary of this job."
    exit 0
fi
id=$(printf '%s\n' "$ids" | head -n 1)

if [ -n "$id" ]; then
    arguments=(--method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id")
else
    arguments=(--method POST "$comments")
fi
if ! gh api "${arguments[@]}" --field "body=@$reports/comment.md" --silent; then
    echo "::warning title=ibid::The pull request could not be commented on; what it changes is in the summary of this job. A token from a fork may only read."
fi
