"""People who work for authorities, their roles, and the links that sign them in once."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from flask_security.core import RoleMixin, UserMixin
from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from foi_tracker.models.base import Base


class SecurityRole(Base, RoleMixin):
    """Flask-Security asks for a table of roles. Ours are per authority: see Membership."""

    __tablename__ = "security_role"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class User(Base, UserMixin):
    """One person who signs in. The password may be missing: a link signs in too."""

    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    sets_up: Mapped[bool] = mapped_column(default=False)  # may set up an authority without having one yet
    fs_uniquifier: Mapped[str] = mapped_column(unique=True, default=lambda: uuid4().hex)
    memberships: Mapped[list[Membership]] = relationship(lazy="raise", back_populates="user")

    @property
    def roles(self) -> list[Any]:  # type: ignore[override]  # a column in Flask-Security's own models
        """Roles without an authority: none. Access is decided by memberships (web/access.py)."""
        return []


class Membership(Base):
    """A person's role in an authority: officer, approver, contributor, reviewer, administrator, auditor."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("user_id", "authority_id", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    authority_id: Mapped[int] = mapped_column(ForeignKey("authority.id"), index=True)
    role: Mapped[str]
    user: Mapped[User] = relationship(lazy="raise", back_populates="memberships")


class SignInLink(Base):
    """A link that signs a person in once. Only the digest of its token is kept."""

    __tablename__ = "sign_in_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    token_digest: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    opens: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    """The ids of the authorities that it opens, of those the person works for; None: every one."""
