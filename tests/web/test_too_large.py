"""What is too large is refused with a page that says why, and shows what was typed beside it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, User
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.html import Page, text_of

MEGABYTE = 1024 * 1024


@pytest.fixture
def send(
    desk: Desk,
    session: Session,
    authority: Authority,
    officer: User,
    signed_in: Callable[[User], CheckedClient],
) -> Callable[..., Page]:
    """Send an answer with files of so many megabytes; the page that refuses it."""
    case, (question, _) = confirmed_case(desk, authority)
    path = f"/requests/{case.id}/questions/{question.id}"
    client = signed_in(officer)

    def sent(*megabytes: int, site: str = "same-origin", **typed: Any) -> Page:
        files = [(io.BytesIO(b"a" * size * MEGABYTE), f"{size}.csv") for size in megabytes]
        data = {**typed, "file": files} if files else typed
        headers = {"Sec-Fetch-Site": site}
        response = client.post(path, data=data, content_type="multipart/form-data", headers=headers)
        assert response.status_code == 413
        session.refresh(question)
        assert not question.is_answered
        return Page(response.text)

    return sent


def test_it_says_the_limit_and_the_files_and_what_was_typed(send: Callable[..., Page]) -> None:
    page = send(2, 26, outcome="disclosed", answer="We hold\n214.")
    words = page.words()
    assert "What you sent has 28 MB in all. FOI Tracker takes 25 MB in one go." in words
    listed = [text_of(each) for each in page.all("li")]
    assert [each for each in listed if ".csv" in each] == ["26.csv, 26 MB", "2.csv, 2 MB"]
    assert "Answer We hold 214." in words
    assert "Back button" in words
    again = {each.get("name"): each.get("value") for each in page.all("input")}
    assert (again["outcome"], again["answer"]) == ("disclosed", "We hold\n214.")


def test_a_form_of_another_site_is_not_offered_to_be_sent_again(send: Callable[..., Page]) -> None:
    page = send(26, site="cross-site", outcome="disclosed", answer="Not ours.")
    assert "answer" not in {each.get("name") for each in page.all("input")}


def test_words_that_are_too_many_are_told_from_files(send: Callable[..., Page]) -> None:
    words = send(answer="a" * 5 * MEGABYTE).words()
    assert "A box of what you sent has more than 4 MB of words" in words
    assert "nor show what you typed" in words


def test_what_is_far_too_large_is_not_read_and_the_page_says_so(send: Callable[..., Page]) -> None:
    words = send(101, answer="We hold 214.").words()
    assert "What you sent has 101 MB in all." in words
    assert "nor show what you typed" in words
    assert "214" not in words
