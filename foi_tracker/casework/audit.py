"""The audit chain: one entry for each thing done, proven by `foi-tracker verify-audit`.

Each entry's hash covers its own columns, the digest of its payload and the hash before it, one chain
an authority. The payload itself stands in a side table under a salt, so that it can be erased for
data protection while the chain stays whole: the digest alone says nothing about what was erased.
An erasure is an entry of its own, naming what it erased.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from foi_tracker.casework.desk import Desk
from foi_tracker.models import AuditEntry, AuditPayload, Authority, Case, now
from foi_tracker.store import audit as audit_store

ERASED = "payload_erased"
BATCH = 1000


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def genesis(authority_id: int) -> str:
    """The hash that an authority's first entry is chained to."""
    return hashlib.sha256(f"authority {authority_id}".encode()).hexdigest()


def payload_digest(salt: str, payload: Mapping[str, Any]) -> str:
    """SHA-256 over the salt and the payload."""
    return hashlib.sha256(salt.encode() + _canonical(payload)).hexdigest()


def entry_hash(entry: AuditEntry) -> str:
    """SHA-256 over everything the entry says and the hash before it."""
    return hashlib.sha256(
        _canonical(
            [
                entry.authority_id,
                entry.number,
                entry.at.isoformat(),
                entry.actor_id,
                entry.actor_name,
                entry.action,
                entry.case_id,
                entry.payload_digest,
                entry.previous_hash,
            ]
        )
    ).hexdigest()


def record(
    desk: Desk, authority_id: int, action: str, case: Case | None = None, **payload: Any
) -> AuditEntry:
    """Write one entry at the end of the authority's chain, in the transaction under way."""
    session = desk.session
    head = audit_store.head_for_change(session, authority_id, genesis(authority_id))
    kept = json.loads(_canonical(payload))
    salt = secrets.token_hex(16)
    entry = AuditEntry(
        authority_id=authority_id,
        number=head.number + 1,
        at=now(),
        actor_id=desk.actor.user_id,
        actor_name=desk.actor.name,
        action=action,
        case_id=case.id if case else None,
        payload_digest=payload_digest(salt, kept),
        previous_hash=head.entry_hash,
    )
    entry.entry_hash = entry_hash(entry)
    session.add(entry)
    session.flush()
    session.add(AuditPayload(entry_id=entry.id, salt=salt, payload=kept))
    head.number, head.entry_hash = entry.number, entry.entry_hash
    session.flush()
    return entry


def erase_payload(desk: Desk, entry: AuditEntry, reason: str) -> None:
    """Erase what an entry says, for data protection. The chain stays whole, and says who erased it."""
    found = audit_store.payloads(desk.session, [entry.id]).get(entry.id)
    if found is not None:
        desk.session.delete(found)
    record(desk, entry.authority_id, ERASED, erased=entry.number, reason=reason)


@dataclass(frozen=True)
class Defect:
    """One place where the chain does not hold."""

    authority: str
    number: int
    what: str


def verify(desk: Desk, authority: Authority) -> tuple[int, list[Defect]]:
    """Read the authority's whole chain; how many entries it has, and every place where it does not hold."""
    checker = _Checker(authority)
    after = 0
    while batch := audit_store.entries(desk.session, authority, after, BATCH):
        payloads = audit_store.payloads(desk.session, [entry.id for entry in batch])
        for entry in batch:
            checker.read(entry, payloads.get(entry.id))
        after = batch[-1].id
    head = audit_store.head(desk.session, authority)
    checker.close(head.number if head else 0, head.entry_hash if head else genesis(authority.id))
    return checker.count, checker.defects


class _Checker:
    """Walks one chain in the order of its rows."""

    def __init__(self, authority: Authority) -> None:
        self.name = authority.slug
        self.count = 0
        self.defects: list[Defect] = []
        self._number = 0
        self._hash = genesis(authority.id)
        self._bare: set[int] = set()  # entries without a payload
        self._erased: set[int] = set()  # entries that an erasure names

    def read(self, entry: AuditEntry, payload: AuditPayload | None) -> None:
        """Check one entry against the one before it and against its payload."""
        self.count += 1
        if entry.number > self._number + 1:
            missing = range(self._number + 1, entry.number)
            for number in missing:
                self._say(number, "is missing: it was deleted")
        elif entry.number <= self._number:
            self._say(entry.number, "is out of order or stands twice")
        elif entry.previous_hash != self._hash:
            self._say(entry.number, "does not follow from the entry before it")
        if entry_hash(entry) != entry.entry_hash:
            self._say(entry.number, "was changed")
        if payload is None:
            self._bare.add(entry.number)
        elif payload_digest(payload.salt, payload.payload) != entry.payload_digest:
            self._say(entry.number, "has had its payload changed")
        elif entry.action == ERASED:
            self._erased.add(int(payload.payload["erased"]))
        self._number = max(self._number, entry.number)
        self._hash = entry.entry_hash

    def close(self, number: int, last_hash: str) -> None:
        """Check the end of the chain, and that nothing was erased without saying so."""
        for bare in sorted(self._bare - self._erased):
            self._say(bare, "has lost its payload, and no entry says that it was erased")
        for missing in range(self._number + 1, number + 1):
            self._say(missing, "is missing: it was deleted from the end")
        if self._number > number:
            self._say(self._number, "was added past the end of the chain")
        elif self._number == number and self._hash != last_hash:
            self._say(self._number, "is not the entry that the chain ended with")

    def _say(self, number: int, what: str) -> None:
        self.defects.append(Defect(self.name, number, f"entry {number} {what}"))
