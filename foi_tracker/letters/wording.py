"""Words that a letter puts together from its facts: the result, lists of questions, provisions."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup

from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts
from foi_tracker.letters import dates
from foi_tracker.letters.kinds import LAWS, REFUSED, is_mixed, law_name, regime_of, resolved
from foi_tracker.letters.saying import Said, joined, said
from foi_tracker.letters.standard import defaults

NOBODY = frozenset({"", "nobody known", "nobody", "none", "not known", "no one known"})
"""What officers write where nobody is known to hold what is asked for."""

WHOLE_REQUEST = frozenset({"cost_limit", "cost_limit_confirm", "vexatious", "repeated"})
"""Sections 12 and 14 are of the request as a whole: what is answered beside them is voluntary."""

COST = frozenset({"cost_limit", "cost_limit_confirm"})
"""Refused by what it would cost."""

_SAID_OF_SOME = (
    *("disclosed", "part_disclosed", "part_held", "withheld", "accessible", "future_publication"),
    *("decision_pending", "not_held", "cost_limit", "cost_limit_confirm", "vexatious", "repeated", "ncnd"),
    *("own_data", "clarification", "outside_act", "not_applicable", "withdrawn"),
)
"""Every outcome, in the order in which a result speaks of them. What falls away is never the whole result."""

_ONE = {"it": "it", "is": "is", "does": "does", "falls": "falls"}
_SEVERAL = {"it": "them", "is": "are", "does": "do", "falls": "fall"}
_OFFERS_NOTHING = re.compile(r"\b(?:nothing|no part|cannot offer|cannot provide)\b", re.IGNORECASE)
_MOST_NAMED = 6
"""Questions scattered further than this are counted in the result, not named."""

_SEVERAL_PEOPLE = re.compile(r"\b(?:team|unit|office|department|service)\b", re.IGNORECASE)


def result(facts: LetterFacts) -> list[Markup]:
    """What became of the request, by question: each kind of outcome in a sentence or two."""
    groups: dict[str, list[AnswerFacts]] = {code: [] for code in _SAID_OF_SOME}
    for answer in facts.answers:
        code = resolved(facts, answer).outcome
        if code in groups:
            groups[code].append(answer)
    groups = {code: answers for code, answers in groups.items() if answers}
    sentences = {code: _result_of(facts, code, answers) for code, answers in groups.items()}
    whole = [code for code in groups if code in WHOLE_REQUEST]
    others = _voluntary(facts, groups) if whole else ""
    if others:
        rest = said(facts, "result.rest_by_cost" if whole[-1] in COST else "result.rest", others=others)
        sentences[whole[-1]] = joined(sentences[whole[-1]], rest)
    found = [sentence for sentence in sentences.values() if sentence]
    denied = [
        answer.label for answer in facts.answers if answer.outcome != "ncnd" and _denies_the_rest(answer)
    ]
    if denied:
        found.append(said(facts, "result.ncnd.rest", asked=questions(facts, denied)))
    if groups and groups.keys() <= REFUSED:
        found.append(said(facts, "result.regret"))
    return [sentence.line for sentence in found]


def _voluntary(facts: LetterFacts, groups: Mapping[str, Sequence[AnswerFacts]]) -> str:
    """What we need not answer beside sections 12 and 14: "the rest", or of two laws what is under the Act."""
    given = groups.keys() - WHOLE_REQUEST - {"withdrawn", "not_applicable"}
    labels = {answer.label for code in given for answer in groups[code]}
    if not is_mixed(facts):
        return "the rest" if labels else ""
    of_the_act = {answer.label for answer in facts.answers if regime_of(facts, answer) != "EIR"}
    return questions(facts, labels & of_the_act) if labels & of_the_act else ""


def _denies_the_rest(answer: AnswerFacts) -> bool:
    return not answer.same_as and any(ground.purpose == "ncnd" for ground in answer.grounds)


def _result_of(facts: LetterFacts, code: str, answers: Sequence[AnswerFacts]) -> Said:
    everything = len(answers) == len(facts.answers) and not facts.answered_elsewhere
    if everything and code == "not_applicable":
        return Said()
    if everything and f"result.{code}.all" in defaults(facts.language):
        sentence = said(facts, f"result.{code}.all")
    else:
        sentence = said(facts, f"result.{code}", **_speaking_of(facts, answers, everything))
    if code == "not_held":
        sentence = joined(sentence, _say_who(facts, answers))
    if code == "cost_limit" and offers_something(facts):
        sentence = joined(sentence, said(facts, "result.cost_limit.instead"))
    return sentence


def _speaking_of(facts: LetterFacts, answers: Sequence[AnswerFacts], everything: bool) -> dict[str, str]:
    """The placeholders of a result: the questions, and the words that follow their number."""
    if everything:
        return {"asked": "your request", "answers": "what you asked for", "the_answer": "this", **_ONE}
    asked = questions(facts, [answer.label for answer in answers])
    if asked.count(",") > _MOST_NAMED:
        asked = f"{len(answers)} of your {len(facts.answers)} questions"
    number, noun = (_ONE, "the answer") if len(answers) == 1 else (_SEVERAL, "the answers")
    return {"asked": asked, "answers": f"{noun} to {asked}", "the_answer": noun, **number}


def offers_something(facts: LetterFacts) -> bool:
    """Whether the advice says what could be provided within the limit, and not why nothing can (s.16)."""
    advice = facts.cost.within_limit.strip() if facts.cost else ""
    return bool(advice) and not _OFFERS_NOTHING.search(advice)


def _say_who(facts: LetterFacts, answers: Sequence[AnswerFacts]) -> Said:
    known = [answer for answer in answers if may_hold(resolved(facts, answer))]
    if not known:
        return Said()
    if len(known) == len(answers):
        return said(facts, "result.not_held.who")
    asked = questions(facts, [answer.label for answer in known])
    return said(facts, "result.not_held.who_of_some", asked=asked)


def may_hold(answer: AnswerFacts) -> str:
    """Who may hold it instead (section 16), or "" where nobody is known."""
    holder = answer.details.get("holder", "").strip()
    return "" if holder.casefold().rstrip(".") in NOBODY else holder


def questions(facts: LetterFacts, labels: Collection[str]) -> str:
    """ "question 3", "questions 1, 2 and 5 to 9": three in a row or more become a run."""
    order = facts.all_labels or tuple(answer.label for answer in facts.answers)
    known = [label for label in order if label in labels]
    known += [label for label in labels if label not in order]
    runs: list[list[str]] = []
    for label in known:
        place = order.index(label) if label in order else -1
        if runs and place > 0 and order[place - 1] == runs[-1][-1]:
            runs[-1].append(label)
        else:
            runs.append([label])
    shown = [words for run in runs for words in (run if len(run) < 3 else [f"{run[0]} to {run[-1]}"])]
    return f"question{'s' if len(known) > 1 else ''} {listed(shown)}"


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def greeting(facts: LetterFacts) -> str:
    """What follows "Dear ": the authority's own words, or the person's name."""
    own = facts.authority.greeting.strip()
    words = own or facts.recipient.salutation.strip() or facts.recipient.name.strip() or "Applicant"
    return re.sub(r"^(?:dear\s+)?(?:the\s+)?", "", words, flags=re.IGNORECASE).rstrip(",")


def valediction(facts: LetterFacts) -> Markup:
    """Yours faithfully to a Sir or Madam, yours sincerely to everybody else."""
    unnamed = re.match(r"(?:sir|madam)\b", greeting(facts), re.IGNORECASE)
    return said(facts, "always.close_unnamed" if unnamed else "always.close").line


def late(facts: LetterFacts) -> Said:
    """Late is said first, with the reason and one apology; in time, nothing."""
    if facts.working_days_late <= 0:
        return Said()
    number = facts.working_days_late
    reason = facts.late_reason.strip()
    is_sentence = reason[-1:] in (".", "!") and reason[0].isupper()
    return said(
        facts,
        "always.late",
        answer_due=f"by {dates.day(facts.due)}" if facts.due else "sooner",
        days_late=f"{dates.count(number)} working day{'' if number == 1 else 's'}",
        late_reason=reason if is_sentence or not reason else _late_because(reason),
    )


def _late_because(reason: str) -> str:
    reason = reason.rstrip(".")
    if re.match(r"(?:still )?\w+ing\b", reason):
        return f"We were {reason}."
    return f"The reason: {reason}."


def decided_by(facts: LetterFacts) -> Said:
    """Who decided, and under which law."""
    law = _laws(facts)
    role = re.sub(r"^(?:the|a|an)\s+", "", facts.authority.signatory_role.strip(), flags=re.IGNORECASE)
    if not role or _SEVERAL_PEOPLE.search(role):
        return said(facts, "always.decided.team", the_law=law)
    # Two laws make a sentence of their own.
    key = "always.decided.both_laws" if is_mixed(facts) else "always.decided"
    return said(facts, key, role=role, the_law=law)


def _laws(facts: LetterFacts) -> str:
    """The law in full; where there are two, what each is called from here on, and what it is for."""
    if not is_mixed(facts):
        return f"the {law_name(facts)}"
    labels = [answer.label for answer in facts.answers if regime_of(facts, answer) == "EIR"]
    others = f"for {questions(facts, labels)}, the {LAWS['EIR']} (the Regulations)"
    return f"the {LAWS['FOIA']} (the Act) and, {others}"
