"""A style sheet is fetched once: it is kept until it changes, and nobody is looked up for it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from flask import Flask, url_for
from sqlalchemy import event

from foi_tracker.extensions import db
from foi_tracker.models import User
from tests.client import CheckedClient


def test_every_file_that_a_page_names_is_kept(client: CheckedClient) -> None:
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/sign-in").text)
    assert len(named) > 10
    for address in named:
        kept = client.get(address).headers["Cache-Control"]
        assert "max-age=31536000" in kept, address
        assert "immutable" in kept, address


def test_a_file_without_its_version_is_asked_for_again_each_time(client: CheckedClient) -> None:
    assert client.get("/static/app.js").headers["Cache-Control"] == "no-cache"


def test_a_changed_file_has_another_address(app: Flask, tmp_path: Path) -> None:
    sheet = Path(str(app.static_folder)) / "css" / "base.css"
    before = sheet.stat()
    with app.test_request_context():
        first, again = (url_for("static", filename="css/base.css") for _ in range(2))
        try:
            os.utime(sheet, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000))
            changed = url_for("static", filename="css/base.css")
        finally:
            os.utime(sheet, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert first == again != changed


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
