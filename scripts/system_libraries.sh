#!/usr/bin/env bash
# Makes sure of the system's libraries: Pango and HarfBuzz, which print the letters, and with --tests
# the programs the tests use. Installs them where it may; otherwise names them in one line and goes on.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
PATH="$PATH:/usr/sbin:/sbin"

packages=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
sonames=(libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0)
missing=()

known="$(ldconfig -p 2>/dev/null || true)"
for index in "${!packages[@]}"; do
    [[ "$known" == *"${sonames[$index]}"* ]] || missing+=("${packages[$index]}")
done

if [ "${1:-}" = --tests ]; then
    for browser in chromium-headless-shell chromium chromium-browser google-chrome ""; do
        command -v "$browser" >/dev/null && break
    done
    [ -n "$browser" ] || missing+=(chromium-headless-shell)  # the engine alone: a third less to run
    command -v qpdf >/dev/null || missing+=(qpdf)
    command -v pdfinfo >/dev/null || missing+=(poppler-utils)
fi

[ "${#missing[@]}" -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo -n)
fi

may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

install() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --quiet --no-install-recommends "${missing[@]}" </dev/null
}

install_after_update() {
    "${as_root[@]}" apt-get update --quiet </dev/null || return 1
    install && return
    missing=("${missing[@]/#chromium-headless-shell/chromium}")  # an older system has only the whole browser
    install
}

if may_install; then
    echo "Installing ${missing[*]}"
    log="$(mktemp)"
    trap 'rm -f "$log"' EXIT
    if install >"$log" 2>&1 || install_after_update >"$log" 2>&1; then
        exit 0
    fi
    tail -n 5 "$log" >&2
fi
echo "Missing from this machine: ${missing[*]}. To install: sudo apt-get install ${missing[*]}" >&2
