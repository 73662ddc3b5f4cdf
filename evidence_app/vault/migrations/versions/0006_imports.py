"""What was imported from exports: which importer reads an original, where an event's record stands."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; whether an original that is there already is an export is asked when that matters.

    The links between events and exhibits are written anew, as a table without SQLite's own row numbers.
    """
    op.add_column("original", sa.Column("export", sa.Text(), nullable=True))
    op.add_column("event", sa.Column("account", sa.Text(), nullable=False, server_default=""))
    op.add_column("event", sa.Column("place", sa.Text(), nullable=False, server_default=""))
    op.add_column("event", sa.Column("fingerprint", sa.Integer(), nullable=True))
    op.drop_index("ix_event_exhibit_exhibit_id", table_name="event_exhibit")
    op.rename_table("event_exhibit", "event_exhibit_before")
    op.create_table(
        "event_exhibit",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("exhibit_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"]),
        sa.ForeignKeyConstraint(["exhibit_id"], ["exhibit.id"]),
        sa.PrimaryKeyConstraint("event_id", "exhibit_id"),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO event_exhibit SELECT event_id, exhibit_id, position FROM event_exhibit_before")
    op.drop_table("event_exhibit_before")
    op.create_index(op.f("ix_event_exhibit_exhibit_id"), "event_exhibit", ["exhibit_id"], unique=False)
