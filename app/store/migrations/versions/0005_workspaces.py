"""Saved work belongs to a workspace, and things of every kind share a table for what they have in common

Revision: 0005
After: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_WORK = sa.table(
    "work",
    *(sa.column(name) for name in ("id", "workspace_id", "kind", "slug", "title", "made_at", "changed_at")),
)
_OLD_POSTING = sa.table("posting", *map(sa.column, ("id", "work_id", "slug", "title", "created_at", "changed_at")))
_OLD_ASSESSMENT = sa.table("assessment", *map(sa.column, ("id", "work_id", "slug", "started_at", "changed_at")))


def upgrade() -> None:
    op.create_table(
        "workspace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key_hash", sa.String(64), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workspace"),
        sa.UniqueConstraint("key_hash", name="uq_workspace_key_hash"),
    )
    op.create_table(
        "work",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("slug", sa.String(64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_work"),
        sa.UniqueConstraint("slug", name="uq_work_slug"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_work_workspace_id_workspace", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_work_workspace_id", "work", ["workspace_id"])
    for table in ("posting", "assessment"):
        op.add_column(table, sa.Column("work_id", sa.Integer(), nullable=True))
    _take_up("posting", _OLD_POSTING, _OLD_POSTING.c.title, _OLD_POSTING.c.created_at)
    _take_up("assessment", _OLD_ASSESSMENT, sa.literal("Self-assessment"), _OLD_ASSESSMENT.c.started_at)
    _replace_columns("posting", ("slug", "title", "created_at", "changed_at"))
    _replace_columns("assessment", ("slug", "started_at", "changed_at"))


def _take_up(kind: str, old: sa.TableClause, title: sa.ColumnElement[str], made_at: sa.ColumnElement[str]) -> None:
    """Work from before there were owners gets one workspace that no browser opens: an operator can hand it over."""
    database = op.get_bind()
    if not database.scalar(sa.select(sa.func.count()).select_from(old)):
        return
    workspace = sa.table("workspace", *map(sa.column, ("id", "key_hash", "made_at", "seen_at")))
    now = sa.func.current_timestamp()
    found = database.scalar(sa.select(sa.func.min(workspace.c.id)))
    if found is None:
        found = 1
        database.execute(sa.insert(workspace).values(id=found, made_at=now, seen_at=now))
        if database.dialect.name == "postgresql":
            database.execute(sa.text("SELECT setval(pg_get_serial_sequence('workspace', 'id'), 1)"))
    database.execute(
        sa.insert(_WORK).from_select(
            ["workspace_id", "kind", "slug", "title", "made_at", "changed_at"],
            sa.select(sa.literal(found), sa.literal(kind), old.c.slug, title, made_at, old.c.changed_at),
        )
    )
    work_id = sa.select(_WORK.c.id).where(_WORK.c.slug == old.c.slug).scalar_subquery()
    database.execute(sa.update(old).values(work_id=work_id))


def _replace_columns(table: str, dropped: tuple[str, ...]) -> None:
    with op.batch_alter_table(table) as changed:
        changed.alter_column("work_id", existing_type=sa.Integer(), nullable=False)
        changed.drop_constraint(f"uq_{table}_slug", type_="unique")
        changed.create_unique_constraint(f"uq_{table}_work_id", ["work_id"])
        changed.create_foreign_key(f"fk_{table}_work_id_work", "work", ["work_id"], ["id"], ondelete="CASCADE")
        for column in dropped:
            changed.drop_column(column)


def downgrade() -> None:
    _bring_back("posting", {"slug": "slug", "title": "title", "created_at": "made_at", "changed_at": "changed_at"})
    _bring_back("assessment", {"slug": "slug", "started_at": "made_at", "changed_at": "changed_at"})
    op.drop_index("ix_work_workspace_id", "work")
    op.drop_table("work")
    op.drop_table("workspace")


def _bring_back(table: str, columns: dict[str, str]) -> None:
    types = {"slug": sa.String(64), "title": sa.Text()}
    for column in columns:
        op.add_column(table, sa.Column(column, types.get(column, sa.DateTime(timezone=True)), nullable=True))
    old = sa.table(table, sa.column("work_id"), *map(sa.column, columns))
    work = sa.table("work", sa.column("id"), *map(sa.column, set(columns.values())))
    values = {
        column: sa.select(work.c[source]).where(work.c.id == old.c.work_id).scalar_subquery()
        for column, source in columns.items()
    }
    op.get_bind().execute(sa.update(old).values(values))
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(f"fk_{table}_work_id_work", type_="foreignkey")
        changed.drop_constraint(f"uq_{table}_work_id", type_="unique")
        for column in columns:
            changed.alter_column(column, existing_type=types.get(column, sa.DateTime(timezone=True)), nullable=False)
        changed.create_unique_constraint(f"uq_{table}_slug", ["slug"])
        changed.drop_column("work_id")
