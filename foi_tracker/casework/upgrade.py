"""After an upgrade: what is stored of every request is brought to what this version makes of it.

What was reckoned last, and by which rules, stands in the audit, so that a restored database, a try that
failed and a process that was killed are all reckoned at the next `foi-tracker setup`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.refresh import Recount, recount
from foi_tracker.models import Authority
from foi_tracker.store import audit as audit_store
from foi_tracker.store import cases as case_store
from foi_tracker.store.migrate import MIGRATIONS

RECKONED = "dates_reckoned_after_upgrade"
PACKAGE = Path(__file__).resolve().parents[1]
RULES = (*(PACKAGE / name for name in ("law", "casework", "store", "models")), MIGRATIONS)
"""What a date rests on: the law with its bank holidays, how cases are reckoned, and how they are kept."""

UNREADABLE = (ValueError, LookupError, TypeError)
"""What reckoning raises over a case whose dates lie outside the bank holidays (OutsideCalendar is a
ValueError), or whose row does not say what this version reads there."""


@dataclass(frozen=True)
class Unreckoned:
    """A case that could not be reckoned: it keeps what was stored."""

    authority: str  # its slug
    reference: str
    why: str


@cache
def rules() -> str:
    """A digest of the rules of this version: where it changed, stored dates may be wrong."""
    digest = hashlib.sha256()
    for folder in RULES:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(folder)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_reckoned(desk: Desk, authority: Authority) -> bool:
    """Whether every case of the authority has been reckoned by the rules of this version."""
    last = audit_store.last_payload(desk.session, authority, RECKONED)
    return last is not None and last.payload.get("rules") == rules() and not last.payload["unreckoned"]


def refresh_after_upgrade(
    desk: Desk, authority: Authority, tell: Callable[[int, int], object]
) -> tuple[Recount, list[Unreckoned]]:
    """Reckon every case of the authority afresh, closed ones too; what changed, and what could not be.

    A case that cannot be reckoned is left as it was and stops no other. `tell` is called after each with how
    many are done, and of how many.
    """
    found, failed = Recount(), []
    references = case_store.all_references(desk.session, authority)
    for done, (case_id, reference) in enumerate(references, 1):
        try:
            with desk.session.begin_nested():
                recount(desk, [case_store.get_case_for_change(desk.session, desk.scope, case_id)], found)
        except UNREADABLE as error:
            failed.append(Unreckoned(authority.slug, reference, str(error)))
        tell(done, len(references))
    is_news = found.moved or found.judged or not failed
    if references and is_news:
        audit.record(
            desk,
            authority.id,
            RECKONED,
            rules=rules(),
            moved=[each.reference for each in found.moved],
            judged=[asdict(each) for each in found.judged],
            unreckoned=[each.reference for each in failed],
        )
    return found, failed
