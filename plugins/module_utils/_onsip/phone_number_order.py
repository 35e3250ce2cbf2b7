# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ordering telephone numbers (``DidRequest``), which costs money.

A number cannot be chosen: the service takes what it has of an exchange. So the order is stated as how many numbers of
the exchange the organization shall own, and only the missing ones are bought. Nothing is ever ordered twice.
"""

from __future__ import annotations

import re
import typing as t

from .._ansible.session import connected, platform_spec
from .._ansible.voip_module import VoipModule, run
from .._model.errors import ItemError, RemoteError
from .client import OnsipClient
from .contact import digits
from .envelope import children, settled, text
from .names import names_of
from .platform import ONSIP
from .readings import exchanges

_OPTIONS: dict[str, dict[str, t.Any]] = {
    "npa_nxx": {"type": "str", "required": True},
    "quantity": {"type": "int", "default": 1},
    "user": {"type": "str", "required": True},
    "protocol": {"type": "str", "choices": ["sip", "iax"], "default": "sip"},
}
_SOLD_OUT = ("unavailable", "unvailable")  # the second is how the vendor's schema spells it


class PhoneNumberOrder:
    """One order.

    :param client: of the service.
    :param params: the module's parameters.
    """

    def __init__(self, client: OnsipClient, params: t.Mapping[str, t.Any]) -> None:
        self._client = client
        self._names = names_of(client)
        self._exchange = params["npa_nxx"]
        self._wanted = params["quantity"]
        self._user = params["user"]
        self._protocol = params["protocol"]

    def run(self, check_mode: bool) -> dict[str, t.Any]:
        """Buy what is missing, or in check mode only find out what is."""
        owned = self._owned()
        missing = self._wanted - len(owned)
        if missing <= 0:
            return self._result(owned, owned, changed=False)
        user_id = self._names.user_called(self._user)
        self._check_stock()
        if check_mode:
            return self._result(owned, owned, changed=True)
        bought = self._buy(user_id, missing, owned)
        return self._result(owned, owned + bought, changed=True)

    def _owned(self) -> list[str]:
        rows = self._client.browse("DidBrowse", "Dids", "Did", self._names.in_organization())
        numbers = sorted(text(row.get("Number")) for row in rows)
        if not all(map(digits, numbers)):
            # One more would be bought for each that is not understood.
            raise RemoteError("The service shows a phone number without digits.", RemoteError.REFUSED)
        return [number for number in numbers if digits(number).startswith(self._exchange)]

    def _check_stock(self) -> None:
        """Only what is known to be sold out is refused: of some exchanges the service does not know."""
        found = [one for one in exchanges(self._client) if one["npa_nxx"] == self._exchange]
        if not found:
            raise ItemError(f"the service sells no numbers of {self._exchange}; nothing was ordered")
        if found[0]["status"] in _SOLD_OUT:
            raise ItemError(f"no number of {self._exchange} is available; nothing was ordered")

    def _buy(self, user_id: str, missing: int, owned: list[str]) -> list[str]:
        order = {"UserId": user_id, "Protocol": self._protocol, "NpaNxx": {self._exchange: str(missing)}}
        try:
            content = self._client.write("DidRequest", order)
        except RemoteError as error:
            if error.outcome != RemoteError.UNKNOWN:
                raise
            return self._looked_up(error, missing, owned)
        bought = [text(did.get("Number")) for did in map(settled, children(content.get("Dids"), "Did"))]
        if len(bought) < missing:
            some = f" ({', '.join(bought)})" if bought else ""
            raise ItemError(f"{missing} numbers of {self._exchange} were ordered, and {len(bought)} could be had{some}")
        return bought

    def _looked_up(self, error: RemoteError, missing: int, owned: list[str]) -> list[str]:
        """After an order without an answer: what arrived nevertheless."""
        try:
            arrived = [number for number in self._owned() if number not in owned]
        except RemoteError as second:
            message = f"{error.message} It is unknown what was bought: {second.message}"
            raise RemoteError(message, RemoteError.UNKNOWN) from None
        if len(arrived) < missing:
            remedy = "It was not ordered again: see first what the account was charged for."
            message = f"{error.message} {len(arrived)} of {missing} numbers arrived. {remedy}"
            raise RemoteError(message, RemoteError.UNKNOWN)
        return arrived

    def _result(self, before: list[str], after: list[str], changed: bool) -> dict[str, t.Any]:
        header = f"numbers of {self._exchange}"
        diff: dict[str, t.Any] = {"before": {}, "after": {}}
        if changed:
            # Which numbers will come is not known before the order, and a diff must not depend on it.
            diff = {"before": {"owned": len(before)}, "after": {"owned": self._wanted}}
        new = [number for number in after if number not in before]
        return {"changed": changed, "numbers": after, "ordered": new, "diff": {**diff, **_headers(header)}}


def run_order() -> None:
    """Be the module."""
    module = VoipModule({**_OPTIONS, **platform_spec(ONSIP)}, supports_check_mode=True)

    def work(module: VoipModule) -> dict[str, t.Any]:
        if not re.fullmatch("[0-9]{6}", module.params["npa_nxx"]):
            raise ItemError("npa_nxx must be six digits, the area code and the exchange")
        if module.params["quantity"] < 1:
            raise ItemError("quantity must be at least 1")
        with connected(module, ONSIP) as client:
            return PhoneNumberOrder(client, module.params).run(module.check_mode)

    run(module, work)


def _headers(header: str) -> dict[str, str]:
    return {"before_header": header, "after_header": header}
