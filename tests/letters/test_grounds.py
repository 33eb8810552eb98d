"""How a refusal reads: the provision, why, the public interest; reasons once; no hint in a denial."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foi_tracker.law.exemptions import NCND
from foi_tracker.law.notices.facts import AnswerFacts, GroundFacts
from foi_tracker.law.reasoning import internal_names
from foi_tracker.letters.grounds import when
from foi_tracker.letters.one_answer import one_answer
from foi_tracker.letters.render import plain_text
from tests.factories import refusals
from tests.law.notices.grounds import every_ground, ground

CRIME = ground("s.31(1)(a)")


def text_of(*answers: AnswerFacts, regime: str = "FOIA") -> str:
    labels = tuple(answer.label for answer in answers)
    facts = refusals.refusal(answers=answers, all_labels=labels, regime=regime)
    return plain_text(facts)


def withheld(*grounds: GroundFacts, label: str = "1", outcome: str = "withheld") -> AnswerFacts:
    return AnswerFacts(label, "The list", outcome, grounds=grounds)


def test_the_steps_stand_in_the_order_of_reading() -> None:
    """Decision and provision, why it applies and how likely, for, against, conclusion, what else."""
    text = plain_text(refusals.refusal())
    order = [
        "under section 31(1)(a) of the Act. Releasing it would be likely to prejudice the prevention",
        "The harm:",
        "How likely: We say “would be likely to”",
        "Public interest: This is a qualified exemption",
        "For release:",
        "Against:",
        "Conclusion:",
        "under section 40(2) of the Act. It is personal data about other people",
        "(section 40(3A)(a))",
        "The balance: Releasing it would not be lawful, fair and transparent (UK GDPR, Article 5(1)(a))",
        "This exemption is absolute",
        "Instead: Five people",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("each", every_ground(), ids=lambda each: f"{each.code} {each.limb}{each.purpose}")
def test_everything_that_is_said_stands_in_the_letter_and_what_is_kept_inside_does_not(
    each: GroundFacts,
) -> None:
    regime = "EIR" if each.code.startswith("reg") else "FOIA"
    secret = replace(each, words={**each.words, **dict.fromkeys(internal_names(), "Kept inside.")})
    text = text_of(withheld(secret, outcome="ncnd" if each.purpose == NCND else "withheld"), regime=regime)
    for name in ("harm", "cause", "reason", "pi_for", "pi_against", "pi_conclusion", "balance", "where"):
        assert each.words.get(name, "") in text
    assert "Kept inside" not in text
    assert "regulation" in text if regime == "EIR" else "section" in text


def test_several_exemptions_are_named_together_and_reasoned_one_by_one() -> None:
    text = text_of(withheld(CRIME, ground("s.38(1)", "38(1)(b)", part="The rota of guards")))
    assert "withholding it under sections 31(1)(a) and 38(1)(b) of the Act." in text
    assert "Exemption: Section 31(1)(a) applies. Releasing it would prejudice" in text
    assert "Exemption: Section 38(1)(b) applies to the rota of guards. Releasing it would endanger" in text
    assert "prejudice somebody" not in text


def test_reasons_that_are_shared_stand_once() -> None:
    text = text_of(withheld(CRIME), withheld(CRIME, label="2"), withheld(CRIME, ground("s.23(1)"), label="3"))
    assert text.count(CRIME.words["harm"]) == 1
    assert "Act. The reasons are those of our answer to question 1." in text
    assert "Exemption: Section 31(1)(a) applies. The reasons are those of our answer to question 1." in text
    assert "Exemption: Section 23(1) applies." in text


def test_reasons_with_one_word_changed_are_said_in_full() -> None:
    other = replace(CRIME, words={**CRIME.words, "harm": "Another harm."})
    text = text_of(withheld(CRIME), withheld(other, label="2"))
    assert "Another harm." in text
    assert "The reasons are those" not in text


def test_a_question_that_takes_an_answer_gives_its_reasons_to_nobody() -> None:
    text = text_of(replace(withheld(CRIME), outcome="", same_as="2"), withheld(CRIME, label="2"))
    assert CRIME.words["harm"] in text


def test_while_it_is_weighed_the_weighing_is_not_said() -> None:
    """s.17(2): why the exemption applies, but no decision yet."""
    text = text_of(withheld(CRIME, outcome="decision_pending"))
    assert "section 31(1)(a) of the Act may apply to it." in text
    assert "We have not yet decided" in text
    assert CRIME.words["harm"] in text
    assert "Conclusion:" not in text


def test_reasons_of_a_decision_are_not_those_of_one_still_to_come() -> None:
    pending, decided = withheld(CRIME, outcome="decision_pending"), withheld(CRIME, label="2")
    assert "Conclusion:" in text_of(pending, decided)


def test_the_rest_is_denied_beside_an_answer_and_the_result_says_so_first() -> None:
    answer = AnswerFacts("1", "How many?", "disclosed", "Two.", grounds=(ground("s.40(2)", purpose=NCND),))
    text = text_of(answer)
    assert "We neither confirm nor deny that we hold anything else for question 1." in text
    assert text.index("Answer: Two.") < text.index("Anything else: Under section 40(5B) of the Act")


def test_what_a_firm_said_is_not_printed_where_the_interests_are_our_own() -> None:
    """They were asked, and minded nothing: s.43(2) rests on our own harm."""
    ours = replace(ground("s.43(2)", whose="ours"), views=("We have no objection.",))
    assert "no objection" not in text_of(withheld(ours))
    both = replace(ours, words={**ours.words, "whose": "both"})
    assert "Their view: We have no objection." in text_of(withheld(both))


def test_a_part_of_what_is_held_may_be_withheld_where_another_is_not_held() -> None:
    answer = AnswerFacts(
        "1", "The minutes", "part_held", "See below.", details={"not_held_part": "None were taken in May."},
        grounds=(ground("s.40(2)", "40(3A)(a)", part="The names"),),
    )  # fmt: skip
    text = text_of(answer)
    assert "Not held: None were taken in May." in text
    assert "Withheld: We hold more than this." in text
    assert "This covers the names." in text


def test_a_denial_says_nothing_that_only_one_of_both_would_say() -> None:
    text = plain_text(refusals.neither())
    for words in ("we hold this and", "withh", "Releasing", "Their view", "we do not hold", "released"):
        assert words.casefold() not in text.casefold()
    assert text.count("Please do not read that as a sign either way.") == 3


def test_somebody_else_s_harm_is_in_their_own_words() -> None:
    """s.43(2): what was typed, or else what the consultation heard."""
    asked = replace(ground("s.43(2)", whose="theirs"), views=("We would lose the bid.",))
    assert "prejudice the commercial interests of somebody else." in text_of(withheld(asked))
    assert "Their view: Because of the yards." in text_of(withheld(asked))
    heard = replace(asked, words={**asked.words, "views": ""})
    assert "Their view: We would lose the bid." in text_of(withheld(heard))


def test_the_qualified_person_is_named_by_role_with_the_day() -> None:
    """s.36(2) and (5)."""
    text = text_of(withheld(ground("s.36(2)(b)(i)", qp_role="the Chief Constable")))
    assert "In the opinion of our qualified person, releasing it would inhibit the free" in text
    assert (
        "Our qualified person under section 36(5) is the Chief Constable, who gave it on 2 November 2026"
        in text
    )


def test_a_ground_that_is_not_in_the_catalogue_is_named_as_it_was_kept() -> None:
    assert "withholding it under section 31 of the Act." in text_of(withheld(GroundFacts("s.31")))


def test_what_is_no_ground_says_nothing_of_its_own() -> None:
    """Section 12 is of the whole request; an absolute denial has no harm to speak of."""
    assert "under section 12(1) of the Act.\n" in text_of(withheld(GroundFacts("s.12(1)")))
    denied = GroundFacts("s.23(1)", purpose=NCND)
    assert "as a sign either way.\n" in text_of(withheld(denied, outcome="ncnd"))


def test_a_table_or_a_list_in_the_reasons_stays_one() -> None:
    listed = replace(CRIME, words={**CRIME.words, "harm": "Two things:\n- one\n- two"})
    assert "- one\n- two" in text_of(withheld(listed))


def test_what_is_still_needed_is_marked_in_its_place() -> None:
    facts = refusals.refusal(answers=(withheld(GroundFacts("s.31(1)(a)", words={"pi_for": "Openness."})),))
    gaps = {"harm": "what harm", "likelihood": "how likely it is", "pi_against": "what speaks against"}
    made = one_answer(facts, {}, [gaps])
    assert made.lacks == ()
    assert 'Releasing it <span class="app-gap">Still needed: how likely it is</span>' in made.html


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2027-05-03", "on 3 May 2027"),
        ("March 2027", "in March 2027"),
        ("by the end of May", "by the end of May"),
    ],
)
def test_when_it_is_published(typed: str, said: str) -> None:
    assert when(typed) == said
