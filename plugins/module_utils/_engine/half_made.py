# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects that take several calls to make: all of an object comes to be, or nothing of it stays."""

from __future__ import annotations

import contextlib
import typing as t

from .._model.errors import ItemError, RemoteError


@contextlib.contextmanager
def removed_unless_finished(what: str, remove: t.Callable[[], t.Any]) -> t.Iterator[None]:
    """The rest of a creation: when it fails, what was made already is removed again.

    Not when it is unknown whether a call was carried out: then the object stays, because the engine looks what is there
    and finishes it.

    :param what: is left behind when the removal fails, in words (``the line p7``).
    :param remove: removes it.
    :raises ItemError, RemoteError: what the block raised; when the removal failed, with what is left behind.
    """
    try:
        yield
    except (ItemError, RemoteError) as error:
        if isinstance(error, RemoteError) and error.outcome == RemoteError.UNKNOWN:
            raise
        try:
            remove()
        except RemoteError as second:
            text = (
                f"{error.message} {what} could not be removed again and is left behind: {second.message} "
                "Remove it before you run again, or it is taken for finished."
            )
            raise RemoteError(text, RemoteError.REFUSED) from None
        raise
