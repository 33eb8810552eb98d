#!/usr/bin/env bash
# Makes the secret, the database and the sample cases where they are missing, and serves.
# PORT says where: 5000 when it is not set.
set -euo pipefail
cd "$(dirname "$0")/.."

.venv/bin/foi-tracker setup --before-serving
echo "Making the sample cases, where they are missing"
.venv/bin/foi-tracker sample >/dev/null
exec .venv/bin/foi-tracker serve
