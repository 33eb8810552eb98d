"""Words that a letter puts together from its facts: the result, lists of questions, provisions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from foi_tracker.law.notices.facts import AnswerFacts, LetterFacts
from foi_tracker.letters import dates
from foi_tracker.letters.kinds import LAWS, REFUSED, is_mixed, law_name, regime_of, resolved

NOBODY = frozenset({"", "nobody known", "nobody", "none", "not known", "no one known"})
"""What officers write where nobody is known to hold what is asked for."""

WHOLE_REQUEST = frozenset({"cost_limit", "cost_limit_confirm", "vexatious", "repeated"})
"""Sections 12 and 14 are of the request as a whole: what is answered beside them is voluntary."""

COST = frozenset({"cost_limit", "cost_limit_confirm"})
"""Refused by what it would cost."""

# For each outcome: one question, several, and the whole request. {q} is "question 3" or "questions 3 and 4".
_RESULTS = {
    "disclosed": (
        "We hold the answer to {q} and give it in full.",
        "We hold the answers to {q} and give them in full.",
        "We hold what you asked for and give it in full.",
    ),
    "part_disclosed": (
        "We give part of the answer to {q} and withhold the rest.",
        "We give part of the answers to {q} and withhold the rest.",
        "We hold what you asked for. We give part of it and withhold the rest.",
    ),
    "part_held": (
        "We hold part of the answer to {q} and give it.",
        "We hold part of the answers to {q} and give it.",
        "We hold part of what you asked for and give it.",
    ),
    "withheld": (
        "We hold the answer to {q}, but are withholding it.",
        "We hold the answers to {q}, but are withholding them.",
        "We hold what you asked for, but are withholding it. This letter says why.",
    ),
    "accessible": (
        "The answer to {q} is public already, and we say where.",
        "The answers to {q} are public already, and we say where.",
        "What you asked for is public already, and we say where.",
    ),
    "future_publication": (
        "We will publish the answer to {q}, and say when.",
        "We will publish the answers to {q}, and say when.",
        "We will publish what you asked for, and say when.",
    ),
    "decision_pending": (
        "We need more time to decide on {q}, and say when you will hear.",
        "We need more time to decide on {q}, and say when you will hear.",
        "We need more time to decide, and say when you will hear.",
    ),
    "not_held": (
        "We do not hold the answer to {q}.",
        "We do not hold the answers to {q}.",
        "We do not hold what you asked for.",
    ),
    "cost_limit": (
        "We refuse {q}, because answering would cost more than the law asks of us.",
        "We refuse {q}, because answering would cost more than the law asks of us.",
        "We refuse your request, because answering would cost more than the law asks of us.",
    ),
    "cost_limit_confirm": (
        "We refuse {q}, because finding out whether we hold the answer would cost more than the law "
        "asks of us.",
        "We refuse {q}, because finding out whether we hold the answers would cost more than the law "
        "asks of us.",
        "We refuse your request, because finding out whether we hold this would cost more than the law "
        "asks of us.",
    ),
    "vexatious": ("We refuse {q}.", "We refuse {q}.", "We refuse your request."),
    "repeated": (
        "We refuse {q}, which you have asked us before.",
        "We refuse {q}, which you have asked us before.",
        "We refuse your request, because you have made it before.",
    ),
    "ncnd": (
        "We neither confirm nor deny that we hold the answer to {q}.",
        "We neither confirm nor deny that we hold the answers to {q}.",
        "We neither confirm nor deny that we hold what you asked for.",
    ),
    "own_data": (
        "{Q} is about you, so our data protection team will answer it.",
        "{Q} are about you, so our data protection team will answer them.",
        "Your request is about you, so our data protection team will answer it.",
    ),
    "clarification": (
        "We need to know more before we can answer {q}.",
        "We need to know more before we can answer {q}.",
        "We need to know more before we can answer.",
    ),
    "outside_act": (
        "{Q} does not ask for recorded information, but we reply to it.",
        "{Q} do not ask for recorded information, but we reply to them.",
        "You do not ask for recorded information, but we reply.",
    ),
    "not_applicable": ("{Q} falls away.", "{Q} fall away.", ""),
    "withdrawn": ("You withdrew {q}.", "You withdrew {q}.", "You withdrew your request."),
}
_SAY_INSTEAD = " We say what we can do instead."
_THE_REST_BY_COST = (
    " That limit applies to a request as a whole, so we need not answer the rest. We do so voluntarily."
)
_THE_REST = (
    " The law lets us refuse a request as a whole, so we need not answer the rest. We do so voluntarily."
)
_OFFERS_NOTHING = re.compile(r"\b(?:nothing|no part|cannot offer|cannot provide)\b", re.IGNORECASE)
_MOST_NAMED = 6
"""Questions scattered further than this are counted in the result, not named."""

_REGRET = "I know that this is not the answer you hoped for."
_SEVERAL_PEOPLE = re.compile(r"\b(?:team|unit|office|department|service)\b", re.IGNORECASE)


def result(facts: LetterFacts) -> list[str]:
    """What became of the request, by question: each kind of outcome in a sentence or two."""
    groups: dict[str, list[AnswerFacts]] = {code: [] for code in _RESULTS}
    for answer in facts.answers:
        code = resolved(facts, answer).outcome
        if code in groups:
            groups[code].append(answer)
    groups = {code: answers for code, answers in groups.items() if answers}
    sentences = {code: _result_of(facts, code, answers) for code, answers in groups.items()}
    whole = [code for code in groups if code in WHOLE_REQUEST]
    if whole and groups.keys() - WHOLE_REQUEST - {"withdrawn", "not_applicable"}:
        sentences[whole[-1]] += _THE_REST_BY_COST if whole[-1] in COST else _THE_REST
    said = [sentence for sentence in sentences.values() if sentence]
    denied = [
        answer.label for answer in facts.answers if answer.outcome != "ncnd" and _denies_the_rest(answer)
    ]
    if denied:
        said.append(f"We neither confirm nor deny that we hold anything else for {questions(facts, denied)}.")
    if groups and groups.keys() <= REFUSED:
        said.append(_REGRET)
    return said


def _denies_the_rest(answer: AnswerFacts) -> bool:
    return not answer.same_as and any(ground.purpose == "ncnd" for ground in answer.grounds)


def _result_of(facts: LetterFacts, code: str, answers: Sequence[AnswerFacts]) -> str:
    one, several, whole = _RESULTS[code]
    everything = len(answers) == len(facts.answers) and not facts.answered_elsewhere
    pattern = whole if everything else one if len(answers) == 1 else several
    asked = questions(facts, [answer.label for answer in answers])
    if asked.count(",") > _MOST_NAMED:
        asked = f"{len(answers)} of your {len(facts.answers)} questions"
    sentence = pattern.format(q=asked, Q=asked[:1].upper() + asked[1:])
    if code == "not_held":
        sentence += _say_who(facts, answers)
    if code == "cost_limit" and offers_something(facts):
        sentence += _SAY_INSTEAD
    return sentence


def offers_something(facts: LetterFacts) -> bool:
    """Whether the advice says what could be provided within the limit, and not why nothing can (s.16)."""
    advice = facts.cost.within_limit.strip() if facts.cost else ""
    return bool(advice) and not _OFFERS_NOTHING.search(advice)


def _say_who(facts: LetterFacts, answers: Sequence[AnswerFacts]) -> str:
    known = [answer for answer in answers if may_hold(resolved(facts, answer))]
    if not known:
        return ""
    if len(known) == len(answers):
        return " We say who may."
    return f" We say who may hold the answer to {questions(facts, [answer.label for answer in known])}."


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


def valediction(facts: LetterFacts) -> str:
    """Yours faithfully to a Sir or Madam, yours sincerely to everybody else."""
    unnamed = re.match(r"(?:sir|madam)\b", greeting(facts), re.IGNORECASE)
    return "Yours faithfully," if unnamed else "Yours sincerely,"


def late(facts: LetterFacts) -> list[str]:
    """Late is said first, with the reason and one apology; in time, nothing."""
    if facts.working_days_late <= 0:
        return []
    number = facts.working_days_late
    days = f"{dates.count(number)} working day{'' if number == 1 else 's'}"
    by = f"by {dates.day(facts.due)}" if facts.due else "sooner"
    sentences = [f"We should have answered {by}, so this letter is {days} late."]
    reason = facts.late_reason.strip()
    if reason:
        is_sentence = reason[-1] in ".!" and reason[0].isupper()
        sentences.append(reason if is_sentence else _late_because(reason))
    return [*sentences, "I am sorry."]


def _late_because(reason: str) -> str:
    reason = reason.rstrip(".")
    if re.match(r"(?:still )?\w+ing\b", reason):
        return f"We were {reason}."
    return f"The reason: {reason}."


def decided_by(facts: LetterFacts) -> str:
    """Who decided, and under which law."""
    law = _laws(facts)
    role = re.sub(r"^(?:the|a|an)\s+", "", facts.authority.signatory_role.strip(), flags=re.IGNORECASE)
    if role and not _SEVERAL_PEOPLE.search(role):
        joint = ". I" if is_mixed(facts) else " and"  # two laws make a sentence of their own
        return f"I am the {role} here{joint} decided it under {law}."
    return f"We decided it under {law}."


def _laws(facts: LetterFacts) -> str:
    """The law in full; where there are two, what each is called from here on, and what it is for."""
    if not is_mixed(facts):
        return f"the {law_name(facts)}"
    labels = [answer.label for answer in facts.answers if regime_of(facts, answer) == "EIR"]
    others = f"for {questions(facts, labels)}, the {LAWS['EIR']} (the Regulations)"
    return f"the {LAWS['FOIA']} (the Act) and, {others}"


def contact(lines: Iterable[str]) -> tuple[str, str]:
    """Of the lines of a contact: the email address, and the rest as one line to write to."""
    emails = [line.strip() for line in lines if "@" in line]
    rest = [line.strip(" ,") for line in lines if "@" not in line and line.strip(" ,")]
    email = re.sub(r"^e-?mail:?\s*", "", emails[0], flags=re.IGNORECASE) if emails else ""
    return email, ", ".join(rest)
