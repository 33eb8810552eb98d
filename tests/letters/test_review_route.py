"""A letter names every way to ask for a review that the settings give: s.17(7)(a); reg 14(5)(a)."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.letters.render import plain_text
from foi_tracker.letters.review_route import review_route
from tests.factories import letters, refusals


def printed(typed: str) -> str:
    """What a letter prints, each link as "[words](where it leads)"."""
    html = str(review_route(typed.split("\n")))
    return re.sub(r'<a href="([^"]*)">([^<]*)</a>', r"[\2](\1)", html)


REVIEW = "[review@x.gov.uk](mailto:review@x.gov.uk)"
FOI = "[foi@x.gov.uk](mailto:foi@x.gov.uk)"
PAGE = "[x.gov.uk/review](https://x.gov.uk/review)"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("review@x.gov.uk", f"Email {REVIEW}"),
        ("E-mail: review@x.gov.uk.", f"Email {REVIEW}"),
        ("Town Hall\nX1 1AA\nreview@x.gov.uk", f"Email {REVIEW}, or write to Town Hall, X1 1AA"),
        (
            "The Monitoring Officer, review@x.gov.uk, Town Hall, X1 1AA",
            f"Email {REVIEW}, or write to The Monitoring Officer, Town Hall, X1 1AA",
        ),
        ("review@x.gov.uk,Town Hall", f"Email {REVIEW}, or write to Town Hall"),
        ("Email review@x.gov.uk or write to Town Hall.", f"Email {REVIEW}, or write to Town Hall"),
        ("review@x.gov.uk\nfoi@x.gov.uk", f"Email {REVIEW} or {FOI}"),
        ("review@x.gov.uk; foi@x.gov.uk", f"Email {REVIEW} or {FOI}"),
        ("review@x.gov.uk or 01632 960000", f"Email {REVIEW}, or telephone 01632 960000"),
        ("Telephone 01632 960000", "Telephone 01632 960000"),
        ("Tel: (01632) 960 000 (option 2)", "Telephone (01632) 960 000 (option 2)"),
        ("call 101", "Telephone 101"),
        ("+44 1632 960000", "Telephone +44 1632 960000"),
        ("https://x.gov.uk/review", f"Go to {PAGE}"),
        ("Website: x.gov.uk/review", f"Go to {PAGE}"),
        ("www.x.gov.uk, Town Hall", "Go to [www.x.gov.uk](https://www.x.gov.uk), or write to Town Hall"),
        (
            "review@x.gov.uk, https://x.gov.uk/review, or telephone 01632 960000, or write to Town Hall",
            f"Email {REVIEW}, or go to {PAGE}, or telephone 01632 960000, or write to Town Hall",
        ),
    ],
)
def test_each_way_is_named_as_what_it_is_and_each_address_is_a_link_of_its_own(typed: str, says: str) -> None:
    assert printed(typed) == says


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Telephone House, 12 Call Lane, X1 1AA", "Write to Telephone House, 12 Call Lane, X1 1AA"),
        ("Andover and Orford Team, 1 High St.", "Write to Andover and Orford Team, 1 High St"),
        ("Write to the officer at review@x.gov.uk", f"Write to the officer at {REVIEW}"),
        ("Review team (review@x.gov.uk), Town Hall", f"Write to Review team ({REVIEW}), Town Hall"),
        ("review@x", "Write to review@x"),
        ("<b>@x.gov.uk", "Write to &lt;b&gt;@x.gov.uk"),
        ("{regulator_link}", "Write to {regulator_link}"),
    ],
)
def test_what_is_no_way_of_its_own_stays_the_words_that_were_typed(typed: str, says: str) -> None:
    assert printed(typed) == says


def test_a_refusal_gives_them_all() -> None:
    contact = ("review@x.gov.uk or 01632 960000", "foi@x.gov.uk", "Town Hall, X1 1AA")
    facts = refusals.refusal(authority=replace(letters.POLICE, review_contact=contact))
    said = "Email review@x.gov.uk or foi@x.gov.uk, or telephone 01632 960000, or write to Town Hall, X1 1AA."
    assert said in plain_text(facts)


@given(st.lists(st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.gov\.uk|[A-Z][a-z]{3,8} Hall", fullmatch=True)))
def test_nothing_typed_is_dropped(lines: list[str]) -> None:
    for typed in (lines, [", ".join(lines)], [" or ".join(lines)]):
        words = str(review_route(typed))
        assert all(f">{line}<" in words if "@" in line else line in words for line in lines)
