"""Set up a new authority from what cannot be guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foi_tracker.casework import audit
from foi_tracker.casework.desk import Desk, NotAllowed
from foi_tracker.models import Authority, Membership, User
from foi_tracker.store import authorities as authority_store

LONGEST_SHORT_NAME = 40
FIRST_ROLES = ("administrator", "officer")
"""What whoever sets an authority up may do there, until they say otherwise."""


@dataclass(frozen=True)
class NewAuthority:
    """What is asked of a new authority; everything else begins with a default and can be changed."""

    name: str
    kind: str  # law.regimes.AuthorityType
    email: str
    signatory_role: str
    address: str = ""
    review_contact: str = ""  # "" for the same email address
    regulator_address: str = ""  # only what somebody has looked up
    reference_pattern: str = "{seq:03d}-{yy}"
    copyright_text: str = ""


def set_up_authority(desk: Desk, draft: NewAuthority, user: User) -> Authority:
    """Make the authority, administered by this person, who is its first officer too.

    `user.memberships` must be loaded. A name may stand twice among all authorities, which know nothing of
    one another, and not within the desk's scope: it would be the same form, sent again.

    Raises:
        NotAllowed: they have one of this name; `field` is "name".
    """
    for theirs in authority_store.authorities(desk.session, desk.scope):
        if theirs.name.casefold() == draft.name.casefold():
            raise NotAllowed(f"{theirs.name} is set up already. Change it in the settings", "name")
    made = Authority(
        slug=_slug(desk, draft.name),
        name=draft.name,
        short_name=short_name(draft.name),
        kind=draft.kind,
        email=draft.email,
        address=draft.address,
        signatory_role=draft.signatory_role,
        review_contact=draft.review_contact or draft.email,
        regulator_address=draft.regulator_address,
        reference_pattern=draft.reference_pattern,
        copyright_text=draft.copyright_text,
    )
    desk.session.add(made)
    desk.session.flush()
    user.memberships.extend(Membership(authority_id=made.id, role=role) for role in FIRST_ROLES)
    desk.session.flush()
    audit.record(
        desk,
        made.id,
        "authority_set_up",
        name=made.name,
        kind=made.kind,
        regulator_address=made.regulator_address,
        person=user.id,
    )
    return made


def short_name(name: str) -> str:
    """A name short enough for lists: the name itself, or the first letters of its words."""
    if len(name) <= LONGEST_SHORT_NAME:
        return name
    return (
        "".join(word[0] for word in re.findall(r"[A-Z]\w*", name))[:LONGEST_SHORT_NAME]
        or name[:LONGEST_SHORT_NAME]
    )


def _slug(desk: Desk, name: str) -> str:
    """Its name in addresses and commands, given to no other authority."""
    plain = "-".join(re.findall(r"[a-z0-9]+", name.casefold()))[:60] or "authority"
    slug, number = plain, 1
    while authority_store.authority_by_slug(desk.session, slug):
        number += 1
        slug = f"{plain}-{number}"
    return slug
