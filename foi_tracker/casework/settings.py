"""The settings of an authority: what its letters say every time, and how its cases run."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.references import check_pattern, period, reference
from foi_tracker.casework.refresh import refresh
from foi_tracker.models import Authority
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import questions as question_store

MOVE_CASES = frozenset({"kind", "target_working_day"})
"""Settings that the dates kept ready of an open case rest on."""


@dataclass(frozen=True)
class AuthoritySettings:
    """What an administrator decides. A letter already issued keeps what it said."""

    name: str
    short_name: str
    kind: str  # law.regimes.AuthorityType
    team: str
    address: str
    telephone: str
    email: str
    website: str
    accent: str  # "#rrggbb"
    mark: str  # a bundled mark, "" for none
    layout: str  # "numbered" | "interleaved"
    letterhead_at_foot: bool
    reference_as_title: bool
    greeting: str
    signatory_name: str
    signatory_role: str
    footer: str
    review_contact: str
    review_procedure: bool
    review_working_days: int
    regulator_address: str
    regulator_changed_on: date | None
    reference_pattern: str
    target_working_day: int  # 1 to 20, in working days from receipt
    reuse: str  # "ogl" | "own" | "none"
    reuse_text: str
    keeps_corrections: bool  # consent to keep how officers corrected the splitting of requests

    @classmethod
    def of(cls, authority: Authority) -> AuthoritySettings:
        """The settings as they stand."""
        return cls(**{name: getattr(authority, name) for name in cls.__dataclass_fields__})


def last_number(desk: Desk, authority: Authority, pattern: str) -> int:
    """The last number given in the year that the pattern counts today; 0 before the first."""
    return authority_store.counter(desk.session, authority, period(pattern, desk.today))


def example_reference(desk: Desk, authority: Authority, pattern: str) -> str:
    """The reference that a request received today would be given. None is used up."""
    return reference(pattern, desk.today, last_number(desk, authority, pattern) + 1)


def change_settings(
    desk: Desk, authority: Authority, settings: AuthoritySettings, version: int, last: int | None = None
) -> list[str]:
    """Keep these settings; the names of those that changed ("corrections_kept" where those were deleted).

    `last` says, at go-live, what the last number given this year was; None goes on from where it is.

    Changing the kind or the target day reckons every open case afresh. Withdrawing consent deletes the
    corrections kept, and the audit says of how many requests. Nothing changed writes nothing.

    Raises:
        BadPattern: the pattern cannot give every case its own reference.
        ChangedMeanwhile: somebody changed the settings since `version` was read.
        NotAllowed: a higher number has been given already.
    """
    if authority.version != version:
        raise ChangedMeanwhile("settings")
    check_pattern(settings.reference_pattern)
    before = asdict(AuthoritySettings.of(authority))
    after = asdict(settings)
    year = period(settings.reference_pattern, desk.today)
    changed = [name for name in after if after[name] != before[name]]
    for name in changed:
        setattr(authority, name, after[name])
    desk.session.flush()
    if last is not None:
        before["last_number"], after["last_number"] = _set_counter(desk, authority, year, last)
        changed.append("last_number")
    if "keeps_corrections" in changed and not settings.keeps_corrections:
        before["corrections_kept"] = question_store.count_splits(desk.session, authority)
        after["corrections_kept"] = 0
        question_store.forget_splits(desk.session, authority)
        changed.append("corrections_kept")
    if MOVE_CASES & set(changed):
        for case in case_store.open_cases(desk.session, authority):
            refresh(desk, case)
    if changed:
        audit.record(
            desk,
            authority.id,
            "settings_changed",
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
    return changed


def _set_counter(desk: Desk, authority: Authority, year: str, last: int) -> tuple[str, str]:
    """Set the year's counter; what it was and what it is, for the audit."""
    given = authority_store.counter(desk.session, authority, year)
    try:
        authority_store.set_counter(desk.session, authority, year, last)
    except ValueError:
        raise NotAllowed(
            f"A higher number has been given already in {year}. A lower one would give a reference twice."
        ) from None
    desk.session.flush()
    return f"{year}: {given}", f"{year}: {last}"
