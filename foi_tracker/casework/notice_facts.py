"""What letters that are not the answer say besides what was typed: their dates, law and reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from foi_tracker.casework.clock import facts_of
from foi_tracker.casework.corrections import asker
from foi_tracker.casework.desk import Desk
from foi_tracker.intake.masking import masked
from foi_tracker.law.bank_holidays import OutsideCalendar
from foi_tracker.law.clock import reckon
from foi_tracker.law.clock_facts import BadFacts, ClockEvent
from foi_tracker.law.notices.asks import ASKS
from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts, RecipientFacts
from foi_tracker.models import Case, Consultation, Letter, Question
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import others as other_store
from foi_tracker.store import questions as question_store

CHOOSING = frozenset({"response", *ASKS}) - {"consultation"}
"""Kinds of letter about questions that an officer chooses; a consultation is about those it names."""

ASKING = frozenset({"clarification", "response"})
"""Kinds of letter that can ask what was meant: an answer does where it puts a question back."""

CLOSES_AFTER = 2
"""Months without a clarification, after which the Code lets a request be closed."""

NOT_SAID = "[not said]"
"""What stands for who asked, where a third party reads the request's words."""

_LEADS_TO = {
    ("fees_notice", "FOIA"): ("fees_notice", "fee_lapse_last_day"),
    ("fees_notice", "EIR"): ("eir_advance_payment_notice", "eir_payment_last_day"),
    ("eir_extension", "EIR"): ("eir_reg7_extension_notice", "eir_extended_response"),
}
"""By the letter and its law: the event that its sending is, and the date that the event makes."""


def law_of(case: Case, shown: Sequence[Question]) -> str:
    """The law of a letter: that of its questions where they share one, else the request's."""
    laws = {question.regime or case.regime for question in shown}
    return laws.pop() if len(laws) == 1 else case.regime


def _until(desk: Desk, case: Case, letter: Letter, dated: date, shown: Sequence[Question]) -> date | None:
    """The last day to pay a fee asked for that day, or the day an EIR extension leads to.

    None where the letter sets none, or comes too late to.
    """
    event, kind = _LEADS_TO.get((letter.kind, law_of(case, shown)), ("", ""))
    if not event:
        return None
    questions = question_store.questions_of(desk.session, case)
    facts = facts_of(desk, case, questions)
    everyone = len(shown) == len(questions)
    labels = () if everyone else tuple(question.label for question in shown)
    told = replace(facts, events=(*facts.events, ClockEvent(event, dated, questions=labels)))
    try:
        deadlines = reckon(told, desk.holidays).deadlines
    except (BadFacts, OutsideCalendar):
        return None
    return next((each.date for each in deadlines if each.kind == kind), None)


def as_notice(
    desk: Desk,
    case: Case,
    letter: Letter,
    shown: Sequence[Question],
    facts: LetterFacts,
    consulted: Consultation | None,
) -> LetterFacts:
    """The facts with what this kind of letter says besides: what was typed, its date, its own reader."""
    facts = replace(
        facts,
        until=_until(desk, case, letter, facts.dated, shown),
        said={name: str(value) for name, value in letter.said.items()},
        passed_from=_passed_from(desk, case, letter),
    )
    return _to_third_party(case, facts, consulted) if consulted else facts


def consultation_of(desk: Desk, case: Case, letter: Letter) -> Consultation | None:
    """The consultation that the letter is for.

    Raises:
        NotFound: it is not one of this case's.
    """
    if letter.consultation_id is None:
        return None
    return other_store.get_consultation(desk.session, case, letter.consultation_id)


def _to_third_party(case: Case, facts: LetterFacts, consulted: Consultation) -> LetterFacts:
    """The letter as somebody else may read it: nothing in it says who asked (s.45 Code)."""

    def hidden(words: str) -> str:
        return masked(words, asker(case), lambda _found: NOT_SAID)

    contact = [line.strip() for line in consulted.contact.splitlines() if line.strip()]
    email = next((line for line in contact if "@" in line), "")
    return replace(
        facts,
        recipient=RecipientFacts(
            name=consulted.who, address=tuple(line for line in contact if line != email), email=email
        ),
        subject=hidden(facts.subject),
        answers=tuple(
            AnswerFacts(each.label, hidden(each.question), stem=hidden(each.stem), regime=each.regime)
            for each in facts.answers
        ),
        said={**facts.said, "shown": consulted.shown, "reply_by": consulted.reply_by.isoformat()},
        preamble="",
        their_reference="",
        large_print=False,
        form_wanted="",
        adjustment="",
        review_by=None,
    )


def _passed_from(desk: Desk, case: Case, letter: Letter) -> str:
    """In an acknowledgement, which authority here passed the request on: its name alone."""
    if letter.kind != "acknowledgement" or case.passed_from_id is None:
        return ""
    return authority_store.name_of_passer(desk.session, case)
