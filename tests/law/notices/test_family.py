"""The letters that are not the answer: what each must say, and until when it may be given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.notices import check, in_order
from foi_tracker.law.notices.asks import ASKS, asks_of, pounds
from foi_tracker.law.notices.codes import CODES
from foi_tracker.law.notices.facts import LetterFacts
from tests.law.notices.family import DEFECTS, FAMILY, Expected, each_ask_taken_away, notice

HOLIDAYS = BankHolidays.shipped()
TAKEN_AWAY = list(each_ask_taken_away())


def found(facts: LetterFacts) -> list[Expected]:
    return [(each.level, each.code, each.where) for each in check(facts, HOLIDAYS)]


@pytest.mark.parametrize("name", FAMILY)
def test_a_complete_letter_gives_no_finding(name: str) -> None:
    assert found(FAMILY[name]) == []


@pytest.mark.parametrize(("name", "facts", "expected"), TAKEN_AWAY, ids=[name for name, *_ in TAKEN_AWAY])
def test_what_it_must_say_taken_away_is_the_one_finding(
    name: str, facts: LetterFacts, expected: Expected
) -> None:
    if name.endswith(": consent"):  # without it nobody asks when they agreed
        facts = replace(facts, said={key: facts.said[key] for key in facts.said if key != "consent_on"})
    assert found(facts) == [expected]


@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_gives_exactly_one_finding(name: str) -> None:
    facts, expected = DEFECTS[name]
    assert found(facts) == [expected]


@pytest.mark.parametrize("name", DEFECTS)
def test_each_has_its_provision_plain_words_and_a_place_to_mend_it(name: str) -> None:
    (one,) = check(DEFECTS[name][0], HOLIDAYS)
    assert one.level in CODES[one.code].levels
    assert one.provision
    assert one.message.endswith(".")
    assert one.mend in {"letter", "case", "settings"} or one.mend.startswith("question:")


def test_on_the_last_day_a_notice_is_in_time() -> None:
    """s.9(1), s.17(1); reg 7(3): given within the 20 working days, the 20th among them."""
    for kind, regime in (("fees_notice", "FOIA"), ("pit_extension", "FOIA"), ("eir_extension", "EIR")):
        assert found(notice(kind, regime, due=date(2026, 11, 18))) == []


def test_what_is_in_order_is_said() -> None:
    said = in_order(notice("eir_extension", "EIR"), ())
    assert "It goes within the time for answering. (reg 7(3))" in said
    assert "It says what makes the request complex and large. (reg 7(1))" in said


def test_every_ask_has_words_that_say_what_is_missing() -> None:
    for asks in ASKS.values():
        assert len({ask.name for ask in asks}) == len(asks)
        for ask in asks:
            assert ask.lacking[0].islower()
            assert not ask.lacking.endswith(".")
            assert ask.code in CODES
            assert ask.level in CODES[ask.code].levels
            assert bool(ask.choices) == (ask.kind == "choice")


def test_what_may_be_charged_for_is_asked_under_the_act_alone() -> None:
    """SI 2004/3244 regs 6 and 7 know two fees; reg 8 of the EIR knows one, and a schedule of charges."""
    assert "basis" in {ask.name for ask in asks_of("fees_notice", "FOIA", {})}
    under_eir = {ask.name for ask in asks_of("fees_notice", "EIR", {})}
    assert "basis" not in under_eir
    assert "schedule" in under_eir


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12.50", "12.50"),
        ("£1,250", "1250"),
        (" £3 ", "3"),
        ("0", None),
        ("-4", None),
        ("4.505", None),
        ("four", None),
        ("NaN", None),
        ("Infinity", None),
        ("1e9", None),
        ("", None),
    ],
)
def test_an_amount_is_pounds_and_pence(typed: str, amount: str | None) -> None:
    read = pounds(typed)
    assert (str(read) if read is not None else None) == amount
