"""XML of a stranger, parsed with no entity and no fetch."""

from __future__ import annotations

from typing import Any

from lxml import etree

from foi_tracker.intake.documents.document import Unreadable, not_whole


def parsed(content: bytes) -> Any:
    """The root element of some XML. No document of an office program declares an entity.

    Raises:
        Unreadable: it is damaged, or it declares one.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise (_entities() if b"<!ENTITY" in content else not_whole()) from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise _entities()
    return root


def _entities() -> Unreadable:
    return Unreadable("The file declares XML entities, which no letter does. Save it again in its program.")
