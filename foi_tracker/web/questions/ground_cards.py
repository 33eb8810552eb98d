"""The grounds of a question on its page: read from what was typed or kept, and shown as what each asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.ground_facts import HEARD, views_for
from foi_tracker.casework.grounds import GroundDraft, grounds_of, refusals, regime_of
from foi_tracker.law.contradictions import BESIDE_NCND, NEEDS_GROUNDS, Contradiction
from foi_tracker.law.exemptions import NCND, WITHHOLD, Exemption, find
from foi_tracker.law.reasoning import Ask, asks_of, needs_limb
from foi_tracker.models import Case, Ground, Question
from foi_tracker.store import grounds as ground_store
from foi_tracker.web.addresses import id_of
from foi_tracker.web.provision_words import in_words, said
from foi_tracker.web.questions import ground_fields as fields

PREFIX = "ground"
PENDING = "decision_pending"
MAY_WITHHOLD = NEEDS_GROUNDS | {"part_held"}
RARE = frozenset({"part", "record_year"})
"""What a ground asks for that few need."""
OF_BUSINESS = frozenset({"s.43(2)", "reg 12(5)(e)", "reg 12(5)(f)"})
BUSINESS = "Somebody else’s harm must rest on what they say themselves."
CONCERNED = "Have you asked those whom it concerns?"
_NAME = re.compile(rf"{PREFIX}-([0-9]{{1,2}})-")
_OWN = ("id", "version", "purpose", "code", "limb")
Values = MultiDict[str, str]


@dataclass(frozen=True)
class Asked:
    """One thing that a ground asks, as its form draws it."""

    field: Any
    provision: str
    again: bool  # its answer decides what else is asked
    rare: bool = False  # seldom needed, and empty: folded away


@dataclass(frozen=True)
class Card:
    """One ground on the page."""

    number: int
    form: fields.GroundForm
    row: Exemption | None
    draft: GroundDraft
    asked: tuple[Asked, ...]
    code_label: str
    choices: Mapping[str, list[fields.Choice]]
    about: str
    shared_with: tuple[str, ...]  # labels of the other questions that rest on it
    views: tuple[str, ...]
    hears: str  # why those concerned should be asked, "" where it is about nobody else
    unasked: tuple[tuple[str, str], ...]  # typed for another exemption: carried along, so that it is not lost

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen and nothing written."""
        return not self.draft.code and not any(value.strip() for _, value in self.unasked)


@dataclass(frozen=True)
class Reusable:
    """Reasons of this request that are written already, for another question or for none now."""

    ground_id: int
    words: str


@dataclass
class Context:
    """What the cards of one question are made with."""

    desk: Desk
    case: Case
    question: Question
    outcome: str

    def __post_init__(self) -> None:
        session = self.desk.session
        self.regime = regime_of(self.case, self.question)
        self.holder = self.case.authority.kind
        self.all = {ground.id: ground for ground in grounds_of(session, self.case)}
        self.by_question = ground_store.grounds_by_question(session, self.case)

    @property
    def mine(self) -> Sequence[Ground]:
        """The grounds that the question rests on as kept."""
        return self.by_question.get(self.question.id, ())

    def labels_on(self, ground: Ground, labels: Mapping[int, str]) -> tuple[str, ...]:
        """Labels of the other questions that rest on a ground, in their order."""
        on = {id_ for id_, grounds in self.by_question.items() if any(g.id == ground.id for g in grounds)}
        return tuple(label for id_, label in labels.items() if id_ in on and id_ != self.question.id)


def fits(purpose: str, outcome: str) -> bool:
    """Whether a ground of this purpose may stand under the outcome that is chosen."""
    if purpose == NCND:
        return outcome == "ncnd" or outcome in BESIDE_NCND
    return outcome in MAY_WITHHOLD


def values_of(grounds: Iterable[Ground], start: int = 0) -> Values:
    """What is kept of these grounds, by the names of the form."""
    values: Values = MultiDict()
    for number, ground in enumerate(grounds, start):
        kept = {"id": ground.id, "version": ground.version, "purpose": ground.purpose}
        kept |= {"code": ground.code, "limb": ground.limb, **ground.words}
        for name, value in kept.items():
            values.add(f"{PREFIX}-{number}-{name}", str(value))
    return values


def numbers_in(values: Values) -> list[int]:
    """The numbers of the grounds that a form sent, in their order."""
    return sorted({int(found[1]) for name in values if (found := _NAME.match(name))})


def empty(number: int, purpose: str) -> Values:
    """A ground with nothing in it yet."""
    return MultiDict([(f"{PREFIX}-{number}-purpose", purpose), (f"{PREFIX}-{number}-code", "")])


def without(values: Values, number: int) -> Values:
    """The same without one ground."""
    gone = f"{PREFIX}-{number}-"
    return MultiDict((name, value) for name, value in values.items(multi=True) if not name.startswith(gone))


def cards_of(context: Context, values: Values, labels: Mapping[int, str]) -> list[Card]:
    """The grounds that fit the outcome: what withholds first, then what is said of the rest.

    Where the outcome needs one and has none, an empty one.
    """
    purposes = {number: _purpose(values, number) for number in numbers_in(values)}
    fitting = [number for number, purpose in purposes.items() if fits(purpose, context.outcome)]
    needed = _needed(context.outcome)
    if needed and needed not in {purposes[number] for number in fitting}:
        number = max(purposes, default=-1) + 1
        values = MultiDict([*values.items(multi=True), *empty(number, needed).items(multi=True)])
        purposes[number] = needed
        fitting.append(number)
    fitting.sort(key=lambda number: (purposes[number] == NCND, number))
    return [_card(context, values, number, labels) for number in fitting]


def carried(context: Context, values: Values) -> list[tuple[str, str]]:
    """What was typed of grounds that the outcome has no place for: sent along, so that it comes back."""
    out = {n for n in numbers_in(values) if not fits(_purpose(values, n), context.outcome)}
    return [
        (name, value)
        for name, value in values.items(multi=True)
        if (found := _NAME.match(name)) and int(found[1]) in out
    ]


def _purpose(values: Values, number: int) -> str:
    return NCND if values.get(f"{PREFIX}-{number}-purpose") == NCND else WITHHOLD


def _needed(outcome: str) -> str:
    if outcome == "ncnd":
        return NCND
    return WITHHOLD if outcome in NEEDS_GROUNDS else ""


def _card(context: Context, values: Values, number: int, labels: Mapping[int, str]) -> Card:
    prefix = f"{PREFIX}-{number}-"
    typed = {name.removeprefix(prefix): value for name, value in values.items() if name.startswith(prefix)}
    purpose = _purpose(values, number)
    row = find(typed.get("code", ""))
    asks = _asks(context, row, typed, purpose) if row else ()
    form = fields.form_class(row, purpose, asks)(values, prefix=prefix)
    known = {*_OWN, *(asked.name for asked in asks)}
    words = {asked.name: _answer_to(asked, form[asked.name].data) for asked in asks}
    if context.outcome == PENDING:  # not asked now, and another question may need it
        words |= {name: _word(value) for name, value in typed.items() if name.startswith("pi_")}
    draft = GroundDraft(
        code=form.code.data or "",
        limb=_limb(row, typed, purpose),
        purpose=purpose,
        words={name: value for name, value in words.items() if value},
        id=id_of(form.id.data or "") or None,
    )
    kept = context.all.get(draft.id or 0)
    return Card(
        number=number,
        form=form,
        row=row,
        draft=draft,
        asked=tuple(_asked(asked, form[asked.name]) for asked in asks),
        code_label=fields.code_label(context.regime, purpose),
        choices=fields.grouped_choices(context.regime, purpose, draft.code),
        about=fields.about(row, draft.limb, purpose, context.holder) if row else "",
        shared_with=context.labels_on(kept, labels) if kept else (),
        views=views_for(context.desk, context.case, context.question, draft),
        hears=_hears(draft),
        unasked=tuple(
            (f"{prefix}{name}", value) for name, value in typed.items() if _is_unasked(name, known)
        ),
    )


def _asked(asked: Ask, field: Any) -> Asked:
    rare = asked.name in RARE and not field.data and not field.errors
    return Asked(field, in_words(asked.provision), bool(asked.choices), rare)


def _hears(draft: GroundDraft) -> str:
    if draft.code not in HEARD or draft.purpose == NCND:
        return ""
    return BUSINESS if draft.code in OF_BUSINESS else CONCERNED


def _is_unasked(name: str, known: set[str]) -> bool:
    return name not in known and re.sub(r"-(day|month|year)$", "", name) not in known


def _asks(context: Context, row: Exemption, typed: Mapping[str, str], purpose: str) -> tuple[Ask, ...]:
    draft = GroundDraft(row.code, _limb(row, typed, purpose), purpose)
    return asks_of(
        row.code,
        draft.limb,
        purpose,
        holder=context.holder,
        pending=context.outcome == PENDING,
        given=typed,
        views=views_for(context.desk, context.case, context.question, draft),
    )


def _limb(row: Exemption | None, typed: Mapping[str, str], purpose: str) -> str:
    """The limb that was chosen, if it is one of this exemption's: what was chosen of another is not kept."""
    limb = typed.get("limb", "")
    return limb if row and needs_limb(row, purpose) and row.limb(limb) else ""


def _answer_to(asked: Ask, data: Any) -> str:
    """What was typed; of a choice only one that was offered."""
    word = _word(data)
    return word if not asked.choices or word in dict(asked.choices) else ""


def _word(data: Any) -> str:
    if isinstance(data, date):
        return data.isoformat()
    return str(data or "").strip()


def reusable(context: Context, cards: Sequence[Card], labels: Mapping[int, str]) -> list[Reusable]:
    """What of this request's reasons this question could use too."""
    here = {card.draft.id for card in cards}
    found = []
    for ground in context.all.values():
        row = find(ground.code)
        if ground.id in here or not fits(ground.purpose, context.outcome) or row is None:
            continue
        if refusals(context.desk, context.case, context.question, [ground], context.outcome):
            continue
        on = context.labels_on(ground, labels)
        whose = f"for question {on[0]}" if on else "before"
        found.append(Reusable(ground.id, f"Use the reasons already written {whose} ({_cited(row, ground)})"))
    return found


def _cited(row: Exemption, ground: Ground) -> str:
    limb = fields.limb_words(row, ground.limb) if ground.limb and row.kind != "conditional" else ""
    return limb or said(row.ncnd if ground.purpose == NCND else row.code)


def refuse(context: Context, cards: Sequence[Card]) -> bool:
    """Put at its field what the law forbids and what cannot be read; whether there was anything."""
    filled = [card for card in cards if not card.is_empty]
    for place, card in enumerate(filled):
        card.form.validate()
        if not card.draft.code:
            _at(card, "code", f"Choose which {'exception' if context.regime == 'EIR' else 'exemption'}")
            continue
        alone = _refusals(context, [card])
        for each in alone[:1]:
            _at(card, each.field, each.message)
        for earlier in filled[:place]:
            both = _refusals(context, [earlier, card])
            new = [each for each in both if each not in alone and each not in _refusals(context, [earlier])]
            for each in new[:1]:
                _at(card, each.field, each.message)
    return any(card.form.errors for card in filled)


def _refusals(context: Context, cards: Sequence[Card]) -> list[Contradiction]:
    drafts = [card.draft for card in cards]
    return refusals(context.desk, context.case, context.question, drafts, context.outcome)


def _at(card: Card, field: str, message: str) -> None:
    shown = card.form[field if field in card.form and field != "purpose" else "code"]
    shown.errors = [*shown.errors, message]
