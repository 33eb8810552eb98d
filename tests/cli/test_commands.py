"""The commands as whoever keeps the machine types them: real processes, an instance folder of their own."""

from __future__ import annotations

import hashlib
import re
import shutil
import socket
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from foi_tracker.casework.desk import Actor, Desk, holidays_in_force
from foi_tracker.cli import setup
from foi_tracker.files.folder import Folder
from foi_tracker.store.authorities import user_by_email
from foi_tracker.store.database import session_to
from foi_tracker.store.migrate import downgrade
from foi_tracker.store.scope import Scope
from tests.cli.conftest import Run
from tests.command import TODAY, sample, set_up
from tests.conftest import Make
from tests.factories.authorities import authority as make_authority
from tests.factories.cases import case, confirmed_case
from tests.factories.people import person
from tests.factories.sent_letters import answer_all, issued


def _fill(folder: Path) -> None:
    set_up(folder)
    with session_to(f"sqlite:///{folder / 'foi.sqlite'}") as session:
        police, council = make_authority(session), make_authority(session, "southmere-council")
        officer = person(session, "Sam Officer", police, council)
        scope = Scope(frozenset({police.id, council.id}))
        holidays = holidays_in_force(session)
        desk = Desk(session, Actor.of(officer), scope, TODAY, holidays, Folder(folder / "files"))
        answered, _ = confirmed_case(desk, police)
        answer_all(desk, answered)
        issued(desk, answered)
        case(desk, council, received_on=date(2026, 2, 2))


@pytest.fixture
def filled(folder: Path, once: Callable[[str, Make], Path]) -> str:
    """Two authorities that share 001-26; the first has issued its answer."""
    shutil.copytree(once("filled", _fill), folder)
    return f"sqlite:///{folder / 'foi.sqlite'}"


def test_setup_makes_the_secret_and_the_tables_and_may_be_run_again(folder: Path, run: Run) -> None:
    first = run("setup")
    assert first.returncode == 0, first.stderr
    secret = folder / "secret-key"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert len(secret.read_text()) == 64
    before = secret.read_text()
    assert run("setup").stdout == "The database is ready.\n"
    assert secret.read_text() == before


def test_without_a_secret_nothing_is_served(run: Run) -> None:
    refused = run("serve", "--port", "1")
    assert refused.returncode != 0
    assert "There is no secret key" in refused.stderr


@pytest.mark.parametrize("command", [("sample",), ("verify-audit",), ("serve",)])
def test_before_it_is_set_up_a_command_says_in_one_line_what_to_run(
    run: Run, command: tuple[str, ...]
) -> None:
    refused = run(*command)
    assert refused.returncode == 1
    assert "foi-tracker setup" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("command", "setting", "why"),
    [
        (("verify-audit",), {"FOI_TODAY": "tomorrow"}, "FOI_TODAY must be a date written as YYYY-MM-DD."),
        (("verify-audit",), {"DATABASE_URL": "foi.sqlite"}, "DATABASE_URL must be the address of a"),
        (("serve",), {"DATABASE_URL": "mysql://foi:sesame@db/foi"}, "DATABASE_URL must be the address of a"),
        (("setup",), {"DATABASE_URL": "postgresql://foi:sesame@127.0.0.1:1/foi"}, "Connection refused"),
        (("setup",), {"FOI_INSTANCE": "/proc/foi"}, "/proc/foi cannot be made: No such file or directory."),
    ],
)
def test_a_setting_that_makes_no_sense_is_told_in_plain_words_and_no_password_with_it(
    run: Run, command: tuple[str, ...], setting: dict[str, str], why: str
) -> None:
    refused = run(*command, **setting)
    assert refused.returncode == 1
    assert why in refused.stderr
    assert "Traceback" not in refused.stderr
    assert "sesame" not in refused.stderr


def test_setup_refuses_a_database_of_a_later_version(run: Run, url: str) -> None:
    with session_to(url) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    refused = run("setup")
    assert refused.returncode == 1
    assert "The database cannot be prepared: Can't locate revision identified by '9999'" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_after_an_upgrade_no_request_keeps_a_date_that_is_reckoned_otherwise_now(
    run: Run, filled: str
) -> None:
    downgrade(filled, "0008")
    with session_to(filled) as session:
        session.execute(text("UPDATE \"case\" SET due_on = '2026-03-20' WHERE due_on = '2026-02-25'"))
    upgraded = run("setup")
    assert upgraded.returncode == 0, upgraded.stderr
    assert upgraded.stdout.splitlines() == [
        "northvale-police 001-26: 2026-03-20 -> 2026-02-25",
        "1 open requests moved.",
        "The database is ready.",
    ]
    assert run("verify-audit").returncode == 0
    assert run("setup").stdout == "The database is ready.\n"


def test_what_could_not_be_reckoned_after_an_upgrade_is_reckoned_once_it_is_put_right(
    run: Run, filled: str
) -> None:
    """The tables are of this version by then; the dates are not."""
    wrong = text("UPDATE \"case\" SET due_on = '2026-03-20'")
    receive = text('UPDATE "case" SET received_on = :day WHERE authority_id = 2')
    with session_to(filled) as session:
        session.execute(wrong)
        session.execute(receive, {"day": "1950-01-01"})
    failed = run("setup")
    assert failed.returncode == 1
    assert failed.stdout.splitlines() == [
        "northvale-police 001-26: 2026-03-20 -> 2026-02-25",
        "1 open requests moved.",
        "The database is ready.",
    ]
    named, error = failed.stderr.splitlines()
    assert named.startswith(
        "southmere-council 001-26 could not be reckoned and keeps its dates: 1950-01-01 is"
    )
    assert "named above" in error
    serving = run("setup", "--before-serving")
    assert serving.returncode == 0, "where officers put it right must start all the same"
    assert serving.stderr.splitlines() == [named]

    with session_to(filled) as session:
        session.execute(receive, {"day": "2026-02-02"})
    done = run("setup")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "southmere-council 001-26: 2026-03-20 -> 2026-03-02",
        "1 open requests moved.",
        "The database is ready.",
    ]
    assert run("verify-audit").returncode == 0


def test_a_closed_request_that_is_open_by_newer_rules_is_told_after_an_upgrade(run: Run, filled: str) -> None:
    with session_to(filled) as session:
        session.execute(
            text(
                "UPDATE \"case\" SET stage = 'closed', closed_on = '2026-02-04', answered_on = '2026-02-04',"
                " answered_late = true, due_on = NULL WHERE authority_id = 1"
            )
        )
    assert run("setup").stdout.splitlines() == [
        "northvale-police 001-26: answered 2026-02-04, late -> no, closed 2026-02-04 -> no,"
        " stage “Closed” -> “Issued, not sent”",
        "northvale-police 001-26: None -> 2026-02-25",
        "1 open requests moved.",
        "The database is ready.",
    ]


def test_a_long_reckoning_says_how_far_it_has_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    progress = setup.Progress("northvale-police")
    progress(1, 12_000)
    monkeypatch.setattr(setup, "SECONDS_OF_SILENCE", 0)
    progress(2_500, 12_000)
    assert capsys.readouterr().err == "Reckoning the requests of northvale-police: 2,500 of 12,000\n"


def test_serve_says_that_another_program_serves_there(run: Run, url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refused = run("serve", "--port", str(port))
    assert refused.returncode == 1
    assert f"Nothing can be served at http://127.0.0.1:{port}: Address already in use." in refused.stderr
    assert "Traceback" not in refused.stderr


def test_setup_names_who_may_set_up_the_first_authority(run: Run, url: str) -> None:
    made = run(
        "setup",
        "--administrator",
        "Kay@Example.org",
        "--name",
        "Kay",
        "--address",
        "https://foi.example.org/",
    )
    ready, link = made.stdout.splitlines()
    assert ready == "The database is ready."
    assert re.fullmatch(r"Open once, within 12 hours: https://foi\.example\.org/sign-in/link/[\w-]{43}", link)
    assert run("setup", "--administrator", "kay@example.org").returncode == 0, "and may be run again"
    with session_to(url) as session:
        kay = user_by_email(session, "kay@example.org")
        assert kay is not None
        assert (kay.name, kay.sets_up, kay.memberships) == ("Kay", True, [])
    assert run("setup", "--administrator", "nobody").returncode == 1


def test_a_link_signs_a_person_in_that_there_is(run: Run, filled: str) -> None:
    made = run("link", "Sam.Officer@example.org", "--address", "https://foi.example.org/")
    assert re.fullmatch(r"https://foi\.example\.org/sign-in/link/[\w-]{43}\n", made.stdout)
    assert run("link", "sam.officer@example.org", PORT="5077").stdout.startswith("http://127.0.0.1:5077/")
    refused = run("link", "nobody@example.org")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Nobody here has the email address nobody@example.org" in refused.stderr


def test_an_issued_letter_gives_its_stored_bytes(folder: Path, run: Run, filled: str, tmp_path: Path) -> None:
    target = tmp_path / "letter.pdf"
    shared = run("letter", "001-26", "--pdf", str(target))
    assert shared.returncode == 1
    assert "Add --authority northvale-police or southmere-council" in shared.stderr
    assert not target.exists()

    made = run("letter", "001-26", "--authority", "northvale-police", "--pdf", str(target))
    assert made.returncode == 0, made.stderr
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    assert f"SHA-256 {digest}" in made.stdout
    assert (folder / "files" / "1" / digest[:2] / digest).read_bytes() == target.read_bytes()


def test_a_letter_that_cannot_be_written_or_is_damaged_is_told(
    folder: Path, run: Run, filled: str, tmp_path: Path
) -> None:
    where = ("letter", "001-26", "--authority", "northvale-police", "--pdf")
    refused = run(*where, str(tmp_path / "no-such-folder" / "letter.pdf"))
    assert refused.returncode == 1
    assert "letter.pdf cannot be written: No such file or directory." in refused.stderr
    target = tmp_path / "letter.pdf"
    kept = [file for file in (folder / "files").rglob("*") if file.is_file()]
    for damage, why in ((b"changed", "has been changed"), (None, "cannot be read: No such file")):
        for file in kept:
            file.unlink()
            if damage:
                file.write_bytes(damage)
        refused = run(*where, str(target))
        assert refused.returncode == 1
        assert why in refused.stderr
        assert "Restore it from a backup." in refused.stderr
        assert "Traceback" not in refused.stderr
        assert not target.exists()


def test_a_letter_that_is_a_draft_says_so(run: Run, filled: str, tmp_path: Path) -> None:
    target = tmp_path / "letter.pdf"
    where = ("--authority", "southmere-council", "--pdf", str(target))
    made = run("letter", "001-26", "--kind", "acknowledgement", *where)
    assert "a draft" in made.stdout, made.stderr
    assert target.read_bytes().startswith(b"%PDF")
    missing = run("letter", "001-26", *where)
    assert missing.returncode == 1
    assert "has no response letter yet" in missing.stderr
    assert "There is no request 999-26" in run("letter", "999-26", *where).stderr


def test_verify_audit_proves_each_chain(run: Run, filled: str) -> None:
    proven = run("verify-audit")
    assert proven.returncode == 0, proven.stderr
    police, council = proven.stdout.splitlines()
    assert re.fullmatch(r"northvale-police: \d+ entries, ending [0-9a-f]{64}: holds", police)
    assert re.fullmatch(r"southmere-council: 1 entries, ending [0-9a-f]{64}: holds", council)


def test_verify_audit_neither_waits_for_who_is_saving_nor_stops_them(run: Run, filled: str) -> None:
    with session_to(filled) as session:
        session.execute(text("UPDATE authority SET name = name"))
        proven = run("verify-audit")
    assert proven.returncode == 0, proven.stderr


def test_verify_audit_names_what_was_tampered_with_and_ends_with_1(run: Run, filled: str) -> None:
    with session_to(filled) as session:
        session.execute(text("UPDATE audit_entry SET actor_name = 'Somebody' WHERE id = 2"))
    broken = run("verify-audit")
    assert broken.returncode == 1
    first, second, third = broken.stdout.splitlines()
    assert first == "northvale-police: entry 2 was changed"
    assert second.endswith(": BROKEN")
    assert third.endswith(": holds")


def test_an_added_holiday_says_which_requests_moved(run: Run, filled: str) -> None:
    added = run("holidays", "add", "2026-02-16", "A royal wedding", "--nations", "E&W, NI")
    assert added.returncode == 0, added.stderr
    assert added.stdout.splitlines() == [
        "Added A royal wedding on 2026-02-16.",
        "northvale-police 001-26: 2026-02-25 -> 2026-02-26",
        "southmere-council 001-26: 2026-03-02 -> 2026-03-03",
        "2 open requests moved.",
    ]
    again = run("holidays", "add", "2026-02-16", "A royal wedding", "--nations", "E&W")
    assert (again.returncode, again.stdout) == (1, "")
    assert "is a bank holiday already" in again.stderr


def test_a_holiday_added_by_mistake_is_taken_back(run: Run, filled: str) -> None:
    run("holidays", "add", "2026-02-16", "A royal wedding", "--nations", "E&W")
    back = run("holidays", "remove", "2026-02-16")
    assert back.returncode == 0, back.stderr
    assert back.stdout.splitlines() == [
        "Took back A royal wedding on 2026-02-16.",
        "northvale-police 001-26: 2026-02-26 -> 2026-02-25",
        "southmere-council 001-26: 2026-03-03 -> 2026-03-02",
        "2 open requests moved.",
    ]
    again = run("holidays", "remove", "2026-02-16")
    assert (again.returncode, again.stdout) == (1, "")
    assert "was not added here" in again.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("2026-02-30", "No day", "--nations", "E&W"),
        ("2026-02-16", "A day", "--nations", "France"),
        ("2026-02-16", " ", "--nations", "E&W"),
    ],
)
def test_a_holiday_that_cannot_be_is_refused_in_one_line(
    arguments: tuple[str, ...], run: Run, filled: str
) -> None:
    refused = run("holidays", "add", *arguments)
    assert refused.returncode != 0
    assert "Traceback" not in refused.stderr
    assert run("verify-audit").stdout.splitlines()[1].startswith("southmere-council: 1 entries")


def test_the_sample_is_made_once_and_its_audit_holds(
    folder: Path, run: Run, once: Callable[[str, Make], Path]
) -> None:
    shutil.copytree(once("sample", sample), folder)
    made = (folder / "said.txt").read_text(encoding="utf-8")
    lines = made.splitlines()
    assert len(lines) >= 25
    assert all(re.match(r"\S+ \S", line) for line in lines), lines
    assert len({line.split()[0] for line in lines}) < len(lines), "two authorities share a reference"
    again = run("sample")
    assert (again.returncode, again.stdout) == (0, made), "they are there, and are named again"
    assert run("verify-audit").returncode == 0


def test_the_sample_takes_a_person_who_is_here_already(run: Run, url: str) -> None:
    assert run("setup", "--administrator", "officer@example.org", "--name", "Kay").returncode == 0
    made = run("sample")
    assert made.returncode == 0, made.stderr
    with session_to(url) as session:
        kay = user_by_email(session, "officer@example.org")
        assert kay is not None
        assert (kay.name, kay.sets_up) == ("Kay", True)
        assert {each.role for each in kay.memberships} == {"officer", "administrator"}


def test_the_sample_is_not_made_again_where_its_requests_are_gone(run: Run, url: str) -> None:
    with session_to(url) as session:
        make_authority(session, "wexmoor-police")
    again = run("sample")
    assert (again.returncode, again.stdout) == (0, "")
    assert "are there already, and have no requests" in again.stderr


def test_the_list_of_commands_needs_nothing(run: Run) -> None:
    listed = run("--help")
    assert listed.returncode == 0
    for name in ("due", "split", "setup", "serve", "link", "sample", "letter", "verify-audit", "holidays"):
        assert re.search(rf"^  {name} ", listed.stdout, re.MULTILINE), name
