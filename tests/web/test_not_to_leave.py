"""The page on which an issued letter is said not to leave, and where it is told afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letter_offers import consultations_to_write
from foi_tracker.casework.others import ConsultationDraft, keep_consultation
from foi_tracker.models import Authority, User
from foi_tracker.store.letters import letters_of
from tests.client import CheckedClient
from tests.factories.cases import case as make_case
from tests.factories.cases import confirmed_case
from tests.factories.people import person
from tests.factories.sent_letters import answer_all, issued
from tests.html import Page, text_of

FEE = {"basis": "disbursements", "amount": "12.50", "pays_for": "100 pages.", "how_to_pay": "By card."}
SignedIn = Callable[[User], CheckedClient]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are the same whatever the PDF looks like."""
    monkeypatch.setattr(casework, "make_pdf", lambda facts, **_: b"%PDF-1.7 " + facts.kind.encode())


def test_a_notice_that_never_left_says_so_and_why_wherever_it_stands(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    request, _ = confirmed_case(desk, authority)
    letter = issued(desk, request, "fees_notice", said=FEE)
    visitor, of_case = signed_in(officer), f"/requests/{request.id}"
    way = f"{of_case}/letters/{letter.id}"
    links = {text_of(link): link.get("href") for link in visitor.page(way).all("a")}
    assert links["It is not to leave"] == f"{way}/not-to-leave"
    assert "can no longer be recorded as sent" in visitor.page(f"{way}/not-to-leave").words()
    answer = visitor.post(f"{way}/not-to-leave", data={"why": " "})
    assert answer.status_code == 422
    assert "Say why it is not to leave" in Page(answer.text).words()
    why = "Robin Ash’s copies cost nothing."
    assert visitor.post(f"{way}/not-to-leave", data={"why": why}).status_code == 302
    page = visitor.page(way)
    assert "Never. It is not to leave: so Sam Officer said on Wednesday 4 February 2026." in page.words()
    assert why in page.words()
    assert not [form for form in page.all("form") if (form.get("action") or "").endswith("/sent")]
    listed = visitor.page(f"{of_case}/letters").words()
    assert "Kept back, never sent" in listed
    assert f"It is not to leave: {why}" in listed
    said = visitor.page(f"{of_case}/correspondence").words()
    assert f"It was issued on Wednesday 4 February 2026 and never left: {why}" in said
    assert "We kept a letter back" in visitor.page(f"{of_case}/clock").words()
    assert "Recorded as not to leave: the letter “" in visitor.page(f"{of_case}/history").words()
    assert visitor.get(f"{way}/not-to-leave").status_code == 409
    assert visitor.get(f"{way}/letter.pdf").status_code == 200
    auditor = signed_in(person(desk.session, "Kim Auditor", authority, role="auditor"))
    for page in ("", "/letters", f"/letters/{letter.id}", "/correspondence", "/clock", "/history"):
        assert "Robin Ash" not in auditor.page(of_case + page).words(), page


def test_an_answer_offers_its_correction_instead(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    request, _ = confirmed_case(desk, authority)
    answer_all(desk, request)
    letter = issued(desk, request)
    visitor, way = signed_in(officer), f"/requests/{request.id}/letters/{letter.id}"
    assert "It is not to leave" not in visitor.page(way).words()
    assert visitor.get(f"{way}/not-to-leave").status_code == 409


def test_another_can_be_begun_in_its_place(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    """s.8: they still have to be told what is missing."""
    request = make_case(desk, authority, triage="no_name", requester_name="")
    (letter,) = letters_of(desk.session, request)
    casework.issue_letter(desk, request, letter, letter.version)
    visitor, way = signed_in(officer), f"/requests/{request.id}/letters"
    assert "Begin a letter" not in visitor.page(way).words()
    visitor.post(f"{way}/{letter.id}/not-to-leave", data={"why": "It named the wrong section."})
    assert "Why it is not valid" in visitor.page(way).words()
    assert visitor.post(way, data={"kind": "not_valid"}).status_code == 302


def test_a_third_party_to_whom_the_letter_never_left_can_be_written_to(
    desk: Desk, authority: Authority, officer: User, signed_in: SignedIn
) -> None:
    request, _ = confirmed_case(desk, authority)
    asked = keep_consultation(
        desk,
        request,
        ConsultationDraft(
            "Northvale Ltd", "The question", desk.today, desk.today + timedelta(days=7), "1 Vale Lane"
        ),
    )
    letter = issued(
        desk,
        request,
        "consultation",
        consultation_id=asked.id,
        said={"question": "Would it harm your trade?"},
    )
    assert consultations_to_write(desk, request) == []
    visitor = signed_in(officer)
    visitor.post(f"/requests/{request.id}/letters/{letter.id}/not-to-leave", data={"why": "Wrong address."})
    assert consultations_to_write(desk, request) == [asked]
