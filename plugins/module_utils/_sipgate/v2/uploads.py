# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that travel as base64 inside of JSON."""

from __future__ import annotations

import base64

from ..._model.errors import ItemError
from ..files import content_of


def base64_of(path: str, longest: int) -> str:
    """The content of a file.

    :param longest: most characters that the service takes.
    :raises ItemError: the file cannot be read, is empty, or too long.
    """
    text = base64.b64encode(content_of(path)).decode("ascii")
    if not text:
        raise ItemError(f"{path} is empty")
    if len(text) > longest:
        raise ItemError(f"{path} is too large: the service takes at most {longest * 3 // 4} bytes")
    return text
