"""The commands in processes of their own, with an instance folder of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

TODAY = date(2026, 2, 4)
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "instance"


@pytest.fixture
def run(folder: Path, project: Path) -> Run:
    """`run("setup")`: the command in a process of its own."""

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        kept = ("PATH", "HOME", "LANG")
        environment = {name: os.environ[name] for name in kept if name in os.environ}
        return subprocess.run(
            [sys.executable, "-c", "from foi_tracker.cli import main; main()", *arguments],
            cwd=project,
            env={**environment, "FOI_INSTANCE": str(folder), "FOI_TODAY": TODAY.isoformat()},
            capture_output=True,
            text=True,
            timeout=120,
        )

    return call


@pytest.fixture
def url(folder: Path, run: Run) -> str:
    """The database that `setup` made."""
    assert run("setup").returncode == 0
    return f"sqlite:///{folder / 'foi.sqlite'}"
