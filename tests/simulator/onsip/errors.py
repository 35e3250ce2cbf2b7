# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refusals of the service and the prose that goes with their codes."""

from __future__ import annotations

import secrets
import string
from collections.abc import Iterable
from dataclasses import dataclass

#: Codes that are known from recordings of the service. All others are patterned on them, and no client may depend on
#: those.
RECORDED_CODES = frozenset(
    {
        "Value.Required",
        "Integer.TooBig",
        "Session.Authentication",
        "Accessor.LoginLocked",
        "AccountAuthorization.Required",
        "Domain.Unrecognized",
        "AuthUsername.Unavailable",
        "Address.Unavailable",
        "UserAlias.Unavailable",
    }
)

_NOT_PERMITTED = "The caller holds no permission for this."
_MESSAGES = {
    "Value.Required": "A value must be given.",
    "Value.Invalid": "That value cannot be used.",
    "Integer.Invalid": "An integer must be given.",
    "Boolean.Invalid": "The accepted values are true and false.",
    "DateTime.Invalid": "A date and time with offset must be given.",
    "Email.Invalid": "An e-mail address must be given.",
    "Password.Mismatch": "The two passwords differ.",
    "Password.Incorrect": "That is not the current password.",
    "Parameter.Conflict": "Another parameter of the same choice was given.",
    "Request.TooSoon": "A mail was sent less than two minutes ago.",
    "Session.Authentication": "This request needs a live session.",
    "Accessor.LoginFailed": "Login failed.",
    "Accessor.LoginLocked": "Login blocked for now after repeated failures.",
    "Action.Unrecognized": "No such action here.",
    "AccountAuthorization.Required": _NOT_PERMITTED,
    "OrganizationAuthorization.Required": _NOT_PERMITTED,
    "UserAuthorization.Required": _NOT_PERMITTED,
    "User.InUse": "The user still owns telephone numbers.",
    "Domain.Unrecognized": "No such domain here.",
    "Address.Unavailable": "That address cannot be used.",
    "AuthUsername.Unavailable": "That name cannot be used.",
    "UserAlias.Unavailable": "That alias cannot be used.",
    "Mailbox.Unavailable": "That mailbox number cannot be used.",
    "Domain.Unavailable": "That domain cannot be used.",
}


@dataclass(frozen=True)
class Problem:
    """One error of an answer.

    ``parameter`` is what a request error is reported on and empty for the errors of an action; ``message`` replaces the
    code's usual prose.
    """

    code: str
    parameter: str = ""
    message: str = ""

    @property
    def prose(self) -> str:
        return self.message or _MESSAGES.get(self.code) or f"{self.code.replace('.', ': ')}."


class RequestRefusedError(Exception):
    """The parameters were refused; reported in ``Request/Errors``.

    :param problems: what is wrong, at least one
    :param valid: what ``Request/IsValid`` says: a refused login counts as a valid request, as recorded
    """

    def __init__(self, problems: Iterable[Problem], valid: bool = False) -> None:
        self.problems = list(problems)
        self.valid = valid
        super().__init__(", ".join(f"{problem.parameter}: {problem.code}" for problem in self.problems))


class ActionRefusedError(Exception):
    """A valid request that may not be carried out; reported in ``Action/Errors``.

    :param code: its one error code
    """

    def __init__(self, code: str) -> None:
        self.problems = [Problem(code)]
        super().__init__(code)


def refuse_if(problems: Iterable[Problem]) -> None:
    """Refuse the request if there is any problem."""
    found = list(problems)
    if found:
        raise RequestRefusedError(found)


def random_code() -> str:
    """A code no client knows, in the form of the real ones."""
    return ".".join(
        "".join(secrets.choice(string.ascii_lowercase) for _unused in range(8)).capitalize() for _unused in range(2)
    )
