"""The few rules of CSS that differ from letter to letter. Every value in them is checked or escaped."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass

from foi_tracker.law.notices.facts import AuthorityFacts, LetterFacts
from foi_tracker.letters import assets

LOGO_WIDTH, LOGO_HEIGHT = 60, 18  # mm: what a logo may take of the letterhead
LOGO = "logo:"
"""The address under which the PDF engine is given the authority's logo."""
NARROW = 1.5  # a logo of this shape or narrower stands beside the name; a wider one over it
LETTERHEAD = 44
"""How high the letterhead is, in mm: below it stands the address, in the window of an envelope."""
_LOWEST_LOGO = 11  # mm: how high one is at least, beside or over a long name
_POINT = 25.4 / 72  # mm
_BROAD = 0.55  # of the size of letters: how wide one takes its place, with the end of a line left empty
_RUNNING = 90  # characters of the name: two lines at the head of a later page
_SENDER_LETTERS, _SENDER_LINES = 34, 8  # of a line; as many lines as fit when set as usual


def logo_box(authority: AuthorityFacts, highest: float = LOGO_HEIGHT) -> tuple[float, float]:
    """The logo's width and height on paper, in mm, in its own shape, no higher than so many mm."""
    width, height = max(1, authority.logo_width), max(1, authority.logo_height)
    scale = min(LOGO_WIDTH / width, highest / height)
    return round(width * scale, 2), round(height * scale, 2)


def is_beside(authority: AuthorityFacts) -> bool:
    """Whether the logo stands beside the name."""
    return authority.logo_width <= NARROW * authority.logo_height


@dataclass(frozen=True)
class _Name:
    """A way to set the authority's name."""

    points: float
    leading: float
    width: int  # mm
    logo: int = LOGO_HEIGHT  # mm: how high it may be


def _names(facts: LetterFacts) -> list[_Name]:
    """The ways to set the name: as usual, then ever smaller, at last with a lower logo."""
    marked = bool(facts.authority.mark and not facts.authority.logo)
    if facts.large_print:
        width = 145 if marked else 164
        scale = facts.authority.large_print_size / assets.LARGE_PRINT
        usual = _Name(20 * scale, 24 * scale, width)
        smaller = [_Name(20, 24, width), _Name(18, 21, width), _Name(16, 19, width)]
    else:
        width = 86 if marked else 105
        usual = _Name(16, 20, 82)
        smaller = [_Name(14, 17, width), _Name(12, 14, width)]
    last = smaller[-1]
    return [usual, *smaller, _Name(last.points, last.leading, last.width, _LOWEST_LOGO)]


def _height(authority: AuthorityFacts, name: _Name) -> float:
    """What logo and name take of the letterhead so, in mm; a little more rather than less."""
    width, over = float(name.width), 0.0
    if authority.logo:
        logo_width, logo_height = logo_box(authority, name.logo)
        width, over = (width - logo_width - 4, 0) if is_beside(authority) else (width, logo_height + 2)
    lines = math.ceil(len(authority.name) * _BROAD * name.points * _POINT / width)
    return over + lines * name.leading * _POINT


def _head_css(facts: LetterFacts) -> str:
    """The logo, and a long name set smaller, so that the address below stays in its window."""
    authority = facts.authority
    ways = _names(facts)
    name = next((each for each in ways if _height(authority, each) <= LETTERHEAD), ways[-1])
    css = _logo_css(authority, name.logo)
    if name is not ways[0]:
        css += ".large .org" if facts.large_print else f".who{{width:{name.width}mm}}.org"
        css += f"{{font-size:{name.points:g}pt;line-height:{name.leading:g}pt}}"
    if len(authority.name) > _RUNNING:
        running = textwrap.shorten(authority.name, _RUNNING, placeholder="…")
        css += f'.org{{string-set:authority "{_css_string(running)}"}}'
    return css


def _sender_css(facts: LetterFacts) -> str:
    """Many lines of the sender's closer together, for the same reason."""
    ours = facts.authority
    website = ours.website.partition("//")[2] or ours.website  # as it is printed
    lines = (ours.team, *ours.address, ours.telephone, ours.email, website)
    count = sum(math.ceil(len(line) / _SENDER_LETTERS) for line in lines)
    if count <= _SENDER_LINES or ours.letterhead_at_foot or facts.large_print:
        return ""
    return f".sender{{line-height:{max(11, 120 / count):.1f}pt}}"


def _logo_css(authority: AuthorityFacts, highest: float) -> str:
    """Its size; and the picture itself behind an empty element, where it says nothing to be read out."""
    if not authority.logo:
        return ""
    width, height = logo_box(authority, highest)
    beside = f".beside .who p{{margin-left:{width + 4:g}mm}}" if is_beside(authority) else ""
    shape = f".logo{{width:{width:g}mm;height:{height:g}mm}}div.logo{{background:url({LOGO}) 0 0/100% 100%}}"
    return shape + beside


def _large_css(facts: LetterFacts) -> str:
    """Large print in the authority's own size, where that is not the usual."""
    points = facts.authority.large_print_size
    if not facts.large_print or points == assets.LARGE_PRINT:
        return ""
    return assets.large_css(assets.stylesheet("large"), points)


def own_css(facts: LetterFacts, *, with_mark: bool = True) -> str:
    """What differs between letters: colour, mark and logo, large print, the sender's own labels."""
    authority = facts.authority
    mark = authority.mark if with_mark and not authority.logo else ""
    labels = "".join(
        f'#asked-{number}{{list-style-type:"{_css_string(answer.label)}\\2002 "}}'
        for number, answer in enumerate(facts.answers, start=1)
    )
    head = assets.head_css(authority.accent, mark)
    return head + _large_css(facts) + _head_css(facts) + _sender_css(facts) + labels


def _css_string(text: str) -> str:
    """Any text inside a CSS string: what is not a letter or a digit is escaped by its number."""
    return "".join(char if char.isascii() and char.isalnum() else f"\\{ord(char):x} " for char in text)
