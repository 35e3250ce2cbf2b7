# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A postal address, as branches and user profiles carry it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Address:
    """One row of the address table; a branch stores a new row, with a new id, at every update."""

    id: int | None = None
    street: str | None = None
    city: str | None = None
    country: str | None = None
    state: str | None = None
    zip: str | None = None
    office_designation: str | None = None
