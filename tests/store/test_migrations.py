"""Migrations keep what people saved."""

from __future__ import annotations

import sqlalchemy as sa

from app.config import Settings
from app.store import database, schema

OLD_ROWS = (
    "INSERT INTO posting (id, slug, title, content, version, created_at, changed_at)"
    " VALUES (7, 'old-posting', 'Program manager', '{}', 1, '2026-11-01 10:00:00', '2026-11-02 10:00:00')",
    "INSERT INTO posting_version (posting_id, number, content, made_at) VALUES (7, 1, '{}', '2026-11-01 10:00:00')",
    "INSERT INTO assessment (id, slug, edition, answers, version, started_at, changed_at)"
    " VALUES (7, 'old-assessment', '2026.1', '{}', 1, '2026-11-01 10:00:00', '2026-11-03 10:00:00')",
)


def test_work_from_before_there_were_workspaces_is_kept_with_its_history(settings: Settings) -> None:
    schema.upgrade(settings.database_url, "0004")
    engine = database.open_engine(settings.database_url)
    with engine.begin() as connection:
        for row in OLD_ROWS:
            connection.execute(sa.text(row))

    schema.upgrade(settings.database_url)

    with engine.connect() as connection:
        kept = connection.execute(
            sa.text("SELECT kind, slug, title, workspace_id FROM work ORDER BY kind DESC")
        ).fetchall()
        versions = connection.scalar(sa.text("SELECT count(*) FROM posting_version WHERE posting_id = 7"))
        work = connection.scalar(
            sa.text("SELECT slug FROM work JOIN posting ON posting.work_id = work.id WHERE posting.id = 7")
        )
    assert [tuple(one)[:3] for one in kept] == [
        ("posting", "old-posting", "Program manager"),
        ("assessment", "old-assessment", "Self-assessment"),
    ]
    assert kept[0].workspace_id == kept[1].workspace_id
    assert (versions, work) == (1, "old-posting")

    schema.downgrade(settings.database_url, "0004")

    with engine.connect() as connection:
        back = connection.execute(sa.text("SELECT slug, title, version FROM posting")).fetchall()
        versions = connection.scalar(sa.text("SELECT count(*) FROM posting_version"))
    assert [tuple(one) for one in back] == [("old-posting", "Program manager", 1)]
    assert versions == 1
    engine.dispose()


def test_an_old_rating_goes_on_counting_with_the_answers_that_stand(settings: Settings) -> None:
    schema.upgrade(settings.database_url, "0004")
    engine = database.open_engine(settings.database_url)
    with engine.begin() as connection:
        connection.execute(sa.text(OLD_ROWS[2].replace("'{}'", """'{"picks": {"risk": 3}}'""")))
        connection.execute(
            sa.text(
                "INSERT INTO assessment_invitation"
                " (id, assessment_id, token_hash, rater, invited_at, expires_at, rated_at, picks) VALUES"
                " (1, 7, 'a', 'Kim', '2026-11-01 10:00:00', '2026-12-01 10:00:00', '2026-11-02 10:00:00', '{}'),"
                " (2, 7, 'b', 'Lee', '2026-11-01 10:00:00', '2026-12-01 10:00:00', NULL, NULL)"
            )
        )

    schema.upgrade(settings.database_url)

    with engine.connect() as connection:
        invitations = sa.table("assessment_invitation", sa.column("id"), sa.column("blind_to", sa.JSON()))
        kept = connection.scalars(sa.select(invitations.c.blind_to).order_by(invitations.c.id)).all()
    assert kept == [{"risk": 3}, None]
    engine.dispose()
