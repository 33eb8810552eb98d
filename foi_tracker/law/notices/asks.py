"""What each kind of letter asks its writer for.

The form that asks, the letter that prints it and the check that reads the letter all read this one table.
Values are kept as text by name: dates in ISO form, money as pounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

ASK_THEM, AGREED = "ask", "agreed"
DISBURSEMENTS, OVER_LIMIT = "disbursements", "over_limit"
NO_REPLY, NO_FEE = "clarification", "fee"


@dataclass(frozen=True)
class Ask:
    """One thing a letter needs that only its writer can say."""

    name: str  # the key in LetterFacts.said
    label: str  # a plain question
    hint: str
    provision: str
    lacking: str  # what a letter without it does not say: "how much the fee is"
    kind: str = "textarea"  # text | textarea | money | date | choice
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()  # value, words
    regime: str = ""  # asked under this law alone; "" is any
    only_if: tuple[str, str] = ("", "")  # asked only where another value is this
    falls: str = ""  # a date: "past" (not after the letter's day) | "coming" (after it)
    by_us: bool = False  # filled in by the act that makes the letter: never on the form
    code: str = "outcome_incomplete"
    level: str = "must"

    def is_asked(self, regime: str, said: Mapping[str, str]) -> bool:
        """Whether a letter under this law, with these values, needs it."""
        name, value = self.only_if
        return self.regime in ("", regime) and (not name or said.get(name) == value)

    def is_missing(self, said: Mapping[str, str]) -> bool:
        """Whether nothing that can be used is there."""
        value = said.get(self.name, "").strip()
        if self.kind == "choice":
            return value not in dict(self.choices)
        if self.kind == "money":
            return pounds(value) is None
        if self.kind == "date":
            return day_of(value) is None
        return not value

    def is_amiss(self, said: Mapping[str, str], dated: date) -> bool:
        """Whether it is missing, or a date on the wrong side of the letter's day."""
        if self.is_missing(said):
            return True
        day = day_of(said[self.name]) if self.kind == "date" else None
        if day is None or not self.falls:
            return False
        return day > dated if self.falls == "past" else day <= dated


def pounds(text: str) -> Decimal | None:
    """An amount as people type it ("£1,250.50"), or None where it is none, or nothing at all."""
    try:
        amount = Decimal(text.strip().removeprefix("£").replace(",", "").strip())
    except InvalidOperation:
        return None
    if not amount.is_finite() or not 0 < amount < 1_000_000 or amount != round(amount, 2):
        return None
    return amount


def day_of(text: str) -> date | None:
    """An ISO date, or None."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


_FEES = (
    Ask(
        "basis",
        "What may you charge for?",
        "Under the limit, only copying, printing and postage. Over it you may charge for all the work.",
        "s.9; s.13",
        "what the fee is for in law",
        kind="choice",
        choices=(
            (DISBURSEMENTS, "Copying, printing and postage (section 9)"),
            (OVER_LIMIT, "All the work, because it is over the cost limit (section 13)"),
        ),
        regime="FOIA",
    ),
    Ask("amount", "How much is the fee?", "In pounds.", "s.9(1); reg 8(4)", "how much the fee is", "money"),
    Ask(
        "pays_for",
        "What does it pay for?",
        "For example: 120 pages at 10p, and postage of £3.50.",
        "s.9(1); SI 2004/3244 regs 6 and 7; reg 8(1)",
        "what the fee pays for",
    ),
    Ask(
        "how_to_pay",
        "How can they pay?",
        "Every way you take, with the reference to give.",
        "s.9(1); s.16; reg 8(4)",
        "how to pay",
    ),
    Ask(
        "schedule",
        "Where is your schedule of charges?",
        "A link, or where it can be read.",
        "reg 8(8)",
        "where the schedule of charges is",
        kind="text",
        regime="EIR",
        level="should",
    ),
)
_PUBLIC_INTEREST = (
    Ask(
        "weighing",
        "What are you still weighing?",
        "What stands for and against, and whom you wait for. Leave it empty when the reasons say it.",
        "s.45 Code",
        "what is still being weighed",
        required=False,
    ),
)
_COMPLEX = (
    Ask(
        "complexity",
        "What makes the request complex?",
        "Complexity alone is not enough: it must be complex and large.",
        "reg 7(1)",
        "what makes the request complex",
    ),
    Ask(
        "volume",
        "How much information is there?",
        "Numbers help: so many files, so many pages.",
        "reg 7(1)",
        "how much information there is",
    ),
)
_TRANSFER = (
    Ask(
        "authority",
        "Which body may hold it?",
        "Its full name.",
        "s.16; reg 10(1)",
        "which body may hold it",
        kind="text",
    ),
    Ask(
        "contact",
        "How can it be asked?",
        "Its email or postal address for requests.",
        "s.16; reg 10(1)",
        "how to ask that body",
        kind="text",
    ),
    Ask(
        "searched",
        "How do you know that you do not hold it?",
        "Where you searched, or why no search was needed.",
        "s.1(1)(a)",
        "why we do not hold it",
        code="not_held_unexplained",
        level="should",
    ),
    Ask(
        "consent",
        "May you pass it on?",
        "The regulator asks that the requester agrees first.",
        "s.45 Code; reg 10",
        "whether we pass it on",
        kind="choice",
        choices=((ASK_THEM, "Ask them in this letter"), (AGREED, "They have agreed, and we pass it on")),
    ),
    Ask(
        "consent_on",
        "When did they agree?",
        "",
        "s.45 Code",
        "when they agreed",
        kind="date",
        only_if=("consent", AGREED),
        falls="past",
    ),
)
_PASSED_ON = (
    Ask(
        "searched",
        "How do you know that you do not hold it?",
        "",
        "s.1(1)(a)",
        "why we do not hold it",
        by_us=True,
        code="not_held_unexplained",
        level="should",
    ),
    Ask("authority", "Passed to", "", "s.16; reg 10(1)", "to whom it was passed", "text", by_us=True),
    Ask("contact", "Their address", "", "s.16; reg 10(1)", "how to ask that body", "text", by_us=True),
    Ask("consent_on", "Agreed on", "", "s.45 Code", "when they agreed", "date", by_us=True),
    Ask("received_on", "Received there on", "", "s.10(1)", "when it was received there", "date", by_us=True),
    Ask("their_number", "Their reference", "", "s.16", "the reference there", "text", by_us=True),
    Ask("answer_by", "Due there by", "", "s.10(1)", "by when they must answer", "date", by_us=True),
)
_HOLDING = (
    Ask(
        "why",
        "Why does it take longer?",
        "The plain reason, without excuses.",
        "s.10(1); s.45 Code",
        "why it takes longer",
        code="late_unexplained",
        level="should",
    ),
    Ask(
        "progress",
        "What have you done so far, and what is left?",
        "",
        "s.16",
        "how far the answer has come",
        level="should",
    ),
    Ask(
        "expected",
        "By when will they have the answer?",
        "A date that you can keep.",
        "s.16",
        "by when they will have the answer",
        kind="date",
        falls="coming",
        level="should",
    ),
)
_CLOSURE = (
    Ask(
        "because",
        "What did not come?",
        "",
        "s.1(3); s.9(2)",
        "why the request is closed",
        kind="choice",
        choices=(
            (NO_REPLY, "Their answer to what we asked them"),
            (NO_FEE, "The fee, in the time the law allows"),
        ),
    ),
    Ask(
        "asked_on",
        "When did we write to them about it?",
        "",
        "s.1(3); s.9(2)",
        "when we wrote to them",
        kind="date",
        falls="past",
    ),
)
_CONSULTATION = (
    Ask(
        "shown",
        "What they are shown",
        "",
        "s.45 Code",
        "what we hold that is about them",
        by_us=True,
        level="should",
    ),
    Ask(
        "question",
        "What do you want them to tell you?",
        "For example: what harm release would do them, and whether they mind.",
        "s.45 Code",
        "what you want them to tell you",
        level="should",
    ),
    Ask(
        "reply_by",
        "Reply by",
        "",
        "s.45 Code",
        "by when they should reply",
        kind="date",
        by_us=True,
        level="should",
    ),
)

ASKS: Mapping[str, tuple[Ask, ...]] = {
    "fees_notice": _FEES,
    "pit_extension": _PUBLIC_INTEREST,
    "eir_extension": _COMPLEX,
    "transfer": _TRANSFER,
    "passed_on": _PASSED_ON,
    "holding": _HOLDING,
    "closure": _CLOSURE,
    "consultation": _CONSULTATION,
}
"""What each kind asks, in the order of the form. Kinds that are not here ask nothing of their own."""


def asks_of(kind: str, regime: str, said: Mapping[str, str]) -> tuple[Ask, ...]:
    """What a letter of this kind needs under this law ("FOIA", "EIR"), with what it says already."""
    return tuple(ask for ask in ASKS.get(kind, ()) if ask.is_asked(regime, said))
