"""Whether a letter that somebody else wrote tells its reader what to do next: s.17(7); reg 14(5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from foi_tracker.law.notices.facts import Finding
from foi_tracker.law.notices.remedies import SLOWEST_REVIEW
from foi_tracker.law.notices.strangers_facts import REFUSING, ReadLetter
from foi_tracker.law.periods import say
from foi_tracker.law.regulator import DeadDetail, dead_details, in_force

_SENTENCES = re.compile(r"[^\n]+?(?:[.?!](?=\s)|$)", re.MULTILINE)
_OWING = frozenset({*REFUSING, "pit_extension", "review"})
"""Kinds that owe the reader a way on. A clarification, an acknowledgement or a reg 7 notice owes none."""


def remedies(letter: ReadLetter) -> Iterator[Finding]:
    """Particulars of the review and of the regulator, that the law or the Code asks of the letter."""
    if letter.kind not in _OWING:
        return
    level = "must" if letter.refuses else "should"
    if not letter.remedies.review and letter.kind != "review":
        provision = _provision(letter, "s.17(7)(a)", "reg 14(5)(a)")
        message = "The letter does not say how to ask for an internal review."
        yield Finding(level, "review_missing", provision, message)
    if not letter.remedies.regulator:
        level = "must" if letter.kind == "review" else level
        provision = _provision(letter, "s.17(7)(b)", "reg 14(5)(b)")
        message = "The letter does not say that they can complain to the regulator."
        yield Finding(level, "regulator_missing", provision, message)


def _provision(letter: ReadLetter, foia: str, eir: str) -> str:
    if letter.refuses or letter.kind == "review":
        return eir if letter.is_eir else foia
    return "reg 16 Code" if letter.is_eir else "s.45 Code"


def out_of_date(letter: ReadLetter) -> Iterator[Finding]:
    """Details of the regulator that were out of use on the letter's own day."""
    provision = "reg 14(5)(b)" if letter.is_eir else "s.17(7)(b)"
    issued = letter.times.issued
    if issued:
        dead = dead_details(letter.words, issued, standing=False)
        if dead:
            said = "; ".join(f"{detail.what} ({_in_its_place(detail, issued)})" for detail in dead)
            message = f"On {say(issued)} these details of the regulator were out of use: {said}."
            yield Finding("must", "regulator_out_of_date", provision, message, _sentence(letter, dead[0]))
            return
    else:
        long_dead = dead_details(letter.words, date(2022, 1, 1), standing=False)
        if long_dead:
            said = "; ".join(detail.what for detail in long_dead)
            message = f"The letter shows no date. If it is of 2014 or later, this was out of use: {said}."
            where = _sentence(letter, long_dead[0])
            yield Finding("should", "regulator_out_of_date", provision, message, where)
            return
    if letter.remedies.misprinted:
        right = in_force(issued or date(2022, 1, 1)).telephone
        message = f"The regulator’s number is {right}, and not {letter.remedies.misprinted}."
        yield Finding("should", "regulator_out_of_date", provision, message, letter.remedies.misprint)


def _sentence(letter: ReadLetter, detail: DeadDetail) -> str:
    """What the letter says about a detail of the regulator, from one stop or line end to the next."""
    found = detail.pattern.search(letter.words)
    all_of_it = _SENTENCES.finditer(letter.words) if found else ()
    return next((each[0].strip() for each in all_of_it if found and each.end() > found.start()), "")


def _in_its_place(detail: DeadDetail, day: date) -> str:
    in_use = detail.in_use_on(day)
    return f"in use then: {in_use}" if in_use else "no longer in use"


def slow_review(letter: ReadLetter) -> Iterator[Finding]:
    """A review promised in more than 40 working days: s.45 Code; reg 11(4)."""
    days = letter.remedies.review_days
    if days and days > SLOWEST_REVIEW and letter.kind in _OWING:
        provision = "reg 11(4)" if letter.is_eir else "s.45 Code"
        message = f"A review is promised within about {days} working days. Promise {SLOWEST_REVIEW} at most."
        yield Finding("should", "review_too_slow", provision, message, letter.remedies.promised)
