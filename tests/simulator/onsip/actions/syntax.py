# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The syntax of parameter values. Each checker returns the value as it is used, or raises ``MalformedError``."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

from ..wire.parameters import Value

Checker = Callable[[Value], Any]

_INTEGER = re.compile(r"-?[0-9]+\Z")
#: no integer of the service is further from zero
_LARGEST_INTEGER = 10**18
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+\Z")
_DOMAIN = re.compile(r"(?=.{1,253}\Z)([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,}\Z")

#: names begin with a letter and are lower case, with single dots inside, under 32 characters; so the uploader that was
#: made for the service has them
NEW_USERNAME = re.compile(r"(?=.{1,31}\Z)[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*\Z")
#: local parts in general may also be numbers
LOCAL_PART = re.compile(r"(?=.{1,31}\Z)[a-z0-9_][a-z0-9_-]*(\.[a-z0-9_-]+)*\Z")
AUTH_USERNAME = re.compile(r"(?=.{1,31}\Z)[a-z][a-z0-9_]*(\.[a-z0-9_]+)*(?<=[a-z0-9])\Z")
UP_TO_SEVEN_DIGITS = re.compile(r"[0-9]{1,7}\Z")
TWO_LETTERS = re.compile(r"[A-Za-z]{2}\Z")
_NPA_NXX = re.compile(r"[0-9]{6}\Z")


class MalformedError(Exception):
    """A value that does not have the form of its parameter.

    :param code: the error code it is answered with
    :param message: its prose, if not the usual one of the code
    """

    def __init__(self, code: str = "Value.Invalid", message: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.message = message


def text(value: Value) -> str:
    """Any single value."""
    if not isinstance(value, str):
        raise MalformedError
    return value


def integer(minimum: int | None = None, maximum: int | None = None) -> Checker:
    """A decimal integer within limits."""

    def check(value: Value) -> int:
        if not isinstance(value, str) or not _INTEGER.match(value):
            raise MalformedError("Integer.Invalid")
        # Unlike int, it reads any number of digits.
        number = Decimal(value)
        if minimum is not None and number < minimum:
            raise MalformedError("Integer.TooSmall", f"The smallest accepted value is {minimum}.")
        if maximum is not None and number > maximum:
            raise MalformedError("Integer.TooBig", f"The largest accepted value is {maximum}.")
        if not -_LARGEST_INTEGER < number < _LARGEST_INTEGER:
            raise MalformedError("Integer.Invalid")
        return int(number)

    return check


def count(maximum: int | None = None) -> Checker:
    """An integer from zero; a negative one is no integer at all for the paging parameters."""
    within = integer(maximum=maximum)

    def check(value: Value) -> int:
        number: int = within(value)
        if number < 0:
            raise MalformedError("Integer.Invalid")
        return number

    return check


def boolean(value: Value) -> bool:
    """The words true and false."""
    if value not in ("true", "false"):
        raise MalformedError("Boolean.Invalid")
    return value == "true"


def one_of(*choices: str) -> Checker:
    """One of a few words."""

    def check(value: Value) -> str:
        if not isinstance(value, str) or value not in choices:
            raise MalformedError
        return value

    return check


def like(pattern: re.Pattern[str]) -> Checker:
    """A text of a certain form."""

    def check(value: Value) -> str:
        if not isinstance(value, str) or not pattern.match(value):
            raise MalformedError
        return value

    return check


domain = like(_DOMAIN)


def vendor_domain(value: Value) -> str:
    """A domain below the vendor's own."""
    name: str = domain(value)
    if not name.lower().endswith(".onsip.com"):
        raise MalformedError
    return name


def email(value: Value) -> str:
    if not isinstance(value, str) or not _EMAIL.match(value):
        raise MalformedError("Email.Invalid")
    return value


def foreign_address(value: Value) -> str:
    """``user@fqdn``; an IP address is not allowed."""
    username, at, host = text(value).rpartition("@")
    if not username or not at or re.search(r"[\s@]", username):
        raise MalformedError
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        domain(host)
        return text(value)
    raise MalformedError


def date_time(value: Value) -> datetime:
    """A date and time in ISO 8601; without an offset it is taken for UTC."""
    try:
        moment = datetime.fromisoformat(re.sub(r"Z\Z", "+00:00", text(value)))
    except ValueError:
        raise MalformedError("DateTime.Invalid") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def list_of(check: Checker) -> Checker:
    """An array as a list without repetitions."""

    def check_all(value: Value) -> list[Any]:
        if not isinstance(value, dict):
            raise MalformedError
        return list(dict.fromkeys(check(single) for single in value.values()))

    return check_all


def priorities(value: Value) -> dict[str, int]:
    """A map of addresses to positive integers."""
    if not isinstance(value, dict):
        raise MalformedError
    positive = integer(minimum=1)
    return {address: positive(priority) for address, priority in value.items()}


def quantities(value: Value) -> dict[str, int]:
    """A map of six-digit exchanges to positive integers; every flaw is an invalid value."""
    if not isinstance(value, dict) or not all(_NPA_NXX.match(prefix) for prefix in value):
        raise MalformedError
    positive = integer(minimum=1, maximum=1000)
    try:
        return {prefix: positive(quantity) for prefix, quantity in value.items()}
    except MalformedError:
        raise MalformedError from None
