"""Plainly fictional authorities."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from foi_tracker.models import Authority


def authority(session: Session, slug: str = "northvale-police", **values: Any) -> Authority:
    """An authority whose letters can be issued: everything that the law asks of its settings is there."""
    name = slug.replace("-", " ").title()
    made = Authority(
        **{
            "slug": slug,
            "name": name,
            "short_name": name.split()[0],
            "kind": "police",
            "team": "Information Rights",
            "address": "1 Vale Road\nNorthvale\nNV1 1AA",
            "telephone": "01632 960 100",
            "email": f"foi@{slug}.example.org",
            "website": f"https://{slug}.example.org",
            "signatory_name": "Information Rights Officer",
            "signatory_role": "Information Rights",
            "review_contact": f"review@{slug}.example.org",
            **values,
        }
    )
    session.add(made)
    session.flush()
    return made
