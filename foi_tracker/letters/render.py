"""Facts to HTML and to plain words, in a strict Jinja environment of its own.

What people type is only ever a value here: templates come from the folder of their language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters import assets, plain
from foi_tracker.letters.kinds import Kind
from foi_tracker.letters.languages import TEMPLATES, language_of
from foi_tracker.letters.parts import parts_of
from foi_tracker.letters.standard import defaults
from foi_tracker.letters.style import LOGO, is_beside, own_css
from foi_tracker.letters.typeset import typeset

_NOT_IN_EMAIL = frozenset({"letterhead", "address"})


@lru_cache
def environment(templates: Path = TEMPLATES) -> Environment:
    """The environment of one language's templates: strict, escaping, without Flask's globals."""
    return Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def letter_html(facts: LetterFacts, *, draft: bool = False) -> str:
    """The letter as a page for the PDF engine, which brings its own style sheets and the logo."""
    head = Markup("<style>{}</style>").format(Markup(own_css(facts)))
    return _page(facts, draft, head, logo=LOGO if facts.authority.logo else "")


def preview_html(
    facts: LetterFacts,
    *,
    stylesheet: str,
    nonce: str = "",
    draft: bool = True,
    logo: str = "",
    made_up: bool = False,
) -> str:
    """The letter as a whole page for a frame. `stylesheet` is the address of `assets.preview_css`.

    `nonce` is that of the page's Content-Security-Policy, `logo` the address of the logo. A letter that
    is `made_up` answers no request, and says so.
    """
    head = Markup('<link rel="stylesheet" href="{}"><style nonce="{}">{}</style>').format(
        stylesheet, nonce, Markup(own_css(facts, with_mark=False))
    )
    mark = Markup(assets.mark_svg(facts.authority.mark, facts.authority.accent))
    return _page(facts, draft, head, mark, logo if facts.authority.logo else "", made_up)


def plain_text(facts: LetterFacts, *, whole: bool = False) -> str:
    """The letter in plain words, for an email or a web form; `whole` keeps the letterhead and address."""
    html = _page(facts, draft=False, head=Markup(""))
    return plain.to_text(html, without=frozenset() if whole else _NOT_IN_EMAIL)


def wordings_used(facts: LetterFacts) -> tuple[str, ...]:
    """The keys of the wordings that this letter prints, the authority's own or ours."""
    heard = _Heard(facts.wordings)
    _page(replace(facts, wordings=heard), draft=False, head=Markup(""))
    return tuple(key for key in defaults(facts.language) if key in heard.keys_asked)


def with_wordings(facts: LetterFacts, own: Mapping[str, str]) -> LetterFacts:
    """The facts with those of the authority's own wordings that the letter prints."""
    used = wordings_used(facts)
    return replace(facts, wordings={key: own[key] for key in used if key in own})


class _Heard(Mapping[str, str]):
    """Wordings that note which of them are asked for, whether they hold them or not."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        self.keys_asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.keys_asked.add(key)
        return self.words[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)


def _page(
    facts: LetterFacts,
    draft: bool,
    head: Markup,
    mark: Markup | None = None,
    logo: str = "",
    made_up: bool = False,
) -> str:
    kind = Kind(facts.kind)
    language = language_of(facts.language)
    page = environment(language.templates).get_template(f"{kind}.html")
    html = page.render(
        facts=facts,
        letter=language.view(facts),
        language=language.code,
        parts=parts_of(kind),
        draft=draft,
        head=head,
        mark=None if logo else mark,
        logo=logo,
        drawn=bool(facts.authority.logo) and logo == LOGO and not facts.authority.logo_alt,
        beside=is_beside(facts.authority),
        made_up=made_up,
    )
    return typeset(html, language.joined)
