"""The logo on the settings' form: what was chosen, made safe, and carried while the form has errors."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Any

from foi_tracker.casework.settings import AuthoritySettings
from foi_tracker.files.contents import Unreadable
from foi_tracker.files.logos import Logo, read_logo


def chosen_logo(form: Any) -> Logo | None:
    """The logo that was just chosen, or that an earlier round of the form carries.

    One that cannot be kept is said at its field.
    """
    file = form.logo.data
    if getattr(file, "filename", ""):
        content = file.stream.read()
        file.stream.seek(0)
    else:
        content = _carried(form.logo_kept.data)
    if not content:
        return None
    try:
        return read_logo(content)
    except Unreadable as problem:
        form.logo.errors = [*form.logo.errors, str(problem)]
        return None


def _carried(typed: str | None) -> bytes:
    try:
        return base64.b64decode(typed or "", validate=True)
    except (binascii.Error, ValueError):
        return b""


def carry(form: Any, logo: Logo | None) -> None:
    """Let the form hold the logo, which no browser sends twice by itself."""
    form.logo_kept.data = base64.b64encode(logo.content).decode() if logo else ""


def logo_settings(form: Any, logo: Logo | None, present: AuthoritySettings) -> dict[str, Any]:
    """The settings of the logo: the new one, none, or the one that is there."""
    alt = (form.logo_alt.data or "").strip()
    if logo is not None:
        digest = hashlib.sha256(logo.content).hexdigest()
        return _settings(digest, logo.media_type, logo.width, logo.height, alt)
    if form.logo_off.data:
        return _settings("", "", 0, 0, "")
    here = present
    return _settings(here.logo_sha256, here.logo_type, here.logo_width, here.logo_height, alt)


def _settings(digest: str, media_type: str, width: int, height: int, alt: str) -> dict[str, Any]:
    return {
        "logo_sha256": digest,
        "logo_type": media_type,
        "logo_width": width,
        "logo_height": height,
        "logo_alt": alt,
    }
