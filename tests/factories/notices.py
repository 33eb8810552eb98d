"""Facts of the letters that are not the answer: fees, more time, transfer, holding, closure, consultation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from foi_tracker.law.notices.facts import AnswerFacts, GroundFacts, LetterFacts, RecipientFacts
from foi_tracker.law.outcomes import NOT_VALID
from tests.factories.letters import COUNCIL, POLICE, READER, acknowledgement, not_valid

REVIEW_BY = date(2027, 1, 22)  # 40 working days from 20 November 2026


def _notice(kind: str, **changes: object) -> LetterFacts:
    made = acknowledgement(
        kind=kind,
        date_reason="",
        review_by=REVIEW_BY,
        authority=POLICE,
        recipient=READER,
        reference="231/26",
        subject="Speed surveys in Brookmoor",
        received=date(2026, 11, 4),
        due=date(2026, 12, 3),
        answers=(
            AnswerFacts("1", "Every speed survey made in Brookmoor since January 2024"),
            AnswerFacts("2", "The photographs taken with each"),
        ),
        all_labels=("1", "2"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def fees_notice(**changes: object) -> LetterFacts:
    """A fee for copying and postage."""
    values: dict[str, object] = {
        "until": date(2027, 2, 19),
        "said": {
            "basis": "disbursements",
            "amount": "18.50",
            "pays_for": "150 photographs, printed at 10p each (£15), and postage (£3.50)",
            "how_to_pay": "Telephone 01632 960202 with a card, or post a cheque to the address above. "
            "Please give our reference, 231/26.",
        },
    }
    return _notice("fees_notice", **{**values, **changes})


def fees_notice_environmental(**changes: object) -> LetterFacts:
    """A charge under regulation 8, for one question of two."""
    values: dict[str, object] = {
        "regime": "EIR",
        "authority": COUNCIL,
        "reference": "2026-27-091",
        "until": date(2027, 2, 18),
        "answers": (AnswerFacts("2", "The photographs taken with each"),),
        "said": {
            "amount": "40",
            "pays_for": "An hour and a half of a technician’s time, to copy the plates.",
            "how_to_pay": "Pay at https://ambleford.example.org/pay, with our reference.",
            "schedule": "https://ambleford.example.org/charges",
        },
    }
    return _notice("fees_notice", **{**values, **changes})


PENDING = {"estimated_date": "2026-12-18"}
RATES = GroundFacts(
    "s.43(2)",
    words={
        "whose": "theirs",
        "harm": "The surveyor bids for the same work elsewhere this winter.",
        "cause": "Its rivals could ask for a little less each time.",
        "likelihood": "likely",
        "views": "The surveyor says that it lost a bid in this way in 2024.",
    },
)


def pit_extension(**changes: object) -> LetterFacts:
    """The public interest is still being weighed for one question of two."""
    values: dict[str, object] = {
        "answers": (
            AnswerFacts(
                "2",
                "What you paid the surveyor for each day",
                "decision_pending",
                details=PENDING,
                grounds=(RATES,),
            ),
        ),
        "answered_elsewhere": ("1",),
        "said": {"weighing": "We have asked the surveyor for its view, and expect it by 4 December."},
    }
    return _notice("pit_extension", **{**values, **changes})


def eir_extension(**changes: object) -> LetterFacts:
    """A complex and large request for environmental information."""
    values: dict[str, object] = {
        "regime": "EIR",
        "authority": COUNCIL,
        "reference": "2026-27-092",
        "subject": "Tests of the ground at the former gasworks",
        "until": date(2027, 1, 6),
        "said": {
            "complexity": "The tests were made by three firms over 20 years, each in its own format. "
            "A geologist has to read them with us.",
            "volume": "There are 46 reports, of about 9,000 pages.",
        },
    }
    return _notice("eir_extension", **{**values, **changes})


def transfer(**changes: object) -> LetterFacts:
    """Another body may hold one question of two, and we ask whether we may pass it on."""
    values: dict[str, object] = {
        "answers": (AnswerFacts("2", "The photographs taken with each"),),
        "said": {
            "authority": "Brookmoor Borough Council",
            "contact": "information@brookmoor.example.org",
            "searched": "The council makes the surveys and keeps the photographs. We have only the figures.",
            "consent": "ask",
        },
    }
    return _notice("transfer", **{**values, **changes})


def transfer_agreed(**changes: object) -> LetterFacts:
    """They agreed, so all of it was passed on; environmental information."""
    said = {**transfer().said, "consent": "agreed", "consent_on": "2026-11-18"}
    return _notice("transfer", regime="EIR", authority=COUNCIL, said=said, **changes)


def passed_on(**changes: object) -> LetterFacts:
    """One question of two was passed to another authority that we share a system with."""
    values: dict[str, object] = {
        "answers": (AnswerFacts("2", "The photographs taken with each"),),
        "said": {
            "authority": "Ambleford Police and Crime Commissioner",
            "contact": "foi@ambleford-pcc.example.org",
            "searched": "The commissioner commissions the photographs and keeps them.",
            "consent_on": "2026-11-18",
            "received_on": "2026-11-20",
            "their_number": "052-26",
            "answer_by": "2026-12-21",
        },
    }
    return _notice("passed_on", **{**values, **changes})


def holding(**changes: object) -> LetterFacts:
    """A late answer, with a day for it."""
    values: dict[str, object] = {
        "due": date(2026, 11, 13),
        "working_days_late": 5,
        "answers": (),
        "said": {
            "why": "The survey firm sent us its last figures only this week",
            "progress": "We have the figures for 11 of the 12 roads. A colleague is checking the last.",
            "expected": "2026-11-27",
        },
    }
    return _notice("holding", **{**values, **changes})


def closure(**changes: object) -> LetterFacts:
    """No answer came to what we asked."""
    values: dict[str, object] = {
        "due": None,
        "answers": (),
        "said": {"because": "clarification", "asked_on": "2026-09-18"},
        "received": date(2026, 9, 16),
    }
    return _notice("closure", **{**values, **changes})


def closure_unpaid(**changes: object) -> LetterFacts:
    """No fee came, for one question of two."""
    values: dict[str, object] = {
        "answers": (AnswerFacts("2", "The photographs taken with each"),),
        "said": {"because": "fee", "asked_on": "2026-08-18"},
        "received": date(2026, 8, 6),
    }
    return closure(**{**values, **changes})


def consultation(**changes: object) -> LetterFacts:
    """A firm is asked what it thinks about the release of its rates."""
    values: dict[str, object] = {
        "answers": (AnswerFacts("2", "What you paid the surveyor for each day"),),
        "recipient": RecipientFacts(
            name="The Manager",
            organisation="Example Surveys Limited",
            address=("7 Example Yard", "AMBLEFORD", "AM6 6ZZ"),
            salutation="Manager",
        ),
        "review_by": None,
        "said": {
            "shown": "Your invoices of 2024 and 2025 show what you charged us for each day.",
            "question": "Would release of those rates harm you, how, and is any of it public already?",
            "reply_by": "2026-12-04",
        },
    }
    return _notice("consultation", **{**values, **changes})


def received_from_another(**changes: object) -> LetterFacts:
    """The acknowledgement of a request that another authority of the installation passed on."""
    return acknowledgement(passed_from="Ambleford Police", **changes)


def mixed_laws(**changes: object) -> LetterFacts:
    """One letter, questions under the Act and questions under the Regulations."""
    from tests.factories.letters import response

    facts = response(
        authority=COUNCIL,
        reference="2026-27-093",
        subject="The bridge at Weir Lane",
        preamble="",
        answers=(
            AnswerFacts("1", "What the council has spent on the bridge", "disclosed", "£41,200 since 2023."),
            AnswerFacts(
                "2",
                "The surveys of otters under it",
                "not_held",
                regime="EIR",
                details={"searched": "Our ecologist has all surveys on one register, and it has none there."},
            ),
            AnswerFacts(
                "3",
                "The water levels at it this year",
                "disclosed",
                "Between 0.4 and 1.9 metres.",
                regime="EIR",
            ),
            AnswerFacts("4", "Who decided to close it", "disclosed", "The Director of Places."),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def every_notice() -> dict[str, LetterFacts]:
    """One of each kind, by a name."""
    return {
        "fees-notice": fees_notice(),
        "pit-extension": pit_extension(),
        "eir-extension": eir_extension(),
        "transfer": transfer(),
        "passed-on": passed_on(),
        "holding": holding(),
        "closure": closure(),
        "consultation": consultation(),
        "response-two-laws": mixed_laws(),
    }


def more_notices() -> dict[str, LetterFacts]:
    """Other turns of them, looked at as text alone."""
    return {
        "fees-notice-over-limit": fees_notice(said={**fees_notice().said, "basis": "over_limit"}),
        "fees-notice-environmental": fees_notice_environmental(),
        "transfer-agreed-environmental": transfer_agreed(),
        "holding-before-its-day": holding(due=date(2026, 11, 24), working_days_late=0),
        "closure-unpaid-part": closure_unpaid(),
        "acknowledgement-passed-on": received_from_another(),
        "response-two-laws-interleaved": mixed_laws(layout="interleaved"),
        **{
            f"not-valid-{reason.replace('_', '-')}": not_valid(not_valid_reason=reason)
            for reason in NOT_VALID
        },
    }
