"""Alembic's door: runs all pending revisions in the one transaction that the caller opened."""

from alembic import context

from evidence_app.vault.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=False,  # the caller's BEGIN IMMEDIATE spans everything; Alembic must not commit in between
    transaction_per_migration=False,
)
context.run_migrations()
