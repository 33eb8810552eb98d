"""No pattern that reads an uploaded file can be made slow by what it holds."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from foi_tracker import files
from tests.intake.test_patterns import slow


def patterns() -> Iterator[Any]:
    for module in pkgutil.walk_packages(files.__path__, f"{files.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield pytest.param(value, id=f"{module.name.removeprefix('foi_tracker.files.')}.{name}")


@pytest.mark.parametrize("pattern", list(patterns()))
def test_a_pattern_gives_nothing_back_without_bound(pattern: re.Pattern[str]) -> None:
    assert list(slow(parser.parse(pattern.pattern, pattern.flags))) == []
