# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What sipXcom's failures mean, and what to do about them.

``/rest`` reports business errors in an XML envelope with untranslated rule keys, everything that escapes it as a JSON
look-alike with status 500, and the rest as HTML whose useful text is the reason phrase. ``/api`` knows the statuses
404 and 500 and answers with the text of an exception. The keys are those of the server's
CoreContextImpl, BranchManagerImpl, PermissionManagerImpl, SettingDaoImpl, PhoneContextImpl and GatewayContextImpl.
"""

from __future__ import annotations

import re

from .._http.answer import Answer, shorten
from .._http.errors import AuthenticationError, RequestError
from .._http.libraries import etree
from .._model.errors import RemoteError

IN_USE = (
    "the name, extension, alias or DID is already used by another user, group or service (or twice by this one); "
    "choose another one"
)

#: texts that the server sends, and what they mean to a person
_MEANINGS: tuple[tuple[str, str], ...] = (
    (r"error\.nameInUse|error\.extensionInUse|error\.didInUse|NameInUse|ExtensionInUse|DidInUse", IN_USE),
    (r"checkUserIdAliasFailed", "the server could not check the names for duplicates"),
    (r"branch\.validity\.error", "a member of the group belongs to another branch"),
    (
        r"invalid\.branch",
        "the branch differs from the branch of one of the user's groups, or the server does not have it",
    ),
    (r"changePintokenRequired", "a user can only be renamed together with a new pin"),
    (r"renameAdminUser", "the administrator cannot be renamed"),
    (r"renameAdminGroup", "the administrators group cannot be renamed"),
    (r"exceed the maximum number of allowed users", "the installation's limit of users is reached"),
    (r"duplicate\.branchName", "another branch has this name"),
    (r"branches\.delete\.err", "the branch is still used, for example by a gateway; detach it there first"),
    (r"message\.duplicatePermission", "another permission has this label"),
    (r"A group with name: .* already exists", "another group has this name"),
    (r"error\.ivr\.server", "the voicemail server cannot be reached, so the mailbox cannot be renamed or removed"),
    (
        r"InvalidSerialNumber",
        "the serial number does not fit the model; most phones need 12 hexadecimal digits, quoted if all are decimal",
    ),
    (r"DuplicateSerialNumber", "another phone has this serial number"),
    (r"DuplicateNameException", "another gateway has this name"),
    (r"No such model with id|No such phone model", "the server does not know this model; see the models in sipx_info"),
    (r"MaxLinesException", "the model has fewer lines than that"),
    (r"Maximum number of ports is (\d+)", "the model has no more ports than that"),
    (r"User not found", "the server has no user of this name"),
    # Said of unknown members as well.
    (r"Paging group not found", "the server has no such page group, or no user of this name"),
    (r"Prompt not found", "the server has no prompt of this name"),
    (r"duplicateGroupNumbers", "another page group has this number"),
    (r"aliasinuse", "the paging prefix with this number is already dialled for something else"),
    (r"A schedule with name .* is already defined", "the owner has another schedule of this name"),
    (r"operatorDelete|attendantInUse", "the attendant is built in, or a dialing rule uses it"),
    (r"invalid\.(allow|deny)DialExpression", "the regular expression cannot be understood"),
    (r"invalidcidr", "an address or network cannot be understood"),
    (r"blank\.prefix|invalid\.prefix", "the paging prefix is empty, or cannot be dialled"),
    (r"duplicateFqdnOrIp", "another server has this host name or address"),
    (r"delete\.primary", "the primary server cannot be removed"),
    (r"notValidBlf", "a button with blf needs an extension that the server knows"),
    (r"moderatorPinNoParticipantPin|moderatedConfNoPin", "a conference that waits for its moderator needs both codes"),
    (r"An exception occured writing the response entity", "the server could not digest the request"),
)

#: statuses of the server's own, which come without any text
_BARE = {
    743: "the account and password are not accepted",
    744: "the service does not answer as expected",
    745: "the service cannot be reached",
    747: "an entry with this name and number is there already, in the private book or in one that everybody sees",
}
_NO_ROUTE = re.compile(r"HTTP 404 Not Found")
_BELOW_REST = re.compile(r"(?:^|/sipxconfig)/rest/")
_ADAPTER = re.compile(r'^\s*\{"error":"(.*)","type":"[^"]*"\}\s*$', re.S)


class NotFound(RequestError):
    """The server has no such object."""


class NoSuchEndpoint(RequestError):
    """This release or edition of the server does not have the call."""


def failure_of(answer: Answer, problem: str = "") -> RequestError:
    """The failure that an answer reports."""
    method, path, status = answer.method, answer.path, answer.status
    problem = problem or f"was answered {status}"
    if status == 401:
        remedy = "Check username and password: the password is the user portal's, not the SIP password."
        return AuthenticationError(method, path, problem, status, "the credentials are not accepted", remedy)
    if status == 403:
        remedy = "The account needs the permission superadmin or rest." if "Access is denied" in answer.reason else ""
        return AuthenticationError(method, path, problem, status, answer.reason, remedy)
    raw = _BARE.get(status) or _server_message(answer)
    said = _explained(raw)
    if status == 404 and _BELOW_REST.search(path):
        return NoSuchEndpoint(method, path, problem, status, said, "Does this release of the server have the call?")
    if status == 404 or "ERROR_OBJECT_NOT_FOUND" in answer.text[:500]:
        return NotFound(method, path, problem, status, said or "no such object", "It was removed meanwhile; run again.")
    if status == 500 and _NO_ROUTE.search(raw):
        return NoSuchEndpoint(method, path, problem, status, said, "This release or edition does not have the call.")
    if status in (502, 503, 504):
        remedy = "The server is overloaded or restarting; run again."
        return RequestError(method, path, problem, status, said, remedy, RemoteError.UNKNOWN)
    return RequestError(method, path, problem, status, said)


def _explained(said: str) -> str:
    """What the server said, behind what it means where that is known."""
    meaning = next((text for pattern, text in _MEANINGS if re.search(pattern, said)), "")
    return f"{meaning} (the server said: {said})" if meaning else said


def _server_message(answer: Answer) -> str:
    """The telling part of a failed answer."""
    text = answer.text.strip()
    if "<response>" in text[:200]:
        return _envelope_message(answer)
    adapter = _ADAPTER.match(text)
    if adapter:
        return shorten(adapter.group(1))
    if "html" in answer.headers.get("content-type", "") or text.startswith("<"):
        return shorten(answer.reason)
    return shorten(text or answer.reason)


def _envelope_message(answer: Answer) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(answer.body, parser)
    if root is None:
        return answer.excerpt()
    parts: list[str | None] = [root.findtext("message"), root.findtext("data/additionalMessage")]
    return shorten(": ".join(part.lstrip("&") for part in parts if part))
