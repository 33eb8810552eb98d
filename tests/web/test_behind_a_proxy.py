"""Behind a proxy that speaks HTTPS, the application answers as the address that people see."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from foi_tracker.models import Authority, User
from foi_tracker.web.settings import SettingMissing, checked
from tests.client import CheckedClient
from tests.factories.people import person

SETTINGS = {"SECRET_KEY": "s", "INSTANCE": "i", "DATABASE_URL": "sqlite://", "HTTPS": True}


@pytest.fixture
def administering(
    app: Flask, session: Session, authority: Authority, signed_in: Callable[[User], CheckedClient]
) -> CheckedClient:
    """An administrator whose proxy hands on plain HTTP, to a name that only the machine knows."""
    client = signed_in(person(session, "Ali Administrator", authority, role="administrator"))
    app.config.update(HTTPS=True, PUBLIC_HOST="foi.example.org", WTF_CSRF_SSL_STRICT=True)
    return client


def test_browsers_are_told_to_stay_with_https(administering: CheckedClient) -> None:
    assert "max-age" in administering.get("/sign-in").headers["Strict-Transport-Security"]


def test_a_link_that_signs_somebody_in_has_the_address_that_people_type(
    administering: CheckedClient, authority: Authority, officer: User
) -> None:
    path = f"/authorities/{authority.id}/people/{officer.id}/link"
    made = administering.post(path, headers={"Referer": "https://foi.example.org/authorities"})
    assert re.search(r"https://foi\.example\.org/sign-in/link/[\w-]+", made.text)
    assert "http://" not in "".join(re.findall(r"\S+/sign-in/link/\S+", made.text))


@pytest.mark.parametrize("referer", [{}, {"Referer": "https://elsewhere.example.org/"}])
def test_a_form_sent_from_elsewhere_is_refused(
    referer: dict[str, str], administering: CheckedClient, authority: Authority, officer: User
) -> None:
    path = f"/authorities/{authority.id}/people/{officer.id}/link"
    assert administering.post(path, headers=referer).status_code == 400


def test_an_address_in_the_place_of_the_host_is_refused_in_plain_words() -> None:
    with pytest.raises(SettingMissing, match="without https://"):
        checked({**SETTINGS, "PUBLIC_HOST": "https://foi.example.org"})
