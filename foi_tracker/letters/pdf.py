"""The letter as a PDF: archival (PDF/A-3a) and accessible (PDF/UA-1) in one file.

The same facts give the same bytes. WeasyPrint is imported at the first letter,
not with this module, so that everything else works on a machine that lacks its libraries.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from types import ModuleType
from typing import Any

from foi_tracker.law.notices.facts import LetterFacts
from foi_tracker.letters import assets
from foi_tracker.letters.conformance import make_accessible
from foi_tracker.letters.render import letter_html
from foi_tracker.letters.style import LOGO

_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_ONE_AT_A_TIME = threading.Lock()  # two threads that share fonts corrupt memory


class PdfUnavailable(RuntimeError):
    """This machine lacks the libraries that draw a PDF. The message says which, and the command to run."""


def make_pdf(facts: LetterFacts, *, draft: bool = False, logo: bytes = b"") -> bytes:
    """The letter as PDF/A-3a and PDF/UA-1; a draft is marked on every page.

    `logo` is the picture that the facts name. PdfUnavailable where Pango or HarfBuzz is not installed.
    """
    return html_to_pdf(
        letter_html(facts, draft=draft),
        large_print=facts.large_print,
        at_foot=facts.authority.letterhead_at_foot and not facts.large_print,
        behind=_behind(facts, draft),
        logo=(logo, facts.authority.logo_type),
        points=facts.authority.large_print_size,
    )


def html_to_pdf(
    html: str,
    *,
    large_print: bool = False,
    at_foot: bool = False,
    behind: str = "",
    logo: tuple[bytes, str] = (b"", ""),
    points: int = assets.LARGE_PRINT,
) -> bytes:
    """The page of `render.letter_html` as a PDF. `behind` names the watermark: "sample", "draft" or "".

    `logo` is its picture and media type, `points` the size of large print.
    """
    with _ONE_AT_A_TIME:
        engine = _engine()
        page = engine.weasyprint.HTML(string=html, url_fetcher=_BundledOnly(logo))
        made = page.write_pdf(
            stylesheets=engine.sheets(points if large_print else 0, at_foot, behind),
            font_config=engine.fonts,
            pdf_variant="pdf/a-3a",
            finisher=lambda _document, pdf: make_accessible(pdf),
        )
    if not isinstance(made, bytes):
        raise TypeError("WeasyPrint returned no bytes.")
    return made


def why_unavailable() -> str:
    """One line that says why no PDF can be made here and what to run; "" where all is well."""
    try:
        with _ONE_AT_A_TIME:
            _engine()
    except PdfUnavailable as problem:
        return str(problem)
    return ""


def _behind(facts: LetterFacts, draft: bool) -> str:
    return "draft" if draft else "sample" if facts.authority.is_sample else ""


class _Engine:
    """WeasyPrint with the fonts loaded and the style sheets parsed once in the life of the process."""

    def __init__(self, weasyprint: ModuleType) -> None:
        from weasyprint.text.fonts import FontConfiguration

        self.weasyprint = weasyprint
        self.fetcher = _BundledOnly()
        self.fonts = FontConfiguration()
        self.shared = [self._css(assets.stylesheet(name)) for name in ("fonts", "letter", "page")]
        self.parsed: dict[str, Any] = {}

    def sheets(self, large: int, at_foot: bool, behind: str) -> list[Any]:
        """The style sheets of one letter, in order; `large` is the size of large print, 0 for none."""
        chosen = list(self.shared)
        if large:
            sheets = [assets.stylesheet(name) for name in ("large", "page-large")]
            chosen += [self._once(assets.large_css(sheet, large)) for sheet in sheets]
        if at_foot:
            chosen.append(self._once(assets.stylesheet("page-at-foot")))
        chosen.append(self._once(assets.backgrounds(large_print=bool(large), behind=behind)))
        return chosen

    def _once(self, css: str) -> Any:
        if css not in self.parsed:
            self.parsed[css] = self._css(css)
        return self.parsed[css]

    def _css(self, css: str) -> Any:
        return self.weasyprint.CSS(string=css, font_config=self.fonts, url_fetcher=self.fetcher)


class _BundledOnly:
    """WeasyPrint's way to our own assets, to the logo of the letter under way, and to nothing else."""

    _fail_on_errors = False  # WeasyPrint asks for it when an address is refused

    def __init__(self, logo: tuple[bytes, str] = (b"", "")) -> None:
        self.logo = logo

    def __call__(self, url: str) -> Any:
        from weasyprint.urls import URLFetcherResponse

        data, media_type = self.logo if url == LOGO else assets.read(url)
        return URLFetcherResponse(url, data, {"Content-Type": media_type})


@lru_cache
def _engine() -> _Engine:
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise PdfUnavailable(
            f"No PDF can be made on this machine: WeasyPrint lacks its libraries ({_first_line(error)}). "
            f"Run: apt-get install {_PACKAGES}"
        ) from error
    return _Engine(weasyprint)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]
