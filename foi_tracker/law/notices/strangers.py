"""What the law misses in a letter that somebody else wrote.

A `must` is what the Act or the Regulations require of this letter and its words show to be missing. What is
doubtful is a `should` that says its doubt; what words cannot tell (whether a search was good) is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.facts import Finding
from foi_tracker.law.notices.strangers_answers import answers
from foi_tracker.law.notices.strangers_cost import cost
from foi_tracker.law.notices.strangers_facts import REFUSING, ReadLetter
from foi_tracker.law.notices.strangers_grounds import grounds
from foi_tracker.law.notices.strangers_remedies import out_of_date, remedies, slow_review
from foi_tracker.law.notices.strangers_timing import late
from foi_tracker.law.notices.tables import pivot_headings, small_counts

_OF_SCOTLAND = (
    "The letter was handled under the Freedom of Information (Scotland) Act 2002 or the regulations beside "
    "it, which this check does not know. Its dates alone were checked. If another law applies, name it and "
    "check again."
)
_NO_LETTER = (
    "These words do not read as a letter about a request for information, so nothing in them was checked. "
    "If they answer a request, give its words with them and check again."
)


def check_read(letter: ReadLetter, holidays: BankHolidays) -> tuple[Finding, ...]:
    """What is missing from a letter or wrong in it, as far as its words tell: what must be mended, first."""
    return tuple(sorted(_look(letter, holidays), key=lambda finding: finding.level != "must"))


def _look(letter: ReadLetter, holidays: BankHolidays) -> Iterator[Finding]:
    if not letter.is_letter:
        yield Finding("should", "letter_not_known", letter.regime, _NO_LETTER)
        return
    yield from late(letter, holidays)
    if letter.is_scottish:
        yield Finding("should", "law_not_known", "FOISA", _OF_SCOTLAND)
        return  # another Act, with another regulator and other sections
    yield from answers(letter)
    yield from grounds(letter)
    yield from cost(letter)
    yield from _extension(letter)
    if letter.kind in REFUSING and letter.not_held and not letter.not_held_explained and not letter.is_eir:
        message = "Something is not held, and the letter does not say where was searched or why that is."
        yield Finding("should", "not_held_unexplained", "s.1(1)(a)", message, letter.not_held)
    yield from _tables(letter)
    yield from remedies(letter)
    yield from out_of_date(letter)
    yield from slow_review(letter)


def _tables(letter: ReadLetter) -> Iterator[Finding]:
    """Small counts in its tables, and what a spreadsheet left in them: good practice."""
    if letter.kind not in REFUSING:
        return
    counts, headings = small_counts(letter.words), pivot_headings(letter.words)
    if counts:
        listed = ", ".join(map(str, counts))
        message = f"A table has counts of {listed}. If they count people, see that nobody can be recognised."
        yield Finding("should", "small_numbers", "reg 13" if letter.is_eir else "s.40(2)", message)
    if headings:
        listed = "”, “".join(headings)
        message = f"A table still has a spreadsheet’s own words: “{listed}”."
        yield Finding("should", "pivot_headings", "reg 9" if letter.is_eir else "s.16", message)


def _extension(letter: ReadLetter) -> Iterator[Finding]:
    """A notice that the public interest is still weighed gives the day of the decision: s.17(2)."""
    if letter.kind == "pit_extension" and letter.times.extended_to is None and not letter.times.extended_by:
        message = "The notice does not say by when the public interest will have been weighed."
        yield Finding("must", "pit_estimate_missing", "s.17(2)", message)
