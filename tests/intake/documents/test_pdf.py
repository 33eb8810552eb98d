"""A PDF is read in the order of its lines, as paragraphs, without what repeats on every page."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from foi_tracker.intake.documents import Unreadable, read_document
from foi_tracker.intake.documents.pdf_lines import Line, in_reading_order, page_text, without_running_lines

HEIGHT = 12.0


def line(text: str, top: float, left: float = 50, width: float = 400) -> Line:
    return Line(text, left, top - HEIGHT, left + width, top)


def lines(*texts: str, top: float = 700) -> list[Line]:
    """Lines of one paragraph after another: "" leaves a gap."""
    return [line(text, top - 14 * number) for number, text in enumerate(texts) if text]


def pdf(*pages: str, style: str = "") -> bytes:
    """A PDF of these pages of HTML, as a printer makes it."""
    weasyprint = pytest.importorskip("weasyprint")
    body = "".join(f"<section style='page-break-after: always'>{page}</section>" for page in pages)
    made: bytes = weasyprint.HTML(string=f"<style>@page {{{style}}}</style>{body}").write_pdf()
    return made


# From a file


def test_paragraphs_lists_and_tables_of_a_real_pdf() -> None:
    found = read_document(
        pdf(
            "<p>Dear Ms Example</p><p>" + "We hold it and give it to you in full. " * 5 + "</p>"
            "<ol><li>Twelve ducks<li>No geese</ol>"
            "<table style='width: 100%'><tr><td>Year<td>Total<tr><td>2025<td>176</table>"
        ),
        "letter.pdf",
    )
    assert found.kind == "pdf"
    assert found.text.startswith("Dear Ms Example\n\nWe hold it")
    assert "\n\n1. Twelve ducks\n2. No geese\n\nYear\tTotal\n2025\t176" in found.text
    assert "in full.\n\n" in found.text
    assert "in full. We\nhold" in found.text or "We hold it and give it\n" in found.text


def test_what_heads_and_foots_each_page_is_read_once_and_page_numbers_are_not() -> None:
    style = (
        "@top-center {content: 'Northvale Council'} @bottom-center {content: 'Page ' counter(page) ' of 3'}"
    )
    pages = [f"<p>{f'{number} words on a page. ' * 30}</p>" for number in ("One", "Two", "Three")]
    text = read_document(pdf(*pages, style=style)).text
    assert text.count("Northvale Council") == 1
    assert text.startswith("Northvale Council\n\n")
    assert " of 3" not in text


def test_many_at_once_are_read_one_at_a_time() -> None:
    contents = [pdf(f"<p>Letter {number}</p>") for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        texts = list(pool.map(lambda content: read_document(content).text, contents * 5))
    assert texts == [f"Letter {number}\n" for number in range(4)] * 5


def test_a_pdf_whose_words_are_only_signs_is_refused() -> None:
    with pytest.raises(Unreadable, match="does not say which letters"):
        read_document(pdf("<p>\u25a1\u25a1\u25a1\u25a1 \u25a1\u25a1\u25a1 \u25a1\u25a1</p>"))


# By where the lines stand


def test_a_word_broken_at_the_end_of_a_line_is_made_whole() -> None:
    read = page_text(
        [lines("We hold the infor\u00ad", "mation of the decision-", "making board. A decision of making.")]
    )
    assert read == "We hold the information of the decision-making board. A decision of making."


def test_a_sentence_goes_on_over_a_page_and_a_paragraph_ends_with_its_page() -> None:
    first, second = lines("We hold it and give", "it to you in"), lines("full.", "", "Yours sincerely")
    assert page_text([first, second]) == "We hold it and give\nit to you in\nfull.\n\nYours sincerely"
    assert page_text([lines("We hold it."), lines("You can appeal.")]) == "We hold it.\n\nYou can appeal."


def test_what_was_drawn_last_and_stands_first_is_read_first() -> None:
    drawn = [*lines("Dear Ms Example", "We hold it.", top=600), line("Northvale Council", 800)]
    assert next(each.text for each in in_reading_order(drawn)) == "Northvale Council"


def test_columns_drawn_one_after_the_other_stay_apart() -> None:
    left = [line(text, 800 - 14 * n, 50, 150) for n, text in enumerate(("Ms Example", "1 Street"))]
    right = [line(text, 800 - 14 * n, 350, 150) for n, text in enumerate(("Our reference", "001-26"))]
    assert [each.text for each in in_reading_order([*left, *right])] == [
        "Ms Example", "1 Street", "Our reference", "001-26",
    ]  # fmt: skip


def test_a_number_drawn_apart_goes_before_its_question() -> None:
    drawn = [line("How many ducks?", 700, 80), line("How many geese?", 680, 80), line("1.", 700, 50, 10)]
    assert [each.text for each in in_reading_order(drawn)] == ["1. How many ducks?", "How many geese?"]


def test_the_numbers_of_answers_at_the_foot_of_a_page_are_no_page_numbers() -> None:
    pages = [[line("Words", 700), line("1.", 60)], [line("More", 700), line("2", 60)]]
    heads, bodies, feet = without_running_lines(pages)
    assert [[each.text for each in page] for page in bodies] == [["Words", "1."], ["More"]]
    assert (heads, feet) == ([], [])
