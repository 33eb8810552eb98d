"""Rest an answer on exemptions, from its page, as a browser without JavaScript would."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from foi_tracker.casework.attachments import Upload, attach
from foi_tracker.casework.desk import Desk
from foi_tracker.casework.others import ConsultationDraft, keep_consultation
from foi_tracker.models import AuditEntry, Authority, Case, Ground, Question, QuestionGround, User
from foi_tracker.store.cases import get_case
from tests.client import CheckedClient
from tests.factories import cases, files
from tests.html import Page

CRIME = {"code": "s.31(1)(a)", "harm": "Thieves would know where.", "likelihood": "likely"}


class Asked:
    """A request of two questions, and its officer at a browser."""

    def __init__(
        self, client: CheckedClient, session: Session, case: Case, questions: list[Question]
    ) -> None:
        self.client, self.session = client, session
        self.case_id, self.ids = case.id, [question.id for question in questions]

    def path(self, number: int) -> str:
        return f"/requests/{self.case_id}/questions/{self.ids[number - 1]}"

    def question(self, number: int) -> Question:
        return self.session.get_one(Question, self.ids[number - 1], populate_existing=True)

    def post(self, number: int, *grounds: dict[str, Any], **fields: Any) -> TestResponse:
        sent = {f"ground-{n}-{name}": value for n, each in enumerate(grounds) for name, value in each.items()}
        version = str(self.question(number).version)
        return self.client.post(self.path(number), data={"version": version, **sent, **fields})

    def page(self, number: int, *grounds: dict[str, Any], **fields: Any) -> Page:
        """The page after a button that keeps nothing."""
        response = self.post(number, *grounds, **fields)
        assert response.status_code == 200
        return Page(response.text)

    def kept(self, number: int = 1) -> list[Ground]:
        """The grounds that a question rests on."""
        self.session.expire_all()
        resting = select(Ground).join(QuestionGround, QuestionGround.ground_id == Ground.id)
        mine = resting.where(QuestionGround.question_id == self.ids[number - 1]).order_by(Ground.id)
        return list(self.session.scalars(mine))


@pytest.fixture
def asked(
    signed_in: Callable[[User], CheckedClient],
    session: Session,
    desk: Desk,
    authority: Authority,
    officer: User,
) -> Asked:
    case, questions = cases.confirmed_case(desk, authority)
    return Asked(signed_in(officer), session, case, questions)


def refused(response: TestResponse, why: str) -> Page:
    """The page that says why, at the top and at the field."""
    assert response.status_code == 422
    page = Page(response.text)
    assert page.title.startswith("Error: ")
    assert page.words().count(why) >= 2
    return page


def named(page: Page, name: str) -> list[str]:
    """The names of the page's boxes that end so."""
    boxes = [box for tag in ("input", "textarea", "select") for box in page.all(tag)]
    return [box.get("name", "") for box in boxes if box.get("name", "").endswith(name)]


def buttons(page: Page) -> dict[str, str]:
    """What each button sends as its action, by its words."""
    return {"".join(b.itertext()).strip(): b.get("value", "") for b in page.all("button") if b.get("name")}


# What is asked


def test_the_list_is_grouped_in_plain_words_and_holds_the_law_of_the_question(asked: Asked) -> None:
    page = asked.page(1, outcome="withheld", action="show")
    groups = [group.get("label") for group in page.all("optgroup")]
    assert "Crime and law enforcement" in groups
    options = {option.get("value"): option.text for option in page.all("option")}
    assert options["s.31(1)(a)"] == "Preventing or detecting crime: section 31(1)(a)"
    assert not any((code or "").startswith("reg") for code in options)
    assert "s.12(1)" not in options, "the cost limit is of the whole request"
    asked.question(1).regime = "EIR"
    codes = [o.get("value") for o in asked.page(1, outcome="withheld", action="show").all("option")]
    assert "reg 12(5)(e)" in codes
    assert "s.43(2)" not in codes


def test_choosing_one_asks_exactly_what_it_needs(asked: Asked) -> None:
    page = asked.page(1, {"code": "s.31(1)(a)"}, outcome="withheld", action="show")
    for name in ("harm", "cause", "likelihood", "pi_for", "pi_against", "pi_conclusion"):
        assert named(page, f"ground-0-{name}"), name
    assert not named(page, "-limb")
    assert "the public interest must be weighed" in page.words()
    page = asked.page(1, {"code": "s.23(1)"}, outcome="withheld", action="show")
    assert named(page, "ground-0-reason")
    assert not named(page, "-pi_for"), "an absolute exemption has nothing to weigh"
    assert named(asked.page(1, {"code": "s.38(1)"}, outcome="withheld", action="show"), "ground-0-limb")


def test_an_answer_can_decide_what_else_is_asked(asked: Asked) -> None:
    opinion = {"code": "s.36(2)(c)"}
    assert named(asked.page(1, opinion, outcome="withheld", action="show"), "-qp_role")
    statistics = {**opinion, "statistics": "yes"}
    assert not named(asked.page(1, statistics, outcome="withheld", action="show"), "-qp_role"), "s.36(4)"


def test_no_public_interest_is_asked_while_it_is_still_being_weighed(asked: Asked) -> None:
    page = asked.page(1, CRIME, outcome="decision_pending", action="show")
    assert named(page, "-harm")
    assert not named(page, "-pi_for")


def test_what_was_typed_for_another_exemption_comes_back_with_it(asked: Asked) -> None:
    page = asked.page(1, {**CRIME, "code": "s.23(1)"}, outcome="withheld", action="show")
    (hidden,) = [box for box in page.all("input") if box.get("name") == "ground-0-harm"]
    assert (hidden.get("type"), hidden.get("value")) == ("hidden", "Thieves would know where.")


# What is kept


def test_a_ground_is_kept_with_its_words_and_audited(asked: Asked) -> None:
    assert asked.post(1, CRIME, outcome="withheld").status_code == 303
    (ground,) = asked.kept()
    assert (ground.code, ground.purpose) == ("s.31(1)(a)", "withhold")
    assert ground.words == {"harm": "Thieves would know where.", "likelihood": "likely"}
    actions = asked.session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)).all()
    assert actions[-2:] == ["question_answered", "ground_kept"]
    page = asked.client.page(asked.path(1))
    assert "Thieves would know where." in page.html
    history = asked.client.page(f"/requests/{asked.case_id}/history").words()
    assert "Wrote the reasons for withholding under section 31(1)(a)" in history


def test_saving_again_without_a_change_writes_nothing_about_the_ground(asked: Asked) -> None:
    asked.post(1, CRIME, outcome="withheld")
    (ground,) = asked.kept()
    asked.post(1, {**CRIME, "id": ground.id, "version": ground.version}, outcome="withheld")
    actions = asked.session.scalars(select(AuditEntry.action)).all()
    assert actions.count("ground_kept") == 1
    assert [each.id for each in asked.kept()] == [ground.id]


def test_several_grounds_are_added_and_taken_off(asked: Asked) -> None:
    page = asked.page(1, CRIME, outcome="withheld", action=buttons_of_crime(asked)["Add another ground"])
    assert len(named(page, "-code")) == 2
    asked.post(1, CRIME, {"code": "s.40(2)", "limb": "40(3A)(a)", "principle": "a"}, outcome="withheld")
    assert [ground.code for ground in asked.kept()] == ["s.31(1)(a)", "s.40(2)"]
    first, second = asked.kept()
    as_sent = {**CRIME, "id": first.id, "version": first.version}
    page = asked.page(1, as_sent, {"code": "s.40(2)", "id": second.id}, outcome="withheld", action="drop-1")
    assert named(page, "-code") == ["ground-0-code"]
    assert len(asked.kept()) == 2, "a button keeps nothing"
    asked.post(1, as_sent, outcome="withheld")
    assert [ground.code for ground in asked.kept()] == ["s.31(1)(a)"]


def buttons_of_crime(asked: Asked) -> dict[str, str]:
    return buttons(asked.page(1, CRIME, outcome="withheld", action="show"))


def test_an_empty_ground_is_no_ground_and_no_error(asked: Asked) -> None:
    assert asked.post(1, {"code": ""}, outcome="withheld").status_code == 303
    assert asked.kept() == []


def test_reasons_without_an_exemption_are_refused_at_the_list(asked: Asked) -> None:
    page = refused(
        asked.post(1, {"code": "", "harm": "Thieves."}, outcome="withheld"), "Choose which exemption"
    )
    assert [box.get("value") for box in page.all("input") if box.get("name") == "ground-0-harm"] == [
        "Thieves."
    ]
    assert not asked.question(1).is_answered


@pytest.mark.parametrize(
    ("ground", "status"),
    [
        ({**CRIME, "likelihood": "perhaps\x00"}, 303),
        ({**CRIME, "limb": "38(1)(a)"}, 303),
        ({**CRIME, "code": "s.99\x00"}, 422),
        ({**CRIME, "purpose": "both"}, 303),
        ({**CRIME, "id": "999"}, 409),
        ({**CRIME, "id": "\x00", "version": "\x00"}, 303),
        ({"code": "s.36(2)(c)", "qp_on-day": "31", "qp_on-month": "2", "qp_on-year": "2026"}, 422),
        ({"code": "s.12(1)"}, 422),
    ],
)
def test_what_no_page_of_ours_would_send_breaks_nothing(
    asked: Asked, ground: dict[str, str], status: int
) -> None:
    assert asked.post(1, ground, outcome="withheld").status_code == status
    for kept in asked.kept():
        assert kept.limb == ""
        assert kept.words["harm"] == CRIME["harm"]
        assert kept.words.get("likelihood", "likely") == "likely"


def test_a_withdrawn_question_rests_on_nothing(asked: Asked, desk: Desk) -> None:
    asked.post(1, CRIME, outcome="withheld")
    day = {"on-day": str(desk.today.day), "on-month": str(desk.today.month), "on-year": str(desk.today.year)}
    sent = {**day, "channel": "email", "words": "Never mind."}
    assert asked.client.post(f"/requests/{asked.case_id}/withdrawn", data=sent).status_code == 302
    assert asked.kept() == []


# One ground for several questions


def test_reasons_already_written_are_used_again_and_not_written_again(asked: Asked) -> None:
    asked.post(1, CRIME, outcome="withheld")
    offered = buttons(asked.page(2, outcome="withheld", action="show"))
    move = offered["Use the reasons already written for question 1 (section 31(1)(a))"]
    page = asked.page(2, {"code": ""}, outcome="withheld", action=move)
    assert "Question 1 rests on it too." in page.words()
    assert len(named(page, "-code")) == 1, "the empty one made room"
    (ground,) = asked.kept(1)
    asked.post(2, {**CRIME, "id": ground.id, "version": ground.version}, outcome="withheld")
    assert [each.id for each in asked.kept(2)] == [ground.id]
    changed = {**CRIME, "harm": "Thieves would come.", "id": ground.id, "version": ground.version}
    asked.post(2, changed, outcome="withheld")
    assert asked.kept(1)[0].words["harm"] == "Thieves would come.", "it is the same ground"
    assert [each.id for each in asked.kept(1)] == [ground.id], "the other question still rests on it"


def test_a_question_can_have_reasons_of_its_own_after_all(asked: Asked) -> None:
    asked.post(1, CRIME, outcome="withheld")
    (ground,) = asked.kept(1)
    shared = {**CRIME, "id": ground.id, "version": ground.version}
    asked.post(2, shared, outcome="withheld")
    page = asked.page(2, shared, outcome="withheld", action="apart-0")
    assert "rests on it too" not in page.words()
    asked.post(2, {**CRIME, "harm": "Other harm."}, outcome="withheld")
    assert asked.kept(1)[0].words["harm"] == "Thieves would know where."
    assert asked.kept(2)[0].id != ground.id


def test_two_people_changing_shared_reasons_do_not_overwrite_each_other(asked: Asked) -> None:
    asked.post(1, CRIME, outcome="withheld")
    (ground,) = asked.kept(1)
    opened = {"id": ground.id, "version": ground.version}
    asked.post(1, {**CRIME, **opened, "harm": "Theirs."}, outcome="withheld")
    response = asked.post(2, {**CRIME, **opened, "harm": "Mine."}, outcome="withheld")
    assert response.status_code == 409
    page = Page(response.text)
    assert "Mine." in page.html
    assert asked.kept(1)[0].words["harm"] == "Theirs."
    (version,) = [box.get("value") for box in page.all("input") if box.get("name") == "ground-0-version"]
    again = {**CRIME, "id": ground.id, "version": version, "harm": "Mine."}
    assert asked.post(2, again, outcome="withheld").status_code == 303
    assert asked.kept(1)[0].words["harm"] == "Mine."


# What the law forbids


def test_what_contradicts_is_refused_at_its_field_with_the_reason(asked: Asked) -> None:
    both = {"code": "s.30(1)", "limb": "30(1)(b)", "reason": "An investigation."}
    refused(asked.post(1, both, CRIME, outcome="withheld"), "s.30 and s.31 cannot cover the same")
    assert asked.kept() == []
    parts = {**both, "part": "the interviews"}, {**CRIME, "part": "the map"}
    assert asked.post(1, *parts, outcome="withheld").status_code == 303
    assert len(asked.kept()) == 2


def test_a_force_cannot_rely_on_the_exemption_of_departments(asked: Asked) -> None:
    page = refused(
        asked.post(1, {"code": "s.35(1)(a)", "reason": "Policy."}, outcome="withheld"),
        "Only a government department",
    )
    assert "Policy." in page.html


def test_an_old_record_is_refused_at_the_year(asked: Asked) -> None:
    response = asked.post(1, {**CRIME, "record_year": "19x8"}, outcome="withheld")
    refused(response, "Enter the year in four digits")


# Neither confirm nor deny


def test_to_say_neither_shuts_everything_that_could_hint(asked: Asked) -> None:
    page = asked.page(1, outcome="ncnd", answer="We hold 12.", action="show")
    assert "The letter says the same whether or not you hold it." in page.words()
    codes = {option.get("value") for option in page.all("option")}
    assert "s.31(1)(a)" in codes
    assert not codes & {"s.21", "s.43(1)"}, "no provision lets us say neither under these"
    deny = {"purpose": "ncnd", "code": "s.31(1)(a)", "harm": "It would show where we look."}
    assert asked.post(1, deny, outcome="ncnd", answer="We hold 12.").status_code == 303
    question = asked.question(1)
    assert (question.answer, question.details) == ("", {}), "no word beside it"
    assert "12" not in asked.client.page(asked.path(1)).words().partition("In the letter")[2]


def test_to_say_neither_is_refused_while_a_file_goes_with_the_question(
    asked: Asked, desk: Desk, session: Session
) -> None:
    case = get_case(session, desk.scope, asked.case_id)
    attach(desk, case, Upload("noise.csv", files.CSV, question_id=asked.ids[0]))
    refused(asked.post(1, outcome="ncnd"), "sending it would say that you hold it")
    assert not asked.question(1).is_answered


def test_neither_of_any_other_information_stands_beside_an_answer(asked: Asked) -> None:
    page = asked.page(1, outcome="disclosed", answer="Ten.", action="show")
    move = buttons(page)["Neither confirm nor deny any other information"]
    page = asked.page(1, outcome="disclosed", answer="Ten.", action=move)
    assert "Any other information: neither confirm nor deny" in page.words()
    rest = {"purpose": "ncnd", "code": "s.23(1)", "reason": "Either answer would tell."}
    assert asked.post(1, rest, outcome="disclosed", answer="Ten.").status_code == 303
    assert asked.question(1).answer == "Ten."
    assert [(ground.code, ground.purpose) for ground in asked.kept()] == [("s.23(1)", "ncnd")]


def test_what_withholds_stands_before_what_is_said_of_the_rest(asked: Asked) -> None:
    rest = {"purpose": "ncnd", "code": "s.23(1)"}
    page = asked.page(1, rest, outcome="withheld", action="show")
    assert named(page, "-code") == ["ground-1-code", "ground-0-code"], "an empty one to withhold comes first"
    page = asked.page(1, rest, CRIME, outcome="withheld", action="show")
    assert named(page, "-code") == ["ground-1-code", "ground-0-code"]


# Third parties


def test_what_third_parties_said_stands_where_it_is_needed(
    asked: Asked, desk: Desk, session: Session
) -> None:
    commercial = {"code": "s.43(2)", "whose": "theirs"}
    page = asked.page(1, commercial, outcome="withheld", action="show")
    assert "harm must rest on what they say themselves" in page.words()
    assert named(page, "ground-0-views")
    case = get_case(session, desk.scope, asked.case_id)
    said = ConsultationDraft(
        "Vale", "Prices.", desk.today, desk.today, replied_on=desk.today, view="Rivals would undercut us."
    )
    keep_consultation(desk, case, said)
    page = asked.page(1, commercial, outcome="withheld", action="show")
    assert "They say: Rivals would undercut us." in page.words()


# The list of questions


def test_the_request_says_what_a_ground_lacks_and_then_what_it_is(asked: Asked) -> None:
    asked.post(1, outcome="withheld")
    path = f"/requests/{asked.case_id}"
    assert "Still to say: Which exemption or exception?" in asked.client.page(path).words()
    asked.post(1, CRIME, outcome="withheld")
    words = asked.client.page(path).words()
    assert (
        "Still to say: How would releasing it bring that about? What speaks for releasing it? And 2 more."
        in words
    )
    (ground,) = asked.kept()
    whole = dict.fromkeys(("cause", "pi_for", "pi_against", "pi_conclusion"), "Said.")
    asked.post(1, {**CRIME, **whole, "id": ground.id, "version": ground.version}, outcome="withheld")
    assert "Under section 31(1)(a)." in asked.client.page(path).words()


def test_only_a_piece_of_the_page_is_sent_when_a_choice_changes_it(asked: Asked) -> None:
    sent = {"outcome": "withheld", "ground-0-code": "s.23(1)"}
    response = asked.client.post(f"{asked.path(1)}/grounds", data=sent)
    assert (response.status_code, response.mimetype) == (200, "text/plain")
    assert 'name="ground-0-reason"' in response.text
    assert "<html" not in response.text
    assert asked.kept() == []
