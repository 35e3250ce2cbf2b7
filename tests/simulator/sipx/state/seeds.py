# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeds: a freshly installed server, the demo on top of it, and any number of further users."""

from __future__ import annotations

import struct
from typing import Any

from .attendants import AFTER_HOURS, OPERATOR, Attendant, factory_menu
from .cdrs import CallRecord
from .conferences import Conference, ConferenceMember
from .groups import ADMINISTRATORS, PARK_ORBIT, USER, Group
from .permissions import ENABLE
from .prompts import DEFAULT_PROMPT, DIRECTORIES
from .registrations import Registration
from .rules import ATTENDANT, EMERGENCY, INTERNAL, LONG_DISTANCE, Rule
from .server_state import ServerState
from .servers import Location
from .system import PAGING_PREFIX
from .users import SUPERADMIN, User

PASSWORD = "rehearsal"
STANDARD_USER = "200000"
FIRST_SCALED_USER = 200001
#: location features of a fresh primary server, and the features that are global
LOCATION_FEATURES = ("dns", "ivr", "media", "moh", "mwi", "proxy", "registrar", "rest", "saa", "park", "autoAttendant")
GLOBAL_FEATURES = ("alarms", "cdr", "phonelog")
DEFAULT_ORBIT_GROUP = "default"
HOUR_MS = 3600 * 1000
DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


def silence(seconds: int = 1) -> bytes:
    """A WAV file of silence: 8 kHz, 16 bit, mono."""
    samples = b"\0\0" * 8000 * seconds
    header = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(samples), b"WAVE", b"fmt ", 16, 1, 1, 8000, 16000, 2,
                         16, b"data", len(samples))  # fmt: skip
    return header + samples


def _long_distance(name: str, permission: str, **details: Any) -> Rule:
    wire = {
        "pstnPrefix": "9",
        "pstnPrefixOptional": True,
        "longDistancePrefix": "1",
        "longDistancePrefixOptional": False,
        "areaCodes": None,
        "externalLen": 10,
    }
    return Rule(name, LONG_DISTANCE, permission_names=[permission], details={**wire, **details})


def default_working_hours() -> list[dict[str, Any]]:
    """The working hours that a new attendant rule starts with: nine to six, on weekdays."""
    return [
        {"scheduledDay": day, "start": 9 * HOUR_MS, "stop": 18 * HOUR_MS, "enabled": day not in ("Sunday", "Saturday")}
        for day in DAYS
    ]


def default_rules(operator_id: int, after_hours_id: int) -> list[Rule]:
    """The dial plan of a fresh server, in order. Rules that need gateways are off, because there are none yet."""
    return [
        Rule("Emergency", EMERGENCY, details={"emergencyNumber": "911", "optionalPrefix": "9"},
             description="Emergency dialing plan"),
        _long_distance("International", "InternationalDialing", longDistancePrefix="011", externalLen=-1),
        _long_distance("Local", "LocalDialing", longDistancePrefix=None, longDistancePrefixOptional=True),
        _long_distance("Long Distance", "LongDistanceDialing"),
        _long_distance("Restricted", "900Dialing", areaCodes="900"),
        _long_distance("Toll free", "TollFree", areaCodes="800,888,877,866,855"),
        Rule("AutoAttendant", ATTENDANT, enabled=True, description="Default autoattendant dialing plan",
             details={"extension": "100", "attendantAliases": "operator 0", "did": None,
                      "after_hours_attendant_id": after_hours_id, "afterHoursAttendantEnabled": False,
                      "working_time_attendant_id": operator_id, "holiday_attendant_id": None,
                      "holidayAttendantPeriods": {"holidayPeriods": []}, "enableLiveAttendant": False,
                      "workingTimeAttendantPeriods": {"workingHours": default_working_hours()}}),
        Rule("Voicemail", INTERNAL, enabled=True, description="Default voicemail dialing plan",
             details={"mediaServerType": "Exchange", "mediaServerHostname": None}),
    ]  # fmt: skip


def reset_dial_plan(state: ServerState) -> None:
    """Replace all dialing rules by the default ones, which are the same for every region here."""
    for rule in list(state.rules):
        assert rule.id is not None
        state.rules.remove(rule.id)
    operator = state.attendants.with_system_id(OPERATOR)
    assert operator is not None and operator.id is not None
    for rule in default_rules(operator.id, state.after_hours_id()):
        state.rules.store(rule)


def fresh_server(state: ServerState) -> None:
    """Fill an empty state with what the installation creates by itself."""
    state.page_groups.use_prefix(state.system.service("paging").effective(PAGING_PREFIX) or "")
    administrators = state.groups.store(
        Group(ADMINISTRATORS, USER, "Users with superadmin privileges", weight=1,
              settings={"permission/application/superadmin": ENABLE})
    )  # fmt: skip
    state.groups.store(Group(DEFAULT_ORBIT_GROUP, PARK_ORBIT, weight=1))
    assert administrators.id is not None
    superadmin = User(SUPERADMIN, portal_password=PASSWORD, sip_password=PASSWORD, group_ids=[administrators.id])
    state.users.save(superadmin)
    state.locations.save(
        Location("pbx.example.com", "192.0.2.10", "Primary server", True, True, list(LOCATION_FEATURES))
    )
    state.system.global_features = list(GLOBAL_FEATURES)
    for name, system_id in (("Operator", OPERATOR), ("After hours", AFTER_HOURS)):
        state.attendants.store(
            Attendant(name, system_id, prompt="autoattendant.wav" if system_id == OPERATOR else "afterhours.wav",
                      menu=factory_menu())
        )  # fmt: skip
    reset_dial_plan(state)
    for area in DIRECTORIES:
        state.prompts.put(area, DEFAULT_PROMPT, silence())


def demo(state: ServerState) -> None:
    """Add what no API can create: live registrations, conferences and call records, and a standard user to own them."""
    user = state.users.save(
        User(STANDARD_USER, "Sample", "User", portal_password=PASSWORD, sip_password=PASSWORD, voicemail_pin="4711")
    )
    domain, now = state.system.sip_domain, state.now()
    for host, lifetime_s in ((44, 3540), (45, 1800)):
        state.registrations.store(
            Registration(
                user_name=STANDARD_USER,
                identity=f"{STANDARD_USER}@{domain}",
                uri=f"sip:{STANDARD_USER}@{domain}",
                contact=f"<sip:{STANDARD_USER}@192.0.2.{host};line=1>",
                call_id=f"call-{host}@192.0.2.{host}",
                expires=now + lifetime_s,
                primary="192.0.2.10:5070",
                instrument=f"0004f2c0ff{host}",
            )
        )
    for name, extension, members in (("standup", "5001", []), ("all-hands", "5002", ["200000", "5550101"])):
        state.conferences.save(
            Conference(
                name,
                owner_id=user.id,
                enabled=True,
                extension=extension,
                access_code="1357",
                members=[
                    ConferenceMember(number, caller, f"00000000-0000-4000-8000-{number:012d}")
                    for number, caller in enumerate(members, start=1)
                ],
            )
        )
    for index, (caller, callee, talk_s) in enumerate(
        ((STANDARD_USER, "5550101", 67), ("5550102", STANDARD_USER, 0), (STANDARD_USER, "5001", 1800))
    ):
        start = now - 600 * (index + 1)
        state.call_records.store(
            CallRecord(
                call_id=f"cdr-{index + 1}@192.0.2.44",
                caller=caller,
                caller_aor=f"sip:{caller}@{domain}",
                callee=callee,
                callee_aor=f"sip:{callee}@{domain}",
                start=start,
                connect=start + 4 if talk_s else None,
                end=start + 4 + talk_s if talk_s != 1800 else None,
                termination="IN_PROGRESS" if talk_s == 1800 else "COMPLETED" if talk_s else "ABANDONED",
            )
        )


def add_users(state: ServerState, count: int) -> None:
    """Add users ``200001`` and up, each with a portal password, a SIP password and a voicemail PIN of its own."""
    for number in range(FIRST_SCALED_USER, FIRST_SCALED_USER + count):
        name = str(number)
        state.users.save(
            User(name, "User", name, portal_password=f"portal-{name}", sip_password=f"sip-{name}", voicemail_pin=name)
        )


SEEDS = {"empty": (fresh_server,), "demo": (fresh_server, demo)}
