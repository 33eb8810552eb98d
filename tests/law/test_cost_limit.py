"""Section 12: what counts, what it costs, what is over the limit, and what could be provided within it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from foi_tracker.law.cost_limit import (
    ACTIVITIES,
    ANSWERING,
    CONFIRMING,
    REFUSED,
    Activity,
    advice,
    hours_of,
    is_over,
    limit_of,
    refused_words,
    rows_counted,
    say_hours,
    say_pounds,
    total_hours,
    what_fits,
    why_not_counted,
)
from foi_tracker.law.notices.facts import CostRowFacts
from foi_tracker.law.regimes import AuthorityType, CostLimit

COUNCIL = CostLimit(450, 18)


def row(
    records: int = 1, minutes: float = 60, activity: str = "locate", what: str = "reports", people: int = 1
) -> CostRowFacts:
    return CostRowFacts(activity, what, records, minutes, people)


# What counts


def test_the_four_activities_of_regulation_4_3_count_and_no_others():
    assert list(ACTIVITIES) == list(Activity) == ["determine", "locate", "retrieve", "extract"]
    assert [each.provision for each in ACTIVITIES.values()] == [f"reg 4(3)({letter})" for letter in "abcd"]
    assert not any(why_not_counted(row(activity=activity)) for activity in ACTIVITIES)


@pytest.mark.parametrize("code", REFUSED)
def test_every_other_kind_of_work_is_refused_with_the_reason(code):
    assert "does not count" in why_not_counted(row(activity=code)) or "do not count" in why_not_counted(
        row(activity=code)
    )
    assert "egulation" in REFUSED[code].why
    assert total_hours([row(600, 60, code)]) == 0


def test_an_activity_nobody_knows_is_refused_by_name_of_the_four():
    assert "four activities" in why_not_counted(row(activity="thinking"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Redacting names", "redact"),
        ("redaction of the reports", "redact"),
        ("blacking out faces", "redact"),
        ("reading each email for exemptions", "exemptions"),
        ("considering whether any of it is exempt", "exemptions"),
        ("applying the exemptions", "exemptions"),
        ("public interest test", "exemptions"),
        ("consulting the suppliers", "consult"),
        ("consulting with third parties", "consult"),
        ("third parties' views", "consult"),
        ("drafting the response", "approve"),
        ("signing off the answer", "approve"),
        ("photocopying", "copy"),
    ],
)
def test_work_that_does_not_count_is_known_by_its_words_whatever_activity_is_chosen(words, code):
    assert refused_words(words) is REFUSED[code]
    assert why_not_counted(row(activity="extract", what=words)) == REFUSED[code].why


@pytest.mark.parametrize(
    "words",
    [
        "custody records",
        "responses to the consultation on parking",
        "business rate exemption forms",
        "redaction logs",
        "exception reports",
        "signed letters",
        "written answers to councillors",
        "contracts for consulting services",
        "tax exempt accounts",
        "printing contracts",
    ],
)
def test_records_whose_names_only_sound_like_it_count(words):
    assert refused_words(words) is None


# What it costs


def test_hours_are_records_times_minutes_times_people():
    assert hours_of(row(2994, 3)) == Fraction("149.7")
    assert hours_of(row(10, 15, people=2)) == 5


def test_hours_are_exact_so_that_tenths_of_a_minute_never_tip_the_limit():
    assert total_hours([row(10_800, 0.1)]) == 18
    assert not is_over(total_hours([row(10_800, 0.1)]), COUNCIL)
    assert total_hours([row(3, 0.1), row(3, 0.2)]) == Fraction(9, 600)


def test_only_the_rows_that_count_are_added():
    rows = [row(1, 60, "determine"), row(1, 120, "extract"), row(1, 600, "redact")]
    assert total_hours(rows) == 3


def test_for_12_2_only_finding_out_whether_it_is_held_counts():
    rows = [row(9000, 1, "determine"), row(100, 60, "extract")]
    assert total_hours(rows, CONFIRMING) == 150
    assert rows_counted(rows, CONFIRMING) == rows[:1]
    assert total_hours(rows, ANSWERING) == 250


def test_no_rows_cost_nothing():
    assert total_hours([]) == 0


def test_an_hour_is_25_pounds_whoever_works_it():
    assert say_pounds(Fraction(18)) == "£450"
    assert say_pounds(Fraction("149.7")) == "£3,742.50"
    assert say_pounds(hours_of(row(1, 60, people=4))) == "£100"


# The limit


def test_just_as_much_as_the_limit_is_not_over_it():
    assert not is_over(Fraction(18), COUNCIL)
    assert is_over(Fraction(18) + Fraction(1, 1000), COUNCIL)


@pytest.mark.parametrize("kind", sorted(AuthorityType))
def test_every_kind_of_authority_has_its_limit_and_a_scottish_one_none_of_this_act(kind):
    limit = limit_of(kind)
    if kind == "scottish_public_authority":
        assert limit is None
    else:
        assert limit.hours == (24 if kind in ("department", "parliament", "armed_forces_or_overseas") else 18)


def test_hours_are_said_shortly_but_never_so_that_they_look_like_the_limit():
    assert say_hours(Fraction("149.7")) == "149.7"
    assert say_hours(Fraction(1200)) == "1,200"
    assert say_hours(Fraction(100, 60)) == "1.7"
    assert say_hours(Fraction("18.02"), COUNCIL) == "18.02"
    assert say_hours(Fraction("18.0041"), COUNCIL) == "18.0041"
    assert say_hours(Fraction(18), COUNCIL) == "18"
    assert say_hours(Fraction(1, 60)) == "0.02"
    assert say_hours(Fraction("61.25")) == "61.3"  # halves upward, as people round
    assert say_hours(Fraction(0)) == "0"


# What would fit


def test_the_records_that_fit_are_those_that_the_limit_pays_for():
    fit = what_fits([row(2994, 1), row(2994, 2, "extract")], COUNCIL)
    assert (fit.records, fit.of_records, fit.what) == (360, 2994, "reports")
    assert hours_of(row(360, 3)) == 18 < hours_of(row(361, 3))


def test_what_is_done_once_is_paid_for_first():
    fit = what_fits([row(1, 120, "determine", "the register"), row(960, 2)], COUNCIL)
    assert (fit.before, fit.records) == (2, 480)


def test_rows_of_different_size_shrink_alike():
    fit = what_fits([row(100, 60, "retrieve", "boxes"), row(4000, 3, "extract", "files")], COUNCIL)
    assert (fit.records, fit.of_records, fit.what) == (240, 4000, "files")  # and 6 of the 100 boxes


def test_months_that_fit_are_the_same_share_of_the_months_asked_about():
    fit = what_fits([row(2994, 3)], COUNCIL, months=36)
    assert (fit.months, fit.of_months) == (4, 36)


def test_months_are_reckoned_even_where_nothing_is_counted_by_records():
    fit = what_fits([row(1, 60 * 36, "extract", "the ledger")], COUNCIL, months=12)
    assert (fit.records, fit.months) == (None, 6)


@pytest.mark.parametrize("rows", [[], [row(360, 3)], [row(1, 10)]])
def test_nothing_is_reckoned_while_it_all_fits(rows):
    assert what_fits(rows, COUNCIL) is None
    assert advice(rows, COUNCIL) == ""


def test_nothing_fits_where_what_comes_first_is_over_the_limit_by_itself():
    fit = what_fits([row(1, 1200, "determine"), row(100, 5)], COUNCIL)
    assert fit.nothing
    assert (fit.before, fit.records) == (20, 0)


# The advice (section 16)


def test_the_advice_says_how_many_records_would_fit():
    assert advice([row(2994, 3, what="theft reports")], COUNCIL) == (
        "In 18 hours we could look through about 360 of the 2,994 theft reports. "
        "You could ask about fewer of them: a shorter period, or one place."
    )


def test_the_advice_says_how_many_months_would_fit():
    assert advice([row(2994, 3)], COUNCIL, months=36) == (
        "In 18 hours we could look through about 360 of the 2,994 reports. "
        "That is about 4 of the 36 months that you asked about, so you could ask about a shorter period."
    )
    assert advice([row(1, 2160)], COUNCIL, months=12).startswith(
        "In 18 hours we could do about 6 of the 12 months"
    )


def test_the_advice_says_why_nothing_can_be_provided():
    assert advice([row(1, 1200), row(5, 1)], COUNCIL) == (
        "The work that has to come first takes 20 hours by itself, "
        "so we can offer no part of this within 18 hours."
    )
    assert "Even one of them would take more than 18 hours" in advice([row(3, 1200)], COUNCIL)
    assert "Even one month would take more than 18 hours" in advice([row(1, 3000)], COUNCIL, months=2)


def test_the_advice_never_says_whether_it_is_held():
    said = advice([row(9000, 1, "determine", "paper files")], COUNCIL, months=20)
    assert "paper files" in said
    assert "hold" not in said


@pytest.mark.parametrize("records", [2, 19, 361, 2994, 100_000])
@pytest.mark.parametrize("minutes", [0.5, 3, 7.25, 500, 2000])
@pytest.mark.parametrize("limit", [CostLimit(450, 18), CostLimit(600, 24)])
def test_what_is_said_to_fit_does_fit_and_one_more_would_not(records, minutes, limit):
    fit = what_fits([row(records, minutes)], limit)
    if fit is None:
        assert not is_over(hours_of(row(records, minutes)), limit)
        return
    assert not is_over(hours_of(row(fit.records, minutes)), limit)
    assert is_over(hours_of(row(fit.records + 1, minutes)), limit)
