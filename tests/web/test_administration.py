"""An administrator keeps an authority's settings; what cannot be is said at its field and nothing is lost."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.models import AuditEntry, AuditPayload, Authority, Closure, ConfirmedSplit, User
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case
from tests.factories.people import person
from tests.html import Page, text_of
from tests.web.settings_form import fields, path, save

Visit = Callable[[User], CheckedClient]


@pytest.fixture
def administrator(session: Session, authority: Authority) -> User:
    return person(session, "Ali Administrator", authority, role="administrator")


def _errors(response) -> list[str]:
    page = Page(response.text)
    return [text_of(p) for p in page.all("p") if "govuk-error-message" in (p.get("class") or "")]


def _last_entry(session: Session) -> tuple[AuditEntry, AuditPayload]:
    entry, payload = session.execute(
        select(AuditEntry, AuditPayload)
        .join(AuditPayload, AuditPayload.entry_id == AuditEntry.id)
        .order_by(AuditEntry.id.desc())
        .limit(1)
    ).one()
    return entry, payload


def test_saving_what_is_there_changes_nothing(
    session: Session, authority: Authority, administrator: User, signed_in: Visit
) -> None:
    response = save(signed_in(administrator), authority)
    assert response.status_code == 302
    assert authority.version == 1
    assert session.scalars(select(AuditEntry)).all() == []


def test_every_change_is_kept_and_stands_in_one_audit_entry(
    session: Session, authority: Authority, administrator: User, signed_in: Visit
) -> None:
    client = signed_in(administrator)
    response = save(
        client, authority, team="Disclosure", footer="Ring us.", mark="tower", letterhead_at_foot="y"
    )
    assert response.status_code == 302, _errors(response)
    assert (authority.team, authority.footer, authority.mark) == ("Disclosure", "Ring us.", "tower")
    assert authority.letterhead_at_foot is True
    entry, payload = _last_entry(session)
    assert (entry.action, entry.actor_name, entry.authority_id) == (
        "settings_changed",
        "Ali Administrator",
        authority.id,
    )
    assert payload.payload["before"]["team"] == "Information Rights"
    assert payload.payload["after"] == {
        "team": "Disclosure",
        "footer": "Ring us.",
        "mark": "tower",
        "letterhead_at_foot": True,
    }
    assert session.scalars(select(AuditEntry.number)).all() == [1]
    assert "The settings are saved." in client.page(path(authority)).words()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"name": ""}, "Enter the authority’s name"),
        ({"kind": "scottish_public_authority"}, "Choose one from the list"),
        ({"accent": "#1d70b8"}, "too pale for small words on white: 5.2 to 1"),
        ({"accent": "blue"}, "# and six digits or letters"),
        ({"mark": "crown"}, "Choose one from the list"),
        ({"email": "nowhere"}, "Enter an email address"),
        ({"reuse": "own", "reuse_text": " "}, "Write the paragraph"),
        ({"review_working_days": "twenty"}, "Enter a whole number from 1 to 120"),
        ({"regulator_address": "1 New Street"}, "then tick this box"),
        ({"reference_pattern": "FOI-{yy}"}, "needs {seq} once"),
        ({"reference_pattern": "{seq}{0.__class__}-{yy}"}, "curly bracket stands alone"),
        ({"large_print_size": "7"}, "Choose one from the list"),
        ({"publishes_answers": "y"}, "Enter where the disclosure log can be read"),
        ({"disclosure_log": "javascript:alert(1)"}, "Enter a whole web address"),
        ({"target_working_day": "21"}, "Enter a whole number from 1 to 20"),
        ({"last_number": "-3"}, "Enter a whole number from 0"),
        ({"regulator_changed_on-day": "31", "regulator_changed_on-month": "2"}, "year"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(
    changes: dict[str, Any],
    error: str,
    authority: Authority,
    administrator: User,
    signed_in: Visit,
) -> None:
    response = save(signed_in(administrator), authority, footer="Typed just now", **changes)
    assert response.status_code == 422
    assert any(error in said for said in _errors(response)), _errors(response)
    assert fields(Page(response.text))["footer"] == "Typed just now"
    assert authority.footer == ""
    assert Page(response.text).title.startswith("Error:")


def test_a_logo_is_a_png_or_an_svg(authority: Authority, administrator: User, signed_in: Visit) -> None:
    gif = (io.BytesIO(b"GIF89a"), "logo.gif")
    response = save(signed_in(administrator), authority, footer="Typed just now", logo=gif)
    assert response.status_code == 422
    assert any("PNG or an SVG" in said for said in _errors(response)), _errors(response)
    assert fields(Page(response.text))["footer"] == "Typed just now"
    assert authority.logo_sha256 == ""


def test_the_regulators_address_needs_somebody_who_looked_it_up(
    authority: Authority, administrator: User, signed_in: Visit
) -> None:
    client = signed_in(administrator)
    response = save(client, authority, regulator_address="1 New Street\nAnytown", regulator_checked="y")
    assert response.status_code == 302
    assert authority.regulator_address == "1 New Street\nAnytown"
    assert save(client, authority, team="Later").status_code == 302, "it was checked once already"


def test_a_review_of_more_than_forty_working_days_is_kept_with_a_warning(
    authority: Authority, administrator: User, signed_in: Visit
) -> None:
    client = signed_in(administrator)
    assert "Promise 40 at most" not in client.page(path(authority)).words()
    assert save(client, authority, review_working_days="41").status_code == 302
    assert authority.review_working_days == 41
    assert "Promise 40 at most" in client.page(path(authority)).words()


def test_a_page_opened_before_somebody_elses_change_is_told_so(
    session: Session, authority: Authority, administrator: User, signed_in: Visit
) -> None:
    client = signed_in(administrator)
    opened = fields(client.page(path(authority)))
    authority.team = "Changed meanwhile"
    session.commit()
    response = client.post(path(authority), data={**opened, "footer": "Typed just now"})
    assert response.status_code == 409
    assert "Typed just now" in Page(response.text).words()
    assert (authority.team, authority.footer) == ("Changed meanwhile", "")


def test_numbering_begins_where_the_last_service_left_off_and_never_goes_back(
    desk: Desk, authority: Authority, administrator: User, signed_in: Visit
) -> None:
    client = signed_in(administrator)
    assert "would be 001-26" in client.page(path(authority)).words()
    assert save(client, authority, last_number="41").status_code == 302
    assert "would be 042-26" in client.page(path(authority)).words()
    assert case(desk, authority).reference == "042-26"

    response = save(client, authority, last_number="41")
    assert response.status_code == 422
    assert _errors(response) == [
        "Error: A higher number has been given already in 2026. A lower one would give a reference twice."
    ]
    assert case(desk, authority).reference == "043-26"


def test_saving_other_settings_while_requests_are_logged_leaves_the_numbers_alone(
    desk: Desk, authority: Authority, administrator: User, signed_in: Visit
) -> None:
    client = signed_in(administrator)
    opened = fields(client.page(path(authority)))
    case(desk, authority)
    assert client.post(path(authority), data={**opened, "team": "Disclosure"}).status_code == 302
    assert case(desk, authority).reference == "002-26"


def test_a_new_target_day_moves_open_cases_at_once(
    desk: Desk, authority: Authority, administrator: User, signed_in: Visit
) -> None:
    made = case(desk, authority, received_on=date(2026, 2, 2))
    assert made.target_on == date(2026, 2, 23)
    assert save(signed_in(administrator), authority, target_working_day="10").status_code == 302
    assert made.target_on == date(2026, 2, 16)


def test_a_new_kind_says_which_due_dates_it_moved_on_the_page_and_in_the_audit(
    session: Session, desk: Desk, authority: Authority, administrator: User, signed_in: Visit
) -> None:
    """SI 2010/2768: in an academy days without a session do not count, so its requests are due later."""
    session.add(
        Closure(
            authority_id=authority.id,
            kind="school",
            first_on=date(2026, 2, 16),
            last_on=date(2026, 2, 20),
            name="Half-term",
        )
    )
    made = case(desk, authority, received_on=date(2026, 2, 2))
    assert made.due_on == date(2026, 3, 2)
    client = signed_in(administrator)
    assert save(client, authority, kind="academy_england").status_code == 302
    words = client.page(path(authority)).words()
    assert f"1 due date moved: {made.reference} (from 2 March 2026 to 9 March 2026)." in words
    (moved,) = _last_entry(session)[1].payload["moved"]
    assert (moved["reference"], moved["before"], moved["after"]) == (
        made.reference,
        "2026-03-02",
        "2026-03-09",
    )
    assert save(client, authority, team="Disclosure").status_code == 302
    assert "due date moved" not in client.page(path(authority)).words()
    assert save(client, authority, kind="council").status_code == 302
    assert made.due_on == date(2026, 3, 2)


def test_the_list_and_its_place_are_for_administrators(
    session: Session, authority: Authority, administrator: User, officer: User, signed_in: Visit
) -> None:
    other = make_authority(session, "southmere-council", kind="council")
    client = signed_in(administrator)
    page = client.page("/authorities")
    assert authority.name in page.words()
    assert other.name not in page.words()
    assert "Settings" in client.page("/").words()
    assert client.get(path(other)).status_code == 404

    client = signed_in(officer)
    assert "Settings" not in client.page("/").words()
    assert client.get("/authorities").status_code == 403
    assert client.post(path(authority), data={"name": "Mine"}).status_code == 403


@pytest.mark.parametrize("name", ["kind", "accent", "reference_pattern"])
def test_what_is_said_of_a_setting_is_read_out_when_it_changes(
    name: str, authority: Authority, administrator: User, signed_in: Visit
) -> None:
    said = signed_in(administrator).page(path(authority)).with_id(f"says-{name}")
    assert said is not None
    assert said.get("role") == "status"


def test_a_mark_is_drawn_in_the_authoritys_own_colour(
    authority: Authority, administrator: User, signed_in: Visit
) -> None:
    client = signed_in(administrator)
    drawn = client.get(f"/authorities/{authority.id}/marks/tower.svg")
    assert drawn.mimetype == "image/svg+xml"
    assert authority.accent in drawn.text
    assert client.get(f"/authorities/{authority.id}/marks/crown.svg").status_code == 404


def test_consent_is_asked_for_in_plain_words_and_not_given_until_it_is(
    session: Session, desk: Desk, authority: Authority, administrator: User, signed_in: Visit
) -> None:
    client = signed_in(administrator)
    assert "Keep how our officers correct the questions" in client.page(path(authority)).words()
    assert "Download them" not in client.page(path(authority)).words()
    assert client.post(f"/authorities/{authority.id}/corrections.zip").status_code == 409
    save(client, authority, keeps_corrections="y")
    assert "Nothing is kept yet" in client.page(path(authority)).words()

    confirmed_case(desk, authority)
    assert "The corrections of 1 request are kept." in client.page(path(authority)).words()
    answer = client.post(f"/authorities/{authority.id}/corrections.zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.namelist() == ["001-26.json", "README.txt"]
        assert archive.read("README.txt").decode() == "2 questions in 1 request.\n"
        assert b"Robin" not in archive.read("001-26.json")
    assert _last_entry(session)[0].action == "corrections_exported"

    save(client, authority, keeps_corrections="-")
    assert "The corrections that were kept are deleted." in client.page(path(authority)).words()
    assert session.scalars(select(ConfirmedSplit)).all() == []
