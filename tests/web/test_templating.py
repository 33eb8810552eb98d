"""How pages are drawn: a missing name is loud, dates are said as people say them, headers are safe."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask, render_template_string
from jinja2 import UndefinedError

from foi_tracker.web.date_words import local_day
from foi_tracker.web.headers import init_headers
from foi_tracker.web.shell import Place, Shell
from foi_tracker.web.static_files import init_static_files
from foi_tracker.web.templating import init_templating


@pytest.fixture
def app():
    app = Flask("foi_tracker")
    app.config["SERVER_NAME"] = "example.org"
    init_templating(app)
    init_headers(app)
    init_static_files(app)
    return app


def said(app, source, **values):
    with app.test_request_context():
        return render_template_string(source, **values)


@pytest.mark.parametrize(
    "source",
    [
        "{{ gone }}",
        "{{ 'a' ~ gone }}",
        "{% for x in gone %}{% endfor %}",
        "{{ gone.x }}",
        "{{ gone | length }}",
    ],
)
def test_a_name_that_the_view_did_not_give_is_an_error_when_it_is_used(app, source):
    with pytest.raises(UndefinedError, match="gone"):
        said(app, source)


def test_a_name_that_the_view_did_not_give_may_be_asked_about(app):
    assert said(app, "{{ 'yes' if gone else 'no' }}{{ 'same' if gone == 1 else '' }}") == "no"


def test_a_date_is_said_in_full_in_short_and_plainly(app):
    day = date(2022, 11, 11)
    assert said(app, "{{ day | say_date }}", day=day) == "Friday 11 November 2022"
    assert said(app, "{{ day | say_short_date }}", day=day) == "Friday 11 November"
    assert said(app, "{{ day | say_plain_date }}", day=day) == "11 November 2022"


def test_an_instant_is_shown_as_londons_clocks_showed_it(app):
    summer = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert said(app, "{{ at | say_instant }}", at=summer) == "Wednesday 1 July 2026, 12:30am"
    assert said(app, "{{ at | say_date }}", at=summer) == "Wednesday 1 July 2026"
    winter = datetime(2026, 12, 3, 13, 5, tzinfo=UTC)
    assert said(app, "{{ at | say_instant }}", at=winter) == "Thursday 3 December 2026, 1:05pm"


def test_an_instant_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2026, 12, 3, 13, 5))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (20, "20 working days left"),
        (1, "1 working day left"),
        (0, "Due today"),
        (-1, "1 working day late"),
        (-2, "2 working days late"),
    ],
)
def test_how_a_due_date_stands(app, days, words):
    assert said(app, "{{ days | say_days_left }}", days=days) == words


def test_a_count_agrees_with_its_word(app):
    source = (
        "{{ 1 | plural('question') }}, {{ 1200 | plural('question') }}, {{ 0 | plural('reply', 'replies') }}"
    )
    assert said(app, source) == "1 question, 1,200 questions, 0 replies"
    assert said(app, "{{ 1200 | say_number }} of {{ 7 | say_number }}") == "1,200 of 7"


PAGE = """{% extends "pages/base.html" %}{% block title %}Your requests{% endblock %}
{% block content %}<h1>Hello</h1>{% endblock %}"""


def test_a_page_is_named_and_says_when_something_is_to_be_mended(app):
    assert "<title>Your requests – FOI Tracker</title>" in said(app, PAGE)
    with_error = said(app, PAGE, errors=[{"text": "Enter their name", "href": "#name"}])
    assert "<title>Error: Your requests – FOI Tracker</title>" in with_error
    assert '<a href="#name">Enter their name</a>' in with_error


def test_a_page_without_an_aside_has_one_column(app):
    assert "app-columns__aside" not in said(app, PAGE)
    assert "app-columns__aside" in said(app, PAGE + "{% block aside %}<p>Beside</p>{% endblock %}")


def test_the_shell_names_the_authorities_and_escapes_them(app):
    shell = Shell(
        authorities="Sample & Sons <b>",
        person="Officer",
        sign_out="/out",
        places=(Place("Requests", "/", True),),
    )
    page = said(app, PAGE, shell=shell)
    assert "Sample &amp; Sons &lt;b&gt;" in page
    assert 'action="/out" method="post"' in page
    assert "Sign out" not in said(app, PAGE)


def response(app, mimetype="text/html", **request):
    @app.get("/page")
    def page():
        return app.response_class(render_template_string(PAGE), mimetype=mimetype)

    return app.test_client().get("/page", **request)


def test_every_page_forbids_what_it_does_not_need(app):
    answer = response(app)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_inline_script_carries_the_nonce_of_its_own_response(app):
    answer = response(app)
    policy = answer.headers["Content-Security-Policy"]
    nonce = policy.split("script-src 'self' 'nonce-")[1].split("'")[0]
    assert f'<script nonce="{nonce}">' in answer.text
    assert app.test_client().get("/page").headers["Content-Security-Policy"] != policy


def test_only_a_secure_connection_promises_to_stay_secure(app):
    assert "Strict-Transport-Security" not in response(app).headers
    secure = app.test_client().get("/page", base_url="https://example.org")
    assert "max-age" in secure.headers["Strict-Transport-Security"]
