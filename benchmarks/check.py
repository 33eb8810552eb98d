"""How well letters that somebody else wrote are checked: python -m benchmarks.check [FOLDER] [--misses]

FOLDER holds labelled replies, one JSON file each; without it those of the shared data are measured, of which
a fifth, chosen by hash, is held out: nothing of it is ever shown. What the labels require is found where the
check gives its code, or what it may be given as, at level must, or at any level where a label says so. A
`must` that the labels do not allow is false.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.folders import NothingToMeasure, labelled_in
from foi_tracker.intake.reading import CheckedLetter, check_letter
from tests.shared_data import SHARED

DEFAULT = SHARED / "replies"
HELD_OUT = 5
"""One in so many of the shared replies is only measured."""


@dataclass(frozen=True)
class Labelled:
    """A reply, what a right check gives for it, and what it may give."""

    id: str
    facts: dict[str, Any]

    @property
    def required(self) -> list[dict[str, Any]]:
        return list(self.facts["scoring"]["required"])

    @property
    def allowed(self) -> set[str]:
        return set(self.facts["scoring"]["allowed_must_codes"])

    @property
    def wanted(self) -> set[str]:
        return set(self.facts["scoring"]["wanted_should"])

    def checked(self) -> CheckedLetter:
        """What the product says of it, given what the labels supply."""
        given = self.facts.get("checker_args") or {}
        return check_letter(
            self.facts["reply_text"],
            received=_day(given.get("received")),
            issued=_day(given.get("issued")),
            request=self.facts.get("request_text") or "",
            regime=self.facts.get("regime") or "",
        )


@dataclass
class Score:
    """Sums over letters."""

    letters: int = 0
    required: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)  # found at any level
    false: Counter[str] = field(default_factory=Counter)
    letters_with_false: int = 0
    clean: int = 0
    clean_right: int = 0
    wanted: int = 0
    wanted_found: int = 0
    should: int = 0

    @property
    def counts(self) -> tuple[Counter[str], ...]:
        """What a row shows of a code."""
        return self.required, self.found, self.said, self.false

    def add(self, letter: Labelled, checked: CheckedLetter) -> None:
        """Count one letter in."""
        self.letters += 1
        for entry in letter.required:
            self.required[entry["code"]] += 1
            self.found[entry["code"]] += is_found(entry, checked)
            self.said[entry["code"]] += is_found({**entry, "any_level": True}, checked)
        wrong = false_musts(letter, checked)
        self.false.update(wrong)
        self.letters_with_false += bool(wrong)
        if letter.facts.get("clean"):
            self.clean += 1
            self.clean_right += not wrong
        codes = {finding.code for finding in checked.findings}
        self.wanted += len(letter.wanted)
        self.wanted_found += len(letter.wanted & codes)
        self.should += sum(finding.level == "should" for finding in checked.findings)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def is_found(entry: dict[str, Any], checked: CheckedLetter) -> bool:
    """Whether what a label requires is among the findings."""
    codes = {entry["code"], *entry.get("also_accept", ())}
    levels = {"must", "should"} if entry.get("any_level") else {"must"}
    return any(finding.code in codes and finding.level in levels for finding in checked.findings)


def false_musts(letter: Labelled, checked: CheckedLetter) -> list[str]:
    """The codes given at level must that the labels do not allow, each once."""
    codes = {finding.code for finding in checked.findings if finding.level == "must"}
    return sorted(codes - letter.allowed)


def measure(letters: Iterable[Labelled]) -> Score:
    """The sums over some letters."""
    score = Score()
    for letter in letters:
        score.add(letter, letter.checked())
    return score


def table(score: Score) -> str:
    """Recall and false musts by code, then over all."""
    lines = [f"{'code':28}{'required':>9}{'found':>7}{'recall':>8}{'at any level':>14}{'false musts':>13}"]
    for code in sorted({*score.required, *score.false}, key=lambda code: (-score.required[code], code)):
        lines.append(_row(code, *(each[code] for each in score.counts)))
    lines.append(_row("all", *(each.total() for each in score.counts)))
    share = score.letters_with_false / max(1, score.letters)
    lines += [
        f"letters {score.letters}, with a false must {score.letters_with_false} ({share:.3f})",
        f"clean letters {score.clean}, with no false must {score.clean_right}",
        f"wanted shoulds {score.wanted}, found {score.wanted_found}; shoulds given {score.should}",
    ]
    return "\n".join(lines)


def _row(code: str, required: int, found: int, said: int, false: int) -> str:
    recall = f"{found / required:8.3f}" if required else f"{'-':>8}"
    return f"{code:28}{required:9}{found:7}{recall}{said:14}{false:13}"


def split_off(letters: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """Those that may be read, and the fifth that is held out."""
    by_hash = sorted(letters, key=lambda letter: hashlib.sha256(letter.id.encode()).hexdigest())
    many = len(letters) // HELD_OUT
    return sorted(by_hash[many:], key=lambda letter: letter.id), by_hash[:many]


def misses(letters: Iterable[Labelled]) -> Iterable[str]:
    """What was not found or false in each letter that may be read."""
    for letter in letters:
        checked = letter.checked()
        missed = [entry["code"] for entry in letter.required if not is_found(entry, checked)]
        wrong = false_musts(letter, checked)
        if missed or wrong:
            yield f"--- {letter.id} ({checked.kind}, {checked.regime})"
            yield from (f"  missed: {code}" for code in missed)
            yield from (
                f"  false:  {finding.code}: {finding.message}"
                for finding in checked.findings
                if finding.level == "must" and finding.code in wrong
            )


SHAPES = {
    "citations": "section 31(1)(a), ",
    "sections without end": "s.(1)(1)(1)",
    "dates": "14/11/2022 ",
    "one long sentence": "we withhold it and the public interest would be likely to prejudice ",
    "lines": "Question 1\nWe do not hold it.\n",
    "brackets": "((((",
    "spaces": "a \t \t  ",
    "headings": "Section 40\n\n",
    "wrapped words": "of the information which you have asked us for and that we hold in our\n",
}
"""What 200 kB may be made of."""


def speed() -> str:
    """Seconds to check 200 kB of each shape, of processor time."""
    lines = []
    for name, words in SHAPES.items():
        text = (words * (200_000 // len(words) + 1))[:200_000]
        began = time.process_time()
        check_letter(text, request=text[:20_000])
        lines.append(f"{name:28}{time.process_time() - began:8.2f} s for 200 kB")
    return "\n".join(lines)


def letters_in(folder: Path) -> list[Labelled]:
    """The labelled replies of a folder.

    Raises:
        NothingToMeasure: there are none.
    """
    files = labelled_in(folder, "replies", DEFAULT)
    found = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    return [Labelled(str(facts["id"]), facts) for facts in found]


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument(
        "--misses", action="store_true", help="show what went wrong in those that may be read"
    )
    parser.add_argument("--prefix", default="", help="only the files whose name begins so")
    options = parser.parse_args()
    try:
        letters = letters_in(options.folder)
    except NothingToMeasure as problem:
        print(problem, file=sys.stderr)
        return 1
    if options.folder != DEFAULT:
        chosen = [letter for letter in letters if letter.id.startswith(options.prefix)]
        print(f"== {len(chosen)} letters", table(measure(chosen)), sep="\n")
        return 0
    read, held = split_off(letters)
    print("== read", table(measure(read)), "", sep="\n")
    print("== held out", table(measure(held)), "", sep="\n")
    print(speed())
    if options.misses:
        print("", *misses(read), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
