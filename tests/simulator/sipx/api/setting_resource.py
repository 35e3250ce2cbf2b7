# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings sub-protocol, the same below every device and service that has settings.

Follows ``SettingBean``, ``SettingsList`` and ``BaseServiceApiImpl``: nothing is validated, an unknown path is silently
ignored on PUT, fatal on DELETE and 404 on GET.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from multidict import CIMultiDict

from ...core.interface import Response
from ..settings.tree import UnsupportedOperationError
from ..settings.values import Settings
from ..state.errors import NullPointerError
from ..state.server_state import ServerState
from ..state.users import Users
from . import media
from .beans import Bean, beans, ignored, text
from .exchange import Exchange
from .failures import not_found
from .routing import Route
from .setting_xml import setting_xml

SETTING = Bean(
    "SettingBean",
    [
        text("path"),
        text("type"),
        ignored("options"),
        text("value"),
        text("defaultValue"),
        text("label"),
        text("description"),
    ],
)
SETTINGS = Bean("SettingsList", [beans("settings", SETTING)])


@dataclass
class SettingOwner:
    """Who owns settings.

    :param settings: the settings of a draft; None for a device without any
    :param save: stores the draft
    :param forgiving: whether writes that find nothing to write to are silently ignored, as those of ports are
    """

    settings: Settings | None
    save: Callable[[], Any]
    forgiving: bool = False


Resolve = Callable[[Exchange], SettingOwner]


def read(settings: Settings, path: str) -> dict[str, Any]:
    """One setting, or the settings below a group.

    :raises Refusal: 404 for an unknown path, and for a leaf or group that is hidden itself
    :raises UnsupportedOperationError: for a path that goes on below a leaf
    """
    tree = settings.tree
    leaf = tree.leaves.get(path)
    if leaf is not None and not leaf.hidden:
        return settings.bean(leaf)
    if leaf is None and tree.is_visible_group(path):
        return {"settings": settings.beans(path)}
    if tree.is_below_leaf(path):
        raise UnsupportedOperationError
    raise not_found()


def setting_routes(base: str, resolve: Resolve, undeclared: bool = False) -> list[Route]:
    """The routes of the settings below a base path.

    :param base: template of the owner, e.g. ``/phones/{phone}``
    :param resolve: finds the owner that a request means
    :param undeclared: whether the resource class declares no media types, so that it prefers XML
    """

    def shown(exchange: Exchange, answer: dict[str, Any]) -> Any:
        if exchange.produces not in media.XML_TYPES:
            return answer
        return Response(200, setting_xml(answer), CIMultiDict({"Content-Type": exchange.produces}))

    def list_all(exchange: Exchange) -> Any:
        owner = resolve(exchange)
        if owner.settings is None:
            raise NullPointerError if owner.forgiving else not_found()
        return shown(exchange, {"settings": owner.settings.beans()})

    def get(exchange: Exchange) -> Any:
        settings = resolve(exchange).settings
        if settings is None:
            raise NullPointerError
        return shown(exchange, read(settings, exchange.path["path"]))

    def put(exchange: Exchange) -> None:
        owner = resolve(exchange)
        settings = _writable(owner)
        if settings is not None:
            settings.put(exchange.path["path"], exchange.text())
            owner.save()

    def delete(exchange: Exchange) -> None:
        owner, path = resolve(exchange), exchange.path["path"]
        settings = _writable(owner)
        if settings is not None:
            if not owner.forgiving or path in settings.tree.leaves:
                settings.revert(path)
            owner.save()

    one = f"{base}/settings/{{path}}"
    produces = media.UNDECLARED if undeclared else media.BEANS
    return [
        Route("GET", f"{base}/settings", list_all, produces=produces),
        Route("GET", one, get, produces=produces),
        Route("PUT", one, put, consumes=(media.TEXT,), produces=produces),
        Route("DELETE", one, delete, produces=produces),
    ]


def _writable(owner: SettingOwner) -> Settings | None:
    """The settings to write to; None where writing to a device without any is silently ignored."""
    if owner.settings is None and not owner.forgiving:
        raise not_found()
    return owner.settings


def bulk_values(exchange: Exchange) -> list[tuple[str, str]]:
    """The paths and values of a bulk write; a null value blanks its setting.

    :raises NullPointerError: without a list, or for an entry without a path
    """
    entries = exchange.json(SETTINGS)["settings"]
    if entries is None or any(entry is None or entry["path"] is None for entry in entries):
        raise NullPointerError
    return [(entry["path"], entry["value"] or "") for entry in entries]


def row_owner(
    table: Any, row: Any, settings_of: Callable[[Any], Settings | None], pbx: ServerState | None = None
) -> SettingOwner:
    """The owner that is a row of a table.

    :param table: where the row is stored
    :param row: the stored row
    :param settings_of: the settings of a draft of it
    :param pbx: the server that deploys the change, None for rows that are not deployed on edit
    """
    draft = table.draft(row.id)
    # Users check their names on every save, for the fax extension among their settings is one of them.
    store = table.save if isinstance(table, Users) else table.store

    def save() -> None:
        store(draft)
        if pbx is not None:
            pbx.deploy()

    return SettingOwner(settings_of(draft), save)
