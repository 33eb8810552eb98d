"""Whether a refusal that somebody else wrote names its grounds to the limb, says why, and weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foi_tracker.law.exemptions import PUBLIC_INTEREST, Exemption, catalogue
from foi_tracker.law.notices.facts import Finding
from foi_tracker.law.notices.strangers_facts import REFUSING, ReadGround, ReadLetter, asks_for_harm

TO_THE_LIMB = frozenset(
    {"s.26", "s.27", "s.29", "s.30", "s.31", "s.32", "s.35", "s.36", "s.37", "s.38", "s.40", "s.43"}
)
"""Sections that hold several exemptions, of which a notice must say which: s.17(1)(b)."""
BETTER_WITH_LIMB = frozenset({"s.12", "s.14", "s.44"})
"""Sections whose limb a careful notice names."""
_EXEMPTION, _EXCEPTION = ("ground_missing", "s.17(1)(b)"), ("eir_exception_missing", "reg 14(3)(a)")
_PROCEDURAL = frozenset({"s.12", "s.14"})


def grounds(letter: ReadLetter) -> Iterator[Finding]:
    """What the grounds of a refusal lack: s.17(1) to (3); reg 14(3)."""
    if letter.kind in REFUSING or letter.kind == "pit_extension":
        yield from _unnamed(letter)
    if letter.kind not in (*REFUSING, "pit_extension", "review"):
        return
    for number in dict.fromkeys(ground.number for ground in letter.relied):
        yield from _limb(letter, number)
        yield from _reason(letter, number)
    yield from _denial(letter)
    if letter.kind != "pit_extension":
        yield from _weighing(letter)
        yield from _harm(letter)
        yield from _particulars(letter)


def rows_of(ground: ReadGround) -> tuple[Exemption, ...]:
    """The rows of the catalogue that a citation may mean: one where it is exact, several where it is not."""
    rows = catalogue()
    for many in range(len(ground.parts), -1, -1):
        code = ground.number + "".join(f"({part})" for part in ground.parts[:many])
        if code in rows:
            return (rows[code],)
    begun = ground.number + "".join(f"({part})" for part in ground.parts[:1])
    near = tuple(row for code, row in rows.items() if code.startswith(begun + "("))
    return near or tuple(row for code, row in rows.items() if code.startswith(ground.number + "("))


def denies_by(ground: ReadGround) -> bool:
    """Whether it is a provision that lets an authority neither confirm nor deny."""
    firsts = {row.ncnd for row in catalogue().values() if row.ncnd}
    if ground.number == "s.40" and ground.parts[:1] in (("5",), ("5A",), ("5B",)):
        return True
    begun = [ground.number + "".join(f"({part})" for part in ground.parts[:n]) for n in (1, 2)]
    return any(code in firsts for code in begun) or ground.code.startswith(
        ("s.12(2)", "reg 12(6)", "reg 13(5")
    )


def _level(letter: ReadLetter) -> str:
    """A review stands on the notice that it looks at, and a decision to come will say more."""
    return "must" if letter.kind in REFUSING else "should"


def _missing(
    letter: ReadLetter, code: str, provision: str, message: str, *, where: str = "", surely: bool = True
) -> Finding:
    """What a refusal must say and does not; in doubt where that may stand in a file that goes with it."""
    if not surely:
        return Finding("should", code, provision, message, where)
    if letter.set_apart:
        message = f"{message} It may stand in a file that goes with the letter."
        return Finding("should", code, provision, message, where)
    return Finding(_level(letter), code, provision, message, where)


def _said(named: Iterable[ReadGround]) -> str:
    """The sentence that first relies on one of the grounds."""
    return next((ground.said for ground in named if ground.said), "")


def _named_level(letter: ReadLetter) -> str:
    """A notice that more time is needed names its exemption as any other does: s.17(2)."""
    return "must" if letter.kind == "pit_extension" else _level(letter)


def _unnamed(letter: ReadLetter) -> Iterator[Finding]:
    """Something withheld, and nothing named that allows it: s.17(1)(b); reg 14(3)(a)."""
    if letter.relied:
        yield from _not_held_unnamed(letter)
        return
    code, provision = _EXCEPTION if letter.is_eir else _EXEMPTION
    name = "exception" if letter.is_eir else "exemption"
    if letter.withholds:
        message = f"Something is withheld and no {name} is named."
        missing = _missing(letter, code, provision, message, where=letter.withholds)
        yield replace(missing, level="must") if letter.kind == "pit_extension" else missing
    elif letter.cost.claimed:
        message = (
            "The letter speaks of the cost limit and does not name section 12. Name it, if it is relied on."
        )
        yield Finding("should", "ground_missing", "s.17(5)", message, letter.cost.told)
    elif letter.small:
        message = "A small number seems to stand for a figure. If the figure is withheld, name the exemption."
        yield Finding("should", "ground_missing", "s.17(1)(b)", message, letter.small)
    elif letter.may_withhold:
        message = f"This may mean that something is withheld. If it is, name the {name} that allows it."
        yield Finding("should", code, provision, message, letter.may_withhold)
    elif letter.kind == "pit_extension" and not _names_exemption(letter):
        message = "The notice does not name the exemption whose public interest is still weighed."
        yield Finding("must", "ground_missing", "s.17(2)", message)
    yield from _not_held_unnamed(letter)


def _names_exemption(letter: ReadLetter) -> bool:
    """Whether it names one that may apply, and is not yet relied on, as a notice under s.17(2) does."""
    return any(ground.number not in _PROCEDURAL for ground in letter.grounds)


def _not_held_unnamed(letter: ReadLetter) -> Iterator[Finding]:
    """Under the Regulations not to hold it is a ground of refusal: reg 12(4)(a)."""
    named = any(ground.code.startswith("reg 12(4)(a)") for ground in letter.grounds)
    if letter.is_eir and letter.not_held and not letter.withholds and not named:
        message = "Something is not held, and regulation 12(4)(a) is not named."
        yield Finding("must", "eir_exception_missing", "reg 12(4)(a)", message, letter.not_held)


def _limb(letter: ReadLetter, number: str) -> Iterator[Finding]:
    """The limb of a section that has several: s.17(1)(b)."""
    cited = [ground for ground in letter.grounds if ground.number == number]
    deepest, where = max(len(ground.parts) for ground in cited), _said(cited)
    if number == "reg 12" and deepest < 2:
        message = "Regulation 12 is named without its paragraph, such as 12(5)(e)."
        yield Finding(_named_level(letter), "limb_missing", "reg 14(3)(a)", message, where)
    elif number in TO_THE_LIMB and deepest == 0:
        message = f"{_say(number)} holds several exemptions, and the letter does not cite which."
        yield Finding(_named_level(letter), "limb_missing", "s.17(1)(b)", message, where)
    elif number in ("s.31", "s.36") and deepest == 1 and not any(map(denies_by, cited)):
        message = f"{cited[0].code} has several limbs, and the letter does not cite which it relies on."
        yield Finding("should", "limb_missing", "s.17(1)(b)", message, where)
    elif number in BETTER_WITH_LIMB and deepest == 0:
        message = f"{_say(number)} is named without its subsection."
        provision = "s.17(5)" if number in _PROCEDURAL else "s.17(1)(b)"
        yield Finding("should", "limb_missing", provision, message, where)


def _reason(letter: ReadLetter, number: str) -> Iterator[Finding]:
    """Why the ground applies, in more than its own words: s.17(1)(c); reg 14(3)(a)."""
    relied = [ground for ground in letter.relied if ground.number == number]
    if any(ground.reasoned and not ground.thin for ground in relied):
        return
    if letter.not_held and all(ground.code.startswith("reg 12(4)(a)") for ground in relied):
        return  # that it is not held is the reason
    provision, where = "reg 14(3)(a)" if number.startswith("reg") else "s.17(1)(c)", _said(relied)
    if any(ground.reasoned for ground in relied):
        message = f"{_say(number)} is named with little but its own words. Say why it applies in this case."
        yield Finding("should", "reason_missing", provision, message, where)
        return
    message = f"{_say(number)} is named, and nothing says why it applies."
    if letter.kind == "pit_extension" and _only_listed(letter):
        yield Finding("must", "reason_missing", provision, message, where)
    else:
        yield _missing(letter, "reason_missing", provision, message, where=where)


def _only_listed(letter: ReadLetter) -> bool:
    """Whether a notice that more time is needed names exemptions and says nothing of any: s.17(2)."""
    return not any(ground.reasoned or ground.claimed for ground in letter.relied)


def _denial(letter: ReadLetter) -> Iterator[Finding]:
    """To neither confirm nor deny takes a provision of its own: s.17(1)(b)."""
    if letter.neither and not any(map(denies_by, letter.grounds)):
        message = "The letter neither confirms nor denies, and does not cite a provision that allows that."
        yield Finding(_level(letter), "ncnd_provision_missing", "s.17(1)(b)", message, letter.neither)
    if letter.both:
        message = "The letter seems to call the same information not held and exempt. Check which it is."
        yield Finding("should", "not_held_with_exemption", "s.1(1)(a)", message, letter.both)


def _is_weighed(ground: ReadGround) -> bool:
    rows = [row for row in rows_of(ground) if row.code != "reg 12(4)(a)" or ground.code == row.code]
    return bool(rows) and all(row.kind == "qualified" and PUBLIC_INTEREST in row.needs for row in rows)


def _weighing(letter: ReadLetter) -> Iterator[Finding]:
    """The public interest, where the law asks for it: s.17(3); reg 14(3)(b)."""
    asked = [
        ground for ground in letter.relied if _is_weighed(ground) and not (letter.weighed and ground.weighed)
    ]
    bare = letter.said.get("only_asserted")
    told = [ground for ground in letter.relied if _is_weighed(ground)]
    told = told if bare or letter.said.get("only_concluded") else []
    for law, code, provision in (
        (False, "public_interest_missing", "s.17(3)"),
        (True, "eir_public_interest_missing", "reg 14(3)(b)"),
    ):
        bare_of = [ground for ground in asked if ground.is_eir is law]
        asserted = [ground.code for ground in told if ground.is_eir is law]
        if bare_of:
            codes = ", ".join(ground.code for ground in bare_of)
            message = f"{codes}: the letter does not weigh the public interest."
            yield _missing(letter, code, provision, message, where=_said(bare_of))
        elif asserted:
            message = f"{', '.join(asserted)}: the letter says how the public interest falls, and not why."
            yield _missing(letter, code, provision, message, where=letter.weighing, surely=bool(bare))


def _harm(letter: ReadLetter) -> Iterator[Finding]:
    """The harm, and whether it would or would be likely to come: s.17(1)(c)."""
    bearing = [ground for ground in letter.relied if asks_for_harm(ground.code)]
    asked = sorted({ground.number for ground in bearing})
    harm = letter.harm
    if not asked:
        return
    names = ", ".join(asked)
    told = any(ground.reasoned and not ground.thin for ground in bearing)
    unsure = told and harm.weaker  # of a harm that is told in words of its own
    if not harm.said and not harm.quoted and not unsure:
        message = f"{names}: the letter does not say what harm disclosure would do."
        yield _missing(letter, "harm_missing", "s.17(1)(c)", message, where=_said(bearing), surely=not told)
    elif not harm.would and not harm.likely:
        message = f"{names}: the letter says neither that the harm would come nor that it would be likely to."
        yield _missing(
            letter,
            "likelihood_missing",
            "s.17(1)(c)",
            message,
            where=harm.told or _said(bearing),
            surely=not harm.quoted,
        )
    elif letter.said.get("both_likelihoods"):
        message = f"{names}: the letter says “would” in one place and “would be likely to” in another."
        yield Finding("should", "likelihood_missing", "s.17(1)(c)", message, _said(bearing))


def _particulars(letter: ReadLetter) -> Iterator[Finding]:
    """What single exemptions ask a letter to say."""
    for numbers, said, surely, code, provision, message in (
        ({"s.36"}, "qualified_person", True, "qualified_person_missing", "s.36(2)",
         "Section 36 rests on the opinion of a qualified person, and the letter tells of none."),
        ({"s.40", "reg 13"}, "balance", False, "balance_missing", "s.40(3A)(a)",
         "The letter does not weigh the legitimate interests in the personal data against the people’s."),
        ({"s.21"}, "where", True, "where_missing", "s.21",
         "The letter does not say where the information can be had."),
        ({"s.22"}, "when", False, "when_missing", "s.22",
         "The letter does not say when the information will be published."),
        ({"s.44"}, "enactment", True, "enactment_missing", "s.44(1)",
         "The letter does not name what forbids disclosure."),
    ):  # fmt: skip
        named = [ground for ground in letter.relied if ground.number in numbers]
        if named and not letter.said.get(said):
            yield _missing(letter, code, provision, message, where=_said(named), surely=surely)


def _say(number: str) -> str:
    return number.replace("reg ", "Regulation ").replace("s.", "Section ")
