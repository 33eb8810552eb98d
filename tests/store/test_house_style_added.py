"""An authority of the version before keeps what it has, begins without a logo, and goes back whole."""

from __future__ import annotations

from sqlalchemy import create_engine, text

from foi_tracker.store.database import normalised
from foi_tracker.store.migrate import downgrade, upgrade
from tests.database import Database
from tests.store.test_whole_requests_moved import _fill, _read

BEGINS = {
    "logo_sha256": "",
    "logo_width": 0,
    "copyright_text": "",
    "disclosure_log": "",
    "large_print_size": 18,
    "large_print_for_all": False,
    "publishes_answers": False,
}


def test_the_new_settings_begin_with_what_letters_said_before(database: Database) -> None:
    downgrade(database.url, "0004")
    engine = create_engine(normalised(database.url))
    with engine.begin() as connection:
        _fill(connection, "authority", id=1, slug="exampleton", signatory_role="Records Officer")
        _fill(connection, "case", id=1, authority_id=1)
        _fill(connection, "letter", id=1, case_id=1, kind="response")
        _fill(connection, "user", id=1, email="kay@example.org")

    upgrade(database.url, "0005")
    (authority,) = _read(database.url, "SELECT * FROM authority")
    assert {name: authority[name] for name in BEGINS} == BEGINS
    assert authority["signatory_role"] == "Records Officer"
    assert _read(database.url, "SELECT signatory_id FROM letter") == [{"signatory_id": None}]
    assert _read(database.url, 'SELECT sets_up FROM "user"') in ([{"sets_up": False}], [{"sets_up": 0}])

    with engine.begin() as connection:
        connection.execute(
            text("INSERT INTO signatory (id, authority_id, name, role) VALUES (1, 1, 'B', 'D')")
        )
        connection.execute(text("UPDATE letter SET signatory_id = 1"))
    engine.dispose()
    downgrade(database.url, "0004")
    assert _read(database.url, "SELECT kind FROM letter") == [{"kind": "response"}]
    (authority,) = _read(database.url, "SELECT * FROM authority")
    assert authority["signatory_role"] == "Records Officer"
    upgrade(database.url)
