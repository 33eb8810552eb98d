"""Every template can be read, is used, has a title where it is a page, and trusts nothing it is given."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates

from tests.house.source import PACKAGE, ROOT, python_files, report

FOLDER = ROOT / "templates"
# The regulator's particulars change by date (law/data/regulator.toml): a template may not hold any.
REGULATOR = ("information commission", "wycliffe", "0303", "ico.org", "casework@")


def _templates() -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*") if path.is_file())


def _name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


@cache
def _parse(path: Path) -> nodes.Template:
    return Environment(extensions=["jinja2.ext.do"]).parse(path.read_text(encoding="utf-8"))


@cache
def _constants() -> frozenset[str]:
    """Every string and number that the package writes down: the names of templates are among them."""
    return frozenset(
        str(node.value)
        for file in python_files(PACKAGE)
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str | int)
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Names put together at run time: `f"pages/errors/{code}.html"`, `"outcomes/" ~ outcome ~ ".html"`."""
    written = [
        node.values
        for file in python_files(PACKAGE)
        for node in ast.walk(file.tree)
        if isinstance(node, ast.JoinedStr) and ast.unparse(node).endswith(".html'")
    ] + [
        concat.nodes
        for path in _templates()
        for include in _parse(path).find_all(nodes.Include)
        for concat in include.find_all(nodes.Concat)
    ]
    return tuple(re.compile("".join(map(_pattern_of, parts))) for parts in written)


def _pattern_of(part: ast.expr | nodes.Expr) -> str:
    is_written = isinstance(part, ast.Constant | nodes.Const)
    return re.escape(str(part.value)) if is_written else "([^/]+)"


def _is_put_together(name: str) -> bool:
    """Whether the name comes of a pattern, with a word in its gap that the package knows."""
    found = (pattern.fullmatch(name) for pattern in _patterns())
    return any(match and set(match.groups()) <= _constants() for match in found)


@pytest.mark.parametrize("path", _templates(), ids=_name)
def test_it_parses_and_switches_no_escaping_off(path: Path) -> None:
    tree = _parse(path)
    found = [f"line {each.lineno}: |safe" for each in tree.find_all(nodes.Filter) if each.name == "safe"]
    found += [f"line {each.lineno}: autoescape" for each in tree.find_all(nodes.ScopedEvalContextModifier)]
    assert not found, report(found)


def test_every_template_is_used() -> None:
    named = {name for path in _templates() for name in find_referenced_templates(_parse(path)) if name}
    named |= _constants()
    found = []
    for path in _templates():
        name = _name(path)
        names = {name, name.removeprefix("letters/")}  # the letters' environment begins in its own folder
        if not names & named and not any(_is_put_together(each) for each in names):
            found.append(name)
    assert not found, report(found)


def test_every_page_has_a_title() -> None:
    pages = [path for path in (FOLDER / "pages").rglob("*.html") if "/_" not in path.as_posix()]
    found = [
        _name(path) for path in pages if path.name != "base.html" and "title" not in _blocks_filled(path)
    ]
    assert pages
    assert not found, report(found)


def _blocks_filled(path: Path) -> set[str]:
    """The blocks that the page, or a page between it and the shell, fills."""
    tree = _parse(path)
    filled = {block.name for block in tree.find_all(nodes.Block)}
    parent = next((each.template for each in tree.find_all(nodes.Extends)), None)
    if isinstance(parent, nodes.Const) and parent.value != "pages/base.html":
        filled |= _blocks_filled(FOLDER / parent.value)
    return filled


def test_the_regulator_is_data_and_not_a_template() -> None:
    found = [
        f"{_name(path)}: {words}"
        for path in _templates()
        for words in REGULATOR
        if words in path.read_text(encoding="utf-8").casefold()
    ]
    assert not found, report(found)


def test_a_page_loads_nothing_from_another_host() -> None:
    found = [
        f"{_name(path)}: {attribute}"
        for path in _templates()
        for attribute in ('src="http', "src='http", 'src="//', "@import", "url(http")
        if attribute in path.read_text(encoding="utf-8")
    ]
    assert not found, report(found)
