"""Which questions a letter leaves without an answer, and what makes that doubtful.

A question has no answer where it is said back and nothing follows it, or where it is left out of a series in
which the others stand. Whether an answer is a good one is not read, and what a file may hold is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.intake.questions import ProposedQuestion
from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.said import Place, Stream
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of

MOST = 0.6
"""Of the questions, said back or numbered: then the letter goes through them one by one."""
_NEARLY_ALL, _ENOUGH = 0.7, 3
"""Of the questions said back, and words of its own, where one without a number may be found left out."""
IN_A_FILE = "It may stand in a file that goes with the letter."
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

    def own_words_between(self, start: int, end: int) -> bool:
        """Whether anything of its own, before it closes, stands between two words of the letter."""
        begins, last = self.stream.begins, len(self.sentences)
        first = self.stream.sentence_at(start)
        if start < end and self.stream.sentence_at(start - 1) == first:
            return True
        while first < last and begins[first] < start:
            first += 1
        for place in range(first, last):
            words = self.sentences[place].text
            if begins[place] >= end or _CLOSES.match(words):
                return False
            if not self.sentences[place].theirs and words_of(words):
                return True
        return False

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
            found[question.label] = why, around or _beside(question, questions, letter, closing)
    return found


def _beside(question: Asked, questions: Sequence[Asked], letter: Answering, closing: int) -> str:
    """What makes it doubtful in the answer that stands before the gap."""
    before = [each.place_in(letter.stream) for each in questions[: questions.index(question)]]
    here = question.place_in(letter.stream)
    start = max((place for place in before if place >= 0), default=0)
    after = [each.place_in(letter.stream) for each in questions[questions.index(question) + 1 :]]
    end = here if here >= 0 else min((place for place in after if place > start), default=closing)
    return letter.doubt_of(start, end)


def _left_bare(questions: Sequence[Asked], letter: Answering) -> set[str]:
    """The labels of the questions that are said back last of all, with nothing after them.

    Several said back in a row share the answer below them; where most are, the answers stand elsewhere.
    """
    said = sorted(
        ((each.said.start, each.said.end, each) for each in questions if each.said), key=lambda each: each[:2]
    )
    bare: set[str] = set()
    answered = 0
    end = len(letter.stream.words)
    for start, stop, question in reversed(said):
        if letter.own_words_between(stop, end):
            answered += 1
        elif not answered and question.answered_at < 0:
            bare.add(question.label)
        end = start
    return bare if answered >= max(1, len(bare)) else set()


def _why(question: Asked, questions: Sequence[Asked], bare: set[str], letter: Answering) -> str:
    """Why a question is taken to have no answer, or ""."""
    if question.label in bare:
        return "it is said back and nothing follows"
    if question.proposed.maybe:
        return _nothing_said(question, questions, letter)
    if question.is_seen or (question.number and question.number in letter.spoken_of):
        return ""
    if not question.number.isdecimal() and not _plainly_left_out(question, questions, letter):
        return ""
    parts = [each for each in questions if each.number.startswith(question.number) and each is not question]
    if any(each.is_seen or each.number in letter.spoken_of for each in parts):
        return ""
    return "the others are answered one by one, and it is left out"


def _plainly_left_out(question: Asked, questions: Sequence[Asked], letter: Answering) -> bool:
    """Whether nearly all the others are said back, and hardly a word of this one stands anywhere."""
    firm = [each for each in questions if not each.proposed.maybe]
    said = [each for each in firm if each.said]
    wanted = _own_words(question, questions)
    if len(said) < max(3, _NEARLY_ALL * len(firm)) or len(wanted) < _ENOUGH:
        return False
    ours = {word for each in letter.sentences if not each.theirs for word in words_of(each.text)}
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
