# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/phones/{p}/lines`` (``PhoneLineApiImpl``). There is no PUT of a line."""

from __future__ import annotations

from typing import Any

from ..state.phones import Line
from .exchange import Exchange
from .failures import not_found
from .phone_beans import LINE, LINE_SETTINGS, line_bean, line_settings
from .phones import ONE, find_phone
from .routing import Route
from .setting_resource import SettingOwner, row_owner, setting_routes

PHONE_MISSING = "Phone not found"


def list_lines(exchange: Exchange) -> Any:
    """The lines of a phone in button order."""
    phone = find_phone(exchange, PHONE_MISSING)
    assert phone.id is not None
    return {"lines": [line_bean(exchange.pbx, line) for line in exchange.pbx.lines.of_phone(phone.id)]}


def add(exchange: Exchange) -> None:
    """Append a line: an internal one of the user it names, all else ignored; without a user an external one."""
    values = exchange.json(LINE)
    pbx, phone = exchange.pbx, find_phone(exchange, PHONE_MISSING)
    assert phone.id is not None
    if values["user"] is not None:
        user = pbx.users.named_or_aliased(values["user"])
        if user is None:
            raise not_found("User not found")
        line = Line(phone.id, user.id)
    else:
        account = {path: values[name] for name, path in LINE_SETTINGS.items() if values[name] is not None}
        line = Line(phone.id, settings=account)
    pbx.lines.append(line, phone)


def remove_all(exchange: Exchange) -> None:
    """Remove all lines of a phone."""
    phone = find_phone(exchange, PHONE_MISSING)
    assert phone.id is not None
    for line in exchange.pbx.lines.of_phone(phone.id):
        assert line.id is not None
        exchange.pbx.lines.remove(line.id)


def get(exchange: Exchange) -> Any:
    """One line, whatever phone stands in the path."""
    return line_bean(exchange.pbx, exchange.pbx.lines.get(exchange.path["lineId"]))


def remove(exchange: Exchange) -> None:
    """Remove a line of this phone; a line of another phone stays, without a word."""
    phone, line = find_phone(exchange, PHONE_MISSING), exchange.pbx.lines.get(exchange.path["lineId"])
    if line.phone_id == phone.id:
        exchange.pbx.lines.remove(exchange.path["lineId"])


def _owner(exchange: Exchange) -> SettingOwner:
    pbx = exchange.pbx
    line = pbx.lines.get(exchange.path["lineId"])
    return row_owner(pbx.lines, line, lambda draft: line_settings(pbx, draft, exchange.strict))


LINES, LINE_OF_PHONE = f"{ONE}/lines", f"{ONE}/lines/{{lineId:int}}"
ROUTES = [
    Route("GET", LINES, list_lines),
    Route("POST", LINES, add),
    Route("DELETE", LINES, remove_all),
    Route("GET", LINE_OF_PHONE, get),
    Route("DELETE", LINE_OF_PHONE, remove),
    *setting_routes(LINE_OF_PHONE, _owner),
]
