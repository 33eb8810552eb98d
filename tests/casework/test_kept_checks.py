"""What the check found is kept once, however often it is asked, and by two at the same moment too."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Desk
from foi_tracker.casework.kept_checks import keep_results
from foi_tracker.intake.checking import CheckedFile
from foi_tracker.models import Authority, KeptCheck
from foi_tracker.store.authorities import get_authority
from foi_tracker.store.database import normalised, prepare_engine
from tests.database import Database

FILES = [CheckedFile("a.pdf", problem="It is a scan."), CheckedFile("a.pdf", problem="It is a scan.")]


def test_of_two_tabs_that_keep_at_once_one_keeps(
    database: Database, session: Session, desk: Desk, authority: Authority
) -> None:
    session.commit()
    engine = prepare_engine(create_engine(normalised(database.url)))
    both, id_ = Barrier(2), authority.id
    session.rollback()

    def keep(tab: int) -> tuple[int, bool]:
        with Session(engine) as own, own.begin():
            here = replace(desk, session=own)
            both.wait()
            kept, is_new = keep_results(here, get_authority(own, desk.scope, id_), FILES)
            return kept.id, is_new

    with ThreadPoolExecutor(2) as tabs:
        (first, second) = tabs.map(keep, range(2))
    engine.dispose()
    assert first[0] == second[0]
    assert sorted((first[1], second[1])) == [False, True]
    assert [len(kept.letters) for kept in session.scalars(select(KeptCheck))] == [2]
