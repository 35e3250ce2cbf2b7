# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A little of what a telephone system has, for tests that need something to look at."""

from __future__ import annotations

from typing import Any

from module_run import run_module

from simulator.testing import RunningSimulator

ADMINISTRATOR = {"username": "superadmin", "password": "rehearsal"}
USER = {"username": "4101", "password": "portal-4101"}

SITE: dict[str, list[dict[str, Any]]] = {
    "user_groups": [{"name": "frontdesk", "description": "At the door"}],
    "users": [{"user_name": "4101", "pin": USER["password"], "sip_password": "sip-4101", "groups": ["frontdesk"]}],
    "phone_groups": [{"name": "lobby"}],
    "phones": [{"serial_number": "0004f2c0ff01", "model": "polycomVVX410", "lines": [{"user": "4101"}]}],
    "gateways": [{"name": "trunk", "model": "sipTrunkStandard", "address": "sip.example.com"}],
    "hunt_groups": [{"extension": "300", "name": "door", "rings": [{"user": "4101", "expiration": 20}]}],
}


def furnish(simulator: RunningSimulator) -> None:
    """Put it there, and begin a new journal."""
    for plural, items in SITE.items():
        made = run_module(f"sipx_{plural}", url=simulator.url, **ADMINISTRATOR, **{plural: items})
        assert made["changed"], made
    simulator.forget_requests()
