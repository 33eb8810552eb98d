"""Whether a request is about the environment, so that the Regulations may be its law and not the Act."""

from __future__ import annotations

import re

from foi_tracker.intake.text import normalise

# Reg 2(1) of the 2004 Regulations: the elements, what touches them, and the plans made for them.
_THINGS = (
    "air quality", "air pollution", r"atmospher\w++", r"pollut\w++", "emissions?", "carbon", "greenhouse",
    "climate", "noise", "odours?", r"river\w*+", "water quality", "drinking water", "ground ?water", "sewage",
    "sewers?", "sewerage", "wastewater", r"flood\w*+", "drainage", r"coast\w*+", "wetlands?", "soil",
    "contaminated land", "landfill", r"fly[- ]tipp\w++", "waste", r"recycl\w++", r"incinerat\w++", "asbestos",
    "trees?", "hedgerows?", "woodlands?", "habitats?", "wildlife", "biodiversity", "species", "badgers?",
    "bats", "conservation area", "planning (?:application|permission|consent|enforcement|decision)s?",
    "green belt", "land use", "quarr(?:y|ies)", "energy", r"renewable\w*+", "wind ?farms?", "solar",
    "fracking", "radiation", "nuclear", "genetically modified", "pesticides?", "herbicides?", "glyphosate",
    r"environmental\w*+", "environment agency", r"amgylched\w*+", "llygredd", "gwastraff", "carthffosiaeth",
    "llifogydd",
)  # fmt: skip
_WORDS = re.compile(rf"\b(?:{'|'.join(_THINGS)})\b", re.IGNORECASE)
_NAMES_THE_LAW = re.compile(r"\b(?:(?i:environmental information regulations)|EIRs?)\b")


def environmental_words(text: str) -> tuple[str, ...]:
    """The words in it that speak of the environment, as they are written, each once."""
    found = (match[0] for match in _WORDS.finditer(normalise(text)))
    return tuple({word.casefold(): word for word in found}.values())


def suggested_regime(text: str) -> str:
    """ "EIR" where the requester names the Regulations or two things of the environment, else "FOIA".

    Only a suggestion: an officer decides. A single word ("waste of money", "environment") proves little.
    """
    if _NAMES_THE_LAW.search(text):
        return "EIR"
    return "EIR" if len(environmental_words(text)) > 1 else "FOIA"
