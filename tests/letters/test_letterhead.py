"""However full a letterhead is, the address stays in its window and nothing lies over anything else."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest

from foi_tracker.files.logos import read_logo
from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.pdf import make_pdf
from foi_tracker.letters.style import own_css
from tests.factories import letters
from tests.factories.files import png

pytestmark = pytest.mark.timeout(300)
_MM = 72 / 25.4
LONG = (
    "The Joint Committee of the Northvale Combined Authority, the Vale of Ambleford District Council and the "
    "Brookmoor, Wexmoor and Southmere Internal Drainage Boards for Rivers, Coasts and Reservoirs"
)
LOGOS = {"none": b"", "wide": png(1200, 360), "square": png(300, 300)}
ADDRESS = (
    "Weir House",
    "Second floor, east wing",
    "2 Example Wharf",
    "Brookmoor Lane",
    "Ambleford",
    "AM1 1AA",
)


def _letter(logo: str = "none", large_print: bool = False, **settings: object) -> tuple[LetterFacts, bytes]:
    """An acknowledgement of an authority that is real, and its logo."""
    facts = letters.acknowledgement(large_print=large_print)
    if LOGOS[logo]:
        made = read_logo(LOGOS[logo])
        settings |= {
            "logo": hashlib.sha256(made.content).hexdigest(),
            "logo_type": made.media_type,
            "logo_width": made.width,
            "logo_height": made.height,
        }
    dressed = replace(facts.authority, **{"is_sample": False, **settings})  # type: ignore[arg-type]
    return replace(facts, authority=dressed), LOGOS[logo]


def _from_the_top(pdf: bytes, words: str) -> float:
    """How far down the first page these words begin, in mm."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found, f"{words!r} is not on the first page"
    return float(page.get_height() - text.get_charbox(found[0])[3]) / _MM


@cache
def _usual(large_print: bool, size: int) -> float:
    facts, logo = _letter(large_print=large_print, large_print_size=size)
    return _from_the_top(make_pdf(facts, logo=logo), "The Clerk")


@pytest.mark.parametrize(("large_print", "size"), [(False, 18), (True, 16), (True, 18), (True, 24)])
@pytest.mark.parametrize("logo", LOGOS)
def test_a_long_name_leaves_the_address_in_its_window(logo: str, large_print: bool, size: int) -> None:
    facts, picture = _letter(logo, large_print, name=LONG, large_print_size=size)
    made = make_pdf(facts, logo=picture)
    assert _from_the_top(made, "The Clerk") == pytest.approx(_usual(large_print, size), abs=1)


def test_many_lines_of_the_senders_leave_the_address_in_its_window() -> None:
    facts, _ = _letter(address=ADDRESS, team="Information Rights and Governance")
    assert _from_the_top(make_pdf(facts), "The Clerk") == pytest.approx(_usual(False, 18), abs=0.1)


@pytest.mark.parametrize("facts", [letters.acknowledgement(), letters.response()])
def test_a_letterhead_that_fits_is_set_as_it_always_was(facts: LetterFacts) -> None:
    css = own_css(facts)
    for rule in (".who", ".org", ".sender"):
        assert rule not in css


def test_a_long_name_is_cut_short_at_the_head_of_later_pages_where_it_would_lie_over_the_words() -> None:
    facts = replace(letters.response(), authority=_letter(name=LONG)[0].authority)
    page = pypdfium2.PdfDocument(make_pdf(facts))[1]
    head = page.get_textpage().get_text_bounded(bottom=page.get_height() - 25 * _MM, right=120 * _MM)
    assert (
        head.replace("\r\n", " ").strip()
        == "The Joint Committee of the Northvale Combined Authority, the Vale of Ambleford District…"
    )
