"""A file goes with an answer from its page."""

from __future__ import annotations

import io

from foi_tracker.models import Attachment
from tests.factories import files
from tests.web.test_answer import Asked, asked, refused, value_of

__all__ = ["asked"]  # the request of three questions, as the tests of answering have it


def test_what_a_pdf_of_an_answer_held_unseen_is_told(asked: Asked) -> None:
    upload = (io.BytesIO(files.pdf() + files.workbook()), "noise.pdf")
    response = asked.post(1, outcome="disclosed", file=upload, action="files")
    words = asked.client.page(response.location).words()
    assert "Send nobody the file on your computer: it still holds it." in words


def test_a_file_is_attached_as_the_answer_is_saved(asked: Asked) -> None:
    response = asked.post(
        1,
        outcome="disclosed",
        file=(io.BytesIO(files.CSV), "noise.csv"),
        file_title="Noise in 2025",
        action="files",
    )
    assert response.location == f"/requests/{asked.case_id}/files"
    (file,) = asked.session.query(Attachment).all()
    assert (file.title, file.question_id) == ("Noise in 2025", asked.ids[0])
    page = asked.page(1)
    assert "Needs a second look" in page.words()
    assert "The answer is in what we attach: Noise in 2025." in page.words().replace("\xa0", " ")


def test_a_spreadsheet_is_refused_and_nothing_is_kept(asked: Asked) -> None:
    response = asked.post(
        1, outcome="disclosed", answer="See the file.", file=(io.BytesIO(files.workbook()), "noise.xlsx")
    )
    page = refused(response)
    assert "Attach a PDF or a CSV file." in page.words()
    assert value_of(page, "answer").strip() == "See the file."
    assert not asked.question(1).is_answered


def test_a_file_must_be_chosen_again_when_something_else_is_wrong(asked: Asked) -> None:
    response = asked.post(1, file=(io.BytesIO(files.CSV), "noise.csv"))
    assert "Choose the file again" in refused(response).words()
