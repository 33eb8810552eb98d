"""What is a placeholder and what is not; what promises a file and what does not."""

from __future__ import annotations

import time

import pytest

from foi_tracker.law.notices.enclosures import promises_a_file
from foi_tracker.law.notices.words import placeholders_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dear [NAME],", ["[NAME]"]),
        ("by [insert date here] at [Date of letter]", ["[insert date here]", "[Date of letter]"]),
        ("We hold XXX records and £XXX.", ["XXX"]),
        ("on XX/XX/2026", ["XX/XX/2026"]),
        ("The date is TBC.", ["TBC"]),
        ("[TBC]", ["[TBC]"]),
        ("Dear {name}, about {{ case.reference }}", ["{name}", "{{ case.reference }}"]),
        ("<insert reason>", ["<insert reason>"]),
        ("There were ??? of them", ["???"]),
        ("[requester's name]", ["[requester's name]"]),
    ],
)
def test_placeholders(text, found):
    assert placeholders_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Dransfield [2015] EWCA Civ 454",
        "“[sic]” and [redacted] and [name withheld] and [CPS]",
        "See [our name for it](https://example.org/name).",
        "Part XXXI of the Act; XX and III",
        "He told [them] that [the] department would",
        "2 < 3 > 1, <b>name</b>, f(x) = {1, 2}",
        "Is it? Why?",
        "www.xxx.example.org",
        "",
    ],
)
def test_real_words_are_left_alone(text):
    assert placeholders_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Please see the attachment titled “Statistics”.",
        "The table is attached.",
        "Attached: a list.",
        "Please find enclosed a copy.",
        "We attach a copy.",
        "Attachment 1 gives the figures.",
    ],
)
def test_words_that_promise_a_file(text):
    assert promises_a_file(text)


@pytest.mark.parametrize(
    "text",
    [
        "An officer was attached to the unit.",
        "Attachment of earnings orders",
        "The course covers attachment theory.",
        "An enclosed yard",
        "The tag is attached to the vehicle.",
        "",
    ],
)
def test_words_that_promise_none(text):
    assert not promises_a_file(text)


@pytest.mark.parametrize("text", ["[" * 20_000, "[name " * 4_000, "{a" * 10_000, "x" * 50_000, "?" * 50_000])
def test_hostile_words_are_read_in_good_time(text):
    began = time.process_time()
    placeholders_in(text)
    promises_a_file(text)
    assert time.process_time() - began < 5
