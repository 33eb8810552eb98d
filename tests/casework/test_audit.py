"""The audit shows whoever altered it: tampering by hand with the database is found, and the entry named.

s.77 FOIA makes it an offence to alter or conceal records with intent to prevent disclosure.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk
from foi_tracker.models import AuditEntry, Authority
from foi_tracker.store import audit as audit_store
from tests.factories.authorities import authority as make_authority

By = Callable[..., None]


@pytest.fixture
def chain(desk: Desk, authority: Authority) -> list[AuditEntry]:
    """Five entries."""
    return [
        audit.record(desk, authority.id, "question_answered", label=f"{n}", words="é ✓") for n in range(5)
    ]


@pytest.fixture
def by_hand(session: Session, chain: list[AuditEntry]) -> By:
    """A statement run on the database behind the product's back; {1} … {5} stand for the entries' ids."""

    def run(*statements: str, **values: object) -> None:
        session.commit()
        ids = ["", *(entry.id for entry in chain)]
        for statement in statements:
            session.execute(text(statement.format(*ids)), values)
        session.commit()
        session.expire_all()

    return run


def _said(desk: Desk, authority: Authority) -> list[str]:
    return [defect.what for defect in audit.verify(desk, authority)[1]]


def test_a_chain_that_nobody_touched_holds(
    desk: Desk, authority: Authority, chain: list[AuditEntry], by_hand: By
) -> None:
    by_hand()
    assert audit.verify(desk, authority) == (5, [])
    assert [entry.number for entry in chain] == [1, 2, 3, 4, 5]
    assert chain[1].previous_hash == chain[0].entry_hash


def test_an_authority_without_entries_holds(desk: Desk, authority: Authority) -> None:
    assert audit.verify(desk, authority) == (0, [])


@pytest.mark.parametrize(
    "change",
    [
        "actor_name = 'Somebody else'",
        "actor_id = 999",
        "action = 'question_read'",
        "case_id = 7",
        "at = :at",
    ],
)
def test_a_changed_entry_is_named(change: str, desk: Desk, authority: Authority, by_hand: By) -> None:
    at = datetime(2020, 1, 1, tzinfo=UTC)
    given = {"at": at if desk.session.get_bind().dialect.name == "postgresql" else "2020-01-01 00:00:00"}
    by_hand(f"UPDATE audit_entry SET {change} WHERE id = {{3}}", **(given if ":at" in change else {}))
    assert _said(desk, authority) == ["entry 3 was changed"]


def test_a_changed_entry_with_its_hash_mended_breaks_the_next(
    desk: Desk, authority: Authority, chain: list[AuditEntry], by_hand: By
) -> None:
    by_hand("UPDATE audit_entry SET action = 'question_read' WHERE id = {3}")
    by_hand("UPDATE audit_entry SET entry_hash = :hash WHERE id = {3}", hash=audit.entry_hash(chain[2]))
    assert _said(desk, authority) == ["entry 4 does not follow from the entry before it"]


def test_the_last_entry_changed_with_its_hash_mended_is_named(
    desk: Desk, authority: Authority, chain: list[AuditEntry], by_hand: By
) -> None:
    by_hand("UPDATE audit_entry SET action = 'question_read' WHERE id = {5}")
    by_hand("UPDATE audit_entry SET entry_hash = :hash WHERE id = {5}", hash=audit.entry_hash(chain[4]))
    assert _said(desk, authority) == ["entry 5 is not the entry that the chain ended with"]


def test_a_deleted_entry_is_named(desk: Desk, authority: Authority, by_hand: By) -> None:
    by_hand("DELETE FROM audit_payload WHERE entry_id = {3}", "DELETE FROM audit_entry WHERE id = {3}")
    assert "entry 3 is missing: it was deleted" in _said(desk, authority)


def test_entries_cut_off_at_the_end_are_named(desk: Desk, authority: Authority, by_hand: By) -> None:
    by_hand(
        "DELETE FROM audit_payload WHERE entry_id IN ({4}, {5})",
        "DELETE FROM audit_entry WHERE id IN ({4}, {5})",
    )
    assert _said(desk, authority) == [
        "entry 4 is missing: it was deleted from the end",
        "entry 5 is missing: it was deleted from the end",
    ]


def test_a_whole_chain_cut_off_is_named(desk: Desk, authority: Authority, by_hand: By) -> None:
    by_hand("DELETE FROM audit_payload", "DELETE FROM audit_entry")
    assert len(_said(desk, authority)) == 5


def test_a_chain_without_its_end_is_named(desk: Desk, authority: Authority, by_hand: By) -> None:
    by_hand("DELETE FROM audit_head")
    assert _said(desk, authority) == ["entry 5 was added past the end of the chain"]


def test_an_entry_put_in_is_named(desk: Desk, authority: Authority, by_hand: By) -> None:
    columns = "authority_id, at, actor_id, actor_name, action, case_id, payload_digest, previous_hash"
    by_hand(
        f"INSERT INTO audit_entry (number, entry_hash, {columns}) "
        f"SELECT 6, 'x', {columns} FROM audit_entry WHERE id = {{5}}"
    )
    said = _said(desk, authority)
    assert "entry 6 was changed" in said
    assert "entry 6 was added past the end of the chain" in said


def test_entries_in_another_order_are_named(desk: Desk, authority: Authority, by_hand: By) -> None:
    by_hand(
        "UPDATE audit_entry SET number = 99 WHERE id = {2}",
        "UPDATE audit_entry SET number = 2 WHERE id = {3}",
        "UPDATE audit_entry SET number = 3 WHERE id = {2}",
    )
    said = _said(desk, authority)
    assert "entry 2 was changed" in said
    assert "entry 3 was changed" in said


def test_a_changed_payload_is_named(desk: Desk, authority: Authority, by_hand: By) -> None:
    by_hand("UPDATE audit_payload SET payload = :told WHERE entry_id = {2}", told=json.dumps({"label": "9"}))
    assert _said(desk, authority) == ["entry 2 has had its payload changed"]


def test_a_payload_that_went_missing_is_named(desk: Desk, authority: Authority, by_hand: By) -> None:
    by_hand("DELETE FROM audit_payload WHERE entry_id = {2}")
    assert _said(desk, authority) == ["entry 2 has lost its payload, and no entry says that it was erased"]


def test_a_payload_erased_for_data_protection_leaves_the_chain_whole(
    session: Session, desk: Desk, authority: Authority, chain: list[AuditEntry]
) -> None:
    audit.erase_payload(desk, chain[1], "They asked us to")
    session.commit()
    assert audit.verify(desk, authority) == (6, [])
    last = audit_store.entries(session, authority, 0, 10)[-1]
    assert last.action == audit.ERASED
    assert audit_store.payloads(session, [last.id])[last.id].payload == {
        "erased": 2,
        "reason": "They asked us to",
    }


def test_an_erasure_cannot_be_claimed_by_changing_what_it_names(
    desk: Desk, authority: Authority, chain: list[AuditEntry], by_hand: By
) -> None:
    audit.erase_payload(desk, chain[1], "They asked us to")
    by_hand(
        "DELETE FROM audit_payload WHERE entry_id = {3}",
        "UPDATE audit_payload SET payload = :told WHERE entry_id > {5}",
        told=json.dumps({"erased": 3, "reason": "They asked us to"}),
    )
    said = _said(desk, authority)
    assert "entry 6 has had its payload changed" in said
    assert "entry 3 has lost its payload, and no entry says that it was erased" in said


def test_the_digest_alone_does_not_tell_what_was_erased(chain: list[AuditEntry]) -> None:
    assert len({audit.payload_digest(f"{n}", {"label": "1"}) for n in range(3)}) == 3


def test_chains_of_two_authorities_do_not_touch(
    session: Session, desk: Desk, authority: Authority, chain: list[AuditEntry], by_hand: By
) -> None:
    other = make_authority(session, "southmere-council")
    audit.record(desk, other.id, "question_answered", label="1")
    by_hand("UPDATE audit_entry SET action = 'question_read' WHERE id = {3}")
    assert audit.verify(desk, other) == (1, [])
    assert _said(desk, authority) == ["entry 3 was changed"]


def test_an_entry_moved_to_another_authoritys_chain_is_missed_in_its_own(
    session: Session, desk: Desk, authority: Authority, by_hand: By
) -> None:
    other = make_authority(session, "southmere-council")
    by_hand("UPDATE audit_entry SET authority_id = :other WHERE id = {5}", other=other.id)
    assert _said(desk, authority) == ["entry 5 is missing: it was deleted from the end"]
    assert "entry 5 was changed" in _said(desk, other)


def test_a_long_chain_is_read_in_batches(
    desk: Desk, authority: Authority, by_hand: By, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand()
    monkeypatch.setattr(audit, "BATCH", 2)
    assert audit.verify(desk, authority) == (5, [])
    by_hand("UPDATE audit_entry SET action = 'question_read' WHERE id = {4}")
    assert _said(desk, authority) == ["entry 4 was changed"]
