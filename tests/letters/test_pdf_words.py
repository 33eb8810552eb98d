"""What a PDF says, read by its structure, is what the facts say, in their order."""

from __future__ import annotations

import re

import pytest

from foi_tracker.letters import dates
from foi_tracker.letters.markdown import to_html
from foi_tracker.letters.plain import to_text
from foi_tracker.letters.render import plain_text
from tests.letters.made import LETTERS, structure_of
from tests.letters.pdf_reader import folded

A_PAGE = 100  # characters: further on, a table's headings may be repeated on the next page
every_letter = pytest.mark.parametrize("name", [name for name in LETTERS if name != "response-hostile"])
"""All but the hostile one, whose words are too long for a line and are cut in two."""


def words(text: str) -> list[str]:
    """The words alone, without the marks of lists and tables."""
    return re.findall(r"[\w£%'’]+", text)


def typed(markdown: str) -> str:
    """What an officer typed, as it reads: without the marks of Markdown."""
    text = to_text(str(to_html(markdown)))
    text = folded(re.sub(r"(?m)^\s*(?:- |\d+\. )| \| ", " ", text))
    return text[:A_PAGE]


@every_letter
def test_the_pdf_reads_as_the_plain_letter_reads(name: str) -> None:
    plain = plain_text(LETTERS[name], whole=True)
    read = structure_of(name).text
    # Headings that repeat on the next page are read again: take them as often as the PDF has them.
    assert dict.fromkeys(words(read)) == dict.fromkeys(words(plain))
    if "twelve" not in name:
        assert "".join(words(read)) == "".join(words(plain))


@every_letter
def test_the_facts_stand_in_their_order(name: str) -> None:
    facts = LETTERS[name]
    expected = [
        facts.authority.name,
        facts.recipient.name,
        dates.day(facts.dated),
        facts.reference,
        facts.subject,
    ]
    if facts.kind != "consultation":  # a third party is not told when it came
        expected.append(dates.day(facts.received))
    questions = [answer.question for answer in facts.answers]
    by_law = sorted(facts.answers, key=lambda answer: answer.regime == "EIR")  # a section for each law
    pairs = [(answer.question, typed(answer.answer)) for answer in by_law]
    if facts.layout == "interleaved":
        expected += [part for pair in pairs for part in pair]
    else:
        expected += questions + [answer for _question, answer in pairs]
    expected.append(facts.authority.signatory_role)
    text = folded(re.sub("•", " ", structure_of(name).text))
    place = 0
    for part in filter(None, expected):
        found = text.find(folded(part), place)
        assert found >= 0, f"{part!r} does not stand after {text[max(0, place - 60) : place]!r}"
        place = found + len(folded(part))


def test_as_above_is_said_by_the_number_of_the_question() -> None:
    assert "Answer 21 See the answer to question 1." in structure_of("response-every-outcome").text


def test_a_late_letter_says_so_and_apologises_before_the_result() -> None:
    text = structure_of("response-late").text
    late = text.index(
        "We should have answered by 13 November 2026, so this letter is three working days late."
    )
    sorry = text.index("We were waiting for figures from a provider. I am sorry.")
    assert late < sorry < text.index("We hold the answers")
