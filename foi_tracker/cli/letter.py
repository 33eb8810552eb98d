"""foi-tracker letter: a letter of a case as PDF. An issued letter gives its stored bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from foi_tracker.cli.settings import desk_of_the_machine, fail

if TYPE_CHECKING:
    from foi_tracker.casework.desk import Desk
    from foi_tracker.models import Case, Letter


@click.command()
@click.argument("reference")
@click.option("--authority", help="The authority's short name in addresses, where two share the reference")
@click.option("--kind", default="response", show_default=True, help="Which kind of letter")
@click.option("--pdf", "target", required=True, type=click.Path(dir_okay=False, path_type=Path))
def command(reference: str, authority: str | None, kind: str, target: Path) -> None:
    """Write the newest letter of this kind of the request REFERENCE to a file."""
    from foi_tracker.casework.desk import NotAllowed
    from foi_tracker.files.folder import BytesDamaged
    from foi_tracker.letters.pdf import PdfUnavailable

    with desk_of_the_machine() as desk:
        case = _case(desk, reference, authority)
        try:
            content, what = _pdf(desk, case, kind)
        except (NotAllowed, PdfUnavailable, BytesDamaged) as error:
            raise fail(str(error)) from error
        except OSError as error:
            raise fail(
                f"The letter that is kept cannot be read: {error.strerror}. Restore it from a backup."
            ) from error
    try:
        target.write_bytes(content)
    except OSError as error:
        raise fail(f"{target} cannot be written: {error.strerror}.") from error
    click.echo(f"Wrote {target} ({what}, {len(content)} bytes).")


def _case(desk: Desk, reference: str, authority: str | None) -> Case:
    from foi_tracker.store.cases import by_reference

    found = [
        case
        for case in by_reference(desk.session, desk.scope, reference)
        if authority in (None, case.authority.slug)
    ]
    if not found:
        raise fail(f"There is no request {reference}.")
    if len(found) > 1:
        slugs = " or ".join(case.authority.slug for case in found)
        raise fail(f"Two authorities have a request {reference}. Add --authority {slugs}.")
    return found[0]


def _pdf(desk: Desk, case: Case, kind: str) -> tuple[bytes, str]:
    from foi_tracker.casework.letters import DRAFT, draft_pdf, issued_pdf
    from foi_tracker.store.letters import letters_of

    of_kind: list[Letter] = [letter for letter in letters_of(desk.session, case) if letter.kind == kind]
    if not of_kind:
        raise fail(f"Request {case.reference} has no {kind} letter yet.")
    issued = [letter for letter in of_kind if letter.state != DRAFT]
    if issued:
        return issued_pdf(
            desk, case, issued[-1]
        ), f"issued {issued[-1].dated}, SHA-256 {issued[-1].pdf_sha256}"
    return draft_pdf(desk, case, of_kind[-1]), "a draft"
