"""The sign-in form."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import HiddenField

from foi_tracker.web.widgets import Password, Submit, Text, plain_text


class SignInForm(FlaskForm):
    """Email address and password; and, out of sight, what somebody had typed."""

    email = Text("Email address", required="Enter your email address")
    password = Password("Password", required="Enter your password")
    next = HiddenField(filters=(plain_text,))
    carried = HiddenField(filters=(plain_text,))
    submit = Submit("Sign in")
