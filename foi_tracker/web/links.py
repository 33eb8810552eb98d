"""Links to other rooms: only where the room is there and the person may enter it."""

from __future__ import annotations

from typing import Any

from flask import current_app, url_for

from foi_tracker.web.access import may


def link_to(endpoint: str, authority_id: int, /, **values: Any) -> str:
    """The address of the route, or "" where the person signed in may not enter it for this authority."""
    if endpoint not in current_app.view_functions or not may(endpoint, authority_id):
        return ""
    return url_for(endpoint, **values)
