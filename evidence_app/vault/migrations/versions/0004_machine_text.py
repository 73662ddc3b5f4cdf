"""What a machine read off exhibits."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; a reading is never changed, only followed by another one, and is erased with its exhibit."""
    op.create_table(
        "machine_text",
        sa.Column("dispute_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("exhibit_id", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.Column("lines", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"],
            ["dispute.id"],
        ),
        sa.ForeignKeyConstraint(
            ["exhibit_id"],
            ["exhibit.id"],
        ),
        sa.PrimaryKeyConstraint("dispute_id", "seq"),
    )
    op.create_index(op.f("ix_machine_text_exhibit_id"), "machine_text", ["exhibit_id"], unique=False)
    op.execute(
        "CREATE TRIGGER machine_text_no_update BEFORE UPDATE ON machine_text "
        "BEGIN SELECT RAISE(ABORT, 'what was read stays as it is'); END"
    )
