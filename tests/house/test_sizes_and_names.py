"""Files and functions stay small enough to read in one go, and say what they are for."""

from __future__ import annotations

import ast
import io
import tokenize

import pytest

from tests.house.source import PACKAGE, Source, python_files, report

MOST_LINES_IN_A_FILE = 400
MOST_LINES_IN_A_FUNCTION = 50
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}


def _written_by_hand() -> list[Source]:
    return [file for file in python_files() if not file.within("migrations/versions/")]


def test_no_file_is_over_400_lines() -> None:
    found = [
        f"{file.path}: {file.lines} lines" for file in _written_by_hand() if file.lines > MOST_LINES_IN_A_FILE
    ]
    assert not found, report(found)


def test_no_function_is_over_50_lines() -> None:
    found = [
        f"{file.path}:{function.lineno} {function.name}: {length} lines"
        for file in _written_by_hand()
        for function in file.functions()
        if (length := (function.end_lineno or 0) - function.lineno + 1) > MOST_LINES_IN_A_FUNCTION
    ]
    assert not found, report(found)


def test_every_module_says_what_it_is_for() -> None:
    found = [file.path for file in python_files() if not ast.get_docstring(file.tree)]
    assert not found, report(found)


def test_no_room_for_odds_and_ends() -> None:
    found = [
        file.path
        for file in python_files()
        if NAMES_THAT_SAY_NOTHING & set(file.path.removesuffix(".py").split("/"))
    ]
    assert not found, report(found)


def test_every_function_of_the_package_says_what_it_gives() -> None:
    found = [
        f"{file.path}:{function.lineno} {function.name}"
        for file in python_files(PACKAGE)
        for function in file.functions()
        if function.returns is None
    ]
    assert not found, report(found)


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME", "HACK"])
def test_no_comment_leaves_something_for_later(word: str) -> None:
    found = [
        f"{file.path}:{token.start[0]}"
        for file in python_files()
        if word in file.text
        for token in tokenize.generate_tokens(io.StringIO(file.text).readline)
        if token.type == tokenize.COMMENT and word in token.string
    ]
    assert not found, report(found)
