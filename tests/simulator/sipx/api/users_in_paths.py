# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users in the paths of registrations and call records: an internal id first, then a user name or alias."""

from __future__ import annotations

from ..state.server_state import ServerState
from ..state.users import User
from .failures import not_found
from .routing import as_id

#: what 404 says, with two blanks
USER_MISSING = "User  not found"


def find_user(pbx: ServerState, text: str) -> User:
    """The user that a text means; a numeric text is tried as internal id before it is tried as name.

    :raises Refusal: 404
    """
    user = pbx.users.find(as_id(text)) or pbx.users.named_or_aliased(text)
    if user is None:
        raise not_found(USER_MISSING)
    return user
