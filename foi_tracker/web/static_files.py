"""Style sheets, scripts and fonts: a browser fetches each once, and again only once the file has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from foi_tracker.web.headers import ONE_YEAR

KEPT_FOR_GOOD = (".woff2",)  # a style sheet names a font without its version; a new one has a new name


def init_static_files(app: Flask) -> None:
    """Give each file's address its version, and let whatever has one be kept."""
    folder = Path(str(app.static_folder))

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and (file := folder / values["filename"]).is_file():
            values.setdefault("v", f"{file.stat().st_mtime_ns:x}")

    @app.after_request
    def keep(response: Response) -> Response:
        if request.endpoint == "static" and ("v" in request.args or request.path.endswith(KEPT_FOR_GOOD)):
            response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
        return response
