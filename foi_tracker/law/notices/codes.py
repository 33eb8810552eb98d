"""The codes of the statutory check, with the level and the provision of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Code:
    """A kind of defect. The Act or the Regulations require a `must`; the Code or good practice a `should`."""

    code: str
    levels: tuple[str, ...]  # the levels a finding of it may have
    provision: str
    means: str


_ALL = (
    Code("question_unanswered", ("must",), "s.1(1)", "A question has no answer."),
    Code("answers_misnumbered", ("must",), "s.1(1)", "The answers do not follow the questions' labels."),
    Code("outcome_incomplete", ("must", "should"), "s.17", "What the law or the Code asks is not said."),
    Code("held_not_stated", ("must",), "s.1(1)(a)", "An answer does not say whether it is held."),
    Code(
        "cost_estimate_missing", ("should",), "s.45 Code", "A cost refusal does not say how it was reckoned."
    ),
    Code("advice_missing", ("must",), "s.16", "A cost refusal does not say what could be provided."),
    Code("cost_not_over_limit", ("must",), "s.12(1)", "The estimate does not exceed the limit."),
    Code("cost_activity_not_allowed", ("must",), "SI 2004/3244 reg 4(3)", "It counts what may not count."),
    Code("ground_missing", ("must",), "s.17(1)(b)", "No exemption is named that may be relied on."),
    Code("limb_missing", ("must",), "s.17(1)(b)", "An exemption is named without its limb."),
    Code("ncnd_provision_missing", ("must",), "s.17(1)(b)", "No provision lets us say neither."),
    Code("not_held_with_exemption", ("must",), "s.1(1)(a)", "Not held, and exempt, for the same part."),
    Code("reason_missing", ("must",), "s.17(1)(c)", "It does not say why an exemption applies."),
    Code("harm_missing", ("must",), "s.17(1)(c)", "It does not say what harm would be done."),
    Code("likelihood_missing", ("must",), "s.17(1)(c)", "It says neither would nor would be likely to."),
    Code("qualified_person_missing", ("must",), "s.36(2)", "The qualified person or the day is missing."),
    Code("balance_missing", ("must",), "s.40(3A)(a)", "The principle or the balance is not set out."),
    Code("where_missing", ("must",), "s.21", "It does not say where to get it."),
    Code("when_missing", ("must",), "s.22", "It does not say when it will be published."),
    Code("enactment_missing", ("must",), "s.44(1)", "It does not name what forbids disclosure."),
    Code("public_interest_missing", ("must",), "s.17(3)", "The public interest is not weighed."),
    Code("eir_public_interest_missing", ("must",), "reg 14(3)(b)", "The public interest is not weighed."),
    Code("ncnd_hint", ("must",), "s.17(4)", "Something tells whether it is held."),
    Code("not_held_unclear", ("must",), "s.1(3)", "Not held, of what is still to be clarified."),
    Code("not_held_unexplained", ("should",), "s.1(1)(a)", "Not held, without saying where was searched."),
    Code("review_missing", ("must", "should"), "s.17(7)(a)", "It does not say how to ask for a review."),
    Code(
        "regulator_missing", ("must", "should"), "s.17(7)(b)", "It does not say how to reach the regulator."
    ),
    Code("regulator_out_of_date", ("must",), "s.17(7)(b)", "A detail of the regulator is out of use."),
    Code("eir_exception_missing", ("must",), "reg 14(3)", "It names no exception of the Regulations."),
    Code("eir_rights_missing", ("must",), "reg 14(5)", "It denies the right to make representations."),
    Code("pit_estimate_missing", ("must",), "s.17(2)", "No day is given for the decision to come."),
    Code("extension_too_late", ("must",), "s.10(3); reg 7(3)", "The notice comes after the last day."),
    Code("extension_not_allowed", ("must",), "s.10(3); reg 7(1)", "The law allows no longer time for it."),
    Code("review_too_slow", ("should",), "s.45 Code", "The review is promised in over 40 working days."),
    Code("late", ("must", "should"), "s.10(1)", "The letter is late."),
    Code("late_unexplained", ("should",), "s.10(1)", "The letter is late and does not say why."),
    Code("attachment_missing", ("must",), "s.1(1)(b)", "A file is promised and not there, or not looked at."),
    Code("attachment_not_given", ("must",), "s.17(1)", "A file goes with an answer that gives nothing."),
    Code("placeholder_left", ("must",), "s.16", "Words that were to be replaced are still there."),
    Code("applicant_data", ("should",), "s.40(1)", "What is given names the person who asked."),
    Code("small_numbers", ("should",), "s.40(2)", "A table counts so few that they may be recognised."),
    Code("pivot_headings", ("should",), "s.16", "A table still has a spreadsheet's own headings."),
    Code("reuse_missing", ("should",), "s.45 Code; SI 2015/1415", "Nothing is said about using it again."),
    Code("letter_not_known", ("should",), "FOIA", "The words are of no letter about a request."),
    Code("law_not_known", ("should",), "FOISA", "The letter is under a law that the check does not know."),
)

CODES: Mapping[str, Code] = {code.code: code for code in _ALL}
"""Every code that the check can give now, in the order of reading a letter."""
