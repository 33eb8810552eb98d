#!/bin/sh
# Bring the front-end files into the tree: GOV.UK Frontend, the Arimo web font and axe-core.
#
# Run it by hand when a version changes, then commit what it wrote. The product and its
# tests need no Node: they use the committed files. Each archive's SHA-256 is pinned here.
# GDS Transport, the crown and the crest belong to GOV.UK services, so they are left out
# and Arimo (Arial's measures, open licence) takes the typeface's place.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() { # name@version, archive, SHA-256: leaves the archive's files in ./package
    rm -rf package
    npm pack --silent "$1" >/dev/null
    echo "$3  $2" | sha256sum --check --quiet
    tar -xzf "$2"
}

fetch govuk-frontend@6.3.0 govuk-frontend-6.3.0.tgz \
    3d91fd1353e32e306a8ae493b44ba9c0277348b5dbc08442a3e63d822e516048
govuk=$root/foi_tracker/static/vendor/govuk-frontend
mkdir -p "$govuk"
sed -E -e 's#/\*! Copyright[^*]*\*/##' \
       -e 's#@font-face\{[^}]*\}##g' \
       -e 's#GDS Transport,#Arimo,#g' \
       -e 's#(background|-webkit-mask|mask)-image:url\([^)]*\);##g' \
       -e '/sourceMappingURL/d' \
    package/dist/govuk/govuk-frontend.min.css >"$govuk/govuk-frontend.min.css"
sed -e 's#//\# sourceMappingURL=.*##' \
    package/dist/govuk/govuk-frontend.min.js >"$govuk/govuk-frontend.min.js"
if grep -qE 'url\(|GDS Transport|@font-face' "$govuk/govuk-frontend.min.css"; then
    echo "The stylesheet still names a font or a picture of GOV.UK's." >&2
    exit 1
fi

fetch @fontsource/arimo@5.3.0 fontsource-arimo-5.3.0.tgz \
    df44945077a74905969f15bba3b442f9fb6773818b2b59c970911deace01132f
fonts=$root/foi_tracker/static/fonts
mkdir -p "$fonts"
for face in latin-400 latin-700 latin-ext-400 latin-ext-700; do
    cp "package/files/arimo-$face-normal.woff2" "$fonts/arimo-$face.woff2"
done
cp package/LICENSE "$fonts/OFL.txt"

fetch axe-core@4.14.0 axe-core-4.14.0.tgz \
    2277b0a3ef47af9b52497faa3e71598e86e0a0e5e6eb295207a5657ede4709af
axe=$root/tests/browser/vendor
mkdir -p "$axe"
cp package/axe.min.js "$axe/axe.min.js"
cp package/LICENSE "$axe/LICENSE.txt"
