"""Organizations with members, texts and head counts, and who changed and signed what

Revision: 0010
After: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _organizations()
    _members()
    _texts()
    _head_counts()
    _trail()
    for table in ("posting_version", "posting_answer"):
        with op.batch_alter_table(table) as changed:
            if table == "posting_version":
                changed.add_column(sa.Column("author", sa.Text(), nullable=False, server_default=""))
            changed.add_column(sa.Column("account_id", sa.Integer(), nullable=True))
            changed.create_foreign_key(
                f"fk_{table}_account_id_account", "account", ["account_id"], ["id"], ondelete="SET NULL"
            )
    with op.batch_alter_table("posting_version") as changed:
        changed.alter_column("author", existing_type=sa.Text(), existing_nullable=False, server_default=None)


def _organizations() -> None:
    op.create_table(
        "organization",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _reference("organization", "workspace"),
        _moment("made_at"),
        _moment("changed_at"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organization"),
        sa.UniqueConstraint("slug", name="uq_organization_slug"),
        sa.UniqueConstraint("workspace_id", name="uq_organization_workspace_id"),
    )


def _members() -> None:
    op.create_table(
        "member",
        _reference("member", "organization"),
        _reference("member", "account"),
        sa.Column("rank", sa.String(10), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _moment("joined_at"),
        sa.PrimaryKeyConstraint("organization_id", "account_id", name="pk_member"),
    )
    op.create_index("ix_member_account_id", "member", ["account_id"])
    op.create_table(
        "member_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        _reference("member_invitation", "organization"),
        sa.Column("email", sa.String(320), nullable=False),
        sa.Column("rank", sa.String(10), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        _moment("invited_at"),
        _moment("expires_at"),
        sa.PrimaryKeyConstraint("id", name="pk_member_invitation"),
        sa.UniqueConstraint("token_hash", name="uq_member_invitation_token_hash"),
    )
    op.create_index("ix_member_invitation_organization_id", "member_invitation", ["organization_id"])


def _texts() -> None:
    op.create_table(
        "team_text",
        _reference("team_text", "organization"),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        _reference("team_text", "account", kept=True),
        _moment("made_at"),
        sa.PrimaryKeyConstraint("organization_id", "kind", "country", "number", name="pk_team_text"),
    )


def _head_counts() -> None:
    op.create_table(
        "head_count",
        _reference("head_count", "workspace"),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("based_in", sa.String(12), nullable=True),
        _moment("changed_at"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", name="pk_head_count"),
    )


def _trail() -> None:
    op.create_table(
        "posting_trail",
        sa.Column("id", sa.Integer(), nullable=False),
        _reference("posting_trail", "posting"),
        _moment("at"),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _reference("posting_trail", "account", kept=True),
        sa.PrimaryKeyConstraint("id", name="pk_posting_trail"),
    )
    op.create_index("ix_posting_trail_posting_id", "posting_trail", ["posting_id"])


def _reference(table: str, other: str, *, kept: bool = False) -> sa.Column[int]:
    """A column that points at a row of another table; `kept` rows outlive what they point at."""
    return sa.Column(
        f"{other}_id",
        sa.Integer(),
        sa.ForeignKey(f"{other}.id", name=f"fk_{table}_{other}_id_{other}", ondelete="SET NULL" if kept else "CASCADE"),
        nullable=kept,
        autoincrement=False,
    )


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def downgrade() -> None:
    for table in ("posting_version", "posting_answer"):
        with op.batch_alter_table(table) as changed:
            changed.drop_constraint(f"fk_{table}_account_id_account", type_="foreignkey")
            changed.drop_column("account_id")
            if table == "posting_version":
                changed.drop_column("author")
    for table in ("posting_trail", "head_count", "team_text", "member_invitation", "member", "organization"):
        op.drop_table(table)
