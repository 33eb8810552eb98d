"""The confirm page as rows: on the left their words as they came, on the right what we make of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from foi_tracker.casework.questions import QuestionDraft, labels_for
from foi_tracker.intake.questions import ProposedQuestion, Span, Split
from foi_tracker.intake.text import squeeze
from foi_tracker.web.questions.confirm_cuts import cuts, trimmed
from foi_tracker.web.questions.confirm_moves import Source, drafted, place_of, twins
from foi_tracker.web.questions.confirm_state import State, is_greeting, written

WORD_FOR = {
    "greeting": "Greeting",
    "preamble": "Opening words. They apply to every question, and the letter prints them above the first.",
    "stem": "Leads into the questions under it. The letter prints it with them.",
    "heading": "Heading",
    "only_heading": "Only a heading. It gets no answer.",
    "aside": "Not a question",
    "closing": "Closing",
    "marker": "A mark with nothing after it",
    "removed": "Taken out. It gets no answer in the letter.",
}
TOGETHER = frozenset({"preamble", "closing"})
"""Kinds whose neighbouring lines are shown as one row."""

DOUBTFUL = 0.75
"""Below this the splitter is not sure that these words are one question, and the page says so."""


@dataclass
class Piece:
    """Words that no card claims, and what they are."""

    kind: str
    span: Span
    start: int  # with the mark before them


@dataclass
class Line:
    """One line of greyed words, which can be made a question."""

    text: str
    place: str  # as the form writes it


@dataclass
class Row:
    """One pair of the page. `index` is the card's; rows without a card have none."""

    id: str
    kind: str  # "question", "maybe" or a kind of WORD_FOR
    lead: str = ""  # the mark before their words
    theirs: str = ""
    index: int = -1
    card: QuestionDraft | None = None
    label: str = ""
    tint: str = ""
    stays: bool = False  # a letter that was issued answers it, so its words stay
    above_stays: bool = False  # or the question above it
    same: bool = False  # the card says just what they wrote
    doubt: str = ""  # why the officer should look twice
    twin: str = ""  # the label of the earlier question that this one seems to ask again
    twin_id: str = ""  # and its row
    twin_stays: bool = False  # a letter that was issued answers the one or the other
    joins: str = ""  # the label of the question that an unclaimed line can be joined with
    lines: list[Line] = field(default_factory=list)
    opened: str = ""  # "", "edit" or "split"
    note: str = ""


def rows_of(source: Source, state: State) -> list[Row]:
    """Every row, in order."""
    words = source.words
    pieces, leads = _unclaimed(words, source.split, state)
    labels = labels_for(state.cards)
    proposed: dict[Span | None, ProposedQuestion] = {each.span: each for each in source.split.questions}
    alike = twins(state)
    rows: list[Row] = []
    for piece, index in _in_order(pieces, state.cards):
        if piece is None:
            was = proposed.get(state.cards[index].span)
            row = _card_row(source, state, index, labels[index], leads.get(index), was)
            if index in alike:
                row.twin, row.twin_id = labels[alike[index]], f"q{alike[index]}"
                row.twin_stays = row.stays or source.stays(state.cards[alike[index]])
            rows.append(row)
        elif piece.kind == "again":
            rows.append(_again_row(source, state, piece, labels))
        elif rows and rows[-1].kind == piece.kind and piece.kind in TOGETHER:
            _add_line(rows[-1], words, piece)
        else:
            rows.append(_other_row(source, state, piece))
    return rows


def undecided(rows: Sequence[Row]) -> list[Row]:
    """The rows of lines that seem to ask for something and that nobody has decided about."""
    return [row for row in rows if row.kind == "maybe"]


def marked(rows: Sequence[Row]) -> list[Row]:
    """The rows that the officer should look at: undecided lines, doubtful questions, things asked twice."""
    return [row for row in rows if row.kind == "maybe" or row.doubt or row.twin]


def _unclaimed(words: str, split: Split, state: State) -> tuple[list[Piece], dict[int, int]]:
    """The pieces that no card claims, and for each card where the sender's mark before it begins."""
    cards = sorted((card.span, index) for index, card in enumerate(state.cards) if card.span)
    parts = [(part.span, _kind(words, part.kind, part.span)) for part in split.other]
    parts += [(question.span, _kind_of_left_out(question, state)) for question in split.questions]
    claimed = [span for span, _ in cards]
    again = [each.span for card in state.cards for each in card.again if each.span]
    taken = sorted([*claimed, *again])
    left = [(span, kind, -1) for whole, kind in parts for span in _without(words, whole, taken)]
    left += [(span, "again", -1) for whole in again for span in _without(words, whole, claimed)]
    found = sorted([*left, *((span, "card", index) for span, index in cards)])
    pieces: list[Piece] = []
    leads: dict[int, int] = {}
    mark: Span | None = None
    for span, kind, index in found:
        if mark and words[mark[1] : span[0]].strip():
            pieces.append(Piece("marker", mark, mark[0]))
            mark = None
        if kind == "marker":
            mark = (mark[0] if mark else span[0], span[1])
            continue
        start = mark[0] if mark else span[0]
        mark = None
        if kind == "card":
            leads[index] = start
        else:
            pieces.append(Piece(kind, span, start))
    if mark:
        pieces.append(Piece("marker", mark, mark[0]))
    return pieces, leads


def _kind(words: str, kind: str, span: Span) -> str:
    return "greeting" if kind == "preamble" and is_greeting(words[slice(*span)]) else kind


def _kind_of_left_out(question: ProposedQuestion, state: State) -> str:
    if not question.maybe:
        return "removed"
    return "only_heading" if question.span in state.set_aside else "maybe"


def _without(words: str, whole: Span, claimed: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch when the claimed ones are taken away."""
    start, end = whole
    for taken_start, taken_end in claimed:
        if taken_end <= start or taken_start >= end:
            continue
        before = trimmed(words, start, taken_start) if taken_start > start else None
        if before:
            yield before
        start = taken_end
        if start >= end:
            return
    rest = trimmed(words, start, end)
    if rest:
        yield rest


def _in_order(pieces: Sequence[Piece], cards: Sequence[QuestionDraft]) -> Iterator[tuple[Piece | None, int]]:
    """The cards in the officer's order, the other words in theirs, each where it stood.

    Cards that were moved do not carry the words around them along.
    """
    waiting = list(pieces)
    unmoved = _longest_rising([card.span[0] if card.span else -1 for card in cards])
    for index, card in enumerate(cards):
        if index in unmoved and card.span:
            while waiting and waiting[0].span[0] < card.span[0]:
                yield waiting.pop(0), -1
        yield None, index
    for piece in waiting:
        yield piece, -1


def _longest_rising(places: Sequence[int]) -> set[int]:
    """The indexes of the longest run of places that rise, the ones below 0 left out."""
    lowest: list[int] = []  # the lowest place that ends a run of each length
    ends: list[int] = []  # and its index
    before: dict[int, int] = {}
    for index, place in enumerate(places):
        if place < 0:
            continue
        length = bisect_left(lowest, place)
        lowest[length : length + 1] = [place]
        ends[length : length + 1] = [index]
        before[index] = ends[length - 1] if length else -1
    found: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found


def _card_row(
    source: Source, state: State, index: int, label: str, lead: int | None, proposed: ProposedQuestion | None
) -> Row:
    words, card = source.words, state.cards[index]
    theirs = words[slice(*card.span)] if card.span else ""
    opened = {f"card {index}": "edit", f"split {index}": "split"}.get(state.opened, "")
    same = squeeze(theirs) == squeeze(card.text)
    looked_at = card.id is not None or card.span in state.right or not same
    doubtful = proposed is not None and proposed.sure < DOUBTFUL and not looked_at
    return Row(
        id=f"q{index}",
        kind="question",
        lead=words[lead : card.span[0]] if card.span and lead is not None else "",
        theirs=theirs,
        index=index,
        card=card,
        label=label,
        tint="ab"[index % 2],
        stays=source.stays(card),
        above_stays=index > 0 and source.stays(state.cards[index - 1]),
        same=same,
        doubt=proposed.why if proposed and doubtful else "",
        opened=opened,
    )


def _again_row(source: Source, state: State, piece: Piece, labels: Sequence[str]) -> Row:
    """Their words that an earlier question answers too."""
    holds = (n for n, card in enumerate(state.cards) for each in card.again if _within(piece.span, each.span))
    index = next(holds)
    row = Row(
        id=f"w{piece.span[0]}",
        kind="again",
        lead=source.words[piece.start : piece.span[0]],
        label=labels[index],
        twin_id=f"q{index}",
        tint="ab"[index % 2],
        stays=source.stays(state.cards[index]),
    )
    whole = next(e.span for e in state.cards[index].again if e.span and _within(piece.span, e.span))
    row.theirs = source.words[slice(*piece.span)]
    row.lines.append(Line(row.theirs, written(whole)))
    return row


def _within(part: Span, whole: Span | None) -> bool:
    return whole is not None and whole[0] <= part[0] and part[1] <= whole[1]


def _other_row(source: Source, state: State, piece: Piece) -> Row:
    row = Row(
        id=f"w{piece.span[0]}",
        kind=piece.kind,
        lead=source.words[piece.start : piece.span[0]],
        note=WORD_FOR.get(piece.kind, ""),
        opened="edit" if state.opened == f"words {piece.span[0]}" else "",
    )
    _add_line(row, source.words, piece)
    if piece.kind == "maybe":
        place = place_of(state, piece.span)
        added = [*state.cards[:place], drafted(state, source, piece.span), *state.cards[place:]]
        row.label = labels_for(added)[place]
        labels = labels_for(state.cards)
        last = len(labels) - 1
        if labels and not source.stays(state.cards[min(place, last)]):
            row.joins = labels[min(place, last)]
    return row


def _add_line(row: Row, words: str, piece: Piece) -> None:
    text = words[slice(*piece.span)]
    gap = ""
    if row.lines:
        last = int(row.lines[-1].place.partition("-")[2])
        gap = words[last : piece.start] + words[piece.start : piece.span[0]]
    row.theirs += gap + text
    row.lines.append(Line(text, written(piece.span)))


@dataclass(frozen=True)
class Half:
    """A stretch of a card's text in the split view, and the cut that follows it."""

    text: str
    cut: int | None


def split_view(text: str) -> list[Half]:
    """The text between the places where it could be split."""
    places = cuts(text)
    starts, ends = [0, *places], [*places, len(text)]
    return [
        Half(text[start:end].strip(), end if end in places else None)
        for start, end in zip(starts, ends, strict=True)
    ]
