"""Provisions of the law as pages say them."""

from __future__ import annotations

import re


def in_words(provision: str) -> str:
    """A provision in words: "s.17(1)(c)" is "Section 17(1)(c)", "reg 7" is "Regulation 7"."""
    words = said(provision)
    return words[:1].upper() + words[1:]


def said(provision: str) -> str:
    """The same within a sentence: "section 17(1)(c)"."""
    words = re.sub(r"\bss\.(?=\d)", "sections ", provision)
    words = re.sub(r"\bs\.(?=\d)", "section ", words)
    return re.sub(r"\breg (?=\d)", "regulation ", words).replace(" Code", " Code of Practice")
