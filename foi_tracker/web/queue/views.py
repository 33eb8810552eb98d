"""The first page: the queue, and its export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user

from foi_tracker.extensions import db
from foi_tracker.intake.csv_text import to_csv
from foi_tracker.law.lifecycle import STAGE_LABELS, Stage
from foi_tracker.law.working_days import working_days_between
from foi_tracker.models import Case
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import queue as queue_store
from foi_tracker.web.access import ACCESS, SEES_REQUESTER, WORKS, may_see_requester, scope, scope_of
from foi_tracker.web.blind import blinded
from foi_tracker.web.desk import holidays, today
from foi_tracker.web.queue.filters import DUE_LABELS, chips, filter_form, wanted_from
from foi_tracker.web.queue.rows import View, groups, row_of

room = Blueprint("queue", __name__)

EXPORT_COLUMNS = (
    "Authority", "Reference", "Subject", "Law", "Stage", "Received", "Due", "Working days left",
    "Officer", "Questions", "Answered", "Closed", "From",
)  # fmt: skip


def _names_in() -> frozenset[int]:
    """The authorities in which this person may see who asked, and so search by it."""
    return scope_of(current_user, SEES_REQUESTER).authority_ids


@room.get("/")
def index() -> ResponseReturnValue:
    """The four numbers, the filter and one page of requests, soonest first."""
    day = today()
    wanted = wanted_from(request.args, _names_in())
    page = queue_store.page_of(db.session, scope(), wanted, day)
    places = authority_store.authorities(db.session, scope())
    form = filter_form(request.args, queue_store.officers_of(db.session, scope()), places, current_user.id)
    view = View(day, holidays(), current_user.id, len(places) > 1)
    rows = [row_of(case, view) for case in page.cases]
    args = [pair for pair in request.args.items(multi=True) if pair[0] != "page"]
    return render_template(
        "pages/queue/index.html",
        today=day,
        tiles=_tiles(queue_store.tiles(db.session, scope(), wanted, day), args),
        groups=list(groups(rows, wanted.sort)),
        page=page,
        wanted=wanted,
        filter=form,
        chips=[{"text": c.text, "href": _address(c.without)} for c in chips(request.args, form)],
        page_href=lambda number: _address([*args, ("page", str(number))]),
        export_href=url_for("queue.export") + _query(args),
        may_log="log_request.log" in ACCESS and bool(scope_of(current_user, WORKS.roles).authority_ids),
    )


def _query(pairs: Sequence[tuple[str, str]]) -> str:
    return f"?{urlencode(pairs)}" if pairs else ""


def _address(pairs: Sequence[tuple[str, str]]) -> str:
    return url_for("queue.index") + _query(pairs)


def _tiles(counts: Mapping[str, int], args: Sequence[tuple[str, str]]) -> list[dict[str, object]]:
    """The four numbers, each a link to exactly the requests it counts."""
    others = [pair for pair in args if pair[0] in ("authority", "officer", "law")]
    states = {"late": "late", "today": "today", "week": "plenty", "waiting": "not_running"}
    return [
        {
            "number": counts[code],
            "text": text,
            "href": _address([*others, ("due", code)]),
            "state": states[code],
        }
        for code, text in DUE_LABELS.items()
    ]


@room.get("/requests.csv")
def export() -> ResponseReturnValue:
    """The requests that the same address shows on the page, all pages of them, as CSV."""
    wanted = wanted_from(request.args, _names_in())
    name = f"requests-{today().isoformat()}.csv"
    return Response(
        to_csv(_rows(wanted)),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _rows(wanted: queue_store.Wanted) -> Iterator[tuple[object, ...]]:
    yield EXPORT_COLUMNS
    day, calendar = today(), holidays()
    for case in queue_store.everything(db.session, scope(), wanted, day):
        left = "" if not case.due_on or case.closed_on else working_days_between(day, case.due_on, calendar)
        yield _cells(case, left)


def _cells(case: Case, left: int | str) -> tuple[object, ...]:
    return (
        case.authority.name,
        case.reference,
        blinded(case, case.subject),
        case.regime,
        STAGE_LABELS[Stage(case.stage)],
        case.received_on,
        case.due_on or "",
        left,
        case.officer.name if case.officer else "",
        case.questions_total,
        case.questions_answered,
        case.closed_on or "",
        case.requester_name if may_see_requester(case.authority_id) else "",
    )
