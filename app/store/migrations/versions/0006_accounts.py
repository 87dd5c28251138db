"""Accounts, the browsers that are signed in to them, and their trail

Revision: 0006
After: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(320), nullable=False),
        sa.Column("email_key", sa.String(320), nullable=False),
        sa.Column("password", sa.String(255), nullable=True),
        sa.Column("session_key", sa.String(64), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("second_factor", sa.String(64), nullable=True),
        sa.Column("second_factor_secret", sa.String(255), nullable=True),
        sa.Column("recovery_codes", sa.JSON(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "workspace_id",
            sa.Integer(),
            sa.ForeignKey("workspace.id", name="fk_account_workspace_id_workspace"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("workspace_id", name="uq_account_workspace_id"),
        sa.UniqueConstraint("email_key", name="uq_account_email_key"),
        sa.UniqueConstraint("session_key", name="uq_account_session_key"),
    )
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        _account_id("sign_in"),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("browser", sa.String(60), nullable=False),
        sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in"),
        sa.UniqueConstraint("token_hash", name="uq_sign_in_token_hash"),
    )
    op.create_index("ix_sign_in_account_id", "sign_in", ["account_id"])
    op.create_table(
        "trail",
        sa.Column("id", sa.Integer(), nullable=False),
        _account_id("trail"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(40), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(120), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_trail"),
    )
    op.create_index("ix_trail_account_id", "trail", ["account_id"])


def _account_id(table: str) -> sa.Column[int]:
    key = sa.ForeignKey("account.id", name=f"fk_{table}_account_id_account", ondelete="CASCADE")
    return sa.Column("account_id", sa.Integer(), key, nullable=False)


def downgrade() -> None:
    op.drop_table("trail")
    op.drop_table("sign_in")
    op.drop_table("account")
