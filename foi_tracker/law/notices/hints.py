"""Whether a letter that neither confirms nor denies gives away which it is: s.17(4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.exemptions import NCND, WITHHOLD
from foi_tracker.law.notices.facts import AnswerFacts, Finding, LetterFacts
from foi_tracker.law.notices.rule import Rule
from foi_tracker.law.reasoning import internal_names

DENIES = "ncnd"
_THINGS = (
    r"(?:pages?|documents?|records?|files?|e-?mails?|reports?|letters?|images?|photographs?|recordings?)"
)
_SUPPOSED = r"(?<!\bif )(?<!\bwhether )(?<!\bwere )(?<!\bwhere )"  # "whether the information is held" is fair
_FOUND = r"found|searched|located|retrieved|reviewed|identified|read through|consulted"
_HINT = re.compile(
    "|".join(
        (
            # a sentence that says what we hold or did, rather than whether we would
            rf"(?:^|(?<=[.!?:;]\s)|(?<=\n))\s*we (?:do |do not |don't |already |still |also )?"
            rf"(?:hold|possess|{_FOUND})\b[^.\n]{{0,40}}",
            r"\bour (?:search|searches|files|records) (?:found|show|shows|showed|hold|contain)\b",
            rf"{_SUPPOSED}\b(?:the|this) (?:requested )?information "
            r"(?:is|was|has been) (?:not )?(?:held|exempt|withheld|sensitive|confidential|redacted)\b",
            rf"\b\d[\d,]* {_THINGS}\b",
            r"\b(?:withh(?:old|olds|olding|eld)|redact(?:ed|ing|ion|ions)?)\b",
            r"\b[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|csv|msg|eml|jpe?g|png|mp[34])\b",
        )
    ),
    re.IGNORECASE,
)


def hints_in(text: str) -> list[str]:
    """The words of a text that would tell whether something is held, each once, in order."""
    return list(dict.fromkeys(match.group().strip() for match in _HINT.finditer(text)))


def hinted(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """Words, files and answers beside a refusal to confirm or deny that say which it is. One a question.

    For a whole question nothing else may stand there, nor with a question that takes its answer. Over the
    rest, beside an answer, the reasons alone must not hint.
    """
    denied = _denied(facts)
    for answer in facts.answers:
        if answer.same_as:
            if answer.label in denied and _has_file(facts, answer):
                yield _hint(f"a file goes with it, and it takes the answer to {answer.same_as}", answer)
            continue
        what = _beside(facts, answer) if answer.outcome == DENIES else ""
        if answer.outcome == "not_applicable" and answer.because_of in denied:
            what = f"that it falls away tells what the answer to {answer.because_of} would be"
        what = what or _in_words(answer)
        if what:
            yield _hint(what, answer)
    if facts.answers and denied >= {answer.label for answer in facts.answers}:
        yield from _around(facts)


def _hint(what: str, answer: AnswerFacts) -> Finding:
    message = f"Question {answer.label} hints at whether it is held: {what}. Take it out."
    return Finding("must", "ncnd_hint", "s.17(4)", message, answer.label, f"question:{answer.label}")


def _denied(facts: LetterFacts) -> set[str]:
    """The labels of the questions of which the letter says neither, and of those that take such an answer."""
    denied = {answer.label for answer in facts.answers if answer.outcome == DENIES and not answer.same_as}
    following = [answer for answer in facts.answers if answer.same_as]
    for _ in following:  # one may take the answer of another that takes one itself
        denied |= {answer.label for answer in following if answer.same_as in denied}
    return denied


def _has_file(facts: LetterFacts, answer: AnswerFacts) -> bool:
    return bool(answer.attachments) or any(file.question == answer.label for file in facts.attachments)


def _around(facts: LetterFacts) -> Iterator[Finding]:
    """What stands around the answers of a letter that says neither of everything it was asked."""
    if any(not file.question for file in facts.attachments):
        message = "A file goes with a letter that says of nothing whether it is held. Take it off."
        yield Finding("must", "ncnd_hint", "s.17(4)", message, "", "attachments")
    for what, words, mend in (
        ("The opening statement", facts.opening_statement, "opening"),
        ("The reason for being late", facts.late_reason, "opening"),
        ("The reason for the correction", facts.correction_reason, "letter"),
    ):
        found = hints_in(words)
        if found:
            message = f"{what} hints at whether it is held: “{'”, “'.join(found)}”. Take it out."
            yield Finding("must", "ncnd_hint", "s.17(4)", message, "", mend)


def _beside(facts: LetterFacts, answer: AnswerFacts) -> str:
    """What stands beside a refusal to confirm or deny a whole question, and must not."""
    withheld = [ground.code for ground in answer.grounds if ground.purpose == WITHHOLD]
    if withheld:
        return f"to withhold under {', '.join(withheld)} says that it is"
    if _has_file(facts, answer):
        return "a file goes with it"
    if answer.answer.strip():
        return "there is an answer beside it"
    more = any(words.strip() for words in answer.details.values())
    return "there is more beside it than the provision and why" if more else ""


def _in_words(answer: AnswerFacts) -> str:
    silent = internal_names()
    words = [
        str(value)
        for ground in answer.grounds
        if ground.purpose == NCND
        for name, value in ground.words.items()
        if name not in silent
    ]
    found = hints_in("\n".join(words))
    return "“" + "”, “".join(found) + "”" if found else ""


def _denies(facts: LetterFacts) -> bool:
    return any(
        answer.outcome == DENIES or any(ground.purpose == NCND for ground in answer.grounds)
        for answer in facts.answers
    )


_TELLS = {
    "transfer": "that we do not hold it",
    "passed_on": "that we do not hold it",
    "fees_notice": "that there is something to pay for",
}
"""What a letter of these kinds says of whatever it is about."""


def tells_of_denied(facts: LetterFacts, holidays: BankHolidays | None) -> Iterator[Finding]:
    """A letter before the answer that says what the answer will neither confirm nor deny: s.17(4)."""
    denied = _denied(facts)
    for answer in facts.answers:
        if answer.label in denied and facts.kind in _TELLS:
            message = (
                f"Question {answer.label} is neither confirmed nor denied, and this letter says "
                f"{_TELLS[facts.kind]}. Leave the question out of it."
            )
            yield Finding("must", "ncnd_hint", "s.17(4)", message, answer.label, "letter")
    everything = bool(facts.answers) and denied >= {answer.label for answer in facts.answers}
    found = hints_in("\n".join(facts.said.values())) if everything and facts.kind not in _TELLS else []
    if found:
        message = f"The letter hints at whether it is held: “{'”, “'.join(found)}”. Take it out."
        yield Finding("must", "ncnd_hint", "s.17(4)", message, "", "letter")


NOTHING_OF_DENIED = Rule(
    ("ncnd_hint",),
    tells_of_denied,
    "It says nothing of what we neither confirm nor deny.",
    "s.17(4)",
    "reg 12(6)",
    applies=lambda facts: bool(_denied(facts)),
)
NO_HINT = Rule(
    ("ncnd_hint",),
    hinted,
    "Nothing hints at whether it is held.",
    "s.17(4)",
    "reg 12(6)",
    applies=_denies,
)
