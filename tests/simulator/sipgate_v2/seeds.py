# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an account starts with."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..sipgate_common.demo_site import (
    ADMINISTRATOR,
    CALLERS,
    COLLEAGUES,
    LANDLINE_NUMBERS,
    MASTER_SIP_ID,
    MOBILE_NUMBERS,
    Person,
    further_numbers,
    further_people,
    localized,
)
from .history import DETAILS

TOKEN_ID = "token-EXAMPL"
READ_ONLY_TOKEN_ID = "token-READON"
TOKEN = "00000000-0000-4000-8000-000000000000"
ADDRESS_ID = "42"


def _access_token() -> str:
    """A JSON Web Token without a signature, as clients look into it for the kind of the account."""
    parts = ({"alg": "none", "typ": "JWT"}, {"sub": "example", "featureScope": "CLASSIC_PBX"})
    encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    return ".".join((*encoded, ""))


ACCESS_TOKEN = _access_token()


def seed(name: str, scale: Mapping[str, int]) -> dict[str, Any]:
    """The state of a named seed.

    ``empty`` is a new account: its administrator with an SMS extension, and the address it was ordered for. ``demo``
    adds what no call can create.

    :param name: ``empty`` or ``demo``
    :param scale: how many more ``users`` and ``numbers``
    """
    people = [ADMINISTRATOR, *(COLLEAGUES if name == "demo" else ()), *further_people(scale.get("users", 0))]
    state = _new_account(people)
    if name == "demo":
        _add_demo(state)
    state["numbers"] += _numbers(further_numbers(scale.get("numbers", 0)), "LANDLINE", 20000)
    return state


def _new_account(people: list[Person]) -> dict[str, Any]:
    return {
        "account": {"masterSipId": MASTER_SIP_ID},
        "addresses": [_ADDRESS],
        "users": [
            {
                "id": f"w{number}",
                "firstname": person.firstname,
                "lastname": person.lastname,
                "email": person.email,
                "admin": person is ADMINISTRATOR,
                "addressId": ADDRESS_ID,
            }
            for number, person in enumerate(people)
        ],
        "sms": [
            {"id": f"s{number}", "owner": f"w{number}", "alias": f"SMS {person.firstname} {person.lastname}"}
            for number, person in enumerate(people)
        ],
        "tokens": [
            {"id": TOKEN_ID, "secret": TOKEN, "userId": "w0"},
            {"id": "access-EXAMPL", "secret": ACCESS_TOKEN, "kind": "oauth2", "userId": "w0"},
        ],
        "numbers": [],
    }


def _numbers(numbers: Iterator[str], kind: str, first_id: int) -> list[dict[str, Any]]:
    return [
        {
            "id": str(number_id),
            "number": number,
            "localized": localized(number),
            "type": kind,
            "mnpState": {"isReleased": False, "releasedUntil": None} if kind == "MOBILE" else None,
            "addressId": ADDRESS_ID if kind == "LANDLINE" else None,
        }
        for number_id, number in enumerate(numbers, start=first_id)
    ]


def _add_demo(state: dict[str, Any]) -> None:
    state["account"]["verified"] = True
    state["addresses"] = [_ADDRESS, _BRANCH_ADDRESS]
    state["tokens"].append({"id": READ_ONLY_TOKEN_ID, "secret": TOKEN, "userId": "w0", "scopes": ["devices:read"]})
    state["numbers"] = [
        *_numbers(iter(LANDLINE_NUMBERS), "LANDLINE", 9001),
        *_numbers(iter(MOBILE_NUMBERS), "MOBILE", 9101),
    ]
    state["groups"] = [
        {"id": "g0", "alias": "Sales", "departmentId": 1, "users": ["w1", "w2"]},
        {"id": "g1", "alias": "Support", "departmentId": 2, "users": ["w2", "w3"]},
    ]
    state["voicemails"] = [
        {"id": "v0", "endpointId": "g0", "alias": "Voicemail Sales", "active": True, "canTranscribe": True},
        {"id": "v1", "endpointId": "g1", "alias": "Voicemail Support", "canTranscribe": True},
    ]
    state["faxlines"] = [{"id": "f0", "owner": "g0", "alias": "Fax Sales", "tagline": "Example Ltd"}]
    state["history"] = list(_history())
    state["portings"] = [
        {
            "id": "301",
            "portDate": "2026-12-01",
            "numbers": [{"id": "3011", "number": "+493023125800"}],
            "status": 1,
            "revocable": True,
            "pending": True,
        }
    ]


def _history() -> Iterator[dict[str, Any]]:
    for number, (kind, direction, details) in enumerate(_PAST, start=1):
        moment = f"2026-02-{number:02d}T09:30:00Z"
        yield {
            "id": str(400 + number),
            "owner": "w0",
            "source": CALLERS[number % 2],
            "target": LANDLINE_NUMBERS[0],
            "sourceAlias": CALLERS[number % 2],
            "targetAlias": LANDLINE_NUMBERS[0],
            "type": kind,
            "created": moment,
            "lastModified": moment,
            "direction": direction,
            "status": "NOPICKUP" if direction == "MISSED_INCOMING" else "PICKUP",
            "details": {**DETAILS[kind], **details},
        }


_PAST: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("CALL", "INCOMING", {"callId": "call-400", "duration": 63}),
    ("CALL", "MISSED_INCOMING", {"callId": "call-401", "callStatusType": "MISSED"}),
    ("VOICEMAIL", "INCOMING", {"recordingUrl": "https://media.example.net/voicemails/0123abcd.mp3", "duration": 12}),
    (
        "FAX",
        "INCOMING",
        {"faxStatusType": "SENT", "documentUrl": "https://media.example.net/faxes/0123abcd.pdf", "pageCount": 2},
    ),
)
_ADDRESS = {
    "addressId": ADDRESS_ID,
    "countrycode": "DE",
    "postcode": "10115",
    "city": "Berlin",
    "street": "Example Street",
    "number": "1",
}
_BRANCH_ADDRESS = {
    "addressId": "43",
    "type": "EMERGENCY",
    "countrycode": "DE",
    "postcode": "10117",
    "city": "Berlin",
    "street": "Sample Street",
    "number": "2",
}
