"""What a sign-in link opens; those made before, which would open everything, sign nobody in any more"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM sign_in_link WHERE used_at IS NULL")
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.add_column(sa.Column("opens", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    op.execute("DELETE FROM sign_in_link WHERE used_at IS NULL")
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.drop_column("opens")
