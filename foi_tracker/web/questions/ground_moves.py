"""What the buttons among the grounds do to what was typed. Nothing is kept by them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from werkzeug.datastructures import MultiDict

from foi_tracker.law.exemptions import NCND, WITHHOLD
from foi_tracker.web.addresses import id_of
from foi_tracker.web.questions.ground_cards import (
    PREFIX,
    Card,
    Context,
    Values,
    empty,
    numbers_in,
    values_of,
    without,
)

ADD, ADD_NCND = "add-ground", "add-ncnd"
_MOVE = re.compile(r"(drop|reuse|apart)-([0-9]{1,9})")


def is_move(action: str) -> bool:
    """Whether a button of this name changes the grounds on the page."""
    return action in (ADD, ADD_NCND) or _MOVE.fullmatch(action) is not None


def typed(form: MultiDict[str, str]) -> Values:
    """What a form sent of grounds."""
    return MultiDict((name, value) for name, value in form.items(multi=True) if name.startswith(f"{PREFIX}-"))


def moved(context: Context, values: Values, action: str, cards: Sequence[Card] = ()) -> Values:
    """The grounds after a button was pressed: one added, taken off, used again, or made its own."""
    after = max(numbers_in(values), default=-1) + 1
    if action in (ADD, ADD_NCND):
        return _with(values, empty(after, NCND if action == ADD_NCND else WITHHOLD))
    found = _MOVE.fullmatch(action)
    if found is None:
        return values
    what, number = found[1], id_of(found[2])
    if what == "drop":
        return without(values, number)
    if what == "apart":
        return _apart(values, number)
    ground = context.all.get(number)
    if ground is None:
        return values
    for card in cards:  # one that is still empty makes room for it
        if card.is_empty and card.draft.purpose == ground.purpose:
            values = without(values, card.number)
    return _with(values, values_of([ground], after))


def _with(values: Values, more: Values) -> Values:
    return MultiDict([*values.items(multi=True), *more.items(multi=True)])


def _apart(values: Values, number: int) -> Values:
    """The same words as a ground of this question's own."""
    own = {f"{PREFIX}-{number}-id", f"{PREFIX}-{number}-version"}
    return MultiDict((name, value) for name, value in values.items(multi=True) if name not in own)
