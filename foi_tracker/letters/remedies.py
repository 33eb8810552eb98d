"""What the reader can do next: have us look again, then go to the regulator (s.17(7); reg 14(5))."""

from __future__ import annotations

import re

from markupsafe import Markup

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters import dates
from foi_tracker.letters.handling import if_unhappy, under_regulations
from foi_tracker.letters.kinds import is_eir, refuses_all
from foi_tracker.letters.review_route import review_route
from foi_tracker.letters.saying import joined, said

_LINK = Markup('<a href="{}">{}</a>')
_RIGHT = "Section 50 of the Act gives you this right."
_RIGHT_EIR = (
    "Regulation 18 of the Regulations, with section 50 of the Freedom of Information Act 2000, gives you "
    "this right."
)
_RIGHT_BOTH = (
    "Section 50 of the Act gives you this right; for {} it does so by regulation 18 of the Regulations."
)


def can_review(facts: LetterFacts) -> bool:
    """Whether the letter can say where to ask for a review."""
    return facts.authority.review_procedure and bool(facts.authority.review_contact)


def review_words(facts: LetterFacts) -> Markup:
    """How to have us look again."""
    environmental = under_regulations(facts)
    return said(
        facts,
        "always.review.both_laws" if environmental else "always.review",
        if_unhappy=if_unhappy(facts, "decision" if refuses_all(facts) else "answer"),
        review_by=_review_by(facts),
        review_route=review_route(facts.authority.review_contact),
        review_days=str(facts.authority.review_working_days),  # reg 11(4) of the EIR allows 40
        under_regulations=environmental,
    ).blocks


def _review_by(facts: LetterFacts) -> str:
    if facts.review_by is None:
        return ""
    return f"by {dates.day(facts.review_by)} (40 working days from the date of this letter)"


def regulator_words(facts: LetterFacts) -> Markup:
    """How to complain to the regulator in force on the letter's day."""
    regulator = facts.regulator
    if regulator is None:
        return Markup("")
    key = "always.regulator" if can_review(facts) else "always.regulator.direct"
    words = said(
        facts,
        key,
        regulator=_name(regulator.name, regulator.short_name),
        right_of_appeal=_right(facts),
        regulator_link=_LINK.format(regulator.link, _shown(regulator.link)),
        regulator_phone=regulator.telephone or "its switchboard",
    )
    if regulator.postal_address:
        address = ", ".join(regulator.postal_address)
        words = joined(words, said(facts, "always.regulator.post", regulator_address=address))
    return words.blocks


def _name(name: str, short: str) -> str:
    """The regulator's name, with the short one that people know."""
    return name if not short or short in name else f"{name} (the {short})"


def _right(facts: LetterFacts) -> str:
    """The right to complain: s.50, which reg 18 applies to the Regulations. No wording holds its words."""
    environmental = under_regulations(facts)
    if environmental:
        return _RIGHT_BOTH.format(environmental)
    return _RIGHT_EIR if is_eir(facts) else _RIGHT


def _shown(link: str) -> str:
    """A web address as people say it."""
    return re.sub(r"^https?://(?:www\.)?", "", link).rstrip("/")


class RemediesView:
    """What the templates may call of it."""

    facts: LetterFacts

    @property
    def disclosure_log(self) -> Markup:
        """Where the authority publishes its answers."""
        link = self.facts.authority.disclosure_log
        return said(self.facts, "always.disclosure_log", log=_LINK.format(link, _shown(link))).blocks

    @property
    def can_review(self) -> bool:
        """Whether the letter can say where to ask for a review."""
        return can_review(self.facts)

    @property
    def review(self) -> Markup:
        """How to have us look again."""
        return review_words(self.facts)

    @property
    def regulator(self) -> Markup:
        """How to complain to the regulator."""
        return regulator_words(self.facts)
