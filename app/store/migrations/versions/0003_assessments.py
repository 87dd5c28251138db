"""Assessments with their snapshots, looks back and invitations

Revision: 0003
After: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("slug", sa.String(64), nullable=False),
        sa.Column("edition", sa.String(20), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("slug", name="uq_assessment_slug"),
    )
    op.create_table(
        "assessment_snapshot",
        sa.Column("id", sa.Integer(), primary_key=True),
        _owner("assessment_snapshot", "assessment"),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edition", sa.String(20), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
    )
    op.create_index("ix_assessment_snapshot_assessment_id", "assessment_snapshot", ["assessment_id"])
    op.create_table(
        "assessment_look_back",
        sa.Column("id", sa.Integer(), primary_key=True),
        _owner("assessment_look_back", "assessment_snapshot", "snapshot_id"),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("picks", sa.JSON(), nullable=False),
    )
    op.create_index("ix_assessment_look_back_snapshot_id", "assessment_look_back", ["snapshot_id"])
    op.create_table(
        "assessment_invitation",
        sa.Column("id", sa.Integer(), primary_key=True),
        _owner("assessment_invitation", "assessment"),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("rater", sa.Text(), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("picks", sa.JSON(), nullable=True),
        sa.UniqueConstraint("token_hash", name="uq_assessment_invitation_token_hash"),
    )
    op.create_index("ix_assessment_invitation_assessment_id", "assessment_invitation", ["assessment_id"])


def _owner(table: str, of: str, column: str = "assessment_id") -> sa.Column[int]:
    """The row that this one belongs to and disappears with."""
    name = f"fk_{table}_{column}_{of}"
    return sa.Column(column, sa.Integer(), sa.ForeignKey(f"{of}.id", name=name, ondelete="CASCADE"), nullable=False)


def downgrade() -> None:
    for table in ("assessment_invitation", "assessment_look_back", "assessment_snapshot", "assessment"):
        op.drop_table(table)
