"""What a PDF holds that its pages do not show is found, and what they show is no reason to refuse it."""

from __future__ import annotations

import pytest

from foi_tracker.files.clean_copy import clean_copy
from foi_tracker.files.contents import PdfContents, read_pdf
from tests.factories import hiding_pdfs


@pytest.mark.parametrize(
    "how", ["off", "all off at first", "off on the screen", "shown where another is off"]
)
def test_a_layer_that_is_not_shown_is_named(how: str) -> None:
    for content in (hiding_pdfs.with_a_layer(how), clean_copy(hiding_pdfs.with_a_layer(how))):
        assert read_pdf(content).layers_off == ("Notes",)


@pytest.mark.parametrize("where", ["hidden", "not viewed", "on no page"])
def test_a_field_that_is_filled_in_and_not_shown_is_named(where: str) -> None:
    for content in (hiding_pdfs.form(where), clean_copy(hiding_pdfs.form(where))):
        assert read_pdf(content).fields == ("Name",)


@pytest.mark.parametrize(
    "content",
    [
        hiding_pdfs.with_a_layer("on"),
        hiding_pdfs.form("on the page"),
        hiding_pdfs.form("hidden", ""),
        hiding_pdfs.saved(hiding_pdfs.plain()),
    ],
    ids=["a layer that is on", "a field that is shown", "a hidden field with nothing in it", "neither"],
)
def test_what_is_shown_or_empty_hides_nothing(content: bytes) -> None:
    assert read_pdf(content) == PdfContents(pages=1)


@pytest.mark.parametrize(("points", "pages"), [(0, 0), (0.5, 0), (200, 1)])
def test_the_cropped_pages_are_counted(points: float, pages: int) -> None:
    assert read_pdf(clean_copy(hiding_pdfs.cropped(points))).cropped == pages


def test_words_that_stand_on_no_page_are_listed_once() -> None:
    assert read_pdf(clean_copy(hiding_pdfs.said_beside())).beside == (
        "Complaint of R Ash.docx",
        "A person at a gate",
        "Name of the caller",
        "Annex: Mill Lane",
    )
