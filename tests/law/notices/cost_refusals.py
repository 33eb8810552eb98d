"""Letters that refuse a request as a whole, whole and with one thing wrong."""

from __future__ import annotations

from dataclasses import replace

from foi_tracker.law.notices.facts import CostFacts, CostRowFacts, WholeFacts
from tests.law.notices.examples import AUTHORITY, COST, answer, response

REFUSED = response(answer("1", "disclosed"), answer("2", "cost_limit"), answer("3", "cost_limit"))
CONFIRM = response(answer("1", "cost_limit_confirm"))
REPEATED = response(answer("1", "repeated"))


def costing(facts, *rows, **changes):
    """The letter with an estimate of these rows alone: (activity, what, records, minutes each)."""
    return replace(facts, cost=replace(COST, rows=tuple(CostRowFacts(*row) for row in rows), **changes))


DEFECTS = {
    "no estimate at all": (
        replace(REFUSED, cost=CostFacts(within_limit="One month.")),
        ("should", "cost_estimate_missing"),
    ),
    "minutes that rest on nothing": (
        replace(REFUSED, cost=replace(COST, sampled=" ")),
        ("should", "cost_estimate_missing"),
    ),
    "no advice": (replace(REFUSED, cost=replace(COST, within_limit=" ")), ("must", "advice_missing")),
    "just as much as the limit of a council": (
        costing(REFUSED, ("extract", "reports", 360, 3)),
        ("must", "cost_not_over_limit"),
    ),
    "just as much as the limit of a department": (
        replace(
            costing(REFUSED, ("extract", "reports", 480, 3)), authority=replace(AUTHORITY, kind="department")
        ),
        ("must", "cost_not_over_limit"),
    ),
    "over the limit to answer but not to confirm": (
        costing(CONFIRM, ("determine", "files", 360, 3), ("extract", "reports", 2994, 3)),
        ("must", "cost_not_over_limit"),
    ),
    "redaction counted": (
        costing(REFUSED, ("extract", "reports", 2994, 3), ("redact", "names", 2994, 10)),
        ("must", "cost_activity_not_allowed"),
    ),
    "redaction counted as if it were extracting": (
        costing(REFUSED, ("extract", "redacting the reports", 2994, 3)),
        ("must", "cost_activity_not_allowed"),
    ),
    "only what does not count": (
        costing(REFUSED, ("consult", "suppliers", 40, 60)),
        ("must", "cost_activity_not_allowed"),
    ),
    "a placeholder in the advice": (
        replace(REFUSED, cost=replace(COST, within_limit="One month: [insert month].")),
        ("must", "placeholder_left"),
    ),
    "repeated without the earlier request": (
        replace(REPEATED, whole=WholeFacts("14(2)")),
        ("must", "outcome_incomplete"),
    ),
    "a cost limit that the Regulations do not have": (
        response(answer("1", "cost_limit"), regime="EIR"),
        ("must", "eir_exception_missing"),
    ),
    "vexatious without a word on record": (
        replace(response(answer("1", "vexatious")), whole=None),
        ("must", "outcome_incomplete"),
    ),
}
