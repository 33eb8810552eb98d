"""All the settings of one authority on one page, with a letter beside them that follows what is typed."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import settings as casework
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.references import period
from foi_tracker.casework.settings import MOVE_CASES, AuthoritySettings, SettingsChange
from foi_tracker.extensions import db
from foi_tracker.files.logos import Logo
from foi_tracker.law.notices.remedies import SLOWEST_REVIEW
from foi_tracker.law.regulator import in_force
from foi_tracker.letters.assets import SCHEME, legible, marks, nearest_legible, read
from foi_tracker.models import Authority
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import questions as question_store
from foi_tracker.web.access import scope
from foi_tracker.web.administration.choices import colour_words, kind_words
from foi_tracker.web.administration.forms import SettingsForm, form_of
from foi_tracker.web.administration.logo_field import carry, chosen_logo
from foi_tracker.web.administration.moved_words import moved_words
from foi_tracker.web.administration.preview import ShowForm, picture_of, preview
from foi_tracker.web.administration.room import room
from foi_tracker.web.desk import desk, today

ACCENT = "accent"


@room.route("/authorities/<int:authority_id>/settings", methods=["GET", "POST"])
def settings(authority_id: int) -> ResponseReturnValue:
    """The settings; saved, or with a button looked at in a letter before they are."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    present = casework.settings_of(desk(), authority)
    form = form_of(present, authority.version)
    if request.method == "GET":
        return _page(authority, form, present, None)
    if request.form.get("use_colour"):
        form.accent.data = legible(request.form["use_colour"])
    logo = _checked(form, authority)
    if not form.errors and not {"preview", "use_colour"} & request.form.keys():
        try:
            changed = casework.change_settings(
                desk(),
                authority,
                form.settings(present, logo),
                form.version_number(),
                form.last(),
                logo.content if logo else b"",
            )
        except NotAllowed as error:
            form.last_number.errors = [str(error)]
        else:
            flash(_said(changed))
            return redirect(url_for("administration.settings", authority_id=authority.id))
    return _page(authority, form, present, logo), 422 if form.errors else 200


@room.post("/authorities/<int:authority_id>/settings/preview")
def settings_preview(authority_id: int) -> ResponseReturnValue:
    """The letter, and what the page says of some settings, as typed so far. Nothing is written."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    present = casework.settings_of(desk(), authority)
    form = form_of(present, authority.version)
    logo = _checked(form, authority)
    typed = form.as_far_as_sound(present, logo)
    return jsonify(letter=preview(authority, typed, logo), says=_says(authority, form, typed))


def _checked(form: SettingsForm, authority: Authority) -> Logo | None:
    """Find every error there is in what was posted; the logo that came with it."""
    form.validate()
    form.holds_together(authority.regulator_address, today())
    logo = chosen_logo(form)
    carry(form, logo)
    return logo


def _said(change: SettingsChange) -> str:
    if not change.names:
        return "Nothing was changed."
    said = ["The settings are saved."]
    if "corrections_kept" in change.names:
        said.append("The corrections that were kept are deleted.")
    if MOVE_CASES & set(change.names):
        said.append(moved_words(change.moved))
    return " ".join(said)


def _says(authority: Authority, form: SettingsForm, typed: AuthoritySettings) -> dict[str, str]:
    """What the page says beside a setting, by its name."""
    example = casework.example_reference(desk(), authority, typed.reference_pattern)
    return {
        "kind": kind_words(typed.kind),
        ACCENT: colour_words(form.accent.data or ""),
        "reference_pattern": f"A request that came today would be {example}.",
    }


def _page(authority: Authority, form: SettingsForm, present: AuthoritySettings, logo: Logo | None) -> str:
    typed = form.as_far_as_sound(present, logo)
    days = form.review_working_days.data or ""
    words: dict[str, Any] = {
        "says": _says(authority, form, typed),
        "nearest": nearest_legible(form.accent.data or "") if _is_pale(form) else "",
        "last_number": casework.last_number(desk(), authority, typed.reference_pattern),
        "period": period(typed.reference_pattern, today()),
        "slow_review": days.isdecimal() and int(days[:6]) > SLOWEST_REVIEW,
        "slowest": SLOWEST_REVIEW,
        "regulator": in_force(today(), authority.regulator_changed_on),
        "kept": question_store.count_splits(db.session, authority),
    }
    return render_template(
        "pages/administration/settings.html",
        authority=authority,
        form=form,
        show=ShowForm.for_authority(authority),
        letter=preview(authority, typed, logo),
        picture=picture_of(authority, typed, logo),
        marks=marks(),
        **words,
    )


def _is_pale(form: SettingsForm) -> bool:
    return any("too pale" in str(error) for error in form.accent.errors)


@room.get("/authorities/<int:authority_id>/marks/<name>.svg")
def mark(authority_id: int, name: str) -> ResponseReturnValue:
    """One of the bundled marks in the authority's colour."""
    authority = authority_store.get_authority(db.session, scope(), authority_id)
    if name not in marks():
        abort(404)
    drawn, media_type = read(f"{SCHEME}marks/{name}.svg?{authority.accent.removeprefix('#')}")
    return Response(drawn, mimetype=media_type)
