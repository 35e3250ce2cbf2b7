# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One request on its way through a resource."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from ....core.interface import Call, Request
from ...state.server_state import ServerState
from ...state.users import User

if TYPE_CHECKING:
    from ...twin import SipxTwin


@dataclass
class Exchange:
    """What a resource knows of its request.

    :param request: the request
    :param call: its line in the journal
    :param twin: the twin, for its knobs and clock
    :param caller: who calls, None for anonymous callers
    :param variables: the variables of the template, not percent-decoded
    """

    request: Request
    call: Call
    twin: SipxTwin
    caller: User | None
    variables: Mapping[str, str]

    @property
    def server(self) -> ServerState:
        """The state of the server."""
        return self.twin.pbx

    @property
    def user(self) -> User:
        """The authenticated user, on whom everything below ``/my`` acts."""
        assert self.caller is not None
        return self.caller

    @property
    def user_id(self) -> int:
        """The id of the authenticated user."""
        assert self.user.id is not None
        return self.user.id

    def knob(self, name: str) -> Any:
        """The value of a knob."""
        return self.twin.knobs[name]

    @cached_property
    def _query(self) -> dict[str, str]:
        pairs = parse_qsl(self.request.query, keep_blank_values=True)
        return dict(reversed(pairs))

    def query(self, name: str) -> str | None:
        """The first value of a query parameter, decoded; None when it is not there."""
        return self._query.get(name)

    def is_down(self, service: str) -> bool:
        """Whether a scripted fault takes down a service that the server is about to ask.

        :param service: what the fault names in ``match.backend``: ``ivr``, ``callresolver`` or ``freeswitch``
        """
        return self.twin.backend_fault(service) is not None
