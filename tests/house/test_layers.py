"""Who may do what, where. Who may import whom is import-linter's (pyproject.toml)."""

from __future__ import annotations

import ast

from tests.house.source import PACKAGE, Source, python_files, report

QUERYING = ("foi_tracker/store/", "foi_tracker/web/signin/")
COMMITTING = ("foi_tracker/web/transaction.py", "foi_tracker/cli/")
KNOWING_FLASK = (
    "foi_tracker/__init__.py",
    "foi_tracker/extensions.py",
    "foi_tracker/web/",
    "foi_tracker/cli/",
    "foi_tracker/models/person.py",  # Flask-Security's mixin for the user
)
PRINTING = ("foi_tracker/letters/pdf.py", "foi_tracker/letters/assets.py")
WORDS_OF_A_QUERY = {"select", "insert", "update", "delete", "text", "func", "exists", "union"}


def _package() -> list[Source]:
    return list(python_files(PACKAGE))


def test_only_the_store_queries() -> None:
    found = []
    for file in _package():
        if file.within(*QUERYING, "foi_tracker/models/"):
            continue
        found += [
            f"{file.path}:{line} imports {name}"
            for line, name in file.imports()
            if name.startswith("sqlalchemy") and name.rpartition(".")[2] in WORDS_OF_A_QUERY
        ]
        found += [
            f"{file.path}:{line} calls {call}"
            for line, call in file.method_calls("execute", "scalar", "scalars", "query", "exec_driver_sql")
        ]
    assert not found, report(found)


def test_a_child_is_fetched_through_its_case_and_never_by_its_id_alone() -> None:
    found = [
        f"{file.path}:{line} calls {call}"
        for file in _package()
        if not file.within(*QUERYING)
        for line, call in file.method_calls("get", "get_one")
        if call.removesuffix("_one").endswith(("desk.session.get", "db.session.get"))
    ]
    assert not found, report(found)


def test_only_the_edge_commits() -> None:
    found = [
        f"{file.path}:{line} calls {call}"
        for file in _package()
        if not file.within(*COMMITTING)
        for line, call in file.method_calls("commit")
    ]
    assert not found, report(found)


def test_flask_is_known_only_to_the_web_and_the_commands() -> None:
    found = [
        f"{file.path}:{line} imports {name}"
        for file in _package()
        if not file.within(*KNOWING_FLASK)
        for line, name in file.imports()
        if name.startswith(("flask", "wtforms", "werkzeug"))
    ]
    assert not found, report(found)


def test_one_place_prints() -> None:
    found = [
        f"{file.path}:{line} imports {name}"
        for file in _package()
        if not file.within(*PRINTING)
        for line, name in file.imports()
        if name.split(".")[0] == "weasyprint"
    ]
    assert not found, report(found)


def test_the_package_never_imports_its_settings() -> None:
    found = [
        f"{file.path}:{line}"
        for file in _package()
        if not file.within("foi_tracker/cli/")
        for line, name in file.imports()
        if name.split(".")[0] == "config"
    ]
    assert not found, report(found)


def test_making_the_application_imports_nothing_until_it_is_called() -> None:
    factory = next(file for file in _package() if file.path == "foi_tracker/__init__.py")
    assert factory.lines < 60
    at_module_level = [node for node in factory.tree.body if isinstance(node, ast.ImportFrom)]
    assert not [node for node in factory.tree.body if isinstance(node, ast.Import)]
    assert {node.module for node in at_module_level} <= {"__future__", "collections.abc", "typing"}
