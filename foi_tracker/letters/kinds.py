"""The kinds of letter, their two layouts, and what each calls itself."""

from __future__ import annotations

from enum import StrEnum

from foi_tracker.law.notices.asks import AGREED
from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts


class Kind(StrEnum):
    """What a letter is for. A correction is a response that names the letter it corrects."""

    ACKNOWLEDGEMENT = "acknowledgement"
    NOT_VALID = "not_valid"
    CLARIFICATION = "clarification"
    RESPONSE = "response"
    FEES_NOTICE = "fees_notice"
    PIT_EXTENSION = "pit_extension"
    EIR_EXTENSION = "eir_extension"
    TRANSFER = "transfer"
    PASSED_ON = "passed_on"
    HOLDING = "holding"
    CLOSURE = "closure"
    CONSULTATION = "consultation"


class Layout(StrEnum):
    """How a response sets questions and answers."""

    NUMBERED = "numbered"  # all the questions, then all the answers by label
    INTERLEAVED = "interleaved"  # each question with its answer under it


KIND_LABELS = {
    Kind.ACKNOWLEDGEMENT: "Acknowledgement",
    Kind.NOT_VALID: "Not a valid request",
    Kind.CLARIFICATION: "Asking for clarification",
    Kind.RESPONSE: "Response",
    Kind.FEES_NOTICE: "Fees notice",
    Kind.PIT_EXTENSION: "More time for the public interest",
    Kind.EIR_EXTENSION: "More time: complex and large",
    Kind.TRANSFER: "Another body may hold it",
    Kind.PASSED_ON: "Passed to another authority",
    Kind.HOLDING: "Holding letter",
    Kind.CLOSURE: "Closing the request",
    Kind.CONSULTATION: "Consulting a third party",
}
"""What an officer calls each kind."""

GIVEN = frozenset({"disclosed", "part_disclosed", "part_held"})
"""Outcomes that give the reader information in the letter or with it."""

REFUSED = frozenset(
    {"withheld", "cost_limit", "cost_limit_confirm", "ncnd", "vexatious", "repeated", "decision_pending"}
)
"""Outcomes that refuse: a letter of these alone is a decision rather than an answer."""

_TITLES = {
    Kind.ACKNOWLEDGEMENT: "We have your request",
    Kind.NOT_VALID: "We need something more from you",
    Kind.CLARIFICATION: "We need to ask you something",
    Kind.RESPONSE: "Our answer to your request",
    Kind.FEES_NOTICE: "A fee for answering your request",
    Kind.PIT_EXTENSION: "We need more time to decide",
    Kind.EIR_EXTENSION: "We need more time to answer",
    Kind.TRANSFER: "Another body may hold this",
    Kind.PASSED_ON: "We have passed on your request",
    Kind.HOLDING: "Our answer is taking longer",
    Kind.CLOSURE: "We have closed your request",
    Kind.CONSULTATION: "We would like your view",
}
_NOT_VALID_TITLES = {
    "another_body": "Another body may hold this",
    "own_data": "Your request for information about you",
    "business_as_usual": "We have passed on your message",
    "not_recorded": "About your message",
}
_ABOUT_PART = {
    Kind.PASSED_ON: "We have passed on part of your request",
    Kind.CLOSURE: "We have closed part of your request",
}
_OUR_DECISION = "Our decision on your request"
_CORRECTION = "A correction to our answer"
LAWS = {
    "FOIA": "Freedom of Information Act 2000",
    "EIR": "Environmental Information Regulations 2004",
}
"""The laws in full, in the order in which a letter under both speaks of them."""


def is_eir(facts: LetterFacts) -> bool:
    """Whether the letter speaks of the Environmental Information Regulations."""
    return facts.regime.startswith("EIR")


def regime_of(facts: LetterFacts, answer: AnswerFacts) -> str:
    """The law that a question is answered under: its own, or the letter's. A word of LAWS."""
    return "EIR" if (answer.regime or facts.regime).startswith("EIR") else "FOIA"


def is_mixed(facts: LetterFacts) -> bool:
    """Whether the letter answers some questions under the Act and others under the Regulations."""
    return len({regime_of(facts, answer) for answer in facts.answers}) > 1


def law_name(facts: LetterFacts) -> str:
    """The law the letter is written under, in full; both, where it is under both."""
    if is_mixed(facts):
        return " and the ".join(LAWS.values())
    return LAWS["EIR" if is_eir(facts) else "FOIA"]


def resolved(facts: LetterFacts, answer: AnswerFacts) -> AnswerFacts:
    """The answer that counts: that of the question it is the same as, through any chain of them."""
    by_label = {other.label: other for other in facts.answers}
    seen = {answer.label}
    while answer.same_as in by_label and answer.same_as not in seen:
        seen.add(answer.same_as)
        answer = by_label[answer.same_as]
    return answer


def gives_something(facts: LetterFacts) -> bool:
    """Whether the letter gives any information."""
    return bool(facts.attachments) or any(answer.outcome in GIVEN for answer in facts.answers)


def refuses_all(facts: LetterFacts) -> bool:
    """Whether every question is refused."""
    outcomes = {resolved(facts, answer).outcome for answer in facts.answers}
    return bool(outcomes) and outcomes <= REFUSED and not facts.attachments


def title(facts: LetterFacts) -> str:
    """The heading of the letter; where the authority asks for it, the reference stands in it."""
    if facts.authority.reference_as_title:
        law = "Environmental information" if is_eir(facts) else "Freedom of Information"
        return f"{law} request {facts.reference}"
    if facts.kind == Kind.RESPONSE:
        if facts.corrects:
            return _CORRECTION
        if refuses_all(facts):
            return _OUR_DECISION
    if facts.kind == Kind.NOT_VALID:
        return _NOT_VALID_TITLES.get(facts.not_valid_reason, _TITLES[Kind.NOT_VALID])
    if facts.kind == Kind.TRANSFER and facts.said.get("consent") == AGREED:
        return (_ABOUT_PART if about_part(facts) else _TITLES)[Kind.PASSED_ON]
    kind = Kind(facts.kind)
    return (_ABOUT_PART if kind in _ABOUT_PART and about_part(facts) else _TITLES)[kind]


def about_part(facts: LetterFacts) -> bool:
    """Whether the letter is about some of the case's questions and not the others."""
    return 0 < len(facts.answers) < len(facts.all_labels)
