"""Letters of others checked in Chromium: with an error, one, several, kept and deleted; desktop and phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect
from sqlalchemy.orm import Session

from foi_tracker.models import User
from tests.browser.chromium import follow, sound_at_both_widths
from tests.factories import files
from tests.intake.documents import made

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], Page]
LETTERS: list[FilePayload] = [
    {"name": "refusal.docx", "mimeType": "application/octet-stream", "buffer": made.word()},
    {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": files.pdf()},
    {"name": "reply.eml", "mimeType": "message/rfc822", "buffer": made.mail("\n\n".join(made.LETTER))},
]


@pytest.fixture(params=["phone", "plain_page"])
def screen(request: pytest.FixtureRequest, session: Session, officer: User, sign_in_as: SignIn) -> Page:
    """The officer's browser: a phone with JavaScript, and a desktop without."""
    found: Page = request.getfixturevalue(request.param)
    return sign_in_as(found, officer)


def test_letters_are_checked_kept_and_deleted(screen: Page, axe: Axe, request: pytest.FixtureRequest) -> None:
    def look() -> None:
        if "plain_page" not in request.node.name:  # axe is a script
            sound_at_both_widths(screen, axe)

    check = screen.get_by_role("button", name="Check", exact=True)
    screen.goto("/letters/check")
    look()
    screen.get_by_label("Or paste the words of one").fill("\n\n".join(made.LETTER))
    screen.get_by_role("group", name="When did the letter leave?").get_by_label("Day").fill(
        "31 February 2026"
    )
    follow(check)
    expect(screen.locator(".govuk-error-summary").get_by_text("Enter a real date")).to_be_visible()
    look()

    screen.get_by_role("group", name="When did the letter leave?").get_by_label("Day").fill("29 May 2026")
    follow(check)
    expect(screen.get_by_text("3 March 2026: 58 working days late")).to_be_visible()
    expect(screen.locator(".app-finding[data-code=late]")).to_be_visible()
    look()

    screen.goto("/letters/check")
    screen.get_by_label("Which letters?").set_input_files(LETTERS)
    screen.get_by_label("Keep the results").check()
    follow(check)
    expect(screen.get_by_text("The results are kept. The letters are not.")).to_be_visible()
    expect(screen.get_by_text("1 file was not read.")).to_be_visible()
    screen.get_by_text("Which letters", exact=False).first.click()
    look()
    with screen.expect_download() as waiting:
        screen.get_by_role("link", name="Download as CSV").click()
    assert waiting.value.suggested_filename.startswith("letters-checked")

    follow(screen.get_by_role("button", name="Delete these results"))
    expect(screen.get_by_text("The results are deleted.")).to_be_visible()
    expect(screen.get_by_text("Results you kept")).to_have_count(0)


def test_results_that_are_not_kept_can_be_taken_away(page: Page, officer: User, sign_in_as: SignIn) -> None:
    sign_in_as(page, officer).goto("/letters/check")
    page.get_by_label("Which letters?").set_input_files(LETTERS)
    follow(page.get_by_role("button", name="Check", exact=True))
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download as CSV").click()
    assert waiting.value.suggested_filename == "letters-checked.csv"
    assert "refusal.docx,refusal," in waiting.value.path().read_text(encoding="utf-8-sig")
