"""What stands around every page: whose installation it is, who is signed in, where they may go.

The application puts one `Shell` into every template as `shell`; templates/pages/base.html draws it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One link of the navigation or of the footer."""

    text: str
    href: str
    here: bool = False


@dataclass(frozen=True)
class Shell:
    """The page shell's words and links. Signed out, it has no person and no places."""

    home: str = "/"
    authorities: str = ""  # "Northvale Police and Northvale Commissioner"
    person: str = ""  # how the person signed in is called, "" when nobody is
    person_id: str = ""  # so that what one person typed is not shown to another in the same browser
    sign_out: str = ""  # where the sign-out button posts
    places: tuple[Place, ...] = ()
    footer: tuple[Place, ...] = ()
