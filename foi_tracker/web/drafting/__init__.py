"""Draft a letter, see what the check finds, issue it, record that it was sent."""

from foi_tracker.web.drafting import (
    keep_back_views,
    notice_views,
    override_views,
    paper_views,
    plan_views,
    sign_views,
    views,
)
from foi_tracker.web.drafting.room import room

__all__ = [
    "keep_back_views",
    "notice_views",
    "override_views",
    "paper_views",
    "plan_views",
    "room",
    "sign_views",
    "views",
]
