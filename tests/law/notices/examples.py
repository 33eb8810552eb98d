"""Complete letters of every kind, from which a test takes one fact at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from foi_tracker.law.cost_limit import COST_SECTIONS
from foi_tracker.law.exemptions import NCND
from foi_tracker.law.notices.facts import (
    AnswerFacts,
    AttachmentFacts,
    AuthorityFacts,
    CostFacts,
    CostRowFacts,
    GroundFacts,
    LetterFacts,
    RecipientFacts,
    WholeFacts,
)
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.law.regulator import in_force
from foi_tracker.law.whole_request import WHOLE_SECTIONS
from tests.law.notices.grounds import ground

DATED = date(2026, 11, 18)

AUTHORITY = AuthorityFacts(
    name="Exampleshire Council",
    kind="council",
    address=("1 Example Street", "Exampleton EX1 1EX"),
    signatory_name="A. Officer",
    signatory_role="Information Rights Officer",
    footer="Exampleshire Council, 1 Example Street, Exampleton EX1 1EX",
    review_contact=("review@exampleshire.example.org",),
)


def letter(kind: str, **changes: object) -> LetterFacts:
    """A letter of this kind with nothing wrong in it."""
    facts = LetterFacts(
        kind=kind,
        layout="numbered",
        dated=DATED,
        reference="043-26",
        subject="Bins [NAME] XXX",  # the requester's own words are never checked
        regime="FOIA",
        received=date(2026, 10, 26),
        due=date(2026, 11, 23),
        authority=AUTHORITY,
        recipient=RecipientFacts("The Editor", address=("2 Example Row", "Exampleton")),
        regulator=in_force(DATED),
        preamble="Please tell me TBC",
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


DETAILS: dict[str, dict[str, str]] = {
    "disclosed": {},
    "part_disclosed": {},
    "withheld": {},
    "accessible": {"where": "https://exampleshire.example.org/bins"},
    "future_publication": {
        "when": "March 2027",
        "settled": "We planned to before you asked.",
        "pi_for": "Sooner.",
        "pi_against": "Half a plan would mislead.",
        "pi_conclusion": "To wait is better, because it is short.",
    },
    "decision_pending": {"estimated_date": "2026-12-16"},
    "part_held": {"not_held_part": "Before 2021: we searched the archive."},
    "not_held": {"searched": "On 2 November the waste team searched its register."},
    "cost_limit": {},
    "cost_limit_confirm": {},
    "ncnd": {},
    "vexatious": {},
    "repeated": {},
    "own_data": {"handed_on": "2026-10-27"},
    "not_applicable": {},
    "clarification": {"clarification_question": "Which year do you mean?"},
    "outside_act": {"asked_first": "Nothing recorded says so."},
    "withdrawn": {"withdrawn_how": "By email on 2 November 2026."},
}
COST = CostFacts(
    rows=(CostRowFacts("determine", "files", 380, 3), CostRowFacts("extract", "reports", 2994, 3)),
    sampled="We timed 20 of each, taken at random.",
    within_limit="We could look through 300 files.",
)
WHOLE = WholeFacts("14(2)", "012-26", date(2026, 9, 1))
FOIA_ALONE = ("cost_limit", "cost_limit_confirm", "vexatious", "repeated")
"""Outcomes of sections 12 and 14, which the Regulations do not have."""
GROUNDS: dict[str, dict[str, tuple[GroundFacts, ...]]] = {
    "FOIA": {
        "part_disclosed": (ground("s.40(2)", "40(3A)(a)"),),
        "withheld": (ground("s.31(1)(a)"),),
        "decision_pending": (ground("s.43(2)"),),
        "ncnd": (ground("s.31(1)(a)", purpose=NCND),),
    },
    "EIR": {
        "part_disclosed": (ground("reg 13", "13(2A)(a)"),),
        "withheld": (ground("reg 12(5)(b)"),),
        "ncnd": (ground("reg 12(5)(a)", purpose=NCND),),
    },
}
WORDS = {"disclosed", "part_disclosed", "part_held", "outside_act"}


def answer(label: str, outcome: str, law: str = "FOIA", **changes: object) -> AnswerFacts:
    """A complete answer with this outcome. `law` chooses what it rests on."""
    made = AnswerFacts(
        label=label,
        question=f"Question {label}? [insert name]",
        outcome=outcome,
        answer="We emptied 4,102 bins." if outcome in WORDS else "",
        because_of="opening_statement" if outcome == "not_applicable" else "",
        details=DETAILS[outcome],
        grounds=GROUNDS[law].get(outcome, ()),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def response(*answers: AnswerFacts, **changes: object) -> LetterFacts:
    """A response that answers these questions, and all there are."""
    values: dict[str, object] = {
        "answers": answers,
        "all_labels": tuple(each.label for each in answers),
        "opening_statement": "We stopped the service in 2024.",
        "cost": COST if any(each.outcome in COST_SECTIONS for each in answers) else None,
        "whole": WHOLE if any(each.outcome in WHOLE_SECTIONS for each in answers) else None,
        **changes,
    }
    return letter("response", **values)


def file(**changes: object) -> AttachmentFacts:
    """An attachment of question 1 that a second person has looked at."""
    made = AttachmentFacts("Bins by ward", "bins.csv", "text/csv", 2048, "1", "B. Colleague")
    return replace(made, **changes)  # type: ignore[arg-type]


COMPLETE: dict[str, LetterFacts] = {
    "acknowledgement": letter("acknowledgement"),
    "not valid": letter("not_valid", not_valid_reason="not_described"),
    "asking for clarification": letter("clarification", clarification="Which year do you mean?"),
    **{outcome: response(answer("1", outcome)) for outcome in DETAILS},
    **{
        f"{outcome} (EIR)": response(answer("1", outcome, "EIR"), regime="EIR")
        for outcome in DETAILS
        if not OUTCOMES[outcome].of_the_act_alone
    },
    "mixture": response(
        answer("1", "disclosed"),
        AnswerFacts("2", "And that?", same_as="1"),
        answer("8", "not_held"),
        answer("8A", "cost_limit"),
        answer("9", "not_applicable", because_of="8"),
    ),
    "part of several": response(
        answer("2", "disclosed"),
        all_labels=("1", "2", "3"),
        answered_elsewhere=("1", "3"),
        part_of_several=True,
    ),
    "same as a question of an earlier letter": response(
        AnswerFacts("2", "And that?", same_as="1"), all_labels=("1", "2"), answered_elsewhere=("1",)
    ),
    "with an attachment": response(
        answer("1", "disclosed", answer="The figures are attached.", attachments=("Bins by ward",)),
        attachments=(file(),),
    ),
    "an authority without a review": response(
        answer("1", "withheld"), authority=replace(AUTHORITY, review_procedure=False, review_contact=())
    ),
    "a correction": response(
        answer("1", "disclosed"), corrects=date(2026, 11, 10), correction_reason="A wrong sum."
    ),
}
"""Every one of these is whole: the check finds nothing."""
