"""The Flask extensions' objects. `create_app` binds them to an application."""

from __future__ import annotations

from inspect import iscoroutinefunction

from flask.sansio.app import App
from flask_security.core import Security
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf.csrf import CSRFProtect


class Database(SQLAlchemy):
    """Flask-SQLAlchemy-Lite without its asynchronous half.

    Its teardown for asynchronous sessions, of which we have none, would start an event loop at the
    end of every request, and cannot run in a thread that has one (the browser tests').
    """

    def init_app(self, app: App) -> None:
        """Register on the application, without the asynchronous teardown."""
        super().init_app(app)
        app.teardown_appcontext_funcs[:] = [
            function for function in app.teardown_appcontext_funcs if not iscoroutinefunction(function)
        ]


db = Database(session_options={"expire_on_commit": False})
csrf = CSRFProtect()
security = Security()
