"""The turns that a response takes: NCND, the cost limit, section 14, the EIR, a mixture, a correction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from foi_tracker.law.notices.facts import (
    AnswerFacts,
    CostFacts,
    CostRowFacts,
    GroundFacts,
    LetterFacts,
    WholeFacts,
)
from tests.factories.letters import COUNCIL, POLICE, response
from tests.factories.refusals import refusal

WARNED = GroundFacts(
    "s.31(1)(a)",
    purpose="ncnd",
    words={
        "harm": "A yes would warn whoever is looked at, and a no would tell others that nobody looks.",
        "cause": "Whoever asks about one firm after another would learn which are looked at.",
        "likelihood": "likely",
        "pi_for": "People should know that we look into what they report.",
        "pi_against": "A warning lets evidence be destroyed, and the next answer would warn somebody else.",
        "pi_conclusion": "Not warning anybody is the stronger, because evidence lost cannot be had again.",
    },
)
MUCH_WORK = GroundFacts(
    "reg 12(4)(b)",
    words={
        "reason": "We would have to read every one of 11,400 emails about the plan.",
        "evidence": "We read 50 of them in two and a half hours, so all would take about 570 hours.",
        "pi_for": "The plan changes how the river is used, and people may want to see how it was made.",
        "pi_against": "Two planners would do nothing else for two months.",
        "pi_conclusion": "Not to do this work is the stronger, because our reports say how it was made.",
        "advice": "We could answer for the emails of one month, or for those with the word “weir”.",
    },
)
READ_ALL = CostFacts(
    rows=(
        CostRowFacts("locate", "reports", 2994, 0.5),
        CostRowFacts("extract", "reports", 2994, 2.5),
    ),
    sampled="We timed 20 reports, taken at random, on 10 November 2026.",
    within_limit="In 18 hours we could read up to 360 reports: those of January to March 2026 would fit.",
)


def neither_for_the_rest(**changes: object) -> LetterFacts:
    """An answer, and neither confirmed nor denied whether there is anything else."""
    facts = refusal(
        all_labels=(),
        subject="Visits to Example Haulage",
        answers=(
            AnswerFacts(
                "1",
                "Every visit that you made to Example Haulage",
                "disclosed",
                "We made two visits with the council, in March and May 2026. Both were announced.",
                grounds=(WARNED,),
            ),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def over_the_limit(**changes: object) -> LetterFacts:
    """All of it is refused under section 12(1)."""
    facts = refusal(
        all_labels=(),
        subject="Where stolen bicycles were locked",
        answers=(
            AnswerFacts("1", "How many of the bicycles were locked to a cycle stand?", "cost_limit"),
            AnswerFacts("2", "How many were locked indoors?", "cost_limit"),
        ),
        cost=READ_ALL,
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def over_the_limit_to_say(**changes: object) -> LetterFacts:
    """All of it is refused under section 12(2)."""
    facts = refusal(
        all_labels=(),
        subject="Notes that mention the river path",
        answers=(AnswerFacts("1", "Any notebook that mentions the river path", "cost_limit_confirm"),),
        cost=CostFacts(
            rows=(CostRowFacts("determine", "notebooks", 1460, 5, people=1),),
            sampled="An officer looked through ten notebooks in 50 minutes.",
            within_limit="We could look through the notebooks of one team for one year.",
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def vexatious(**changes: object) -> LetterFacts:
    """Refused as a whole under section 14(1)."""
    facts = refusal(
        all_labels=(),
        subject="The chairs of the front office",
        answers=(AnswerFacts("1", "Who has sat on each chair since 2020", "vexatious"),),
        whole=WholeFacts("14(1)"),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def repeated(**changes: object) -> LetterFacts:
    """Refused as a whole under section 14(2)."""
    facts = refusal(
        all_labels=(),
        subject="Number-plate cameras, again",
        answers=(AnswerFacts("1", "How many number-plate cameras do you have?", "repeated"),),
        whole=WholeFacts("14(2)", "171/26", date(2026, 9, 14)),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def environmental_refusal(**changes: object) -> LetterFacts:
    """All of it is refused under the Regulations: there is no cost limit, but regulation 12(4)(b)."""
    facts = refusal(
        all_labels=(),
        regime="EIR",
        authority=COUNCIL,
        subject="Emails about the river plan",
        answers=(AnswerFacts("1", "Every email about the river plan", "withheld", grounds=(MUCH_WORK,)),),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def elsewhere(**changes: object) -> LetterFacts:
    """Not held, and who may hold it."""
    facts = response(
        authority=POLICE,
        subject="Street lights on Weir Lane",
        preamble="",
        answers=(
            AnswerFacts(
                "1",
                "When the street lights on Weir Lane were last mended",
                "not_held",
                details={
                    "searched": "Mending street lights is not our work, so there was nothing to search.",
                    "holder": "Ambleford District Council: information@ambleford.example.org",
                },
            ),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def mixture(**changes: object) -> LetterFacts:
    """Given, refused for its cost, not held, neither confirmed nor denied, falling away and as above."""
    facts = response(
        authority=POLICE,
        subject="Bicycle thefts",
        preamble="",
        answers=(
            AnswerFacts("1", "How many bicycle thefts were reported in 2025?", "disclosed", "1,017."),
            AnswerFacts("2", "How many of them were locked to a stand?", "cost_limit"),
            AnswerFacts(
                "3",
                "What the council spent on stands",
                "not_held",
                details={"searched": "The council buys them.", "holder": "Ambleford District Council"},
            ),
            AnswerFacts("4", "Are you looking into Example Cycles?", "ncnd", grounds=(WARNED,)),
            AnswerFacts("5", "Who designed the stands?", "not_applicable", because_of="3"),
            AnswerFacts("6", "How many were stolen in that year, in all?", same_as="1"),
        ),
        cost=READ_ALL,
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def correction(**changes: object) -> LetterFacts:
    """One figure of an earlier letter was wrong."""
    facts = response(
        corrects=date(2026, 11, 9),
        correction_reason="We gave 167 as the number of people referred. It is 176.",
        all_labels=("1", "5"),
        answered_elsewhere=("1",),
        answers=(
            AnswerFacts(
                "5", "How many people were referred by an agency", "disclosed", "Agencies referred 176."
            ),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def every_variant() -> dict[str, LetterFacts]:
    """One of each, by a name."""
    return {
        "response-ncnd-for-the-rest": neither_for_the_rest(),
        "response-over-the-limit": over_the_limit(),
        "response-over-the-limit-to-say": over_the_limit_to_say(),
        "response-vexatious": vexatious(),
        "response-repeated": repeated(),
        "response-environmental-refusal": environmental_refusal(),
        "response-elsewhere": elsewhere(),
        "response-mixture": mixture(),
        "response-correction": correction(),
    }
