"""The commands of `foi-tracker` in processes of their own, and the instances they make for many tests.

A command takes over a second to begin. A test that wants an instance therefore copies one.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

TODAY = date(2026, 2, 4)
PROJECT = Path(__file__).parent.parent


def foi_tracker(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `foi-tracker` with these arguments, and settings such as PORT, on the instance in this folder."""
    kept = ("PATH", "HOME", "LANG")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "from foi_tracker.cli import main; main()", *arguments],
        cwd=PROJECT,
        env={**environment, "FOI_INSTANCE": str(folder), "FOI_TODAY": TODAY.isoformat(), **settings},
        capture_output=True,
        text=True,
        timeout=500,  # on a busy machine; pytest itself gives up at 600
    )


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder, which `make` fills: the first test process that comes does it, and the others wait."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            making = folder.with_suffix(".making")
            shutil.rmtree(making, ignore_errors=True)  # of somebody who failed
            making.mkdir()
            make(making)
            making.rename(folder)
    return folder


def set_up(folder: Path) -> None:
    """An instance as `foi-tracker setup` leaves it."""
    done = foi_tracker(folder, "setup")
    assert done.returncode == 0, done.stderr


def sample(folder: Path) -> None:
    """An instance with the sample; beside it stands what the command said."""
    set_up(folder)
    done = foi_tracker(folder, "sample")
    assert done.returncode == 0, done.stderr
    (folder / "said.txt").write_text(done.stdout, encoding="utf-8")
