"""Marks inside a line: a list run together by a form, a scan or a hurry."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from foi_tracker.intake.questions import markers, values
from foi_tracker.intake.questions.lines import Line, sentences
from foi_tracker.intake.questions.markers import DASHES, Mark, Step, skip
from foi_tracker.intake.questions.wording import pattern

_WITHIN = re.compile(
    r"(?<!\S)(?:(?P<q>Q|q|Question|question|QUESTION)\s?(?P<qn>\d{1,2})(?:[.:)]|\s?[-–—](?=\s))?"
    r"|(?P<open>[(\[])?(?P<raw>\d{1,2}|[ivx]{1,5}|[a-zA-Z])(?P<sign>[.):\]]{1,2}|/(?=\s)|\s?[-–—](?=\s)|))"
    r"(?=\s*+[\w\"“‘'£(])"
)
_CLOSED = ("()", ")", "/")
"""Marks that hardly anything else looks like: three in order are a series, whatever is before each."""
_ROMANS = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
)
_FIRST = re.compile(r"\b[aAiI](?:[.)\]]|\s?[-–—]\s)")
_FIRST_WITHIN = re.compile(r"(?<=[:.?!,])\s(?=[(\[]?[Qq]?[1aAiI]\b)")
_LETTERED = re.compile(r":\s(?:a|i)\.\s")
"""Small letters with a stop are a series where the first stands after a lead-in's colon."""
_LED_SIGN = re.compile(r"(?<=:)\s(?P<sign>[-–—*+])(?P<space>\s)?(?=[\w(“\"£])")
_SIGN = re.compile(r"\s[-–—*+](?=\s?+[\w(“\"£])")
_NAMES_PLACE = pattern(
    r"\b(?:columns?|rows?|fields?|tables?|figures?|sections?|paragraphs?|pages?|parts?|annexe?|year|q)\s?$"
)
"""Words whose number is a name: "column 1", "section 2"."""
_DECIMAL = re.compile(r"(?<!\S)(?P<whole>\d{1,2})\.(?P<part>\d{1,2})[.):]?(?=\s++[A-Za-z(“\"‘'])")
_FEWEST_BARE = 4
"""Bare numbers in order, a capital after each, that are a series though no stop is before them."""
_JOINER = re.compile(r"(?:\s(?:and|or|&))?\s*+$", re.IGNORECASE)


def cut(line: Line, marks: Sequence[Mark]) -> list[tuple[Line, tuple[Mark, ...]]]:
    """A line cut at the series of marks inside it ("1. … 2. … 3. …"); the line alone when there is none.

    A marked item is cut only where its own series goes on; letters inside a numbered item stay one question.
    """
    whole = [(line, tuple(marks))]
    bullet = bool(marks) and marks[-1].bullet
    if len(line.text) < 12 or (bullet and line.text[0] not in markers.BULLETS):
        return whole
    found = _decimals_within(line.text, marks) if not bullet else []
    if not found and not bullet and _may_hold(line.text, marks):
        found = _series_within(line.text, marks)
    found = found or (_bullets_within(line.text)[bullet:] if bullet or not marks else [])
    if len(found) < (1 if marks else 2):
        return whole
    cuts = [0, *(mark.start for mark in found), len(line.text)]
    pieces: list[tuple[Line, tuple[Mark, ...]]] = []
    for place, (start, end) in enumerate(itertools.pairwise(cuts)):
        if start == end:
            continue
        piece = line.piece(start, _without_joiner(line.text, start, end) if end < len(line.text) else end)
        if place == 0:
            firm = [replace(marks[-1], style=found[0].style, weak=False)] if marks else []
            pieces.append((piece, (*marks[:-1], *firm)))
        else:
            mark = found[place - 1]
            own = (Mark(mark.steps, mark.style, 0, mark.end - start),)
            anew = place < len(found) and len(mark.steps) == 2 and found[place].steps[0] != mark.steps[0]
            head = sentences(piece)[-1] if anew and piece.text.endswith(":") else piece
            if head.start > piece.start:
                pieces += [(piece.piece(0, head.start - piece.start), own), (head, ())]
            else:
                pieces.append((piece, own))
    alike = sum(values.is_value(piece.text[own[-1].end :].rstrip(" ,;:")) for piece, own in pieces if own)
    return whole if alike * 2 > len(pieces) - 1 else [piece for piece in pieces if piece[0].text]


def first_mark(line: Line, second: Mark) -> int:
    """Where an unmarked line holds the first of a series whose second is written as `second` is; else 0."""
    for match in _FIRST_WITHIN.finditer(line.text):
        mark = next(iter(markers.at_start(line.piece(match.end(), len(line.text)))), None)
        if (
            mark is not None
            and mark.style == second.style
            and len(mark.steps) == 1
            and mark.steps[0].value == 1
        ):
            return match.end()
    return 0


def goes_on(run: Sequence[Line], line: Line) -> bool:
    """Whether a line begins with the next mark of a series that began inside the lines of a paragraph."""
    mark = next(iter(markers.at_start(line)), None)
    if mark is None or mark.bullet or mark.style not in _CLOSED or markers.at_start(run[0]):
        return False
    step = mark.steps[-1]
    before = str(step.value - 1) if step.digit else chr(95 + step.value)
    written = f" ({before}) " if mark.style == "()" else f" {before}{mark.style} "
    roman = f" ({_ROMANS[step.roman - 2]}) " if 1 < step.roman <= len(_ROMANS) else written
    return any(sign in f" {each.text} " for each in run[-4:] for sign in (written, roman))


def _bullets_within(text: str) -> list[Mark]:
    """Bullets run together in a line, or other signs after a lead-in's colon: two or more of one kind."""
    found = [place for place, sign in enumerate(text) if sign in markers.BULLETS]
    if not found and (lead := _LED_SIGN.search(text)):
        found = _alike(text, lead)
    else:
        found = [place for place in found if _stands_out(text, place)]
        found = [place for place in found if text[place] == text[found[0]]]
    if len(found) < 2:
        return []
    return [Mark((), "bullet" + text[place], place, skip(text, place + 1)) for place in found]


def _stands_out(text: str, place: int) -> bool:
    """Whether a bullet has white space after it, or else before it and a word after it."""
    after = text[place + 1 : place + 2]
    return after.isspace() or (after.isalpha() and text[max(0, place - 1) : place].isspace())


def _alike(text: str, first: re.Match[str]) -> list[int]:
    """Where the sign that stands first after a lead-in stands again, as tight to the word after it."""
    sign, tight = first["sign"], not first["space"]
    again = [match.start() + 1 for match in _SIGN.finditer(text, first.start("sign") - 1)]
    again = [place for place in again if text[place] == sign and (not text[place + 1].isspace()) == tight]
    return again if text.count(sign, first.start("sign")) == len(again) or sign in DASHES else []


def _may_hold(text: str, marks: Sequence[Mark]) -> bool:
    """Whether the next of the line's own series, or the first of any, can be in it: a quick look."""
    step = marks[-1].steps[-1] if marks else None
    if step is not None and step.digit:
        return str(step.value + 1) in text
    return step is not None or "1" in text or _FIRST.search(text) is not None


def _without_joiner(text: str, start: int, end: int) -> int:
    """Where an item within a line ends: before the "; and" that joins it to the next."""
    joiner = _JOINER.search(text, max(start, end - 12), end)
    end = joiner.start() if joiner else end
    return end - 1 if text[start:end].endswith((",", ";")) else end


def _series_within(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Marks inside a line that follow each other from the first of a series, or from the line's own mark."""
    wanted: dict[tuple[str, str], list[Mark]] = {}
    own = marks[-1] if marks else None
    lettered = _LETTERED.search(text) is not None
    awaited = {"1", "a", "i"} | (_following(own.steps[-1]) if own else set())
    for match in _WITHIN.finditer(text, own.end if own else 0):
        raw = match["qn"] or match["raw"]
        if raw.lower() not in awaited:
            continue
        step = Step(raw)
        style = _style(match)
        kind = "1" if step.digit else ("A" if step.upper else "a")
        if not _may_mark(text, match, style, kind) and not (lettered and style == "." and kind == "a"):
            continue
        mark = Mark((step,), style, match.start(), skip(text, match.end()))
        for scale in (kind,) if step.digit or not step.roman else (kind, kind + "roman"):
            series = wanted.setdefault((scale, style), [])
            last = _worth(series[-1].steps[0], scale) if series else _before(own, scale, style)
            if (
                last is not None
                and _worth(step, scale) == last + 1
                and (_may_cut(text, mark) or style in _CLOSED or (series and _led_to(text, series[0])))
            ):
                series.append(mark)
                awaited |= _following(step)
    best = max((each for each in wanted.values() if _borne_out(text, each)), key=len, default=[])
    if len(best) < 3 and not (best and _led_to(text, best[0])):
        best = [mark for mark in best if _may_cut(text, mark)]
    return best if len(best) >= 2 or own else []


def _decimals_within(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Numbers of two levels inside a line that follow each other: 1.1 … 1.2 … 2.1 …"""
    own = marks[-1].steps if marks else ()
    last = tuple(each.value for each in own) if len(own) == 2 and all(each.digit for each in own) else None
    if own and last is None:
        return []
    found: list[Mark] = []
    for match in _DECIMAL.finditer(text, marks[-1].end if marks else 0):
        whole, part = int(match["whole"]), int(match["part"])
        follows = last is None or (whole == last[0] and last[1] < part <= last[1] + 2)
        first = part == 1 and (last is None or whole == last[0] + 1)
        mark = Mark((Step(match["whole"]), Step(match["part"])), ".", match.start(), skip(text, match.end()))
        if (first or (last is not None and follows)) and _may_cut(text, mark):
            found.append(mark)
            last = whole, part
    return found if len(found) > (0 if own else 1) else []


def _led_to(text: str, first: Mark) -> bool:
    """Whether the first of a series stands after a lead-in's colon: then it is a series."""
    begins = 1 in (first.steps[0].value, first.steps[0].roman)
    return begins and text[: first.start].rstrip().endswith(":")


def _borne_out(text: str, series: Sequence[Mark]) -> bool:
    """Whether bare numbers are a series: a stop is before each, or they are many."""
    bare = [mark for mark in series if mark.style == " "]
    stopped = all(text[: mark.start].rstrip()[-1:] in ("", *".?!:;") for mark in bare)
    return stopped or len(bare) >= _FEWEST_BARE


def _following(step: Step) -> set[str]:
    """What the next of a series may be written as, capitals aside."""
    if step.digit:
        return {str(step.value + 1)}
    found = {chr(97 + step.value)} if 0 < step.value < 26 else set()
    return found | ({_ROMANS[step.roman]} if 0 < step.roman < len(_ROMANS) else set())


def _style(match: re.Match[str]) -> str:
    """How a mark inside a line is written."""
    if match["q"]:
        return "Q"
    if match["open"]:
        return "()"
    sign = match["sign"].strip()[:1] or " "
    return "-" if sign in DASHES and sign != "/" else sign


def _may_mark(text: str, match: re.Match[str], style: str, kind: str) -> bool:
    """Whether what looks like a mark may be one: the barer it is, the more must bear it out."""
    end = match.end()
    if style != "Q" and _NAMES_PLACE.search(text[max(0, match.start() - 12) : match.start()]):
        return False
    tight = not text[end].isspace()
    if tight and (kind != "1" or style in (":", "-", " ") or text[end].isdecimal()):
        return False
    if style == " " or (style == "." and kind == "a"):
        before = text[max(0, match.start() - 3) : match.start()].rstrip()
        capital = text[end : end + 3].lstrip()[:1].isupper()
        bare = style == " "
        return kind == ("1" if bare else "a") and (bare or before[-1:] in ("", *".?!:;")) and capital
    return kind == "1" or style in ("()", ")") or (style == "." and kind == "A")


def _worth(step: Step, scale: str) -> int:
    return step.roman if scale.endswith("roman") else step.value


def _before(own: Mark | None, scale: str, style: str) -> int | None:
    """What the series must follow: nothing in an unmarked line, the line's own mark in a marked one."""
    if own is None:
        return 0
    step = own.steps[-1]
    if (own.style != style and own.style != " ") or step.digit != (scale == "1"):
        return None
    return _worth(step, scale)


def _may_cut(text: str, mark: Mark) -> bool:
    """A new item follows punctuation, "and", or the start of the line; or begins with a capital."""
    before = text[max(0, mark.start - 8) : mark.start].rstrip()
    if mark.style in ("()", ")", "Q") and mark.steps[0].value == 1:
        return True
    ready = not before or before[-1] in '.?!;:,)”"…-–' or before.lower().endswith((" and", " or", " &"))
    return ready or text[mark.end : mark.end + 1].isupper()
