"""What may become of a question, and what each outcome needs before a letter can go.

What withholds, and what neither confirms nor denies, rests on grounds besides: see exemptions.py.

The form that asks, the check that reads the letter and the statistics all read
this one table. Words are those an officer sees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foi_tracker.law.outcome_fields import (
    ANSWER,
    HOLDER,
    SEARCHED,
    WHERE,
)
from foi_tracker.law.outcome_fields import Field as Field
from foi_tracker.law.reasoning import asks_of

WE_HOLD_IT = "We hold it"
WE_DO_NOT = "We do not hold it"
NEED_NOT = "We need not or cannot say"
OTHER = "Other"
GROUPS = (WE_HOLD_IT, WE_DO_NOT, NEED_NOT, OTHER)

SAME_AS = "same_as"
"""Not an outcome but a link: the question takes the answer of another. Offered in the group OTHER."""
SAME_AS_LABEL = "Same as another question"
UNCLEAR = "clarification"
"""The outcome of a question that is put back to the requester: s.1(3)."""
OPENING_STATEMENT = "opening_statement"
"""What `because_of` holds where the opening statement, and not a question, makes one fall away."""


@dataclass(frozen=True)
class Outcome:
    """What becomes of a question."""

    code: str
    label: str
    group: str
    held: str  # "yes" | "no" | "part" | "not_said" | ""
    provision: str
    fields: tuple[Field, ...] = ()
    refusal: bool = False  # a refusal under s.17(1), (3) or (5), which s.17(7) binds
    whole_request: bool = False  # s.12 and s.14 are of the request as a whole: their facts stand at the case

    @property
    def of_the_act_alone(self) -> bool:
        """Whether the Regulations have nothing like it: ss.12 and 14; s.22; more time to weigh, s.10(3)."""
        return self.whole_request or self.code in ("future_publication", "decision_pending")

    @property
    def says_whether_held(self) -> bool:
        """Whether its paragraph in the letter has to say whether it is held: s.1(1)(a).

        Giving it is saying it (s.1(5)). Section 12(1) leaves the duty to say so; nothing is to be said where
        the law lets us say neither (s.12(2), NCND), where the request is vexatious or repeated (s.14), nor of
        what asks for nothing recorded or has fallen away.
        """
        return self.code == "cost_limit" or (
            self.group in (WE_HOLD_IT, WE_DO_NOT) and self.code != "disclosed"
        )


_ALL = (
    Outcome("disclosed", "Held and provided", WE_HOLD_IT, "yes", "s.1(1)", (ANSWER,)),
    Outcome(
        "part_disclosed",
        "Held, part withheld",
        WE_HOLD_IT,
        "yes",
        "s.17(1)",
        (ANSWER,),
        refusal=True,
    ),
    Outcome("withheld", "Held, withheld", WE_HOLD_IT, "yes", "s.17(1)", refusal=True),
    Outcome("accessible", "Already accessible", WE_HOLD_IT, "yes", "s.21", (WHERE,), refusal=True),
    Outcome(
        "future_publication",
        "To be published",
        WE_HOLD_IT,
        "yes",
        "s.22",
        tuple(ask for ask in asks_of("s.22") if ask.required),
        refusal=True,
    ),
    Outcome(
        "decision_pending",
        "Decision to follow",
        WE_HOLD_IT,
        "yes",
        "s.17(2)",
        (
            Field(
                "estimated_date",
                "When will you decide?",
                "Never left open.",
                "s.17(2)",
                "date",
                code="pit_estimate_missing",
            ),
        ),
        refusal=True,
    ),
    Outcome(
        "part_held",
        "Part held",
        WE_HOLD_IT,
        "part",
        "s.1(1)",
        (
            ANSWER,
            Field("not_held_part", "What is not held, and why?", "Where you searched for it.", "s.1(1)(a)"),
            HOLDER,
        ),
    ),
    Outcome("not_held", "Not held", WE_DO_NOT, "no", "s.1(1)(a)", (SEARCHED, HOLDER)),
    Outcome("cost_limit", "Over the cost limit", NEED_NOT, "", "s.12(1)", refusal=True, whole_request=True),
    Outcome(
        "cost_limit_confirm",
        "Over the limit to confirm or deny",
        NEED_NOT,
        "not_said",
        "s.12(2)",
        refusal=True,
        whole_request=True,
    ),
    Outcome("ncnd", "Neither confirmed nor denied", NEED_NOT, "not_said", "s.17(1)", refusal=True),
    Outcome("vexatious", "Vexatious request", NEED_NOT, "", "s.14(1)", refusal=True, whole_request=True),
    Outcome("repeated", "Repeated request", NEED_NOT, "", "s.14(2)", refusal=True, whole_request=True),
    Outcome(
        "own_data",
        "Their own personal data",
        NEED_NOT,
        "not_said",
        "s.40(1)",
        (
            Field(
                "handed_on",
                "When did the data protection team get it?",
                "It has its own month from the day the request came.",
                "UK GDPR art 12",
                "date",
            ),
        ),
        refusal=True,
    ),
    Outcome(
        "not_applicable",
        "Falls away",
        OTHER,
        "",
        "s.1(1)",
        (
            Field(
                "because_of",
                "Which answer makes it fall away?",
                "A question, or the opening statement.",
                "s.1(1)",
                "question",
            ),
        ),
    ),
    Outcome(
        "clarification",
        "Needs clarifying",
        OTHER,
        "",
        "s.1(3)",
        (
            Field(
                "clarification_question",
                "What do you need to know?",
                "The exact question to ask, and what help you can give.",
                "s.1(3); s.16",
            ),
        ),
    ),
    Outcome(
        "outside_act",
        "Not a request for recorded information",
        OTHER,
        "no",
        "s.84",
        (
            Field(
                "asked_first",
                "Would anything recorded answer it?",
                "What you looked for first. Kept on the case, not printed.",
                "s.16",
                internal=True,
            ),
            Field("answer", "What is the courtesy answer?", "Short and helpful.", "s.16"),
        ),
    ),
    Outcome(
        "withdrawn",
        "Withdrawn",
        OTHER,
        "",
        "s.1(1)",
        (
            Field(
                "withdrawn_how", "When and how did they say so?", "The day and the channel.", "s.1(1)", "text"
            ),
        ),
    ),
)

OUTCOMES: Mapping[str, Outcome] = {outcome.code: outcome for outcome in _ALL}
"""Every outcome by its code, in the order of the form."""

MAY_HAVE_FILES = frozenset(
    {"disclosed", "part_disclosed", "part_held", "accessible", "not_held", "outside_act"}
)
"""Outcomes that give something: only with these can a file go."""

EIR_REFUSALS = frozenset({"not_held", "part_held"})
"""Under the EIR these are refusals too: reg 12(4)(a), so reg 14 binds them."""


def outcomes_in(group: str) -> tuple[Outcome, ...]:
    """The outcomes of one group of the form, in order."""
    return tuple(outcome for outcome in _ALL if outcome.group == group)


def is_refusal(outcome_code: str, regime: str) -> bool:
    """Whether a notice must carry the review and the regulator for it: s.17(7); under the EIR, reg 14(5)."""
    outcome = OUTCOMES.get(outcome_code)
    return outcome is not None and (outcome.refusal or (regime == "EIR" and outcome_code in EIR_REFUSALS))


def fields_of(outcome_code: str) -> tuple[Field, ...]:
    """What the outcome asks for, required or not; nothing for "" and for a code that is not known."""
    outcome = OUTCOMES.get(outcome_code)
    return outcome.fields if outcome else ()


def missing(
    outcome_code: str,
    answer: str,
    details: Mapping[str, str],
    attachments: Sequence[str] = (),
    because_of: str = "",
) -> list[Field]:
    """The required fields of an outcome that are still empty, in the order of the form.

    An attachment stands for the words of an answer. White space is empty.
    """
    given = {**details, "answer": answer, "because_of": because_of}

    def is_empty(asked: Field) -> bool:
        if asked is ANSWER and attachments:
            return False
        return not given.get(asked.name, "").strip()

    return [asked for asked in fields_of(outcome_code) if asked.required and is_empty(asked)]


@dataclass(frozen=True)
class NotValidReason:
    """Why what came is not a request under the Act, and so starts no clock."""

    code: str
    label: str
    hint: str
    provision: str
    starts: tuple[str, ...] = ()  # another regime that may have begun instead

    @property
    def can_be_completed(self) -> bool:
        """Whether something is missing that a request must have: it is one once that comes. s.8(1)."""
        return self.provision.startswith("s.8(1)")

    @property
    def lacks_description(self) -> bool:
        """Whether that is the description of what they ask for: s.8(1)(c)."""
        return self.provision.startswith("s.8(1)(c)")


_NOT_VALID = (
    NotValidReason("no_name", "No real name", "A pseudonym, or no name at all.", "s.8(1)(b)", ("EIR",)),
    NotValidReason("no_address", "No address to reply to", "An email address is enough.", "s.8(1)(b)"),
    NotValidReason(
        "not_described", "It does not describe the information", "Say what would help.", "s.8(1)(c)"
    ),
    NotValidReason(
        "not_recorded",
        "Not a request for recorded information",
        "An opinion, a complaint or a question nothing recorded could answer.",
        "s.8(1)(c); s.84",
    ),
    NotValidReason("another_body", "For another body", "Say which, and how to ask it.", "s.16"),
    NotValidReason(
        "own_data",
        "Their own personal data",
        "A subject access request: it has its own month from the day it came.",
        "s.40(1); UK GDPR art 15",
        ("UK GDPR SAR",),
    ),
    NotValidReason(
        "business_as_usual",
        "Business as usual",
        "Something we answer every day without the Act.",
        "s.45 Code",
    ),
)

NOT_VALID: Mapping[str, NotValidReason] = {reason.code: reason for reason in _NOT_VALID}
"""Every reason for a not valid letter by its code, in the order of the form."""
