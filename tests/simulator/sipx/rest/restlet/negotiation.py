# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of a resource's media types GET returns (``MediaType.includes``, ``ClientInfo.getPreferredVariant``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_ENTRY = re.compile(r"([^\s,;]+)([^,]*)")
_QUALITY = re.compile(r";\s*q\s*=\s*([01](?:\.\d*)?)", re.I)


@lru_cache(maxsize=256)
def _preferences(accept: str) -> tuple[tuple[str, float], ...]:
    """The entries of an Accept header with their qualities, the exact ones first."""
    entries = [
        (found[1].lower(), float(quality[1]) if (quality := _QUALITY.search(found[2])) else 1.0)
        for found in _ENTRY.finditer(accept)
    ]
    return tuple(sorted(entries, key=lambda entry: entry[0].count("*"))) or (("*/*", 1.0),)


def _includes(preferred: str, offered: str) -> bool:
    """Whether an Accept entry covers a media type; one that is itself a range is covered only by a wider range.

    A resource that offers anything is covered by anything.
    """
    if preferred in ("*/*", "*", offered) or offered == "*/*":
        return True
    main, _unused, sub = preferred.partition("/")
    offered_main, _unused, offered_sub = offered.partition("/")
    return main == offered_main and (sub == "*" or (sub.startswith("*+") and offered_sub.endswith(sub[2:])))


def preferred_variant(accept: str | None, variants: Sequence[str]) -> str | None:
    """The media type with the highest quality; the first one wins a tie.

    :param accept: the Accept header, None when there is none
    :param variants: what the resource offers, in its order
    :return: one of the variants, None when none is acceptable
    """
    preferences = _preferences(accept or "*/*")
    best, best_quality = None, 0.0
    for variant in variants:
        quality = next((quality for media_type, quality in preferences if _includes(media_type, variant)), 0.0)
        if quality > best_quality:
            best, best_quality = variant, quality
    return best
