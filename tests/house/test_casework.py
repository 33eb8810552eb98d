"""Each thing that an officer does writes one entry in the audit, and never commits."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.source import Source, python_files, report

MACHINERY = ("foi_tracker/casework/audit.py", "foi_tracker/casework/desk.py")
# Steps of a piece of casework: whoever calls one writes the entry.
STEPS = {"refresh", "refresh_open", "recount", "keep"}
WRITING = {"add", "add_all", "delete", "flush", "merge"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions() -> Iterator[tuple[Source, Function]]:
    for file in python_files("foi_tracker/casework"):
        if not file.within(*MACHINERY):
            for node in file.tree.body:
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield file, node


def _calls(function: Function, name: str) -> int:
    return sum(isinstance(node, ast.Call) and ast.unparse(node.func) == name for node in ast.walk(function))


def _called_names(function: Function) -> set[str]:
    return {
        ast.unparse(node.func).rpartition(".")[2] for node in ast.walk(function) if isinstance(node, ast.Call)
    }


def _writes(function: Function) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in WRITING and ast.unparse(node.func.value).endswith("session"):
                return True
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in STEPS:
            return True
    return False


def _is_public(function: Function) -> bool:
    return not function.name.startswith("_")


def test_what_changes_something_writes_exactly_one_audit_entry() -> None:
    found = [
        f"{file.path}:{function.lineno} {function.name} writes {count} entries"
        for file, function in _functions()
        if _is_public(function) and function.name not in STEPS
        if _writes(function) and (count := _calls(function, "audit.record")) != 1
    ]
    assert not found, report(found)


def test_nothing_writes_two_entries_by_calling_another_that_writes_one() -> None:
    audited = {function.name for _, function in _functions() if _calls(function, "audit.record")}
    found = [
        f"{file.path}:{function.lineno} {function.name} also calls {', '.join(sorted(others))}"
        for file, function in _functions()
        if function.name in audited and (others := (_called_names(function) & audited) - {function.name})
    ]
    assert not found, report(found)


def test_the_entry_is_written_where_a_reader_looks_for_it() -> None:
    found = [
        f"{file.path}:{function.lineno} {function.name}"
        for file, function in _functions()
        if not _is_public(function) and _calls(function, "audit.record")
    ]
    assert not found, report(found)
