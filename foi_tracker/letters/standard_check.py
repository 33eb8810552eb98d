"""Whether an authority's own words can stand for a wording: what the law asks, and what a letter prints."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from foi_tracker.law.notices.hints import hints_in
from foi_tracker.law.notices.words import placeholders_in
from foi_tracker.letters import markdown
from foi_tracker.letters.assets import missing_glyphs
from foi_tracker.letters.standard import Wording, fill, placeholders_of

MOST_CHARACTERS = 3_000

# Signs around words that a page marks in a letter: they are none of the length. Nobody types them side by
# side, and every wording may have their characters. What follows the first begins a sentence, as it does
# without the sign; a space keeps the second out of an address.
BEGIN, END = "¤‡!", "‡¤"
SIGN = re.compile(rf"({BEGIN}\s?|\s?{END})")

_TAG = re.compile(r"(<[^>]*>)")
_IN_LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.DOTALL)
_BRACES = re.compile(r"\{[^{}\n]*\}?|\}")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}(?:[ \t]|$)|^[ \t]{0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_HTML = re.compile(r"<[/!?a-zA-Z]")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_NEITHER = "(s.12(2); s.17(4); reg 12(6))"
_ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


@lru_cache(maxsize=2_048)
def problems(wording: Wording, text: str) -> tuple[str, ...]:
    """What forbids these words in place of the wording's own, a sentence or two each; () where nothing does.

    A placeholder that is none or that the law asks for and is dropped; Markdown that a letter does not have;
    characters that it cannot print; nothing at all, or too much.
    """
    words = text.replace("\r\n", "\n").strip()
    if not words:
        return ("Write what the letter should say. To have the words as shipped, go back to the default.",)
    length = len(SIGN.sub("", words))
    if length > MOST_CHARACTERS:
        return (f"This is {length:,} characters long. Write {MOST_CHARACTERS:,} at most.",)
    return (
        *_braces(wording, words),
        *_left(words),
        *_dropped(wording, words),
        *_hints(wording, words),
        *_markdown(wording, words),
        *_glyphs(words),
    )


def _braces(wording: Wording, words: str) -> Iterator[str]:
    known = sorted(wording.names)
    strangers: list[str] = []
    for typed in dict.fromkeys(_BRACES.findall(words)):
        name = typed.strip("{} ")
        if typed == f"{{{name}}}" and name in wording.names:
            continue
        near = difflib.get_close_matches(re.sub(r"\W+", "_", name.casefold()), known, n=1)
        if near:
            yield f"{typed} is no placeholder of this wording. Did you mean {{{near[0]}}}?"
        else:
            strangers.append(typed)
    if strangers:
        are = "are no placeholders" if len(strangers) > 1 else "is no placeholder"
        may = ", ".join(f"{{{name}}}" for name in known)
        yield f"{' and '.join(strangers)} {are} of this wording. It may have {may}."


def _left(words: str) -> Iterator[str]:
    """What is to be replaced by hand, which nobody will do: "[insert date]", "XXX"."""
    left = placeholders_in(fill(words, dict.fromkeys(placeholders_of(words), "")))
    if left:
        yield f"{', '.join(left)} would be printed as it stands. Write what belongs there."


def _dropped(wording: Wording, words: str) -> Iterator[str]:
    held = placeholders_of(words)
    means = {each.name: each.means for each in wording.placeholders}
    dropped = [f"{{{name}}} ({means[name]})" for name in wording.required if name not in held]
    if dropped:
        yield f"Keep {' and '.join(dropped)}. {wording.why} ({wording.provision})"


def _hints(wording: Wording, words: str) -> Iterator[str]:
    """Where a letter says neither, or cannot tell without too much work, nothing around it may tell."""
    if not wording.says_neither:
        return
    hints = hints_in(fill(words, dict.fromkeys(placeholders_of(words), "")))
    if hints:
        said = "”, “".join(hints)
        why = "tells whether it is held, and some letters that say this may not tell it"
        yield f"“{said}” {why}. Take it out. {_NEITHER}"


def _markdown(wording: Wording, words: str) -> Iterator[str]:
    if _HEADING.search(words):
        yield "A standard paragraph has no headings or lines across: the letter has its own."
    if _HTML.search(words):
        yield "HTML is printed as it is typed, and does nothing. Take it out."
    if "![" in words:
        yield "A standard paragraph has no pictures."
    html = str(markdown.to_html(words))
    if "<table" in html or "\t" in words:
        yield "A standard paragraph has no table."
    yield from _links(wording, words, html)
    if wording.one_paragraph and "\n" in words:
        yield "These words stand within a sentence or a list of the letter: write one paragraph."


def _links(wording: Wording, words: str, html: str) -> Iterator[str]:
    for address in dict.fromkeys(_LINK.findall(words)):
        if not _ADDRESS.match(address):
            shown = address[:60] or "nothing"
            yield f"A link leads to https://, http:// or mailto:, and this one to {shown}."
    pieces = _TAG.split(html)
    if "<a>" in pieces:
        yield "A link leads to an address that is none. Mend it."
    in_words = placeholders_of("".join(pieces[::2]))
    in_addresses = placeholders_of(unquote("".join(pieces[1::2])))
    in_links = placeholders_of("".join(_IN_LINK.findall(html)))
    may_link = {each.name for each in wording.placeholders if each.may_link}
    for name in placeholders_of(words):
        if name not in in_words or name in in_addresses:
            yield f"{{{name}}} stands in the address of a link. Put it among the words."
        elif name in in_links and name in may_link:
            yield f"{{{name}}} has links of its own. Take it out of the words of another link."


def _glyphs(words: str) -> Iterator[str]:
    missing = missing_glyphs(words)
    if missing:
        shown = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing[:5])
        yield f"A letter cannot print {shown}. Replace it with letters it can print."
    unseen = [char for char in dict.fromkeys(words) if _is_unseen(char)]
    if unseen:
        shown = ", ".join(f"U+{ord(char):04X}" for char in unseen[:5])
        yield f"There are characters that nobody can see ({shown}). Take them out."


def _is_unseen(char: str) -> bool:
    return char not in "\n\t" and unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
