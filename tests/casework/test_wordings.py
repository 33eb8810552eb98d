"""Standard paragraphs that an authority makes its own: changed, kept, taken back, never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from foi_tracker.casework import letters as letter_work
from foi_tracker.casework import wordings as casework
from foi_tracker.casework.desk import Actor, ChangedMeanwhile, Desk, NotAllowed
from foi_tracker.casework.letters import LetterPlan
from foi_tracker.casework.wordings import standing
from foi_tracker.letters.standard import WORDINGS
from foi_tracker.models import AuditEntry, Authority, WordingVersion
from foi_tracker.store import wordings as wording_store
from foi_tracker.store.scope import NotFound, Scope
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import confirmed_case
from tests.factories.sent_letters import answer_all, issued
from tests.letters.pdf_reader import read

KEY = "always.thanks"
OURS = "We are grateful for your letter of {received}."


@pytest.fixture
def actions(desk: Desk, authority: Authority) -> Callable[[], list[str]]:
    """What the audit says was done to wordings, in order."""

    def told() -> list[str]:
        entries = desk.session.query(AuditEntry).filter(AuditEntry.authority_id == authority.id)
        return [each.action for each in entries.order_by(AuditEntry.number) if "wording" in each.action]

    return told


def offered(desk: Desk, authority: Authority, key: str = KEY) -> None:
    """An authority's own words, written before an upgrade brought another default."""
    casework.change_wording(desk, authority, key, OURS, 0)
    version = wording_store.get_version(desk.session, authority, key, 1)
    version.default_text = "Thank you for what you sent on {received}."
    desk.session.flush()


def test_a_changed_wording_is_in_force_and_the_audit_says_what_it_was(
    desk: Desk, authority: Authority, actions: Callable[[], list[str]]
) -> None:
    version = casework.change_wording(desk, authority, KEY, f"  {OURS}\r\n", 0)
    assert version is not None
    assert (version.number, version.text, version.written_by) == (1, OURS, "Sam Officer")
    assert version.default_text == WORDINGS[KEY].text
    assert wording_store.words_of(desk.session, authority.id) == {KEY: OURS}
    assert actions() == ["wording_changed"]


def test_the_same_words_again_write_nothing(
    desk: Desk, authority: Authority, actions: Callable[[], list[str]]
) -> None:
    assert casework.change_wording(desk, authority, KEY, WORDINGS[KEY].text, 0) is None
    casework.change_wording(desk, authority, KEY, OURS, 0)
    assert casework.change_wording(desk, authority, KEY, OURS, 1) is None
    assert casework.back_to_default(desk, authority, "always.close", 0) is None
    assert actions() == ["wording_changed"]


def test_typing_the_default_out_is_going_back_to_it(desk: Desk, authority: Authority) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    casework.change_wording(desk, authority, KEY, WORDINGS[KEY].text, 1)
    now = standing(desk, authority, KEY)
    assert (now.number, now.own, now.text) == (2, None, WORDINGS[KEY].text)
    assert wording_store.words_of(desk.session, authority.id) == {}


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, authority: casework.change_wording(desk, authority, KEY, "Thanks.", 0),
        lambda desk, authority: casework.back_to_default(desk, authority, KEY, 0),
        lambda desk, authority: casework.keep_ours(desk, authority, KEY, 0),
        lambda desk, authority: casework.restore_version(desk, authority, KEY, 1, 0),
    ],
)
def test_whoever_read_an_older_version_is_told_and_overwrites_nothing(
    act: Callable[[Desk, Authority], object], desk: Desk, authority: Authority
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    with pytest.raises(ChangedMeanwhile):
        act(desk, authority)
    assert standing(desk, authority, KEY).text == OURS


def test_of_two_who_write_the_same_number_the_second_is_told(desk: Desk, authority: Authority) -> None:
    before = standing(desk, authority, KEY)
    casework.change_wording(desk, authority, KEY, OURS, 0)
    with pytest.raises(ChangedMeanwhile):
        casework._write(desk, authority, before, "Thanks.")
    assert standing(desk, authority, KEY).text == OURS


@pytest.mark.parametrize(
    ("key", "words", "said"),
    [
        ("always.regulator", "You can complain to {regulator}. {right_of_apeal}", "{right_of_appeal}?"),
        ("outcome.not_held", "Sorry, no.", "Keep {we_do_not_hold_this}"),
        (KEY, "   ", "Write what the letter should say"),
    ],
)
def test_words_that_a_letter_may_not_say_are_refused_at_the_field(
    key: str, words: str, said: str, desk: Desk, authority: Authority, actions: Callable[[], list[str]]
) -> None:
    with pytest.raises(NotAllowed, match=r".") as refused:
        casework.change_wording(desk, authority, key, words, 0)
    assert refused.value.field == "text"
    assert said in str(refused.value)
    assert wording_store.versions_of(desk.session, authority, key) == []
    assert actions() == []


def test_going_back_is_a_version_of_its_own_and_follows_later_upgrades(
    desk: Desk, authority: Authority, actions: Callable[[], list[str]]
) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    version = casework.back_to_default(desk, authority, KEY, 1)
    assert version is not None
    assert (version.number, version.text) == (2, None)
    version.default_text = "An older default."
    now = standing(desk, authority, KEY)
    assert (now.text, now.offer) == (WORDINGS[KEY].text, None)
    assert actions() == ["wording_changed", "wording_back_to_default"]


def test_an_older_version_comes_back_as_a_new_one(desk: Desk, authority: Authority) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    casework.change_wording(desk, authority, KEY, "Thanks.", 1)
    casework.restore_version(desk, authority, KEY, 1, 2)
    assert standing(desk, authority, KEY).text == OURS
    numbers = [each.number for each in wording_store.versions_of(desk.session, authority, KEY)]
    assert numbers == [1, 2, 3]
    assert casework.restore_version(desk, authority, KEY, 1, 3) is None


def test_an_older_version_that_letters_can_no_longer_say_stays_old(desk: Desk, authority: Authority) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    casework.change_wording(desk, authority, KEY, "Thanks.", 1)
    wording_store.get_version(desk.session, authority, KEY, 1).text = "Thanks for {what_was_renamed}."
    with pytest.raises(NotAllowed, match="what_was_renamed"):
        casework.restore_version(desk, authority, KEY, 1, 2)


# A new default in an upgrade


def test_an_upgrade_never_overwrites_what_was_edited_and_offers_the_new_default(
    desk: Desk, authority: Authority
) -> None:
    offered(desk, authority)
    now = standing(desk, authority, KEY)
    assert now.text == OURS
    assert now.offer == "Thank you for what you sent on {received}."


def test_an_older_version_put_in_force_again_leaves_the_offer_open(desk: Desk, authority: Authority) -> None:
    offered(desk, authority)
    older = wording_store.get_version(desk.session, authority, KEY, 1).default_text
    second = casework.change_wording(desk, authority, KEY, "Thanks.", 1)
    assert second
    second.default_text = older
    casework.restore_version(desk, authority, KEY, 1, 2)
    now = standing(desk, authority, KEY)
    assert (now.text, now.offer) == (OURS, older)
    casework.keep_ours(desk, authority, KEY, 3)
    casework.restore_version(desk, authority, KEY, 2, 4)
    assert (standing(desk, authority, KEY).text, standing(desk, authority, KEY).offer) == ("Thanks.", None)


def test_going_back_to_a_default_that_is_still_the_same_follows_upgrades_again(
    desk: Desk, authority: Authority
) -> None:
    offered(desk, authority)
    casework.back_to_default(desk, authority, KEY, 1)
    casework.change_wording(desk, authority, KEY, OURS, 2)
    wording_store.get_version(desk.session, authority, KEY, 3).default_text = "An older default."
    version = casework.restore_version(desk, authority, KEY, 2, 3)
    assert version is not None
    assert (version.text, version.default_text) == (None, WORDINGS[KEY].text)
    assert standing(desk, authority, KEY).offer is None


OLDER = "Thank you for the letter that we received on {received}."


def gone_back_before_an_upgrade(desk: Desk, authority: Authority, default: str = OLDER) -> None:
    """Version 2 went back to the default of its day, which an upgrade has changed since; 3 is ours."""
    casework.change_wording(desk, authority, KEY, OURS, 0)
    back = casework.back_to_default(desk, authority, KEY, 1)
    assert back is not None
    back.default_text = default
    casework.change_wording(desk, authority, KEY, "Thanks.", 2)


def test_the_default_of_an_earlier_day_comes_back_as_it_was_read_and_todays_is_offered(
    desk: Desk, authority: Authority
) -> None:
    gone_back_before_an_upgrade(desk, authority)
    casework.restore_version(desk, authority, KEY, 2, 3)
    now = standing(desk, authority, KEY)
    assert (now.text, now.own, now.offer) == (OLDER, OLDER, OLDER)
    assert casework.restore_version(desk, authority, KEY, 2, 4) is None
    casework.keep_ours(desk, authority, KEY, 4)
    assert (standing(desk, authority, KEY).text, standing(desk, authority, KEY).offer) == (OLDER, None)


def test_the_default_of_an_earlier_day_that_letters_can_no_longer_say_stays_old(
    desk: Desk, authority: Authority
) -> None:
    gone_back_before_an_upgrade(desk, authority, "Thanks for {what_was_renamed}.")
    with pytest.raises(NotAllowed, match="what_was_renamed"):
        casework.restore_version(desk, authority, KEY, 2, 3)


def test_keeping_ours_declines_the_offer_with_the_same_words(
    desk: Desk, authority: Authority, actions: Callable[[], list[str]]
) -> None:
    offered(desk, authority)
    casework.keep_ours(desk, authority, KEY, 1)
    now = standing(desk, authority, KEY)
    assert (now.number, now.text, now.offer) == (2, OURS, None)
    with pytest.raises(NotAllowed, match="no new default"):
        casework.keep_ours(desk, authority, KEY, 2)
    assert actions() == ["wording_changed", "wording_kept"]


def test_taking_the_new_default_or_writing_anew_settles_the_offer(desk: Desk, authority: Authority) -> None:
    offered(desk, authority)
    offered(desk, authority, "always.dealing")
    casework.back_to_default(desk, authority, KEY, 1)
    casework.change_wording(desk, authority, "always.dealing", "We read it on {received}.", 1)
    for key in (KEY, "always.dealing"):
        assert standing(desk, authority, key).offer is None
    assert standing(desk, authority, KEY).text == WORDINGS[KEY].text


def test_own_words_that_an_upgrade_made_unprintable_say_so(desk: Desk, authority: Authority) -> None:
    offered(desk, authority)
    assert standing(desk, authority, KEY).unprintable == ()
    wording_store.get_version(desk.session, authority, KEY, 1).text = "Thanks for {what_was_renamed}."
    assert "{what_was_renamed}" in standing(desk, authority, KEY).unprintable[0]


# In letters


def test_it_is_said_in_the_letters_of_this_authority_and_of_no_other(
    desk: Desk, authority: Authority
) -> None:
    other = make_authority(desk.session, "mere-office")
    casework.change_wording(desk, authority, KEY, OURS, 0)
    desk = replace(desk, scope=Scope(frozenset({authority.id, other.id})))
    said = {}
    for place in (authority, other):
        made, _ = confirmed_case(desk, place)
        answer_all(desk, made)
        letter = issued(desk, made)
        pdf = letter_work.issued_pdf(desk, made, letter)
        said[place.slug] = letter.plain_text, read(pdf).text
    for words in said[authority.slug]:
        assert "We are grateful for your letter of" in words
    for words in said[other.slug]:
        assert "grateful" not in words


def test_an_issued_letter_keeps_what_it_said(desk: Desk, authority: Authority) -> None:
    casework.change_wording(desk, authority, KEY, OURS, 0)
    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made)
    letter = issued(desk, made)
    kept = letter_work.issued_pdf(desk, made, letter)
    casework.change_wording(desk, authority, KEY, "Thank you, whoever you are.", 1)
    assert (letter.facts or {})["wordings"] == {KEY: OURS}
    assert letter_work.issued_pdf(desk, made, letter) == kept
    assert "grateful" in letter.plain_text


def test_a_draft_says_what_is_in_force_when_it_is_issued(desk: Desk, authority: Authority) -> None:
    made, _ = confirmed_case(desk, authority)
    answer_all(desk, made)
    letter = letter_work.start_letter(desk, made, LetterPlan("response"))
    casework.change_wording(desk, authority, KEY, OURS, 0)
    letter_work.issue_letter(desk, made, letter, letter.version)
    assert "We are grateful" in letter.plain_text


def test_there_is_no_wording_of_another_key(desk: Desk, authority: Authority) -> None:
    with pytest.raises(NotFound):
        casework.change_wording(desk, authority, "always.nonsense", "Words.", 0)


def test_a_command_run_on_the_machine_leaves_its_name(desk: Desk, authority: Authority) -> None:
    machine = replace(desk, actor=Actor(None, "foi-tracker sample"))
    version = casework.change_wording(machine, authority, KEY, OURS, 0)
    assert isinstance(version, WordingVersion)
    assert (version.written_by_id, version.written_by) == (None, "foi-tracker sample")
