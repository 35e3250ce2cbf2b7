# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an account consists of: its kinds of records and their defaults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..sipgate_common.demo_site import MASTER_SIP_ID, TIMEZONE
from ..sipgate_common.records import Records
from ..sipgate_common.table import Entity, Row, Table
from .phone_numbers import digits_of

EVENT_TYPES = ("calls", "faxes", "sms", "voicemails")


def _contact_numbers(row: Row) -> Iterable[str]:
    return [digits_of(entry["value"]) for entry in row["entries"] if entry["entryName"] == "TEL"]


USER = Entity(
    {
        "id": "",
        "login": "",
        "password": "",
        "product": "team",
        "baseproducttype": "voice",
        "timezone": TIMEZONE,
        "locked": False,
    },
    found_by=("login",),
)
EXTENSION = Entity(
    {
        "extensionId": "",
        "owner": "",
        "alias": "",
        "type": "register",
        "incomingNumbers": [],
        "directDialNumbers": [],
        "dnd": False,
        "outgoingNumber": None,
        "devices": [],
        "sipPassword": "",
        "registerUrl": "",
        "outboundProxyUrl": "",
        "faxIn": True,
        "pin": "",
        "timezone": TIMEZONE,
        "announcementUrl": "",
        "provider": "",
        "externalPhonenumber": "",
    },
    key="extensionId",
    found_by=("owner",),
)
MOBILE_DEVICE = Entity(
    {
        "deviceNumberE164": "",
        "owner": "",
        "extensionId": "",
        "deviceVendor": "",
        "deviceModel": "",
        "deviceFirmware": "",
    },
    key="deviceNumberE164",
    found_by=("owner",),
    counted=False,
)
EVENT = Entity(
    {
        "id": "",
        "owner": "",
        "type": "calls",
        "comment": "",
        "created": 0.0,
        "scheduled": None,
        "direction": "incoming",
        "labels": "",
        "location": "inbox",
        "read": False,
        "starred": False,
        "status": "",
        "sources": [],
        "targets": [],
        "extensionId": "",
        "sent": None,
        "failReason": None,
        "pageCount": 1,
        "document": "",
        "text": "",
        "duration": 0,
        "caller": "",
        "transcription": "",
        "dataId": "",
    },
    found_by=("owner", "dataId"),
    indexes={"owner and type": lambda row: [(row["owner"], row["type"])]},
)
SESSION = Entity(
    {
        "sessionId": "",
        "owner": "",
        "status": "FIRST DIAL",
        "caller": "",
        "callee": "",
        "registerSip": "",
        "members": [],
        "recording": False,
        "parked": [],
    },
    key="sessionId",
    found_by=("owner",),
)
CALLTHROUGH = Entity(
    {"sourceNumber": "", "targetNumber": "", "owner": "", "expires": 0.0}, key="sourceNumber", counted=False
)
CONTACT = Entity(
    {"UUID": "", "owner": "", "validFrom": 0.0, "entries": []},
    key="UUID",
    found_by=("owner",),
    indexes={"number": _contact_numbers},
)

#: the account's tables, as its state names them
ENTITIES: Mapping[str, Entity] = {
    "users": USER,
    "extensions": EXTENSION,
    "mobile_devices": MOBILE_DEVICE,
    "events": EVENT,
    "sessions": SESSION,
    "callthroughs": CALLTHROUGH,
    "contacts": CONTACT,
}
#: what an account has one of
DOCUMENTS: Mapping[str, Mapping[str, Any]] = {
    "account": {
        "masterSipId": MASTER_SIP_ID,
        "allowAdd": False,
        "allowEmptyOadc": True,
        "phonenumbers": [],
        "verifiedNumbers": [],
        "callthroughNumber": "493023125998",
        "voicemailNumber": "493023125999",
    },
    "balance": {
        "totalIncludingVat": 12.5,
        "vatPercent": 19.0,
        "currency": "EUR",
        "smsVouchers": [],
        "minuteVouchers": [],
        "faxVouchers": [],
    },
    "lints": {"missing_slash": []},
}


class Account(Records):
    """All records of one account."""

    users: Table
    extensions: Table
    mobile_devices: Table
    events: Table
    sessions: Table
    callthroughs: Table
    contacts: Table

    def __init__(self) -> None:
        super().__init__(ENTITIES, DOCUMENTS)

    def new_extension_id(self, letter: str) -> str:
        """The global form: the master SIP id, a letter, a number."""
        return f"{self.documents['account']['masterSipId']}{self.new_id(letter)}"
