"""The forms of the cost estimate and of section 14."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from flask_wtf import FlaskForm
from wtforms import FieldList, Form, FormField, HiddenField

from foi_tracker.casework.cost import EstimateDraft
from foi_tracker.casework.whole_refusal import NoNotice, WholeDraft
from foi_tracker.intake.text import normalise
from foi_tracker.law.cost_limit import ACTIVITIES, REFUSED, why_not_counted
from foi_tracker.law.notices.facts import CostRowFacts
from foi_tracker.law.whole_request import REPEATED, VEXATIOUS
from foi_tracker.models import CostEstimate, CostRow
from foi_tracker.web.addresses import id_of
from foi_tracker.web.version_form import VersionForm, as_sent
from foi_tracker.web.widgets import Checkboxes, DateInput, Radios, Select, Submit, Text, TextArea, as_choices

MOST_ROWS = 40
EMPTY_ROW = {"people": "1"}
_COUNT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){0,2}|[0-9]{1,8}")
_MINUTES = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,4})?")
_NUMBER = {"inputmode": "decimal", "autocomplete": "off"}
_DOES_NOT_COUNT = [(code, f"{each.label} (does not count)") for code, each in REFUSED.items()]


def _tidy(text: str | None) -> str | None:
    return None if text is None else normalise(text)


class RowForm(Form):
    """One row of the estimate. A row with nothing in it is none."""

    id = HiddenField(filters=(as_sent,))  # which of the kept rows it is, for the browser's draft
    activity = Select(
        "What is done",
        choices=[
            ("", "Choose"),
            *((code, each.label) for code, each in ACTIVITIES.items()),
            *_DOES_NOT_COUNT,
        ],
    )
    what = Text("To what records", longest=200)
    records = Text("How many", longest=20, render_kw=_NUMBER)
    minutes = Text("Minutes each", longest=20, render_kw=_NUMBER)
    people = Text("People", longest=20, render_kw=_NUMBER)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed; the number of people alone says nothing."""
        return not any(field.data for field in (self.activity, self.what, self.records, self.minutes))

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the row can be reckoned with and counts: reg 4(3)."""
        sound: bool = super().validate(extra_validators)
        if not sound or self.is_blank:
            return sound
        if not self.activity.data:
            self.activity.errors = ["Choose what is done"]
        if not self.what.data:
            self.what.errors = ["Say what records, for example: custody records"]
        if _whole(self.records.data) < 1:
            self.records.errors = ["Enter how many records, as a whole number"]
        if not _MINUTES.fullmatch(self.minutes.data or "") or float(self.minutes.data or 0) <= 0:
            self.minutes.errors = ["Enter the minutes each, for example 3 or 0.5"]
        if self.people.data and not 1 <= _whole(self.people.data) <= 999:
            self.people.errors = ["Enter how many people, as a whole number"]
        if not any(field.errors for field in self) and (why := why_not_counted(self.row())):
            (self.activity if self.activity.data in REFUSED else self.what).errors = [why]
        return not any(field.errors for field in self)

    def row(self) -> CostRowFacts:
        """The row, as far as it can be read; what cannot is nothing."""
        minutes = self.minutes.data or ""
        return CostRowFacts(
            activity=self.activity.data or "",
            what=self.what.data or "",
            records=_whole(self.records.data),
            minutes_each=float(minutes) if _MINUTES.fullmatch(minutes) else 0.0,
            people=_whole(self.people.data) or 1,
        )


def _whole(typed: str | None) -> int:
    text = typed or ""
    return int(text.replace(",", "")) if _COUNT.fullmatch(text) else 0


class EstimateForm(VersionForm):
    """The estimate: its rows, what they rest on, what is added to it, and the advice."""

    rows = FieldList(FormField(RowForm), max_entries=MOST_ROWS)
    sampled = TextArea(
        "What do the minutes rest on?",
        hint="How many you timed, how you chose them, and when. The letter prints it.",
        rows=3,
        filters=(_tidy,),
    )
    months = Text(
        "How many months did they ask about?",
        hint="Leave it empty if they named no period. It helps to say how many would fit.",
        longest=10,
        render_kw=_NUMBER,
    )
    with_cases = Checkboxes("Which of these do you add to it?")
    other = Text(
        "Another request to add, by its reference",
        hint="Of people who act together, however differently they ask.",
        longest=60,
    )
    within_limit = TextArea(
        "What could you provide within the limit?",
        hint="Or why nothing can be provided. The letter prints it.",
        rows=4,
        filters=(_tidy,),
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it can be kept: every row that has something in it, and at least one."""
        super().validate(extra_validators)
        if not any(not entry.form.is_blank for entry in self.rows):
            self.rows.entries[0].form.activity.errors = ["Say in one row at least what the work is"]
        months = self.months.data or ""
        if months and not 1 <= _whole(months) <= 1200:
            self.months.errors = ["Enter the months as a whole number, for example 36"]
        return not self.errors and not any(field.errors for entry in self.rows for field in entry.form)

    def drafted(self, added: Sequence[int] = ()) -> EstimateDraft:
        """The estimate as typed; `added` are requests named by reference."""
        return EstimateDraft(
            rows=[entry.form.row() for entry in self.rows if not entry.form.is_blank],
            sampled=self.sampled.data or "",
            within_limit=self.within_limit.data or "",
            months=_whole(self.months.data) or None,
            with_case_ids=[*self.ticked(), *added],
        )

    def ticked(self) -> list[int]:
        """Ids of the requests that are ticked."""
        return [found for id_ in self.with_cases.data or () if (found := id_of(id_))]


def kept_values(estimate: CostEstimate | None, rows: Sequence[CostRow]) -> dict[str, Any]:
    """What is kept, by the names of the form; two empty rows where nothing is."""
    if estimate is None:
        return {"rows": [EMPTY_ROW, EMPTY_ROW], "version": 0}
    return {
        "rows": [
            {
                "id": which,
                "activity": row.activity,
                "what": row.what,
                "records": str(row.records),
                "minutes": f"{row.minutes_each:.4f}".rstrip("0").rstrip("."),
                "people": str(row.people),
            }
            for which, row in zip(_which(rows), rows, strict=True)
        ],
        "sampled": estimate.sampled,
        "months": str(estimate.months or ""),
        "with_cases": [str(id_) for id_ in estimate.with_case_ids],
        "within_limit": estimate.within_limit,
        "version": estimate.version,
    }


def _which(rows: Sequence[CostRow]) -> Iterator[str]:
    """What tells each row from the others: its words, for every save writes the rows anew, ids and all."""
    before: Counter[str] = Counter()
    for row in rows:
        words = f"{row.activity} {row.what} {row.records} {row.minutes_each} {row.people}"
        before[words] += 1
        yield sha256(f"{words} {before[words]}".encode()).hexdigest()[:16]


class WholeForm(VersionForm):
    """Section 14: what shows it, and which request it repeats."""

    section = Radios(
        "Why do you refuse the whole request?",
        [
            (VEXATIOUS, "It is vexatious", "Section 14(1): judge the request, not the person"),
            (
                REPEATED,
                "It repeats one that we answered",
                "Section 14(2): the same person, much the same words",
            ),
        ],
        required="Choose why",
    )
    evidence = TextArea(
        "What shows it?",
        hint="The burden, the motive, the value and any harassment; or why too little time has passed. "
        "Kept on the case, never printed.",
        rows=8,
        required="Say what shows it",
        filters=(_tidy,),
    )
    earlier_reference = Text("Which request does it repeat?", hint="Its reference.", longest=60)
    earlier_answered_on = DateInput(
        "When was that one answered?", hint="Section 14(2) needs one we complied with."
    )
    earlier_notice = Text(
        "Did we give them a notice under section 14 before?",
        hint="The reference of the request that it refused. Leave it empty if not.",
        longest=60,
    )
    submit = Submit("Save")

    def drafted(self) -> WholeDraft:
        """What was filled in, once it is valid."""
        return WholeDraft(
            section=self.section.data,
            evidence=self.evidence.data or "",
            earlier_reference=self.earlier_reference.data or "",
            earlier_answered_on=_day(self.earlier_answered_on.data),
            earlier_notice=self.earlier_notice.data or "",
        )


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) else None


class NoNoticeForm(FlaskForm):
    """Closing without another notice: section 17(6)."""

    reason = TextArea(
        "Why would it be unreasonable to expect another notice?",
        rows=4,
        required="Say why it would be unreasonable",
        filters=(_tidy,),
    )
    agreed_by = Text("Who signed it off?", hint="Somebody other than you.", required="Name who signed it off")
    close = Submit("Close it without another notice", colour="warning")

    def given(self) -> NoNotice:
        """What was filled in, once it is valid."""
        return NoNotice(self.reason.data or "", self.agreed_by.data or "")


def offer_related(form: EstimateForm, choices: Sequence[tuple[str, str, str]]) -> None:
    """The requests that may be added, to tick; a tick at any other is none."""
    form.with_cases.choices = as_choices(choices)
    offered = {choice[0] for choice in choices}
    form.with_cases.data = [id_ for id_ in form.with_cases.data or () if id_ in offered]
