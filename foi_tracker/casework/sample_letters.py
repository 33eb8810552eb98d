"""Letters that answer nobody: what an authority's letters look like before it has written any."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letter_facts import REVIEW_WINDOW
from foi_tracker.law.clock import reckon
from foi_tracker.law.clock_facts import ClockFacts
from foi_tracker.law.notices.facts import AnswerFacts, AuthorityFacts, LetterFacts, RecipientFacts
from foi_tracker.law.regimes import running_under
from foi_tracker.law.regulator import RegulatorFacts
from foi_tracker.law.working_days import nth_working_day_after
from foi_tracker.letters.languages import language_of

SAMPLES: Mapping[str, str] = {
    "response": "A made-up answer",
    "acknowledgement": "A made-up acknowledgement",
    "large": "A made-up answer in large print",
}
"""The letters that can be shown without a request, as an administrator calls them."""

_CAME = timedelta(days=9)
_READER = RecipientFacts("A. Sample", address=("1 Example Street", "EXAMPLETON", "EX1 1AA"))
_QUESTIONS = (
    AnswerFacts(
        "1",
        "How many benches stand in your parks",
        "disclosed",
        "There are 214 benches:\n- Castle Park: 96\n- River Park: 74\n- Mill Green: 44",
    ),
    AnswerFacts(
        "2",
        "What each of them cost when it was new",
        "not_held",
        details={
            "searched": "Our parks team looked through the register of what we own and the invoices since "
            "2015. They give one sum for each park."
        },
    ),
)


def sample_letter(
    desk: Desk,
    which: str,
    authority: AuthorityFacts,
    *,
    layout: str,
    reference: str,
    regulator: RegulatorFacts | None,
) -> LetterFacts:
    """One of SAMPLES as this authority would write it today. Nothing of it is a request.

    Raises:
        ValueError: `which` is none of SAMPLES.
    """
    if which not in SAMPLES:
        raise ValueError(f"There is no made-up letter {which!r}.")
    received = desk.today - _CAME
    clock = ClockFacts(received, running_under("FOIA", authority.kind), authority.kind)
    reckoning = reckon(clock, desk.holidays)
    answering = which != "acknowledgement"
    asked = _QUESTIONS if answering else tuple(AnswerFacts(q.label, q.question) for q in _QUESTIONS)
    return LetterFacts(
        kind="response" if answering else which,
        layout=layout,
        dated=desk.today,
        reference=reference,
        subject="Benches in parks",
        regime="FOIA",
        received=received,
        due=reckoning.deadlines[0].date,
        authority=authority,
        recipient=_READER,
        regulator=regulator,
        answers=asked,
        all_labels=tuple(question.label for question in asked),
        large_print=which == "large" or authority.large_print_for_all,
        date_reason=language_of("en-GB").date_reason(reckoning),
        review_by=nth_working_day_after(desk.today, REVIEW_WINDOW, desk.holidays),
    )
