"""The form that passes a request on to another authority here."""

from __future__ import annotations

from flask_wtf import FlaskForm

from foi_tracker.casework.desk import NotAllowed
from foi_tracker.casework.log import CHANNELS
from foi_tracker.casework.passing import Passing
from foi_tracker.web.addresses import id_of
from foi_tracker.web.drafting.forms import chosen_ids
from foi_tracker.web.widgets import Checkboxes, DateInput, Radios, Submit, TextArea, as_choices


class PassOnForm(FlaskForm):
    """To whom, what, and how we know that they agree."""

    authority = Radios("Which authority may hold it?", required="Choose the authority")
    questions = Checkboxes(
        "Which questions do you pass on?",
        hint="It sees these, in their words, and who asked. It sees nothing else of yours.",
        choices=[],
        required="Choose the questions that you pass on",
    )
    searched = TextArea(
        "How do you know that you do not hold it?",
        hint="The letter says so: your own duty to answer stays (section 1).",
        rows=3,
        required="Say how you know that you do not hold it",
    )
    consent_on = DateInput(
        "When did they agree?",
        hint="The regulator asks that they agree before you pass it on.",
        required="Enter the day they agreed",
    )
    consent_how = Radios("How did they agree?", choices=list(CHANNELS.items()), required="Choose how")
    submit = Submit("Pass it on")

    def offer(self, authorities: list[tuple[str, str]], questions: list[tuple[str, str]]) -> None:
        """These authorities and these questions; where there is one of them, it is chosen."""
        self.authority.choices = as_choices(authorities)
        self.questions.choices = as_choices(questions)
        if not self.is_submitted():
            self.authority.data = authorities[0][0] if len(authorities) == 1 else None
            self.questions.data = [questions[0][0]] if len(questions) == 1 else []

    def passing(self) -> Passing:
        """What was chosen. Only of a form that is valid."""
        if self.consent_on.data is None:
            raise NotAllowed("Enter the day they agreed", "consent_on")
        return Passing(
            authority_id=id_of(self.authority.data),
            consent_on=self.consent_on.data,
            consent_how=self.consent_how.data,
            question_ids=chosen_ids(self.questions),
            searched=self.searched.data or "",
        )

    def say(self, refusal: NotAllowed) -> None:
        """Show why it may not be, at the field that is at fault."""
        field = self._fields.get(refusal.field, self.questions)
        field.errors = [str(refusal)]
