# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms in which clients send credentials and parameters."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from urllib.parse import parse_qsl

#: Parameters whose values are secrets: they must not stand in a URL, which ends up in logs.
SECRET_PARAMETERS = frozenset(
    {"password", "passwordrepeat", "token", "access_token", "client_secret", "secret", "pin", "sippassword"}
)


def basic_credentials(authorization: str | None) -> tuple[str, str] | None:
    """User name and password of a Basic ``Authorization`` header, or None if it is missing or is not one."""
    scheme, _space, encoded = (authorization or "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        user, colon, password = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (user, password) if colon else None


def bearer_token(authorization: str | None) -> str | None:
    """The token of a Bearer ``Authorization`` header, or None if it is missing or is not one."""
    scheme, _space, token = (authorization or "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def whole_number(text: str) -> int | None:
    """A number from 0 in the digits 0 to 9, or None if it is none or has more digits than Python reads."""
    try:
        return int(text) if text.isascii() and text.isdigit() else None
    except ValueError:
        return None


class Parameters:
    """Decoded parameters of a query string or a form, each of which may be given several times."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in pairs:
            self._values.setdefault(name, []).append(value)

    @classmethod
    def parse(cls, encoded: str) -> Parameters:
        """Read the form ``a=1&b=2``."""
        return cls(parse_qsl(encoded, keep_blank_values=True))

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def first(self, name: str) -> str | None:
        return self._values.get(name, [None])[0]

    def every(self, name: str) -> list[str]:
        """All values of a repeated parameter, also where its name ends in ``[]``."""
        return [*self._values.get(name, ()), *self._values.get(f"{name}[]", ())]

    def secrets(self) -> list[str]:
        """The names of those whose values are secrets."""
        return [name for name in self._values if name.lower() in SECRET_PARAMETERS]

    def merged(self, others: Parameters) -> Parameters:
        """These parameters, and those of the others that are not among them."""
        both = Parameters()
        both._values = {**others._values, **self._values}
        return both
