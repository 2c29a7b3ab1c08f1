#!/usr/bin/env bash
# Checks the claims: annotations and a summary for people, SARIF and JSON for later steps. Ends well also where quotes
# do not stand, so that those steps run; `result.sh` ends the job as the check did.
#
# IBID_ARGUMENTS    more words for `ibid verify`, one a line
# IBID_FAIL_ON      error, warning or never
# IBID_REPORTS      the folder for the reports
# GITHUB_OUTPUT     gets `status`, `sarif` and `json`
set -euo pipefail

arguments=()
while IFS= read -r line; do
    # A line from a file of Windows ends with CR.
    line=${line%$'\r'}
    if [ -n "$line" ]; then
        arguments+=("$line")
    fi
done <<<"${IBID_ARGUMENTS:-}"

reports=${IBID_REPORTS:?}
mkdir -p "$reports"
rm -f "$reports/ibid.sarif" "$reports/ibid.json"

status=0
ibid verify --format github --fail-on "${IBID_FAIL_ON:-error}" \
    --output "sarif=$reports/ibid.sarif" --output "json=$reports/ibid.json" \
    ${arguments[@]+"${arguments[@]}"} || status=$?

{
    echo "status=$status"
    if [ -f "$reports/ibid.sarif" ]; then
        echo "sarif=$reports/ibid.sarif"
        echo "json=$reports/ibid.json"
    fi
} >>"${GITHUB_OUTPUT:?}"
