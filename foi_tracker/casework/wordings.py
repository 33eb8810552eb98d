"""The standard paragraphs of an authority's letters: change one, go back to the default, take a new one.

A change holds for letters that are drafts and for those to come. An issued letter keeps what it said.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.letters.standard import WORDINGS, Wording
from foi_tracker.letters.standard_check import problems
from foi_tracker.models import Authority, WordingVersion, now
from foi_tracker.store import wordings as wording_store
from foi_tracker.store.scope import NotFound


@dataclass(frozen=True)
class Standing:
    """How a paragraph stands with an authority."""

    wording: Wording
    version: WordingVersion | None = None  # the last, where the authority ever changed it

    @property
    def number(self) -> int:
        """Of the last version; 0 before the first."""
        return self.version.number if self.version else 0

    @property
    def own(self) -> str | None:
        """The authority's own words, None where the default is in force."""
        text = self.version.text if self.version else None
        return None if text == self.wording.text else text

    @property
    def text(self) -> str:
        """The words in force, if they can be printed."""
        return self.wording.text if self.own is None else self.own

    @property
    def offer(self) -> str | None:
        """The default that whoever wrote these words had before them, where there is another one now."""
        if self.version is None or self.own is None or self.version.default_text == self.wording.text:
            return None
        return self.version.default_text

    @property
    def unprintable(self) -> tuple[str, ...]:
        """Why letters say the default in place of the authority's words, as after an upgrade."""
        return () if self.own is None else problems(self.wording, self.own)


def get_wording(key: str) -> Wording:
    """The paragraph of this key.

    Raises:
        NotFound: there is none.
    """
    if key not in WORDINGS:
        raise NotFound("wording")
    return WORDINGS[key]


def standing(desk: Desk, authority: Authority, key: str) -> Standing:
    """How one paragraph stands.

    Raises:
        NotFound: there is none of this key.
    """
    wording = get_wording(key)
    return Standing(wording, wording_store.in_force(desk.session, authority.id).get(key))


def standings(desk: Desk, authority: Authority) -> list[Standing]:
    """How every paragraph stands, in the order of their groups."""
    versions = wording_store.in_force(desk.session, authority.id)
    return [Standing(wording, versions.get(wording.key)) for wording in WORDINGS.values()]


def retired(desk: Desk, authority: Authority) -> list[WordingVersion]:
    """The authority's own words that no letter says any more: an upgrade took their paragraph away."""
    versions = wording_store.in_force(desk.session, authority.id)
    return [each for key, each in sorted(versions.items()) if key not in WORDINGS and each.text is not None]


def change_wording(
    desk: Desk, authority: Authority, key: str, text: str, number: int
) -> WordingVersion | None:
    """Put the authority's own words in force. The default's own words are the default.

    `number` is that of the version that was read. Nothing changed writes nothing: None.

    Raises:
        ChangedMeanwhile: somebody wrote a version since then.
        NotAllowed: letters cannot say these words; `field` is "text", one problem a line.
        NotFound: there is no wording of this key.
    """
    before = standing(desk, authority, key)
    _refuse_stale(before, number)
    words = text.replace("\r\n", "\n").strip()
    if found := problems(before.wording, words):
        raise NotAllowed("\n".join(found), "text")
    if words == before.text:
        return None
    own = None if words == before.wording.text else words
    version = _write(desk, authority, before, own)
    audit.record(desk, authority.id, "wording_changed", key=key, before=before.text, after=words)
    return version


def back_to_default(desk: Desk, authority: Authority, key: str, number: int) -> WordingVersion | None:
    """Say the words as shipped from here on: today's, and those of every upgrade to come.

    This also takes a new default that is offered. Nothing changed writes nothing: None.

    Raises:
        ChangedMeanwhile: somebody wrote a version since `number` was read.
        NotFound: there is no wording of this key.
    """
    before = standing(desk, authority, key)
    _refuse_stale(before, number)
    if before.own is None:
        return None
    version = _write(desk, authority, before, None)
    audit.record(
        desk, authority.id, "wording_back_to_default", key=key, before=before.text, after=before.wording.text
    )
    return version


def keep_ours(desk: Desk, authority: Authority, key: str, number: int) -> WordingVersion:
    """Decline a new default that is offered: the same words, written with today's default in view.

    Raises:
        ChangedMeanwhile: somebody wrote a version since `number` was read.
        NotAllowed: no new default is offered.
        NotFound: there is no wording of this key.
    """
    before = standing(desk, authority, key)
    _refuse_stale(before, number)
    if before.offer is None:
        raise NotAllowed("There is no new default to look at.")
    version = _write(desk, authority, before, before.own)
    audit.record(desk, authority.id, "wording_kept", key=key, words=before.text, declined=before.wording.text)
    return version


def restore_version(
    desk: Desk, authority: Authority, key: str, older: int, number: int
) -> WordingVersion | None:
    """Put the words of an older version in force again, as a new version. None where they are in force.

    The default of an earlier day, which an upgrade has changed since, comes back as the authority's own
    words: whoever reads a version gets what they read, and is offered today's default beside it. Nobody
    looks at a new default by putting their own words back: one that is offered stays offered, one declined
    stays declined.

    Raises:
        ChangedMeanwhile: somebody wrote a version since `number` was read.
        NotAllowed: letters can no longer say those words; `field` is "text".
        NotFound: there is no such wording or version.
    """
    before = standing(desk, authority, key)
    restored = wording_store.get_version(desk.session, authority, key, older)
    words = restored.words
    _refuse_stale(before, number)
    own = None if words == before.wording.text else words
    if own is not None and (found := problems(before.wording, own)):
        raise NotAllowed("\n".join(found), "text")
    if own == before.own:
        return None
    read = restored if restored.text is None else before.version
    seen = read.default_text if read and own is not None else ""
    version = _write(desk, authority, before, own, seen)
    audit.record(
        desk, authority.id, "wording_restored", key=key, older=older, before=before.text, after=words
    )
    return version


def _refuse_stale(before: Standing, number: int) -> None:
    if before.number != number:
        raise ChangedMeanwhile("wording")


def _write(
    desk: Desk, authority: Authority, before: Standing, text: str | None, seen: str = ""
) -> WordingVersion:
    """Add a version. Of two people at the same moment the second is told.

    `seen` is the default that was last looked at, where that is not today's.
    """
    version = WordingVersion(
        authority_id=authority.id,
        key=before.wording.key,
        number=before.number + 1,
        text=text,
        default_text=seen or before.wording.text,
        written_by_id=desk.actor.user_id,
        written_by=desk.actor.name,
        written_at=now(),
    )
    try:
        with desk.session.begin_nested():
            desk.session.add(version)
    except IntegrityError:
        raise ChangedMeanwhile("wording") from None
    return version
