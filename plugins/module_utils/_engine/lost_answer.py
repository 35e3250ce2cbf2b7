# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that are parts of one change: a lost answer is looked up where it is known what comes next."""

from __future__ import annotations

import typing as t

from .._model.errors import RemoteError


def surely(call: t.Callable[[], t.Any], is_done: t.Callable[[], bool]) -> None:
    """Carry out a call; when its answer is lost and it was not done, once more.

    Left to the engine, which looks at the whole object, half a change would be taken for how things were before.

    :param call: must do no harm when it is carried out twice.
    :param is_done: looks at the server.
    :raises RemoteError: it was refused, or lost twice.
    """
    try:
        call()
    except RemoteError as error:
        if error.outcome != RemoteError.UNKNOWN:
            raise
        if not is_done():
            call()
