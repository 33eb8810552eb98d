"""The room's blueprint; views.py, plan_views.py and paper_views.py hang their routes on it."""

from __future__ import annotations

from flask import Blueprint

room = Blueprint("drafting", __name__)
