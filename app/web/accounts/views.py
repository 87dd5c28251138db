"""The pages about one's own account, and registering."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask import session as browser
from flask.typing import ResponseReturnValue
from flask_security import auth_required, current_user, logout_user
from flask_security.registerable import register_existing, register_user
from flask_security.views import two_factor_token_validation

from app.extensions import now, session, toolkit
from app.usecases import accounts, mail, trail
from app.web.accounts import onward, records
from app.web.accounts.forms import JUST_REGISTERED, RegisterForm
from app.web.accounts.sentences import sentence

bp = Blueprint("accounts", __name__, url_prefix="/account")


def register() -> ResponseReturnValue:
    """Make an account. The answer is the same for an address that has one: its owner gets a message instead."""
    if current_user.is_authenticated:
        return redirect(url_for("accounts.overview"), code=303)
    form = RegisterForm()
    if form.validate_on_submit():
        register_user(form)  # type: ignore[no-untyped-call]  # the library has not typed it
        session().commit()
    elif not form.is_submitted() or not register_existing(form):
        page = render_template("security/register_user.html", register_user_form=form)
        return page, 422 if form.is_submitted() else 200
    browser[JUST_REGISTERED] = form.email.data
    onward.remember(form.next.data)
    return redirect(url_for("security.login", next=form.next.data or None), code=303)


@bp.get("/")
@auth_required("session")
def overview() -> ResponseReturnValue:
    here = accounts.sign_ins(session(), current_user.id, now())
    return render_template("accounts/overview.html", member=current_user, sign_ins=here, has_mail=_has_mail())


@bp.get("/confirmed")
def after_confirmation() -> ResponseReturnValue:
    """On to where somebody wanted to go when they made the account; who is not signed in does that first."""
    wanted = onward.take() or url_for(".overview")
    return redirect(wanted if current_user.is_authenticated else url_for("security.login", next=wanted), code=303)


@bp.get("/second-factor/done")
@auth_required("session")
def after_second_factor() -> ResponseReturnValue:
    """With a second factor come recovery codes; without one, back to the account."""
    if current_user.tf_primary_method and not current_user.mf_recovery_codes:
        return redirect(url_for("security.mf_recovery_codes"), code=303)
    return redirect(url_for(".overview"), code=303)


def code() -> ResponseReturnValue:
    """The page that asks for a code; the library signs out whoever comes here without having been asked."""
    if current_user.is_authenticated and browser.get("tf_state") != "validating_profile":
        return redirect(url_for("accounts.overview"), code=303)
    answer: ResponseReturnValue = two_factor_token_validation()
    return answer


def no_rescue() -> ResponseReturnValue:
    """The library would write to an operator who could open any account; recovery codes are the way back."""
    return redirect(url_for("security.mf_recovery"), code=303)


@bp.get("/sign-ins")
@auth_required("session")
def sign_ins() -> ResponseReturnValue:
    this_one = accounts.current_sign_in(session(), current_user.id, browser.get(records.TOKEN, ""), now())
    return render_template(
        "accounts/sign_ins.html",
        sign_ins=accounts.sign_ins(session(), current_user.id, now()),
        this_one=this_one.id if this_one else 0,
    )


@bp.post("/sign-ins/<int:number>/end")
@auth_required("session")
def end_sign_in(number: int) -> ResponseReturnValue:
    accounts.end_sign_in(session(), current_user.id, number, now())
    flash("That browser is signed out.", "good")
    return redirect(url_for(".sign_ins"), code=303)


@bp.post("/sign-ins/end")
@auth_required("session")
def end_all_sign_ins() -> ResponseReturnValue:
    """Sign out everywhere, here too; links that were sent before stop working."""
    member = current_user._get_current_object()
    current_app.extensions["security"].datastore.set_uniquifier(member)
    accounts.sign_out_everywhere(session(), member.as_account(), now())
    logout_user()
    flash("You are signed out everywhere.", "good")
    return redirect(url_for("security.login"), code=303)


@bp.get("/trail")
@auth_required("session")
def show_trail() -> ResponseReturnValue:
    told = [(event, sentence(event)) for event in trail.of(session(), current_user.id)]
    return render_template("accounts/trail.html", told=told, most=trail.SHOWN)


def _has_mail() -> bool:
    return mail.can_send(toolkit().settings)
