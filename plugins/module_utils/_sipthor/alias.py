# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Aliases: further local parts of an account's address (``get_aliases``, ``add_alias``).

The listing shows the first twenty and has no pages. Only an HTML form that replaces the whole list removes an alias; it
is never used, because it would also remove what the listing does not show.
"""

from __future__ import annotations

import re
import typing as t

from .._engine.adapter import Adapter
from .._engine.record import Item, Record
from .._http.errors import RequestError
from .._model.compare import UNREADABLE
from .._model.errors import CallError, ItemError, RemoteError
from .._model.field import Field
from .._model.resource import Resource
from .client import AccountApi, SipThorClient
from .failures import LoginRefused
from .service import AccountState, Notes, Service

#: the most that the listing shows
WINDOW = 20

_LOCAL_PART = re.compile(r"[A-Za-z0-9._-]+")
_NOT_REMOVABLE = (
    "the server removes aliases only through a form that replaces the whole list. Remove it on the settings page"
)
_MEANING = (
    "The name may belong to another account or alias of the platform, the account may not be allowed more aliases, or "
    "the name may be illegal."
)


def check_alias(value: str) -> None:
    """Refuse what the server would store as an alias that nobody can call. :raises ValueError: with the reason."""
    if "@" in value:
        raise ValueError("must be the part before the @ alone: the server appends the account's own domain")
    if _LOCAL_PART.fullmatch(value) is None:
        raise ValueError(f"may hold letters, digits, '-', '_' and '.', not {value!r}")


ALIAS = Resource(
    name="alias",
    plural="aliases",
    key="alias",
    fields=(
        Field("alias", required=True, clearable=False, normalise=str.lower, check=check_alias),
        Field("address", read_only=True),
    ),
    undeletable=_NOT_REMOVABLE,
    sequential=True,
)


def listed(api: AccountApi) -> list[str]:
    """The local parts of the account's aliases, as far as the server lists them."""
    addresses = api.read_list("get_aliases")
    if not all(isinstance(address, str) and "@" in address for address in addresses):
        raise RemoteError("The list of aliases cannot be understood: it shows something else.", RemoteError.REFUSED)
    return [address.rpartition("@")[0] for address in addresses]


def may_be_incomplete(aliases: t.Sized) -> bool:
    """Whether there may be more than the server lists."""
    return len(aliases) >= WINDOW


def add_alias(api: AccountApi, alias: str) -> str:
    """Add one alias. One that is there already counts as added.

    :returns: what the server complained about in front of its success, if anything.
    :raises RequestError: it was refused, or its outcome is unknown.
    """
    try:
        return api.write("add_alias", username=alias.lower()).complaint
    except RequestError as error:
        if error.outcome != RemoteError.REFUSED or isinstance(error, LoginRefused):
            raise
        if alias.lower() in listed(api):
            return ""
        problem = f"was refused for {alias}"
        raise RequestError(error.method, error.path, problem, error.status, error.server_message, _MEANING) from None


def prove(api: AccountApi, added: t.Iterable[str]) -> None:
    """Look whether added aliases are there. :raises ItemError: one is not."""
    now = listed(api)
    missing = sorted({alias.lower() for alias in added} - set(now))
    if missing and not may_be_incomplete(now):
        raise ItemError("the server answered success, but does not list the alias {}".format(", ".join(missing)))


class Aliases(Service):
    """The aliases that an account must have; it may have others."""

    field = Field(
        "aliases",
        "list",
        elements="str",
        unordered=True,
        clearable=False,
        may_be_hidden=True,
        normalise=str.lower,
        check=check_alias,
    )

    def read(self, state: AccountState) -> list[str]:
        state.seen[self.option] = listed(state.api)
        return list(state.seen[self.option])

    def translate(self, state: AccountState, wanted: t.Any, values: dict[str, t.Any]) -> t.Any:
        current = state.seen[self.option]
        missing = _missing(wanted, current)
        if missing and may_be_incomplete(current):
            values[self.option] = UNREADABLE
        # Nothing is removed, so what is there belongs to what is wanted.
        return [*current, *missing]

    def write(self, state: AccountState, wanted: t.Any, current: t.Any) -> bool:
        missing = _missing(wanted, state.seen[self.option])
        for alias in missing:
            state.complain("add_alias", add_alias(state.api, alias))
        prove(state.api, missing)
        return False


class AliasAdapter(Adapter):
    """The aliases of the account that logs in."""

    resource = ALIAS

    def __init__(self, client: SipThorClient) -> None:
        self._state = AccountState(client.account(), Notes())
        self._expected: frozenset[str] = frozenset()

    def expect(self, items: t.Sequence[Item]) -> None:
        self._expected = frozenset(item.key for item in items if item.key is not None and item.error is None)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        aliases = listed(self._state.api)
        unseen = sorted(self._expected - set(aliases))
        if unseen and may_be_incomplete(aliases):
            raise CallError(
                f"the server lists no more than {WINDOW} aliases of an account, and {', '.join(unseen)} is not among "
                "them, so nobody can tell whether it is there. Nothing was changed. The option aliases of "
                "sipthor_account adds it with update_unreadable=always."
            )
        domain = self._state.api.domain
        return [Record({"alias": alias, "address": f"{alias}@{domain}"}, f"{alias}@{domain}") for alias in aliases]

    def warnings(self) -> t.Sequence[str]:
        return self._state.notes.texts

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        alias = values["alias"].lower()
        self._state.complain("add_alias", add_alias(self._state.api, alias))
        prove(self._state.api, [alias])
        return f"{alias}@{self._state.api.domain}"

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        raise ItemError("an alias has nothing that could be changed")

    def delete(self, record: Record) -> None:
        raise ItemError(_NOT_REMOVABLE)


def _missing(wanted: t.Iterable[str], current: t.Container[str]) -> list[str]:
    return [alias for alias in dict.fromkeys(name.lower() for name in wanted) if alias not in current]
