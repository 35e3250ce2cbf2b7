# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an account starts with."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from ..sipgate_common.demo_site import (
    ADMINISTRATOR,
    CALLERS,
    COLLEAGUES,
    LANDLINE_NUMBERS,
    MASTER_SIP_ID,
    MOBILE_NUMBERS,
    OUTBOUND_PROXY,
    SIP_SERVER,
    Person,
    further_numbers,
    further_people,
)
from .event_media import PDF, TIFF
from .phone_numbers import digits_of, pretty

PASSWORD = "rehearsal"
_LANDLINES = [digits_of(number) for number in LANDLINE_NUMBERS]
_MOBILES = [digits_of(number) for number in MOBILE_NUMBERS]
_CALLERS = [digits_of(number) for number in CALLERS]


def seed(name: str, scale: Mapping[str, int]) -> dict[str, Any]:
    """The state of a named seed.

    ``empty`` is a new account with its administrator. ``demo`` adds what v1 has no call to make: colleagues,
    extensions, numbers, events, contacts and vouchers.

    :param name: ``empty`` or ``demo``
    :param scale: how many more ``users``, each with an extension, and ``numbers``
    """
    people = [ADMINISTRATOR, *(COLLEAGUES if name == "demo" else ())]
    further = list(further_people(scale.get("users", 0)))
    state: dict[str, Any] = {
        "account": {"phonenumbers": []},
        "users": [_user(number, person) for number, person in enumerate([*people, *further])],
        "extensions": [],
    }
    if name == "demo":
        _add_demo(state)
    state["account"]["phonenumbers"] += [digits_of(number) for number in further_numbers(scale.get("numbers", 0))]
    state["extensions"] += [
        _extension(f"e{100 + number}", "register", person.lastname, owner=_user_id(len(people) + number))
        for number, person in enumerate(further)
    ]
    return state


def _user_id(number: int) -> str:
    return f"{MASTER_SIP_ID}w{number}"


def _user(number: int, person: Person) -> dict[str, Any]:
    return {"id": _user_id(number), "login": person.email, "password": PASSWORD}


def _extension(local: str, kind: str, alias: str, owner: str = "", **values: Any) -> dict[str, Any]:
    telephone = {"sipPassword": f"EXAMPLE-ONLY-{local}", "registerUrl": SIP_SERVER, "outboundProxyUrl": OUTBOUND_PROXY}
    return {
        "extensionId": f"{MASTER_SIP_ID}{local}",
        "owner": owner or _user_id(0),
        "alias": alias,
        "type": kind,
        **(telephone if kind == "register" else {}),
        **values,
    }


def _outgoing(number: str, clip: bool = True) -> dict[str, Any]:
    return {"number": number, "clip": clip}


def _add_demo(state: dict[str, Any]) -> None:
    state["account"].update(
        phonenumbers=[*_LANDLINES, *_MOBILES],
        verifiedNumbers=[_CALLERS[1], _MOBILES[0]],
    )
    state["extensions"] = [
        _extension(
            "e0",
            "register",
            "Front desk",
            incomingNumbers=[_LANDLINES[0]],
            directDialNumbers=["11"],
            outgoingNumber=_outgoing(_LANDLINES[0]),
            devices=[{"userAgent": "Deskphone 3.1"}],
        ),
        _extension("e1", "register", "Lab", outgoingNumber=_outgoing(_LANDLINES[1], clip=False)),
        _extension("e2", "register", "", outgoingNumber=_outgoing(_LANDLINES[2])),
        _extension("f0", "fax", "Fax", incomingNumbers=[_LANDLINES[3]], outgoingNumber=_outgoing(_LANDLINES[3])),
        _extension(
            "v0", "voicemail", "Mailbox", pin="0000", announcementUrl="https://media.example.net/announcements/v0.wav"
        ),
        _extension("s0", "sms", "SMS", outgoingNumber=_outgoing(_MOBILES[0])),
        _extension(
            "x0", "external", "Home", provider="Example Telecom", externalPhonenumber=_CALLERS[0], outgoingNumber=None
        ),
        _extension("e3", "register", "Ada's phone", owner=_user_id(1), outgoingNumber=_outgoing(_LANDLINES[4])),
    ]
    state["events"] = _events()
    state["contacts"] = [
        _contact(1, MASTER_SIP_ID, "Jo", "Sample", _CALLERS[0]),
        _contact(2, MASTER_SIP_ID, "Kim", "Sample", _CALLERS[1]),
        _contact(3, _user_id(0), "Lee", "Example", "493023125903"),
        _contact(4, _user_id(1), "Max", "Example", "493023125904"),
    ]
    state["balance"] = {
        "smsVouchers": [
            {
                "redeemDate": "2026-01-01",
                "endOfValidityDate": "2099-12-31",
                "creditsInit": "100",
                "creditsUsed": "40",
                "creditsLeft": "60",
            }
        ],
    }


def _events() -> list[dict[str, Any]]:
    incoming = {"sources": [_CALLERS[0]], "targets": [_LANDLINES[0]]}
    parts: tuple[dict[str, Any], ...] = (
        {"type": "calls", **incoming, "read": True},
        {"type": "calls", **incoming, "direction": "missed_incoming", "labels": "sales,urgent"},
        {"type": "calls", "direction": "outgoing", "sources": [_LANDLINES[0]], "targets": [_CALLERS[1]], "read": True},
        {
            "type": "faxes",
            **incoming,
            "extensionId": f"{MASTER_SIP_ID}f0",
            "status": "sent",
            "pageCount": 2,
            "document": base64.b64encode(PDF).decode(),
        },
        {
            "type": "faxes",
            **incoming,
            "extensionId": f"{MASTER_SIP_ID}f0",
            "status": "sent",
            "document": base64.b64encode(TIFF).decode(),
        },
        {"type": "sms", **incoming, "extensionId": f"{MASTER_SIP_ID}s0", "text": "Please call back.", "status": "sent"},
        {
            "type": "voicemails",
            **incoming,
            "extensionId": f"{MASTER_SIP_ID}v0",
            "duration": 12,
            "caller": _CALLERS[0],
            "transcription": "This is a test.",
            "dataId": "0123456789abcdef",
        },
    )
    first = datetime(2026, 2, 2, 9, 30, tzinfo=timezone.utc).timestamp()
    return [
        {
            "id": str(50001017 + number),
            "owner": _user_id(0),
            "extensionId": f"{MASTER_SIP_ID}e0",
            "created": first + number * 86400,
            **part,
        }
        for number, part in enumerate(parts)
    ]


def _contact(number: int, owner: str, given: str, family: str, telephone: str) -> dict[str, Any]:
    return {
        "UUID": f"0b1c2d3e-0000-4000-8000-{number:012d}",
        "owner": owner,
        "validFrom": datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc).timestamp(),
        "entries": [
            {"entryName": "FN", "value": f"{given} {family}"},
            {"entryName": "N", "family": family, "given": given, "middle": "", "prefixes": "", "suffixes": ""},
            {"entryName": "TEL", "types": ["WORK"], "value": telephone, "x-local-value": pretty(telephone)},
            {"entryName": "ORG", "name": "Sample Ltd", "unit": ["Sales"]},
        ],
    }
