"""Which questions of a request a letter answers, as far as its layout shows.

A question has no answer where it is said back and nothing follows it, or where it is left out of a series in
which the others stand. Whether an answer is a good one is not read, and what a file may hold is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foi_tracker.intake.labels import Numbered, assign
from foi_tracker.intake.questions import ProposedQuestion, split
from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.said import Place, Stream, numbered, spoken_of
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.theirs import words_of
from foi_tracker.law.notices.strangers_facts import ReadAnswer

_LEAST = 4
"""Words of a question that can be known again."""
_MOST = 0.6
"""Of the questions, said back or numbered: then the letter goes through them one by one."""
_LOOKS = 40
"""Numbered lines whose words are compared with every question."""
_SHARED = 3
"""Words that an answer shares with the question whose words it begins with."""

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
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "and",
        "or",
        "for",
        "is",
        "are",
        "was",
        "were",
        "be",
        "by",
        "on",
        "at",
        "as",
        "it",
        "this",
        "that",
        "with",
        "from",
        "have",
        "has",
    ]
)

IN_A_FILE = "It may stand in a file that goes with the letter."
FOR_ALL = "Something is said of the whole request: check whether that answers it."


@dataclass(slots=True)
class _Question:
    """A question of the request, and where in the letter it is said back or numbered."""

    label: str
    number: str
    asked: ProposedQuestion
    said: Place | None = None
    answered_at: int = -1  # the sentence that begins with its number
    misnumbered_as: str = ""

    @property
    def is_seen(self) -> bool:
        return self.said is not None or self.answered_at >= 0


@dataclass(frozen=True, slots=True)
class _Letter:
    """What of the letter a judgement needs."""

    sentences: Sequence[Sentence]
    stream: Stream
    spoken_of: set[str]
    doubt: str

    def own_words_between(self, start: int, end: int) -> bool:
        """Whether anything of its own, before it closes, stands between two words of the letter."""
        first, last = self.stream.sentence_at(start), self.stream.sentence_at(max(start, end - 1))
        if self.stream.sentence_at(start - 1) == first and start < end:
            stops = (
                self.stream.begins[first + 1]
                if first + 1 < len(self.stream.begins)
                else len(self.stream.words)
            )
            if min(stops, end) - start >= 1:
                return True
            first += 1
        for place in range(first, min(last + 1, len(self.sentences))):
            if self.stream.begins[place] >= end:
                break
            words = self.sentences[place].text
            if _CLOSES.match(words):
                return False
            if not self.sentences[place].theirs and words_of(words):
                return True
        return False


def answers_in(sentences: Sequence[Sentence], request: str) -> tuple[ReadAnswer, ...]:
    """Each question and what the letter shows of its answer; nothing where no question can be told.

    `request` is what was asked; where it is not known, what the letter says back before it answers.
    """
    asked = request.strip() or "\n".join(each.text for each in sentences if each.theirs)
    proposed = [each for each in split(asked).questions if len(words_of(each.text)) > 2]
    labels = assign([Numbered(each.number, each.section) for each in proposed])
    questions = [
        _Question(label, _plain(each.number), each) for label, each in zip(labels, proposed, strict=True)
    ]
    if not questions:
        return ()
    ours = [each.text for each in sentences if not each.theirs]
    doubt = IN_A_FILE if any(map(_IN_A_FILE.search, ours)) else ""
    doubt = doubt or (FOR_ALL if any(map(_WHOLE.search, ours)) else "")
    letter = _Letter(sentences, Stream(sentences), spoken_of(sentences), doubt)
    _find(questions, letter, known=bool(request.strip()))
    return tuple(_judged(questions, letter))


def _plain(number: str | None) -> str:
    return "".join(each for each in (number or "").lower() if each.isalnum()).lstrip("q0")


def _find(questions: list[_Question], letter: _Letter, known: bool) -> None:
    """Where each question is said back, and where its number stands before an answer."""
    for question in questions:
        words = words_of(question.asked.text)
        question.said = letter.stream.last_of(words) if len(words) >= _LEAST else None
    theirs = [n for n, each in enumerate(letter.sentences) if each.theirs]
    _number(questions, letter, 0 if known or not theirs else theirs[-1] + 1)
    numbered_at = [question.answered_at for question in questions if question.answered_at >= 0]
    if len(numbered_at) >= max(2, _MOST * len(questions)):
        first = letter.stream.begins[min(numbered_at)]
        for question in questions:
            if question.said and question.said.start < first:
                question.said = None  # in a list above the answers, which are known by their numbers


def _number(questions: list[_Question], letter: _Letter, after: int) -> None:
    """Which answer stands under each number; one that goes back may be another question's."""
    by_number = {question.number: question for question in reversed(questions) if question.number}
    highest, looks = 0, _LOOKS
    for place, number in numbered(letter.sentences, after):
        question = by_number.get(number) or by_number.get(number.rstrip("abcdefghij"))
        if question is None:
            continue
        value = int("".join(filter(str.isdecimal, number)))
        if value <= highest and looks:
            looks -= 1
            other = _begins_as(letter.sentences[place].text, questions, question)
            if other and other.answered_at < 0 and other.number != number:
                other.answered_at, other.misnumbered_as = place, number
                continue
        highest = max(highest, value)
        if question.answered_at < 0:
            question.answered_at = place


def _begins_as(words: str, questions: Sequence[_Question], named: _Question) -> _Question | None:
    """The question, other than the one it is numbered as, whose words an answer begins with."""
    opening = [word for word in words_of(words)[1:16] if word not in _SMALL]
    best, shared = None, _SHARED - 1
    for question in questions:
        asked = [word for word in words_of(question.asked.text)[:12] if word not in _SMALL]
        common = len(set(opening[: len(asked) + 2]) & set(asked))
        if common > shared and common * 3 >= len(set(asked)) * 2:
            best, shared = question, common
    return best if best is not named else None


def _judged(questions: list[_Question], letter: _Letter) -> list[ReadAnswer]:
    firm = [question for question in questions if not question.asked.maybe]
    seen = [question for question in firm if question.is_seen]
    one_by_one = len(firm) > 1 and len(seen) >= max(2, _MOST * len(firm))
    bare = _left_bare(questions, letter) if one_by_one else set()
    found = []
    for question in questions:
        why = _why(question, questions, bare, letter) if one_by_one else ""
        doubt = letter.doubt if why else ""
        found.append(
            ReadAnswer(question.label, unanswered=why, doubt=doubt, misnumbered_as=question.misnumbered_as)
        )
    return found


def _left_bare(questions: Sequence[_Question], letter: _Letter) -> set[str]:
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


def _why(question: _Question, questions: Sequence[_Question], bare: set[str], letter: _Letter) -> str:
    """Why a question is taken to have no answer, or ""."""
    if question.label in bare:
        return "it is said back and nothing follows"
    if question.asked.maybe:
        return _nothing_said(question, questions, letter)
    if question.is_seen or not question.number.isdecimal() or question.number in letter.spoken_of:
        return ""
    others = [each for each in questions if each.number.startswith(question.number) and each is not question]
    if any(each.is_seen or each.number in letter.spoken_of for each in others):
        return ""
    return "the others are answered one by one, and it is left out"


def _nothing_said(question: _Question, questions: Sequence[_Question], letter: _Letter) -> str:
    """A thing that is asked for on a line without a number, of which no answer speaks."""
    if not _A_THING.match(question.asked.text) or sum(each.answered_at >= 0 for each in questions) < 3:
        return ""
    others = {word for each in questions if each is not question for word in words_of(each.asked.text)}
    wanted = set(words_of(question.asked.text)) - others - _SMALL
    for each in letter.sentences:
        words = set(words_of(each.text))
        if not each.theirs and wanted & words and not wanted <= words:
            return ""
    return "no answer speaks of it" if wanted else ""
