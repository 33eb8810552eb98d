"""What stands beside a request's tabs: who asked, what it is, what else can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_security import current_user
from markupsafe import Markup

from foi_tracker.casework.reopening import may_reopen
from foi_tracker.extensions import db
from foi_tracker.law.lifecycle import Stage
from foi_tracker.law.outcomes import NOT_VALID
from foi_tracker.models import Case
from foi_tracker.store import cases as case_store
from foi_tracker.store import others as other_store
from foi_tracker.web.access import ANYBODY_SIGNED_IN, may_see_requester, scope_of
from foi_tracker.web.blind import blinded
from foi_tracker.web.cases.conversation import by
from foi_tracker.web.cases.happenings import to_day_of_receipt
from foi_tracker.web.date_words import say_date
from foi_tracker.web.desk import desk
from foi_tracker.web.links import link_to
from foi_tracker.web.log_request.forms import LANGUAGES
from foi_tracker.web.others.present import Beside, beside

LAWS = {"FOIA": "Freedom of Information Act", "EIR": "Environmental Information Regulations"}
SPECIAL_TIMES = {
    "archive": "A transferred public record: 30 working days",
    "forces_or_overseas": "Armed forces, or held abroad: up to 60 working days",
}


@dataclass(frozen=True)
class Act:
    """One of the rarer things to do."""

    text: str
    href: str
    letter: str = ""  # the kind of letter that it begins, by a post


@dataclass(frozen=True)
class Aside:
    """Facts as (term, value) pairs; a value may be markup."""

    requester: Sequence[tuple[str, str | Markup]]
    change: str
    request: Sequence[tuple[str, str | Markup]]
    received: str  # where the day of receipt is corrected
    laws: str
    hand_over: str
    officer: str
    others: Beside | None
    acts: Sequence[Act]


def aside_of(case: Case) -> Aside:
    """The aside as the person signed in may see it."""
    return Aside(
        requester=_requester(case),
        change=_to("cases.details", case),
        request=_request(case),
        received=to_day_of_receipt(case),
        laws=_to("cases.laws", case),
        hand_over=_to("cases.hand_over", case),
        officer=_officer(case),
        others=_others(case),
        acts=_acts(case),
    )


def _to(endpoint: str, case: Case) -> str:
    return link_to(endpoint, case.authority_id, case_id=case.id)


def _requester(case: Case) -> list[tuple[str, str | Markup]]:
    wanted = [case.form_wanted, "Large print" if case.large_print else "", case.adjustment]
    if case.language not in ("", "en-GB"):
        wanted.append(dict(LANGUAGES).get(case.language, case.language))
    how = Markup("<br>").join(blinded(case, f"{wish[:1].upper()}{wish[1:]}") for wish in wanted if wish)
    if not may_see_requester(case.authority_id):
        return [("Name", "Hidden from you"), *([("How they want it", how)] if how else [])]
    reply = [case.requester_email, *case.requester_address.splitlines()]
    pairs: list[tuple[str, str | Markup]] = [
        ("Name", case.requester_name or "Not given"),
        ("Organisation", case.requester_organisation),
        ("Reply to", Markup("<br>").join(line for line in reply if line.strip()) or "Not given"),
        ("Their reference", case.their_reference),
        ("How they want it", how),
    ]
    return [pair for pair in pairs if pair[1]]


def _request(case: Case) -> list[tuple[str, str | Markup]]:
    first = case_store.words_came_on(case, case_store.clock_events(db.session, case))
    came = f"{say_date(first)}, {by(case.channel)}"
    if case.received_time:
        came += f", {case.received_time}"
    pairs: list[tuple[str, str | Markup]] = [("Came", came), ("Law", LAWS.get(case.regime, case.regime))]
    if first != case.received_on:  # something was missing: the day of receipt is the day on which that came
        pairs[:1] = [("First came", came), ("Came", f"{say_date(case.received_on)}, when it was complete")]
    if case.special_time:
        pairs.append(("Its own time", SPECIAL_TIMES[case.special_time]))
    if case.triage in NOT_VALID:
        pairs.append(("Not valid", NOT_VALID[case.triage].label))
    if len(scope_of(current_user, ANYBODY_SIGNED_IN.roles).authority_ids) > 1:
        pairs.append(("Authority", case.authority.name))
    return pairs


def _others(case: Case) -> Beside | None:
    return beside(
        case,
        other_store.consultations_of(db.session, case),
        other_store.referrals_of(db.session, case),
        other_store.sister_cases_of(db.session, case),
        desk().today,
    )


def _officer(case: Case) -> str:
    if case.officer is None:
        return "Nobody yet"
    return "You" if case.officer_id == current_user.id else case.officer.name


def _acts(case: Case) -> list[Act]:
    """What else an officer may do now. Something said is recorded at any time, even after the answer."""
    is_open = case.closed_on is None
    acts = []
    if is_open and case.stage != Stage.NOT_VALID:
        acts.append(Act("Ask what they mean", _to("drafting.start", case), letter="clarification"))
    if case.triage == "valid":
        acts.append(Act("Files to send", _to("attachments.files", case)))
        if case.regime != "EIR":  # sections 12 and 14 are the Act's alone
            acts.append(Act("Cost estimate", _to("cost.estimate", case)))
            acts.append(Act("Refuse the whole request (section 14)", _to("cost.whole", case)))
        acts.append(Act("Other people: ask, refer, compare", _to("others.others", case)))
    if record := _to("cases.record", case):
        acts.append(Act("Record something that was said", f"{record}#record"))
    if is_open and case.questions_confirmed:
        acts.append(Act("Change the questions", _to("questions.confirm", case)))
        acts.append(Act("Record that they withdrew it", _to("cases.withdraw", case)))
    if case.triage != "valid":
        acts.append(Act("It is a valid request after all", _to("cases.make_valid", case)))
    if may_reopen(case):
        acts.append(Act("Open it again", _to("cases.reopen", case)))
    return [act for act in acts if act.href]
