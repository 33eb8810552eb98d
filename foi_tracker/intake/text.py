"""Words as people paste them: made plain, told apart, and given a short name."""

from __future__ import annotations

import hashlib
import re
import unicodedata

SUBJECT_LENGTH = 80
"""Characters: a subject is a line in a queue, not a summary."""

_SWAPS = {
    "\r\n": "\n",
    "\r": "\n",
    "\x0b": "\n",  # Word's line break within a paragraph
    "\x0c": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n\n",
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\u00ad": "",  # soft hyphen
    "\ufeff": "",
    "\u200b": "",
    "\u0091": "‘",  # Windows-1252 read as Latin-1
    "\u0092": "’",
    "\u0093": "“",
    "\u0094": "”",
    "\u0095": "•",
    "\u0096": "–",
    "\u0097": "—",
    "\uf0a3": "≤",
    "\uf0ae": "→",
    "\uf0b3": "≥",
    "\uf0d4": "™",
    "\uf0e0": "→",
    "\uf0fc": "✓",
}
_WORD_BULLETS = "\uf02d\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf09f\uf0a7\uf0a8\uf0b7\uf0d8\uf0de"
"""Word draws its bullets with private-use characters of the Symbol and Wingdings fonts."""

_TABLE = {ord(old): new for old, new in _SWAPS.items() if len(old) == 1} | dict.fromkeys(
    map(ord, _WORD_BULLETS), "•"
)


def normalise(text: str) -> str:
    """The same words with one kind of line end, ordinary spaces, and bullets and quotes a font can draw.

    Characters that no text holds (controls other than tab and line end, lone surrogates) are dropped. For
    words to keep or to print: the places of a split are counted in the text before this.
    """
    plain = text.replace("\r\n", "\n").translate(_TABLE)
    kept = (c for c in plain if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept))


def squeeze(text: str) -> str:
    """The words with every run of white space as one space."""
    return " ".join(text.split())


def fingerprint(text: str) -> str:
    """A digest that is the same when the same words come again: case, spacing and punctuation aside."""
    folded = unicodedata.normalize("NFKC", normalise(text)).casefold()
    words = "".join(c if c.isalnum() else " " for c in folded).split()
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def subject_from(text: str) -> str:
    """A short subject proposed from the requester's own words; empty when there are none to use.

    What follows the first "about", "regarding" or the like, above the numbered questions; else the first
    sentence that asks, or the first line that is no greeting. The openings that every request has are left
    out, and the line ends at a word.
    """
    lines = [squeeze(line) for line in normalise(text).splitlines()]
    lines = [line for line in lines if line and not _GREETING.match(line)]
    for line in lines[:12]:
        topic = _TOPIC.search(line)
        if topic and not _MARK.match(line):
            return _shorten(_ACT.sub("", line[topic.end() :]))
    rest = [_MARK.sub("", line) for line in lines]
    told = [line for line in rest if not _OPENING.match(line) and not line.endswith(":")]
    first = (told or rest or [""])[0]
    if _OF_THEMSELVES.match(first):
        sentences = (each for line in rest for each in _SENTENCE_END.split(line))
        first = next((each for each in sentences if each.endswith("?") and each.count(" ") >= _ASKING), first)
    return _shorten(_ASKS.sub("", first))


_GREETING = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon)|to whom|annwyl|re|date|from|to|sent)\b", re.I
)
_TOPIC = re.compile(
    r"\b(?:regarding|concerning|about|relating to|in relation to|in respect of|with regards? to"
    r"|in regards? to"
    r"|in connection with|on the subject of|ynghylch|ynglŷn â|am wybodaeth am)\b\s?",
    re.I,
)
_OPENING = re.compile(
    r"(?:under the|i am writing|i would like to (?:make|request|submit)|i wish to|this is a"
    r"|please provide the following"
    r"|please (?:could|can) you (?:provide|supply) the following|my name is|thank you)\b",
    re.I,
)
_ACT = re.compile(
    r"\b(?:under|pursuant to) the (?:freedom of information|environmental information)\b[^,.:;]{0,60}", re.I
)
_ASKS = re.compile(
    r"\A(?:(?:please|(?:could|can) (?:you|i)|would|you|i|we|like|want|need|wish|to|see|have|know|request"
    r"|provide|supply|send|confirm|state|tell|give|me|us|list|with|a copy of|copies of|details of|number of"
    r"|how many of|how many|what is|what are|the|any|all)\s){1,12}",
    re.I,
)
_OF_THEMSELVES = re.compile(
    r"(?:i|we|my|our)\b(?! (?:would|want|wish|need|am|are|request|require|seek)\b)", re.I
)
_ASKING = 5
"""Spaces in a question that is more than a turn of speech."""
_SENTENCE_END = re.compile(r"(?<=[.?!]) ")
_MARK = re.compile(r"\A(?:\(?(?:q|question )?\d{1,2}[a-z]?[.):]|\(?[a-z][.)]|[-•*])\s*+", re.I)


def _shorten(words: str) -> str:
    """The first clause, at most SUBJECT_LENGTH characters, ending at a word, with a capital."""
    clause = re.split(r"[.?!:;](?=\s|$)", squeeze(words), maxsplit=1)[0].strip(" ,-–—\"'“”‘’()")
    if len(clause) > SUBJECT_LENGTH:
        clause = clause[:SUBJECT_LENGTH].rsplit(" ", 1)[0].rstrip(" ,") + "…"
    return clause[:1].upper() + clause[1:]
