#!/usr/bin/env bash
# Every check that reads the code and does not run it.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin

# One command a line: what fails before an && does not stop a script.
echo "== ruff"
"$bin/ruff" check --quiet .
"$bin/ruff" format --check --quiet .
echo "== mypy"
"$bin/mypy"
echo "== layers"
"$bin/lint-imports"
