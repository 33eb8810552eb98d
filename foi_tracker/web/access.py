"""Who may enter which route: one table, deny by default.

A role is held in an authority. The routes of a person's role give a scope: the authorities in which
they hold one of the roles named here. Everything a view fetches goes through that scope, so that a
person who is an officer for one authority and an auditor for another changes nothing in the second.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from flask import g, session
from flask_security import current_user

from foi_tracker.models import User
from foi_tracker.store.scope import Scope

OFFICER, APPROVER, CONTRIBUTOR = "officer", "approver", "contributor"
REVIEWER, ADMINISTRATOR, AUDITOR = "reviewer", "administrator", "auditor"
ROLES = {
    OFFICER: "Officer",
    APPROVER: "Approver",
    CONTRIBUTOR: "Contributor",
    REVIEWER: "Reviewer",
    ADMINISTRATOR: "Administrator",
    AUDITOR: "Auditor (reads only)",
}


@dataclass(frozen=True)
class Rule:
    """Who may enter: everybody (`public`), or whoever holds one of the roles in some authority.

    `sets_up`: also whoever was named on the machine to set up authorities, before they have one.
    """

    roles: frozenset[str] = frozenset()
    public: bool = False
    sets_up: bool = False


PUBLIC = Rule(public=True)
ANYBODY_SIGNED_IN = Rule(frozenset(ROLES))
READS = Rule(frozenset({OFFICER, APPROVER, REVIEWER, ADMINISTRATOR, AUDITOR}))
WORKS = Rule(frozenset({OFFICER}))
LOOKS = Rule(frozenset({OFFICER, APPROVER}))  # the second look at a file
CHECKS = Rule(frozenset({OFFICER, APPROVER, REVIEWER, ADMINISTRATOR}))  # letters that others wrote
ADMINISTERS = Rule(frozenset({ADMINISTRATOR}))
SETS_UP = Rule(frozenset({ADMINISTRATOR}), sets_up=True)
SEES_REQUESTER = frozenset({OFFICER})

OPENS = "opens"
"""In the session: the authorities that the sign-in opens; None: all that the person works for."""

ACCESS: dict[str, Rule] = {
    "static": PUBLIC,
    "styles": PUBLIC,
    "about.help": PUBLIC,
    "about.accessibility": PUBLIC,
    "about.privacy": PUBLIC,
    "queue.index": READS,
    "queue.export": READS,
    "figures.month": READS,
    "check_letters.check": CHECKS,
    "check_letters.some": CHECKS,
    "check_letters.found": CHECKS,
    "check_letters.keep": WORKS,
    "check_letters.kept": WORKS,  # the names of files may say who asked
    "check_letters.export": WORKS,
    "check_letters.remove": WORKS,
    "drafting.letters": READS,
    "drafting.letter": READS,
    "drafting.paper": READS,
    "drafting.pdf": Rule(SEES_REQUESTER),
    "drafting.stylesheet": ANYBODY_SIGNED_IN,
    "drafting.font": ANYBODY_SIGNED_IN,
    "drafting.start": WORKS,
    "drafting.plan": WORKS,
    "drafting.opening": WORKS,
    "drafting.preview": WORKS,
    "drafting.pass_on": WORKS,
    "drafting.let_pass": WORKS,
    "drafting.stop_again": WORKS,
    "drafting.issue": WORKS,
    "drafting.sent": WORKS,
    "drafting.keep_back": WORKS,
    "drafting.sign": WORKS,
    "drafting.throw_away": WORKS,
    "questions.answer": WORKS,
    "questions.save": WORKS,
    "questions.preview": WORKS,
    "questions.grounds": WORKS,
    "own_lines.lines": WORKS,
    "own_lines.line": WORKS,
    "own_lines.remove": WORKS,
    "cost.estimate": WORKS,
    "cost.save": WORKS,
    "cost.preview": WORKS,
    "cost.whole": WORKS,
    "cost.close": WORKS,
    "attachments.files": READS,
    "attachments.attach_file": WORKS,
    "attachments.look": LOOKS,
    "attachments.open_file": LOOKS,
    "attachments.confirm_look": LOOKS,
    "attachments.remove_file": WORKS,
    "attachments.of_letter": WORKS,
    "signin.sign_in": PUBLIC,
    "signin.link": PUBLIC,
    "signin.sign_out": PUBLIC,
    "log_request.log": WORKS,
    "log_request.preview": WORKS,
    "cases.questions": READS,
    "cases.correspondence": READS,
    "cases.record": WORKS,
    "cases.clock": READS,
    "cases.history": READS,
    "cases.details": WORKS,
    "cases.hand_over": WORKS,
    "cases.withdraw": WORKS,
    "cases.reopen": WORKS,
    "cases.make_valid": WORKS,
    "cases.laws": WORKS,
    "clock_events.choose": WORKS,
    "clock_events.record": WORKS,
    "clock_events.correct": WORKS,
    "clock_events.remove": WORKS,
    "questions.confirm": WORKS,
    "others.others": READS,
    "others.consult": WORKS,
    "others.consultation": WORKS,
    "others.remove_consultation": WORKS,
    "others.refer": WORKS,
    "others.referral": WORKS,
    "others.remove_referral": WORKS,
    "others.add_sister": WORKS,
    "others.remove_sister": WORKS,
    "administration.index": ADMINISTERS,
    "administration.set_up": SETS_UP,
    "administration.first_letter": ADMINISTERS,
    "administration.people": ADMINISTERS,
    "administration.sign_in_link": ADMINISTERS,
    "administration.end_access": ADMINISTERS,
    "administration.settings": ADMINISTERS,
    "administration.settings_preview": ADMINISTERS,
    "administration.mark": ADMINISTERS,
    "administration.corrections": ADMINISTERS,
    "wordings.wordings": READS,
    "wordings.wording": READS,
    "wordings.save": ADMINISTERS,
    "wordings.preview": ADMINISTERS,
    "wordings.default": ADMINISTERS,
    "wordings.keep": ADMINISTERS,
    "wordings.version": READS,
    "wordings.restore": ADMINISTERS,
    "administration.closures": ADMINISTERS,
    "administration.remove_closure": ADMINISTERS,
}


def scope_of(user: User, roles: frozenset[str]) -> Scope:
    """The authorities in which the person signed in holds one of the roles, of those their sign-in opens."""
    held = frozenset(m.authority_id for m in user.memberships if m.role in roles)
    return Scope(held if opens_all() else held.intersection(session.get(OPENS, ())))


def opens_all() -> bool:
    """Whether the sign-in opens all that the person does: with their password, or the machine's link."""
    return OPENS in session and session[OPENS] is None


def open_also(opened: Collection[int] | None) -> None:
    """Let the sign-in open these authorities too; None: every one."""
    if opened is None or opens_all():
        session[OPENS] = None
    else:
        session[OPENS] = sorted({*session.get(OPENS, ()), *opened})


def may(endpoint: str, authority_id: int) -> bool:
    """Whether the person signed in may enter the route for this authority: for showing a link or not."""
    rule = ACCESS[endpoint]
    return rule.public or authority_id in scope_of(current_user, rule.roles).authority_ids


def may_see_requester(authority_id: int) -> bool:
    """Whether the person signed in may see who asked (requests are answered applicant-blind)."""
    return authority_id in scope_of(current_user, SEES_REQUESTER).authority_ids


def scope() -> Scope:
    """The scope that the route's rule gives the person signed in."""
    found: Scope = g.scope
    return found
