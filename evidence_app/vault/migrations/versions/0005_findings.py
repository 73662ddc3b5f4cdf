"""What was made of machine-read text: events with their places, suggestions, and corrections by people."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and columns; a reading made before says nothing of events, so its exhibit is read again."""
    op.add_column("machine_text", sa.Column("findings", sa.LargeBinary(), nullable=True))
    op.add_column("machine_text", sa.Column("likeness", sa.Text(), nullable=False, server_default=""))
    op.add_column("event", sa.Column("read_from", sa.Text(), nullable=True))
    op.create_index("event_read_from", "event", ["read_from"], unique=False)
    op.create_table(
        "event_place",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("exhibit_id", sa.Text(), nullable=False),
        sa.Column("page_index", sa.Integer(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
        ),
        sa.ForeignKeyConstraint(
            ["exhibit_id"],
            ["exhibit.id"],
        ),
        sa.PrimaryKeyConstraint("event_id", "exhibit_id"),
    )
    op.create_index(op.f("ix_event_place_exhibit_id"), "event_place", ["exhibit_id"], unique=False)
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("dispute_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("exhibit_id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("page_index", sa.Integer(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_value", sa.Text(), nullable=False),
        sa.Column("decided_due", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"],
            ["dispute.id"],
        ),
        sa.ForeignKeyConstraint(
            ["exhibit_id"],
            ["exhibit.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("suggestion_state", "suggestion", ["dispute_id", "state"], unique=False)
    op.create_index(op.f("ix_suggestion_exhibit_id"), "suggestion", ["exhibit_id"], unique=False)
    op.create_table(
        "line_correction",
        sa.Column("dispute_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("line_index", sa.Integer(), nullable=False),
        sa.Column("exhibit_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"],
            ["dispute.id"],
        ),
        sa.ForeignKeyConstraint(
            ["exhibit_id"],
            ["exhibit.id"],
        ),
        sa.PrimaryKeyConstraint("dispute_id", "seq", "line_index"),
    )
    op.create_index(op.f("ix_line_correction_exhibit_id"), "line_correction", ["exhibit_id"], unique=False)
