"""What a letter says of the grounds an answer rests on: the provision, then why, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from foi_tracker.law.exemptions import (
    NCND,
    WITHHOLD,
    Exemption,
    condition_of,
    find,
    interest_of,
    is_weighed,
    kind_of,
    provision_of,
    would_of,
)
from foi_tracker.law.notices.facts import AnswerFacts, GroundFacts, LetterFacts
from foi_tracker.law.reasoning_asks import THEIRS
from foi_tracker.letters import dates, markdown
from foi_tracker.letters.saying import Said, joined, said
from foi_tracker.letters.standard import defaults
from foi_tracker.letters.wording import listed

PENDING = "decision_pending"


@dataclass(frozen=True)
class Part:
    """One step of the reasoning: what hangs beside it, our own words, and the officer's."""

    label: str
    lead: Said = field(default_factory=Said)
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reasoning:
    """What an answer says of all its grounds of one purpose. Empty where it has none."""

    under: str = ""  # "section 31(1)(a) of the Act"
    why: Said = field(default_factory=Said)  # a sentence or two that follow the decision
    parts: tuple[Part, ...] = ()


def reasoning(facts: LetterFacts, answer: AnswerFacts, purpose: str) -> Reasoning:
    """The reasons of an answer to withhold, or to neither confirm nor deny.

    Reasons that stand in an earlier answer of the letter are named, not said again.
    """
    grounds = [ground for ground in answer.grounds if ground.purpose == purpose]
    if not grounds:
        return Reasoning()
    pending = answer.outcome == PENDING
    told = [_told_at(facts, answer, ground) for ground in grounds]
    under = _under(grounds)
    if told[0] and len(set(told)) == 1:
        return Reasoning(under, said(facts, "reason.told", other=told[0]))
    if len(grounds) == 1:
        (ground,) = grounds
        return Reasoning(under, _why(facts, ground), tuple(_parts(facts, ground, pending)))
    parts: list[Part] = []
    for ground, label in zip(grounds, told, strict=True):
        parts += _one_of_several(facts, ground, label, pending)
    return Reasoning(under, parts=tuple(parts))


def publication(facts: LetterFacts, answer: AnswerFacts) -> Reasoning:
    """Why it is reasonable to wait for what will be published, s.22: the plan, and the public interest."""
    ground = GroundFacts("s.22", words=answer.details)
    said = [part for part in _parts(facts, ground, pending=False) if part.label != "When"]
    if facts.regime.startswith("EIR"):
        said = [part for part in said if part.words]  # the Regulations have no such exception to speak of
    return Reasoning(parts=tuple(said))


def _told_at(facts: LetterFacts, answer: AnswerFacts, ground: GroundFacts) -> str:
    """The label of an earlier answer that gives these very reasons, or ""."""
    for other in facts.answers:
        if other.label == answer.label:
            return ""
        alike = (other.outcome == PENDING) == (answer.outcome == PENDING)
        if alike and not other.same_as and ground in other.grounds:
            return other.label
    return ""


def _one_of_several(facts: LetterFacts, ground: GroundFacts, told_at: str, pending: bool) -> Iterator[Part]:
    row = find(ground.code)
    label = "Exception" if row and row.regime == "EIR" else "Exemption"
    named, covers = _named([_provision(ground)]), _covers(ground)
    if ground.purpose == NCND:
        applies, label = said(facts, "reason.applies.ncnd", ground=named), "Provision"
    elif covers:
        applies = said(facts, "reason.applies.to", ground=named, part=covers)
    else:
        applies = said(facts, "reason.applies", ground=named)
    if told_at:
        yield Part(label, joined(applies, said(facts, "reason.told", other=told_at)))
        return
    yield Part(label, joined(applies, _because(facts, ground)))
    yield from _parts(facts, ground, pending)


# The decision


def _provision(ground: GroundFacts) -> str:
    row = find(ground.code)
    return provision_of(row, ground.limb, ground.purpose) if row else ground.code


def _under(grounds: Sequence[GroundFacts]) -> str:
    """ "sections 31(1)(a) and 40(2) of the Act"."""
    provisions = list(dict.fromkeys(_provision(ground) for ground in grounds))
    law = "Regulations" if provisions[0].startswith("reg") else "Act"
    return f"{_named(provisions)} of the {law}"


def _named(provisions: Sequence[str]) -> str:
    numbers = [re.sub(r"^(?:s\.|reg )", "", provision) for provision in provisions]
    word = "regulation" if provisions[0].startswith("reg") else "section"
    return f"{word}{'s' if len(numbers) > 1 else ''} {listed(numbers)}"


def _why(facts: LetterFacts, ground: GroundFacts) -> Said:
    """What follows the decision, where there is but one ground: why, and which part it covers."""
    covers = _covers(ground)
    return joined(_because(facts, ground), said(facts, "reason.covers", part=covers) if covers else Said())


def _covers(ground: GroundFacts) -> str:
    return _small(ground.words.get("part", "")).strip().rstrip(".")


def _because(facts: LetterFacts, ground: GroundFacts) -> Said:
    """The wording of the ground, or of its limb where that has words of its own; of what is none, nothing."""
    row, known = find(ground.code), defaults(facts.language)
    keys = [f"ground.{ground.code}.{ground.limb}", f"ground.{ground.code}"]
    if ground.purpose == NCND:
        keys = [f"ground.{ground.code}.ncnd"]
    key = next((key for key in keys if key in known), "")
    if row is None or not key:
        return Said()
    interest = interest_of(row, ground.limb)
    if ground.code == "s.43(2)" and ground.purpose != NCND:
        interest = _WHOSE.get(ground.words.get("whose", ""), interest)
    return said(
        facts,
        key,
        ground=_under([ground]),
        would=would_of(row, ground.words.get("likelihood", "")),
        interest=interest,
        condition=_named([condition]) if (condition := condition_of(row, ground.limb)) else "",
    )


_WHOSE = {
    "ours": "our own commercial interests",
    "theirs": "the commercial interests of somebody else",
    "both": "our own commercial interests and those of somebody else",
}


def _small(words: str) -> str:
    """Words typed as a heading, as they stand within a sentence: "The names" is "the names"."""
    return words[:1].lower() + words[1:] if re.match(r"[A-Z][a-z]*\s", words) else words


# The reasons


def _parts(facts: LetterFacts, ground: GroundFacts, pending: bool) -> Iterator[Part]:
    row = find(ground.code)
    if row is None:
        return
    words = {name: value.strip() for name, value in ground.words.items() if value.strip()}
    for part in (
        *_reason(facts, row, words),
        *_opinion(facts, words),
        *_harm(facts, row, ground, words),
        *_views(ground, words),
    ):
        if part.lead or part.words:
            yield part
    yield from _balance(facts, row, ground, words)
    if is_weighed(row, ground.limb, ground.purpose, facts.authority.kind) and not pending:
        yield from _weighing(facts, row, ground, words)
    for label, name in (
        ("Our search", "searched"),
        ("Completion", "completion"),
        ("Instead", "advice"),
        ("Instead", "eir_answer"),
    ):
        if name in words:
            yield Part(label, words=(words[name],))


def _typed(words: Mapping[str, str], *names: str) -> tuple[str, ...]:
    return tuple(words[name] for name in names if name in words)


def _part(label: str, lead: Said, typed: Sequence[str] = ()) -> Part:
    """A step of the reasoning as one paragraph, where nothing typed in it is a list, a table or longer."""
    if not typed or any(re.search(r"[\n\t]", words) for words in typed):
        return Part(label, lead, tuple(typed))
    words = " ".join(map(_sentence, typed))
    if not lead:
        return Part(label, words=(words,))
    return Part(label, joined(lead, Said("{typed}", {"typed": markdown.inline(words)})))


def _sentence(words: str) -> str:
    """Words typed as a note, as a sentence among others."""
    return words[:1].upper() + words[1:] + ("." if words[-1].isalnum() or words[-1] in ')%”"' else "")


def _reason(facts: LetterFacts, row: Exemption, words: Mapping[str, str]) -> Iterator[Part]:
    """Why it falls in the class, in the terms of the exemption."""
    if "where" in words:
        yield Part("Where", words=(words["where"],))
    if "when" in words:
        yield Part("When", said(facts, "reason.publication", when=when(words["when"])))
    typed = _typed(words, "settled", "reason", "confidence_why")
    yield _part("Why", joined(*_lead(facts, words)), typed)
    if "confidence_defence" in words:
        lead = said(facts, "reason.confidence.defence")
        yield _part("Public interest", lead, (words["confidence_defence"],))


def _lead(facts: LetterFacts, words: Mapping[str, str]) -> Iterator[Said]:
    if "privilege" in words:
        kinds = {"advice": "legal advice", "litigation": "litigation"}
        yield said(facts, "reason.privilege", privilege=kinds.get(words["privilege"], words["privilege"]))
    if "confidence_from" in words:
        yield said(facts, "reason.confidence", source=_small(words["confidence_from"]).rstrip("."))
    if "enactment" in words:
        yield said(facts, "reason.enactment", enactment=words["enactment"].rstrip("."))
    if "s31_purpose" in words:
        yield said(facts, "reason.purpose", purpose=f"section 31(2)({words['s31_purpose']}) of the Act")
    if "s31_function" in words:
        yield said(facts, "reason.function", function=words["s31_function"].rstrip("."))


def when(typed: str) -> str:
    """ "on 3 May 2026", or the words as typed: "in March 2027", "by the end of the year"."""
    words = dates.typed(typed).rstrip(".")
    if words != typed.strip().rstrip("."):
        return f"on {words}"
    return (
        words if re.match(r"(?:in|on|by|before|within|at|after|next|this)\b", words, re.I) else f"in {words}"
    )


def _opinion(facts: LetterFacts, words: Mapping[str, str]) -> Iterator[Part]:
    """Section 36: who gave the opinion, and when."""
    if "qp_role" in words:
        role = re.sub(r"^(?:the|our)\s+", "", words["qp_role"], flags=re.IGNORECASE).rstrip(".")
        on = f"on {dates.typed(words['qp_on'])}" if "qp_on" in words else ""
        yield Part("Opinion", said(facts, "reason.opinion", role=role, given_on=on))


_LIKELY = {"would": "reason.would", "likely": "reason.likely"}


def _harm(
    facts: LetterFacts, row: Exemption, ground: GroundFacts, words: Mapping[str, str]
) -> Iterator[Part]:
    if not row.has_harm_test:
        return
    label = "Why" if ground.purpose == NCND else "The danger" if row.basis == "endangerment" else "The harm"
    yield _part(label, Said(), _typed(words, "harm", "cause"))
    if "likelihood" in words:
        key = "reason.certain" if row.basis == "adverse_effect" else _LIKELY.get(words["likelihood"])
        interest = interest_of(row, ground.limb)
        would = would_of(row, words["likelihood"])
        lead = (
            said(facts, key, interest=interest, would=would)
            if key
            else Said("{typed}", {"typed": words["likelihood"]})
        )
        yield _part("How likely", lead, _typed(words, "likelihood_why"))


def _views(ground: GroundFacts, words: Mapping[str, str]) -> Iterator[Part]:
    """What those concerned say, where s.43(2) rests on it: as typed, or as they told whoever asked them."""
    if ground.purpose == WITHHOLD and ground.code == "s.43(2)" and words.get("whose") in THEIRS:
        yield Part("Their view", words=_typed(words, "views") or tuple(ground.views))


_PRINCIPLES = {
    "a": "would not be lawful, fair and transparent",
    "b": "would use it for another purpose than it was collected for",
    "c": "would give away more than is needed",
    "d": "would spread data that may not be accurate",
    "e": "would keep it alive for longer than is needed",
    "f": "would not keep it secure",
}


def _balance(
    facts: LetterFacts, row: Exemption, ground: GroundFacts, words: Mapping[str, str]
) -> Iterator[Part]:
    """Section 40(2) and regulation 13: the principle, then legitimate interests against rights."""
    if not {"principle", "interest", "necessity", "balance"} & set(words):
        return
    letter, lead = words.get("principle", ""), Said()
    if letter:
        article = f" (UK GDPR, Article 5(1)({letter}))" if letter in _PRINCIPLES else ""
        key = "reason.principle.ncnd" if ground.purpose == NCND else "reason.principle"
        lead = said(facts, key, principle=f"{_PRINCIPLES.get(letter, letter)}{article}")
    yield _part("The balance", lead, _typed(words, "interest", "necessity", "balance"))
    if ground.purpose == WITHHOLD and kind_of(row, ground.limb) == "absolute":
        yield Part("", said(facts, "reason.absolute"))


def _weighing(
    facts: LetterFacts, row: Exemption, ground: GroundFacts, words: Mapping[str, str]
) -> Iterator[Part]:
    """Section 17(3) and regulation 14(3)(b): for, against and the conclusion."""
    denies = ground.purpose == NCND
    yield Part("Public interest", said(facts, "reason.weighing.ncnd" if denies else "reason.weighing"))
    first = "For saying" if denies else "For release"
    for label, name in ((first, "pi_for"), ("Against", "pi_against"), ("Conclusion", "pi_conclusion")):
        if name in words:
            yield Part(label, words=(words[name],))
