"""A Word letter is read as it is printed: in order, with the numbers Word draws, without what it hides."""

from __future__ import annotations

from typing import Any

from foi_tracker.intake.documents import read_document
from tests.intake.documents import made


def read(fill: Any = None) -> str:
    return read_document(made.word(fill), "letter.docx").text


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    assert read() == "\n\n".join(made.LETTER) + "\n"


def test_a_table_of_figures_stands_where_it_does_with_its_cells_parted_by_tabs() -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("Before")
        table = document.add_table(2, 2)
        for row, words in zip(table.rows, (("Year", "Total"), ("2025", "176")), strict=True):
            row.cells[0].text, row.cells[1].text = words
        document.add_paragraph("After")

    assert read(fill) == "Before\n\nYear\tTotal\n2025\t176\n\nAfter\n"


def test_a_table_that_lays_out_prose_is_read_as_paragraphs() -> None:
    def fill(document: Any) -> None:
        row = document.add_table(1, 2).rows[0]
        row.cells[0].text = "How many ducks?"
        row.cells[1].text = "There were twelve.\nThey left.\nIn autumn."
        for words in ("One more.", "And one.", "And a third."):
            row.cells[1].add_paragraph(words)

    assert "\t" not in read(fill)
    assert "How many ducks?\n\nThere were twelve." in read(fill)


def test_the_numbers_that_word_draws_are_part_of_the_answers() -> None:
    def fill(document: Any) -> None:
        made.numbered(
            document, {0: ("decimal", "Q%1."), 1: ("lowerLetter", "%1%2)"), 2: ("upperRoman", "%3")}
        )
        for words, depth in (
            ("Ducks", 0), ("Mallards", 1), ("Teal", 1), ("Wild", 2), ("Geese", 0), ("Greylag", 1),
        ):  # fmt: skip
            made.item(document, words, depth)

    assert read(fill).split("\n\n") == [
        "Q1. Ducks", "1a) Mallards", "1b) Teal", "I Wild", "Q2. Geese", "2a) Greylag\n",
    ]  # fmt: skip


def test_a_list_told_to_begin_anew_does() -> None:
    def fill(document: Any) -> None:
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        made.numbered(document, {0: ("decimal", "%1.")})
        document.part.numbering_part.element.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/><w:lvlOverride w:ilvl="0">'
                '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
            )
        )
        for words, name in (("One", "77"), ("Two", "77"), ("Five", "78"), ("Six", "78")):
            made.item(document, words, name=name)

    assert read(fill) == "1. One\n\n2. Two\n\n5. Five\n\n6. Six\n"


def test_a_style_may_carry_the_list() -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("First", style="List Number")
        document.add_paragraph("Second", style="List Number")
        document.add_paragraph("A thing", style="List Bullet")

    assert read(fill) == "1. First\n\n2. Second\n\n• A thing\n"


def test_headers_and_footers_are_read_once_around_the_letter() -> None:
    def fill(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Northvale Council"
        document.sections[0].footer.paragraphs[0].text = "1 Example Street"
        document.add_paragraph("Dear Ms Example")
        document.add_section()  # takes the same header and footer

    assert read(fill) == "Northvale Council\n\nDear Ms Example\n\n1 Example Street\n"


def test_a_first_page_header_that_is_switched_off_is_not_read() -> None:
    def fill(document: Any) -> None:
        document.sections[0].first_page_header.paragraphs[0].text = "An old address"
        document.add_paragraph("Dear Ms Example")

    assert read(fill) == "Dear Ms Example\n"


def test_the_footers_of_a_first_page_and_of_even_pages_are_read_where_they_are_printed() -> None:
    def fill(document: Any) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        document.settings.odd_and_even_pages_header_footer = True
        section.first_page_footer.paragraphs[0].text = "Ask for an internal review."
        section.footer.paragraphs[0].text = "1 Example Street"
        section.even_page_footer.paragraphs[0].text = "Complain to the Information Commissioner."
        document.add_paragraph("Dear Ms Example")

    assert read(fill) == (
        "Dear Ms Example\n\nAsk for an internal review.\n\n1 Example Street\n\n"
        "Complain to the Information Commissioner.\n"
    )


def test_a_later_section_prints_the_first_page_of_the_one_before() -> None:
    def fill(document: Any) -> None:
        document.sections[0].first_page_footer.paragraphs[0].text = "Ask for an internal review."
        document.add_paragraph("Dear Ms Example")
        document.add_section().different_first_page_header_footer = True

    assert read(fill) == "Dear Ms Example\n\nAsk for an internal review.\n"


def test_a_footer_of_even_pages_that_is_switched_off_is_not_read() -> None:
    def fill(document: Any) -> None:
        document.sections[0].even_page_footer.paragraphs[0].text = "An old address"
        title = document.sections[0]._sectPr.get_or_add_titlePg()
        title.set(f"{{{title.nsmap['w']}}}val", "0")
        document.sections[0].first_page_footer.paragraphs[0].text = "An older one"
        document.add_paragraph("Dear Ms Example")

    assert read(fill) == "Dear Ms Example\n"


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Our reference 001-26</w:t></w:r></w:p></w:txbxContent>"

    def fill(document: Any) -> None:
        made.raw_paragraph(
            document,
            "<w:r><w:t>Dear Ms Example</w:t></w:r><w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
        )

    assert read(fill) == "Dear Ms Example\n\nOur reference 001-26\n"


def test_what_is_deleted_or_hidden_is_not_read_and_what_is_inserted_is() -> None:
    def fill(document: Any) -> None:
        made.raw_paragraph(
            document,
            '<w:r><w:t xml:space="preserve">We hold </w:t></w:r>'
            '<w:del w:id="1" w:author="A"><w:r><w:delText>nothing</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="A"><w:r><w:t>twelve</w:t></w:r></w:ins>'
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
            "<w:r><w:noBreakHyphen/><w:t>odd</w:t><w:br/><w:t>files</w:t><w:tab/><w:t>here</w:t></w:r>",
        )

    assert read(fill) == "We hold twelve-odd\nfiles\there\n"


def test_a_link_says_where_it_leads_unless_its_words_do() -> None:
    def fill(document: Any) -> None:
        for words in ("Complain here", "ico.org.uk/make-a-complaint"):
            link = document.part.relate_to(
                "https://ico.org.uk/make-a-complaint",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
                is_external=True,
            )
            made.raw_paragraph(
                document,
                '<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
                f'r:id="{link}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>',
            )

    assert read(fill) == (
        "Complain here (https://ico.org.uk/make-a-complaint)\n\nico.org.uk/make-a-complaint\n"
    )


def test_its_title_is_its_own() -> None:
    def fill(document: Any) -> None:
        document.core_properties.title = "Response to 001-26"
        document.add_paragraph("Dear Ms Example")

    found = read_document(made.word(fill))
    assert (found.kind, found.title, found.issued, found.request) == ("docx", "Response to 001-26", None, "")
