"""`tpm account`: what only whoever runs the installation can do for somebody's account."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from app.config import from_environment
from app.usecases import rescue


@click.group()
def command() -> None:
    """Help somebody who cannot get into their account."""


@command.command()
@click.argument("email")
def second_factor_off(email: str) -> None:
    """Turn the second factor of the account with this EMAIL off, with its recovery codes.

    For somebody whose phone and codes are lost, or after a restore under another secret key. Be sure who asks: from
    then on the password alone lets them in. Every browser is signed out, the trail of the account tells of it, and
    its owner gets a message.

    Example: tpm account second-factor-off jordan@example.com
    """
    told = rescue.turn_second_factor_off(from_environment(), email, datetime.now(UTC))
    click.echo(f"The second factor of {told} is off, and its owner gets a message. The password lets them in.")
