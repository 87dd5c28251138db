"""Inviting a client or a coach, and answering an invitation."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_security import auth_required, current_user

from app.core.errors import DomainError
from app.extensions import now, session, toolkit
from app.usecases import coaching, coaching_invitations, mail, mailed_invitations
from app.usecases.coaching import Role
from app.web import errors
from app.web.coaching.blueprint import bp, me
from app.web.coaching.forms import InviteForm, JoinForm, put_beside

_GONE = frozenset({"closed", "expired"})
_REFUSED = frozenset({"not_confirmed", "not_invited"})


@bp.get("/invite")
@auth_required("session")
def invite() -> ResponseReturnValue:
    known = coaching.relations(session(), me())
    return _invite_page(InviteForm(data={"name": known[-1].own_name if known else ""}))


@bp.post("/invite")
@auth_required("session")
def send_invitation() -> ResponseReturnValue:
    """Send the link; the answer is the same whether or not the address has an account."""
    form = InviteForm()
    if not form.validate():
        return _invite_page(form), 422
    try:
        coaching_invitations.invite(
            session(),
            toolkit().settings,
            me(),
            role=Role(form.role.data),
            name=form.name.data,
            email=form.email.data,
            link=lambda token: url_for(".join", token=token, _external=True),
            now=now(),
        )
    except DomainError as error:
        if error.code in _REFUSED:
            return _refused(error.message)
        put_beside(form, error)
        return _invite_page(form), 422
    sent = mail.can_send(toolkit().settings)
    flash(
        f"The invitation for {form.email.data} is on its way. It works for {mailed_invitations.LASTS.days} days."
        if sent
        else f"The invitation for {form.email.data} lies in the outbox: this installation sends no mail, so ask "
        "whoever runs it to hand it over.",
        "good" if sent else "info",
    )
    return redirect(url_for(".index"), code=303)


@bp.post("/invitations/<int:invitation_id>/withdraw")
@auth_required("session")
def withdraw_invitation(invitation_id: int) -> ResponseReturnValue:
    coaching_invitations.withdraw_invitation(session(), me(), invitation_id, now())
    flash("The invitation is withdrawn, and its link opens nothing any more.", "good")
    return redirect(url_for(".index"), code=303)


@bp.get("/join/<token>")
def join(token: str) -> ResponseReturnValue:
    """What an invitation means; anybody who holds the link may read it."""
    return _join_page(token, JoinForm())


@bp.post("/join/<token>")
@auth_required("session")
def accept(token: str) -> ResponseReturnValue:
    form = JoinForm()
    if not form.validate():
        return _join_page(token, form, 422)
    try:
        slug = coaching_invitations.join(session(), token, me(), form.name.data, now())
    except DomainError as error:
        if error.code in _GONE:
            return _closed(error.message)
        if error.code in _REFUSED:
            return _refused(error.message)
        put_beside(form, error)
        return _join_page(token, form, 422)
    return redirect(url_for(".show", slug=slug), code=303)


@bp.post("/join/<token>/decline")
@auth_required("session")
def decline(token: str) -> ResponseReturnValue:
    """Only who was invited may close the link; a message can be passed on."""
    try:
        coaching_invitations.decline(session(), token, me(), now())
    except DomainError as error:
        if error.code in _REFUSED:
            return _refused(error.message)
        if error.code not in _GONE:
            raise
        return _closed(error.message)
    flash("The invitation is closed. Nobody is told, and nothing was shared.", "good")
    return redirect(url_for(".index"), code=303)


def _invite_page(form: InviteForm) -> str:
    return render_template(
        "coaching/invite.html",
        form=form,
        confirmed=current_user.confirmed_at is not None,
        has_mail=mail.can_send(toolkit().settings),
        lasts=mailed_invitations.LASTS,
    )


def _join_page(token: str, form: JoinForm, status: int = 200) -> ResponseReturnValue:
    asking = me() if current_user.is_authenticated else None
    try:
        found = coaching_invitations.joining(session(), token, asking, now())
    except DomainError as error:
        if error.code not in _GONE:
            raise
        slug = None if asking is None else coaching_invitations.joined(session(), token, asking)
        return _closed(error.message) if slug is None else redirect(url_for(".show", slug=slug), code=303)
    page = render_template("coaching/join.html", token=token, found=found, form=form, signed=asking is not None)
    return page, status


def _closed(message: str) -> ResponseReturnValue:
    return errors.page(410, "This invitation is closed", message)


def _refused(message: str) -> ResponseReturnValue:
    return errors.page(403, "This cannot be done yet", message)
