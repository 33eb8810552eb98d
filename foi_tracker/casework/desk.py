"""What every piece of casework needs at hand: who acts, for whom, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from foi_tracker.files.folder import Folder
from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.models import User
from foi_tracker.store import authorities as authority_store
from foi_tracker.store.scope import Scope


@dataclass(frozen=True)
class Actor:
    """Who acts. `user_id` is None for a command run on the machine."""

    user_id: int | None
    name: str

    @classmethod
    def of(cls, user: User) -> Actor:
        """The actor that a signed-in person is."""
        return cls(user.id, user.name)


@dataclass(frozen=True)
class Desk:
    """The session, the actor and their scope, the day, the bank holidays and the files."""

    session: Session
    actor: Actor
    scope: Scope
    today: date
    holidays: BankHolidays
    files: Folder


LONDON = ZoneInfo("Europe/London")


def today(fixed: date | None) -> date:
    """The day it is in London, or the one that the TODAY setting fixes. The only place that says so."""
    return fixed or datetime.now(LONDON).date()


def holidays_in_force(session: Session) -> BankHolidays:
    """The shipped bank holidays and those added to this installation since."""
    holidays = BankHolidays.shipped()
    for added in authority_store.added_holidays(session):
        holidays = holidays.with_added(
            added.day, added.name, frozenset(added.nations), proclaimed=added.proclaimed
        )
    return holidays


class ChangedMeanwhile(RuntimeError):
    """Somebody else saved the same thing since it was opened. Nothing was overwritten."""


class NotAllowed(RuntimeError):
    """The law or the house forbids this step now. The message says why and what to do.

    `field` names what was given that is at fault, where it is one thing; "" where it is the step itself.
    """

    def __init__(self, why: str, field: str = "") -> None:
        super().__init__(why)
        self.field = field
