"""The check of a letter before it is issued: what the law asks, and whether it can be printed at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices import check
from foi_tracker.law.notices.facts import AnswerFacts, Finding, LetterFacts
from foi_tracker.law.outcomes import fields_of
from foi_tracker.law.reasoning import internal_names
from foi_tracker.letters.assets import missing_glyphs
from foi_tracker.letters.held import held_unsaid
from foi_tracker.letters.standard import WORDINGS, defaults
from foi_tracker.letters.standard_check import problems

GLYPH_MISSING = "glyph_missing"
ADDRESS_TOO_LONG = "address_too_long"
WORDING_UNFIT = "wording_unfit"
_PROVISION = "s.11(1)"  # a letter must be communicated: it cannot be, in boxes
_WINDOW_LINES, _WINDOW_LINES_LARGE = 7, 5


def findings(facts: LetterFacts, holidays: BankHolidays | None = None) -> tuple[Finding, ...]:
    """What the statutory check finds, and what cannot be drawn or does not fit a window envelope."""
    said = replace(facts, held_unsaid=held_unsaid(facts))
    found = (*map(_titled, check(said, holidays)), *_unfit(facts))
    found = (*found, *_cannot_be_drawn(facts), *_does_not_fit(facts))
    return tuple(sorted(found, key=lambda finding: finding.level != "must"))


def _titled(finding: Finding) -> Finding:
    """A finding of a standard wording, which the law knows by its key, with the title that people know."""
    what, _, key = finding.mend.partition(":")
    if what != "wording" or key not in WORDINGS:
        return finding
    return replace(finding, message=finding.message.replace(key, WORDINGS[key].title))


def _unfit(facts: LetterFacts) -> Iterator[Finding]:
    """The authority's own wordings that cannot be printed any more: the letter has ours in their place."""
    known = defaults(facts.language)
    for key, words in facts.wordings.items():
        wording = known.get(key)
        wrong = problems(wording, words) if wording else ()
        if wording and wrong:
            message = (
                f"Our default is printed for “{wording.title}”, not the authority’s own words. {wrong[0]}"
            )
            yield Finding(
                "should", WORDING_UNFIT, wording.provision or "layout", message, "", f"wording:{key}"
            )


def _cannot_be_drawn(facts: LetterFacts) -> Iterator[Finding]:
    """A character that no bundled font has would print as an empty box."""
    for what, text, where, mend in _typed(facts):
        missing = missing_glyphs(text)
        if missing:
            shown = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing[:5])
            message = f"The letter cannot print {shown} in {what}. Replace it with letters it can print."
            yield Finding("must", GLYPH_MISSING, _PROVISION, message, where, mend)


def _typed(facts: LetterFacts) -> Iterator[tuple[str, str, str, str]]:
    """What it is, its words, the question's label and what mends it, for everything typed."""
    authority, to = facts.authority, facts.recipient
    settings = (authority.name, authority.team, *authority.address, authority.signatory_name)
    settings += (authority.signatory_role, authority.footer, authority.greeting, authority.reuse_text)
    settings += (authority.copyright_text, authority.logo_alt)
    yield "your settings", "\n".join((*settings, *authority.review_contact)), "", "settings"
    block = (to.name, to.organisation, *to.address, to.salutation)
    yield "the address", "\n".join((*block, facts.their_reference)), "", "case"
    yield "the subject", facts.subject, "", "case"
    yield "what they wrote above their questions", facts.preamble, "", "case"
    yield "the opening statement", facts.opening_statement, "", "letter"
    yield "your question to them", facts.clarification, "", "letter"
    yield "what this letter says", "\n".join(facts.said.values()), "", "letter"
    yield "the reasons", "\n".join((facts.late_reason, facts.correction_reason)), "", "letter"
    yield (
        "the names of the attachments",
        "\n".join(file.title for file in facts.attachments),
        "",
        "attachments",
    )
    if facts.cost:
        told = (*(row.what for row in facts.cost.rows), facts.cost.sampled, facts.cost.within_limit)
        yield "the cost estimate", "\n".join(told), "", "cost"
    for answer in facts.answers:
        words = "\n".join((answer.label, answer.section, answer.stem, answer.question, *_printed(answer)))
        yield f"question {answer.label} or its answer", words, answer.label, f"question:{answer.label}"


def _printed(answer: AnswerFacts) -> Iterator[str]:
    yield answer.answer
    for field in fields_of(answer.outcome):
        if not field.internal:
            yield answer.details.get(field.name, "")
    for ground in answer.grounds:
        yield from (words for name, words in ground.words.items() if name not in internal_names())


def _does_not_fit(facts: LetterFacts) -> Iterator[Finding]:
    """The window of a DL envelope shows seven lines, and five in large print."""
    to = facts.recipient
    lines = sum(1 for line in (to.name, to.organisation, *to.address) if line.strip())
    most = _WINDOW_LINES_LARGE if facts.large_print else _WINDOW_LINES
    if lines > most:
        message = f"The address has {lines} lines and a window envelope shows {most}. Join or drop some."
        yield Finding("should", ADDRESS_TOO_LONG, "layout", message, "", "case")
