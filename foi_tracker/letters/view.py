"""What a letter's templates may call: the facts put into words, one object a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from markupsafe import Markup

from foi_tracker.law.exemptions import NCND, WITHHOLD
from foi_tracker.law.notices.facts import AnswerFacts, AttachmentFacts, LetterFacts
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.letters import dates, kinds, markdown, wording
from foi_tracker.letters.estimate import HELD, UNSURE, Estimate, estimate_for
from foi_tracker.letters.grounds import Reasoning, publication, reasoning, when
from foi_tracker.letters.handling import HandlingView
from foi_tracker.letters.remedies import RemediesView
from foi_tracker.letters.saying import Said, joined, said
from foi_tracker.letters.tables import TableNumbers

BREAK = Markup("<br>")
_LABEL_LIMIT = 15
_SHORT_ANSWER = 500
_REASON = 100  # what a reason takes besides its own words: a paragraph and its label
_FIELDS = {field.name: "" for outcome in OUTCOMES.values() for field in outcome.fields}
_FILE_KINDS = {
    "application/pdf": "PDF",
    "text/csv": "CSV",
    "text/plain": "text",
    "image/png": "picture",
    "image/jpeg": "picture",
}


@dataclass(frozen=True)
class Asked:
    """One question as the letter prints it."""

    number: int  # its place in the letter, from 1
    label: str
    question: str
    answer: AnswerFacts
    is_short: bool
    has_long_label: bool


@dataclass(frozen=True)
class AskedGroup:
    """Questions in a row that share a heading and a lead-in; each is said once, above the first."""

    section: str
    stem: str
    items: tuple[Asked, ...]


@dataclass(frozen=True)
class Section:
    """The answers under one law. `law` is empty where the letter has but one."""

    law: str
    letter: LetterView


class LetterView(HandlingView, RemediesView):
    """The facts of one letter in words. Tables are numbered as they are drawn, so draw it once."""

    br = BREAK
    nbsp = "\N{NO-BREAK SPACE}"

    def __init__(self, facts: LetterFacts, tables: TableNumbers | None = None) -> None:
        self.facts = facts
        self.tables = tables or TableNumbers()
        self.is_eir = kinds.is_eir(facts)
        self.title = kinds.title(facts)

    # Standard words

    def say(self, *keys: str, **values: str | Said) -> Markup:
        """Wordings as paragraphs, one after the other in one paragraph; "" among the keys says nothing."""
        return joined(*(said(self.facts, key, **values) for key in keys if key)).blocks

    def line(self, key: str, **values: str | Said) -> Markup:
        """A wording within a paragraph of the letter's own."""
        return said(self.facts, key, **values).line

    @property
    def dear(self) -> Markup:
        """The greeting."""
        return self.say("always.greeting", greeting=self.greeting)

    @property
    def thanks(self) -> Markup:
        """Thanks, the apology of a late letter, and who decided under which law."""
        thanks = said(self.facts, "always.thanks")
        return joined(thanks, wording.late(self.facts), wording.decided_by(self.facts)).blocks

    @property
    def thanks_in_time(self) -> Markup:
        """The same of a notice that cannot be late."""
        return joined(said(self.facts, "always.thanks"), wording.decided_by(self.facts)).blocks

    @property
    def format_key(self) -> str:
        """Which wording speaks of other formats."""
        if not self.facts.large_print:
            return "always.format"
        if self.facts.authority.large_print_for_all:
            return "always.format.large_for_all"
        return (
            "always.format.large" if self.facts.kind == kinds.Kind.RESPONSE else "always.format.large_to_come"
        )

    # Typed words

    def markdown(self, text: str, about: str = "") -> Markup:
        """Blocks of an officer's words. `about` captions a table that has no caption."""
        return markdown.to_html(text, self.tables, about[:1].upper() + about[1:])

    def sentences(self, text: str) -> Markup:
        """An officer's words in a field: a line typed as a note begins and ends as a sentence does."""
        words = text.strip()
        if words and "\n" not in words:
            words += "." if words[-1].isalnum() or words[-1] in ')%”"' else ""
            if "@" not in words.split()[0] and "://" not in words.split()[0]:
                words = words[0].upper() + words[1:]
        return self.markdown(words)

    def inline(self, text: str) -> Markup:
        """One line of an officer's words."""
        return markdown.inline(text)

    def clause(self, text: str) -> Markup:
        """A typed line as it stands within a sentence of ours, which closes it."""
        return markdown.inline(text.strip().rstrip("."))

    def words(self, text: str) -> Markup:
        """The requester's own words, exactly, with their line breaks."""
        return BREAK.join(line.strip() for line in text.strip().splitlines() if line.strip())

    def paragraphs(self, text: str) -> list[Markup]:
        """The requester's own words by paragraph."""
        return [self.words(block) for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]

    def details(self, answer: AnswerFacts) -> dict[str, str]:
        """Every field an outcome may have; what is not given is empty."""
        return {**_FIELDS, **answer.details}

    # Dates and counts

    def day(self, value: date) -> str:
        """26 October 2026."""
        return dates.day(value)

    def weekday(self, value: date) -> str:
        """Monday 26 October 2026."""
        return dates.weekday(value)

    def typed(self, value: str) -> str:
        """A date field in words."""
        return dates.typed(value)

    def when(self, value: str) -> str:
        """When something will be published: "on 3 May 2026", "in March 2027"."""
        return when(value)

    def estimate(self, answer: AnswerFacts) -> Estimate:
        """The cost estimate under an answer that is refused for its cost."""
        return estimate_for(self.facts, answer)

    def over_limit(self, estimate: Estimate, ground: str, after: str = "") -> Markup:
        """The refusal for cost: what is held, the estimate, the limit, and the wording that follows."""
        return self.say(
            HELD if estimate.held == HELD else "",
            estimate.says,
            "outcome.cost_limit.limit" if estimate.limit else "",
            UNSURE if estimate.held == UNSURE else "",
            after,
            ground=ground,
            doing=estimate.doing,
            our_estimate=estimate.hours,
            limit=estimate.limit,
            other=estimate.under,
        )

    @property
    def offers_something(self) -> bool:
        """Whether something could be provided within the cost limit."""
        return wording.offers_something(self.facts)

    def listed(self, references: Sequence[str]) -> str:
        """ "request 012-26", "requests 012-26 and 015-26"."""
        return f"request{'s' if len(references) > 1 else ''} {wording.listed(references)}"

    # Who writes, and to whom

    @property
    def greeting(self) -> str:
        """What follows "Dear "."""
        return wording.greeting(self.facts)

    @property
    def valediction(self) -> Markup:
        """Yours sincerely, or faithfully."""
        return wording.valediction(self.facts)

    @property
    def sender(self) -> list[str]:
        """The team, address, telephone, email and website, a line each."""
        ours = self.facts.authority
        return [line for line in (ours.team, *ours.address, ours.telephone, ours.email, self.website) if line]

    @property
    def website(self) -> str:
        """The authority's website as a link, in the words of its address; as it is typed where it is none."""
        typed = self.facts.authority.website.strip()
        shown = re.sub(r"^https?://", "", typed, flags=re.IGNORECASE)
        return typed if shown == typed else Markup('<a href="{}">{}</a>').format(typed, shown.rstrip("/"))

    @property
    def address(self) -> list[str]:
        """The address block, a line each; an email address where there is no postal one."""
        to = self.facts.recipient
        lines = [to.name, to.organisation, *to.address]
        if not to.address and to.email:
            lines.append(to.email)
        return [line.strip() for line in lines if line.strip()]

    @property
    def wishes(self) -> list[str]:
        """The form and the adjustment that the person asked for (section 11; Equality Act 2010)."""
        wishes = (self.facts.form_wanted, self.facts.adjustment)
        return [wish.strip().rstrip(".") for wish in wishes if wish.strip()]

    # Questions and answers

    @property
    def labels(self) -> list[str]:
        """The labels of the questions in this letter."""
        return [answer.label for answer in self.facts.answers]

    @cached_property
    def asked(self) -> list[AskedGroup]:
        """The questions in order, in groups that share a heading and a lead-in."""
        groups: list[AskedGroup] = []
        section = ""
        for number, answer in enumerate(self.facts.answers, start=1):
            item = self._asked(number, answer)
            last = groups[-1] if groups else None
            if last and answer.section == section and answer.stem == last.stem:
                groups[-1] = AskedGroup(last.section, last.stem, (*last.items, item))
                continue
            heading = answer.section if answer.section != section else ""
            groups.append(AskedGroup(heading, answer.stem, (item,)))
            section = answer.section
        return groups

    def _asked(self, number: int, answer: AnswerFacts) -> Asked:
        length = len(answer.answer) + sum(len(value) for value in answer.details.values())
        reasons = [value for ground in answer.grounds for value in ground.words.values()]
        length += sum(_REASON + len(value) for value in reasons)
        return Asked(
            number,
            answer.label,
            answer.question,
            answer,
            is_short=length < _SHORT_ANSWER and "\t" not in answer.answer,
            has_long_label=len(f"Question {answer.label}") > _LABEL_LIMIT,
        )

    def questions(self, labels: Sequence[str]) -> str:
        """ "question 3", "questions 1, 2 and 5 to 9"."""
        return wording.questions(self.facts, labels)

    @cached_property
    def unclear_answers(self) -> list[AnswerFacts]:
        """The questions that need clarifying."""
        return [answer for answer in self.facts.answers if answer.outcome == "clarification"]

    @property
    def unclear_labels(self) -> list[str]:
        """Their labels."""
        return [answer.label for answer in self.unclear_answers]

    @property
    def clear_labels(self) -> list[str]:
        """The labels of the questions that go ahead; empty where none is marked as unclear."""
        unclear = self.unclear_labels
        return [label for label in self.labels if label not in unclear] if unclear else []

    @cached_property
    def sections(self) -> list[Section]:
        """The answers by law: one section, or one for each law where there are two, with its own view."""
        if not kinds.is_mixed(self.facts):
            return [Section("", self)]
        return [Section(name, self._under(regime)) for regime, name in kinds.LAWS.items()]

    def _under(self, regime: str) -> LetterView:
        answers = tuple(each for each in self.facts.answers if kinds.regime_of(self.facts, each) == regime)
        return type(self)(replace(self.facts, regime=regime, answers=answers), self.tables)

    @property
    def presumes_release(self) -> bool:
        """Whether it refuses something under the Regulations, which presume release: reg 12(2)."""
        return any(section.letter.is_eir and section.letter.refuses for section in self.sections)

    @cached_property
    def result(self) -> list[Markup]:
        """What became of the request, by question."""
        return wording.result(self.facts)

    @property
    def gives_something(self) -> bool:
        """Whether there is information that could be reused."""
        return kinds.gives_something(self.facts)

    @property
    def refuses(self) -> bool:
        """Whether any question is refused."""
        return any(answer.outcome in kinds.REFUSED for answer in self.facts.answers)

    @property
    def answers_word(self) -> str:
        """The heading over the answers."""
        return "decision" if kinds.refuses_all(self.facts) else "answers"

    def may_hold(self, answer: AnswerFacts) -> Markup:
        """Who may hold it instead, as a sentence; "" where nobody is known."""
        holder = wording.may_hold(answer)
        return markdown.inline(holder) + ("" if not holder or holder[-1] in ".!" else ".")

    def withheld(self, answer: AnswerFacts) -> Reasoning:
        """Under what the answer withholds, and why."""
        return reasoning(self.facts, answer, WITHHOLD)

    def denied(self, answer: AnswerFacts) -> Reasoning:
        """Under what the answer neither confirms nor denies, and why."""
        return reasoning(self.facts, answer, NCND)

    def publication(self, answer: AnswerFacts) -> Reasoning:
        """Why it is reasonable to wait until something is published."""
        return publication(self.facts, answer)

    def titles(self, answer: AnswerFacts) -> Markup:
        """The files that go with an answer, by their titles."""
        return Markup(", ").join(Markup("<em>{}</em>").format(title) for title in answer.attachments)

    def file_line(self, attachment: AttachmentFacts) -> str:
        """A file with its kind and size: "Grants by parish (CSV, 8 KB), for question 2"."""
        kind = _FILE_KINDS.get(attachment.media_type, "file")
        size = attachment.size
        amount = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"
        asked = f", for question {attachment.question}" if attachment.question else ""
        return f"{attachment.title} ({kind}, {amount}){asked}"

    # The page

    @property
    def document_title(self) -> str:
        """What a reader's window shows."""
        return f"{self.title}: {self.facts.subject} ({self.facts.reference})"

    @property
    def classes(self) -> str:
        """What the style sheet tells letters apart by."""
        chosen = {
            self.facts.kind: True,
            self.facts.layout: True,
            "large": self.facts.large_print,
            "at-foot": self.facts.authority.letterhead_at_foot and not self.facts.large_print,
        }
        return " ".join(name for name, wanted in chosen.items() if wanted)
