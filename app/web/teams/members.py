"""Who belongs to a team: asking people to join, their ranks, and leaving."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.secrets import new_secret
from app.extensions import now, session, toolkit
from app.usecases import mail, mailed_invitations, organizations
from app.usecases.organizations import OverInvitation, Rank
from app.web.teams.blueprint import bp, me


@bp.get("/<slug>/members")
def members(slug: str) -> ResponseReturnValue:
    return _members_page(slug)


@bp.post("/<slug>/members")
def invite(slug: str) -> ResponseReturnValue:
    """Ask somebody to join, by mail."""
    typed = {"email": request.form.get("email", ""), "rank": request.form.get("rank", "")}
    secret = new_secret()
    link = url_for(".invitation", secret=secret, _external=True)
    try:
        to = organizations.invite(
            session(), toolkit(), slug, email=typed["email"], rank=_rank(), link=link, secret=secret, now=now()
        )
    except DomainError as error:
        if error.field not in typed:
            raise
        return _members_page(slug, typed=typed, wrong=error), 422
    sent = mail.can_send(toolkit().settings)
    flash(
        f"{to} is asked to join. The link works for {mailed_invitations.LASTS.days} days."
        if sent
        else f"The invitation for {to} lies in the outbox: this installation sends no mail, so ask whoever runs it "
        "to hand it over.",
        "good" if sent else "info",
    )
    return redirect(url_for(".members", slug=slug), code=303)


@bp.post("/<slug>/members/<int:account>")
def change_member(slug: str, account: int) -> ResponseReturnValue:
    """Give a member another rank, or take them out of the team."""
    if request.form.get("do") == "remove":
        gone = organizations.remove_member(session(), slug, account, now())
        flash(f"{gone.name} does not belong to the team any more, and sees nothing of it.", "good")
        mine = me()
        if mine is not None and mine.id == account:
            return redirect(url_for(".index"), code=303)
    else:
        before = organizations.give_rank(session(), slug, account, _rank(), now())
        flash(f"{before.name} was {before.rank} and is {_rank()} now.", "good")
    return redirect(url_for(".members", slug=slug), code=303)


@bp.post("/<slug>/me")
def call_me(slug: str) -> ResponseReturnValue:
    """Change the name by which the others know the visitor."""
    typed = {"member": request.form.get("member", "")}
    try:
        organizations.call_me(session(), slug, typed["member"])
    except DomainError as error:
        if error.field not in typed:
            raise
        return _members_page(slug, typed=typed, wrong=error), 422
    flash("The others see that name from now on. What you signed before keeps the old one.", "good")
    return redirect(url_for(".members", slug=slug), code=303)


@bp.post("/<slug>/leave")
def leave(slug: str) -> ResponseReturnValue:
    name = organizations.membership(session(), slug).organization.name
    organizations.leave(session(), slug, now())
    flash(f"You left “{name}”.", "good")
    return redirect(url_for(".index"), code=303)


@bp.post("/<slug>/invitations/<int:number>/withdraw")
def withdraw(slug: str, number: int) -> ResponseReturnValue:
    email = organizations.withdraw(session(), slug, number, now())
    flash(f"The invitation for {email} is withdrawn, and its link opens nothing any more.", "good")
    return redirect(url_for(".members", slug=slug), code=303)


@bp.get("/invitations/<secret>")
def invitation(secret: str) -> ResponseReturnValue:
    """What somebody is asked to join; they need no account to read it."""
    return _invitation_page(secret)


@bp.post("/invitations/<secret>")
def accept(secret: str) -> ResponseReturnValue:
    account = me()
    if account is None:
        raise DomainError("Sign in to join.", code="not_found")
    typed = request.form.get("member", "")
    try:
        team = organizations.accept(session(), secret, account, typed, now())
    except OverInvitation as error:
        return _over(error)
    except DomainError as error:
        if error.code == "member_already":
            flash(error.message, "info")
            return redirect(url_for(".index"), code=303)
        return _invitation_page(secret, typed=typed, wrong=error)
    flash(f"Welcome to “{team.name}”.", "good")
    return redirect(url_for(".show", slug=team.slug), code=303)


def _rank() -> Rank:
    asked = request.form.get("rank", "")
    if asked not in set(Rank):
        raise DomainError(f"A member is {', '.join(Rank)}; {asked!r} is none of these.", field="rank", code="bad_rank")
    return Rank(asked)


def _members_page(slug: str, *, typed: dict[str, str] | None = None, wrong: DomainError | None = None) -> str:
    mine = organizations.membership(session(), slug)
    is_owner = mine.rank is Rank.OWNER
    return render_template(
        "teams/members.html",
        mine=mine,
        members=organizations.members(session(), mine.organization),
        invitations=organizations.invitations(session(), slug) if is_owner else (),
        is_owner=is_owner,
        ranks=tuple(Rank),
        may=organizations.MAY,
        now=now(),
        typed=typed or {},
        wrong=wrong,
    )


def _invitation_page(secret: str, *, typed: str = "", wrong: DomainError | None = None) -> ResponseReturnValue:
    try:
        asked = organizations.invitation_of(session(), secret, now())
    except OverInvitation as error:
        return _over(error)
    page = render_template(
        "teams/invitation.html",
        asked=asked,
        secret=secret,
        account=me(),
        may=organizations.MAY,
        typed=typed,
        wrong=wrong,
    )
    return page, 422 if wrong else 200


def _over(error: OverInvitation) -> ResponseReturnValue:
    page = render_template("error.html", status=410, title="This invitation is closed", message=error.message)
    return page, 410
