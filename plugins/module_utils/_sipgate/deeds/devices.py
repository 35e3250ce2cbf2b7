# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The device that a deed is for, by alias and user."""

from __future__ import annotations

from ansible.module_utils.common.warnings import warn

from ..v2.directory import Directory
from ..v2.endpoints import is_literal, joined
from .deed import Params


def named_device(directory: Directory, params: Params) -> str:
    """The full name of the device, or its id where that was given. :raises ItemError: there is no such user."""
    user = directory.emails()[directory.user_id(params["user"])]
    alias = params["alias"]
    return str(alias) if is_literal(alias) else joined(user, alias)


def is_missing(directory: Directory, name: str) -> bool:
    """Whether there is no such device, with a warning: in check mode, an earlier task may be about to make it."""
    if name in directory.known("device"):
        return False
    warn(f"device {name!r} does not exist on the server, so it must exist in a real run")
    return True
