# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Privacy: whether outgoing calls hide the caller id (``set_privacy_on``, ``set_privacy_off``).

It is a membership in the group ``anonymous``, which no call shows. Leaving a group that one is not in looks like
success; entering one that one is in already is refused with the code 1030 (``library/rating.php``).
"""

from __future__ import annotations

import typing as t

from .._http.errors import RequestError
from .._model.field import Field
from .failures import code_of
from .service import AccountState, Service

_MEMBER_ALREADY = "1030"


class Privacy(Service):
    """Nothing reads it, so it is written by the rules of ``update_unreadable``."""

    field = Field("privacy", "bool", readable=False)

    def read(self, state: AccountState) -> None:
        return None

    def write(self, state: AccountState, wanted: t.Any, current: t.Any) -> bool:
        action = "set_privacy_on" if wanted else "set_privacy_off"
        try:
            result = state.api.write(action)
        except RequestError as error:
            if wanted and code_of(error) == _MEMBER_ALREADY:
                return True
            raise
        state.complain(action, result.complaint)
        if not wanted:
            state.notes.add(
                f"{state.api.address}: privacy is off, but the server does not tell whether it was on before, so the "
                "task counts as changed."
            )
        return False
