"""The month on one page, because managers ask from the first week."""

from __future__ import annotations

from datetime import date, timedelta

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from foi_tracker.extensions import db
from foi_tracker.store.queue import MonthCount, month_counts
from foi_tracker.web.access import scope
from foi_tracker.web.desk import today

room = Blueprint("figures", __name__)


FIRST_MONTH = date(2005, 1, 1)
"""The Act has given a right to information since then (s.1; SI 2004/3122)."""


def _month(text: str, day: date) -> date:
    """The first day of the month written YYYY-MM; this month where it is not one that can be shown."""
    this_month = day.replace(day=1)
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return this_month
    return found if FIRST_MONTH <= found <= this_month else this_month


def _after(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def _total(counts: list[MonthCount]) -> MonthCount:
    return MonthCount(
        "All",
        sum(c.received for c in counts),
        sum(c.answered_in_time for c in counts),
        sum(c.answered_late for c in counts),
        sum(c.open for c in counts),
        sum(c.open_late for c in counts),
    )


@room.get("/figures")
def month() -> ResponseReturnValue:
    """Received, answered in time, late and open: one row an authority."""
    day = today()
    first = _month(request.args.get("month", ""), day)
    counts = month_counts(db.session, scope(), first, _after(first), day)
    before = (first - timedelta(days=1)).replace(day=1)
    following = _after(first)
    return render_template(
        "pages/figures/month.html",
        first=first,
        counts=counts,
        total=_total(counts),
        before=before if before >= FIRST_MONTH else None,
        following=following if following <= day else None,
        is_now=first == day.replace(day=1),
    )
