"""A letter's words as the facts that the law asks about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from foi_tracker.intake.questions.wording import pattern
from foi_tracker.intake.reading import (
    about,
    answers,
    cost,
    kinds,
    laws,
    reasons,
    remedies,
    small,
    statements,
    theirs,
    times,
    weighing,
)
from foi_tracker.intake.reading.citations import EIR
from foi_tracker.intake.reading.elsewhere import sent_elsewhere
from foi_tracker.intake.reading.grounds import Use, grounds_in, uses_in
from foi_tracker.intake.reading.reread import Reread
from foi_tracker.intake.reading.sentences import Sentence, plain, read
from foi_tracker.intake.reading.withheld import in_a_cell, withholding
from foi_tracker.law.notices.strangers_facts import (
    REFUSING,
    Cost,
    Harm,
    ReadGround,
    ReadLetter,
    Remedies,
    asks_for_harm,
    for_cost,
)

_BALANCE = pattern(r"""\blegitimate interests?\b|\b6\(1\)\(f\)|\bschedule 2\b|\bcondition (?:6|six)\b""")
_WHERE = pattern(
    r"""https?:|www\.|\.(?:gov|org|co|ac|nhs|police)\.uk|\.(?:com|org|net)\b|\b(?:web ?site|web ?page
    |link|publication scheme|available (?:at|from|via|on|in|through|here|online)
    |(?:found|accessed|viewed|obtained|inspected|downloaded) (?:\w++ ){0,3}(?:at|from|via|on|in|through
    |here|by)|published (?:at|on|in|here)|library|libraries|registry|online|internet|here)\b"""
)
_WHEN = pattern(
    r"""\b(?:january|february|march|april|may|june|july|august|september|october|november|december
    |spring|summer|autumn|winter|quarter\w*+|20\d\d|week|month|months|weeks|year|annual\w*+
    |financial year|end of)\b|\d/\d"""
)
_ENACTMENT = pattern(
    r"""\b(?!freedom of information act)(?:[a-z'&()]++ ){1,8}(?:act|regulations?|order|rules
    |directive)\b(?:,? (?:19|20)\d\d)
    |\b(?:section|s\.?) ?\d{1,3}[a-z]?[()\da-z]{0,9} of (?:the )?(?-i:(?!FOI|EIR)[A-Z]{3,6})\b
    |\bcontempt of court\b|\bcrca\b|\brules of court\b"""
)
_FOI_ACT = pattern(
    r"""\bfreedom of information\b(?: act)?(?: (?:19|20)\d\d)?|\b(?:section|s\.?) ?44\b[()a-z\d]{0,8}"""
)
_QUALIFIED_PERSON = pattern(
    r"""\bcertified by (?:the |our |an? )?(?:minister|secretary of state|speaker|qualified)
    |\bqualified person\b|\breasonable opinion of (?!a qualified)|\b(?:chief executive
    |monitoring officer|chief constable|vice[- ]chancellor|minister|director general|commissioner
    |principal|chair\w*+)\b[^.]{0,80}\bopinion\b|\bopinion of the (?:chief|monitoring|vice)"""
)
_FUTURE = pattern(r"""\b(?:publi\w++|available|release\w*+)\b""")


def read_letter(
    text: str, *, received: date | None, issued: date | None, request: str, regime: str
) -> ReadLetter:
    """The facts of a letter, as far as its words and what is given with it tell them."""
    words = plain(text)
    sentences = theirs.marked(read(words), request)
    ours = [each for each in sentences if not each.theirs]
    again, uses = Reread(sentences), uses_in(sentences)
    withheld, maybe, doubtful = _withheld(sentences, words, request, again)
    neither = statements.neither(sentences)
    withholds = bool(withheld or neither)
    grounds = again.used(tuple(grounds_in(uses, withholds)), uses, withholds or bool(maybe))
    relied = [ground for ground in grounds if ground.relied_on and not _is_12(ground)]
    weighs = weighing.weighed_at(ours)
    signs = _signs(sentences, grounds, withholds, bool(weighs), again)
    found = _cost(sentences, grounds, again)
    kind = _kind(sentences, signs, again)
    if kind in REFUSING and not (relied or neither or found.claimed or withheld or doubtful):
        withheld, maybe = again.kept_back(uses, maybe)
    if kind == "response":
        tells = any((signs.denies, maybe, doubtful, request.strip(), received))
        kind = _of_response(sentences, withheld or found.claimed, tells)
    if relied and not weighs:
        weighs = again.weighed_at(ours)
    law = laws.regime_of(sentences, regime, {EIR if ground.is_eir else "FOIA" for ground in relied})
    elsewhere, doubt = _elsewhere(sentences, kind, signs, request)
    return ReadLetter(
        kind=kind,
        regime=law,
        words=words,
        times=times.times_in(sentences, received, issued),
        grounds=_with_reasons(grounds, uses, sentences, weighs, again),
        withholds=withheld,
        may_withhold=maybe,
        small=doubtful,
        not_held=_not_held(sentences, law),
        not_held_explained=statements.explains_not_held(sentences),
        both=statements.both(sentences),
        neither=neither,
        set_apart=statements.set_apart(sentences),
        weighed=bool(weighs),
        weighing=ours[weighs[-1]].text if weighs else "",
        harm=_harm(ours, uses, relied, again),
        said=_said(ours, weighs, again),
        cost=found,
        sent_elsewhere=elsewhere,
        sent_with_doubt=doubt,
        remedies=_remedies(sentences, kind, again),
        answers=answers.answers_in(sentences, request, kind, text, again.tells_nothing),
    )


def _kind(sentences: Sequence[Sentence], signs: kinds.Signs, again: Reread) -> str:
    """The kind of letter; whether it decides anything or puts that off is read again."""
    kind = kinds.kind_of(sentences, signs)
    if kind in kinds.POSTPONES and again.decides():
        return "response"
    return "holding" if kind == "response" and again.puts_off() else kind


def _elsewhere(sentences: Sequence[Sentence], kind: str, signs: kinds.Signs, request: str) -> tuple[str, str]:
    """What a letter that withholds nothing says of where the information is, surely and with doubt."""
    if not request.strip() or kind != "response" or signs.denies:
        return "", ""
    return sent_elsewhere(sentences)


def _of_response(sentences: Sequence[Sentence], refuses: str | bool, tells: bool) -> str:
    """What a letter is that was taken to answer; `tells` is that something tells it for one.

    What is given with a request, or with the day one came, answers it, however little it says. Without
    them, words that speak of none are no letter about one.
    """
    if refuses:
        return "refusal"
    return "response" if tells or about.is_about_a_request(sentences) else "other"


def _cost(sentences: Sequence[Sentence], grounds: Sequence[ReadGround], again: Reread) -> Cost:
    """What is said of cost; whether that refuses, where more does or no section says so, is read again."""
    relied = [ground for ground in grounds if ground.relied_on]
    for_that = [ground for ground in relied if for_cost(ground.code)]
    found = cost.cost_in(sentences, bool(for_that))
    if not found.claimed:
        return found
    found = replace(found, told=found.told or for_that[0].said)
    only_told = not for_that or len(relied) > len(for_that)
    if only_told and not again.refuses_for_cost():
        return replace(found, claimed=False)
    return again.help(found)


def _remedies(sentences: Sequence[Sentence], kind: str, again: Reread) -> Remedies:
    """What the reader can do next, read again where the letter may owe it or the rules do not find both."""
    told = remedies.remedies_in(sentences)
    return again.remedies(told) if kind in REFUSING or not (told.review and told.regulator) else told


def _signs(
    sentences: Sequence[Sentence],
    grounds: Sequence[ReadGround],
    withholds: bool,
    weighed: bool,
    again: Reread,
) -> kinds.Signs:
    """What tells the kind of a letter."""
    reviews = kinds.is_review(sentences)
    if reviews or kinds.speaks_of_review(sentences):
        reviews = again.is_review(reviews)
    relied = [ground for ground in grounds if ground.relied_on]
    return kinds.Signs(
        relies=bool(relied),
        withholds=withholds,
        denies=bool(statements.not_held(sentences)),
        weighed=weighed,
        reviews=reviews,
        of_the_act=any(not ground.is_eir and not _is_12(ground) for ground in relied),
    )


def _withheld(sentences: Sequence[Sentence], words: str, request: str, again: Reread) -> tuple[str, str, str]:
    """What says that something is withheld, what may only sound so, and a small number that may mean so."""
    counts, doubtful = small.kept_back(sentences, request)
    said = [*withholding(sentences, request)]
    sure = next((each.text for each in said if not again.only_sounds_withheld(each)), "")
    kept = sure or in_a_cell(words, request) or ("" if doubtful else counts)
    return kept, "" if kept or not said else said[0].text, counts if doubtful else ""


def _harm(ours: Sequence[Sentence], uses: Sequence[Use], relied: Sequence[ReadGround], again: Reread) -> Harm:
    """What is said of the harm, read again where a ground asks for it."""
    told = weighing.harm_in(ours, [use for use in uses if asks_for_harm(use.citation.code)])
    return again.harm(told) if any(asks_for_harm(ground.code) for ground in relied) else told


def _not_held(sentences: Sequence[Sentence], law: str) -> str:
    """What says that something is not held; under the Regulations, or that it is not recorded at all."""
    denied = statements.not_held(sentences)
    return denied or (statements.not_recorded(sentences) if law == EIR else "")


def _is_12(ground: ReadGround) -> bool:
    return ground.number == "s.12"


def _with_reasons(
    grounds: Sequence[ReadGround],
    uses: Sequence[Use],
    sentences: Sequence[Sentence],
    weighs: Sequence[int],
    again: Reread,
) -> tuple[ReadGround, ...]:
    """The grounds, with whether anything is said of why each applies, and whether it is weighed."""
    ours = [each for each in sentences if not each.theirs]
    near = reasons.nearby(uses, sentences)
    by_number: dict[str, list[Use]] = {}
    for use in uses:
        by_number.setdefault(use.citation.code.partition("(")[0], []).append(use)
    why, weighed = {}, {}
    for number, mine in by_number.items():
        relied = any(ground.relied_on for ground in grounds if ground.number == number)
        why[number] = reasons.Reason()
        if relied and number not in reasons.NO_REASON_ASKED:
            among = [each.sentence for each in near if each.concerns(number)]
            why[number] = again.reason(number, reasons.reasoned(number, near), among)
        weighed[number] = not weighing.comes_after(mine, ours, weighs)
    told = tuple(
        replace(
            ground,
            reasoned=why[ground.number].given,
            thin=why[ground.number].thin,
            claimed=why[ground.number].claimed,
            weighed=weighed[ground.number],
        )
        for ground in grounds
    )
    return again.without_quoted(told, uses)


def _said(ours: Sequence[Sentence], weighs: Sequence[int], again: Reread) -> Mapping[str, bool]:
    """What single exemptions ask for, and whether it stands anywhere in the letter."""
    words = [each.text for each in ours]
    return {
        "balance": any(map(_BALANCE.search, words)),
        "where": any(map(_WHERE.search, words)),
        "when": any(_FUTURE.search(each) and _WHEN.search(each) for each in words),
        "enactment": any(_ENACTMENT.search(_FOI_ACT.sub(" ", each)) for each in words),
        "qualified_person": any(map(_QUALIFIED_PERSON.search, words)),
        "both_likelihoods": weighing.says_both(ours),
        "only_asserted": weighing.only_asserted(ours, weighs) and not again.weighed_at(ours),
        "only_concluded": bool(weighs) and again.only_concludes(),
    }
