"""Every route is in the one access table, and every line of the table is a route."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from foi_tracker.web.access import ACCESS, ROLES

# Written here by hand: whoever opens a door to everybody does it in two places.
OPEN_TO_EVERYBODY = {
    "static",
    "styles",
    "signin.sign_in",
    "signin.link",
    "signin.sign_out",
    "about.help",
    "about.accessibility",
    "about.privacy",
}


@pytest.fixture
def app(applications: Callable[[str], Flask]) -> Flask:
    return applications("sqlite")


def test_every_route_says_who_may_enter(app: Flask) -> None:
    routes = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert routes - ACCESS.keys() == set()


def test_the_table_holds_no_route_that_is_gone(app: Flask) -> None:
    routes = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert ACCESS.keys() - routes == set()


def test_a_route_is_for_everybody_or_for_roles_that_there_are() -> None:
    for endpoint, rule in ACCESS.items():
        assert rule.public != bool(rule.roles), endpoint
        assert rule.roles <= ROLES.keys(), endpoint


def test_only_signing_in_and_what_it_is_about_are_open_to_everybody() -> None:
    assert {endpoint for endpoint, rule in ACCESS.items() if rule.public} == OPEN_TO_EVERYBODY


def test_an_auditor_can_only_read(app: Flask) -> None:
    found = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and "auditor" in ACCESS[rule.endpoint].roles
    ]
    assert found == []


def test_a_page_is_read_by_get_and_something_is_done_by_post(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        assert (rule.methods or set()) <= {"GET", "HEAD", "OPTIONS", "POST"}, rule.rule
