"""Let a `must` of the check pass, with a reason that stays on the record; and take that back."""

from __future__ import annotations

import hashlib

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letters import DRAFT, check_letter, passes
from foi_tracker.law.notices.enclosures import SECOND_LOOK
from foi_tracker.law.notices.facts import Finding
from foi_tracker.models import Case, Letter, Override
from foi_tracker.store import letters as letter_store

LEAST_REASON = 10  # characters: a full stop is no reason
NO_SECOND_LOOK = "No file leaves without a second person’s look. Ask somebody else to open it and confirm it."


def key_of(finding: Finding) -> str:
    """What a link and a form name a finding by. Other words, as of another day, are another finding."""
    told = "\0".join((finding.code, finding.where, finding.message))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def may_pass(finding: Finding) -> bool:
    """Whether a letter may go with this finding, where a reason is given: none is a second person's look."""
    return finding.level == "must" and finding.field != SECOND_LOOK


def let_pass(desk: Desk, case: Case, letter: Letter, key: str, reason: str, version: int) -> None:
    """Let one finding pass, so that the letter can be issued with it.

    Raises:
        ChangedMeanwhile: somebody changed the draft since `version` was read.
        NotAllowed: no reason is given, the letter is issued, the check does not find this, or no reason
            is enough for it.
    """
    if letter.version != version:
        raise ChangedMeanwhile("letter")
    if letter.state != DRAFT:
        raise NotAllowed("This letter is issued, so it stays as it is.")
    if len(reason.strip()) < LEAST_REASON:
        raise NotAllowed("Say why the letter may go as it is. The reason stays on the record.", "reason")
    _, found = check_letter(desk, case, letter)
    finding = next((each for each in found if each.level == "must" and key_of(each) == key), None)
    if finding is None:
        raise NotAllowed("The check no longer finds this. Open the letter again.")
    if not may_pass(finding):
        raise NotAllowed(NO_SECOND_LOOK)
    if any(passes(each, finding) for each in letter_store.overrides_of(desk.session, letter)):
        raise NotAllowed("This was let pass already.")
    desk.session.add(
        Override(
            letter_id=letter.id,
            code=finding.code,
            where=finding.where,
            finding=finding.message,
            reason=reason.strip(),
            by=desk.actor.name,
        )
    )
    desk.session.flush()
    audit.record(
        desk,
        case.authority_id,
        "finding_let_pass",
        case,
        letter=letter.id,
        code=finding.code,
        where=finding.where,
        provision=finding.provision,
        finding=finding.message,
        reason=reason.strip(),
    )


def stop_again(desk: Desk, case: Case, letter: Letter, override_id: int) -> None:
    """Take back that a finding was let pass: it stops the letter again.

    Raises:
        NotAllowed: the letter is issued, or it was not let pass.
    """
    if letter.state != DRAFT:
        raise NotAllowed("This letter is issued, so it stays as it is.")
    passed = {each.id: each for each in letter_store.overrides_of(desk.session, letter)}.get(override_id)
    if passed is None:
        raise NotAllowed("This was not let pass.")
    told = {"code": passed.code, "where": passed.where, "finding": passed.finding}
    desk.session.delete(passed)
    desk.session.flush()
    audit.record(desk, case.authority_id, "finding_stops_again", case, letter=letter.id, **told)
