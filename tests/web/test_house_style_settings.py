"""What an administrator chooses of the letters is shown at once, kept, audited, and nobody else's."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Callable

import pytest
from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letters import LetterPlan, draft_pdf, issue_letter, start_letter
from foi_tracker.files.folder import Folder
from foi_tracker.letters.facts import from_json
from foi_tracker.models import AuditPayload, Authority, Letter, Signatory, User
from foi_tracker.store.cases import get_case
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case
from tests.factories.files import SVG, png, saved
from tests.factories.people import person
from tests.html import Page
from tests.letters.pdf_reader import read
from tests.web.settings_form import fields, path, save

Visit = Callable[[User], CheckedClient]


@pytest.fixture
def administrator(session: Session, authority: Authority) -> User:
    return person(session, "Ali Administrator", authority, role="administrator")


@pytest.fixture
def administering(signed_in: Visit, administrator: User) -> CheckedClient:
    return signed_in(administrator)


def _letter(page: Page) -> Page:
    """The letter in the frame."""
    (frame,) = page.all("iframe")
    return Page(frame.get("srcdoc", ""))


def _chosen(content: bytes, name: str) -> tuple[io.BytesIO, str]:
    return io.BytesIO(content), name


# The letter beside the settings


def test_without_a_request_the_letter_is_made_up_and_says_so(
    administering: CheckedClient, authority: Authority
) -> None:
    words = _letter(administering.page(path(authority))).words()
    assert authority.name in words
    assert "Made-up letter: nobody asked for this" in words
    assert "How many benches stand in your parks" in words


def test_with_one_it_is_the_authoritys_own_newest_answer(
    administering: CheckedClient, desk: Desk, authority: Authority
) -> None:
    made = case(desk, authority, subject="Noise at night")
    page = administering.page(path(authority))
    assert "Noise at night" in _letter(page).words()
    assert f"Acknowledgement of {made.reference}" in page.words()


def test_whoever_may_not_know_who_asked_sees_the_letter_without_a_name(
    administering: CheckedClient, desk: Desk, authority: Authority
) -> None:
    case(desk, authority)
    page = administering.page(path(authority))
    assert "Robin" not in page.html
    assert "[hidden]" in _letter(page).words()


@pytest.mark.parametrize("to", ["", "/preview"], ids=["the button", "as it is typed"])
def test_what_is_typed_is_in_the_letter_and_nothing_of_it_is_kept(
    to: str, administering: CheckedClient, session: Session, authority: Authority, files: Folder
) -> None:
    changes = {
        "name": "Vale Council",
        "accent": "#7a1f3d",
        "layout": "interleaved",
        "footer": "Ring us on Tuesdays.",
        "kind": "department",
        "large_print": "all",
        "logo": _chosen(png(), "logo.png"),
        "logo_alt": "A disc",
        "signatory_role": "Head of Everything",
        "show": "response",
    }
    response = save(administering, authority, to, **{**changes, **({} if to else {"preview": "y"})})
    assert response.status_code == 200
    source = response.json["letter"] if to else _letter(Page(response.text)).html
    for words in (
        "Vale Council",
        "#7a1f3d",
        "interleaved large",
        "Ring us on Tuesdays.",
        "Head of Everything",
    ):
        assert words in source
    assert 'alt="A disc"' in source
    assert "data:image/png;base64," in source
    session.refresh(authority)
    assert (authority.version, authority.accent, authority.logo_sha256) == (1, "#17495a", "")
    assert session.scalars(select(AuditPayload)).all() == []
    assert not any(files._root.rglob("*/*")) if files._root.exists() else True


def test_the_button_keeps_everything_typed_the_logo_among_it(
    administering: CheckedClient, authority: Authority
) -> None:
    response = save(
        administering,
        authority,
        preview="y",
        footer="Typed just now",
        logo=_chosen(png(), "logo.png"),
        accent="#ffeeee",
    )
    assert response.status_code == 422
    again = fields(Page(response.text))
    assert (again["footer"], again["accent"]) == ("Typed just now", "#ffeeee")
    saved = administering.post(path(authority), data={**again, "accent": "#7a1f3d"})
    assert saved.status_code == 302
    assert authority.logo_type == "image/png"


def test_a_logo_that_passed_once_is_not_refused_when_another_box_is_mended(
    administering: CheckedClient, authority: Authority
) -> None:
    """One in black and white grows where it is made smaller, for then it has greys."""
    drawn = saved(Image.effect_noise((1400, 1200), 60).convert("1"))
    response = save(administering, authority, logo=_chosen(drawn, "logo.png"), accent="#ffeeee")
    assert response.status_code == 422
    again = fields(Page(response.text))
    saving = administering.post(path(authority), data={**again, "accent": "#7a1f3d"})
    assert saving.status_code == 302
    assert authority.logo_type == "image/png"


def test_a_website_that_no_link_leads_to_is_said_at_its_box_and_nothing_typed_is_lost(
    administering: CheckedClient, authority: Authority
) -> None:
    page = Page(save(administering, authority, website="vale", footer="Typed just now").text)
    assert "Enter a whole web address" in page.words()
    assert (fields(page)["website"], fields(page)["footer"]) == ("vale", "Typed just now")
    assert save(administering, authority, website="").status_code == 302
    assert authority.website == ""


def test_a_file_much_too_large_is_refused_with_its_own_size(
    administering: CheckedClient, authority: Authority
) -> None:
    large = _chosen(b"\x89PNG\r\n\x1a\n" + b"x" * 1_000_000, "logo.png")
    response = save(administering, authority, logo=large)
    assert response.status_code == 422
    assert "The logo has 1,001 KB. 250 KB is the most." in Page(response.text).words()


def test_what_cannot_be_stays_as_it_was_in_the_letter_and_the_page_says_why(
    administering: CheckedClient, authority: Authority
) -> None:
    answer = save(
        administering, authority, "/preview", accent="#1d70b8", reference_pattern="{seq}", footer="New"
    ).json
    assert "#17495a" in answer["letter"]
    assert "New" in answer["letter"]
    assert answer["says"]["accent"] == (
        "5.2 to 1 on white: too pale for small words, which need 7 to 1. The nearest that passes is #175b96."
    )
    assert answer["says"]["reference_pattern"] == "A request that came today would be 001-26."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            "police",
            "Its cost limit is £450, which is 18 hours of work. Answers are due on the 20th working day.",
        ),
        ("department", "Its cost limit is £600, which is 24 hours of work."),
        ("academy_england", "days without a school session do not count, up to 60 working days"),
        ("archive_transferred_public_record", "or on the 30th"),
        ("armed_forces_or_overseas", "The regulator may allow up to 60"),
    ],
)
def test_the_kind_says_its_limit_and_its_clock(
    kind: str, words: str, administering: CheckedClient, authority: Authority
) -> None:
    assert words in save(administering, authority, "/preview", kind=kind).json["says"]["kind"]


def test_a_pale_colour_comes_with_a_button_that_takes_the_nearest_that_passes(
    administering: CheckedClient, authority: Authority
) -> None:
    page = Page(save(administering, authority, accent="#1d70b8", footer="Typed").text)
    (button,) = [each for each in page.all("button") if each.get("name") == "use_colour"]
    response = administering.post(path(authority), data={**fields(page), "use_colour": button.get("value")})
    assert response.status_code == 200
    assert fields(Page(response.text))["accent"] == "#175b96"
    assert authority.accent == "#17495a"


# What is kept


@pytest.mark.parametrize(("content", "name"), [(png(), "logo.png"), (SVG, "logo.svg")])
def test_a_logo_is_kept_by_its_digest_made_safe_and_heads_the_letters(
    content: bytes, name: str, administering: CheckedClient, desk: Desk, authority: Authority
) -> None:
    assert save(administering, authority, logo=_chosen(content, name), logo_alt="A disc").status_code == 302
    kept = desk.files.get(authority.id, authority.logo_sha256)
    assert hashlib.sha256(kept).hexdigest() == authority.logo_sha256
    assert b"script" not in kept
    assert b"onload" not in kept
    made = case(desk, authority)
    letter = desk.session.scalars(select(Letter).where(Letter.case_id == made.id)).one()
    (figure,) = read(draft_pdf(desk, made, letter)).all("Figure")
    assert figure.alternative == "A disc"

    assert save(administering, authority, logo_off="y").status_code == 302
    assert (authority.logo_sha256, authority.logo_alt) == ("", "")


def test_an_issued_letter_keeps_its_logo_when_another_comes(
    administering: CheckedClient, desk: Desk, authority: Authority, officer: User, signed_in: Visit
) -> None:
    save(administering, authority, logo=_chosen(png(), "logo.png"))
    made = case(desk, authority)
    letter = desk.session.scalars(select(Letter).where(Letter.case_id == made.id)).one()
    issue_letter(desk, made, letter, letter.version)
    save(administering, authority, logo=_chosen(SVG, "logo.svg"))
    shown = signed_in(officer).get(f"/requests/{made.id}/letters/{letter.id}/paper").text
    assert "data:image/png;base64," in shown
    assert "image/svg" not in shown


def test_more_people_sign_and_the_issued_letter_keeps_who_did(
    administering: CheckedClient, desk: Desk, authority: Authority, officer: User, signed_in: Visit
) -> None:
    save(administering, authority, **{"signatories-0-name": "B. Second", "signatories-0-role": "Deputy"})
    other = desk.session.scalars(select(Signatory)).one()
    made = case(desk, authority)
    letter = desk.session.scalars(select(Letter).where(Letter.case_id == made.id)).one()
    page = f"/requests/{made.id}/letters/{letter.id}"
    working = signed_in(officer)
    assert "Who signs it?" in working.page(page).words()
    data = {"version": str(letter.version), "signatory": str(other.id)}
    assert working.post(f"{page}/signatory", data=data).status_code == 302
    assert "B. Second" in working.get(f"{page}/paper").text
    assert "Chose who signs" in working.page(f"/requests/{made.id}/history").words()
    desk.session.refresh(letter)
    issue_letter(desk, get_case(desk.session, desk.scope, made.id), letter, letter.version)
    desk.session.commit()

    client = signed_in(person(desk.session, "Bo Administrator", authority, role="administrator"))
    assert save(client, authority, **{"signatories-0-name": "", "signatories-0-role": ""}).status_code == 302
    assert desk.session.scalars(select(Signatory)).all() == []
    desk.session.refresh(letter)
    assert from_json(letter.facts or {}).authority.signatory_name == "B. Second"


def test_who_usually_signs_changes_places_with_another(
    administering: CheckedClient, session: Session, authority: Authority
) -> None:
    first = authority.signatory_name
    save(administering, authority, **{"signatories-0-name": "B. Second", "signatories-0-role": "Deputy"})
    other = session.scalars(select(Signatory)).one()
    assert save(administering, authority, usual=str(other.id)).status_code == 302
    assert (authority.signatory_name, authority.signatory_role) == ("B. Second", "Deputy")
    assert [each.name for each in session.scalars(select(Signatory))] == [first]
    payload = session.scalars(select(AuditPayload).order_by(AuditPayload.entry_id.desc())).first()
    assert payload is not None
    assert payload.payload["after"]["signatories"][0]["name"] == first


def test_a_page_opened_before_somebody_added_a_signatory_is_told_so(
    administering: CheckedClient, authority: Authority
) -> None:
    opened = fields(administering.page(path(authority)))
    save(administering, authority, **{"signatories-0-name": "B. Second"})
    carried = base64.b64encode(png()).decode()
    response = administering.post(
        path(authority), data={**opened, "footer": "Typed just now", "logo_kept": carried}
    )
    assert response.status_code == 409
    assert "Typed just now" in Page(response.text).words()
    assert carried not in response.text


def test_the_whole_house_style_is_the_authoritys_alone(
    administering: CheckedClient, session: Session, desk: Desk, authority: Authority, signed_in: Visit
) -> None:
    other = make_authority(session, "southmere-council", kind="council", accent="#23365e", footer="Theirs")
    theirs = person(session, "Bo Administrator", other, role="administrator")
    save(
        administering,
        authority,
        logo=_chosen(png(), "logo.png"),
        footer="Ours",
        copyright_text="Ours too.",
        layout="interleaved",
    )
    digest = authority.logo_sha256
    client = signed_in(theirs)
    shown = client.page(path(other)).html
    assert "Ours" not in shown
    assert (other.footer, other.layout, other.logo_sha256) == ("Theirs", "numbered", "")
    save(client, other, footer="Theirs still", logo=_chosen(SVG, "logo.svg"))
    assert (authority.footer, authority.logo_sha256) == ("Ours", digest)
    with pytest.raises(FileNotFoundError):
        desk.files.get(other.id, digest)
    assert client.post(f"{path(authority)}/preview", data={}).status_code == 404


def test_a_letter_of_another_authority_is_not_shown_by_its_number(
    administering: CheckedClient, session: Session, desk: Desk, authority: Authority
) -> None:
    other = make_authority(session, "southmere-council", kind="council")
    made = case(desk, other, subject="Theirs alone")
    letter = session.scalars(select(Letter).where(Letter.case_id == made.id)).one()
    answer = save(administering, authority, "/preview", show=str(letter.id)).json["letter"]
    assert "Theirs alone" not in answer
    assert "Benches in parks" in answer


def test_the_page_lists_what_it_holds(administering: CheckedClient, authority: Authority) -> None:
    page = administering.page(path(authority))
    ids = {each.get("id") for each in page.all("h2")}
    links = [each.get("href", "") for each in page.all("a")]
    inside = [each.removeprefix("#") for each in links if re.fullmatch(r"#[a-z-]+", each)]
    assert len(ids & set(inside)) == 10


def test_a_draft_answer_takes_the_new_style_at_once(
    administering: CheckedClient, desk: Desk, authority: Authority
) -> None:
    made, _ = confirmed_case(desk, authority)
    letter = start_letter(desk, made, LetterPlan("response"))
    desk.session.commit()
    save(administering, authority, layout="interleaved", reference_as_title="y")
    words = _letter(administering.page(path(authority))).words()
    assert f"request {made.reference}" in words
    assert letter.facts is None
