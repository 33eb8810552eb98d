"""How an estimate stands, made ready for its page: the total, the bar, what would fit, what may be added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.casework import related
from foi_tracker.casework.cost import EstimateDraft
from foi_tracker.casework.desk import Desk
from foi_tracker.law.cost_limit import (
    CONFIRMING,
    Activity,
    Row,
    advice,
    in_hours,
    is_over,
    rows_counted,
    say_hours,
    say_pounds,
    total_hours,
)
from foi_tracker.law.regimes import CostLimit
from foi_tracker.models import Case
from foi_tracker.store import cost as cost_store
from foi_tracker.web.blind import blinded
from foi_tracker.web.cost.forms import EstimateForm
from foi_tracker.web.date_words import plural, say_plain_date

_WHY = {
    related.SAME_PERSON: "by the same person",
    related.SAME_WORDS: "in the same words",
    related.ALIKE: "asks much the same",
}


@dataclass(frozen=True)
class Bar:
    """The bar, in hundredths of its width: what is estimated, and where the limit stands."""

    filled: float
    limit: float


@dataclass(frozen=True)
class Stands:
    """How the estimate stands against the limit."""

    hours: str
    pounds: str
    limit: str
    over: bool
    bar: Bar
    verdict: str
    confirming: str  # of s.12(2), where anything is estimated for it
    together: str  # what the requests added to it take
    proposed: str  # the advice that the rows bear out


def stands(desk: Desk, case: Case, limit: CostLimit, draft: EstimateDraft) -> Stands:
    """The estimate as typed, with the requests ticked, against the limit."""
    others = cost_store.beside(desk.session, case, draft.with_case_ids)
    theirs = cost_store.rows_by_case(desk.session, others)
    added: list[Row] = [row for other in others for row in theirs.get(other.id, ())]
    rows: list[Row] = [*rows_counted(draft.rows), *added]
    total = total_hours(rows)
    over = is_over(total, limit)
    scale = max(float(total), float(limit.hours)) * 1.05
    return Stands(
        hours=in_hours(total, limit),
        pounds=say_pounds(total),
        limit=f"{limit.hours} hours, £{limit.pounds}",
        over=over,
        bar=Bar(round(100 * float(total) / scale, 2), round(100 * limit.hours / scale, 2)),
        verdict=_verdict(over) if rows else "Fill in a row to see how it stands.",
        confirming=_confirming(rows, limit),
        together=_together(len(others), added) if others else "",
        proposed=advice(rows, limit, draft.months),
    )


def _verdict(over: bool) -> str:
    if over:
        return "Over the limit: you may refuse under section 12(1), with advice on what would fit."
    return "Not over the limit: section 12 does not apply."


def _confirming(rows: Sequence[Row], limit: CostLimit) -> str:
    if not any(row.activity == Activity.DETERMINE for row in rows):
        return ""
    hours = total_hours(rows, CONFIRMING)
    may = "you may refuse under section 12(2)" if is_over(hours, limit) else "section 12(2) does not apply"
    return f"Only to find out whether it is held: {in_hours(hours, limit)}, so {may}."


def _together(count: int, added: Sequence[Row]) -> str:
    hours = total_hours(added)
    if not added:
        return f"Added to it: {plural(count, 'request')}, with no estimate yet, so nothing more is counted."
    return f"Of these, {in_hours(hours)} are of {plural(count, 'request')} added to it."


@dataclass(frozen=True)
class Worked:
    """What one row comes to."""

    hours: str
    pounds: str


def worked_out(form: EstimateForm) -> list[Worked]:
    """What each row on the page comes to; nothing while it cannot be reckoned, or does not count."""
    found = []
    for entry in form.rows:
        hours = total_hours([entry.form.row()])
        found.append(Worked(say_hours(hours), say_pounds(hours)) if hours else Worked("", ""))
    return found


def choices(case: Case, found: Sequence[related.Related]) -> list[tuple[str, str, str]]:
    """Requests to tick: id, what it is, and why it may belong."""
    return [
        (
            str(each.case.id),
            f"{each.case.reference}: {blinded(each.case, each.case.subject)}",
            _why(each),
        )
        for each in found
    ]


def _why(each: related.Related) -> str:
    said = [f"Came {say_plain_date(each.case.received_on)}, {plural(each.days, 'working day')} apart"]
    said += [_WHY[why] for why in each.why]
    if each.alike and related.SAME_WORDS not in each.why:
        said.append(f"{plural(each.alike, 'question')} alike")
    said.append(f"its estimate is {in_hours(each.hours)}" if each.hours is not None else "no estimate yet")
    return "; ".join(said) + "."
