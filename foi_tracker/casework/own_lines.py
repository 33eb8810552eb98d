"""The lines that an officer keeps, to put into answers by typing a few letters of their name."""

from __future__ import annotations

from dataclasses import dataclass

from foi_tracker.casework import audit
from foi_tracker.casework.desk import ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.models import Authority, OwnLine
from foi_tracker.store import own_lines as line_store


@dataclass(frozen=True)
class LineDraft:
    """A line as somebody writes it."""

    name: str
    text: str  # the small Markdown of answers


def keep_line(
    desk: Desk, authority: Authority, draft: LineDraft, line: OwnLine | None = None, version: int = 0
) -> OwnLine:
    """Keep a new line of the actor's own, or change one of theirs.

    Raises:
        NotAllowed: another of their lines has this name; `field` is "name".
        ChangedMeanwhile: they changed it elsewhere since `version` was read.
    """
    if line is not None and line.version != version:
        raise ChangedMeanwhile("line")
    name = " ".join(draft.name.split())
    others = line_store.own_lines(desk.session, authority.id, desk.actor.user_id)
    if any(each is not line and each.name.casefold() == name.casefold() for each in others):
        raise NotAllowed("You have a line of this name already. Choose another name", "name")
    if line is None:
        if desk.actor.user_id is None:
            raise NotAllowed("Only somebody who is signed in keeps lines of their own.")
        line = OwnLine(authority_id=authority.id, user_id=desk.actor.user_id)
        desk.session.add(line)
    line.name, line.text = name, draft.text.strip()
    desk.session.flush()
    audit.record(desk, authority.id, "own_line_kept", name=line.name, text=line.text)
    return line


def remove_line(desk: Desk, authority: Authority, line: OwnLine) -> None:
    """Throw a line away. Answers into which it was put keep its words."""
    name = line.name
    desk.session.delete(line)
    desk.session.flush()
    audit.record(desk, authority.id, "own_line_removed", name=name)


def find_line(lines: list[OwnLine], typed: str) -> OwnLine | None:
    """The line that the letters typed mean: the one so named, or the only one whose name has them.

    A name that begins with them goes before one that has them further on.
    """
    letters = " ".join(typed.split()).casefold()
    if not letters:
        return None
    names = [(line.name.casefold(), line) for line in lines]
    for means in (str.__eq__, str.startswith, str.__contains__):
        meant = [line for name, line in names if means(name, letters)]
        if meant:
            return meant[0] if len(meant) == 1 else None
    return None
