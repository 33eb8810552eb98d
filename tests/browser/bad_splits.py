"""Requests split badly, each with the keys on the confirm page that put it right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Split:
    """A request split badly, and the keys that put it right. Without `drafts` it is as it is proposed."""

    name: str
    asked: str  # their words; each question begins with its mark in `drafts`
    drafts: tuple[tuple[str | None, str], ...]  # number and words of each question as it was split
    keys: tuple[str, ...]
    right: tuple[str, ...]


BIN = "How many bins are there? How many are emptied weekly?"
BADLY_SPLIT = (
    Split(
        "a wrapped line was cut off",
        "1. The number of complaints about\nnoise at night\n2. The number upheld",
        (("1", "The number of complaints about"), (None, "noise at night"), ("2", "The number upheld")),
        ("1", "j", "m"),
        ("1 The number of complaints about noise at night", "2 The number upheld"),
    ),
    Split(
        "two questions in one line",
        f"1. {BIN}\n2. Who empties them?",
        (("1", BIN), ("2", "Who empties them?")),
        ("1", "s", "1"),
        ("1 How many bins are there?", "1A How many are emptied weekly?", "2 Who empties them?"),
    ),
    Split(
        "a signature was taken for a question",
        "1. How many dogs do you keep?\nSent from my telephone by the river",
        (("1", "How many dogs do you keep?"), (None, "Sent from my telephone by the river")),
        ("End", "x"),
        ("1 How many dogs do you keep?",),
    ),
    Split(
        "a question was left grey",
        "1. How many dogs do you keep?\nAlso the names of the dogs kept\n2. What do they cost?",
        (("1", "How many dogs do you keep?"), ("2", "What do they cost?")),
        ("1", "j", "a"),
        ("1 How many dogs do you keep?", "1A Also the names of the dogs kept", "2 What do they cost?"),
    ),
    Split(
        "the options of a question stood apart",
        "1. Which of these do you use\na van of your own\na hired van\n2. What does it cost?",
        (
            ("1", "Which of these do you use"),
            (None, "a van of your own"),
            (None, "a hired van"),
            ("2", "What does it cost?"),
        ),
        ("1", "j", "m", "j", "m"),
        ("1 Which of these do you use a van of your own a hired van", "2 What does it cost?"),
    ),
    Split(
        "three clauses in one",
        "1. List the buses you own; list the drivers you employ; list the routes you run",
        (("1", "List the buses you own; list the drivers you employ; list the routes you run"),),
        ("1", "s", "1", "s", "1"),
        ("1 List the buses you own", "1A list the drivers you employ", "1B list the routes you run"),
    ),
    Split(
        "the order was turned round",
        "1. What is the name of the lake?\n2. How deep is the lake?",
        (("2", "How deep is the lake?"), ("1", "What is the name of the lake?")),
        ("1", "Alt+ArrowUp"),
        ("1 What is the name of the lake?", "2 How deep is the lake?"),
    ),
    Split(
        "a heading was taken for a question",
        "Staff of the lake office\n1. How many work there?",
        ((None, "Staff of the lake office"), ("1", "How many work there?")),
        ("j", "x"),
        ("1 How many work there?",),
    ),
    Split(
        "a question of two digits",
        "\n".join(f"{n}. How many boats had {n} oars?" for n in range(1, 12))
        + "\n12. Who steers them\nat night and by day?",
        (
            *((str(n), f"How many boats had {n} oars?") for n in range(1, 12)),
            ("12", "Who steers them"),
            (None, "at night and by day?"),
        ),
        ("End", "m"),
        (
            *(f"{n} How many boats had {n} oars?" for n in range(1, 12)),
            "12 Who steers them at night and by day?",
        ),
    ),
    Split(
        "a join that was a mistake",
        "1. Who owns the mill?\n2. Who runs the mill?",
        (("1", "Who owns the mill?"), ("2", "Who runs the mill?")),
        ("2", "m", "u"),
        ("1 Who owns the mill?", "2 Who runs the mill?"),
    ),
    Split(
        "one thing asked twice, far apart",
        "1. How many dogs do you keep?\n2. What do they cost?\n3. Please tell me how many dogs you keep",
        (),
        ("n", "t"),
        (
            "1 How many dogs do you keep? Asked again as 3: Please tell me how many dogs you keep",
            "2 What do they cost?",
        ),
    ),
)
