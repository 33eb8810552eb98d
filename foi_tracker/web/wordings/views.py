"""Read the standard paragraphs, change one and see it in a letter, go back, look at a new default."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foi_tracker.casework import wordings as casework
from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.wording_examples import (
    LOOKED_IN,
    Example,
    Found,
    example_in,
    example_named,
    examples,
)
from foi_tracker.casework.wordings import Standing
from foi_tracker.extensions import db
from foi_tracker.letters.standard import GROUPS
from foi_tracker.models import Authority
from foi_tracker.store import authorities as authority_store
from foi_tracker.store import cases as case_store
from foi_tracker.store import wordings as wording_store
from foi_tracker.web.access import may, scope
from foi_tracker.web.desk import desk
from foi_tracker.web.provision_words import in_words
from foi_tracker.web.widgets import as_choices, one_line, plain_text
from foi_tracker.web.wordings import present
from foi_tracker.web.wordings.difference import difference
from foi_tracker.web.wordings.forms import PREVIEW, ActForm, WordingForm

room = Blueprint("wordings", __name__)
ADDRESS = "/authorities/<int:authority_id>/wordings"
ONE = f"{ADDRESS}/<key>"


@dataclass(frozen=True)
class At:
    """A paragraph of an authority, as an address names it."""

    authority: Authority
    standing: Standing

    @property
    def key(self) -> str:
        """Of the wording."""
        return self.standing.wording.key

    @property
    def address(self) -> str:
        """Of its page."""
        return url_for("wordings.wording", authority_id=self.authority.id, key=self.key)


def _authority(authority_id: int) -> Authority:
    return authority_store.get_authority(db.session, scope(), authority_id)


def _at(authority_id: int, key: str) -> At:
    authority = _authority(authority_id)
    return At(authority, casework.standing(desk(), authority, key))


@room.get(ADDRESS)
def wordings(authority_id: int) -> ResponseReturnValue:
    """Every paragraph by its group, those that were edited, and those with a new default to look at."""
    authority = _authority(authority_id)
    standings = casework.standings(desk(), authority)
    letters = one_line(request.args.get("find", "")) or ""
    group = request.args.get("group", "" if letters else next(iter(GROUPS)))
    group = group if group in (*GROUPS, present.EDITED) else ""
    counts = {name: len(present.matching(standings, name, "")) for name in (*GROUPS, present.EDITED)}
    return render_template(
        "pages/wordings/wordings.html",
        authority=authority,
        groups={**GROUPS, present.EDITED: "Edited"},
        counts=counts,
        group=group,
        letters=letters,
        found=present.matching(standings, group, letters),
        in_the_list=present.in_the_list,
        offers=[each for each in standings if each.offer is not None],
        retired=casework.retired(desk(), authority),
        unprintable=[each for each in standings if each.unprintable],
        changes=may("wordings.save", authority.id),
    )


@room.get(ONE)
def wording(authority_id: int, key: str) -> ResponseReturnValue:
    """One paragraph: what it is for, its words, how they read, and every version."""
    at = _at(authority_id, key)
    form = WordingForm(formdata=None, version=at.standing.number, text=at.standing.text)
    return _page(at, form)


@room.post(ONE)
def save(authority_id: int, key: str) -> ResponseReturnValue:
    """Put other words in force; or only show how they would read."""
    at = _at(authority_id, key)
    form = WordingForm()
    if PREVIEW in request.form:
        return _page(at, form)
    if form.validate_on_submit():
        try:
            changed = casework.change_wording(
                desk(), at.authority, key, form.text.data or "", form.version_number()
            )
        except NotAllowed as refusal:
            form.text.errors = str(refusal).split("\n")
        else:
            flash(_said(changed is not None, "It is saved. Drafts say it from now on."))
            return redirect(at.address, 303)
    return _page(at, form), 422


@room.post(f"{ONE}/preview")
def preview(authority_id: int, key: str) -> ResponseReturnValue:
    """How the words typed would read: a piece of the page. Nothing is written."""
    at = _at(authority_id, key)
    text = plain_text(request.form.get("text")) or ""
    chosen, none = _typed(at, one_line(request.form.get("reference")) or "")
    if not (chosen or none):
        chosen = example_named(desk(), at.authority, request.form.get("example", ""))
    reading = present.reading(at.standing.wording, text, chosen, none)
    html = render_template("pages/wordings/_reading.html", reading=reading)
    return Response(html, mimetype="text/plain")


@room.post(f"{ONE}/default")
def default(authority_id: int, key: str) -> ResponseReturnValue:
    """Go back to the default, or take a new one."""
    at = _at(authority_id, key)
    changed = casework.back_to_default(desk(), at.authority, key, ActForm().version_number())
    flash(_said(changed is not None, "Letters say the default again."))
    return redirect(at.address, 303)


@room.post(f"{ONE}/keep")
def keep(authority_id: int, key: str) -> ResponseReturnValue:
    """Keep our words, and not the new default that is offered."""
    at = _at(authority_id, key)
    casework.keep_ours(desk(), at.authority, key, ActForm().version_number())
    flash("Our words are kept. The new default is not offered again.")
    return redirect(at.address, 303)


@room.get(f"{ONE}/versions/<int:number>")
def version(authority_id: int, key: str, number: int) -> ResponseReturnValue:
    """One version, and what it changed."""
    at = _at(authority_id, key)
    versions = wording_store.versions_of(db.session, at.authority, key)
    wording_store.get_version(db.session, at.authority, key, number)  # not there: 404
    shown = next(each for each in present.versions_shown(versions) if each.number == number)
    today = at.standing.wording.text
    return render_template(
        "pages/wordings/version.html",
        authority=at.authority,
        standing=at.standing,
        wording=at.standing.wording,
        version=shown,
        since=difference(shown.text, today) if shown.is_default and shown.text != today else [],
        act=ActForm(formdata=None, version=at.standing.number),
        restores=may("wordings.restore", at.authority.id) and number != at.standing.number,
    )


@room.post(f"{ONE}/versions/<int:number>/restore")
def restore(authority_id: int, key: str, number: int) -> ResponseReturnValue:
    """Put the words of an older version in force again. Where that cannot be, they stand in the box."""
    at = _at(authority_id, key)
    sent = ActForm().version_number()
    try:
        changed = casework.restore_version(desk(), at.authority, key, number, sent)
    except NotAllowed as refusal:
        older = wording_store.get_version(db.session, at.authority, key, number)
        form = WordingForm(formdata=None, version=at.standing.number, text=older.words)
        form.text.errors = str(refusal).split("\n")
        return _page(at, form), 422
    flash(_said(changed is not None, f"The words of version {number} are in force again."))
    return redirect(at.address, 303)


def _said(changed: bool, words: str) -> str:
    return words if changed else "Nothing was changed."


def _page(at: At, form: WordingForm) -> str:
    standing, wording = at.standing, at.standing.wording
    found = examples(desk(), at.authority, at.key)
    chosen, none = _typed(at, form.reference.data or "")
    if not (chosen or none):
        chosen, none = _chosen(found, at.authority, str(form.example.data or "")), _none(found)
    form.example.choices = as_choices([(each.name, each.says) for each in found.examples])
    form.example.data = chosen.name if chosen else ""
    offer = standing.offer
    versions = present.versions_shown(wording_store.versions_of(db.session, at.authority, at.key))
    return render_template(
        "pages/wordings/wording.html",
        authority=at.authority,
        standing=standing,
        wording=wording,
        group=GROUPS[wording.group],
        printed_in=present.printed_in(wording),
        provision=in_words(wording.provision),
        form=form,
        rows=min(16, 3 + len(form.text.data or "") // 60),
        act=ActForm(formdata=None, version=standing.number),
        reading=present.reading(wording, form.text.data or "", chosen, none),
        offered=difference(offer, wording.text) if offer is not None else [],
        ours=difference(wording.text, standing.own) if standing.own is not None else [],
        versions=versions[::-1],
        changes=may("wordings.save", at.authority.id),
    )


def _chosen(found: Found, authority: Authority, name: str) -> Example | None:
    named = next((each for each in found.examples if each.name == name), None)
    return named or example_named(desk(), authority, name) or next(iter(found.examples), None)


def _none(found: Found) -> str:
    """Why there is no letter to show it in, as far as they were looked into."""
    if found.looked_at_all:
        return "No letter of yours says it yet."
    return (
        f"The newest {LOOKED_IN} letters and answers that were looked into do not say it, but others may. "
        "Enter the reference of a request that does."
    )


def _typed(at: At, reference: str) -> tuple[Example | None, str]:
    """The request whose reference was typed, where it says it; or why it is not shown. "" for none typed."""
    if not reference:
        return None, ""
    cases = case_store.by_reference(db.session, scope(), reference)
    case = next((each for each in cases if each.authority_id == at.authority.id), None)
    if case is None:
        return None, f"There is no request {reference}."
    found = example_in(desk(), case, at.key)
    return found, "" if found else f"No letter or answer of {reference} says it."
