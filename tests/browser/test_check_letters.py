"""Letters of others checked in Chromium: with an error, one, several, kept and deleted; desktop and phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, Route, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.models import KeptCheck, User
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
    follow(check)
    look()
    follow(screen.get_by_role("button", name="Keep these results"))
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


def test_a_folder_is_read_a_few_letters_at_a_time_into_one_page(
    phone: Page, session: Session, officer: User, sign_in_as: SignIn, axe: Axe, tmp_path: Path
) -> None:
    for number in range(1, 13):
        (tmp_path / "2025" / f"{number}.txt").parent.mkdir(exist_ok=True)
        (tmp_path / "2025" / f"{number}.txt").write_text("\n\n".join(made.LETTER))
    (tmp_path / "2025" / ".hidden").write_text("Not a letter.")
    sent: list[Route] = []
    sign_in_as(phone, officer).goto("/letters/check")
    phone.route("**/letters/check/some", lambda route: sent.append(route))
    folder = phone.get_by_label("Or a whole folder")
    folder.set_input_files(tmp_path / "2025")
    check = phone.get_by_role("button", name="Check", exact=True)

    phone.get_by_label("What was asked?").fill("How many?")
    check.click()
    expect(phone.get_by_role("alert")).to_contain_text("can be told of one alone")
    sound_at_both_widths(phone, axe)

    phone.goto("/letters/check")
    folder.set_input_files(tmp_path / "2025")
    check.click()
    how_far = phone.get_by_role("progressbar", name="Checked 0 of 12 letters")
    expect(how_far).to_be_visible()
    expect(check).to_be_hidden()
    expect(phone.get_by_role("main").get_by_role("button")).to_have_text(["Stop"])
    with phone.expect_request(lambda request: b"6.txt" in (request.post_data_buffer or b"")):
        sent.pop().continue_()
    expect(phone.locator("#check-words")).to_have_text("Checked 5 of 12 letters")
    expect(phone.get_by_role("status")).to_have_text("Checked 5 of 12 letters")
    sound_at_both_widths(phone, axe)

    phone.get_by_role("button", name="Stop").click()
    expect(phone.locator("#check-words")).to_have_text("Stopped. Checked 5 of 12 letters")
    buttons = phone.get_by_role("main").get_by_role("button")
    expect(buttons).to_have_text(["Go on", "Show what was found so far", "Choose other letters"])
    sound_at_both_widths(phone, axe)
    phone.unroute("**/letters/check/some")
    follow(phone.get_by_role("button", name="Go on"))
    expect(phone.get_by_text("12 of 12 letters have something that must be mended.")).to_be_visible()
    sound_at_both_widths(phone, axe)
    phone.reload()
    expect(phone.get_by_text("12 of 12 letters have something that must be mended.")).to_be_visible()
    assert session.scalars(select(KeptCheck)).all() == []
    session.rollback()

    follow(phone.get_by_role("button", name="Keep these results"))
    expect(phone.get_by_text("The results are kept. The letters are not.")).to_be_visible()


def test_results_that_are_not_kept_can_be_taken_away(page: Page, officer: User, sign_in_as: SignIn) -> None:
    sign_in_as(page, officer).goto("/letters/check")
    page.get_by_label("Which letters?").set_input_files(LETTERS)
    follow(page.get_by_role("button", name="Check", exact=True))
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download as CSV").click()
    assert waiting.value.suggested_filename == "letters-checked.csv"
    assert "refusal.docx,refusal," in waiting.value.path().read_text(encoding="utf-8-sig")
