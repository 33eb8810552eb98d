"""The PDF is the same each time, safe under threads, and reaches for nothing outside the package."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from foi_tracker.letters import pdf
from foi_tracker.letters.pdf import PdfUnavailable, make_pdf
from tests.factories import letters, unusual_letters
from tests.letters.made import LETTERS, WARNINGS, every_letter, pdf_of

pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize("name", ["response-interleaved", "acknowledgement-large", "not-valid"])
def test_the_same_facts_give_the_same_bytes(name: str) -> None:
    assert make_pdf(LETTERS[name]) == pdf_of(name)


def test_another_process_gives_the_same_bytes() -> None:
    script = (
        "import hashlib; from tests.factories import letters; from foi_tracker.letters.pdf import make_pdf;"
        "print(hashlib.sha256(make_pdf(letters.mixed())).hexdigest())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, zone in (("1", "Europe/London"), ("2", "Pacific/Auckland"))
    }
    assert printed == {hashlib.sha256(make_pdf(letters.mixed())).hexdigest()}


def test_many_threads_get_the_letters_they_asked_for() -> None:
    names = ["acknowledgement", "clarification", "not-valid", "response-refusal"] * 6
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda name: make_pdf(LETTERS[name]), names))
    assert made == [pdf_of(name) for name in names]


def test_nothing_is_fetched_whatever_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("the letter reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert make_pdf(unusual_letters.hostile()) == pdf_of("response-hostile")


@every_letter
def test_the_engine_has_nothing_to_warn_about(name: str) -> None:
    """A warning would mean an asset that was refused, or a rule of the style sheet that is not understood."""
    pdf_of(name)
    assert WARNINGS[name] == []


def test_a_draft_is_marked_behind_its_words_and_in_them() -> None:
    from tests.letters.pdf_reader import read

    draft = make_pdf(LETTERS["response-numbered"], draft=True)
    assert draft != pdf_of("response-numbered")
    assert "Draft, not yet approved" in read(draft).text


def test_without_its_libraries_the_message_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf._engine.cache_clear()
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    try:
        with pytest.raises(PdfUnavailable) as problem:
            make_pdf(LETTERS["acknowledgement"])
        assert pdf.why_unavailable() == str(problem.value)
    finally:
        monkeypatch.undo()
        pdf._engine.cache_clear()
    assert "apt-get install libpango-1.0-0" in str(problem.value)
    assert "\n" not in str(problem.value)
    assert pdf.why_unavailable() == ""
