# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of hunt groups, and turns in the order in which they ring (``/api/callgroups``)."""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError
from ..client import SipxClient, segment
from .deed import Deed, Params


def _groups(client: SipxClient) -> dict[str, dict[str, t.Any]]:
    return {str(row["extension"]): row for row in client.api_list("/callgroups", "callGroups") if row.get("extension")}


def _existing(groups: t.Mapping[str, t.Any], extension: str) -> t.Any:
    if extension not in groups:
        raise ItemError(f"hunt group {extension} does not exist on the server")
    return groups[extension]


def _look_for_copy(client: SipxClient, params: Params) -> dict[str, t.Any] | None:
    groups = _groups(client)
    _existing(groups, params["extension"])
    if params["new_extension"] in groups:
        return None
    return {"diff": {"before": {}, "after": {"extension": params["new_extension"], "enabled": False}}}


def _copy(client: SipxClient, params: Params) -> dict[str, t.Any]:
    # The answer has the id of the source, which addresses nothing.
    client.api_send(
        "POST", "/callgroups/{}/duplicate/{}".format(segment(params["extension"]), segment(params["new_extension"]))
    )
    return {"name": _groups(client)[params["new_extension"]].get("name")}


COPY_HUNT_GROUP = Deed(
    {"extension": {"type": "str", "required": True}, "new_extension": {"type": "str", "required": True}},
    _copy,
    look=_look_for_copy,
)


def _order(group: t.Mapping[str, t.Any]) -> list[str]:
    return [str(ring.get("userName")) for ring in group.get("ringBeans") or []]


def _look_at_order(client: SipxClient, params: Params) -> dict[str, t.Any] | None:
    groups = _groups(client)
    if params["extensions"]:
        for extension in params["extensions"]:
            _existing(groups, extension)
        return {}
    users = _order(_existing(groups, params["extension"]))
    last = params["last_user"]
    if last not in users:
        raise ItemError(f"user {last!r} does not ring in the hunt group {params['extension']}")
    if users[-1] == last:
        return None
    turned = users[users.index(last) + 1 :] + users[: users.index(last) + 1]
    return {"diff": {"before": {"rings": users}, "after": {"rings": turned}}}


def _rotate(client: SipxClient, params: Params) -> dict[str, t.Any]:
    if params["extensions"]:
        client.api_send("POST", "/callgroups/rotate", {"strings": params["extensions"]})
        return {}
    ring = _extension_of(client, params["last_user"])
    client.api_send("POST", "/callgroups/{}/rotate/{}".format(segment(params["extension"]), segment(ring)))
    return {}


def _extension_of(client: SipxClient, user_name: str) -> str:
    """What the server calls a ring: the user name if it is a number, else the shortest alias that is one."""
    if user_name.isdigit():
        return user_name
    row = client.api_map("/users/" + segment(user_name))
    numbers = sorted((alias for alias in row.get("aliases") or [] if alias.isdigit()), key=len)
    if not numbers:
        raise ItemError(f"user {user_name!r} has no number, and the server finds rings by number")
    return str(numbers[0])


ROTATE_HUNT_GROUP = Deed(
    {
        "extension": {"type": "str"},
        "last_user": {"type": "str"},
        "extensions": {"type": "list", "elements": "str"},
    },
    _rotate,
    look=_look_at_order,
    constraints={
        "required_one_of": [("extension", "extensions")],
        "mutually_exclusive": [("extension", "extensions")],
        "required_together": [("extension", "last_user")],
    },
)
