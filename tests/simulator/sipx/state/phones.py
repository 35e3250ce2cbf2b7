# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phones and their lines (``PhoneContextImpl``, ``Phone``, ``Line``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..catalogue import PHONE_MODELS, Model
from .errors import SIPXCONFIG, DomainError, NullPointerError
from .groups import Groups
from .members import MemberTable
from .table import Table

PHONE_CONTEXT = f"{SIPXCONFIG}.phone.PhoneContextImpl"


@dataclass
class Phone:
    """A row of the phone table.

    :param serial_number: MAC as 12 lower-case hex digits for most models
    :param device_version: version token of the model, None for none
    """

    serial_number: str | None
    model_id: str
    device_version: str | None = None
    description: str | None = None
    group_ids: list[int] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    id: int | None = None

    @property
    def model(self) -> Model:
        """The device model, from the catalogue."""
        return PHONE_MODELS[self.model_id]


class Phones(MemberTable[Phone]):
    """The phone table."""

    row_type = Phone
    entity = f"{SIPXCONFIG}.phone.Phone"

    def __init__(self, groups: Groups) -> None:
        super().__init__(groups)
        self._by_serial: dict[str, int] = {}

    def _index(self, row: Phone) -> None:
        super()._index(row)
        assert row.id is not None
        if row.serial_number is not None:
            self._by_serial[row.serial_number] = row.id

    def _unindex(self, row: Phone) -> None:
        super()._unindex(row)
        if row.serial_number is not None:
            self._by_serial.pop(row.serial_number, None)

    def with_serial(self, serial_number: str | None) -> Phone | None:
        """The phone with exactly this serial number (case matters), or None."""
        return None if serial_number is None else self.find(self._by_serial.get(serial_number))

    def save(self, phone: Phone) -> Phone:
        """Store a phone.

        :raises NullPointerError: without a serial number
        :raises DomainError: ``InvalidSerialNumberException``, ``DuplicateSerialNumberException``
        """
        if phone.serial_number is None:
            raise NullPointerError
        if not phone.model.accepts_serial(phone.serial_number):
            raise DomainError(f"{PHONE_CONTEXT}$InvalidSerialNumberException", "&error.invalidSerialNumberException")
        twin = self._by_serial.get(phone.serial_number)
        if twin is not None and twin != phone.id:
            raise DomainError(
                f"{PHONE_CONTEXT}$DuplicateSerialNumberException", "&error.duplicateSerialNumberException"
            )
        return self.store(phone)


@dataclass
class Line:
    """A row of the line table.

    :param user_id: the user of an internal line, None for an external line
    :param settings: own overrides by path; the whole account of an external line lives here
    """

    phone_id: int
    user_id: int | None = None
    settings: dict[str, str] = field(default_factory=dict)
    id: int | None = None


class Lines(Table[Line]):
    """The line table. The buttons of a phone are its lines in the order of their ids."""

    row_type = Line
    entity = f"{SIPXCONFIG}.phone.Line"

    def __init__(self) -> None:
        super().__init__()
        self._by_phone: dict[int, dict[int, None]] = {}
        self._by_user: dict[int, dict[int, None]] = {}

    def _index(self, row: Line) -> None:
        assert row.id is not None
        self._by_phone.setdefault(row.phone_id, {})[row.id] = None
        if row.user_id is not None:
            self._by_user.setdefault(row.user_id, {})[row.id] = None

    def _unindex(self, row: Line) -> None:
        assert row.id is not None
        self._by_phone[row.phone_id].pop(row.id, None)
        if row.user_id is not None:
            self._by_user[row.user_id].pop(row.id, None)

    def of_phone(self, phone_id: int) -> list[Line]:
        """The lines of a phone in button order."""
        return [self.get(line_id) for line_id in sorted(self._by_phone.get(phone_id, ()))]

    def of_user(self, user_id: int) -> list[Line]:
        """The internal lines of a user."""
        return [self.get(line_id) for line_id in sorted(self._by_user.get(user_id, ()))]

    def append(self, line: Line, phone: Phone) -> Line:
        """Add a line to a phone, which must have room.

        :raises DomainError: ``MaxLinesException`` when the model has no more lines
        """
        assert phone.id is not None
        if len(self._by_phone.get(phone.id, ())) >= phone.model.max_lines:
            raise DomainError(f"{SIPXCONFIG}.phone.Phone$MaxLinesException", "&error.maxLinesException")
        return self.store(line)
