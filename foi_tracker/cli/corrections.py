"""foi-tracker corrections: what an authority's officers corrected, as labelled requests to measure by."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from foi_tracker.cli.settings import desk_of_the_machine, fail


@click.command()
@click.argument("authority")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def command(authority: str, folder: Path) -> None:
    """Write one JSON file a request of AUTHORITY (its short name in addresses) into a new FOLDER.

    Only of an authority that agreed to it on its settings page. Who asked is masked, character by character.
    """
    from foi_tracker.casework.corrections import export_corrections
    from foi_tracker.casework.desk import NotAllowed
    from foi_tracker.store.authorities import authority_by_slug

    if folder.exists():
        raise fail(f"{folder} is there already. Name a new folder.")
    try:
        with desk_of_the_machine() as desk:
            found = authority_by_slug(desk.session, authority)
            if found is None:
                raise fail(f"There is no authority {authority}.")
            made = export_corrections(desk, found)
            _write(folder, made.files)
    except (NotAllowed, OSError) as error:
        raise fail(str(error)) from error
    click.echo(f"Wrote {len(made.files):,} requests with {made.questions:,} questions to {folder}.")
    if made.left_out:
        click.echo(f"{made.left_out} questions that stand in no words of a request were left out.")


def _write(folder: Path, files: dict[str, str]) -> None:
    """All of the files or none: the folder takes its name when the last one is written."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".writing-") as place:
        made = Path(place) / "corrections"
        made.mkdir()
        for name, words in files.items():
            (made / name).write_text(words, encoding="utf-8")
        made.rename(folder)
