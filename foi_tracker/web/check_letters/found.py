"""What was found, carried by the pages themselves until somebody asks to keep it: never the letters.

It is signed, so that what is shown together, and what is kept, is what the check found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from flask import current_app
from itsdangerous import URLSafeSerializer

from foi_tracker.intake.checking import CheckedFile
from foi_tracker.intake.documents import LARGEST_FILE

TOO_LARGE = f"The file is larger than {LARGEST_FILE // 1_000_000} MB. Save the letter by itself."


def signed(files: Sequence[CheckedFile]) -> str:
    """The files as one line of text that a form can carry."""
    return str(_serializer().dumps([asdict(file) for file in files]))


def files_in(carried: Iterable[str]) -> list[CheckedFile]:
    """The files of several such lines, in their order.

    Raises:
        itsdangerous.BadSignature: one is not what was signed.
    """
    return [CheckedFile(**file) for each in carried for file in _serializer().loads(each)]


def not_sent(names: Iterable[str]) -> list[CheckedFile]:
    """The files that the page's script did not send, because nothing so large is read."""
    return [CheckedFile(name, problem=TOO_LARGE) for name in names]


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="what the check found")
