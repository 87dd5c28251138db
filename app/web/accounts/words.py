"""What Flask-Security says, in our words; the second word is the tone of the notice."""

from __future__ import annotations

WITH_MAIL = {
    "CONFIRM_REGISTRATION": (
        "We have written to %(email)s: the link in that message confirms the address. You can sign in right away.",
        "good",
    ),
    "PASSWORD_RESET_REQUEST": (
        "If %(email)s has an account here, a message with a link is on its way. It is good for one day.",
        "info",
    ),
    "CONFIRMATION_REQUEST": (
        "If %(email)s still needs to be confirmed, a message with a link is on its way.",
        "info",
    ),
    "CHANGE_EMAIL_SENT": (
        "We have written to %(email)s. Your address changes when you open the link in that message.",
        "info",
    ),
}

_NO_MAIL = "This installation sends no mail, so the message waits in its outbox: ask whoever runs it for the link."

WITHOUT_MAIL = {
    "CONFIRM_REGISTRATION": (f"You can sign in right away. To confirm %(email)s, open a link. {_NO_MAIL}", "good"),
    "PASSWORD_RESET_REQUEST": (f"If %(email)s has an account here, a link was made. {_NO_MAIL}", "info"),
    "CONFIRMATION_REQUEST": (f"If %(email)s still needs to be confirmed, a link was made. {_NO_MAIL}", "info"),
    "CHANGE_EMAIL_SENT": (f"Your address changes when you open a link. {_NO_MAIL}", "info"),
}

ALWAYS = {
    "GENERIC_AUTHN_FAILED": ("This e-mail and this password do not belong together.", "bad"),
    "UNAUTHENTICATED": ("Please sign in to see that page.", "info"),
    "REAUTHENTICATION_REQUIRED": ("Please enter your password once more before you change this.", "info"),
    "REAUTHENTICATION_SUCCESSFUL": ("Thank you. You can go on.", "good"),
    "EMAIL_CONFIRMED": ("Thank you, your e-mail address is confirmed.", "good"),
    "ALREADY_CONFIRMED": ("This e-mail address is confirmed already.", "info"),
    "INVALID_CONFIRMATION_TOKEN": ("This link does not confirm an address any more. Ask for a new one.", "warn"),
    "CONFIRMATION_EXPIRED": ("This link was good for %(within)s. Ask for a new one.", "warn"),
    "EMAIL_ALREADY_ASSOCIATED": ("This address cannot be used.", "bad"),
    "INVALID_REDIRECT": ("That page is not one of ours.", "bad"),
    "PASSWORD_RESET_EXPIRED": ("This link was good for %(within)s. Ask for a new one.", "warn"),
    "INVALID_RESET_PASSWORD_TOKEN": ("This link does not work any more. Ask for a new one.", "warn"),
    "PASSWORD_RESET_NO_LOGIN": (
        "Your new password stands. Sign in with it; every browser was signed out.",
        "good",
    ),
    "PASSWORD_IS_THE_SAME": ("This is the password that you have now.", "bad"),
    "PASSWORD_CHANGE": ("Your password was changed. All other browsers were signed out.", "good"),
    "EMAIL_NOT_PROVIDED": ("Enter your e-mail address.", "bad"),
    "INVALID_EMAIL_ADDRESS": ("This does not look like an e-mail address, such as jordan@example.com.", "bad"),
    "PASSWORD_NOT_PROVIDED": ("Enter your password.", "bad"),
    "INVALID_PASSWORD": ("This is not your password.", "bad"),
    "ANONYMOUS_USER_REQUIRED": ("You are signed in already.", "info"),
    "CHANGE_EMAIL_CONFIRMED": ("Your e-mail address was changed.", "good"),
    "CHANGE_EMAIL_EXPIRED": ("This link was good for %(within)s. Ask for a new one.", "warn"),
    "API_ERROR": ("This does not work any more. Please begin again.", "warn"),
    "TWO_FACTOR_INVALID_TOKEN": ("This code is not right, or was used already. Codes change every 30 seconds.", "bad"),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": ("You are signed in.", "good"),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": ("From now on, signing in also asks for a code.", "good"),
    "TWO_FACTOR_DISABLED": ("Signing in asks for the password alone again.", "good"),
    "TWO_FACTOR_PERMISSION_DENIED": ("Please sign in again.", "info"),
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": ("Please choose one of the ways shown.", "bad"),
    "INVALID_RECOVERY_CODE": ("This is none of your recovery codes, or it was used already.", "bad"),
    "DISABLED_ACCOUNT": ("This account is closed.", "bad"),
}

# Why signing in with an issuer led nowhere: what happened, and what to do next.
SINGLE_SIGN_ON = {
    "declined": (
        "You are not signed in",
        "You, or the rules there, said no at {name}. Nothing was changed here. You can try again, or go on without.",
    ),
    "stale": (
        "That sign-in has run out",
        "It was begun in another browser or too long ago, or your browser refuses cookies. Begin once more here.",
    ),
    "refused": (
        "{name} did not finish the sign-in",
        "Nothing was changed here. Try again; if it happens once more, tell whoever runs this toolkit: their log says "
        "why.",
    ),
    "untrue": (
        "That answer cannot be trusted",
        "What came back from {name} does not fit what was asked, so nobody was signed in. Try again; if it happens "
        "once more, tell whoever runs this toolkit.",
    ),
    "down": (
        "{name} cannot be reached just now",
        "Nothing is wrong with your account or your work. Try again in a few minutes; every tool works without "
        "signing in.",
    ),
    "unverified": (
        "Your address is not verified there",
        "{name} has not told us a verified e-mail address of yours, and by any other anybody could get at your work. "
        "Verify it there and try again, or sign in here with a password.",
    ),
    "somebody_else": (
        "That is not this account",
        "You are signed in here as somebody else than at {name}, so nothing was changed. Sign out first if you want to "
        "change accounts.",
    ),
    "long_ago": (
        "You signed in there a while ago",
        "{name} did not ask you again. Sign out there, then try once more: what comes next changes who can get into "
        "your account.",
    ),
}
SINGLE_SIGN_ON_CLEARED = (
    "This address had an account that nobody had confirmed. It is yours now: its password and second factor no longer "
    "work, whoever was signed in is signed out, and links to its work are withdrawn."
)

SUBJECTS = {
    "REGISTER": "Your account at TPM Toolkit",
    "CONFIRM": "Confirm your e-mail address",
    "PASSWORD_RESET": "Choose a new password",
    "PASSWORD_NOTICE": "Your password was reset",
    "TWO_FACTOR_RESCUE": "Help with a second factor",
    "PASSWORD_CHANGE_NOTICE": "Your password was changed",
}


def messages(has_mail: bool) -> dict[str, tuple[str, str]]:
    """All messages; where there is no mail, they say so and what to do."""
    return {f"SECURITY_MSG_{name}": said for name, said in (ALWAYS | (WITH_MAIL if has_mail else WITHOUT_MAIL)).items()}


def subjects() -> dict[str, str]:
    of_flows = {f"SECURITY_EMAIL_SUBJECT_{name}": subject for name, subject in SUBJECTS.items()}
    return of_flows | {"SECURITY_CHANGE_EMAIL_SUBJECT": "Confirm your new e-mail address"}
