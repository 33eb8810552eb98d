"""The kinds of letter, their two layouts, and what each calls itself."""

from __future__ import annotations

from enum import StrEnum

from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts


class Kind(StrEnum):
    """What a letter is for. A correction is a response that names the letter it corrects."""

    ACKNOWLEDGEMENT = "acknowledgement"
    NOT_VALID = "not_valid"
    CLARIFICATION = "clarification"
    RESPONSE = "response"


class Layout(StrEnum):
    """How a response sets questions and answers."""

    NUMBERED = "numbered"  # all the questions, then all the answers by label
    INTERLEAVED = "interleaved"  # each question with its answer under it


KIND_LABELS = {
    Kind.ACKNOWLEDGEMENT: "Acknowledgement",
    Kind.NOT_VALID: "Not a valid request",
    Kind.CLARIFICATION: "Asking for clarification",
    Kind.RESPONSE: "Response",
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
}
_NOT_VALID_TITLES = {
    "another_body": "Another body may hold this",
    "own_data": "Your request for information about you",
    "business_as_usual": "We have passed on your message",
    "not_recorded": "About your message",
}
_OUR_DECISION = "Our decision on your request"
_CORRECTION = "A correction to our answer"
_LAWS = {
    True: "Environmental Information Regulations 2004",
    False: "Freedom of Information Act 2000",
}


def is_eir(facts: LetterFacts) -> bool:
    """Whether the letter speaks of the Environmental Information Regulations."""
    return facts.regime.startswith("EIR")


def law_name(facts: LetterFacts) -> str:
    """The law the letter is written under, in full."""
    return _LAWS[is_eir(facts)]


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
    return _TITLES[Kind(facts.kind)]
