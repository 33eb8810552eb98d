"""What the check found is kept when somebody asks for it, once, and never the letters."""

from __future__ import annotations

import base64

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from foi_tracker.casework.kept_checks import files_of
from foi_tracker.files.folder import Folder
from foi_tracker.models import AuditEntry, AuditPayload, Authority, KeptCheck, User
from tests.factories import authorities, people
from tests.html import Page, text_of
from tests.intake.documents import made
from tests.web.test_check_letters import FAULTY, PLACE, SignIn, carried, errors_of, findings_of, keep, send


def test_results_are_kept_when_asked_without_the_letter_and_deleted_again(
    signed_in: SignIn, session: Session, officer: User, authority: Authority, files: Folder
) -> None:
    client = signed_in(officer)
    shown = send(client, ("refusal.docx", made.word()), ("b.txt", FAULTY.encode()))
    assert session.scalars(select(KeptCheck)).all() == [], "nothing is kept before anything was seen"
    response = keep(client, shown)
    kept = session.scalars(select(KeptCheck)).one()
    assert response.location == f"{PLACE}/{kept.id}"
    assert (kept.authority_id, kept.made_by) == (authority.id, "Sam Officer")
    assert [file.name for file in files_of(kept)] == ["refusal.docx", "b.txt"]
    assert "Yours sincerely" not in str(kept.letters)

    words = client.page(response.location).words()
    assert "The results are kept. The letters are not." in words
    assert "2 of 2 letters have something that must be mended." in words
    taken = client.get(f"{PLACE}/{kept.id}.csv")
    assert taken.mimetype == "text/csv"
    assert taken.get_data() == base64.b64decode(
        next(link.get("href", "") for link in Page(shown.text).all("a") if link.get("download")).partition(
            "base64,"
        )[2]
    )
    assert f"{PLACE}/{kept.id}" in [link.get("href") for link in client.page(PLACE).all("a")]

    gone = client.post(f"{PLACE}/{kept.id}/delete")
    assert gone.location == PLACE
    session.expire_all()
    assert session.scalars(select(KeptCheck)).all() == []
    entries = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert [each.action for each in entries][-2:] == ["check_results_kept", "check_results_removed"]


def test_more_letters_are_added_to_what_was_kept_and_counted_with_it(
    signed_in: SignIn, session: Session, officer: User
) -> None:
    client = signed_in(officer)
    keep(client, send(client, ("a.txt", FAULTY.encode())))
    kept = session.scalars(select(KeptCheck)).one()
    shown = send(client, ("b.txt", FAULTY.encode()), ("c.txt", FAULTY.encode()))
    choices = {option.get("value"): text_of(option) for option in Page(shown.text).all("option")}
    assert choices[f"kept-{kept.id}"].startswith("With the 1 letter kept on")
    response = keep(client, shown, place=f"kept-{kept.id}")
    assert response.location == f"{PLACE}/{kept.id}"
    words = client.page(response.location).words()
    assert "The results are kept with the others." in words
    assert "3 of 3 letters have something that must be mended." in words
    session.expire_all()
    assert [file.name for file in files_of(kept)] == ["a.txt", "b.txt", "c.txt"]
    entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()[-1]
    told = session.scalars(select(AuditPayload).where(AuditPayload.entry_id == entry.id)).one().payload
    assert entry.action == "check_results_added"
    assert (told["number"], told["files"]) == (kept.id, 2)


def test_what_is_kept_twice_is_kept_once(
    signed_in: SignIn, session: Session, officer: User, authority: Authority
) -> None:
    """A second press, the same page in another tab, or the same letters checked again."""
    client = signed_in(officer)
    shown = send(client, ("a.txt", FAULTY.encode()))
    first, alone = keep(client, shown), f"new-{authority.id}"
    client.page(first.location)
    for page in (shown, send(client, ("a.txt", FAULTY.encode()))):
        again = keep(client, page, place=alone)
        assert again.location == first.location
        assert "These results had been kept before." in client.page(again.location).words()
    assert [len(kept.letters) for kept in session.scalars(select(KeptCheck))] == [1]
    keep(client, send(client, ("b.txt", FAULTY.encode())), place=alone)
    assert len(session.scalars(select(KeptCheck)).all()) == 2, "another letter is another result"


def test_what_is_added_twice_is_added_once(signed_in: SignIn, session: Session, officer: User) -> None:
    client = signed_in(officer)
    keep(client, send(client, ("a.txt", FAULTY.encode())))
    kept = session.scalars(select(KeptCheck)).one()
    there = f"kept-{kept.id}"
    shown = send(client, ("a.txt", FAULTY.encode()), ("b.txt", FAULTY.encode()), ("b.txt", FAULTY.encode()))
    added = client.page(keep(client, shown, place=there).location).words()
    assert "kept with the others. 1 letter had been kept before. The letters are not." in added
    again = client.page(keep(client, shown, place=there).location).words()
    assert "These results had been kept before." in again
    session.expire_all()
    assert [file.name for file in files_of(kept)] == ["a.txt", "b.txt", "b.txt"], "two of one name are two"
    entries = session.scalars(select(AuditEntry.action)).all()
    assert entries.count("check_results_added") == 1


def test_only_what_the_check_found_is_kept_and_only_with_what_is_ones_own(
    signed_in: SignIn, session: Session, officer: User
) -> None:
    theirs = KeptCheck(
        authority_id=authorities.authority(session, "southmere-council").id, made_by="Al", letters=[]
    )
    session.add(theirs)
    client = signed_in(officer)
    shown = send(client, words=FAULTY)
    found = carried(shown)["found"]
    assert keep(client, shown, found=f"x{found}").status_code == 400
    assert client.post(f"{PLACE}/found", data={"found": f"x{found}"}).status_code == 400
    refused = keep(client, shown, place=f"kept-{theirs.id}")
    assert refused.status_code == 422
    assert "Choose one from the list" in Page(refused.text).words()
    assert carried(refused)["found"] == found, "what was found is still on the page"
    session.expire_all()
    assert session.scalars(select(KeptCheck)).all() == [theirs]
    assert theirs.letters == []


def test_who_works_for_two_says_for_which(
    signed_in: SignIn, session: Session, officer: User, authority: Authority
) -> None:
    second = authorities.authority(session, "southmere-council")
    people.give_role(session, officer, second, "officer")
    client = signed_in(officer)
    shown = send(client, words=FAULTY)
    refused = keep(client, shown, place="")
    assert refused.status_code == 422
    assert "Choose where they are kept" in errors_of(refused, "place")
    assert findings_of(Page(refused.text)) == findings_of(Page(shown.text))
    keep(client, refused, place=f"new-{second.id}")
    assert session.scalars(select(KeptCheck.authority_id)).all() == [second.id]


@pytest.mark.parametrize("role", ["approver", "reviewer", "administrator"])
def test_who_may_not_see_who_asked_checks_and_keeps_nothing(
    signed_in: SignIn, session: Session, authority: Authority, role: str
) -> None:
    client = signed_in(people.person(session, "Jo Other", authority, role=role))
    assert "Check a letter" in [text_of(link) for link in client.page(PLACE).all("a")]
    shown = send(client, words=FAULTY)
    assert shown.status_code == 200
    assert "Keep these results" not in Page(shown.text).words()
    found = client.post(f"{PLACE}/some", data={"words": FAULTY}).text
    place = f"new-{authority.id}"
    assert client.post(f"{PLACE}/keep", data={"found": found, "place": place}).status_code == 403
    assert session.scalars(select(KeptCheck)).all() == []


@pytest.mark.parametrize("role", ["auditor", "contributor"])
def test_who_only_reads_is_offered_no_check(
    signed_in: SignIn, session: Session, authority: Authority, role: str
) -> None:
    client = signed_in(people.person(session, "Jo Reader", authority, role=role))
    assert client.get(PLACE).status_code == 403
    assert "Check a letter" not in Page(client.get("/").text).words()
