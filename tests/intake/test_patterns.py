"""No pattern that reads a requester's words can be made slow by them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from foi_tracker import intake

MOST = 20_000
"""Ways in which one repeat within another may be tried."""
GREEDY = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def patterns() -> Iterator[Any]:
    for module in pkgutil.walk_packages(intake.__path__, f"{intake.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield pytest.param(value, id=f"{module.name.removeprefix('foi_tracker.intake.')}.{name}")


def slow(tree: Any, ways: int = 1) -> Iterator[str]:
    """Repeats that can give back what they took: those without bound, and bounded ones within others."""
    for code, value in tree:
        if code in (*GREEDY, codes.POSSESSIVE_REPEAT):
            least, most, inner = value
            if code in GREEDY and most == codes.MAXREPEAT:
                yield f"without bound: {inner}"
            many = ways * most if code in GREEDY and most != least else ways
            if ways > 1 and many > MOST:
                yield f"within another, {many} ways: {inner}"
            yield from slow(inner, many)
        elif code is codes.SUBPATTERN:
            yield from slow(value[3], ways)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from slow(branch, ways)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from slow(value[1], ways)
        elif code is codes.ATOMIC_GROUP:
            yield from slow(value, ways)


@pytest.mark.parametrize("pattern", list(patterns()))
def test_a_pattern_gives_nothing_back_without_bound(pattern: re.Pattern[str]):
    assert list(slow(parser.parse(pattern.pattern, pattern.flags))) == []


@pytest.mark.parametrize("written", [r"a\s+$", r"(?:\w{1,200} ){0,200}", r"(?:a|b\w*)c"])
def test_one_that_could_is_found(written: str):
    assert list(slow(parser.parse(written, 0)))
