"""The regulator of each day, and what of it has died."""

from __future__ import annotations

from datetime import date

import pytest

from foi_tracker.law.regulator import dead_details, in_force

BEFORE, AFTER = date(2026, 9, 29), date(2026, 9, 30)
DEAD_NUMBERS = "Telephone: 08456 30 60 60 or 01625 54 57 45\nWebsite: www.ico.gov.uk"


def whats(text, day, changed_on=None, **kwargs):
    return [detail.what for detail in dead_details(text, day, changed_on, **kwargs)]


def test_the_commission_took_over_on_30_september_2026():
    assert in_force(BEFORE).name == "Information Commissioner's Office"
    assert in_force(AFTER).name == "Information Commission"
    assert in_force(BEFORE).short_name == in_force(AFTER).short_name == "ICO"


def test_an_administrator_may_correct_the_day():
    assert in_force(AFTER, date(2026, 10, 15)).name == "Information Commissioner's Office"
    assert in_force(date(2026, 10, 15), date(2026, 10, 15)).name == "Information Commission"
    assert in_force(date(2026, 9, 1), date(2026, 9, 1)).changed_on == date(2026, 9, 1)


def test_the_details_are_alive_and_no_address_is_shipped():
    found = in_force(AFTER)
    assert found.telephone == "0303 123 1113"
    assert found.link.startswith("https://ico.org.uk/make-a-complaint/")
    assert found.postal_address == ()
    assert in_force(AFTER, None, ("1 Example Street",)).postal_address == ("1 Example Street",)


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(2017, 2, 20), BEFORE, AFTER, date(2030, 1, 1)])
def test_what_is_printed_is_never_out_of_date_itself(day):
    found = in_force(day)
    assert dead_details("\n".join((found.name, found.telephone, found.link)), day) == ()


def test_numbers_and_links_that_died_long_ago():
    assert whats(DEAD_NUMBERS, date(2022, 11, 16)) == [
        "telephone number 08456 30 60 60",
        "telephone number 01625 54 57 45",
        "web address ico.gov.uk",
    ]


@pytest.mark.parametrize("text", ["0303 123 1113", "https://ico.org.uk/", "0845 630 6061", "www.nico.gov.uk"])
def test_what_only_looks_like_them_is_left_alone(text):
    assert whats(text, AFTER) == []


@pytest.mark.parametrize(
    "text", ["08456306060", "0845 630 6060", "01625 545745", "(01625) 545 700", "+44 (0)1625-545-745"]
)
def test_a_number_is_known_however_it_is_spaced(text):
    assert len(whats(text, AFTER)) == 1


def test_the_old_address_was_right_in_2022():
    assert whats("Wycliffe House, Water Lane", date(2022, 11, 16)) == []
    assert whats("Wycliffe  House, Water Lane", AFTER) == ["address at Wycliffe House"]


def test_the_old_name_dies_with_the_office():
    text = "You may complain to the Information Commissioner."
    assert whats(text, BEFORE) == []
    assert whats(text, AFTER) == ["name Information Commissioner"]
    assert whats(text, AFTER, date(2026, 10, 15)) == []


def test_scotlands_commissioner_is_another_office():
    assert whats("Complain to the Scottish Information Commissioner.", AFTER) == []


def test_an_answer_may_tell_of_what_the_commissioner_did():
    text = "In 2019 the Information Commissioner issued a decision notice."
    assert whats(text, AFTER, standing=False) == []
    assert whats("Please appeal to the Information Commissioner.", AFTER, standing=False) != []


def test_what_was_in_use_in_its_place_is_told_without_our_settings():
    day = date(2027, 3, 1)
    found = {
        detail.what: detail.in_use_on(day) for detail in dead_details(f"{DEAD_NUMBERS}\nWycliffe House", day)
    }
    assert found == {
        "telephone number 08456 30 60 60": "0303 123 1113",
        "telephone number 01625 54 57 45": "0303 123 1113",
        "web address ico.gov.uk": "ico.org.uk",
        "address at Wycliffe House": "",
    }
