"""What people answered to the findings of a posting's review

Revision: 0004
After: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "posting_answer",
        sa.Column(
            "posting_id",
            sa.Integer(),
            sa.ForeignKey("posting.id", name="fk_posting_answer_posting_id_posting", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("finding", sa.String(300), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("posting_id", "finding", name="pk_posting_answer"),
    )


def downgrade() -> None:
    op.drop_table("posting_answer")
