# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The switches of the sipXcom twin: its edition, its quirks and its delays, in one table.

Every quirk is on by default, because the public server has it; turning one off gives the server an administrator
would wish for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

COMMUNITY, COMMERCIAL = EDITIONS = ("community", "commercial")

#: quirks of ``/sipxconfig/api``
API_QUIRKS = (
    "custom_rule_500",
    "gateway_device_version_enum_500",
    "schedule_period_delete_corrupts",
    "schedule_group_empty",
    "first_ring_type_null",
    "ring_enabled_not_stored",
    "callgroup_missing_204",
    "callgroup_put_missing_500",
    "group_substring_trap",
    "device_version_cleared",
    "cdr_settings_default_xml",
    "voicemail_pin_hash_on_read",
    "registrations_ip_regex",
)

#: quirks of ``/sipxconfig/rest``
REST_QUIRKS = (
    # GET /user and /user-permission leave out the user with the lowest id
    "hidden_first_user",
    # the avatar needs no login
    "anonymous_avatar",
    # any user reads, changes and deletes any forwarding schedule
    "schedule_ownership_unchecked",
    # any user changes any entry of a private phonebook
    "phonebook_entry_ownership_unchecked",
    # any user deletes any vCard entry, and writes into anybody's book
    "vcard_ownership_unchecked",
    # any user changes anybody's active greeting
    "greeting_ownership_unchecked",
    # any user reads and changes any conference
    "conference_ownership_unchecked",
)

DEFAULTS: Mapping[str, Any] = {
    "edition": COMMUNITY,
    #: reject setting values that break type, options or range, which the real server never does
    "strict_settings": False,
    #: accepted as the password of any user; server processes use it among themselves; empty for none
    "shared_secret": "",
    #: seconds between a queued deployment or profile push and its start
    "job_delay_s": 5,
    #: whether everybody's phonebook shows all users
    "everyone_phonebook": False,
    #: default charset of the server's Java process, in which XML leaves ``/rest``
    "jvm_charset": "utf-8",
    **dict.fromkeys(API_QUIRKS, True),
    **dict.fromkeys(REST_QUIRKS, True),
}

CHOICES: Mapping[str, tuple[str, ...]] = {"edition": EDITIONS, "jvm_charset": ("utf-8", "us-ascii", "latin-1")}
