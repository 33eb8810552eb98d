"""The seed letters as data: who wrote, what was asked, what was answered, and what each still needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from foi_tracker.law.cost_limit import COST_SECTIONS
from tests import shared_data
from tests.browser.pages import Answer, Came, Estimate

_BOLD = re.compile(r"^\*\*(.*)\*\*$")
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$")
_NUMBER = re.compile(r"^\s*\d+\.\s*")
_WORK = (("extract", "incident records", "3,734", "3"),)
_SEARCHED = (
    "The programme lead looked through the contract files and the quarterly returns, and found nothing."
)


@cache
def replays() -> dict[str, Mapping[str, Any]]:
    """What each seed letter must become, by the seed's number."""
    told = yaml.safe_load(shared_data.text("seeds/replays.yaml"))
    return {each["seed"][:3]: each for each in told if each.get("kind") != "record"}


@dataclass(frozen=True)
class Seed:
    """One seed letter."""

    number: str

    @property
    def told(self) -> Mapping[str, Any]:
        """What the replay says of it."""
        return replays()[self.number]

    @property
    def supplied(self) -> Mapping[str, Any]:
        """What the letter itself does not hold, of the letter as a whole."""
        return self.told.get("supply", {})

    @cached_property
    def _lines(self) -> list[str]:
        return shared_data.text(f"seeds/{self.told['seed']}").splitlines()

    def words(self, place: list[int] | None) -> str:
        """The seed's own words, from line to line; nothing for no place."""
        first, last = place or (1, 0)
        return "\n".join(self._lines[first - 1 : last]).strip()

    def _said(self, name: str) -> date:
        return self.told.get(name) or self.supplied[name]

    @property
    def received(self) -> date:
        """The day it came."""
        return self._said("received")

    @property
    def issued(self) -> date:
        """The day the answer left."""
        return self.told.get("responded") or self.supplied["issued"]

    @property
    def pattern(self) -> str:
        """How the authority makes its references."""
        return self.told.get("reference_pattern") or self.supplied["reference_pattern"]

    @property
    def request(self) -> str:
        """The request as it came: its opening words and its questions, with the blank lines between them."""
        places = [
            place for place in (self.told.get("preamble"), *(q["asks"] for q in self.questions)) if place
        ]
        text, before = "", 0
        for first, last in places:
            gap = "" if not before else "\n" if first == before + 1 else "\n\n"
            text, before = f"{text}{gap}{self.words([first, last])}", last
        return "\n".join(_BOLD.sub(r"\1", line) for line in text.splitlines())

    @property
    def came(self) -> Came:
        """The request as an officer logs it. Who asked is not in the seeds."""
        return Came(self.request, self.received, name="Robin Ash", email="robin.ash@example.org")

    @property
    def questions(self) -> list[Mapping[str, Any]]:
        """What the replay says of each question."""
        return list(self.told["questions"])

    def asked(self, question: Mapping[str, Any]) -> str:
        """A question's words, without its number, as one line."""
        words = self.words(question["asks"])
        return " ".join(_NUMBER.sub("", _BOLD.sub(r"\1", words)).split())

    def answer(
        self, question: Mapping[str, Any], *, supplied: bool, folder: Path | None = None
    ) -> Answer | None:
        """What the officer types; without what is supplied, None where the seed answers nothing.

        With a folder, the file that goes with it is to be there.
        """
        supply = question.get("supply", {}) if supplied else {}
        if "same_as" in question:
            return Answer(same_as=question["same_as"])
        outcome = str(question.get("outcome") or supply.get("outcome") or "")
        if not outcome:
            return None
        words = _NUMBER.sub("", self.words(question.get("answers"))) or supply.get("answer", "")
        because_of = question.get("because_of", "")  # a label, or OPENING_STATEMENT
        title = question.get("attachment", "") if folder else ""
        return Answer(
            outcome,
            "" if because_of else words,
            _details(supply),
            because_of=because_of,
            file=folder / f"{title}.pdf" if folder and title else None,
            file_title=title,
            estimate=_estimate(supply) if outcome in COST_SECTIONS else None,
        )

    @property
    def footer(self) -> str:
        """What it prints of the regulator that was out of use."""
        return "\n".join(line for line in self._lines if "08456" in line or "ico.gov.uk" in line)

    def settings(self) -> dict[str, str]:
        """How the authority that wrote it would fill in its settings, by the names of their fields."""
        signatory = self.told.get("signatory", {"name": "A. Signatory", "role": "Information Manager"})
        chosen = {
            "name": self.told["authority"],
            "short_name": self.told["authority_type"].upper(),
            "kind": self.told["authority_type"],
            "layout": self.told["layout"],
            "reference_pattern": self.pattern,
            "signatory_name": signatory["name"],
            "signatory_role": signatory["role"],
            "greeting": self._greeting,
            "footer": self.footer,
        }
        if self.is_headed_at_foot:
            chosen |= {"letterhead_at_foot": "y", "address": self._last.replace(", ", "\n")}
        if self.has_reference_as_title:
            chosen["reference_as_title"] = "y"
        return chosen

    @property
    def is_headed_at_foot(self) -> bool:
        """Whether its address stands under the signature."""
        return bool(_POSTCODE.search(self._last))

    @property
    def _last(self) -> str:
        return [line.strip() for line in self._lines if line.strip()][-1]

    @property
    def has_reference_as_title(self) -> bool:
        """Whether its reference stands in its heading."""
        return any(line.isupper() and "REFERENCE" in line for line in self._lines)

    @property
    def _greeting(self) -> str:
        """Whom it greets, where it greets anybody."""
        found = [line for line in self._lines if line.startswith("Dear ")]
        return found[0].removeprefix("Dear ").strip(" ,") if found else ""


def _details(supply: Mapping[str, Any]) -> dict[str, str]:
    """What is supplied of a question, by the names of law.outcomes."""
    # The replay says what it must tell, not its words.
    return {"searched": _SEARCHED} if "searched" in supply else {}


def _estimate(supply: Mapping[str, Any]) -> Estimate:
    """What it would cost; what the minutes rest on and what would fit are supplied."""
    return Estimate(_WORK, str(supply.get("estimate", "")), str(supply.get("within_limit", "")))
