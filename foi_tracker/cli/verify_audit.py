"""foi-tracker verify-audit: read every chain, and name each entry that does not hold."""

from __future__ import annotations

import click

from foi_tracker.cli.settings import desk_of_the_machine


@click.command()
@click.pass_context
def command(ctx: click.Context) -> None:
    """Prove that the audit chain of each authority holds. Ends with status 1 where one does not."""
    from foi_tracker.casework.audit import verify
    from foi_tracker.store.audit import head
    from foi_tracker.store.authorities import all_authorities
    from foi_tracker.store.database import reading

    reading.set(True)  # a long chain takes a while, and officers go on saving meanwhile
    broken = False
    with desk_of_the_machine() as desk:
        for authority in all_authorities(desk.session):
            count, defects = verify(desk, authority)
            end = head(desk.session, authority)
            for defect in defects:
                click.echo(f"{defect.authority}: {defect.what}")
            broken = broken or bool(defects)
            ends = f"ending {end.entry_hash}" if end else "empty"
            click.echo(f"{authority.slug}: {count:,} entries, {ends}: {'BROKEN' if defects else 'holds'}")
    if broken:
        ctx.exit(1)
