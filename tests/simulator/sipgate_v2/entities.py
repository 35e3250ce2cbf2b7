# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an account consists of: its kinds of records and their defaults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..sipgate_common.demo_site import TIMEZONE
from ..sipgate_common.table import Entity, Row

CALL_RESTRICTIONS = ("foreignSpecial", "charged", "roaming", "highCostForeignNumbers")


def _contact_numbers(row: Row) -> Iterable[Any]:
    return [entry.get("number") for entry in row["numbers"]]


TOKEN = Entity(
    {"id": "", "secret": "", "kind": "personal", "userId": "", "scopes": ["all"], "expires": None},
    found_by=("secret", "userId"),
)
USER = Entity(
    {
        "id": "",
        "firstname": "",
        "lastname": "",
        "email": "",
        "password": "",
        "defaultDevice": None,
        "busyOnBusy": False,
        "addressId": None,
        "timezone": TIMEZONE,
        "admin": False,
        "locked": False,
        "callRestrictions": dict.fromkeys(CALL_RESTRICTIONS, False),
    },
    found_by=("email", "defaultDevice"),
)
ADDRESS = Entity(
    {
        "addressId": "",
        "type": "CUSTOMER",
        "countrycode": "",
        "state": "",
        "postcode": "",
        "city": "",
        "street": "",
        "number": "",
        "address1": "",
        "address2": "",
        "emergencyState": "VERIFIED",
    },
    key="addressId",
)
DEVICE = Entity(
    {
        "id": "",
        "owner": "",
        "type": "REGISTER",
        "alias": "",
        "online": False,
        "dnd": False,
        "callerid": {"value": ""},
        "localprefix": {"value": "", "active": False},
        "singlerowdisplay": {"enabled": False},
        "tariffannouncement": {"enabled": False},
        "password": "",
        "registered": [],
        "emergencyAddressId": None,
        "number": "",
        "incomingCallDisplay": "CALLER_NUMBER",
        "sim": {"simId": "", "puk1": "", "puk2": "", "state": "INACTIVE", "esim": False, "orders": []},
        "contingents": [],
    },
    found_by=("owner",),
)
PHONELINE = Entity(
    {
        "id": "",
        "owner": "",
        "alias": "",
        "devices": [],
        "forwardings": [],
        "parallelforwardings": [],
        "blockanonymous": {"enabled": False, "target": "REJECT"},
        "sipgateio": {
            "incomingActive": False,
            "outgoingActive": False,
            "incomingUrl": "",
            "outgoingUrl": "",
            "log": False,
            "certificate": "",
            "allowSelfSigned": False,
        },
        "log": [],
    },
    found_by=("owner", "devices"),
)
VOICEMAIL = Entity(
    {
        "id": "",
        "endpointId": "",
        "alias": "Voicemail",
        "timeout": 20,
        "active": False,
        "transcription": False,
        "canTranscribe": False,
        "accessNumber": "+493023125999",
        "greetings": [],
    },
    found_by=("endpointId",),
)
FAXLINE = Entity(
    {
        "id": "",
        "owner": "",
        "alias": "",
        "tagline": "",
        "canSend": True,
        "canReceive": True,
        "callerid": {"value": ""},
    },
    found_by=("owner",),
)
GROUP = Entity(
    {"id": "", "alias": "", "departmentId": 0, "users": [], "devices": []},
    found_by=("users", "devices"),
)
NUMBER = Entity(
    {
        "id": "",
        "number": "",
        "localized": "",
        "type": "LANDLINE",
        "endpointId": "",
        "mnpState": None,
        "portId": None,
        "addressId": None,
    },
    found_by=("endpointId", "number", "addressId"),
)
SMS_EXTENSION = Entity({"id": "", "owner": "", "alias": "", "callerids": []}, found_by=("owner",))
NOTIFICATION = Entity(
    {
        "id": "",
        "owner": "",
        "kind": "",
        "channel": "",
        "endpointId": "",
        "target": "",
        "direction": None,
        "cause": None,
    },
    found_by=("owner", "endpointId"),
)
CONTACT = Entity(
    {
        "id": "",
        "owner": "",
        "scope": "PRIVATE",
        "name": "",
        "family": "",
        "given": "",
        "picture": None,
        "emails": [],
        "numbers": [],
        "addresses": [],
        "organization": [],
    },
    found_by=("scope", "owner"),
    indexes={"numbers": _contact_numbers},
)
BLACKLIST_ENTRY = Entity({"phoneNumber": "", "isBlock": False}, key="phoneNumber", counted=False)
OAUTH_CLIENT = Entity(
    {
        "clientId": "",
        "clientSecret": "",
        "name": "",
        "description": "",
        "redirectUris": [],
        "webOrigins": [],
        "privacyUrl": "",
        "termsUrl": "",
    },
    key="clientId",
)
HISTORY_ENTRY = Entity(
    {
        "id": "",
        "owner": "",
        "source": "",
        "target": "",
        "sourceAlias": "",
        "targetAlias": "",
        "type": "CALL",
        "created": "",
        "lastModified": "",
        "direction": "INCOMING",
        "incoming": True,
        "status": "PICKUP",
        "connectionIds": [],
        "read": False,
        "archived": False,
        "note": "",
        "endpoints": [],
        "starred": False,
        "labels": [],
        "details": {},
    },
    found_by=("owner", "type"),
)
LIVE_CALL = Entity(
    {
        "callId": "",
        "owner": "",
        "established": False,
        "muted": False,
        "recording": False,
        "hold": False,
        "participants": [],
        "sessionId": "",
        "extension": "",
    },
    key="callId",
    found_by=("owner",),
)
PORTING = Entity(
    {"id": "", "portDate": "", "numbers": [], "status": 0, "revocable": False, "pending": False},
)
APP_EVENT = Entity({"eventId": "", "eventType": "", "eventName": "", "payload": {}}, key="eventId")

#: the account's tables, as its state names them
ENTITIES: Mapping[str, Entity] = {
    "users": USER,
    "tokens": TOKEN,
    "addresses": ADDRESS,
    "devices": DEVICE,
    "phonelines": PHONELINE,
    "voicemails": VOICEMAIL,
    "faxlines": FAXLINE,
    "groups": GROUP,
    "numbers": NUMBER,
    "sms": SMS_EXTENSION,
    "notifications": NOTIFICATION,
    "contacts": CONTACT,
    "blacklist": BLACKLIST_ENTRY,
    "oauth_clients": OAUTH_CLIENT,
    "history": HISTORY_ENTRY,
    "calls": LIVE_CALL,
    "portings": PORTING,
    "app_events": APP_EVENT,
}

#: what an account has one of
DOCUMENTS: Mapping[str, Mapping[str, Any]] = {
    "account": {
        "company": "Example Ltd",
        "mainProductType": "TEAM",
        "logoUrl": "",
        "verified": False,
        "verificationCode": "555010",
        "historyLifeTime": "UNLIMITED",
        "domain": "sipgate.de",
        "masterSipId": "1234567",
        "locale": "de_DE",
    },
    "balance": {"amount": 125000, "currency": "EUR"},
    "webhooks": {"incomingUrl": "", "outgoingUrl": "", "log": False, "whitelist": None, "pushApiVersion": 1},
    "webhook_log": {"entries": []},
    "autorecording": {"greeting": None, "active": []},
    "password_resets": {"nonces": {}},
    "identity_verification": {
        "state": "SUCCESS",
        "externalTransactionNumber": "",
        "externalReferenceId": "",
        "externalVerificationLink": "",
        "externalReferenceIdAutoident": "",
        "externalVerificationLinkAutoident": "",
    },
}
