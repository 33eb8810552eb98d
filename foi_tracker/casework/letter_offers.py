"""Which letters may be begun and issued on a case as it stands, and of the others, why not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from foi_tracker.casework import events
from foi_tracker.casework.clock import reckoning_of
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.casework.notice_facts import CLOSES_AFTER
from foi_tracker.casework.refresh import WITHDRAWN
from foi_tracker.law.clock import THEIR_DATES
from foi_tracker.law.lifecycle import Stage
from foi_tracker.law.notices.asks import NO_FEE, NO_REPLY
from foi_tracker.law.notices.pit_extension import PENDING
from foi_tracker.law.periods import corresponding_day, say
from foi_tracker.letters.kinds import Kind
from foi_tracker.models import Case, Consultation, Letter, Question
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import others as other_store
from foi_tracker.store import questions as question_store

NOTICES = (
    Kind.HOLDING,
    Kind.PIT_EXTENSION,
    Kind.EIR_EXTENSION,
    Kind.FEES_NOTICE,
    Kind.TRANSFER,
    Kind.PASSED_ON,
    Kind.CONSULTATION,
    Kind.CLOSURE,
)
"""The kinds of letter that are not the answer, in the order in which they are offered."""

_ASKING = frozenset({"clarification_requested", "reg9_particulars_requested"})
_WANTED = _ASKING | {"fees_notice", "eir_advance_payment_notice"}
_CONFIRM_FIRST = "Confirm the questions first."
_WITHDRAWN = "They withdrew the request. If they want it after all, open it again first."
_TWO_LAWS = "These questions are under two laws. Write a letter for each law."
_ALL_ANSWERED = "Every question has been answered."

_AT_ANY_TIME = frozenset({Kind.ACKNOWLEDGEMENT, Kind.NOT_VALID, Kind.PASSED_ON, Kind.CONSULTATION})
"""Kinds that no later event makes wrong: each tells of what was done, or asks somebody else."""

_TO_THE_LAST = frozenset({Kind.RESPONSE, Kind.ACKNOWLEDGEMENT, Kind.NOT_VALID})
"""Kinds that can be begun once they have withdrawn it: that we know, and what was answered before."""

_TOLD = frozenset({"clarification_received", "reg9_particulars_received"})
_NO_LONGER = {
    Kind.PIT_EXTENSION: "No longer waiting for a decision on the public interest",
    Kind.EIR_EXTENSION: "No longer under the Environmental Information Regulations",
    Kind.CLOSURE: "No longer waiting for what we asked of them",
}
"""By the kind of letter, what has become of a question that it can no longer be about."""


class NoLongerRight(NotAllowed):
    """What the letter rests on has gone since it was begun. The message says what."""


@dataclass(frozen=True)
class Offer:
    """A kind of letter, and why it may not be begun; "" where it may."""

    kind: Kind
    why_not: str = ""


@dataclass(frozen=True)
class _Standing:
    """The case as the rules below look at it."""

    desk: Desk
    case: Case
    questions: Sequence[Question]
    open: Sequence[Question]  # those in no letter that was issued, which they still want

    def law(self, question: Question) -> str:
        return question.regime or self.case.regime

    def ids(self, law: str = "", outcome: str = "") -> list[int]:
        """Ids of the open questions under a law, with an outcome."""
        return [
            question.id
            for question in self.open
            if law in ("", self.law(question)) and outcome in ("", question.outcome)
        ]

    def refused(self, type_: str, ids: Sequence[int], **values: str) -> str:
        draft = events.EventDraft(type_, self.desk.today, ids, values)
        found = events.why_refused(self.desk, self.case, draft)
        return found.words if found else ""


def offers(desk: Desk, case: Case) -> list[Offer]:
    """Every kind of letter that is not the answer, with why it may not be begun where that is so."""
    return [Offer(kind, why_not_begun(desk, case, kind)) for kind in NOTICES]


def why_not_begun(desk: Desk, case: Case, kind: str) -> str:
    """Why such a letter cannot be begun now; "" where it can, and for the kinds that have no rule here."""
    if case.stage == Stage.WITHDRAWN and kind not in _TO_THE_LAST:
        return _WITHDRAWN
    rule = _RULES.get(kind)
    if rule is None:
        return ""
    if case.triage != "valid":
        return "What came is not a valid request."
    questions = question_store.questions_of(desk.session, case)
    if not case.questions_confirmed or not questions:
        return _CONFIRM_FIRST
    issued = question_store.issued_question_ids(desk.session, case)
    still = [each for each in questions if each.id not in issued and each.outcome != WITHDRAWN]
    return rule(_Standing(desk, case, questions, still))


def choosable(desk: Desk, case: Case, kind: str) -> list[Question]:
    """The questions that a letter of this kind can be about: none of them is in a letter that was issued.

    Only an answer is about what they no longer want.
    """
    issued = question_store.issued_question_ids(desk.session, case)
    left = [each for each in question_store.questions_of(desk.session, case) if each.id not in issued]
    if kind != Kind.RESPONSE:
        left = [each for each in left if each.outcome != WITHDRAWN]
    if kind == Kind.PIT_EXTENSION:
        return [each for each in left if each.outcome == PENDING]
    if kind == Kind.EIR_EXTENSION:
        return [each for each in left if (each.regime or case.regime) == "EIR"]
    if kind == Kind.CLOSURE:
        silent = _silent_questions(desk, case)
        return [each for each in left if each.id in silent]
    return left


def why_not_issued(desk: Desk, case: Case, letter: Letter) -> str:
    """Why a draft that could be begun may not be issued now; "" where it may.

    Sent after what it rests on has gone, a notice would stop or move a clock that the law lets run: they have
    replied (s.1(3), s.10(6)), its time is over (s.9(1), s.17(1); EIR reg 7), its question is answered, or
    they no longer want it. A correction may always go: what it corrects was answered.
    """
    if letter.corrects_id is not None:
        return ""
    if case.stage == Stage.WITHDRAWN and letter.kind not in (*_TO_THE_LAST, Kind.PASSED_ON):
        return _WITHDRAWN
    if letter.kind in _AT_ANY_TIME:
        return ""
    questions = question_store.questions_of(desk.session, case)
    issued = question_store.issued_question_ids(desk.session, case)
    if questions and issued >= {question.id for question in questions}:
        return _ALL_ANSWERED
    about = _about(desk, case, letter, questions)
    if questions and not about:
        return "The questions that it was about are gone. Choose others, or throw it away."
    if done := [question.label for question in about if question.id in issued]:
        return _take_out("Answered in a letter that was issued", done)
    unwanted = [question.label for question in about if question.outcome == WITHDRAWN]
    if unwanted and letter.kind != Kind.RESPONSE:
        return _take_out("No longer wanted", unwanted)
    if letter.kind == Kind.CLARIFICATION:
        return _told_since(desk, case, letter, about)
    if letter.kind != Kind.RESPONSE and len({each.regime or case.regime for each in about}) > 1:
        return _TWO_LAWS
    rule = _RULES.get(letter.kind)
    if rule and (why := rule(_Standing(desk, case, questions, about))):
        return why
    still = {question.id for question in choosable(desk, case, letter.kind)}
    if gone := [question.label for question in about if question.id not in still]:
        return _take_out(_NO_LONGER[Kind(letter.kind)], gone)
    return ""


def _about(desk: Desk, case: Case, letter: Letter, questions: Sequence[Question]) -> list[Question]:
    """The questions that a letter is about, as far as they are still on the case."""
    ids = set(letter_store.question_ids(desk.session, letter))
    if letter.kind == Kind.CLARIFICATION:
        ids = set(letter.clarification_question_ids)
        if not ids:  # about the whole request: what is answered or withdrawn no longer matters
            ids = {question.id for question in choosable(desk, case, letter.kind)}
    return [question for question in questions if question.id in ids]


def _told_since(desk: Desk, case: Case, letter: Letter, about: Sequence[Question]) -> str:
    """To ask again what they have told us meanwhile would stop the clock without need: s.1(3)."""
    for event in case_store.clock_events(desk.session, case):
        if event.type not in _TOLD or event.correspondence_id is None:
            continue
        concerned = not event.question_ids or {each.id for each in about} & set(event.question_ids)
        reply = case_store.get_correspondence(desk.session, case, event.correspondence_id)
        if concerned and reply.recorded_at > letter.started_at:
            return (
                f"On {say(event.on)} they told us what they mean, after this letter was begun. "
                "Throw it away. If something is still not clear, begin another."
            )
    return ""


def _take_out(what: str, labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return f"{what}: question {labels[0]}. Take it out of this letter, or throw the letter away."
    named = f"{', '.join(labels[:-1])} and {labels[-1]}"
    return f"{what}: questions {named}. Take them out of this letter, or throw the letter away."


def said_at_start(desk: Desk, case: Case, kind: str) -> dict[str, str]:
    """What a letter of this kind can say before anybody has typed anything."""
    if kind != Kind.CLOSURE:
        return {}
    asked = [each for each in case_store.clock_events(desk.session, case) if each.type in _WANTED]
    if not asked:
        return {}
    because = NO_REPLY if asked[-1].type in _ASKING else NO_FEE
    return {"because": because, "asked_on": asked[-1].on.isoformat()}


def refuse_two_laws(desk: Desk, case: Case, ids: Collection[int]) -> None:
    """Only an answer speaks of two laws; every other letter has the words of one.

    Raises:
        NotAllowed: these questions are under two laws.
    """
    laws = {
        question.regime or case.regime
        for question in question_store.questions_of(desk.session, case)
        if question.id in ids
    }
    if len(laws) > 1:
        raise NotAllowed(_TWO_LAWS, "questions")


def consultations_to_write(desk: Desk, case: Case) -> list[Consultation]:
    """The third parties recorded on the case to whom no letter was written yet that left or is to."""
    never_left = letter_store.never_left_ids(desk.session, case)
    letters = letter_store.letters_of(desk.session, case)
    written = {letter.consultation_id for letter in letters if letter.id not in never_left}
    return [each for each in other_store.consultations_of(desk.session, case) if each.id not in written]


def asked_on(desk: Desk, case: Case) -> date | None:
    """The day of the last thing that they were asked and have not given: what they meant, or a fee."""
    days = [each.on for each in case_store.clock_events(desk.session, case) if each.type in _WANTED]
    return max(days, default=None)


def _fees(case: _Standing) -> str:
    if not case.open:
        return _ALL_ANSWERED
    foia, eir = case.ids("FOIA"), case.ids("EIR")
    refused = [case.refused("fees_notice", foia, amount="1")] if foia else []
    refused += [case.refused("eir_advance_payment_notice", eir, amount="1")] if eir else []
    return "" if "" in refused else refused[0]


def _public_interest(case: _Standing) -> str:
    pending = case.ids("FOIA", PENDING)
    if not pending:
        return (
            "No question under the Act waits for a decision on the public interest. On its page, choose "
            "“Decision to follow” and the exemption that is weighed (section 10(3))."
        )
    far = corresponding_day(case.desk.today, 1).isoformat()
    return case.refused("pit_extension_notice", pending, estimated_decision_date=far)


def _complex(case: _Standing) -> str:
    ids = case.ids("EIR")
    if not ids:
        return "Only environmental information can have more time for being complex and large (regulation 7)."
    return case.refused("eir_reg7_extension_notice", ids, complex_and_voluminous="yes")


def _elsewhere(case: _Standing) -> str:
    return "" if case.open else _ALL_ANSWERED


def _pass_on(case: _Standing) -> str:
    if not authority_store.others_here(case.desk.session, case.case.authority):
        return "This installation serves no other authority. Write to them about the other body instead."
    return "" if case.open else _ALL_ANSWERED


def _holding(case: _Standing) -> str:
    if not case.open:
        return _ALL_ANSWERED
    return "" if case.case.due_on else "No date is running, so no answer is late."


def _consult(case: _Standing) -> str:
    if consultations_to_write(case.desk, case.case):
        return ""
    return "Record first whom you consult, under “Other people”."


def _close(case: _Standing) -> str:
    if not {each.id for each in case.open} & set(_silent_questions(case.desk, case.case)):
        return "Nothing has been asked of them that they have not answered."
    asked = asked_on(case.desk, case.case)
    last = _may_close_from(case.desk, case.case, asked)
    if last and case.desk.today <= last:
        return f"They have until {say(last)}."
    return ""


def _silent_questions(desk: Desk, case: Case) -> list[int]:
    """The questions whose clock waits for them: for their clarification, or for their fee."""
    reckoning = reckoning_of(desk, case)
    questions = question_store.questions_of(desk.session, case)
    if reckoning is None:
        return []
    waiting = [
        track
        for track in reckoning.tracks
        if track.deadlines[0].date is None or track.deadlines[0].kind in THEIR_DATES
    ]
    labels = {label for track in waiting for label in track.questions}
    everyone = any(not track.questions for track in waiting)
    return [question.id for question in questions if everyone or question.label in labels]


def _may_close_from(desk: Desk, case: Case, asked: date | None) -> date | None:
    """The last day that they have: to pay, by law; to say what they meant, two months by the Code."""
    reckoning = reckoning_of(desk, case)
    if reckoning is None:
        return None
    paying = [
        each.date
        for track in reckoning.tracks
        for each in track.deadlines[:2]
        if each.kind in THEIR_DATES and each.date
    ]
    if paying:
        return max(paying)
    return corresponding_day(asked, CLOSES_AFTER) if asked else None


_RULES: Mapping[str, Callable[[_Standing], str]] = {
    Kind.FEES_NOTICE: _fees,
    Kind.PIT_EXTENSION: _public_interest,
    Kind.EIR_EXTENSION: _complex,
    Kind.TRANSFER: _elsewhere,
    Kind.PASSED_ON: _pass_on,
    Kind.HOLDING: _holding,
    Kind.CONSULTATION: _consult,
    Kind.CLOSURE: _close,
}
