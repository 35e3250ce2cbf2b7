# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Voicemail boxes (``Voicemailbox``)."""

from __future__ import annotations

import re
import typing as t

from .._engine.record import Item, Record
from .._model.compare import UNREADABLE
from .._model.errors import ItemError, RemoteError
from .._model.field import Field
from .._model.resource import Resource
from .adapter import ElementAdapter
from .address import local_part
from .contact import blanks_collapsed, lower
from .envelope import child, text
from .parameters import Parameters
from .user_address import UserAddressAdapter

_DIGITS = re.compile(r"[0-9]{1,7}")


def _up_to_seven_digits(value: str) -> None:
    if not _DIGITS.fullmatch(value):
        raise ValueError("must consist of 1 to 7 digits")


VOICEMAIL_BOX = Resource(
    name="voicemail_box",
    plural="voicemail_boxes",
    key="mailbox",
    fields=(
        Field("id", "int", wire="VoicemailboxId", read_only=True),
        Field("mailbox", wire="Mailbox", required=True, clearable=False, check=_up_to_seven_digits),
        Field(
            "address",
            wire="Username",
            required=True,
            clearable=False,
            create_only=True,
            may_be_hidden=True,
            normalise=lower,
            check=local_part,
        ),
        Field("full_name", wire="Fullname", required=True, clearable=False, normalise=blanks_collapsed),
        # Add takes no PIN: the service draws one, and it is changed at once.
        Field("pin", wire="Password", clearable=False, secret=True, check=_up_to_seven_digits),
        Field(
            "timezone",
            wire="Timezone",
            clearable=False,
            choices=("us_eastern", "us_central", "us_mountain", "us_pacific"),
        ),
        Field("say_caller_id", "bool", wire="SayCallerId"),
        Field("say_duration", "bool", wire="SayDuration"),
        Field("say_datetime", "bool", wire="SayDatetime"),
        Field(
            "notify_email",
            wire="NotifyEmail",
            clearable=False,
            choices={"never": "no", "notice": "yes", "attach": "attach", "attach_and_delete": "delete"},
        ),
        Field("email_address", wire="Email", normalise=lower),
        Field("notify_pager", wire="NotifyPager", clearable=False, choices={"never": "no", "notice": "yes"}),
        Field("pager_address", wire="Pager", normalise=lower),
        Field("mwi_address", wire="Mwi", normalise=lower, refers_to="user_address"),
        Field("status", wire="Status", read_only=True),
    ),
    verifiable=frozenset(("pin",)),
)

_NOTIFICATIONS = (("notify_email", "email_address"), ("notify_pager", "pager_address"))


class VoicemailBoxAdapter(ElementAdapter):
    """One reference says that an edit resets what it does not send, another that it does not; so all is sent.

    The SIP address of a box stands in another listing.
    """

    resource = VOICEMAIL_BOX
    element = "Voicemailbox"
    container = "Voicemailboxes"
    selector = "VoicemailboxId"
    order_by = "VoicemailboxId"
    _addresses: t.Mapping[str, list[str]] | None = None
    _without_addresses = False

    def expect(self, items: t.Sequence[Item]) -> None:
        super().expect(items)
        self._without_addresses = all(item.values.get("address") is None for item in items)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        self._addresses = None if self._without_addresses else self._addresses_by_box()
        return super().fetch(keys)

    def _addresses_by_box(self) -> dict[str, list[str]]:
        """The local parts of each box's addresses; a service that does not have the listing keeps them to itself."""
        action = "VoicemailAddressBrowse"
        scope = self.names.in_organization()
        rows = self.client.browse(action, "VoicemailAddresses", "VoicemailAddress", scope)
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(text(row.get("VoicemailboxId")), []).append(text(child(row, "Address").get("Username")))
        return found

    def record(self, row: dict[str, t.Any]) -> Record:
        record = super().record(row)
        record.secrets["pin"] = text(row.get("Password"))
        return record

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        mwi = text(row.get("Mwi"))
        values = super().values({**row, "Mwi": self.names.short(mwi) if mwi else ""})
        values["address"] = next(iter((self._addresses or {}).get(text(row.get(self.selector)), ())), UNREADABLE)
        return values

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = super().translate(wanted, record)
        merged = {**(record.values if record is not None else {}), **wanted}
        for mode, address in _NOTIFICATIONS:
            if merged.get(mode) not in (None, "never") and not merged.get(address):
                raise ItemError(f"{address} is needed for {mode}={merged[mode]}")
        return wanted

    def parameters(self, values: t.Mapping[str, t.Any]) -> Parameters:
        parameters = dict(super().parameters(values))
        parameters.pop("Username", None)
        if values.get("mwi_address"):
            parameters["Mwi"] = self.names.whole(values["mwi_address"])
        return parameters

    def parameters_of_add(self, values: t.Mapping[str, t.Any]) -> Parameters:
        parameters = {**super().parameters_of_add(values)}
        parameters.pop("Password", None)
        return {**parameters, "Username": lower(values["address"]), "Domain": self.names.place().domain}

    def delete(self, record: Record) -> None:
        """What leads to the box stops doing so first: what a deletion does to failovers is not known."""
        self._clear_failovers(record)
        super().delete(record)

    def _clear_failovers(self, record: Record) -> None:
        by_box = self.names.once("addresses_by_box", self._addresses_by_box)
        addresses = {lower(address) for address in by_box.get(str(record.identity), ())}
        adapter = UserAddressAdapter(self.client)
        for user_address in self.names.once("user_addresses", lambda: adapter.fetch(None)) if addresses else []:
            if lower(user_address.values["failover"] or "") in addresses:
                values = {**user_address.values, "failover": ""}
                try:
                    adapter.update(user_address, values, frozenset(("failover",)))
                except (ItemError, RemoteError) as error:
                    name = user_address.values["address"]
                    raise ItemError(f"the failover of the address {name} cannot be cleared: {error.message}") from None
