"""The client of the tests: Flask's own, which also checks every page that it is given."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from foi_tracker.models import User
from tests.html import Page, faults


class CheckedClient(FlaskClient):
    """Visits pages as a browser without JavaScript would. No page may be broken, whatever its status.

    What the test's session holds is committed before each visit: the application sees it, and the
    test sees what the application wrote (its objects are read again).
    """

    def __init__(self, app: Flask, session: Session) -> None:
        super().__init__(app, app.response_class, use_cookies=True)
        self.session = session

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        self.session.commit()
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.data and not response.is_streamed:
            found = faults(Page(response.text))
            assert not found, f"{response.request.path}: " + "; ".join(found)
        return response

    def page(self, path: str, **kwargs: Any) -> Page:
        """The page at this path, which must answer 200."""
        response = self.get(path, **kwargs)
        assert response.status_code == 200, f"{path} answered {response.status}"
        return Page(response.text)

    def sign_in(self, user: User) -> None:
        """Sign this person in, as the sign-in page would."""
        self.session.commit()
        with self.session_transaction() as cookie:
            cookie["_user_id"] = user.fs_uniquifier
            cookie["_fresh"] = True
