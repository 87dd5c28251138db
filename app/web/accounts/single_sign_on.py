"""Signing in with an issuer of identities; the pages exist only where the operator has named one."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Flask, current_app, flash, make_response, redirect, render_template, request, url_for
from flask import session as browser
from flask.typing import ResponseReturnValue
from flask_security import current_user, login_user

from app import logs
from app.config import Settings
from app.extensions import now, session, toolkit
from app.usecases import single_sign_on
from app.usecases.single_sign_on import Found
from app.web import limits
from app.web.accounts import records
from app.web.accounts.onward import is_ours
from app.web.accounts.words import SINGLE_SIGN_ON, SINGLE_SIGN_ON_CLEARED
from app.web.limits import limiter, place, refused

if TYPE_CHECKING:
    from app.web.accounts.issuer import Issuer, Word

bp = Blueprint("single_sign_on", __name__, url_prefix="/account/single-sign-on")
_KEY = "tpm-issuer"
_AIM = "single_sign_on"  # under which the cookie holds where somebody wants to go, and who is to show up once more
_LOG = logging.getLogger("tpm.sign_in")
_STATUS = {"stale": 400, "down": 503}

in_vain = limiter.limit(
    limits.WRONG_FOR_ALL,
    key_func=place,
    exempt_when=limits.switched_off,
    scope="single sign-on",
    deduct_when=refused,
)


def register(app: Flask, settings: Settings) -> None:
    """Add the pages where an issuer is set; without one, its packages need not even be there."""
    app.jinja_env.globals["single_sign_on"] = settings.oidc_name if settings.single_sign_on else ""
    if not settings.single_sign_on:
        return
    single_sign_on.check_packages(settings)
    from app.web.accounts.issuer import Issuer

    app.extensions[_KEY] = Issuer(app, settings)
    app.register_blueprint(bp)
    app.before_request(_forget_when_begun_anew)


@bp.post("")
@in_vain
def start() -> ResponseReturnValue:
    """Go to the issuer. A page of ours comes between: a browser does not let a form lead to another site."""
    from app.web.accounts.issuer import NoAnswer

    asked = request.form.get("next", "")
    signed_in = current_user.id if current_user.is_authenticated else 0
    browser[_AIM] = {"next": asked if is_ours(asked) else url_for("home.show"), "account": signed_in}
    try:
        address = _issuer().begin(url_for(".back", _external=True), once_more=bool(signed_in))
    except NoAnswer as error:
        return _told(error.why, error.cause, browser[_AIM]["next"])
    answer = make_response(render_template("accounts/to_issuer.html", address=address))
    answer.headers["Refresh"] = f"0; url={address}"
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.get("/back")
@in_vain
def back() -> ResponseReturnValue:
    """Where the issuer sends people to, with its word or without."""
    from app.web.accounts.issuer import NoAnswer

    aim = browser.pop(_AIM, None) or {"next": url_for("home.show"), "account": 0}
    try:
        word = _issuer().word()
    except NoAnswer as error:
        return _told(error.why, error.cause, aim["next"])
    if not current_user.is_authenticated:
        return _sign_in(word, aim["next"])
    if aim["account"] != current_user.id:  # signed in elsewhere in this browser meanwhile
        return redirect(aim["next"], code=303)
    return _once_more(word, aim["next"])


def _sign_in(word: Word, next_page: str) -> ResponseReturnValue:
    account = single_sign_on.known(session(), word.identity)
    found = Found(account) if account else _by_address(word.email)
    if found is None:
        return _told("unverified", "email", next_page)
    session().commit()
    security: Any = current_app.extensions["security"]
    member = security.datastore.find_user(id=found.account.id)
    browser[records.THROUGH] = {
        "account": member.id,
        "issuer": word.identity.issuer,
        "subject": word.identity.subject,
    }
    # A second factor was turned on here by its owner, so nobody else's word takes its place.
    asks: ResponseReturnValue | None = security.two_factor_plugins.tf_enter(
        member, False, "single sign-on", next_loc=next_page
    )
    if asks is not None:
        return asks
    if found.cleared:
        flash(SINGLE_SIGN_ON_CLEARED, "info")
    login_user(member, authn_via=["single sign-on"])
    return redirect(next_page, code=303)


def _by_address(email: str | None) -> Found | None:
    """The account of a verified address, as it would be written down when registering."""
    if email is None:
        return None
    try:
        written = current_app.extensions["security"].mail_util.validate(email)
    except ValueError:
        return None
    return single_sign_on.by_verified_email(session(), written, _name(), now(), records.origin())


def _once_more(word: Word, next_page: str) -> ResponseReturnValue:
    """Somebody who is signed in shows that it is still them, before they change who can get in."""
    account = single_sign_on.known(session(), word.identity)
    if account is None or account.id != current_user.id:
        return _told("somebody_else", "account")
    if not word.just_signed_in:
        return _told("long_ago", "auth_time", next_page)
    browser["fs_paa"] = time.time()  # where the library keeps since when somebody is known to be there
    flash("Thank you. You can go on.", "good")
    return redirect(next_page, code=303)


def _told(why: str, cause: str, next_page: str = "") -> ResponseReturnValue:
    logs.event(_LOG, logging.WARNING, "single sign-on", why=why, cause=cause)
    title, message = (said.format(name=_name()) for said in SINGLE_SIGN_ON[why])
    page = render_template("accounts/no_single_sign_on.html", title=title, message=message, next=next_page)
    return page, _STATUS.get(why, 403)


def _forget_when_begun_anew() -> None:
    """Who turns to the password instead of a code that an issuer's sign-in asked for signs in with the password."""
    if request.endpoint == "security.login":
        browser.pop(records.THROUGH, None)


def _issuer() -> Issuer:
    found: Issuer = current_app.extensions[_KEY]
    return found


def _name() -> str:
    return toolkit().settings.oidc_name
