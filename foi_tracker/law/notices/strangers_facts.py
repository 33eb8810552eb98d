"""The facts of a letter that somebody else wrote, as far as its words tell them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

REFUSING = frozenset({"response", "refusal"})
"""Kinds of letter that answer a request, wholly or in part."""
_HARMS = frozenset({"s.22A", "s.26", "s.27", "s.28", "s.29", "s.31", "s.33", "s.36", "s.38", "s.43"})
"""Sections under which harm is to be shown, and "would" or "would be likely to" to be said."""
_WITHOUT_HARM = ("s.27(2)", "s.27(3)", "s.43(1)")
"""Their limbs under which none is: what another state gave in confidence, and trade secrets."""


def asks_for_harm(code: str) -> bool:
    """Whether a ground, as a letter cites it, asks for harm and for how likely that is."""
    return code.partition("(")[0] in _HARMS and not code.startswith(_WITHOUT_HARM)


def for_cost(code: str) -> bool:
    """Whether a ground, as a letter cites it, is that to answer takes too much work."""
    return code.partition("(")[0] == "s.12" or code.startswith("reg 12(4)(b)")


@dataclass(frozen=True)
class ReadGround:
    """A provision that a letter names, to the limb that it gives."""

    code: str  # as the letter cites it, made plain: "s.40(2)", "reg 12(5)(b)"; "s.31" where no limb is given
    relied_on: bool = True  # False where the letter only speaks of it
    reasoned: bool = True  # something is said of why it applies
    thin: bool = False  # what is said of why is hardly more than the law's own words
    claimed: bool = False  # "because" stands by it, whatever follows
    weighed: bool = True  # False where it comes after all that is said of the public interest
    said: str = ""  # the sentence that first relies on it, or names it

    @property
    def number(self) -> str:
        """The section or regulation without its limbs: "s.40", "reg 12"."""
        return self.code.partition("(")[0]

    @property
    def parts(self) -> tuple[str, ...]:
        """The limbs: ("1", "a")."""
        inside = self.code.partition("(")[2].rstrip(")")
        return tuple(inside.split(")(")) if inside else ()

    @property
    def is_eir(self) -> bool:
        """Whether it is an exception of the Regulations."""
        return self.code.startswith("reg ")


@dataclass(frozen=True)
class Harm:
    """What a letter says of the harm that disclosure would do."""

    said: bool = False  # some harm is named
    would: bool = False
    likely: bool = False  # "would be likely to"
    quoted: bool = False  # "would, or would be likely to", as the Act has it
    weaker: bool = False  # "may", "might" or "could" only
    told: str = ""  # the sentence that tells it, with "may" before any other


@dataclass(frozen=True)
class Cost:
    """What a letter that refuses for cost says of it."""

    claimed: bool = False
    estimate: bool = False  # a figure other than the limit itself
    advice: bool = False  # what could be provided, or why nothing could
    open_offer: bool = False  # only that they may narrow it
    limit_named: bool = False  # it speaks of the limit or the cost, and not of hours alone
    not_counted: str = ""  # work that the estimate counts and may not
    counted: str = ""  # the sentence that counts it
    told: str = ""  # a sentence that refuses for cost


@dataclass(frozen=True)
class Remedies:
    """What a letter says the reader can do next."""

    review: bool = False
    regulator: bool = False
    review_days: int | None = None  # working days within which a review is promised
    promised: str = ""  # the sentence that promises it
    misprinted: str = ""  # a telephone number of the regulator that is not theirs
    misprint: str = ""  # the sentence that gives it


@dataclass(frozen=True)
class ReadTimes:
    """Dates of a letter, as given or as it prints them."""

    received: date | None = None
    issued: date | None = None
    review_asked: date | None = None
    clarified: date | None = None
    extended_to: date | None = None
    extended_by: bool = False  # the time is extended by so many days
    printed_only: bool = False  # the day of receipt is known from the letter alone
    extended: bool = False  # it speaks of more time that was taken
    owned_up: bool = False  # it says that it is late, or is sorry for the delay


@dataclass(frozen=True)
class ReadAnswer:
    """A question and what the letter does with it."""

    label: str
    outcome: str = ""  # a code of law.outcomes where its words tell, "" where there is none
    passage: str = ""
    unanswered: str = ""  # why it is taken to have no answer
    doubt: str = ""  # why that is not sure
    misnumbered_as: str = ""


@dataclass(frozen=True)
class ReadLetter:
    """What a stranger's letter says and leaves out. What its words do not tell is left as it is here."""

    kind: str
    regime: str = "FOIA"  # "FOIA" | "EIR" | "FOISA"
    words: str = ""
    times: ReadTimes = ReadTimes()
    grounds: tuple[ReadGround, ...] = ()
    withholds: str = ""  # a passage that says that something is withheld
    may_withhold: str = ""  # a passage that may say so
    small: str = ""  # a small number that may stand instead of a figure
    not_held: str = ""  # a passage that says that something is not held
    not_held_explained: bool = True
    set_apart: str = ""  # a passage that says that the reasons stand in a file that is not here
    both: str = ""  # a passage that calls the same thing not held and exempt
    neither: str = ""  # a passage that neither confirms nor denies
    weighed: bool = False  # the public interest is weighed
    weighing: str = ""  # the last sentence that weighs it
    harm: Harm = Harm()
    said: Mapping[str, bool] = field(
        default_factory=dict
    )  # balance, where, when, enactment, qualified_person
    cost: Cost = Cost()
    remedies: Remedies = Remedies()
    sent_elsewhere: str = ""  # what sends the reader elsewhere or away, where the letter says nothing else
    sent_with_doubt: str = ""  # why that may yet be an answer
    answers: tuple[ReadAnswer, ...] = ()

    @property
    def relied(self) -> tuple[ReadGround, ...]:
        """The grounds that it relies on."""
        return tuple(ground for ground in self.grounds if ground.relied_on)

    @property
    def is_eir(self) -> bool:
        """Whether it is under the Regulations."""
        return self.regime == "EIR"

    @property
    def is_scottish(self) -> bool:
        """Whether it is under the law of Scotland, of which only the time for an answer is known here."""
        return self.regime == "FOISA"

    @property
    def is_letter(self) -> bool:
        """Whether its words are of a request for information at all."""
        return self.kind != "other"

    @property
    def refuses(self) -> bool:
        """Whether it is a notice under s.17(1), (3) or (5), or under reg 14."""
        if self.kind == "pit_extension":
            return True
        if self.kind not in REFUSING:
            return False
        not_held = bool(self.not_held) and self.is_eir
        return bool(self.relied or self.withholds or self.neither or self.cost.claimed or not_held)
