"""What others will read in a letter: whether it is held, who asked, counts of few, a spreadsheet's words."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from foi_tracker.law.notices import check, in_order
from foi_tracker.law.notices.applicant import names_in
from foi_tracker.law.notices.codes import CODES
from foi_tracker.law.notices.facts import LetterFacts, RecipientFacts
from foi_tracker.law.notices.tables import pivot_headings, small_counts
from foi_tracker.law.outcomes import OUTCOMES
from tests.law.notices.examples import AUTHORITY, answer, response
from tests.law.notices.family import notice
from tests.law.notices.prudence import DEFECTS, JANE, given


def found(facts: LetterFacts) -> list[str]:
    return [each.code for each in check(facts)]


@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_gives_exactly_one_finding(name):
    facts, expected = DEFECTS[name]
    assert [(each.level, each.code, each.where) for each in check(facts)] == [expected]


@pytest.mark.parametrize("name", DEFECTS)
def test_each_says_in_plain_words_what_to_do_and_leads_to_the_very_box(name):
    (one,) = check(DEFECTS[name][0])
    assert one.level in CODES[one.code].levels
    assert one.provision
    assert one.message.endswith(".")
    box = {"settings": "" if one.code == "held_not_stated" else "reuse", "letter": ""}
    assert one.field == box.get(one.mend, "searched" if "search" in name else "answer")


# Whether it is held: s.1(1)(a)


def test_what_is_held_or_not_must_be_said_unless_giving_it_says_it():
    """s.1(1)(a) and (5); s.12(1) leaves that duty. Not under s.12(2) or s.14, nor where we say neither."""
    assert {code for code, outcome in OUTCOMES.items() if outcome.says_whether_held} == {
        "part_disclosed",
        "withheld",
        "accessible",
        "future_publication",
        "decision_pending",
        "part_held",
        "not_held",
        "cost_limit",
    }


def test_a_paragraph_that_no_answer_uses_is_no_defect():
    facts = response(answer("1", "ncnd"), held_unsaid=("withheld", "ncnd"))
    assert found(facts) == []


def test_more_time_for_the_public_interest_says_that_it_is_held():
    """s.17(2): only what is held can wait for the public interest."""
    assert found(notice("pit_extension", held_unsaid=("decision_pending",))) == ["held_not_stated"]


def test_under_the_regulations_the_provision_is_theirs():
    (one,) = check(response(answer("1", "not_held", "EIR"), regime="EIR", held_unsaid=("not_held",)))
    assert one.provision == "reg 14(3)"


# Who asked: s.40(1)


@pytest.mark.parametrize(
    "words",
    [
        "JANE EXAMPLE of this town",
        "Ms Jane Example’s complaint",
        "“Jane\nExample”",
        "See jane.example@example.org, which we hold.",
        "At 14 Sample Row, and at EX2 2EX",
        "at ex2 2ex",
    ],
)
def test_what_says_who_asked(words):
    assert found(given(words)) == ["applicant_data"]


@pytest.mark.parametrize(
    "words",
    [
        "Jane gave an example.",  # half a name
        "Mary-Jane Example",  # somebody else
        "Jane Example-Sample",
        "a jane example",  # not written as a name
        "mary.jane.example@example.org",
        "jane.example@example.org.uk",
        "Flat 2 of Exampleton House",  # anybody's
        "114 Sample Row",
        "The letter went to Exampleton.",
    ],
)
def test_what_does_not_say_who_asked(words):
    assert found(given(words)) == []


@pytest.mark.parametrize("name", ["The Editor", "The Research Officer", "Mr Example", "Editor", ""])
def test_a_role_or_one_word_is_no_name_to_look_for(name):
    facts = given("The Research Officer and the Editor met Mr Example.", recipient=RecipientFacts(name))
    assert names_in(facts) == {}
    assert found(facts) == []


def test_what_the_authority_says_of_itself_is_not_the_applicants():
    """An officer who asks their own authority, from its own address."""
    own = replace(AUTHORITY, signatory_name="Jane Example", address=("14 Sample Row", "EX2 2EX"))
    facts = given("Jane Example decides here, at 14 Sample Row, EX2 2EX.", authority=own)
    assert found(facts) == []


def test_a_common_name_is_looked_for_only_as_a_name_is_written():
    grant = RecipientFacts("Grant Holder")
    assert found(given("Each grant holder had 500 pounds.", recipient=grant)) == []
    assert found(given("We paid Grant Holder.", recipient=grant)) == ["applicant_data"]


def test_their_own_questions_may_say_who_they_are():
    facts = given("Twelve.")
    own = replace(facts.answers[0], question="Jane Example asks: how many?")
    assert found(replace(facts, answers=(own,), preamble="I am Jane Example.")) == []


def test_the_finding_does_not_repeat_who_asked():
    """It is shown to officers from whom that may be hidden."""
    (one,) = check(given("Jane Example, 14 Sample Row"))
    assert "Jane" not in one.message
    assert "the name and the address of the person who asked" in one.message


# Counts of few: s.40(2)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Ward\tPeople\nNorth\t1,348\nSouth\t4\nWest\t1", [1, 4]),
        ("Ward\tPeople\nNorth\t<5\nSouth\t4\nWest\t–", [4]),  # suppressed in one place, not in another
        ("North\t12\nSouth\t2", [2]),  # no headings
        ("Ward\t2024\t2025\nNorth\t12\t3\nSouth\t14\t9", [3]),  # a year is a heading
        ("Count of Ref\tColumn Labels\nRow Labels\tMen\tWomen\nNorth\t12\t2", [2]),  # two rows of headings
        ("Ward\tPeople\n\nNorth\t2\n\nSouth\t9", [2]),
        ("Ward\tPeople\tPounds\nNorth\t9\t2\nSouth\t8\t4", []),
        ("Ward\tPeople\nNorth\t9\nSouth\t0\nTotal\t9", []),
    ],
)
def test_counts_of_one_to_four_are_seen(text, counts):
    assert small_counts(text) == counts


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Share (%)", ("2", "98")),
        ("Rate", ("3", "4")),
        ("Average stay", ("3", "4")),
        ("Cost in pounds", ("3", "4")),
        ("Days lost", ("3", "41")),
        ("Wait (weeks)", ("2", "41")),
        ("Vehicles", ("2", "41")),
        ("No.", ("2", "41")),
        ("Rank", ("2", "1")),
        ("People", ("2%", "4%")),
        ("People", ("£2", "£4")),
        ("Ratio of people", ("2", "4")),
        ("People", ("2.5", "4")),
        ("Team", ("Response", "3")),  # names among the figures
        ("Line", ("1", "2", "3")),
        ("Place", ("1", "2", "3")),  # numbering under another name
    ],
)
def test_what_is_no_count_of_people_is_left_alone(heading, cells):
    rows = "\n".join(f"Row {letter}\t{cell}" for letter, cell in zip("ABC", cells, strict=False))
    assert small_counts(f"Area\t{heading}\n{rows}") == []


def test_a_row_that_measures_is_no_count():
    rows = "Staff\t12\nAverage grade\t3\nCost per head (£)\t4\nStaff on leave\t{on_leave}"
    assert small_counts(f"Measure\tThis year\n{rows.format(on_leave=11)}") == []
    assert small_counts(f"Measure\tThis year\n{rows.format(on_leave=2)}") == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Three people, or 3.",
        "1\tNorth\n2\tSouth",  # the first column numbers the rows
        "•\t3 people\n•\t4 people",  # a list
        "Tel: 1 | 2\nFax: 3 | 4",  # no table, without a line of dashes
        "Ward\t3",  # one line is no table
    ],
)
def test_only_a_table_is_read(text):
    assert small_counts(text) == []


def test_it_may_stand_and_says_what_to_think_about():
    (one,) = check(given("Ward\tPeople\nNorth\t96\nSouth\t2"))
    assert "counts of 2." in one.message
    assert "section 40(2) may apply. Otherwise they may stand." in one.message
    (eir,) = check(given("Ward\tPeople\nNorth\t96\nSouth\t2", regime="EIR"))
    assert (eir.provision, "regulation 13" in eir.message) == ("reg 13", True)


# A spreadsheet's own words


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Row Labels\tCount of Int Ref Number\nA\t7\n<b>Grand Total</b>\t<b>7</b>",
         ["Row Labels", "Count of Int Ref Number"]),
        ("Ward\tSum of total_cost\nA\t7", ["Sum of total_cost"]),
        ("| ROW LABELS | Average of Age |\n|---|---|\n| A | 7 |", ["ROW LABELS", "Average of Age"]),
        ("Count of cases\tColumn Labels\nRow Labels\tMen\nA\t7",
         ["Column Labels", "Row Labels", "Count of cases"]),
        ("Ward\tSum - Hours\nA\t7\nTotal Result\t7", ["Total Result", "Sum - Hours"]),
        ("Ward\tMen\n(blank)\t7", ["(blank)"]),
    ],
)  # fmt: skip
def test_headings_that_a_spreadsheet_made(text, headings):
    assert pivot_headings(text) == headings


@pytest.mark.parametrize(
    "text",
    [
        "Ward\tCount of incidents\nA\t7\nGrand Total\t7",  # words that a person may well write
        "Ward\tAverage of three years\nA\t7",
        "Ward\tNumber\nSum of Squares Project\t7",  # the name of a row
        "Row Labels were removed. (blank)",  # no table
    ],
)
def test_headings_that_a_person_wrote(text):
    assert pivot_headings(text) == []


# Using it again: SI 2015/1415


@pytest.mark.parametrize("outcome", ["withheld", "not_held", "accessible", "ncnd"])
def test_what_gives_nothing_needs_no_leave_to_use_it(outcome):
    facts = response(answer("1", outcome), authority=replace(AUTHORITY, reuse="none"))
    assert found(facts) == []


# In order


def test_what_is_in_order_is_said_where_it_applies():
    said = " ".join(in_order(given("Ward\tPeople\nNorth\t96\nSouth\t12"), ()))
    assert "It says whether the information may be used again. (s.45 Code; SI 2015/1415)" in said
    assert "Nothing that is given names the person who asked. (s.40(1))" in said
    assert "No table counts so few" in said
    plain = " ".join(in_order(response(answer("1", "not_held"), recipient=RecipientFacts("The Editor")), ()))
    assert "It says of every question whether we hold it. (s.1(1)(a))" in plain
    assert not any(words in plain for words in ("used again", "names the person", "table"))


@pytest.mark.parametrize(
    "text",
    ["\t" * 50_000 + "\n" + "1\t2\n" * 12_000, "-|" * 50_000 + "\n|-", "<b " * 30_000 + "\t1\n2\t3",
     "Count of " * 10_000 + "\t1\nx\t2", "Jane " * 20_000, "14 " * 20_000],
)  # fmt: skip
def test_hostile_words_are_read_in_good_time(text):
    began = time.process_time()
    check(given(text, recipient=JANE))
    assert time.process_time() - began < 5
