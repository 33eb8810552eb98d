"""What a letter has to be, or to answer, to say a standard paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from foi_tracker.law.cost_limit import COST_SECTIONS
from foi_tracker.law.exemptions import NCND, WITHHOLD, catalogue
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.letters.kinds import Kind
from foi_tracker.store.wordings import Where

_ANSWERS = (Kind.RESPONSE.value, Kind.PIT_EXTENSION.value)
"""The kinds of letter that print answers, and with them whatever stands in one."""
_COST = tuple(COST_SECTIONS)
_OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "outcome.withheld.rest": ("part_disclosed", "part_held"),
    "outcome.holder": ("not_held", "part_held"),
    "outcome.cost_limit.held": ("cost_limit",),
    "outcome.cost_limit.unsure": ("cost_limit",),
    "outcome.cost_limit.eir": ("cost_limit",),
    "outcome.cost_limit.confirm": ("cost_limit_confirm",),
    "outcome.cost_limit": _COST,
    "result.cost_limit": ("cost_limit",),
    "result.rest_by_cost": _COST,
    "result.rest": ("vexatious", "repeated"),
}
"""The outcomes that print a paragraph, where its name does not tell them; the first that fits counts."""
_LETTERS: Mapping[str, tuple[str, ...]] = {"not_held": (Kind.TRANSFER.value, Kind.PASSED_ON.value)}
"""The kinds of letter that print a paragraph, where its name does not tell them."""


def where(key: str) -> Where:
    """What a letter has to be, or to answer, to say the wording of this key."""
    group, _, rest = key.partition(".")
    first = rest.partition(".")[0]
    if group == "letter":
        kinds = _LETTERS.get(first) or ((first,) if first in set(Kind) else ())
        return Where(kinds=kinds, in_answers=first == Kind.RESPONSE)
    if group == "ground":
        return _ground(rest)
    if group == "always":
        return Where()
    if key in ("outcome.ncnd.rest", "result.ncnd.rest"):
        beside = tuple(code for code in OUTCOMES if code != NCND)
        return Where(kinds=_ANSWERS, outcomes=beside, purpose=NCND)
    if group == "reason" and rest.endswith(f".{NCND}"):
        return Where(kinds=_ANSWERS, purpose=NCND)
    if key == "outcome.same_as":
        return Where(kinds=_ANSWERS, same_as=True)
    named = (codes for name, codes in _OUTCOMES.items() if key == name or key.startswith(f"{name}."))
    return Where(kinds=_ANSWERS, outcomes=next(named, (first,) if first in OUTCOMES else ()))


def _ground(rest: str) -> Where:
    codes = [code for code in catalogue() if rest == code or rest.startswith(f"{code}.")]
    code = max(codes, key=len, default="")
    limb = rest.removeprefix(code).removeprefix(".")
    if limb == NCND:
        return Where(kinds=_ANSWERS, ground=code, purpose=NCND)
    return Where(kinds=_ANSWERS, ground=code, limb=limb, purpose=WITHHOLD)
