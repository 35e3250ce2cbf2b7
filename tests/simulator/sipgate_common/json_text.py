# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON as the servers write it."""

from __future__ import annotations

import json
from typing import Any

from multidict import CIMultiDict

from ..core.interface import Response

JSON = "application/json"


def compact(value: Any) -> bytes:
    """UTF-8 without spaces between the tokens."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def json_response(value: Any, status: int = 200) -> Response:
    """An answer with a JSON body."""
    return Response(status, compact(value), CIMultiDict({"Content-Type": JSON}))
