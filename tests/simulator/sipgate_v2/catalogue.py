# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All operations of the API, and the directory of URLs it shows of itself."""

from __future__ import annotations

from typing import Any

from ..sipgate_common.routing import RouteTable
from . import (
    addresses,
    administration,
    blacklist,
    contacts,
    devices,
    faxlines,
    groups,
    history,
    live_calls,
    notifications,
    numbers,
    phonelines,
    recording_greeting,
    restrictions,
    sessions,
    sms,
    users,
    voicemails,
    webhooks,
)
from .operations import OPEN, Context, Operation


def _get_urls(context: Context) -> Any:
    """Every list and singleton that needs no id, under a name made of its path."""
    return {
        f"{_camel_case(operation.template)}Url": context.url(operation.template)
        for operation in OPERATIONS
        if operation.method == "GET" and "{" not in operation.template and operation.template != "/"
    }


def _camel_case(template: str) -> str:
    first, *rest = template.removeprefix("/").split("/")
    return first + "".join(segment[:1].upper() + segment[1:] for segment in rest)


#: the 179 operations of the Swagger document
OPERATIONS = (
    Operation("GET", "/", "getUrls", _get_urls, OPEN),
    *users.OPERATIONS,
    *administration.OPERATIONS,
    *devices.OPERATIONS,
    *phonelines.OPERATIONS,
    *voicemails.OPERATIONS,
    *faxlines.OPERATIONS,
    *groups.OPERATIONS,
    *numbers.OPERATIONS,
    *sms.OPERATIONS,
    *notifications.OPERATIONS,
    *contacts.OPERATIONS,
    *blacklist.OPERATIONS,
    *restrictions.OPERATIONS,
    *addresses.OPERATIONS,
    *webhooks.OPERATIONS,
    *recording_greeting.OPERATIONS,
    *history.OPERATIONS,
    *sessions.OPERATIONS,
    *live_calls.OPERATIONS,
)
#: what the live service has changed or added since, under the knob ``live2026``
LIVE_OPERATIONS = (*users.LIVE_OPERATIONS, *contacts.LIVE_OPERATIONS, *webhooks.LIVE_OPERATIONS)

PRINTED_TABLE = RouteTable(OPERATIONS)
LIVE_TABLE = RouteTable((*OPERATIONS, *LIVE_OPERATIONS))
