"""Things set aside instead of erased, notes at times of a recording, saved views."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, empty for everything there is, and the table of saved views."""
    for table in ("dispute", "exhibit", "event"):
        op.add_column(table, sa.Column("set_aside", sa.Text(), nullable=False, server_default=""))
    op.add_column("exhibit", sa.Column("marks", sa.Text(), nullable=False, server_default="[]"))
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("dispute_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"],
            ["dispute.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("view_name", "saved_view", ["dispute_id", "name"], unique=True)
