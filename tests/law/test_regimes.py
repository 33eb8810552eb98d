"""The closed lists of words, and the cost limit of each kind of authority."""

from __future__ import annotations

import pytest

from foi_tracker.law.regimes import (
    AuthorityType,
    Regime,
    UnknownWord,
    authority_type_of,
    regime_of,
    s12_limit,
)


@pytest.mark.parametrize("kind", ["department", "parliament", "armed_forces_or_overseas"])
def test_central_government_may_spend_600_pounds_or_24_hours(kind):
    assert (s12_limit(kind).pounds, s12_limit(kind).hours) == (600, 24)


@pytest.mark.parametrize(
    "kind",
    ["council", "police", "opcc", "health", "university", "maintained_school_england", "academy_england",
     "grant_aided_school_ni", "archive_transferred_public_record", "other"],
)  # fmt: skip
def test_every_other_authority_may_spend_450_pounds_or_18_hours(kind):
    assert (s12_limit(kind).pounds, s12_limit(kind).hours) == (450, 18)


def test_at_25_pounds_an_hour_pounds_and_hours_agree():
    for kind in set(AuthorityType) - {AuthorityType.SCOTTISH}:
        assert s12_limit(kind).pounds == s12_limit(kind).hours * 25


def test_a_scottish_authority_has_no_limit_under_section_12():
    with pytest.raises(ValueError, match="Scottish"):
        s12_limit("scottish_public_authority")


@pytest.mark.parametrize("word", ["FOI", "foia", "", None, 3])
def test_an_unknown_regime_is_refused_by_name_with_the_list(word):
    with pytest.raises(UnknownWord) as refused:
        regime_of(word)
    assert repr(word) in str(refused.value)
    assert all(str(regime) in str(refused.value) for regime in Regime)


def test_an_unknown_authority_is_refused_by_name_with_the_list():
    with pytest.raises(UnknownWord, match=r"'parish'.*council; police"):
        authority_type_of("parish")
