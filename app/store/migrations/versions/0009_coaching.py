"""Coaching: invitations, relations, consents, blind looks, comments and goals

Revision: 0009
After: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "coaching_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        _key("coaching_invitation", "account_id", "account"),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.String(320), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("invited_at", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("closed_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_coaching_invitation"),
        sa.UniqueConstraint("token_hash", name="uq_coaching_invitation_token_hash"),
    )
    op.create_index("ix_coaching_invitation_account_id", "coaching_invitation", ["account_id"])
    op.create_table(
        "coaching",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(32), nullable=False),
        _key("coaching", "coach_id", "account"),
        _key("coaching", "client_id", "account"),
        sa.Column("coach_name", sa.Text(), nullable=False),
        sa.Column("client_name", sa.Text(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("began_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_coaching"),
        sa.UniqueConstraint("slug", name="uq_coaching_slug"),
        sa.UniqueConstraint("coach_id", "client_id", name="uq_coaching_pair"),
    )
    op.create_index("ix_coaching_coach_id", "coaching", ["coach_id"])
    op.create_index("ix_coaching_client_id", "coaching", ["client_id"])
    op.create_table(
        "coaching_consent",
        _key("coaching_consent", "coaching_id", "coaching"),
        _key("coaching_consent", "work_id", "work"),
        sa.Column("given_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("coaching_id", "work_id", name="pk_coaching_consent"),
    )
    op.create_index("ix_coaching_consent_work_id", "coaching_consent", ["work_id"])
    op.create_table(
        "coaching_blind_look",
        _key("coaching_blind_look", "coaching_id", "coaching"),
        _key("coaching_blind_look", "work_id", "work"),
        _key("coaching_blind_look", "invitation_id", "assessment_invitation", ondelete="SET NULL"),
        sa.Column("looked_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("coaching_id", "work_id", name="pk_coaching_blind_look"),
    )
    op.create_index("ix_coaching_blind_look_work_id", "coaching_blind_look", ["work_id"])
    _create_comments_and_goals()


def _create_comments_and_goals() -> None:
    op.create_table(
        "coaching_comment",
        sa.Column("id", sa.Integer(), nullable=False),
        _key("coaching_comment", "coaching_id", "coaching"),
        _key("coaching_comment", "work_id", "work"),
        _key("coaching_comment", "author_id", "account"),
        sa.Column("place", sa.String(80), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_coaching_comment"),
    )
    for column in ("coaching_id", "work_id", "author_id"):
        op.create_index(f"ix_coaching_comment_{column}", "coaching_comment", [column])
    op.create_table(
        "coaching_goal",
        sa.Column("id", sa.Integer(), nullable=False),
        _key("coaching_goal", "coaching_id", "coaching"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("skill", sa.String(40), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_coaching_goal"),
    )
    op.create_index("ix_coaching_goal_coaching_id", "coaching_goal", ["coaching_id"])


def _key(table: str, column: str, to: str, ondelete: str = "CASCADE") -> sa.Column[int]:
    key = sa.ForeignKey(f"{to}.id", name=f"fk_{table}_{column}_{to}", ondelete=ondelete)
    return sa.Column(column, sa.Integer(), key, nullable=ondelete != "CASCADE")


def downgrade() -> None:
    for table in ("goal", "comment", "blind_look", "consent"):
        op.drop_table(f"coaching_{table}")
    op.drop_table("coaching")
    op.drop_table("coaching_invitation")
