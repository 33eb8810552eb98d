"""How our letters read: python -m benchmarks.words

Every golden letter is written with what people typed taken out, so that only the standard paragraphs are
left. Of each kind of letter it prints the words in a sentence, the longest sentence, and two measures of
textstat: the Flesch-Kincaid grade (years of school) and the Flesch reading ease (60 is plain English).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import textstat

from foi_tracker.law.notices.asks import ASKS
from foi_tracker.law.notices.facts import AnswerFacts, CostFacts, LetterFacts
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.letters.render import plain_text
from tests.letters.texts import TEXTS

MOST_WORDS = 20.0  # words in a sentence, on average
LONGEST = 35  # words in any one sentence
GRADE = 9.0  # years of school: a reader of 14
TYPED = "\N{SECTION SIGN}"  # stands for what somebody typed; a paragraph with it is not ours
_A_PHRASE = 20  # characters: what is longer was typed; shorter values are names, days and choices
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z£])")
_LABEL = re.compile(r"^(?:Question|Answer) \w+: |^[A-Z][\w ]{1,20}: ")
_ADDRESS = re.compile(r"\S+@\S+|\S+\.(?:uk|org)\S*")


@dataclass(frozen=True)
class Reading:
    """How some sentences read."""

    sentences: tuple[str, ...]

    @property
    def words(self) -> float:
        """Words in a sentence, on average."""
        return sum(map(_count, self.sentences)) / len(self.sentences)

    @property
    def longest(self) -> str:
        """The sentence of most words."""
        return max(self.sentences, key=_count)

    @property
    def grade(self) -> float:
        """Years of school that a reader needs: Flesch-Kincaid."""
        return float(textstat.flesch_kincaid_grade(" ".join(self.sentences)))

    @property
    def ease(self) -> float:
        """From 0 to 100: Flesch."""
        return float(textstat.flesch_reading_ease(" ".join(self.sentences)))


def _count(sentence: str) -> int:
    return len(re.findall(r"[\w’'£,.()/-]*\w[\w’'()/-]*", sentence))


def standard_sentences(letters: Iterable[LetterFacts]) -> tuple[str, ...]:
    """The sentences of these letters that nobody typed, each once, in the order of reading."""
    found: dict[str, None] = {}
    for facts in letters:
        for block in plain_text(_without_typed(facts)).split("\n\n"):
            paragraph = _LABEL.sub("", " ".join(block.split()))
            if paragraph.endswith((".", "?", "!")) and TYPED not in paragraph and "- " not in paragraph[:2]:
                said = _ADDRESS.sub("here", paragraph)
                found |= dict.fromkeys(_SENTENCE.split(said))
    return tuple(found)


def _without_typed(facts: LetterFacts) -> LetterFacts:
    long = {ask.name for ask in ASKS.get(facts.kind, ()) if ask.kind == "textarea"}
    return replace(
        facts,
        preamble="",
        opening_statement=facts.opening_statement and TYPED,
        correction_reason=facts.correction_reason and TYPED,
        late_reason=facts.late_reason and TYPED,
        clarification=facts.clarification and TYPED,
        adjustment="",
        form_wanted="",
        answers=tuple(_bare(answer) for answer in facts.answers),
        cost=facts.cost and _bare_cost(facts.cost),
        said={name: TYPED if name in long else value for name, value in facts.said.items()},
    )


def _bare(answer: AnswerFacts) -> AnswerFacts:
    return replace(
        answer,
        question=TYPED,
        stem="",
        section="",
        answer=answer.answer and TYPED,
        details=_bare_words(answer.details),
        grounds=tuple(replace(each, words=_bare_words(each.words), views=()) for each in answer.grounds),
    )


def _bare_words(words: Mapping[str, str]) -> dict[str, str]:
    return {name: TYPED if len(value) > _A_PHRASE else value for name, value in words.items()}


def _bare_cost(cost: CostFacts) -> CostFacts:
    return replace(cost, sampled=cost.sampled and TYPED, within_limit=cost.within_limit and TYPED)


def readings() -> dict[str, Reading]:
    """The standard sentences of each kind of letter, and of all."""
    made = {
        KIND_LABELS[kind]: standard_sentences(facts for facts in TEXTS.values() if facts.kind == kind)
        for kind in Kind
    }
    return {name: Reading(sentences) for name, sentences in made.items()} | {
        "all": Reading(standard_sentences(TEXTS.values()))
    }


def main() -> int:
    """Print the table; 1 where the goal is missed."""
    found = readings()
    print("| letter | sentences | words in a sentence | longest | grade | reading ease |")
    print("|---|---|---|---|---|---|")
    for name, reading in found.items():
        print(
            f"| {name} | {len(reading.sentences)} | {reading.words:.1f} | {_count(reading.longest)} "
            f"| {reading.grade:.1f} | {reading.ease:.0f} |"
        )
    long = sorted({each for reading in found.values() for each in reading.sentences if _count(each) > 30})
    print("\nOver 30 words:", *(f"\n- ({_count(each)}) {each}" for each in long or ["none"]))
    missed = any(reading.words >= MOST_WORDS for reading in found.values()) or found["all"].grade > GRADE
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
