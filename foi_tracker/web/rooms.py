"""Every room of the web layer. A new room is added here and in access.py."""

from __future__ import annotations

from foi_tracker.web.signin.views import room as signin

ROOMS = (signin,)
