"""A wording put on paper: the authority's own words or ours, with what this letter puts in their place.

The Markdown is read first and the values go into its words afterwards, escaped, so that nothing that
anybody typed can become structure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters import dates, kinds, markdown
from foi_tracker.letters.filling import filled
from foi_tracker.letters.standard import Wording, defaults, fill
from foi_tracker.letters.standard_check import problems

_BLOCK = re.compile(r"\n|^(?:[-*+•]|\d{1,3}[.)])\s")
_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)


@dataclass(frozen=True)
class Said:
    """Words with the values of their placeholders. A value is escaped, unless it is Markup."""

    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.text)

    def with_words(self, name: str, words: Said) -> Said:
        """The same, with other words in the place of one of its placeholders: they may be of any length."""
        words = words.beside(self.values)
        apart = "\n\n" if _BLOCK.search(words.text) else ""
        text = fill(self.text, {name: f"{apart}{words.text}" if words else ""})
        return Said(text, {**self.values, **words.values})

    def beside(self, others: Mapping[str, str]) -> Said:
        """The same, with other names for the placeholders that have another value in `others`."""
        if all(others.get(name, value) == value for name, value in self.values.items()):
            return self
        taken = {**self.values, **others}
        renamed: dict[str, str] = {}
        for name, value in self.values.items():
            if others.get(name, value) != value:
                renamed[name] = name
                while renamed[name] in taken:
                    renamed[name] += "_"
                taken[renamed[name]] = value
        text = fill(self.text, {name: f"{{{new}}}" for name, new in renamed.items()})
        return Said(text, {renamed.get(name, name): value for name, value in self.values.items()})

    @property
    def blocks(self) -> Markup:
        """As paragraphs."""
        return Markup(filled(_html(self.text), self.values))

    @property
    def line(self) -> Markup:
        """As words within a sentence, a list or a paragraph of the letter's own."""
        html = _html(self.text)
        one = _ONE_PARAGRAPH.fullmatch(html)
        return Markup(filled(one[1] if one else str(markdown.inline(self.text)), self.values))


def said(facts: LetterFacts, key: str, **values: str | Said) -> Said:
    """The wording of this key, as this letter says it: under the Regulations, the one of that key and ".eir".

    An authority's own words that no longer keep what the law asks give way to ours.
    """
    known = defaults(facts.language)
    if kinds.is_eir(facts) and f"{key}.eir" in known:
        key = f"{key}.eir"
    wording = known[key]
    words = Said(_text(facts, wording), {**_always(facts), **wording.fixed_words, **_plain(values)})
    for name, nested in values.items():
        if isinstance(nested, Said):
            words = words.with_words(name, nested)
    return words


def joined(*words: Said) -> Said:
    """One after the other, in one paragraph where each is one."""
    text = ""
    values: dict[str, str] = {}
    for each in words:
        each = each.beside(values)
        apart = "\n\n" if _BLOCK.search(each.text) or "\n" in text else " "
        text = f"{text}{apart}{each.text}" if text and each else text or each.text
        values |= each.values
    return Said(text, values)


def _text(facts: LetterFacts, wording: Wording) -> str:
    own = facts.wordings.get(wording.key, "")
    return own.strip() if own and not problems(wording, own) else wording.text


def _plain(values: Mapping[str, str | Said]) -> dict[str, str]:
    return {name: value for name, value in values.items() if not isinstance(value, Said)}


def _always(facts: LetterFacts) -> dict[str, str]:
    """The placeholders of every wording, `standard.ALWAYS_KNOWN`."""
    return {
        "authority": facts.authority.name,
        "reference": facts.reference,
        "received": dates.day(facts.received),
        "law": kinds.law_name(facts),
    }


@lru_cache(maxsize=2_048)
def _html(text: str) -> str:
    return str(markdown.to_html(text))
