"""The cost estimate of a request as a page: rows, the bar, what is refused where, what is added together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.cost import EstimateDraft, keep_estimate
from foi_tracker.casework.desk import Desk
from foi_tracker.law.notices.facts import CostRowFacts
from foi_tracker.models import Authority, Case, User
from foi_tracker.store import cost as store
from tests.client import CheckedClient
from tests.factories import authorities, people
from tests.factories.cases import confirmed_case
from tests.html import Page, text_of

SignedIn = Callable[[User], CheckedClient]


@pytest.fixture
def case(desk: Desk, authority: Authority) -> Case:
    return confirmed_case(desk, authority)[0]


def rows(*typed: tuple[str, str, str, str], people: str = "") -> dict[str, str]:
    """Rows as the form sends them: activity, what, how many, minutes each."""
    names = ("activity", "what", "records", "minutes")
    sent: dict[str, str] = {}
    for place, row in enumerate(typed):
        told = {**dict(zip(names, row, strict=True)), "people": people}
        sent |= {f"rows-{place}-{name}": words for name, words in told.items()}
    return sent


READING = rows(("extract", "theft reports", "2,994", "3"))


def post(client: CheckedClient, case: Case, **sent: Any) -> Any:
    return client.post(f"/requests/{case.id}/cost", data={"version": "0", **sent})


def value_of(page: Page, name: str) -> str:
    """What a box of the page holds."""
    (element,) = [each for tag in ("input", "textarea") for each in page.all(tag) if each.get("name") == name]
    return element.get("value") or (element.text or "").strip()


def test_an_estimate_is_made_in_rows_and_saved(
    signed_in: SignedIn, officer: User, session: Session, case: Case
) -> None:
    client = signed_in(officer)
    response = post(client, case, **READING, sampled="We timed 20.", within_limit="One month.", months="36")
    assert response.status_code == 303
    page = client.page(response.location)
    words = page.words()
    assert "The cost estimate is saved." in words
    assert "149.7 hours, £3,742.50 of 18 hours, £450" in words
    assert "Over the limit: you may refuse under section 12(1)" in words
    assert value_of(page, "rows-0-records") == "2994"
    assert value_of(page, "sampled") == "We timed 20."
    kept = store.estimate_of(session, case)
    assert kept is not None
    assert (kept.months, kept.within_limit) == (36, "One month.")


def test_what_each_row_comes_to_stands_in_it_without_javascript(
    signed_in: SignedIn, officer: User, case: Case
) -> None:
    sent = rows(("locate", "boxes", "4", "15"), ("extract", "files", "30", "x"), people="2")
    page = Page(post(signed_in(officer), case, **sent, action="show").text)
    worked = [text_of(output) for output in page.all("output")]
    assert worked == ["2", "£50", "0", "£0"]
    assert "2 hours, £50 of 18 hours" in page.words()
    assert "Not over the limit: section 12 does not apply." in page.words()


def test_rows_are_added_and_taken_off_and_nothing_typed_is_lost(
    signed_in: SignedIn, officer: User, session: Session, case: Case
) -> None:
    client = signed_in(officer)
    sent = rows(("locate", "boxes", "4", "15"), ("extract", "files", "lots", "3"))
    more = Page(post(client, case, **sent, sampled="Typed", action="add").text)
    assert [value_of(more, f"rows-{n}-what") for n in range(3)] == ["boxes", "files", ""]
    assert (value_of(more, "rows-1-records"), value_of(more, "sampled")) == ("lots", "Typed")
    fewer = Page(post(client, case, **sent, sampled="Typed", action="remove-0").text)
    assert value_of(fewer, "rows-0-what") == "files"
    assert len(fewer.all("output")) == 2
    assert store.estimate_of(session, case) is None


def test_the_last_row_leaves_an_empty_one(signed_in: SignedIn, officer: User, case: Case) -> None:
    page = Page(post(signed_in(officer), case, **READING, action="remove-0").text)
    assert value_of(page, "rows-0-what") == ""


@pytest.mark.parametrize(
    ("row", "error"),
    [
        (("", "files", "4", "3"), "Choose what is done"),
        (("locate", "", "4", "3"), "Say what records"),
        (("locate", "files", "", "3"), "Enter how many records"),
        (("locate", "files", "0", "3"), "Enter how many records"),
        (("locate", "files", "many", "3"), "Enter how many records"),
        (("locate", "files", "4", ""), "Enter the minutes each"),
        (("locate", "files", "4", "0"), "Enter the minutes each"),
        (("locate", "files", "4", "nan"), "Enter the minutes each"),
        (("locate", "files", "9" * 15, "3"), "Enter how many records"),
        (("redact", "names", "400", "3"), "Redacting does not count towards the limit"),
        (("exemptions", "files", "400", "3"), "Deciding what is exempt does not count"),
        (("consult", "suppliers", "40", "60"), "Asking third parties or other bodies"),
        (("extract", "redacting the files", "400", "3"), "Redacting does not count towards the limit"),
        (("made_up", "files", "4", "3"), "Choose one from the list"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_its_row(
    signed_in: SignedIn,
    officer: User,
    session: Session,
    case: Case,
    row: tuple[str, str, str, str],
    error: str,
) -> None:
    sent = rows(("locate", "boxes", "4", "15"), row)
    response = post(signed_in(officer), case, **sent, sampled="Typed with care")
    assert response.status_code == 422
    page = Page(response.text)
    assert page.words().count(error) >= 2  # in the summary and at the field
    assert (value_of(page, "rows-1-what"), value_of(page, "sampled")) == (row[1], "Typed with care")
    assert store.estimate_of(session, case) is None


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({}, "Say in one row at least what the work is"),
        ({**READING, "rows-0-people": "none"}, "Enter how many people"),
        ({**READING, "months": "a year"}, "Enter the months as a whole number"),
        ({**READING, "other": "999-99"}, "There is no other request of this reference here"),
    ],
)
def test_what_else_cannot_be_kept_is_refused_at_its_field(
    signed_in: SignedIn, officer: User, case: Case, sent: dict[str, str], error: str
) -> None:
    response = post(signed_in(officer), case, **sent)
    assert response.status_code == 422
    assert Page(response.text).words().count(error) >= 2


def test_the_advice_that_the_rows_bear_out_is_offered_and_taken_over(
    signed_in: SignedIn, officer: User, case: Case
) -> None:
    client = signed_in(officer)
    page = Page(post(client, case, **READING, months="36", within_limit="Nothing", action="propose").text)
    assert value_of(page, "within_limit") == (
        "In 18 hours we could look through about 360 of the 2,994 theft reports. "
        "That is about 4 of the 36 months that you asked about, so you could ask about a shorter period."
    )
    small = Page(
        post(client, case, **rows(("locate", "x", "1", "1")), within_limit="Mine", action="propose").text
    )
    assert value_of(small, "within_limit") == "Mine"


def test_as_it_is_typed_the_page_is_told_how_it_stands(
    signed_in: SignedIn, officer: User, session: Session, case: Case
) -> None:
    sent = rows(("determine", "files", "100", "12"), ("extract", "reports", "2994", "3"), people="0")
    response = signed_in(officer).post(f"/requests/{case.id}/cost/preview", data=sent)
    assert (response.status_code, response.mimetype) == (200, "text/plain")
    assert "<strong>169.7 hours</strong>, £4,242.50" in response.text
    assert 'data-says="169.7 hours of 18 hours, £450. Over the limit' in response.text
    assert (
        "Only to find out whether it is held: 20 hours, so you may refuse under section 12(2)."
        in response.text
    )
    assert store.estimate_of(session, case) is None


def test_related_requests_are_listed_with_why_and_counted_when_ticked(
    signed_in: SignedIn, officer: User, desk: Desk, session: Session, authority: Authority, case: Case
) -> None:
    other, _ = confirmed_case(desk, authority)
    keep_estimate(desk, other, EstimateDraft((CostRowFacts("locate", "boxes", 60, 10),)), 0)
    client = signed_in(officer)
    small = rows(("extract", "files", "180", "3"))
    words = client.page(f"/requests/{case.id}/cost").words()
    assert f"{other.reference}: " in words
    assert "by the same person; in the same words; its estimate is 10 hours." in words
    shown = Page(post(client, case, **small, with_cases=str(other.id), action="show").text).words()
    assert "19 hours, £475 of 18 hours" in shown
    assert "Of these, 10 hours are of 1 request added to it." in shown
    assert post(client, case, **small, with_cases=str(other.id)).status_code == 303
    assert store.estimate_of(session, case).with_case_ids == [other.id]


def test_a_request_is_added_by_its_reference(
    signed_in: SignedIn, officer: User, desk: Desk, session: Session, authority: Authority, case: Case
) -> None:
    words = "Please tell me:\n\n1. What did the new boats cost?"
    other, _ = confirmed_case(
        desk, authority, words=words, requester_name="Ash Elm", requester_email="ash.elm@example.org"
    )
    assert post(signed_in(officer), case, **READING, other=other.reference).status_code == 303
    assert store.estimate_of(session, case).with_case_ids == [other.id]
    assert other.reference in signed_in(officer).page(f"/requests/{case.id}/cost").words()


@pytest.mark.parametrize("id_", ["99999", "9" * 40, "-1", "x"])
def test_a_tick_that_the_page_does_not_offer_is_none(
    signed_in: SignedIn, officer: User, session: Session, case: Case, id_: str
) -> None:
    assert post(signed_in(officer), case, **READING, with_cases=id_).status_code == 303
    assert store.estimate_of(session, case).with_case_ids == []


def test_somebody_elses_change_is_not_overwritten(
    signed_in: SignedIn, officer: User, desk: Desk, case: Case
) -> None:
    keep_estimate(desk, case, EstimateDraft((CostRowFacts("locate", "boxes", 60, 10),)), 0)
    assert post(signed_in(officer), case, **READING).status_code == 409


def test_under_the_regulations_the_page_says_what_to_use_instead(
    signed_in: SignedIn, officer: User, desk: Desk, authority: Authority
) -> None:
    case, _ = confirmed_case(desk, authority, regime="EIR")
    client = signed_in(officer)
    page = client.page(f"/requests/{case.id}/cost")
    assert "regulation 12(4)(b)" in page.words()
    assert not page.all("textarea")
    assert post(client, case, **READING).status_code == 409


@pytest.mark.parametrize("role", ["auditor", "approver"])
def test_only_an_officer_makes_an_estimate(
    signed_in: SignedIn, session: Session, authority: Authority, case: Case, role: str
) -> None:
    client = signed_in(people.person(session, f"Ash {role}", authority, role=role))
    assert client.get(f"/requests/{case.id}/cost").status_code == 403
    assert post(client, case, **READING).status_code == 403


def test_another_authoritys_request_is_not_there(signed_in: SignedIn, session: Session, case: Case) -> None:
    client = signed_in(people.person(session, "Kim Elsewhere", authorities.authority(session, "southvale")))
    for path in ("cost", "section-14"):
        assert client.get(f"/requests/{case.id}/{path}").status_code == 404
    assert post(client, case, **READING).status_code == 404


# On the page of a question


def test_a_question_shows_the_estimate_and_refuses_what_it_does_not_bear_out(
    signed_in: SignedIn, officer: User, desk: Desk, session: Session, authority: Authority
) -> None:
    case, (first, second) = confirmed_case(desk, authority)
    client = signed_in(officer)
    path = f"/requests/{case.id}/questions/{first.id}"
    sent = {"version": str(first.version), "outcome": "cost_limit", "more": "Typed with care"}
    refused = client.post(path, data=sent)
    assert refused.status_code == 422
    page = Page(refused.text)
    assert page.words().count("There is no estimate yet.") == 2  # in the summary and at the field
    assert value_of(page, "more") == "Typed with care"
    assert f"/requests/{case.id}/cost" in {link.get("href") for link in page.all("a")}

    post(client, case, **READING)
    words = client.page(path).words()
    assert "The estimate is 149.7 hours to answer it: over the limit of 18." in words
    assert "Still to say there: what you could provide within the limit." in words
    assert client.post(path, data=sent).status_code == 303
    beside = client.page(f"/requests/{case.id}/questions/{second.id}").words()
    assert "Question 1 is refused for the request as a whole. What you answer here is given" in beside


def test_under_the_regulations_what_the_act_alone_knows_is_not_offered(
    signed_in: SignedIn, officer: User, desk: Desk, authority: Authority
) -> None:
    case, (first, second) = confirmed_case(desk, authority)
    first.regime = "EIR"
    client = signed_in(officer)

    def offered(question_id: int) -> set[str]:
        page = client.page(f"/requests/{case.id}/questions/{question_id}")
        return {radio.get("value", "") for radio in page.all("input") if radio.get("name") == "outcome"}

    alone = {"cost_limit", "cost_limit_confirm", "vexatious", "repeated"}  # sections 12 and 14
    alone |= {"future_publication", "decision_pending"}  # sections 22 and 10(3)
    assert not offered(first.id) & alone
    assert offered(second.id) >= alone
    assert "regulation 12(4)(b)" in client.page(f"/requests/{case.id}/questions/{first.id}").words()
