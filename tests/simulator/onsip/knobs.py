# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The switches of the OnSIP twin: what no public source decides, and what a client must be able to bear.

The defaults are what the vendor's examples and recordings show.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEFAULTS: Mapping[str, Any] = {
    #: a session that was idle this long is gone; the real lifetime is undocumented
    "session_idle_s": 1200,
    #: failed logins of one user in a row after which logins are refused
    "login_failures": 5,
    #: how long they are refused; the service's message speaks of about ten minutes
    "login_lock_s": 600,
    #: show passwords in the echo of parameters, as recordings of 2010 do
    "echo_secrets": False,
    #: answer with codes no client knows wherever the code is not known from a recording
    "random_error_codes": False,
    #: how an external address tells where it leads to; it has no schema
    "external_address_form": "foreign_address",
    #: how a ring group tells its members; its schema has no place for them
    "group_members": "hidden",
    #: what becomes of options that a VoicemailboxEdit does not send; the two references contradict each other
    "voicemailbox_edit_unsent": "unchanged",
    #: when UserAliasBrowse pages; no paging is documented for it
    "user_alias_paging": "on_request",
    #: whether a telephone number tells where it leads to; its schema has no place for it
    "did_destination_readable": False,
    #: the most numbers that one request fills, whatever the stock
    "did_request_fills": 25000,
    #: write names of contacts with two spaces inside, as some recordings have them
    "double_spaced_names": False,
}

CHOICES: Mapping[str, tuple[str, ...]] = {
    "external_address_form": ("foreign_address", "default_address", "hidden"),
    "group_members": ("hidden", "cpl_text", "elements"),
    "voicemailbox_edit_unsent": ("unchanged", "reset"),
    "user_alias_paging": ("on_request", "always", "never"),
}
