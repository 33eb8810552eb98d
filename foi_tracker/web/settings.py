"""Turn the settings of config.py into Flask's and its extensions', and refuse to start without a secret."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from foi_tracker.store.database import normalised


class SettingMissing(RuntimeError):
    """A setting without a default is not there. The message names it and says how to make it."""


def checked(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Every setting of the application.

    Raises:
        SettingMissing: there is no SECRET_KEY, or PUBLIC_HOST is an address and no host.
    """
    secret = settings.get("SECRET_KEY")
    if not secret:
        raise SettingMissing(
            "There is no secret key. Run “foi-tracker setup”, which makes one, or set SECRET_KEY."
        )
    if "/" in settings.get("PUBLIC_HOST", ""):
        raise SettingMissing(
            "FOI_PUBLIC_HOST is a host alone, as foi.example.org, without https:// or a path."
        )
    https = bool(settings.get("HTTPS"))
    derived = {
        "SQLALCHEMY_ENGINES": {"default": normalised(settings["DATABASE_URL"])},
        "FILES": Path(settings["INSTANCE"]) / "files",
        "MAX_CONTENT_LENGTH": 25 * 1024 * 1024,  # the largest attachment, 20 MB, and its form
        "MAX_FORM_MEMORY_SIZE": 4 * 1024 * 1024,  # 40 questions with long answers
        "MAX_FORM_PARTS": 5000,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": https,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=12),
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the session: an officer may take all day over an answer
        "WTF_CSRF_SSL_STRICT": https,
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SALT": hmac.new(secret.encode(), b"password salt", hashlib.sha256).hexdigest(),
        "SECURITY_LOGIN_URL": "/sign-in",
    }
    return {**derived, **{key: value for key, value in settings.items() if key.isupper()}}
