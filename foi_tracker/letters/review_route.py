"""How to ask for a review, out of the lines that an authority typed: by email, web, telephone or post."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

_EMAIL = r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_HOST = r"(?:[\w-]{1,63}\.){1,8}(?:uk\b|[a-z]{2,63}/)"  # as in example.gov.uk, typed without its "https://"
_WEB = rf"(?:https?://|www\.|(?={_HOST}))[^\s<>\"]*[^\s<>\".,;:!?)\]'’”]"
_NUMBER = r"(?:\+\d|\(?0)(?:[ ().-]{0,2}\d){8,13}"

_BY_EMAIL = r"(?:mailto:|(?:please )?(?:by )?e-?mail(?: us| address)?(?: at| to)?:? ?)"
_ON_THE_WEB = r"(?:(?:go to|visit|see|online(?: at)?|web ?site|web|form):? ?)"
_BY_TELEPHONE = r"(?:(?:by )?(?:telephone|tel|phone|call|ring)(?: us)?(?: on| at)?[.:]{0,2} ?)"
_APART = r"(?:[,;]? (?:or|and)(?: |$)| ?[,;]| [-–/|] )"  # one way from the next
_WAY = re.compile(
    rf"(?:^(?:or |and )?|{_APART}) ?"
    rf"(?:{_BY_EMAIL}?<?(?P<email>{_EMAIL})>?"
    rf"|{_ON_THE_WEB}?<?(?P<web>{_WEB})>?"
    rf"|(?:{_BY_TELEPHONE}(?=[+(]?\d)|(?={_NUMBER}))(?P<telephone>[^,;@]+?))"
    rf"(?=\.?$|{_APART})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(rf"(?<![^\s(<,;:])(?:(?P<email>{_EMAIL})|(?P<web>{_WEB}))", re.IGNORECASE)
_LOOSE = re.compile(
    r"^(?:[ ,;/|–-]|(?:or|and)\b)+|(?:[ ,;/|–-]|\b(?:or|and))+$", re.IGNORECASE
)  # what a way that was taken out leaves behind
_BY_POST = re.compile(r"^(?:(?:please )?write to:? |by post(?: to|:) |(?:post|address): ?)", re.IGNORECASE)
_HOW = {"email": "email", "web": "go to", "telephone": "telephone"}


def review_route(lines: Iterable[str]) -> Markup:
    """Every way that the lines give, each address a link of its own; the rest is the place to write to.

    "Email review@example.org, or write to Town Hall, Ambleford AM1 1AA": no full stop at the end.
    """
    found: dict[str, list[Markup]] = {how: [] for how in _HOW}
    places: list[Markup] = []
    for line in lines:
        typed = " ".join(line.split())
        for way in _WAY.finditer(typed):
            how = str(way.lastgroup)
            found[how].append(_linked(way[how]))
        if place := _BY_POST.sub("", _LOOSE.sub("", _WAY.sub("", typed).rstrip("."))):
            places.append(_linked(place))
    ways = [
        Markup("{} {}").format(_HOW[how], Markup(" or ").join(each)) for how, each in found.items() if each
    ]
    if places:
        ways.append(Markup("write to {}").format(Markup(", ").join(places)))
    route = Markup(", or ").join(ways)
    return route[:1].upper() + route[1:]


def _linked(words: str) -> Markup:
    """The words with their email and web addresses as links."""
    parts: list[Markup] = []
    done = 0
    for found in _ADDRESS.finditer(words):
        shown = re.sub("^https?://", "", found[0], flags=re.IGNORECASE)
        href = f"mailto:{shown}" if found["email"] else found[0] if shown != found[0] else f"https://{shown}"
        parts += [escape(words[done : found.start()]), Markup('<a href="{}">{}</a>').format(href, shown)]
        done = found.end()
    return Markup("").join([*parts, escape(words[done:])])
