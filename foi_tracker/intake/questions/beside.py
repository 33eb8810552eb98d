"""What stands beside a marked list, or before it, and asks as the list does."""

from __future__ import annotations

from itertools import zip_longest

from foi_tracker.intake.questions import asks, kinds, leadins
from foi_tracker.intake.questions.asks import Ask
from foi_tracker.intake.questions.assemble import Found
from foi_tracker.intake.questions.lines import Line, sentences
from foi_tracker.intake.questions.paragraphs import Unit
from foi_tracker.intake.questions.roles import asking, is_aside
from foi_tracker.intake.questions.wording import pattern

_COPY = pattern(
    r"""(?:me |us )?(?:with )?(?:an? |the |all |any )?(?:cop(?:y|ies)|lists?|details|minutes|numbers?)
    (?: of )(?!this|these|the above)"""
)


def asked_beside(paragraphs: list[Unit], end: int, opening: str) -> list[Found]:
    """Unmarked paragraphs beside a marked list, which ends at `end`, that ask as strongly as it does.

    `opening` is the word that most of the list's items begin with, where one does.
    """
    found: list[Found] = []
    added = max((unit.line.start for unit in paragraphs if _leads_to_more(unit)), default=-1)
    for unit, after in zip_longest(paragraphs, paragraphs[1:]):
        if after is not None and after.words[:8].lower() in ("for each", "for ever", "of these"):
            found += _asked_of_each(unit)
            continue
        if unit.fragment:
            continue
        if unit.line.start <= added:
            found += _asked_before_more(unit)
            continue
        if unit.words.endswith(":") or is_aside(sentences(unit.line)[0].text):
            continue
        more = " also " in f" {unit.words[:60].lower()} "
        more = more or (unit.line.start > end and (_asks_for_copy(unit) or _begins(unit, opening)))
        rhetoric = asking(sentences(unit.line)[-1].text) is Ask.NO
        if rhetoric and asks.ends_with_question_mark(unit.words):
            continue
        if asking(unit.words) >= Ask.DIRECTIVE and (asks.ends_with_question_mark(unit.words) or more):
            found.append(
                Found(
                    (unit.line.start, unit.line.end), None, "an unmarked line that asks, beside a list", 0.5
                )
            )
    return found


def _asks_for_copy(unit: Unit) -> bool:
    """Whether a paragraph asks for a copy, a list or the details of something of its own."""
    adds = unit.words.lower().startswith(("please include", "include"))
    return not adds and _COPY.match(asks.object_of(unit.words)) is not None


def _begins(unit: Unit, opening: str) -> bool:
    """Whether a paragraph begins as the items of the list above it do."""
    return opening != "" and unit.words.split()[0].lower() == opening


def _leads_to_more(unit: Unit) -> bool:
    """Whether a paragraph leads to a list that is asked for as well: "I would also like:"."""
    return leadins.adds(sentences(unit.line)[-1].text)


def _asked_before_more(unit: Unit) -> list[Found]:
    """What a paragraph asks for before a list is asked for as well."""
    parts = [part for part in sentences(unit.line) if not leadins.adds(part.text)]
    why = "it asks, and the list is asked for as well"
    return [
        Found((part.start, part.end), None, why, 0.6) for part in parts if asking(part.text) >= Ask.DIRECTIVE
    ]


def _names_list(words: str) -> bool:
    return asks.shape(words) is Ask.NOUN and words.lower().startswith(
        ("a list of", "a full list of", "list of")
    )


def asks_of_each(line: Line) -> bool:
    """For each of the above, please state:"""
    return line.text[:9].lower() == "for each " and leadins.is_lead_in(line.text)


def _asked_of_each(unit: Unit) -> list[Found]:
    """What the sentence before "For each, please state:" asks for: the things themselves."""
    first = sentences(unit.line)[0]
    if asking(first.text) is Ask.NO:
        return []
    return [Found((first.start, first.end), None, "it asks for the things that a list then asks about", 0.6)]


def one_thing(line: Line) -> Line | None:
    """The last sentence of a line that asks for a list, a register or the like."""
    found = [part for part in sentences(line) if asking(part.text) >= Ask.DIRECTIVE or _names_list(part.text)]
    lists = [part for part in found if kinds.asks_for_list(part.text)]
    return lists[-1] if lists else None
