"""Every address of the application, filled in from one world of rows: for tests that walk all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.wordings import change_wording
from foi_tracker.models import (
    Attachment,
    Authority,
    Case,
    ClockEvent,
    Closure,
    Consultation,
    Correspondence,
    KeptCheck,
    Letter,
    OwnLine,
    Question,
    Referral,
    SisterCase,
    WordingVersion,
)
from tests.factories.cases import confirmed_case


@dataclass(frozen=True)
class World:
    """One authority's rows, one of each thing that an address may name."""

    authority: Authority
    user_id: int | None
    case: Case
    question: Question
    letter: Letter
    attachment: Attachment
    correspondence: Correspondence
    consultation: Consultation
    referral: Referral
    sister_case: SisterCase
    event: ClockEvent
    closure: Closure
    own_line: OwnLine
    kept_check: KeptCheck
    wording: WordingVersion

    def values(self) -> dict[str, object]:
        """What stands for each argument of a route. A route with a new argument needs a line here."""
        return {
            "authority_id": self.authority.id,
            "user_id": self.user_id,
            "case_id": self.case.id,
            "question_id": self.question.id,
            "letter_id": self.letter.id,
            "attachment_id": self.attachment.id,
            "correspondence_id": self.correspondence.id,
            "consultation_id": self.consultation.id,
            "referral_id": self.referral.id,
            "sister_case_id": self.sister_case.id,
            "event_id": self.event.id,
            "closure_id": self.closure.id,
            "line_id": self.own_line.id,
            "key": self.wording.key,
            "number": self.wording.number,
            "kept_id": self.kept_check.id,
            "what": "fee",
            "token": "no-such-token",
            "filename": "app.js",
            "name": "no-such-font",
        }


def world(session: Session, desk: Desk, authority: Authority) -> World:
    """A request with its questions confirmed, a draft letter, a file and something said."""
    case, questions = confirmed_case(desk, authority)
    letter = Letter(case_id=case.id, kind="response")
    attachment = Attachment(
        case_id=case.id,
        question_id=questions[0].id,
        title="Visits",
        filename="visits.csv",
        media_type="text/csv",
        size=11,
        sha256=desk.files.put(authority.id, b"month,count"),
        added_by_id=desk.actor.user_id,
    )
    said = Correspondence(
        case_id=case.id,
        direction="in",
        channel="phone",
        on=case.received_on,
        with_whom="Robin Ash",
        words="Asked whether it had come.",
    )
    asked = Consultation(
        case_id=case.id,
        who="Vale Noise Meters",
        shown="The prices in its contract.",
        asked_on=case.received_on,
        reply_by=desk.today,
    )
    referred = Referral(case_id=case.id, body="The national unit", sent_on=case.received_on)
    sister = SisterCase(case_id=case.id, body="Farland Council", reference="F/9")
    charged = ClockEvent(case_id=case.id, type="fees_notice", on=desk.today, values={"amount": "£12"})
    shut = Closure(
        authority_id=authority.id, kind="office", first_on=desk.today, last_on=desk.today, name="Moving"
    )
    assert desk.actor.user_id
    line = OwnLine(authority_id=authority.id, user_id=desk.actor.user_id, name="Visits", text="By month.")
    worded = change_wording(desk, authority, "always.thanks", "Thank you for writing.", 0)
    assert worded
    checked = KeptCheck(authority_id=authority.id, made_by=desk.actor.name, letters=[])
    rows = (letter, attachment, said, asked, referred, sister, charged, shut, line, checked, worded)
    session.add_all(rows)
    session.flush()
    return World(authority, desk.actor.user_id, case, questions[0], *rows)


def addresses(app: Flask, method: str, world: World) -> Iterator[tuple[str, str]]:
    """Every route that takes this method, as (endpoint, path)."""
    values = world.values()
    with app.test_request_context():
        for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint):
            if method in (rule.methods or ()):
                given = {name: values[name] for name in rule.arguments}
                yield rule.endpoint, app.url_for(rule.endpoint, **given)
