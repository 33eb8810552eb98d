"""A measure that finds nothing to measure says what it looked for, and where."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import PROJECT


def measured(measure: str, *folder: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", f"benchmarks.{measure}", *folder],
        cwd=PROJECT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(("measure", "what"), [("split", "requests"), ("check", "replies")])
def test_a_folder_that_is_not_there_or_holds_nothing_is_named(
    measure: str, what: str, tmp_path: Path
) -> None:
    gone = measured(measure, str(tmp_path / "gone"))
    assert gone.returncode == 1
    said = f"There is no folder {tmp_path / 'gone'}: labelled {what} were looked for in it.\n"
    assert (gone.stdout, gone.stderr) == ("", said)
    empty = measured(measure, str(tmp_path))
    assert empty.returncode == 1
    assert empty.stderr == f"The folder {tmp_path} holds no labelled {what}: no file ends in .json.\n"
    shared = measured(measure, FOI_SHARED=str(tmp_path))
    assert shared.returncode == 1
    assert "Set FOI_SHARED to the shared data" in shared.stderr


@pytest.mark.parametrize("target", ["bench-split", "bench-check"])
def test_both_take_their_folder_by_the_same_name(target: str) -> None:
    done = subprocess.run(
        ["make", "--no-print-directory", "-n", target, "CORPUS=my letters"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.rstrip().endswith(' "my letters"')
