"""Résumé reports and salary look-ups can be kept, and one thing can be shown to others by a link

Revision: 0008
After: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kept"),
        sa.UniqueConstraint("work_id", name="uq_kept_work_id"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_kept_work_id_work", ondelete="CASCADE"),
    )
    op.create_table(
        "share",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_share"),
        sa.UniqueConstraint("token_hash", name="uq_share_token_hash"),
        sa.ForeignKeyConstraint(["work_id"], ["work.id"], name="fk_share_work_id_work", ondelete="CASCADE"),
    )
    op.create_index("ix_share_work_id", "share", ["work_id"])


def downgrade() -> None:
    op.drop_index("ix_share_work_id", "share")
    op.drop_table("share")
    op.execute("DELETE FROM work WHERE kind IN ('report', 'look-up')")  # no older version can open them
    op.drop_table("kept")
