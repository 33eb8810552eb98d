"""`foi-tracker check`: what the law misses in letters that somebody else wrote.

No settings, no secret and no database. What reads files is loaded when there is one to read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from os.path import abspath, realpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from foi_tracker.cli.check_dates import BadInput, ListedDates, day, in_order, listed_dates

if TYPE_CHECKING:
    from foi_tracker.intake.checking import CheckedFile, Known

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Wanted:
    """The options of one run."""

    received: str
    issued: str
    request: str
    regime: str
    dates: str
    as_json: bool
    as_table: bool
    csv_file: str


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--received", default="", metavar="DATE", help="When the request came. For one letter")
@click.option("--issued", default="", metavar="DATE", help="When the letter left. For one letter")
@click.option("--request", default="", metavar="FILE", help="What was asked. For one letter")
@click.option("--regime", type=click.Choice(["FOIA", "EIR"]), help="The law; else as the letter says")
@click.option("--dates", default="", metavar="FILE", help="A CSV with the columns file, received and issued")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; the default for one letter")
@click.option("--table", "as_table", is_flag=True, help="Print a table; the default for several")
@click.option("--csv", "csv_file", default="", metavar="FILE", help="Write a row a finding")
def command(files: tuple[str, ...], **options: Any) -> None:
    """Check letters (txt, docx, odt, pdf, eml) as the regulator would. A folder means every file in it.

    Ends with 1 where something must be mended, else with 2 where something could not be read, else with 0.
    """
    wanted = Wanted(**{**options, "regime": options["regime"] or ""})
    try:
        checked, one = _run(files, wanted)
    except BadInput as problem:
        _tell(str(problem))
        sys.exit(2)
    for file in checked:
        if file.problem:
            _tell(f"{file.name}: {file.problem}")
        for sentence in file.unread:
            _tell(f"{file.name}: {sentence}")
    if wanted.as_json or (one and not wanted.as_table):
        _print_json(checked, one)
    else:
        from foi_tracker.cli.check_table import table

        click.echo(table(checked))
    try:
        if wanted.csv_file:
            _write_csv(checked, wanted.csv_file)
    except BadInput as problem:  # what was found is told all the same
        _tell(str(problem))
        sys.exit(2)
    sys.exit(_status(checked))


def _tell(problem: str) -> None:
    click.echo(f"foi-tracker check: {problem}", err=True)


def _run(names: Sequence[str], wanted: Wanted) -> tuple[list[CheckedFile], bool]:
    """Check every file; whether there was one letter only."""
    paths = _to_check(names, wanted)
    one = len(paths) == 1 and not Path(names[0]).is_dir()
    if not one and (wanted.received or wanted.issued or wanted.request):
        raise BadInput(
            "--received, --issued and --request are of one letter. "
            "Give the dates of several with --dates FILE."
        )
    known = _known(wanted, paths)
    if wanted.csv_file:
        _can_be_written(wanted.csv_file, [*paths, wanted.dates, wanted.request])
    checked = []
    hidden = len(paths) == 1 or not sys.stderr.isatty()
    with click.progressbar(
        paths, label="Reading letters", show_pos=True, file=sys.stderr, hidden=hidden
    ) as bar:
        for path in bar:
            checked.append(_checked(path, known(path)))
    return checked, one


def _to_check(names: Sequence[str], wanted: Wanted) -> list[str]:
    """Each file once, however often it is named, and not the list of dates that lies among the letters.

    Raises:
        BadInput: one is not there, or there is none.
    """
    found = {abspath(path): path for path in _paths(names)}
    if wanted.dates and abspath(wanted.dates) not in map(abspath, names):
        found.pop(abspath(wanted.dates), None)
    if not found:
        raise BadInput(f"There is no letter in {', '.join(names)}.")
    return list(found.values())


def _checked(path: str, known: Known) -> CheckedFile:
    from foi_tracker.intake.checking import CheckedFile, check_file

    name = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a name may be no UTF-8
    try:
        return replace(check_file(path, _content(path), known), name=name)
    except BadInput as problem:  # of many, one that the machine does not let us read stops none
        return CheckedFile(name, problem=str(problem).replace(path, name))


def _paths(names: Sequence[str]) -> Iterator[str]:
    """The files named, and every file of a folder but those that programs hide.

    Raises:
        BadInput: one is not there, or a folder holds none.
    """
    for name in names:
        path = Path(name)
        if name == STANDARD_INPUT or (path.exists() and not path.is_dir()):  # a pipe is as good as a file
            yield name
        elif path.is_dir():
            found = [
                each for each in sorted(path.rglob("*")) if each.is_file() and not _is_hidden(each, path)
            ]
            if not found:
                raise BadInput(f"There is no file in the folder {name}.")
            yield from map(str, found)
        else:
            raise BadInput(f"There is no file or folder {name}.")


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def _content(name: str) -> bytes:
    """The bytes of a file.

    Raises:
        BadInput: the machine does not let us read it.
    """
    from foi_tracker.intake.documents import LARGEST_FILE

    most = LARGEST_FILE + 1  # so much is enough to tell that it is too large
    try:
        if name == STANDARD_INPUT:
            return sys.stdin.buffer.read(most)
        with Path(name).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror}.") from None


def _known(wanted: Wanted, paths: Sequence[str]) -> Callable[[str], Known]:
    """What is known of each file besides its words, from the options and from the list of dates.

    Raises:
        BadInput: a date is none, or the list has a name of no file that is checked, or of several.
    """
    from foi_tracker.intake.checking import Known

    dates = in_order(day(wanted.received, "--received"), day(wanted.issued, "--issued"), "--issued")
    request = _request(wanted.request) if wanted.request else ""
    listed = listed_dates(_content(wanted.dates), wanted.dates) if wanted.dates else ListedDates({})
    matched = listed.matched(paths)
    if strangers := [name for name, files in matched.items() if not files]:
        raise BadInput(f"{wanted.dates} has dates of what is not checked: {', '.join(strangers)}.")
    for name, files in matched.items():
        if len(files) > 1:
            raise BadInput(
                f"{wanted.dates}: {name} is the name of {len(files)} files: {', '.join(files)}. "
                "Give more of the path, in a line for each."
            )

    def known(name: str) -> Known:
        return Known(*(listed.of(name) or dates), request, wanted.regime)

    return known


def _request(name: str) -> str:
    from foi_tracker.intake.documents import Unreadable, read_document

    try:
        return read_document(_content(name), name).text
    except Unreadable as problem:
        raise BadInput(f"{name}: {problem}") from None


def _can_be_written(name: str, sources: Sequence[str]) -> None:
    """Known before an hour of reading, and not after it.

    Raises:
        BadInput: it cannot be, or it is one of the files that are read.
    """
    if realpath(name) in {realpath(source) for source in sources if source}:
        raise BadInput(f"{name} is one of the files to read. Write to another, outside their folder.")
    if Path(name).is_fifo():  # which to open and close would end
        return
    try:
        Path(name).open("ab").close()
    except OSError as error:
        raise BadInput(f"{name} cannot be written: {error.strerror}.") from None


def _write_csv(checked: Sequence[CheckedFile], name: str) -> None:
    from foi_tracker.intake.checking import rows
    from foi_tracker.intake.csv_text import to_csv

    try:
        Path(name).write_bytes(to_csv(rows(checked)).encode("utf-8", "replace"))
    except OSError as error:
        raise BadInput(f"{name} cannot be written: {error.strerror}.") from None


def _print_json(checked: Sequence[CheckedFile], one: bool) -> None:
    if one:
        if checked[0].letter is not None:
            click.echo(json.dumps(checked[0].letter, ensure_ascii=False, indent=2))
        return
    told = [
        {"file": file.name, **(file.letter if file.letter is not None else {"problem": file.problem})}
        for file in checked
    ]
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _status(checked: Sequence[CheckedFile]) -> int:
    if any(file.count("must") for file in checked):
        return 1
    return 2 if any(file.problem or file.unread for file in checked) else 0
