"""The shell scripts stop at the first error and can be read by the shell."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.house.source import ROOT

SCRIPTS = [*sorted((ROOT / "scripts").glob("*.sh")), ROOT / ".ci" / "run"]


STOPS = {"#!/usr/bin/env bash": "\nset -euo pipefail\n", "#!/bin/sh": "\nset -eu\n"}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_it_stops_at_the_first_error(script: Path) -> None:
    text = script.read_text()
    shell = text.partition("\n")[0]
    assert STOPS[shell] in text
    assert os.access(script, os.X_OK)
    subprocess.run([*shell.removeprefix("#!").split(), "-n", str(script)], check=True)


def test_the_makefile_only_calls_scripts() -> None:
    lines = (ROOT / "Makefile").read_text().splitlines()
    assert len(lines) <= 60
    recipes = [line for line in lines if line.startswith("\t")]
    assert recipes
    assert not [line for line in recipes if line.rstrip().endswith("\\")]
