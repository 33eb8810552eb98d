"""`foi-tracker due`: JSON in, JSON out, and a clear message for what cannot be read."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from foi_tracker.cli.due import command, run

BASE = {
    "received": "2026-02-03",
    "received_time": "",
    "regime": "FOIA",
    "authority_type": "council",
    "events": [],
}


def test_the_answer_has_these_fields_and_no_others():
    answer = json.loads(run(json.dumps(BASE)))
    assert answer["deadlines"] == [{"kind": "foia_response", "date": "2026-03-03"}]
    assert set(answer) == {"deadlines", "steps"}
    assert all(set(step) == {"date", "counts", "why"} for step in answer["steps"])
    assert answer["steps"][1] == {"date": "2026-02-04", "counts": True, "why": "Day 1"}


def test_a_clock_that_does_not_run_has_a_null_date():
    asked = {
        "type": "clarification_requested",
        "date": "2026-02-06",
        "statutory": "s1(3)",
        "note": "which year?",
    }
    answer = json.loads(run(json.dumps({**BASE, "events": [asked]})))
    assert answer["deadlines"] == [{"kind": "no_running_deadline", "date": None}]


def test_questions_may_be_named():
    asked = {
        "type": "clarification_requested",
        "date": "2026-02-06",
        "statutory": "s1(3)",
        "questions": ["2"],
    }
    answer = json.loads(run(json.dumps({**BASE, "questions": ["1", "2"], "events": [asked]})))
    assert [each["date"] for each in answer["deadlines"]] == ["2026-03-03", None]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"regime": "FOI"}, "The regime is not known: 'FOI'. Use one of: FOIA; EIR; FOISA;"),
        ({"authority_type": "parish"}, "The type of authority is not known: 'parish'"),
        ({"received": "2026-02-30"}, "received is not a date like 2026-02-03: '2026-02-30'"),
        ({"received": "20260203"}, "received is not a date"),
        ({"received": 3}, "received is not a date"),
        ({"received": "2029-02-05"}, "outside the bank holidays"),
        ({"received_time": "25:00"}, "not a time like 23:45"),
        ({"event": []}, "The field is not known: 'event'"),
        ({"events": {}, "questions": "1"}, "questions must be a list of labels"),
        ({"events": "none"}, "events must be a list"),
        ({"events": [3]}, "Each event must be an object"),
        ({"events": [{"type": "chased", "date": "2026-02-06"}]}, "The event is not known: 'chased'"),
        ({"events": [{"type": ["chased"], "date": "2026-02-06"}]}, "The event is not known"),
        ({"events": [{"type": "fees_notice"}]}, "fees_notice: date is not a date"),
        ({"events": [{"type": "fees_notice", "date": "9999-12-31"}]}, "outside the bank holidays"),
        ({"events": [{"type": "fees_notice", "date": "2026-01-06"}]}, "before the day the request came"),
        (
            {"events": [{"type": "clarification_requested", "date": "2026-02-06"}]},
            'needs statutory: "s1(3)" or "none"',
        ),
        (
            {"events": [{"type": "clarification_requested", "date": "2026-02-06", "statutory": "s.1(3)"}]},
            "Use one of: s1(3); none",
        ),
        ({"events": [{"type": "pit_extension_notice", "date": "2026-02-06"}]}, "estimated_decision_date"),
        ({"events": [{"type": "school_closed", "from": "2026-02-06", "to": "2026-02-05"}]}, "ends before"),
    ],
)
def test_what_cannot_be_used_is_refused_on_stderr_with_exit_code_2(changes, message):
    result = CliRunner().invoke(command, input=json.dumps({**BASE, **changes}))
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "3", "null", "[" * 100_000])
def test_what_is_not_one_json_object_is_refused(text):
    result = CliRunner().invoke(command, input=text)
    assert result.exit_code == 2
    assert "JSON" in result.stderr


def test_a_field_that_stands_twice_is_not_chosen_between():
    twice = json.dumps(BASE).replace("{", '{"received": "2026-02-02", ', 1)
    result = CliRunner().invoke(command, input=twice)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "The field stands twice: 'received'." in result.stderr


def test_it_loads_no_application_and_no_database():
    heavy = "('flask', 'sqlalchemy', 'weasyprint')"
    code = f"import sys, foi_tracker.cli.due; print([name for name in {heavy} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"
