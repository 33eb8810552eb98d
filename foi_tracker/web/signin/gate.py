"""The gate at every route: the access table, asked before anything else."""

from __future__ import annotations

from flask import abort, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from flask_security.utils import logout_user

from foi_tracker.web.access import ACCESS, OPENS, opens_all, scope_of
from foi_tracker.web.signin.carry import page_to_sign_in_and_carry

HOME = "queue.index"


def enter() -> ResponseReturnValue | None:
    """Let the person in, ask them to sign in, or refuse.

    A form posted after the session has ended is not lost: the sign-in page carries its fields.
    """
    if request.endpoint is None:
        return None  # no such address: Flask answers 404
    rule = ACCESS.get(request.endpoint)
    if rule is None:
        abort(403)
    if rule.public:
        return None
    if current_user.is_authenticated and OPENS not in session:
        logout_user()  # signed in by an earlier version, which did not say what that opens
    if not current_user.is_authenticated:
        if request.method == "POST":
            return page_to_sign_in_and_carry()
        return redirect(url_for("signin.sign_in", next=request.full_path.rstrip("?")))
    g.scope = scope_of(current_user, rule.roles)
    may_set_up = current_user.sets_up and opens_all()
    if g.scope.authority_ids or (rule.sets_up and may_set_up):
        return None
    if not (request.endpoint == HOME and may_set_up and not current_user.memberships):
        abort(403)
    return redirect(url_for("administration.set_up"))
