"""What a second reading by the words finds in a letter that no rule knows, and where it says its doubt."""

from __future__ import annotations

import pytest

from foi_tracker.intake.learned import letters
from foi_tracker.intake.reading import check_letter
from foi_tracker.intake.reading.grounds import uses_in
from foi_tracker.intake.reading.reread import Reread
from foi_tracker.intake.reading.sentences import Sentence, plain, read

HEAD = "Dear Mr Penn\n\nThank you for your request.\n\n"
TAIL = (
    "\n\nIf you are unhappy you may ask for an internal review, and then complain to the Information "
    "Commissioner.\n\nYours sincerely\n\nA Clerk"
)


def findings(words: str, regime: str = "") -> set[tuple[str, str]]:
    checked = check_letter(HEAD + words + TAIL, regime=regime)
    return {(finding.level, finding.code) for finding in checked.findings}


def likely(words: str, **chances: float) -> Reread:
    """A letter of which the network says what is given here, of its first sentence, and else nothing."""
    sentences = read(plain(words))
    found = [[0.0] * (letters.NOT_RELIED_ON + 1) for _ in sentences]
    for name, chance in chances.items():
        found[0][getattr(letters, name)] = chance
    again = Reread(sentences)
    again.__dict__["_chances"] = found
    return again


@pytest.mark.parametrize(
    "words",
    [
        "What the headliner was paid is between us and the agent. Attendance was 9,412.",
        "Lift rescues: 141. The list of depots is for the crews' own use. Animal rescues: 62.",
        "The rates stay between us and the agencies and we would rather not put them about. All are paid.",
    ],
)
def test_what_is_kept_back_in_plain_words_needs_a_ground(words: str):
    assert ("must", "ground_missing") in findings(words)
    assert ("must", "eir_exception_missing") in findings(words, "EIR")


@pytest.mark.parametrize(
    "words",
    [
        "Eleven agencies were used. We do not hold a list of their planners.",
        "The minutes are no longer confidential and they are attached in full.",
        "Twelve staff work in the secure unit. Its visitors promise to keep what they see to themselves.",
    ],
)
def test_nothing_is_kept_back_in_words_that_only_sound_like_it(words: str):
    assert not {code for _, code in findings(words) if code == "ground_missing"}


@pytest.mark.parametrize(("chance", "found"), [(0.95, (1, 0)), (0.7, (0, 1)), (0.3, (0, 0))])
def test_what_is_less_than_sure_is_asked_and_not_said(chance: float, found: tuple[int, int]):
    kept, maybe = likely("It stays in the drawer.", KEEPS_BACK=chance).kept_back(())
    assert (bool(kept), bool(maybe)) == found


@pytest.mark.parametrize("cause", ["COSTS_TOO_MUCH", "ELSEWHERE", "NOT_HELD", "NOT_RELIED_ON"])
def test_what_is_not_given_for_another_cause_is_not_kept_back(cause: str):
    assert likely("It is not here.", KEEPS_BACK=0.9, **{cause: 0.95}).kept_back(()) == ("", "")


def test_figures_that_may_be_wrong_are_asked_for_and_no_breach():
    again = likely("We have not given the figure as it is not accurate.", KEEPS_BACK=0.99)
    assert again.kept_back(())[0] == ""
    assert again.kept_back(())[1]


def test_a_sentence_that_names_a_ground_keeps_nothing_back_without_one():
    again = likely("Section 43(2) may come into it.", KEEPS_BACK=0.99)
    assert again.kept_back(uses_in(again._sentences)) == ("", "")


def test_a_harm_that_only_may_come_is_known_though_would_stands_near_it():
    words = (
        "We would like to explain. The prices are withheld under section 43(2), as the firm tenders again "
        "in June and its rivals might undercut it. Residents can see the total, and a good price next time "
        "matters more to the public than this one."
    )
    assert ("must", "likelihood_missing") in findings(words)
    surely = words.replace("might undercut", "would be likely to undercut")
    assert ("must", "likelihood_missing") not in findings(surely)


def test_a_section_that_is_only_told_beside_the_one_that_is_used_needs_no_reason():
    words = (
        "The film is refused under section 14(1), as it would take six weeks to blur the faces in it. "
        "Section 40(2) of the Act requires personal data of others to be withheld where its release would "
        "be unfair."
    )
    assert ("must", "reason_missing") not in findings(words)


def test_a_letter_that_is_too_long_to_be_read_again_is_judged_by_the_rules():
    many = tuple(Sentence("We keep the rates to ourselves.", 1) for _ in range(letters.MOST_WORDS // 5))
    assert Reread(many).kept_back(()) == ("", "")
    assert Reread(many).weighed_at(many) == []
