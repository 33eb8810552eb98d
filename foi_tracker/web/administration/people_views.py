"""Who works for an authority: add somebody, change what they do, end it, make a link that signs them in."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import people as casework
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.extensions import db
from foi_tracker.models import Authority, User
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import people as people_store
from foi_tracker.web.access import ROLES, scope
from foi_tracker.web.addresses import id_of
from foi_tracker.web.administration.people_form import PersonForm
from foi_tracker.web.administration.room import room
from foi_tracker.web.desk import desk


@room.route("/authorities/<int:authority_id>/people", methods=["GET", "POST"])
def people(authority_id: int) -> ResponseReturnValue:
    """Everybody who works here, and the form to add somebody or to change what they do."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    form = _form(authority)
    if form.validate_on_submit():
        try:
            user = casework.let_work(
                desk(), authority, form.email.data or "", form.name.data or "", form.roles.data or []
            )
        except NotAllowed as refusal:
            form.roles.errors = [str(refusal)]
        else:
            flash(f"Saved what {user.name} does.")
            return redirect(url_for("administration.people", authority_id=authority.id))
    return _page(authority, form), 422 if request.method == "POST" else 200


def _form(authority: Authority) -> PersonForm:
    """Empty, or filled with the person whose link “Change” was followed."""
    changing = id_of(request.args.get("change", "")) if request.method == "GET" else 0
    if not changing:
        return PersonForm()
    user = people_store.get_person(db.session, authority, changing)
    return PersonForm(email=user.email, name=user.name, roles=_roles(authority, user))


def _roles(authority: Authority, user: User) -> list[str]:
    held = {each.role for each in user.memberships if each.authority_id == authority.id}
    return [code for code in ROLES if code in held]


def _page(authority: Authority, form: PersonForm, made: tuple[User, str] | None = None) -> str:
    found = people_store.people_of_authority(db.session, authority)
    rows = [
        {
            "id": user.id,
            "name": user.name,
            "email": user.email,
            "does": ", ".join(ROLES[code] for code in _roles(authority, user)),
        }
        for user in found
    ]
    address = url_for("signin.link", token=made[1], _external=True) if made else ""
    works_for = {each.authority_id for each in made[0].memberships} if made else set()
    ours = authority_store.authorities(db.session, scope())
    return render_template(
        "pages/administration/people.html",
        authority=authority,
        form=form,
        people=rows,
        link=address,
        whose=made[0].name if made else "",
        opens=[each.name for each in ours if each.id in works_for],
    )


@room.post("/authorities/<int:authority_id>/people/<int:user_id>/link")
def sign_in_link(authority_id: int, user_id: int) -> ResponseReturnValue:
    """Make a link that signs the person in once, for what is administered from here; show it this once."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    user = people_store.get_person(db.session, authority, user_id)
    token = casework.make_link(desk(), user, opens=scope())
    return _page(authority, PersonForm(formdata=None), (user, token))


@room.post("/authorities/<int:authority_id>/people/<int:user_id>/end")
def end_access(authority_id: int, user_id: int) -> ResponseReturnValue:
    """End everything that the person does here."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    user = people_store.get_person(db.session, authority, user_id)
    casework.end_access(desk(), authority, user)
    flash(f"{user.name} no longer works here. What they did stays on the record.")
    still = any(each.authority_id == authority.id for each in user.memberships)
    leaves = not still and user.id == desk().actor.user_id
    return redirect(
        url_for("queue.index") if leaves else url_for("administration.people", authority_id=authority.id)
    )
