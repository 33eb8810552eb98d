"""Keep what the check found in letters of others, and throw it away again. The letters are never kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk
from foi_tracker.intake.checking import MUST, CheckedFile
from foi_tracker.models import Authority, KeptCheck
from foi_tracker.store import kept_checks as kept_store


def keep_results(desk: Desk, authority: Authority, files: Sequence[CheckedFile]) -> tuple[KeptCheck, bool]:
    """Keep the name, the facts and the findings of each file: once, however often it is asked.

    Returns what is kept, and whether that is new; not so where the authority has kept the very same before.
    """
    wanted = [_words_of(file) for file in files]
    for before in kept_store.latest_for_change(desk.session, authority):
        if [_words_of(file) for file in files_of(before)] == wanted:
            return before, False
    kept = KeptCheck(
        authority_id=authority.id,
        made_by_id=desk.actor.user_id,
        made_by=desk.actor.name,
        letters=[asdict(file) for file in files],
    )
    desk.session.add(kept)
    desk.session.flush()
    audit.record(desk, authority.id, "check_results_kept", **_told(kept.id, files))
    return kept, True


def add_results(desk: Desk, kept: KeptCheck, files: Sequence[CheckedFile]) -> int:
    """Keep these together with those kept before, so that all are counted as one.

    Returns how many were new: what is there already, with the same name, facts and findings, stays once.
    """
    there = Counter(_words_of(file) for file in files_of(kept))
    new = []
    for file in files:
        if there[_words_of(file)]:
            there[_words_of(file)] -= 1
        else:
            new.append(file)
    if new:
        kept.letters = [*kept.letters, *(asdict(file) for file in new)]
        desk.session.flush()
        audit.record(desk, kept.authority_id, "check_results_added", **_told(kept.id, new))
    return len(new)


def remove_results(desk: Desk, kept: KeptCheck) -> None:
    """Throw them away."""
    told = _told(kept.id, files_of(kept))
    desk.session.delete(kept)
    desk.session.flush()
    audit.record(desk, kept.authority_id, "check_results_removed", **told)


def files_of(kept: KeptCheck) -> list[CheckedFile]:
    """The files as they were checked then."""
    return [CheckedFile(**file) for file in kept.letters]


def _words_of(file: CheckedFile) -> str:
    """All that is kept of a file, to compare it by."""
    return json.dumps(asdict(file), sort_keys=True)


def _told(number: int, files: Sequence[CheckedFile]) -> dict[str, Any]:
    """What the audit says of them: no names of files, which may name who asked."""
    return {"number": number, "files": len(files), MUST: sum(file.count(MUST) for file in files)}
