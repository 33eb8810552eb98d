"""The parts of a Word package: found by what refers to them (ECMA-376 part 2), in either namespace."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from foi_tracker.intake.documents.package import Package
from foi_tracker.intake.documents.safe_xml import parsed
from foi_tracker.intake.documents.word_lists import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT: Mapping[str, str] = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
}
"""The namespaces of "Strict Open XML Document", and what every other Word file has in their place."""

USUAL = "word/document.xml"
OF_WORD = ("wordprocessingml", "ms-word")  # "application/vnd.ms-word.document.macroEnabled.main+xml"


@dataclass(frozen=True)
class Links:
    """What a part refers to: other parts of the package, by their names in it, and addresses outside it."""

    parts: dict[str, str] = field(default_factory=dict)  # by id
    kinds: dict[str, str] = field(default_factory=dict)  # parts by the last word of their type: "footnotes"
    addresses: dict[str, str] = field(default_factory=dict)  # by id


def main_part(package: Package) -> str:
    """The part that holds the body of a Word document; "" where the package is no such document."""
    named = links_of(package, "").kinds.get("officeDocument", "")
    if package.has(named) and any(word in type_of(package, named) for word in OF_WORD):
        return named
    return USUAL if package.has(USUAL) else ""


def links_of(package: Package, part: str) -> Links:
    """What this part refers to; the package itself without a part."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    links = Links()
    for each in parsed(package.read(relations)) if package.has(relations) else ():
        name, target = each.get("Id", ""), each.get("Target", "")
        if each.get("TargetMode") == "External" or ":" in target:
            links.addresses[name] = target
        else:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            links.parts[name] = links.kinds[each.get("Type", "").rpartition("/")[2]] = target
    return links


def part_of(package: Package, name: str) -> Any:
    """The root element of a part, in the usual namespaces.

    Raises:
        Unreadable: it is damaged, or it is not there.
    """
    root = parsed(package.read(name))
    if root.tag.startswith(tuple(STRICT)):
        for element in root.iter():
            element.tag = _usual(element.tag)
            for attribute, value in element.items():
                if (usual := _usual(attribute)) != attribute:
                    del element.attrib[attribute]
                    element.set(usual, value)
    return root


def _usual(name: str) -> str:
    space, brace, local = name.rpartition("}")
    return STRICT.get(space + brace, space + brace) + local


def type_of(package: Package, part: str) -> str:
    """The content type that the package gives the part; "" where it gives none."""
    listed = "[Content_Types].xml"
    types = parsed(package.read(listed)) if package.has(listed) else ()
    of_its_own = {each.get("PartName", "").lower(): each.get("ContentType", "") for each in types}
    of_its_kind = {each.get("Extension", "").lower(): each.get("ContentType", "") for each in types}
    extension = part.rpartition(".")[2].lower()
    return str(of_its_own.get(f"/{part}".lower()) or of_its_kind.get(extension, ""))
