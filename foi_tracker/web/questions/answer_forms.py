"""The form that answers a question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField

from foi_tracker.casework.attachments import Upload
from foi_tracker.casework.questions import AnswerGiven
from foi_tracker.intake.text import normalise
from foi_tracker.law.outcomes import (
    GROUPS,
    OPENING_STATEMENT,
    OTHER,
    OUTCOMES,
    SAME_AS,
    SAME_AS_LABEL,
    outcomes_in,
)
from foi_tracker.models import OwnLine, Question
from foi_tracker.web.questions.answer_fields import BOXES, MORE, Box, boxes_of, in_page_order
from foi_tracker.web.version_form import as_sent
from foi_tracker.web.widgets import DateInput, FileUpload, Radios, Select, Text, TextArea, as_choices

ANSWER_ROWS = 10
_NOT_OURS = "Choose another question of this request"


def _outcome_choices(law: str = "FOIA") -> dict[str, list[tuple[str, str]]]:
    """The outcomes of a law, by group: some are the Act's alone."""
    groups = {
        name: [
            (each.code, each.label) for each in outcomes_in(name) if law != "EIR" or not each.of_the_act_alone
        ]
        for name in GROUPS
    }
    groups[OTHER].insert(0, (SAME_AS, SAME_AS_LABEL))
    return groups


def pasted(text: str | None) -> str | None:
    """Typed or pasted words with one kind of line end, space and bullet. Tabs stay: they make a table."""
    return None if text is None else normalise(text)


def pasted_line(text: str | None) -> str | None:
    """The same as one line."""
    return None if text is None else " ".join(normalise(text).split())


class AnswerForm(FlaskForm):
    """What becomes of a question. The boxes that outcomes ask for are added below, from the law's table."""

    version = HiddenField(filters=(as_sent,))
    outcome = Radios("How do you answer it?", _outcome_choices(), required="Choose how you answer it")
    same_as = Select(
        "Whose answer does it take?",
        hint="It must have an answer of its own, or get one.",
        required="Choose the question whose answer it takes",
        invalid_choice_message=_NOT_OURS,
    )
    line = Text("Put in a line of your own", hint="Type a few letters of its name.", filters=(pasted_line,))
    file = FileUpload(
        "Attach a file",
        hint="A PDF or a CSV, of 20 MB at most. Somebody else must look at it before it can go.",
    )
    file_title = Text("What is it called in the letter?", longest=200, filters=(pasted_line,))

    def offer(self, question: Question, questions: Sequence[Question], law: str = "FOIA") -> None:
        """Offer the request's other questions wherever one is to be chosen, and the outcomes of its law."""
        self.outcome.choices = as_choices(_outcome_choices(law))
        others = [(str(q.id), f"{q.label}. {_short(q.text)}") for q in questions if q.id != question.id]
        self.same_as.choices = as_choices([("", "Choose a question"), *others])
        opening = (OPENING_STATEMENT, "The opening statement of the letter")
        self["because_of"].choices = as_choices([("", "Choose one"), opening, *others])

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether what the chosen outcome asks can be kept. Other outcomes' boxes are not looked at."""
        super().validate(extra_validators)
        asked = {box.name for box in self.boxes}
        for name in BOXES.keys() - asked:
            self[name].errors = ()
        if self.outcome.data != SAME_AS:
            self.same_as.errors = ()
        return not self.errors

    @property
    def boxes(self) -> list[Box]:
        """The boxes of the outcome that is chosen."""
        return boxes_of(self.outcome.data or "")

    def given(self) -> AnswerGiven:
        """What the chosen outcome asks, as typed. What stands in boxes of other outcomes is left out.

        A choice that was not made, or is none, is left out too.
        """
        if self.outcome.data == SAME_AS:
            return AnswerGiven(same_as_id=_id(self.same_as.data))
        values = {box.asks.name: _value(self[box.name].data) for box in self.boxes}
        answer, because_of = values.pop("answer", ""), values.pop("because_of", "")
        return AnswerGiven(
            outcome=self.outcome.data if self.outcome.data in OUTCOMES else "",
            answer=answer,
            details={name: value for name, value in values.items() if value},
            because_of_id=_id(because_of),
            because_of_opening=because_of == OPENING_STATEMENT,
        )

    def put_in(self, line: OwnLine | None) -> None:
        """Add a line of the officer's own to the words of the answer; say so where no one line is meant."""
        box = next((self[box.name] for box in self.boxes if isinstance(self[box.name], TextArea)), None)
        if line is None:
            self.line.errors = ["Type letters that only one of your lines has in its name"]
        elif box is None:
            self.line.errors = ["Choose how you answer it first"]
        else:
            box.data = "\n\n".join(filter(None, [(box.data or "").strip(), line.text]))
            self.line.data = ""

    def upload(self, question: Question) -> Upload | None:
        """The file that was chosen, for this question; None where there is none."""
        chosen = self.file.data
        if not getattr(chosen, "filename", ""):
            return None
        return Upload(chosen.filename, chosen.read(), self.file_title.data or "", question.id)


def values_of(question: Question) -> dict[str, Any]:
    """What is kept of an answer, by the names of the form."""
    outcome = SAME_AS if question.same_as_id else question.outcome
    kept = {**question.details, "answer": question.answer, "because_of": str(question.because_of_id or "")}
    if question.because_of_opening:
        kept["because_of"] = OPENING_STATEMENT
    values: dict[str, Any] = {
        box.name: _date(kept.get(box.asks.name)) if box.asks.kind == "date" else kept.get(box.asks.name, "")
        for box in boxes_of(outcome)
    }
    same_as = str(question.same_as_id or "")
    return {**values, "outcome": outcome or None, "same_as": same_as, "version": question.version}


def _field(box: Box) -> Any:
    asks = box.asks
    if asks.kind == "date":
        return DateInput(asks.label, hint=asks.hint)
    if asks.kind == "question":
        return Select(asks.label, hint=asks.hint, invalid_choice_message=_NOT_OURS)
    if asks.kind == "text":
        return Text(asks.label, hint=asks.hint, filters=(pasted_line,))
    rows = ANSWER_ROWS if asks.name == "answer" and asks is not MORE else 5
    return TextArea(asks.label, hint=asks.hint, rows=rows, filters=(pasted,))


for _box in in_page_order():
    setattr(AnswerForm, _box.name, _field(_box))


def _value(data: Any) -> str:
    if isinstance(data, date):
        return data.isoformat()
    text = str(data or "")
    return text.strip(" \n") if text.strip() else ""


def _id(typed: str | None) -> int | None:
    return int(typed) if typed and typed.isascii() and typed.isdigit() and len(typed) < 10 else None


def _date(kept: Any) -> date | None:
    try:
        return date.fromisoformat(str(kept))
    except ValueError:
        return None


def _short(text: str, longest: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
