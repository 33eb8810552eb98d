"""The few rules of CSS that differ from letter to letter. Every value in them is checked or escaped."""

from __future__ import annotations

from foi_tracker.law.notices.facts import AuthorityFacts, LetterFacts
from foi_tracker.letters import assets

LOGO_WIDTH, LOGO_HEIGHT = 60, 18  # mm: what a logo may take of the letterhead
LOGO = "logo:"
"""The address under which the PDF engine is given the authority's logo."""
NARROW = 1.5  # a logo of this shape or narrower stands beside the name; a wider one over it


def logo_box(authority: AuthorityFacts) -> tuple[float, float]:
    """The logo's width and height on paper, in mm, in its own shape."""
    width, height = max(1, authority.logo_width), max(1, authority.logo_height)
    scale = min(LOGO_WIDTH / width, LOGO_HEIGHT / height)
    return round(width * scale, 2), round(height * scale, 2)


def is_beside(authority: AuthorityFacts) -> bool:
    """Whether the logo stands beside the name."""
    return authority.logo_width <= NARROW * authority.logo_height


def _logo_css(authority: AuthorityFacts) -> str:
    """Its size; and the picture itself behind an empty element, where it says nothing to be read out."""
    if not authority.logo:
        return ""
    width, height = logo_box(authority)
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
    head = assets.head_css(authority.accent, mark) + _logo_css(authority) + _large_css(facts)
    return head + "".join(
        f'#asked-{number}{{list-style-type:"{_css_string(answer.label)}\\2002 "}}'
        for number, answer in enumerate(facts.answers, start=1)
    )


def _css_string(text: str) -> str:
    """Any text inside a CSS string: what is not a letter or a digit is escaped by its number."""
    return "".join(char if char.isascii() and char.isalnum() else f"\\{ord(char):x} " for char in text)
