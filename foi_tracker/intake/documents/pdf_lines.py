"""Lines of a PDF's pages by where they stand: put in order, parted into paragraphs, freed of what repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points from the foot of the page

HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
"""How PDFium and PDFs mark a hyphen at the end of a line that breaks a word."""

BREAK = 0.35
"""Of a line's height: what a gap has over the usual one where a paragraph ends."""

COLUMN_GAP = 1.4
"""Of a line's height: wider than any space between words, as between the cells of a table."""

WORD = re.compile(r"[^\W\d_]++")
BROKEN = re.compile(r"([^\W\d_]++)[\u00ad-]$")

EDGE_LINES = 4
"""Lines at the head and at the foot of a page among which running headers and footers are looked for."""

PAGE_NUMBER = re.compile(r"(?:page )?\W*+\d{1,3}\W{0,20}(?:(?:of|/) ?\d{1,3})?\W*+", re.IGNORECASE)
PAGE_OF = re.compile(r"\bpage \d{1,3} of \d{1,3}\b", re.IGNORECASE)

LONGEST_LABEL = 6
"""Characters of a number or a bullet that is drawn apart from the words it stands before."""


@dataclass(frozen=True)
class Line:
    """One line of text and where it stands."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How tall the line is, never nought."""
        return max(self.top - self.bottom, 1.0)


@dataclass
class LineMaker:
    """Gathers characters into lines. `box_of` gives the place of a character."""

    box_of: Callable[[int], Box]
    _made: list[Line] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _first: Box | None = None
    _last: int = -1  # the place of the last character that is no space
    _space: bool = False

    def add(self, place: int, code: int) -> None:
        """Take the next character."""
        if code in (10, 13):
            self._end()
        elif code in HYPHENS:
            self._text.append("\u00ad")
        elif chr(code).isspace():
            self._space = bool(self._text)
        elif code:
            self._write(place, chr(code))

    def lines(self) -> list[Line]:
        """Every line that was gathered."""
        self._end()
        return self._made

    def _write(self, place: int, character: str) -> None:
        if self._space or self._first is None:
            box = self.box_of(place)
            if self._space and self._first is not None:
                gap = box[0] - self.box_of(self._last)[2]
                self._text.append("\t" if gap > COLUMN_GAP * (self._first[3] - self._first[1]) else " ")
            self._first = self._first or box
        self._text.append(character)
        self._last, self._space = place, False

    def _end(self) -> None:
        if self._first is not None:
            left, bottom, _, top = self._first
            self._made.append(Line("".join(self._text), left, bottom, self.box_of(self._last)[2], top))
        self._text, self._first, self._last, self._space = [], None, -1, False


def without_running_lines(
    pages: Sequence[Sequence[Line]],
) -> tuple[list[str], list[list[Line]], list[str]]:
    """What heads the pages, once; the pages without it, in reading order; what stands at their feet, once."""
    ordered = [in_reading_order(page) for page in pages]
    if len(ordered) < 2:
        return [], ordered, []
    heads = [_edge(page, top=True) for page in ordered]
    feet = [_edge(page, top=False) for page in ordered]
    repeated = {
        shape
        for edges in (heads, feet)
        for shape, count in Counter(
            shape for edge in edges for shape in {_shape(line) for line in edge}
        ).items()
        if count > len(ordered) / 2
    }
    bodies = []
    for page, head, foot in zip(ordered, heads, feet, strict=True):
        running = {line for line in (*head, *foot) if _shape(line) in repeated or _numbers_the_page(line)}
        bodies.append([line for line in page if line not in running])
    return _once(heads, repeated), bodies, _once(feet, repeated)


def _edge(page: Sequence[Line], *, top: bool) -> list[Line]:
    chosen = sorted(page, key=lambda line: line.bottom, reverse=top)[:EDGE_LINES]
    return sorted(chosen, key=lambda line: -line.bottom)


def _shape(line: Line) -> tuple[str, int]:
    """What makes two running lines the same: their words but for numbers, at the same height."""
    return re.sub(r"\d+", "#", line.text), round(line.bottom / 4)


def _numbers_the_page(line: Line) -> bool:
    if PAGE_OF.search(line.text):
        return True
    return bool(PAGE_NUMBER.fullmatch(line.text)) and not re.fullmatch(r"\(?\d+[.)]", line.text)


def _once(edges: Sequence[Sequence[Line]], repeated: set[tuple[str, int]]) -> list[str]:
    lines = {_shape(line): line.text for edge in edges for line in reversed(edge) if _shape(line) in repeated}
    words = [PAGE_OF.sub("", text).strip() for text in reversed(lines.values())]
    kept = [text for text in words if text and not PAGE_NUMBER.fullmatch(text)]
    return ["\n".join(kept)] if kept else []


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines from the top down, where what was drawn later stands higher and beside nothing.

    Lines that were drawn one under the other stay together: the columns of a letterhead, a side note.
    """
    runs: list[list[Line]] = []
    for line in _with_labels(lines):
        if runs and line.bottom <= runs[-1][-1].bottom + line.height / 2:
            runs[-1].append(line)
        else:
            runs.append([line])
    placed: list[list[Line]] = []
    for run in runs:
        at = len(placed)
        while at and _wholly_above(run, placed[at - 1]):
            at -= 1
        placed.insert(at, run)
    return [line for run in placed for line in run]


def _with_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines, each with the number that was drawn before or after it at its left."""
    found = list(lines)
    for label in lines:
        beside = [line for line in found if _is_label_of(label, line)]
        if beside:
            nearest = min(beside, key=lambda line: line.left)
            found[found.index(nearest)] = replace(
                nearest, text=f"{label.text} {nearest.text}", left=label.left
            )
            found.remove(label)
    return found


def _is_label_of(label: Line, line: Line) -> bool:
    level = abs(label.bottom - line.bottom) < line.height / 3
    return level and len(label.text) <= LONGEST_LABEL < len(line.text) and label.right <= line.left + 1


def _wholly_above(run: Sequence[Line], other: Sequence[Line]) -> bool:
    return run[-1].bottom >= other[0].top - 1


def page_text(pages: Sequence[Sequence[Line]]) -> str:
    """All pages as one text: an empty line between paragraphs, words that a line's end broke made whole."""
    words = _whole_words([line.text for page in pages for line in page])
    usual = _usual_gap(pages)
    pieces: list[str] = []
    for page in pages:
        above: Line | None = None
        for line in page:
            if not pieces:
                between = ""
            elif _ends_a_paragraph(pieces[-1]) if above is None else _far(above, line, usual):
                between = "\n\n"
            elif _breaks_a_word(pieces[-1], line.text):
                pieces[-1], between = _rejoined(pieces[-1], line.text, words), ""
            else:
                between = "\n"
            pieces.append(between + line.text)
            above = line
    return "".join(pieces).replace("\u00ad", "-")


def _whole_words(lines: Sequence[str]) -> set[str]:
    """The words of the text but for those that the end of a line breaks."""
    found: set[str] = set()
    broken = False
    for line in lines:
        words = WORD.findall(line.lower())
        ends_broken = bool(BROKEN.search(line))
        found.update(words[int(broken) : len(words) - int(ends_broken)])
        broken = ends_broken
    return found


def _usual_gap(pages: Sequence[Sequence[Line]]) -> float:
    """The gap between the lines of a paragraph, in heights of a line."""
    gaps = [_gap(above, line) for page in pages for above, line in pairwise(page)]
    close = sorted(gap for gap in gaps if -0.5 < gap < 1.5)
    return median(close[: max(1, len(close) * 2 // 3)]) if close else 0.0


def _gap(above: Line, line: Line) -> float:
    return (above.bottom - line.top) / line.height


def _far(above: Line, line: Line, usual: float) -> bool:
    gap = _gap(above, line)
    return gap > usual + BREAK or gap < -2


def _ends_a_paragraph(text: str) -> bool:
    """Whether the last line of a page ends its paragraph, as far as its last character says."""
    return text[-1] in ".:;?!"


def _breaks_a_word(above: str, line: str) -> bool:
    """Whether the end of a line breaks a word that the next goes on with."""
    begun = WORD.match(line)
    return bool(BROKEN.search(above) and begun and begun[0][0].islower())


def _rejoined(above: str, line: str, words: set[str]) -> str:
    """The line whose last word the next goes on with. The hyphen is kept where the word has one."""
    first, second = WORD.findall(above)[-1].lower(), WORD.findall(line)[0].lower()
    one_word = first + second in words or not {first, second} <= words
    return above[:-1] if one_word else f"{above[:-1]}-"
