"""Bytes handed to a person: with headers that keep them from running, and an entry in the audit."""

from __future__ import annotations

from flask import Response
from sqlalchemy.orm import Session

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Actor, Desk
from foi_tracker.extensions import db
from foi_tracker.models import Case
from foi_tracker.store import cases
from foi_tracker.store.database import reading
from foi_tracker.web.desk import desk

SANDBOX = "default-src 'none'; sandbox"


def watched(case: Case, action: str, **payload: object) -> None:
    """Write that somebody saw or took something, in a transaction of its own: a GET writes nothing else."""
    here, case_id = desk(), case.id
    actor = Actor(here.actor.user_id, here.actor.name)
    db.session.rollback()  # end the reading transaction, so that a single writer is not kept waiting
    token = reading.set(False)
    try:
        with Session(db.engine, expire_on_commit=False) as session, session.begin():
            own = Desk(session, actor, here.scope, here.today, here.holidays, here.files)
            seen = cases.get_case(session, here.scope, case_id)
            audit.record(own, seen.authority_id, action, seen, **payload)
    finally:
        reading.reset(token)


def download(content: bytes, filename: str, media_type: str, *, inline: bool = False) -> Response:
    """The bytes as a file. `inline` lets a browser show a PDF of our own making."""
    name = "".join(char if char.isascii() and (char.isalnum() or char in "-_.") else "-" for char in filename)
    where = "inline" if inline else "attachment"
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'{where}; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    if not inline:
        response.headers["Content-Security-Policy"] = SANDBOX
    return response
