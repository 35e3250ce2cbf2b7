# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two libraries that modules need, imported so that their absence becomes a message instead of a traceback."""

from __future__ import annotations

import traceback

REQUESTS_ERROR: str | None = None
LXML_ERROR: str | None = None

try:
    import requests
    import urllib3
except ImportError:
    requests = None  # type: ignore[assignment]
    urllib3 = None  # type: ignore[assignment]
    REQUESTS_ERROR = traceback.format_exc()

try:
    from lxml import etree
except ImportError:
    etree = None  # type: ignore[assignment]
    LXML_ERROR = traceback.format_exc()


def missing_libraries() -> list[tuple[str, str]]:
    """Name and import error of each library that is not installed."""
    found = (("requests", REQUESTS_ERROR), ("lxml", LXML_ERROR))
    return [(name, error) for name, error in found if error is not None]


__all__ = ["etree", "missing_libraries", "requests", "urllib3"]
