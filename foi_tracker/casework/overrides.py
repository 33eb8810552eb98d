"""Let a `must` of the check pass, with a reason that stays on the record; and take that back."""

from __future__ import annotations

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letters import DRAFT, check_letter
from foi_tracker.models import Case, Letter, Override
from foi_tracker.store import letters as letter_store

LEAST_REASON = 10  # characters: a full stop is no reason


def let_pass(
    desk: Desk, case: Case, letter: Letter, code: str, where: str, reason: str, version: int
) -> None:
    """Let one finding pass, so that the letter can be issued with it. `where` is a question's label, or "".

    Raises:
        ChangedMeanwhile: somebody changed the draft since `version` was read.
        NotAllowed: no reason is given, the letter is issued, or the check does not find this.
    """
    if letter.version != version:
        raise ChangedMeanwhile("letter")
    if letter.state != DRAFT:
        raise NotAllowed("This letter is issued, so it stays as it is.")
    if len(reason.strip()) < LEAST_REASON:
        raise NotAllowed("Say why the letter may go as it is. The reason stays on the record.", "reason")
    _, found = check_letter(desk, case, letter)
    finding = next(
        (each for each in found if (each.level, each.code, each.where) == ("must", code, where)), None
    )
    if finding is None:
        raise NotAllowed("The check no longer finds this. Open the letter again.")
    if _of(desk, letter, code, where) is not None:
        raise NotAllowed("This was let pass already.")
    desk.session.add(
        Override(letter_id=letter.id, code=code, where=where, reason=reason.strip(), by=desk.actor.name)
    )
    desk.session.flush()
    audit.record(
        desk,
        case.authority_id,
        "finding_let_pass",
        case,
        letter=letter.id,
        code=code,
        where=where,
        provision=finding.provision,
        finding=finding.message,
        reason=reason.strip(),
    )


def stop_again(desk: Desk, case: Case, letter: Letter, code: str, where: str) -> None:
    """Take back that a finding was let pass: it stops the letter again.

    Raises:
        NotAllowed: the letter is issued, or it was not let pass.
    """
    if letter.state != DRAFT:
        raise NotAllowed("This letter is issued, so it stays as it is.")
    passed = _of(desk, letter, code, where)
    if passed is None:
        raise NotAllowed("This was not let pass.")
    desk.session.delete(passed)
    desk.session.flush()
    audit.record(
        desk, case.authority_id, "finding_stops_again", case, letter=letter.id, code=code, where=where
    )


def _of(desk: Desk, letter: Letter, code: str, where: str) -> Override | None:
    passed = letter_store.overrides_of(desk.session, letter)
    return next((each for each in passed if (each.code, each.where) == (code, where)), None)
