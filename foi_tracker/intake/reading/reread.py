"""A letter read again, by its words (decisions 20, 21): what the rules did not know, or took amiss.

What it makes likely has no reason but its figures. So where it overrules the rules it must be sure, and
where it is not, what they found stays, or is said with its doubt. It is asked only where a finding or the
kind of letter hangs on it, as it takes two milliseconds a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from foi_tracker.intake.learned import letters
from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading.grounds import DISCUSSED, WITHDRAWN, Use
from foi_tracker.intake.reading.reasons import Reason
from foi_tracker.intake.reading.sentences import Sentence
from foi_tracker.intake.reading.withheld import is_small, says_otherwise
from foi_tracker.law.notices.strangers_facts import Cost, Harm, ReadGround, Remedies, asks_for_harm

_KEPT, _MAYBE_KEPT = 0.75, 0.5
"""How likely a sentence keeps something back: to say so, and to ask."""
_SURE = 0.9
"""That a sentence does something, where what the rules found gives way to it."""
_SURELY_NOT = 0.1
"""That a sentence does what the rules take it to do, at most, where it does not."""
_LIKELY = 0.5
_WEIGHED = 0.6
_HELPED, _MAYBE_HELPED, _SURELY_NO_HELP = 0.4, 0.3, 0.05
"""That help with a smaller request is told, that it may be, and that none is, whatever the rules find."""
_HARDLY = 0.15
"""How likely a reason is, at most, where the rules found one and there is none: of a ground that asks for
harm, as of others what was asked may be reason enough with the ground's own words."""
_SURE_THAT_MAY, _NO_SURER = 0.5, 0.1
"""That a harm "may" come, and that nothing is said of it that is surer."""
_ANOTHER_CAUSE = (letters.COSTS_TOO_MUCH, letters.ELSEWHERE, letters.NOT_HELD, letters.NOT_RELIED_ON)
"""Why a thing is not given that is not kept back."""
_REFUSED = (letters.KEEPS_BACK, letters.COSTS_TOO_MUCH, letters.ELSEWHERE)
_TOLD = (letters.THE_LAW, letters.NOT_RELIED_ON)
"""What a sentence does that names a ground and does not use it."""
_USED = 0.8
"""That a ground is used, or that it is only told."""
_MAYBE_TOLD = 0.4
"""That a question is given any outcome, at least, where it may be."""
_SEVERAL = 2
"""Sentences that give something: one alone may be the name of whoever will."""
_REDACTED = pattern(r"""\bredact\w++""")
"""A redacted copy is given, and something in it is not."""
_CANNOT_TELL = pattern(
    r"""\b(?:cannot|can ?not|could not|unable|not able)\b.{0,60}\b(?:accura\w++|reliab\w++|certain\w*+)"""
)
"""What it does not know well enough to give is hardly held; figures that it has, and doubts, are."""
_NOTHING = pattern(
    r"""\bno exemptions? (?:or exceptions? )?(?:is|are|was|were|has been|have been) (?:being )?(?:applied
    |engaged|used|claimed|relied)\b|\bnothing to redact\b
    |\bnothing (?:in it |in them |at all )?(?:is|was|has been) (?:being )?(?:held back|kept back|withheld
    |redacted|taken out|removed|left out)\b"""
)
"""That all that was asked for is given."""


class Reread:
    """The sentences of a letter, read again when that is first asked for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._places = {id(each): place for place, each in enumerate(sentences)}

    @cached_property
    def _chances(self) -> Sequence[Sequence[float]]:
        """Of each sentence what it does; none of a letter that is too long."""
        found = letters.chances(self._sentences)
        return [] if found is None else found.tolist()

    def _most(self, what: int, among: Iterable[Sentence] | None = None) -> float:
        """How likely one of the letter's own sentences does this; 0 where it was not read."""
        if not self._chances:
            return 0.0
        chosen = self._sentences if among is None else among
        return max(
            (self._chances[self._places[id(each)]][what] for each in chosen if not each.theirs), default=0.0
        )

    def without_quoted(self, grounds: Sequence[ReadGround], uses: Sequence[Use]) -> tuple[ReadGround, ...]:
        """The grounds; of several taken for used, one that is only told, with no reason beside it, is not."""
        relied = {ground.number for ground in grounds if ground.relied_on}
        bare = {ground.number for ground in grounds if ground.relied_on and not ground.reasoned}
        quoted = {number for number in bare if self._chances and self._is_only_quoted(number, uses)}
        if quoted == relied:
            return tuple(grounds)
        return tuple(
            replace(ground, relied_on=ground.relied_on and ground.number not in quoted) for ground in grounds
        )

    def _is_only_quoted(self, number: str, uses: Sequence[Use]) -> bool:
        named = [each.sentence for each in uses if each.citation.code.partition("(")[0] == number]
        told = min(max(self._of(each, what) for what in _TOLD) for each in named)
        return told > _USED and max(self._of(each, what) for each in named for what in _REFUSED) < _HARDLY

    def _of(self, sentence: Sentence, what: int) -> float:
        return self._chances[self._places[id(sentence)]][what]

    def used(
        self, grounds: Sequence[ReadGround], uses: Sequence[Use], withholds: bool
    ) -> tuple[ReadGround, ...]:
        """The grounds; one that is only said not to be used is not; where none is, one that refuses is.

        Where the letter `withholds` anything, or may, it is by one of them.
        """
        if not grounds or not self._chances:
            return tuple(grounds)
        if any(ground.relied_on for ground in grounds):
            return self._without_given_up(grounds, uses, withholds)
        numbers = {
            use.citation.code.partition("(")[0]
            for use in uses
            if use.stance not in (WITHDRAWN, DISCUSSED) and self._refuses(use.sentence)
        }
        return tuple(replace(ground, relied_on=ground.number in numbers) for ground in grounds)

    def _without_given_up(
        self, grounds: Sequence[ReadGround], uses: Sequence[Use], withholds: bool
    ) -> tuple[ReadGround, ...]:
        relied = {ground.number for ground in grounds if ground.relied_on}
        given_up = relied
        if not self._gives_all:
            given_up = {number for number in relied if self._is_given_up(number, uses)}
        if given_up == relied and withholds:
            return tuple(grounds)
        return tuple(
            replace(ground, relied_on=ground.relied_on and ground.number not in given_up)
            for ground in grounds
        )

    def _is_given_up(self, number: str, uses: Sequence[Use]) -> bool:
        named = [each.sentence for each in uses if each.citation.code.partition("(")[0] == number]
        refused = max(self._of(each, what) for each in named for what in _REFUSED)
        return min(self._of(each, letters.NOT_RELIED_ON) for each in named) > _SURE and refused < _HARDLY

    def _refuses(self, sentence: Sentence) -> bool:
        refused = max(self._of(sentence, what) for what in _REFUSED)
        return refused > max(_USED, self._of(sentence, letters.NOT_RELIED_ON))

    def is_review(self, as_the_rules_say: bool) -> bool:
        """Whether it tells what came of a review of an earlier decision."""
        if not self._chances:
            return as_the_rules_say
        chance = self._most(letters.REVIEWS)
        return chance > (_HARDLY if as_the_rules_say else _LIKELY)

    def puts_off(self) -> bool:
        """Whether it only tells that the answer will come later."""
        return self._most(letters.PUTS_OFF) > _SURE and not self.decides()

    def remedies(self, told: Remedies) -> Remedies:
        """What the reader can do next; what the rules found may be of something else, or in other words."""
        if not self._chances:
            return told
        review, regulator = self._most(letters.OFFERS_REVIEW), self._most(letters.NAMES_REGULATOR)
        return replace(
            told,
            review=review > (_HARDLY if told.review else _SURE),
            regulator=regulator > (_HARDLY if told.regulator else _SURE),
        )

    def decides(self) -> bool:
        """Whether it answers or refuses something, rather than tells when that will be done."""
        ours = [each for each in self._sentences if not each.theirs]
        given = sum(self._most(letters.GIVES, [each]) > _LIKELY for each in ours)
        refused = (*_REFUSED, letters.NOT_HELD)
        if given >= _SEVERAL or max(self._most(what, ours) for what in refused) > _SURE:
            return True
        return bool(self._chances) and self._most(letters.PUTS_OFF) < _SURELY_NOT

    @cached_property
    def _gives_all(self) -> bool:
        """Whether it says that nothing is withheld, and nothing in it says otherwise."""
        if not self._chances or not any(_NOTHING.search(each.text) for each in self._sentences):
            return False
        return max(self._most(what) for what in (letters.KEEPS_BACK, letters.COSTS_TOO_MUCH)) < _LIKELY

    def only_sounds_withheld(self, sentence: Sentence) -> bool:
        """Whether a sentence in which the rules find something withheld keeps nothing back, and none does."""
        if self._gives_all:
            return True
        if not self._chances or _REDACTED.search(sentence.text) or is_small(sentence.text):
            return False
        if max(self._of(sentence, what) for what in (letters.COSTS_TOO_MUCH, letters.REASON)) > _LIKELY:
            return False
        return self._of(sentence, letters.KEEPS_BACK) < _SURELY_NOT and self._most(letters.KEEPS_BACK) < _SURE

    def tells_nothing(self, sentences: Sequence[Sentence]) -> bool:
        """Whether none of the sentences below a question answers or refuses it."""
        outcomes = (letters.GIVES, letters.NOT_HELD, *_REFUSED)
        return bool(self._chances) and max(self._most(what, sentences) for what in outcomes) < _MAYBE_TOLD

    def kept_back(self, uses: Iterable[Use], doubted: str = "") -> tuple[str, str]:
        """The sentence that keeps something back and names no ground, and the one that only may, or "".

        `doubted` is one that the rules found and that only sounds so.
        """
        naming = {id(use.sentence) for use in uses}
        best, most = doubted, _MAYBE_KEPT
        for each, chances in zip(self._sentences, self._chances, strict=False):
            chance = chances[letters.KEEPS_BACK]
            if each.theirs or id(each) in naming or says_otherwise(each.text):
                continue
            if chance > max(most, *(chances[other] for other in _ANOTHER_CAUSE)):
                best, most = each.text, chance
        return (best, "") if most > _KEPT and not _CANNOT_TELL.search(best) else ("", best)

    def reason(self, number: str, told: Reason, among: Iterable[Sentence]) -> Reason:
        """Why a ground applies, as the rules found it told, with the sentences where a reason would stand."""
        if not self._chances:
            return told
        if not told.given:
            where = list(among)
            to_come = number == "s.22" and self._most(letters.ELSEWHERE, where) > _LIKELY
            return replace(told, given=to_come or self._most(letters.REASON, where) > _LIKELY)
        bare = asks_for_harm(number) and self._most(letters.REASON) < _HARDLY
        return replace(told, given=False, thin=False) if bare else told

    def refuses_for_cost(self) -> bool:
        """Whether anything may be refused for what it costs, and the limit is not only told of."""
        why = self._most(letters.REASON) > _LIKELY
        return not self._chances or why or self._most(letters.COSTS_TOO_MUCH) > _HARDLY

    def help(self, told: Cost) -> Cost:
        """What help with a smaller request is told beside a refusal for cost, as the rules found it told."""
        if not self._chances:
            return told
        helps, invites = self._most(letters.HELPS), self._most(letters.ONLY_INVITES)
        most = max(helps, invites)
        if helps > _HELPED or (told.advice and most > _HARDLY):
            return replace(told, advice=True, open_offer=told.open_offer or most > _HARDLY)
        if helps > _MAYBE_HELPED or invites > _HARDLY:
            return replace(told, open_offer=True)
        return replace(told, advice=False, open_offer=told.advice and most > _SURELY_NO_HELP)

    def weighed_at(self, ours: Sequence[Sentence]) -> list[int]:
        """The places, among the letter's own sentences, of those that say what speaks for or against."""
        if not self._chances:
            return []
        return [place for place, each in enumerate(ours) if self._of(each, letters.WEIGHS) > _WEIGHED]

    def only_concludes(self) -> bool:
        """Whether it is only said how the public interest falls, and nothing of why."""
        return self._most(letters.ONLY_CONCLUDES) > _LIKELY > self._most(letters.WEIGHS)

    def harm(self, told: Harm) -> Harm:
        """The harm that disclosure would do, as the rules found it told."""
        would = self._most(letters.WOULD)
        if not (told.would or told.likely) and would > _LIKELY:
            return replace(told, said=True, likely=True)
        only_may = would < _NO_SURER and self._most(letters.ONLY_MAY) > _SURE_THAT_MAY
        if not only_may or told.likely:
            return told
        may = max(self._sentences, key=lambda each: self._most(letters.ONLY_MAY, [each]))
        return replace(told, said=True, would=False, weaker=True, told=may.text)
