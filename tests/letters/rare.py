"""A letter for each wording that no golden letter prints, by the key of the wording."""

from __future__ import annotations

from dataclasses import replace

from foi_tracker.law.exemptions import NCND, catalogue
from foi_tracker.law.notices.facts import AnswerFacts, CostFacts, CostRowFacts, GroundFacts, LetterFacts
from tests.factories import letters, notices
from tests.law.notices.grounds import ground


def _one(outcome: str, *, regime: str = "FOIA", law: str = "", **changes: object) -> LetterFacts:
    answer = AnswerFacts("1", "Everything about the weir", outcome, "Words.", regime=law)
    return letters.response(answers=(replace(answer, **changes),), regime=regime)  # type: ignore[arg-type]


def _eir(outcome: str, **changes: object) -> LetterFacts:
    return _one(outcome, regime="EIR", **changes)


def _with(facts: LetterFacts, **settings: object) -> LetterFacts:
    return replace(facts, authority=replace(facts.authority, **settings))  # type: ignore[arg-type]


def _for_ground(code: str, limb: str = "", purpose: str = "withhold") -> LetterFacts:
    regime = "EIR" if code.startswith("reg") else "FOIA"
    outcome = "ncnd" if purpose == NCND else "withheld"
    return _one(outcome, regime=regime, grounds=(ground(code, limb, purpose),))


def _grounds() -> dict[str, LetterFacts]:
    found = {}
    for row in catalogue().values():
        if row.kind == "procedural":
            continue
        bare = replace(ground(row.code), limb="")
        regime = "EIR" if row.regime == "EIR" else "FOIA"
        found[f"ground.{row.code}"] = _one("withheld", regime=regime, grounds=(bare,))
        for limb in row.limbs:
            if limb.because:
                found[f"ground.{row.code}.{limb.code}"] = _for_ground(row.code, limb.code)
        if row.ncnd and row.has_harm_test:
            found[f"ground.{row.code}.ncnd"] = _for_ground(row.code, purpose=NCND)
    return found


_FUNCTION = {"s31_purpose": "a", "s31_function": "Inspecting care homes"}
_BARRED = GroundFacts("s.44(1)", words={"enactment": "section 18(1) of an Act"})
_BY_POST = letters.REGULATOR and replace(letters.REGULATOR, postal_address=("1 Example Street",))

RARE: dict[str, LetterFacts] = {
    **_grounds(),
    "outcome.part_held.rest.eir": _eir("part_held", details={"not_held_part": "None in May."}),
    "outcome.accessible.eir": _eir("accessible"),
    "outcome.future_publication.eir": _eir("future_publication"),
    "outcome.cost_limit.unsure": replace(
        _one("cost_limit"), cost=CostFacts((CostRowFacts("determine", "files", 900, 2.0),))
    ),
    "outcome.cost_limit.unreckoned": _one("cost_limit"),
    "outcome.cost_limit.eir": _eir("cost_limit"),
    "outcome.cost_limit.together": replace(
        _one("cost_limit"), cost=CostFacts(sampled="We timed ten.", together_with=("012-26",))
    ),
    "outcome.vexatious.eir": _eir("vexatious"),
    "outcome.own_data.eir": _eir("own_data"),
    "outcome.outside_act.eir": _eir("outside_act"),
    "outcome.not_applicable": _one("not_applicable"),
    "outcome.withdrawn": _one("withdrawn"),
    "result.part_disclosed.all": _one("part_disclosed"),
    "result.decision_pending.all": _one("decision_pending"),
    "result.clarification.all": _one("clarification"),
    "result.outside_act.all": _one("outside_act"),
    "reason.absolute.eir": _for_ground("reg 13", "13(2A)(a)"),
    "reason.enactment": _one("withheld", grounds=(_BARRED,)),
    "reason.purpose": _one("withheld", grounds=(GroundFacts("s.31(1)(g)", words=_FUNCTION),)),
    "reason.function": _one("withheld", grounds=(GroundFacts("s.31(1)(g)", words=_FUNCTION),)),
    "letter.acknowledgement.more": letters.acknowledgement(answers=()),
    "letter.acknowledgement.more_large": letters.acknowledgement(answers=(), large_print=True),
    "letter.clarification.all": letters.clarification(answers=()),
    "letter.holding.undated": notices.holding(due=None),
    "letter.response.part": letters.response(part_of_several=True),
    "letter.passed_on.who_undated": notices.passed_on(said={"authority": "Ambleford Police"}),
    "letter.consultation.reply_by_undirected": _with(notices.consultation(), email=""),
    "letter.not_valid.reply_large": letters.not_valid(large_print=True),
    "always.no_review": _with(letters.response(), review_procedure=False, review_contact=()),
    "always.regulator.direct": _with(letters.response(), review_procedure=False, review_contact=()),
    "always.regulator.post": letters.response(regulator=_BY_POST),
    "always.format.large_for_all": _with(letters.response(large_print=True), large_print_for_all=True),
    "always.disclosure_log": _with(letters.response(), disclosure_log="https://ambleford.example/log"),
    "always.wishes": letters.acknowledgement(form_wanted="a spreadsheet"),
    "always.decided.team": _with(letters.response(), signatory_role="Information Rights team"),
    "always.close_unnamed": _with(letters.response(), greeting="Sir or Madam"),
}
