"""Two authorities share a reference and a requester's name; neither ever reaches anything of the other.

What each route must answer is written here by hand, and not read from the table under test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from foi_tracker.casework.desk import Actor, Desk
from foi_tracker.models import Authority, User
from foi_tracker.store.scope import Scope
from tests.client import CheckedClient
from tests.factories.authorities import authority as make_authority
from tests.factories.people import give_role, person
from tests.web.walk import World, addresses, world

Visit = Callable[[User], CheckedClient]
NOT_THERE, NO = 404, 403


@dataclass(frozen=True)
class Answers:
    """What a route answers: with the other's ids; for an auditor and for an approver, with their own."""

    theirs: int
    auditor: int
    approver: int


EVERYBODY = Answers(200, 200, 200)
READ = Answers(NOT_THERE, 200, 200)
WORK = Answers(NOT_THERE, NO, NO)

# (endpoint, method): what it answers. A route that is not here fails the first test below.
EXPECTED: dict[tuple[str, str], Answers] = {
    ("static", "GET"): EVERYBODY,
    ("styles", "GET"): EVERYBODY,
    ("about.help", "GET"): EVERYBODY,
    ("about.accessibility", "GET"): EVERYBODY,
    ("about.privacy", "GET"): EVERYBODY,
    ("signin.sign_in", "GET"): Answers(302, 302, 302),  # signed in already: on to the queue
    ("signin.sign_in", "POST"): Answers(422, 422, 422),
    ("signin.link", "GET"): Answers(410, 410, 410),  # no such link
    ("signin.link", "POST"): Answers(410, 410, 410),
    ("signin.sign_out", "POST"): Answers(302, 302, 302),
    # Lists of what is one's own
    ("queue.index", "GET"): EVERYBODY,
    ("queue.export", "GET"): EVERYBODY,
    ("figures.month", "GET"): EVERYBODY,
    ("check_letters.check", "GET"): Answers(200, NO, 200),
    ("check_letters.check", "POST"): Answers(422, NO, 422),  # no letter chosen
    ("check_letters.some", "POST"): Answers(400, NO, 400),
    ("check_letters.found", "POST"): Answers(303, NO, 303),  # nothing found: back to the form
    ("check_letters.keep", "POST"): Answers(400, NO, NO),
    ("check_letters.kept", "GET"): WORK,
    ("check_letters.export", "GET"): WORK,
    ("check_letters.remove", "POST"): WORK,
    ("log_request.log", "GET"): Answers(200, NO, NO),
    ("log_request.log", "POST"): Answers(422, NO, NO),  # nothing typed
    ("log_request.preview", "POST"): Answers(200, NO, NO),
    # A request
    ("cases.questions", "GET"): READ,
    ("cases.correspondence", "GET"): READ,
    ("cases.record", "POST"): WORK,
    ("cases.clock", "GET"): READ,
    ("cases.history", "GET"): READ,
    ("cases.details", "GET"): WORK,
    ("cases.details", "POST"): WORK,
    ("cases.hand_over", "GET"): WORK,
    ("cases.hand_over", "POST"): WORK,
    ("cases.withdraw", "GET"): WORK,
    ("cases.withdraw", "POST"): WORK,
    ("cases.reopen", "GET"): WORK,
    ("cases.reopen", "POST"): WORK,
    ("cases.make_valid", "GET"): WORK,
    ("cases.make_valid", "POST"): WORK,
    ("cases.laws", "GET"): WORK,
    ("cases.laws", "POST"): WORK,
    # What moves its dates
    ("clock_events.choose", "GET"): WORK,
    ("clock_events.record", "GET"): WORK,
    ("clock_events.record", "POST"): WORK,
    ("clock_events.correct", "GET"): WORK,
    ("clock_events.correct", "POST"): WORK,
    ("clock_events.remove", "POST"): WORK,
    # Its questions
    ("questions.confirm", "GET"): WORK,
    ("questions.confirm", "POST"): WORK,
    ("questions.answer", "GET"): WORK,
    ("questions.save", "POST"): WORK,
    ("questions.preview", "POST"): WORK,
    ("questions.grounds", "POST"): WORK,
    # Lines of one's own, to put into answers
    ("own_lines.lines", "GET"): WORK,
    ("own_lines.lines", "POST"): WORK,
    ("own_lines.line", "GET"): WORK,
    ("own_lines.line", "POST"): WORK,
    ("own_lines.remove", "POST"): WORK,
    # Other people whom it concerns
    ("others.others", "GET"): READ,
    ("others.consult", "GET"): WORK,
    ("others.consult", "POST"): WORK,
    ("others.consultation", "GET"): WORK,
    ("others.consultation", "POST"): WORK,
    ("others.remove_consultation", "POST"): WORK,
    ("others.refer", "GET"): WORK,
    ("others.refer", "POST"): WORK,
    ("others.referral", "GET"): WORK,
    ("others.referral", "POST"): WORK,
    ("others.remove_referral", "POST"): WORK,
    ("others.add_sister", "POST"): WORK,
    ("others.remove_sister", "POST"): WORK,
    # What it would cost, and refusing all of it
    ("cost.estimate", "GET"): WORK,
    ("cost.save", "POST"): WORK,
    ("cost.preview", "POST"): WORK,
    ("cost.whole", "GET"): WORK,
    ("cost.whole", "POST"): WORK,
    ("cost.close", "POST"): WORK,
    # Its files
    ("attachments.files", "GET"): READ,
    ("attachments.attach_file", "POST"): WORK,
    ("attachments.look", "GET"): Answers(NOT_THERE, NO, 200),
    ("attachments.open_file", "POST"): Answers(NOT_THERE, NO, 200),
    ("attachments.confirm_look", "POST"): Answers(NOT_THERE, NO, 422),  # nothing ticked
    ("attachments.remove_file", "POST"): WORK,
    ("attachments.of_letter", "GET"): WORK,
    # Its letters
    ("drafting.letters", "GET"): READ,
    ("drafting.letter", "GET"): READ,
    ("drafting.paper", "GET"): READ,
    ("drafting.pdf", "GET"): WORK,  # it has the name and address of who asked
    ("drafting.start", "POST"): WORK,
    ("drafting.plan", "GET"): WORK,
    ("drafting.plan", "POST"): WORK,
    ("drafting.preview", "POST"): WORK,
    ("drafting.pass_on", "GET"): WORK,
    ("drafting.pass_on", "POST"): WORK,
    ("drafting.keep_back", "GET"): WORK,
    ("drafting.keep_back", "POST"): WORK,
    ("drafting.let_pass", "GET"): WORK,
    ("drafting.let_pass", "POST"): WORK,
    ("drafting.stop_again", "POST"): WORK,
    ("drafting.opening", "GET"): WORK,
    ("drafting.opening", "POST"): WORK,
    ("drafting.issue", "POST"): WORK,
    ("drafting.sent", "POST"): WORK,
    ("drafting.sign", "POST"): WORK,
    ("drafting.throw_away", "POST"): WORK,
    ("drafting.stylesheet", "GET"): EVERYBODY,
    ("drafting.font", "GET"): Answers(404, 404, 404),  # no such font
    # Settings
    ("administration.index", "GET"): Answers(200, NO, NO),
    ("administration.set_up", "GET"): Answers(200, NO, NO),
    ("administration.set_up", "POST"): Answers(422, NO, NO),  # nothing typed
    ("administration.first_letter", "GET"): WORK,
    ("administration.people", "GET"): WORK,
    ("administration.people", "POST"): WORK,
    ("administration.sign_in_link", "POST"): WORK,
    ("administration.end_access", "POST"): WORK,
    ("administration.settings", "GET"): WORK,
    ("administration.settings", "POST"): WORK,
    ("administration.settings_preview", "POST"): WORK,
    ("administration.mark", "GET"): WORK,
    ("administration.corrections", "POST"): WORK,
    # Its standard paragraphs
    ("wordings.wordings", "GET"): READ,
    ("wordings.wording", "GET"): READ,
    ("wordings.save", "POST"): WORK,
    ("wordings.preview", "POST"): WORK,
    ("wordings.default", "POST"): WORK,
    ("wordings.keep", "POST"): WORK,
    ("wordings.version", "GET"): READ,
    ("wordings.restore", "POST"): WORK,
    ("administration.closures", "GET"): WORK,
    ("administration.closures", "POST"): WORK,
    ("administration.remove_closure", "POST"): WORK,
}

# Addresses that name something of a request or of an authority: under one's own the other's is not there.
CHILDREN = {
    "closure_id",
    "line_id",
    "event_id",
    "question_id",
    "letter_id",
    "attachment_id",
    "consultation_id",
    "referral_id",
    "sister_case_id",
}


@dataclass(frozen=True)
class Side:
    """One authority, its officer who also administers it, and its rows, marked by a word of its own."""

    authority: Authority
    officer: User
    rows: World
    word: str


def _side(session: Session, desk: Desk, slug: str, word: str) -> Side:
    authority = make_authority(session, slug, team=word)
    officer = person(session, f"{word} Officer", authority)
    give_role(session, officer, authority, "administrator")
    here = replace(desk, actor=Actor.of(officer), scope=Scope(frozenset({authority.id})))
    rows = world(session, here, authority)
    rows.case.subject = f"About {word}"
    rows.case.words = f"{rows.case.words} {word}"
    rows.case.requester_address = f"1 {word} Road"
    rows.question.text = f"How many in {word}?"
    rows.question.outcome, rows.question.answer = "disclosed", f"Ten in {word}. Robin Ash asked before."
    rows.attachment.title, rows.attachment.filename = f"{word} figures", f"{word}.csv"
    rows.correspondence.words = f"Rang about {word}."
    rows.own_line.text = f"We count in {word}."
    rows.wording.text = f"Thank you for writing to {word}."
    session.commit()
    return Side(authority, officer, rows, word)


@pytest.fixture
def sides(session: Session, desk: Desk) -> list[Side]:
    """Two of them, alike in all that a person could guess."""
    made = [
        _side(session, desk, slug, word) for slug, word in (("wold-force", "Wold"), ("mere-office", "Mere"))
    ]
    ours, theirs = (side.rows.case for side in made)
    assert (ours.reference, ours.requester_name) == (theirs.reference, theirs.requester_name)
    return made


def _walk(app: Flask, rows: World) -> Iterator[tuple[str, str, str]]:
    for method in ("GET", "POST"):
        for endpoint, path in list(addresses(app, method, rows)):
            yield endpoint, method, path


def _visit(client: CheckedClient, user: User, method: str, path: str):
    client.sign_in(user)  # each time anew: signing out is one of the routes
    return client.open(path, method=method, headers={"X-CSRFToken": client._token()})


def test_every_route_has_its_answers_written_down(applications: Callable[[str], Flask]) -> None:
    app = applications("sqlite")
    routes = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert routes - EXPECTED.keys() == set(), "write down what these answer"
    assert EXPECTED.keys() - routes == set(), "these are gone"


@pytest.mark.parametrize("mine", [0, 1])
def test_an_officer_reaches_nothing_of_the_other_authority(
    mine: int, app: Flask, client: CheckedClient, sides: list[Side]
) -> None:
    ours, theirs = sides[mine], sides[1 - mine]
    for endpoint, method, path in _walk(app, theirs.rows):
        response = _visit(client, ours.officer, method, path)
        assert response.status_code == EXPECTED[endpoint, method].theirs, f"{method} {path}"
        assert theirs.word not in response.text, f"{method} {path}"
        assert theirs.authority.name not in response.text, f"{method} {path}"


@pytest.mark.parametrize("mine", [0, 1])
def test_a_child_of_the_other_is_not_there_under_ones_own_request(
    mine: int, app: Flask, client: CheckedClient, sides: list[Side]
) -> None:
    ours, theirs = sides[mine], sides[1 - mine]
    mixed = replace(theirs.rows, case=ours.rows.case, authority=ours.authority)
    arguments = {rule.endpoint: rule.arguments for rule in app.url_map.iter_rules()}
    named = {endpoint for endpoint, _ in EXPECTED if arguments[endpoint] & CHILDREN}
    seen = set()
    for endpoint, method, path in _walk(app, mixed):
        if arguments[endpoint] & CHILDREN:
            response = _visit(client, ours.officer, method, path)
            assert response.status_code == NOT_THERE, f"{method} {path}"
            assert theirs.word not in response.text, f"{method} {path}"
            seen.add(endpoint)
    assert seen == named, "the walk passes every route that names a child"


@pytest.mark.parametrize("role", ["auditor", "approver"])
def test_a_role_enters_what_is_written_down_for_it_and_reads_no_name(
    role: str, app: Flask, session: Session, client: CheckedClient, sides: list[Side]
) -> None:
    ours, theirs = sides
    reader = person(session, "Alex Reader", ours.authority, role=role)
    for endpoint, method, path in _walk(app, ours.rows):
        response = _visit(client, reader, method, path)
        expected = getattr(EXPECTED[endpoint, method], role)
        assert response.status_code == expected, f"{method} {path}"
        for hidden in ("Robin", "robin.ash", f"1 {ours.word} Road", theirs.word):
            assert hidden not in response.text, f"{method} {path} shows {hidden}"


@pytest.mark.parametrize("role", ["contributor", ""])
def test_whoever_has_no_role_that_reads_is_refused(
    role: str, session: Session, client: CheckedClient, sides: list[Side]
) -> None:
    ours, _ = sides
    somebody = person(session, "No Body", *([ours.authority] if role else []), role=role or "auditor")
    for path in ("/", "/requests.csv", "/figures", f"/requests/{ours.rows.case.id}", "/authorities"):
        assert _visit(client, somebody, "GET", path).status_code == NO, path


def test_nobody_signed_in_reaches_only_the_way_in(
    app: Flask, client: CheckedClient, sides: list[Side]
) -> None:
    open_to_all = {"static", "styles", "about.help", "about.accessibility", "about.privacy"}
    open_to_all |= {"signin.sign_in", "signin.link", "signin.sign_out"}
    for endpoint, path in list(addresses(app, "GET", sides[0].rows)):
        response = client.get(path)
        if endpoint in open_to_all:
            assert response.status_code in (200, 410), path
        else:
            assert response.status_code == 302, path
            assert response.location.startswith("/sign-in?next="), path


def test_an_officer_here_and_an_auditor_there_changes_nothing_there(
    app: Flask, session: Session, client: CheckedClient, sides: list[Side]
) -> None:
    ours, theirs = sides
    give_role(session, ours.officer, theirs.authority, "auditor")
    for endpoint, method, path in _walk(app, theirs.rows):
        expected = EXPECTED[endpoint, method]
        if expected.theirs == NOT_THERE:
            response = _visit(client, ours.officer, method, path)
            assert response.status_code == (200 if expected.auditor == 200 else NOT_THERE), f"{method} {path}"
            assert "Robin" not in response.text, f"{method} {path}"


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/requests/log", {"authority_id": "{authority}"}),
        ("/requests/log/preview", {"authority_id": "{authority}", "words": "How many?"}),
        ("/requests/{case}/officer", {"officer": "{officer}"}),
        ("/requests/{case}/letters", {"corrects": "{letter}"}),
        ("/requests/{case}/letters/{own_letter}/plan", {"version": "1", "questions": "{question}"}),
        (
            "/requests/{case}/questions/{own_question}",
            {"outcome": "same_as", "same_as": "{question}", "version": "1"},
        ),
        ("/requests/{case}/files", {"title": "A", "question": "{question}"}),
        (
            "/requests/{case}/correspondence",
            {"what": "clarification_asked", "asked_about": "{question}", "words": "Which?", "with_whom": "R"},
        ),
    ],
)
def test_an_id_of_the_other_inside_a_form_is_refused(
    path: str, form: dict[str, str], client: CheckedClient, session: Session, sides: list[Side]
) -> None:
    ours, theirs = sides
    ids = {
        "case": ours.rows.case.id,
        "own_letter": ours.rows.letter.id,
        "own_question": ours.rows.question.id,
        "authority": theirs.authority.id,
        "officer": theirs.officer.id,
        "letter": theirs.rows.letter.id,
        "question": theirs.rows.question.id,
    }
    client.sign_in(ours.officer)
    response = client.post(
        path.format(**ids), data={name: value.format(**ids) for name, value in form.items()}
    )
    preview = path.endswith("/preview")
    assert response.status_code == 200 if preview else response.status_code in (404, 409, 422), path
    assert theirs.word not in response.text
    assert theirs.authority.name not in response.text
