"""From what the check found to the box that mends it."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.letters import LetterPlan, start_letter
from foi_tracker.casework.questions import AnswerGiven, answer_question
from foi_tracker.casework.wordings import change_wording
from foi_tracker.models import Authority, User
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.factories.people import give_role

CRIME = {"harm": "Thieves would know where.", "cause": "They read.", "likelihood": "likely"}
WEIGHED = {"pi_for": "For.", "pi_against": "Against.", "pi_conclusion": "Against weighs more."}


@pytest.mark.parametrize(
    ("outcome", "words", "code", "box"),
    [
        ("withheld", CRIME, "public_interest_missing", "ground-0-pi_for"),
        ("withheld", {**WEIGHED, "likelihood": "would"}, "harm_missing", "ground-0-harm"),
        ("not_held", {}, "not_held_unexplained", "searched"),
    ],
)
def test_a_finding_leads_to_its_box(
    client: CheckedClient,
    session: Session,
    desk: Desk,
    authority: Authority,
    officer: User,
    outcome: str,
    words: dict[str, str],
    code: str,
    box: str,
) -> None:
    case, questions = confirmed_case(desk, authority)
    first = questions[0]
    answer_question(desk, case, first, AnswerGiven(outcome), first.version)
    if words:
        keep_ground(desk, case, GroundDraft("s.31(1)(a)", words=words), [first.id])
    letter = start_letter(desk, case, LetterPlan("response"))
    client.sign_in(officer)

    page = client.page(f"/requests/{case.id}/letters/{letter.id}")
    finding = next(each for each in page.all("li") if each.get("data-code") == code)
    href = next(link.get("href") for link in finding.iter("a"))
    assert href == f"/requests/{case.id}/questions/{first.id}#{box}"
    assert client.page(href.partition("#")[0]).with_id(box) is not None


def test_what_the_settings_leave_unsaid_leads_to_the_choice_there(
    client: CheckedClient, session: Session, desk: Desk, authority: Authority, officer: User
) -> None:
    authority.reuse = "none"
    give_role(session, officer, authority, "administrator")
    case, questions = confirmed_case(desk, authority)
    answer_question(desk, case, questions[0], AnswerGiven("disclosed", "Twelve."), questions[0].version)
    letter = start_letter(desk, case, LetterPlan("response"))
    client.sign_in(officer)

    page = client.page(f"/requests/{case.id}/letters/{letter.id}")
    finding = next(each for each in page.all("li") if each.get("data-code") == "reuse_missing")
    href = next(link.get("href") for link in finding.iter("a"))
    assert href == f"/authorities/{authority.id}/settings#reuse"
    assert client.page(href.partition("#")[0]).with_id("reuse") is not None


def test_own_words_that_cannot_be_printed_lead_to_the_standard_paragraph(
    client: CheckedClient, desk: Desk, authority: Authority, officer: User
) -> None:
    version = change_wording(desk, authority, "always.thanks", "Thanks for {received}.", 0)
    assert version
    version.text = "Thanks for {renamed_since}."
    case, _ = confirmed_case(desk, authority)
    letter = start_letter(desk, case, LetterPlan("response"))
    client.sign_in(officer)
    page = client.page(f"/requests/{case.id}/letters/{letter.id}")
    finding = next(each for each in page.all("li") if each.get("data-code") == "wording_unfit")
    href = next(link.get("href") for link in finding.iter("a"))
    assert href == f"/authorities/{authority.id}/wordings/always.thanks"
    assert "renamed_since" in client.page(href).words()
