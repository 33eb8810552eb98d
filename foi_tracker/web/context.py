"""What every template is given: the shell around the page, drawn by templates/pages/base.html."""

from __future__ import annotations

from typing import Any

from flask import Flask, g, request, url_for
from flask_security import current_user

from foi_tracker.extensions import db
from foi_tracker.store.authorities import authorities
from foi_tracker.web.access import ACCESS, ANYBODY_SIGNED_IN, scope_of
from foi_tracker.web.shell import Place, Shell

PLACES = (
    ("Requests", "queue.index", "queue"),
    ("Figures", "figures.month", "figures"),
    ("Check a letter", "check_letters.check", "check_letters"),
    ("Settings", "administration.index", "administration"),
)
"""Each with the room it belongs to; shown to whoever may enter."""
FOOTER = (("Help", "about.help"), ("Accessibility", "about.accessibility"), ("Privacy", "about.privacy"))
WITHIN = {
    "queue": frozenset({"cases", "questions", "drafting", "attachments", "log_request"}),
    "administration": frozenset({"wordings"}),
}
"""The rooms that belong to a place besides its own."""


def init_context(app: Flask) -> None:
    """Put the shell into every page."""
    app.context_processor(_around)


def _around() -> dict[str, Any]:
    return {"shell": shell()}


def shell() -> Shell:
    """Whose installation it is, who is signed in and where they may go; read once a request."""
    if "shell" not in g:
        g.shell = _shell()
    found: Shell = g.shell
    return found


def _shell() -> Shell:
    footer = tuple(Place(text, url_for(endpoint)) for text, endpoint in FOOTER)
    if not current_user.is_authenticated:
        return Shell(home=url_for("signin.sign_in"), footer=footer)
    names = [a.name for a in authorities(db.session, scope_of(current_user, ANYBODY_SIGNED_IN.roles))]
    return Shell(
        home=url_for("queue.index"),
        authorities=" and ".join(names) if len(names) < 3 else f"{len(names)} authorities",
        person=current_user.name,
        person_id=str(current_user.id),
        sign_out=url_for("signin.sign_out"),
        places=tuple(Place(text, url_for(to), _here(name)) for text, to, name in PLACES if _may_enter(to)),
        footer=footer,
    )


def _may_enter(endpoint: str) -> bool:
    return bool(scope_of(current_user, ACCESS[endpoint].roles).authority_ids)


def _here(name: str) -> bool:
    room = request.blueprint or ""
    return room == name or room in WITHIN.get(name, ())
