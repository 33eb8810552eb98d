"""What officers type becomes the few things a letter has, and nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_tracker.letters.markdown import inline, to_html
from foi_tracker.letters.tables import TableNumbers
from tests.factories.unusual_letters import HOSTILE

ALLOWED = {"p", "br", "ul", "ol", "li", "a", "em", "strong"}
ALLOWED |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "word",
                "two words",
                "\n",
                "\n\n",
                "- ",
                "1. ",
                "  - ",
                "**",
                "*",
                "_",
                "# ",
                "> ",
                "`",
                "---\n",
            ),
            *("\t", "|", "|---|\n", "[x](https://e.org)", "[x](javascript:x)", "<script>", "</p>", "<!--"),
            *(
                "&amp;",
                "{{ x }}",
                "{% x %}",
                "![i](http://e.org/i)",
                "• item\n",
                "A\tB\n1\t2\n",
                "\\",
                "a@e.org",
            ),
        ]
    )
    | st.text(max_size=6),
    max_size=25,
).map("".join)


class Elements(HTMLParser):
    """Collects what stands in a piece of HTML, and what stands in what."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.pairs: set[tuple[str, str]] = set()
        self.attributes: set[tuple[str, str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pairs.add((self.open[-1] if self.open else "", tag))
        self.attributes |= {(tag, name, value or "") for name, value in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def elements(html: str) -> Elements:
    parser = Elements()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


@given(PIECES)
def test_nothing_but_the_allowed_elements_comes_out(text: str) -> None:
    found = elements(to_html(text))
    assert {tag for _parent, tag in found.pairs} <= ALLOWED
    for tag, name, value in found.attributes:
        assert (tag, name) in {
            ("a", "href"),
            ("th", "scope"),
            ("ol", "start"),
            ("ul", "class"),
            ("p", "class"),
            ("table", "class"),
            ("tr", "class"),
            ("th", "class"),
            ("td", "class"),
        }
        assert name != "href" or re.match(r"(?:https?://|mailto:)", value, re.IGNORECASE)


@given(PIECES)
def test_a_list_item_never_holds_a_block(text: str) -> None:
    assert not {("li", "p"), ("li", "table"), ("p", "p"), ("p", "ul")} & elements(to_html(text)).pairs


@given(PIECES)
def test_a_line_never_holds_a_block(text: str) -> None:
    assert {tag for _parent, tag in elements(inline(text)).pairs} <= {"a", "em", "strong", "br"}


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40))
def test_plain_words_stay_as_they_were_typed(text: str) -> None:
    assert to_html(text) == f"<p>{text}</p>"


def test_a_pasted_table_becomes_a_real_one() -> None:
    html = to_html(
        "**Incidents in 2016**\n\nKind\tCount\nCollapse\t1\n"
        "<b>Domestic</b>\t3,734\n<b>Grand Total</b>\t<b>3,735</b>"
    )
    assert html == (
        "<table><caption>Table 1. Incidents in 2016</caption>"
        '<thead><tr><th scope="col">Kind</th><th scope="col" class="figure">Count</th></tr></thead>'
        '<tbody><tr><th scope="row">Collapse</th><td class="figure">1</td></tr>'
        '<tr><th scope="row">Domestic</th><td class="figure">3,734</td></tr>'
        '<tr class="total"><th scope="row">Grand Total</th><td class="figure">3,735</td></tr></tbody></table>'
    )


def test_a_markdown_table_looks_the_same() -> None:
    typed = "**Incidents**\n\n| Kind | Count |\n|---|---|\n| Collapse | 1 |\n| Total | 1 |"
    pasted = "**Incidents**\n\nKind\tCount\nCollapse\t1\nTotal\t1"
    assert to_html(typed) == to_html(pasted)


def test_a_line_straight_above_pasted_cells_is_the_caption() -> None:
    assert "<caption>Table 1. By month</caption>" in to_html("Some words.\n\nBy month:\nMonth\tCount\nMay\t1")


def test_words_above_a_table_are_not_taken_for_its_caption() -> None:
    html = to_html("We counted them.\n\nMonth\tCount\nMay\t1", about="Answer to question 2")
    assert html.startswith("<p>We counted them.</p><table><caption>Table 1. Answer to question 2</caption>")


def test_tables_are_numbered_through_the_letter() -> None:
    numbers = TableNumbers()
    both = to_html("A\tB\n1\t2\n\nwords\n\nA\tB\n1\t2", numbers) + to_html("A\tB\n1\t2", numbers)
    assert re.findall(r"Table (\d)", both) == ["1", "2", "3"]


def test_the_source_under_a_table_is_its_note() -> None:
    assert '<p class="note">Source: our records.</p>' in to_html("A\tB\n1\t2\n\nSource: our records.")


def test_bullets_pasted_from_a_word_processor_are_a_list() -> None:
    assert to_html(
        "•\tTo improve the understanding of what works\n\n· To build on what is known already"
    ) == (
        "<ul><li>To improve the understanding of what works</li>"
        "<li>To build on what is known already</li></ul>"
    )


def test_paragraphs_parted_by_one_line_end_are_paragraphs() -> None:
    long = "We commissioned an evaluation of the programme, and the board read it in June of the same year."
    assert to_html(f"{long}\n{long}") == f"<p>{long}</p><p>{long}</p>"
    assert to_html(f"- {long}\n{long}") == f"<ul><li>{long}</li></ul><p>{long}</p>"
    assert to_html(f"- {long}\n- {long}").count("<li>") == 2
    assert to_html("CARA: 203.\nEASI: 71.").replace("\n", "") == "<p>CARA: 203.<br>EASI: 71.</p>"


def test_short_items_stand_in_two_columns() -> None:
    assert to_html("- CARA: 203\n- EASI: 71").startswith('<ul class="two">')
    assert to_html("- one item").startswith("<ul><li>")


def test_a_list_keeps_the_number_it_starts_with() -> None:
    assert to_html("3. three\n4. four") == '<ol start="3"><li>three</li><li>four</li></ol>'


def test_the_paragraphs_of_an_item_are_lines_of_it() -> None:
    assert to_html("1. one\n\n   more\n2. two") == "<ol><li>one<br>more</li><li>two</li></ol>"


def test_headings_become_paragraphs_in_bold() -> None:
    assert to_html("# Ours") == "<p><strong>Ours</strong></p>"


def test_an_address_typed_bare_becomes_a_link() -> None:
    html = inline("Write to foi@ambleford.example.org, or see https://ambleford.example.org/x).")
    assert '<a href="mailto:foi@ambleford.example.org">foi@ambleford.example.org</a>, or' in html
    assert '<a href="https://ambleford.example.org/x">ambleford.example.org/x</a>).' in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/x"])
def test_other_addresses_stay_the_text_that_was_typed(address: str) -> None:
    assert to_html(f"[x]({address})") == f"<p>[x]({address})</p>"


def test_quotes_and_apostrophes_are_set_as_print_has_them() -> None:
    assert to_html('"It\'s held"') == "<p>“It’s held”</p>"


def test_markup_and_template_words_are_only_words() -> None:
    html = to_html(HOSTILE)
    assert "&lt;script&gt;" in html
    assert "{{ 7*7 }}" in html


@pytest.mark.parametrize("piece", ["a", "*", "[", "a@", "- ", "\t\n", "|", "**a", "<b", "1. ", "https://"])
def test_a_very_long_text_takes_a_moment_and_no_more(piece: str) -> None:
    begun = process_time()
    to_html(piece * (60_000 // len(piece)))
    assert process_time() - begun < 10
