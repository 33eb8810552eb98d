"""Authorities: set one up, keep its settings and its people, and what its letters say every time."""

from foi_tracker.web.administration import people_views, set_up_views, settings_views, views
from foi_tracker.web.administration.room import room

__all__ = ["people_views", "room", "set_up_views", "settings_views", "views"]
