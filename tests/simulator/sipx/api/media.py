# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Content negotiation of ``/api`` (CXF 3.0)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

JSON, TEXT, MULTIPART = "application/json", "text/plain", "multipart/form-data"
XML_TYPES = ("text/xml", "application/xml")
#: what nearly every resource class produces and consumes, in this order
BEANS = (JSON, *XML_TYPES)
#: what resources without a declaration of their own produce: XML unless JSON is asked for
UNDECLARED = ("application/xml", "text/xml", JSON)
AUDIO = ("audio/x-wav", "audio/mpeg")
PDF = ("application/pdf",)
#: path suffix, and value of ``?_type=``, to the media type that replaces the Accept header
SUFFIXES = {"json": JSON, "xml": "application/xml"}


def _split(header: str) -> list[tuple[str, float]]:
    ranges = []
    for part in header.split(","):
        media_type, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            name, _unused, value = parameter.partition("=")
            if name.strip().lower() == "q":
                try:
                    quality = float(value)
                except ValueError:
                    quality = 0.0
        if media_type:
            ranges.append((media_type.lower(), quality))
    return ranges


def _covers(media_range: str, media_type: str) -> bool:
    range_type, _unused, range_subtype = media_range.partition("/")
    type_, _unused, subtype = media_type.partition("/")
    return range_type in ("*", type_) and range_subtype in ("*", "", subtype)


def _matches(one: str, other: str) -> bool:
    return _covers(one, other) or _covers(other, one)


def chosen(accept: str | None, produced: Sequence[str]) -> str | None:
    """The media type of the answer.

    :param accept: the Accept header, None for none
    :param produced: what the resource produces, preferred first
    :returns: the produced type that the best range covers, None if no range covers any
    """
    ranges = [entry for entry in _split(accept or "*/*") if entry[1] > 0] or []
    for media_range, _unused in sorted(ranges, key=lambda entry: entry[1], reverse=True):
        for media_type in produced:
            if _matches(media_range, media_type):
                return media_type
    return None


def consumable(content_type: str | None, consumed: Iterable[str]) -> bool:
    """Whether a resource takes a request's Content-Type; without one, anything goes."""
    if content_type is None:
        return True
    media_type = content_type.partition(";")[0].strip().lower()
    return any(_matches(media_type, known) for known in consumed)
