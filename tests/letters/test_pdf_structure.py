"""Every letter is tagged as PDF/UA-1 and PDF/A-3a ask, by the rules that can be read from the file."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pikepdf
import pytest

from tests.letters.made import LETTERS, every_letter, pdf_of, structure_of

pytestmark = pytest.mark.timeout(300)


def opened(name: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf_of(name)))


@every_letter
def test_the_file_says_what_it_is_and_in_which_language(name: str) -> None:
    with opened(name) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == LETTERS[name].language
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"


@every_letter
def test_the_metadata_claims_both_standards_in_one_rdf_element(name: str) -> None:
    with opened(name) as pdf:
        raw = pdf.Root.Metadata.read_bytes().decode()
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["pdfaid:part"] == "3"
            assert metadata["pdfaid:conformance"] == "A"
            assert LETTERS[name].reference in metadata["dc:title"]
    assert raw.count("<rdf:RDF") == raw.count("</rdf:RDF>") == 1
    assert "PDF/UA identification schema" in raw


@every_letter
def test_every_font_is_embedded_with_a_way_back_to_its_letters(name: str) -> None:
    with opened(name) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "/ToUnicode" in font
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


@every_letter
def test_every_page_is_read_in_structure_order(name: str) -> None:
    with opened(name) as pdf:
        assert all(page.Tabs == "/S" for page in pdf.pages)


@every_letter
def test_a_list_item_holds_a_label_and_a_body_and_nothing_else(name: str) -> None:
    for item in structure_of(name).all("LI"):
        tags = [kid.tag for kid in item.kids if not isinstance(kid, str)]
        assert set(tags) <= {"Lbl", "LBody"}, tags
        assert tags.count("LBody") == 1


@every_letter
def test_a_list_holds_items_and_lists_alone(name: str) -> None:
    for found in structure_of(name).all("L"):
        assert {kid.tag for kid in found.kids if not isinstance(kid, str)} <= {"LI", "L", "Caption"}


@every_letter
def test_every_heading_cell_says_what_it_heads(name: str) -> None:
    for table in structure_of(name).all("Table"):
        for group in table.all("THead"):
            assert {cell.scope for cell in group.all("TH")} == {"Column"}
        for group in table.all("TBody"):
            assert {cell.scope for cell in group.all("TH")} == {"Row"}


@every_letter
def test_every_link_says_where_it_leads(name: str) -> None:
    with opened(name) as pdf:
        links = [note for page in pdf.pages for note in page.get("/Annots", [])]
        assert all(str(link.Contents) for link in links)
        assert all("/StructParent" in link for link in links)
    assert len(structure_of(name).all("Link")) >= bool(links)


@every_letter
def test_no_heading_stands_inside_another_nor_skips_a_level(name: str) -> None:
    headings = structure_of(name).all("H1", "H2", "H3")
    assert headings[0].tag == "H1"
    assert sum(1 for heading in headings if heading.tag == "H1") == 1
    assert not any(heading.all("H1", "H2", "H3", "P") for heading in headings)
    levels = [int(heading.tag[1]) for heading in headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_letter
def test_no_paragraph_stands_inside_another(name: str) -> None:
    assert not any(paragraph.all("P") for paragraph in structure_of(name).all("P"))


@every_letter
def test_qpdf_finds_no_fault(name: str) -> None:
    with opened(name) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_a_pasted_table_is_a_real_one_with_its_total() -> None:
    table, estimate = structure_of("response-interleaved").all("Table")
    assert [caption.text for caption in estimate.all("Caption")] == [
        "Table 2. What it would take to answer question 3"
    ]
    (caption,) = table.all("Caption")
    assert caption.text == "Table 1. Bicycle thefts reported to Ambleford Police"
    rows = [[cell.text for cell in row.all("TH", "TD")] for row in table.all("TR")]
    assert rows[0] == ["District", "2023/24", "2024/25", "2025/26"]
    assert rows[-1] == ["Total", "976", "1,001", "1,017"]
    assert len(rows) == 6


def test_a_long_table_repeats_its_headings_on_each_page() -> None:
    tables = structure_of("response-twelve-pages").all("Table")
    assert len(tables) > 1
    for table in tables:
        assert [cell.text for cell in table.all("THead")[0].all("TH")] == ["Parish", "Grants", "Pounds"]
    figures = [row.all("TH")[0].text for table in tables for row in table.all("TBody")[0].all("TR")]
    assert figures == [f"Parish {number}" for number in range(1, 71)]


def test_each_question_of_the_list_has_the_senders_own_label() -> None:
    asked = structure_of("response-numbered").all("L")[0]
    labels = [item.all("Lbl")[0].text for item in asked.all("LI")]
    assert labels == ["1", "2", "3", "4", "5", "6", "7", "8", "8A", "9", "10"]


def test_the_twelve_page_letter_has_about_twelve_pages() -> None:
    with opened("response-twelve-pages") as pdf:
        assert 11 <= len(pdf.pages) <= 13


def test_the_watermark_is_drawn_and_not_written() -> None:
    with opened("response-numbered") as pdf:
        for page in pdf.pages:
            drawn = page.Contents.read_bytes()
            assert re.search(rb"/Artifact\s+BMC", drawn)
    text = structure_of("response-numbered").text
    assert "SAMPLE" not in text
    assert "Sample letter from an invented authority" in text
