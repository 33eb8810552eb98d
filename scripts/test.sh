#!/usr/bin/env bash
# Every test, on as many processes as there are cores. More arguments go to pytest:
# scripts/test.sh tests/law -k clock
set -euo pipefail
cd "$(dirname "$0")/.."

# What is compiled is kept, whatever the machine's habit: there are many processes to come.
unset PYTHONDONTWRITEBYTECODE

echo "== pytest"
exec .venv/bin/python -m pytest --numprocesses "$(nproc 2>/dev/null || echo 2)" --dist worksteal "$@"
