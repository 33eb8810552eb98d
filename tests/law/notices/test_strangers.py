"""What the law misses in the facts of a letter that somebody else wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices.codes import CODES
from foi_tracker.law.notices.strangers import check_read
from foi_tracker.law.notices.strangers_facts import (
    Cost,
    Harm,
    ReadAnswer,
    ReadGround,
    ReadLetter,
    ReadTimes,
    Remedies,
)

SAYS_ALL = dict.fromkeys(("balance", "where", "when", "enactment", "qualified_person"), True)
SOUND = ReadLetter(
    kind="refusal",
    times=ReadTimes(received=date(2022, 10, 14), issued=date(2022, 11, 11)),
    grounds=(ReadGround("s.31(1)(a)"), ReadGround("s.40(2)")),
    withholds="We have withheld the names.",
    weighed=True,
    harm=Harm(said=True, would=True),
    said=SAYS_ALL,
    remedies=Remedies(review=True, regulator=True),
)
"""A refusal with nothing amiss, sent on the twentieth working day."""
EIR = replace(SOUND, regime="EIR", grounds=(ReadGround("reg 12(5)(b)"),))


def found(letter: ReadLetter) -> set[tuple[str, str]]:
    return {(each.level, each.code) for each in check_read(letter, BankHolidays.shipped())}


def with_ground(code: str, **changes: bool) -> ReadLetter:
    return replace(SOUND, grounds=(replace(ReadGround(code), **changes),))


def test_a_sound_refusal_has_no_finding():
    assert found(SOUND) == set()
    assert found(EIR) == set()


CASES = {
    "no review": (replace(SOUND, remedies=Remedies(regulator=True)), ("must", "review_missing")),
    "no regulator": (replace(SOUND, remedies=Remedies(review=True)), ("must", "regulator_missing")),
    "a review in three months": (
        replace(SOUND, remedies=Remedies(True, True, review_days=63)),
        ("should", "review_too_slow"),
    ),
    "a misprinted number": (
        replace(SOUND, remedies=Remedies(True, True, misprinted="0303 123 111")),
        ("should", "regulator_out_of_date"),
    ),
    "no limb": (with_ground("s.43"), ("must", "limb_missing")),
    "no paragraph of regulation 12": (
        replace(EIR, grounds=(ReadGround("reg 12"),)),
        ("must", "limb_missing"),
    ),
    "half a limb": (with_ground("s.31(1)"), ("should", "limb_missing")),
    "section 12 without its subsection": (
        replace(with_ground("s.12"), cost=Cost(True, estimate=True, advice=True)),
        ("should", "limb_missing"),
    ),
    "no reason": (with_ground("s.41(1)", reasoned=False), ("must", "reason_missing")),
    "not weighed": (replace(SOUND, weighed=False), ("must", "public_interest_missing")),
    "one not weighed": (with_ground("s.42", weighed=False), ("must", "public_interest_missing")),
    "not weighed under the Regulations": (
        replace(EIR, weighed=False),
        ("must", "eir_public_interest_missing"),
    ),
    "no harm": (replace(with_ground("s.31(1)(a)", thin=True), harm=Harm()), ("must", "harm_missing")),
    "a reason that names no harm": (replace(SOUND, harm=Harm()), ("should", "harm_missing")),
    "several grounds and no reason in a notice of more time": (
        replace(
            SOUND,
            kind="pit_extension",
            grounds=(ReadGround("s.35(1)(a)", reasoned=False), ReadGround("s.42(1)", reasoned=False)),
        ),
        ("must", "reason_missing"),
    ),
    "one ground and no reason in a notice of more time": (
        replace(with_ground("s.35(1)(a)", reasoned=False), kind="pit_extension"),
        ("must", "reason_missing"),
    ),
    "a reason claimed in a notice of more time": (
        replace(with_ground("s.42(1)", reasoned=False, claimed=True), kind="pit_extension"),
        ("should", "reason_missing"),
    ),
    "only may": (replace(SOUND, harm=Harm(said=True, weaker=True)), ("must", "likelihood_missing")),
    "may, with the Act's words beside it": (
        replace(SOUND, harm=Harm(said=True, weaker=True, quoted=True)),
        ("should", "likelihood_missing"),
    ),
    "no qualified person": (
        replace(with_ground("s.36(2)(c)"), said={}),
        ("must", "qualified_person_missing"),
    ),
    "not said where": (replace(with_ground("s.21"), said={}), ("must", "where_missing")),
    "not said when": (replace(with_ground("s.22"), said={}), ("should", "when_missing")),
    "no enactment": (replace(with_ground("s.44(1)(a)"), said={}), ("must", "enactment_missing")),
    "no balance": (replace(with_ground("s.40(2)"), said={}), ("should", "balance_missing")),
    "nothing named": (replace(SOUND, grounds=()), ("must", "ground_missing")),
    "nothing named under the Regulations": (replace(EIR, grounds=()), ("must", "eir_exception_missing")),
    "not held under the Regulations": (
        ReadLetter("response", "EIR", not_held="We do not hold it.", remedies=SOUND.remedies),
        ("must", "eir_exception_missing"),
    ),
    "not held and no word why": (
        ReadLetter("response", not_held="Not held.", not_held_explained=False, remedies=SOUND.remedies),
        ("should", "not_held_unexplained"),
    ),
    "neither confirmed nor denied by nothing": (
        replace(SOUND, neither="We neither confirm nor deny."),
        ("must", "ncnd_provision_missing"),
    ),
    "both not held and exempt": (
        replace(SOUND, both="It is not held and is exempt."),
        ("should", "not_held_with_exemption"),
    ),
    "cost without help": (
        replace(with_ground("s.12(1)"), cost=Cost(True, estimate=True)),
        ("must", "advice_missing"),
    ),
    "manifestly unreasonable for its cost, without help": (
        replace(EIR, grounds=(ReadGround("reg 12(4)(b)"),), cost=Cost(True, estimate=True)),
        ("must", "advice_missing"),
    ),
    "manifestly unreasonable and no estimate, without help": (
        replace(EIR, grounds=(ReadGround("reg 12(4)(b)"),), cost=Cost(True)),
        ("should", "advice_missing"),
    ),
    "nothing named in a notice of more time that withholds": (
        replace(SOUND, kind="pit_extension", grounds=()),
        ("must", "ground_missing"),
    ),
    "a weighing that may stand in an annex": (
        replace(SOUND, weighed=False, set_apart="The public interest test is attached."),
        ("should", "public_interest_missing"),
    ),
    "a ground that may stand in the notice attached": (
        replace(SOUND, grounds=(), set_apart="Please see the attached refusal notice."),
        ("should", "ground_missing"),
    ),
    "cost with an open offer": (
        replace(with_ground("s.12(1)"), cost=Cost(True, estimate=True, open_offer=True)),
        ("should", "advice_missing"),
    ),
    "cost without a figure": (
        replace(with_ground("s.12(1)"), cost=Cost(True, advice=True)),
        ("should", "cost_estimate_missing"),
    ),
    "redacting counted": (
        replace(with_ground("s.12(1)"), cost=Cost(True, True, True, not_counted="Redacting")),
        ("should", "cost_activity_not_allowed"),
    ),
    "cost without a section": (
        replace(SOUND, grounds=(), withholds="", cost=Cost(True, True, True)),
        ("should", "ground_missing"),
    ),
    "a day late": (
        replace(SOUND, times=ReadTimes(date(2022, 10, 14), date(2022, 11, 14))),
        ("must", "late"),
    ),
    "a question left out": (
        replace(SOUND, answers=(ReadAnswer("2", unanswered="it is left out"),)),
        ("must", "question_unanswered"),
    ),
    "a question that a file may answer": (
        replace(SOUND, answers=(ReadAnswer("2", unanswered="it is left out", doubt="A file."),)),
        ("should", "question_unanswered"),
    ),
    "another's number": (
        replace(SOUND, answers=(ReadAnswer("9", misnumbered_as="7"),)),
        ("must", "answers_misnumbered"),
    ),
    "no day for the decision": (
        replace(SOUND, kind="pit_extension"),
        ("must", "pit_estimate_missing"),
    ),
    "a review under the Regulations after a year": (
        replace(
            EIR,
            kind="review",
            times=ReadTimes(issued=date(2024, 2, 14), review_asked=date(2023, 3, 27)),
        ),
        ("must", "late"),
    ),
    "a review under the Act after a year": (
        replace(
            SOUND,
            kind="review",
            times=ReadTimes(issued=date(2024, 2, 14), review_asked=date(2023, 3, 27)),
        ),
        ("should", "late"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_thing_that_is_taken_away_is_missed(case: str):
    letter, finding = CASES[case]
    assert finding in found(letter)


@pytest.mark.parametrize("case", CASES)
def test_a_finding_has_a_code_and_a_level_that_the_check_knows(case: str):
    letter, _ = CASES[case]
    assert {code for _, code in found(letter)} <= set(CODES)


def test_a_letter_that_gives_everything_owes_the_remedies_by_the_code_alone():
    assert found(ReadLetter("response")) == {("should", "review_missing"), ("should", "regulator_missing")}


@pytest.mark.parametrize(
    "kind", ["acknowledgement", "clarification", "not_valid", "holding", "eir_extension"]
)
def test_a_letter_that_decides_nothing_owes_no_remedies(kind: str):
    assert found(ReadLetter(kind)) == set()


def test_a_review_offers_no_other_review_and_tells_of_the_regulator():
    assert found(replace(SOUND, kind="review", remedies=Remedies())) == {("must", "regulator_missing")}


def test_a_letter_out_of_the_calendar_is_late_only_where_no_holiday_could_have_saved_it():
    def sent(day: date) -> set[tuple[str, str]]:
        return found(replace(SOUND, times=ReadTimes(date(2029, 3, 1), day)))

    assert ("must", "late") in sent(date(2029, 6, 1))
    assert sent(date(2029, 4, 5)) == set()


def test_the_regulator_s_details_are_judged_by_the_letter_s_own_day():
    def dated(day: date | None) -> set[tuple[str, str]]:
        words = "Information Commissioner, Wycliffe House. Tel 01625 545 745"
        times = replace(SOUND.times, received=None, issued=day)
        return {each for each in found(replace(SOUND, words=words, times=times)) if "regulator" in each[1]}

    assert dated(date(2013, 5, 1)) == set()
    assert dated(date(2019, 5, 1)) == {("must", "regulator_out_of_date")}
    assert dated(None) == {("should", "regulator_out_of_date")}


def test_what_was_in_use_instead_is_said_to_a_reader_without_our_settings():
    words = "Information Commission, Wycliffe House. Tel 01625 545 745, www.ico.gov.uk"
    letter = replace(SOUND, words=words, times=replace(SOUND.times, received=None, issued=date(2027, 3, 1)))
    (message,) = (
        each.message
        for each in check_read(letter, BankHolidays.shipped())
        if each.code == "regulator_out_of_date"
    )
    assert "01625 54 57 45 (in use then: 0303 123 1113)" in message
    assert "ico.gov.uk (in use then: ico.org.uk)" in message
    assert "address at Wycliffe House (no longer in use)" in message
    assert "settings" not in message


def test_what_is_no_letter_is_told_to_be_none_whatever_its_days_are():
    late = ReadTimes(date(2023, 4, 3), date(2023, 6, 1))
    assert found(replace(SOUND, kind="other", times=late)) == {("should", "letter_not_known")}


def in_scotland(**changes: object) -> ReadLetter:
    return replace(SOUND, regime="FOISA", remedies=Remedies(), **changes)  # type: ignore[arg-type]


def test_a_scottish_letter_is_told_to_be_one_and_judged_by_its_dates_alone():
    assert found(in_scotland()) == {("should", "law_not_known")}
    late = in_scotland(times=ReadTimes(date(2023, 4, 3), date(2023, 6, 1)))
    assert {code for _, code in found(late)} == {"law_not_known", "late", "late_unexplained"}


def test_the_days_of_a_scottish_letter_are_scotland_s_and_the_section_is_of_its_act():
    """Easter Monday, 10 April 2023, is a working day there."""
    late = in_scotland(times=ReadTimes(date(2023, 4, 3), date(2023, 5, 5)))
    (finding,) = (each for each in check_read(late, BankHolidays.shipped()) if each.code == "late")
    assert finding.provision == "FOISA s.10(1)"
    assert finding.message.startswith("The letter is 2 working days late")
    assert finding.message.endswith("It was due on Wednesday 3 May 2023.")


def test_a_scottish_review_has_twenty_working_days_by_the_act_itself():
    times = ReadTimes(review_asked=date(2023, 6, 1), issued=date(2023, 7, 31))
    review = in_scotland(kind="review", times=times)
    (finding,) = (each for each in check_read(review, BankHolidays.shipped()) if each.code == "late")
    assert (finding.level, finding.provision) == ("must", "FOISA s.21(1)")


def test_a_scottish_letter_that_takes_more_time_is_not_measured_by_the_british_act():
    letter = in_scotland(kind="pit_extension", times=ReadTimes(date(2023, 4, 3), date(2023, 6, 1)))
    assert found(letter) == {("should", "law_not_known")}


def test_more_time_that_the_letter_speaks_of_makes_its_lateness_a_doubt():
    times = ReadTimes(date(2022, 10, 14), date(2022, 11, 25), extended=True)
    assert ("should", "late") in found(replace(SOUND, times=times))
    assert ("must", "late") in found(ReadLetter("response", times=times))  # nothing was to be weighed
