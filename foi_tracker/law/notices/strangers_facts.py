"""The facts of a letter that somebody else wrote, as far as its words tell them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ReadGround:
    """A provision that a letter names, to the limb that it gives."""

    code: str  # as the letter cites it, made plain: "s.40(2)", "reg 12(5)(b)"; "s.31" where no limb is given
    relied_on: bool = True  # False where the letter only speaks of it
    passage: str = ""


@dataclass(frozen=True)
class ReadLetter:
    """What a stranger's letter says and leaves out. What its words do not tell is left as it is here."""

    kind: str  # response | refusal | extension | acknowledgement | clarification | review | other
    regime: str = "FOIA"  # "FOIA" | "EIR"
    received: date | None = None
    issued: date | None = None
    due: date | None = None
    grounds: tuple[ReadGround, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()  # label, outcome
    review: bool = False
    regulator: bool = False
    words: str = ""
