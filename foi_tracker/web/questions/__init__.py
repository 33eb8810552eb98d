"""The questions of a request: confirmed first, then answered one by one."""

from foi_tracker.web.questions import answer_views, confirm_views
from foi_tracker.web.questions.room import room

__all__ = ["answer_views", "confirm_views", "room"]
