"""The foi-tracker command. Each command is a file of its own, loaded when it is called.

`due`, `split` and `check` need no settings, no secret and no database, and load none of them.
"""

from __future__ import annotations

import importlib

import click

COMMANDS = {
    "due": ("foi_tracker.cli.due", "The due dates of a request, with the count behind them"),
    "split": ("foi_tracker.cli.split", "The questions of a request's words"),
    "check": ("foi_tracker.cli.check", "What the law misses in letters that somebody else wrote"),
    "setup": ("foi_tracker.cli.setup", "Make the secret and the database, or bring it up to date"),
    "serve": ("foi_tracker.cli.serve", "Serve the application"),
    "link": ("foi_tracker.cli.link", "Make a one-time link that signs a person in"),
    "sample": ("foi_tracker.cli.sample", "Make the sample authorities and cases"),
    "letter": ("foi_tracker.cli.letter", "Write a letter of a case as PDF"),
    "corrections": ("foi_tracker.cli.corrections", "What officers corrected, as labelled requests"),
    "verify-audit": ("foi_tracker.cli.verify_audit", "Prove that the audit chain holds"),
    "holidays": ("foi_tracker.cli.holidays", "Add a bank holiday and recompute open cases"),
}


class Commands(click.Group):
    """A group that imports a command's file only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in --help, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=Commands)
def main() -> None:
    """FOI Tracker: from the request that arrived to the letter that left."""
