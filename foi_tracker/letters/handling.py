"""Words of the letters that are not the answer: what they are about, what they cost, what comes next."""

from __future__ import annotations

from markupsafe import Markup

from foi_tracker.law.notices.asks import ASKS, day_of, pounds
from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters import dates
from foi_tracker.letters.kinds import Kind, about_part, is_eir, is_mixed, regime_of
from foi_tracker.letters.wording import questions

_SAID = {ask.name: "" for asks in ASKS.values() for ask in asks}
_UNHAPPY = {
    Kind.FEES_NOTICE: "If you think this fee is wrong",
    Kind.HOLDING: "If you are not content with how we deal with your request",
    Kind.CLOSURE: "If you think we should not have closed it",
    Kind.EIR_EXTENSION: "If you think we do not need this time",
    Kind.PASSED_ON: "If you think we hold it after all",
    Kind.TRANSFER: "If you think we hold it after all",
}


def about(facts: LetterFacts) -> str:
    """What the letter is about: "your request", or "questions 2 and 3" of it."""
    if not about_part(facts):
        return "your request"
    return questions(facts, [answer.label for answer in facts.answers])


def we_do_not_hold_it(facts: LetterFacts) -> str:
    """The denial of s.1(1)(a): "we do not hold what you asked for", or "... in question 3"."""
    denied = "we do not hold what you asked for"
    return f"{denied} in {about(facts)}" if about_part(facts) else denied


def rest(facts: LetterFacts) -> str:
    """The questions that the letter is not about, or ""."""
    here = {answer.label for answer in facts.answers}
    left = [label for label in facts.all_labels if label not in here]
    return questions(facts, left) if left and here else ""


def money(typed: str) -> str:
    """An amount as a letter says it: £12.50, £1,250."""
    amount = pounds(typed)
    if amount is None:
        return typed.strip()
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def decision_date(facts: LetterFacts) -> str:
    """The last of the days by which decisions are promised, or ""."""
    days = [day_of(answer.details.get("estimated_date", "")) for answer in facts.answers]
    known = [day for day in days if day]
    return dates.weekday(max(known)) if known else ""


def if_unhappy(facts: LetterFacts, noun: str) -> str:
    """How the way to a review begins."""
    return _UNHAPPY.get(Kind(facts.kind), f"If you think this {noun} is wrong or incomplete")


def under_regulations(facts: LetterFacts) -> str:
    """In a letter under both laws, the questions that are under the Regulations; "" in any other."""
    if not is_mixed(facts):
        return ""
    return questions(facts, [answer.label for answer in facts.answers if regime_of(facts, answer) == "EIR"])


class HandlingView:
    """What the templates of these letters may call; letters.view adds what all of them may."""

    facts: LetterFacts

    @property
    def said(self) -> dict[str, str]:
        """What this kind of letter asks its writer for; what is not given is empty."""
        return {**_SAID, **self.facts.said}

    @property
    def about(self) -> str:
        """ "your request", or "questions 2 and 3"."""
        return about(self.facts)

    @property
    def we_do_not_hold_it(self) -> str:
        """The statement that we do not hold it, with what they asked for."""
        return we_do_not_hold_it(self.facts)

    @property
    def rest(self) -> str:
        """The questions that the letter is not about."""
        return rest(self.facts)

    @property
    def decision_date(self) -> str:
        """By when the last decision is promised."""
        return decision_date(self.facts)

    def money(self, typed: str) -> str:
        """£12.50."""
        return money(typed)

    def on(self, day: str) -> str:
        """ "on 2 November 2026", or "" where no day was typed."""
        return f"on {dates.typed(day)}" if day else ""

    @property
    def not_held_under(self) -> str:
        """The exception of the Regulations for what is not held; the Act has none for it."""
        return "regulation 12(4)(a) of the Regulations"

    @property
    def some_ground(self) -> str:
        """What stands for a provision in a draft that names none yet."""
        return "an exception" if is_eir(self.facts) else "an exemption"

    @property
    def earlier(self) -> str:
        """The request that was the same as this one, and the day it was answered; "" where none is known."""
        whole = self.facts.whole
        if whole is None or not whole.earlier_reference:
            return ""
        answered = whole.earlier_answered_on
        return f"{whole.earlier_reference} on {dates.day(answered)}" if answered else whole.earlier_reference

    @property
    def our_email(self) -> Markup:
        """The authority's email address, as a link."""
        return Markup('<a href="mailto:{0}">{0}</a>').format(self.facts.authority.email)

    @property
    def ways(self) -> Markup:
        """How to answer us: "email: …, or by telephone: …"."""
        authority = self.facts.authority
        email = Markup("email: {}").format(self.our_email) if authority.email else Markup("")
        telephone = Markup("telephone: {}").format(authority.telephone) if authority.telephone else Markup("")
        return Markup(", or by ").join(filter(None, (email, telephone)))
