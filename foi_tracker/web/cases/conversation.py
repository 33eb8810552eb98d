"""What was said in and out, as a conversation that begins with the request itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from foi_tracker.casework.correspondence import ASKED, RECEIVED
from foi_tracker.law.clock import Reckoning
from foi_tracker.law.clock_words import days_of
from foi_tracker.law.course import Effect
from foi_tracker.law.regimes import Regime
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.models import Case, ClockEvent, Correspondence, Letter, Question
from foi_tracker.store.cases import COMPLETED, NOT_TO_LEAVE, first_words, words_came_on
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.label_words import say_questions
from foi_tracker.web.date_words import say_date
from foi_tracker.web.links import link_to

HOW_WORDS = {
    "email": "by email",
    "post": "by post",
    "web": "through the website",
    "phone": "by phone",
    "social_media": "on social media",
    "hand": "by hand",
}
OPENING = 420  # characters of something long that stand before its fold


@dataclass(frozen=True)
class Turn:
    """One thing said."""

    id: str
    is_ours: bool
    heading: str
    on: date
    how: str
    whom: str
    opening: str  # the first words of something long that is folded; "" for a letter
    words: str
    folded: bool = False
    effect: str = ""  # what it did to the clock
    href: str = ""  # the letter that it was


def conversation(
    case: Case,
    said: Sequence[Correspondence],
    letters: Sequence[Letter],
    events: Sequence[ClockEvent],
    questions: Sequence[Question],
    reckoning: Reckoning | None,
) -> list[Turn]:
    """Every turn, oldest first. `reckoning` is None where no clock runs."""
    words = blinded(case, first_words(case, events))
    first = Turn(
        id="request",
        is_ours=False,
        heading="The request",
        on=words_came_on(case, events),
        how=by(case.channel),
        whom=blinded(case, case.requester_name),
        opening=_opening(words),
        words=words,
        folded=bool(_opening(words)),
    )
    kinds = {letter.id: letter for letter in letters}
    moved = {event.correspondence_id: event for event in events if event.correspondence_id}
    turns = [first]
    for each in said:
        letter = kinds.get(each.letter_id or 0)
        event = moved.get(each.id)
        effect = _effect(event, reckoning, questions) if event and reckoning else ""
        words = blinded(case, each.words).strip()
        turns.append(
            Turn(
                id=f"said-{each.id}",
                is_ours=each.direction == "out",
                heading=_heading(each, letter),
                on=each.on,
                how=by(each.channel),
                whom=blinded(case, each.with_whom),
                opening="" if letter else _opening(words),
                words=words,
                folded=bool(letter or _opening(words)),
                effect=" ".join(filter(None, (_in_place_of(letter, kinds), effect))),
                href=_letter_page(case, letter) if letter else "",
            )
        )
    turns += [
        _kept_back(case, kinds[event.letter_id or 0], event) for event in events if event.type == NOT_TO_LEAVE
    ]
    return sorted(turns, key=lambda turn: turn.on)


def _kept_back(case: Case, letter: Letter, event: ClockEvent) -> Turn:
    """A letter that was issued and never left."""
    issued = f"It was issued on {say_date(letter.dated)} and never left" if letter.dated else "It never left"
    return Turn(
        id=f"kept-back-{letter.id}",
        is_ours=True,
        heading=f"Letter kept back: {KIND_LABELS[Kind(letter.kind)].lower()}",
        on=event.on,
        how="",
        whom="",
        opening="",
        words=blinded(case, letter.plain_text).strip(),
        folded=True,
        effect=f"{issued}: {blinded(case, str(event.values['why']))}",
        href=_letter_page(case, letter),
    )


def by(channel: str) -> str:
    """How it travelled, for the middle of a sentence: by email, through the website, by hand."""
    return HOW_WORDS.get(channel, channel)


def _opening(words: str) -> str:
    if len(words) <= OPENING + 80:
        return ""
    return words[:OPENING].rsplit(" ", 1)[0].rstrip() + "…"


def _heading(said: Correspondence, letter: Letter | None) -> str:
    if letter is not None:
        return f"Letter: {KIND_LABELS[Kind(letter.kind)].lower()}"
    if said.about == ASKED:
        return "We asked what they mean"
    if said.about == RECEIVED:
        return "They told us what they mean"
    return "We told them" if said.direction == "out" else "They told us"


def _in_place_of(letter: Letter | None, letters: Mapping[int, Letter]) -> str:
    """What became of the letter that a correction was sent instead of; "" where that one had left."""
    corrected = letters.get(letter.corrects_id or 0) if letter else None
    if corrected is None or corrected.dated is None or corrected.state == "sent":
        return ""
    return f"It went in the place of our letter of {say_date(corrected.dated)}, which never left."


def _effect(event: ClockEvent, reckoning: Reckoning, questions: Sequence[Question]) -> str:
    """What it did in truth to each clock that it concerns."""
    labels = [question.label for question in questions]
    about = {question.label for question in questions if question.id in event.question_ids}
    if event.question_ids and not about:
        return ""  # its questions have been taken off the request
    if event.type == COMPLETED:
        regime = reckoning.tracks[0].regime
        law = "regulation 5" if regime is Regime.EIR else "sections 8 and 10(1)"
        return f"The request is valid from that day, and its {days_of(regime)} begin ({law})."
    said: dict[str, list[str]] = {}
    for track in reckoning.tracks:
        concerned = [each for each in track.questions or labels if not about or each in about]
        if concerned or not labels:
            effect = next((effect for each, effect in track.effects if each.id == event.id), None)
            said.setdefault(_moved(event, effect, track.regime), []).extend(concerned)
    whole = not about and len(said) == 1
    return " ".join(
        f"{'The whole request' if whole else say_questions(some, labels)}: {words}"
        for words, some in said.items()
    )


def _moved(event: ClockEvent, effect: Effect | None, regime: Regime) -> str:
    eir = regime is Regime.EIR
    if effect is Effect.STOPS:
        return f"the days stop until they tell us ({'regulation 9' if eir else 'section 1(3)'})."
    if effect is Effect.BEGINS_AFRESH:
        the_act = "section 10(1)" if regime is Regime.FOISA else "section 10(6)"
        return f"{days_of(regime, 'new ')} begin ({'regulation 9' if eir else the_act})."
    narrowing = event.type == "clarification_requested" and event.statutory == "none"
    why = "it could be answered as it was" if narrowing else _NOTHING.get(effect, "this law does not know it")
    return f"{why}, so it moves no date."


_NOTHING: dict[Effect | None, str] = {
    Effect.STOPPED_ALREADY: "the days had stopped already, since we asked before",
    Effect.TOO_LATE: "the last day for answering had gone",
    Effect.ANSWERED: "the answer had gone out",
    Effect.NOT_AWAITED: "nothing that we had asked had stopped the days",
}


def _letter_page(case: Case, letter: Letter) -> str:
    if not link_to("drafting.letter", case.authority_id, case_id=case.id, letter_id=letter.id):
        return ""
    return url_for("drafting.letter", case_id=case.id, letter_id=letter.id)
