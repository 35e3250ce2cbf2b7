# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/autoattendant`` (``AutoAttendantApiImpl``). The key of the list is misspelled by the server."""

from __future__ import annotations

import re
from typing import Any

from ..settings.tree import load_tree
from ..settings.values import Settings
from ..state.attendants import Attendant, MenuItem
from ..state.errors import NullPointerError, UserError
from .beans import Bean, bean, beans, boolean, integer, text, texts
from .exchange import Exchange
from .failures import not_found
from .routing import Route
from .services import bulk_save, service_settings

BASE, ONE = "/autoattendant", "/autoattendant/{name}"
PROMPTS_DIRECTORY = "/var/sipxdata/mediaserver/data/prompts"
DIAL_PADS = frozenset("0123456789*#")
ACTIONS = frozenset(
    {
        "operator",
        "dial_by_name",
        "repeat_prompt",
        "voicemail_access",
        "disconnect",
        "transfer_to_another_aa_menu",
        "transfer_out",
        "voicemail_deposit",
    }
)
#: id of the one record of generic settings
GENERIC_SETTINGS_ID = 1

MENU = Bean("AutoAttendantMenuBean", [text("dialPad"), text("action"), text("parameter")])
#: property of the settings object to the setting it stands for
SETTING_PATHS = {
    "dtmfInterTimeout": "dtmf/interDigitTimeout",
    "dtmfOverallTimeout": "dtmf/overallDigitTimeout",
    "maxDtmfNumberTones": "dtmf/maxDigits",
    "replayCount": "onfail/noinputCount",
    "invalidResponseCount": "onfail/nomatchCount",
    "transferOnFailures": "onfail/transfer",
    "transferExtension": "onfail/transfer-extension",
    "promptToPlay": "onfail/transfer-prompt",
    "playPromptWhenTransfer": "onTransfer/play-prompt",
}
BOOLEANS = frozenset({"transferOnFailures", "playPromptWhenTransfer"})
SETTINGS = Bean("AutoAttendantSettingsBean", [boolean(n) if n in BOOLEANS else text(n) for n in SETTING_PATHS])
GENERIC_PATHS = {
    "liveDid": "liveAttendant/did",
    "enablePrefix": "liveAttendant/enablePrefix",
    "disablePrefix": "liveAttendant/disablePrefix",
    "expireTime": "liveAttendant/expireTime",
    "maxDigits": "liveAttendant/dtmf/maxDigits",
    "firstDigitTimeout": "liveAttendant/dtmf/firstDigitTimeout",
    "interDigitTimeout": "liveAttendant/dtmf/interDigitTimeout",
    "extraDigitTimeout": "liveAttendant/dtmf/extraDigitTimeout",
}
GENERIC = Bean("AutoAttendantGenericBean", [text(name) for name in GENERIC_PATHS])
SPECIAL_MODE = Bean("AutoAttendantSpecialBean", [text("specialAaName"), boolean("useSpecialAa")])
ATTENDANT = Bean(
    "AutoAttendantBean",
    [
        integer("id", write=False),
        text("name"),
        text("systemName", attribute=None),
        text("systemId", write=False),
        text("description"),
        text("prompt"),
        text("lang", default="default"),
        text("allowDial", default=""),
        text("denyDial", default=""),
        text("promptsDirectory", attribute=None),
        text("sysDirectory", attribute=None),
        texts("locations"),
        beans("autoattendantMenus", MENU),
        bean("autoattendantSettings", SETTINGS),
    ],
)


def _settings(attendant: Attendant) -> Settings:
    return Settings(load_tree("attendant"), attendant.settings)


def attendant_bean(exchange: Exchange, attendant: Attendant) -> dict[str, Any]:
    """An attendant as GET shows it."""
    settings = _settings(attendant)
    branches = (exchange.pbx.branches.find(branch_id) for branch_id in attendant.branch_ids)
    return ATTENDANT.write(
        attendant,
        systemName=attendant.system_name,
        promptsDirectory=PROMPTS_DIRECTORY,
        locations=[branch.name for branch in branches if branch is not None],
        autoattendantMenus=[MENU.write(item, dialPad=key) for key, item in attendant.menu.items()],
        autoattendantSettings={
            name: settings.is_true(path) if name in BOOLEANS else settings.effective(path)
            for name, path in SETTING_PATHS.items()
        },
    )


def _check_expression(expression: str, key: str) -> None:
    try:
        re.compile(expression)
    except re.error:
        raise UserError(key) from None


def _menu(entries: list[dict[str, Any] | None] | None) -> dict[str, MenuItem]:
    """The menu of a bean: unknown keys of the dial pad are dropped, unknown actions become none.

    :raises NullPointerError: for an entry without key or without action
    """
    menu = {}
    for entry in entries or ():
        if entry is None or entry["dialPad"] is None or entry["action"] is None:
            raise NullPointerError
        if entry["dialPad"] in DIAL_PADS:
            action = entry["action"] if entry["action"] in ACTIONS else None
            menu[entry["dialPad"]] = MenuItem(action, entry["parameter"])
    return menu


def _fill(exchange: Exchange, attendant: Attendant, values: dict[str, Any]) -> Attendant:
    """Merge the texts, replace menu, settings and branches: absent ones are emptied."""
    ATTENDANT.copy(values, attendant, only_present=True)
    _check_expression(attendant.allow_dial, "&error.invalid.allowDialExpression")
    _check_expression(attendant.deny_dial, "&error.invalid.denyDialExpression")
    named = (exchange.pbx.branches.named(name) for name in values["locations"] or ())
    attendant.branch_ids = [branch.id for branch in named if branch is not None and branch.id is not None]
    attendant.menu = _menu(values["autoattendantMenus"])
    given = values["autoattendantSettings"] or SETTINGS.read({})
    settings = _settings(attendant)
    for name, path in SETTING_PATHS.items():
        leaf = settings.tree.leaves[path]
        if name in BOOLEANS:
            settings.put(path, leaf.true_value if given[name] else leaf.false_value)
        else:
            settings.put(path, given[name] or "")
    return attendant


def _named(exchange: Exchange) -> Attendant:
    attendant = exchange.pbx.attendants.named(exchange.path["name"])
    if attendant is None:
        raise not_found()
    return attendant


def list_attendants(exchange: Exchange) -> Any:
    """All attendants."""
    return {"autoAttendands": [attendant_bean(exchange, attendant) for attendant in exchange.pbx.attendants]}


def create(exchange: Exchange) -> int | None:
    """A new attendant."""
    attendant = exchange.pbx.attendants.store(_fill(exchange, Attendant(None), exchange.json(ATTENDANT)))
    exchange.pbx.deploy()
    return attendant.id


def get(exchange: Exchange) -> Any:
    """One attendant by exact name."""
    return attendant_bean(exchange, _named(exchange))


def replace(exchange: Exchange) -> int | None:
    """Change an attendant."""
    values = exchange.json(ATTENDANT)
    attendant = _named(exchange)
    assert attendant.id is not None
    draft = exchange.pbx.attendants.draft(attendant.id)
    exchange.pbx.attendants.store(_fill(exchange, draft, values))
    exchange.pbx.deploy()
    return attendant.id


def delete(exchange: Exchange) -> None:
    """Delete an attendant that is neither built in nor used by a rule."""
    attendant = exchange.pbx.attendants.named(exchange.path["name"])
    if attendant is None:
        raise NullPointerError
    exchange.pbx.attendants.delete(attendant, exchange.pbx.rules.attendant_ids())
    exchange.pbx.deploy()


def get_generic(exchange: Exchange) -> Any:
    """The settings of the live attendant."""
    settings = service_settings(exchange.pbx, "live-attendant")
    return {name: settings.effective(path) for name, path in GENERIC_PATHS.items()}


def put_generic(exchange: Exchange) -> int:
    """Replace all eight settings; absent ones are blanked."""
    values = exchange.json(GENERIC)
    bulk_save(exchange, "live-attendant", [(path, values[name] or "") for name, path in GENERIC_PATHS.items()])
    return GENERIC_SETTINGS_ID


def get_special_mode(exchange: Exchange) -> Any:
    """Whether the special mode is on, and the selected attendant."""
    mode = exchange.pbx.system.special_mode
    selected = exchange.pbx.attendants.find(mode.attendant_id)
    return SPECIAL_MODE.write(
        None, specialAaName=None if selected is None else selected.name, useSpecialAa=mode.enabled
    )


def put_special_mode(exchange: Exchange) -> str:
    """Switch the mode, then select: with nothing selected before, the after-hours attendant is taken instead."""
    values = exchange.json(SPECIAL_MODE)
    mode = exchange.pbx.system.special_mode
    mode.enabled = values["useSpecialAa"]
    selected = exchange.pbx.attendants.named(values["specialAaName"])
    mode.select(None if selected is None else selected.id, exchange.pbx.after_hours_id())
    exchange.pbx.deploy()
    return values["specialAaName"] or ""


ROUTES = [
    Route("GET", BASE, list_attendants),
    Route("POST", BASE, create),
    Route("GET", f"{BASE}/settings", get_generic),
    Route("PUT", f"{BASE}/settings", put_generic),
    Route("GET", f"{BASE}/specialmode", get_special_mode),
    Route("PUT", f"{BASE}/specialmode", put_special_mode),
    Route("GET", ONE, get),
    Route("PUT", ONE, replace),
    Route("DELETE", ONE, delete),
]
