"""The reader that checks every page of the other tests finds each fault it is there to find."""

from __future__ import annotations

import pytest

from tests.html import Page, faults

SOUND = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Queue</title></head><body>
<h1>Queue</h1>
<a href="#main">Skip</a>
<main id="main"><form method="post"><label for="name">Name</label>
<input id="name" name="name" aria-describedby="hint"><p id="hint">As signed</p></form></main>
</body></html>"""


def test_a_sound_page_has_no_fault() -> None:
    assert faults(Page(SOUND)) == []


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ("<!DOCTYPE html>\n", "", "no doctype"),
        (' lang="en-GB"', "", "no language"),
        ("<title>Queue</title>", "<title> </title>", "no title"),
        ("<h1>Queue</h1>", "", "0 h1"),
        ("<h1>Queue</h1>", "<h1>Queue</h1><h1>Again</h1>", "2 h1"),
        ('<p id="hint">', '<p id="name">', "id 'name' is there 2 times"),
        ('for="name"', 'for="nome"', "label for 'nome'"),
        ('<label for="name">Name</label>', "", "no label for <input name='name'>"),
        ('describedby="hint"', 'describedby="hunt"', "points at 'hunt'"),
        ('href="#main"', 'href="#mean"', "a link to #mean"),
        ('method="post"', 'method="put"', "method 'put'"),
        ("</form></main>", "</main></form>", "Unexpected end tag"),
        ("<p id=", "<p class=a class=b id=", "duplicate attribute"),
    ],
)
def test_each_fault_is_found(was: str, becomes: str, fault: str) -> None:
    assert was in SOUND
    assert any(fault in found for found in faults(Page(SOUND.replace(was, becomes, 1))))


def test_a_control_inside_its_label_has_one() -> None:
    assert faults(Page(SOUND.replace("<p id=", "<label><input type=checkbox> Keys</label><p id="))) == []


def test_the_words_of_a_page_are_what_a_reader_sees() -> None:
    page = Page(SOUND.replace("<h1>", "<script>let words</script><h1>"))
    assert page.words() == "Queue Skip Name As signed"
    assert page.title == "Queue"
