"""A form that acts on what was shown: it says which version that was, so that nobody overwrites another."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import HiddenField

from foi_tracker.web.addresses import id_of
from foi_tracker.web.widgets import plain_text


def as_sent(version: object) -> str:
    """The version as a hidden field can hold it, whatever somebody sent."""
    return plain_text(str(version or "")) or ""


class VersionForm(FlaskForm):
    """Give the present version as `version=`; what comes back is `version_number()`."""

    version = HiddenField(filters=(as_sent,))

    def version_number(self) -> int:
        """The version that the form was sent with; 0, which nothing has, where it came without one."""
        return id_of(str((self.version.raw_data or [""])[0]))
