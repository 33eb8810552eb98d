"""The desk of the request under way, and the day it is."""

from __future__ import annotations

from datetime import date

from flask import current_app, g
from flask_security import current_user

from foi_tracker.casework.desk import Actor, Desk, holidays_in_force
from foi_tracker.casework.desk import today as today_in_london
from foi_tracker.extensions import db
from foi_tracker.files.folder import Folder
from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.web.access import scope


def today() -> date:
    """The day it is, by the one function that says so."""
    return today_in_london(current_app.config.get("TODAY"))


def holidays() -> BankHolidays:
    """The bank holidays in force, read once a request."""
    if "holidays" not in g:
        g.holidays = holidays_in_force(db.session)
    found: BankHolidays = g.holidays
    return found


def desk() -> Desk:
    """Everything that a piece of casework needs, for the person signed in."""
    return Desk(
        session=db.session,
        actor=Actor.of(current_user),
        scope=scope(),
        today=today(),
        holidays=holidays(),
        files=Folder(current_app.config["FILES"]),
    )
