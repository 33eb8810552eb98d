"""The page of one request, tab by tab: its questions, what was said, its clock, its history."""

from foi_tracker.web.cases import act_views, views
from foi_tracker.web.cases.room import room

__all__ = ["act_views", "room", "views"]
