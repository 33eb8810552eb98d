#!/usr/bin/env bash
# Prepares .venv with the pinned requirements named (runtime or test) and an editable install.
# Quick when nothing has changed: a stamp in .venv is named after what was installed.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted="${1:-runtime}"
python=.venv/bin/python
recent='import sys; sys.exit(sys.version_info < (3, 11))'

find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && "$name" -c "$recent" 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "FOI Tracker needs Python 3.11 or later, as python3. This machine has: $(python3 --version 2>&1 || true)" >&2
    exit 1
}

stamp_for() {
    echo ".venv/installed-$1-$( (pwd; cat "requirements/$1.txt" pyproject.toml scripts/setup.sh) | sha256sum | cut -c1-16)"
}

if ! { [ -x "$python" ] && "$python" -c "$recent" 2>/dev/null && "$python" -m pip --version >/dev/null 2>&1; }; then
    base="$(find_python)"
    echo "Making .venv with $("$base" --version)"
    if ! "$base" -m venv --clear .venv; then
        echo "Python's venv module is incomplete. On Debian or Ubuntu: apt-get install python3-venv" >&2
        exit 1
    fi
fi

stamp="$(stamp_for "$wanted")"
if [ ! -e "$stamp" ] || [ ! -x .venv/bin/foi-tracker ]; then
    echo "Installing requirements/$wanted.txt"
    pip=("$python" -m pip install -qq --disable-pip-version-check --no-input)
    # Of what the tests need little is ever imported, and Python compiles that as it goes: half the time.
    compile=--compile
    [ "$wanted" != test ] || compile=--no-compile
    "${pip[@]}" "$compile" --require-hashes -r "requirements/$wanted.txt"
    "${pip[@]}" --no-deps --no-build-isolation --no-index --editable .
    rm -f .venv/installed-"$wanted"-*
    touch "$stamp"
    # The test requirements hold the runtime's.
    if [ "$wanted" = test ]; then
        rm -f .venv/installed-runtime-*
        touch "$(stamp_for runtime)"
    fi
fi
