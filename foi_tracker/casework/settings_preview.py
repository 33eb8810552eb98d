"""How a letter would look with other settings, before they are kept. Nothing is written."""

from __future__ import annotations

from dataclasses import replace

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.letter_facts import authority_facts, letter_facts, lines
from foi_tracker.casework.letters import DRAFT
from foi_tracker.casework.sample_letters import sample_letter
from foi_tracker.casework.settings import AuthoritySettings, example_reference
from foi_tracker.law.notices.facts import AuthorityFacts, LetterFacts
from foi_tracker.law.regulator import RegulatorFacts, in_force
from foi_tracker.letters.facts import from_json
from foi_tracker.models import Authority, Case, Letter
from foi_tracker.store import wordings as wording_store


def sample_in(desk: Desk, authority: Authority, settings: AuthoritySettings, which: str) -> LetterFacts:
    """One of the made-up letters, with these settings."""
    made = sample_letter(
        desk,
        which,
        _dressed(authority, settings),
        layout=settings.layout,
        reference=example_reference(desk, authority, settings.reference_pattern),
        regulator=_regulator(settings, desk),
    )
    return replace(made, wordings=wording_store.words_of(desk.session, authority.id))


def letter_in(desk: Desk, case: Case, letter: Letter, settings: AuthoritySettings) -> LetterFacts:
    """A letter of the authority as it stands, or as it was issued, with these settings in their place."""
    facts = letter_facts(desk, case, letter) if letter.state == DRAFT else from_json(letter.facts or {})
    dressed = _dressed(case.authority, settings)
    if letter.signatory_id:  # chosen for this letter alone
        signs = facts.authority
        dressed = replace(dressed, signatory_name=signs.signatory_name, signatory_role=signs.signatory_role)
    return replace(
        facts,
        authority=dressed,
        layout=settings.layout,
        regulator=_regulator(settings, desk),
        large_print=case.large_print or settings.large_print_for_all,
    )


def _dressed(authority: Authority, settings: AuthoritySettings) -> AuthorityFacts:
    # An authority that is never added to the session: it lends its settings to the facts.
    return authority_facts(Authority(**settings.columns(), is_sample=authority.is_sample))


def _regulator(settings: AuthoritySettings, desk: Desk) -> RegulatorFacts:
    return in_force(desk.today, settings.regulator_changed_on, lines(settings.regulator_address))
