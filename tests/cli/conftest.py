"""The commands in processes of their own, with an instance folder of their own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import command
from tests.conftest import Make

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "instance"


@pytest.fixture
def run(folder: Path) -> Run:
    """`run("setup")`: the command in a process of its own."""

    def call(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return command.foi_tracker(folder, *arguments, **settings)

    return call


@pytest.fixture
def url(folder: Path, once: Callable[[str, Make], Path]) -> str:
    """The database that `setup` made."""
    shutil.copytree(once("set-up", command.set_up), folder)
    return f"sqlite:///{folder / 'foi.sqlite'}"
