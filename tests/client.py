"""The client of the tests: Flask's own, which also checks every page that it is given."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from foi_tracker.models import User
from tests.html import Page, faults

# What a page has anew at each visit: it says nothing of whether the page is sound.
NEW_EACH_TIME = re.compile(r'(?<=nonce=")[\w-]+|(?<=name="csrf_token" )(type="hidden" )?value="[\w.-]+')


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
            self._assert_sound(response)
        return response

    def _assert_sound(self, response: TestResponse) -> None:
        """Read the page, unless it was found sound already, here or by another test process."""
        digest = sha256(NEW_EACH_TIME.sub("", response.text).encode()).hexdigest()
        known = self.application.extensions["sound pages"] / digest
        if not known.exists():
            found = faults(Page(response.text))
            assert not found, f"{response.request.path}: " + "; ".join(found)
            known.touch()

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
            cookie["opens"] = None  # all that they do, as with a password
