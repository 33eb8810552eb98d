"""What a refusal for cost that somebody else wrote must say: s.12, s.16 and s.17(5); regs 9 and 12(4)(b)."""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.notices.facts import Finding
from foi_tracker.law.notices.strangers_facts import REFUSING, ReadLetter, for_cost


def cost(letter: ReadLetter) -> Iterator[Finding]:
    """The estimate, the help with a smaller request, and work that may not be counted."""
    found = letter.cost
    by_name = any(ground.number == "s.12" for ground in letter.relied)
    if letter.kind not in (*REFUSING, "review") or not found.claimed:
        return
    if letter.is_eir:
        yield from _help_under_the_regulations(letter)
        return
    if not found.estimate:
        message = "The letter refuses for cost and gives no estimate beyond the limit itself."
        yield Finding("should", "cost_estimate_missing", "s.45 Code", message, found.told)
    if not found.advice:
        sure = (by_name or found.limit_named) and not found.open_offer and letter.kind != "review"
        message = "The letter does not say what could be provided within the cost limit, or why nothing can."
        if found.open_offer:
            message = "The letter invites a narrower request. Say what could be provided within the limit."
        yield Finding("must" if sure else "should", "advice_missing", "s.16", message, found.told)
    if found.not_counted:
        message = (
            f"The estimate seems to count this, which may not count towards the limit: "
            f"{found.not_counted.lower()}."
        )
        yield Finding("should", "cost_activity_not_allowed", "SI 2004/3244 reg 4(3)", message, found.counted)


def _help_under_the_regulations(letter: ReadLetter) -> Iterator[Finding]:
    """Who finds a request manifestly unreasonable for its cost helps to make it smaller: reg 9(1)."""
    by_name = any(for_cost(ground.code) for ground in letter.relied)
    if by_name and not letter.cost.advice:
        sure = letter.cost.estimate and not letter.cost.open_offer and letter.kind in REFUSING
        message = "The letter does not say what could be provided with less work, or why nothing can."
        yield Finding("must" if sure else "should", "advice_missing", "reg 9(1)", message, letter.cost.told)
