# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Logging in and out, and the actions that do nothing."""

from __future__ import annotations

from typing import Any

from .declaration import Action, Parameter
from .invocation import Invocation


def _create(invocation: Invocation, subject: Any) -> None:
    user = invocation.service.sessions.log_in(invocation["Username"], invocation["Password"])
    invocation.session = invocation.service.sessions.open(user)


def _destroy(invocation: Invocation, subject: Any) -> None:
    if invocation.session:
        invocation.service.sessions.close(invocation.session)
    invocation.session = None


ACTIONS = (
    Action("SessionCreate", (Parameter("Username"), Parameter("Password")), handler=_create, needs_session=False),
    Action("SessionDestroy", handler=_destroy),
    Action("Echo", needs_session=False),
    Action("NoOp", needs_session=False),
)
