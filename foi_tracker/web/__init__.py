"""Flask lives here: one folder for each of an officer's tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask
    from flask_security.core import Security


def gate(app: Flask) -> None:
    """Deny by default: nothing of a request is looked at before the access table."""
    from foi_tracker.web.signin.gate import enter

    app.before_request(enter)


def init_security(app: Flask, security: Security) -> None:
    """Bind Flask-Security: its sessions and its hashing; the pages are our own."""
    from foi_tracker.web.signin.store import datastore

    security.init_app(app, datastore(), register_blueprint=False)
    security.principal.skip_static = True  # nobody is looked up for a style sheet


def register(app: Flask) -> None:
    """Every room's routes, the templates, the headers and the pages for errors."""
    from foi_tracker.web import addresses, context, errors, headers, static_files, templating
    from foi_tracker.web.rooms import ROOMS

    addresses.init_addresses(app)
    templating.init_templating(app)
    headers.init_headers(app)
    static_files.init_static_files(app)
    context.init_context(app)
    errors.init_errors(app)
    for room in ROOMS:
        app.register_blueprint(room)
