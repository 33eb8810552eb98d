"""`foi-tracker corrections` writes labelled requests that `make bench-split` measures; all or none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from foi_tracker.casework.desk import Actor, Desk, holidays_in_force
from foi_tracker.files.folder import Folder
from foi_tracker.intake.labelled import loads
from foi_tracker.store.database import session_to
from foi_tracker.store.scope import Scope
from tests.cli.conftest import Run
from tests.command import TODAY
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import confirmed_case
from tests.factories.people import person


@pytest.fixture
def kept(url: str, tmp_path: Path) -> None:
    """Two requests of an authority that agreed, and an authority that did not."""
    with session_to(url) as session:
        agreed = make_authority(session, "northvale-police", keeps_corrections=True)
        make_authority(session, "wold-council")
        desk = Desk(
            session,
            Actor.of(person(session, "Sam Officer", agreed)),
            Scope(frozenset({agreed.id})),
            TODAY,
            holidays_in_force(session),
            Folder(tmp_path / "files"),
        )
        confirmed_case(desk, agreed)
        confirmed_case(desk, agreed)


def test_a_folder_is_written_and_can_be_measured(
    kept: None,
    run: Run,
    tmp_path: Path,
    project: Path,
) -> None:
    out = tmp_path / "corrections"
    done = run("corrections", "northvale-police", str(out))
    assert done.returncode == 0, done.stderr
    assert f"Wrote 2 requests with 4 questions to {out}." in done.stdout
    assert sorted(path.name for path in out.iterdir()) == ["001-26.json", "002-26.json"]
    assert all(len(loads(path.read_text()).questions) == 2 for path in out.iterdir())
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []

    measured = subprocess.run(
        [sys.executable, "-m", "benchmarks.split", str(out)], cwd=project, capture_output=True, text=True
    )
    assert measured.returncode == 0, measured.stderr
    everything = next(line for line in measured.stdout.splitlines() if line.startswith("all"))
    assert everything.split()[1:5] == ["2", "1.000", "1.000", "1.000"]


@pytest.mark.parametrize(
    ("authority", "said"),
    [("wold-council", "has not agreed"), ("no-such", "There is no authority no-such")],
)
def test_what_cannot_be_written_is_said_and_leaves_no_folder(
    kept: None,
    authority: str,
    said: str,
    run: Run,
    tmp_path: Path,
) -> None:
    done = run("corrections", authority, str(tmp_path / "corrections"))
    assert done.returncode == 1
    assert said in done.stderr
    assert not (tmp_path / "corrections").exists()


def test_a_folder_that_is_there_is_left_alone(run: Run, tmp_path: Path) -> None:
    done = run("corrections", "northvale-police", str(tmp_path))
    assert done.returncode == 1
    assert "is there already" in done.stderr
