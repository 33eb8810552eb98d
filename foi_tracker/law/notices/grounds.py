"""Whether every refusal names its exemption, says why it applies, and weighs what it must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.contradictions import NEEDS_GROUNDS, against, contradictions
from foi_tracker.law.exemptions import NCND, WITHHOLD, find, is_eir
from foi_tracker.law.notices.facts import AnswerFacts, Finding, GroundFacts, LetterFacts
from foi_tracker.law.notices.rule import Look, Rule
from foi_tracker.law.reasoning import missing_asks, needs_limb
from foi_tracker.law.reasoning_asks import Ask

DENIES = "ncnd"
PENDING = "decision_pending"

NAMED = (
    "ground_missing",
    "limb_missing",
    "eir_exception_missing",
    "ncnd_provision_missing",
    "not_held_with_exemption",
)
WHY = (
    "reason_missing",
    "harm_missing",
    "likelihood_missing",
    "qualified_person_missing",
    "balance_missing",
    "where_missing",
    "when_missing",
    "enactment_missing",
)
WEIGHED = ("public_interest_missing", "eir_public_interest_missing")


def law_of(facts: LetterFacts, answer: AnswerFacts) -> str:
    """The law that a question is answered under: its own, or the letter's."""
    return answer.regime or facts.regime


def _found(answer: AnswerFacts, code: str, provision: str, message: str, level: str = "must") -> Finding:
    where = f"question:{answer.label}"
    return Finding(level, code, provision, f"Question {answer.label}: {message}", answer.label, where)


def _at(finding: Finding, answer: AnswerFacts, ground: GroundFacts, name: str) -> Finding:
    """The finding, with the box of the ground that mends it."""
    return replace(finding, field=name, ground=answer.grounds.index(ground))


def unreasoned(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """What the grounds of every answer lack, and what forbids them: s.17(1) to (3); reg 14(3).

    Reasons that several answers share are looked at once, at the first of them.
    """
    seen: list[tuple[GroundFacts, bool]] = []
    for answer in facts.answers:
        if answer.same_as:
            continue
        yield from _unnamed(facts, answer)
        yield from _forbidden(facts, answer)
        for ground in answer.grounds:
            shared = (ground, answer.outcome == PENDING)
            if shared not in seen and _may_stand(facts, answer, ground):
                seen.append(shared)
                yield from _incomplete(facts, answer, ground)


def _unnamed(facts: LetterFacts, answer: AnswerFacts) -> Iterator[Finding]:
    """A refusal that names no provision: s.17(1)(b); reg 14(3)(a)."""
    purposes = {ground.purpose for ground in answer.grounds}
    if answer.outcome == DENIES and NCND not in purposes:
        message = "Say which provision lets us neither confirm nor deny."
        yield _found(answer, "ncnd_provision_missing", "s.17(1)(b)", message)
    if answer.outcome in NEEDS_GROUNDS and WITHHOLD not in purposes:
        if is_eir(law_of(facts, answer)):
            message = "Something is withheld and no exception is named. Choose one of regulation 12 or 13."
            yield _found(answer, "eir_exception_missing", "reg 14(3)(a)", message)
        else:
            message = "Something is withheld and no exemption is named. Choose one, to the limb."
            yield _found(answer, "ground_missing", "s.17(1)(b)", message)


def _forbidden(facts: LetterFacts, answer: AnswerFacts) -> Iterator[Finding]:
    """What cannot be relied on here, or not together."""
    regime = law_of(facts, answer)
    if answer.outcome == PENDING and is_eir(regime):
        message = "The Regulations give no more time for the public interest. Decide within the time."
        yield _found(answer, "extension_not_allowed", "s.10(3)", message)
    found = contradictions(
        answer.grounds,
        outcome=answer.outcome,
        regime=regime,
        holder=facts.authority.kind,
        year=facts.dated.year,
    )
    for each in found:
        if each.code != "ncnd_hint":
            yield _found(answer, each.code, each.provision, each.message)


def _may_stand(facts: LetterFacts, answer: AnswerFacts, ground: GroundFacts) -> bool:
    """Whether it makes sense to ask for the reasons of a ground: not where it cannot be used at all."""
    regime, holder = law_of(facts, answer), facts.authority.kind
    return not any(against(ground, regime=regime, holder=holder, year=facts.dated.year))


def _incomplete(facts: LetterFacts, answer: AnswerFacts, ground: GroundFacts) -> Iterator[Finding]:
    """What this ground does not say yet, one finding for each defect."""
    row = find(ground.code)
    if row and needs_limb(row, ground.purpose) and not ground.limb:
        limbs = ", ".join(limb.code for limb in row.limbs)
        message = f"{ground.code} has several limbs. Say which: {limbs}."
        provision = "reg 14(3)(a)" if row.regime == "EIR" else "s.17(1)(b)"
        yield _at(_found(answer, "limb_missing", provision, message), answer, ground, "limb")
        if row.kind == "conditional":
            return  # the condition decides what else is asked
    asks = missing_asks(
        ground, holder=facts.authority.kind, pending=answer.outcome == PENDING, views=ground.views
    )
    by_code: dict[str, list[Ask]] = {}
    for ask in asks:
        by_code.setdefault(ask.code, []).append(ask)
    for code, missing in by_code.items():
        questions = " ".join(ask.label for ask in missing)
        message = f"{ground.code} is not complete. {questions}"
        first = missing[0]
        found = _found(answer, code, first.provision, message, first.level)
        yield _at(found, answer, ground, first.name)


def rests_on_grounds(facts: LetterFacts) -> bool:
    """Whether anything in the letter is refused under an exemption or an exception."""
    return any(
        answer.grounds or answer.outcome in NEEDS_GROUNDS | {DENIES}
        for answer in facts.answers
        if not answer.same_as
    )


def _only(codes: tuple[str, ...]) -> Look:
    def look(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
        return (finding for finding in unreasoned(facts, holidays) if finding.code in codes)

    return look


GROUND_RULES = (
    Rule(
        NAMED,
        _only((*NAMED, "extension_not_allowed")),
        "Every refusal names its exemption, to the limb.",
        "s.17(1)(b)",
        "reg 14(3)(a)",
        applies=rests_on_grounds,
    ),
    Rule(
        WHY,
        _only((*WHY, "advice_missing", "not_held_unexplained")),
        "It says why each exemption applies.",
        "s.17(1)(c)",
        "reg 14(3)(a)",
        applies=rests_on_grounds,
    ),
    Rule(
        WEIGHED,
        _only(WEIGHED),
        "It weighs the public interest wherever the law asks for that.",
        "s.17(3)",
        "reg 14(3)(b)",
        applies=rests_on_grounds,
    ),
)
