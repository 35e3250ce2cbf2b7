# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/callgroups`` (``CallGroupApiImpl``)."""

from __future__ import annotations

from typing import Any

from ..integers import parsed_int
from ..state.errors import NullPointerError
from ..state.forwarding import TIMER_SETTING
from ..state.hunt_groups import PARALLEL, SEQUENTIAL, HuntGroup, Ring
from ..state.server_state import ServerState
from ..state.users import User
from .beans import Bean, beans, boolean, int_, text, texts
from .exchange import NO_CONTENT, Exchange
from .failures import Refusal
from .routing import Route

BASE, ONE = "/callgroups", "/callgroups/{ext}"
COPY_PREFIX = "CopyOf"
#: how long a user's phone rings when the user set no timer (``SIPX_PROXY_DEFAULT_SERIAL_EXPIRES``)
DEFAULT_TIMER = "20"

RING = Bean(
    "RingBean",
    [
        text("userName", attribute=None),
        text("typeStr", attribute=None),
        int_("expiration"),
        boolean("enabled"),
    ],
    lenient=True,
)
HUNT_GROUP = Bean(
    "CallGroupBean",
    [
        text("name"),
        text("extension"),
        text("did"),
        text("description"),
        boolean("enabled"),
        text("fallbackDestination"),
        boolean("voicemailFallback", default=True),
        boolean("userForward", default=True),
        boolean("useFwdTimers"),
        beans("ringBeans", RING),
    ],
)
STRING_LIST = Bean("StringsList", [texts("strings")])


def _ring_user(pbx: ServerState, ring: Ring) -> User:
    assert ring.user_id is not None
    return pbx.users.get(ring.user_id)


def _ring_bean(exchange: Exchange, group: HuntGroup, index: int, ring: Ring) -> dict[str, Any]:
    pbx = exchange.pbx
    user = _ring_user(pbx, ring)
    expiration = ring.expiration
    if group.user_forward and group.use_fwd_timers:
        expiration = parsed_int(pbx.users.settings(user).effective(TIMER_SETTING) or DEFAULT_TIMER)
    first = index == 0 and exchange.quirk("first_ring_type_null")
    return RING.write(
        ring,
        userName=user.user_name,
        typeStr=None if first else ring.type or SEQUENTIAL,
        expiration=expiration,
        enabled=True if exchange.quirk("ring_enabled_not_stored") else ring.enabled,
    )


def hunt_group_bean(exchange: Exchange, group: HuntGroup) -> dict[str, Any]:
    """A hunt group as GET shows it; there is no id, and the first ring shows no type."""
    rings = [_ring_bean(exchange, group, index, ring) for index, ring in enumerate(group.rings)]
    return HUNT_GROUP.write(group, ringBeans=rings)


def _fill(exchange: Exchange, group: HuntGroup, values: dict[str, Any]) -> HuntGroup:
    HUNT_GROUP.copy(values, group)
    group.rings = []
    for ring in values["ringBeans"] or ():
        if ring is None:
            raise NullPointerError
        user = exchange.pbx.users.named(ring["userName"])
        kind = ring["typeStr"] if ring["typeStr"] in (SEQUENTIAL, PARALLEL) else None
        group.rings.append(Ring(None if user is None else user.id, ring["expiration"], kind, ring["enabled"]))
    return group


def list_groups(exchange: Exchange) -> Any:
    """All hunt groups."""
    return {"callGroups": [hunt_group_bean(exchange, group) for group in exchange.pbx.hunt_groups]}


def list_prefix(exchange: Exchange) -> Any:
    """The hunt groups whose extension starts with a prefix; 500 without a body if any group has no extension."""
    groups = list(exchange.pbx.hunt_groups)
    if any(group.extension is None for group in groups):
        raise Refusal(500)
    prefix = exchange.path["prefix"]
    matching = [group for group in groups if (group.extension or "").startswith(prefix)]
    return {"callGroups": [hunt_group_bean(exchange, group) for group in matching]}


def create(exchange: Exchange) -> int | None:
    """A new hunt group."""
    return exchange.pbx.hunt_groups.save(_fill(exchange, HuntGroup(None), exchange.json(HUNT_GROUP))).id


def get(exchange: Exchange) -> Any:
    """The first group whose name, extension or DID is the text; 204 for none."""
    found = exchange.pbx.hunt_groups.matching(exchange.path["ext"])
    if found:
        return hunt_group_bean(exchange, found[0])
    if exchange.quirk("callgroup_missing_204"):
        return NO_CONTENT
    raise Refusal(404)


def _with_extension(exchange: Exchange) -> HuntGroup:
    """A draft of the group with exactly the extension in the path."""
    group = exchange.pbx.hunt_groups.with_extension(exchange.path["ext"])
    if group is None or group.id is None:
        if exchange.quirk("callgroup_put_missing_500"):
            raise NullPointerError
        raise Refusal(404)
    return exchange.pbx.hunt_groups.draft(group.id)


def replace(exchange: Exchange) -> int | None:
    """Replace all shown properties and all rings."""
    values = exchange.json(HUNT_GROUP)
    return exchange.pbx.hunt_groups.save(_fill(exchange, _with_extension(exchange), values)).id


def delete(exchange: Exchange) -> None:
    """Delete every group whose name, extension or DID is the text, also when there is none."""
    for group in exchange.pbx.hunt_groups.matching(exchange.path["ext"]):
        assert group.id is not None
        exchange.pbx.hunt_groups.remove(group.id)


def duplicate(exchange: Exchange) -> int | None:
    """Make a disabled copy under a new extension; the answer is the id of the source."""
    copy = _with_extension(exchange)
    source_id, copy.id = copy.id, None
    copy.enabled, copy.did, copy.extension = False, None, exchange.path["newExt"]
    copy.name = f"{COPY_PREFIX}{'null' if copy.name is None else copy.name}"
    while exchange.pbx.aliases.in_use(copy.name):
        copy.name = f"{COPY_PREFIX}{copy.name}"
    exchange.pbx.hunt_groups.save(copy)
    return source_id


def _rotated(exchange: Exchange, group: HuntGroup, extension: str) -> bool:
    """Rotate the rings left until that of an extension is the last one; False when it already is."""
    users = exchange.pbx.users
    extensions = [users.extension(_ring_user(exchange.pbx, ring)) for ring in group.rings]
    if extension not in extensions:
        return True
    place = extensions.index(extension) + 1
    if place == len(extensions):
        return False
    group.rings = group.rings[place:] + group.rings[:place]
    exchange.pbx.hunt_groups.store(group)
    return True


def rotate(exchange: Exchange) -> Any:
    """Make the ring of an extension the last one; the id, or the text of the path when it was the last already."""
    group = _with_extension(exchange)
    group_id = group.id
    return group_id if _rotated(exchange, group, exchange.path["ringExt"]) else exchange.path["ext"]


def rotate_by_last_answer(exchange: Exchange) -> None:
    """Rotate groups so that who answered last rings last, as the call records tell."""
    pbx = exchange.pbx
    for extension in exchange.json(STRING_LIST)["strings"] or ():
        group = pbx.hunt_groups.with_extension(extension)
        answered = [record for record in pbx.call_records.ended() if record.callee == extension and record.recipient]
        if group is not None and group.id is not None and answered:
            last = max(answered, key=lambda record: record.start)
            _rotated(exchange, pbx.hunt_groups.draft(group.id), last.recipient or "")


ROUTES = [
    Route("GET", BASE, list_groups),
    Route("POST", BASE, create),
    Route("GET", f"{BASE}/prefix/{{prefix}}", list_prefix),
    Route("POST", f"{BASE}/rotate", rotate_by_last_answer),
    Route("GET", ONE, get),
    Route("PUT", ONE, replace),
    Route("DELETE", ONE, delete),
    Route("POST", f"{ONE}/duplicate/{{newExt}}", duplicate),
    Route("POST", f"{ONE}/rotate/{{ringExt}}", rotate),
]
