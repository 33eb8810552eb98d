"""Whatever is asked for, and however it is put, a letter of one layout is split in the same places."""

from __future__ import annotations

import pytest

from foi_tracker.intake.questions import split

THINGS = (
    "The mileage of each mower",
    "Job descriptions of the rangers",
    "Photographs of the flooded cellar",
    "Agendas of the pond committee",
    "Staff rota for the summer season",
    "Every invoice from the thatcher",
    "Which firms were invited to tender",
    "Whether the bridge was surveyed",
    "What the boathouse cost to build",
    "Grounds on which the lease was ended",
    "The number of section 21 notices served on the mill",
    "A copy of the harbour's data protection policy",
)
LISTS = {
    "bullets": ("Dear Council,\n\nPlease send me:\n\n{}\n\nYours faithfully,\nA Person", "\n", "• {words}"),
    "numbers": ("Good morning\n\nI am requesting the following\n{}\nThanks", "\n", "{number}. {words}"),
    "letters": (
        "Could you please provide details of:\n{}\nI look forward to hearing",
        "\n",
        "{letter}) {words}",
    ),
    "lines": ("Please send me the following information:\n\n{}\n\nYours faithfully,", "\n", "{words}"),
    "spaced": ("Please send me the following information:\n\n{}\n\nYours faithfully,", "\n\n", "{words}"),
    "stopped": ("Under the Freedom of Information Act 2000 I request:\n\n{}\n\nYours,", "\n\n", "{words}."),
    "one line": ("Please provide the following: {} Many thanks", " ", "{number}. {words}"),
}
ASKED = (
    "Please provide the minutes of the pond committee.",
    "Kindly furnish all letters about the weir.",
    "I should like sight of the boathouse lease.",
    "I would be interested to learn who owns the boathouse.",
    "I would like to be told whether the bridge was surveyed.",
    "I'd appreciate being told why the bandstand was shut.",
    "I require every invoice from the thatcher.",
    "I need the job description of the head ranger.",
    "We seek any photographs of the flooded cellar.",
    "I'm looking for correspondence with the angling club.",
    "I'm emailing to ask for the 2019 survey of the jetty.",
    "I wish to be supplied with a copy of the boathouse lease.",
    "Grateful for the minutes of the pond committee.",
    "Would it be possible to obtain all letters about the weir?",
    "Can the Sandford Harbour Board please supply the log of the lock?",
    "If a keeper has been chosen please say on which date.",
)
TOLD = (
    "I need a new chair for my boat.",
    "I would like the opportunity to discuss this with you.",
    "I am grateful for your help.",
    "I require a response within twenty working days.",
    "I want this answered by email.",
    "We look forward to a reply under section 10.",
)


def asked(text: str) -> list[str]:
    return [each.text for each in split(text).questions if not each.maybe]


@pytest.mark.parametrize("frame", LISTS)
@pytest.mark.parametrize("first", range(len(THINGS)))
def test_what_a_lead_in_leads_to_is_asked_whatever_it_names(frame: str, first: int):
    whole, between, item = LISTS[frame]
    things = [THINGS[(first + step) % len(THINGS)] for step in (0, 5, 7)]
    lines = [item.format(words=words, number=at + 1, letter="abc"[at]) for at, words in enumerate(things)]
    found = asked(whole.format(between.join(lines)))
    assert [words.removesuffix(".") for words in found] == things


@pytest.mark.parametrize("words", ASKED)
def test_a_wish_is_a_question_alone_among_others_and_after_a_story(words: str):
    other = "Please tell me how many ducks there are."
    assert asked(f"Dear Council,\n\n{words}\n\nYours faithfully,\nA Person") == [words]
    assert asked(f"Dear Council,\n\n{other}\n\n{words}\n\nYours faithfully,\nA Person") == [other, words]
    assert asked(f"Hello\n\nI live beside the river and have watched this for years. {words}\n\nThanks") == [
        words
    ]


@pytest.mark.parametrize("words", TOLD)
def test_what_a_sender_only_tells_or_hopes_for_is_no_question(words: str):
    other = "Please tell me how many ducks there are."
    assert asked(f"Dear Council,\n\n{other}\n\n{words}\n\nYours faithfully,\nA Person") == [other]
