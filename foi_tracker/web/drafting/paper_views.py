"""The letter as paper in a frame, with its look and its fonts."""

from __future__ import annotations

from flask import Response, abort, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import letters as casework
from foi_tracker.casework.letter_facts import letter_facts, logo_of
from foi_tracker.extensions import db
from foi_tracker.files.logos import data_address
from foi_tracker.letters import assets
from foi_tracker.letters.facts import from_json
from foi_tracker.letters.render import preview_html
from foi_tracker.store import letters as letter_store
from foi_tracker.web.access import may_see_requester
from foi_tracker.web.blind import blind_facts
from foi_tracker.web.desk import desk
from foi_tracker.web.drafting.room import room
from foi_tracker.web.drafting.views import case_to_read
from foi_tracker.web.headers import csp_nonce

A_DAY = 24 * 60 * 60  # seconds


@room.get("/requests/<int:case_id>/letters/<int:letter_id>/paper")
def paper(case_id: int, letter_id: int) -> ResponseReturnValue:
    """The letter as a page of its own: as issued, or as it stands today."""
    case = case_to_read(case_id)
    letter = letter_store.get_letter(db.session, case, letter_id)
    is_draft = letter.state == casework.DRAFT
    facts = letter_facts(desk(), case, letter) if is_draft else from_json(letter.facts or {})
    if not may_see_requester(case.authority_id):
        facts = blind_facts(case, facts)
    return preview_html(
        facts,
        stylesheet=url_for("drafting.stylesheet"),
        nonce=csp_nonce(),
        draft=is_draft,
        logo=data_address(logo_of(desk(), case.authority_id, facts), facts.authority.logo_type),
    )


@room.get("/letters/letter.css")
def stylesheet() -> ResponseReturnValue:
    """The letter's look on a screen."""
    sheet = assets.preview_css(fonts_at=url_for("drafting.font", name="x").removesuffix("/x"))
    return Response(sheet, mimetype="text/css", headers={"Cache-Control": f"max-age={A_DAY}"})


@room.get("/letters/fonts/<path:name>")
def font(name: str) -> ResponseReturnValue:
    """One of the bundled fonts."""
    try:
        content, media_type = assets.read(f"{assets.SCHEME}fonts/{name}")
    except assets.NotBundled:
        abort(404)
    return Response(content, mimetype=media_type, headers={"Cache-Control": f"max-age={A_DAY}"})
