"""The provisions that a sentence names, however it writes them.

"s.40 (2)", "Section 40, subsection 2", "31.1.a", "Sections 31(1)(a) & 40(2)", "Reg. 12 (5)(b)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foi_tracker.intake.questions.wording import pattern

FOIA, EIR = "FOIA", "EIR"
GROUNDS = frozenset({"12", "14", "22A", *map(str, range(21, 45))})
"""The sections of the Act that a request may be refused under."""
EXCEPTIONS = frozenset({"12", "13"})
"""The regulations of 2004 that hold the exceptions."""

_SECTION = r"(?:sub-?)?sections?|§§?|sect?s?\.?|ss?\.?|exemptions?|exclusion(?=\s\d\d:)|s\.?\s?\(?s?\)"
_REGULATION = r"regulations?|regs?\.?|exceptions?|eirs?(?=\s)"
_HEAD = pattern(
    rf"""(?<![\w'])(?:(?P<section>{_SECTION})|(?P<regulation>{_REGULATION}))[\s:]{{0,3}}
    (?:number |no\.? )?(?=\d)"""
)
_BARE = pattern(r"""(?<![\w.(/£+])(?:1[234]|2[1-9]|3\d|4[0-4])(?=\s?\([1-9][ab]?\))""")
_SUBSECTION_OF = pattern(
    r"""(?<!\w)sub-?\s?(?:section|paragraph)s? \(?(?P<part>\d[ab]?)\)? of (?:the )?(?:sections?
    |s\.?)\s{0,3}\Z"""
)
_BARE_LIMB = pattern(r"""(?P<part>\d[ab]?)\b""")
_NUMBER = pattern(r"""(?:the )?(?P<number>\d{1,3}[a-c]?)(?![\d\w%]|/\d|-\d{3})""")
_PART = pattern(
    r"""\s{0,2}[(\[]\s{0,2}(?P<part>\d{1,2}[ab]?|[a-j]|a[a-d]|[ivx]{1,4})\s{0,2}(?:[)\]]|(?=\((?:[a-j]
    |\d)\)))
    |,?\s{0,2}(?:sub-?\s?(?:section|paragraph)|paragraph|para\.?|part)s? \(?(?P<named>\d[ab]?
    |[a-j])\)?(?!\w)
    |[.-](?P<dotted>[1-7])(?![\d\w])|(?<=\.\d)\.(?P<lettered>[a-j])(?!\w)
    |(?<=\))\s{0,2}(?P<half>[a-j])\)"""
)
_NEXT = pattern(
    rf"""(?:\s?\((?![\da-z]{{1,3}}\))[^()\d]{{3,80}}\))?\s{{0,2}}(?:,|;|&|\+|/|\band\b|\bor\b|\bto\b|\bwith\b
    |\bby virtue of\b|\bas well as\b|-){{1,2}}\s{{0,2}}
    (?:and |or |also |both )?(?P<again>(?:{_SECTION})\s{{0,2}})?(?=[\d(])"""
)
_THE_ACT = pattern(r"""(?:freedom of information|foi|\bthe act\b|\bthis act\b)""")
_THE_REGULATIONS = pattern(r"""(?:environmental information|\beirs?\b|the regulations)""")
_OF_ANOTHER = re.compile(
    r"[\s,]{0,3}(?:\([^()]{0,60}\)[\s,]{0,3})?(?:of|in|under|to|from) (?:the |our |this |that |your |an? )?"
    r"(?P<name>(?:\(?[A-Z][\w'&.()-]*+,? |of |and |the |for |in |to |etc ){0,12}"
    r"(?:Acts?|Order|Regulations?|Rules|Code|Constitution|Policy|Plan|Scheme|GDPR|DPA|PACE|RIPA|TUPE)\b"
    r"|(?:policy|form|document|attach|report|contract|guidance|spreadsheet|agreement|plan|strategy|manual"
    r"|procedure|tenancy|standard|handbook|scheme|table|schedule|enclosed|DPA|GDPR)\w*+)"
)
_USED_AS = pattern(
    r"""\s?\d[a-z]{2}\b|\s{0,2}(?:\([^()]{0,30}\)\s)?(?:notices?|orders?|agreements?
    |enquir\w++|inquir\w++|accommodation
    |status|assessments?|investigations?(?! and proceedings)
    |contributions?|money|funding|works|consents?|directions?
    |grants?|payments?
    |checks?|clearance|meetings?|nursing|leave|powers?|stops?|searches|interviews?|dispersal|aftercare
    |children
    |working days?|hours?|days?|months?|years?|people|staff|pages?)\b"""
)
_ANOTHER_ACT = re.compile(
    r"(?P<name>[A-Z][\w'&()]{2,30}) Act(?: (?:19|20)\d\d)?[,:;]?\s{0,2}\(?(?:[Ss](?:ection)?s?\.?\s{0,2})?\Z"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision of the Act or of the Regulations, as a sentence names it."""

    law: str
    number: str
    parts: tuple[str, ...]
    start: int
    end: int

    @property
    def code(self) -> str:
        """ "s.31(1)(a)", "reg 12(5)(b)", "s.40"."""
        head = "reg " if self.law == EIR else "s."
        return head + self.number + "".join(f"({part})" for part in self.parts)


def cited(words: str) -> Iterator[Citation]:
    """The provisions of the two laws that a sentence names, in order; those of other laws are left out."""
    place = 0
    head, bare = _HEAD.search(words), _BARE.search(words)
    while head or bare:
        if head and (bare is None or head.start() <= bare.start()):
            named = EIR if head["regulation"] else FOIA
            found, place = _series(words, head.end(), named, _is_plural(head[0]))
        elif bare:
            found, place = _series(words, bare.start(), "", False)
        yield from found
        head = _HEAD.search(words, place) if head and head.start() < place else head
        bare = _BARE.search(words, place) if bare and bare.start() < place else bare


def _is_plural(head: str) -> bool:
    word = head.strip(" .:").lower()
    return word.endswith("s") and len(word) > 1


def _series(words: str, place: int, law: str, plural: bool) -> tuple[list[Citation], int]:
    """The provisions of one list: "31(1)(a) and (b), 40(2) & 43"; and where it ends."""
    found: list[tuple[str, tuple[str, ...], int, int]] = []
    before = _SUBSECTION_OF.search(words, max(0, place - 40), place)
    number: str = ""
    parts: tuple[str, ...] = ()
    while True:
        match = _NUMBER.match(words, place)
        if match:
            number, begin = match["number"].upper(), match.start()
            parts, end = _parts(words, match.end())
            if before and not parts and not found:
                parts = (before["part"].upper(),)
            if found and not plural and not parts:
                break
        else:
            begin = place
            more, end = _parts(words, place)
            if not more or not number:
                break
            parts = _instead(parts, more)
        found.append((number, parts, begin, end))
        place = end
        following = _NEXT.match(words, place)
        if not following:
            break
        plural = plural or bool(following["again"])
        place = following.end()
    end = found[-1][3] if found else place + 1
    named = _law_of(words, end, law) if found and not _after_another_act(words, found[0][2]) else ""
    apart = [(n, limb, start, stop) for n, limbs, start, stop in found for limb in _apart(limbs)]
    cites = [_citation(words, named, *each) for each in apart] if named else []
    return [cite for cite in cites if cite], max(end, place)


def limb_at(words: str, place: int) -> tuple[tuple[str, ...], int]:
    """The limb that stands at a place of the words, "(2)(a)" or "2"; and where it ends."""
    match = _BARE_LIMB.match(words, place)
    return ((match["part"].upper(),), match.end()) if match else _parts(words, place)


def _parts(words: str, place: int) -> tuple[tuple[str, ...], int]:
    parts: list[str] = []
    while len(parts) < 6 and (match := _PART.match(words, place)):
        part = next(filter(None, match.groups()))
        parts.append(part.upper() if part[0].isdigit() else part.lower())
        place = match.end()
    return tuple(parts), place


def _apart(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """ "(1)(a)(b)" is (1)(a) and (1)(b); "(2)(b)(ii)" is one."""
    letters = [n for n, part in enumerate(parts) if part.isalpha() and not set(part) <= set("ivx")]
    if len(letters) < 2 or letters[-1] != len(parts) - 1:
        return [parts]
    return [(*parts[: letters[0]], parts[n]) for n in letters]


def _instead(parts: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Parts that go on from those above them: after (1)(a) "(b)" is (1)(b), and "(3A)(a)" is that."""
    if more[0][0].isdigit():
        return more
    kept = [part for part in parts if part[0].isdigit()][:1]
    if len(parts) > 2 and set(more[0]) <= set("ivx"):
        kept = list(parts[:-1])
    return (*kept, *more)


def _after_another_act(words: str, start: int) -> bool:
    """Whether a list of provisions comes straight after another law's name: "the Public Order Act, s.29"."""
    before = max(0, start - 60)
    return bool(_ANOTHER_ACT.search(words, before, start)) and not _THE_ACT.search(words, before, start)


def _law_of(words: str, end: int, law: str) -> str:
    """Which of the two laws a list is of, or "" for another."""
    other = _OF_ANOTHER.match(words, end)
    if other:
        name = other["name"]
        if _THE_REGULATIONS.search(name):
            return EIR
        return law or FOIA if _THE_ACT.search(name) or name in ("Act", "Regulations") else ""
    return "" if _USED_AS.match(words, end) else law or "?"


def _citation(
    words: str, law: str, number: str, parts: tuple[str, ...], start: int, end: int
) -> Citation | None:
    is_exception = number == "12" and parts[:1] in (("4",), ("5",)) and not (law == FOIA and len(parts) < 2)
    if is_exception or (law == "?" and number == "13"):
        law = EIR
    elif law == "?" or (law == EIR and number not in EXCEPTIONS | {"5", "6"}):
        law = FOIA
    known = GROUNDS if law == FOIA else EXCEPTIONS
    if number not in known and not (law == EIR and (number, parts[:1]) in (("5", ("3",)), ("6", ("1",)))):
        return None
    return Citation(law, number, parts, start, end)
