"""`foi-tracker split` prints the questions of a file or of standard input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from foi_tracker.cli import main

WORDS = "Dear Council\r\n1. How many ducks?\r\nLink to the duck census:\r\n2. How many geese?\r\nYours\r\n"


def test_a_file_is_split_with_every_field_and_places_in_the_file_as_it_stands(tmp_path: Path):
    file = tmp_path / "request.txt"
    file.write_bytes(WORDS.encode())
    found = json.loads(CliRunner().invoke(main, ["split", str(file)]).output)
    assert [each["label"] for each in found["questions"]] == ["1", "1A", "2"]
    assert [each["maybe"] for each in found["questions"]] == [False, True, False]
    for each in found["questions"]:
        assert set(each) == {"label", "number", "text", "span", "stem", "section", "maybe"}
        assert WORDS[each["span"][0] : each["span"][1]] == each["text"]
    assert {each["kind"] for each in found["other"]} == {"preamble", "marker", "closing"}


def test_explained_each_question_says_why_and_how_sure():
    found = json.loads(CliRunner().invoke(main, ["split", "--explain", "-"], input=WORDS).output)
    for each in found["questions"]:
        assert each["why"]
        assert 0 < each["sure"] <= 1


def test_standard_input_is_read_for_a_dash():
    found = json.loads(CliRunner().invoke(main, ["split", "-"], input="How many ducks?").output)
    assert [each["text"] for each in found["questions"]] == ["How many ducks?"]


def test_a_file_that_is_not_there_is_named():
    result = CliRunner().invoke(main, ["split", "no-such-file.txt"])
    assert result.exit_code == 2
    assert "no-such-file.txt" in result.output


def test_bytes_that_are_no_utf8_are_no_crash():
    assert CliRunner().invoke(main, ["split", "-"], input=b"\xff\xfe How many ducks?").exit_code == 0


def test_splitting_loads_neither_the_database_nor_the_web():
    code = "import sys, foi_tracker.cli.split; print({'flask', 'sqlalchemy', 'config'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
