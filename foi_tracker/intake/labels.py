"""How each question is numbered in the letter: the sender's numbers kept, the gaps filled, none twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbered:
    """What is known of a question's place: the sender's own mark, or none.

    `section` is the heading it stands under; `parent` the mark of the item it is part of.
    """

    number: str | None
    section: str = ""
    parent: str = ""


def assign(numbers: Sequence[Numbered]) -> list[str]:
    """One label a question, in order: unique, and never a renumbering of the sender's own.

    Wholly unnumbered requests get 1, 2, 3. An unnumbered question between 8 and 9 is 8A, the next 8B; those
    before the first number are A, B, or 0A, 0B where the sender's own marks are letters. A series that
    begins again under another heading takes its section's letter throughout: A1, A2, B1, and what is
    unnumbered there is A, A2. A number the sender used twice is told apart the second time.
    """
    if not any(entry.number for entry in numbers):
        return [str(place) for place in range(1, len(numbers) + 1)]
    prefixes = _prefixes(numbers)
    theirs = {prefix + entry.number for entry, prefix in zip(numbers, prefixes, strict=True) if entry.number}
    before = "0" if not any(prefixes) and any(name[0].isalpha() for name in theirs) else ""
    used: set[str] = set()
    labels: list[str] = []
    following: dict[str, Iterator[str]] = {}  # what comes after a label, from where it was last looked for
    base = prefix_before = ""
    for entry, prefix in zip(numbers, prefixes, strict=True):
        if prefix != prefix_before:
            base, prefix_before = "", prefix
        if entry.number:
            base = entry.number
        elif entry.parent:
            base = entry.parent
        wanted = prefix + (base or before)
        if (entry.number or (prefix and not base)) and wanted not in used:
            label = wanted
        else:
            names = following.setdefault(wanted, _after(wanted))
            label = next(name for name in names if name not in used and name not in theirs)
        used.add(label)
        labels.append(label)
    return labels


def _after(label: str) -> Iterator[str]:
    """8A, 8B … 8Z, 8AA after 8; 8a2, 8a3 after 8a; A, B after nothing."""
    counter = 0
    while True:
        counter += 1
        yield label + (str(counter + 1) if label[-1:].isalpha() else _letters(counter))


def _letters(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _begins_series(number: str) -> bool:
    """Whether this is how a series starts: 1, a, i, 1a, 1.1, 1.i, Q1."""
    parts = number.lower().removeprefix("q").replace(".", " ").replace("(", " ").replace(")", " ").split()
    return bool(parts) and all(part in ("1", "a", "i", "1a", "1i", "01") for part in parts)


def _prefixes(numbers: Sequence[Numbered]) -> list[str]:
    """The section's letter for each question where the series begins again, else nothing for any."""
    groups: list[int] = []
    sections: list[str] = []
    seen: set[str] = set()
    restarted = False
    for entry in numbers:
        again = bool(entry.number) and entry.number in seen and _begins_series(entry.number or "")
        if not groups or (again and entry.section == sections[-1]) or entry.section != sections[-1]:
            groups.append(len(sections))
            sections.append(entry.section)
        else:
            groups.append(groups[-1])
        restarted = restarted or again
        if entry.number:
            seen.add(entry.number)
    if not restarted:
        return [""] * len(numbers)
    letters = _section_letters(sections)
    return [letters[group] for group in groups]


def _section_letters(sections: Sequence[str]) -> list[str]:
    """The letter the sender gave each section ("B: Printers"), if every one has its own; else A, B, C."""
    own = [_own_letter(section) for section in sections]
    if all(own) and len(set(own)) == len(own):
        return own
    return [_letters(place) for place in range(1, len(sections) + 1)]


def _own_letter(section: str) -> str:
    words = section.replace(":", " ").replace(".", " ").replace(")", " ").replace("(", " ").split()
    if words and words[0].lower() in ("section", "part", "rhan", "adran"):
        words = words[1:]
    return words[0] if words and len(words[0]) == 1 and words[0].isupper() else ""
