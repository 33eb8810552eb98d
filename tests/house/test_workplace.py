"""The repository says nothing about the machine it was written on, and pins what it installs."""

from __future__ import annotations

import re

import pytest

from tests.house.source import ROOT, report, tracked_files

# Put together here, so that this file does not break its own rule.
PACKAGE_HOSTS = [
    f"{name}.{ending}"
    for name, ending in [
        ("pypi", "org"),
        ("files.pythonhosted", "org"),
        ("registry.npmjs", "org"),
        ("deb.debian", "org"),
        ("unpkg", "com"),
        ("cdn.jsdelivr", "net"),
    ]
]
PLACES = re.compile(r"(?<![\w.}/-])/(?:work|root|home|Users|opt|mnt)/\w")


def _texts() -> list[tuple[str, str]]:
    texts = []
    for path in tracked_files():
        try:
            texts.append((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue  # a font or a picture
    return texts


@pytest.mark.parametrize("host", PACKAGE_HOSTS)
def test_no_file_names_a_package_host(host: str) -> None:
    found = [name for name, text in _texts() if host in text]
    assert not found, report(found)


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    found = [
        f"{name}: {match[0]}"
        for name, text in _texts()
        if "/vendor/" not in name
        for match in PLACES.finditer(text)
    ]
    assert not found, report(found)


@pytest.mark.parametrize("name", ["runtime", "test"])
def test_everything_installed_is_pinned_and_hashed(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    pins = re.split(r"\n(?=\S)", text.strip())
    found = [pin.split("\n")[0] for pin in pins if "==" not in pin or "--hash=sha256:" not in pin]
    found += [line for line in text.splitlines() if "://" in line or " @ " in line]
    assert not found, report(found)


def test_the_tests_run_on_the_versions_that_are_shipped() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / f"{name}.txt").read_text()
        return set(re.findall(r"^[\w.-]+(?:\[\w+\])?==[^\s;]+", text, flags=re.MULTILINE))

    assert pins("runtime") <= pins("test")


def test_ci_runs_what_a_person_runs_and_nothing_else() -> None:
    commands = [
        line
        for line in (ROOT / ".ci" / "run").read_text().splitlines()
        if line and not line.startswith(("#", "set ", "cd "))
    ]
    assert commands == ["exec make test"]
