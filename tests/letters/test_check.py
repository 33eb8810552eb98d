"""A letter is checked as the law reads it, and for what cannot be printed or does not fit its envelope."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foi_tracker.law.notices.facts import CostFacts, CostRowFacts, LetterFacts
from foi_tracker.law.outcomes import OUTCOMES
from foi_tracker.letters import standard
from foi_tracker.letters.check import findings
from foi_tracker.letters.held import held_unsaid
from foi_tracker.letters.render import plain_text
from tests.factories import letters
from tests.law.notices.examples import answer, response
from tests.letters.made import LETTERS


def complete(name: str) -> object:
    facts = LETTERS[name]
    looked_at = tuple(replace(file, looked_at_by="Duty officer") for file in facts.attachments)
    return replace(facts, attachments=looked_at, all_labels=tuple(answer.label for answer in facts.answers))


@pytest.mark.parametrize(
    "name", [name for name in LETTERS if name not in ("response-hostile", "response-late")]
)
def test_every_kind_of_letter_passes_the_check(name: str) -> None:
    facts = complete(name)
    assert [finding for finding in findings(facts) if finding.level == "must"] == []


@pytest.mark.parametrize(
    ("changes", "where", "mend"),
    [
        ({"subject": "漢字"}, "", "case"),
        ({"opening_statement": "漢"}, "", "letter"),
        ({"recipient": replace(letters.READER, name="🎉")}, "", "case"),
        ({"authority": replace(letters.COMMISSIONER, footer="🎉")}, "", "settings"),
    ],
)
def test_a_character_no_font_draws_stops_the_letter(
    changes: dict[str, object], where: str, mend: str
) -> None:
    (finding,) = [found for found in findings(letters.response(**changes)) if found.code == "glyph_missing"]
    assert (finding.level, finding.where, finding.mend) == ("must", where, mend)


def test_it_names_the_character_and_the_question() -> None:
    facts = letters.response()
    hostile = replace(facts.answers[1], answer="Two 🎉 parties")
    found = findings(replace(facts, answers=(facts.answers[0], hostile, *facts.answers[2:])))
    (finding,) = [one for one in found if one.code == "glyph_missing"]
    assert (finding.where, finding.mend) == ("2", "question:2")
    assert "🎉 (U+1F389)" in finding.message


def test_what_is_never_printed_may_hold_any_character() -> None:
    facts = letters.response()
    noted = replace(facts.answers[0], outcome="vexatious", details={"evidence": "🎉"})
    assert "glyph_missing" not in {found.code for found in findings(replace(facts, answers=(noted,)))}


@pytest.mark.parametrize(("lines", "large", "fits"), [(7, False, True), (8, False, False), (6, True, False)])
def test_an_address_too_long_for_the_window_is_found(lines: int, large: bool, fits: bool) -> None:
    recipient = replace(letters.READER, organisation="", address=tuple("ABCDEFGH"[: lines - 1]))
    codes = {found.code for found in findings(letters.response(recipient=recipient, large_print=large))}
    assert ("address_too_long" not in codes) is fits


@pytest.mark.parametrize("law", ["FOIA", "EIR"])
def test_every_paragraph_as_shipped_says_whether_it_is_held(law: str) -> None:
    """s.1(1)(a): of what has to say it, not one leaves it out."""
    outcomes = [code for code, outcome in OUTCOMES.items() if outcome.says_whether_held]
    asked = (answer(str(number), code) for number, code in enumerate(outcomes, start=1))
    assert held_unsaid(response(*asked, regime=law)) == ()


def test_a_paragraph_that_leaves_out_whether_it_is_held_stops_the_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As in another language, whose words somebody else wrote."""
    silent = replace(standard.WORDINGS["outcome.withheld"], text="We cannot give you this.", required=())
    monkeypatch.setitem(standard.DEFAULTS, "xx", {**standard.WORDINGS, silent.key: silent})
    facts = response(answer("1", "not_held"), answer("2", "withheld"))
    assert findings(facts) == ()
    (finding,) = findings(replace(facts, language="xx"))
    assert (finding.level, finding.code, finding.where) == ("must", "held_not_stated", "2")


def test_words_of_their_own_that_leave_it_out_give_way_to_ours() -> None:
    facts = response(answer("1", "not_held"), wordings={"outcome.not_held": "Sorry."})
    assert held_unsaid(facts) == ()


def _over_limit(outcome: str, *activities: str) -> LetterFacts:
    rows = tuple(CostRowFacts(activity, "records", 3000, 1.0) for activity in activities)
    return response(answer("1", outcome), cost=CostFacts(rows, "We timed ten.", "One month would fit."))


def test_a_refusal_for_the_cost_of_answering_still_says_that_we_hold_it() -> None:
    """s.12(1) leaves the duty of s.1(1)(a); s.12(2) alone takes it away."""
    said = plain_text(_over_limit("cost_limit", "locate"))
    assert "We hold this, but it would take too long to bring together. We refuse this question" in said
    unsure = plain_text(_over_limit("cost_limit", "determine", "locate"))
    assert "We hold this" not in unsure
    assert "Finding out whether we hold all of it is part of that work." in unsure
    assert "We hold" not in plain_text(_over_limit("cost_limit_confirm", "determine"))
