# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What SIP Thor's failures mean, and what to do about them.

The front end answers almost everything with 200. A 401 means a wrong user, a wrong password or an outage of the back
end, which it asks for the account: nobody can tell these apart. The codes are those that the vendor's public source
names (``library/sip_settings.php``, ``library/rating.php``); others are the back end's own.
"""

from __future__ import annotations

import re

from .._http.answer import Answer
from .._http.errors import AuthenticationError, RequestError
from .._model.errors import RemoteError

_CODE = re.compile(r"\((\d+)\): ")

_REFUSED_LOGIN = (
    "Check username, domain and password (the SIP password or, where the account has one, its web password). The "
    "server answers the same while its back end is down; if other accounts are refused as well, wait and run again."
)
NOT_THE_PAGE = "Check that url is the settings page of SIP Thor and that no login page or proxy answers instead."
_OVERLOADED = "The server is overloaded or restarting; run again."


class LoginRefused(AuthenticationError):
    """The server did not let the account in."""


def refused_login(answer: Answer, address: str) -> LoginRefused:
    """The failure of an account's login."""
    problem = f"was answered 401: the login of {address} is refused, or the back end is down"
    return LoginRefused(answer.method, answer.path, problem, 401, remedy=_REFUSED_LOGIN)


def failure_of(
    answer: Answer, said: str = "", problem: str = "", outcome: str = RemoteError.REFUSED, remedy: str = ""
) -> RequestError:
    """The failure that an answer reports.

    :param said: the server's own words.
    :param problem: what happened, where the status does not tell.
    :param remedy: what to do about it, where the status does not tell.
    """
    if answer.status in (502, 503, 504):
        remedy = _OVERLOADED
    elif answer.status == 404:
        remedy = NOT_THE_PAGE
    elif answer.status == 500:
        problem = problem or "was answered 500: the server's page broke off"
    problem = problem or f"was answered {answer.status}"
    return RequestError(answer.method, answer.path, problem, answer.status, said, remedy, outcome)


def unreadable(answer: Answer, sentence: str, write: bool) -> RequestError:
    """The failure of an answer that is no plain JSON.

    :param sentence: what it says about itself, if anything.
    """
    outcome = RemoteError.UNKNOWN if write else RemoteError.REFUSED
    if sentence:
        problem = f"was answered {answer.status} with an error instead of data"
        remedy = "" if write else "What follows such an error is no data, so it is not used. Run again."
    else:
        kind = answer.headers.get("content-type", "no content type")
        problem = f"was answered {answer.status} with something that is not JSON ({kind})"
        remedy = NOT_THE_PAGE
    return RequestError(answer.method, answer.path, problem, answer.status, sentence, remedy, outcome)


def naming(action: str, error: RequestError) -> RequestError:
    """The failure of a request with the name of its action: all actions have one path."""
    return error.reworded(path=f"{error.path} ({action})")


def code_of(error: RemoteError) -> str:
    """The back end's code in a refusal; empty when there is none."""
    said = error.server_message if isinstance(error, RequestError) else ""
    found = _CODE.search(said)
    return found.group(1) if found else ""
