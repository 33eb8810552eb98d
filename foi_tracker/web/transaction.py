"""One commit a POST, at the edge; nothing is ever half done, and neither a GET nor a preview writes anything.

The view changes the session; when its response is no error, everything it did is committed at once.
An error page or a form shown again with its errors (422) rolls everything back.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from flask import Flask, Request, request
from flask.wrappers import Response
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from foi_tracker.casework.desk import ChangedMeanwhile
from foi_tracker.extensions import db
from foi_tracker.store.database import reading

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LOOKS = frozenset({"check_letters.check", "check_letters.some", "check_letters.found", "questions.grounds"})
"""Posted, and yet they write nothing. What ends in `preview` is of them too."""


def only_looks() -> bool:
    """Whether the request writes nothing: it reads a page, or asks how something would look."""
    endpoint = request.endpoint or ""
    return request.method in SAFE or endpoint in LOOKS or endpoint.endswith("preview")


def let_go() -> None:
    """Give the connection back before slow work that needs none, so that nobody waits for it.

    What was read stays readable. Only for what looks, or has changed nothing yet: what a view changes
    afterwards it reads again, since others may have changed it meanwhile.

    Raises:
        RuntimeError: something was changed, which would be dropped.
    """
    if db.session.new or db.session.dirty or db.session.deleted:
        raise RuntimeError("Something was changed already; letting go would drop it.")
    db.session.close()


class InMemory(Request):
    """A request whose files are held in memory: what nobody asks to keep never touches the disk.

    MAX_CONTENT_LENGTH bounds them.
    """

    def _get_file_stream(self, *_: object, **__: object) -> BytesIO:
        return BytesIO()


class Application(Flask):
    """Flask, with the transaction around each view."""

    request_class = InMemory

    def wsgi_app(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as the address that people see: the proxy in front speaks to us in plain HTTP."""
        if self.config.get("HTTPS"):
            environ["wsgi.url_scheme"] = "https"
        if host := self.config.get("PUBLIC_HOST"):
            environ["HTTP_HOST"] = host
        answer: Iterable[bytes] = super().wsgi_app(environ, start_response)
        return answer

    def full_dispatch_request(self) -> Response:
        """Take no writer's lock for looking at something, from the gate to the last word of an error page."""
        token = reading.set(only_looks())
        try:
            return super().full_dispatch_request()
        finally:
            reading.reset(token)

    def dispatch_request(self) -> Response:
        """Run the view and commit what it did.

        Raises:
            ChangedMeanwhile: another person's change was committed first.
        """
        try:
            response = self.make_response(super().dispatch_request())
            if not only_looks() and response.status_code < 400:
                db.session.commit()
            else:
                db.session.rollback()
        except (StaleDataError, IntegrityError) as error:
            db.session.rollback()
            raise ChangedMeanwhile("database") from error
        except BaseException:
            db.session.rollback()
            raise
        return response
