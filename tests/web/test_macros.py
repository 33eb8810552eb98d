"""The macros say in words what they show in colour, and stay quiet where there is nothing to show."""

import html5lib
import pytest
from flask import Flask, render_template_string

from foi_tracker.web.templating import init_templating

DUE = {
    "state": "soon",
    "heading_label": "Due",
    "date_words": "Monday 7 December 2026",
    "count_words": "3 working days left",
    "ticks_used": 17,
    "ticks_total": 20,
    "note": "Today is working day 17 of 20",
    "why_url": "/clock",
}


@pytest.fixture
def draw():
    app = Flask(__name__)
    init_templating(app)

    def render(source, **values):
        with app.test_request_context():
            return html5lib.parseFragment(
                render_template_string(source, **values), namespaceHTMLElements=False
            )

    return render


def words(tree):
    return " ".join("".join(tree.itertext()).split())


def of_class(tree, name):
    return [element for element in tree.iter() if name in (element.get("class") or "").split()]


CARD = '{% from "pages/_macros/due.html" import due_card, due_strip %}{{ due_card(due, more) }}'


@pytest.mark.parametrize("state", ["plenty", "soon", "today", "late", "sent"])
def test_a_due_card_says_its_date_and_hides_its_ticks_from_readers(draw, state):
    tree = draw(CARD, due={**DUE, "state": state}, more="")
    assert "Due Monday 7 December 2026 3 working days left Today is working day 17 of 20" in words(tree)
    (ticks,) = of_class(tree, "app-ticks")
    assert ticks.get("aria-hidden") == "true"
    assert [len(list(five)) for five in of_class(tree, "app-ticks__five")] == [5, 5, 5, 5]
    assert len(of_class(tree, "app-ticks__tick--used")) == 17


def test_a_clock_that_is_not_running_has_no_ticks(draw):
    assert not of_class(draw(CARD, due={**DUE, "state": "not_running"}, more=""), "app-ticks")


def test_a_second_date_stands_under_the_first(draw):
    assert words(draw(CARD, due=DUE, more="Question 8A has its own date")).endswith(
        "Question 8A has its own date"
    )


def test_ticks_of_another_total_are_drawn_in_fives_too(draw):
    tree = draw(CARD, due={**DUE, "ticks_total": 23, "ticks_used": 0}, more="")
    assert [len(list(five)) for five in of_class(tree, "app-ticks__five")] == [5, 5, 5, 5, 3]


STRIP = '{% from "pages/_macros/due.html" import due_strip %}{{ due_strip(due) }}'


def test_the_strip_says_the_same_in_two_lines(draw):
    assert words(draw(STRIP, due=DUE)) == "Due Monday 7 December 2026 3 working days left · Why this date?"
    assert words(draw(STRIP, due={**DUE, "why_url": ""})).endswith("3 working days left")


TILES = '{% from "pages/_macros/queue.html" import tiles %}{{ tiles(items) }}'


def test_a_number_is_coloured_only_when_there_is_something_in_it(draw):
    tile = {"number": 2, "text": "Late", "href": "/?late", "state": "late"}
    assert of_class(draw(TILES, items=[tile]), "app-tile--late")
    assert not of_class(draw(TILES, items=[{**tile, "number": 0}]), "app-tile--late")


PAGES = """{% from "pages/_macros/queue.html" import pages %}
{% macro href(number) %}/?page={{ number }}{% endmacro %}{{ pages(number, last, href) }}"""


def test_pages_leave_out_what_is_far_away(draw):
    tree = draw(PAGES, number=5, last=9)
    assert words(tree) == "Previous page 1 ⋯ 4 5 6 ⋯ 9 Next page"
    assert next(link.get("href") for link in tree.iter("a")) == "/?page=4"
    assert words(draw(PAGES, number=1, last=1)) == ""


FINDINGS = '{% from "pages/_macros/letter.html" import findings %}{{ findings(items, severity, first) }}'


def test_findings_are_counted_and_numbered_on_from_the_ones_before(draw):
    finding = {
        "code": "attachment_missing",
        "text": "Nothing is attached.",
        "provision": "Section 1(1)(b)",
        "links": [],
    }
    tree = draw(FINDINGS, items=[finding, finding], severity="should", first=3)
    assert words(tree).startswith("2 should be mended")
    assert [pin.text for pin in of_class(tree, "app-pin--should")] == ["3", "4"]
    assert words(draw(FINDINGS, items=[], severity="must", first=1)) == ""


def test_what_people_typed_is_never_markup(draw):
    tree = draw(CARD, due={**DUE, "note": "<script>alert(1)</script>{{ 7 * 7 }}"}, more="<b>")
    assert not list(tree.iter("script"))
    assert "{{ 7 * 7 }}" in words(tree)
