"""foi-tracker serve: the application on a real WSGI server."""

from __future__ import annotations

import click

from foi_tracker.cli.settings import desk_of_the_machine, fail, settings

SAMPLE_OFFICER = "officer@example.org"


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=5000, show_default=True, type=click.IntRange(1, 65535), envvar="PORT")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64))
def command(host: str, port: int, threads: int) -> None:
    """Serve until stopped. Prints the address and, for the sample officer, a one-time sign-in link."""
    from waitress import create_server

    from foi_tracker import create_app
    from foi_tracker.letters.pdf import why_unavailable
    from foi_tracker.web.settings import SettingMissing

    try:
        app = create_app(settings())
    except SettingMissing as error:
        raise fail(str(error)) from error
    address = f"http://{host}:{port}"
    try:
        server = create_server(
            app,
            host=host,
            port=port,
            threads=threads,
            ident=None,
            inbuf_overflow=app.config["MAX_CONTENT_LENGTH"],  # so that no upload waits on the disk
        )
    except (OSError, ValueError) as error:  # another program serves there; there is no such host
        why = getattr(error, "strerror", "") or str(error).rstrip(".")
        raise fail(f"Nothing can be served at {address}: {why}. Try another --port or --host.") from error
    if missing := why_unavailable():
        click.echo(missing, err=True)
    click.echo(f"FOI Tracker is at {address}")
    if path := _link_for_the_sample_officer():
        click.echo(f"Sign in, once, with {address}{path}")
    server.run()


def _link_for_the_sample_officer() -> str | None:
    from foi_tracker.casework.people import make_link
    from foi_tracker.store.authorities import user_by_email

    with desk_of_the_machine() as desk:
        user = user_by_email(desk.session, SAMPLE_OFFICER)
        return f"/sign-in/link/{make_link(desk, user)}" if user else None
