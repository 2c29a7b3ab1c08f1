#!/usr/bin/env bash
# Uploads the findings to code scanning, by the interface that GitHub documents for it: no further action is needed,
# for every finding has its fingerprint already.
#
# IBID_SARIF        the file
# IBID_HEAD         the repository that a pull request comes from, or nothing
# GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_REF
# IBID_REPORTS      a folder for what is sent
# GH_TOKEN          a token that may write security events, for `gh`
set -euo pipefail

reports=${IBID_REPORTS:?}
gzip -9 -c "${IBID_SARIF:?}" | base64 | tr -d '\n' >"$reports/sarif.base64"
if ! gh api --method POST "repos/${GITHUB_REPOSITORY:?}/code-scanning/sarifs" \
    --raw-field "commit_sha=${GITHUB_SHA:?}" --raw-field "ref=${GITHUB_REF:?}" \
    --raw-field tool_name=ibid --field "sarif=@$reports/sarif.base64" --silent; then
    # A token of a pull request from a fork may only read; nobody can do anything about that there.
    if [ -n "${IBID_HEAD:-}" ] && [ "$IBID_HEAD" != "$GITHUB_REPOSITORY" ]; then
        echo "::warning title=ibid::The findings could not be uploaded: the token of a pull request from a fork may only read."
        exit 0
    fi
    echo "::error title=ibid::The findings could not be uploaded to code scanning. The job needs \`security-events: write\`, and the repository needs code scanning."
    exit 2
fi
