"""The room's blueprint; the views of each page hang their routes on it."""

from __future__ import annotations

from flask import Blueprint

room = Blueprint("administration", __name__)
