"""Which lines are the sender's own request: not quoted letters, email headings or what is after the name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from foi_tracker.intake.questions import asks, boilerplate, leadins, markers
from foi_tracker.intake.questions.asks import Ask
from foi_tracker.intake.questions.lines import Line

_STARRED = re.compile(r"(?<=[\w)])\*(?![\w*])")
_WRAPS = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_LONGEST_ASIDE = 30
"""Lines within which a quotation that opens inside a line must end."""
_LONGEST_QUOTE = 120
"""Lines after which a quotation mark that was never closed is taken for a slip."""


def own_words(lines: Sequence[Line]) -> list[Line]:
    """The lines that may hold questions, in order."""
    quoted = not _bullet_like(lines)
    kept = [line for line in lines if not (quoted and line.text.startswith(">"))]
    messages = _messages(kept)
    chosen = next((message for message in messages if _asks(message)), messages[0] if messages else [])
    chosen = _without_notes(_without_letter(chosen))
    unquoted = _unquoted(chosen)
    kept = unquoted if _asks(unquoted) or _requests(unquoted) else chosen
    return _before_sign_off([line for line in kept if not boilerplate.is_header(line.text)])


def unwrapped(text: str, read: Sequence[Line]) -> list[Line]:
    """The lines without quotation marks around the whole letter."""
    words = text.strip()
    if not _wrapped(words) or read[-1].end < len(text.rstrip()):
        return list(read)
    first = read[0].piece(1, len(read[0].text) - (len(read) == 1))
    rest = [*read[1:-1], read[-1].piece(0, len(read[-1].text) - 1)] if len(read) > 1 else []
    return [line for line in (first, *rest) if line.text]


def _wrapped(words: str) -> bool:
    """Whether the quotation mark that opens the words is closed by the one that ends them, and no sooner."""
    close = _WRAPS.get(words[:1])
    if close is None or len(words) < 3 or not words.endswith(close):
        return False
    depth = 0
    for sign in re.finditer(rf"(?<!\S){words[0]}(?=\S)|(?<=\S)({close})(?!\w)", words[1:-1]):
        depth += -1 if sign[1] else 1
        if depth < 0:
            return False
    return True


def _without_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines without footnotes: those that begin with a star, where as many words or more bear one."""
    starred = sum(_STARRED.search(line.text) is not None for line in lines)
    notes = [line for line in lines if line.text[0] == "*" and line.text[1:2] != "*"]
    return [line for line in lines if line not in notes] if 0 < len(notes) <= starred else list(lines)


def _without_letter(lines: Sequence[Line]) -> list[Line]:
    """The lines without a letter copied between them: a second greeting down to its own farewell.

    It is a copy only where something is asked after that farewell, and words of the sender stand before it.
    """
    greetings = [place for place, line in enumerate(lines) if boilerplate.is_greeting(line.text)]
    inner = next((b for a, b in itertools.pairwise(greetings) if b > a + 1), None)
    if inner is None:
        return list(lines)
    ends = [place for place in range(inner + 1, len(lines)) if boilerplate.is_farewell(lines[place].text)]
    ends = [place for place in ends if _asks(lines[place + 1 :]) or _marked(lines[place + 1 :])]
    if not ends and _requests(lines[:inner]):
        return list(lines[:inner])
    if ends:
        return [*lines[:inner], *lines[ends[-1] + 1 :]]
    return [*lines[:inner], *lines[_afresh(lines, inner) :]]


def _afresh(lines: Sequence[Line], letter: int) -> int:
    """Where, after a copied letter with marked items and no farewell, the sender names a request."""
    marked = False
    for place in range(letter + 1, len(lines) - 1):
        leads = boilerplate.leads_to_request(lines[place].text) and boilerplate.names_request(
            lines[place].text
        )
        if marked and leads and _marked(lines[place + 1 : place + 2]):
            return place
        marked = marked or _marked(lines[place : place + 1])
    return letter


def _bullet_like(lines: Sequence[Line]) -> bool:
    """Where most lines begin with ">" the sender's own words do too."""
    return sum(line.text.startswith(">") for line in lines) * 5 > len(lines) * 4


def _messages(lines: Sequence[Line]) -> list[list[Line]]:
    """The text cut where an earlier message begins: a divider, or an email's heading of two lines or more."""
    found: list[list[Line]] = [[]]
    for place, line in enumerate(lines):
        heading = boilerplate.is_header(line.text)
        next_too = place + 1 < len(lines) and boilerplate.is_header(lines[place + 1].text)
        before_too = place > 0 and boilerplate.is_header(lines[place - 1].text)
        if (boilerplate.is_divider(line.text) or (heading and next_too and not before_too)) and found[-1]:
            found.append([])
        found[-1].append(line)
    return found


def _asks(lines: Sequence[Line]) -> bool:
    return any(
        asks.shape(line.text[mark.end :] if (mark := _mark(line)) else line.text) >= Ask.DIRECTIVE
        and not boilerplate.is_process(line.text)
        and not boilerplate.is_header(line.text)
        for line in lines
    )


def _asks_outright(words: str) -> bool:
    return (
        asks.shape(words) >= Ask.DIRECTIVE
        and not leadins.is_lead_in(words)
        and not boilerplate.is_process(words)
        and not boilerplate.introduces(words)
    )


def _requests(lines: Sequence[Line]) -> bool:
    """Whether the lines hold a request in full: two marked items, or two that ask for something."""
    asked = sum(
        _asks_outright(line.text[mark.end :] if (mark := _mark(line)) else line.text) or mark is not None
        for line in lines
    )
    return asked >= 2


def _marked(lines: Sequence[Line]) -> bool:
    return any((mark := _mark(line)) is not None and not mark.bullet for line in lines)


def _mark(line: Line) -> markers.Mark | None:
    found = markers.at_start(line)
    return found[-1] if found else None


def _unquoted(lines: Sequence[Line]) -> list[Line]:
    """The lines without those inside a quotation that opens a line and closes another."""
    kept: list[Line] = []
    inside: list[Line] = []
    for place, line in enumerate(lines):
        if inside:
            inside.append(line)
            if any(close in line.text[-4:] for close in '"”'):
                inside = []
            elif len(inside) > _LONGEST_QUOTE:
                kept += inside
                inside = []
            continue
        opens = line.text[0] in '"“' and not any(close in line.text[1:] for close in '"”')
        if opens or _quotes_on(lines, place):
            inside = [line]
        else:
            kept.append(line)
    return kept + inside


def _quotes_on(lines: Sequence[Line], place: int) -> bool:
    """Whether a line that asks nothing opens a quotation inside it, which ends a line soon after."""
    text = lines[place].text
    if text.count('"') % 2 == 0 or asks.shape(text) >= Ask.DIRECTIVE or markers.at_start(lines[place]):
        return False
    for line in lines[place + 1 : place + _LONGEST_ASIDE]:
        if '"' in line.text:
            return line.text.endswith('"') and line.text.count('"') == 1
    return False


def _before_sign_off(lines: Sequence[Line]) -> list[Line]:
    """The lines up to the first farewell that has something asked before it."""
    asked = False
    for place, line in enumerate(lines):
        ends = (
            boilerplate.is_sign_off(line.text) if asked else place > 1 and boilerplate.is_farewell(line.text)
        )
        if ends:
            return list(lines[:place])
        asked = asked or bool(markers.at_start(line)) or asks.shape(line.text) >= Ask.DIRECTIVE
    return list(lines)


def ends_request(words: str) -> bool:
    """Whether a sentence begins what follows a request: a farewell, thanks, or words about the answer."""
    return (
        boilerplate.is_sign_off(words)
        or boilerplate.is_process(words)
        or boilerplate.is_format(words)
        or boilerplate.is_fallback(words)
    )
