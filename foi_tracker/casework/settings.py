"""The settings of an authority: what its letters say every time, and how its cases run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.references import check_pattern, period, reference
from foi_tracker.casework.refresh import Moved, refresh_open
from foi_tracker.models import Authority, Signatory
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import questions as question_store

_ELSEWHERE = frozenset({"signatories"})
"""Settings that stand in a table of their own."""
MOVE_CASES = frozenset({"kind", "target_working_day"})
"""Settings that the dates kept ready of an open case rest on."""


@dataclass(frozen=True)
class SettingsChange:
    """What became of settings that were saved."""

    names: list[str]  # of those that changed; "corrections_kept" where those were deleted
    moved: list[Moved]  # open requests whose due date that moved


@dataclass(frozen=True)
class Signer:
    """Somebody else who may sign letters. `id` is 0 for one who is not kept yet."""

    id: int
    name: str
    role: str


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
    logo_sha256: str  # "" for none
    logo_type: str
    logo_width: int
    logo_height: int
    logo_alt: str
    layout: str  # "numbered" | "interleaved"
    letterhead_at_foot: bool
    reference_as_title: bool
    greeting: str
    signatory_name: str
    signatory_role: str
    signatories: tuple[Signer, ...]  # who else may sign
    footer: str
    large_print_for_all: bool
    large_print_size: int  # points
    review_contact: str
    review_procedure: bool
    review_working_days: int
    regulator_address: str
    regulator_changed_on: date | None
    reference_pattern: str
    target_working_day: int  # 1 to 20, in working days from receipt
    reuse: str  # "ogl" | "own" | "none"
    reuse_text: str
    copyright_text: str
    publishes_answers: bool
    disclosure_log: str  # its address
    keeps_corrections: bool  # consent to keep how officers corrected the splitting of requests

    @classmethod
    def of(cls, authority: Authority, signatories: Iterable[Signatory]) -> AuthoritySettings:
        """The settings as they stand."""
        columns = {name: getattr(authority, name) for name in cls.__dataclass_fields__.keys() - _ELSEWHERE}
        return cls(
            **columns, signatories=tuple(Signer(each.id, each.name, each.role) for each in signatories)
        )

    def columns(self) -> dict[str, Any]:
        """What stands in the authority's own row."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__.keys() - _ELSEWHERE}


def settings_of(desk: Desk, authority: Authority) -> AuthoritySettings:
    """The authority's settings as they stand."""
    return AuthoritySettings.of(authority, authority_store.signatories(desk.session, authority))


def last_number(desk: Desk, authority: Authority, pattern: str) -> int:
    """The last number given in the year that the pattern counts today; 0 before the first."""
    return authority_store.counter(desk.session, authority, period(pattern, desk.today))


def example_reference(desk: Desk, authority: Authority, pattern: str) -> str:
    """The reference that a request received today would be given. None is used up."""
    return reference(pattern, desk.today, last_number(desk, authority, pattern) + 1)


def change_settings(
    desk: Desk,
    authority: Authority,
    settings: AuthoritySettings,
    version: int,
    last: int | None = None,
    logo: bytes = b"",
) -> SettingsChange:
    """Keep these settings; what changed, and the open requests whose due date that moved.

    `last` says, at go-live, what the last number given this year was; None goes on from where it is.
    `logo` is the picture that the settings name, where it is a new one. Changing the kind or the target day
    reckons every open case afresh. Withdrawing consent deletes the corrections kept, and the audit says of
    how many requests. Nothing changed writes nothing.

    Raises:
        BadPattern: the pattern cannot give every case its own reference.
        ChangedMeanwhile: somebody changed the settings since `version` was read.
        NotAllowed: a higher number has been given already.
    """
    if authority.version != version:
        raise ChangedMeanwhile("settings")
    check_pattern(settings.reference_pattern)
    before = asdict(settings_of(desk, authority))
    after = asdict(settings)
    year = period(settings.reference_pattern, desk.today)
    changed = [name for name in after if after[name] != before[name]]
    _keep(desk, authority, settings, changed)
    if logo:
        desk.files.put(authority.id, logo)
    if last is not None:
        before["last_number"], after["last_number"] = _set_counter(desk, authority, year, last)
        changed.append("last_number")
    if "keeps_corrections" in changed and not settings.keeps_corrections:
        before["corrections_kept"] = question_store.count_splits(desk.session, authority)
        after["corrections_kept"] = 0
        question_store.forget_splits(desk.session, authority)
        changed.append("corrections_kept")
    moved = refresh_open(desk, authority) if MOVE_CASES & set(changed) else []
    told: dict[str, Any] = {"moved": [asdict(each) for each in moved]} if moved else {}
    if changed:
        audit.record(
            desk,
            authority.id,
            "settings_changed",
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
            **told,
        )
    return SettingsChange(changed, moved)


def _keep(desk: Desk, authority: Authority, settings: AuthoritySettings, changed: Sequence[str]) -> None:
    for name in changed:
        if name not in _ELSEWHERE:
            setattr(authority, name, getattr(settings, name))
    if "signatories" in changed:
        _set_signatories(desk, authority, settings.signatories)
    desk.session.flush()


def _set_signatories(desk: Desk, authority: Authority, wanted: Sequence[Signer]) -> None:
    """Who else may sign: those of an id are changed, those of none added, the others taken off."""
    flag_modified(authority, "signatory_name")  # whoever has the page open is told, as of any setting
    by_id = {each.id: each for each in wanted if each.id}
    for present in authority_store.signatories(desk.session, authority):
        if kept := by_id.get(present.id):
            present.name, present.role = kept.name, kept.role
        else:
            authority_store.forget_signatory(desk.session, present)
    added = [
        Signatory(authority_id=authority.id, name=each.name, role=each.role) for each in wanted if not each.id
    ]
    desk.session.add_all(added)


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
