#!/usr/bin/env bash
# Ends the job as the check did.
#
# IBID_STATUS    the exit status of `ibid verify`
set -euo pipefail

case ${IBID_STATUS:-} in
    0) echo "Nothing fails." ;;
    1) echo "There are findings; the annotations and the summary of this job tell which." && exit 1 ;;
    *) echo "::error title=ibid::ibid could not run; the log of its step says why." && exit 2 ;;
esac
