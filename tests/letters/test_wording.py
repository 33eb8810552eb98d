"""The sentences a letter puts together say what happened, to one person, in plain words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from foi_tracker.law.notices.facts import AnswerFacts, GroundFacts, LetterFacts
from foi_tracker.law.outcomes import NOT_VALID, OUTCOMES
from foi_tracker.letters import wording
from foi_tracker.letters.kinds import title
from foi_tracker.letters.render import plain_text
from tests.factories import letters, refusals
from tests.letters.made import LETTERS

RESPONSE = letters.response()


def answered(*outcomes: str, **changes: object) -> LetterFacts:
    """A response whose questions 1, 2, 3 … have these outcomes."""
    answers = tuple(
        AnswerFacts(str(number), f"Question {number}?", outcome) for number, outcome in enumerate(outcomes, 1)
    )
    return letters.response(answers=answers, **changes)


@pytest.mark.parametrize("code", [code for code in OUTCOMES if code != "not_applicable"])
def test_every_outcome_has_a_result_alone_and_among_others(code: str) -> None:
    other = "withheld" if code == "disclosed" else "disclosed"
    assert wording.result(answered(code))
    assert "question 1" in " ".join(wording.result(answered(code, other))).lower()


def test_the_result_goes_by_question() -> None:
    facts = answered("disclosed", "disclosed", "disclosed", "not_applicable", "not_held", "disclosed")
    assert wording.result(facts) == [
        "We hold the answers to questions 1 to 3 and 6 and give them in full.",
        "We do not hold the answer to question 5.",
        "Question 4 falls away.",
    ]


def test_questions_that_lie_scattered_are_counted() -> None:
    facts = answered(*(["disclosed", "not_held"] * 12))
    assert wording.result(facts)[0] == "We hold the answers to 12 of your 24 questions and give them in full."


def test_as_above_counts_with_the_answer_it_takes() -> None:
    facts = letters.response(
        answers=(AnswerFacts("1", "?", "not_held"), AnswerFacts("2", "?", same_as="1")),
    )
    assert wording.result(facts) == ["We do not hold what you asked for."]


def test_a_refusal_of_everything_regrets_once() -> None:
    assert (
        wording.result(answered("withheld", "ncnd"))[-1]
        == "I know that this is not the answer you hoped for."
    )
    assert "hoped" not in " ".join(wording.result(answered("withheld", "disclosed")))


def test_what_is_answered_beside_the_cost_limit_is_given_freely() -> None:
    """Section 12 is of the request as a whole, so the rest is voluntary and the letter says so."""
    beside = " ".join(wording.result(answered("cost_limit", "disclosed")))
    assert "we need not answer the rest. We do so voluntarily." in beside
    assert "voluntarily" not in " ".join(wording.result(answered("cost_limit")))


def test_the_cost_limit_frees_nobody_from_the_regulations() -> None:
    """The EIR have no cost limit: of two laws, only what is asked under the Act is answered voluntarily."""
    asked = [("1", "cost_limit", "FOIA"), ("2", "disclosed", "FOIA"), ("3", "disclosed", "EIR")]
    answers = [AnswerFacts(label, "?", outcome, regime=law) for label, outcome, law in asked]
    said = " ".join(wording.result(letters.response(answers=tuple(answers))))
    assert "so we need not answer question 2. We do so voluntarily." in said
    without = " ".join(wording.result(letters.response(answers=(answers[0], answers[2]))))
    assert "voluntarily" not in without


@pytest.mark.parametrize(
    ("outcome", "provision"), [("accessible", "regulation 6(1)(b)"), ("own_data", "regulation 5(3)")]
)
def test_under_the_regulations_too_a_refusal_names_its_provision(outcome: str, provision: str) -> None:
    """Reg 14(3)."""
    answer = AnswerFacts("1", "?", outcome, details={"where": "example.org", "handed_on": "2026-11-02"})
    said = plain_text(letters.response(regime="EIR", answers=(answer,)))
    assert f"{provision} of the Regulations" in said


def test_a_part_is_never_called_everything() -> None:
    part = answered("disclosed", answered_elsewhere=("2",))
    assert wording.result(part) == ["We hold the answer to question 1 and give it in full."]
    assert "We answer question 2 in another letter." in plain_text(part)


def test_who_may_hold_it_is_promised_only_where_somebody_is_known() -> None:
    known = AnswerFacts("1", "?", "not_held", details={"holder": "Ambleford Police"})
    unknown = AnswerFacts("2", "?", "not_held", details={"holder": "Nobody known."})
    assert wording.result(letters.response(answers=(known,)))[0].endswith("We say who may.")
    assert "who may" not in wording.result(letters.response(answers=(unknown,)))[0]
    assert wording.result(letters.response(answers=(known, unknown)))[0].endswith(
        "We say who may hold the answer to question 1."
    )


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (["3"], "question 3"),
        (["1", "2"], "questions 1 and 2"),
        (["1", "2", "3", "4"], "questions 1 to 4"),
        (["8", "8A", "9"], "questions 8 to 9"),
        (["1", "4", "8A"], "questions 1, 4 and 8A"),
        (["10", "1"], "questions 1 and 10"),
    ],
)
def test_lists_of_questions_are_short_and_in_order(labels: list[str], words: str) -> None:
    assert wording.questions(RESPONSE, labels) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "The Editor"}, "Editor"),
        ({"name": "Ms A. Sample"}, "Ms A. Sample"),
        ({"name": "A. Sample", "salutation": "Dear Ms Sample,"}, "Ms Sample"),
        ({"name": ""}, "Applicant"),
    ],
)
def test_the_greeting_names_the_person(changes: dict[str, str], words: str) -> None:
    facts = replace(RESPONSE, recipient=replace(RESPONSE.recipient, **{"salutation": "", **changes}))
    assert wording.greeting(facts) == words


def test_an_authority_may_greet_without_a_name() -> None:
    facts = replace(RESPONSE, authority=replace(RESPONSE.authority, greeting="Sir or Madam"))
    assert wording.greeting(facts) == "Sir or Madam"
    assert wording.valediction(facts) == "Yours faithfully,"
    assert wording.valediction(RESPONSE) == "Yours sincerely,"


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("waiting for a provider", "We were waiting for a provider."),
        ("Our archive was flooded.", "Our archive was flooded."),
        ("a flood in our archive", "The reason: a flood in our archive."),
    ],
)
def test_a_late_letter_says_why_and_is_sorry_once(reason: str, sentence: str) -> None:
    facts = letters.response(working_days_late=1, due=date(2026, 11, 17), late_reason=reason)
    assert wording.late(facts).line == (
        "We should have answered by 17 November 2026, so this letter is one working day late. "
        f"{sentence} I am sorry."
    )
    assert not wording.late(RESPONSE)


def test_a_team_says_we_and_a_person_says_i() -> None:
    by_team = replace(
        RESPONSE, authority=replace(RESPONSE.authority, signatory_role="Information Rights team")
    )
    assert wording.decided_by(by_team).line.startswith("We decided it under")
    assert wording.decided_by(RESPONSE).line.startswith(
        "I am the Head of Governance here and decided it under"
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (RESPONSE, "Our answer to your request"),
        (refusals.refusal(), "Our decision on your request"),
        (letters.response(corrects=date(2026, 11, 1)), "A correction to our answer"),
        (
            replace(RESPONSE, authority=replace(RESPONSE.authority, reference_as_title=True)),
            "Freedom of Information request 043-26",
        ),
    ],
)
def test_the_title_says_what_the_letter_is(facts: LetterFacts, words: str) -> None:
    assert title(facts) == words


def test_a_correction_names_the_letter_it_corrects() -> None:
    facts = letters.response(
        corrects=date(2026, 11, 2), correction_reason="The figure in answer 5 was wrong."
    )
    text = plain_text(facts)
    assert "This letter corrects the one we sent you on 2 November 2026, and takes its place." in text
    assert "The figure in answer 5 was wrong." in text


@pytest.mark.parametrize("code", NOT_VALID)
def test_every_reason_why_it_is_no_request_has_its_words(code: str) -> None:
    text = plain_text(letters.not_valid(not_valid_reason=code))
    assert len(text.split()) > 80


def test_neither_confirm_nor_deny_says_the_same_whether_it_is_held_or_not() -> None:
    """The letter must not hint: nothing of held, of a search or of a file (section 2(1))."""
    facts = answered("ncnd")
    reason = {"harm": "A yes would warn some, and a no embolden others.", "likelihood": "likely"}
    answer = replace(facts.answers[0], grounds=(GroundFacts("s.31(1)(a)", purpose="ncnd", words=reason),))
    text = plain_text(replace(facts, answers=(answer,)))
    words = text[text.index("Our decision") : text.index("What you can do next")]
    assert "Under section 31(3) of the Act, we neither confirm nor deny that we hold this." in text
    assert not re.search(r"withh|\bsearch|exempt|We hold|do not hold|[Rr]eleas", words)


def test_a_note_typed_in_a_field_reads_as_a_sentence() -> None:
    answer = AnswerFacts("1", "?", "not_held", details={"searched": "the paper files, on 3 May 2026"})
    assert "Our search: The paper files, on 3 May 2026.\n" in plain_text(letters.response(answers=(answer,)))


def test_internal_notes_are_never_printed() -> None:
    secret = "not for the reader"
    for code, outcome in OUTCOMES.items():
        details = {field.name: secret for field in outcome.fields if field.internal}
        if details:
            facts = letters.response(answers=(AnswerFacts("1", "?", code, "Words.", details=details),))
            assert secret not in plain_text(facts), code


@pytest.mark.parametrize("name", [name for name in LETTERS if name not in ("response-hostile",)])
def test_sentences_are_short(name: str) -> None:
    """No sentence of over 30 words, and 17 on average; lists of question numbers do not count as words."""
    text = plain_text(LETTERS[name])
    text = re.sub(r"questions? [\dA-Z, ]+(?:(?:and|to) [\dA-Z]+)*", "these", text)
    blocks = [block for block in re.split(r"\n+", text) if block[-1:] in ".?!:"]
    sentences = [part for block in blocks for part in re.split(r"(?<=[.?!:])\s+", block)]
    lengths = [len(sentence.split()) for sentence in sentences]
    assert max(lengths) <= 30, max(sentences, key=lambda sentence: len(sentence.split()))
    assert sum(lengths) / len(lengths) <= 17
