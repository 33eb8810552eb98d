"""What each kind of letter is made of, in order: the one list that everything else reads.

The template draws the parts, the golden texts follow them, and the statutory
check asks for the facts that they need.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.kinds import Kind


@dataclass(frozen=True)
class Part:
    """One part of a letter. An empty template means words of the kind's own file."""

    name: str
    template: str
    needs: tuple[str, ...] = ()  # paths into the facts, without which the part says nothing
    provision: str = ""  # the law or the Code that asks for it, "" for courtesy


_LETTERHEAD = Part("letterhead", "_parts/letterhead.html", ("authority.name",))
_ADDRESS = Part("address", "_parts/address.html", ("recipient.name", "dated", "reference"))
_TITLE = Part("title", "_parts/title.html", ("subject",))
_OPENING = Part("opening", "", ("received",), "s.45 Code")
_ASKED = Part("what_you_asked", "_parts/what_you_asked.html", ("answers",), "s.1(1)")
_REACH_US = Part("reach_us", "_parts/reach_us.html", ("authority.email",), "s.16; Equality Act 2010 s.20")
_NEXT_STEPS = Part(
    "next_steps", "_parts/next_steps.html", ("authority.review_contact", "regulator"), "s.17(7); reg 14(5)"
)
_FORMAT = Part("format", "_parts/format.html", (), "s.16; Equality Act 2010 s.20")
_CLOSE = Part("close", "_parts/close.html", ("authority.signatory_role",))
_ENCLOSED = Part("enclosed", "_parts/enclosed.html", ("attachments",))
_FOOTER = Part("footer", "_parts/footer.html", ("authority.footer",))
_HEAD = (_LETTERHEAD, _ADDRESS, _TITLE, _OPENING)
_TAIL = (_NEXT_STEPS, _FORMAT, _CLOSE, _FOOTER)

PARTS: Mapping[Kind, tuple[Part, ...]] = {
    Kind.ACKNOWLEDGEMENT: (
        _LETTERHEAD,
        _ADDRESS,
        _TITLE,
        _OPENING,
        _ASKED,
        Part("when", "_parts/when_you_will_hear.html", ("due", "date_reason"), "s.10(1); reg 5(2)"),
        _REACH_US,
        _CLOSE,
        _FOOTER,
    ),
    Kind.NOT_VALID: (
        _LETTERHEAD,
        _ADDRESS,
        _TITLE,
        _OPENING,
        Part("why_not_valid", "_parts/why_not_valid.html", ("not_valid_reason",), "s.8(1); s.16"),
        _REACH_US,
        _CLOSE,
        _FOOTER,
    ),
    Kind.CLARIFICATION: (
        _LETTERHEAD,
        _ADDRESS,
        _TITLE,
        _OPENING,
        _ASKED,
        Part("our_question", "_parts/our_question.html", ("clarification",), "s.1(3); reg 9(2)"),
        Part("what_happens_next", "_parts/what_happens_next.html", ("close_by",), "s.10(6); s.16"),
        _FORMAT,
        _CLOSE,
        _FOOTER,
    ),
    Kind.RESPONSE: (
        _LETTERHEAD,
        _ADDRESS,
        _TITLE,
        _OPENING,
        Part("opening_statement", "_parts/opening_statement.html", ("opening_statement",)),
        Part("answers", "_parts/answers.html", ("answers",), "s.1(1); s.17"),
        _NEXT_STEPS,
        Part(
            "reuse_and_format",
            "_parts/reuse_and_format.html",
            ("authority.reuse",),
            "s.45 Code; SI 2015/1415; Equality Act 2010 s.20",
        ),
        _CLOSE,
        _ENCLOSED,
        _FOOTER,
    ),
    Kind.FEES_NOTICE: (
        *_HEAD,
        _ASKED,
        Part(
            "fee",
            "_parts/fee.html",
            ("said.amount", "said.pays_for", "said.how_to_pay"),
            "s.9(1); reg 8(4)",
        ),
        Part("time_to_pay", "_parts/time_to_pay.html", ("until",), "s.9(2); s.10(2); reg 8(6)"),
        *_TAIL,
    ),
    Kind.PIT_EXTENSION: (
        *_HEAD,
        Part("answers", "_parts/answers.html", ("answers",), "s.17(1) and (2)"),
        Part("weighing", "_parts/weighing.html", ("said.weighing",), "s.10(3)"),
        *_TAIL,
    ),
    Kind.EIR_EXTENSION: (
        *_HEAD,
        _ASKED,
        Part("longer", "_parts/longer.html", ("said.complexity", "said.volume", "until"), "reg 7"),
        *_TAIL,
    ),
    Kind.TRANSFER: (
        *_HEAD,
        _ASKED,
        Part(
            "elsewhere",
            "_parts/elsewhere.html",
            ("said.authority", "said.contact", "said.searched", "said.consent"),
            "s.1(1)(a); s.16; reg 10; reg 12(4)(a)",
        ),
        *_TAIL,
    ),
    Kind.PASSED_ON: (
        *_HEAD,
        _ASKED,
        Part(
            "handed_over",
            "_parts/handed_over.html",
            ("said.authority", "said.received_on", "said.their_number", "said.answer_by", "said.searched"),
            "s.1(1)(a); s.16; reg 10; reg 12(4)(a)",
        ),
        *_TAIL,
    ),
    Kind.HOLDING: (
        *_HEAD,
        Part("delay", "_parts/delay.html", ("said.why", "said.progress", "said.expected"), "s.10(1); s.16"),
        *_TAIL,
    ),
    Kind.CLOSURE: (
        *_HEAD,
        Part("closed", "_parts/closed.html", ("said.because", "said.asked_on"), "s.1(3); s.9(2); s.16"),
        *_TAIL,
    ),
    Kind.CONSULTATION: (
        *_HEAD,
        _ASKED,
        Part(
            "your_view",
            "_parts/your_view.html",
            ("said.shown", "said.question", "said.reply_by"),
            "s.45 Code",
        ),
        _CLOSE,
        _FOOTER,
    ),
}


def parts_of(kind: str) -> tuple[Part, ...]:
    """The parts of a kind of letter, in order. ValueError for a word that is no kind."""
    return PARTS[Kind(kind)]


def value_at(facts: LetterFacts, path: str) -> object:
    """The fact a part needs, by its path ("authority.name")."""
    value: object = facts
    for name in path.split("."):
        value = value.get(name, "") if isinstance(value, Mapping) else getattr(value, name)
    return value
