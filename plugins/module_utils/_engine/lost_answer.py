# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that are parts of one change: a lost answer is looked up where it is known what comes next."""

from __future__ import annotations

import typing as t

from .._model.errors import RemoteError


def surely(call: t.Callable[[], t.Any], is_done: t.Callable[[], bool], harmless: bool = True) -> None:
    """Carry out a call; when its answer is lost and it was not done, once more.

    Left to the engine, which looks at the whole object, half a change would be taken for how things were before.

    :param is_done: looks at the server.
    :param harmless: whether the call may be carried out twice. If not, it is not sent again when only the time was up,
        because the server may still be at work on it.
    :raises RemoteError: it was refused, lost twice, or may still be carried out.
    """
    try:
        call()
    except RemoteError as error:
        if error.outcome != RemoteError.UNKNOWN:
            raise
        if is_done():
            return
        if error.pending and not harmless:
            raise
        call()
