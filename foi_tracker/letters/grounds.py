"""What a letter says of the grounds an answer rests on: the provision, then why, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from foi_tracker.law.exemptions import (
    NCND,
    WITHHOLD,
    Exemption,
    because,
    condition_of,
    find,
    harm_words,
    is_weighed,
    kind_of,
    provision_of,
)
from foi_tracker.law.notices.facts import AnswerFacts, GroundFacts, LetterFacts
from foi_tracker.letters import dates
from foi_tracker.letters.wording import listed

PENDING = "decision_pending"


@dataclass(frozen=True)
class Part:
    """One step of the reasoning: what hangs beside it, our own sentence, and the officer's words."""

    label: str
    lead: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reasoning:
    """What an answer says of all its grounds of one purpose. Empty where it has none."""

    under: str = ""  # "section 31(1)(a) of the Act"
    why: str = ""  # one or two sentences that follow the decision
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
        return Reasoning(under, f"The reasons are those of our answer to question {told[0]}.")
    if len(grounds) == 1:
        (ground,) = grounds
        return Reasoning(under, _why(ground), tuple(_parts(facts, ground, pending)))
    parts: list[Part] = []
    for ground, label in zip(grounds, told, strict=True):
        parts += _one_of_several(facts, ground, label, pending)
    return Reasoning(under, "", tuple(parts))


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
    named = _named([_provision(ground)])
    named = named[0].upper() + named[1:]
    covers = _small(ground.words.get("part", "")).strip().rstrip(".")
    if ground.purpose == NCND:
        applies, label = f"{named} lets us say neither.", "Provision"
    else:
        applies = f"{named} applies to {covers}." if covers else f"{named} applies."
    if told_at:
        yield Part(label, f"{applies} The reasons are those of our answer to question {told_at}.")
        return
    yield Part(label, f"{applies} {_because(ground)}".strip())
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


def _why(ground: GroundFacts) -> str:
    """What follows the decision, where there is but one ground: why, and which part it covers."""
    covers = _small(ground.words.get("part", "")).strip().rstrip(".")
    return " ".join(filter(None, (_because(ground), f"This covers {covers}." if covers else "")))


def _because(ground: GroundFacts) -> str:
    row = find(ground.code)
    if row is None:
        return ""
    likelihood = ground.words.get("likelihood", "")
    if ground.purpose == NCND:
        return f"Saying which {harm_words(row, ground.limb, likelihood)}." if row.has_harm_test else ""
    words = because(row, ground.limb, likelihood)
    if ground.code == "s.43(2)":
        whose = ground.words.get("whose", "")
        words = words.replace(row.interest, _WHOSE.get(whose, row.interest))
    condition = condition_of(row, ground.limb)
    if condition:
        words = f"{words} ({_named([condition])})"
    if ground.words.get("qp_role"):
        return f"In the opinion of our qualified person, {words}."
    return f"{words[:1].upper()}{words[1:]}."


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
    for part in (*_reason(row, words), *_opinion(words), *_harm(row, ground, words), *_views(ground, words)):
        if part.lead or part.words:
            yield part
    yield from _balance(row, ground, words)
    if is_weighed(row, ground.limb, ground.purpose, facts.authority.kind) and not pending:
        yield from _weighing(row, ground, words)
    for label, name in (("Our search", "searched"), ("Completion", "completion"), ("Instead", "advice")):
        if name in words:
            yield Part(label, "", (words[name],))


def _said(words: Mapping[str, str], *names: str) -> tuple[str, ...]:
    return tuple(words[name] for name in names if name in words)


def _part(label: str, lead: str = "", typed: Sequence[str] = ()) -> Part:
    """A step of the reasoning as one paragraph, where nothing typed in it is a list, a table or longer."""
    if not typed or any(re.search(r"[\n\t]", words) for words in typed):
        return Part(label, lead, tuple(typed))
    return Part(label, "", (" ".join(filter(None, (lead, *map(_sentence, typed)))),))


def _sentence(words: str) -> str:
    """Words typed as a note, as a sentence among others."""
    return words[:1].upper() + words[1:] + ("." if words[-1].isalnum() or words[-1] in ')%”"' else "")


def _reason(row: Exemption, words: Mapping[str, str]) -> Iterator[Part]:
    """Why it falls in the class, in the terms of the exemption."""
    if "where" in words:
        yield Part("Where", "", (words["where"],))
    if "when" in words:
        yield Part("When", f"We will publish it {when(words['when'])}.")
    yield _part("Why", " ".join(_lead(row, words)), _said(words, "settled", "reason", "confidence_why"))
    if "confidence_defence" in words:
        lead = "A court would ask whether the public interest excuses a breach of confidence."
        yield _part("Public interest", lead, (words["confidence_defence"],))


def _lead(row: Exemption, words: Mapping[str, str]) -> Iterator[str]:
    if "privilege" in words:
        kinds = {"advice": "legal advice", "litigation": "litigation"}
        yield f"The privilege is that of {kinds.get(words['privilege'], words['privilege'])}."
    if "confidence_from" in words:
        yield f"It came to us from {_small(words['confidence_from']).rstrip('.')}."
    if "enactment" in words:
        yield f"What forbids it is {words['enactment'].rstrip('.')}."
    if "s31_purpose" in words:
        yield f"The purpose is that of section 31(2)({words['s31_purpose']}) of the Act."
    if "s31_function" in words:
        yield f"The function: {words['s31_function'].rstrip('.')}."


def when(typed: str) -> str:
    """ "on 3 May 2026", or the words as typed: "in March 2027", "by the end of the year"."""
    words = dates.typed(typed).rstrip(".")
    if words != typed.strip().rstrip("."):
        return f"on {words}"
    return (
        words if re.match(r"(?:in|on|by|before|within|at|after|next|this)\b", words, re.I) else f"in {words}"
    )


def _opinion(words: Mapping[str, str]) -> Iterator[Part]:
    """Section 36: who gave the opinion, and when."""
    if "qp_role" in words:
        role = re.sub(r"^(?:the|our)\s+", "", words["qp_role"], flags=re.IGNORECASE).rstrip(".")
        on = f" on {dates.typed(words['qp_on'])}" if "qp_on" in words else ""
        yield Part("Opinion", f"Our qualified person under section 36(5) is the {role}, who gave it{on}.")


_LIKELY = {
    "would": "We say “would”: this harm is more likely than not.",
    "likely": "We say “would be likely to”: the risk is real and significant, if not more likely than not.",
}
_CERTAIN = "The Regulations ask whether it would happen. We judge that it would."


def _harm(row: Exemption, ground: GroundFacts, words: Mapping[str, str]) -> Iterator[Part]:
    if not row.has_harm_test:
        return
    label = "Why" if ground.purpose == NCND else "The danger" if row.basis == "endangerment" else "The harm"
    yield _part(label, "", _said(words, "harm", "cause"))
    if "likelihood" in words:
        lead = (
            _CERTAIN
            if row.basis == "adverse_effect"
            else _LIKELY.get(words["likelihood"], words["likelihood"])
        )
        yield _part("How likely", lead, _said(words, "likelihood_why"))


def _views(ground: GroundFacts, words: Mapping[str, str]) -> Iterator[Part]:
    """What those concerned say: s.43(2) rests on it. The views that were asked for, where none are typed."""
    if ground.purpose == WITHHOLD and ground.code == "s.43(2)":
        yield Part("Their view", "", _said(words, "views") or tuple(ground.views))


_PRINCIPLES = {
    "a": "would not be lawful, fair and transparent",
    "b": "would use it for another purpose than it was collected for",
    "c": "would give away more than is needed",
    "d": "would spread data that may not be accurate",
    "e": "would keep it alive for longer than is needed",
    "f": "would not keep it secure",
}


def _balance(row: Exemption, ground: GroundFacts, words: Mapping[str, str]) -> Iterator[Part]:
    """Section 40(2) and regulation 13: the principle, then legitimate interests against rights."""
    if not {"principle", "interest", "necessity", "balance"} & set(words):
        return
    letter = words.get("principle", "")
    act = "Saying yes or no" if ground.purpose == NCND else "Releasing it"
    article = f" (UK GDPR, Article 5(1)({letter}))" if letter in _PRINCIPLES else ""
    lead = f"{act} {_PRINCIPLES.get(letter, letter)}{article}." if letter else ""
    yield _part("The balance", lead, _said(words, "interest", "necessity", "balance"))
    if ground.purpose == WITHHOLD and kind_of(row, ground.limb) == "absolute":
        what = "exception" if row.regime == "EIR" else "exemption"
        yield Part("", f"This {what} is absolute, so no public interest test follows.")


def _weighing(row: Exemption, ground: GroundFacts, words: Mapping[str, str]) -> Iterator[Part]:
    """Section 17(3) and regulation 14(3)(b): for, against and the conclusion."""
    if ground.purpose == NCND:
        lead = "We may say neither only if the public interest in doing so is the stronger."
    elif row.regime == "EIR":
        lead = (
            "The Regulations presume release. We may withhold it only if the public interest in doing so is "
            "the stronger."
        )
    else:
        lead = (
            "This is a qualified exemption: it stands only if the public interest in withholding is the "
            "stronger."
        )
    yield Part("Public interest", lead)
    first = "For saying" if ground.purpose == NCND else "For release"
    for label, name in ((first, "pi_for"), ("Against", "pi_against"), ("Conclusion", "pi_conclusion")):
        if name in words:
            yield Part(label, "", (words[name],))
