"""Style sheets, scripts and fonts: a browser fetches each once, and again only once the file has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from foi_tracker.web.headers import ONE_YEAR

KEPT_FOR_GOOD = (".woff2",)  # a style sheet names a font without its version; a new one has a new name
SHEETS = (
    "base",
    "forms",
    "panels",
    "due",
    "queue",
    "lists",
    "log",
    "questions",
    "confirm",
    "answer",
    "grounds",
    "letter",
    "clock",
    "events",
    "cases",
    "others",
    "administration",
    "check",
    "drafting",
    "cost",
    "wordings",
    "print",
)
"""Our style sheets, in their order: where two say something of the same thing, the later one counts."""


def init_static_files(app: Flask) -> None:
    """Give each file's address its version, and let whatever has one be kept."""
    folder = Path(str(app.static_folder))
    sheets = [folder / "css" / f"{name}.css" for name in SHEETS]

    @app.get("/static/css/all.css")
    def styles() -> Response:
        """All our style sheets as one: a page asks for one file and not for twenty."""
        return Response("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets), mimetype="text/css")

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "styles":
            values.setdefault("v", f"{hash(tuple(sheet.stat().st_mtime_ns for sheet in sheets)):x}")
        if endpoint == "static" and (file := folder / values["filename"]).is_file():
            values.setdefault("v", f"{file.stat().st_mtime_ns:x}")

    @app.after_request
    def keep(response: Response) -> Response:
        is_file = request.endpoint in ("static", "styles")
        if is_file and ("v" in request.args or request.path.endswith(KEPT_FOR_GOOD)):
            response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
        return response
