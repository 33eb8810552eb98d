"""What every test may ask for. Nothing heavy is imported here: the tests of law/ need no application.

`database` runs a test twice, on SQLite and on PostgreSQL (FOI_TEST_DATABASE=sqlite or =postgresql picks
one). `session`, `app` and `client` build on it. In CI a test that would be skipped fails instead.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests import shared_data

if TYPE_CHECKING:
    from flask import Flask
    from sqlalchemy.orm import Session

    from foi_tracker.casework.desk import Desk
    from foi_tracker.files.folder import Folder
    from foi_tracker.models import Authority, User
    from tests.client import CheckedClient
    from tests.database import Database

settings.register_profile("untimed", deadline=None)  # no test says how fast a machine is
settings.load_profile("untimed")

TODAY = date(2026, 2, 4)  # a Wednesday; tests of the application run on it unless they say otherwise
# A password of the tests is hashed as everybody's is, with less work: it keeps no secret.
QUICK_HASH = {"argon2__time_cost": 1, "argon2__memory_cost": 64, "argon2__parallelism": 1}
IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
Make = Callable[[Path], None]
DATABASES = [
    kind
    for kind in (pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql))
    if os.environ.get("FOI_TEST_DATABASE") in (None, "", *kind.values)
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what reads the shared data where they are not."""
    if shared_data.is_there():
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason="the shared data are not here (FOI_SHARED)"))


def pytest_collection_finish() -> None:
    """Ten thousand tests and what they import stay to the end: nobody looks among them for what may go."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[Any]:
    """In CI nothing is skipped: a skipped test has not shown what it is there to show."""
    report = yield
    _no_skip_in_ci(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[Any]:
    """The same for a module that would skip itself as a whole."""
    report = yield
    _no_skip_in_ci(report)
    return report


def _no_skip_in_ci(report: Any) -> None:
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and in CI nothing may be: {report.longrepr}"


@pytest.fixture(scope="session")
def worker() -> str:
    """The name of this test process: gw0, gw1 … under xdist, main without."""
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


@pytest.fixture(scope="session")
def once(worker: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Make], Path]:
    """`once("sample", make)`: a folder that `make` fills once for all test processes. Copy it."""
    from tests.command import made_once

    base = tmp_path_factory.getbasetemp()
    shared = base if worker == "main" else base.parent
    return lambda name, make: made_once(shared / f"once-{name}", make)


@pytest.fixture(scope="session")
def start_database(
    worker: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Database]]:
    """Start a database by its kind, once for the test process; all are put away at its end."""
    from tests.database import PostgresqlDatabase, SqliteDatabase, postgresql_server

    started: dict[str, Database] = {}
    with ExitStack() as at_end:

        def start(kind: str) -> Database:
            if kind not in started:
                if kind == "sqlite":
                    started[kind] = SqliteDatabase(tmp_path_factory.mktemp("sqlite"))
                else:
                    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
                    try:
                        server = at_end.enter_context(postgresql_server(run))
                    except ImportError:
                        pytest.skip("no PostgreSQL here: set FOI_TEST_DATABASE_URL")
                    database = PostgresqlDatabase(server, worker)
                    at_end.callback(database.drop)
                    started[kind] = database
            return started[kind]

        yield start


@pytest.fixture(scope="session", params=DATABASES)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Either "sqlite" or "postgresql": a test that uses the database runs once on each."""
    return request.param


@pytest.fixture(scope="session")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The instance folder of the application under test."""
    return tmp_path_factory.mktemp("instance")


@pytest.fixture(scope="session")
def applications(
    start_database: Callable[[str], Database], instance: Path, once: Callable[[str, Make], Path]
) -> Callable[[str], Flask]:
    """The application on a database of this kind, made once; templates compile once for all of them."""
    from jinja2 import FileSystemBytecodeCache

    from foi_tracker import create_app

    made: dict[str, Flask] = {}

    def application(kind: str) -> Flask:
        if kind not in made:
            made[kind] = create_app(
                {
                    "INSTANCE": instance,
                    "DATABASE_URL": start_database(kind).url,
                    "SECRET_KEY": "only-for-tests-" + "0" * 32,
                    "TODAY": TODAY,
                    "HTTPS": False,
                    "TESTING": True,
                    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": QUICK_HASH,
                }
            )
            compiled = once("templates", lambda folder: None)
            made[kind].jinja_env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
            made[kind].extensions["sound pages"] = once("sound-pages", lambda folder: None)
        return made[kind]

    return application


@pytest.fixture
def database(database_kind: str, start_database: Callable[[str], Database]) -> Database:
    """A migrated database with no rows in it: its `url` is for this test alone."""
    database = start_database(database_kind)
    database.renew()
    return database


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session of the test's own. `client` commits it before each visit, so that both see the same rows."""
    from sqlalchemy.orm import Session

    from tests.database import engine_to

    engine = engine_to(database.url)
    with Session(engine) as session:
        yield session
    database.done_with(engine)


@pytest.fixture
def files(instance: Path) -> Folder:
    """Where bytes are kept, for the test and for the application alike; empty."""
    from foi_tracker.files.folder import Folder

    shutil.rmtree(instance / "files", ignore_errors=True)
    return Folder(instance / "files")


@pytest.fixture
def authority(session: Session) -> Authority:
    """A fictional police force."""
    from tests.factories.authorities import authority

    return authority(session)


@pytest.fixture
def officer(session: Session, authority: Authority) -> User:
    """The officer of `authority`, and of nothing else."""
    from tests.factories.people import person

    return person(session, "Sam Officer", authority)


@pytest.fixture
def desk(session: Session, officer: User, files: Folder, today: date) -> Desk:
    """The officer's desk: what every piece of casework asks for."""
    from foi_tracker.casework.desk import Actor, Desk, holidays_in_force
    from foi_tracker.store.scope import Scope

    authority_ids = frozenset(membership.authority_id for membership in officer.memberships)
    return Desk(session, Actor.of(officer), Scope(authority_ids), today, holidays_in_force(session), files)


@pytest.fixture
def app(database_kind: str, database: Database, applications: Callable[[str], Flask]) -> Iterator[Flask]:
    """The application, on an empty migrated database. What a test sets in its config is put back."""
    from foi_tracker.extensions import db

    app = applications(database_kind)
    config = dict(app.config)
    yield app
    app.config.clear()
    app.config.update(config)
    with app.app_context():
        database.done_with(db.engine)


@pytest.fixture
def client(app: Flask, session: Session) -> CheckedClient:
    """A browser without JavaScript that checks every page it is given (tests/client.py)."""
    from tests.client import CheckedClient

    return CheckedClient(app, session)


@pytest.fixture
def signed_in(client: CheckedClient) -> Callable[[User], CheckedClient]:
    """The client with this person signed in: `signed_in(officer).get("/")`."""

    def sign_in(user: User) -> CheckedClient:
        client.sign_in(user)
        return client

    return sign_in


@pytest.fixture
def today() -> date:
    """The day it is in the application under test."""
    return TODAY


@pytest.fixture
def project() -> Path:
    """The folder of the checkout."""
    return Path(__file__).parent.parent
