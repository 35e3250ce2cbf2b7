# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What sipgate's failures mean, and what to do about them.

Both generations have no documented form of error body: v2 is known to send ``{"name", "message"}``,
``{"errors": [{"title", "detail"}]}``, a line of plain text, or nothing; v1's is unknown. So the status decides and the
body is only shown. 403 has six meanings in v2, and some paths say 403 where the object does not exist. 500 is also the
answer to input that the service cannot digest.
"""

from __future__ import annotations

import json
import re

from .._http.answer import Answer, shorten
from .._http.errors import AuthenticationError, RequestError
from .._model.errors import RemoteError

_CLASSIC_ONLY = re.compile(r"classic.?pbx", re.I)
_NO_RIGHT = re.compile(r"scope|REQUEST_NOT_AUTHORIZED", re.I)
_REMEDIES = {
    400: "Check the values; numbers are written like +493023125001.",
    402: "The balance does not cover it; charge the account.",
    405: "Is url the address of the sipgate API?",
    407: "The recipient of the fax is not a valid number; write it like +493023125001.",
    415: "The service wants another kind of content.",
    500: "The service answers so to values that it cannot digest, too.",
}
_FORBIDDEN = (
    "Either the token lacks a scope, or its user is no administrator, the feature is not booked, a limit is reached, "
    "the product does not have it, or the object does not exist."
)


#: v1 has logins instead of tokens
FORBIDDEN_V1 = "Either the product of the login does not have it, or the object is somebody else's."


class NotFound(RequestError):
    """There is no such object, or the account does not have the feature."""


class Forbidden(RequestError):
    """The token, its user, the booked features, a limit or the product do not allow it."""


class FeatureMissing(Forbidden):
    """The account's product does not have the call at all."""


class Exists(RequestError):
    """There is such an object already."""


def without_feature(error: RequestError) -> RequestError:
    """What it means that a listing is refused that every account with the feature has.

    Unless the service says that it is the token's fault, the feature is missing.
    """
    if isinstance(error, FeatureMissing) or _NO_RIGHT.search(error.server_message):
        return error
    remedy = "The feature is not available on this account."
    return FeatureMissing(error.method, error.path, error.problem, error.status, error.server_message, remedy)


def failure_of(answer: Answer, problem: str = "", forbidden: str = "") -> RequestError:
    """The failure that an answer reports.

    :param forbidden: what a 403 may mean, for a generation of which the words that come with it are not known.
    """
    method, path, status = answer.method, answer.path, answer.status
    problem = problem or f"was answered {status}"
    said = server_message(answer)
    if status == 401:
        remedy = (
            "Check token_id and token, or whether access_token has expired (it lives five minutes); for v1 check "
            "username and password of the web login."
        )
        return AuthenticationError(method, path, problem, status, said or "the credentials are not accepted", remedy)
    if status == 403 and forbidden:
        return Forbidden(method, path, problem, status, said, forbidden)
    if status == 403 and _CLASSIC_ONLY.search(said):
        remedy = "The feature is not available on this account: it is of the Neo product."
        return FeatureMissing(method, path, problem, status, said, remedy)
    if status == 403:
        scope = "The token lacks the scope; sipgate's narrow scopes do not always suffice, the broad one does."
        remedy = scope if "scope" in said.lower() else _FORBIDDEN
        return Forbidden(method, path, problem, status, said, remedy)
    if status == 404:
        remedy = "It was removed meanwhile, or this account does not have the feature."
        return NotFound(method, path, problem, status, said or "no such object", remedy)
    if status == 409:
        return Exists(method, path, problem, status, said or "it exists already, or is in another state")
    if status in (502, 503, 504):
        remedy = "The service is overloaded or restarting; run again."
        return RequestError(method, path, problem, status, said, remedy, RemoteError.UNKNOWN)
    return RequestError(method, path, problem, status, said, _REMEDIES.get(status, ""))


def server_message(answer: Answer) -> str:
    """What the service said, in whichever form it said it."""
    try:
        content = json.loads(answer.text)
    except (ValueError, RecursionError):
        return answer.excerpt()
    if not isinstance(content, dict):
        return answer.excerpt()
    errors = content.get("errors")
    if isinstance(errors, list):
        parts = [_sentence(error, ("title", "detail")) for error in errors if isinstance(error, dict)]
        return shorten("; ".join(filter(None, parts)))
    error = content.get("error")
    if isinstance(error, dict):
        return shorten(_sentence(error, ("message",)))
    return shorten(_sentence(content, ("name", "message"))) or answer.excerpt()


def _sentence(content: dict[str, object], names: tuple[str, ...]) -> str:
    return ": ".join(str(content[name]) for name in names if content.get(name))
