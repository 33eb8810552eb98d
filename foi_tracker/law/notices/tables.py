"""What a pasted table may give away or leave to be guessed: small counts, a pivot's own headings.

Good practice alone, so each is a `should`: only those who know the figures can say whether they may stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.cells import Rows, headed, is_whole, tables_in
from foi_tracker.law.notices.facts import Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule, cite

_SMALL = frozenset("1234")
_NO_FIGURE = frozenset({"", "-", "–", "—", "*", "c", "x", "n/a", "na", "nil", "none", "not held", "withheld"})
_SUPPRESSED = re.compile(
    r"(?:<|under|below|less than|fewer than|up to)\s?\d{1,2}|\d{1,2} or (?:fewer|less)", re.IGNORECASE
)
_NUMBERING = re.compile(
    r"#|(?:no|nr|ref|reference|id|item|question|row|line|page|year|month|week|quarter|rank|band|grade|level"
    r"|tier|priority|phase|version|code|order|position|age)\.?",
    re.IGNORECASE,
)
"""Headings of columns that number or name their rows."""
_LENGTHS = r"(?:seconds|minutes|mins|hours|hrs|days|weeks|months|years|miles|km|metres|kg|tonnes|mb|gb|db)"
_MEASURE = re.compile(
    rf"""
    %|£|€|\$ | \bper\s?cent | \bpercentages?\b | \bproportion\b
    | \b(?:pounds?|costs?|prices?|spen[dt]|spending|budgets?|value|amount|fees?)\b
    | \b(?:rates?|ratio|average|mean|median|scores?|ratings?|rank(?:ing)?)\b
    | ^(?:total\ )?{_LENGTHS}\b | \({_LENGTHS}\)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""In the heading of a column or the name of a row: its figures measure something, and count nobody."""
_THINGS = re.compile(
    r"\b(?:grants|contracts|tenders|invoices|vehicles|trees|bins|potholes|cameras|laptops|documents|pages)\b",
    re.IGNORECASE,
)
"""In the heading of a column: what it counts is plainly no person."""

_OWN = frozenset({"row labels", "column labels", "(blank)", "total result"})
_FIELD = re.compile(
    r"(?:(?:Distinct )?Count|Sum|Average|Max|Min|Product|StdDevp?|Varp?|COUNTA?|SUM|AVERAGE|MAX|MIN)"
    r" (?:of|-) (?P<named>\S.*)"
)


def small_counts(text: str) -> list[int]:
    """Counts from 1 to 4 in the tables of a text, each once: whole numbers in a column of such.

    Never the first column, nor money, percentages, rates, lengths of time, decimals or numbering.
    """
    found: set[int] = set()
    for rows in tables_in(text):
        above, body = headed(rows)
        headings = [" ".join(cell for _, cell in column).strip() for column in _columns(above)]
        for place, column in enumerate(_columns(body)):
            if place and _counts(headings[place] if place < len(headings) else "", column):
                found |= {int(cell) for name, cell in column if cell in _SMALL and not _MEASURE.search(name)}
    return sorted(found)


def _columns(rows: Rows) -> list[list[tuple[str, str]]]:
    """The cells of each column, each with the first cell of its row, which names it. Rows may be short."""
    columns: list[list[tuple[str, str]]] = []
    for row in rows:
        for place, cell in enumerate(row):
            if place == len(columns):
                columns.append([])
            columns[place].append((row[0], cell))
    return columns


def _counts(heading: str, column: Sequence[tuple[str, str]]) -> bool:
    """Whether a column counts something, as far as its heading and its cells tell."""
    cells = [cell for _, cell in column]
    if any((_NUMBERING.fullmatch(heading), _MEASURE.search(heading), _THINGS.search(heading))):
        return False
    if len(cells) > 2 and cells == [str(number) for number in range(1, len(cells) + 1)]:
        return False  # 1, 2, 3: numbering
    return all(
        is_whole(cell) or cell.casefold() in _NO_FIGURE or _SUPPRESSED.fullmatch(cell) for cell in cells
    )


def pivot_headings(text: str) -> list[str]:
    """The headings in a text's tables that a spreadsheet made for a pivot table, each once, in order.

    "Row Labels", "Column Labels", "(blank)" and "Total Result" are nobody's own words. "Count of Int Ref
    Number" names a field, by its capital, figure or underscore; "Count of incidents" does so only beside one
    of those. "Grand Total" is a plain name for a row, and is left alone.
    """
    found: list[str] = []
    for rows in tables_in(text):
        own = [cell for row in rows for cell in row if cell.casefold() in _OWN]
        fields = [cell for row in headed(rows)[0] for cell in row if _names_a_field(cell, beside=bool(own))]
        found += [*own, *fields]
    return list(dict.fromkeys(found))


def _names_a_field(cell: str, *, beside: bool) -> bool:
    match = _FIELD.fullmatch(cell)
    if match is None:
        return False
    named = match["named"]
    return beside or not named[0].islower() or "_" in named


def _each(
    facts: LetterFacts, look: Callable[[str], Sequence[object]]
) -> Iterator[tuple[str, str, str, str, Sequence[object]]]:
    """Where there is something to say: the place, the question, what mends it, its box, and what was seen."""
    if seen := look(facts.opening_statement):
        yield "the opening statement", "", "letter", "", seen
    for answer in facts.answers:
        if not answer.same_as and (seen := look(answer.answer)):
            place = f"the answer to question {answer.label}"
            yield place, answer.label, f"question:{answer.label}", "answer", seen


def small_numbers(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Somebody among so few may be recognised, by those who know them: s.40(2); reg 13."""
    provision = cite(facts, "s.40(2)", "reg 13")
    section = cite(facts, "section 40(2)", "regulation 13")
    for place, label, mend, box, counts in _each(facts, small_counts):
        message = (
            f"A table in {place} has counts of {_listed(counts)}. If they count people, think whether "
            f"somebody could be recognised: then {section} may apply. Otherwise they may stand."
        )
        yield Finding("should", "small_numbers", provision, message, label, mend, field=box)


def left_by_a_pivot(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """A reader cannot tell what a field's name counts, nor what a blank is: s.16."""
    for place, label, mend, box, headings in _each(facts, pivot_headings):
        quoted = [f"“{heading}”" for heading in headings]
        message = (
            f"A table in {place} still has a spreadsheet's own words: {_listed(quoted)}. Say in plain words "
            "what each column and row holds."
        )
        provision = cite(facts, "s.16", "reg 9")
        yield Finding("should", "pivot_headings", provision, message, label, mend, field=box)


def _listed(words: Iterable[object]) -> str:
    *others, last = map(str, words)
    return f"{', '.join(others)} and {last}" if others else last


def _has_tables(facts: LetterFacts) -> bool:
    texts = (facts.opening_statement, *(answer.answer for answer in facts.answers))
    return any(True for text in texts for _ in tables_in(text))


TABLE_RULES = (
    Rule(
        ("small_numbers",),
        small_numbers,
        "No table counts so few that somebody could be recognised.",
        "s.40(2)",
        "reg 13",
        applies=_has_tables,
    ),
    Rule(
        ("pivot_headings",),
        left_by_a_pivot,
        "The tables have headings in plain words.",
        "s.16",
        "reg 9",
        applies=_has_tables,
    ),
)
