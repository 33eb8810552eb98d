"""The fields of every form: they lose nothing, say in plain words what to do, and point to the box."""

from datetime import date
from io import BytesIO

import html5lib
import pytest
from flask import Flask, render_template_string
from flask_wtf import FlaskForm
from wtforms.validators import ValidationError

from foi_tracker.web.form_errors import form_errors
from foi_tracker.web.headers import init_headers
from foi_tracker.web.templating import init_templating
from foi_tracker.web.widgets import (
    Checkbox,
    Checkboxes,
    DateInput,
    Email,
    FileUpload,
    Password,
    Radios,
    Select,
    Submit,
    Text,
    TextArea,
    as_choices,
)


def not_in_the_future(form, field):
    if field.data > date(2026, 12, 2):
        raise ValidationError("The day it came must not be in the future")


class LogForm(FlaskForm):
    text = TextArea("What did they write?", required="Paste what they wrote", rows=9)
    received = DateInput(
        "When did it reach us?",
        hint="Even on a weekend",
        required="Enter the day it reached us",
        validators=[not_in_the_future],
    )
    answered = DateInput("When was it answered?")
    name = Text("Name", hint="As they signed", required="Enter their name", longest=20)
    email = Email("Email address")
    law = Radios(
        "Which law?",
        [("FOIA", "The Act", "Anything recorded"), ("EIR", "The Regulations")],
        required="Choose the law",
    )
    outcome = Radios(
        "What is the answer?", {"We hold it": [("given", "Provided")], "Other": [("gone", "Falls away")]}
    )
    how = Select("How did it come?", [("", "Choose one"), ("post", "Post")])
    wants = Checkboxes("What do they want?", [("print", "Large print"), ("table", "A spreadsheet")])
    seen = Checkbox(
        "I have looked at every page", hint="Your name is kept with it", required="Look at every page"
    )
    proof = FileUpload("A file", required="Choose a file")
    password = Password("Password")
    save = Submit("Save")


WHOLE = {
    "text": "Dear Sir,\r\n\r\nHow many?",
    "received-day": "6",
    "received-month": "11",
    "received-year": "2026",
    "name": "  Robin   Sample ",
    "law": "FOIA",
    "seen": "y",
}

EVERY_BOX = [
    *("text", "received", "answered", "name", "email", "law", "outcome"),
    *("how", "wants", "seen", "proof", "password"),
]


@pytest.fixture
def app():
    app = Flask(__name__)
    app.config.update(SECRET_KEY="for this test", WTF_CSRF_ENABLED=False)
    init_templating(app)
    init_headers(app)
    return app


def filled(app, **changes):
    """The form after a POST of a whole set of fields with these changed; None leaves a field out."""
    fields = {name: value for name, value in {**WHOLE, **changes}.items() if value is not None}
    fields.setdefault("proof", (BytesIO(b"%PDF"), "proof.pdf"))
    with app.test_request_context(method="POST", data=fields):
        form = LogForm()
        form.validate()
        return form


def drawn(app, name, form=None, **options):
    """The field's markup as a browser would read it."""
    with app.test_request_context():
        form = form or LogForm()
        html = render_template_string("{{ field(**options) }}", field=form[name], options=options)
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parseFragment(html, container="form")
    assert not [error for error in parser.errors if error[1] != "unknown"], parser.errors
    return tree


def ids(tree):
    return {element.get("id") for element in tree.iter() if element.get("id")}


def described_by(tree):
    return {name for element in tree.iter() for name in (element.get("aria-describedby") or "").split()}


def test_a_whole_form_is_taken_as_it_was_meant(app):
    form = filled(app)
    assert form.errors == {}
    assert form.received.data == date(2026, 11, 6)
    assert form.answered.data is None
    assert form.name.data == "Robin Sample"
    assert form.text.data == "Dear Sir,\n\nHow many?"


def test_an_empty_post_is_answered_with_what_is_missing_and_never_breaks(app):
    with app.test_request_context(method="POST", data={}):
        form = LogForm()
        assert not form.validate()
        assert form_errors(form) == [
            {"text": "Paste what they wrote", "href": "#text"},
            {"text": "Enter the day it reached us", "href": "#received-day"},
            {"text": "Enter their name", "href": "#name"},
            {"text": "Choose the law", "href": "#law"},
            {"text": "Look at every page", "href": "#seen"},
            {"text": "Choose a file", "href": "#proof"},
        ]


def test_every_link_of_the_error_summary_leads_to_a_box_on_the_page(app):
    with app.test_request_context(method="POST", data={}):
        form = LogForm()
        form.validate()
        problems = form_errors(form)
    for field, problem in zip(("text", "received", "name", "law", "seen", "proof"), problems, strict=True):
        assert problem["href"].removeprefix("#") in ids(drawn(app, field, form))


def test_a_date_that_is_not_real_keeps_what_was_typed_and_says_so(app):
    form = filled(app, **{"received-day": "31", "received-month": "2"})
    assert form.errors == {"received": ["Enter a real date, for example 6 11 2026"]}
    assert form.received.typed == ("31", "2", "2026")
    boxes = [box.get("value") for box in drawn(app, "received", form).iter("input")]
    assert boxes == ["31", "2", "2026"]


def test_a_date_without_its_year_leads_to_the_year(app):
    form = filled(app, **{"received-year": None})
    assert form_errors(form) == [{"text": "The date must include a year", "href": "#received-year"}]
    red = [
        b.get("id") for b in drawn(app, "received", form).iter("input") if "input--error" in b.get("class")
    ]
    assert red == ["received-year"]


def test_a_date_may_be_pasted_whole(app):
    pasted = {"received-day": "Friday 6 November 2026", "received-month": "", "received-year": ""}
    assert filled(app, **pasted).received.data == date(2026, 11, 6)
    alone = {"received": "2026-11-06", "received-day": None, "received-month": None, "received-year": None}
    assert filled(app, **alone).received.data == date(2026, 11, 6)


def test_a_date_that_can_be_read_is_then_judged(app):
    assert filled(app, **{"received-year": "2027"}).errors == {
        "received": ["The day it came must not be in the future"]
    }


def test_a_date_already_known_fills_its_boxes(app):
    with app.test_request_context():
        form = LogForm(data={"received": date(2026, 11, 6)})
        assert form.received.typed == ("6", "11", "2026")


def test_all_the_errors_of_a_field_are_shown(app):
    form = filled(app)
    form.name.errors = ["Too long", "Too <b>odd"]
    message = "".join(next(e for e in drawn(app, "name", form).iter("p")).itertext())
    assert "Too long" in message
    assert "Too <b>odd" in message


@pytest.mark.parametrize("name", EVERY_BOX)
def test_what_a_box_says_describes_it_is_on_the_page_and_says_something(app, name):
    with app.test_request_context(method="POST", data={}):
        form = LogForm()
        form.validate()
    for state in (None, form):
        tree = drawn(app, name, state)
        by_id = {e.get("id"): "".join(e.itertext()).strip() for e in tree.iter() if e.get("id")}
        assert all(by_id.get(told) for told in described_by(tree))


def test_the_browser_never_stops_a_form_with_words_of_its_own(app):
    for name in ("name", "law", "text", "seen"):
        assert not [e for e in drawn(app, name).iter() if e.get("required")]


def test_a_text_keeps_its_lines_and_spaces_however_often_it_goes_round(app):
    typed = "\n  indented\n\n\ttab <b>&amp; é"
    form = filled(app, text=typed.replace("\n", "\r\n"))
    assert form.text.data == typed
    area = next(drawn(app, "text", form).iter("textarea"))
    assert area.text == typed
    assert area.get("rows") == "9"


def test_a_text_inside_a_reveal_is_not_indented(app):
    form = filled(app, text="one\ntwo")
    with app.test_request_context():
        html = render_template_string("{{ form.law(reveal={'EIR': form.text()}) }}", form=form)
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert next(tree.iter("textarea")).text == "one\ntwo"


def test_characters_that_no_letter_can_hold_are_left_out(app):
    form = filled(app, text="one\x00two\x07\r\nthree", name="Ro\x00bin\nSample")
    assert form.text.data == "onetwo\nthree"
    assert form.name.data == "Robin Sample"


def test_a_text_that_is_too_long_says_how_long_it_may_be(app):
    assert filled(app, name="x" * 21).errors == {"name": ["Use 20 characters or fewer"]}


@pytest.mark.parametrize("address", ["robin", "robin@", "@example.org", "robin@example", "a b@example.org"])
def test_what_is_no_address_is_refused(app, address):
    assert filled(app, email=address).errors == {
        "email": ["Enter an email address, for example name@example.org"]
    }


def test_an_address_may_be_left_out(app):
    assert filled(app, email="").errors == {}
    assert filled(app, email="robin.sample@example.org").errors == {}


@pytest.mark.parametrize("name", ["law", "outcome", "how"])
def test_a_choice_that_was_not_offered_is_refused_in_plain_words(app, name):
    assert filled(app, **{name: "made up"}).errors == {name: ["Choose one from the list"]}


def test_a_choice_that_need_not_be_made_may_be_left(app):
    form = filled(app)
    assert form.outcome.data is None
    assert "outcome" not in form.errors


def test_choices_stand_in_their_groups_under_one_legend(app):
    tree = drawn(app, "outcome", heading="m", small=True)
    legends = list(tree.iter("legend"))
    assert [legend.text.strip() for legend in legends] == ["What is the answer?"]
    groups = [e for e in tree.iter("div") if e.get("role") == "group"]
    by_id = {e.get("id"): e for e in tree.iter() if e.get("id")}
    assert [by_id[g.get("aria-labelledby")].text for g in groups] == ["We hold it", "Other"]
    assert [box.get("value") for box in tree.iter("input")] == ["given", "gone"]
    assert len(ids(tree)) == len([e for e in tree.iter() if e.get("id")])


def test_a_choice_carries_its_help(app):
    tree = drawn(app, "law")
    by_id = {e.get("id"): "".join(e.itertext()).strip() for e in tree.iter() if e.get("id")}
    first, second = tree.iter("input")
    assert by_id[first.get("aria-describedby")] == "Anything recorded"
    assert second.get("aria-describedby") is None


def test_choices_can_be_set_for_one_page(app):
    with app.test_request_context(method="POST", data={"how": "2"}):
        form = LogForm()
        form.how.choices = as_choices([("1", "Question 1"), ("2", "Question 2")])
        assert [option.text for option in drawn(app, "how", form).iter("option")] == [
            "Question 1",
            "Question 2",
        ]
        assert form.how.data == "2"


def test_the_provision_stands_under_the_box_inside_its_group(app):
    tree = drawn(app, "text", provision="Section 17(3)(b)")
    group = next(e for e in tree.iter("div") if e.get("class") == "govuk-form-group")
    assert [p.text for p in group.iter("p") if p.get("class") == "app-provision"] == ["Section 17(3)(b)"]


def test_a_password_is_never_sent_back(app):
    form = filled(app, password="secret")
    assert not [e for e in drawn(app, "password", form).iter("input") if e.get("value")]
