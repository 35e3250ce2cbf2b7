# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Call forwarding, with and without schedules (``ForwardingResource``, ``CallFwdResource``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ....core.interface import Response
from ...integers import parsed_int
from ...state.errors import NullPointerError
from ...state.forwarding import TIMER_SETTING, CallSequence, ForwardingRing
from ..jackson import Bean, flag, list_of, text, whole_number
from ..representations import JSON, XML_OR_JSON, is_json, jackson_text, read_jackson, read_tree, represent
from ..restlet import Resource
from ..xstream import BOOLEAN, INT, STRING, Document, ListOf, Node
from ..xstream.schema import record
from ..xstream.unmarshal import unmarshal

#: the only texts that a ring's type is read from; any other becomes no type at all
RING_TYPES = ("If no response", "At the same time")
DEFAULT_TIMER = "proxy-configuration/SIPX_PROXY_DEFAULT_SERIAL_EXPIRES"

RING = record(
    "org.sipfoundry.sipxconfig.rest.ForwardingResource$RingRepresentation",
    expiration=INT,
    type=STRING,
    enabled=BOOLEAN,
    number=STRING,
)
SEQUENCE = Document(
    "call-sequence",
    record(
        "org.sipfoundry.sipxconfig.rest.ForwardingResource$CallSequenceRepresentation",
        rings=ListOf("ring", RING),
        expiration=INT,
        withVoicemail=BOOLEAN,
    ),
)
RING_BEAN = Bean(
    {"expiration": whole_number, "type": text, "enabled": flag, "number": text, "scheduleId": whole_number}
)
SEQUENCE_BEAN = Bean({"rings": list_of(RING_BEAN), "expiration": whole_number, "withVM": flag})


def _ring(values: Mapping[str, Any] | None) -> ForwardingRing:
    if values is None:
        raise NullPointerError
    ring_type = values.get("type")
    return ForwardingRing(
        number=values.get("number"),
        expiration=values.get("expiration") or 0,
        type=ring_type if ring_type in RING_TYPES else None,
        enabled=bool(values.get("enabled")),
        schedule_id=values.get("scheduleId"),
    )


class _Forwarding(Resource):
    modifiable = True

    def timer(self) -> int:
        """Seconds that the user's own phone rings first: the user's setting, else the proxy's default.

        :raises NumberFormatError: for a setting that is no number
        """
        own = self.server.users.settings(self.exchange.user).effective(TIMER_SETTING)
        return parsed_int(own or self.server.system.service("proxy").effective(DEFAULT_TIMER) or "0")

    def has_voicemail(self) -> bool:
        """Whether unanswered calls end in the mailbox."""
        return self.server.users.has_permission(self.exchange.user, "Voicemail")

    def store(self, rings: list[ForwardingRing], timer: int) -> None:
        """Replace all rings and the timer."""
        draft = self.server.users.draft(self.exchange.user_id)
        self.server.users.settings(draft).put(TIMER_SETTING, str(timer))
        self.server.users.store(draft)
        self.server.call_sequences.store(CallSequence(rings, id=self.exchange.user_id))


class Forwarding(_Forwarding):
    """Rings without schedules; PUT drops the schedules that rings had."""

    variants = XML_OR_JSON

    def get(self, variant: str) -> Response:
        rings = [RING.of(ring) for ring in self.server.call_sequences.of_user(self.exchange.user_id).rings]
        value = {"rings": rings, "expiration": self.timer(), "withVoicemail": self.has_voicemail()}
        return represent(self.exchange, SEQUENCE, value, variant)

    def put(self) -> None:
        tree = read_tree(self.exchange)
        if is_json(self.exchange):
            tree = _with_wrapped_rings(tree)
        values = unmarshal(tree, SEQUENCE)
        if values["rings"] is None:
            raise NullPointerError
        self.store([_ring(ring) for ring in values["rings"]], values["expiration"])


def _with_wrapped_rings(tree: Node) -> Node:
    """A JSON tree in the shape of the XML one: here the array stands for the rings themselves."""
    rings = [Node("ring", child.text, child.children) for child in tree.children if child.name == "rings"]
    others = [child for child in tree.children if child.name != "rings"]
    return Node(tree.name, tree.text, [*others, Node("rings", children=rings)] if rings else others)


class ScheduledForwarding(_Forwarding):
    """Rings with schedules. A ring that was stored without a type breaks GET."""

    variants = (JSON,)

    def get(self, variant: str) -> Response:
        rings = self.server.call_sequences.of_user(self.exchange.user_id).rings
        if any(ring.type is None for ring in rings):
            raise NullPointerError
        wire = [
            {
                "expiration": ring.expiration,
                "type": ring.type,
                "enabled": ring.enabled,
                "number": ring.number,
                "scheduleId": ring.schedule_id,
            }
            for ring in rings
        ]
        return jackson_text({"rings": wire, "expiration": self.timer(), "withVM": self.has_voicemail()})

    def put(self) -> None:
        values = read_jackson(self.exchange, SEQUENCE_BEAN)
        if values.get("rings") is None:
            raise NullPointerError
        rings = [_ring(ring) for ring in values["rings"]]
        for ring in rings:
            if ring.schedule_id is not None:
                self.server.schedules.get(ring.schedule_id)
        self.store(rings, values.get("expiration") or 0)
