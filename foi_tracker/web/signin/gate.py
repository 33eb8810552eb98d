"""The gate at every route: the access table, asked before anything else."""

from __future__ import annotations

from flask import abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user

from foi_tracker.web.access import ACCESS, scope_of
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
    if not current_user.is_authenticated:
        if request.method == "POST":
            return page_to_sign_in_and_carry()
        return redirect(url_for("signin.sign_in", next=request.full_path.rstrip("?")))
    g.scope = scope_of(current_user, rule.roles)
    if g.scope.authority_ids or (rule.sets_up and current_user.sets_up):
        return None
    if not (request.endpoint == HOME and current_user.sets_up and not current_user.memberships):
        abort(403)
    return redirect(url_for("administration.set_up"))
