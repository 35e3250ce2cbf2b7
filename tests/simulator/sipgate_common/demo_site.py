# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The invented account of the seeds: its people and its telephone numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MASTER_SIP_ID = "1234567"
SIP_SERVER = "sip.example.net"
OUTBOUND_PROXY = "proxy.example.net"
SIP_WEBSOCKET_URL = "wss://ws.example.net"
TIMEZONE = "Europe/Berlin"


@dataclass(frozen=True)
class Person:
    """Somebody who has a web login."""

    firstname: str
    lastname: str
    email: str


ADMINISTRATOR = Person("Admin", "Example", "admin@example.com")
COLLEAGUES = (
    Person("Ada", "Sample", "ada.sample@example.com"),
    Person("Ben", "Sample", "ben.sample@example.com"),
    Person("Cleo", "Sample", "cleo.sample@example.com"),
)

#: numbers of the account, E.164 with the plus sign
LANDLINE_NUMBERS = tuple(f"+493023125{last:03d}" for last in range(1, 13))
MOBILE_NUMBERS = ("+15550100", "+15550101")
#: numbers of the world outside
CALLERS = ("+493023125901", "+493023125902")


def further_people(count: int) -> Iterator[Person]:
    """As many people as a scaled seed asks for, numbered from 1."""
    for number in range(1, count + 1):
        yield Person("User", f"{number:04d}", f"user{number:04d}@example.com")


def further_numbers(count: int) -> Iterator[str]:
    """As many landline numbers as a scaled seed asks for."""
    for number in range(1, count + 1):
        yield f"+4930231256{number:05d}"


def localized(number: str) -> str:
    """How a number is written within Germany; others keep their international form."""
    if number.startswith("+4930"):
        return f"030-{number.removeprefix('+4930')}"
    return f"0{number.removeprefix('+49')}" if number.startswith("+49") else number
