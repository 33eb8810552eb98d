"""What the answer form asks for, taken from law.outcomes: one box for each thing any outcome may need.

Outcomes share their boxes, so that words typed under one are there under another that asks the same.
The one for words to be given out is never shared with an outcome that withholds: see `MORE`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foi_tracker.law.outcomes import MAY_HAVE_FILES, OUTCOMES, SAME_AS, Field
from foi_tracker.web.provision_words import in_words

MORE = Field(
    "answer",
    "Anything to add in the letter?",
    "Printed as well. Leave it empty where the rest says it all.",
    "",
    required=False,
)
"""What goes into the letter besides what an outcome asks. A box apart from the answer's: words written to
be given out must not go with an outcome that withholds them."""
ADDING = frozenset(
    {
        "withheld",
        "accessible",
        "future_publication",
        "decision_pending",
        "not_held",
        "cost_limit",
        "vexatious",
        "repeated",
        "own_data",
        "not_applicable",
        "withdrawn",
    }
)
"""Outcomes that ask for no answer, but whose letter prints words of the officer's own where there are any."""

WITH_FILES = MAY_HAVE_FILES
"""Outcomes whose words in the letter say what is attached."""


@dataclass(frozen=True)
class Box:
    """One box of the form: its name there, what the law asks, and the outcomes that ask it."""

    name: str
    asks: Field
    outcomes: tuple[str, ...]

    @property
    def provision(self) -> str:
        """The provision in words."""
        return in_words(self.asks.provision)


def _boxes() -> dict[str, Box]:
    found: dict[str, Box] = {}
    for outcome in OUTCOMES.values():
        more = (MORE,) if outcome.code in ADDING else ()
        for asks in (*outcome.fields, *more):
            same = next((box for box in found.values() if box.asks is asks), None)
            free = "more" if asks is MORE else asks.name
            name = same.name if same else (free if free not in found else f"{outcome.code}_{free}")
            found[name] = Box(name, asks, (*(same.outcomes if same else ()), outcome.code))
    return found


BOXES: Mapping[str, Box] = _boxes()
"""Every box by its name in the form."""


def boxes_of(outcome: str) -> list[Box]:
    """The boxes that an outcome opens, in the order in which the law asks; none for a code not known."""
    asked = [*(OUTCOMES[outcome].fields if outcome in OUTCOMES else ()), MORE]
    mine = [box for box in BOXES.values() if outcome in box.outcomes]
    return sorted(mine, key=lambda box: next(n for n, asks in enumerate(asked) if asks is box.asks))


def in_page_order() -> list[Box]:
    """All boxes, so ordered that each outcome finds its own in the order in which the law asks."""
    ordered: list[Box] = []
    waiting = list(BOXES.values())
    while waiting:
        ready = next(box for box in waiting if not _must_wait(box, waiting))
        ordered.append(ready)
        waiting.remove(ready)
    return ordered


def _must_wait(box: Box, waiting: list[Box]) -> bool:
    """Whether some outcome asks another box first that is not placed yet."""
    return any(
        earlier in waiting for code in box.outcomes for earlier in boxes_of(code)[: boxes_of(code).index(box)]
    )


@dataclass(frozen=True)
class Opens:
    """What stands over the boxes of an outcome."""

    heading: str
    lead: str


_FOR_THE_REQUESTER = "These become the reasons in the letter. Write them for the requester."
OPENS: Mapping[str, Opens] = {
    "disclosed": Opens("What you provide", "Printed in the letter as you write it."),
    "part_disclosed": Opens("What you provide, and why not all of it", _FOR_THE_REQUESTER),
    "withheld": Opens("Why it is withheld", _FOR_THE_REQUESTER),
    "accessible": Opens(
        "Where they can get it", "They can get it without asking us, so the letter points to it."
    ),
    "future_publication": Opens("When it will be published", _FOR_THE_REQUESTER),
    "decision_pending": Opens(
        "What is still to be decided",
        "Only where a qualified exemption applies and the public interest needs more time.",
    ),
    "part_held": Opens("What you hold, and what you do not", "Both are printed in the letter."),
    "not_held": Opens("How you know", "The letter says where you looked, so that they can trust it."),
    "cost_limit": Opens(
        "Why it is too much work",
        "The limit is of the request as a whole. What you answer beside it is given voluntarily.",
    ),
    "cost_limit_confirm": Opens(
        "Why finding out is too much work",
        "The letter does not say whether it is held: write nothing that hints at it.",
    ),
    "ncnd": Opens("Why you can say neither", "Write what you would write whether or not it is held."),
    "vexatious": Opens("Why the request is vexatious", "It is the request that is judged, not the person."),
    "repeated": Opens("Which request it repeats", "The letter names the earlier request."),
    "own_data": Opens("Who answers it instead", "Data protection law answers it, in a month of its own."),
    "not_applicable": Opens("Why it falls away", "The letter says which answer makes this one needless."),
    "clarification": Opens("What you need to ask", "Printed in the letter as you write it."),
    "outside_act": Opens(
        "What you say all the same", "Nothing recorded would answer it, but they get a reply."
    ),
    "withdrawn": Opens("How they withdrew it", "Printed in the letter as you write it."),
    SAME_AS: Opens("Which question?", "The letter says to see the answer to that one."),
}
"""What stands over the boxes, by outcome."""

NEEDED: Mapping[str, str] = {
    "answer": "the answer",
    "where": "where they can get it",
    "when": "when it will be published",
    "settled": "when that was settled, and why it is reasonable to wait",
    "estimated_date": "when you will decide",
    "not_held_part": "what is not held, and why",
    "holder": "who may hold it",
    "searched": "where you searched",
    "handed_on": "when the data protection team got it",
    "because_of": "which answer makes it fall away",
    "clarification_question": "what you need to know",
    "asked_first": "whether anything recorded would answer it",
    "withdrawn_how": "when and how they said so",
}
"""Each field of law.outcomes as what is still needed: "Still needed: the answer"."""

WHICH = "which exemption or exception"


def as_needed(asks: Field) -> str:
    """What is still needed, in words: "the answer"; a question of law.reasoning as it is asked."""
    return NEEDED.get(asks.name) or asks.label[:1].lower() + asks.label[1:]
