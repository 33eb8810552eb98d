"""Complete refusals under every ground, and what each lacks when one fact is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from foi_tracker.law.exemptions import NCND, get
from foi_tracker.law.notices.facts import AnswerFacts, GroundFacts, LetterFacts
from foi_tracker.law.reasoning import asks_of, needs_limb
from tests.law.notices.examples import AUTHORITY, answer, file, response
from tests.law.notices.grounds import every_ground, ground

DEPARTMENT = replace(AUTHORITY, kind="department")


def refusal(*grounds: GroundFacts, **changes: object) -> LetterFacts:
    """A department's answer to one question that rests on these grounds alone."""
    law = "EIR" if grounds[0].code.startswith("reg") else "FOIA"
    held = "not_held" if grounds[0].code == "reg 12(4)(a)" else "withheld"
    outcome = "ncnd" if grounds[0].purpose == NCND else held
    return response(answer("1", outcome, grounds=grounds, **changes), regime=law, authority=DEPARTMENT)


def named(each: GroundFacts) -> str:
    """A ground as a test is called: "s.40(2) 40(3B)", "s.31(1)(a) ncnd"."""
    words = (each.code, each.limb, "" if each.purpose != NCND else NCND)
    return " ".join(word for word in words if word)


DENIED = ground("s.31(1)(a)", purpose=NCND)
THEIRS = ground("s.43(2)", whose="theirs")
COMPLETE: dict[str, LetterFacts] = {named(each): refusal(each) for each in every_ground()} | {
    "several grounds": refusal(ground("s.31(1)(a)"), ground("s.38(1)"), ground("s.40(2)", "40(3A)(a)")),
    "investigation and enforcement, of two parts": refusal(
        ground("s.30(1)", part="The statements"), ground("s.31(1)(a)", part="The map")
    ),
    "investigation and enforcement, to deny": refusal(ground("s.30(1)", purpose=NCND), DENIED),
    "a firm that says itself what would harm it": refusal(THEIRS),
    "a firm that was asked": refusal(
        GroundFacts("s.43(2)", words={**THEIRS.words, "views": ""}, views=("Our rivals would undercut us.",))
    ),
    "statistics": refusal(ground("s.36(2)(c)", statistics="yes")),
    "an answer, and the rest denied": response(answer("1", "disclosed", grounds=(DENIED,))),
    "not held, and the rest denied": response(answer("1", "not_held", grounds=(DENIED,))),
    "part held, and of that a part withheld": response(
        answer("1", "part_held", grounds=(ground("s.40(2)", "40(3A)(a)", part="The names"),))
    ),
    "one ground of two questions": response(
        answer("1", "withheld"), answer("2", "part_disclosed", grounds=(ground("s.31(1)(a)"),))
    ),
    "either house": response(
        answer(
            "1",
            "withheld",
            grounds=(
                GroundFacts("s.36(2)(c)", words={
                    name: words for name, words in ground("s.36(2)(c)").words.items() if name[:3] != "pi_"
                }),
            ),
        ),
        authority=replace(AUTHORITY, kind="parliament"),
    ),
    "still weighed": response(
        answer(
            "1",
            "decision_pending",
            grounds=(GroundFacts("s.31(1)(a)", words={"harm": "H.", "cause": "C.", "likelihood": "would"}),),
        )
    ),
    "a question of each law": response(
        answer("1", "withheld"), answer("2", "withheld", "EIR", regime="EIR")
    ),
}  # fmt: skip
"""Every one of these is whole: the check finds nothing."""

Expected = tuple[str, str, str]


def _without(each: GroundFacts, name: str) -> GroundFacts:
    return replace(each, words={key: words for key, words in each.words.items() if key != name})


def _each_fact_taken_away() -> Iterator[tuple[str, tuple[LetterFacts, Expected]]]:
    """Every required fact of every ground, one at a time."""
    for each in (*every_ground(), THEIRS):
        row = get(each.code)
        if needs_limb(row, each.purpose):
            yield f"{named(each)} without its limb", (
                refusal(replace(each, limb="")), ("must", "limb_missing", "1"),
            )  # fmt: skip
        for ask in asks_of(each.code, each.limb, each.purpose, given=each.words):
            if ask.required:
                yield f"{named(each)} without {ask.name}", (
                    refusal(_without(each, ask.name)), (ask.level, ask.code, "1"),
                )  # fmt: skip


_MUST = {
    "withheld on nothing": (response(answer("1", "withheld", grounds=(DENIED,))), "ground_missing"),
    "withheld on nothing (EIR)": (
        response(
            answer("1", "withheld", grounds=(ground("reg 12(5)(a)", purpose=NCND),)), regime="EIR"
        ),
        "eir_exception_missing",
    ),
    "a section alone": (refusal(GroundFacts("s.31")), "limb_missing"),
    "no such section": (refusal(GroundFacts("s.99")), "ground_missing"),
    "a condition that is not there": (
        refusal(GroundFacts("s.40(2)", "40(9)", words=ground("s.40(2)").words)), "limb_missing",
    ),
    "policy outside a department": (
        response(answer("1", "withheld", grounds=(ground("s.35(1)(a)"),))), "ground_missing",
    ),
    "an exemption under the regulations": (
        response(answer("1", "withheld"), regime="EIR"), "eir_exception_missing",
    ),
    "to be published, under the regulations": (
        response(answer("1", "future_publication"), regime="EIR"), "eir_exception_missing",
    ),
    "withheld because it is not held": (
        response(answer("1", "withheld", "EIR", grounds=(ground("reg 12(4)(a)"),)), regime="EIR"),
        "not_held_with_exemption",
    ),
    "an exception under the act": (
        response(answer("1", "withheld", grounds=(ground("reg 12(4)(e)"),))), "ground_missing",
    ),
    "emissions": (refusal(ground("reg 12(5)(e)", emissions="yes")), "eir_exception_missing"),
    "a historical record": (refusal(ground("s.42", record_year="1990")), "ground_missing"),
    "investigation and enforcement": (refusal(ground("s.30(1)"), ground("s.31(1)(a)")), "ground_missing"),
    "not held and exempt": (
        response(answer("1", "not_held", grounds=(ground("s.31(1)(a)"),))), "not_held_with_exemption",
    ),
    "more time for what is absolute": (
        response(answer("1", "decision_pending", grounds=(ground("s.41"),))), "ground_missing",
    ),
    "more time under the regulations": (
        response(answer("1", "decision_pending", grounds=(ground("reg 12(4)(e)"),)), regime="EIR"),
        "extension_not_allowed",
    ),
    "a trade secret denied": (
        refusal(GroundFacts("s.43(1)", purpose=NCND)), "ncnd_provision_missing",
    ),
    "given, and withheld": (
        response(answer("1", "disclosed", grounds=(ground("s.31(1)(a)"),))), "ground_missing",
    ),
    "denied, and withheld": (refusal(DENIED, ground("s.31(1)(a)")), "ncnd_hint"),
    "denied, with an answer": (refusal(DENIED, answer="We hold three."), "ncnd_hint"),
    "denied, with a search": (refusal(DENIED, details={"searched": "The archive"}), "ncnd_hint"),
    "denied, with a file": (
        replace(refusal(DENIED, attachments=("Bins by ward",)), attachments=(file(),)), "ncnd_hint",
    ),
    "denied, with words that tell": (
        refusal(ground("s.31(1)(a)", purpose=NCND, harm="The 14 documents name people.")), "ncnd_hint",
    ),
    "the rest denied, with words that tell": (
        response(answer("1", "disclosed", grounds=(
            ground("s.31(1)(a)", purpose=NCND, harm="The rest of the information is exempt."),
        ))), "ncnd_hint",
    ),
}  # fmt: skip

DEFECTS: dict[str, tuple[LetterFacts, Expected]] = {
    **{name: (facts, ("must", code, "1")) for name, (facts, code) in _MUST.items()},
    "falls away because of what is denied": (
        response(answer("1", "ncnd"), answer("2", "not_applicable", because_of="1")),
        ("must", "ncnd_hint", "2"),
    ),
    "takes the answer that is denied, with a file": (
        response(
            answer("1", "ncnd"),
            AnswerFacts("2", "And that?", same_as="1", attachments=("Bins by ward",)),
            attachments=(file(question="2"),),
        ),
        ("must", "ncnd_hint", "2"),
    ),
    "all denied, with a file for the whole letter": (
        response(
            answer("1", "ncnd"), AnswerFacts("2", "And that?", same_as="1"), attachments=(file(question=""),)
        ),
        ("must", "ncnd_hint", ""),
    ),
    "all denied, with an opening statement that tells": (
        response(answer("1", "ncnd"), opening_statement="We found 3 files about this."),
        ("must", "ncnd_hint", ""),
    ),
    "all denied, with a reason for the correction that tells": (
        response(
            answer("1", "ncnd"),
            corrects=date(2026, 11, 10),
            correction_reason="We hold more than we thought.",
        ),
        ("must", "ncnd_hint", ""),
    ),
    **dict(_each_fact_taken_away()),
}
"""One defect each, with the level, the code and the question of its finding."""
