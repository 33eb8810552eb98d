"""FOI Tracker: from the request that arrived to the letter that left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(settings: Mapping[str, Any]) -> Flask:
    """Make the web application from its settings (each is documented in config.py).

    Raises:
        foi_tracker.web.settings.SettingMissing: naming the setting and how to make it.
    """
    from foi_tracker import web
    from foi_tracker.extensions import csrf, db, security
    from foi_tracker.store.database import prepare_engine
    from foi_tracker.web.settings import checked
    from foi_tracker.web.transaction import Application

    app = Application(__name__, template_folder=None, instance_path=str(settings["INSTANCE"]))
    app.config.from_mapping(checked(settings))
    db.init_app(app)
    with app.app_context():
        for engine in db.engines.values():
            prepare_engine(engine)
    web.gate(app)  # before anything else looks at a request: deny by default
    csrf.init_app(app)
    web.init_security(app, security)
    web.register(app)
    return app
