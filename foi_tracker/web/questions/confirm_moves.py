"""What an officer can do to the proposed questions: each act makes a new state, and none is saved.

An act is a word and what it is done to: "join 3", "cut 3 120", "claim 937-978". Cards count from 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from foi_tracker.casework.questions import QuestionDraft
from foi_tracker.intake.duplicates import asked_twice
from foi_tracker.intake.questions import Span, Split
from foi_tracker.web.addresses import is_number
from foi_tracker.web.questions.confirm_cuts import at_blank_line, cuts, halves
from foi_tracker.web.questions.confirm_state import BadState, State, read_span


@dataclass(frozen=True)
class Source:
    """What the moves look at: the words, how the splitter read them, and the questions kept already."""

    words: str
    split: Split
    kept: tuple[QuestionDraft, ...] = ()
    answered: frozenset[int] = frozenset()  # ids of those in a letter that was issued: their words stay

    def stays(self, card: QuestionDraft) -> bool:
        """Whether the card's words can no longer change."""
        return card.id in self.answered


def act(state: State, source: Source, command: str, cursor: str = "") -> State:
    """The state after one act.

    Raises:
        BadState: there is no such act, or nothing that it could be done to.
    """
    verb, _, rest = command.partition(" ")
    if verb in _PLAIN:
        return _PLAIN[verb](state)
    if verb in _ON_WORDS:
        return _ON_WORDS[verb](state, source, read_span(rest, len(source.words)))
    numbers = rest.split()
    if not numbers or not all(map(is_number, numbers)):
        raise BadState(command)
    index = int(numbers[0])
    if index >= len(state.cards):
        raise BadState(command)
    if _rewords_answered(state, source, verb, index):
        return _edit(state, source, index)  # which says why not
    if verb == "cut" and len(numbers) == 2:
        return _cut(state, source, index, int(numbers[1]))
    if verb == "here":
        return _here(state, source, index, cursor)
    if verb in _ON_CARD:
        return _ON_CARD[verb](state, source, index)
    raise BadState(command)


def _rewords_answered(state: State, source: Source, verb: str, index: int) -> bool:
    """Whether the act would change the words of a question in a letter that was issued."""
    others = {"join": index - 1, "twice": twins(state).get(index, index)}
    cards = {index, max(others.get(verb, index), 0)}
    return verb in _REWORDING and any(source.stays(state.cards[each]) for each in cards)


# On one card


def _edit(state: State, source: Source, index: int) -> State:
    return state.with_cards(state.cards, f"card {index}", index)


def _view_split(state: State, source: Source, index: int) -> State:
    return state.with_cards(state.cards, f"split {index}", index)


def _cut(state: State, source: Source, index: int, at: int) -> State:
    """Split the card's text: the first half keeps its number and its answer, the second has none yet."""
    card = state.cards[index]
    one, two = card.text[:at].rstrip(" \t\n;,"), card.text[at:].strip()
    if not one.strip() or not two:
        return _view_split(state, source, index)
    first, second = halves(source.words, card.span, card.text, at)
    parts = (
        replace(card, text=one.strip(), span=first),
        QuestionDraft(two, None, card.stem, card.section, second),
    )
    return state.with_cards((*state.cards[:index], *parts, *state.cards[index + 1 :]), "", index + 1)


def _here(state: State, source: Source, index: int, cursor: str) -> State:
    """Split at the cursor; without one at a blank line; else show where it could be split."""
    text = state.cards[index].text
    at = int(cursor) if is_number(cursor) else at_blank_line(text)
    if at is None or not text[:at].strip() or not text[at:].strip():
        return _view_split(state, source, index)
    return _cut(state, source, index, at)


def _join(state: State, source: Source, index: int) -> State:
    if index == 0:
        return state
    above, card = state.cards[index - 1], state.cards[index]
    joined = _joined(state, source.words, above, card)
    return state.with_cards((*state.cards[: index - 1], joined, *state.cards[index + 1 :]), "", index - 1)


def _joined(state: State, words: str, one: QuestionDraft, two: QuestionDraft) -> QuestionDraft:
    """The two as one, which keeps the first one's number; and an answer, if either has one."""
    second = two.text.strip()
    between = "\n" if "\n" in words[_end(one) : _start(two)] and not second[:1].islower() else " "
    others = [card for card in state.cards if card not in (one, two)]
    span = _union(one.span, two.span, others)
    again = (*one.again, *two.again)
    if two.span and span and span != two.span and span[1] <= two.span[0]:  # too far away for one stretch
        again = (*again, replace(two, again=()))
    return replace(
        one,
        text=f"{one.text.strip()}{between}{second}".strip(),
        number=one.number or two.number,
        span=span,
        id=one.id or two.id,
        again=again,
    )


def _start(card: QuestionDraft) -> int:
    return card.span[0] if card.span else 0


def _end(card: QuestionDraft) -> int:
    return card.span[1] if card.span else 0


def _union(one: Span | None, two: Span | None, others: list[QuestionDraft]) -> Span | None:
    """From the first word of either to the last of either, unless another question stands between."""
    if one is None or two is None:
        return one or two
    start, end = min(one[0], two[0]), max(one[1], two[1])
    claimed = [each.span for other in others for each in (other, *other.again)]
    between = any(span and start < span[1] and span[0] < end for span in claimed)
    return one if between else (start, end)


def _up(state: State, source: Source, index: int) -> State:
    return _swap(state, index, index - 1)


def _down(state: State, source: Source, index: int) -> State:
    return _swap(state, index, index + 1)


def _swap(state: State, index: int, other: int) -> State:
    if not 0 <= other < len(state.cards):
        return state.with_cards(state.cards, state.opened, index)
    cards = list(state.cards)
    cards[index], cards[other] = cards[other], cards[index]
    opened = f"card {other}" if state.opened == f"card {index}" else ""
    return state.with_cards(cards, opened, other)


def _remove(state: State, source: Source, index: int) -> State:
    cards = (*state.cards[:index], *state.cards[index + 1 :])
    return state.with_cards(cards, "", max(min(index, len(cards) - 1), 0))


def _add(state: State, source: Source, index: int) -> State:
    return _add_at(state, index + 1)


# One thing asked twice


def twins(state: State) -> dict[int, int]:
    """For each card that seems to ask again for what an earlier one asks, that one's place.

    Once both are kept, the officer has decided; and what an officer wrote is not compared.
    """
    found: dict[int, int] = {}
    under = [f"{card.section} {card.stem}" for card in state.cards]
    for first, later in asked_twice([card.text for card in state.cards], under):
        one, two = state.cards[first], state.cards[later]
        decided = two.span in state.two or (one.id is not None and two.id is not None)
        if one.span and two.span and not decided:
            found.setdefault(later, first)
    return found


def _twice(state: State, source: Source, index: int) -> State:
    """One answer does for the card and the earlier one that it asks again: the letter shows both wordings."""
    first = twins(state).get(index)
    card = state.cards[index]
    if first is None or card.span is None:
        return state
    one = state.cards[first]
    joined = replace(
        one,
        text=f"{one.text.strip()}\n{_repeated(card)}",
        id=one.id or card.id,
        again=(*one.again, replace(card, again=()), *card.again),
    )
    cards = [joined if place == first else each for place, each in enumerate(state.cards) if place != index]
    return replace(state.with_cards(cards), focus=f"w{card.span[0]}")


def _repeated(card: QuestionDraft) -> str:
    """How the letter shows that a question was asked again."""
    return f"Asked again{f' as {card.number}' if card.number else ''}: {card.text.strip()}"


def _part(state: State, source: Source, span: Span) -> State:
    """Make the words that were joined with an earlier question one of their own again."""
    for index, one in enumerate(state.cards):
        again = next((each for each in one.again if each.span == span), None)
        if again is not None and not source.stays(one):
            rest = tuple(each for each in one.again if each is not again)
            again = replace(again, id=None if again.id == one.id else again.id)
            cards = [*state.cards]
            cards[index] = replace(one, text=_without(one.text, again), again=rest)
            place = place_of(state, span)
            cards.insert(place, again)
            return replace(state, two=state.two | {span}).with_cards(cards, "", place)
    return state


def _without(text: str, again: QuestionDraft) -> str:
    """A card's text without the line that shows a question asked again; untouched where it was changed."""
    for line in (_repeated(again), again.text.strip()):
        if f"\n{line}" in text:
            return text.replace(f"\n{line}", "", 1)
    return text


def _is_right(state: State, source: Source, index: int) -> State:
    """The doubt about a card is settled."""
    span = state.cards[index].span
    settled = replace(state, right=state.right | {span}) if span else state
    return settled.with_cards(state.cards, "", index)


def _are_two(state: State, source: Source, index: int) -> State:
    """The card is a question of its own, like an earlier one or not."""
    span = state.cards[index].span
    settled = replace(state, two=state.two | {span}) if span else state
    return settled.with_cards(state.cards, "", index)


# On words that no question claims


def _claim(state: State, source: Source, span: Span) -> State:
    """Make a question of these words, where they stand among the others."""
    place = place_of(state, span)
    cards = (*state.cards[:place], drafted(state, source, span), *state.cards[place:])
    return replace(state, set_aside=state.set_aside - {span}).with_cards(cards, "", place)


def _ahead(state: State, source: Source, span: Span) -> State:
    """Join these words with the question after them; with the one before where none follows."""
    place = place_of(state, span)
    if not state.cards:
        return _claim(state, source, span)
    draft = drafted(state, source, span)
    if source.stays(state.cards[min(place, len(state.cards) - 1)]):
        return state
    if place == len(state.cards):
        joined = _joined(state, source.words, state.cards[-1], draft)
        return state.with_cards((*state.cards[:-1], joined), "", place - 1)
    after = state.cards[place]
    joined = replace(_joined(state, source.words, draft, after), number=after.number, stem=after.stem)
    return state.with_cards((*state.cards[:place], joined, *state.cards[place + 1 :]), "", place)


def _aside(state: State, source: Source, span: Span) -> State:
    """These words ask for nothing."""
    return replace(state, set_aside=state.set_aside | {span}, opened="", focus=f"w{span[0]}")


def _look(state: State, source: Source, span: Span) -> State:
    return replace(state, opened=f"words {span[0]}", focus=f"w{span[0]}")


def place_of(state: State, span: Span) -> int:
    """Where among the cards a question of these words belongs."""
    before = [n for n, card in enumerate(state.cards) if card.span and card.span[0] < span[0]]
    return max(before) + 1 if before else 0


def drafted(state: State, source: Source, span: Span) -> QuestionDraft:
    """These words as a question: one that was kept or proposed before is itself again, with its answer."""
    taken = {card.id for card in state.cards}
    for kept in source.kept:
        if kept.span == span and kept.id not in taken:
            return kept
    for proposed in source.split.questions:
        if proposed.span == span:
            return QuestionDraft(
                proposed.text, proposed.number, proposed.stem, proposed.section, span, parent=proposed.parent
            )
    place = place_of(state, span)
    section = state.cards[place - 1].section if place else ""
    return QuestionDraft(source.words[span[0] : span[1]], None, "", section, span)


# On the whole


def _add_at(state: State, place: int) -> State:
    cards = (*state.cards[:place], QuestionDraft(""), *state.cards[place:])
    return state.with_cards(cards, f"card {place}", place)


def _add_last(state: State) -> State:
    return _add_at(state, len(state.cards))


def _done(state: State) -> State:
    """Close what is open. A card left empty is no question."""
    _, _, index = state.opened.partition(" ")
    cards = tuple(card for card in state.cards if card.text.strip())
    place = min(int(index), len(cards) - 1) if is_number(index) and state.opened.startswith("card") else -1
    return state.with_cards(cards, "", place)


def _opening(state: State) -> State:
    return replace(state, opened="opening", focus="opening")


_PLAIN: dict[str, Callable[[State], State]] = {"done": _done, "opening": _opening, "append": _add_last}
_ON_WORDS: dict[str, Callable[[State, Source, Span], State]] = {
    "claim": _claim,
    "ahead": _ahead,
    "aside": _aside,
    "look": _look,
    "part": _part,
}
_REWORDING = frozenset({"join", "cut", "here", "split", "remove", "twice"})
_ON_CARD: dict[str, Callable[[State, Source, int], State]] = {
    "edit": _edit,
    "split": _view_split,
    "join": _join,
    "up": _up,
    "down": _down,
    "remove": _remove,
    "add": _add,
    "twice": _twice,
    "two": _are_two,
    "right": _is_right,
}

__all__ = ["BadState", "Source", "act", "cuts", "drafted", "place_of", "twins"]
