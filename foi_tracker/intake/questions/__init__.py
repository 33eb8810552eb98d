"""A request's words as numbered questions: what the sender laid out, found by its layout."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

from foi_tracker.intake.questions import boilerplate, handling, lines, markers, reread, within, zones
from foi_tracker.intake.questions.assemble import assemble
from foi_tracker.intake.questions.collect import Collector
from foi_tracker.intake.questions.outline import build
from foi_tracker.intake.questions.parts import Kind, OtherPart, ProposedQuestion, Span, Split

_LONGEST_RUN = 60
"""Lines a paragraph may have."""

__all__ = ["Kind", "OtherPart", "ProposedQuestion", "Span", "Split", "split"]


def split(text: str) -> Split:
    """A request's text as proposed questions and all its other words.

    Every character that is not white space lies in exactly one part; places are into `text` as it is given.
    A marked item is a question, else a line or paragraph of a list, else a sentence that asks; years,
    options and columns belong to the question they are of. What the layout's rules make of it is read again
    by its words. The work grows with the text's length alone.
    """
    read = _mended(text, zones.unwrapped(text, lines.read(text)))
    own = zones.own_words(_first_marks(_greeted(read)))
    own = [line for line in own if any(sign.isalnum() for sign in line.text)]
    width = lines.wrap_width(own)
    marked = [piece for line in _runs(text, own) for piece in _pieces(line)]
    collector = Collector(text, width)
    collector.take(build(marked, width))
    return assemble(text, *reread.reread(text, *collector.done(), marked))


def _mended(text: str, read: list[lines.Line]) -> list[lines.Line]:
    """The lines, each bullet that stands alone on one put back before its words, if there are two or more."""
    torn = Counter(line.text for line in read if markers.is_torn(line))
    found: list[lines.Line] = []
    for line in read:
        above = found[-1] if found else None
        alone = above is not None and markers.is_torn(above) and torn[above.text] > 1
        if (
            above is not None
            and alone
            and line.gap < 2
            and not (markers.is_torn(line) or markers.at_start(line))
        ):
            found[-1] = lines.join(text, [above, line])
        else:
            found.append(line)
    return found


def _greeted(read: list[lines.Line]) -> list[lines.Line]:
    """The lines, each greeting and each farewell a line of its own."""
    found: list[lines.Line] = []
    for whole in read:
        line, last = whole, boilerplate.farewell_start(whole.text)
        if whole is read[-1]:
            last = last or handling.thanks_start(whole.text)
        if last:
            line = whole.piece(0, last)
        end = boilerplate.greeting_end(line.text)
        if end:
            found.append(line.piece(0, end))
        found.append(replace(line.piece(end, len(line.text)), gap=1) if end else line)
        if last:
            found.append(whole.piece(last, len(whole.text)))
    return found


def _first_marks(read: list[lines.Line]) -> list[lines.Line]:
    """The lines, cut where the first of a series stands inside one and the second begins the next."""
    found: list[lines.Line] = []
    for line, below in itertools.zip_longest(read, read[1:]):
        second = markers.at_start(below) if below is not None and not markers.at_start(line) else ()
        step = second[0].steps[0] if second and len(second[0].steps) == 1 else None
        cut = within.first_mark(line, second[0]) if step is not None and step.value == 2 else 0
        found += [line.piece(0, cut), line.piece(cut, len(line.text))] if cut else [line]
    return found


def _pieces(line: lines.Line) -> list[tuple[lines.Line, tuple[markers.Mark, ...]]]:
    """A line, cut at the marks within it; a farewell run on to the last item is taken off."""
    pieces = within.cut(line, markers.at_start(line))
    if len(pieces) == 1:
        return pieces
    last, marks = pieces[-1]
    parts = lines.sentences(last)
    ends = next((part for part in parts[1:] if zones.ends_request(part.text)), None)
    usual = any(
        zones.ends_request(part.text) for piece, _ in pieces[:-1] for part in lines.sentences(piece)[1:]
    )
    if usual and ends is not None and not boilerplate.is_process(ends.text):
        ends = None
    if ends is None:
        return pieces
    kept = last.piece(0, ends.start - last.start)
    return [*pieces[:-1], (kept, marks), (last.piece(ends.start - last.start, len(last.text)), ())]


def _runs(text: str, own: list[lines.Line]) -> list[lines.Line]:
    """The lines, but those of a paragraph through which one series of marks runs as one line."""
    found: list[lines.Line] = []
    run: list[lines.Line] = []
    for line in own:
        if run and (_ends(run, line) or not lines.adjacent(text, run[-1], line)):
            found += _joined(text, run)
            run = []
        run.append(line)
    return found + _joined(text, run)


def _ends(run: list[lines.Line], line: lines.Line) -> bool:
    """Whether a line begins something new after the lines of a paragraph."""
    if line.gap or len(run) >= _LONGEST_RUN or boilerplate.is_greeting(run[-1].text):
        return True
    return bool(markers.at_start(line)) and not within.goes_on(run, line)


def _joined(text: str, run: list[lines.Line]) -> list[lines.Line]:
    if len(run) < 2 or markers.at_start(run[0]):
        return run
    whole = lines.join(text, run)
    pieces = within.cut(whole, ())
    across = any(piece.start > run[0].end for piece, marks in pieces if marks)
    return [whole] if len(pieces) > 2 and across else run
