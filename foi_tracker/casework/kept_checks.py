"""Keep what the check found in letters of others, and throw it away again. The letters are never kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk
from foi_tracker.intake.checking import MUST, CheckedFile
from foi_tracker.models import Authority, KeptCheck


def keep_results(desk: Desk, authority: Authority, files: Sequence[CheckedFile]) -> KeptCheck:
    """Keep the name, the facts and the findings of each file."""
    kept = KeptCheck(
        authority_id=authority.id,
        made_by_id=desk.actor.user_id,
        made_by=desk.actor.name,
        letters=[asdict(file) for file in files],
    )
    desk.session.add(kept)
    desk.session.flush()
    audit.record(desk, authority.id, "check_results_kept", **_told(kept.id, files))
    return kept


def add_results(desk: Desk, kept: KeptCheck, files: Sequence[CheckedFile]) -> None:
    """Keep these together with those kept before, so that all are counted as one."""
    kept.letters = [*kept.letters, *(asdict(file) for file in files)]
    desk.session.flush()
    audit.record(desk, kept.authority_id, "check_results_added", **_told(kept.id, files))


def remove_results(desk: Desk, kept: KeptCheck) -> None:
    """Throw them away."""
    told = _told(kept.id, files_of(kept))
    desk.session.delete(kept)
    desk.session.flush()
    audit.record(desk, kept.authority_id, "check_results_removed", **told)


def files_of(kept: KeptCheck) -> list[CheckedFile]:
    """The files as they were checked then."""
    return [CheckedFile(**file) for file in kept.letters]


def _told(number: int, files: Sequence[CheckedFile]) -> dict[str, Any]:
    """What the audit says of them: no names of files, which may name who asked."""
    return {"number": number, "files": len(files), MUST: sum(file.count(MUST) for file in files)}
