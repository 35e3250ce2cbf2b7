# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do Not Disturb: the temporary accept rule (``set_dnd_on``, ``set_dnd_off``; read by ``get_accept_rules``).

Both writes read all accept rules, replace the temporary one and write everything back without the day masks of the
persistent rules. What the back end makes of these is not known, so they are compared before and after.
"""

from __future__ import annotations

import json
import typing as t

from .._model.errors import ItemError, RemoteError
from .._model.field import Field
from .service import AccountState, Service

_NOBODY = "nobody"
_EVERYBODY = "everybody"


def _check(value: t.Mapping[str, t.Any]) -> None:
    if value.get("enabled") is None:
        raise ValueError("needs enabled")
    timed = [name for name in ("duration", "restart") if value.get(name)]
    if not value["enabled"] and timed:
        raise ValueError("has no {} when enabled is false".format(" and no ".join(timed)))


class DoNotDisturb(Service):
    """On means that the temporary rule lets nobody through; any other rule, and none, means off."""

    field = Field(
        "do_not_disturb",
        "dict",
        clearable=False,
        check=_check,
        options=(
            Field("enabled", "bool"),
            # The server counts it down, so it is no state: it says how to switch on, not how things are.
            Field("duration", "int", readable=False, minimum=0),
            # No record ever shows it, so it always differs.
            Field("restart", "bool"),
            Field("risk_accept_rules", "bool", readable=False),
        ),
    )

    def read(self, state: AccountState) -> dict[str, t.Any]:
        rules = state.api.read_map("get_accept_rules", "temporary")
        state.seen[self.option] = rules
        return {"enabled": _NOBODY in _groups(rules)}

    def translate(self, state: AccountState, wanted: t.Any, values: dict[str, t.Any]) -> t.Any:
        wanted = dict(wanted)
        risk = wanted.pop("risk_accept_rules", False)
        writes = wanted.get("restart") or wanted["enabled"] != values[self.option]["enabled"]
        endangered = _endangered(state.seen[self.option])
        if writes and endangered and not risk:
            raise ItemError(
                f"do_not_disturb would be switched, which can destroy the account's accept rules ({endangered}): the "
                "server writes them back incompletely, and no call restores them. Set risk_accept_rules to do it "
                "nevertheless; they are compared afterwards"
            )
        return wanted

    def write(self, state: AccountState, wanted: t.Any, current: t.Any) -> bool:
        before = _persistent(state.seen[self.option])
        action = "set_dnd_on" if wanted["enabled"] else "set_dnd_off"
        parameters = {"duration": str(wanted["duration"])} if wanted.get("duration") else {}
        lost_answer = None
        try:
            result = state.api.write(action, **parameters)
            state.complain(action, result.complaint)
        except RemoteError as error:
            if error.outcome != RemoteError.UNKNOWN:
                raise
            # Whoever looked later would not know what rules there were.
            lost_answer = error
        is_on = self._compared(state, before)
        if is_on != wanted["enabled"]:
            if lost_answer is not None:
                raise lost_answer
            raise ItemError(f"the server answered success to {action}, but do_not_disturb is {_word(is_on)}")
        return False

    def _compared(self, state: AccountState, before: t.Any) -> bool:
        """Whether it is on now. :raises ItemError: the persistent rules are not those of before."""
        try:
            is_on = bool(self.read(state)["enabled"])
        except RemoteError as error:
            if not before:
                raise
            raise ItemError(
                "do_not_disturb was sent, but it could not be seen whether the persistent accept rules are still "
                f"there. These were in force before: {_shown(before)}. {error.message}"
            ) from None
        if before != _persistent(state.seen[self.option]):
            raise ItemError(
                "do_not_disturb was switched, but the server lost persistent accept rules. These were in force before, "
                f"enter them again in the account's settings: {_shown(before)}"
            )
        return is_on


def _groups(rules: t.Mapping[str, t.Any]) -> list[str]:
    temporary = rules.get("temporary")
    return list((temporary.get("groups") if isinstance(temporary, dict) else None) or [])


def _persistent(rules: t.Mapping[str, t.Any]) -> t.Any:
    return rules.get("persistent") or {}


def _endangered(rules: t.Mapping[str, t.Any]) -> str:
    """The rules that a switch may destroy, in words."""
    parts = [f"persistent: {_shown(_persistent(rules))}"] if _persistent(rules) else []
    custom = [group for group in _groups(rules) if group not in (_NOBODY, _EVERYBODY)]
    if custom:
        parts.append("temporary: " + ", ".join(custom))
    return "; ".join(parts)


def _shown(rules: t.Any) -> str:
    return json.dumps(rules, sort_keys=True)


def _word(is_on: bool) -> str:
    return "on" if is_on else "off"
