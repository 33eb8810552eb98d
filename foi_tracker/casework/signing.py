"""Who signs a letter."""

from __future__ import annotations

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letters import refuse_final
from foi_tracker.models import Case, Letter
from foi_tracker.store import authorities as authority_store


def choose_signatory(desk: Desk, case: Case, letter: Letter, signatory_id: int | None, version: int) -> None:
    """Say who signs a draft: one of the authority's signatories, or None for whoever usually does.

    Raises:
        ChangedMeanwhile: somebody changed the draft since `version` was read.
        NotAllowed: the letter is issued, or the authority has no such signatory.
    """
    if letter.version != version:
        raise ChangedMeanwhile("letter")
    refuse_final(letter)
    known = {each.id: each for each in authority_store.signatories(desk.session, case.authority)}
    if signatory_id is not None and signatory_id not in known:
        raise NotAllowed("That person does not sign for this authority.")
    letter.signatory_id = signatory_id
    desk.session.flush()
    chosen = known[signatory_id] if signatory_id else None
    audit.record(
        desk,
        case.authority_id,
        "letter_signatory_chosen",
        case,
        letter=letter.id,
        kind=letter.kind,
        signs=[chosen.name, chosen.role] if chosen else [],
    )
