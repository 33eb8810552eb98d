"""Every setting is documented where an administrator looks for it, and nothing is documented that is gone."""

from __future__ import annotations

import ast
import re

from tests.house.source import ROOT, Source, python_files, report

# Of the machinery that runs the tests, and not ours to document.
NOT_OURS = {"CI", "PYTEST_XDIST_WORKER", "PYTEST_XDIST_TESTRUNUID"}


def _read_from_the_environment(file: Source) -> set[str]:
    """The names in os.environ.get("NAME"), os.environ["NAME"], os.getenv("NAME") and envvar="NAME"."""
    found = set()
    for node in ast.walk(file.tree):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="get" | "getenv") as called, args=[ast.Constant(str(name)), *_]
            ):
                if ast.unparse(called) in {"os.environ.get", "os.getenv"}:
                    found.add(name)
            case ast.Subscript(value=ast.Attribute(attr="environ"), slice=ast.Constant(str(name))):
                found.add(name)
            case ast.keyword(arg="envvar", value=ast.Constant(str(name))):
                found.add(name)
    return found


def _documented() -> set[str]:
    text = (ROOT / "config.py").read_text(encoding="utf-8")
    return set(re.findall(r"^\| ([A-Z_]+) \|", text, flags=re.MULTILINE))


def test_every_setting_that_is_read_stands_in_the_table_of_config_py() -> None:
    found = [
        f"{file.path}: {name}"
        for file in python_files()
        for name in sorted(_read_from_the_environment(file) - _documented() - NOT_OURS)
    ]
    assert not found, report(found)


def test_the_table_of_config_py_holds_no_setting_that_is_gone() -> None:
    read = {name for file in python_files() for name in _read_from_the_environment(file)}
    assert _documented() - read == set()


def test_the_product_reads_its_settings_in_config_py_alone() -> None:
    found = [
        f"{file.path}: {name}"
        for file in python_files("foi_tracker")
        for name in sorted(_read_from_the_environment(file) - {"PORT"})
    ]
    assert not found, report(found)
