"""The trail's events as sentences."""

from __future__ import annotations

from app.usecases.trail import Event

_SENTENCES = {
    "registered": "You made this account",
    "confirmed": "You confirmed {about}",
    "signed_in": "You signed in",
    "signed_in_with": "You signed in with {about}",
    "ways_in_cleared": "{about} showed that this address is yours, so the password, the second factor, the sign-ins "
    "and the links from before were taken away",
    "signed_out_one": "You signed another browser out",
    "signed_out_everywhere": "You signed out everywhere",
    "wrong_password": "Somebody entered a wrong password",
    "wrong_code": "Somebody entered a wrong second-factor code",
    "reset_asked": "Somebody asked for a link to reset the password",
    "password_reset": "The password was reset with a link that was sent to you",
    "recovery_code": "You signed in with a recovery code",
    "email_changed": "You changed your address from {about}",
    "second_factor_on": "You turned the second factor on",
    "second_factor_off": "You turned the second factor off",
    "second_factor_taken": "Whoever runs this installation turned your second factor off",
    "recovery_codes": "You made new recovery codes",
    "password_changed": "You changed your password",
    "team_made": "You made the team {about}",
    "team_renamed": "You renamed a team: {about}",
    "team_deleted": "You deleted the team {about}",
    "team_joined": "You joined the team {about}",
    "team_left": "You left the team {about}",
    "member_invited": "You invited {about} to a team",
    "invitation_withdrawn": "You withdrew an invitation to a team: {about}",
    "rank_changed": "You changed a rank in a team: {about}",
    "member_removed": "You took somebody out of a team: {about}",
    "shared": "You made a link to {about}",
    "unshared": "You withdrew a link to {about}",
    "exported": "You took everything away",
    "coaching_invited": "You invited {about} to coaching",
    "coaching_began": "Coaching began with {about}",
    "coaching_ended": "Coaching ended with {about}",
    "consent_given": "You showed your coach something: {about}",
    "consent_withdrawn": "You took back what your coach could see: {about}",
    "rated_by_coach": "Your coach rated you: {about}",
}


def sentence(event: Event) -> str:
    """What happened, in one sentence; an event that this version does not know is told by its own words."""
    known = _SENTENCES.get(event.what)
    if known is not None:
        return known.format(about=event.about or "it")
    told = event.what.replace("_", " ").capitalize()
    return f"{told}: {event.about}" if event.about else told
