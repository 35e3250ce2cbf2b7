# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""OAuth2 clients, number portings, and what only the vendor's web application asks for."""

from __future__ import annotations

import secrets
from typing import Any

from ..core.interface import Response
from ..sipgate_common.table import Row
from .bodies import TEXT, TEXTS, body
from .operations import OPEN, Context, Operation, picked
from .refusals import forbidden
from .users import user_view

_CLIENT_FIELDS = ("name", "description", "redirectUris", "webOrigins", "privacyUrl", "termsUrl")


def _client(context: Context) -> Row:
    return context.found(context.account.oauth_clients.get(context.parameters["clientId"]), "client")


def _get_clients(context: Context) -> Any:
    """The list is called ``data`` here."""
    return {"data": context.listed(context.account.oauth_clients)}


def _create_client(context: Context) -> Any:
    return context.account.oauth_clients.add(
        clientId=f"client-{context.account.new_id()}", clientSecret=secrets.token_urlsafe(24), **context.body
    )


def _update_client(context: Context) -> Any:
    client = _client(context)
    context.account.oauth_clients.change(client, **context.body)
    return client


def _delete_client(context: Context) -> Response:
    """The deletion is only accepted: the client can be read until it is really done."""
    client_id = _client(context)["clientId"]
    context.account.plan(context.now + context.knobs["session_step_s"], "remove_oauth_client", client_id=client_id)
    return Response(202)


def _get_gdpr_urls(context: Context) -> Any:
    return picked(_client(context), ("privacyUrl", "termsUrl"))


def _get_portings(context: Context) -> Any:
    return context.items(context.account.portings)


def _porting(context: Context) -> Row:
    return context.found(context.account.portings.get(context.parameters["portingId"]), "porting")


def _revoke_porting(context: Context) -> Any:
    """The answer is what remains."""
    porting = _porting(context)
    if not porting["revocable"]:
        raise forbidden("the porting cannot be revoked any more")
    context.account.portings.remove(porting)
    return _get_portings(context)


def _get_identity_verification(context: Context) -> Any:
    return context.account.documents["identity_verification"]


def _get_events(context: Context) -> Any:
    return context.items(context.account.app_events)


def _delete_event(context: Context) -> Any:
    event = context.found(context.account.app_events.get(context.parameters["id"]), "event")
    context.account.app_events.remove(event)
    return _get_events(context)


def _get_properties(context: Context) -> Any:
    return {**dict.fromkeys(_PROPERTIES, False), "showSipCredentials": True, "hasDedicatedAdminArea": True}


def _get_tac(context: Context) -> Any:
    return {"accepted": True}


def _get_app_users(context: Context) -> Any:
    return context.items(user_view(context, user) for user in context.account.users)


def _get_links(context: Context) -> Any:
    return {"appWebLink": "https://app.example.net", "helpLink": "https://help.example.net"}


def _get_language(context: Context) -> None:
    """The Swagger document does not say what comes; nothing does."""


_PROPERTIES = (
    "identityVerificationRequired",
    "verificationLetterCodeRequired",
    "showSipCredentials",
    "showRegisterDndOption",
    "showDisplaySingleLineOption",
    "showClick2DialButton",
    "showVerificationLetter",
    "hasDedicatedAdminArea",
    "showSimRelevantOptions",
    "showESimOptions",
    "showEventTimeToLiveHint",
    "showNettoPrices",
    "showBasicLogo",
    "showSimquadratLogo",
    "identityVerificationRequiredForMobile",
    "chatbotHuman",
    "chatbotUsingInformalLanguage",
    "multiSimProduct",
    "productWithoutBaseFee",
    "voipOnlyProduct",
    "mobileOnlyProduct",
)
_CLIENTS = "/authorization/oauth2/clients"
_CLIENT = f"{_CLIENTS}/{{clientId}}"
_READ_CLIENTS = ("authorization:oauth2:clients:read",)
_WRITE_CLIENTS = ("authorization:oauth2:clients:write",)
_CLIENT_BODY = body(
    **{name: (TEXTS if name in ("redirectUris", "webOrigins") else TEXT).needed for name in _CLIENT_FIELDS}
)
_INTERNAL = ("internal",)

OPERATIONS = tuple(
    Operation(method, template, name, handler, scopes, body=form)
    for method, template, name, handler, scopes, form in (
        ("GET", _CLIENTS, "getClients", _get_clients, _READ_CLIENTS, None),
        ("POST", _CLIENTS, "createClient", _create_client, _WRITE_CLIENTS, _CLIENT_BODY),
        ("GET", _CLIENT, "getClient", _client, _READ_CLIENTS, None),
        ("PUT", _CLIENT, "updateClient", _update_client, _WRITE_CLIENTS, _CLIENT_BODY),
        ("DELETE", _CLIENT, "deleteClient", _delete_client, _WRITE_CLIENTS, None),
        ("GET", f"{_CLIENT}/gdpr", "getGdprUrls", _get_gdpr_urls, OPEN, None),
        ("GET", "/portings", "getPortings", _get_portings, ("portings:read",), None),
        ("GET", "/portings/{portingId}", "getPorting", _porting, ("portings:read",), None),
        ("DELETE", "/portings/{portingId}", "revokePorting", _revoke_porting, ("portings:write",), None),
        ("GET", "/identityVerification", "getVerification", _get_identity_verification, _INTERNAL, None),
        ("GET", "/app/events", "getEvents", _get_events, _INTERNAL, None),
        ("DELETE", "/app/events/{id}", "deleteEvent", _delete_event, _INTERNAL, None),
        ("GET", "/app/links", "getLinks", _get_links, OPEN, None),
        ("GET", "/app/properties", "getProperties", _get_properties, _INTERNAL, None),
        ("GET", "/app/tacs", "getTac", _get_tac, _INTERNAL, None),
        ("GET", "/app/users", "getUsers", _get_app_users, _INTERNAL, None),
        ("GET", "/translations/{language}", "getLanguage", _get_language, OPEN, None),
    )
)
