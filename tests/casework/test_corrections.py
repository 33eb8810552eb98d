"""What officers corrected is kept where the authority agreed, and leaves without who asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.case_details import CaseDetails, change_details
from foi_tracker.casework.corrections import export_corrections
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.questions import QuestionDraft, confirm_questions, proposed_questions, split_of
from foi_tracker.casework.settings import AuthoritySettings, change_settings
from foi_tracker.casework.validity import Validity, make_valid
from foi_tracker.intake.labelled import loads
from foi_tracker.intake.masking import Asker, same_length
from foi_tracker.models import AuditEntry, AuditPayload, Authority, ConfirmedSplit
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case

WORDS = """Dear Madam,

1. How many letters has Robin Ash sent you?
2. Who read them?

Robin Ash, 1 Vale Lane, robin.ash@example.org, 07700 900123"""


@pytest.fixture
def agreed(authority: Authority) -> Authority:
    authority.keeps_corrections = True
    return authority


def test_nothing_is_kept_unless_the_authority_agreed(
    desk: Desk, session: Session, authority: Authority
) -> None:
    confirmed_case(desk, authority)
    assert session.scalars(select(ConfirmedSplit)).all() == []
    with pytest.raises(NotAllowed, match="has not agreed"):
        export_corrections(desk, authority)


def test_agreed_and_nothing_confirmed_since_is_said(desk: Desk, agreed: Authority) -> None:
    with pytest.raises(NotAllowed, match="Nothing is kept yet"):
        export_corrections(desk, agreed)


def test_each_request_is_a_labelled_one_without_who_asked(desk: Desk, agreed: Authority) -> None:
    made, _ = confirmed_case(desk, agreed, words=WORDS, requester_address="1 Vale Lane")
    found = export_corrections(desk, agreed)
    request = loads(found.files["001-26.json"])
    assert (request.id, request.received) == ("001-26", made.received_on.isoformat())
    assert [each.text for each in request.questions] == [
        "How many letters has Xxxxx Xxx sent you?",
        "Who read them?",
    ]
    assert len(request.text) == len(WORDS)
    for hidden in ("Robin", "Ash", "robin", "Vale", "900123"):
        assert hidden not in found.files["001-26.json"]


def test_a_name_that_was_corrected_since_leaves_no_more_than_the_present_one(
    desk: Desk, agreed: Authority
) -> None:
    made, _ = confirmed_case(desk, agreed, words=WORDS, requester_address="1 Vale Lane")
    export_corrections(desk, agreed)
    moved = replace(CaseDetails.of(made), requester_name="Kim Oak", requester_address="2 Hill Road")
    change_details(desk, made, moved, made.version)
    told = export_corrections(desk, agreed).files["001-26.json"]
    assert not [hidden for hidden in ("Robin", "Ash", "Vale") if hidden in told]


def test_what_stands_in_no_words_of_theirs_is_left_out_and_counted(desk: Desk, agreed: Authority) -> None:
    made = case(desk, agreed)
    confirm_questions(
        desk, made, [*proposed_questions(split_of(desk.session, made)), QuestionDraft("And in 2024?")], "", 1
    )
    found = export_corrections(desk, agreed)
    assert (found.questions, found.left_out) == (2, 1)


def test_joined_questions_stand_apart_again(desk: Desk, agreed: Authority) -> None:
    made = case(desk, agreed)
    first, second = proposed_questions(split_of(desk.session, made))
    joined = replace(first, text=f"{first.text}\nAsked again as 2: {second.text}", again=(second,))
    confirm_questions(desk, made, [joined], "", made.version)
    request = loads(export_corrections(desk, agreed).files["001-26.json"])
    assert [each.text for each in request.questions] == [first.text, second.text]


def test_an_edited_question_points_to_the_words_it_came_from(desk: Desk, agreed: Authority) -> None:
    made = case(desk, agreed)
    first, second = proposed_questions(split_of(desk.session, made))
    confirm_questions(desk, made, [replace(first, text="Complaints?"), second], "", made.version)
    request = loads(export_corrections(desk, agreed).files["001-26.json"])
    assert request.questions[0].text == first.text


def test_what_completed_a_request_is_a_text_of_its_own(desk: Desk, agreed: Authority) -> None:
    """s.8(1)(c): the two were written apart, and each is read by itself."""
    vague = "1. All that you hold about noise.\n2. And about light.\n\nRobin Ash"
    clear = "1. How many complaints were there?\n2. Who dealt with them?\n\nRobin Ash"
    made = case(desk, agreed, words=vague, triage="not_described", received_on=date(2026, 1, 5))
    make_valid(desk, made, Validity(clear, date(2026, 1, 12), "email"))
    read = proposed_questions(split_of(desk.session, made))
    confirm_questions(desk, made, read, "", made.version)
    found = export_corrections(desk, agreed)
    first, then = (loads(each) for each in found.files.values())
    assert [each.text for each in (*first.questions, *then.questions)] == [each.text for each in read]
    assert (first.received, then.received) == ("2026-01-05", "2026-01-12")
    assert len(first.text) == len(vague)
    for each in (first, then):
        spans = [question.span for question in each.questions]
        assert [each.text[slice(*span)] for span in spans] == [q.text for q in each.questions]
    assert (found.questions, found.left_out) == (len(read), 0)
    confirm_questions(desk, made, [q for q in read if q.text in clear], "", made.version)
    (only,) = (loads(each) for each in export_corrections(desk, agreed).files.values())
    assert [each.text for each in only.questions] == [
        "How many complaints were there?",
        "Who dealt with them?",
    ]


def test_the_last_confirmation_counts(desk: Desk, agreed: Authority) -> None:
    made, _ = confirmed_case(desk, agreed)
    confirm_questions(desk, made, proposed_questions(split_of(desk.session, made))[:1], "", made.version)
    assert export_corrections(desk, agreed).questions == 1


def test_a_copy_is_in_the_audit_and_holds_nothing_of_another_authority(
    desk: Desk, session: Session, agreed: Authority
) -> None:
    other = make_authority(session, "wold-council", keeps_corrections=True)
    confirmed_case(desk, agreed)
    confirmed_case(desk, other)
    assert len(export_corrections(desk, agreed).files) == 1
    entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert (entry.action, entry.authority_id) == ("corrections_exported", agreed.id)


def test_withdrawing_deletes_what_was_kept_of_this_authority_and_says_so(
    desk: Desk, session: Session, agreed: Authority
) -> None:
    other = make_authority(session, "wold-council", keeps_corrections=True)
    confirmed_case(desk, agreed)
    kept, _ = confirmed_case(desk, other)
    settings = replace(AuthoritySettings.of(agreed, ()), keeps_corrections=False)
    assert change_settings(desk, agreed, settings, agreed.version).names == [
        "keeps_corrections",
        "corrections_kept",
    ]
    assert session.scalars(select(ConfirmedSplit.case_id)).all() == [kept.id]
    said = session.scalars(select(AuditPayload.payload).order_by(AuditPayload.entry_id.desc())).first()
    assert said == {
        "before": {"keeps_corrections": True, "corrections_kept": 1},
        "after": {"keeps_corrections": False, "corrections_kept": 0},
    }


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("What will Will do? WILL", "What will Xxxx do? XXXX"),
        (
            "Write to will@example.org or ring 01632 960 100.",
            "Write to xxxx@xxxxxxx.xxx or ring 00000 000 000.",
        ),
        ("Boats at NV1 1AA in 2024-25?", "Boats at XX0 0XX in 2024-25?"),
    ],
)
def test_the_mask_is_as_long_as_what_it_hides(words: str, hidden: str) -> None:
    assert same_length(words, Asker("Will Ash")) == hidden
