"""`foi-tracker split`: the questions of a request's words as JSON, with no settings and no database."""

from __future__ import annotations

import json
from typing import BinaryIO

import click

from foi_tracker.intake.questions import split


@click.command("split")
@click.argument("file", type=click.File("rb"))
@click.option("--explain", is_flag=True, help="Add why each is a question, and how sure that is (0 to 1)")
def command(file: BinaryIO, explain: bool) -> None:
    """Propose the questions in FILE (- for standard input), with where each lies in the text.

    Places are counted in characters from nought, line ends as they stand in FILE.
    """
    found = split(file.read().decode("utf-8", errors="replace"))
    questions = [
        {
            "label": each.label,
            "number": each.number,
            "text": each.text,
            "span": list(each.span),
            "stem": each.stem,
            "section": each.section,
            "maybe": each.maybe,
            **({"why": each.why, "sure": each.sure} if explain else {}),
        }
        for each in found.questions
    ]
    other = [{"kind": each.kind, "span": list(each.span)} for each in found.other]
    click.echo(json.dumps({"questions": questions, "other": other}, ensure_ascii=False, indent=2))
