"""A letter read back from its PDF as a screen reader reads it: what was asked, and what was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.letters.pdf_reader import Node, read

_HEADING = re.compile(r"(Answer|Question) (\S+)\s*(.*)")


@dataclass
class Pair:
    """One question with what was said to it."""

    label: str
    question: str
    said: list[Node] = field(default_factory=list)

    @property
    def answer(self) -> str:
        """All that was said, as one line."""
        return " ".join(block.text for block in self.said)

    @property
    def tables(self) -> list[Node]:
        """The tables of the answer."""
        return [block for block in self.said if block.tag == "Table"]


@dataclass
class Paper:
    """A letter: its words in reading order, its questions as asked, its answers in their order."""

    text: str
    pairs: list[Pair]
    answered: list[str]  # the labels of the answers, as they stand
    pdf: bytes = b""


def paper(pdf: bytes) -> Paper:
    """Read a letter in either layout."""
    root = read(pdf)
    pairs: dict[str, Pair] = {}
    answered: list[str] = []
    asking, now = False, None
    for block in _blocks(root):
        heading = _HEADING.fullmatch(block.text) if block.tag == "H3" else None
        if block.tag in ("H1", "H2", "H3"):
            asking, now = block.text == "What you asked", None
        if heading:
            _kind, label, question = heading.groups()
            now = pairs.setdefault(label, Pair(label, question))
            answered.append(label)
        elif asking and block.tag == "L":
            for item in block.all("LI"):
                (mark,), (words,) = item.all("Lbl"), item.all("LBody")
                pairs[mark.text] = Pair(mark.text, words.text)
        elif now and (now.said or block.text != "Answer"):  # the word over it, in the interleaved layout
            now.said.append(block)
    return Paper(root.text, list(pairs.values()), answered, pdf)


def _blocks(node: Node) -> Iterator[Node]:
    for kid in node.kids:
        if isinstance(kid, Node):
            if kid.tag in ("H1", "H2", "H3", "P", "L", "Table"):
                yield kid
            else:
                yield from _blocks(kid)


def tokens(text: str) -> list[str]:
    """The words and figures of a text, whatever their case, without marks, tags and line ends."""
    return re.findall(r"\w+", re.sub(r"</?\w+>", "", text.casefold()))


def says(text: str, words: str) -> bool:
    """Whether the text says these words, one after the other."""
    return f" {' '.join(tokens(words))} " in f" {' '.join(tokens(text))} "
