"""The shared vectors of due dates: every kind of clock, worked by hand."""

from __future__ import annotations

import json

import pytest

from foi_tracker.law.bank_holidays import BankHolidays
from foi_tracker.law.clock import NO_RUNNING_DEADLINE, from_json, reckon
from tests import shared_data

ROWS = shared_data.rows("law/deadlines.csv")
COLUMNS = (("deadline_kind", "due_date"), ("second_kind", "second_due"), ("third_kind", "third_due"))


def facts_of(row):
    data = {name: row[name] for name in ("received", "received_time", "regime", "authority_type")}
    return from_json({**data, "events": json.loads(row["events"])})


def expected(row):
    if row["deadline_kind"] == NO_RUNNING_DEADLINE:
        return [(NO_RUNNING_DEADLINE, None)]
    return [(row[kind], row[due]) for kind, due in COLUMNS if row[kind]]


@pytest.mark.shared
def test_every_row_of_the_shared_vectors_is_read():
    assert len(ROWS) >= 41


@pytest.mark.shared
@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_shared_vector(row):
    found = reckon(facts_of(row), BankHolidays.shipped())
    dates = [(each.kind, each.date.isoformat() if each.date else None) for each in found.deadlines]
    assert dates == expected(row)


@pytest.mark.shared
@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_the_count_behind_a_shared_vector_ends_on_its_date(row):
    found = reckon(facts_of(row), BankHolidays.shipped())
    if found.live.date:
        assert found.steps[-1].date == found.live.date
    numbers = [step.number for step in found.steps if step.counts]
    assert numbers == list(range(1, len(numbers) + 1))
    if row["working_days"] and row["regime"] != "Fees Regs reg 5":  # there the first day is day 1
        assert len(numbers) == int(row["working_days"])
