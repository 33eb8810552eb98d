"""Third parties, national referral, sister cases: what is kept and refused, what a ground draws on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.ground_facts import views_for
from foi_tracker.casework.grounds import GroundDraft
from foi_tracker.casework.others import (
    ConsultationDraft,
    ReferralDraft,
    SisterDraft,
    add_sister_case,
    keep_consultation,
    keep_referral,
    remove_consultation,
    remove_referral,
    remove_sister_case,
)
from foi_tracker.law.exemptions import NCND
from foi_tracker.models import AuditEntry, Authority, Case, Letter, Question
from foi_tracker.store import others as store
from foi_tracker.store.scope import NotFound
from tests.factories.cases import confirmed_case


@pytest.fixture
def rows(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    return confirmed_case(desk, authority)


def asked(desk: Desk, **values: object) -> ConsultationDraft:
    """A consultation that began two days ago."""
    began = desk.today - timedelta(days=2)
    draft = ConsultationDraft("Vale Noise Meters", "The prices in its contract.", began, desk.today)
    return replace(draft, **values)


def actions(session: Session, case: Case) -> list[str]:
    found = session.scalars(select(AuditEntry).where(AuditEntry.case_id == case.id).order_by(AuditEntry.id))
    return [entry.action for entry in found][2:]  # after it was logged and its questions confirmed


def test_a_consultation_is_kept_with_their_view_and_our_decision(
    desk: Desk, session: Session, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    kept = keep_consultation(desk, case, asked(desk))
    more = asked(desk, replied_on=desk.today, view="Rivals would undercut us.", decision="We agree in part.")
    keep_consultation(desk, case, more, kept, kept.version)
    (found,) = store.consultations_of(session, case)
    assert (found.view, found.decision) == ("Rivals would undercut us.", "We agree in part.")
    assert actions(session, case) == ["consultation_recorded", "consultation_changed"]


def test_saving_what_is_kept_already_changes_nothing(
    desk: Desk, session: Session, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    kept = keep_consultation(desk, case, asked(desk))
    keep_consultation(desk, case, asked(desk), kept, kept.version)
    assert actions(session, case) == ["consultation_recorded"]


def test_the_second_of_two_people_is_told(desk: Desk, rows: tuple[Case, list[Question]]) -> None:
    case, _ = rows
    kept = keep_consultation(desk, case, asked(desk))
    opened = kept.version
    keep_consultation(desk, case, asked(desk, contact="noise@example.org"), kept, opened)
    with pytest.raises(ChangedMeanwhile):
        keep_consultation(desk, case, asked(desk, decision="No."), kept, opened)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("asked_on", {"asked_on": 1, "reply_by": 5}),
        ("asked_on", {"asked_on": -60}),
        ("reply_by", {"reply_by": -3}),
        ("replied_on", {"replied_on": 1, "view": "No."}),
        ("replied_on", {"replied_on": -3, "view": "No."}),
        ("replied_on", {"view": "No."}),
        ("view", {"replied_on": 0}),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(
    field: str, wrong: dict[str, int | str], desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    values = {
        name: desk.today + timedelta(days=value) if isinstance(value, int) else value
        for name, value in wrong.items()
    }
    with pytest.raises(NotAllowed) as refusal:
        keep_consultation(desk, rows[0], asked(desk, **values))
    assert refusal.value.field == field


def test_a_consultation_is_about_questions_of_its_own_request(
    desk: Desk, authority: Authority, rows: tuple[Case, list[Question]]
) -> None:
    _, strangers = confirmed_case(desk, authority)
    with pytest.raises(NotAllowed):
        keep_consultation(desk, rows[0], asked(desk, question_ids=(strangers[0].id,)))


def test_a_ground_draws_on_what_they_said_of_its_question(
    desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    case, (first, second) = rows
    replied = {"replied_on": desk.today}
    keep_consultation(
        desk, case, asked(desk, question_ids=(first.id,), view="Rivals would\nundercut us.", **replied)
    )
    keep_consultation(desk, case, asked(desk, who="The Mill Trust", view="We do not mind.", **replied))
    keep_consultation(desk, case, asked(desk, who="Still Silent"))
    commercial, crime = GroundDraft("s.43(2)"), GroundDraft("s.31(1)(a)")
    assert views_for(desk, case, first, commercial) == ("Rivals would\nundercut us.", "We do not mind.")
    assert views_for(desk, case, second, commercial) == ("We do not mind.",)
    assert views_for(desk, case, first, crime) == ()
    assert views_for(desk, case, first, GroundDraft("s.43(2)", purpose=NCND)) == (), "it would hint"


def test_advice_not_followed_needs_a_reason(
    desk: Desk, session: Session, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    sent = desk.today - timedelta(days=3)
    draft = ReferralDraft("The national unit", sent)
    kept = keep_referral(desk, case, draft)
    advised = replace(draft, advice_on=desk.today, advice="Neither confirm nor deny.", followed="no")
    with pytest.raises(NotAllowed) as refusal:
        keep_referral(desk, case, advised, kept, kept.version)
    assert refusal.value.field == "reason"
    keep_referral(desk, case, replace(advised, reason="It is published already."), kept, kept.version)
    assert actions(session, case) == ["referral_recorded", "referral_changed"]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("sent_on", {"sent_on": 1}),
        ("sent_on", {"sent_on": -60}),
        ("advice_on", {"advice_on": -5}),
        ("advice_on", {"advice": "Withhold it."}),
        ("followed", {"followed": "yes"}),
    ],
)
def test_a_referral_that_cannot_be_is_refused_at_its_field(
    field: str, wrong: dict[str, int | str], desk: Desk, rows: tuple[Case, list[Question]]
) -> None:
    values = {
        name: desk.today + timedelta(days=value) if isinstance(value, int) else value
        for name, value in wrong.items()
    }
    draft = replace(ReferralDraft("The national unit", desk.today - timedelta(days=3)), **values)
    with pytest.raises(NotAllowed) as refusal:
        keep_referral(desk, rows[0], draft)
    assert refusal.value.field == field


def test_a_sister_case_is_noted_once_and_can_be_taken_off(
    desk: Desk, session: Session, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    sister = add_sister_case(desk, case, SisterDraft("Farland Council", "F/9"))
    with pytest.raises(NotAllowed):
        add_sister_case(desk, case, SisterDraft("farland council", "f/9"))
    remove_sister_case(desk, case, sister)
    assert store.sister_cases_of(session, case) == []
    assert actions(session, case) == ["sister_case_added", "sister_case_removed"]


def test_what_was_recorded_in_error_is_taken_off_unless_a_letter_was_written(
    desk: Desk, session: Session, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    written = keep_consultation(desk, case, asked(desk))
    session.add(Letter(case_id=case.id, kind="consultation", consultation_id=written.id))
    mistaken = keep_consultation(desk, case, asked(desk, who="Nobody"))
    referral = keep_referral(desk, case, ReferralDraft("The national unit", desk.today))
    remove_consultation(desk, case, mistaken)
    remove_referral(desk, case, referral)
    with pytest.raises(NotAllowed):
        remove_consultation(desk, case, written)
    assert list(store.consultations_of(session, case)) == [written]
    assert list(store.referrals_of(session, case)) == []


def test_none_of_another_request_is_found(
    desk: Desk, session: Session, authority: Authority, rows: tuple[Case, list[Question]]
) -> None:
    case, _ = rows
    other, _ = confirmed_case(desk, authority)
    kept = keep_consultation(desk, case, asked(desk))
    with pytest.raises(NotFound):
        store.get_consultation(session, other, kept.id)
