"""Every sample letter as a PDF, each made once however many tests look at it."""

from __future__ import annotations

import logging
from functools import cache

import pytest

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.pdf import make_pdf
from tests.factories import letters
from tests.letters.pdf_reader import Node, read

LETTERS: dict[str, LetterFacts] = letters.every_letter()
every_letter = pytest.mark.parametrize("name", LETTERS)


WARNINGS: dict[str, list[str]] = {}
"""What the engine warned about while it made each."""


@cache
def pdf_of(name: str) -> bytes:
    """The letter of this name as a PDF."""
    heard = WARNINGS[name] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        return make_pdf(LETTERS[name])
    finally:
        logger.removeHandler(handler)


@cache
def structure_of(name: str) -> Node:
    """What a screen reader reads of it."""
    return read(pdf_of(name))
