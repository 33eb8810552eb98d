"""What single sentences say: each kind of statement told from what only looks like it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from foi_tracker.intake.reading.cost import cost_in
from foi_tracker.intake.reading.remedies import remedies_in
from foi_tracker.intake.reading.sentences import plain, read
from foi_tracker.intake.reading.statements import not_held
from foi_tracker.intake.reading.times import times_in
from foi_tracker.intake.reading.withheld import withholding

PHRASES = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text("utf-8"))


def offered(words: str) -> bool:
    """Whether it says anything of a smaller request."""
    found = cost_in(read(plain(words)), cites_12=True)
    return found.advice or found.open_offer


SAYS: dict[str, Callable[[str], object]] = {
    "withheld": lambda words: any(withholding(read(plain(words)))),
    "notheld": lambda words: not_held(read(plain(words))),
    "review": lambda words: remedies_in(read(plain(words))).review,
    "regulator": lambda words: remedies_in(read(plain(words))).regulator,
    "ownsup": lambda words: times_in(read(plain(words)), None, None).owned_up,
    "estimate": lambda words: cost_in(read(plain(words)), cites_12=True).estimate,
    "advice": offered,
    "specific": lambda words: cost_in(read(plain(words)), cites_12=True).advice,
    "claimed": lambda words: cost_in(read(plain(words)), cites_12=False).claimed,
}
"""How each kind of statement is found."""


def phrases() -> Iterator[Any]:
    """Every sentence, with its kind and whether it is of that kind."""
    for kind, sentences in PHRASES.items():
        for answer in ("is", "is_not"):
            for words in sentences[answer]:
                yield pytest.param(kind, words, answer == "is", id=f"{kind} {answer}: {words[:60]}")


@pytest.mark.parametrize(("kind", "words", "is_one"), list(phrases()))
def test_a_sentence_is_told_from_what_looks_like_it(kind: str, words: str, is_one: bool):
    assert bool(SAYS[kind](words)) is is_one


def test_every_kind_of_sentence_is_tried():
    assert set(PHRASES) == set(SAYS)
