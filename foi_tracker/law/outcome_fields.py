"""What an outcome may ask for: one question a field, with the provision that asks it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One thing an outcome asks for.

    `name` is the key in an answer's details, or "answer" and "because_of", which an answer holds itself.
    """

    name: str
    label: str  # a plain question
    hint: str
    provision: str
    kind: str = "textarea"  # text | textarea | number | date | question
    required: bool = True
    internal: bool = False  # kept on the case, never printed
    code: str = "outcome_incomplete"  # the finding when it is missing
    level: str = "must"


ANSWER = Field(
    "answer",
    "What is the answer?",
    "Write it as it will read in the letter. An attachment will do instead.",
    "s.1(1)(b)",
)
SEARCHED = Field(
    "searched",
    "Where did you search?",
    "Where, by whom and when; or why no search was needed.",
    "s.1(1)(a)",
    code="not_held_unexplained",
    level="should",
)
HOLDER = Field(
    "holder",
    "Who may hold it?",
    "A body to ask instead. Leave it empty when nobody is known.",
    "s.16",
    kind="text",
    required=False,
)
WHERE = Field(
    "where",
    "Where can they get it?",
    "The exact page or record, tried today.",
    "s.21",
    code="where_missing",
)
