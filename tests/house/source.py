"""The project's own files, read once, for the tests about them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "foi_tracker"
CODE = (PACKAGE, "tests", "migrations", "benchmarks")


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the top of the checkout, its lines and its syntax tree."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file, parsed."""
        return ast.parse(self.text, filename=self.path)

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(self.text.splitlines())

    def within(self, *places: str) -> bool:
        """Whether the file is one of these, or lies in one of these folders (given with a slash)."""
        return any(
            self.path == place or (place[-1] == "/" and self.path.startswith(place)) for place in places
        )

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function of the file, methods and inner ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def imports(self) -> Iterator[tuple[int, str]]:
        """Every module and name the file imports, as (line, dotted name)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)

    def method_calls(self, *names: str) -> Iterator[tuple[int, str]]:
        """Every call of a method with one of these names, as (line, how it is written)."""
        for node in ast.walk(self.tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in names
            ):
                yield node.lineno, ast.unparse(node.func)


@cache
def python_files(*folders: str) -> tuple[Source, ...]:
    """The Python files of these folders (all of the project's, and config.py, when none is named)."""
    paths = [path for folder in folders or CODE for path in sorted((ROOT / folder).rglob("*.py"))]
    if not folders:
        paths.append(ROOT / "config.py")
    return tuple(
        Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths
    )


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that git knows of here."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


def report(found: list[str]) -> str:
    """The places that break a rule, one a line."""
    return "\n" + "\n".join(found)
