"""The room's blueprint: one for the tabs and for the rarer acts, so that they share an address."""

from __future__ import annotations

from flask import Blueprint

room = Blueprint("cases", __name__)
