"""The footer's pages; they are open to everybody."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

room = Blueprint("about", __name__)


@room.get("/help")
def help() -> ResponseReturnValue:
    """How to do an officer's work here."""
    return render_template("pages/about/help.html")


@room.get("/accessibility")
def accessibility() -> ResponseReturnValue:
    """How far everybody can use it, and what to do where somebody cannot."""
    return render_template("pages/about/accessibility.html")


@room.get("/privacy")
def privacy() -> ResponseReturnValue:
    """What is kept of whom."""
    return render_template("pages/about/privacy.html")
