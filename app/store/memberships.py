"""Where a person belongs: the organizations, with the rank that they have in each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.account_tables import AccountRow
from app.store.organization_tables import MemberRow, OrganizationRow


class Rank(StrEnum):
    """What a member may do: each rank may do what those behind it may."""

    OWNER = "owner"  # members, head counts, the team itself
    EDITOR = "editor"  # postings and the team's texts
    READER = "reader"

    def may(self, needed: Rank) -> bool:
        order = tuple(Rank)
        return order.index(self) <= order.index(needed)


@dataclass(frozen=True)
class Organization:
    """A team that hires; `workspace` holds its postings."""

    id: int
    slug: str
    name: str
    workspace: int
    version: int


@dataclass(frozen=True)
class Membership:
    """Somebody's place in an organization; `name` is what the others know them by."""

    organization: Organization
    account: int
    rank: Rank
    name: str


def of_workspace(session: Session, account_workspace: int) -> tuple[Membership, ...]:
    """Where the person belongs whose own workspace this is, by the organization's name."""
    found = session.execute(
        select(OrganizationRow, MemberRow)
        .join(MemberRow, MemberRow.organization_id == OrganizationRow.id)
        .join(AccountRow, AccountRow.id == MemberRow.account_id)
        .where(AccountRow.workspace_id == account_workspace)
        .order_by(OrganizationRow.name, OrganizationRow.id)
    )
    return tuple(
        Membership(organization(team), member.account_id, Rank(member.rank), member.name) for team, member in found
    )


def organization(row: OrganizationRow) -> Organization:
    return Organization(row.id, row.slug, row.name, row.workspace_id, row.version)
