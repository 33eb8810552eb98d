#!/usr/bin/env bash
# Makes the secret, the database and the sample cases if they are not there, and serves.
set -euo pipefail
cd "$(dirname "$0")/.."

.venv/bin/foi-tracker setup
exec .venv/bin/foi-tracker serve --port "${PORT:-5000}"
