"""An OpenDocument letter is read as it is printed."""

from __future__ import annotations

from foi_tracker.intake.documents import read_document
from tests.intake.documents import made

NUMBERS = """
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
    text:display-levels="2"/>
  <text:list-level-style-bullet text:level="3" text:bullet-char="-"/>
</text:list-style>
"""


def read(body: str = "", **parts: str) -> str:
    return read_document(made.opendocument(body, **parts), "letter.odt").text


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    assert read() == "\n\n".join(made.LETTER) + "\n"


def test_white_space_is_as_it_is_printed() -> None:
    body = """<text:p>We
        hold<text:s text:c="2"/>it<text:tab/>here<text:line-break/>and
        <text:span>there</text:span>.</text:p>"""
    assert read(body) == "We hold  it\there\nand there.\n"


def test_the_numbers_of_lists_are_part_of_the_answers() -> None:
    body = """
    <text:list text:style-name="L1" xml:id="one">
      <text:list-item><text:p>Ducks</text:p><text:p>more of ducks</text:p>
        <text:list><text:list-item><text:p>Teal</text:p>
          <text:list><text:list-item><text:p>wild</text:p></text:list-item></text:list>
        </text:list-item><text:list-item><text:p>Mallard</text:p></text:list-item></text:list>
      </text:list-item>
    </text:list>
    <text:p>Between</text:p>
    <text:list text:style-name="L1" text:continue-list="one">
      <text:list-item><text:h>Geese</text:h></text:list-item>
    </text:list>
    <text:list text:style-name="L1">
      <text:list-item text:start-value="7"><text:p>Swans</text:p></text:list-item>
    </text:list>
    """
    assert read(body, automatic=NUMBERS).split("\n\n") == [
        "1. Ducks", "more of ducks", "1.a) Teal", "• wild", "1.b) Mallard", "Between", "2. Geese",
        "7. Swans\n",
    ]  # fmt: skip


def test_a_table_of_figures_has_tabs_between_its_cells() -> None:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Year", "Total"), ("2025", "176"))
    )
    assert read(f"<table:table><table:table-header-rows>{rows}</table:table-header-rows></table:table>") == (
        "Year\tTotal\n2025\t176\n"
    )


def test_what_is_deleted_is_not_read_and_boxes_notes_and_links_are() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Since May.</text:p></text:note-body></text:note>"
    )
    body = f"""
    <text:tracked-changes><text:changed-region><text:deletion><text:p>nothing</text:p></text:deletion>
    </text:changed-region></text:tracked-changes>
    <text:p>We hold it<office:annotation><text:p>sure?</text:p></office:annotation>{note}:
    <text:a xlink:href="https://example.org/data">the data</text:a></text:p>
    <text:p><draw:frame><draw:text-box><text:p>Our reference 001-26</text:p></draw:text-box></draw:frame>
    </text:p>
    """
    assert read(body).split("\n\n") == [
        "We hold it: the data (https://example.org/data)", "Since May.", "Our reference 001-26\n",
    ]  # fmt: skip


def test_headers_and_footers_are_read_once_around_the_letter() -> None:
    styles = """
    <office:master-styles><style:master-page><style:header><text:p>Northvale Council</text:p></style:header>
    <style:footer><text:p>1 Example Street</text:p></style:footer></style:master-page>
    <style:master-page><style:header><text:p>Northvale Council</text:p></style:header></style:master-page>
    </office:master-styles>
    """
    assert read("<text:p>Dear Ms Example</text:p>", styles=styles) == (
        "Northvale Council\n\nDear Ms Example\n\n1 Example Street\n"
    )


def test_the_footers_of_first_and_of_even_pages_are_read_and_those_switched_off_are_not() -> None:
    styles = """
    <office:master-styles><style:master-page><style:footer><text:p>1 Example Street</text:p></style:footer>
    <style:footer-first><text:p>Ask for a review.</text:p></style:footer-first>
    <style:footer-left><text:p>Complain to the ICO.</text:p></style:footer-left>
    <style:header-left style:display="false"><text:p>An old address</text:p></style:header-left>
    </style:master-page></office:master-styles>
    """
    assert read("<text:p>Dear Ms Example</text:p>", styles=styles) == (
        "Dear Ms Example\n\nAsk for a review.\n\n1 Example Street\n\nComplain to the ICO.\n"
    )
