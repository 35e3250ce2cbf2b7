# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only the commercial edition of the server has."""

from __future__ import annotations

import contextlib
import typing as t

from .._http.errors import RequestError
from .failures import NoSuchEndpoint


@contextlib.contextmanager
def commercial(feature: str) -> t.Iterator[None]:
    """Says in clear words that the server is of the other edition.

    :param feature: what the server lacks.
    """
    try:
        yield
    except NoSuchEndpoint as error:
        raise RequestError(
            error.method,
            error.path,
            f"was answered {error.status}: this server has no {feature}",
            error.status,
            remedy="Only the commercial edition of sipXcom has them.",
        ) from None
