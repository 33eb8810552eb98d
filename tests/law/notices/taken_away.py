"""A complete letter with each fact that it needs taken away in turn, and the one finding of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from foi_tracker.law.contradictions import NEEDS_GROUNDS
from foi_tracker.law.cost_limit import COST_SECTIONS
from foi_tracker.law.exemptions import NCND
from foi_tracker.law.notices.asks import asks_of
from foi_tracker.law.notices.facts import AnswerFacts, GroundFacts, LetterFacts
from foi_tracker.law.notices.remedies import refuses
from foi_tracker.law.notices.reuse import gives_information
from foi_tracker.law.outcomes import OUTCOMES, fields_of, missing
from foi_tracker.law.reasoning import missing_asks
from foi_tracker.law.whole_request import WHOLE_SECTIONS

Expected = tuple[str, str, str]  # level, code, label
Taken = tuple[str, LetterFacts, Expected]
WITHOUT_RIGHTS = frozenset({"acknowledgement", "not_valid", "clarification", "consultation"})
"""Letters that decide nothing, so that nothing in them is to be reviewed."""


def each_fact(facts: LetterFacts) -> Iterator[Taken]:
    """What was taken, the letter without it, and the finding."""
    yield from _of_the_whole(facts)
    yield from _asked(facts)
    yield from _rights(facts)
    if facts.kind in ("response", "pit_extension"):
        for answer in facts.answers:
            yield from _of_an_answer(facts, answer)
        yield from _of_the_case(facts)
        yield from _of_what_is_held(facts)
    if facts.kind == "response" and gives_information(facts):
        silent = replace(facts.authority, reuse="none")
        yield "using it again", replace(facts, authority=silent), ("should", "reuse_missing", "")


def _without(words: Mapping[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in words.items() if key != name}


def _of_the_whole(facts: LetterFacts) -> Iterator[Taken]:
    if facts.kind == "not_valid":
        yield "reason", replace(facts, not_valid_reason=""), ("must", "outcome_incomplete", "")
    if facts.kind == "clarification":
        yield "question", replace(facts, clarification=""), ("must", "outcome_incomplete", "")


def _asked(facts: LetterFacts) -> Iterator[Taken]:
    """What the kind of letter asks for. Without a choice, what rests on it is not asked either."""
    asks = asks_of(facts.kind, facts.regime, facts.said)
    for ask in asks:
        if ask.required:
            said = _without(facts.said, ask.name)
            yield f"said {ask.name}", replace(facts, said=said), (ask.level, ask.code, "")


def _rights(facts: LetterFacts) -> Iterator[Taken]:
    """s.17(7); reg 14(5)."""
    if facts.kind in WITHOUT_RIGHTS:
        return
    level = "must" if refuses(facts) else "should"
    yield "regulator", replace(facts, regulator=None), (level, "regulator_missing", "")
    if facts.authority.review_procedure:
        bare = replace(facts.authority, review_contact=())
        yield "review", replace(facts, authority=bare), (level, "review_missing", "")


def _with_answer(facts: LetterFacts, old: AnswerFacts, new: AnswerFacts) -> LetterFacts:
    return replace(facts, answers=tuple(new if each is old else each for each in facts.answers))


def _rests_on(facts: LetterFacts, label: str) -> bool:
    """Whether another answer says "see" this one, or falls away because of it."""
    return any(label in (each.same_as, each.because_of) for each in facts.answers)


def _of_an_answer(facts: LetterFacts, answer: AnswerFacts) -> Iterator[Taken]:
    label = answer.label
    if answer.same_as or _rests_on(facts, label):
        return
    bare = AnswerFacts(label, answer.question, regime=answer.regime)
    yield f"answer {label}", _with_answer(facts, answer, bare), ("must", "question_unanswered", label)
    for field in fields_of(answer.outcome):
        if field.required and field.name not in ("answer", "because_of") and field.name in answer.details:
            new = replace(answer, details=_without(answer.details, field.name))
            if missing(new.outcome, new.answer, new.details, new.attachments, new.because_of):
                found = (field.level, field.code, label)
                yield f"{label} {field.name}", _with_answer(facts, answer, new), found
    if answer.outcome in ("disclosed", "part_held") and not answer.attachments:
        new = replace(answer, answer=" ")
        yield f"{label} words", _with_answer(facts, answer, new), ("must", "outcome_incomplete", label)
    yield from _of_its_grounds(facts, answer)


def _of_its_grounds(facts: LetterFacts, answer: AnswerFacts) -> Iterator[Taken]:
    law = answer.regime or facts.regime
    label = answer.label
    shared = [ground for each in facts.answers if each is not answer for ground in each.grounds]
    withheld = [ground for ground in answer.grounds if ground.purpose != NCND]
    if answer.outcome in NEEDS_GROUNDS and len(withheld) == len(answer.grounds):
        code = "eir_exception_missing" if law == "EIR" else "ground_missing"
        bare = replace(answer, grounds=())
        yield f"{label} grounds", _with_answer(facts, answer, bare), ("must", code, label)
    if answer.outcome == "ncnd":
        bare = replace(answer, grounds=())
        yield f"{label} grounds", _with_answer(facts, answer, bare), ("must", "ncnd_provision_missing", label)
    for ground in answer.grounds:
        if ground not in shared:
            yield from _of_a_ground(facts, answer, ground)


def _of_a_ground(facts: LetterFacts, answer: AnswerFacts, ground: GroundFacts) -> Iterator[Taken]:
    """Each thing that its reasoning needs and that nothing else rests on."""
    for name in ground.words:
        bare = replace(ground, words=_without(ground.words, name))
        lacking = missing_asks(
            bare,
            holder=facts.authority.kind,
            pending=answer.outcome == "decision_pending",
            views=ground.views,
        )
        if len(lacking) != 1 or lacking[0].name != name:
            continue
        new = replace(answer, grounds=tuple(bare if each is ground else each for each in answer.grounds))
        found = (lacking[0].level, lacking[0].code, answer.label)
        yield f"{answer.label} {ground.code} {name}", _with_answer(facts, answer, new), found


def _of_what_is_held(facts: LetterFacts) -> Iterator[Taken]:
    """s.1(1)(a): the paragraph of each outcome without the words that say whether it is held."""
    first: dict[str, str] = {}
    for answer in facts.answers:
        if not answer.same_as and OUTCOMES[answer.outcome].says_whether_held:
            first.setdefault(answer.outcome, answer.label)
    for outcome, label in first.items():
        yield f"held ({outcome})", replace(facts, held_unsaid=(outcome,)), ("must", "held_not_stated", label)


def _of_the_case(facts: LetterFacts) -> Iterator[Taken]:
    """Sections 12 and 14: what the estimate rests on, what could be provided, which request is repeated."""
    cost, whole = facts.cost, facts.whole
    outcomes = {answer.outcome for answer in facts.answers}
    if cost and outcomes & set(COST_SECTIONS):
        yield "rows", replace(facts, cost=replace(cost, rows=())), ("should", "cost_estimate_missing", "")
        yield (
            "sample",
            replace(facts, cost=replace(cost, sampled="")),
            ("should", "cost_estimate_missing", ""),
        )
        yield "advice", replace(facts, cost=replace(cost, within_limit="")), ("must", "advice_missing", "")
    if whole and outcomes & set(WHOLE_SECTIONS):
        yield "section 14", replace(facts, whole=None), ("must", "outcome_incomplete", "")
    if whole and "repeated" in outcomes:
        bare = replace(whole, earlier_reference="")
        yield "earlier request", replace(facts, whole=bare), ("must", "outcome_incomplete", "")
