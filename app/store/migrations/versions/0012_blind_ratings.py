"""Second raters: which of the owner's picks a rating was blind to, who asks, and where a round of answers ended

Revision: 0012
After: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_ASSESSMENT = sa.table("assessment", sa.column("id", sa.Integer()), sa.column("answers", sa.JSON()))
_INVITATION = sa.table(
    "assessment_invitation",
    sa.column("id", sa.Integer()),
    sa.column("assessment_id", sa.Integer()),
    sa.column("rated_at", sa.DateTime(timezone=True)),
    sa.column("blind_to", sa.JSON()),
)


def upgrade() -> None:
    op.add_column("assessment_invitation", sa.Column("blind_to", sa.JSON(), nullable=True))
    op.add_column("assessment_invitation", sa.Column("asker", sa.Text(), nullable=False, server_default=""))
    op.add_column("assessment_snapshot", sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
    _count_old_ratings_with_todays_answers()


def _count_old_ratings_with_todays_answers() -> None:
    """What the answers were when an old rating was given is not known; those that stand are the nearest to it."""
    connection = op.get_bind()
    query = (
        sa.select(_INVITATION.c.id, _ASSESSMENT.c.answers)
        .join(_ASSESSMENT, _ASSESSMENT.c.id == _INVITATION.c.assessment_id)
        .where(_INVITATION.c.rated_at.is_not(None))
    )
    for invitation, answers in connection.execute(query).all():
        change = _INVITATION.update().where(_INVITATION.c.id == invitation)
        connection.execute(change.values(blind_to=answers.get("picks", {})))


def downgrade() -> None:
    op.drop_column("assessment_snapshot", "closed_at")
    op.drop_column("assessment_invitation", "asker")
    op.drop_column("assessment_invitation", "blind_to")
