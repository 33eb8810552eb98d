"""Chromium as the tests drive it, the site it visits, and the accessibility check of a page."""

from __future__ import annotations

import os
import shutil
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, got_request_exception
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Frame,
    Locator,
    Page,
    Response,
    ViewportSize,
    expect,
)
from waitress.server import create_server
from waitress.wasyncore import close_all

from foi_tracker.models import User

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
# The engine alone is preferred: it has no tabs and menus of its own to draw, and takes a third less time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Every rule is run; of what pleases it axe need not tell, and what it tells stays short. It looks into no
# frame by itself: it would wait half a second for each to answer, and none would. A frame is checked by name.
RUN_AXE = """async () => {
    const rules = {"target-size": {enabled: true}};
    const {violations} = await axe.run(document, {rules, iframes: false, resultTypes: ["violations"]});
    return violations.flatMap(({id, impact, help, nodes}) => nodes.map(
        ({html}) => `${location.href}: ${id} (${impact}): ${help}: ${html.slice(0, 200)}`));
}"""
QUIET = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page takes the place of the one before it in its frame; a new frame for each costs a seventh more.
    "--enable-features=RenderDocument:level/crashed-frame",
    # A page lives too short a time to gain from scripts that are compiled twice more, each time better.
    "--js-flags=--no-opt --no-maglev",
    # A page of ours asks nothing of any other host.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def executable() -> str | None:
    """Where this machine's Chromium is; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def arguments() -> list[str]:
    """Chromium's switches. Its sandbox cannot run as root, and only then is it off."""
    return [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else list(QUIET)


class Site:
    """The application on a real server, on a port of its own."""

    def __init__(self, app: Flask, address: str) -> None:
        self.app = app
        self.address = address
        self.errors: list[str] = []

    def note(self, _app: Flask, exception: BaseException, **_: object) -> None:
        """Remember what a view failed with: the browser only sees the page that apologises."""
        self.errors.append("".join(traceback.format_exception(exception)))

    def sign_in(self, context: BrowserContext, user: User) -> None:
        """Give the browser the cookie that the sign-in page would."""
        serializer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
        cookie = serializer.dumps({"_user_id": user.fs_uniquifier, "_fresh": True, "opens": None})
        context.add_cookies(
            [{"name": self.app.config["SESSION_COOKIE_NAME"], "value": cookie, "url": self.address}]
        )


@contextmanager
def serving(app: Flask) -> Iterator[Site]:
    """Serve the application until the block ends."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    site = Site(app, f"http://127.0.0.1:{server.effective_port}")
    try:
        with got_request_exception.connected_to(site.note, app):
            yield site
    finally:
        server.task_dispatcher.shutdown()
        # By the thread that waits on the sockets: none may go while it does.
        server.trigger.pull_trigger(lambda: close_all(server._map, ignore_all=True))
        thread.join(timeout=5)


class Watched:
    """Everything that went wrong in the pages of a context: script errors, blocked or missing files."""

    def __init__(self, context: BrowserContext) -> None:
        self.errors: list[str] = []
        self._visited: set[str] = set()
        self._signed_out = False
        context.on("page", self._watch)

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.errors.append(f"{page.url}: {error}"))
        page.on("response", self._note)
        page.on("console", self._hear)

    def _note(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self._visited.add(response.url)
            self._signed_out = self._signed_out or response.url.endswith("/sign-out")

    def _hear(self, message: ConsoleMessage) -> None:
        # A page that answers 404 or 422 on purpose is itself "a resource that failed to load".
        # A piece of a page asked for after this browser has signed out is told so.
        piece = message.location["url"].endswith(("/preview", "/grounds"))
        ended = self._signed_out and piece and "401 (UNAUTHORIZED)" in message.text
        visited = message.location["url"].partition("#")[0] in self._visited
        on_purpose = message.text.startswith("Failed to load") and (visited or ended)
        if message.type == "error" and not on_purpose:
            self.errors.append(f"{message.location['url']}: {message.text}")


def follow(target: Locator) -> None:
    """Press what leads to another page, or to this one anew, and wait until that has arrived.

    On a busy machine a press alone comes back before the old page has gone, and what is looked for next
    would be looked for there.
    """
    with target.page.expect_navigation():
        target.click()


def accessibility_faults(page: Page | Frame) -> list[str]:
    """What axe finds wrong with the page as it stands: WCAG 2.2 AA and good practice, in words."""
    # A page just asked for may be half there: its heading and its main part are still on their way.
    page.wait_for_load_state()
    if not page.evaluate("() => 'axe' in window"):  # a document is asked again once it has changed
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(RUN_AXE)


def no_wider_than_the_screen(page: Page) -> None:
    """Tables and tabs scroll inside themselves; the page does not."""
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, f"{page.url} is {over} px wider than the screen"


def sound(page: Page, axe: Callable[[Page], None]) -> None:
    """The page as it stands has its heading, fits the screen, and axe finds nothing."""
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    axe(page)
    no_wider_than_the_screen(page)


def at_both_widths(page: Page) -> Iterator[None]:
    """Twice round: the page as wide as it is, and as wide as the other of desktop and phone; then as it was.

    It costs a third of what it costs to load the page again, and to come to where it is.
    """
    own = page.viewport_size
    assert own in (DESKTOP, PHONE)
    yield
    page.set_viewport_size(DESKTOP if own == PHONE else PHONE)
    yield
    page.set_viewport_size(own)


def sound_at_both_widths(page: Page, axe: Callable[[Page], None]) -> None:
    """The page as it stands is sound on a desktop and on a phone."""
    for _ in at_both_widths(page):
        sound(page, axe)
