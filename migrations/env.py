"""Runs the migrations on the connection that foi_tracker.store.migrate hands over."""

from __future__ import annotations

from alembic import context

from foi_tracker.models import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    user_module_prefix="base.",
)
with context.begin_transaction():
    context.run_migrations()
