"""Make the sample authorities, people and cases."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from foi_tracker.casework import correspondence, letters, log, others, questions
from foi_tracker.casework.cost import EstimateDraft, keep_estimate
from foi_tracker.casework.desk import Actor, Desk
from foi_tracker.casework.grounds import GroundDraft, keep_ground
from foi_tracker.casework.laws import set_laws
from foi_tracker.casework.whole_refusal import WholeDraft, keep_whole_refusal
from foi_tracker.casework.withdrawal import Withdrawal
from foi_tracker.casework.withdrawal import withdraw as record_withdrawal
from foi_tracker.casework.wordings import change_wording
from foi_tracker.cli.samples.large import large_cases
from foi_tracker.law.notices.facts import CostRowFacts
from foi_tracker.law.working_days import ONE_DAY, is_working_day, nth_working_day_after
from foi_tracker.letters.pdf import why_unavailable
from foi_tracker.models import Authority, Case, Letter, Membership, Question, Signatory, User
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import letters as letter_store
from foi_tracker.store import questions as question_store
from foi_tracker.store import queue as queue_store
from foi_tracker.store.queue import Wanted
from foi_tracker.store.scope import Scope

DATA = Path(__file__).parent
OFFICER = "officer@example.org"
Told = dict[str, Any]


def make_all(desk: Desk) -> list[Case]:
    """Every sample case, in the order of its receipt; those that are there already are left alone."""
    told = tomllib.loads((DATA / "authorities.toml").read_text())
    there = _there(desk, [each["slug"] for each in told["authority"]])
    if there is not None:
        return there
    places = {each["slug"]: _authority(desk, each) for each in told["authority"]}
    people = {each["email"]: _person(desk, each, places) for each in told["person"]}
    desk = replace(desk, scope=Scope(frozenset(place.id for place in places.values())))
    for each in told["wording"]:
        _wording(replace(desk, actor=Actor.of(people[OFFICER])), places[each["authority"]], each)
    told_cases = [*tomllib.loads((DATA / "cases.toml").read_text())["case"], *large_cases()]
    told_cases.sort(key=lambda each: -each["came"])  # references in the order of receipt
    return [_Worker(desk, people, each).work(places[each["authority"]]) for each in told_cases]


def _there(desk: Desk, slugs: list[str]) -> list[Case] | None:
    """The cases that the sample authorities still have; None where no earlier run has made them."""
    found = [authority_store.authority_by_slug(desk.session, slug) for slug in slugs]
    ids = frozenset(place.id for place in found if place)
    everything = Wanted(closed=True, sort="received")
    return list(queue_store.everything(desk.session, Scope(ids), everything, desk.today)) if ids else None


def _authority(desk: Desk, told: Told) -> Authority:
    told = dict(told)
    signatories: list[Told] = told.pop("signatories", [])
    words = {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}
    made = Authority(is_sample=True, **words)
    desk.session.add(made)
    desk.session.flush()
    desk.session.add_all(Signatory(authority_id=made.id, **each) for each in signatories)
    return made


def _person(desk: Desk, told: Told, places: dict[str, Authority]) -> User:
    """One of the sample's people, who may be here already, to set up an authority of their own."""
    known = authority_store.user_by_email(desk.session, told["email"])
    made = known or User(email=told["email"], name=told["name"], memberships=[])
    made.memberships += [
        Membership(authority_id=places[slug].id, role=role)
        for slug, roles in told["roles"].items()
        for role in roles
    ]
    desk.session.add(made)
    desk.session.flush()
    return made


def _wording(desk: Desk, authority: Authority, told: Told) -> None:
    version = change_wording(desk, authority, told["key"], told["text"], 0)
    if version is not None:
        version.default_text = told.get("older_default", version.default_text)
        desk.session.flush()


class _Worker:
    """Works one sample request through the casework, day by day."""

    def __init__(self, desk: Desk, people: dict[str, User], told: Told) -> None:
        self.told = told
        officer = people[told.get("officer", OFFICER)]
        self.desk = replace(desk, actor=Actor.of(officer))
        self.last = desk.today
        self.came = self._ago(told["came"])

    def work(self, authority: Authority) -> Case:
        """Log it, and take it as far as the data says."""
        case = self._log(authority)
        self._acknowledge(case)
        if clarify := self.told.get("clarify"):
            self._clarify(case, clarify)
        if self.told.get("answers"):
            self._answer(case)
        self._others(case)
        self._notify(case)
        if withdrawn := self.told.get("withdrawn"):
            desk = self._on(withdrawn["day"])
            record_withdrawal(desk, case, Withdrawal(desk.today, "email", withdrawn["words"]))
        self._write(case)
        return case

    def _ago(self, days: int) -> date:
        """So many working days before today; today itself for none."""
        day = self.last
        while days:
            day -= ONE_DAY
            days -= is_working_day(day, self.desk.holidays)
        return day

    def _on(self, days: int) -> Desk:
        """The desk so many working days after the request came, never in the future."""
        return replace(self.desk, today=min(self._ago(max(0, self.told["came"] - days)), self.last))

    def _log(self, authority: Authority) -> Case:
        told = self.told
        arrival = log.Arrival(
            words=told["words"].strip(),
            received_on=self.came,
            channel=told.get("channel", "email"),
            regime=told.get("regime", "FOIA"),
            triage=told.get("triage", "valid"),
            subject=told["subject"],
            requester_name=told.get("requester", ""),
            requester_email=told.get("email", ""),
            requester_address=told.get("address", ""),
            their_reference=told.get("their_reference", ""),
            large_print=told.get("large_print", False),
            language=told.get("language", "en-GB"),
        )
        return log.log_request(self._on(0), authority, arrival)

    def _acknowledge(self, case: Case) -> None:
        if self.told["came"] > 1 and case.triage == "valid":
            self._send(case, letter_store.letters_of(self.desk.session, case)[0], 1)

    def _clarify(self, case: Case, told: Told) -> None:
        asked = correspondence.Said(
            "out",
            "email",
            self._on(told["asked"]).today,
            case.requester_name,
            told["words"],
            correspondence.ASKED,
        )
        correspondence.record_correspondence(self._on(told["asked"]), case, asked)
        if "received" in told:
            desk = self._on(told["received"])
            reply = correspondence.Said(
                "in", "email", desk.today, case.requester_name, told["reply"], correspondence.RECEIVED
            )
            correspondence.record_correspondence(desk, case, reply)

    def _answer(self, case: Case) -> None:
        desk = self._on(2)
        whole = questions.QuestionDraft(case.words, span=(0, len(case.words)))
        drafts = questions.proposed_questions(questions.split_of(desk.session, case)) or [whole]
        kept = questions.confirm_questions(desk, case, drafts, self.told.get("preamble", ""), case.version)
        if eir := self.told.get("environmental"):
            laws = {kept[place - 1].id: "EIR" for place in eir}
            set_laws(desk, case, case.regime, laws, case.version)
        opening, late = self.told.get("opening", ""), self.told.get("late_reason", "")
        if opening or late:
            questions.say_opening(desk, case, opening, late)
        self._judge_whole(desk, case)
        for question, told in zip(kept, self.told["answers"], strict=False):
            given = self._given(told, kept)
            questions.answer_question(desk, case, question, given, question.version)
            for ground in told.get("grounds", []):
                keep_ground(desk, case, GroundDraft(**ground), [question.id])

    def _judge_whole(self, desk: Desk, case: Case) -> None:
        """What is of the request as a whole: its cost estimate (s.12), or section 14."""
        if told := self.told.get("estimate"):
            rows = [CostRowFacts(**row) for row in told["rows"]]
            draft = EstimateDraft(rows, told["sampled"], told["within_limit"], told.get("months"))
            keep_estimate(desk, case, draft, 0)
        if told := self.told.get("whole"):
            days = told.get("earlier_answered")
            answered = self._ago(days) if days else None
            draft_whole = WholeDraft(
                told["section"], told["evidence"], told.get("earlier_reference", ""), answered
            )
            keep_whole_refusal(desk, case, draft_whole, 0)

    def _others(self, case: Case) -> None:
        """Whom else it concerns; a day is so many working days after the request came."""
        kept = [question.id for question in question_store.questions_of(self.desk.session, case)]
        for told in self.told.get("consultations", []):
            draft = others.ConsultationDraft(
                who=told["who"],
                shown=told["shown"],
                contact=told.get("contact", ""),
                asked_on=self._on(told["day"]).today,
                reply_by=nth_working_day_after(self.came, told["reply_by"], self.desk.holidays),
                replied_on=self._on(told["replied"]).today if "replied" in told else None,
                view=told.get("view", ""),
                question_ids=tuple(kept[:1]),
            )
            others.keep_consultation(self.desk, case, draft)
        for told in self.told.get("referrals", []):
            sent, advised = self._on(told["day"]).today, self._on(told["advised"]).today
            advice = others.ReferralDraft(told["body"], sent, advised, told["advice"], told["followed"])
            others.keep_referral(self.desk, case, advice)
        for told in self.told.get("sisters", []):
            others.add_sister_case(self.desk, case, others.SisterDraft(**told))

    def _notify(self, case: Case) -> None:
        """The letters sent on the way to the answer, each on its day: a fees notice, an extension."""
        for told in self.told.get("notices", []):
            said = told.get("said", {})
            letter = letters.start_letter(
                self._on(told["day"]), case, letters.LetterPlan(told["kind"], said=said)
            )
            self._send(case, letter, told["day"])

    def _given(self, told: Told, kept: list[Question]) -> questions.AnswerGiven:
        """The answer as told; a number of days in a detail that wants a date becomes that day."""
        details = {name: self._dated(name, value) for name, value in told.get("details", {}).items()}
        because_of = told.get("because_of", "")
        return questions.AnswerGiven(
            outcome=told.get("outcome", ""),
            answer=told.get("answer", ""),
            details=details,
            same_as_id=kept[told["same_as"] - 1].id if "same_as" in told else None,
            because_of_id=kept[because_of - 1].id if isinstance(because_of, int) else None,
            because_of_opening=because_of == "opening_statement",
        )

    def _dated(self, name: str, value: str) -> str:
        if name not in ("estimated_date", "handed_on"):
            return value
        day, left = self.last, abs(int(value))
        while left:
            day += ONE_DAY if int(value) > 0 else -ONE_DAY
            left -= is_working_day(day, self.desk.holidays)
        return day.isoformat()

    def _write(self, case: Case) -> None:
        wanted = self.told.get("letter", "draft" if self.told.get("draft") else "")
        if not wanted:
            return
        if case.triage == "valid":
            letter = letters.start_letter(self._on(2), case, letters.LetterPlan("response"))
        else:
            letter = letter_store.letters_of(self.desk.session, case)[0]
        if wanted != "draft":
            self._send(case, letter, self.told["day"], sent=wanted == "sent")

    def _send(self, case: Case, letter: Letter, day: int, *, sent: bool = True) -> None:
        if why_unavailable():
            return
        desk = self._on(day)
        letters.issue_letter(desk, case, letter, letter.version)
        if sent:
            how, to = (
                ("email", case.requester_email) if case.requester_email else ("post", case.requester_address)
            )
            letters.record_sent(desk, case, letter, letters.Sent(desk.today, how, " ".join(to.split())))
