"""What the check found, as the letter page shows it: each finding with the link that mends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from foi_tracker.casework.overrides import key_of, may_pass
from foi_tracker.law.notices.facts import Finding
from foi_tracker.models import Case, Letter, Question
from foi_tracker.web.access import may
from foi_tracker.web.blind import blinded
from foi_tracker.web.drafting.forms import WITH_WORDS
from foi_tracker.web.links import link_to
from foi_tracker.web.questions.answer_fields import boxes_of
from foi_tracker.web.questions.ground_cards import PREFIX


@dataclass(frozen=True)
class Shown:
    """One finding, for templates/pages/_macros/letter.html."""

    code: str
    text: str
    provision: str
    links: list[dict[str, str]]
    let_pass: str = ""  # the address where a `must` can be let pass, for those who may


WORDS: Mapping[str, str] = {
    "attachments": "Go to the files",
    "settings": "Go to the authority’s settings",
    "opening": "Go to the opening words",
    "letter": "Change the letter",
    "case": "Go to the request",
    "questions": "Go to the questions",
    "cost": "Go to the cost estimate",
    "whole": "Go to why the whole request is refused",
    "wording": "Go to the standard paragraph",
}


def shown(
    findings: Sequence[Finding], level: str, case: Case, letter: Letter, questions: Sequence[Question]
) -> list[Shown]:
    """The findings of one level."""
    asked = {question.label: question for question in questions}
    return [
        Shown(
            finding.code,
            blinded(case, finding.message),
            finding.provision,
            _links(finding, case, letter, asked),
            _way_past(finding, case, letter),
        )
        for finding in findings
        if finding.level == level
    ]


def _links(
    finding: Finding, case: Case, letter: Letter, asked: Mapping[str, Question]
) -> list[dict[str, str]]:
    if not may("drafting.plan", case.authority_id):
        return []
    what, _, label = finding.mend.partition(":")
    if what == "question" and label in asked:
        question = asked[label]
        href = link_to("questions.answer", case.authority_id, case_id=case.id, question_id=question.id)
        box = _box(finding, question)
        return [{"href": f"{href}{box}", "text": f"Go to question {label}"}] if href else []
    addresses = {
        "attachments": link_to("attachments.files", case.authority_id, case_id=case.id),
        "settings": link_to("administration.settings", case.authority_id, authority_id=case.authority_id),
        "opening": link_to("drafting.opening", case.authority_id, case_id=case.id),
        "letter": _plan_page(case, letter),
        "case": link_to("cases.details", case.authority_id, case_id=case.id),
        "questions": link_to("questions.confirm", case.authority_id, case_id=case.id),
        "cost": link_to("cost.estimate", case.authority_id, case_id=case.id),
        "whole": link_to("cost.whole", case.authority_id, case_id=case.id),
        "wording": link_to("wordings.wording", case.authority_id, authority_id=case.authority_id, key=label),
    }
    if finding.code in ("late", "late_unexplained"):
        what = "opening"
    href = addresses.get(what, "")
    if href and what == "settings" and finding.field:
        href = f"{href}#{finding.field}"
    return [{"href": href, "text": WORDS[what]}] if href else []


def _box(finding: Finding, question: Question) -> str:
    """The box on the question's page that mends it, as the end of an address; "" where none is named."""
    if finding.ground is not None:
        return f"#{PREFIX}-{finding.ground}-{finding.field}"
    boxes = [box for box in boxes_of(question.outcome) if box.asks.name == finding.field]
    return f"#{boxes[0].name}" if boxes else ""


def _way_past(finding: Finding, case: Case, letter: Letter) -> str:
    if not may_pass(finding) or not may("drafting.let_pass", case.authority_id):
        return ""
    return url_for(
        "drafting.let_pass",
        case_id=case.id,
        letter_id=letter.id,
        finding=key_of(finding),
    )


def _plan_page(case: Case, letter: Letter) -> str:
    """Where the letter's own words are mended: what it asks, or what it says once."""
    if letter.kind in WITH_WORDS:
        return url_for("drafting.plan", case_id=case.id, letter_id=letter.id)
    return url_for("drafting.opening", case_id=case.id)
