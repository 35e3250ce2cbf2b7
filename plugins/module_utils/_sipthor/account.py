# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts: each logs in with its own credentials, and nothing creates, lists or deletes them."""

from __future__ import annotations

import threading
import typing as t
from dataclasses import replace

from .._engine.adapter import Adapter
from .._engine.record import Item, Record
from .._model.errors import ItemError, RemoteError
from .._model.field import Field
from .._model.resource import Resource
from .alias import Aliases
from .call_forwarding import CONDITIONS, CallForwarding
from .client import AccountApi, SipThorClient
from .do_not_disturb import DoNotDisturb
from .privacy import Privacy
from .service import AccountState, Notes, Service

_FORWARDING = CallForwarding()
SERVICES: tuple[Service, ...] = (Aliases(), _FORWARDING, DoNotDisturb(), Privacy())

#: with what an account is reached. The login proves the password, so it is neither compared nor written.
_CREDENTIALS = (
    Field("username", required=True, clearable=False, normalise=str.strip),
    Field("password", secret=True, create_only=True),
)

ACCOUNT = Resource(
    name="account",
    plural="accounts",
    key="username",
    fields=(*_CREDENTIALS, *(service.field for service in SERVICES)),
    given=True,
)

CALL_FORWARDING = Resource(
    name="call_forwarding",
    plural="call_forwardings",
    key="username",
    fields=(*_CREDENTIALS, *CONDITIONS),
    given=True,
)

#: after so many accounts in a row that could not be read, the rest is not tried: it looks like an outage
_GIVE_UP_AFTER = 20
_NEVER = "accounts are neither created nor deleted by this API"


class AccountAdapter(Adapter):
    """Reads and writes the services that are wanted of each account, and no others."""

    resource = ACCOUNT

    def __init__(self, client: SipThorClient) -> None:
        self._client = client
        self._notes = Notes()
        self._apis: dict[str, AccountApi] = {}
        self._lock = threading.Lock()
        self._failures = 0

    def expect(self, items: t.Sequence[Item]) -> None:
        """Find the credentials of each account, and what two items want that only one can have."""
        owners: dict[str, list[Item]] = {}
        for item in items:
            if item.key is None or item.error is not None:
                continue
            try:
                api = self._client.account(item.values["username"], item.values.get("password"))
            except ItemError as error:
                item.error = error.message
            else:
                self._apis[item.key] = api
                aliases = {f"{alias.lower()}@{api.domain}" for alias in item.values.get("aliases") or ()}
                for address in {api.address, *aliases}:
                    owners.setdefault(address, []).append(item)
        for address, rivals in owners.items():
            # Items with one key are refused by the plan.
            if len({item.key for item in rivals}) > 1:
                for item in rivals:
                    item.error = f"the list has {len(rivals)} items that want the address {address}"

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        """Accounts as far as they are known without asking: there is no listing, and reading is done in parallel."""
        return [
            Record({"username": key}, api.address) for key, api in self._apis.items() if keys is None or key in keys
        ]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        api = self._apis[record.values["username"]]
        return self.read(api, record, [service for service in SERVICES if service.option in wanted])

    def read(self, api: AccountApi, record: Record, services: t.Sequence[Service]) -> Record:
        """The record with these services.

        :raises ItemError: the account could not be read.
        """
        self._give_up_in_an_outage()
        state = AccountState(api, self._notes)
        try:
            values = {service.option: service.read(state) for service in services}
            if all(not service.field.readable for service in services):
                # Nothing else would prove that the credentials work.
                api.identity()
        except RemoteError as error:
            with self._lock:
                self._failures += 1
            if error.outcome == RemoteError.UNREACHED:
                raise
            raise ItemError(error.message) from None
        with self._lock:
            self._failures = 0
        return replace(record, values={**record.values, **values}, raw=state, proven=frozenset(("password",)))

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is None:
            return wanted
        translated = dict(wanted)
        for service in SERVICES:
            if service.option in wanted:
                translated[service.option] = service.translate(record.raw, wanted[service.option], record.values)
        return translated

    def warnings(self) -> t.Sequence[str]:
        return self._notes.texts

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> frozenset[str] | None:
        already = set()
        for service in SERVICES:
            name = service.option
            if name in changed and service.write(record.raw, values[name], record.values.get(name)):
                already.add(name)
        return frozenset(already)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise ItemError(_NEVER)

    def delete(self, record: Record) -> None:
        raise ItemError(_NEVER)

    def _give_up_in_an_outage(self) -> None:
        """A wrong password and an outage look alike, and hammering at either does harm."""
        with self._lock:
            if self._failures >= _GIVE_UP_AFTER:
                problem = f"{_GIVE_UP_AFTER} accounts before it could not be read, which looks like an outage"
                raise ItemError(f"not attempted: {problem}. Run again later")


class CallForwardingAdapter(AccountAdapter):
    """The call forwarding of an account, as an object of its own."""

    resource = CALL_FORWARDING

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        full = self.read(self._apis[record.values["username"]], record, [_FORWARDING])
        return replace(full, values={"username": record.values["username"], **full.values[_FORWARDING.option]})

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is None:
            return wanted
        conditions = {field.name: wanted[field.name] for field in CONDITIONS if field.name in wanted}
        values = {_FORWARDING.option: record.values}
        return {**wanted, **_FORWARDING.translate(record.raw, conditions, values)}

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> frozenset[str] | None:
        _FORWARDING.write(record.raw, values, record.values)
        return None
