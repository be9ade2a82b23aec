#!/usr/bin/env bash
# The hook of .pre-commit-hooks.yaml: builds Recare in pre-commit's clone at its first use, from the lockfile of the
# revision that is pinned there, then checks.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
if [ ! -f "$home/dist/.built" ]; then
  echo "Building Recare, once." >&2
  (cd "$home" && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build) >&2
fi
exec node "$home/bin/recare.cjs" check "$@"
