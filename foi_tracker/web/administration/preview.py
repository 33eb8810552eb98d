"""The letter beside the settings: one of the authority's own, or a made-up one."""

from __future__ import annotations

from flask import request, url_for
from flask_wtf import FlaskForm

from foi_tracker.casework.sample_letters import SAMPLES
from foi_tracker.casework.settings import AuthoritySettings
from foi_tracker.casework.settings_preview import letter_in, sample_in
from foi_tracker.extensions import db
from foi_tracker.files.logos import Logo, data_address
from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters.kinds import KIND_LABELS, Kind
from foi_tracker.letters.render import preview_html
from foi_tracker.models import Authority, Case, Letter
from foi_tracker.store import cases as case_store
from foi_tracker.store import letters as letter_store
from foi_tracker.web.access import may_see_requester, scope
from foi_tracker.web.addresses import id_of
from foi_tracker.web.blind import blind_facts
from foi_tracker.web.desk import desk
from foi_tracker.web.headers import csp_nonce
from foi_tracker.web.widgets import Select, as_choices

MOST_LETTERS = 5  # answers, and as many others


class ShowForm(FlaskForm):
    """Which letter to show."""

    show = Select("Which letter?")

    @classmethod
    def for_authority(cls, authority: Authority) -> ShowForm:
        """The authority's newest letters and the made-up ones, with the one in sight chosen."""
        form = cls(formdata=None)
        own = [
            (str(letter.id), f"{KIND_LABELS[Kind(letter.kind)]} of {case.reference}")
            for letter, case in letter_store.newest_letters(db.session, authority, MOST_LETTERS)
        ]
        form.show.choices = as_choices([*own, *SAMPLES.items()])
        form.show.data = _wanted(authority)
        return form


def _wanted(authority: Authority) -> str:
    """The letter asked for; else the authority's newest, an answer if there is one; else a made-up one."""
    asked = request.values.get("show", "")
    own = [str(each.id) for each, _ in letter_store.newest_letters(db.session, authority, MOST_LETTERS)]
    if asked in (*own, *SAMPLES):
        return asked
    return next(iter(own), "response")


def _own(authority: Authority, letter_id: int) -> tuple[Letter, Case] | None:
    for letter, case in letter_store.newest_letters(db.session, authority, MOST_LETTERS):
        if letter.id == letter_id:
            return letter, case_store.get_case(db.session, scope(), case.id)
    return None


def preview(authority: Authority, settings: AuthoritySettings, logo: Logo | None) -> str:
    """The letter that is shown, with these settings, as a page for a frame."""
    wanted = _wanted(authority)
    own = _own(authority, id_of(wanted))
    if own:
        facts = _own_facts(*own, settings)
        return drawn(facts, picture_of(authority, settings, logo))
    facts = sample_in(desk(), authority, settings, wanted)
    return drawn(facts, picture_of(authority, settings, logo), made_up=True)


def _own_facts(letter: Letter, case: Case, settings: AuthoritySettings) -> LetterFacts:
    facts = letter_in(desk(), case, letter, settings)
    return facts if may_see_requester(case.authority_id) else blind_facts(case, facts)


def drawn(facts: LetterFacts, picture: str, *, made_up: bool = False) -> str:
    """The letter as a page for a frame within a page of ours."""
    return preview_html(
        facts,
        stylesheet=url_for("drafting.stylesheet"),
        nonce=csp_nonce(),
        draft=False,
        logo=picture,
        made_up=made_up,
    )


def picture_of(authority: Authority, settings: AuthoritySettings, logo: Logo | None) -> str:
    """The logo's own address: of the one just chosen, or of the one that is kept; "" for none."""
    if logo is not None:
        return logo.data_address
    if not settings.logo_sha256:
        return ""
    return data_address(desk().files.get(authority.id, settings.logo_sha256), settings.logo_type)
