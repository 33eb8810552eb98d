"""The settings' page as a browser without JavaScript sends it: all that stands on it, and what changes."""

from __future__ import annotations

from typing import Any

from werkzeug.test import TestResponse

from foi_tracker.models import Authority
from tests.client import CheckedClient
from tests.html import Page


def path(authority: Authority) -> str:
    """Where an authority's settings are."""
    return f"/authorities/{authority.id}/settings"


def fields(page: Page) -> dict[str, Any]:
    """What a browser would send back if nothing were touched."""
    found: dict[str, Any] = {}
    for box in page.all("input"):
        kind = box.get("type", "text")
        if kind in ("radio", "checkbox") and box.get("checked") is None:
            continue
        if kind not in ("submit", "button", "file") and box.get("name"):
            found[box.get("name", "")] = box.get("value", "")
    for area in page.all("textarea"):
        found[area.get("name", "")] = (area.text or "").removeprefix("\n")
    for select in page.all("select"):
        options = list(select.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None] or options[:1]
        found[select.get("name", "")] = chosen[0].get("value", "") if chosen else ""
    found.pop("csrf_token", None)
    return found


def save(client: CheckedClient, authority: Authority, to: str = "", **changes: Any) -> TestResponse:
    """Send the page with these changes ("-" leaves a field out), to save it or to another address."""
    sent = {**fields(client.page(path(authority))), **changes}
    kept = {name: value for name, value in sent.items() if value != "-"}
    return client.post(path(authority) + to, data=kept, content_type="multipart/form-data")
