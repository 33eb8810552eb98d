"""Joined questions; consent to keeping corrections"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.add_column(sa.Column("again", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("authority", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("keeps_corrections", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.execute("DELETE FROM confirmed_split")  # it was kept before anybody was asked


def downgrade() -> None:
    with op.batch_alter_table("authority", schema=None) as batch_op:
        batch_op.drop_column("keeps_corrections")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_column("again")
