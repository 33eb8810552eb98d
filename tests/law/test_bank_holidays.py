"""The bank holidays that ship: whole, right, and not about to run out."""

from __future__ import annotations

from datetime import date, timedelta

import holidays as holidays_package
import pytest

from foi_tracker.law.bank_holidays import ALL_NATIONS, BankHolidays, OutsideCalendar, nations_of
from foi_tracker.law.regimes import UnknownWord
from tests import shared_data

SHIPPED = BankHolidays.shipped()
SUBDIVISIONS = {"EW": "ENG", "S": "SCT", "NI": "NIR"}


def test_they_reach_the_end_of_next_year():
    """When this fails: append the next year's rows to foi_tracker/law/data/bank_holidays.csv."""
    next_year = date.today().year + 1
    assert SHIPPED.last_year >= next_year, (
        f"The bank holidays end with {SHIPPED.last_year}. Add those of {next_year} for all three nations, "
        "from the lists on GOV.UK, to foi_tracker/law/data/bank_holidays.csv, as its first lines explain."
    )


def test_they_run_from_the_year_the_act_came_into_force_and_hold_every_year_whole():
    assert SHIPPED.first_year == 2005
    for year in range(SHIPPED.first_year, SHIPPED.last_year + 1):
        for nation, fewest in (("EW", 8), ("S", 9 if year > 2006 else 8), ("NI", 10)):
            kept = [day for day in SHIPPED if day.date.year == year and nation in day.nations]
            assert len(kept) >= fewest, (year, nation)


@pytest.mark.parametrize("nation", SUBDIVISIONS)
def test_they_agree_with_the_holidays_package_on_every_weekday(nation):
    years = range(SHIPPED.first_year, SHIPPED.last_year + 1)
    theirs = holidays_package.country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=years)
    # The package has St Andrew's Day a year before the Act of 2007 that made it a bank holiday.
    expected = {day for day in theirs if day.weekday() < 5 and (nation, day) != ("S", date(2006, 11, 30))}
    ours = {day.date for day in SHIPPED if nation in day.nations and day.date.weekday() < 5}
    assert ours == expected


@pytest.mark.shared
def test_they_carry_the_same_days_as_the_shared_list():
    expected = {row["date"]: set(row["nations"].replace("E&W", "EW").split(";")) for row in
                shared_data.rows("law/bank_holidays.csv")}  # fmt: skip
    first = min(expected)
    ours = {day.date.isoformat(): set(day.nations) for day in SHIPPED if day.date.isoformat() >= first}
    assert ours == expected


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2006, 11, 30), None),
        (date(2007, 11, 30), "St Andrew's Day"),
        (date(2011, 4, 29), "Royal Wedding bank holiday"),
        (date(2012, 5, 28), None),  # moved to 4 June
        (date(2012, 6, 5), "Diamond Jubilee bank holiday"),
        (date(2020, 5, 8), "Early May bank holiday (VE day)"),
        (date(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        (date(2026, 3, 17), "St Patrick's Day"),
        (date(2026, 6, 15), "Scotland's participation in the FIFA World Cup final"),
        (date(2020, 5, 4), None),  # moved to 8 May
        (date(2022, 5, 30), None),  # moved to 2 June
    ],
)
def test_days_that_are_easily_missed(day, name):
    assert SHIPPED.name_on(day) == name


def test_a_holiday_counts_only_in_the_nations_asked_for():
    assert SHIPPED.name_on(date(2026, 3, 17), frozenset({"S"})) is None
    assert SHIPPED.name_on(date(2026, 3, 17), frozenset({"NI"})) == "St Patrick's Day"


@pytest.mark.parametrize("day", [date(2004, 12, 31), date(SHIPPED.last_year + 1, 1, 1)])
def test_a_day_outside_the_years_is_refused_and_not_taken_for_a_working_day(day):
    with pytest.raises(OutsideCalendar, match=f"2005 to the end of {SHIPPED.last_year}"):
        SHIPPED.name_on(day)


def test_adding_a_day_leaves_the_calendar_as_it_was_and_returns_another():
    day = date(2026, 9, 8)
    more = SHIPPED.with_added(day, "A day of thanks", ["Scotland"], proclaimed=date(2026, 8, 1))
    assert more.name_on(day) == "A day of thanks"
    assert SHIPPED.name_on(day) is None
    assert more.without(day).name_on(day) is None
    assert len(more) == len(SHIPPED) + 1


def test_adding_a_nation_to_a_known_day_keeps_its_name_and_its_nations():
    more = SHIPPED.with_added(date(2026, 3, 17), "St Patrick's Day in Scotland", ["S"])
    found = more.on(date(2026, 3, 17))
    assert found is not None
    assert (found.name, found.nations) == ("St Patrick's Day", frozenset({"NI", "S"}))


def test_a_day_of_a_year_that_is_not_whole_cannot_be_added():
    with pytest.raises(OutsideCalendar):
        SHIPPED.with_added(date(SHIPPED.last_year + 1, 5, 1), "May Day", ["all"])


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["Scotland"], {"S"}),
        (["E&W"], {"EW"}),
        (["ew", "NI"], {"EW", "NI"}),
        (["all"], ALL_NATIONS),
        (["England and Wales", " northern ireland "], {"EW", "NI"}),
    ],
)
def test_nations_are_read_as_people_write_them(words, codes):
    assert nations_of(words) == codes


@pytest.mark.parametrize("words", [["France"], [], ["S", ""]])
def test_unknown_nations_are_refused_with_the_list(words):
    with pytest.raises(UnknownWord, match="Scotland"):
        nations_of(words)


def test_where_is_said_in_words():
    said = {day.where for day in SHIPPED}
    assert said == {
        "the whole United Kingdom",
        "Scotland",
        "Northern Ireland",
        "England, Wales and Northern Ireland",
    }


def test_good_friday_and_christmas_are_there_every_year():
    """s.10(6) names both."""
    for year in range(SHIPPED.first_year, SHIPPED.last_year + 1):
        assert SHIPPED.name_on(date(year, 12, 25))
        friday = next(day for day in SHIPPED if day.name == "Good Friday" and day.date.year == year)
        assert friday.date.weekday() == 4
        assert SHIPPED.name_on(friday.date + timedelta(days=3)) == "Easter Monday"
