"""Every version of a posting is kept

Revision: 0002
After: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "posting_version",
        sa.Column("posting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("posting_id", "number", name="pk_posting_version"),
        sa.ForeignKeyConstraint(
            ["posting_id"], ["posting.id"], name="fk_posting_version_posting_id_posting", ondelete="CASCADE"
        ),
    )
    # What stands is the first version that history knows.
    op.execute(
        "INSERT INTO posting_version (posting_id, number, content, made_at) "
        "SELECT id, version, content, changed_at FROM posting"
    )


def downgrade() -> None:
    op.drop_table("posting_version")
