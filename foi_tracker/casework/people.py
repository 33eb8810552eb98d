"""People, what they may do for an authority, and the links that sign them in."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import timedelta

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.models import Authority, Membership, SignInLink, User, now
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import people as people_store
from foi_tracker.store.scope import Scope

LINK_LIVES = timedelta(hours=12)
ADMINISTRATOR = "administrator"


def make_link(desk: Desk, user: User, opens: Scope | None = None) -> str:
    """A token that signs the person in once, within 12 hours. Only its digest is kept.

    `opens`: whose administrator makes it. The link opens what the person does there and nothing else, so
    that nobody there can be them for another authority. None, for whoever keeps the machine: all of it.
    `user.memberships` must be loaded: the making is audited with each authority that is opened.
    """
    token = secrets.token_urlsafe(32)
    opened = {membership.authority_id for membership in user.memberships}
    if opens is not None:
        opened &= opens.authority_ids
    desk.session.add(
        SignInLink(
            user_id=user.id,
            token_digest=hashlib.sha256(token.encode()).hexdigest(),
            expires_at=now() + LINK_LIVES,
            opens=None if opens is None else sorted(opened),
        )
    )
    for authority_id in sorted(opened):
        audit.record(desk, authority_id, "sign_in_link_made", person=user.id)
    return token


def let_work(desk: Desk, authority: Authority, email: str, name: str, roles: Collection[str]) -> User:
    """Let a person hold exactly these roles in the authority; they are added where they are not here yet.

    Whoever is a person of another authority stays as they are there: signed in, with their name. What
    opens that authority to them opens nothing here, and the other way round (see `make_link`).

    Raises:
        NotAllowed: nobody would be left to administer the authority.
    """
    user = authority_store.user_by_email(desk.session, email)
    if user is None:
        user = people_store.add_person(desk.session, email, name)
    held = {each.role for each in user.memberships if each.authority_id == authority.id}
    if held - {*roles} >= {ADMINISTRATOR}:
        _keep_an_administrator(desk, authority, user)
    _set_roles(desk, authority, user, roles)
    desk.session.flush()
    audit.record(
        desk,
        authority.id,
        "roles_given",
        person=user.id,
        email=user.email,
        before=sorted(held),
        after=sorted(roles),
    )
    return user


def end_access(desk: Desk, authority: Authority, user: User) -> None:
    """End everything that the person may do for the authority, and for no other. What they did stays theirs.

    Raises:
        NotAllowed: nobody would be left to administer the authority.
    """
    held = sorted(each.role for each in user.memberships if each.authority_id == authority.id)
    if ADMINISTRATOR in held:
        _keep_an_administrator(desk, authority, user)
    _set_roles(desk, authority, user, ())
    people_store.close_links(desk.session, authority, user)
    desk.session.flush()
    audit.record(desk, authority.id, "access_ended", person=user.id, email=user.email, before=held)


def _set_roles(desk: Desk, authority: Authority, user: User, roles: Collection[str]) -> None:
    here = [each for each in user.memberships if each.authority_id == authority.id]
    for each in here:
        if each.role not in roles:
            user.memberships.remove(each)
            desk.session.delete(each)
    held = {each.role for each in here}
    added = (Membership(authority_id=authority.id, role=role) for role in sorted({*roles} - held))
    user.memberships.extend(added)


def _keep_an_administrator(desk: Desk, authority: Authority, user: User) -> None:
    others = people_store.people_of_authority(desk.session, authority, ADMINISTRATOR)
    if all(each.id == user.id for each in others):
        raise NotAllowed("Somebody has to administer the authority. Give that role to another person first.")
