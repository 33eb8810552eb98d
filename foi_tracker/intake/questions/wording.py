"""How the patterns of the splitter are written: one to a paragraph, case aside."""

from __future__ import annotations

import re


def pattern(text: str) -> re.Pattern[str]:
    """A pattern written over several lines, whose ends and indents are not part of it; case is ignored.

    Every repeat in one is bounded or possessive, and each is put to a bounded head or tail of the words, so
    that no text can make it slow.
    """
    return re.compile("".join(line.strip() for line in text.splitlines()), re.IGNORECASE)
