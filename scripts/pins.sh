#!/usr/bin/env bash
# Compiles requirements/*.in to exact versions with hashes, for every platform, naming no package host.
set -euo pipefail
cd "$(dirname "$0")/../requirements"
command -v uv >/dev/null || { echo "make pins needs uv: pip install uv" >&2; exit 1; }

for name in runtime test; do
    uv pip compile --quiet --generate-hashes --no-header --no-annotate --universal \
        --python-version 3.11 "$@" "$name.in" --output-file "$name.txt"
done
