"""An SVG made safe: drawn anew from a list of what may be in a logo, and nothing else of it kept.

No script, no handler, no address, no style sheet and no words (their font would not be there). What is
thrown away silently draws nothing; what would be missed is said, so that no logo comes out half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
MOST_ELEMENTS = 5000
DEEPEST = 40

_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_KEPT = _SHAPES | _GRADIENTS | {"svg", "g", "defs", "stop", "clipPath"}
_OPENED = frozenset({"a", "switch"})  # their shapes stay, they themselves go
_MISSED = {
    "text": "words set in a font: turn them into outlines",
    "image": "a picture inside it: save it as PNG instead",
    "foreignObject": "a web page inside it",
    "use": "parts drawn by reference: save it as plain SVG",
    "symbol": "parts drawn by reference: save it as plain SVG",
    "filter": "a filter, such as a shadow",
    "pattern": "a pattern",
    "mask": "a mask",
    "marker": "markers",
}
_PAINT = frozenset({
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity", "clip-path",
    "clip-rule", "stop-color", "stop-opacity", "color", "display", "visibility",
})  # fmt: skip
_PLACE = frozenset({
    "id", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width", "height",
    "points", "transform", "viewBox", "preserveAspectRatio", "gradientUnits", "gradientTransform",
    "spreadMethod", "offset", "clipPathUnits", "pathLength",
})  # fmt: skip
# Anybody may make a file slow to read: no pattern here gives back what it took.
_PLAIN = re.compile(r"[\w\s.,#%()+\-]*+")  # no colon, slash, quotation mark, backslash or brace
_WITHIN = re.compile(r"url\(\s*+['\"]?(#[\w-]++)['\"]?\s*+\)")
_WITHIN_HERE = re.compile(r"#[\w-]++")
_NUMBER = r"(?:\d*+\.\d++|\d++)"
_NUMBERS = re.compile(rf"-?{_NUMBER}(?:[eE][-+]?\d++)?")
_SIZE = re.compile(rf"({_NUMBER})(?:px|pt|mm)?")
_CLASS = re.compile(r"\s*+\.([\w-]++)\s*+")
_COMMENT = re.compile(r"/\*(?:[^*]++|\*(?!/))*+(?:\*/)?")  # one that is never closed goes on to the end
LONGEST_RULE = 1000  # characters: each shape of the class has them all

_STYLE_SHEET = "The logo has a style sheet. Save it with “presentation attributes”, or as PNG."

Styles = dict[str, dict[str, str]]


class NotSafe(ValueError):
    """What is wrong with the file, in words for the page."""


def safe_svg(content: bytes) -> tuple[bytes, float, float]:
    """The same drawing from allowed elements and attributes alone; its width and height in its own units.

    Raises:
        NotSafe: it is no SVG, has no size, is too large, or would lose part of what it shows.
    """
    root = _read(content)
    elements = list(root.iter())
    if len(elements) > MOST_ELEMENTS:
        raise NotSafe(f"The logo has more than {MOST_ELEMENTS:,} shapes. Simplify it, or save it as PNG.")
    box = _box(root)
    drawn = _Redrawing(_styles(elements)).draw(root, 0)
    if drawn is None or not any(_name(each) in _SHAPES for each in drawn.iter()):
        raise NotSafe("The logo draws nothing.")
    for name, value in zip(("width", "height"), box[2:], strict=True):
        drawn.set(name, f"{value:g}")
    drawn.set("viewBox", " ".join(f"{value:g}" for value in box))
    _refuse_circles(drawn)
    return etree.tostring(drawn, encoding="utf-8"), box[2], box[3]


def _read(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise NotSafe("The file is named SVG but does not read as one.") from None
    if root.tag != f"{{{SVG}}}svg":
        raise NotSafe("The file is named SVG but does not read as one.")
    types = root.getroottree().docinfo.internalDTD
    if types is not None and any(types.iterentities()):
        raise NotSafe("The logo defines entities. Save it as plain SVG.")
    return root


def _name(element: etree._Element) -> str:
    """Its name in SVG; "" for anything of another kind."""
    tag = element.tag
    return tag.removeprefix(f"{{{SVG}}}") if isinstance(tag, str) and tag.startswith(f"{{{SVG}}}") else ""


def _box(root: etree._Element) -> tuple[float, float, float, float]:
    """Its viewBox, or its size in pixels where it has none."""
    numbers = _NUMBERS.findall(root.get("viewBox", ""))
    if len(numbers) != 4:
        sizes = [_SIZE.fullmatch(root.get(side, "").strip()) for side in ("width", "height")]
        numbers = ["0", "0", *(size[1] for size in sizes if size)]
    if len(numbers) != 4 or not all(0 < float(side) < 1e6 for side in numbers[2:]):
        raise NotSafe("The logo does not say how large it is. Save it with a viewBox.")
    left, top, width, height = map(float, numbers)
    return left, top, width, height


def _styles(elements: list[etree._Element]) -> Styles:
    """The rules of its style sheets, where they are of classes alone: what drawing programs write."""
    found: Styles = {}
    for element in elements:
        if _name(element) != "style":
            continue
        *rules, rest = _COMMENT.sub("", element.text or "").split("}")
        for rule in rules:
            selectors, opened, css = rule.partition("{")
            names = [_CLASS.fullmatch(each) for each in selectors.split(",")]
            if not opened or "{" in css or len(css) > LONGEST_RULE:
                raise NotSafe(_STYLE_SHEET)
            paint = _kept(_declared(css), _PAINT)
            for name in names:
                if name is None:
                    raise NotSafe(_STYLE_SHEET)
                found.setdefault(name[1], {}).update(paint)
        if rest.strip():
            raise NotSafe(_STYLE_SHEET)
    return found


def _declared(css: str) -> dict[str, str]:
    pairs = (rule.partition(":") for rule in css.split(";"))
    return {name.strip(): value.removesuffix("!important").strip() for name, _, value in pairs}


def _allowed(name: str, value: str) -> str | None:
    """The value as it may stand, or None: a reference only to a part of the same drawing."""
    if name in ("fill", "stroke", "clip-path") and (inside := _WITHIN.fullmatch(value.strip())):
        return f"url({inside[1]})"
    return value if _PLAIN.fullmatch(value) and "url" not in value.casefold() else None


def _kept(said: Mapping[str, str], names: frozenset[str]) -> dict[str, str]:
    """Those of these names that may stand."""
    found = {name: _allowed(name, said[name]) for name in names & said.keys()}
    return {name: value for name, value in found.items() if value is not None}


class _Redrawing:
    """Copies what is allowed, element by element."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles

    def draw(self, element: etree._Element, depth: int) -> etree._Element | None:
        """The element anew, or None where it is of no use."""
        name = _name(element)
        if name in _MISSED:
            raise NotSafe(f"The logo has {_MISSED[name]}.")
        if name not in _KEPT | _OPENED:
            return None  # scripts, animation, titles, what drawing programs note for themselves
        if depth > DEEPEST:
            raise NotSafe("The logo’s groups are nested too deeply. Save it as PNG.")
        nsmap = {None: SVG} if depth == 0 else None
        made = etree.Element(f"{{{SVG}}}{'g' if name in _OPENED else name}", nsmap=nsmap)
        for key, value in self._attributes(element, name):
            made.set(key, value)
        made.extend([kid for each in element if (kid := self.draw(each, depth + 1)) is not None])
        return made

    def _attributes(self, element: etree._Element, name: str) -> Iterator[tuple[str, str]]:
        by_class = (self.styles.get(each, {}) for each in element.get("class", "").split())  # kept already
        given = {str(key): str(value) for key, value in element.attrib.items()}
        styled = _declared(element.get("style", ""))
        found = _kept(given, _PLACE)
        for said in (_kept(given, _PAINT), *by_class, _kept(styled, _PAINT)):
            found |= said  # the later goes before the earlier, as in CSS
        yield from sorted(found.items())
        link = element.get(_XLINK) or element.get("href", "")
        if name in _GRADIENTS and _WITHIN_HERE.fullmatch(link):
            yield "href", link


def _refuse_circles(root: etree._Element) -> None:
    """A gradient may take its stops from one that takes them from no other; a clip is not itself clipped."""
    by_id = {each.get("id"): each for each in root.iter()}
    for each in root.iter():
        target = by_id.get(each.get("href", "").removeprefix("#")) if each.get("href") else None
        if target is not None and (target.get("href") or target is each):
            raise NotSafe("The logo’s gradients rest on one another. Save it as PNG.")
        if _name(each) == "clipPath" and any(kid.get("clip-path") for kid in each.iter()):
            raise NotSafe("The logo clips a clip. Save it as PNG.")
