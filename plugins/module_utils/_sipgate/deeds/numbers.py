# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers among the options of a deed."""

from __future__ import annotations

import contextlib
import typing as t

from ..._model.errors import ItemError
from ..failures import FeatureMissing, Forbidden


def check_option(name: str, number: str, check: t.Callable[[str], None]) -> None:
    """Refuse a number that is none. :raises ItemError: naming the option."""
    try:
        check(number)
    except ValueError as error:
        raise ItemError(f"{name} {error}") from None


@contextlib.contextmanager
def source_explained(source: str | None) -> t.Iterator[None]:
    """The sending with a source. No call tells which numbers are verified, so only a 403 of the service says it."""
    try:
        yield
    except FeatureMissing:
        raise
    except Forbidden as error:
        if source is None:
            raise
        raise ItemError(
            f"source: {source} is not verified, or not for this login to use. Nothing was sent ({error.message}) "
            "Verify the number in the web portal of sipgate."
        ) from None
