"""The day since which a matter is in dispute, as the person says."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, empty for everything there is."""
    op.add_column("dispute", sa.Column("disputed_since", sa.Text(), nullable=False, server_default=""))
