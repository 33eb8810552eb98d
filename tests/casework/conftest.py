"""What many tests of casework begin with."""

from __future__ import annotations

import pytest

from foi_tracker.casework import letters as casework
from foi_tracker.casework.desk import Desk
from foi_tracker.models import Authority, Case, Question
from tests.factories.cases import confirmed_case


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a letter does to its case is the same whatever its PDF looks like."""
    monkeypatch.setattr(casework, "make_pdf", lambda facts, **_: b"%PDF-1.7 " + facts.kind.encode())


@pytest.fixture
def made(desk: Desk, authority: Authority) -> tuple[Case, list[Question]]:
    """A request of two questions, which are confirmed."""
    return confirmed_case(desk, authority)
