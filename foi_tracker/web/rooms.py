"""Every room of the web layer. A new room is added here and in access.py."""

from __future__ import annotations

from foi_tracker.web.about.views import room as about
from foi_tracker.web.administration.room import room as administration
from foi_tracker.web.attachments.views import room as attachments
from foi_tracker.web.cases.room import room as cases
from foi_tracker.web.check_letters.views import room as check_letters
from foi_tracker.web.clock_events.views import room as clock_events
from foi_tracker.web.cost.views import room as cost
from foi_tracker.web.drafting.room import room as drafting
from foi_tracker.web.figures.views import room as figures
from foi_tracker.web.log_request.views import room as log_request
from foi_tracker.web.others.views import room as others
from foi_tracker.web.own_lines.views import room as own_lines
from foi_tracker.web.questions.room import room as questions
from foi_tracker.web.queue.views import room as queue
from foi_tracker.web.signin.views import room as signin
from foi_tracker.web.wordings.views import room as wordings

ROOMS = (
    about,
    figures,
    check_letters,
    queue,
    log_request,
    cases,
    clock_events,
    questions,
    own_lines,
    others,
    attachments,
    cost,
    drafting,
    administration,
    wordings,
    signin,
)
