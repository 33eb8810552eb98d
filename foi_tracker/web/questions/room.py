"""The room's blueprint: one for both of its tasks, so that they share an address."""

from __future__ import annotations

from flask import Blueprint

room = Blueprint("questions", __name__)
