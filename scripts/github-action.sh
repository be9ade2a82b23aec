#!/usr/bin/env bash
# What action.yml runs in a pull request: annotations, the job's summary, and a folder with review.json, the findings
# and the packets. Reads WORKSPACE, BASE and FAIL_ON; changes nothing in the repository.
set -uo pipefail

out="$RUNNER_TEMP/recare"
rm -rf "$out" && mkdir -p "$out/packets" || exit 2
echo "folder=$out" >> "$GITHUB_OUTPUT"
recare() { node "$GITHUB_ACTION_PATH/bin/recare.cjs" "$@"; }
fail() { echo "::error title=Recare::$1"; exit 2; }

workspace=${WORKSPACE:-.}
case "$workspace" in -*) fail "The input workspace begins with a dash; write ./ before it." ;; esac

# What was let stand before counts as known; what this change lets stand is only proposed.
known=()
if [ -n "${BASE:-}" ]; then
  case "$BASE" in -*) fail "The input base begins with a dash, which no revision does." ;; esac
  git cat-file -e "$BASE^{commit}" 2> "$out/git.txt" ||
    fail "The base is not in this clone. Give actions/checkout the input fetch-depth: 0."
  rm -f "$out/git.txt"
  base=$(mktemp -d)
  trap 'rm -rf "$base"' EXIT
  git archive "$BASE" . | tar -x -C "$base" 2>/dev/null
  if (cd "$base" && recare check "$workspace" --format json --output "$out/base-findings.json" > /dev/null 2>&1); [ $? -le 1 ]; then
    known=(--base "$out/base-findings.json")
  fi
fi

recare check "$workspace" --fail-on "${FAIL_ON:-error}" "${known[@]}" --format github \
  --format markdown --output "$out/findings.md" \
  --format json --output "$out/findings.json" \
  --format sarif --output "$out/findings.sarif"
status=$?
[ $status -le 1 ] || exit $status
cat "$out/findings.md" >> "$GITHUB_STEP_SUMMARY"

# Campaigns without an error have packets, also where another one fails.
recare build "$workspace" --quiet --out "$out/packets" > "$out/build.txt" 2>&1
[ $? -le 1 ] || { cat "$out/build.txt"; exit 3; }

if [ -n "${BASE:-}" ]; then
  recare diff "$BASE" "$workspace" --format json --output "$out/review.json"
  compared=$?
  [ $compared -le 1 ] || exit $compared
  recare comment "$out/review.json" >> "$GITHUB_STEP_SUMMARY" || exit $?
  [ $compared -eq 0 ] || status=1
fi
exit $status
