"""People, what they may do for an authority, and the links that sign them in."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import timedelta
from uuid import uuid4

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.models import Authority, Membership, SignInLink, User, now
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import people as people_store

LINK_LIVES = timedelta(hours=12)
ADMINISTRATOR = "administrator"


def make_link(desk: Desk, user: User) -> str:
    """A token that signs the person in once, within 12 hours. Only its digest is kept.

    `user.memberships` must be loaded: the making is audited with each of their authorities.
    """
    token = secrets.token_urlsafe(32)
    desk.session.add(
        SignInLink(
            user_id=user.id,
            token_digest=hashlib.sha256(token.encode()).hexdigest(),
            expires_at=now() + LINK_LIVES,
        )
    )
    for authority_id in sorted({membership.authority_id for membership in user.memberships}):
        audit.record(desk, authority_id, "sign_in_link_made", person=user.id)
    return token


def may_make_link(desk: Desk, user: User) -> bool:
    """Whether an administrator may: everything that the link would open is theirs to open."""
    return {each.authority_id for each in user.memberships} <= desk.scope.authority_ids and not user.sets_up


def let_work(desk: Desk, authority: Authority, email: str, name: str, roles: Collection[str]) -> User:
    """Let a person hold exactly these roles in the authority; they are added where they are not here yet.

    Whoever was here before, for another authority, has to sign in anew, and no link made before signs them
    in: so nobody there can be them here. Their name stays as it is.

    Raises:
        NotAllowed: nobody would be left to administer the authority.
    """
    user = authority_store.user_by_email(desk.session, email)
    if user is None:
        user = people_store.add_person(desk.session, email, name)
    elif not any(each.authority_id == authority.id for each in user.memberships):
        user.fs_uniquifier = uuid4().hex
        people_store.forget_links(desk.session, user)
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
    """End everything that the person may do for the authority. What they did stays theirs.

    Raises:
        NotAllowed: nobody would be left to administer the authority.
    """
    held = sorted(each.role for each in user.memberships if each.authority_id == authority.id)
    if ADMINISTRATOR in held:
        _keep_an_administrator(desk, authority, user)
    _set_roles(desk, authority, user, ())
    people_store.forget_links(desk.session, user)
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
