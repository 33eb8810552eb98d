"""A style sheet is fetched once: it is kept until it changes, and nobody is looked up for it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask, url_for
from sqlalchemy import event

from foi_tracker.extensions import db
from foi_tracker.models import User
from foi_tracker.web.static_files import SHEETS
from tests.client import CheckedClient

STATIC = Path(__file__).parents[2] / "foi_tracker" / "static"


def test_every_file_that_a_page_names_is_kept(client: CheckedClient) -> None:
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/sign-in").text)
    assert {Path(address.partition("?")[0]).suffix for address in named} == {".css", ".js", ".svg"}
    for address in named:
        kept = client.get(address).headers["Cache-Control"]
        assert "max-age=31536000" in kept, address
        assert "immutable" in kept, address


def test_a_file_without_its_version_is_asked_for_again_each_time(client: CheckedClient) -> None:
    assert client.get("/static/app.js").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("endpoint", "values"), [("static", {"filename": "css/base.css"}), ("styles", {})], ids=["file", "all"]
)
def test_a_changed_file_has_another_address(endpoint: str, values: dict[str, str], app: Flask) -> None:
    sheet = Path(str(app.static_folder)) / "css" / "base.css"
    before = sheet.stat()
    with app.test_request_context():
        first, again = (url_for(endpoint, **values) for _ in range(2))
        try:
            os.utime(sheet, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000))
            changed = url_for(endpoint, **values)
        finally:
            os.utime(sheet, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert first == again != changed


def test_every_style_sheet_is_in_the_one_that_a_page_names_whole_and_once(client: CheckedClient) -> None:
    sheets = {sheet.stem: sheet.read_text(encoding="utf-8") for sheet in (STATIC / "css").glob("*.css")}
    given = client.get("/static/css/all.css").text
    assert given == "\n".join(sheets[name] for name in SHEETS)
    assert sorted(SHEETS) == sorted(sheets)
    # What one leaves open would swallow the beginning of the next.
    assert [name for name, words in sheets.items() if words.count("{") != words.count("}")] == []
    assert [name for name, words in sheets.items() if words.count("/*") != words.count("*/")] == []


def test_nobody_is_looked_up_for_a_file(
    app: Flask, signed_in: Callable[[User], CheckedClient], officer: User
) -> None:
    client = signed_in(officer)
    client.get("/help")
    asked: list[str] = []
    with app.app_context():
        engine = db.engine

    def note(*told: object) -> None:
        asked.append(str(told[2]))

    event.listen(engine, "before_cursor_execute", note)
    try:
        client.get("/static/app.js")
        assert asked == []
        client.get("/help")
        assert asked, "a page does look"
    finally:
        event.remove(engine, "before_cursor_execute", note)
