"""Standard paragraphs on their pages: read, changed, seen in a letter, taken back, looked at anew."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from sqlalchemy.orm import Session

from foi_tracker.casework import wording_examples
from foi_tracker.casework import wordings as casework
from foi_tracker.casework.desk import Desk
from foi_tracker.letters.standard import WORDINGS
from foi_tracker.models import Authority, User
from foi_tracker.store import wordings as wording_store
from tests.client import CheckedClient
from tests.factories.cases import confirmed_case
from tests.factories.people import give_role, person
from tests.factories.sent_letters import answer_all, issued
from tests.html import Page
from tests.web.test_answer import value_of

KEY = "always.thanks"
OURS = "We are grateful for your letter of {received}."


@pytest.fixture
def visitor(
    desk: Desk, signed_in: Callable[[User], CheckedClient], officer: User, authority: Authority
) -> CheckedClient:
    """Somebody who works for the authority and administers it."""
    give_role(desk.session, officer, authority, "administrator")
    return signed_in(officer)


def at(authority: Authority, key: str = KEY, more: str = "") -> str:
    return f"/authorities/{authority.id}/wordings/{quote(key)}{more}"


def offered(desk: Desk, authority: Authority) -> None:
    """Our own words, and since then an upgrade with another default."""
    casework.change_wording(desk, authority, KEY, OURS, 0)
    wording_store.get_version(desk.session, authority, KEY, 1).default_text = "Thanks for all of {received}."


def in_force(session: Session, authority: Authority, key: str = KEY) -> str | None:
    session.expire_all()
    return wording_store.words_of(session, authority.id).get(key)


# The list


def test_each_group_lists_its_paragraphs_and_the_edited_ones_say_who_and_when(
    visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    page = visitor.page(f"/authorities/{authority.id}/wordings?group=always").words()
    assert WORDINGS[KEY].title in page
    assert "Edited" in page
    assert "Sam Officer" in page
    assert WORDINGS["outcome.not_held"].title not in page
    edited = visitor.page(f"/authorities/{authority.id}/wordings?group=edited").words()
    assert WORDINGS[KEY].title in edited
    assert WORDINGS["always.close"].title not in edited


@pytest.mark.parametrize("letters", ["GRATEFUL letter", "thanks for", "s.17(7)(b)"])
def test_a_paragraph_is_found_by_its_name_its_words_or_its_law(
    letters: str, visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    page = visitor.page(f"/authorities/{authority.id}/wordings?find={quote(letters)}").words()
    wanted = "always.regulator" if letters.startswith("s.") else KEY
    assert WORDINGS[wanted].title in page
    assert WORDINGS["always.close"].title not in page
    assert (
        "Nothing has all of these words"
        in visitor.page(f"/authorities/{authority.id}/wordings?find=zzzz").words()
    )


# One paragraph


@pytest.mark.parametrize("key", ["always.regulator", "ground.s.31(1)(a)", "ground.reg 12(4)(a)"])
def test_its_page_says_what_it_is_for_what_the_law_asks_and_what_braces_stand_for(
    key: str, visitor: CheckedClient, authority: Authority
) -> None:
    wording = WORDINGS[key]
    page = visitor.page(at(authority, key))
    for words in (wording.title, wording.why, *(each.means for each in wording.placeholders)):
        assert words in page.words()
    assert value_of(page, "text").strip() == wording.text
    assert "Nobody has changed it" in page.words()


def test_words_that_the_law_fixes_are_read_and_found_in_the_list_and_told_from_examples(
    visitor: CheckedClient, authority: Authority
) -> None:
    """Forty exemptions have nothing else: a list of their placeholders would tell them apart for nobody."""
    listed = visitor.page(f"/authorities/{authority.id}/wordings?find=covered+professional+privilege").words()
    assert "It is covered by legal professional privilege." in listed
    page = visitor.page(at(authority, "ground.s.42")).words()
    assert "it is covered by legal professional privilege always in these words" in page
    assert page.count("always in these words") == 1
    assert "{why_it_applies} always prints “it is covered by legal professional privilege”." in page
    rest = visitor.page(at(authority, "outcome.withheld.rest")).words()
    assert "{we_hold_this} always prints “we hold more than this”." in rest
    assert "{ground} always prints" not in rest


def test_saved_words_are_in_force_and_the_page_shows_them_beside_the_default(
    visitor: CheckedClient, session: Session, authority: Authority
) -> None:
    response = visitor.post(at(authority), data={"text": OURS, "version": "0"})
    assert response.status_code == 303
    assert in_force(session, authority) == OURS
    page = visitor.page(at(authority)).words()
    assert "Ours beside the default" in page
    assert "[only in ours: " in page


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("always.regulator", "Complain to {regulator}. {right_of_apeal}", "Did you mean {right_of_appeal}?"),
        ("outcome.not_held", "Sorry, no.", "Keep {we_do_not_hold_this}"),
        (KEY, "", "Write what the letter should say"),
    ],
)
def test_what_cannot_be_said_is_refused_at_the_field_and_nothing_typed_is_lost(
    key: str, typed: str, said: str, visitor: CheckedClient, session: Session, authority: Authority
) -> None:
    response = visitor.post(at(authority, key), data={"text": typed, "version": "0"})
    assert response.status_code == 422
    page = Page(response.text)
    assert said in page.words()
    assert value_of(page, "text").strip() == typed
    assert in_force(session, authority, key) is None


def test_an_older_page_overwrites_nothing_and_its_words_can_be_copied(
    visitor: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    response = visitor.post(at(authority), data={"text": "Mine, typed meanwhile.", "version": "0"})
    assert response.status_code == 409
    assert "Mine, typed meanwhile." in Page(response.text).words()
    assert in_force(session, authority) == OURS


def test_a_template_that_somebody_types_is_only_words(
    visitor: CheckedClient, session: Session, authority: Authority
) -> None:
    response = visitor.post(
        at(authority), data={"text": "{{ 7*7 }} <script>alert(1)</script>", "version": "0"}
    )
    assert response.status_code == 422
    assert "<script>alert" not in response.text
    assert "49" not in Page(response.text).words()


# How it reads


def test_the_preview_is_a_letter_of_this_authority_that_says_it(
    visitor: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made)
    example = f"letter-{issued(desk, made).id}"
    page = visitor.page(at(authority))
    assert f"{made.reference}: response" in page.words()
    response = visitor.post(at(authority, more="/preview"), data={"text": OURS, "example": example})
    assert "<mark>We are grateful for your letter of" in response.text
    assert "Dear Robin Ash" in response.text
    assert f"/requests/{made.id}/letters/" in response.text
    assert in_force(session, authority) is None


def test_whoever_may_not_see_who_asked_does_not_see_it_in_the_preview(
    signed_in: Callable[[User], CheckedClient], session: Session, desk: Desk, authority: Authority
) -> None:
    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made)
    example = f"letter-{issued(desk, made).id}"
    client = signed_in(person(session, "Alex Keeper", authority, role="administrator"))
    assert "Robin" not in client.page(at(authority)).words()
    response = client.post(at(authority, more="/preview"), data={"text": OURS, "example": example})
    assert f"{made.reference}: response" in response.text
    assert "<mark>We are grateful" in response.text
    assert "Robin" not in response.text


@pytest.mark.parametrize("example", ["", "letter-99", "answer-99", "letter-x", "letter-²", "nonsense"])
def test_where_no_letter_says_it_the_preview_is_made_up_and_says_so(
    example: str, visitor: CheckedClient, authority: Authority
) -> None:
    response = visitor.post(at(authority, more="/preview"), data={"text": OURS, "example": example})
    assert "Made up" in response.text
    assert "We are grateful for your letter of 26 October 2026." in response.text


def test_the_preview_says_why_words_cannot_be_said(visitor: CheckedClient, authority: Authority) -> None:
    response = visitor.post(at(authority, more="/preview"), data={"text": "{receved}"})
    assert "Did you mean {received}?" in response.text


def test_without_javascript_a_button_shows_the_preview_and_saves_nothing(
    visitor: CheckedClient, session: Session, authority: Authority
) -> None:
    response = visitor.post(at(authority), data={"text": OURS, "version": "0", "preview": "yes"})
    assert response.status_code == 200
    page = Page(response.text)
    assert "We are grateful for your letter of 26 October 2026." in page.words()
    assert value_of(page, "text").strip() == OURS
    assert in_force(session, authority) is None


def test_an_answer_that_stands_in_no_letter_yet_is_shown(
    visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    made, questions = confirmed_case(desk, authority)
    for question in questions:
        question.outcome, question.details = "not_held", {"searched": "We looked in the register."}
    page = visitor.page(at(authority, "outcome.not_held")).words()
    assert f"{made.reference}: answer to question" in page


def test_the_reference_of_a_request_shows_it_there(
    visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    made, questions = confirmed_case(desk, authority)
    for question in questions:
        question.outcome = "not_held"
    other, _ = confirmed_case(desk, authority)
    answer_all(desk, other)
    key = "outcome.not_held"
    typed = {"text": WORDINGS[key].text, "version": "0"}
    for reference, said in (
        (f" {made.reference} ", f"{made.reference}: answer to question"),
        (other.reference, f"No letter or answer of {other.reference} says it."),
        ("nonsense", "There is no request nonsense."),
    ):
        sent = {**typed, "reference": reference}
        assert said in visitor.post(at(authority, key, "/preview"), data=sent).text
        page = Page(visitor.post(at(authority, key), data={**sent, "preview": "yes"}).text)
        assert said in page.words()
        assert value_of(page, "reference") == reference.strip()


def test_the_page_says_that_none_says_it_only_where_all_were_looked_into(
    visitor: CheckedClient, desk: Desk, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made)
    issued(desk, made)
    assert "No letter of yours says it yet." in visitor.page(at(authority, "outcome.vexatious")).words()
    monkeypatch.setattr(wording_examples, "LOOKED_IN", 0)
    page = visitor.page(at(authority, "outcome.vexatious")).words()
    assert "No letter of yours says it yet." not in page
    assert "others may" in page


# Versions


def test_every_version_is_kept_with_who_and_when_and_can_be_put_in_force_again(
    visitor: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    casework.change_wording(desk, authority, KEY, "We are very grateful for your letter.", 1)
    page = visitor.page(at(authority, more="/versions/2"))
    assert "[only in version 2: very]" in page.words()
    assert "Sam Officer" in page.words()
    response = visitor.post(at(authority, more="/versions/1/restore"), data={"version": "2"})
    assert response.status_code == 303
    assert in_force(session, authority) == OURS
    assert len(wording_store.versions_of(session, authority, KEY)) == 3
    assert visitor.get(at(authority, more="/versions/9")).status_code == 404


def test_an_older_version_that_cannot_be_said_any_more_stands_in_the_box_with_why(
    visitor: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    casework.change_wording(desk, authority, KEY, "Thanks.", 1)
    wording_store.get_version(session, authority, KEY, 1).text = "Thanks for {renamed_since}."
    response = visitor.post(at(authority, more="/versions/1/restore"), data={"version": "2"})
    assert response.status_code == 422
    page = Page(response.text)
    assert value_of(page, "text").strip() == "Thanks for {renamed_since}."
    assert "is no placeholder" in page.words()


def test_back_to_the_default_asks_in_its_place_and_is_a_version(
    visitor: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    assert "Yes, go back to the default" in visitor.page(at(authority)).words()
    assert visitor.post(at(authority, more="/default"), data={"version": "1"}).status_code == 303
    assert in_force(session, authority) is None
    page = visitor.page(at(authority)).words()
    assert "Back to the default (in force)" in page
    assert "Yes, go back to the default" not in page


# After an upgrade


def test_a_new_default_is_offered_beside_ours_with_the_difference_marked(
    visitor: CheckedClient, desk: Desk, authority: Authority
) -> None:
    offered(desk, authority)
    listed = visitor.page(f"/authorities/{authority.id}/wordings").words()
    assert "1 new default to look at." in listed
    page = visitor.page(at(authority))
    assert "There is a new default" in page.words()
    assert "[only in the old default: " in page.words()
    assert value_of(page, "text").strip() == OURS


@pytest.mark.parametrize(("act", "after"), [("keep", OURS), ("default", None)])
def test_the_offer_is_settled_either_way(
    act: str, after: str | None, visitor: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    offered(desk, authority)
    assert visitor.post(at(authority, more=f"/{act}"), data={"version": "1"}).status_code == 303
    assert in_force(session, authority) == after
    assert "There is a new default" not in visitor.page(at(authority)).words()
    assert visitor.post(at(authority, more="/keep"), data={"version": "2"}).status_code == 409


def test_own_words_that_letters_no_longer_say_head_the_list(
    visitor: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    wording_store.get_version(session, authority, KEY, 1).text = "Thanks for {renamed_since}."
    assert (
        "1 paragraph of yours cannot be printed."
        in visitor.page(f"/authorities/{authority.id}/wordings").words()
    )
    assert "Letters say the default in place of these words." in visitor.page(at(authority)).words()


def test_words_of_a_paragraph_that_an_upgrade_took_away_can_still_be_read(
    visitor: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    wording_store.get_version(session, authority, KEY, 1).key = "always.gone"
    page = visitor.page(f"/authorities/{authority.id}/wordings").words()
    assert "1 paragraph of yours that letters no longer have" in page
    assert OURS in page


# Who may


def test_an_officer_reads_and_an_administrator_changes(
    signed_in: Callable[[User], CheckedClient], session: Session, officer: User, authority: Authority
) -> None:
    client = signed_in(officer)
    page = client.page(at(authority))
    assert WORDINGS[KEY].text in page.words()
    assert "Save" not in page.words()
    assert client.post(at(authority), data={"text": OURS, "version": "0"}).status_code == 403
    assert in_force(session, authority) is None


def test_there_is_no_paragraph_of_another_key(visitor: CheckedClient, authority: Authority) -> None:
    assert visitor.get(at(authority, "always.nonsense")).status_code == 404
    assert visitor.post(at(authority, "x"), data={"text": OURS, "version": "0"}).status_code == 404
