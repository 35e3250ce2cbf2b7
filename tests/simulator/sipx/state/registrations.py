# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registrations of phones, which the server keeps in MongoDB (``RegistrationContextImpl``)."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import SIPXCONFIG
from .table import Table


@dataclass
class Registration:
    """One binding of an address of record.

    :param user_name: user part of the address
    :param identity: ``USER@DOMAIN``
    :param primary: address of the registrar that has it
    :param expires: seconds since the epoch
    :param instrument: serial number of the phone
    """

    user_name: str
    identity: str
    uri: str
    contact: str
    call_id: str
    expires: float
    primary: str
    instrument: str | None = None
    id: int | None = None


class Registrations(Table[Registration]):
    """The registrations."""

    row_type = Registration
    entity = f"{SIPXCONFIG}.registrar.Registration"

    def __init__(self) -> None:
        super().__init__()
        self._by_user_name: dict[str, dict[int, None]] = {}

    def _index(self, row: Registration) -> None:
        assert row.id is not None
        self._by_user_name.setdefault(row.user_name, {})[row.id] = None

    def _unindex(self, row: Registration) -> None:
        assert row.id is not None
        self._by_user_name[row.user_name].pop(row.id, None)

    def of_user_name(self, user_name: str) -> list[Registration]:
        """The bindings of a user."""
        return [self.get(row_id) for row_id in self._by_user_name.get(user_name, ())]
