# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an account has that can be set: each service is a field, and how it is read, understood and written."""

from __future__ import annotations

import abc
import threading
import typing as t
from dataclasses import dataclass, field

from .._model.field import Field
from .client import AccountApi


class Notes:
    """What users should know besides; services of several accounts write here at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._texts: list[str] = []

    def add(self, text: str) -> None:
        """Keep a sentence, once."""
        with self._lock:
            if text not in self._texts:
                self._texts.append(text)

    @property
    def texts(self) -> list[str]:
        """All sentences so far."""
        with self._lock:
            return list(self._texts)


@dataclass
class AccountState:
    """One account while it is worked on.

    :param api: its access.
    :param notes: where warnings go.
    :param seen: what a service keeps of its reading for its writing, by option.
    """

    api: AccountApi
    notes: Notes
    seen: dict[str, t.Any] = field(default_factory=dict)

    def complain(self, action: str, complaint: str) -> None:
        """Tell of a failure that the server printed in front of a write's success."""
        if complaint:
            self.notes.add(
                f"{self.api.address}: the server reported a failure in front of the success of {action} ({complaint})."
            )


class Service(abc.ABC):
    """One service of an account."""

    field: Field

    @property
    def option(self) -> str:
        """Name of its option."""
        return self.field.name

    @abc.abstractmethod
    def read(self, state: AccountState) -> t.Any:
        """The value as the server shows it; ``None`` where no call does."""

    def translate(self, state: AccountState, wanted: t.Any, values: dict[str, t.Any]) -> t.Any:
        """The wanted value in the server's terms.

        :param values: of the record; what the server shows in two ways may be corrected there.
        :raises ItemError: the server would take it for something else, or something would be lost.
        """
        return wanted

    @abc.abstractmethod
    def write(self, state: AccountState, wanted: t.Any, current: t.Any) -> bool:
        """Bring it into force, and prove it where a call shows it.

        :returns: whether it turned out to be in force already.
        :raises ItemError: the server said yes and did something else.
        """
