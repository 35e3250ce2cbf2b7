# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Call forwarding: one target for each of five conditions (``get_call_forwarding``, ``set_call_forwarding``)."""

from __future__ import annotations

import typing as t

from .._model.errors import ItemError
from .._model.field import Field
from .._model.wire import read_wire, write_wire
from .forwarding_targets import MOBILE_NUMBER, VOICE_MAILBOX, check_target, shown_target, wanted_target
from .service import AccountState, Service

CONDITIONS = (
    Field("unconditional", wire="FUNC", check=check_target),
    Field("not_online", wire="FNOL", check=check_target),
    Field("busy", wire="FBUS", check=check_target),
    Field("no_answer", wire="FNOA", check=check_target),
    Field("unavailable", wire="FUNV", check=check_target),
)
_KEYS = tuple(str(condition.wire) for condition in CONDITIONS)


class CallForwarding(Service):
    """The server keeps what a request does not name, and answers success before anybody knows what it stored."""

    field = Field("call_forwarding", "dict", options=CONDITIONS)

    def read(self, state: AccountState) -> dict[str, str]:
        shown = read_wire(CONDITIONS, state.api.read_map("get_call_forwarding", *_KEYS))
        return {name: shown_target(target, state.api.domain) for name, target in shown.items()}

    def translate(self, state: AccountState, wanted: t.Any, values: dict[str, t.Any]) -> t.Any:
        current = values[self.option]
        translated = {name: self._target(state, name, target) for name, target in wanted.items()}
        for name, target in translated.items():
            # The mailbox may also be stored by its address, which rings the same.
            if (
                target == VOICE_MAILBOX
                and current[name] not in ("", VOICE_MAILBOX)
                and self._is_mailbox(state, current[name])
            ):
                current[name] = VOICE_MAILBOX
        return translated

    def write(self, state: AccountState, wanted: t.Any, current: t.Any) -> bool:
        wanted = {option.name: wanted.get(option.name) or "" for option in CONDITIONS}
        differing = {name: target for name, target in wanted.items() if target != current[name]}
        result = state.api.write("set_call_forwarding", **write_wire(CONDITIONS, differing))
        state.complain("set_call_forwarding", result.complaint)
        self._prove(state, differing, self.read(state))
        return False

    def _target(self, state: AccountState, name: str, target: str) -> str:
        if target == MOBILE_NUMBER:
            number = state.api.identity().get("mobile_number")
            if not number:
                problem = f"{name} is {MOBILE_NUMBER}, but the account has no mobile number"
                raise ItemError(f"call_forwarding: {problem}; the server would store the word itself as an address")
            target = f"{number}"
        return wanted_target(target, state.api.domain)

    @staticmethod
    def _is_mailbox(state: AccountState, target: str) -> bool:
        if "mailbox" not in state.seen:
            account = state.api.read_map("get_voicemail").get("Account")
            state.seen["mailbox"] = shown_target(account, state.api.domain)
        return bool(state.seen["mailbox"]) and target == state.seen["mailbox"]

    def _prove(self, state: AccountState, written: t.Mapping[str, str], stored: t.Mapping[str, str]) -> None:
        """What the server stored.

        A platform that keeps mailboxes by absolute addresses shows nothing for a diversion to the keyword.
        """
        wrong = {name: stored[name] for name, target in written.items() if stored[name] != target}
        hidden = [name for name in wrong if written[name] == VOICE_MAILBOX and not wrong[name]]
        if hidden:
            state.notes.add(
                f"{state.api.address}: the server does not show forwarding to {VOICE_MAILBOX} ({', '.join(hidden)}), "
                "so it could not be verified and will be written again at each run. The mailbox's own address, which "
                "sipthor_info shows as voicemail.account, can be used instead and is shown."
            )
        rest = [name for name in wrong if name not in hidden]
        if rest:
            told = ", ".join(f"{name} is {wrong[name] or 'off'}, not {written[name] or 'off'}" for name in rest)
            raise ItemError(f"the server answered success, but call_forwarding did not take: {told}")
