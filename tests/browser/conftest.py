"""What the browser tests may ask for. They run on SQLite alone; the pages are the same on both databases.

Give the browser rows with `session`, commit them, and go. A script error, or a file that a page asks for
and does not get, fails the test at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from sqlalchemy.orm import Session

from foi_tracker.models import User
from tests.browser.chromium import (
    DESKTOP,
    PHONE,
    Site,
    Watched,
    accessibility_faults,
    arguments,
    executable,
    serving,
)

PATIENCE = 60_000  # milliseconds; a page is waited for, never a while, and a busy machine may be slow


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder needs the browser."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def database_kind() -> str:
    """Browser tests run once."""
    return "sqlite"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the whole test process."""
    where = executable()
    if where is None:
        pytest.skip("no Chromium here: apt-get install chromium-headless-shell (or chromium)")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=arguments(), headless=True)
        yield browser
        browser.close()


@pytest.fixture
def site(app: Flask) -> Iterator[Site]:
    """The application on a real server. A view that fails shows its page, and fails the test."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with serving(app) as site:
        yield site
    assert not site.errors, "\n".join(site.errors)


@pytest.fixture
def open_browser(chromium: Browser, site: Site) -> Iterator[Callable[..., BrowserContext]]:
    """A fresh browser window: `open_browser(viewport=PHONE, java_script_enabled=False)`."""
    opened: list[Watched] = []
    with ExitStack() as at_end:

        def make(**options: Any) -> BrowserContext:
            context = chromium.new_context(
                **{"base_url": site.address, "viewport": DESKTOP, "locale": "en-GB", **options}
            )
            context.set_default_timeout(PATIENCE)
            at_end.callback(context.close)
            opened.append(Watched(context))
            return context

        yield make
    errors = [error for watched in opened for error in watched.errors]
    assert not errors, "\n".join(errors)


@pytest.fixture
def page(open_browser: Callable[..., BrowserContext]) -> Page:
    """A page on a desktop, nobody signed in."""
    return open_browser().new_page()


@pytest.fixture
def phone(open_browser: Callable[..., BrowserContext]) -> Page:
    """A page on a phone, nobody signed in."""
    return open_browser(viewport=PHONE, has_touch=True, is_mobile=True).new_page()


@pytest.fixture
def plain_page(open_browser: Callable[..., BrowserContext]) -> Page:
    """A page on a desktop without JavaScript, nobody signed in."""
    return open_browser(java_script_enabled=False).new_page()


@pytest.fixture
def sign_in_as(site: Site, session: Session) -> Callable[[Page, User], Page]:
    """Sign a person in on a page, without its form: `sign_in_as(page, officer).goto("/")`."""

    def sign_in(page: Page, user: User) -> Page:
        site.sign_in(page.context, user)
        session.commit()
        return page

    return sign_in


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Fail if axe finds anything wrong with the page as it stands."""

    def check(page: Page) -> None:
        found = accessibility_faults(page)
        assert not found, "\n".join(found)

    return check
