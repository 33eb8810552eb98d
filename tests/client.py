"""The client of the tests: Flask's own, which also checks every page that it is given."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
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

    def post(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send a form, with the token that its page would hold."""
        headers = {"X-CSRFToken": self._token(), **kwargs.pop("headers", {})}
        return super().post(*args, headers=headers, **kwargs)

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

    def _token(self) -> str:
        raw = "0" * 40
        with self.session_transaction() as cookie:
            cookie[self.application.config["WTF_CSRF_FIELD_NAME"]] = raw
        signer = URLSafeTimedSerializer(self.application.config["SECRET_KEY"], salt="wtf-csrf-token")
        return str(signer.dumps(raw))

    def sign_in(self, user: User) -> None:
        """Sign this person in, as the sign-in page would."""
        self.session.commit()
        with self.session_transaction() as cookie:
            cookie["_user_id"] = user.fs_uniquifier
            cookie["_fresh"] = True
