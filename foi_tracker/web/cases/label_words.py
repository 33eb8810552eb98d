"""Labels of questions as people say them."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def say_questions(labels: Collection[str], in_order: Sequence[str]) -> str:
    """Question 8A; Questions 2 and 3; Questions 1 to 8, 9 and 10: `in_order` are all the request's."""
    runs = _runs(labels, in_order)
    pieces = [piece for run in runs for piece in (run if len(run) < 3 else [f"{run[0]} to {run[-1]}"])]
    if not pieces:
        return ""
    said = pieces[0] if len(pieces) == 1 else f"{', '.join(pieces[:-1])} and {pieces[-1]}"
    return f"{'Question' if sum(map(len, runs)) == 1 else 'Questions'} {said}"


def _runs(labels: Collection[str], in_order: Sequence[str]) -> list[list[str]]:
    runs: list[list[str]] = []
    follows = False
    for label in in_order:
        if label in labels:
            if not follows:
                runs.append([])
            runs[-1].append(label)
        follows = label in labels
    return runs


def short(text: str, longest: int = 90) -> str:
    """The first words of a question, in one line: for a list to tick from."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
