"""Cells pasted from a spreadsheet become a table."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.intake.tables import is_figure, is_tabular, parse

PASTED = (
    "Ducks counted in May\nPond\tDucks\nNorth pond\t1,204\nSouth pond\t96\n<b>Grand Total</b>\t<b>1,300</b>\n"
)


def test_pasted_cells_have_headings_rows_a_caption_and_a_total():
    table = parse(PASTED)
    assert table is not None
    assert table.caption == "Ducks counted in May"
    assert table.headings == ("Pond", "Ducks")
    assert table.rows == (("North pond", "1,204"), ("South pond", "96"))
    assert table.total_row == ("Grand Total", "1,300")
    assert table.figures == (False, True)


def test_literal_tags_are_dropped_and_other_signs_kept():
    table = parse("Age\tCount\n<5\t<b>3</b>\n5 > 4\t2")
    assert table is not None
    assert table.rows == (("<5", "3"), ("5 > 4", "2"))


def test_a_short_row_is_filled_and_empty_columns_at_the_end_are_not_kept():
    table = parse("Year\tHens\tEggs\t\n2019\t4\n2020\t5\t900\t\n")
    assert table is not None
    assert table.rows == (("2019", "4", ""), ("2020", "5", "900"))
    assert table.figures == (True, True, True)


def test_a_first_row_of_figures_is_no_heading():
    table = parse("North\t12\nSouth\t14")
    assert table is not None
    assert table.headings == ("", "")
    assert len(table.rows) == 2


def test_years_may_head_columns():
    table = parse("Pond\t2019\t2020\nNorth\t3\t4")
    assert table is not None
    assert table.headings == ("Pond", "2019", "2020")


def test_words_without_tabs_are_no_table():
    assert parse("How many ducks?\nHow many geese?") is None
    assert not is_tabular("one\tline only")
    assert is_tabular("a\tb\nc\td")


def test_figures_may_have_a_sign_a_currency_commas_and_a_per_cent():
    assert all(is_figure(cell) for cell in ("5", "-5", "£1,204.50", "12%", "(300)", "1 000"))
    assert not any(is_figure(cell) for cell in ("", "N/A", "5 ducks", "May", "£"))


@given(st.text(alphabet="a1,£\t\n\r<b>/ ", max_size=200))
def test_rows_are_all_as_long_as_the_headings(text: str):
    table = parse(text)
    if table is not None:
        rows = [*table.rows, *([table.total_row] if table.total_row else [])]
        assert {len(row) for row in rows} <= {len(table.headings)}
        assert len(table.figures) == len(table.headings)
