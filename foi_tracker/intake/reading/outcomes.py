"""What becomes of a question, as the words of its answer tell it: a code of law.outcomes.

What is doubtful has no outcome: "" is no harm, and a wrong outcome is. An answer that is given is told by
what it gives; one that is refused, by the provision that it relies on or by words that only one outcome has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.intake.reading import cost, statements
from foi_tracker.intake.reading import outcome_words as words
from foi_tracker.intake.reading.citations import EIR, Citation
from foi_tracker.intake.reading.grounds import RELIED, uses_in
from foi_tracker.intake.reading.sentences import Sentence, plain, read
from foi_tracker.intake.reading.theirs import words_of
from foi_tracker.intake.reading.withheld import withholding

ABOVE = "above"
"""What an answer points to that is "as above"."""

"""An answer that is another's: "As above", "See answer to question 9", "Please see response to Q1"."""
_LONGEST_REFERENCE = 25
"""Words of an answer that does no more than point to another."""


_OF_SECTION = {
    "s.12": "cost_limit",
    "s.14": "vexatious",
    "s.21": "accessible",
    "s.22": "future_publication",
    "s.22A": "future_publication",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer tells: an outcome, or whose answer it takes. Both "" where neither can be told."""

    outcome: str = ""
    same_as: str = ""  # the label that it names, or ABOVE


def told(answer: Sequence[Sentence]) -> Told:
    """What becomes of a question whose answer these sentences are."""
    said = [each for each in answer if words_of(each.text) or words.FEWER.search(each.text)]
    if not said:
        return Told()
    if any(words.OF_OTHERS.match(each.text) for each in said[1:]):
        return Told()
    if falls := words.FALLS_AWAY.search(said[0].text):
        rest = " ".join([said[0].text[falls.end() :], *(each.text for each in said[1:])])
        return Told() if _gives(rest) else Told("not_applicable")
    refusals = _refusals(said)
    pointed = words.REFERS.match(said[0].text)
    if pointed and not refusals and sum(len(words_of(each.text)) for each in said) <= _LONGEST_REFERENCE:
        number = pointed["label1"] or pointed["label2"]
        several = words.MORE_THAN_ONE.match(said[0].text[pointed.end() :])
        return Told() if several else Told(same_as=number.upper() if number else ABOVE)
    return Told(_weigh(said, refusals))


def outcome_of(answer: str) -> str:
    """The outcome of an answer that stands alone, of one or more lines; "" where it cannot be told."""
    return told(read(plain(answer))).outcome


def _refusals(said: Sequence[Sentence]) -> list[tuple[int, str]]:
    """Each outcome other than giving it that a sentence tells, with the number of the sentence."""
    return [(place, code) for place, each in enumerate(said) for code in _signs(each)]


def _signs(each: Sentence) -> list[str]:
    """The outcomes, other than giving it, that one sentence tells."""
    text = each.text
    if statements.neither([each]):
        return [] if words.BESIDES.search(text) else ["ncnd"]
    if text.endswith("?"):
        return ["clarification"] if words.ASKS_BACK.search(text) else []
    found = [code for code, sign in _BY_WORDS if sign.search(text)]
    if found:
        return found
    found = [code for use in uses_in([each]) if use.stance == RELIED and (code := _by_section(use.citation))]
    if found and words.NOT_RELIED.search(text):
        return ["unsure"]
    if cost.cost_in([each], False).claimed:
        found.append("cost_limit")
    if "cost_limit" in found:
        return ["cost_limit_confirm" if words.TO_SAY_IF_HELD.search(text) else "cost_limit"]
    if found:
        return found
    if words.PUBLIC_ALREADY.search(text) and not words.NOT_PUBLIC.search(text):
        return ["accessible"]
    if words.TO_BE_PUBLISHED.search(text):
        return ["future_publication"]
    if any(withholding([each])):
        return ["withheld"]
    if statements.not_held([each]) or words.NOT_RECORDED.search(text):
        if words.HELD_OTHERWISE.search(text) or words.SAVE.search(text):
            return ["unsure"]
        return ["part_held" if words.OF_A_TIME.search(text) else "not_held"]
    return []


_BY_WORDS = (
    ("withdrawn", words.WITHDRAWN),
    ("decision_pending", words.UNDECIDED),
    ("clarification", words.ASKS_BACK),
    ("outside_act", words.NO_RECORDED),
    ("repeated", words.REPEATED),
    ("vexatious", words.VEXATIOUS),
    ("own_data", words.THEIR_OWN),
)
"""Words that only one outcome has."""


def _by_section(citation: Citation) -> str:
    """The outcome that a provision alone tells."""
    number = f"{'reg ' if citation.law == EIR else 's.'}{citation.number}"
    if number in ("s.1", "s.10", "s.11", "s.16", "s.17", "reg 5", "reg 9", "reg 11", "reg 14", "reg 18"):
        return ""
    if citation.code.startswith("s.14(2)"):
        return "repeated"
    if citation.code.startswith("s.40(1)"):
        return "own_data"
    if citation.code.startswith("reg 12(4)(a)"):
        return "not_held"
    if number == "reg 6":
        return "accessible"
    return _OF_SECTION.get(number, "withheld")


def _weigh(said: Sequence[Sentence], refusals: Sequence[tuple[int, str]]) -> str:
    """The one outcome that all of an answer tells, or ""."""
    if not refusals:
        return _given(said)
    first = refusals[0][0]
    codes = {code for _, code in refusals}
    gives = any(map(_gives, (each.text for each in said[:first])))
    little = len(said) > 1 and first > 0 and bool(words.LITTLE.match(said[0].text))
    if "decision_pending" in codes and codes <= {"decision_pending", "withheld"}:
        return "" if gives else "decision_pending"
    if any(words.GIVEN_AFTER_ALL.search(each.text) for each in said):
        return ""
    codes = _one_cause(codes)
    if len(codes) != 1 or "unsure" in codes or little:
        return ""
    (code,) = codes
    whole = [each.text for each in said]
    if code == "withheld":
        return _withheld(whole, first, gives)
    if gives:
        return "part_held" if code in ("not_held", "part_held") else ""
    if code == "part_held":
        return ""
    if code == "not_held":
        after = any(map(words.BUT_GIVES.search, whole)) or words.SAVE.search(whole[first])
        return "" if after else code
    return code


def _one_cause(codes: set[str]) -> set[str]:
    """Without those that go with another: a refusal for cost may speak of what it withholds or cannot say."""
    for chief, others in (
        ("cost_limit_confirm", {"cost_limit", "unsure"}),
        ("cost_limit", {"unsure"}),
        ("own_data", {"withheld"}),
        ("accessible", set()),
    ):
        if chief in codes:
            return codes - others
    return codes


def _withheld(whole: Sequence[str], first: int, gives: bool) -> str:
    """Whether all is withheld or part of it: the part that is given stands before, or is said to be given."""
    if gives:
        return "part_disclosed"
    refusing = whole[first]
    if words.BUT_GIVES.search(" ".join(whole)):
        return "part_disclosed" if any(map(words.IN_PART.search, whole)) else ""
    if words.IN_PART.search(refusing) or (_gives(refusing) and not words.OF_ALL.search(refusing)):
        return ""
    return "withheld" if words.OF_ALL.search(refusing) or all(map(words.FILLS.match, whole[:first])) else ""


def _gives(text: str) -> bool:
    """Whether a sentence gives something: a figure, a yes or no, or what is attached."""
    return not words.FILLS.match(text) and bool(words.GIVES.search(words.PROVISION.sub(" ", text)))


def _given(said: Sequence[Sentence]) -> str:
    """Whether an answer that refuses nothing gives what was asked for."""
    body = [each.text for each in said if not words.FILLS.match(each.text)]
    if not body or words.ABOUT.search(said[0].text) or words.ABOUT.search(body[0]):
        return ""
    first, in_doubt = body[0], words.DOUBTS.search(body[0])
    if words.FEWER.search(first) or (in_doubt and words.HELD_OTHERWISE.search(first)):
        return ""
    if words.POINTS.match(first) and not words.A_FILE.search(" ".join(body)):
        return ""
    if _gives(first):
        return "disclosed"
    if in_doubt or any(map(words.ABOUT.search, body)):
        return ""
    return "disclosed" if len(words_of(first)) > 1 else ""


def of_all(sentences: Sequence[Sentence]) -> str:
    """The outcome that a letter gives the whole request in one breath, or "": not held, cost and the like."""
    ours = [each for each in sentences if not each.theirs and not each.text.endswith("?")]
    codes = {code for _, code in _refusals(ours)} - {"clarification"}
    codes = _one_cause(codes)
    if len(codes) != 1 or codes <= {"unsure", "withheld", "part_held"}:
        return ""
    (code,) = codes
    said = [each.text for each in ours if code in _signs(each)]
    above = [each.text for each in ours[: ours.index(next(each for each in ours if code in _signs(each)))]]
    gives = any(words.BUT_GIVES.search(each.text) for each in ours) or any(map(words.ELSEWHERE.search, above))
    if gives or any(map(words.OF_ONE.search, said)) or not any(map(words.WHOLE_IN_WORDS.search, said)):
        return ""
    return "" if code == "not_held" and any(map(words.SAVE.search, said)) else code
