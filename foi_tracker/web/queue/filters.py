"""What of the queue to show, kept in the address so that a list can be shared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict

from foi_tracker.law.lifecycle import OPEN, STAGE_LABELS, Stage
from foi_tracker.models import Authority, User
from foi_tracker.store.queue import DUE, NOBODY, SORTS, Wanted
from foi_tracker.web.widgets import Checkboxes, Select, Text, one_line

DUE_LABELS = {
    "late": "Late",
    "today": "Due today",
    "week": "Later this week",
    "waiting": "Waiting for others",
}
SORT_LABELS = {
    "due": "Due, soonest first",
    "-due": "Due, latest first",
    "received": "Received, oldest first",
    "-received": "Received, newest first",
    "reference": "Reference",
    "subject": "Subject",
}
REGIMES = {"FOIA": "Freedom of Information", "EIR": "Environmental"}
OPEN_STAGES = [stage for stage in STAGE_LABELS if stage in OPEN | {Stage.NOT_VALID}]


class FilterForm(FlaskForm):
    """The fold on the left."""

    class Meta:
        """It is sent by GET and changes nothing, so it needs no token."""

        csrf = False

    words = Text("Reference, name or subject")
    officer = Checkboxes("Officer", choices=[])
    stage = Checkboxes("Stage", choices=[(stage.value, STAGE_LABELS[stage]) for stage in OPEN_STAGES])
    authority = Checkboxes("Authority", choices=[])
    law = Checkboxes("Law", choices=list(REGIMES.items()))
    show = Checkboxes("Also show", choices=[("closed", "Closed requests")])
    sort = Select("Order", choices=list(SORT_LABELS.items()))


def filter_form(
    args: MultiDict[str, str], people: Sequence[User], places: Sequence[Authority], me: int
) -> FilterForm:
    """The form as the address fills it."""
    form = FilterForm(formdata=args)
    others = [(str(user.id), user.name) for user in people if user.id != me]
    form.officer.choices = [(str(me), "You"), *others, (str(NOBODY), "Nobody yet")]
    form.authority.choices = [(str(place.id), place.short_name) for place in places]
    return form


def _numbers(values: Iterable[str]) -> frozenset[int]:
    return frozenset(int(value) for value in values if value.isdecimal() and len(value) < 10)


def wanted_from(args: MultiDict[str, str], names_in: frozenset[int]) -> Wanted:
    """What the address asks for; whatever it cannot mean is left out.

    `names_in` are the authorities in which this person may search by who asked.
    """
    page = args.get("page", "1")
    sort = args.get("sort", "due")
    due = args.get("due", "")
    return Wanted(
        authority_ids=_numbers(args.getlist("authority")),
        officer_ids=_numbers(args.getlist("officer")),
        stages=frozenset(args.getlist("stage")) & frozenset(stage.value for stage in Stage),
        regimes=frozenset(args.getlist("law")) & frozenset(REGIMES),
        due=due if due in DUE else "",
        words=(one_line(args.get("words")) or "")[:200],
        closed="closed" in args.getlist("show"),
        sort=sort if sort in SORTS else "due",
        names_in=names_in,
        page=int(page) if page.isdecimal() and len(page) < 7 else 1,
    )


@dataclass(frozen=True)
class Chip:
    """One thing chosen, and the address without it."""

    text: str
    without: list[tuple[str, str]]


def chips(args: MultiDict[str, str], form: FilterForm) -> list[Chip]:
    """What is chosen, each to be taken away by one press."""
    words: dict[tuple[str, str], str] = {}
    for field in (form.officer, form.stage, form.authority, form.law, form.show):
        for value, label, *_ in field.iter_choices():
            words[field.name, str(value)] = f"{field.label.text}: {label}"
    words |= {("due", code): f"Due: {label}" for code, label in DUE_LABELS.items()}
    pairs = [(name, value) for name, value in args.items(multi=True) if name != "page"]
    found = []
    for pair in pairs:
        name, value = pair
        typed = one_line(value) if name == "words" else ""
        text = words.get(pair) or (f"Words: {typed}" if typed else "")
        if text:
            found.append(Chip(text, [other for other in pairs if other != pair]))
    return found
