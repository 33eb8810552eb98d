"""A logo, more signatories, large print, copyright and the disclosure log; who may set up an authority"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

WORDS = ("logo_sha256", "logo_type", "logo_alt", "copyright_text", "disclosure_log")
NUMBERS = {"logo_width": "0", "logo_height": "0", "large_print_size": "18"}
SWITCHES = ("large_print_for_all", "publishes_answers")


def upgrade() -> None:
    op.create_table(
        "signatory",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("authority_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_id"], ["authority.id"], name=op.f("fk_signatory_authority_id_authority")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatory")),
    )
    op.create_index(op.f("ix_signatory_authority_id"), "signatory", ["authority_id"])
    with op.batch_alter_table("authority", schema=None) as batch_op:
        for name in WORDS:
            batch_op.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        for name, usual in NUMBERS.items():
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default=usual))
        for name in SWITCHES:
            batch_op.add_column(sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("signatory_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_letter_signatory_id_signatory"), "signatory", ["signatory_id"], ["id"]
        )
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sets_up", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.drop_column("sets_up")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_letter_signatory_id_signatory"), type_="foreignkey")
        batch_op.drop_column("signatory_id")
    with op.batch_alter_table("authority", schema=None) as batch_op:
        for name in (*SWITCHES, *NUMBERS, *WORDS):
            batch_op.drop_column(name)
    op.drop_index(op.f("ix_signatory_authority_id"), table_name="signatory")
    op.drop_table("signatory")
