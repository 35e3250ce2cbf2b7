# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What OnSIP's failures mean, and what to do about them.

Every envelope comes with status 200, failures included. Codes are published nowhere; the few that have a meaning here
are known from recordings of the service.
"""

from __future__ import annotations

from .._http.answer import Answer, shorten
from .._http.errors import AuthenticationError, RequestError
from .._model.errors import RemoteError
from .envelope import Envelope, Problem

_MEANINGS = {
    "Domain.Unrecognized": "the service has no such domain",
    "AuthUsername.Unavailable": "the name is taken; it must be unique on the whole platform",
    "Address.Unavailable": "another address or extension of the domain has this name, or it is reserved",
    "UserAlias.Unavailable": "another extension or address of the domain has this name, or it is reserved",
}
_LOCKED = "Accessor.LoginLocked"
_NOT_TRIED_AGAIN = "It is not tried again, because repeated failures lock the account for about ten minutes."


class ActionRefused(RequestError):
    """The service said no; nothing was done.

    :param problems: what it said.
    :param by_action: whether the action refused rather than the check of its parameters.
    """

    problems: tuple[Problem, ...] = ()
    by_action: bool = False

    def has(self, code: str) -> bool:
        """Whether one of the errors has this code."""
        return any(problem.code == code for problem in self.problems)


def status_failure(answer: Answer, action: str) -> RequestError:
    """The failure behind a status that is not 200: no action of the service answers so."""
    problem = f"with Action {action} was answered {answer.status}"
    if answer.status == 401:
        said = "the credentials are not accepted"
        remedy = f"Check username (user@domain) and password, which is the portal password. {_NOT_TRIED_AGAIN}"
        return AuthenticationError(answer.method, answer.path, problem, answer.status, said, remedy)
    if 400 <= answer.status < 500:
        remedy = "Check that url is the whole address of the API, for example https://api.onsip.com/api."
        return RequestError(answer.method, answer.path, problem, answer.status, shorten(answer.reason), remedy)
    remedy = "The service, or a proxy before it, has trouble; run again."
    said = shorten(answer.reason)
    return RequestError(answer.method, answer.path, problem, answer.status, said, remedy, RemoteError.UNKNOWN)


def refusal(answer: Answer, action: str, envelope: Envelope) -> ActionRefused:
    """The failure that an envelope reports."""
    problem = f"with Action {action} was answered {answer.status} and refused"
    remedy = ""
    if envelope.refused_by_action:
        remedy = "Check that the object belongs to the account, and that the role of the login permits the action."
    failure = ActionRefused(
        answer.method, answer.path, problem, answer.status, worded(envelope.problems), remedy, RemoteError.REFUSED
    )
    failure.problems, failure.by_action = envelope.problems, envelope.refused_by_action
    return failure


def login_failure(answer: Answer, envelope: Envelope) -> AuthenticationError:
    """The failure of a ``SessionCreate``."""
    problem = f"with Action SessionCreate was answered {answer.status} and refused"
    remedy = f"Check username and password: the password is the user portal's, not the SIP password. {_NOT_TRIED_AGAIN}"
    if any(one.code == _LOCKED for one in envelope.problems):
        remedy = "Wait about ten minutes, then check username and password before the next run."
    said = worded(envelope.problems)
    return AuthenticationError(answer.method, answer.path, problem, answer.status, said, remedy, final=True)


def no_result(answer: Answer, action: str) -> RequestError:
    """An answer that claims success and has no result."""
    problem = f"with Action {action} was answered {answer.status} and called complete, but without its result"
    return RequestError(answer.method, answer.path, problem, answer.status, outcome=RemoteError.UNKNOWN)


def with_action(error: RequestError, action: str) -> RequestError:
    """A failure of the transport, which knows no actions, with the action it happened to."""
    return error.reworded(problem=f"with Action {action} {error.problem}")


def worded(problems: tuple[Problem, ...]) -> str:
    """The errors as one text: parameter, prose and code of each."""
    return "; ".join(_worded(problem) for problem in problems) or "the service gives no reason"


def _worded(problem: Problem) -> str:
    meaning = _MEANINGS.get(problem.code)
    said = shorten(problem.message) or "no message"
    said = f"{meaning} (the service said: {said})" if meaning else said
    where = f"{problem.parameter}: " if problem.parameter else ""
    return f"{where}{said.rstrip('.')} [{problem.code}]"
