# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Placing calls and the scripts that route them: out of scope, with canned answers and without an effect."""

from __future__ import annotations

import re
from typing import Any

from ..authority import Caller
from ..store.table import Row
from ..wire.rendering import CPL_NAMESPACE, XMLNS
from . import subjects
from .declaration import Action, Parameter, nothing, optional
from .invocation import Invocation
from .syntax import like

_SIP_ADDRESS = like(re.compile(r"(sips?:)?[^\s@]+@[^\s@]+\Z"))
_ENDS = (Parameter("FromAddress", _SIP_ADDRESS), Parameter("ToAddress"))
_ADDRESS = Parameter("Address")
_SCRIPT = f'<cpl xmlns="{CPL_NAMESPACE}"><incoming/></cpl>'


def _script(invocation: Invocation, address: Row) -> dict[str, Any]:
    return {
        "Cpl": {
            "Username": address["Username"],
            "Domain": invocation.store.domain(address["OrganizationId"]),
            "Text": _SCRIPT,
            "Xml": {"cpl": {XMLNS: CPL_NAMESPACE, "incoming": ""}},
        }
    }


ACTIONS = (
    Action("CallSetup", _ENDS, handler=nothing, needs_session=False),
    Action("AuthCallSetup", _ENDS, handler=nothing),
    Action("CplRead", (_ADDRESS,), subjects.address(rule=Caller.covers_or_owns), _script),
    Action("CplEdit", (_ADDRESS, optional("Cpl")), subjects.address(), _script, writes=True),
    Action("CplValidate", (optional("Cpl"),)),
)
