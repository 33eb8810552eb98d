"""A complete ground of every kind, to withhold and to neither confirm nor deny."""

from __future__ import annotations

from foi_tracker.law.exemptions import NCND, WITHHOLD, catalogue, needs_of
from foi_tracker.law.notices.facts import GroundFacts
from foi_tracker.law.reasoning import asks_of, needs_limb

_WORDS = {
    "harm": "Thieves would learn which yards are not watched.",
    "cause": "They would compare the list with a map.",
    "qp_role": "Monitoring officer",
    "pi_conclusion": "Safety is the stronger, because two yards were robbed this year.",
}
_TO_DENY = {
    "reason": "A yes or a no would tell the world what the law guards.",
    "harm": "A yes would warn some people, and a no would embolden others.",
    "cause": "They would put it together with what is known already.",
}
_BY_KIND = {"date": "2026-11-02", "number": "2024", "text": "March 2027", "textarea": "Because of the yards."}


def words_for(code: str, limb: str = "", purpose: str = WITHHOLD, **more: str) -> dict[str, str]:
    """The words that this ground must hold, and no others."""
    known = {**_WORDS, **(_TO_DENY if purpose == NCND else {})}
    words = dict(more)
    for ask in asks_of(code, limb, purpose, given=words):
        if ask.required:
            words.setdefault(ask.name, ask.choices[0][0] if ask.choices else known.get(ask.name, ""))
            words[ask.name] = words[ask.name] or _BY_KIND[ask.kind]
    return words


def ground(code: str, limb: str = "", purpose: str = WITHHOLD, **more: str) -> GroundFacts:
    """This ground, complete. Without a limb it takes the first that it has, where it needs one."""
    row = catalogue()[code]
    if not limb and needs_limb(row, purpose):
        limb = row.limbs[0].code
    return GroundFacts(code, limb, purpose, words_for(code, limb, purpose, **more))


def every_ground() -> list[GroundFacts]:
    """One of every row, of every limb that asks for something else, and of every provision to deny."""
    found = []
    for row in catalogue().values():
        if row.kind == "procedural":
            continue
        found.append(ground(row.code))
        others = [limb.code for limb in row.limbs[1:]]
        found += [ground(row.code, limb) for limb in others if needs_of(row, limb) != row.needs]
        if row.ncnd:
            found.append(ground(row.code, purpose=NCND))
    return found
