"""What a letter said of all the questions of its day is of those alone, not of one that was added later"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

EVENT = sa.table(
    "clock_event",
    sa.column("id", sa.Integer),
    sa.column("type", sa.String),
    sa.column("letter_id", sa.Integer),
    sa.column("question_ids", sa.JSON),
)
NAMED = sa.table("letter_question", sa.column("letter_id", sa.Integer), sa.column("question_id", sa.Integer))
TYPES = ("pit_extension_notice", "transferred_to")


def upgrade() -> None:
    """Name the questions of its letter. Of a notice without one nobody knows: its officer can say it."""
    bind = op.get_bind()
    by_letter = sa.select(EVENT).where(EVENT.c.type.in_(TYPES), EVENT.c.letter_id.is_not(None))
    for event in bind.execute(by_letter).all():
        named = sa.select(NAMED.c.question_id).where(NAMED.c.letter_id == event.letter_id)
        if event.question_ids == []:  # of all: its letter is about no more than there were that day
            ids = sorted(bind.execute(named).scalars())
            bind.execute(sa.update(EVENT).where(EVENT.c.id == event.id).values(question_ids=ids))


def downgrade() -> None:
    """Nothing: the version before reads events that name their questions too."""
