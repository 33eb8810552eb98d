"""The wordings as shipped: sound, complete, each printed by some letter, each told apart by its own words."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foi_tracker.law.exemptions import catalogue
from foi_tracker.law.outcomes import NOT_VALID, OUTCOMES
from foi_tracker.letters.kinds import Kind
from foi_tracker.letters.render import letter_html, plain_text, wordings_used
from foi_tracker.letters.standard import (
    ALWAYS_KNOWN,
    GROUPS,
    WORDINGS,
    fill,
    placeholders,
    placeholders_of,
)
from foi_tracker.letters.standard_check import problems
from tests.letters.rare import RARE
from tests.letters.texts import TEXTS


@cache
def printed_by_golden() -> frozenset[str]:
    """Every wording that some golden letter prints."""
    return frozenset(key for facts in TEXTS.values() for key in wordings_used(facts))


def test_what_is_shipped_may_be_printed() -> None:
    assert {
        each.key: problems(each, each.text) for each in WORDINGS.values() if problems(each, each.text)
    } == {}


def test_what_the_law_asks_of_a_wording_is_in_it_and_is_explained() -> None:
    for wording in WORDINGS.values():
        assert set(wording.required) <= set(placeholders_of(wording.text)), wording.key
        if wording.required:
            assert wording.provision, wording.key
            assert wording.why.endswith("."), wording.key


def test_a_wording_is_found_under_its_group_by_a_title() -> None:
    for key, wording in WORDINGS.items():
        assert wording.key == key
        assert wording.group in GROUPS, key
        assert wording.title, key


def test_no_two_wordings_have_one_title() -> None:
    assert len({each.title for each in WORDINGS.values()}) == len(WORDINGS)


def test_every_wording_is_printed_by_a_letter() -> None:
    """The golden letters print the most; for each of the others there is a letter that does."""
    assert set(WORDINGS) - printed_by_golden() <= set(RARE)


def test_a_letter_prints_the_wording_that_it_is_an_example_of() -> None:
    assert [key for key, facts in RARE.items() if key not in wordings_used(facts)] == []
    assert [key for key, facts in RARE.items() if "{" in plain_text(facts)] == []


def test_no_placeholder_is_left_in_a_letter() -> None:
    bodies = {name: letter_html(facts).partition("<body")[2] for name, facts in TEXTS.items()}
    left = {name: re.findall(r"\{\w+\}", body) for name, body in bodies.items()}
    assert {name: found for name, found in left.items() if found and name != "response-hostile"} == {}


def test_every_outcome_that_says_something_of_its_own_has_a_wording_and_a_result() -> None:
    """What is given, in full or in part, speaks for itself."""
    said = set(OUTCOMES) - {"disclosed", "part_disclosed", "part_held", "cost_limit_confirm"}
    assert {f"outcome.{code}" for code in said} <= set(WORDINGS)
    assert {f"result.{code}" for code in OUTCOMES} <= set(WORDINGS)


def test_every_exemption_and_exception_has_a_wording() -> None:
    grounds = {row.code for row in catalogue().values() if row.kind != "procedural"}
    assert {f"ground.{code}" for code in grounds} <= set(WORDINGS)


def test_every_kind_of_letter_and_every_reason_why_it_is_no_request_has_a_wording() -> None:
    kinds = {key.split(".")[1] for key in WORDINGS if key.startswith("letter.")}
    assert set(Kind) <= kinds
    assert {f"letter.not_valid.{code}" for code in NOT_VALID} <= set(WORDINGS)


def test_the_placeholders_are_a_closed_set_with_examples() -> None:
    used = {each.name for wording in WORDINGS.values() for each in wording.placeholders}
    assert used == set(placeholders())
    assert all(each.means and each.example for each in placeholders().values())
    assert all(set(ALWAYS_KNOWN) <= wording.names for wording in WORDINGS.values())


def test_its_examples_make_a_whole_of_every_wording() -> None:
    for wording in WORDINGS.values():
        made = fill(wording.text, {each.name: each.example for each in wording.placeholders})
        assert placeholders_of(made) == (), wording.key
        assert made[-1] in ".:,", wording.key


# Filling


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{law} and {law}", "the Act and the Act"),
        (
            "{ law } {LAW} {law.x} {law!r} {0} {} %s ${law}",
            "{ law } {LAW} {law.x} {law!r} {0} {} %s $the Act",
        ),
        ("{{law}}", "{the Act}"),
        ("{other} stays", "{other} stays"),
        ("Said {nothing}.", "Said."),
        ("{nothing} said", " said"),
        ("{tricky} {law}", "{law} {{tricky}} the Act"),
    ],
)
def test_a_name_in_braces_is_replaced_and_nothing_else(text: str, made: str) -> None:
    values = {"law": "the Act", "nothing": "", "tricky": "{law} {{tricky}}"}
    assert fill(text, values) == made


names = st.sampled_from(["law", "why", "ground", "asked_for"])
pieces = st.one_of(st.text(max_size=12), names.map(lambda name: f"{{{name}}}"), st.sampled_from("{} %$\\"))


@settings(deadline=None)
@given(st.lists(pieces, max_size=8).map("".join), st.dictionaries(names, st.text(max_size=20)))
def test_filling_never_fails_and_reads_no_value_again(text: str, values: dict[str, str]) -> None:
    marks = {name: f"\ue000{number}\ue001" for number, name in enumerate(values)}
    marked = fill(text, {name: marks[name] if value else "" for name, value in values.items()})
    for name, mark in marks.items():
        marked = marked.replace(mark, values[name])
    assert fill(text, values) == marked


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_text_without_its_names_stays_as_it_is(text: str) -> None:
    assert fill(text, {"ground": "x"}) == text.replace("{ground}", "x")


def test_what_is_known_of_the_regulations_is_said_in_place_of_the_other() -> None:
    pairs = [key for key in WORDINGS if f"{key}.eir" in WORDINGS]
    assert "outcome.not_held" in pairs
    said = {key: fill(each.text, each.fixed_words) for key, each in WORDINGS.items()}
    assert all(said[key] != said[f"{key}.eir"] for key in pairs)
