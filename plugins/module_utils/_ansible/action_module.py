# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules for deeds that are no state: a call, a message, a restart."""

from __future__ import annotations

import typing as t

from .._model.errors import CallError, ItemError, RemoteError, internal_error
from .platform import Platform
from .session import connected, platform_spec
from .voip_module import VoipModule, run


def run_action(
    platform: Platform,
    options: dict[str, dict[str, t.Any]],
    check: t.Callable[[t.Mapping[str, t.Any]], None],
    act: t.Callable[[t.Any, t.Mapping[str, t.Any]], dict[str, t.Any]],
    look: t.Callable[[t.Any, t.Mapping[str, t.Any]], dict[str, t.Any] | None] | None = None,
    **constraints: t.Any,
) -> None:
    """Be a module that does something at every run.

    In check mode everything is checked that can be checked without the server, and nothing is sent. Nothing is ever
    sent twice: the deed's requests are not repeatable.

    :param options: argument spec of the deed.
    :param check: raises ``CallError`` or ``ItemError`` for parameters that cannot be carried out.
    :param act: does it; gets the client and the parameters, and returns what the result should hold.
    :param look: for deeds of which the server tells whether they are done already: reads, in check mode too, and
        returns what the result should hold before the deed, or ``None`` when there is nothing to do.
    :param constraints: ``required_if`` and its like, as for ``AnsibleModule``.
    """
    module = VoipModule({**options, **platform_spec(platform)}, supports_check_mode=True, **constraints)

    def work(module: VoipModule) -> dict[str, t.Any]:
        check(module.params)
        if module.check_mode and look is None:
            return {"changed": True}
        with connected(module, platform) as client:
            seen = look(client, module.params) if look is not None else {}
            if seen is None:
                return {"changed": False, "diff": {"before": {}, "after": {}}}
            if module.check_mode:
                return {"changed": True, **seen}
            try:
                return {"changed": True, **seen, **act(client, module.params)}
            except (CallError, ItemError, RemoteError):
                raise
            except Exception as error:  # an answer that was not understood may have been a success
                text = f"{internal_error(error)} It may have been done; look before you run it again."
                raise RemoteError(text, RemoteError.UNKNOWN) from None

    run(module, work)
