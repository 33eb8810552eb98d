"""Standard paragraphs as their pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from foi_tracker.casework.wording_examples import Example
from foi_tracker.casework.wordings import Standing
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.letters.passages import passage
from foi_tracker.letters.saying import Said
from foi_tracker.letters.standard import Wording, fill
from foi_tracker.letters.standard_check import problems
from foi_tracker.models import WordingVersion
from foi_tracker.web.access import may_see_requester
from foi_tracker.web.blind import blind_facts
from foi_tracker.web.links import link_to
from foi_tracker.web.wordings.difference import Piece, difference

EDITED = "edited"


def matching(standings: Sequence[Standing], group: str, letters: str) -> list[Standing]:
    """Those of the group ("edited" is one, "" all) with all these words in their name, words or provision."""
    typed = letters.casefold().split()
    return [
        each
        for each in standings
        if group in ("", each.wording.group) or (group == EDITED and each.own is not None)
        if all(word in _searched(each) for word in typed)
    ]


def in_the_list(standing: Standing) -> str:
    """The words in force, as far as they are the same in every letter."""
    fixed = {each.name: each.example for each in standing.wording.placeholders if each.fixed}
    words = fill(standing.text, fixed)
    return words[:1].upper() + words[1:]


def _searched(standing: Standing) -> str:
    wording = standing.wording
    return f"{wording.title}\n{in_the_list(standing)}\n{wording.provision}".casefold()


def printed_in(wording: Wording) -> str:
    """Where letters print it, in a sentence."""
    group, _, rest = wording.key.partition(".")
    kind = rest.partition(".")[0]
    under = " Only for environmental information." if rest.endswith(".eir") else ""
    if group == "letter" and kind in set(Kind):
        where = f"Printed in this letter: {KIND_LABELS[Kind(kind)].lower()}."
    else:
        where = {
            "outcome": "Printed in the answer to each question that is answered so.",
            "result": "Printed at the head of an answer, which says in short what became of the questions.",
            "reason": "Printed among the reasons of a refusal.",
            "ground": "Printed where a refusal rests on this provision, for {why}.",
            "always": "Printed in letters of every kind that have this part.",
        }.get(group, "Printed in the letters that its name tells.")
    return where + under


@dataclass(frozen=True)
class Reading:
    """How words would read in a letter; or why they cannot be said."""

    problems: tuple[str, ...] = ()
    html: Markup | None = None
    says: str = ""  # which letter; "" where it is a made-up one
    href: str = ""  # its page
    none: str = ""  # why it is a made-up one, where that is known


def reading(wording: Wording, text: str, example: Example | None, none: str = "") -> Reading:
    """The words in the example's letter, who asked hidden from those who may not see it.

    Where there is none, the words alone, with examples for what a letter fills in; `none` says why.
    """
    wrong = problems(wording, text)
    if wrong:
        return Reading(problems=wrong)
    if example is not None:
        seen = may_see_requester(example.case.authority_id)
        facts = example.facts if seen else blind_facts(example.case, example.facts)
        if html := passage(facts, wording.key, text):
            return Reading(html=html, says=example.says, href=_page_of(example))
    values = {each.name: each.example for each in wording.placeholders}
    return Reading(html=Said(text.strip(), values).blocks, none=none)


def _page_of(example: Example) -> str:
    case = example.case
    if example.letter_id is None:
        return link_to("cases.questions", case.authority_id, case_id=case.id)
    return link_to("drafting.letter", case.authority_id, case_id=case.id, letter_id=example.letter_id)


@dataclass(frozen=True)
class VersionShown:
    """A version, and what it changed."""

    number: int
    what: str
    by: str
    at: datetime
    text: str
    is_default: bool  # the one of its day
    changed: list[Piece]


def versions_shown(versions: Sequence[WordingVersion]) -> list[VersionShown]:
    """The versions, oldest first, each beside the one before; the first beside the default of its day."""
    shown = []
    before: WordingVersion | None = None
    for version in versions:
        text = version.words
        # An upgrade may change a default that was gone back to: the next version tells which one it saw,
        # save where that is the default of an earlier day, put in force again.
        follows = before is not None and before.text is None and version.text != version.default_text
        earlier = before.words if before and not follows else version.default_text
        what = "Back to the default" if version.text is None else "Our words"
        if before is not None and version.text == before.text and version.default_text != before.default_text:
            what = "Kept, not the new default"
        shown.append(
            VersionShown(
                version.number,
                what,
                version.written_by,
                version.written_at,
                text,
                version.text is None,
                difference(earlier, text),
            )
        )
        before = version
    return shown
