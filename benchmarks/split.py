"""How well requests are split: python -m benchmarks.split [FOLDER] [--misses]

Questions count as right when their words are exactly those labelled, white space aside. A fifth of the files,
chosen by hash, is held out: it is measured, and its words are never shown. FOLDER holds labelled requests as
`foi_tracker.intake.labelled` writes them; without it the shared corpus is measured, and the tests' letters.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.folders import NothingToMeasure, labelled_in
from foi_tracker.intake.labelled import LabelledQuestion, LabelledRequest, NotLabelled, loads
from foi_tracker.intake.questions import split
from tests.intake import layouts
from tests.shared_data import SHARED

DEFAULT = SHARED / "corpus"
Splitter = Callable[[str], list[tuple[str | None, str]]]
_MARKER = re.compile(r"\s{0,20}(?:(?:Q|Question )?\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.):]|[-•*])\s?")


@dataclass(slots=True)
class Score:
    """Sums over requests: questions labelled, proposed and exactly right; requests, perfect, count right."""

    labelled: int = 0
    proposed: int = 0
    right: int = 0
    numbered: int = 0
    requests: int = 0
    perfect: int = 0
    counted: int = 0

    def add(self, request: LabelledRequest, proposed: Sequence[tuple[str | None, str]]) -> None:
        """Count one request in."""
        want = Counter(squeeze(each.text) for each in request.questions)
        got = Counter(squeeze(words) for _, words in proposed)
        both = sum((want & got).values())
        numbers = Counter((squeeze(each.text), _plain(each.number)) for each in request.questions)
        self.numbered += sum(
            (numbers & Counter((squeeze(words), _plain(n)) for n, words in proposed)).values()
        )
        self.labelled += sum(want.values())
        self.proposed += sum(got.values())
        self.right += both
        self.requests += 1
        self.perfect += want == got
        self.counted += len(proposed) in request.counts

    def row(self) -> str:
        """The figures of one row of the table."""
        precision = self.right / self.proposed if self.proposed else 0.0
        recall = self.right / self.labelled if self.labelled else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        shares = [
            self.perfect / self.requests,
            self.numbered / max(1, self.labelled),
            self.counted / self.requests,
        ]
        return "".join(f"{figure:8.3f}" for figure in (precision, recall, f1, *shares))


_split = cache(split)  # every table is of the same requests


def squeeze(words: str) -> str:
    """White space made plain."""
    return " ".join(words.split())


def _plain(number: str | None) -> str:
    return (number or "").lower().replace(".", "")


def ours(text: str) -> list[tuple[str | None, str]]:
    """The splitter of the product, without what it only offers."""
    return [(each.number, each.text) for each in _split(text).questions if not each.maybe]


def baseline(text: str) -> list[tuple[str | None, str]]:
    """Cut at list markers: every line that begins with one starts a question, which a blank line ends."""
    found: list[tuple[str | None, list[str]]] = []
    inside = False
    for line in text.splitlines():
        mark = _MARKER.match(line)
        if mark:
            found.append((mark[0].strip(" .):(") or None, [line[mark.end() :]]))
            inside = True
        elif not line.strip():
            inside = False
        elif inside:
            found[-1][1].append(line)
    return [(number, " ".join(words)) for number, words in found]


def held_out(request: LabelledRequest) -> bool:
    """Whether a request is of the fifth that is only measured."""
    return hashlib.sha256(str(request.id).encode()).digest()[0] % 5 == 0


def measure(requests: Iterable[LabelledRequest], splitter: Splitter) -> Score:
    """The sums of one splitter over some requests."""
    score = Score()
    for request in requests:
        score.add(request, splitter(request.text))
    return score


def table(requests: list[LabelledRequest]) -> str:
    """Ours beside the baseline: overall, held out or not, by style, and the ambiguous apart."""
    clear = [each for each in requests if not each.ambiguous]
    rows = {
        "unambiguous": clear,
        "  seen while written": [each for each in clear if not held_out(each)],
        "  held out": [each for each in clear if held_out(each)],
        "ambiguous": [each for each in requests if each.ambiguous],
        "all": requests,
    }
    styles = sorted({each.style for each in clear})
    rows |= {f"style: {style}": [each for each in clear if each.style == style] for style in styles}
    lines = ["".join(f"{name:>8}" for name in ("prec.", "recall", "F1", "perfect", "numbers", "count"))]
    lines[0] = f"{'':28}{'n':>4}{lines[0]}   {'baseline F1':>11}"
    for name, chosen in rows.items():
        if chosen:
            plain = measure(chosen, baseline).row()[16:24]
            lines.append(f"{name:28}{len(chosen):4}{measure(chosen, ours).row()}   {plain:>11}")
    return "\n".join(lines)


def misses(requests: Iterable[LabelledRequest]) -> Iterable[str]:
    """What went wrong in each request that may be read."""
    for request in requests:
        if held_out(request):
            continue
        want = [squeeze(each.text) for each in request.questions]
        got = [squeeze(words) for _, words in ours(request.text)]
        if want != got:
            yield f"--- {request.id} {request.style}{' (ambiguous)' if request.ambiguous else ''}"
            yield from (f"  missing: {words[:300]}" for words in want if words not in got)
            yield from (f"  extra:   {words[:300]}" for words in got if words not in want)


def letters() -> dict[str, list[LabelledRequest]]:
    """The tests' own letters: each batch written before the splitter was tried on it, and the rest."""
    batches = layouts.batches()
    batched = {name for names in batches.values() for name in names}
    batches["grown with the splitter"] = [name for name in layouts.names() if name not in batched]
    return {f"letters: {batch}": [_letter(name) for name in names] for batch, names in batches.items()}


def _letter(name: str) -> LabelledRequest:
    text, questions = layouts.letter(name)
    marked: list[LabelledQuestion] = []
    place = 0
    for words in questions:
        place = text.index(words, place)
        marked.append(LabelledQuestion(None, words, (place, place + len(words))))
        place += len(words)
    return LabelledRequest(name, text, tuple(marked), (len(marked),), style="letter")


def letters_table() -> str:
    """The tests' letters as they are split now: most were mended by them, so this is no unseen figure."""
    rows = []
    for name, chosen in letters().items():
        plain = measure(chosen, baseline).row()[16:24]
        rows.append(f"{name:28}{len(chosen):4}{measure(chosen, ours).row()[:32]}{'':16}   {plain:>11}")
    return "\n".join(rows)


def calibration(requests: Iterable[LabelledRequest]) -> str:
    """Of the questions proposed with each sureness, how many are exactly right."""
    bands = [(0.9, 1.01), (0.75, 0.9), (0.6, 0.75), (0.0, 0.6)]
    counts: Counter[tuple[float, bool]] = Counter()
    for request in requests:
        want = Counter(squeeze(each.text) for each in request.questions)
        for question in _split(request.text).questions:
            band = next(low for low, high in bands if low <= question.sure < high)
            right = want[squeeze(question.text)] > 0
            want[squeeze(question.text)] -= 1
            counts[band, right and not question.maybe] += 1
    lines = [f"{'sure':28}{'n':>4}{'exact':>8}"]
    for low, high in bands:
        number = counts[low, True] + counts[low, False]
        share = f"{counts[low, True] / number:8.3f}" if number else f"{'-':>8}"
        lines.append(f"{f'{low:.2f} to {min(high, 1.0):.2f}':28}{number:4}{share}")
    return "\n".join(lines)


SHAPES = {
    "numbered lines": "\n".join(f"{n}. How many cats were seen in {n}?" for n in range(1, 100)) + "\n",
    "unmarked questions": "How many ducks?\n",
    "one long line": "Please state how many and also (a) which, (b) when ",
    "one paragraph": "Please state how many ducks there are in the park and who feeds them. ",
    "brackets": "((((1) (a) ",
    "spaces and tabs": "a \t \t  ",
    "digits": "1.1.1.1.",
    "initials": "A. B. C. ",
    "bullets": "- x\n",
    "quoted lines": "> 1. How many?\n",
    "nested lists": "1.\n a)\n  i)\n",
    "open quotation marks": '"a\n',
}
"""What 200 kB may be made of."""


def speed() -> str:
    """Seconds to split 200 kB of each shape, of processor time."""
    lines = []
    for name, words in SHAPES.items():
        text = (words * (200_000 // len(words) + 1))[:200_000]
        began = time.process_time()
        split(text)
        lines.append(f"{name:28}{time.process_time() - began:8.2f} s for 200 kB")
    return "\n".join(lines)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument(
        "--misses", action="store_true", help="show what went wrong in the files that may be read"
    )
    options = parser.parse_args()
    try:
        files = labelled_in(options.folder, "requests", DEFAULT)
        requests = [loads(path.read_text(encoding="utf-8")) for path in files]
    except (NotLabelled, NothingToMeasure) as error:
        print(error, file=sys.stderr)
        return 1
    parts = [table(requests), calibration(requests)]
    if options.folder == DEFAULT:
        parts = [parts[0], letters_table(), parts[1], speed()]
    print(*parts, sep="\n\n")
    if options.misses:
        print("", *misses(requests), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
