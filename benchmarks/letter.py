"""What a letter costs beyond WeasyPrint itself, and what its preview costs.

Run `python -m benchmarks.letter`. A two-page letter, warm: facts to finished PDF, against WeasyPrint alone on
the same HTML with its fonts shared and its CSS parsed once. The two are measured in turn and in
processor time, so that other work on the machine counts for little. Goals: no more than 1.15 times, and the
preview under a tenth.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from foi_tracker.letters import assets
from foi_tracker.letters.pdf import make_pdf
from foi_tracker.letters.render import letter_html, preview_html
from tests.factories.letters import refusal

ROUNDS = 40
MOST_FOR_PDF = 1.15
MOST_FOR_PREVIEW = 0.10


def weasyprint_alone(html: str) -> Callable[[], bytes]:
    """WeasyPrint on ready HTML with the same style sheets, as plainly as its manual says to be fast."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcherResponse

    def fetch(url: str) -> URLFetcherResponse:
        data, media_type = assets.read(url)
        return URLFetcherResponse(url, data, {"Content-Type": media_type})

    fonts = FontConfiguration()
    texts = [assets.stylesheet(name) for name in ("fonts", "letter", "page")]
    texts.append(assets.backgrounds(large_print=False, behind="sample"))
    sheets = [CSS(string=text, font_config=fonts, url_fetcher=fetch) for text in texts]
    return lambda: HTML(string=html, url_fetcher=fetch).write_pdf(
        stylesheets=sheets, font_config=fonts, pdf_variant="pdf/a-3a"
    )


def in_turn(rounds: int, **tasks: Callable[[], object]) -> dict[str, float]:
    """The median milliseconds of each task, all of them measured in every round."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for task in tasks.values():
        task()
    for _round in range(rounds):
        for name, task in tasks.items():
            begun = process_time()
            task()
            times[name].append((process_time() - begun) * 1000)
    return {name: median(taken) for name, taken in times.items()}


def main() -> int:
    """Prints the table; 1 where a goal is missed."""
    facts = refusal()
    took = in_turn(
        ROUNDS,
        alone=weasyprint_alone(letter_html(facts)),
        ours=lambda: make_pdf(facts),
        preview=lambda: preview_html(facts, stylesheet="/letter.css"),
    )
    rows = [
        ("WeasyPrint alone, HTML to PDF", took["alone"], 1.0, None),
        ("facts to finished PDF", took["ours"], took["ours"] / took["alone"], MOST_FOR_PDF),
        ("facts to HTML preview", took["preview"], took["preview"] / took["ours"], MOST_FOR_PREVIEW),
    ]
    print(f"{'a two-page letter, warm':32}{'ms':>8}{'ratio':>8}{'at most':>9}")
    for name, milliseconds, ratio, most in rows:
        print(f"{name:32}{milliseconds:8.1f}{ratio:8.2f}{most if most else '':>9}")
    return int(any(most is not None and ratio > most for _name, _ms, ratio, most in rows))


if __name__ == "__main__":
    sys.exit(main())
