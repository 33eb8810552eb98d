"""Which questions a letter leaves without an answer, and what makes that doubtful.

A question has no answer where it is said back and nothing follows it, or where it is left out of a series in
which the others stand. Whether an answer is a good one is not read, and what a file may hold is not known.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foi_tracker.intake.questions import ProposedQuestion
from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.outcome_words import FILLS
from foi_tracker.intake.reading.said import Place, Stream
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of

MOST = 0.6
"""Of the questions, said back or numbered: then the letter goes through them one by one."""
_EVASIVE = 6
"""Words that follow a question and may say nothing of it; fewer may be its answer: "N/A"."""
_NEARLY_ALL, _ENOUGH = 0.7, 3
"""Of the questions said back, and words of its own, where one without a number may be found left out."""
IN_A_FILE = "It may stand in a file that goes with the letter."
FOR_BOTH = "The answer below it may be of both."
FOR_FIRST = "What stands above the first number may answer it."
FOR_ALL = "Something is said of the whole request: check whether that answers it."

_SMALL = "the a an of to in and or for is are was were be by on at as it this that with from have has"
SMALL = frozenset(_SMALL.split())
"""Words by which no question is known."""

_CLOSES = pattern(
    r"""\A\W{0,3}(?:if you (?:have|are|would|wish|remain|need|disagree|require|do|feel|were)|(?:kind
    |best|warm)? ?regards
    |yours (?:sincerely|faithfully|truly)|should you|thank you|please (?:do not|don't|note that all
    |quote|remember|contact)
    |the information (?:provided|supplied|contained)|i (?:hope|trust)|we (?:hope|trust)|you (?:have|are
    |can|may)
    |(?:your )?(?:right|rights) (?:of|to)|(?:freedom of information )?(?:right of )?(?:appeal|complaint
    |review)|copyright|re-?use
    |most of the information|this (?:response|letter|completes|concludes|email)|complaints?|any person)\b"""
)
_IN_A_FILE = pattern(
    r"""\b(?:attach\w*+|enclos\w++|spreadsheets?|append\w++|annex\w*+|accompany\w*+|excel|zip|workbook)\b"""
)
_WHOLE = pattern(
    r"""\b(?:your request|the request|the information (?:you (?:have )?(?:requested|asked for
    |are seeking|seek)|requested)
    |this information|all (?:of )?(?:the|this)|(?:requested|relevant) information|remaining
    |other questions|rest of)\b.{0,160}
    \b(?:not held|not hold|exempt\w*+|refus\w++|exceed\w*+|withh\w++|declin\w++|publish\w++|available
    |transferr?ed|vexatious)\b
    |\b(?:do(?:es)? not|don't|doesn't) hold\b.{0,60}\b(?:information|data|records?)\b"""
)
_IF_HELD = pattern(r"""\b(?:do|does|if|whether) (?:you|the [\w ]{2,40}|we) (?:hold|have|keep|record)\b""")
_A_THING = pattern(r"""\A\W{0,3}(?:link|cop(?:y|ies))\b""")


@dataclass(slots=True)
class Asked:
    """A question of the request, and where in the letter it is said back or numbered."""

    label: str
    number: str
    proposed: ProposedQuestion
    said: Place | None = None
    answered_at: int = -1  # the sentence that begins with its number
    misnumbered_as: str = ""

    @property
    def is_seen(self) -> bool:
        """Whether the letter shows it at all."""
        return self.said is not None or self.answered_at >= 0

    def place_in(self, stream: Stream) -> int:
        """The sentence at which it stands; -1 where it does not."""
        return stream.sentence_at(self.said.start) if self.said else self.answered_at


@dataclass(frozen=True, slots=True)
class Answering:
    """A letter that goes through questions one by one."""

    sentences: Sequence[Sentence]
    stream: Stream
    spoken_of: set[str]
    tells_nothing: Callable[[Sequence[Sentence]], bool]  # whether sentences give no outcome at all

    def own_words_between(self, start: int, end: int, asks_if_held: bool = False) -> bool:
        """Whether anything of its own that answers stands, before it closes, between two words of the letter.

        That it is held, or that an answer comes, answers only what asks that.
        """
        first = self.stream.sentence_at(start)
        if start < end and self.stream.sentence_at(start - 1) == first:
            return True
        return any(asks_if_held or not FILLS.match(each.text) for each in self.own_between(start, end))

    def is_evaded(self, question: Place, end: int) -> bool:
        """Whether what follows a question that is said back, up to a word or the next, tells nothing."""
        here = self.stream.sentence_at(question.end - 1) + 1
        theirs = (n for n in range(here, len(self.sentences)) if self.sentences[n].theirs)
        below = [*self.own_between(question.end, min([end, *(self.stream.begins[n] for n in theirs)]))]
        many = sum(len(words_of(each.text)) for each in below)
        return many >= _EVASIVE and not self.stream.goes_on(question) and self.tells_nothing(below)

    def own_between(self, start: int, end: int) -> Iterator[Sentence]:
        """Its own sentences that begin between two words of the letter, before it closes."""
        begins = self.stream.begins
        for place in range(bisect.bisect_left(begins, start), len(self.sentences)):
            words = self.sentences[place].text
            if begins[place] >= end or _CLOSES.match(words):
                return
            if not self.sentences[place].theirs and words_of(words):
                yield self.sentences[place]

    def tells_above(self, questions: Sequence[Asked]) -> bool:
        """Whether something that answers stands above the first question that the letter shows."""
        first = min(place for each in questions if (place := each.place_in(self.stream)) >= 0)
        above = [each for each in self.sentences[:first] if not each.theirs]
        return bool(above) and not self.tells_nothing(above)

    def doubt_of(self, start: int, end: int) -> str:
        """What a stretch of sentences says that may answer more than it stands by, or ""."""
        ours = [each.text for each in self.sentences[max(0, start) : end] if not each.theirs]
        if any(map(_IN_A_FILE.search, ours)):
            return IN_A_FILE
        return FOR_ALL if any(map(_WHOLE.search, ours)) else ""


def unanswered(questions: Sequence[Asked], letter: Answering) -> dict[str, tuple[str, str]]:
    """By label, why a question is taken to have no answer, and what makes that doubtful, or ""."""
    firm = [question for question in questions if not question.proposed.maybe]
    seen = [question for question in firm if question.is_seen]
    if len(firm) < 2 or len(seen) < max(2, MOST * len(firm)):
        return {}
    bare = _left_bare(questions, letter)
    places = sorted(place for question in questions if (place := question.place_in(letter.stream)) >= 0)
    closing = next(
        (n for n in range(places[-1] + 1, len(letter.sentences)) if _CLOSES.match(letter.sentences[n].text)),
        len(letter.sentences),
    )
    around = letter.doubt_of(0, places[0]) or letter.doubt_of(closing, len(letter.sentences))
    found = {}
    for question in questions:
        why = _why(question, questions, bare, letter)
        if why:
            doubt = bare.get(question.label) or around or _beside(question, questions, letter, closing)
            found[question.label] = why, doubt
    return found


def _beside(question: Asked, questions: Sequence[Asked], letter: Answering, closing: int) -> str:
    """What makes it doubtful in the answer that stands before the gap."""
    before = [each.place_in(letter.stream) for each in questions[: questions.index(question)]]
    here = question.place_in(letter.stream)
    start = max((place for place in before if place >= 0), default=0)
    if here < 0 and max(before, default=-1) < 0 and letter.tells_above(questions):
        return FOR_FIRST
    after = [each.place_in(letter.stream) for each in questions[questions.index(question) + 1 :]]
    end = here if here >= 0 else min((place for place in after if place > start), default=closing)
    return letter.doubt_of(start, end)


def _left_bare(questions: Sequence[Asked], letter: Answering) -> dict[str, str]:
    """The questions that are said back with no answer after them, by label, and what makes that doubtful.

    Several said back in a row may share the answer below them; where most are, the answers stand elsewhere.
    """
    said = sorted(
        ((each.said.start, each.said.end, each) for each in questions if each.said), key=lambda each: each[:2]
    )
    bare: dict[str, str] = {}
    answered = inner = 0
    end = len(letter.stream.words)
    for start, stop, question in reversed(said):
        if letter.own_words_between(stop, end, bool(_IF_HELD.search(question.proposed.text))):
            if question.said and letter.is_evaded(question.said, end):
                bare[question.label] = ""
            else:
                answered += 1
        elif question.answered_at < 0:
            inner += bool(answered)
            bare[question.label] = FOR_BOTH if answered else ""
        end = start
    enough = max(1, len(bare), 2 * inner)
    return bare if answered >= enough else {}


def _why(question: Asked, questions: Sequence[Asked], bare: Mapping[str, str], letter: Answering) -> str:
    """Why a question is taken to have no answer, or ""."""
    if question.label in bare:
        return "it is said back and nothing follows that answers it"
    if question.proposed.maybe:
        return _nothing_said(question, questions, letter)
    if question.is_seen or (question.number and question.number in letter.spoken_of):
        return ""
    if not _plainly_left_out(question, questions, letter):
        return ""
    number = question.number or "none"
    parts = [each for each in questions if each.number.startswith(number) and each is not question]
    if any(each.is_seen or each.number in letter.spoken_of for each in parts):
        return ""
    return "the others are answered one by one, and it is left out"


def _plainly_left_out(question: Asked, questions: Sequence[Asked], letter: Answering) -> bool:
    """Whether an answer by numbers leaves its number out, or else hardly a word of it stands anywhere."""
    firm = [each for each in questions if not each.proposed.maybe]
    if question.number.isdecimal() and sum(each.answered_at >= 0 for each in firm) >= MOST * len(firm):
        return True
    wanted = _own_words(question, questions)
    ours = {word for each in letter.sentences if not each.theirs for word in words_of(each.text)}
    if question.number.isdecimal():
        return len(wanted & ours) * 3 < len(wanted) * 2
    said = [each for each in firm if each.said]
    if len(said) < max(_ENOUGH, _NEARLY_ALL * (len(firm) - 1)) or len(wanted) < _ENOUGH:
        return False
    return len(wanted & ours) * 2 < len(wanted)


def _own_words(question: Asked, questions: Sequence[Asked]) -> set[str]:
    """The words that no other question has."""
    others = {word for each in questions if each is not question for word in words_of(each.proposed.text)}
    return set(words_of(question.proposed.text)) - others - SMALL


def _nothing_said(question: Asked, questions: Sequence[Asked], letter: Answering) -> str:
    """A thing that is asked for on a line without a number, of which no answer speaks."""
    if not _A_THING.match(question.proposed.text) or sum(each.answered_at >= 0 for each in questions) < 3:
        return ""
    wanted = _own_words(question, questions)
    for each in letter.sentences:
        here = set(words_of(each.text))
        if not each.theirs and wanted & here and not wanted <= here:
            return ""
    return "no answer speaks of it" if wanted else ""
