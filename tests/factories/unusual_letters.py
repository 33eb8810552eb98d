"""Letters that try something: the EIR, every outcome, forty questions, twelve pages, hostile words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from foi_tracker.law.notices.facts import (
    AnswerFacts,
    AttachmentFacts,
    CostFacts,
    CostRowFacts,
    LetterFacts,
    RecipientFacts,
    WholeFacts,
)
from tests.factories import refusals
from tests.factories.letters import COUNCIL, mixed, response


def environmental(**changes: object) -> LetterFacts:
    """A response under the Environmental Information Regulations."""
    facts = mixed(
        regime="EIR",
        layout="numbered",
        authority=COUNCIL,
        reference="2026-27-088",
        subject="Water quality in the River Amble",
        attachments=(),
        their_reference="",
        answers=(
            AnswerFacts(
                "1", "Results of each test this year", "disclosed", "We made six tests. All were clear."
            ),
            AnswerFacts(
                "2",
                "The draft plan for the weir",
                "withheld",
                grounds=(refusals.DRAFT_PLAN,),
            ),
            AnswerFacts(
                "3",
                "Tests made before 1990",
                "not_held",
                details={
                    "searched": "Our archive holds no tests from before 1990.",
                    "holder": "nobody known",
                },
            ),
            AnswerFacts("4", "Where rare birds nest", "withheld", grounds=(refusals.NESTS,)),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def every_outcome(**changes: object) -> LetterFacts:
    """A response in which each outcome stands once."""
    facts = response(
        subject="One of everything",
        preamble="",
        answers=_EVERY_OUTCOME,
        cost=CostFacts(
            rows=(
                CostRowFacts("determine", "mailboxes", 90, 15, people=2),
                CostRowFacts("extract", "emails", 3660, 1),
            ),
            sampled="Two people searched one mailbox for a quarter of an hour.",
            within_limit="Those of one month.",
        ),
        whole=WholeFacts("14(2)", "031-26", date(2026, 9, 1)),
        close_by=date(2027, 1, 18),
        opening_statement="In 2025/26 we did not commission a programme of our own.\n\nWe paid for these:\n"
        "- two courses\n- a helpline, open every day of the year",
        attachments=(AttachmentFacts("Grants by parish", "grants.csv", "text/csv", 8_200, "2"),),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


_EVERY_OUTCOME = (
    AnswerFacts("1", "What the helpline cost", "disclosed", "£41,200 in 2025/26."),
    AnswerFacts("2", "Grants by parish", "disclosed", attachments=("Grants by parish",)),
    AnswerFacts(
        "3",
        "The contract with the provider",
        "part_disclosed",
        "The contract runs from 1 April 2025 to 31 March 2027.",
        grounds=(refusals.RATES,),
    ),
    AnswerFacts(
        "4",
        "Complaints since 2020",
        "part_held",
        "Since 2022 there have been 14.",
        details={
            "not_held_part": "We deleted complaints from before 2022, after three years, as our "
            "schedule says."
        },
    ),
    AnswerFacts(
        "5",
        "The risk register",
        "withheld",
        grounds=(refusals.GUARDED, refusals.NIGHT_STAFF),
    ),
    AnswerFacts("6", "A list of visitors", "not_held", details={"searched": "The front desk keeps no list."}),
    AnswerFacts(
        "7",
        "Every email about it",
        "cost_limit",
    ),
    AnswerFacts(
        "8",
        "Whether any of 90 mailboxes mention it",
        "cost_limit_confirm",
    ),
    AnswerFacts(
        "9",
        "Whether a named person was investigated",
        "ncnd",
        grounds=(refusals.NAMED_PERSON,),
    ),
    AnswerFacts("10", "The same again, for the fourth time", "vexatious"),
    AnswerFacts(
        "11",
        "The budget of 2024/25",
        "repeated",
    ),
    AnswerFacts(
        "12",
        "The yearly report",
        "accessible",
        details={"where": "https://ambleford-pcc.example.org/reports/2026"},
    ),
    AnswerFacts(
        "13",
        "The new strategy",
        "future_publication",
        details={
            "when": "2027-02-01",
            "settled": "We settled that date in July 2026.",
            "pi_for": "People could comment on it sooner.",
            "pi_against": "Half a strategy would mislead them.",
            "pi_conclusion": "The interest in waiting is the stronger, because the wait is short.",
        },
    ),
    AnswerFacts("14", "My own file", "own_data", details={"handed_on": "2026-10-28"}),
    AnswerFacts(
        "15",
        "The review of the helpline",
        "decision_pending",
        details={"estimated_date": "2026-12-16"},
        grounds=(refusals.FRANK,),
    ),
    AnswerFacts("16", "How many courses you ran", "not_applicable", because_of="opening_statement"),
    AnswerFacts("17", "What visitors said", "not_applicable", because_of="6"),
    AnswerFacts(
        "18",
        "Do you agree?",
        "outside_act",
        "The Commissioner has not taken a view.",
        details={"asked_first": "Minutes."},
    ),
    AnswerFacts(
        "19",
        "All the papers",
        "clarification",
        details={"clarification_question": "Which meeting do you mean: May or June?"},
    ),
    AnswerFacts("20", "The minutes", "withdrawn", details={"withdrawn_how": "by email on 2 November 2026"}),
    AnswerFacts("21", "What it cost in all", same_as="1"),
)


def forty_questions(**changes: object) -> LetterFacts:
    """A response to 40 questions, in sections with their own lead-ins."""
    answers = tuple(
        AnswerFacts(
            str(number),
            f"How many reports of kind {number} did you receive?",
            "disclosed" if number % 4 else "not_held",
            f"{number * 17} reports." if number % 4 else "",
            stem="In the financial year 2025/26:" if number <= 20 else "In the financial year 2024/25:",
            section="Reports this year" if number <= 20 else "Reports last year",
            details={} if number % 4 else {"searched": "Our recording system has no field for it."},
        )
        for number in range(1, 41)
    )
    return replace(response(subject="Forty questions", preamble="", answers=answers), **changes)  # type: ignore[arg-type]


def twelve_pages(**changes: object) -> LetterFacts:
    """A response of about twelve pages: long answers, and a table that runs over a page."""
    rows = "\n".join(f"Parish {number}\t{number * 3}\t{number * 7:,}" for number in range(1, 71))
    paragraph = (
        "We pay for this work in quarters, and check each payment against what the provider "
        "delivered. Where it "
        "delivered less, we paid less. Where it delivered more, we did not pay more, because the "
        "contract sets a "
        "ceiling. Our audit committee read the figures in June and in December. "
    )
    answers = (
        AnswerFacts(
            "1",
            "Spending by parish",
            "disclosed",
            f"**Spending by parish**\n\nParish\tGrants\tPounds\n{rows}",
        ),
        *(
            AnswerFacts(
                str(number), f"What happened in quarter {number}?", "disclosed", "\n\n".join([paragraph] * 5)
            )
            for number in range(2, 17)
        ),
    )
    return replace(mixed(subject="A long answer", answers=answers, attachments=()), **changes)  # type: ignore[arg-type]


HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% include 'x' %} <img src=file:///etc/passwd> ${x} \\ & \"'"
HEBREW, ARABIC = "שלום עולם", "حرية المعلومات"


def hostile(**changes: object) -> LetterFacts:
    """A response in which every typed word tries something."""
    long_word = "Pneumono" * 40
    facts = mixed(
        subject=f"{HOSTILE} {HEBREW}",
        their_reference='"}</style><b>x',
        recipient=RecipientFacts(name=f"{ARABIC} {HEBREW}", address=(HOSTILE, long_word, "AM1 1ZZ")),
        preamble=HOSTILE,
        answers=(
            AnswerFacts(
                '1"}<b>', f"{HOSTILE} {long_word}", "disclosed", f"{HOSTILE}\n\n[x](file:///etc/passwd)"
            ),
            AnswerFacts(
                "2", ARABIC, "disclosed", f"{ARABIC}: {HEBREW}. ![x](http://tracker.example.org/x.png)"
            ),
            AnswerFacts(
                "3",
                "Łódź, Ελλάδα, Київ, Llŷn",
                "disclosed",
                "A\tB\n<b>1</b>\t<img src=x onerror=y>\n2\t{{x}}",
            ),
        ),
        attachments=(AttachmentFacts(HOSTILE, "x.pdf", "application/pdf", 1),),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]
