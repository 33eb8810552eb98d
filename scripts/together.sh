#!/usr/bin/env bash
# Runs commands at the same time, each one word here, and fails if any of them fails. What the first
# prints is seen at once; what the others print, when they have ended.
set -euo pipefail
cd "$(dirname "$0")/.."

printed="$(mktemp -d)"
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$printed"' EXIT

first="$1"
shift
others=()
for command in "$@"; do
    bash -c "$command" >"$printed/${#others[@]}" 2>&1 &
    others+=("$!")
done

status=0
bash -c "$first" || status="$?"
for index in "${!others[@]}"; do
    wait "${others[$index]}" || status="$?"
    cat "$printed/$index"
done
exit "$status"
