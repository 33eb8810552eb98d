"""The form that says who signs a letter."""

from __future__ import annotations

from foi_tracker.extensions import db
from foi_tracker.models import Case, Letter
from foi_tracker.store.authorities import signatories
from foi_tracker.web.version_form import VersionForm
from foi_tracker.web.widgets import Select, as_choices


class SignForm(VersionForm):
    """One of the authority's signatories."""

    signatory = Select("Who signs it?", choices=[])


def sign_form(case: Case, letter: Letter) -> SignForm | None:
    """The form for this letter; None where nobody but the usual signatory may sign."""
    others = signatories(db.session, case.authority)
    if not others:
        return None
    usual = _called(case.authority.signatory_name, case.authority.signatory_role)
    form = SignForm(formdata=None, version=letter.version, signatory=str(letter.signatory_id or ""))
    form.signatory.choices = as_choices(
        [
            ("", usual or "Whoever usually does"),
            *((str(each.id), _called(each.name, each.role)) for each in others),
        ]
    )
    return form


def _called(name: str, role: str) -> str:
    return ", ".join(filter(None, (name, role)))
