"""The questions of a request: confirmed first, then answered one by one."""

from __future__ import annotations

from foi_tracker.web.questions import confirm_views
from foi_tracker.web.questions.room import room

__all__ = ["confirm_views", "room"]
